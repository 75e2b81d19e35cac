"""The sheet of a year: marks, counts, what is known."""

from datetime import date

import pytest

from timelimits.packaged import packaged_days
from timelimits.workdays import Day, WorkCalendar
from timelimits.year import MADE_UP, OFF, Square, YearSheet

TODAY = date(2026, 11, 24)
PACKAGED = WorkCalendar(dict(packaged_days()))
NOTICE_2026 = "国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）"


def squares(sheet: YearSheet) -> list[Square]:
    return [square for month in sheet.months for week in month.weeks for square in week if square]


def square_of(sheet: YearSheet, day: date) -> Square:
    return next(square for square in squares(sheet) if square.on == day)


@pytest.mark.parametrize(
    ("year", "workdays"), [(2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)]
)
def test_a_year_has_the_working_days_of_its_notice(year, workdays):
    sheet = YearSheet(year, PACKAGED, TODAY)

    assert sheet.workdays == workdays
    assert sum(month.workdays for month in sheet.months) == workdays


def test_a_sheet_marks_holidays_and_make_up_days_alone():
    marks = {square.on: square.mark for square in squares(YearSheet(2026, PACKAGED, TODAY))}

    made_up = [day for day, mark in marks.items() if mark == MADE_UP]
    off = [day for day, mark in marks.items() if mark == OFF]
    assert made_up == [
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ]
    assert (len(marks), len(off)) == (365, 33)


@pytest.mark.parametrize(
    ("day", "square"),
    [
        (date(2026, 11, 23), ("", "", "", False)),
        (date(2026, 11, 24), ("", "", "", True)),
        (date(2026, 11, 28), ("", "", "off", False)),
        (date(2026, 10, 1), ("休", "国庆节放假", "off off-named", False)),
        (date(2026, 10, 3), ("休", "国庆节放假", "off off-named", False)),
        (date(2026, 10, 10), ("班", "国庆节调休上班", "makeup", False)),
    ],
    ids=["working day", "today", "weekend", "holiday", "holiday on a weekend", "make-up day"],
)
def test_a_day_says_what_sets_it_apart(day, square):
    found = square_of(YearSheet(2026, PACKAGED, TODAY), day)

    assert (found.mark, found.name, found.look, found.is_today) == square


def test_a_week_begins_on_monday_and_leaves_other_months_blank():
    first_week = YearSheet(2026, PACKAGED, TODAY).months[9].weeks[0]

    assert [square and square.on.day for square in first_week] == [None, None, None, 1, 2, 3, 4]


def test_a_day_edited_by_hand_says_so_and_is_no_source_of_the_year():
    typhoon = date(2026, 7, 10)
    calendar = WorkCalendar({**PACKAGED.days, typhoon: Day(False, "台风", "街道通知")})

    sheet = YearSheet(2026, calendar, TODAY, edited={typhoon})

    found = square_of(sheet, typhoon)
    assert (found.mark, found.name, found.look) == (
        "休",
        "台风放假，人工修改",
        "off off-named edited",
    )
    assert sheet.sources == [NOTICE_2026]


@pytest.mark.parametrize(
    ("days", "unknown", "is_unannounced", "sources"),
    [
        ({}, 365, True, []),
        ({date(2027, 1, 1): Day(False, "元旦", "预告")}, 364, False, ["预告"]),
    ],
    ids=["nothing known", "one day known"],
)
def test_a_year_says_how_much_of_it_is_unknown(days, unknown, is_unannounced, sources):
    sheet = YearSheet(2027, WorkCalendar(days), TODAY)

    assert (sheet.unknown, sheet.is_unannounced, sheet.sources) == (
        unknown,
        is_unannounced,
        sources,
    )


def test_an_unknown_day_is_said_to_be_so():
    found = square_of(YearSheet(2027, WorkCalendar(), TODAY), date(2027, 1, 4))

    assert (found.mark, found.name, found.look) == ("", "尚未公布", "unknown")
