"""Reminds of days of publicity for which nothing is planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.reminders import Reminder, reminds
from publicity.nodes import unplanned_ahead


@reminds
def unplanned_nodes(today: date) -> Iterator[Reminder]:
    """Yield the nodes that come soon and have neither plan nor activity."""
    for entry in unplanned_ahead(today):
        if entry.first is None:
            continue
        yield Reminder(
            key=f"node:{entry.node.pk}:{entry.first}",
            text=f"普法节点“{entry.node}”（{entry.first}）还没有安排，",
            left=(entry.first - today).days,
            steps=(entry.node.remind_days, 7, 0),
        )
