"""People for tests: valid by default, with fixed dates."""

from datetime import date

import factory
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory

from people.models import (
    Certificate,
    Charge,
    CounselEngagement,
    Department,
    Deputyship,
    LegalCounsel,
    StaffMember,
    User,
)
from people.models.staff import CertificateKind
from people.roles import Role

PASSWORD = "Nanhui-2026"


class DepartmentFactory(DjangoModelFactory):
    class Meta:
        model = Department

    name = factory.Sequence(lambda n: f"科室{n}")


class StaffMemberFactory(DjangoModelFactory):
    class Meta:
        model = StaffMember

    name = factory.Sequence(lambda n: f"职员{n}")
    department = factory.SubFactory(DepartmentFactory)
    joined_on = date(2020, 1, 2)


class CertificateFactory(DjangoModelFactory):
    class Meta:
        model = Certificate

    holder = factory.SubFactory(StaffMemberFactory)
    kind = CertificateKind.ENFORCEMENT
    number = factory.Sequence(lambda n: f"33030{n:06}")
    since = date(2022, 3, 1)
    until = date(2027, 2, 28)


class ChargeFactory(DjangoModelFactory):
    class Meta:
        model = Charge

    leader = factory.SubFactory(StaffMemberFactory)
    department = factory.SubFactory(DepartmentFactory)
    since = date(2026, 1, 1)


class DeputyshipFactory(DjangoModelFactory):
    class Meta:
        model = Deputyship

    principal = factory.SubFactory(StaffMemberFactory)
    deputy = factory.SubFactory(StaffMemberFactory)
    since = date(2026, 11, 9)
    until = date(2026, 11, 20)


class LegalCounselFactory(DjangoModelFactory):
    class Meta:
        model = LegalCounsel

    name = factory.Sequence(lambda n: f"律师{n}")
    firm = "浙江某某律师事务所"
    licence_number = factory.Sequence(lambda n: f"1330320{n:09}")


class CounselEngagementFactory(DjangoModelFactory):
    class Meta:
        model = CounselEngagement

    counsel = factory.SubFactory(LegalCounselFactory)
    since = date(2026, 1, 1)
    until = date(2026, 12, 31)


class UserFactory(DjangoModelFactory):
    """An account whose password is set. Of a member of staff, or with `counsel=` of a counsel.

    `roles` are the roles it holds.
    """

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    password = factory.django.Password(PASSWORD)
    must_change_password = False
    counsel = None
    staff_member = factory.Maybe("counsel", None, factory.SubFactory(StaffMemberFactory))

    @factory.post_generation
    def roles(self, create: bool, roles: list[Role] | None, **_rest) -> None:
        if create:
            self.groups.set(Group.objects.get_or_create(name=role)[0] for role in roles or [])


def user_with(role: Role, **more) -> User:
    """Return an account with one role, of a counsel where the role asks for one."""
    if role == Role.COUNSEL:
        more.setdefault("counsel", LegalCounselFactory())
    return UserFactory(roles=[role], **more)
