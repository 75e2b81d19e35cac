"""Why a date is the date: the sentences a handler reads under 为什么是这一天."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from timelimits.days import is_weekend, weekday_name
from timelimits.workdays import WorkCalendar


class Trace:
    """Collects the sentences while a date is worked out; a year is named when it is another one."""

    def __init__(self, calendar: WorkCalendar, year: int) -> None:
        self.sentences: list[str] = []
        self._calendar = calendar
        self._year = year

    def started(self, on: date, occasion: str, length: str) -> None:
        """Say from when the period is counted."""
        from_the_next = f"{occasion}，次日" if occasion else "的次日"
        self._say(f"{self._day(on)}{from_the_next}起算{length}")

    def started_backward(self, on: date, occasion: str, length: str) -> None:
        """Say from which day a period before it is counted back."""
        self._say(f"{self._day(on)}{occasion}，自前一日起向前倒数{length}")

    def named(self, on: date, occasion: str, *, by_authority: bool) -> None:
        """Say that a date is fixed by rule, or by the word of a court or organ."""
        text = f"以通知确定的{self._day(on)}为准" if by_authority else f"期限固定为{self._day(on)}"
        self._say(f"{occasion}，{text}" if occasion else text)

    def passed(self, days: Iterable[date]) -> None:
        """Name the holidays among the days that do not count, and the make-up days that do."""
        for works, run in groupby(days, self._calendar.is_workday):
            if works:
                self._made_up(run)
            else:
                self._off([day for day in run if self._calendar.holiday(day)])

    def paused(self, first: date, last: date, reason: str, number: int, unit: str) -> None:
        """Say which days the clock stood still, and how many of them would have counted."""
        effect = f"的{number}{unit}不计入" if number else "没有工作日，不影响期限"
        self._say(f"{_because(reason)}{self._span(first, last)}{effect}")

    def stopped(self, since: date, reason: str) -> None:
        """Say since when the clock has been standing still."""
        self._say(f"{_because(reason)}{self._day(since)}起停止计算，尚未恢复")

    def left(self, counted: str, left: str) -> None:
        """Say how far a clock that stands still had come."""
        self._say(f"已计{counted}，余{left}，恢复计算后确定期限")

    def extended(self, by: str, total: str) -> None:
        """Say how much longer the period has become."""
        self._say(f"延长{by}，共{total}")

    def unannounced(self, years: Iterable[int]) -> None:
        """Say that the days off of these years are still guessed."""
        names = "、".join(f"{year}年" for year in years)
        self._say(f"{names}节假日安排尚未公布，按周一至周五暂定")

    def doubted(self, safe_on: date) -> None:
        """Say which day is safe where it is not settled how the ends of a pause count."""
        self._say(f"停止计算的首尾两日是否计入没有明文，稳妥日期为{self._day(safe_on)}")

    def counted(self, end: str, on: date) -> None:
        """Say on which day the count came to its end."""
        self._say(f"{end}为{self._day(on)}")

    def counted_backward(self, end: str, on: date, safe_on: date) -> None:
        """Say on which day the count came to its end, and which day leaves full days between."""
        self._say(f"{end}为{self._day(on)}；留足整日的稳妥日期为{self._day(safe_on)}")

    def rolled(self, off: date, to: date) -> None:
        """Say from which day off the end moved, and to which day."""
        made_up = f"（{weekday_name(to)}，调休上班）" if is_weekend(to) else ""
        because = self._calendar.describe(off)
        self._say(f"{self._day(off)}为{because}，顺延至{self._day(to)}{made_up}")

    def not_rolled(self, on: date) -> None:
        """Say that the end stays on a weekend because that is a make-up day."""
        self._say(f"{self._day(on)}（{weekday_name(on)}）调休上班，不顺延")

    def kept(self, on: date, safe_on: date) -> None:
        """Say that the end stays on a day off, and which working day comes before it."""
        off = f"{self._day(on)}为{self._calendar.describe(on)}，没有顺延的规定"
        self._say(f"{off}，此前最后一个工作日为{self._day(safe_on)}")

    def _made_up(self, days: Iterable[date]) -> None:
        for day in filter(is_weekend, days):
            self._say(f"{self._day(day)}（{weekday_name(day)}）调休上班，计入")

    def _off(self, days: list[date]) -> None:
        if days:
            names = "、".join(dict.fromkeys(map(self._calendar.holiday, days)))
            self._say(f"{self._span(days[0], days[-1])}{names}放假，不计入")

    def _span(self, first: date, last: date) -> str:
        if first == last:
            return self._day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{self._day(first)}至{last.day}日"
        return f"{self._day(first)}至{_day(last, year=first.year)}"

    def _day(self, day: date) -> str:
        return _day(day, year=self._year)

    def _say(self, sentence: str) -> None:
        self.sentences.append(sentence)


def _day(day: date, *, year: int) -> str:
    text = f"{day.month}月{day.day}日"
    return text if day.year == year else f"{day.year}年{text}"


def _because(reason: str) -> str:
    return f"{reason}，" if reason else ""
