"""The only writer of a matter's course: what it writes, what it refuses, what it leaves alone."""

from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from casework import documents, process
from casework.models import CounselAssignment, Matter, MatterLink, Task
from casework.standing import Fact, IllegalMoveError
from disclosure.workflow import WORKFLOW
from people.roles import Role
from portal.errors import ConflictError
from portal.models import AuditEntry
from tests.factories.casework import TaskFactory, moved
from tests.factories.disclosure import open_request, replied_request
from tests.factories.people import (
    CounselEngagementFactory,
    DepartmentFactory,
    DeputyshipFactory,
    StaffMemberFactory,
    user_with,
)
from timelimits.calendar import change_days, current_calendar
from timelimits.days import each_day
from timelimits.workdays import Day, ordinary_day

pytestmark = pytest.mark.django_db

MARCH_10 = date(2025, 3, 10)
MARCH_11 = date(2025, 3, 11)
CLOSED_OFFICE = {date(2025, 3, 31): Day(working=False, name="停电", source="通知")}


@pytest.fixture
def office():
    """Somebody of 法制办."""
    return user_with(Role.LEGAL_OFFICE)


@pytest.fixture
def matter(office):
    """A request received on Monday 3 March 2025, to be answered by 31 March."""
    return open_request(by=office).matter


def due(matter, code="reply"):
    return matter.deadlines.get(code=code).due_on


def log_of(matter):
    """Return the audit of a matter as (action, changes), the oldest first."""
    entries = AuditEntry.objects.of("casework.matter", matter.pk).order_by("pk")
    return [(entry.action, entry.changes) for entry in entries]


def state_of(matter):
    """Return all that a refused step must leave as it was."""
    fresh = Matter.objects.get(pk=matter.pk)
    return (
        fresh.stage,
        fresh.version,
        fresh.timeline.count(),
        list(fresh.deadlines.order_by("pk").values_list("pk", "due_on")),
        len(log_of(fresh)),
    )


def test_a_matter_is_opened_with_number_first_entry_deadlines_and_audit(office):
    matter = open_request(by=office, title="补偿方案").matter

    assert (matter.number, matter.title) == ("南汇依申〔2025〕1号", "补偿方案")
    assert (matter.stage, matter.received_on) == ("processing", date(2025, 3, 3))
    assert (matter.next_due_on, due(matter)) == (date(2025, 3, 31), date(2025, 3, 31))
    assert [(e.move, e.recorded_by) for e in matter.timeline.all()] == [("receive", office)]
    assert matter.search_text.startswith("南汇依申〔2025〕1号 补偿方案 张某")
    assert log_of(matter) == [("created", {})]


def open_sample(by, on=MARCH_10, today=MARCH_10, **more):
    """Open a bare matter, as a record app does before it keeps its record."""
    return process.open_matter(
        WORKFLOW,
        opening="receive",
        on=on,
        title="样例",
        department=DepartmentFactory(),
        by=by,
        today=today,
        **more,
    )


def test_a_matter_of_old_keeps_the_number_it_had(office):
    old = open_sample(office, number="鹿南依申〔2019〕7号")
    new = open_sample(office)

    assert [old.number, new.number] == ["鹿南依申〔2019〕7号", "南汇依申〔2025〕1号"]


def test_a_matter_that_comes_in_tomorrow_is_not_opened_today(office):
    with pytest.raises(IllegalMoveError, match="日期不能晚于今天"):
        open_sample(office, on=MARCH_11, today=MARCH_10)

    assert not Matter.objects.exists()


def test_a_failed_opening_gives_its_number_back(office):
    with pytest.raises(KeyError):
        process.open_matter(
            WORKFLOW,
            opening="nowhere",
            on=MARCH_10,
            title="样例",
            department=DepartmentFactory(),
            by=office,
            today=MARCH_10,
        )

    assert open_sample(office).number == "南汇依申〔2025〕1号"


def test_an_edit_changes_title_and_search_text_and_says_so(matter, office):
    changes = {"信息名称": ["征收补偿方案", "拆迁补偿方案"]}

    process.edit(
        matter, title="拆迁补偿方案", search_text="李某", by=office, changes=changes, version=1
    )

    matter.refresh_from_db()
    assert (matter.title, matter.version) == ("拆迁补偿方案", 2)
    assert matter.search_text == "南汇依申〔2025〕1号 拆迁补偿方案 李某"
    assert log_of(matter)[-1] == ("changed", changes)


def test_a_move_is_written_down_and_brings_the_matter_up_to_date(matter, office):
    entry = moved(matter, "consult", MARCH_10, by=office, party="甲")

    assert (entry.move, entry.on, entry.detail) == ("consult", MARCH_10, {"party": "甲"})
    assert (matter.stage, matter.version) == ("consulting", 2)
    assert due(matter, "opinion") == matter.next_due_on == date(2025, 3, 31)
    assert log_of(matter)[-1] == ("moved", {"征求意见": "2025-03-10"})


def test_a_row_of_a_deadline_says_why_it_ends_on_its_day(matter):
    moved(matter, "extend", MARCH_10, days=20)
    row = matter.deadlines.get(code="reply")

    assert (row.label, row.basis, row.clock) == (
        "答复期限",
        "《政府信息公开条例》第三十三条第二款",
        "W",
    )
    assert (row.original_due_on, row.extended_by) == (date(2025, 3, 31), 20)
    assert (row.due_on, row.safe_on) == (date(2025, 4, 28), date(2025, 4, 28))
    assert "延长20个工作日，共40个工作日" in row.trace


def test_a_party_with_a_long_name_is_kept_whole_on_the_timeline(matter):
    entry = moved(matter, "consult", MARCH_10, party="长" * 200)

    assert (len(entry.detail["party"]), len(matter.deadlines.get(code="opinion").party)) == (
        200,
        100,
    )


def refused(matter, move, by, *, on=MARCH_10, today=MARCH_11, **detail):
    """Return how a move is refused, after having made sure that it left nothing behind."""
    before = state_of(matter)
    with pytest.raises(IllegalMoveError) as refusal:
        process.record(matter, move, on=on, by=by, today=today, detail=detail)
    assert state_of(matter) == before
    return str(refusal.value), refusal.value.field


def test_a_move_on_a_day_to_come_is_refused(matter, office):
    assert refused(matter, "withdraw", office, on=MARCH_11, today=MARCH_10) == (
        "日期不能晚于今天。",
        "on",
    )


def test_a_letter_that_is_said_to_get_there_on_a_day_to_come_is_refused(matter, office):
    answers = {"party": "甲", "letter_received_on": "2025-03-12"}

    assert refused(matter, "consult", office, **answers) == (
        "日期不能晚于今天。",
        "letter_received_on",
    )


def test_a_move_that_the_law_forbids_leaves_nothing_behind(matter, office):
    sentence, field = refused(matter, "extend", office, days=21)

    assert sentence.startswith("答复期限最多延长20个工作日")
    assert field == "days"


@pytest.mark.parametrize("role", [Role.OFFICER, Role.DEPARTMENT_HEAD, Role.COUNSEL, Role.AUDITOR])
def test_a_move_by_somebody_without_the_role_for_it_is_forbidden(matter, role):
    before = state_of(matter)

    with pytest.raises(PermissionDenied, match="您的角色不能办理“延长答复期限”。"):
        moved(matter, "extend", MARCH_10, by=user_with(role), days=5)

    assert state_of(matter) == before


def test_a_draft_is_not_approved_by_its_drafter(matter, office):
    moved(matter, "draft", MARCH_10, by=office, result="1")

    assert refused(matter, "approve", office) == (
        "“提交答复稿”由您本人办理，须由另一人办理“审签同意”。",
        "",
    )


def test_standing_in_for_somebody_does_not_let_a_drafter_approve(matter, office):
    DeputyshipFactory(
        principal=user_with(Role.LEADER).staff_member,
        deputy=office.staff_member,
        since=MARCH_10,
        until=MARCH_11,
    )
    moved(matter, "draft", MARCH_10, by=office, result="1")

    assert refused(matter, "approve", office)[0].startswith("“提交答复稿”由您本人办理")


def test_a_draft_is_approved_by_whoever_did_not_draft_the_latest_one(matter, office):
    second = user_with(Role.LEGAL_OFFICE)
    moved(matter, "draft", MARCH_10, by=office, result="1")
    moved(matter, "send_back", MARCH_10, by=second, reasons="请补充理由")
    moved(matter, "draft", MARCH_11, by=second, result="1")

    assert refused(matter, "approve", second, on=MARCH_11)[0].startswith("“提交答复稿”由您本人办理")
    assert moved(matter, "approve", MARCH_11, by=office).move == "approve"


def test_a_person_is_offered_the_moves_of_stage_and_role_but_not_the_approval_of_the_own_draft(
    matter, office
):
    moved(matter, "draft", MARCH_10, by=office, result="1")

    assert [m.code for m in process.moves_open_to(matter, office, MARCH_11)] == [
        "extend",
        "send_back",
        "withdraw",
    ]
    assert [m.code for m in process.moves_open_to(matter, user_with(Role.LEADER), MARCH_11)] == [
        "send_back",
        "approve",
    ]
    assert process.moves_open_to(matter, user_with(Role.AUDITOR), MARCH_11) == []


def test_a_transfer_gives_the_matter_to_another_department_and_handler(matter):
    handler = StaffMemberFactory()

    moved(
        matter,
        "transfer",
        MARCH_10,
        department=handler.department_id,
        handler=handler.pk,
        reasons="职责调整",
    )

    assert (matter.department, matter.handler) == (handler.department, handler)
    assert log_of(matter)[-1] == ("moved", {"转其他科室办理": "2025-03-10"})


def test_a_transfer_without_a_handler_leaves_the_choice_to_the_department(office):
    matter = open_request(handler=StaffMemberFactory(), by=office).matter
    department = DepartmentFactory()

    moved(matter, "transfer", MARCH_10, department=department.pk, reasons="职责调整")

    assert (matter.department, matter.handler) == (department, None)


STALE = {
    "a move": lambda matter, by: process.record(
        matter, "withdraw", on=MARCH_11, by=by, today=MARCH_11, version=1
    ),
    "a correction": lambda matter, by: process.correct(
        matter.timeline.get(move="extend"), by=by, reason="误登", version=1
    ),
    "voiding": lambda matter, by: process.void(matter, by=by, reason="误登", version=1),
    "an assignment": lambda matter, by: process.assign(
        matter, department=matter.department, handler=None, by=by, version=1
    ),
    "an edit": lambda matter, by: process.edit(
        matter, title="别的", search_text="", by=by, changes={}, version=1
    ),
}


@pytest.mark.parametrize("act", STALE.values(), ids=STALE.keys())
def test_a_stale_page_is_told_so_and_writes_nothing(matter, office, act):
    moved(matter, "extend", MARCH_10, by=office, days=5)
    before = state_of(matter)

    with pytest.raises(ConflictError) as conflict:
        act(matter, office)

    assert conflict.value.address == matter.get_absolute_url()
    assert state_of(matter) == before


def test_a_correction_takes_an_entry_away_and_deletes_nothing(matter, office):
    mistake = moved(matter, "extend", MARCH_10, days=20)

    process.correct(mistake, by=office, reason="尚未告知申请人")

    matter.refresh_from_db()
    correction = matter.timeline.get(corrects=mistake)
    assert (due(matter), matter.version) == (date(2025, 3, 31), 3)
    assert (matter.timeline.count(), matter.timeline.standing().count()) == (3, 1)
    assert (correction.note, correction.recorded_by) == ("尚未告知申请人", office)
    assert log_of(matter)[-1] == ("corrected", {"更正的记录": "2025-03-10 延长答复期限"})


def test_what_was_corrected_may_be_recorded_again_as_it_was(matter, office):
    process.correct(moved(matter, "extend", MARCH_10, days=20), by=office, reason="天数有误")

    moved(matter, "extend", MARCH_10, days=5)

    assert due(matter) == date(2025, 4, 8)


def test_an_entry_that_later_ones_rest_on_is_not_corrected_before_them(matter, office):
    asked = moved(matter, "consult", MARCH_10, party="甲")
    moved(matter, "opinion", MARCH_11, party="甲")
    before = state_of(matter)

    with pytest.raises(
        IllegalMoveError, match="之后登记的“收到意见”（2025-03-11）以这条记录为前提"
    ):
        process.correct(asked, by=office, reason="误登")

    assert state_of(matter) == before


def test_the_entry_that_opened_a_matter_is_not_corrected(matter, office):
    with pytest.raises(IllegalMoveError, match="请作废后重新登记"):
        process.correct(matter.timeline.get(), by=office, reason="误登")


def test_neither_a_corrected_entry_nor_its_correction_is_corrected_again(matter, office):
    mistake = moved(matter, "extend", MARCH_10, days=20)
    process.correct(mistake, by=office, reason="误登")

    for entry in (mistake, matter.timeline.get(corrects=mistake)):
        with pytest.raises(IllegalMoveError, match="已经更正过"):
            process.correct(entry, by=office, reason="再更正")


def test_a_voided_matter_has_a_reason_and_nothing_due_and_its_number_is_never_used_again(
    matter, office
):
    process.void(matter, by=office, reason="重复登记")

    matter.refresh_from_db()
    assert (matter.stage_label, matter.void_reason, matter.voided_by) == (
        "已作废",
        "重复登记",
        office,
    )
    assert (matter.next_due_on, matter.is_open) == (None, False)
    assert process.moves_open_to(matter, office, MARCH_11) == []
    assert open_request(by=office).matter.number == "南汇依申〔2025〕2号"
    entry = AuditEntry.objects.of("casework.matter", matter.pk).first()
    assert (entry.action, entry.reason) == ("voided", "重复登记")


def counsel_in_term():
    return CounselEngagementFactory(since=date(2025, 1, 1), until=date(2025, 12, 31)).counsel


VOIDED = {
    "a move": lambda matter, by: process.record(
        matter, "withdraw", on=MARCH_10, by=by, today=MARCH_10
    ),
    "a correction": lambda matter, by: process.correct(
        matter.timeline.last(), by=by, reason="误登"
    ),
    "voiding again": lambda matter, by: process.void(matter, by=by, reason="误登"),
    "an edit": lambda matter, by: process.edit(
        matter, title="别的", search_text="", by=by, changes={}, version=None
    ),
    "an assignment": lambda matter, by: process.assign(
        matter, department=matter.department, handler=None, by=by
    ),
    "a counsel": lambda matter, by: process.assign_counsel(
        matter, counsel_in_term(), by=by, on=MARCH_10
    ),
    "a task": lambda matter, by: process.give_task(
        TaskFactory.build(matter=matter, department=matter.department, given_by=by),
        by=by,
        today=MARCH_10,
    ),
    "the end of a task": lambda matter, by: process.finish_task(
        TaskFactory(matter=matter), by=by, answer="已办"
    ),
    "a link": lambda matter, by: process.link(
        MatterLink(matter=matter, relation="related", outside_number="（2025）浙0302行初1号"), by=by
    ),
    "a file": lambda matter, by: documents.attach(
        matter, SimpleUploadedFile("材料.pdf", b"%PDF-1.7"), by=by, largest=1024
    ),
}


@pytest.mark.parametrize("act", VOIDED.values(), ids=VOIDED.keys())
def test_a_voided_matter_refuses_everything(matter, office, act):
    process.void(matter, by=office, reason="重复登记")
    before = state_of(matter)

    with pytest.raises(IllegalMoveError, match="已经作废"):
        act(matter, office)

    assert state_of(matter) == before


def test_an_assignment_gives_department_and_handler_and_says_what_changed(office):
    handler = StaffMemberFactory(name="王某", department=DepartmentFactory(name="征收办"))
    matter = open_request(handler=handler, by=office).matter
    other = StaffMemberFactory(name="李某", department=handler.department)

    process.assign(matter, department=handler.department, handler=other, by=office)

    matter.refresh_from_db()
    assert (matter.department, matter.handler, matter.version) == (handler.department, other, 2)
    assert log_of(matter)[-1] == ("changed", {"承办人": ["王某", "李某"]})


def test_a_counsel_in_term_is_entrusted_once(matter, office):
    counsel = counsel_in_term()

    process.assign_counsel(matter, counsel, by=office, on=MARCH_10)
    process.assign_counsel(matter, counsel, by=office, on=MARCH_11)

    assignment = CounselAssignment.objects.get()
    assert (assignment.counsel, assignment.since) == (counsel, MARCH_10)
    assert log_of(matter)[1:] == [("changed", {"法律顾问": ["", str(counsel)]})]


def test_a_counsel_out_of_term_is_not_entrusted(matter, office):
    counsel = counsel_in_term()

    with pytest.raises(IllegalMoveError, match="不在聘期内") as refusal:
        process.assign_counsel(matter, counsel, by=office, on=date(2026, 1, 1))

    assert refusal.value.field == "counsel"
    assert not CounselAssignment.objects.exists()


def task_for(matter, by, **more):
    return TaskFactory.build(matter=matter, given_by=by, department=None, **more)


def test_a_task_given_to_a_counsel_entrusts_the_matter(matter, office):
    counsel = counsel_in_term()

    task = process.give_task(task_for(matter, office, counsel=counsel), by=office, today=MARCH_10)

    assert (task.given_by, task.is_open) == (office, True)
    assert CounselAssignment.objects.get().counsel == counsel
    assert log_of(matter)[-1] == ("created", {"交办": f"提供补偿明细 → {counsel}"})


def test_a_task_due_before_today_is_refused(matter, office):
    task = task_for(matter, office, assignee=StaffMemberFactory(), due_on=date(2025, 3, 9))

    with pytest.raises(IllegalMoveError, match="不能早于今天") as refusal:
        process.give_task(task, by=office, today=MARCH_10)

    assert refusal.value.field == "due_on"
    assert not Task.objects.exists()


def test_a_task_may_be_due_today(matter, office):
    task = task_for(matter, office, assignee=StaffMemberFactory(), due_on=MARCH_10)

    assert process.give_task(task, by=office, today=MARCH_10).pk


def test_a_task_is_finished_once_with_its_answer(matter, office):
    officer = user_with(Role.OFFICER)
    task = TaskFactory(matter=matter, department=officer.department)

    process.finish_task(task, by=officer, answer="明细已交")

    task.refresh_from_db()
    assert (task.is_open, task.done_by, task.answer) == (False, officer, "明细已交")
    assert log_of(matter)[-1] == ("changed", {"交办“提供补偿明细”": "已完成"})
    with pytest.raises(IllegalMoveError, match="已经办结或撤回"):
        process.finish_task(task, by=officer, answer="再交一次")


def test_matters_are_linked_to_each_other_or_to_a_case_outside(matter, office):
    other = open_request(by=office).matter

    inside = process.link(MatterLink(matter=matter, relation="related", other=other), by=office)
    outside = process.link(
        MatterLink(matter=matter, relation="lawsuit", outside_number="（2025）浙0302行初1号"),
        by=office,
    )

    assert list(matter.links.all()) == [inside, outside]
    assert list(other.back_links.all()) == [inside]
    assert log_of(matter)[1:] == [
        ("changed", {"关联": ["", f"相关 {other}"]}),
        ("changed", {"关联": ["", "引发行政诉讼 （2025）浙0302行初1号"]}),
    ]


def test_a_matter_is_followed_until_no_longer_wanted(matter, office):
    process.follow(matter, user=office, wanted=True)
    process.follow(matter, user=office, wanted=True)
    followed = list(matter.followers.all())
    process.follow(matter, user=office, wanted=False)

    assert (followed, list(matter.followers.all())) == ([office], [])


def test_past_facts_are_kept_as_they_happened_and_flagged_where_they_broke_a_rule(matter, office):
    facts = [
        Fact("receive", matter.received_on),
        Fact("ask_correction", date(2025, 3, 13), {"correct_by": "2025-03-31"}),
        Fact("corrected", date(2025, 3, 20)),
        Fact("extend", date(2025, 3, 28), {"days": 5}),
    ]

    now = process.record_as_it_happened(matter, facts, by=office, calendar=current_calendar())

    flags = {entry.move: entry.breaches for entry in matter.timeline.all()}
    assert flags == {
        "receive": [],
        "ask_correction": [
            "补正告知期限已于2025-03-12届满，不能再办理“告知补正”（《政府信息公开条例》第三十条）。"
        ],
        "corrected": [],
        "extend": [],
    }
    assert (now.stage, due(matter)) == ("processing", date(2025, 4, 8))


def test_past_facts_told_otherwise_are_corrected_and_those_told_again_stay(matter, office):
    received, asked = (
        Fact("receive", matter.received_on),
        Fact("extend", date(2025, 3, 20), {"days": 5}),
    )
    told = [received, asked]
    calendar = current_calendar()
    process.record_as_it_happened(matter, told, by=office, calendar=calendar)
    told = [received, Fact("extend", date(2025, 3, 21), {"days": 5})]

    process.record_as_it_happened(matter, told, by=office, calendar=calendar)
    process.record_as_it_happened(matter, told, by=office, calendar=calendar)

    assert [(e.move, e.on.day, e.note) for e in matter.timeline.order_by("pk")] == [
        ("receive", 3, ""),
        ("extend", 20, ""),
        ("extend", 20, "台账更正"),
        ("extend", 21, ""),
    ]


def test_a_change_of_the_calendar_moves_open_deadlines_and_lists_them_old_and_new(matter):
    moves = change_days(CLOSED_OFFICE, by_hand=True)

    matter.refresh_from_db()
    assert [str(move) for move in moves] == [
        "南汇依申〔2025〕1号 答复期限：2025-03-31 → 2025-04-01"
    ]
    assert (due(matter), matter.next_due_on) == (date(2025, 4, 1), date(2025, 4, 1))
    assert (matter.calendar_version, matter.version) == (current_calendar().version, 1)


def test_a_deadline_that_was_met_is_not_listed_as_moved(matter):
    moved(matter, "ask_correction", MARCH_10, items="地块", correct_by="2025-03-31")

    moves = change_days({date(2025, 3, 12): Day(working=False, name="停电")}, by_hand=True)

    assert (due(matter, "correction_notice"), moves) == (date(2025, 3, 13), [])


def test_a_change_of_the_calendar_leaves_closed_and_voided_matters_alone(office):
    closed, voided = replied_request(by=office).matter, open_request(by=office).matter
    process.void(voided, by=office, reason="误登")
    version = closed.calendar_version

    moves = change_days(CLOSED_OFFICE, by_hand=True)

    closed.refresh_from_db()
    assert moves == []
    assert (due(closed), due(voided)) == (date(2025, 3, 31), date(2025, 3, 31))
    assert closed.calendar_version == version


def test_deadlines_are_worked_out_again_on_demand_and_what_moved_is_printed(matter):
    matter.deadlines.filter(code="reply").update(due_on=date(2025, 3, 28))
    out = StringIO()

    call_command("refresh_deadlines", stdout=out)

    assert out.getvalue().splitlines() == [
        "南汇依申〔2025〕1号 答复期限：2025-03-28 → 2025-03-31",
        "共 1 个期限变动",
    ]


def test_a_deadline_in_a_year_not_announced_is_provisional_until_it_is(office):
    matter = open_request(received_on=date(2026, 12, 21), by=office).matter
    guessed = matter.deadlines.get(code="reply")
    year = {on: ordinary_day(on) for on in each_day(date(2027, 1, 1), date(2027, 1, 31))}
    new_year = Day(working=False, name="元旦", source="通知")

    moves = change_days(year | {date(2027, 1, 1): new_year})

    known = matter.deadlines.get(code="reply")
    assert (guessed.due_on, guessed.provisional) == (date(2027, 1, 18), True)
    assert (known.due_on, known.provisional) == (date(2027, 1, 19), False)
    assert "南汇依申〔2026〕1号 答复期限：2027-01-18 → 2027-01-19" in map(str, moves)


def test_a_deadline_that_stands_still_has_no_day_to_move_to(matter):
    moved(matter, "ask_correction", MARCH_10, items="地块", correct_by="2025-03-31")

    assert due(matter) is None
    assert str(process.MovedDeadline(matter, "答复期限", date(2025, 3, 31), None)) == (
        "南汇依申〔2025〕1号 答复期限：2025-03-31 → 中止"
    )
