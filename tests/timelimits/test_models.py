"""The rows of the working calendar."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from timelimits.models import CalendarDay, CalendarVersion
from timelimits.workdays import Day

pytestmark = pytest.mark.django_db


def test_a_row_is_the_day_of_the_pure_calendar():
    row = CalendarDay(date=date(2027, 1, 1), is_workday=False, name="元旦", source="通知")

    assert row.day == Day(working=False, name="元旦", source="通知")


def test_a_row_reads_as_its_date_and_whether_it_is_worked():
    rows = [
        CalendarDay(date=date(2027, 1, 1), is_workday=False),
        CalendarDay(date=date(2027, 1, 4), is_workday=True),
    ]

    assert [str(row) for row in rows] == ["2027-01-01 休息日", "2027-01-04 工作日"]


def test_the_next_version_has_the_next_number_and_a_token_of_its_own():
    before = CalendarVersion.objects.get()

    CalendarVersion.bump()

    after = CalendarVersion.objects.get()
    assert (str(before), str(after)) == ("第1版", "第2版")
    assert after.token != before.token
    assert after.changed_at > before.changed_at


def test_the_first_version_makes_its_own_row():
    CalendarVersion.objects.all().delete()

    CalendarVersion.bump()

    assert CalendarVersion.objects.get().number == 1


def test_there_is_one_version_only():
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarVersion.objects.create(pk=2)
