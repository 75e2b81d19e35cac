"""Which roles exist, and which exclude each other."""

import pytest
from django.contrib.auth.models import Group

from people.roles import EXCLUSIVE, LABELS, Role, contradiction, labels_of


@pytest.mark.parametrize("exclusive", sorted(EXCLUSIVE))
@pytest.mark.parametrize("other", sorted(Role))
def test_administrator_and_auditor_exclude_every_other_role(exclusive, other):
    assert bool(contradiction({exclusive, other})) is (exclusive != other)


@pytest.mark.parametrize("other", sorted(set(Role) - {Role.COUNSEL}))
def test_counsel_hold_no_role_of_the_office(other):
    assert contradiction({Role.COUNSEL, other}) != ""


def test_roles_of_the_office_go_together():
    assert contradiction({Role.OFFICER, Role.DEPARTMENT_HEAD, Role.LEGAL_OFFICE}) == ""


def test_roles_are_named_in_a_fixed_order():
    assert labels_of({Role.DEPARTMENT_HEAD, Role.OFFICER}) == "科室经办人、科室负责人"


@pytest.mark.django_db
def test_every_role_is_a_group_after_installation():
    assert set(Group.objects.values_list("name", flat=True)) == set(Role) == set(LABELS)
