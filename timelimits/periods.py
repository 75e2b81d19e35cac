"""The seven clocks of the law: how a period runs from its start to its last day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain

from timelimits.days import corresponding_day, each_day, is_weekend, shifted
from timelimits.trace import Trace
from timelimits.windows import Window, in_order, pauses, running_days
from timelimits.workdays import WorkCalendar

__all__ = [
    "Clock",
    "Period",
    "Reckoning",
    "Unit",
    "Window",
    "backward_days",
    "backward_workdays",
    "days",
    "fixed",
    "left_unit",
    "months",
    "plain_days",
    "plain_months",
    "set_by_authority",
    "units_left",
    "workdays",
    "years",
]


class Clock(StrEnum):
    """How time is counted: the same number of days on another clock is another period."""

    WORKDAYS = "W"
    DAYS = "N"
    MONTHS = "M"
    PLAIN_DAYS = "N0"
    FIXED = "F"
    BACKWARD = "B"
    SET = "J"


class Unit(StrEnum):
    """What a length is a number of."""

    WORKDAY = "个工作日"
    DAY = "日"
    MONTH = "个月"
    YEAR = "年"


@dataclass(frozen=True)
class Reckoning:
    """When a period ends, and why.

    The raw end is the last day as counted, due the day with which the period is over, safe the one
    that no reading of the law calls late; all three are None while the clock stands still.
    Provisional, 暂定, means that a day which was consulted has not been announced.
    """

    start: date
    raw_end: date | None
    due_on: date | None
    safe_on: date | None
    provisional: bool
    trace: tuple[str, ...]


@dataclass(frozen=True)
class Period:
    """A statutory length and the clock that measures it; made by the functions below."""

    clock: Clock
    length: int
    unit: Unit

    def __post_init__(self) -> None:
        if (self.length > 0) is (self.clock in NAMED_DAY_CLOCKS):
            raise ValueError(f"期限的长度不能是{self.length}{self.unit}（{self.clock.name}）")

    def __str__(self) -> str:
        return f"{self.length}{self.unit}" if self.length else "确定的日期"

    @property
    def unit_label(self) -> str:
        """What the length is a number of, as 个工作日."""
        return self.unit.value

    @property
    def counts_forward(self) -> bool:
        """Whether the period runs on from its start, so that it can be stopped and extended."""
        return self.clock is not Clock.BACKWARD and self.clock not in NAMED_DAY_CLOCKS

    def reckon(
        self,
        start: date,
        calendar: WorkCalendar,
        *,
        excluded: Sequence[Window] = (),
        extra: int = 0,
        occasion: str = "",
    ) -> Reckoning:
        """Return when the period ends that begins with this day, which itself never counts.

        A backward period begins with the event it precedes, a fixed or set one is the day given:
        these neither stand still in a window nor can they be extended.
        """
        if extra < 0 or (extra and not self.counts_forward):
            raise ValueError(f"期限不能延长{extra}{self.unit}（{self.clock.name}）")
        if self.clock in NAMED_DAY_CLOCKS:
            return _take_as_named(self, start, calendar, occasion)
        if self.clock is Clock.BACKWARD:
            return _count_backward(self, start, calendar, occasion)
        longer = replace(self, length=self.length + extra)
        count = _ForwardCount(longer, start, calendar, in_order(excluded))
        return count.reckoning(self, occasion)


ROLLING_CLOCKS = frozenset({Clock.DAYS, Clock.MONTHS})
NAMED_DAY_CLOCKS = frozenset({Clock.FIXED, Clock.SET})
MONTHS_IN = {Unit.MONTH: 1, Unit.YEAR: 12}


def workdays(length: int) -> Period:
    """Return a period of working days, which always ends on one (处罚法 85, 复议法 88 II)."""
    return Period(Clock.WORKDAYS, length, Unit.WORKDAY)


def days(length: int) -> Period:
    """Return a period of days that rolls off a day off (法释〔2018〕1号 48, 复议法 88 I)."""
    return Period(Clock.DAYS, length, Unit.DAY)


def months(length: int) -> Period:
    """Return a period of months to the corresponding day, which rolls (民法典 202, 203)."""
    return Period(Clock.MONTHS, length, Unit.MONTH)


def years(length: int) -> Period:
    """Return a period of years to the corresponding day, which rolls (民法典 202, 203)."""
    return Period(Clock.MONTHS, length, Unit.YEAR)


def plain_days(length: int) -> Period:
    """Return a period of days of which no article says that it rolls, as 信访工作条例 34."""
    return Period(Clock.PLAIN_DAYS, length, Unit.DAY)


def plain_months(length: int) -> Period:
    """Return a period of months that does not roll: the court's own, 审限 (行诉法 81, 88)."""
    return Period(Clock.PLAIN_DAYS, length, Unit.MONTH)


def fixed() -> Period:
    """Return the clock of a day of the year that a rule names, as 31 January (条例 49)."""
    return Period(Clock.FIXED, 0, Unit.DAY)


def backward_days(length: int) -> Period:
    """Return a period of days before an event, as the notice of a hearing (解释 71)."""
    return Period(Clock.BACKWARD, length, Unit.DAY)


def backward_workdays(length: int) -> Period:
    """Return a period of working days before an event (复议法 51)."""
    return Period(Clock.BACKWARD, length, Unit.WORKDAY)


def set_by_authority() -> Period:
    """Return the clock of a date as a court or organ notified it, which nobody may compute."""
    return Period(Clock.SET, 0, Unit.DAY)


def units_left(kind: Period | Clock, due_on: date, today: date, calendar: WorkCalendar) -> int:
    """Return how many working days, or days, are left; 0 on the day itself, negative when late.

    Late on a weekend is late by one working day already: the lamp must not say 0.
    """
    if left_unit(kind) is Unit.DAY:
        return (due_on - today).days
    left = calendar.workdays_between(today, due_on)
    return min(left, -1) if today > due_on else left


def left_unit(kind: Period | Clock) -> Unit:
    """Return what units_left is a number of: working days where the law counts them, else days."""
    if isinstance(kind, Period):
        return Unit.WORKDAY if kind.unit is Unit.WORKDAY else Unit.DAY
    return Unit.WORKDAY if kind is Clock.WORKDAYS else Unit.DAY


@dataclass(frozen=True)
class _ForwardCount:
    """A period, its extension included, counted day by day past the windows in their order."""

    period: Period
    start: date
    calendar: WorkCalendar
    windows: Sequence[Window]

    def reckoning(self, granted: Period, occasion: str) -> Reckoning:
        return Reckoning(
            start=self.start,
            raw_end=self.raw_end if self.due_on else None,
            due_on=self.due_on,
            safe_on=self.safe_on,
            provisional=bool(self.unannounced),
            trace=tuple(self._explain(granted, occasion).sentences),
        )

    @cached_property
    def counts_workdays(self) -> bool:
        return self.period.unit is Unit.WORKDAY

    @cached_property
    def total(self) -> int:
        """How many days must count until the period is over."""
        if self.period.unit not in MONTHS_IN:
            return self.period.length
        end = corresponding_day(self.start, self.period.length * MONTHS_IN[self.period.unit])
        return (end - self.start).days

    @cached_property
    def ran(self) -> list[date]:
        """The days on which the clock ran, to the raw end or the window in which it stands."""
        ran, missing = [], self.total
        for day in running_days(self.start, self.windows):
            ran.append(day)
            missing -= self.calendar.is_workday(day) if self.counts_workdays else 1
            if not missing:
                break
        return ran

    @cached_property
    def counted(self) -> int:
        return (
            sum(map(self.calendar.is_workday, self.ran)) if self.counts_workdays else len(self.ran)
        )

    @cached_property
    def raw_end(self) -> date | None:
        return self.ran[-1] if self.counted == self.total else None

    @cached_property
    def due_on(self) -> date | None:
        if self.raw_end is None or self.period.clock not in ROLLING_CLOCKS:
            return self.raw_end
        candidates = chain([self.raw_end], running_days(self.raw_end, self.windows))
        return next(filter(self.calendar.is_workday, candidates), None)

    @cached_property
    def safe_on(self) -> date | None:
        if self.due_on is None:
            return None
        if self.period.clock is Clock.PLAIN_DAYS:
            return self.calendar.on_or_before(self.due_on)
        # Whether the first and last day of a consultation count is not regulated (条例 33 III).
        if self.counts_workdays and any(map(self._excluded_by, self.pauses)):
            return self.calendar.on_or_before(shifted(self.due_on, -1))
        return self.due_on

    @cached_property
    def pauses(self) -> list[Window]:
        """The windows into which the period ran."""
        return pauses(self.windows, after=self.start, until=self.due_on)

    @cached_property
    def unannounced(self) -> list[int]:
        if self.counts_workdays:
            return _unannounced(self.ran, self.calendar)
        if not (self.raw_end and self.due_on and self.safe_on):
            return []
        return _unannounced(each_day(min(self.raw_end, self.safe_on), self.due_on), self.calendar)

    def _excluded_by(self, pause: Window) -> int:
        """Return how many days that would have counted fell into a pause that is over."""
        if pause.last is None:
            return 0
        if self.counts_workdays:
            return self.calendar.workdays_between(shifted(pause.first, -1), pause.last)
        return (pause.last - pause.first).days + 1

    def _explain(self, granted: Period, occasion: str) -> Trace:
        trace = Trace(self.calendar, self.start.year)
        trace.started(self.start, occasion, str(granted))
        if self.counts_workdays:
            trace.passed(self.ran)
        for pause in self.pauses:
            if pause.last is None:
                trace.stopped(pause.first, pause.reason)
            else:
                number = self._excluded_by(pause)
                trace.paused(pause.first, pause.last, pause.reason, number, left_unit(self.period))
        if self.period != granted:
            trace.extended(f"{self.period.length - granted.length}{granted.unit}", str(self.period))
        if self.unannounced:
            trace.unannounced(self.unannounced)
        self._explain_end(trace)
        return trace

    def _explain_end(self, trace: Trace) -> None:
        if not (self.raw_end and self.due_on and self.safe_on):
            trace.left(self._in_words(self.counted), self._in_words(self.total - self.counted))
            return
        if self.counts_workdays and self.safe_on < self.due_on:
            trace.doubted(self.safe_on)
        trace.counted(self._end_in_words(self.raw_end), self.raw_end)
        if self.raw_end < self.due_on:
            trace.rolled(self.raw_end, self.due_on)
        elif self.period.clock is Clock.PLAIN_DAYS and self.safe_on < self.due_on:
            trace.kept(self.due_on, self.safe_on)
        elif self.period.clock in ROLLING_CLOCKS and is_weekend(self.due_on):
            trace.not_rolled(self.due_on)

    def _end_in_words(self, end: date) -> str:
        if self.period.unit not in MONTHS_IN:
            return f"第{self.period}"
        excluded = sum(map(self._excluded_by, self.pauses))
        if excluded:
            return f"到期月的对应日顺加不计入的{excluded}日，最后一日"
        if end.day < self.start.day:
            return f"到期月没有{self.start.day}日，月末日"
        return "到期月的对应日"

    def _in_words(self, number: int) -> str:
        return f"{number}{left_unit(self.period)}"


def _count_backward(
    period: Period, event: date, calendar: WorkCalendar, occasion: str
) -> Reckoning:
    """Return the last day that leaves the period before the event; safe leaves full days free."""
    if period.unit is Unit.WORKDAY:
        raw_end = event
        for _ in range(period.length):
            raw_end = calendar.on_or_before(shifted(raw_end, -1))
    else:
        raw_end = shifted(event, -period.length)
    safe_on = calendar.on_or_before(shifted(raw_end, -1))
    unannounced = _unannounced(each_day(safe_on, shifted(event, -1)), calendar)
    trace = Trace(calendar, event.year)
    trace.started_backward(event, occasion, str(period))
    if period.unit is Unit.WORKDAY:
        trace.passed(each_day(raw_end, shifted(event, -1)))
    if unannounced:
        trace.unannounced(unannounced)
    trace.counted_backward(f"倒数第{period}", raw_end, safe_on)
    return Reckoning(event, raw_end, raw_end, safe_on, bool(unannounced), tuple(trace.sentences))


def _take_as_named(period: Period, day: date, calendar: WorkCalendar, occasion: str) -> Reckoning:
    """Return the day itself; safe is the last working day that is not after it."""
    safe_on = calendar.on_or_before(day)
    unannounced = _unannounced(each_day(safe_on, day), calendar)
    trace = Trace(calendar, day.year)
    trace.named(day, occasion, by_authority=period.clock is Clock.SET)
    if unannounced:
        trace.unannounced(unannounced)
    if safe_on < day:
        trace.kept(day, safe_on)
    return Reckoning(day, day, day, safe_on, bool(unannounced), tuple(trace.sentences))


def _unannounced(consulted: Iterable[date], calendar: WorkCalendar) -> list[int]:
    """Return the years of the days that were consulted although nobody has announced them."""
    return sorted({day.year for day in consulted if not calendar.is_known(day)})
