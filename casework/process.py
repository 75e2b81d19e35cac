"""The only writer of a matter's course: opens, moves, corrects, voids, works the dates out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from casework import notices
from casework.authority import actors, in_whose_right, made_oneself, of_own_department
from casework.conflicts import conflict
from casework.models import (
    CounselAssignment,
    Deadline,
    Follow,
    Matter,
    MatterLink,
    Task,
    TimelineEntry,
)
from casework.numbers import adopt_number, next_number
from casework.standing import (
    Due,
    Fact,
    IllegalMoveError,
    Standing,
    standing,
    standing_after,
)
from casework.workflow import Move, Workflow
from people.models import Department, LegalCounsel, StaffMember, User
from portal import audit
from portal.errors import ConflictError
from portal.models import Action
from timelimits.calendar import current_calendar
from timelimits.changes import calendar_changed
from timelimits.workdays import WorkCalendar

# A row shows whom it concerns; the timeline keeps the name whole.
LONGEST_PARTY = 100


@dataclass(frozen=True)
class MovedDeadline:
    """A running deadline that a change of the calendar put on another day."""

    matter: Matter
    label: str
    old: date | None
    new: date | None

    def __str__(self) -> str:
        return f"{self.matter.number} {self.label}：{self.old or '中止'} → {self.new or '中止'}"


@transaction.atomic
def open_matter(
    workflow: Workflow,
    *,
    opening: str,
    on: date,
    title: str,
    department: Department,
    by: User,
    today: date,
    handler: StaffMember | None = None,
    detail: Mapping[str, object] | None = None,
    number: str = "",
    arises_from: Matter | None = None,
    search_text: str = "",
) -> Matter:
    """Open a matter with its first fact, and give it a number unless an old one is kept."""
    refuse_future(on, today)
    matter = Matter.objects.create(
        kind=workflow.kind,
        number=number or next_number(workflow.kind, workflow.number, on.year),
        title=title,
        department=department,
        handler=handler,
        received_on=on,
        stage=workflow.initial,
        opened_by=by,
        arises_from=arises_from,
    )
    if number:
        adopt_number(workflow.kind, workflow.number, number)
    matter.search_text = search_text_of(matter, search_text)
    matter.timeline.create(move=opening, on=on, detail=dict(detail or {}), recorded_by=by)
    refresh(matter, current_calendar())
    audit.note(Action.CREATED, by=by, about=matter)
    notices.opened(matter, workflow.move(opening), by=by)
    return matter


def search_text_of(matter: Matter, more: str) -> str:
    """Return the text a matter is found by: number, title, and what its record adds."""
    return f"{matter.number} {matter.title} {more}".strip()


@transaction.atomic
def edit(
    matter: Matter,
    *,
    title: str,
    search_text: str,
    by: User,
    changes: dict[str, object],
    version: int | None,
) -> Matter:
    """Write what was changed about a matter's subject; `changes` is label to [old, new]."""
    locked = lock(matter, version)
    locked.title = title
    locked.search_text = search_text_of(locked, search_text)
    locked.version += 1
    locked.save()
    audit.note(Action.CHANGED, by=by, about=locked, changes=changes)
    return locked


@transaction.atomic
def record(
    matter: Matter,
    move_code: str,
    *,
    on: date,
    by: User,
    today: date,
    detail: Mapping[str, object] | None = None,
    note: str = "",
    version: int | None = None,
) -> TimelineEntry:
    """Add a move to the timeline and bring the matter's standing up to date.

    Raises IllegalMoveError when stage, order or law forbid it, PermissionDenied when the person may
    not make it, ConflictError when the matter has changed since `version`.
    """
    locked = lock(matter, version)
    move = locked.workflow.move(move_code)
    actor = refuse_stranger(locked, move, by, today)
    refuse_future(on, today)
    fact = Fact(move_code, on, dict(detail or {}))
    for ask in move.asks:
        day = fact.day(ask.key) if ask.has_happened else None
        if day:
            refuse_future(day, today, field=ask.key)
    standing_after(locked.workflow, facts_of(locked), fact, current_calendar())
    entry = locked.timeline.create(
        move=move_code,
        on=on,
        detail=dict(fact.detail),
        note=note,
        recorded_by=by,
        on_behalf_of=None if actor == by else actor,
    )
    if move.assigns:
        locked.department = Department.objects.get(pk=fact.whole("department"))
        locked.handler = StaffMember.objects.filter(pk=fact.whole("handler")).first()
    advance(locked)
    audit.note(Action.MOVED, by=by, about=locked, changes={move.label: on.isoformat()})
    notices.moved(locked, move, by=by)
    return entry


@transaction.atomic
def record_as_it_happened(
    matter: Matter, facts: list[Fact], *, by: User, calendar: WorkCalendar
) -> Standing:
    """Make a timeline tell these past facts as they happened; what broke a rule is flagged.

    Entries that tell something else are taken back by a correction, none is deleted.
    """
    wanted = list(facts)
    for entry in list(matter.timeline.standing().order_by("pk")):
        told = next((fact for fact in wanted if alike(fact, entry.fact)), None)
        if told:
            wanted.remove(told)
        else:
            matter.timeline.create(
                move=entry.move, on=entry.on, note="台账更正", recorded_by=by, corrects=entry
            )
    for fact in wanted:
        matter.timeline.create(move=fact.move, on=fact.on, detail=dict(fact.detail), recorded_by=by)
    now = refresh(matter, calendar)
    for entry in matter.timeline.standing():
        messages = [b.message for b in now.breaches if alike(b.fact, entry.fact)]
        if messages != entry.breaches:
            TimelineEntry.objects.filter(pk=entry.pk).update(breaches=messages)
    return now


def alike(one: Fact, other: Fact) -> bool:
    """Say whether two facts tell the same, read from different places."""
    return (one.move, one.on, dict(one.detail)) == (other.move, other.on, dict(other.detail))


@transaction.atomic
def correct(entry: TimelineEntry, *, by: User, reason: str, version: int | None = None) -> None:
    """Take back an entry made by mistake: a correcting entry names it, and replay skips both.

    Raises IllegalMoveError when later entries would not stand without it.
    """
    matter = lock(entry.matter, version)
    if entry.corrects_id or TimelineEntry.objects.filter(corrects=entry).exists():
        raise IllegalMoveError("这条记录已经更正过。")
    if matter.workflow.move(entry.move).assigns:
        raise IllegalMoveError("转办不能更正，请再转回原来的科室。")
    rest = list(matter.timeline.standing().exclude(pk=entry.pk))
    if not any(e.pk < entry.pk for e in rest):
        raise IllegalMoveError("收到申请的记录不能单独更正；整件登记有误时请作废后重新登记。")
    facts = [e.fact for e in rest]
    calendar = current_calendar()
    old = {(b.fact.move, b.fact.on, b.code) for b in replayed(matter, calendar).breaches}
    for breach in standing(matter.workflow, facts, calendar).breaches:
        if (breach.fact.move, breach.fact.on, breach.code) not in old:
            label = matter.workflow.move(breach.fact.move).label
            raise IllegalMoveError(
                f"之后登记的“{label}”（{breach.fact.on}）以这条记录为前提，请先更正它。"
            )
    matter.timeline.create(
        move=entry.move, on=entry.on, note=reason, recorded_by=by, corrects=entry
    )
    advance(matter)
    audit.note(
        Action.CORRECTED, by=by, about=matter, changes={"更正的记录": str(entry)}, reason=reason
    )


@transaction.atomic
def void(matter: Matter, *, by: User, reason: str, version: int | None = None) -> None:
    """Void a matter that was opened by mistake. Its number is never used again."""
    locked = lock(matter, version)
    locked.voided_at = timezone.now()
    locked.voided_by = by
    locked.void_reason = reason
    locked.next_due_on = None
    locked.version += 1
    locked.save()
    audit.note(Action.VOIDED, by=by, about=locked, reason=reason)


@transaction.atomic
def assign(
    matter: Matter,
    *,
    department: Department,
    handler: StaffMember | None,
    by: User,
    version: int | None = None,
) -> None:
    """Give a matter to another department or handler."""
    locked = lock(matter, version)
    changes = {
        "承办科室": [str(locked.department), str(department)],
        "承办人": [str(locked.handler or ""), str(handler or "")],
    }
    locked.department, locked.handler = department, handler
    locked.version += 1
    locked.save()
    audit.note(
        Action.CHANGED,
        by=by,
        about=locked,
        changes={label: pair for label, pair in changes.items() if pair[0] != pair[1]},
    )
    notices.matter_given(locked, by=by)


@transaction.atomic
def assign_counsel(matter: Matter, counsel: LegalCounsel, *, by: User, on: date) -> None:
    """Entrust a matter to a lawyer, and tell them."""
    if entrust(matter, counsel, by=by, on=on):
        notices.entrusted(matter, counsel, by=by)


def entrust(matter: Matter, counsel: LegalCounsel, *, by: User, on: date) -> bool:
    """Give a lawyer sight of a matter; say whether it is new to them.

    The lawyer's engagement must run, and the firm must have no other side in the matter.
    """
    lock(matter)
    if not LegalCounsel.objects.in_term(on).filter(pk=counsel.pk).exists():
        raise IllegalMoveError(f"{counsel}不在聘期内，不能委托。", "counsel")
    objection = conflict(matter, counsel)
    if objection:
        raise IllegalMoveError(objection, "counsel")
    _, is_new = CounselAssignment.objects.get_or_create(
        matter=matter, counsel=counsel, defaults={"since": on, "assigned_by": by}
    )
    if is_new:
        audit.note(Action.CHANGED, by=by, about=matter, changes={"法律顾问": ["", str(counsel)]})
    return is_new


def entrust_on_record(matter: Matter, counsel: LegalCounsel, *, by: User, on: date) -> None:
    """Note that a lawyer had a matter in hand, as a ledger of past years tells."""
    CounselAssignment.objects.get_or_create(
        matter=matter, counsel=counsel, defaults={"since": on, "assigned_by": by}
    )


@transaction.atomic
def give_task(task: Task, *, by: User, today: date) -> Task:
    """Ask something of a department, a person or a lawyer; a lawyer gets sight of the matter."""
    lock(task.matter)
    if task.due_on < today:
        raise IllegalMoveError("要求完成日期不能早于今天。", "due_on")
    task.given_by = by
    task.save()
    if task.counsel:
        entrust(task.matter, task.counsel, by=by, on=today)
    audit.note(
        Action.CREATED,
        by=by,
        about=task.matter,
        changes={"交办": f"{task} → {task.given_to_label}"},
    )
    notices.task_given(task, by=by)
    return task


@transaction.atomic
def finish_task(task: Task, *, by: User, answer: str) -> None:
    """Report a task done, once."""
    lock(task.matter)
    locked = Task.objects.select_for_update().get(pk=task.pk)
    if not locked.is_open:
        raise IllegalMoveError("这项交办已经办结或撤回。")
    locked.done_at, locked.done_by, locked.answer = timezone.now(), by, answer
    locked.save()
    audit.note(Action.CHANGED, by=by, about=locked.matter, changes={f"交办“{locked}”": "已完成"})
    notices.task_done(locked, by=by)


@transaction.atomic
def withdraw_task(task: Task, *, by: User, reason: str) -> None:
    """Withdraw a task that is not done; whoever saw the matter by it sees it no longer."""
    lock(task.matter)
    locked = Task.objects.select_for_update().get(pk=task.pk)
    if not locked.is_open:
        raise IllegalMoveError("这项交办已经办结或撤回。")
    locked.withdrawn_at = timezone.now()
    locked.save()
    audit.note(
        Action.CHANGED,
        by=by,
        about=locked.matter,
        changes={f"交办“{locked}”": "已撤回"},
        reason=reason,
    )


@transaction.atomic
def link(new: MatterLink, *, by: User) -> MatterLink:
    """Link a matter to another, or to a case outside known by its number."""
    lock(new.matter)
    new.made_by = by
    new.save()
    audit.note(Action.CHANGED, by=by, about=new.matter, changes={"关联": ["", str(new)]})
    return new


def follow(matter: Matter, *, user: User, wanted: bool) -> None:
    """Follow a matter, or stop following it."""
    if wanted:
        Follow.objects.get_or_create(matter=matter, user=user)
    else:
        Follow.objects.filter(matter=matter, user=user).delete()


def moves_open_to(matter: Matter, user: User, today: date) -> list[Move]:
    """Return the moves that the stage lets through and the person may make."""
    if matter.voided_at:
        return []
    among = actors(matter, user, today)
    moves = matter.workflow.moves_at(matter.stage)
    if any(move.opened_by for move in moves):
        opening = facts_of(matter)[0].move
        moves = tuple(move for move in moves if move.is_open_after(opening))
    return [
        move
        for move in moves
        if in_whose_right(move, of_own_department(move, among, matter, today))
        and not made_oneself(matter, move, user, today)
    ]


def refresh(matter: Matter, calendar: WorkCalendar) -> Standing:
    """Work out where a matter stands and write it down: stage, closing day, outcome, deadlines."""
    now = replayed(matter, calendar)
    matter.stage = now.stage
    matter.received_on = now.received_on or matter.received_on
    matter.closed_on = now.closed_on
    matter.outcome = now.outcome
    matter.settled_on = now.settled_on
    matter.calendar_version = calendar.version
    rows = [row_of(matter, due, calendar) for due in now.dues]
    matter.next_due_on = min(
        (row.due_on for row in rows if row.is_running and row.is_duty and row.due_on), default=None
    )
    Deadline.objects.filter(matter=matter).delete()
    Deadline.objects.bulk_create(rows)
    matter.save()
    return now


@calendar_changed.register
@transaction.atomic
def refresh_all(calendar: WorkCalendar) -> list[MovedDeadline]:
    """Work out every open matter again and return the deadlines that moved, old and new.

    Closed matters keep the dates, and the calendar, that they were judged by.
    """
    moved = []
    for matter in Matter.objects.open().select_for_update().order_by("pk"):
        old = {(d.code, d.party): d for d in matter.deadlines.all()}
        refresh(matter, calendar)
        for row in Deadline.objects.filter(matter=matter):
            before = old.get((row.code, row.party))
            if before and row.is_running and before.due_on != row.due_on:
                moved.append(MovedDeadline(matter, row.label, before.due_on, row.due_on))
    return moved


def replayed(matter: Matter, calendar: WorkCalendar) -> Standing:
    """Return where a matter stands by its timeline alone."""
    return standing(matter.workflow, facts_of(matter), calendar)


def facts_of(matter: Matter) -> list[Fact]:
    """Return the facts that hold, in the order in which they were recorded."""
    return [entry.fact for entry in matter.timeline.standing().order_by("pk")]


def lock(matter: Matter, version: int | None = None) -> Matter:
    """Return the matter locked for this transaction; refuse a stale page and a voided matter."""
    locked = Matter.objects.select_for_update().get(pk=matter.pk)
    if version is not None and locked.version != version:
        raise ConflictError(
            "您打开页面之后，别人办理或修改过这一事项。", address=locked.get_absolute_url()
        )
    if locked.voided_at:
        raise IllegalMoveError("这一事项已经作废，不能再办理。")
    return locked


def advance(matter: Matter) -> None:
    """Bring a locked matter up to date after its timeline has grown."""
    matter.version += 1
    refresh(matter, current_calendar())


def row_of(matter: Matter, due: Due, calendar: WorkCalendar) -> Deadline:
    """Return the row that keeps one deadline."""
    reckoning = due.reckoning
    return Deadline(
        matter=matter,
        code=due.limit.code,
        party=due.party[:LONGEST_PARTY],
        label=due.limit.label,
        basis=due.limit.basis,
        clock=due.limit.period.clock,
        is_duty=due.limit.is_duty,
        warn_from=due.limit.warn_from,
        starts_on=reckoning.start,
        raw_end=reckoning.raw_end,
        due_on=reckoning.due_on,
        safe_on=reckoning.safe_on,
        original_due_on=due.original_due_on,
        extended_by=due.extended_by,
        provisional=reckoning.provisional,
        stopped_since=due.stopped_since,
        stopped_until=due.stopped_until,
        met_on=due.met_on,
        lapsed=due.lapsed,
        trace=list(reckoning.trace),
        calendar_version=calendar.version,
    )


def refuse_stranger(matter: Matter, move: Move, by: User, today: date) -> User:
    """Return in whose right a person makes a move, or refuse it."""
    among = actors(matter, by, today)
    if in_whose_right(move, among) is None:
        raise PermissionDenied(f"您的角色不能办理“{move.label}”。")
    actor = in_whose_right(move, of_own_department(move, among, matter, today))
    if actor is None:
        raise PermissionDenied(f"“{move.label}”由{matter.department}办理，不能代为办理。")
    earlier = made_oneself(matter, move, by, today)
    if earlier:
        drafted = matter.workflow.move(earlier).label
        raise IllegalMoveError(f"“{drafted}”由您本人办理，须由另一人办理“{move.label}”。")
    return actor


def refuse_future(on: date, today: date, *, field: str = "on") -> None:
    if on > today:
        raise IllegalMoveError("日期不能晚于今天。", field)
