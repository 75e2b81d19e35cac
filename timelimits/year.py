"""A year of the working calendar as it hangs on the wall: twelve months, 休 and 班 marked."""

from calendar import Calendar
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from timelimits.days import each_day, is_weekend, shifted
from timelimits.workdays import WorkCalendar

OFF, MADE_UP = "休", "班"

MONDAY_FIRST = Calendar()


@dataclass(frozen=True)
class Square:
    """A day on the sheet: its mark, what is to be said of it, and how it looks."""

    on: date
    mark: str
    name: str
    look: str
    is_today: bool


@dataclass(frozen=True)
class Month:
    """A month of the sheet; a week begins on Monday and has None where another month is."""

    number: int
    workdays: int
    weeks: tuple[tuple[Square | None, ...], ...]


@dataclass(frozen=True)
class YearSheet:
    """A year of the calendar; the days edited by hand are given, for the calendar does not know."""

    number: int
    calendar: WorkCalendar
    today: date
    edited: Collection[date] = ()

    @cached_property
    def months(self) -> list[Month]:
        """The twelve months."""
        return [self._month(number) for number in range(1, 13)]

    @property
    def workdays(self) -> int:
        """How many working days the year has."""
        first, last = date(self.number, 1, 1), date(self.number, 12, 31)
        return self.calendar.workdays_between(shifted(first, -1), last)

    @cached_property
    def unknown(self) -> int:
        """How many days of the year have not been announced."""
        return sum(not self.calendar.is_known(day) for day in self._days)

    @property
    def is_unannounced(self) -> bool:
        """Whether nothing is known of the year, so that all its dates are provisional."""
        return self.unknown == len(self._days)

    @property
    def sources(self) -> list[str]:
        """What the year rests on, the notice of most days first, without what a person edited."""
        known = (self.calendar.days.get(day) for day in self._days if day not in self.edited)
        return [source for source, _ in Counter(day.source for day in known if day).most_common()]

    @cached_property
    def _days(self) -> list[date]:
        return list(each_day(date(self.number, 1, 1), date(self.number, 12, 31)))

    def _month(self, number: int) -> Month:
        weeks = tuple(
            tuple(self._square(day) if day.month == number else None for day in week)
            for week in MONDAY_FIRST.monthdatescalendar(self.number, number)
        )
        days = [square.on for week in weeks for square in week if square]
        return Month(number, sum(map(self.calendar.is_workday, days)), weeks)

    def _square(self, day: date) -> Square:
        mark = mark_of(day, self.calendar)
        said = [
            self._name(day) if mark else "",
            "" if self.calendar.is_known(day) else "尚未公布",
            "人工修改" if day in self.edited else "",
        ]
        return Square(
            on=day,
            mark=mark,
            name="，".join(filter(None, said)),
            look=self._look(day, mark),
            is_today=day == self.today,
        )

    def _name(self, day: date) -> str:
        announced = self.calendar.days.get(day)
        made_up = self.calendar.is_workday(day) and announced and announced.name
        return made_up or self.calendar.describe(day)

    def _look(self, day: date, mark: str) -> str:
        looks = {
            "off": not self.calendar.is_workday(day),
            "off-named": mark == OFF,
            "makeup": mark == MADE_UP,
            "unknown": not self.calendar.is_known(day),
            "edited": day in self.edited,
        }
        return " ".join(look for look, applies in looks.items() if applies)


def mark_of(day: date, calendar: WorkCalendar) -> str:
    """Return 休 for a holiday, 班 for a make-up day, "" for a day like any other of the week."""
    if calendar.is_workday(day):
        return MADE_UP if is_weekend(day) else ""
    return OFF if calendar.holiday(day) else ""
