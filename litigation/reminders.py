"""Reminds of seats at hearings that are still empty when the hearing is near."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.reminders import Reminder, reminds
from litigation.models import Hearing
from timelimits.calendar import current_calendar
from timelimits.periods import Clock, left_unit, units_left


@reminds
def empty_seats(today: date) -> Iterator[Reminder]:
    """Yield the hearings ahead at which a seat has no name; daily from five workdays before."""
    calendar = current_calendar()
    for hearing in Hearing.objects.fixed().filter(on__gte=today).with_desk():
        due, empty = hearing.seats_due_on(calendar), hearing.empty_seats
        if due and empty:
            yield Reminder(
                key=f"seats:{hearing.pk}:{hearing.on}",
                text=f"{hearing.proceeding}，{hearing.on}开庭，{'、'.join(empty)}席位空缺，落实期限",
                left=units_left(Clock.WORKDAYS, due, today, calendar),
                unit=left_unit(Clock.WORKDAYS).value,
                insists=True,
                matter=hearing.proceeding.matter,
            )
