"""The calendar of the database: read once per version, written in one place."""

from datetime import date

import pytest
from django.db import transaction

from timelimits.calendar import change_days, current_calendar, forget
from timelimits.changes import CalendarChanged
from timelimits.models import CalendarDay, CalendarVersion
from timelimits.workdays import Day

pytestmark = pytest.mark.django_db

NEW_YEAR = date(2027, 1, 1)
OFF = Day(working=False, name="元旦", source="通知")


@pytest.fixture
def told(monkeypatch):
    """The calendars that were announced, each as its version."""
    versions = []
    changed = CalendarChanged()
    monkeypatch.setattr("timelimits.calendar.calendar_changed", changed)

    @changed.register
    def hear(calendar):
        versions.append(calendar.version)
        return [f"第{calendar.version}版"]

    return versions


@pytest.fixture
def failing(monkeypatch):
    """Whoever is told of a change fails."""
    changed = CalendarChanged()
    monkeypatch.setattr("timelimits.calendar.calendar_changed", changed)

    @changed.register
    def fail(calendar):
        raise RuntimeError


def change_and_roll_back(days):
    with transaction.atomic():
        change_days(days)
        current_calendar()
        transaction.set_rollback(True)


def test_the_calendar_begins_with_the_packaged_days():
    calendar = current_calendar()

    assert (calendar.version, len(calendar.days)) == (1, 8401)
    assert calendar.days[date(2022, 10, 8)] == Day(
        True, "国庆节调休上班", "国办发明电〔2021〕11号（2021-10-25）"
    )


def test_reading_it_again_takes_one_query_and_no_new_calendar(django_assert_num_queries):
    before = current_calendar()

    with django_assert_num_queries(1):
        after = current_calendar()

    assert after is before


def test_forgetting_reads_the_days_again(django_assert_num_queries):
    before = current_calendar()
    forget()

    with django_assert_num_queries(2):
        after = current_calendar()

    assert after is not before
    assert after.days == before.days


def test_a_change_is_in_the_next_calendar_under_the_next_version(told):
    change_days({NEW_YEAR: OFF})

    calendar = current_calendar()
    assert (calendar.version, calendar.days[NEW_YEAR]) == (2, OFF)


def test_a_change_returns_what_moved_by_the_new_calendar(told):
    moved = change_days({NEW_YEAR: OFF})

    assert (moved, told) == (["第2版"], [2])


def test_a_change_by_hand_is_marked_with_its_moment(told):
    change_days({NEW_YEAR: OFF}, by_hand=True)

    row = CalendarDay.objects.get(pk=NEW_YEAR)
    assert (row.day, row.edited_by_hand, row.edited_at is None) == (OFF, True, False)


def test_a_change_by_a_notice_takes_the_mark_away(told):
    change_days({NEW_YEAR: OFF}, by_hand=True)

    change_days({NEW_YEAR: Day(working=True)})

    row = CalendarDay.objects.get(pk=NEW_YEAR)
    assert (row.day, row.edited_by_hand, row.edited_at) == (Day(working=True), False, None)


def test_a_change_that_is_rolled_back_leaves_nothing_behind(told):
    change_and_roll_back({NEW_YEAR: OFF})

    calendar = current_calendar()
    assert (calendar.version, calendar.is_known(NEW_YEAR)) == (1, False)


def test_a_change_after_one_that_was_rolled_back_is_not_taken_for_it(told):
    change_and_roll_back({NEW_YEAR: OFF})

    change_days({NEW_YEAR: Day(working=True)})

    calendar = current_calendar()
    assert (calendar.version, calendar.days[NEW_YEAR]) == (2, Day(working=True))


def test_what_fails_while_the_change_is_told_takes_the_change_back(failing):
    with pytest.raises(RuntimeError):
        change_days({NEW_YEAR: OFF})

    assert not CalendarDay.objects.filter(pk=NEW_YEAR).exists()


def test_without_a_version_every_day_is_as_the_week_has_it():
    CalendarVersion.objects.all().delete()

    calendar = current_calendar()

    assert (calendar.version, dict(calendar.days)) == (0, {})
