"""Who sees which matter and which of its documents: the one rule behind every list and page."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from casework.models import Document, Matter
from people.roles import Role
from tests.factories.casework import (
    CounselAssignmentFactory,
    DocumentFactory,
    MatterFactory,
    TaskFactory,
)
from tests.factories.people import (
    ChargeFactory,
    DepartmentFactory,
    DeputyshipFactory,
    StaffMemberFactory,
    UserFactory,
    user_with,
)

pytestmark = pytest.mark.django_db

TODAY = date(2025, 3, 10)


@pytest.fixture
def department():
    return DepartmentFactory()


@pytest.fixture
def matter(department):
    """A matter of the department, beside one of another department."""
    MatterFactory(handler=StaffMemberFactory())
    return MatterFactory(department=department)


def sees(user, matter, on=TODAY):
    """Say whether a person sees a matter, and nothing else."""
    seen = list(Matter.objects.visible_to(user, on))
    assert seen in ([], [matter])
    return bool(seen)


def colleague(department, role):
    return user_with(role, staff_member=StaffMemberFactory(department=department))


def test_a_handler_sees_the_own_matter_even_in_another_department(matter):
    handler = user_with(Role.OFFICER)
    matter.handler = handler.staff_member
    matter.save()

    assert sees(handler, matter)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.DEPARTMENT_HEAD])
def test_officers_and_heads_see_the_matters_of_their_department(matter, department, role):
    assert sees(colleague(department, role), matter)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.DEPARTMENT_HEAD])
def test_a_parent_department_sees_the_matters_of_its_branches(matter, department, role):
    department.parent = DepartmentFactory()
    department.save()

    assert sees(colleague(department.parent, role), matter)


@pytest.mark.parametrize(
    "role",
    [
        Role.OFFICER,
        Role.DEPARTMENT_HEAD,
        Role.DEPUTY_LEADER,
        Role.COUNSEL,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
    ],
)
def test_a_stranger_sees_nothing(matter, role):
    assert not sees(user_with(role), matter)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_administrator_and_auditor_see_no_matter_of_their_own_department(matter, department, role):
    assert not sees(colleague(department, role), matter)


@pytest.mark.parametrize("role", [Role.LEGAL_OFFICE, Role.LEADER])
def test_legal_office_and_leader_see_every_matter(matter, role):
    assert Matter.objects.visible_to(user_with(role), TODAY).count() == 2


@pytest.mark.parametrize(
    ("on", "is_seen"),
    [
        (date(2025, 2, 28), False),
        (date(2025, 3, 1), True),
        (date(2025, 8, 31), True),
        (date(2025, 9, 1), False),
    ],
    ids=["before", "first day", "last day", "after"],
)
def test_a_deputy_leader_sees_the_matters_of_a_department_while_in_charge(
    matter, department, on, is_seen
):
    leader = user_with(Role.DEPUTY_LEADER)
    ChargeFactory(
        leader=leader.staff_member,
        department=department,
        since=date(2025, 3, 1),
        until=date(2025, 8, 31),
    )

    assert sees(leader, matter, on) is is_seen


@pytest.mark.parametrize(
    ("on", "is_seen"),
    [(date(2025, 3, 9), False), (date(2025, 3, 10), True), (date(2025, 3, 12), False)],
    ids=["before", "while", "after"],
)
def test_a_deputy_sees_what_the_principal_sees_while_standing_in(matter, department, on, is_seen):
    head, deputy = colleague(department, Role.DEPARTMENT_HEAD), user_with(Role.OFFICER)
    DeputyshipFactory(
        principal=head.staff_member,
        deputy=deputy.staff_member,
        since=date(2025, 3, 10),
        until=date(2025, 3, 11),
    )

    assert sees(deputy, matter, on) is is_seen


@pytest.mark.parametrize(
    ("closed_on", "is_seen"),
    [
        (None, True),
        (TODAY, True),
        (TODAY - timedelta(days=30), True),
        (TODAY - timedelta(days=31), False),
    ],
    ids=["open", "closed today", "30 days after closing", "31 days after closing"],
)
def test_counsel_see_what_is_entrusted_to_them_until_thirty_days_after_closing(closed_on, is_seen):
    counsel = user_with(Role.COUNSEL)
    matter = MatterFactory(received_on=date(2025, 1, 6), closed_on=closed_on)
    CounselAssignmentFactory(matter=matter, counsel=counsel.counsel)
    CounselAssignmentFactory()

    assert sees(counsel, matter) is is_seen


def test_nobody_signed_in_sees_nothing(matter):
    assert not sees(AnonymousUser(), matter)


def test_an_account_without_a_role_and_a_disabled_one_see_nothing(matter, department):
    member = StaffMemberFactory(department=department)

    assert not sees(UserFactory(staff_member=member), matter)
    assert not sees(user_with(Role.LEGAL_OFFICE, is_active=False), matter)


@pytest.mark.parametrize("given_to", ["department", "assignee"])
def test_a_task_opens_the_matter_and_its_withdrawal_closes_it(matter, given_to):
    officer = user_with(Role.OFFICER)
    to = {
        "department": {"department": officer.department},
        "assignee": {"department": None, "assignee": officer.staff_member},
    }
    task = TaskFactory(matter=matter, **to[given_to])
    TaskFactory(matter=matter)

    before = sees(officer, matter)
    task.withdrawn_at = timezone.now()
    task.save()

    assert (before, sees(officer, matter)) == (True, False)


def test_a_task_of_another_department_opens_the_matter_to_that_one_only(matter):
    TaskFactory(matter=matter)

    assert not sees(user_with(Role.OFFICER), matter)


def test_a_matter_with_several_tasks_is_seen_once(matter):
    officer = user_with(Role.OFFICER)
    for _ in range(2):
        TaskFactory(matter=matter, department=officer.department, assignee=officer.staff_member)

    assert list(Matter.objects.visible_to(officer, TODAY)) == [matter]


@pytest.fixture
def papers(matter):
    """Two documents of the matter, the second one marked for counsel; one of another matter."""
    DocumentFactory(for_counsel=True)
    return [DocumentFactory(matter=matter, for_counsel=marked) for marked in (False, True)]


def documents_of(user):
    return list(Document.objects.visible_to(user).order_by("pk"))


def test_whoever_sees_a_matter_sees_its_documents(papers, department):
    assert documents_of(colleague(department, Role.OFFICER)) == papers


def test_counsel_see_of_a_matter_the_documents_marked_for_them(papers, matter):
    counsel = user_with(Role.COUNSEL)
    CounselAssignmentFactory(matter=matter, counsel=counsel.counsel)

    assert documents_of(counsel) == papers[1:]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COUNSEL, Role.ADMINISTRATOR, Role.AUDITOR])
def test_a_stranger_sees_no_document(papers, role):
    assert documents_of(user_with(role)) == []
