"""What the tables about people refuse, and how they are asked."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Certificate, Department, Deputyship, LegalCounsel, StaffMember, User
from people.models.staff import CertificateKind
from tests.factories.people import (
    CertificateFactory,
    ChargeFactory,
    CounselEngagementFactory,
    DepartmentFactory,
    DeputyshipFactory,
    LegalCounselFactory,
    StaffMemberFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("factory", "dates"),
    [
        (ChargeFactory, {"since": date(2026, 2, 1), "until": date(2026, 1, 31)}),
        (DeputyshipFactory, {"since": date(2026, 2, 1), "until": date(2026, 1, 31)}),
        (CounselEngagementFactory, {"since": date(2026, 2, 1), "until": date(2026, 1, 31)}),
        (CertificateFactory, {"since": date(2026, 2, 1), "until": date(2026, 1, 31)}),
        (StaffMemberFactory, {"joined_on": date(2026, 2, 1), "left_on": date(2026, 1, 31)}),
    ],
    ids=["charge", "deputyship", "engagement", "certificate", "member of staff"],
)
def test_the_database_refuses_an_end_before_the_beginning(factory, dates):
    with pytest.raises(IntegrityError), transaction.atomic():
        factory(**dates)


@pytest.mark.parametrize(
    ("factory", "dates", "field"),
    [
        (ChargeFactory, {"since": date(2026, 2, 1), "until": date(2026, 1, 31)}, "until"),
        (DeputyshipFactory, {"since": date(2026, 2, 1), "until": date(2026, 1, 31)}, "until"),
        (CounselEngagementFactory, {"since": date(2027, 2, 1)}, "until"),
        (CertificateFactory, {"since": date(2026, 2, 1), "until": date(2026, 1, 31)}, "until"),
        (
            StaffMemberFactory,
            {"joined_on": date(2026, 2, 1), "left_on": date(2026, 1, 31)},
            "left_on",
        ),
    ],
    ids=["charge", "deputyship", "engagement", "certificate", "member of staff"],
)
def test_an_end_before_the_beginning_is_said_at_the_field(factory, dates, field):
    record = factory()
    for name, day in dates.items():
        setattr(record, name, day)

    with pytest.raises(ValidationError) as refusal:
        record.full_clean()

    assert list(refusal.value.message_dict) == [field]


def test_nobody_stands_in_for_himself():
    member = StaffMemberFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        DeputyshipFactory(principal=member, deputy=member)


def test_standing_in_for_oneself_is_said_at_the_field():
    member = StaffMemberFactory()
    deputyship = Deputyship(
        principal=member, deputy=member, since=date(2026, 11, 9), until=date(2026, 11, 20)
    )

    with pytest.raises(ValidationError) as refusal:
        deputyship.full_clean()

    assert refusal.value.message_dict == {"deputy": ["代理人不能是本人。"]}


def test_a_certificate_number_is_used_once_within_its_kind():
    first = CertificateFactory(number="3303001")
    CertificateFactory(number="3303001", kind=CertificateKind.PUBLIC_LAWYER)

    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateFactory(number="3303001")
    twin = Certificate(holder=first.holder, kind=first.kind, number="3303001")
    with pytest.raises(ValidationError) as refusal:
        twin.full_clean()

    assert refusal.value.message_dict == {"number": ["这个证号已经登记过。"]}


def test_an_account_belongs_to_one_person():
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(
            username="both", staff_member=StaffMemberFactory(), counsel=LegalCounselFactory()
        )


def test_there_is_no_superuser():
    with pytest.raises(ValidationError, match="create_administrator"):
        User.objects.create_superuser("root", password="Nanhui-2026")

    assert list(User.objects.all()) == []


def test_the_same_leader_is_not_in_charge_of_a_department_twice_at_once():
    charge = ChargeFactory(since=date(2026, 1, 1), until=date(2026, 6, 30))
    again = ChargeFactory.build(
        leader=charge.leader, department=charge.department, since=date(2026, 6, 30)
    )
    afterwards = ChargeFactory.build(
        leader=charge.leader, department=charge.department, since=date(2026, 7, 1)
    )

    afterwards.full_clean()
    with pytest.raises(ValidationError) as refusal:
        again.full_clean()

    assert refusal.value.message_dict == {"since": ["这段时间内该领导已经分管这个科室。"]}


def test_terms_of_one_counsel_do_not_overlap():
    term = CounselEngagementFactory(since=date(2026, 1, 1), until=date(2026, 12, 31))
    renewed = CounselEngagementFactory.build(
        counsel=term.counsel, since=date(2026, 12, 31), until=None
    )

    with pytest.raises(ValidationError) as refusal:
        renewed.full_clean()

    assert refusal.value.message_dict == {"since": ["与该顾问已登记的聘期重叠。"]}


def test_a_department_is_not_put_below_itself():
    office = DepartmentFactory()
    branch = DepartmentFactory(parent=office)
    office.parent = branch

    with pytest.raises(ValidationError) as refusal:
        office.full_clean()

    assert refusal.value.message_dict == {"parent": ["上级不能是本科室，也不能是本科室的下级。"]}


def test_departments_are_read_as_a_tree():
    last = DepartmentFactory(name="执法队", position=2)
    first = DepartmentFactory(name="党政办", position=1)
    DepartmentFactory(name="一中队", parent=last)
    DepartmentFactory(name="法制办", parent=first)

    tree = Department.objects.as_tree()

    assert [(department.name, department.depth) for department in tree] == [
        ("党政办", 0),
        ("法制办", 1),
        ("执法队", 0),
        ("一中队", 1),
    ]


def test_departments_count_who_serves_on_the_day_without_branches():
    office = DepartmentFactory()
    branch = DepartmentFactory(parent=office)
    StaffMemberFactory(department=office, joined_on=None)
    StaffMemberFactory(department=office, left_on=DAY)
    StaffMemberFactory(department=office, left_on=date(2026, 11, 22))
    StaffMemberFactory(department=branch, joined_on=date(2026, 11, 24))

    counted = Department.objects.counted(on=DAY)

    assert [department.serving for department in counted] == [2, 0]


def test_the_roster_of_a_day_holds_those_who_have_come_and_not_left():
    StaffMemberFactory(joined_on=date(2026, 11, 24))
    comes = StaffMemberFactory(joined_on=DAY)
    leaves = StaffMemberFactory(left_on=DAY)
    gone = StaffMemberFactory(left_on=date(2026, 11, 22))

    assert list(StaffMember.objects.serving_on(DAY).order_by("pk")) == [comes, leaves]
    assert list(StaffMember.objects.gone_by(DAY)) == [gone]


def test_a_certificate_counts_on_its_first_and_last_day():
    valid = [
        CertificateFactory(since=DAY),
        CertificateFactory(since=date(2020, 1, 1), until=DAY),
        CertificateFactory(since=None, until=None),
    ]
    CertificateFactory(since=date(2026, 11, 24))
    CertificateFactory(since=date(2020, 1, 1), until=date(2026, 11, 22))
    CertificateFactory(kind=CertificateKind.PUBLIC_LAWYER)

    holders = StaffMember.objects.holding(CertificateKind.ENFORCEMENT, on=DAY).order_by("pk")

    assert list(holders) == [certificate.holder for certificate in valid]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 2, 28), "未生效"),
        (date(2026, 3, 1), "有效"),
        (date(2027, 2, 28), "有效"),
        (date(2027, 3, 1), "已过期"),
    ],
    ids=["day before", "first day", "last day", "day after"],
)
def test_a_certificate_says_its_state(day, state):
    certificate = Certificate(since=date(2026, 3, 1), until=date(2027, 2, 28))

    assert certificate.state_on(day) == state


def test_counsel_are_in_term_on_its_first_and_last_day():
    engaged = CounselEngagementFactory(since=date(2026, 1, 1), until=date(2026, 12, 31)).counsel

    assert {
        day: list(LegalCounsel.objects.in_term(day))
        for day in (
            date(2025, 12, 31),
            date(2026, 1, 1),
            date(2026, 12, 31),
            date(2027, 1, 1),
        )
    } == {
        date(2025, 12, 31): [],
        date(2026, 1, 1): [engaged],
        date(2026, 12, 31): [engaged],
        date(2027, 1, 1): [],
    }


def test_an_account_is_called_by_its_owners_name():
    of_staff = UserFactory(staff_member__name="张三")
    of_counsel = UserFactory(counsel=LegalCounselFactory(name="李律师"))

    assert [str(of_staff), str(of_counsel)] == ["张三", "李律师"]
