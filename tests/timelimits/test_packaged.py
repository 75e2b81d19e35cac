"""The packaged days against the notices of 2022 to 2026, typed from their text."""

from collections import Counter
from datetime import date

import pytest

from timelimits.days import each_day, is_weekend
from timelimits.packaged import packaged_days
from timelimits.workdays import Day

DAYS = dict(packaged_days())

OFF = [
    # 国办发明电〔2021〕11号
    (date(2022, 1, 1), date(2022, 1, 3)),
    (date(2022, 1, 31), date(2022, 2, 6)),
    (date(2022, 4, 3), date(2022, 4, 5)),
    (date(2022, 4, 30), date(2022, 5, 4)),
    (date(2022, 6, 3), date(2022, 6, 5)),
    (date(2022, 9, 10), date(2022, 9, 12)),
    (date(2022, 10, 1), date(2022, 10, 7)),
    # 国办发明电〔2022〕16号
    (date(2022, 12, 31), date(2023, 1, 2)),
    (date(2023, 1, 21), date(2023, 1, 27)),
    (date(2023, 4, 5), date(2023, 4, 5)),
    (date(2023, 4, 29), date(2023, 5, 3)),
    (date(2023, 6, 22), date(2023, 6, 24)),
    (date(2023, 9, 29), date(2023, 10, 6)),
    # 国办发明电〔2023〕7号
    (date(2024, 1, 1), date(2024, 1, 1)),
    (date(2024, 2, 10), date(2024, 2, 17)),
    (date(2024, 4, 4), date(2024, 4, 6)),
    (date(2024, 5, 1), date(2024, 5, 5)),
    (date(2024, 6, 10), date(2024, 6, 10)),
    (date(2024, 9, 15), date(2024, 9, 17)),
    (date(2024, 10, 1), date(2024, 10, 7)),
    # 国办发明电〔2024〕12号
    (date(2025, 1, 1), date(2025, 1, 1)),
    (date(2025, 1, 28), date(2025, 2, 4)),
    (date(2025, 4, 4), date(2025, 4, 6)),
    (date(2025, 5, 1), date(2025, 5, 5)),
    (date(2025, 5, 31), date(2025, 6, 2)),
    (date(2025, 10, 1), date(2025, 10, 8)),
    # the notice of 2025-11-04
    (date(2026, 1, 1), date(2026, 1, 3)),
    (date(2026, 2, 15), date(2026, 2, 23)),
    (date(2026, 4, 4), date(2026, 4, 6)),
    (date(2026, 5, 1), date(2026, 5, 5)),
    (date(2026, 6, 19), date(2026, 6, 21)),
    (date(2026, 9, 25), date(2026, 9, 27)),
    (date(2026, 10, 1), date(2026, 10, 7)),
]
MADE_UP = {
    2022: [(1, 29), (1, 30), (4, 2), (4, 24), (5, 7), (10, 8), (10, 9)],
    2023: [(1, 28), (1, 29), (4, 23), (5, 6), (6, 25), (10, 7), (10, 8)],
    2024: [(2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12)],
    2025: [(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
    2026: [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
}


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026])
def test_every_day_of_a_year_is_as_the_notices_have_it(year):
    off = {day for first, last in OFF for day in each_day(first, last)}
    made_up = {date(year, month, day) for month, day in MADE_UP[year]}
    whole_year = list(each_day(date(year, 1, 1), date(year, 12, 31)))

    expected = {day: day in made_up or not (day in off or is_weekend(day)) for day in whole_year}
    assert {day: DAYS[day].working for day in whole_year} == expected


def test_the_years_have_as_many_working_days_as_counted_by_hand():
    working = Counter(day.year for day, is_ in DAYS.items() if is_.working)

    assert {year: working[year] for year in range(2022, 2027)} == {
        2022: 249,
        2023: 249,
        2024: 251,
        2025: 248,
        2026: 248,
    }


def test_every_day_of_2004_to_2026_is_there_once_and_in_order():
    assert [day for day, _ in packaged_days()] == list(
        each_day(date(2004, 1, 1), date(2026, 12, 31))
    )


@pytest.mark.parametrize(
    ("on", "day"),
    [
        (date(2024, 2, 9), Day(True, "", "国办发明电〔2023〕7号（2023-10-25）")),
        (
            date(2026, 10, 3),
            Day(False, "国庆节", "国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）"),
        ),
        (date(2025, 10, 6), Day(False, "中秋节", "国办发明电〔2024〕12号（2024-11-12）")),
        (date(2022, 10, 8), Day(True, "国庆节调休上班", "国办发明电〔2021〕11号（2021-10-25）")),
        (date(2022, 12, 31), Day(False, "元旦", "国办发明电〔2022〕16号（2022-12-08）")),
        (date(2022, 12, 30), Day(True, "", "国办发明电〔2021〕11号（2021-10-25）")),
        (date(2025, 11, 22), Day(False, "", "国办发明电〔2024〕12号（2024-11-12）")),
        (date(2015, 9, 3), Day(False, "抗战胜利纪念日", "软件包 chinese_calendar 所载节假日安排")),
    ],
    ids=[
        "New Year's Eve of 2024",
        "holiday",
        "holiday within another",
        "make-up day",
        "New Year by the next year's notice",
        "the day before it",
        "weekend",
        "before the notices that were read",
    ],
)
def test_a_day_carries_its_name_and_its_notice(on, day):
    assert DAYS[on] == day
