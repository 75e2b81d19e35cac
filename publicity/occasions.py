"""When a day of publicity falls in a year: a day, a stretch, a weekday of a month, or by notice."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEKDAYS = "一二三四五六日"


class Rule(StrEnum):
    """How the days of a node are found."""

    DAY = "day"
    STRETCH = "stretch"
    MONTH = "month"
    WEEKDAY = "weekday"
    NOTICE = "notice"

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(rule.value, LABELS[rule]) for rule in cls]


LABELS = {
    Rule.DAY: "固定日期",
    Rule.STRETCH: "固定起止日期",
    Rule.MONTH: "整月",
    Rule.WEEKDAY: "某月第几个星期几",
    Rule.NOTICE: "每年按通知或农历确定",
}
NEEDS = {
    Rule.DAY: ("month", "day"),
    Rule.STRETCH: ("month", "day", "until_month", "until_day"),
    Rule.MONTH: ("month",),
    Rule.WEEKDAY: ("month", "week", "weekday"),
    Rule.NOTICE: (),
}
# A leap year, so that 29 February may be named.
ANY_YEAR = 2024


@dataclass(frozen=True)
class Occasion:
    """A day or stretch of the year as it is described."""

    rule: Rule
    month: int | None = None
    day: int | None = None
    until_month: int | None = None
    until_day: int | None = None
    week: int | None = None
    weekday: int | None = None

    @property
    def fault(self) -> str:
        """Why the description names no day, or an empty text."""
        if any(getattr(self, name) is None for name in NEEDS[self.rule]):
            return f"“{LABELS[self.rule]}”还缺少月、日或星期。"
        try:
            found = occurrence(self, ANY_YEAR)
        except ValueError:
            return "没有这样的日期。"
        if found and found[1] < found[0]:
            return "结束日期不能早于开始日期。"
        return ""

    def __str__(self) -> str:
        if self.rule is Rule.DAY:
            return f"{self.month}月{self.day}日"
        if self.rule is Rule.STRETCH:
            return f"{self.month}月{self.day}日至{self.until_month}月{self.until_day}日"
        if self.rule is Rule.MONTH:
            return f"{self.month}月"
        if self.rule is Rule.WEEKDAY and self.weekday:
            return f"{self.month}月第{self.week}个星期{WEEKDAYS[self.weekday - 1]}"
        return LABELS[self.rule]


def occurrence(occasion: Occasion, year: int) -> tuple[date, date] | None:
    """Return the first and last day in a year; None where only the year's notice tells them.

    29 February is the 28th in a common year.
    """
    match occasion:
        case Occasion(Rule.DAY, month=int(month), day=int(day)):
            return (found := day_of(year, month, day)), found
        case Occasion(Rule.STRETCH, int(month), int(day), int(until_month), int(until_day)):
            return day_of(year, month, day), day_of(year, until_month, until_day)
        case Occasion(Rule.MONTH, month=int(month)):
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        case Occasion(Rule.WEEKDAY, month=int(month), week=int(week), weekday=int(weekday)):
            return (found := nth_weekday(year, month, week, weekday)), found
    return None


def day_of(year: int, month: int, day: int) -> date:
    if (month, day) == (2, 29) and not calendar.isleap(year):
        return date(year, 2, 28)
    return date(year, month, day)


def nth_weekday(year: int, month: int, week: int, weekday: int) -> date:
    """Return the n-th Monday (1) to Sunday (7) of a month; ValueError where there is none."""
    first = date(year, month, 1)
    if not (1 <= weekday <= 7 and 1 <= week <= 5):
        raise ValueError("no such weekday")
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (week - 1))
    if found.month != month:
        raise ValueError("no such day in the month")
    return found
