"""The working calendar of the database: read once per version, written in one place."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from timelimits.changes import calendar_changed
from timelimits.models import CalendarDay, CalendarVersion
from timelimits.workdays import Day, WorkCalendar

_remembered: dict[UUID, WorkCalendar] = {}


def current_calendar() -> WorkCalendar:
    """Return the calendar as it stands; while nothing has changed this is one small query.

    What is remembered goes by the version's token, which no two states of the table share: neither
    another database nor a transaction that was rolled back can leave its days behind.
    """
    version = CalendarVersion.objects.filter(pk=CalendarVersion.SINGLE).first()
    if version is None:
        return WorkCalendar()
    calendar = _remembered.get(version.token)
    if calendar is None:
        rows = CalendarDay.objects.values_list("date", "is_workday", "name", "source")
        days = {on: Day(working, name, source) for on, working, name, source in rows}
        calendar = WorkCalendar(days, version.number)
        forget()
        _remembered[version.token] = calendar
    return calendar


def forget() -> None:
    """Read the calendar anew when it is wanted next."""
    _remembered.clear()


@transaction.atomic
def change_days(days: Mapping[date, Day], *, by_hand: bool = False) -> list[object]:
    """Write days into the calendar and return the deadlines that moved because of it.

    Nothing else writes the calendar. What is edited by hand is marked, so that a notice read later
    does not overwrite it unasked.
    """
    # The new version comes before the new days: whoever reads in between must not take the latter
    # for the old ones, nor must two writers overtake each other.
    CalendarVersion.bump()
    edited_at = timezone.now() if by_hand else None
    CalendarDay.objects.bulk_create(
        [
            CalendarDay(
                date=on,
                is_workday=day.working,
                name=day.name,
                source=day.source,
                edited_by_hand=by_hand,
                edited_at=edited_at,
            )
            for on, day in days.items()
        ],
        update_conflicts=True,
        unique_fields=["date"],
        update_fields=["is_workday", "name", "source", "edited_by_hand", "edited_at"],
    )
    return calendar_changed.announce(current_calendar())
