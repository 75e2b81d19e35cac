"""Reminds of information that is still to be published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from casework.reminders import Reminder, reminds
from disclosure.deadlines import PUBLICATION
from disclosure.models import Publication
from timelimits.calendar import current_calendar
from timelimits.periods import left_unit, units_left


@reminds
def publications_due(today: date) -> Iterator[Reminder]:
    """Yield what is formed and not yet published, counted in working days (第二十六条)."""
    calendar = current_calendar()
    # Seven working days never take more than three weeks, however long the holidays.
    near = Publication.objects.awaiting().filter(due_on__lte=today + timedelta(days=21))
    for publication in near:
        yield Reminder(
            key=f"publication:{publication.pk}:{publication.due_on}",
            text=f"{PUBLICATION.label}（{publication.due_on}）：“{publication}”",
            left=units_left(PUBLICATION.period, publication.due_on, today, calendar),
            unit=left_unit(PUBLICATION.period).value,
            department=publication.department_id,
            insists=True,
        )
