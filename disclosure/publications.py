"""The last days of publication, worked out again when the working calendar changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from disclosure.models import Publication
from timelimits.changes import calendar_changed
from timelimits.workdays import WorkCalendar


@dataclass(frozen=True)
class MovedPublication:
    """A publication still to be made whose last day a change of the calendar moved."""

    publication: Publication
    old: date | None
    new: date | None

    def __str__(self) -> str:
        return f"{self.publication} 主动公开期限：{self.old or '—'} → {self.new or '—'}"


@calendar_changed.register
@transaction.atomic
def refresh_publications(calendar: WorkCalendar) -> list[MovedPublication]:
    """Work out when each unpublished piece is due and return those that moved, old and new.

    What has been published keeps the day by which it was judged.
    """
    moved = []
    for publication in Publication.objects.awaiting().select_for_update(of=("self",)):
        old = publication.due_on
        publication.reckon(calendar)
        publication.save(update_fields=["due_on", "is_provisional"])
        if publication.due_on != old:
            moved.append(MovedPublication(publication, old, publication.due_on))
    return moved
