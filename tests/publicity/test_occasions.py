"""When a day of publicity falls in a year."""

from datetime import date

import pytest

from publicity.occasions import Occasion, Rule, occurrence

DAYS = {
    "a day": (Occasion(Rule.DAY, month=4, day=15), date(2026, 4, 15), date(2026, 4, 15)),
    "the last of February in a common year": (
        Occasion(Rule.DAY, month=2, day=29),
        date(2026, 2, 28),
        date(2026, 2, 28),
    ),
    "a stretch": (
        Occasion(Rule.STRETCH, 12, 1, 12, 7),
        date(2026, 12, 1),
        date(2026, 12, 7),
    ),
    "a month": (Occasion(Rule.MONTH, month=2), date(2026, 2, 1), date(2026, 2, 28)),
    "the third Saturday of September": (
        Occasion(Rule.WEEKDAY, month=9, week=3, weekday=6),
        date(2026, 9, 19),
        date(2026, 9, 19),
    ),
    "a month that begins with the weekday": (
        Occasion(Rule.WEEKDAY, month=6, week=1, weekday=1),
        date(2026, 6, 1),
        date(2026, 6, 1),
    ),
}


@pytest.mark.parametrize(("occasion", "first", "last"), DAYS.values(), ids=DAYS.keys())
def test_an_occasion_is_found_in_its_year(occasion, first, last):
    assert occurrence(occasion, 2026) == (first, last)


def test_an_occasion_by_notice_has_no_days_of_its_own():
    assert occurrence(Occasion(Rule.NOTICE, month=12), 2026) is None


FAULTS = {
    "no day": (Occasion(Rule.DAY, month=4), "“固定日期”还缺少月、日或星期。"),
    "31 April": (Occasion(Rule.DAY, month=4, day=31), "没有这样的日期。"),
    "a sixth Saturday": (
        Occasion(Rule.WEEKDAY, month=9, week=6, weekday=6),
        "没有这样的日期。",
    ),
    "an eighth weekday": (
        Occasion(Rule.WEEKDAY, month=9, week=1, weekday=8),
        "没有这样的日期。",
    ),
    "an end before its start": (
        Occasion(Rule.STRETCH, 12, 7, 12, 1),
        "结束日期不能早于开始日期。",
    ),
    "nothing wrong": (Occasion(Rule.DAY, month=2, day=29), ""),
}


@pytest.mark.parametrize(("occasion", "fault"), FAULTS.values(), ids=FAULTS.keys())
def test_a_description_that_names_no_day_says_why(occasion, fault):
    assert occasion.fault == fault


@pytest.mark.parametrize(
    ("occasion", "words"),
    [
        (Occasion(Rule.DAY, month=4, day=15), "4月15日"),
        (Occasion(Rule.STRETCH, 12, 1, 12, 7), "12月1日至12月7日"),
        (Occasion(Rule.MONTH, month=5), "5月"),
        (Occasion(Rule.WEEKDAY, month=9, week=3, weekday=6), "9月第3个星期六"),
        (Occasion(Rule.NOTICE), "每年按通知或农历确定"),
    ],
    ids=str,
)
def test_an_occasion_says_itself_in_words(occasion, words):
    assert str(occasion) == words
