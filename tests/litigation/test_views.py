"""The pages of suits and reconsiderations: lists, intake, verdicts, and what bad input gets."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from casework.models import Matter
from litigation.models import (
    ActKind,
    CauseOfLoss,
    Defect,
    DisputeField,
    EvidenceItem,
    Hearing,
    Mediation,
    Meeting,
    Proceeding,
)
from people.models import Charge
from people.roles import Role
from portal.models import AuditEntry
from tests.factories.casework import moved
from tests.factories.disclosure import open_request
from tests.factories.litigation import decided, hearing, open_proceeding, study
from tests.factories.people import (
    CounselEngagementFactory,
    DepartmentFactory,
    LegalCounselFactory,
    StaffMemberFactory,
    user_with,
)

LAWSUITS = reverse("litigation:lawsuits")
REVIEWS = reverse("litigation:reconsiderations")
NEW = reverse("litigation:new-lawsuit")
NEW_REVIEW = reverse("litigation:new-reconsideration")


def url(name, *args):
    return reverse(f"litigation:{name}", args=args)


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


@pytest.fixture
def department(db):
    return DepartmentFactory(name="综合行政执法队")


@pytest.fixture
def case(department):
    return open_proceeding(department=department)


def typed(department, **changes):
    """Return a filled-in form for a new suit."""
    return {
        "came": "first:receive",
        "on": "2025-03-03",
        "party_name": "张某",
        "party_kind": "natural_person",
        "title": "强制拆除房屋行为违法",
        "court": "温州市鹿城区人民法院",
        "role": "defendant",
        "act": "强制拆除房屋的行为",
        "act_kind": ActKind.objects.get(name="违建拆除").pk,
        "field": DisputeField.objects.get(name="违建拆除").pk,
        "department": department.pk,
        **changes,
    }


def errors(answer, name="form"):
    return dict(answer.context[name].errors)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("page", "queries"),
    [(LAWSUITS, 27), (url("hearings") + "?tab=all", 21), (url("defects") + "?tab=all", 14)],
)
def test_a_list_needs_the_same_queries_for_one_row_and_for_three(
    office, django_assert_num_queries, page, queries, count
):
    for number in range(count):
        case = open_proceeding(plaintiff=f"张某{number}")
        hearing(case, date(2025, 4, 1), head="胡某")
        Defect.objects.create(
            matter=case.matter,
            cause=CauseOfLoss.objects.first(),
            department=case.matter.department,
            found_on=date(2025, 5, 6),
        )

    with django_assert_num_queries(queries):
        answer = office.get(page)

    assert len(answer.context["object_list"]) == count


def test_the_page_of_a_case_needs_a_fixed_number_of_queries(office, case):
    hearing(case, date(2025, 4, 1), head="胡某")
    office.get(case.get_absolute_url())

    # Two hearings, parties and meetings need no more than one of each.
    with CaptureQueriesContext(connection) as one:
        office.get(case.get_absolute_url())
    hearing(case, date(2025, 5, 1), head="胡某")
    study(case, date(2025, 3, 5))
    study(case, date(2025, 3, 6), kind="follow_up")
    with CaptureQueriesContext(connection) as more:
        office.get(case.get_absolute_url())

    assert len(more) == len(one)


def test_suits_and_reconsiderations_have_a_list_of_their_own(office):
    suit = open_proceeding()
    review = open_proceeding(instance="reconsideration")

    assert [list(office.get(page).context["object_list"]) for page in (LAWSUITS, REVIEWS)] == [
        [suit],
        [review],
    ]


@pytest.mark.parametrize("words", ["（2025）浙0302行初9号", "独特姓名", "罕见行为"])
def test_a_case_is_found_by_court_number_party_and_act(office, department, words):
    open_proceeding()
    office.post(
        NEW,
        typed(
            department,
            court_number="（2025）浙0302行初9号",
            party_name="独特姓名",
            act="罕见行为",
        ),
    )

    found = list(office.get(LAWSUITS, {"q": words}).context["object_list"])

    assert [case.court_number for case in found] == ["（2025）浙0302行初9号"]


def test_key_cases_are_those_of_raised_or_high_risk_at_hand(office):
    for risk in ("general", "raised", "high"):
        study(open_proceeding(plaintiff=risk), date(2025, 3, 5), risk=risk)

    listed = office.get(LAWSUITS, {"tab": "key"}).context["object_list"]

    assert sorted(case.risk for case in listed) == ["high", "raised"]


def test_a_suit_is_registered_with_number_party_clock_and_counsel(office, department):
    counsel = CounselEngagementFactory(
        since=date(2020, 1, 1), until=None, counsel__firm="甲所"
    ).counsel

    office.post(NEW, typed(department, filed_on="2025-02-26", counsel=counsel.pk))

    case = Proceeding.objects.get()
    assert case.matter.number == "南汇诉〔2025〕1号"
    assert (case.instance, case.plaintiffs) == ("first", "张某")
    assert case.matter.deadlines.get(code="trial").due_on == date(2025, 8, 26)
    assert case.matter.counsel_assignments.get().counsel == counsel


def test_a_reply_a_reconsideration_and_a_suit_are_one_dispute(office, department):
    reply = open_request(received_on=date(2025, 1, 6))
    office.post(
        NEW_REVIEW,
        typed(
            department,
            came="reconsideration:receive_summary",
            role="respondent",
            court="鹿城区人民政府",
            earlier=reply.matter.number,
        ),
    )
    review = Proceeding.objects.get()
    office.post(NEW, typed(department, on="2025-06-03", earlier=review.matter.number))

    page = office.get(reply.get_absolute_url())

    assert [(node.depth, node.matter.kind) for node in page.context["chain"]] == [
        (0, "disclosure"),
        (1, "reconsideration"),
        (2, "lawsuit"),
    ]


BAD = {
    "a day in the future": ({"on": "2099-01-01"}, "on", "日期不能晚于今天。"),
    "filed after service": (
        {"filed_on": "2025-03-04"},
        "filed_on",
        "立案（受理）日期不能晚于收到副本的日期（2025-03-03）。",
    ),
    "evidence before service": (
        {"came": "first:receive_summary", "evidence_by": "2025-03-01"},
        "evidence_by",
        "举证期限不能早于收到副本的日期（2025-03-03）。",
    ),
    "a second instance without its first": (
        {"came": "second:receive_appeal"},
        "earlier",
        "二审、再审必须填写原审案件。",
    ),
    "an earlier case that is not there": (
        {"earlier": "南汇诉〔2020〕99号"},
        "earlier",
        "没有找到这个编号或者案号的事项。",
    ),
    "an organisation without its head": (
        {"party_kind": "organisation"},
        "representative",
        "当事人是组织的，请填写法定代表人或者负责人。",
    ),
    "an opening of the other register": (
        {"came": "reconsideration:receive"},
        "came",
        "选择一个有效的选项。 reconsideration:receive 不在可用的选项中。",
    ),
    "a character that turns the reading order": (
        {"title": "强拆\u202e"},
        "title",
        "含有看不见的控制字符（U+202E），请删除后重新输入，或改为手工键入。",
    ),
}


@pytest.mark.parametrize(("changes", "field", "sentence"), BAD.values(), ids=BAD.keys())
def test_bad_intake_gets_a_sentence_at_its_field_and_saves_nothing(
    office, department, changes, field, sentence
):
    answer = office.post(NEW, typed(department, **changes))

    assert errors(answer) == {field: [sentence]}
    assert Matter.objects.count() == 0


def test_the_same_court_number_twice_is_refused_with_the_case_that_has_it(office, department):
    taken = open_proceeding(court_number="（2025）浙0302行初9号")

    answer = office.post(NEW, typed(department, court_number="(2025)浙0302行初 9号"))

    assert errors(answer) == {
        "court_number": [f"案号（2025）浙0302行初9号已经登记为{taken.matter.number}。"]
    }


def test_the_court_number_of_a_voided_case_is_free_again(office, department):
    voided = open_proceeding(court_number="（2025）浙0302行初9号")
    office.post(reverse("casework:void", args=[voided.pk]), {"reason": "登记有误", "version": 1})

    answer = office.post(NEW, typed(department, court_number="（2025）浙0302行初9号"))

    assert answer.status_code == 302
    assert Proceeding.objects.get(court_number="（2025）浙0302行初9号").pk != voided.pk


def test_a_reconsideration_is_no_earlier_instance_of_an_appeal(office, department):
    review = open_proceeding(instance="reconsideration")

    answer = office.post(
        NEW, typed(department, came="second:receive_appeal", earlier=review.matter.number)
    )

    assert errors(answer) == {
        "earlier": [f"{review.matter.number}不是行政诉讼案件，不能作为原审。"]
    }


def test_a_first_instance_before_the_portal_is_named_by_its_court_number(office, department):
    office.post(
        NEW,
        typed(department, came="second:receive_appeal", earlier_outside="（2021）浙0302行初5号"),
    )

    assert Matter.objects.get().links.get().outside_number == "（2021）浙0302行初5号"


def test_counsel_whose_firm_acts_for_the_other_side_is_refused(office, department):
    counsel = CounselEngagementFactory(
        since=date(2020, 1, 1), until=None, counsel__name="周律师", counsel__firm="甲所"
    ).counsel

    answer = office.post(NEW, typed(department, counsel=counsel.pk, agent_firm="甲所"))

    assert errors(answer) == {"counsel": ["周律师所在的甲所同时代理对方当事人，不能委托。"]}


def test_an_agent_of_our_own_firm_is_refused_when_a_party_is_added(office, case):
    case.counsel = LegalCounselFactory(name="周律师", firm="甲所")
    case.save()

    answer = office.post(
        url("new-party", case.pk),
        {"role": "third", "name": "李某", "kind": "natural_person", "agent_firm": "甲所"},
    )

    assert errors(answer) == {"agent_firm": ["周律师所在的甲所同时代理对方当事人，不能委托。"]}


def test_a_known_party_and_its_cases_are_shown_at_intake_and_used_again(office, department):
    earlier = open_proceeding()
    party = earlier.parties.get().party

    shown = office.get(url("known-parties"), {"party_name": "张某"}).text
    office.post(NEW, typed(department, known_party=party.pk))

    assert "330302********0000" in shown
    assert earlier.matter.number in shown
    assert party.appearances.count() == 2


def test_a_party_of_the_same_name_without_identity_is_another_person(office, department):
    open_proceeding()

    office.post(NEW, typed(department))

    parties = {case.parties.get().party_id for case in Proceeding.objects.all()}
    assert len(parties) == 2


def test_personal_data_of_a_party_is_masked_and_shown_for_a_reason(office, case):
    appearance = case.parties.get()
    page = office.get(case.get_absolute_url()).text
    reveal = url("reveal-party", case.pk, appearance.pk, "phone")

    shown = office.post(reveal, {"reason": "电话通知调解"})

    assert "13800000000" not in page
    assert "138****0000" in page
    assert "13800000000" in shown.text
    assert AuditEntry.objects.filter(reason="电话通知调解").count() == 1


def test_a_party_added_later_is_found_and_its_identity_does_not_reach_the_log(office, case):
    office.post(
        url("new-party", case.pk),
        {
            "role": "third",
            "name": "独特第三人",
            "kind": "natural_person",
            "identity_number": "330302199901011234",
        },
    )

    assert list(office.get(LAWSUITS, {"q": "独特第三人"}).context["object_list"]) == [case]
    log = office.get(reverse("casework:log", args=[case.pk])).text
    assert "330302199901011234" not in log
    assert "330302********1234" in log


def test_the_preview_shows_the_dates_of_the_opening_chosen(office):
    answer = office.get(
        url("preview-lawsuit"),
        {"came": "first:receive", "on": "2025-03-03", "filed_on": "2025-02-26"},
    )

    assert "2025-03-18" in answer.text
    assert "2025-08-26" in answer.text


def verdict(case, **answers):
    return {"on": "2025-05-06", "version": case.matter.version, **answers}


def test_a_loss_without_a_cause_is_refused_and_the_form_keeps_what_was_typed(office, case):
    answer = office.post(
        url("move-proceeding", case.pk, "judgment"), verdict(case, outcome="J02", note="败诉")
    )

    assert errors(answer) == {
        "causes": ["结果对本机关不利或者被纠正，请选择败诉（被纠错）原因，至少一项。"]
    }
    assert 'value="败诉"' in answer.text
    case.matter.refresh_from_db()
    assert case.matter.outcome == ""


def test_a_cause_where_nothing_was_lost_is_refused(office, case):
    cause = CauseOfLoss.objects.first()

    answer = office.post(
        url("move-proceeding", case.pk, "judgment"),
        verdict(case, outcome="J01", causes=[cause.pk]),
    )

    assert errors(answer) == {"causes": ["结果不是败诉或者被纠错，不用选择原因。"]}


def test_an_outcome_of_another_instance_is_refused(office, case):
    answer = office.post(url("move-proceeding", case.pk, "judgment"), verdict(case, outcome="A01"))

    assert errors(answer) == {"outcome": ["选择一个有效的选项。 A01 不在可用的选项中。"]}
    closed = office.get(url("move-proceeding", case.pk, "second_judgment"))
    assert closed.status_code == 403


def test_a_second_judgment_asks_whether_it_is_lost(office):
    case = open_proceeding(instance="second")

    answer = office.post(
        url("move-proceeding", case.pk, "second_judgment"), verdict(case, outcome="A01")
    )

    assert errors(answer) == {"lost": ["请填写此项。"]}


def test_a_lost_case_without_causes_is_not_archived(office, case):
    decided(case, "judgment", date(2025, 5, 6), causes=("超期",), outcome="J04")
    moved(case.matter, "effective", date(2025, 5, 22))
    case.matter.defects.all().delete()

    answer = office.post(
        url("move-proceeding", case.pk, "archive"),
        {"on": "2025-06-03", "archive_number": "1", "papers": ["answer"], "kept_for": "30"},
    )

    assert errors(answer) == {"__all__": ["本件败诉或者被纠错，登记原因之后才能归档。"]}


def test_an_archived_case_is_read_only_until_it_is_retrieved(office, case):
    decided(case, "end", date(2025, 5, 6), outcome="R03", changed_act="yes")
    moved(case.matter, "archive", date(2025, 6, 3))
    talk = {"on": "2025-06-04", "counterpart_kind": "court", "counterpart": "法官", "content": "x"}

    refused = office.post(url("new-communication", case.pk), talk)
    edit = office.post(url("edit-proceeding", case.pk), typed(case.matter.department))
    moved(case.matter, "retrieve", date(2025, 6, 5), reasons="补卷")
    accepted = office.post(url("new-communication", case.pk), talk)

    assert [errors(refused), errors(edit)] == [
        {"__all__": ["本件已经归档或者作废，只能查看；确需补充的，请先撤销归档。"]}
    ] * 2
    assert accepted.status_code == 302


def seats(**answers):
    """Return the answers of a hearing's seats, by names such as head_name."""
    return {key.replace("_", "-", 1): value for key, value in answers.items()}


def test_a_hearing_before_service_is_refused(office, case):
    answer = office.post(url("new-hearing", case.pk), {"on": "2025-03-02", "state": "fixed"})

    assert errors(answer) == {"on": ["开庭日期不能早于收案（送达）日期（2025-03-03）。"]}


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("cancelled", "开庭状态是“取消”，不能登记出庭情况。"),
        ("postponed", "开庭状态是“延期”，不能登记出庭情况。"),
        ("fixed", "开庭状态是“定期”，不能登记出庭情况。"),
    ],
)
def test_attendance_at_a_hearing_that_was_not_held_is_refused(office, case, state, sentence):
    answer = office.post(
        url("new-hearing", case.pk),
        {
            "on": "2025-04-01",
            "state": state,
            "note": "法院通知",
            **seats(head_name="胡某", head_attended="yes"),
        },
    )

    assert answer.context["form"].seats[0].errors == {"attended": [sentence]}
    assert Hearing.objects.count() == 0


def test_a_held_hearing_wants_every_seat_and_a_reason_for_an_absent_head(office, case):
    answer = office.post(
        url("new-hearing", case.pk),
        {
            "on": "2025-04-01",
            "state": "held",
            **seats(head_attended="no", staff_attended="yes"),
        },
    )

    assert [dict(seat.errors) for seat in answer.context["form"].seats] == [
        {"absence": ["负责人未到庭的，请选择原因；没有正当理由的也请写明。"]},
        {"name": ["到庭的，请填写姓名。"]},
        {"attended": ["已开庭的，请登记是否到庭。"]},
    ]


def test_a_hearing_names_handler_and_lawyer_of_the_case_by_itself(office):
    handler = StaffMemberFactory(name="郑某", post="科员")
    case = open_proceeding(handler=handler, lawyer="倪律师")

    form = office.get(url("new-hearing", case.pk)).context["form"]

    assert [seat["name"].value() for seat in form.seats] == ["", "郑某", "倪律师"]


def test_a_person_asked_to_two_places_on_one_day_is_warned_of(office, case):
    other = open_proceeding(plaintiff="李某")
    day = timezone.localdate() + timedelta(days=10)
    hearing(other, day, head="胡某")

    answer = office.post(
        url("new-hearing", case.pk),
        {"on": day.isoformat(), "state": "fixed", **seats(head_name="胡某")},
        follow=True,
    )

    assert f"胡某同日另有开庭：{other.matter.number}" in answer.text


def test_a_hearing_of_merged_cases_is_kept_for_each_and_does_not_clash(office, case):
    other = open_proceeding(plaintiff="李某")
    office.post(url("merge", case.pk), {"number": other.matter.number})
    day = timezone.localdate() + timedelta(days=10)

    answer = office.post(
        url("new-hearing", case.pk),
        {
            "on": day.isoformat(),
            "state": "fixed",
            "whole_group": "on",
            **seats(head_name="胡某"),
        },
        follow=True,
    )

    assert [case.hearings.count(), other.hearings.count()] == [1, 1]
    assert other.hearings.get().seats.get(kind="head").name == "胡某"
    assert "同日另有开庭" not in answer.text


def test_cases_of_different_instances_are_not_merged(office, case):
    second = open_proceeding(instance="second")

    answer = office.post(url("merge", case.pk), {"number": second.matter.number})

    assert errors(answer) == {"number": ["不同审级的案件不能并案。"]}


def test_the_agenda_shows_what_each_hearing_lacks(office, case):
    hearing(case, timezone.localdate() + timedelta(days=2), staff="郑某")

    item = office.get(url("hearings") + "?tab=ahead").context["object_list"][0]

    assert (item.missing, item.is_alarming) == (("负责人席位空缺", "律师席位空缺", "待研判"), True)


def test_the_first_study_moves_the_case_on_and_the_move_leads_to_it(office, case):
    chair = StaffMemberFactory()
    led = office.get(url("move-proceeding", case.pk, "study"))

    office.post(led.url, {"kind": "study", "on": "2025-03-05", "chair": chair.pk, "risk": "raised"})

    case.refresh_from_db()
    assert (Meeting.objects.count(), case.matter.stage, case.risk) == (1, "answering", "raised")


def test_a_study_before_service_is_refused(office, case):
    answer = office.post(
        url("new-meeting", case.pk),
        {"kind": "study", "on": "2025-03-02", "chair": StaffMemberFactory().pk, "risk": "high"},
    )

    assert errors(answer) == {"on": ["会议日期不能早于收案日期（2025-03-03）。"]}
    assert Meeting.objects.count() == 0


def test_evidence_is_edited_as_a_table(office, case):
    empty = {
        f"evidence-{i}-{name}": ""
        for i in range(3)
        for name in ("id", "name", "source", "purpose", "pages", "document")
    }
    rows = {
        **empty,
        "evidence-TOTAL_FORMS": 3,
        "evidence-INITIAL_FORMS": 0,
        "evidence-0-position": 1,
        "evidence-1-position": 2,
        "evidence-2-position": 3,
        "evidence-0-name": "认定函",
        "evidence-0-purpose": "属于违法建筑",
    }

    office.post(url("evidence", case.pk), rows)

    assert [(i.position, i.name) for i in EvidenceItem.objects.all()] == [(1, "认定函")]


def test_a_mediation_before_any_suit_is_seen_by_its_department_only(office, client_as, department):
    office.post(
        url("new-mediation"),
        {
            "title": "噪声争议",
            "department": department.pk,
            "phase": "before",
            "begun_on": "2025-03-03",
            "result": "ongoing",
        },
    )
    own = client_as(Role.OFFICER, staff_member=StaffMemberFactory(department=department))
    stranger = client_as(Role.OFFICER)

    listed = [len(c.get(url("mediations")).context["object_list"]) for c in (office, own, stranger)]
    page = url("edit-mediation", Mediation.objects.get().pk)

    assert listed == [1, 1, 0]
    assert stranger.get(page).status_code == 404


def test_a_mediation_with_a_result_wants_its_day_and_its_terms(office, case):
    answer = office.post(
        url("new-case-mediation", case.pk),
        {
            "title": "补偿",
            "department": case.matter.department_id,
            "phase": "during",
            "begun_on": "2025-03-20",
            "result": "agreed",
        },
    )

    assert errors(answer) == {
        "ended_on": ["已有结果的，请填写结束日期。"],
        "agreement": ["请写明协议内容，或者未达成协议的原因。"],
    }


def test_the_cure_of_a_defect_goes_on_after_the_case_is_archived(office, case):
    decided(case, "judgment", date(2025, 5, 6), causes=("超期",), outcome="J04")
    moved(case.matter, "effective", date(2025, 5, 22))
    moved(case.matter, "archive", date(2025, 6, 3))
    defect = case.matter.defects.get()
    page = url("edit-defect", defect.pk)
    form = office.get(page).context["form"]

    office.post(
        page,
        {
            "cause": defect.cause_id,
            "department": defect.department_id,
            "found_on": defect.found_on,
            "seen": form["seen"].value(),
            "cure": "倒排期限",
            "done_on": "2025-07-01",
        },
    )

    defect.refresh_from_db()
    assert (defect.cure, defect.done_on) == ("倒排期限", date(2025, 7, 1))


def test_a_defect_the_office_found_itself_needs_no_suit(office, department):
    office.post(
        url("new-defect"),
        {
            "cause": CauseOfLoss.objects.get(name="程序违法").pk,
            "department": department.pk,
            "found_on": "2025-03-03",
        },
    )

    shown = office.get(url("defects"), {"tab": "own"}).context["object_list"]
    assert [(str(d), d.matter) for d in shown] == [("程序违法（综合行政执法队）", None)]


def test_the_office_extends_its_tables_and_takes_terms_out_of_use(office):
    office.post(
        url("new-term", "causes"), {"name": "未听取陈述申辩", "position": 8, "is_active": 1}
    )

    assert CauseOfLoss.objects.active().filter(name="未听取陈述申辩").exists()
    assert office.get(url("terms", "nothing")).status_code == 404


def test_who_sees_a_case_sees_what_is_kept_about_it_and_nobody_else_does(client_as, case):
    hearing(case, date(2025, 4, 1), head="胡某")
    leader = client_as(Role.DEPUTY_LEADER)
    Charge.objects.create(
        leader=leader.user.staff_member,
        department=case.matter.department,
        since=date(2020, 1, 1),
    )
    stranger = client_as(Role.DEPARTMENT_HEAD)
    pages = [
        case.get_absolute_url(),
        url("new-meeting", case.pk),
        url("new-communication", case.pk),
        url("new-case-mediation", case.pk),
    ]

    assert [leader.get(page).status_code for page in pages] == [200] * 4
    assert [stranger.get(page).status_code for page in pages] == [404] * 4
    assert len(stranger.get(url("hearings"), {"tab": "all"}).context["object_list"]) == 0


def test_somebody_elses_change_is_not_written_over(office, case):
    talk = {"on": "2025-04-01", "counterpart_kind": "court", "counterpart": "法官", "content": "甲"}
    office.post(url("new-communication", case.pk), talk)
    page = url("edit-communication", case.pk, case.communications.get().pk)
    seen = office.get(page).context["form"]["seen"].value()
    office.post(page, {**talk, "content": "乙", "seen": seen})

    answer = office.post(page, {**talk, "content": "丙", "seen": seen})

    assert answer.status_code == 409
    assert case.communications.get().content == "乙"


def test_a_move_nobody_awaits_is_not_offered(office, case):
    page = office.get(case.get_absolute_url())

    assert "suggestion_answered" not in {move.code for move in page.context["moves"]}
    moved(case.matter, "suggested", date(2025, 4, 1), party="司建1号", content="x")
    page = office.get(case.get_absolute_url())
    assert "suggestion_answered" in {move.code for move in page.context["moves"]}


def test_a_suspended_case_stands_still_in_the_strip(office, case):
    moved(
        case.matter,
        "suspend",
        date(2025, 3, 5),
        reasons="等待另案",
        by=user_with(Role.LEGAL_OFFICE),
    )

    steps = office.get(case.get_absolute_url()).context["steps"]

    assert [(s.label, s.state) for s in steps if s.state == "stopped"] == [("中止诉讼", "stopped")]
