"""Who is told what: what concerns them, once, and only of matters they may see."""

from datetime import date

import pytest

from casework import notices, process
from casework.models import Notice
from people.roles import Role
from tests.factories.casework import MatterFactory, TaskFactory, moved
from tests.factories.disclosure import open_request
from tests.factories.legalreview import counsel_in_term, open_review
from tests.factories.people import (
    CounselEngagementFactory,
    DepartmentFactory,
    StaffMemberFactory,
    user_with,
)

pytestmark = pytest.mark.django_db

MARCH_10 = date(2025, 3, 10)


@pytest.fixture
def office():
    return user_with(Role.LEGAL_OFFICE)


@pytest.fixture
def handler():
    return user_with(Role.OFFICER)


@pytest.fixture
def matter(office, handler):
    matter = open_request(by=office, handler=handler.staff_member).matter
    Notice.objects.all().delete()
    return matter


def in_department(department, role, **more):
    return user_with(role, staff_member=StaffMemberFactory(department=department), **more)


def told():
    """Return every notice as (person, words), without the matter's name."""
    return {
        (notice.recipient, notice.text.partition("：")[0])
        for notice in Notice.objects.select_related("recipient")
    }


def test_a_new_matter_is_told_to_its_handler(office, handler):
    matter = open_request(by=office, handler=handler.staff_member).matter

    notice = Notice.objects.get()
    assert (notice.recipient, notice.matter) == (handler, matter)
    assert notice.text == f"依申请公开交由您办理：{matter}"


def test_a_new_matter_without_handler_is_told_to_the_heads_of_the_department(office):
    department = DepartmentFactory()
    head = in_department(department, Role.DEPARTMENT_HEAD)
    in_department(department, Role.OFFICER)
    in_department(department, Role.DEPARTMENT_HEAD, is_active=False)
    user_with(Role.DEPARTMENT_HEAD)

    open_request(by=office, department=department)

    assert told() == {(head, "依申请公开交由您办理")}


def test_nobody_is_told_of_what_they_did_themselves():
    office = user_with(Role.LEGAL_OFFICE)

    matter = open_request(by=office, handler=office.staff_member).matter
    moved(matter, "extend", MARCH_10, by=office, days=5)

    assert told() == set()


def test_a_move_is_told_to_whoever_must_act_next_and_to_whoever_keeps_the_matter(
    matter, office, handler
):
    leader, stranger = user_with(Role.LEADER), user_with(Role.DEPUTY_LEADER)

    moved(matter, "draft", MARCH_10, by=office, result="1")

    assert told() == {(leader, "待审签，请办理"), (handler, f"{office} 提交答复稿")}
    assert not stranger.notices.exists()


def test_a_move_is_told_to_whoever_follows_the_matter(matter, office, handler):
    follower = in_department(matter.department, Role.OFFICER)
    process.follow(matter, user=follower, wanted=True)

    moved(matter, "extend", MARCH_10, by=office, days=5)

    words = f"{office} 延长答复期限"
    assert told() == {(handler, words), (follower, words)}


def test_a_follower_who_may_no_longer_see_the_matter_is_not_told(matter, office):
    follower = in_department(matter.department, Role.OFFICER)
    process.follow(matter, user=follower, wanted=True)
    other = user_with(Role.OFFICER)

    moved(
        matter,
        "transfer",
        MARCH_10,
        by=office,
        department=other.department.pk,
        handler=other.staff_member_id,
    )

    assert told() == {(other, f"{office} 转其他科室办理")}


def test_each_move_is_told_by_itself(matter, office, handler):
    moved(matter, "extend", MARCH_10, by=office, days=5)
    moved(matter, "withdraw", MARCH_10, by=office)

    assert told() == {(handler, f"{office} 延长答复期限"), (handler, f"{office} 申请人撤回")}


def test_an_assignment_is_told_to_the_new_handler(matter, office):
    other = in_department(matter.department, Role.OFFICER)

    process.assign(matter, department=matter.department, handler=other.staff_member, by=office)

    assert told() == {(other, "依申请公开交由您办理")}


def give(matter, by, **to):
    task = TaskFactory.build(matter=matter, given_by=by, **{"department": None, **to})
    return process.give_task(task, by=by, today=MARCH_10)


def test_a_task_for_a_department_is_told_to_its_staff_who_may_see_the_matter(matter, office):
    department = DepartmentFactory()
    staff = {
        in_department(department, Role.OFFICER),
        in_department(department, Role.DEPARTMENT_HEAD),
    }
    in_department(department, Role.ADMINISTRATOR)

    give(matter, office, department=department)

    words = "交办：提供补偿明细（2025-03-14前），"
    assert {(notice.recipient, notice.text) for notice in Notice.objects.all()} == {
        (person, f"{words}{matter}") for person in staff
    }


def test_a_task_for_a_person_is_told_to_that_person_only(matter, office):
    assignee = user_with(Role.OFFICER)
    in_department(assignee.department, Role.OFFICER)

    give(matter, office, department=assignee.department, assignee=assignee.staff_member)

    assert told() == {(assignee, "交办")}


def test_a_task_for_a_counsel_is_told_to_the_counsel(matter, office):
    counsel = user_with(Role.COUNSEL)
    CounselEngagementFactory(counsel=counsel.counsel, since=date(2025, 1, 1))

    give(matter, office, counsel=counsel.counsel)

    assert told() == {(counsel, "交办")}


def test_a_task_that_is_done_is_told_to_whoever_gave_it(matter, office):
    assignee = user_with(Role.OFFICER)
    task = give(matter, office, assignee=assignee.staff_member)

    process.finish_task(task, by=assignee, answer="已交")

    assert (office, f"{assignee} 已完成交办“提供补偿明细”") in told()


def test_the_same_notice_is_given_to_a_person_once(office):
    matter = MatterFactory()

    for text in ("一次", "又一次"):
        notices.tell([office, office], key="same", text=text, matter=matter)

    assert [notice.text for notice in office.notices.all()] == ["一次"]


def test_a_long_notice_is_cut_to_what_is_kept(office):
    notices.tell([office], key="long", text="长" * 400, matter=MatterFactory())

    assert len(office.notices.get().text) == 300


def test_a_new_matter_is_told_to_whoever_must_act_next(office):
    officer = user_with(Role.OFFICER)

    open_review(by=officer, handler=officer.staff_member)

    assert told() == {(office, "待受理，请办理")}


def test_a_lawyer_is_told_once_of_a_matter_in_trust(office):
    counsel = user_with(Role.COUNSEL, counsel=counsel_in_term())
    review = open_review()

    for _ in range(2):
        process.assign_counsel(review.matter, counsel.counsel, by=office, on=date(2026, 3, 2))

    assert [notice.text for notice in counsel.notices.all()] == [
        f"合法性审查委托您办理：{review.matter}"
    ]
