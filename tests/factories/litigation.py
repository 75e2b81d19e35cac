"""Suits and reconsiderations for tests, opened as the office opens them."""

from datetime import date

from django.utils import timezone

from casework import process
from casework.models import Matter
from litigation import cases
from litigation.models import (
    ActKind,
    CauseOfLoss,
    DisputeField,
    Hearing,
    Meeting,
    Party,
    Proceeding,
    ProceedingParty,
    Seat,
)
from litigation.workflow import WORKFLOWS
from people.models import Department, StaffMember, User
from people.roles import Role
from tests.factories.casework import RECEIVED_ON
from tests.factories.people import DepartmentFactory, user_with

OPENINGS = {
    "first": "receive",
    "second": "receive_appeal",
    "retrial": "receive_retrial",
    "enforcement": "expire",
    "reconsideration": "receive",
}


def open_proceeding(
    *,
    instance: str = "first",
    opening: str = "",
    received_on: date = RECEIVED_ON,
    department: Department | None = None,
    handler: StaffMember | None = None,
    by: User | None = None,
    title: str = "强制拆除房屋行为违法",
    plaintiff: str = "张某",
    arises_from: Matter | None = None,
    detail: dict | None = None,
    **subject,
) -> Proceeding:
    """Open a case, by somebody of 法制办 and in a department of its own unless told otherwise."""
    is_review = instance == "reconsideration"
    proceeding = Proceeding(
        instance=instance,
        court="鹿城区人民政府" if is_review else "温州市鹿城区人民法院",
        role="respondent" if is_review else "defendant",
        act="2025年1月10日强制拆除房屋的行为",
        act_kind=ActKind.objects.get(name="违建拆除"),
        field=DisputeField.objects.get(name="违建拆除"),
        **subject,
    )
    proceeding.matter = process.open_matter(
        WORKFLOWS["reconsideration" if is_review else "lawsuit"],
        opening=opening or OPENINGS[instance],
        on=received_on,
        title=title,
        department=department or (handler.department if handler else DepartmentFactory()),
        handler=handler,
        by=by or user_with(Role.LEGAL_OFFICE),
        today=received_on,
        detail=detail,
        arises_from=arises_from,
        search_text=proceeding.search_text(plaintiff),
    )
    proceeding.save(force_insert=True)
    party = Party.objects.create(
        name=plaintiff, identity_number="330302198001010000", phone="13800000000"
    )
    ProceedingParty.objects.create(proceeding=proceeding, party=party)
    return proceeding


def decided(
    proceeding: Proceeding,
    move: str,
    on: date,
    *,
    causes: tuple[str, ...] = (),
    responsible: Department | None = None,
    **detail: object,
) -> Proceeding:
    """Record a verdict on its own day, with the causes of a loss by their names."""
    cases.decide(
        proceeding.matter,
        move,
        on=on,
        by=user_with(Role.LEGAL_OFFICE),
        today=on,
        detail=detail,
        causes=CauseOfLoss.objects.filter(name__in=causes),
        responsible=responsible,
    )
    proceeding.matter.refresh_from_db()
    return proceeding


def study(proceeding: Proceeding, on: date, *, risk: str = "general", **more) -> Meeting:
    """Hold a study of a case."""
    meeting = Meeting(proceeding=proceeding, on=on, risk=risk, **more)
    cases.hold(meeting, by=user_with(Role.LEGAL_OFFICE), today=on)
    proceeding.matter.refresh_from_db()
    proceeding.refresh_from_db()
    return meeting


def hearing(
    proceeding: Proceeding,
    on: date | None = None,
    *,
    head: str | None = None,
    staff: str | None = None,
    lawyer: str | None = None,
    came: tuple[str, ...] = (),
    **more,
) -> Hearing:
    """Keep a hearing with its seats; it was held where somebody is said to have come."""
    state = more.pop("state", "held" if came else "fixed")
    kept = Hearing.objects.create(
        proceeding=proceeding, on=on or timezone.localdate(), state=state, **more
    )
    for kind, name in (("head", head), ("staff", staff), ("lawyer", lawyer)):
        attended = (kind in came) if state == "held" else None
        Seat.objects.create(hearing=kept, kind=kind, name=name or "", attended=attended)
    return kept
