"""Reception days come again every week and are moved off days off by the office's rule."""

from datetime import date

import pytest

from governance.recurrence import Recurrence, Shift
from timelimits.packaged import packaged_days
from timelimits.workdays import WorkCalendar

CALENDAR = WorkCalendar(dict(packaged_days()))
YEAR = (date(2022, 1, 1), date(2022, 12, 31))
FRIDAY = 5


def fridays(shift=Shift.AFTER, **more):
    more.setdefault("since", date(2022, 1, 1))
    return Recurrence(FRIDAY, shift, **more)


def moved_days(shift):
    days = fridays(shift).days_between(*YEAR, CALENDAR)
    return {day.regular: day.on for day in days if day.is_moved}


@pytest.mark.parametrize(
    ("shift", "moved"),
    [
        (Shift.AFTER, (date(2022, 2, 7), date(2022, 6, 6), date(2022, 10, 8))),
        (Shift.BEFORE, (date(2022, 1, 30), date(2022, 6, 2), date(2022, 9, 30))),
        (Shift.NONE, (None, None, None)),
    ],
    ids=["to the next working day", "to the one before", "dropped"],
)
def test_a_friday_off_is_moved_by_the_rule(shift, moved):
    holidays = (date(2022, 2, 4), date(2022, 6, 3), date(2022, 10, 7))

    assert moved_days(shift) == dict(zip(holidays, moved, strict=True))


def test_a_year_has_each_of_its_fridays_once():
    assert len(fridays().days_between(*YEAR, CALENDAR)) == 52


def test_a_moved_day_says_why():
    (day,) = fridays().days_between(date(2022, 10, 7), date(2022, 10, 7), CALENDAR)

    assert (day.on, day.reason) == (date(2022, 10, 8), "国庆节放假")


def test_leaders_take_turns_also_over_the_year():
    rule = fridays(leaders=("书记", "主任"), since=date(2021, 12, 24))

    days = rule.days_between(date(2021, 12, 31), date(2022, 1, 14), CALENDAR)

    assert [(day.regular, day.leader) for day in days] == [
        (date(2021, 12, 31), "主任"),
        (date(2022, 1, 7), "书记"),
        (date(2022, 1, 14), "主任"),
    ]


@pytest.mark.parametrize(
    ("since", "until", "number"),
    [
        (date(2022, 1, 7), date(2022, 1, 7), 1),
        (date(2022, 1, 8), date(2022, 1, 13), 0),
        (date(2023, 1, 1), None, 0),
        (date(2020, 1, 1), date(2021, 12, 31), 0),
    ],
    ids=["the day itself", "between two", "later", "over"],
)
def test_a_rule_holds_from_its_first_to_its_last_day(since, until, number):
    days = fridays(since=since, until=until).days_between(*YEAR, CALENDAR)

    assert len(days) == number
