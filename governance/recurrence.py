"""The days on which something recurs every week, moved off days off by a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from timelimits.workdays import WorkCalendar

ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)


class Shift(StrEnum):
    """Where a day goes that falls on a day off."""

    AFTER = "after"
    BEFORE = "before"
    NONE = "none"

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(shift.value, LABELS[shift]) for shift in cls]


LABELS = {
    Shift.AFTER: "顺延至之后第一个工作日",
    Shift.BEFORE: "提前至之前最后一个工作日",
    Shift.NONE: "取消当次",
}


@dataclass(frozen=True)
class Recurring:
    """One day of a recurrence: when it was to be, when it is, and whose turn it is.

    `on` is None where the rule drops it.
    """

    regular: date
    on: date | None
    leader: str = ""
    reason: str = ""

    @property
    def is_moved(self) -> bool:
        return self.on != self.regular


@dataclass(frozen=True)
class Recurrence:
    """A weekday that comes again, from one day to another, with leaders in turn."""

    weekday: int
    shift: Shift
    leaders: tuple[str, ...] = ()
    since: date = date.min
    until: date | None = None

    def days_between(self, first: date, last: date, calendar: WorkCalendar) -> list[Recurring]:
        """Return the regular days of a stretch, each with the day it really is.

        A day that is moved belongs to the stretch in which it regularly falls, so that a year has
        each of its weeks once.
        """
        return (
            [
                self.moved(regular, number, calendar)
                for number, regular in self.regular_days()
                if first <= regular <= last
            ]
            if self.overlaps(first, last)
            else []
        )

    def overlaps(self, first: date, last: date) -> bool:
        return self.since <= last and (self.until is None or self.until >= first)

    def regular_days(self) -> Iterator[tuple[int, date]]:
        """Yield every regular day with its number, from the first on, up to 50 years."""
        regular = self.since + timedelta(days=(self.weekday - self.since.isoweekday()) % 7)
        for number in range(52 * 50):
            if self.until and regular > self.until:
                return
            yield number, regular
            regular += WEEK

    def moved(self, regular: date, number: int, calendar: WorkCalendar) -> Recurring:
        leader = self.leaders[number % len(self.leaders)] if self.leaders else ""
        if calendar.is_workday(regular):
            return Recurring(regular, regular, leader)
        on = {
            Shift.AFTER: lambda: calendar.on_or_after(regular),
            Shift.BEFORE: lambda: calendar.on_or_before(regular),
            Shift.NONE: lambda: None,
        }[self.shift]()
        return Recurring(regular, on, leader, calendar.describe(regular))
