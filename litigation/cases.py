"""Writes what belongs together: a verdict and its causes, a study and its move, an archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from casework import process
from casework.models import Matter, TimelineEntry
from casework.standing import IllegalMoveError
from litigation.models import CauseOfLoss, Defect, Meeting, MeetingKind, Proceeding
from litigation.outcomes import BY_CODE
from litigation.workflow import STUDIES, VERDICT_MOVES, Stage
from people.models import Department, User

CAUSE_WANTED = "结果对本机关不利或者被纠正，请选择败诉（被纠错）原因，至少一项。"


def is_loss(outcome: str, detail: Mapping[str, object]) -> bool:
    """Say whether a verdict counts as lost or corrected; where it depends, the answer asked for."""
    found = BY_CODE.get(outcome)
    by_itself = bool(found and found.is_loss)
    return by_itself or detail.get("lost") == "yes"


def is_lost(matter: Matter) -> bool:
    """Say whether a matter was decided against the office."""
    verdicts = matter.timeline.standing().filter(move__in=VERDICT_MOVES).order_by("on", "pk")
    last: TimelineEntry | None = verdicts.last()
    return last is not None and is_loss(matter.outcome, last.detail)


@transaction.atomic
def decide(
    matter: Matter,
    move: str,
    *,
    on: date,
    by: User,
    today: date,
    detail: Mapping[str, object],
    note: str = "",
    version: int | None = None,
    causes: Iterable[CauseOfLoss] = (),
    responsible: Department | None = None,
) -> None:
    """Record a verdict; one that is lost or corrected must name its causes."""
    named = list(causes)
    if is_loss(str(detail.get("outcome", "")), detail) and not named:
        raise IllegalMoveError(CAUSE_WANTED, "causes")
    process.record(
        matter, move, on=on, by=by, today=today, detail=detail, note=note, version=version
    )
    for cause in named:
        Defect.objects.get_or_create(
            matter=matter,
            cause=cause,
            department=responsible or matter.department,
            defaults={"found_on": on},
        )


@transaction.atomic
def archive(
    matter: Matter,
    *,
    on: date,
    by: User,
    today: date,
    detail: Mapping[str, object],
    note: str = "",
    version: int | None = None,
) -> None:
    """Archive a matter; one that was lost must have its causes, and no hearing may be pending."""
    if is_lost(matter) and not matter.defects.exists():
        raise IllegalMoveError("本件败诉或者被纠错，登记原因之后才能归档。")
    if matter.proceeding.hearings.fixed().exists():
        raise IllegalMoveError("还有开庭没有登记结果，登记为已开庭、延期或者取消之后才能归档。")
    process.record(
        matter, "archive", on=on, by=by, today=today, detail=detail, note=note, version=version
    )


@transaction.atomic
def hold(meeting: Meeting, *, by: User, today: date, version: int | None = None) -> None:
    """Keep a meeting; the first study moves the case on, and each sets its risk."""
    proceeding: Proceeding = meeting.proceeding
    matter = proceeding.matter
    process.refuse_future(meeting.on, today)
    if meeting.on < matter.received_on:
        raise IllegalMoveError(f"会议日期不能早于收案日期（{matter.received_on}）。", "on")
    if meeting.kind == MeetingKind.STUDY and matter.stage == Stage.STUDYING:
        detail = {"risk": meeting.risk, "conclusion": meeting.conclusion[:5000]}
        open_now = [move.code for move in process.moves_open_to(matter, by, today)]
        study = next((code for code in open_now if code in STUDIES), MeetingKind.STUDY)
        process.record(
            matter, study, on=meeting.on, by=by, today=today, detail=detail, version=version
        )
    meeting.save()
    latest = proceeding.meetings.order_by("on", "pk").last()
    proceeding.risk = latest.risk if latest else meeting.risk
    proceeding.save(update_fields=["risk"])


def refuse_archived(matter: Matter) -> None:
    """Refuse to change what belongs to a matter that is archived or voided."""
    if not matter.is_open:
        raise IllegalMoveError("本件已经归档或者作废，只能查看；确需补充的，请先撤销归档。")
