"""Plain arithmetic with days: weekends, steps, the same day of a later month."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

WEEKDAYS = 5


class DateRangeError(ValueError):
    """A count of days left the calendar, which ends with the year 9999."""


def is_weekend(day: date) -> bool:
    """Return whether the day is a Saturday or Sunday, worked or not."""
    return day.weekday() >= WEEKDAYS


def weekday_name(day: date) -> str:
    """Return 周一 to 周日."""
    return "周" + "一二三四五六日"[day.weekday()]


def shifted(day: date, days: int) -> date:
    """Return the day so many days later, or earlier if negative."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise DateRangeError(f"从{day}起数{days}日，超出了日历的范围") from error


def each_day(first: date, last: date) -> Iterator[date]:
    """Yield the days from one to another, both included."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def corresponding_day(start: date, months: int) -> date:
    """Return the same day of a later month, or that month's last if it has none (民法典 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        raise DateRangeError(f"从{start}起数{months}个月，超出了日历的范围")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
