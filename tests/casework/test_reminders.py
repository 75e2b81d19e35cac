"""Reminders of deadlines: when, to whom, once, and never of what needs nothing any more."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from casework import reminders, tasks
from casework.models import DailyRun, Notice
from people.roles import Role
from tests.factories.casework import DeadlineFactory, MatterFactory, TaskFactory
from tests.factories.people import (
    ChargeFactory,
    DepartmentFactory,
    StaffMemberFactory,
    UserFactory,
    user_with,
)

pytestmark = pytest.mark.django_db

DUE_ON = date(2025, 3, 31)
DAY_BEFORE = date(2025, 3, 28)
DAY_AFTER = date(2025, 4, 1)


@pytest.fixture
def handler():
    return user_with(Role.OFFICER)


@pytest.fixture
def matter(handler):
    """A matter of the handler's, to be answered by Monday 31 March 2025."""
    matter = MatterFactory(handler=handler.staff_member, department=handler.department)
    DeadlineFactory(matter=matter, due_on=DUE_ON)
    return matter


def told(user):
    """Return what a person was told, the oldest first, without the matter's name."""
    return [notice.text.partition("：")[0] for notice in user.notices.order_by("pk")]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2025, 3, 19), []),
        (date(2025, 3, 20), ["答复期限还剩7个工作日（2025-03-31）"]),
        (date(2025, 3, 26), ["答复期限还剩3个工作日（2025-03-31）"]),
        (date(2025, 3, 28), ["答复期限还剩1个工作日（2025-03-31）"]),
        (date(2025, 3, 31), ["答复期限今日到期（2025-03-31）"]),
        (date(2025, 4, 1), ["答复期限已逾期1个工作日（2025-03-31）"]),
        (date(2025, 4, 9), ["答复期限已逾期6个工作日（2025-03-31）"]),
    ],
    ids=["eight days before", "seven", "three", "one", "the day", "one late", "six late"],
)
def test_a_deadline_is_reminded_of_before_on_and_after_its_day(matter, handler, today, words):
    assert reminders.remind(today) == len(words)
    assert told(handler) == words


def test_a_notice_names_the_matter_and_is_grave_from_the_day_itself(matter, handler):
    reminders.remind(DAY_BEFORE)
    reminders.remind(DUE_ON)

    notices = handler.notices.order_by("pk")
    assert [notice.grave for notice in notices] == [False, True]
    assert [notice.matter for notice in notices] == [matter, matter]
    assert notices[1].text == f"答复期限今日到期（2025-03-31）：{matter}"


def test_a_limit_of_days_counts_days(handler):
    matter = MatterFactory(handler=handler.staff_member)
    DeadlineFactory(matter=matter, label="上诉期限", clock="N", due_on=DUE_ON)

    reminders.remind(DAY_BEFORE)

    assert told(handler) == ["上诉期限还剩3日（2025-03-31）"]


def test_a_run_twice_tells_once(matter, handler):
    assert [reminders.remind(DUE_ON), reminders.remind(DUE_ON)] == [1, 0]
    assert len(told(handler)) == 1


def test_what_is_overdue_is_told_every_day(matter, handler):
    counts = [reminders.remind(date(2025, 4, number)) for number in (1, 2, 3)]

    assert counts == [1, 1, 1]
    assert told(handler)[-1] == "答复期限已逾期3个工作日（2025-03-31）"


def test_a_missed_run_is_caught_up_with_the_latest_step_only(matter, handler):
    caught_up = reminders.remind(date(2025, 3, 27))
    next_step = reminders.remind(DAY_BEFORE)

    assert [caught_up, next_step] == [1, 1]
    assert told(handler) == [
        "答复期限还剩2个工作日（2025-03-31）",
        "答复期限还剩1个工作日（2025-03-31）",
    ]


def test_a_deadline_that_moved_is_reminded_of_anew(matter, handler):
    reminders.remind(DUE_ON)
    matter.deadlines.update(due_on=DAY_AFTER)

    reminders.remind(DAY_AFTER)

    assert told(handler) == ["答复期限今日到期（2025-03-31）", "答复期限今日到期（2025-04-01）"]


@pytest.mark.parametrize(
    "state",
    [
        {"met_on": date(2025, 3, 20)},
        {"lapsed": True},
        {"is_duty": False},
        {"due_on": None, "stopped_since": date(2025, 3, 11)},
        {"stopped_since": date(2025, 3, 11), "stopped_until": DAY_AFTER},
    ],
    ids=["met", "lapsed", "no duty", "stopped", "stopped until later"],
)
def test_what_needs_nothing_today_is_not_reminded_of(matter, state):
    matter.deadlines.update(**state)

    assert reminders.remind(DAY_AFTER) == 0


def test_a_clock_that_runs_again_after_a_standstill_is_reminded_of(matter):
    matter.deadlines.update(stopped_since=date(2025, 3, 11), stopped_until=DAY_BEFORE)

    assert [reminders.remind(DAY_BEFORE), reminders.remind(DUE_ON)] == [0, 1]


def test_a_voided_matter_is_not_reminded_of(matter):
    matter.voided_at = timezone.now()
    matter.save()

    assert reminders.remind(DUE_ON) == 0


def test_each_party_of_a_limit_is_reminded_of_by_itself(handler):
    matter = MatterFactory(handler=handler.staff_member)
    for party in ("甲", "乙"):
        DeadlineFactory(matter=matter, party=party, due_on=DUE_ON)

    reminders.remind(DUE_ON)

    assert sorted(told(handler)) == [
        "答复期限（乙）今日到期（2025-03-31）",
        "答复期限（甲）今日到期（2025-03-31）",
    ]


def test_a_party_with_a_long_name_is_reminded_of_at_every_step(handler):
    matter = MatterFactory(handler=handler.staff_member)
    DeadlineFactory(matter=matter, party="长" * 100, due_on=DUE_ON)

    assert [reminders.remind(on) for on in (DAY_BEFORE, DUE_ON, DAY_AFTER)] == [1, 1, 1]


def recipients(today):
    reminders.remind(today)
    return {notice.recipient for notice in Notice.objects.select_related("recipient")}


@pytest.fixture
def others(handler):
    """Legal office, head and leader in charge of the handler's department, beside another one."""
    superiors_of(DepartmentFactory())
    return {"office": user_with(Role.LEGAL_OFFICE), **superiors_of(handler.department)}


def superiors_of(department):
    """Return a head and a leader in charge of a department."""
    head = user_with(Role.DEPARTMENT_HEAD, staff_member=StaffMemberFactory(department=department))
    leader = user_with(Role.DEPUTY_LEADER)
    ChargeFactory(leader=leader.staff_member, department=department, since=date(2025, 1, 1))
    return {"head": head, "leader": leader}


def test_handler_and_legal_office_are_reminded_in_time(matter, handler, others):
    assert recipients(DUE_ON) == {handler, others["office"]}


def test_head_and_leader_in_charge_are_told_when_it_is_late(matter, handler, others):
    assert recipients(DAY_AFTER) == {handler, *others.values()}


def test_a_leader_no_longer_in_charge_is_not_told(matter, handler, others):
    others["leader"].staff_member.charges.update(until=DUE_ON)

    assert recipients(DAY_AFTER) == {handler, others["office"], others["head"]}


@pytest.mark.parametrize("has_handler", [False, True], ids=["no handler", "handler disabled"])
def test_the_head_is_reminded_where_no_handler_can_be(matter, handler, others, has_handler):
    if has_handler:
        handler.is_active = False
        handler.save()
    else:
        matter.handler = None
        matter.save()

    assert recipients(DUE_ON) == {others["office"], others["head"]}


@pytest.mark.parametrize("count", [1, 3])
def test_reminding_needs_the_same_queries_for_one_deadline_and_for_three(
    others, django_assert_num_queries, monkeypatch, count
):
    # What the registers remind of has its own tests and its own queries.
    monkeypatch.setattr(reminders, "sources", [])
    for _ in range(count):
        DeadlineFactory(matter=MatterFactory(handler=StaffMemberFactory()), due_on=DUE_ON)
    reminders.current_calendar()

    with django_assert_num_queries(10):
        assert reminders.remind(DUE_ON) == count


def test_the_daily_run_is_made_once_a_day(matter):
    assert [reminders.run_daily(on) for on in (DAY_BEFORE, DAY_BEFORE, DUE_ON)] == [1, 0, 1]
    assert [run.on for run in DailyRun.objects.order_by("on")] == [DAY_BEFORE, DUE_ON]


def test_the_command_reminds_for_the_day_that_is_asked_for(matter):
    out = StringIO()

    call_command("remind", "--on", "2025-03-28", stdout=out)

    assert out.getvalue() == "2025-03-28：发出 1 条提醒\n"


def test_the_task_gives_the_reminders_of_today_once(matter, handler):
    matter.deadlines.update(due_on=timezone.localdate())

    tasks.remind()
    tasks.remind()

    assert told(handler) == [f"答复期限今日到期（{timezone.localdate()}）"]


@pytest.fixture
def task(matter):
    """A task for a department of its own, due on Wednesday the 12th."""
    return TaskFactory(matter=matter, department=DepartmentFactory(), due_on=date(2025, 3, 12))


def told_of_task(user):
    return [n.text.partition("（")[0] for n in user.notices.filter(key__startswith="task-due")]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2025, 2, 28), []),
        (date(2025, 3, 3), ["交办“办理”还剩7个工作日"]),
        (date(2025, 3, 12), ["交办“办理”今日到期"]),
        (date(2025, 3, 14), ["交办“办理”已逾期2个工作日"]),
    ],
)
def test_a_task_is_reminded_of_like_a_deadline(task, today, words):
    member = UserFactory(staff_member__department=task.department)
    task.title = "办理"
    task.save()

    reminders.remind(today)
    reminders.remind(today)

    assert told_of_task(member) == words


def test_the_giver_of_a_task_hears_when_it_is_late_only(task):
    reminders.remind(date(2025, 3, 12))
    in_time = told_of_task(task.given_by)
    reminders.remind(date(2025, 3, 13))

    assert (in_time, len(told_of_task(task.given_by))) == ([], 1)


def test_a_task_that_is_done_or_withdrawn_is_not_reminded_of(task):
    member = UserFactory(staff_member__department=task.department)
    task.withdrawn_at = timezone.now()
    task.save()

    reminders.remind(date(2025, 3, 12))

    assert told_of_task(member) == []
