"""Matters for tests, with fixed dates, and a way to move them along their course."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from casework import process
from casework.models import (
    CounselAssignment,
    Deadline,
    Document,
    Matter,
    Task,
    TimelineEntry,
)
from disclosure.deadlines import REPLY
from disclosure.workflow import KIND, Stage
from people.models import User
from people.roles import Role
from tests.factories.people import (
    DepartmentFactory,
    LegalCounselFactory,
    UserFactory,
    user_with,
)

RECEIVED_ON = date(2025, 3, 3)
REPLY_DUE_ON = date(2025, 3, 31)


class MatterFactory(DjangoModelFactory):
    """A matter as it stands, without a timeline behind it."""

    class Meta:
        model = Matter

    kind = KIND
    number = factory.Sequence(lambda n: f"旧依申〔2025〕{n}号")
    title = "征收补偿方案"
    department = factory.SubFactory(DepartmentFactory)
    received_on = RECEIVED_ON
    stage = Stage.PROCESSING
    opened_by = factory.SubFactory(UserFactory)


class DeadlineFactory(DjangoModelFactory):
    """A deadline as it is kept, by default that of the reply."""

    class Meta:
        model = Deadline

    matter = factory.SubFactory(MatterFactory)
    code = REPLY.code
    label = REPLY.label
    basis = REPLY.basis
    clock = REPLY.period.clock
    starts_on = RECEIVED_ON
    due_on = REPLY_DUE_ON


class TaskFactory(DjangoModelFactory):
    class Meta:
        model = Task

    matter = factory.SubFactory(MatterFactory)
    title = "提供补偿明细"
    department = factory.SubFactory(DepartmentFactory)
    due_on = date(2025, 3, 14)
    given_by = factory.SubFactory(UserFactory)


class CounselAssignmentFactory(DjangoModelFactory):
    class Meta:
        model = CounselAssignment

    matter = factory.SubFactory(MatterFactory)
    counsel = factory.SubFactory(LegalCounselFactory)
    since = RECEIVED_ON
    assigned_by = factory.SubFactory(UserFactory)


class DocumentFactory(DjangoModelFactory):
    """A document's row, without the file."""

    class Meta:
        model = Document

    matter = factory.SubFactory(MatterFactory)
    file = factory.Sequence(lambda n: f"documents/00/{n:032x}")
    name = "材料.pdf"
    size = 1024
    content_type = "application/pdf"
    checksum = "0" * 64
    uploaded_by = factory.SubFactory(UserFactory)


def moved(
    matter: Matter, move: str, on: date, *, by: User | None = None, **detail: object
) -> TimelineEntry:
    """Record a move on its own day, by somebody of 法制办 unless told by whom; return the entry."""
    entry = process.record(
        matter, move, on=on, by=by or user_with(Role.LEGAL_OFFICE), today=on, detail=detail
    )
    matter.refresh_from_db()
    return entry
