"""A year's notice taken into the calendar: previewed, then applied."""

from datetime import date

import pytest

from timelimits.calendar import change_days, current_calendar
from timelimits.changes import CalendarChanged
from timelimits.models import CalendarDay
from timelimits.notice_file import LineError
from timelimits.notices import Applied, Change, Preview, apply, preview
from timelimits.periods import workdays
from timelimits.workdays import Day

pytestmark = pytest.mark.django_db

NUMBER = "国办发明电〔2026〕9号"
NEW_YEAR = Day(False, "元旦", NUMBER)
MADE_UP = Day(True, "元旦调休上班", NUMBER)
CLOSED = Day(working=False, name="台风", source="街道通知")


@pytest.fixture(autouse=True)
def told(monkeypatch):
    """Nobody but one listener is told of changes: it hears the last version."""
    changed = CalendarChanged()
    monkeypatch.setattr("timelimits.calendar.calendar_changed", changed)
    changed.register(lambda calendar: [f"按第{calendar.version}版"])


def notice(*lines: str) -> bytes:
    return "\n".join(f"{line},{NUMBER}" for line in lines).encode()


NOTICE_2027 = notice(
    "2027-01-01,休,元旦",
    "2027-01-09,班,元旦",
    "2027-05-01,休,劳动节",
    "2027-10-01,休,国庆节",
    "2027-10-02,休,国庆节",
    "2027-10-03,休,国庆节",
)


def test_a_preview_shows_the_named_days_old_and_new():
    shown = preview(notice("2026-12-31,休,元旦", "2027-01-01,休,元旦"))

    packaged = Day(True, "", "国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）")
    assert [change for change in shown.changes if change.named] == [
        Change(date(2026, 12, 31), packaged, NEW_YEAR),
        Change(date(2027, 1, 1), None, NEW_YEAR),
    ]


def test_a_preview_fills_the_rest_of_a_year_as_the_week_has_it():
    shown = preview(NOTICE_2027)

    filling = [change for change in shown.changes if not change.named]
    assert len(filling) == 365 - 6
    assert filling[:2] == [
        Change(date(2027, 1, 2), None, Day(False, "", NUMBER), named=False),
        Change(date(2027, 1, 3), None, Day(False, "", NUMBER), named=False),
    ]


def test_a_preview_leaves_days_that_are_already_known():
    change_days({date(2027, 3, 5): CLOSED}, by_hand=True)

    shown = preview(NOTICE_2027)

    assert date(2027, 3, 5) not in {change.on for change in shown.changes}


def test_a_preview_of_what_the_calendar_says_already_is_empty():
    apply(preview(NOTICE_2027).changes)

    assert preview(NOTICE_2027) == Preview()


def test_a_preview_marks_a_day_that_was_edited_by_hand():
    change_days({date(2027, 1, 1): CLOSED}, by_hand=True)

    shown = preview(NOTICE_2027)

    assert shown.changes[0] == Change(date(2027, 1, 1), CLOSED, NEW_YEAR, conflict=True)


def test_a_preview_writes_nothing():
    preview(NOTICE_2027)

    assert not current_calendar().is_known(date(2027, 1, 1))


def test_a_preview_of_a_wrong_file_shows_its_errors_alone():
    assert preview(notice("2027-01-01,休,元旦", "2027-01-02,假,元旦")) == Preview(
        errors=(LineError("“假”应为“休”或“班”", 2),)
    )


def test_a_preview_warns_of_holidays_that_a_new_year_lacks():
    shown = preview(notice("2027-01-01,休,元旦", "2027-05-01,休,劳动节"))

    assert shown.warnings == (
        "2027-10-01是法定节假日，文件没有列出，请核对是否完整",
        "2027-10-02是法定节假日，文件没有列出，请核对是否完整",
        "2027-10-03是法定节假日，文件没有列出，请核对是否完整",
    )


def test_a_single_day_of_a_known_year_is_taken_without_a_warning():
    shown = preview(notice("2026-11-30,休,临时"))

    assert (len(shown.changes), shown.warnings) == (1, ())


def test_an_applied_notice_makes_its_year_known():
    shown = preview(NOTICE_2027)

    applied = apply(shown.changes)

    calendar = current_calendar()
    assert applied == Applied(written=shown.changes, left=(), moved=("按第2版",))
    assert (calendar.version, calendar.days[date(2027, 1, 9)]) == (2, MADE_UP)
    assert calendar.is_known(date(2027, 12, 31))
    assert not calendar.is_known(date(2028, 1, 1))


def test_a_date_is_no_longer_provisional_once_its_year_is_known():
    received = date(2026, 12, 10)
    before = workdays(20).reckon(received, current_calendar())

    apply(preview(NOTICE_2027).changes)

    after = workdays(20).reckon(received, current_calendar())
    assert (before.due_on, before.provisional) == (date(2027, 1, 7), True)
    assert (after.due_on, after.provisional) == (date(2027, 1, 8), False)


def test_a_day_edited_by_hand_is_left_and_reported():
    change_days({date(2027, 1, 1): CLOSED}, by_hand=True)
    shown = preview(NOTICE_2027)

    applied = apply(shown.changes)

    assert applied.left == (shown.changes[0],)
    assert CalendarDay.objects.get(pk=date(2027, 1, 1)).day == CLOSED
    assert CalendarDay.objects.get(pk=date(2027, 1, 9)).day == MADE_UP


def test_a_day_edited_by_hand_since_the_preview_is_left_too():
    shown = preview(NOTICE_2027)
    change_days({date(2027, 1, 1): CLOSED}, by_hand=True)

    applied = apply(shown.changes)

    assert [change.on for change in applied.left] == [date(2027, 1, 1)]
    assert CalendarDay.objects.get(pk=date(2027, 1, 1)).day == CLOSED


def test_a_day_edited_by_hand_is_overwritten_when_told_to():
    change_days({date(2027, 1, 1): CLOSED}, by_hand=True)

    applied = apply(preview(NOTICE_2027).changes, overwrite_edited=True)

    row = CalendarDay.objects.get(pk=date(2027, 1, 1))
    assert (applied.left, row.day, row.edited_by_hand) == ((), NEW_YEAR, False)


def test_nothing_to_write_makes_no_new_version():
    change_days({date(2027, 1, 1): CLOSED}, by_hand=True)
    only_that_day = preview(NOTICE_2027).changes[:1]

    applied = apply(only_that_day)

    assert applied == Applied(written=(), left=only_that_day, moved=())
    assert current_calendar().version == 2
