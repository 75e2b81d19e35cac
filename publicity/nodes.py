"""The calendar of publicity days: when each falls in a year, and whether something is planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from casework.metrics import Span
from publicity.models import Activity, PlanItem, PublicityNode


@dataclass(frozen=True)
class NodeYear:
    """A day of publicity in a year, with what was planned and what was held around it."""

    node: PublicityNode
    first: date | None
    last: date | None
    planned: int
    held: int

    @property
    def is_missing(self) -> bool:
        """Whether nothing has been planned or held for it."""
        return not (self.planned or self.held)

    def state_on(self, day: date) -> str:
        """Return in words how the node stands on a day."""
        if self.held:
            return f"已开展 {self.held} 场"
        if self.planned:
            return f"已列计划 {self.planned} 项"
        if self.first is None:
            return "日期待通知"
        return "未安排" if self.last and day <= self.last else "未开展"


def year_of(year: int) -> list[NodeYear]:
    """Return the days of publicity of a year in their order; those still unknown come last."""
    nodes = PublicityNode.objects.filter(is_active=True).prefetch_related("dates")
    held = numbers_of(Activity.objects.valid().within(Span.year(year)))
    planned = numbers_of(PlanItem.objects.valid().in_year(year))
    found = []
    for node in nodes:
        first, last = node.days_in(year) or (None, None)
        found.append(NodeYear(node, first, last, planned.get(node.pk, 0), held.get(node.pk, 0)))
    return sorted(found, key=lambda entry: (entry.first or date.max, entry.node.pk))


def numbers_of(records) -> dict[int, int]:
    """Return how many records there are for each node."""
    numbers: dict[int, int] = {}
    for node in records.filter(node__isnull=False).values_list("node", flat=True):
        numbers[node] = numbers.get(node, 0) + 1
    return numbers


def unplanned_ahead(today: date) -> Iterable[NodeYear]:
    """Yield the nodes that come soon and for which nothing is planned."""
    for year in (today.year, today.year + 1):
        for entry in year_of(year):
            if entry.first is None or not entry.is_missing:
                continue
            if today <= entry.first <= today + timedelta(days=entry.node.remind_days):
                yield entry
