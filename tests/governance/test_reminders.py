"""What the registers remind of: certificates, tasks, suggestions, publications, publicity."""

from datetime import date

import pytest

from casework import reminders
from people.roles import Role
from publicity.models import PublicityNode
from tests.factories.people import (
    CertificateFactory,
    DepartmentFactory,
    StaffMemberFactory,
    user_with,
)
from tests.factories.registers import (
    PublicationFactory,
    PublicityNodeFactory,
    SuggestionFactory,
    YearlyTaskFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_nodes():
    PublicityNode.objects.update(is_active=False)


@pytest.fixture
def office():
    return user_with(Role.LEGAL_OFFICE)


def told(user, *days):
    """Return what a person is told on these days, in their order."""
    for day in days:
        reminders.remind(day)
    return [notice.text for notice in user.notices.order_by("pk")]


def test_a_certificate_is_told_of_until_its_last_day_and_once_at_each_step(office):
    holder = StaffMemberFactory(name="郑某1")
    CertificateFactory(holder=holder, until=date(2027, 2, 28))

    words = told(
        office,
        date(2026, 11, 29),
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2027, 1, 29),
        date(2027, 2, 28),
        date(2027, 3, 1),
    )

    assert words == [
        "郑某1的行政执法证（2027-02-28）到期，还剩90日。",
        "郑某1的行政执法证（2027-02-28）到期，还剩30日。",
        "郑某1的行政执法证（2027-02-28）到期，今日到期。",
    ]


@pytest.mark.parametrize("what", ["renewed", "left"])
def test_a_certificate_that_is_renewed_or_whose_holder_has_left_is_not_told_of(office, what):
    holder = StaffMemberFactory(left_on=date(2026, 1, 1) if what == "left" else None)
    CertificateFactory(holder=holder, until=date(2027, 2, 28))
    if what == "renewed":
        CertificateFactory(holder=holder, since=date(2027, 1, 1), until=date(2032, 1, 1))

    assert told(office, date(2027, 2, 27)) == []


def test_a_task_is_told_of_before_on_and_once_after_its_day(office):
    YearlyTaskFactory(title="执法证考试", due_on=date(2022, 6, 30))

    days = [date(2022, 5, 30), date(2022, 5, 31), date(2022, 6, 30)]
    words = told(office, *days, date(2022, 7, 1), date(2022, 7, 2))

    assert words == [
        "年度工作任务“执法证考试”（2022-06-30）还剩30日。",
        "年度工作任务“执法证考试”（2022-06-30）今日到期。",
        "年度工作任务“执法证考试”（2022-06-30）已逾期1日。",
    ]


def test_the_head_of_the_department_hears_of_its_suggestion_every_day_once_it_is_late(office):
    head = user_with(Role.DEPARTMENT_HEAD)
    other = user_with(Role.DEPARTMENT_HEAD)
    SuggestionFactory(department=head.department, due_on=date(2022, 7, 1))

    words = told(head, date(2022, 7, 1), date(2022, 7, 2), date(2022, 7, 3))

    assert words == [
        "司法建议“规范拆除程序”要求答复（2022-07-01）今日到期。",
        "司法建议“规范拆除程序”要求答复（2022-07-01）已逾期1日。",
        "司法建议“规范拆除程序”要求答复（2022-07-01）已逾期2日。",
    ]
    assert list(other.notices.all()) == []


def test_a_suggestion_that_was_answered_is_not_told_of(office):
    SuggestionFactory(due_on=date(2022, 7, 1), replied_on=date(2022, 6, 30))

    assert told(office, date(2022, 7, 2)) == []


def test_what_is_to_be_published_is_told_of_in_working_days(office):
    PublicationFactory(
        title="工作总结",
        on=None,
        formed_on=date(2025, 3, 3),
        due_on=date(2025, 3, 31),
        department=DepartmentFactory(),
    )

    words = told(office, date(2025, 3, 19), date(2025, 3, 20), date(2025, 4, 1))

    assert words == [
        "主动公开期限（2025-03-31）：“工作总结”还剩7个工作日。",
        "主动公开期限（2025-03-31）：“工作总结”已逾期1个工作日。",
    ]


def test_a_day_of_publicity_without_a_plan_is_told_of_thirty_days_before(office):
    PublicityNodeFactory(name="国家宪法日二", month=12, day=4)

    words = told(office, date(2026, 11, 3), date(2026, 11, 4), date(2026, 12, 4))

    assert words == [
        "普法节点“国家宪法日二”（2026-12-04）还没有安排，还剩30日。",
        "普法节点“国家宪法日二”（2026-12-04）还没有安排，今日到期。",
    ]
