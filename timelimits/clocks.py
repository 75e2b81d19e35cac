"""The seven clocks in words of the office, and the ways of counting one may choose in 期限试算."""

from collections.abc import Callable
from dataclasses import dataclass

from timelimits import periods
from timelimits.periods import NAMED_DAY_CLOCKS, Clock, Period, Unit

# No law counts further (《行政诉讼法》46: twenty years); what is longer is a slip of the keys.
LONGEST = {Unit.WORKDAY: 1000, Unit.DAY: 3650, Unit.MONTH: 240, Unit.YEAR: 20}


@dataclass(frozen=True)
class Description:
    """What a handler must know of a clock: its name, how it counts, on which article it rests."""

    label: str
    rule: str
    basis: str


CLOCKS = {
    Clock.WORKDAYS: Description(
        "工作日",
        "自次日起只数工作日，调休上班的周六、周日计入；最后一日必为工作日，不存在顺延。",
        "《政府信息公开条例》第三十条至第三十四条，《行政复议法》第八十八条第二款，"
        "《行政处罚法》第八十五条，《行政强制法》第六十九条，《行政许可法》第八十二条",
    ),
    Clock.DAYS: Description(
        "日（遇节假日顺延）",
        "自次日起逐日计数；最后一日是节假日（含一般周末）的，顺延到节假日后的第一日，"
        "这一日可能是调休上班的周末。最后一日是调休上班的周末的，不顺延。",
        "法释〔2018〕1号第四十八条，《民事诉讼法》第八十五条，《行政复议法》第八十八条第一款",
    ),
    Clock.MONTHS: Description(
        "月、年（遇节假日顺延）",
        "到期月的对应日为最后一日，没有对应日的为月末日；最后一日是节假日的，顺延。",
        "《民法典》第二百零一条至第二百零三条，法释〔2018〕1号第四十八条",
    ),
    Clock.PLAIN_DAYS: Description(
        "日、月（不顺延）",
        "自次日起逐日计数；条文没有规定遇节假日顺延，最后一日是节假日的，以此前最后一个工作日为稳妥日期。",
        "《信访工作条例》第三十四条、《行政处罚法》第六十条等没有规定顺延；"
        "可否比照《民法典》第二百零三条有争议",
    ),
    Clock.FIXED: Description(
        "固定日期",
        "规定写明某月某日前完成，不推算也不顺延；当日是节假日的，以此前最后一个工作日为稳妥日期。",
        "《政府信息公开条例》第四十九条等",
    ),
    Clock.BACKWARD: Description(
        "倒计（事件之前）",
        "自开庭、听证等事件的前一日起向前倒数；稳妥日期在事件之前留足整日。",
        "《行政复议法》第五十一条，法释〔2018〕1号第七十一条",
    ),
    Clock.SET: Description(
        "指定日期",
        "由法院、复议机关或者本机关在文书中确定，以文书为准，不推算。",
        "法释〔2018〕1号第一百零四条，《政府信息公开条例》第三十条、第三十五条",
    ),
}


@dataclass(frozen=True)
class Counting:
    """A clock with a unit: what one chooses before one gives a length."""

    code: str
    label: str
    clock: Clock
    unit: Unit
    make: Callable[..., Period]

    @property
    def takes_length(self) -> bool:
        """Whether a number is to be given; a day that is named needs none."""
        return self.clock not in NAMED_DAY_CLOCKS

    @property
    def longest(self) -> int:
        """The greatest length that is no slip of the keys."""
        return LONGEST[self.unit]

    def period(self, length: int) -> Period:
        """Return the period of so many units, or the named day, whatever the length."""
        return self.make(length) if self.takes_length else self.make()


COUNTINGS = (
    Counting("workdays", "工作日", Clock.WORKDAYS, Unit.WORKDAY, periods.workdays),
    Counting("days", "日，遇节假日顺延", Clock.DAYS, Unit.DAY, periods.days),
    Counting("months", "月，遇节假日顺延", Clock.MONTHS, Unit.MONTH, periods.months),
    Counting("years", "年，遇节假日顺延", Clock.MONTHS, Unit.YEAR, periods.years),
    Counting("plain-days", "日，不顺延", Clock.PLAIN_DAYS, Unit.DAY, periods.plain_days),
    Counting("plain-months", "月，不顺延", Clock.PLAIN_DAYS, Unit.MONTH, periods.plain_months),
    Counting("fixed", "固定日期", Clock.FIXED, Unit.DAY, periods.fixed),
    Counting("backward-days", "倒计日", Clock.BACKWARD, Unit.DAY, periods.backward_days),
    Counting(
        "backward-workdays", "倒计工作日", Clock.BACKWARD, Unit.WORKDAY, periods.backward_workdays
    ),
    Counting("set", "文书指定的日期", Clock.SET, Unit.DAY, periods.set_by_authority),
)
COUNTING_BY_CODE = {counting.code: counting for counting in COUNTINGS}
