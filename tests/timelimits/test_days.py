"""Plain arithmetic with days."""

from datetime import date

import pytest

from timelimits.days import (
    DateRangeError,
    corresponding_day,
    each_day,
    is_weekend,
    shifted,
    weekday_name,
)


def test_each_day_goes_from_one_day_to_another_with_both():
    days = list(each_day(date(2024, 2, 28), date(2024, 3, 1)))

    assert days == [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)]


def test_each_day_is_empty_when_the_last_comes_before_the_first():
    assert list(each_day(date(2024, 3, 1), date(2024, 2, 29))) == []


def test_weekday_name_is_that_of_the_week():
    week = each_day(date(2026, 11, 23), date(2026, 11, 29))

    assert [weekday_name(day) for day in week] == list(
        map("周{}".format, ["一", "二", "三", "四", "五", "六", "日"])
    )


def test_weekend_is_saturday_and_sunday():
    week = each_day(date(2026, 11, 23), date(2026, 11, 29))

    assert [is_weekend(day) for day in week] == [False] * 5 + [True] * 2


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2025, 4, 1), 6, date(2025, 10, 1)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 11, 30), 1, date(2025, 12, 30)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
    ],
    ids=[
        "same day",
        "no 31st in February",
        "no 31st in February of a leap year",
        "no 29th of February a year later",
        "29th of February four years later",
        "into December",
        "over the year's end",
    ],
)
def test_corresponding_day_is_the_same_day_or_the_last_of_the_month(start, months, expected):
    assert corresponding_day(start, months) == expected


@pytest.mark.parametrize(
    "leave_the_calendar",
    [
        lambda: shifted(date.max, 1),
        lambda: shifted(date.min, -1),
        lambda: shifted(date(2026, 1, 1), 10**12),
        lambda: corresponding_day(date(9999, 12, 1), 1),
    ],
    ids=["after the last day", "before the first day", "beyond reckoning", "after the last month"],
)
def test_leaving_the_calendar_is_refused_with_a_sentence(leave_the_calendar):
    with pytest.raises(DateRangeError, match="超出了日历的范围"):
        leave_the_calendar()
