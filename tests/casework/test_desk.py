"""What the pages of a handler show: strip, deadlines, timeline, documents, workbench."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from casework import desk, process
from casework.models import Notice
from people.roles import Role
from tests.factories.casework import (
    DeadlineFactory,
    DocumentFactory,
    MatterFactory,
    TaskFactory,
    moved,
)
from tests.factories.disclosure import open_request, replied_request
from tests.factories.people import StaffMemberFactory, user_with

pytestmark = pytest.mark.django_db

MARCH_10 = date(2025, 3, 10)


def strip(stage, **more):
    """Return the strip of a matter at a stage: done steps in brackets, the present one starred."""
    matter = MatterFactory.build(stage=stage, department=None, opened_by=None, **more)
    marks = {"done": "[{}]", "now": "*{}*", "": "{}"}
    return " ".join(marks[step.state].format(step.label) for step in desk.steps(matter))


@pytest.mark.parametrize(
    ("stage", "shown"),
    [
        ("unconfirmed", "*登记* 办理 审签 送达 答复"),
        ("processing", "[登记] *办理* 审签 送达 答复"),
        ("approval", "[登记] [办理] *审签* 送达 答复"),
        ("sending", "[登记] [办理] [审签] *送达* 答复"),
    ],
)
def test_the_strip_shows_what_is_done_what_is_now_and_what_is_to_come(stage, shown):
    assert strip(stage) == shown


@pytest.mark.parametrize(
    ("stage", "shown"),
    [
        ("correcting", "[登记] *待补正* 审签 送达 答复"),
        ("consulting", "[登记] *征求意见中* 审签 送达 答复"),
    ],
)
def test_a_stage_outside_the_strip_stands_at_the_one_before_under_its_own_name(stage, shown):
    assert strip(stage) == shown


@pytest.mark.parametrize(("stage", "end"), [("replied", "[答复]"), ("ended", "[已终结]")])
def test_the_strip_of_a_closed_matter_is_done_to_its_end(stage, end):
    assert strip(stage, closed_on=MARCH_10) == f"[登记] [办理] [审签] [送达] {end}"


def test_deadlines_that_must_still_be_kept_come_first():
    matter = MatterFactory()
    for code, more in {
        "met": {"met_on": MARCH_10, "due_on": date(2025, 3, 11)},
        "choice": {"is_duty": False, "due_on": date(2025, 3, 12)},
        "stopped": {"due_on": None},
        "later": {"due_on": date(2025, 4, 30)},
        "sooner": {"due_on": date(2025, 3, 31)},
        "lapsed": {"lapsed": True, "due_on": date(2025, 3, 10)},
    }.items():
        DeadlineFactory(matter=matter, code=code, **more)

    assert [row.code for row in desk.deadlines(matter)] == [
        "sooner",
        "later",
        "stopped",
        "choice",
        "lapsed",
        "met",
    ]


def test_the_timeline_is_newest_first_and_an_entry_knows_its_correction():
    office = user_with(Role.LEGAL_OFFICE)
    matter = open_request(by=office).matter
    mistake = moved(matter, "extend", MARCH_10, by=office, days=20)
    process.correct(mistake, by=office, reason="误登")
    moved(matter, "consult", date(2025, 3, 7), by=office, party="甲")

    shown = desk.timeline(matter)

    assert [(entry.move, bool(entry.corrected_by)) for entry in shown] == [
        ("extend", True),
        ("consult", False),
        ("receive", False),
    ]
    assert shown[0].corrected_by.note == "误登"


@pytest.mark.parametrize("count", [1, 3])
def test_the_timeline_needs_the_same_queries_for_one_entry_and_for_three(
    django_assert_num_queries, count
):
    matter = open_request().matter
    for _ in range(count - 1):
        moved(matter, "transfer", MARCH_10, department=matter.department_id)

    with django_assert_num_queries(2):
        shown = [(str(e), str(e.recorded_by), e.answers) for e in desk.timeline(matter)]

    assert len(shown) == count


def versions(matter, user):
    """Return the documents a person sees, each with its older versions."""
    return [
        (document.name, [older.name for older in document.older])
        for document in desk.documents(matter, user)
    ]


def test_of_a_document_the_newest_version_is_shown_with_its_older_ones():
    matter = MatterFactory()
    first = DocumentFactory(matter=matter, name="一稿.pdf")
    second = DocumentFactory(matter=matter, name="二稿.pdf", replaces=first)
    DocumentFactory(matter=matter, name="三稿.pdf", replaces=second)
    DocumentFactory(matter=matter, name="附图.png")
    DocumentFactory(name="别件.pdf")

    assert sorted(versions(matter, user_with(Role.LEGAL_OFFICE))) == [
        ("三稿.pdf", ["二稿.pdf", "一稿.pdf"]),
        ("附图.png", []),
    ]


def test_counsel_are_shown_the_documents_marked_for_them():
    matter = MatterFactory()
    DocumentFactory(matter=matter, name="内部.pdf")
    DocumentFactory(matter=matter, name="证据.pdf", for_counsel=True)

    assert versions(matter, user_with(Role.COUNSEL)) == [("证据.pdf", [])]


def test_the_log_of_a_matter_is_newest_first_and_holds_no_other_matter():
    office = user_with(Role.LEGAL_OFFICE)
    matter = replied_request(by=office).matter
    open_request(by=office)

    assert [entry.action for entry in desk.log(matter)] == ["moved", "moved", "moved", "created"]


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def officer():
    return user_with(Role.OFFICER)


def due_in(officer, days, **more):
    """Return a matter of the officer's department that is due in so many days."""
    due_on = None if days is None else timezone.localdate() + timedelta(days=days)
    return MatterFactory(department=officer.department, next_due_on=due_on, **more)


def test_the_workbench_counts_what_is_due_within_what_a_person_may_see(officer, today):
    for days in (-1, 0, 3, 4, None):
        due_in(officer, days)
    due_in(officer, 0, closed_on=today)
    due_in(officer, 0, voided_at=timezone.now())
    due_in(user_with(Role.OFFICER), 0)

    work = desk.workbench(officer, today)

    assert {tile["label"]: tile["count"] for tile in work.tiles} == {
        "今日到期": 1,
        "3 日内到期": 2,
        "已逾期": 1,
        "无下一步": 1,
    }


def test_the_workbench_lists_the_nearest_ten_matters(officer, today):
    matters = [due_in(officer, days) for days in range(12)]
    due_in(officer, None)

    assert desk.workbench(officer, today).nearest == matters[:10]


def test_the_workbench_counts_open_tasks_and_valid_followed_matters(officer, today):
    matter, voided = due_in(officer, 1), due_in(officer, 1, voided_at=timezone.now())
    for followed in (matter, voided):
        process.follow(followed, user=officer, wanted=True)
    TaskFactory(matter=matter, department=officer.department)
    TaskFactory(matter=matter, department=None, assignee=officer.staff_member)
    TaskFactory(matter=matter, department=officer.department, done_at=timezone.now())
    TaskFactory(matter=voided, department=officer.department)
    TaskFactory(matter=matter, department=None, assignee=StaffMemberFactory())

    work = desk.workbench(officer, today)

    assert (work.tasks, work.followed) == (2, 1)


def test_the_workbench_shows_the_latest_unread_notices(officer, today):
    for number in range(8):
        read_at = timezone.now() if number == 7 else None
        Notice.objects.create(recipient=officer, key=str(number), text=str(number), read_at=read_at)
    Notice.objects.create(recipient=user_with(Role.OFFICER), key="0", text="别人的")

    shown = [notice.text for notice in desk.workbench(officer, today).notices]

    assert shown == ["6", "5", "4", "3", "2", "1"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_workbench_needs_the_same_queries_for_one_matter_and_for_three(
    officer, today, django_assert_num_queries, count
):
    for _ in range(count):
        DeadlineFactory(matter=due_in(officer, 1, handler=StaffMemberFactory()))

    with django_assert_num_queries(12):
        work = desk.workbench(officer, today)

    assert len(work.nearest) == count
