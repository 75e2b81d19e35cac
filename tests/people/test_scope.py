"""What a person's place in the office lets them see."""

from datetime import date

import pytest

from people.roles import Role
from people.scope import NOTHING, Scope, scope_of
from tests.factories.people import (
    ChargeFactory,
    DepartmentFactory,
    DeputyshipFactory,
    UserFactory,
    user_with,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 23)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.DEPARTMENT_HEAD])
def test_an_officer_and_a_head_reach_their_department_and_what_is_below(role):
    user = user_with(role)
    department = user.staff_member.department
    branch = DepartmentFactory(parent=department)
    below = DepartmentFactory(parent=branch)
    DepartmentFactory()

    assert scope_of(user, DAY) == Scope(
        departments=frozenset({department.pk, branch.pk, below.pk}),
        members=frozenset({user.staff_member_id}),
    )


@pytest.mark.parametrize("role", [Role.LEGAL_OFFICE, Role.LEADER])
def test_the_legal_office_and_the_leader_reach_the_whole_office(role):
    user = user_with(role)

    assert scope_of(user, DAY) == Scope(everything=True, members=frozenset({user.staff_member_id}))


@pytest.mark.parametrize(
    ("day", "reaches"),
    [
        (date(2026, 2, 28), False),
        (date(2026, 3, 1), True),
        (date(2026, 8, 31), True),
        (date(2026, 9, 1), False),
    ],
    ids=["day before", "first day", "last day", "day after"],
)
def test_a_deputy_leader_reaches_a_department_while_in_charge_of_it(day, reaches):
    user = user_with(Role.DEPUTY_LEADER)
    charge = ChargeFactory(
        leader=user.staff_member, since=date(2026, 3, 1), until=date(2026, 8, 31)
    )

    assert scope_of(user, day).departments == (
        frozenset({charge.department_id}) if reaches else frozenset()
    )


def test_a_charge_without_an_end_goes_on():
    user = user_with(Role.DEPUTY_LEADER)
    charge = ChargeFactory(leader=user.staff_member, since=date(2026, 3, 1), until=None)

    assert scope_of(user, date(2036, 1, 1)).departments == frozenset({charge.department_id})


def test_counsel_reach_only_what_is_entrusted_to_them():
    user = user_with(Role.COUNSEL)

    assert scope_of(user, DAY) == Scope(counsel=user.counsel_id)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_administrator_and_auditor_reach_nothing_even_as_deputies(role):
    user = user_with(role)
    principal = user_with(Role.LEGAL_OFFICE)
    DeputyshipFactory(
        principal=principal.staff_member, deputy=user.staff_member, since=DAY, until=DAY
    )

    assert scope_of(user, DAY) == NOTHING


def test_an_account_without_a_role_reaches_nothing():
    assert scope_of(UserFactory(), DAY) == NOTHING


def test_a_disabled_account_reaches_nothing():
    assert scope_of(user_with(Role.LEGAL_OFFICE, is_active=False), DAY) == NOTHING


@pytest.mark.parametrize(
    ("day", "stands_in"),
    [
        (date(2026, 11, 8), False),
        (date(2026, 11, 9), True),
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
    ],
    ids=["day before", "first day", "last day", "day after"],
)
def test_a_deputy_reaches_what_the_principal_reaches_while_standing_in(day, stands_in):
    deputy, principal = user_with(Role.OFFICER), user_with(Role.DEPARTMENT_HEAD)
    DeputyshipFactory(
        principal=principal.staff_member,
        deputy=deputy.staff_member,
        since=date(2026, 11, 9),
        until=date(2026, 11, 20),
    )
    own = Scope(
        departments=frozenset({deputy.staff_member.department_id}),
        members=frozenset({deputy.staff_member_id}),
    )
    principals = Scope(
        departments=frozenset({principal.staff_member.department_id}),
        members=frozenset({principal.staff_member_id}),
    )

    assert scope_of(deputy, day) == (own | principals if stands_in else own)


def test_standing_in_is_not_passed_on():
    first, second, third = (user_with(Role.OFFICER) for _ in range(3))
    DeputyshipFactory(principal=first.staff_member, deputy=second.staff_member)
    DeputyshipFactory(principal=second.staff_member, deputy=third.staff_member)

    scope = scope_of(third, date(2026, 11, 9))

    assert scope.members == {third.staff_member_id, second.staff_member_id}
