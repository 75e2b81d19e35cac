"""Reminds of seats at hearings that are still empty when the hearing is near."""

from __future__ import annotations

from datetime import date

from casework.models import Notice
from casework.reminders import Desks, register, step_of, time_left
from litigation.models import Hearing
from timelimits.periods import Clock, units_left
from timelimits.workdays import WorkCalendar


@register
def empty_seats(today: date, calendar: WorkCalendar, desks: Desks) -> list[Notice]:
    """Return the notices of hearings ahead at which a seat has no name."""
    ahead = Hearing.objects.fixed().filter(on__gte=today).with_desk()
    return [notice for hearing in ahead for notice in notices_of(hearing, today, calendar, desks)]


def notices_of(hearing: Hearing, today: date, calendar: WorkCalendar, desks: Desks) -> list[Notice]:
    """Return the notices of one hearing on a day; grave from five working days before it."""
    due, empty = hearing.seats_due_on(calendar), hearing.empty_seats
    if due is None or not empty:
        return []
    left = units_left(Clock.WORKDAYS, due, today, calendar)
    step = step_of(left)
    if step is None:
        return []
    matter = hearing.proceeding.matter
    text = f"{hearing.on}开庭，{'、'.join(empty)}席位空缺，{time_left(left, '个工作日')}：{matter}"
    return [
        Notice(
            recipient_id=pk,
            key=f"seats:{hearing.pk}:{hearing.on}:{step}",
            text=text[:300],
            matter=matter,
            grave=left <= 0,
        )
        for pk in desks.of_matter(matter, late=left < 0)
    ]
