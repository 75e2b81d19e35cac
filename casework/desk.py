"""What the pages of a handler show: the stage strip, the timeline, the numbers of the workbench."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from casework.models import Deadline, Document, Matter, Notice, Task, TimelineEntry
from people.scope import scope_of
from portal.models import AuditEntry
from portal.views import Tab


@dataclass(frozen=True)
class Step:
    """A dot of the strip: its words, and done, now, stopped or still to come."""

    label: str
    state: str


def steps(matter: Matter) -> list[Step]:
    """Return the stages of a matter's course; one outside the strip stands at the one before."""
    workflow = matter.workflow
    order = list(workflow.stages)
    here = order.index(matter.stage)
    places = [order.index(code) for code, _ in workflow.strip]
    position = max((i for i, place in enumerate(places) if place <= here), default=0)
    found = []
    for i, (code, label) in enumerate(workflow.strip):
        if i < position:
            found.append(Step(label, "done"))
        elif i > position:
            found.append(Step(label, ""))
        else:
            words = label if code == matter.stage else matter.stage_label
            found.append(Step(words, state_of(matter)))
    return found


def state_of(matter: Matter) -> str:
    """Return the state of the dot at which a matter stands."""
    if matter.closed_on:
        return "done"
    return "stopped" if matter.stage in matter.workflow.stopped_at else "now"


def deadlines(matter: Matter) -> list[Deadline]:
    """Return a matter's deadlines: what must still be kept first, then the rest."""
    found = list(matter.deadlines.all())
    return sorted(found, key=lambda d: (not d.is_running, not d.is_duty, d.due_on or date.max))


def timeline(matter: Matter) -> list[TimelineEntry]:
    """Return a matter's entries, newest first, each knowing its correction."""
    entries = list(
        matter.timeline.select_related(
            "recorded_by__staff_member", "recorded_by__counsel", "on_behalf_of__staff_member"
        )
        .prefetch_related("documents")
        .order_by("-on", "-pk")
    )
    corrections = {entry.corrects_id: entry for entry in entries if entry.corrects_id}
    for entry in entries:
        entry.matter = matter
        entry.corrected_by = corrections.get(entry.pk)
    return [entry for entry in entries if entry.corrects_id is None]


def documents(matter: Matter, user) -> list[Document]:
    """Return the newest version of each document a person may see, with its older ones."""
    visible = list(
        Document.objects.filter(matter=matter).select_related("uploaded_by__staff_member")
    )
    if user.counsel_id:
        visible = [document for document in visible if document.for_counsel]
    by_pk = {document.pk: document for document in visible}
    replaced = {document.replaces_id for document in visible}
    for document in visible:
        document.older = []
        before = by_pk.get(document.replaces_id)
        while before:
            document.older.append(before)
            before = by_pk.get(before.replaces_id)
    return [document for document in visible if document.pk not in replaced]


def log(matter: Matter):
    """Return the audit of a matter, newest first."""
    return AuditEntry.objects.of("casework.matter", matter.pk)


MATTER_TABS = (
    Tab("open", "在办", lambda q: q.open()),
    Tab("today", "今日到期", lambda q: q.open().filter(next_due_on=timezone.localdate())),
    Tab("soon", "3 日内到期", lambda q: q.due_soon(timezone.localdate())),
    Tab("overdue", "已逾期", lambda q: q.overdue(timezone.localdate())),
    Tab("idle", "无下一步", lambda q: q.open().filter(next_due_on=None)),
)


@dataclass(frozen=True)
class Workbench:
    """The numbers and lists of a person's first page."""

    tasks: int
    followed: int
    tiles: list[dict[str, object]]
    nearest: list[Matter]
    notices: list[Notice]


def workbench(user, today: date) -> Workbench:
    """Return what a person's workbench shows on a day."""
    scope = scope_of(user, today)
    visible = Matter.objects.within(scope, today)
    codes = ("today", "soon", "overdue", "idle")
    tabs = {tab.code: tab for tab in MATTER_TABS}
    tiles = [
        {
            "label": tabs[code].label,
            "count": tabs[code].narrow(visible).count(),
            "code": code,
            "colour": {"today": "yellow", "soon": "yellow", "overdue": "red"}.get(code, ""),
        }
        for code in codes
    ]
    nearest = visible.open().filter(next_due_on__isnull=False).order_by("next_due_on", "pk")
    return Workbench(
        followed=visible.valid().filter(followers=user).count(),
        tasks=Task.objects.given_to(scope).open().count(),
        tiles=tiles,
        nearest=list(nearest.with_desk()[:10]),
        notices=list(user.notices.unread().select_related("matter")[:6]),
    )
