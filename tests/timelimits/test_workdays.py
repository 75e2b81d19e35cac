"""Which days are working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timelimits.days import DateRangeError, each_day
from timelimits.packaged import packaged_days
from timelimits.workdays import Day, WorkCalendar, ordinary_day

OFF = Day(working=False, name="国庆节")
MADE_UP = Day(working=True, name="国庆节调休上班")

CALENDAR = WorkCalendar(dict(packaged_days()), version=1)

any_day = st.dates(date(2003, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 9), True),
        (date(2026, 10, 17), False),
        (date(2026, 10, 1), False),
        (date(2026, 10, 10), True),
        (date(2024, 2, 9), True),
        (date(2022, 12, 31), False),
    ],
    ids=[
        "Friday",
        "Saturday",
        "holiday on a Thursday",
        "make-up Saturday",
        "New Year's Eve of 2024, when rest was only encouraged",
        "day off by the next year's notice",
    ],
)
def test_an_announced_day_is_what_was_announced(day, works):
    assert (CALENDAR.is_workday(day), CALENDAR.is_known(day)) == (works, True)


@pytest.mark.parametrize(
    ("day", "works"),
    [(date(2027, 1, 1), True), (date(2027, 1, 2), False), (date(2003, 12, 31), True)],
    ids=["Friday", "Saturday", "Wednesday before the first announced day"],
)
def test_a_day_not_announced_is_as_the_week_has_it_and_not_known(day, works):
    assert (CALENDAR.is_workday(day), CALENDAR.is_known(day)) == (works, False)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 10, 9), ""),
        (date(2026, 10, 17), "周六"),
        (date(2026, 10, 3), "国庆节放假"),
        (date(2025, 10, 6), "中秋节放假"),
        (date(2026, 10, 10), "调休上班"),
        (date(2027, 1, 3), "周日"),
        (date(2027, 1, 4), ""),
    ],
    ids=[
        "working day",
        "weekend",
        "holiday on a Saturday",
        "holiday within another",
        "make-up Saturday",
        "weekend not announced",
        "working day not announced",
    ],
)
def test_description_says_what_sets_a_day_apart(day, words):
    assert CALENDAR.describe(day) == words


@pytest.mark.parametrize(
    ("announced", "words"),
    [
        (Day(working=False), "临时放假"),
        (Day(working=False, name="台风停工"), "台风停工放假"),
        (Day(working=False, name="国庆节放假"), "国庆节放假"),
        (Day(working=True, name="除夕"), ""),
    ],
    ids=["without a name", "closure of the office", "name that says it", "named working day"],
)
def test_description_of_a_weekday_changed_by_hand(announced, words):
    friday = date(2026, 7, 10)

    assert WorkCalendar({friday: announced}).describe(friday) == words


def test_holiday_is_the_name_of_a_day_off_and_nothing_on_a_mere_weekend():
    names = [CALENDAR.holiday(day) for day in each_day(date(2026, 10, 7), date(2026, 10, 11))]

    assert names == ["国庆节", "", "", "", ""]


def test_the_next_working_day_may_be_a_make_up_saturday():
    national_day = date(2022, 10, 5)

    assert CALENDAR.on_or_after(national_day) == date(2022, 10, 8)


def test_a_working_day_is_the_next_and_the_last_one_itself():
    friday = date(2026, 10, 9)

    assert (CALENDAR.on_or_after(friday), CALENDAR.on_or_before(friday)) == (friday, friday)


def test_the_last_working_day_before_a_holiday_lies_before_all_of_it():
    assert CALENDAR.on_or_before(date(2025, 10, 5)) == date(2025, 9, 30)


def test_walking_past_the_end_of_the_calendar_is_refused():
    without_end = WorkCalendar({date.max: OFF})

    with pytest.raises(DateRangeError, match="超出了日历的范围"):
        without_end.on_or_after(date.max)


def test_walking_before_the_beginning_of_the_calendar_is_refused():
    without_beginning = WorkCalendar({date.min: OFF})

    with pytest.raises(DateRangeError, match="超出了日历的范围"):
        without_beginning.on_or_before(date.min)


@pytest.mark.parametrize(
    ("after", "until", "number"),
    [
        (date(2025, 3, 31), date(2025, 4, 10), 7),
        (date(2022, 9, 30), date(2022, 11, 2), 20),
        (date(2026, 10, 9), date(2026, 10, 9), 0),
        (date(2026, 10, 9), date(2026, 10, 10), 1),
        (date(2026, 10, 16), date(2026, 10, 18), 0),
        (date(2025, 4, 10), date(2025, 3, 31), -7),
        (date(2025, 12, 31), date(2026, 12, 31), 248),
    ],
    ids=[
        "across Qingming",
        "across National Day and its make-up days",
        "none within the day itself",
        "a make-up Saturday",
        "a mere weekend",
        "negative when turned round",
        "a whole year",
    ],
)
def test_workdays_between_leaves_out_the_first_day_and_counts_the_last(after, until, number):
    assert CALENDAR.workdays_between(after, until) == number


@given(after=any_day, length=st.integers(0, 1500))
def test_workdays_between_are_those_found_one_by_one(after, length):
    until = after + timedelta(days=length)
    one_by_one = [CALENDAR.is_workday(day) for day in each_day(after, until)][1:]

    assert CALENDAR.workdays_between(after, until) == sum(one_by_one)


@given(after=any_day, until=any_day)
def test_workdays_between_are_the_same_backward_but_negative(after, until):
    assert CALENDAR.workdays_between(after, until) == -CALENDAR.workdays_between(until, after)


@given(day=any_day)
def test_the_working_days_around_a_day_have_none_between_them(day):
    before, after = CALENDAR.on_or_before(day), CALENDAR.on_or_after(day)

    assert CALENDAR.is_workday(before)
    assert CALENDAR.is_workday(after)
    assert CALENDAR.workdays_between(before, after) == (0 if before == after else 1)


def test_an_ordinary_day_is_as_the_week_has_it():
    friday, saturday = date(2027, 3, 5), date(2027, 3, 6)

    assert [ordinary_day(friday), ordinary_day(saturday, source="通知")] == [
        Day(working=True),
        Day(working=False, source="通知"),
    ]
