"""The reception days of a year by the office's own rule, and what was recorded on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.metrics import Span
from governance.models import Reception, ReceptionPlan
from governance.recurrence import Recurring
from timelimits.workdays import WorkCalendar


@dataclass(frozen=True)
class ReceptionDay:
    """A day on which leaders receive: as planned, and how many visits were recorded."""

    planned: Recurring
    visits: int

    def state_on(self, today: date) -> str:
        """Return in words how the day stands."""
        if self.planned.on is None:
            return "取消"
        if self.visits:
            return f"已登记 {self.visits} 批"
        return "未登记" if self.planned.on <= today else ""


def days_of(year: int, calendar: WorkCalendar) -> list[ReceptionDay]:
    """Return the reception days of a year, each with the visits recorded on its real day."""
    span = Span.year(year)
    visits: dict[date, int] = {}
    recorded = Reception.objects.valid().filter(on__range=(span.first, date(year + 1, 1, 31)))
    for on in recorded.values_list("on", flat=True):
        visits[on] = visits.get(on, 0) + 1
    planned = [
        recurring
        for plan in ReceptionPlan.objects.all()
        for recurring in plan.recurrence.days_between(span.first, span.last, calendar)
    ]
    return [
        ReceptionDay(recurring, visits.get(recurring.on, 0) if recurring.on else 0)
        for recurring in sorted(planned, key=lambda recurring: recurring.regular)
    ]
