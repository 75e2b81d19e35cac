"""Which days are working days, 工作日历."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from timelimits.days import WEEKDAYS, is_weekend, shifted, weekday_name


@dataclass(frozen=True)
class Day:
    """What has been announced of a day: whether it is worked, under which name, by whom."""

    working: bool
    name: str = ""
    source: str = ""


@dataclass(frozen=True, eq=False)
class WorkCalendar:
    """The announced days, and Monday to Friday wherever nothing has been announced."""

    days: Mapping[date, Day] = field(default_factory=dict, repr=False)
    version: int = 0

    def is_known(self, day: date) -> bool:
        """Return whether the day has been announced; otherwise it is only provisional, 暂定."""
        return day in self.days

    def is_workday(self, day: date) -> bool:
        """Return whether the day is a working day, make-up weekends included."""
        announced = self.days.get(day)
        return not is_weekend(day) if announced is None else announced.working

    def holiday(self, day: date) -> str:
        """Return the name of the holiday on which the day is off; "" on a mere weekend."""
        if self.is_workday(day):
            return ""
        announced = self.days.get(day)
        name = announced.name.removesuffix("放假") if announced else ""
        return name or ("" if is_weekend(day) else "临时")

    def describe(self, day: date) -> str:
        """Return what sets the day apart, as 国庆节放假, 调休上班 or 周六; "" if nothing does."""
        if self.is_workday(day):
            return "调休上班" if is_weekend(day) else ""
        holiday = self.holiday(day)
        return f"{holiday}放假" if holiday else weekday_name(day)

    def on_or_after(self, day: date) -> date:
        """Return the day itself if it is a working day, else the first one after it."""
        while not self.is_workday(day):
            day = shifted(day, 1)
        return day

    def on_or_before(self, day: date) -> date:
        """Return the day itself if it is a working day, else the last one before it."""
        while not self.is_workday(day):
            day = shifted(day, -1)
        return day

    def workdays_between(self, after: date, until: date) -> int:
        """Return how many working days follow a day, up to and including another.

        Negative, by the same count, when the other day is the earlier one.
        """
        return self._workdays_until(until) - self._workdays_until(after)

    def _workdays_until(self, day: date) -> int:
        # Day 1 of the era is a Monday: whole weeks need no walk, only the exceptions a look.
        weeks, rest = divmod(day.toordinal(), 7)
        by_the_week = weeks * WEEKDAYS + min(rest, WEEKDAYS)
        made_up = bisect_right(self._working_weekends, day)
        return by_the_week + made_up - bisect_right(self._free_weekdays, day)

    @cached_property
    def _working_weekends(self) -> list[date]:
        return sorted(day for day, is_ in self.days.items() if is_.working and is_weekend(day))

    @cached_property
    def _free_weekdays(self) -> list[date]:
        return sorted(
            day for day, is_ in self.days.items() if not is_.working and not is_weekend(day)
        )


def ordinary_day(day: date, *, source: str = "") -> Day:
    """Return the day as the week has it: Monday to Friday working, no name."""
    return Day(working=not is_weekend(day), source=source)
