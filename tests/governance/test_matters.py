"""Petitions and enforcement matters on their course: the golden days, and what is refused."""

from datetime import date

import pytest
from django.urls import reverse

from casework.models import Matter
from casework.standing import IllegalMoveError
from governance.models import Petition
from people.roles import Role
from tests.factories.casework import moved
from tests.factories.governance import open_penalty, open_petition
from tests.factories.people import DepartmentFactory, StaffMemberFactory, user_with

pytestmark = pytest.mark.django_db


def due(matter, code):
    deadline = matter.deadlines.get(code=code)
    return deadline.due_on, deadline.safe_on


def accepted(on=date(2025, 8, 6)):
    matter = open_petition(received_on=on).matter
    moved(matter, "accept", on, how="受理告知书直接送达")
    return matter


def test_a_petition_is_to_be_answered_in_fifteen_days():
    matter = open_petition(received_on=date(2025, 3, 10)).matter

    assert due(matter, "petition_notice") == (date(2025, 3, 25), date(2025, 3, 25))


def test_a_petition_is_handled_in_sixty_days_that_do_not_roll_with_the_safe_day_before():
    assert due(accepted(), "handling") == (date(2025, 10, 5), date(2025, 9, 30))


def extended(matter, on, days):
    approver = StaffMemberFactory(name="胡某1")
    return moved(matter, "extend", on, days=days, approver=approver.pk, reasons="案情复杂")


def test_handling_is_extended_by_thirty_days():
    matter = accepted()

    extended(matter, date(2025, 9, 28), 30)

    assert due(matter, "handling")[0] == date(2025, 11, 4)


@pytest.mark.parametrize(
    ("on", "days", "sentence"),
    [
        (date(2025, 10, 6), 30, "办理期限已于2025-10-05届满"),
        (date(2025, 10, 5), 31, "办理期限最多延长30日，填写了31日"),
    ],
    ids=["a day late", "a day too long"],
)
def test_an_extension_that_the_law_forbids_is_refused(on, days, sentence):
    with pytest.raises(IllegalMoveError, match=sentence):
        extended(accepted(), on, days)


def transferred():
    return open_petition(received_on=date(2025, 9, 26), source="transfer").matter


def test_a_petition_passed_on_is_objected_to_in_five_working_days():
    matter = transferred()
    assert due(matter, "objection")[0] == date(2025, 10, 10)

    moved(matter, "object", date(2025, 10, 10), reasons="不属于本街道职权")

    assert (matter.stage, matter.outcome) == ("ended", "objected")


def test_an_objection_on_the_sixth_working_day_is_refused():
    with pytest.raises(IllegalMoveError, match="对转送、交办提出异议期限已于2025-10-10届满"):
        moved(transferred(), "object", date(2025, 10, 11), reasons="不属于本街道职权")


def replied():
    matter = accepted()
    moved(matter, "reply", date(2025, 9, 1), result="partly")
    moved(matter, "served", date(2025, 9, 3))
    return matter


def test_the_petitioner_may_ask_for_review_until_the_thirtieth_day():
    matter = replied()

    moved(matter, "request_review", date(2025, 10, 3), organ="鹿城区人民政府")

    assert matter.stage == "reviewing"
    assert due(matter, "review")[0] == date(2025, 11, 2)


def test_a_petition_is_not_finished_while_review_may_still_be_asked_for():
    with pytest.raises(IllegalMoveError, match="最早可于 2025-10-04 登记"):
        moved(replied(), "finish", date(2025, 10, 3))


def test_a_petition_goes_through_review_and_second_review_to_its_end():
    matter = replied()
    moved(matter, "request_review", date(2025, 9, 20), organ="鹿城区人民政府")
    moved(matter, "reviewed", date(2025, 10, 15), result="upheld")
    moved(matter, "request_second_review", date(2025, 11, 10), organ="温州市人民政府")
    moved(matter, "second_reviewed", date(2025, 12, 1), result="upheld")

    assert (matter.stage, matter.outcome, matter.closed_on) == (
        "ended",
        "upheld",
        date(2025, 12, 1),
    )
    assert Petition.objects.get().outcome_label == "维持原处理意见"


def test_a_penalty_is_decided_in_ninety_days_that_do_not_roll():
    matter = open_penalty(filed_on=date(2025, 7, 8)).matter

    assert due(matter, "penalty_decision") == (date(2025, 10, 6), date(2025, 9, 30))


PENALTY_CLOCKS = {
    "hearing asked for in five working days": (
        date(2026, 2, 1),
        [("inform", date(2026, 2, 12), {"proposed": "罚款 500 元"})],
        "hearing_request",
        date(2026, 2, 26),
    ),
    "preserved evidence in seven working days": (
        date(2025, 9, 19),
        [("preserve", date(2025, 9, 19), {"items": "电子秤"})],
        "preservation",
        date(2025, 9, 29),
    ),
    "seizure in thirty days": (
        date(2025, 9, 1),
        [("seize", date(2025, 9, 1), {"items": "三轮车"})],
        "seizure",
        date(2025, 10, 1),
    ),
    "seizure extended": (
        date(2025, 9, 1),
        [
            ("seize", date(2025, 9, 1), {"items": "三轮车"}),
            ("extend_seizure", date(2025, 9, 30), {"days": 30}),
        ],
        "seizure",
        date(2025, 10, 31),
    ),
    "notice seven working days before the hearing": (
        date(2025, 9, 1),
        [
            ("inform", date(2025, 9, 8), {"proposed": "罚款"}),
            ("request_hearing", date(2025, 9, 10), {"hearing_on": "2025-10-14"}),
        ],
        "hearing_notice",
        date(2025, 9, 28),
    ),
}


@pytest.mark.parametrize(
    ("filed", "course", "code", "last"), PENALTY_CLOCKS.values(), ids=PENALTY_CLOCKS.keys()
)
def test_a_clock_of_enforcement_runs_on_its_matter(filed, course, code, last):
    matter = open_penalty(filed_on=filed).matter
    for move, on, detail in course:
        moved(matter, move, on, **detail)

    assert due(matter, code)[0] == last


def decided(matter, on=date(2025, 9, 19)):
    enforcer, office = user_with(Role.LEGAL_OFFICE), user_with(Role.LEGAL_OFFICE)
    moved(matter, "submit", on, by=enforcer, proposal="罚款", grave="no")
    moved(matter, "review", on, by=office, reviewer=StaffMemberFactory().pk)
    moved(matter, "approve", on, by=office)
    moved(matter, "decide", on, penalty="fine", document_number="罚字〔2025〕1号", amount=500)
    return matter


def test_a_penalty_goes_from_filing_to_performance():
    matter = decided(open_penalty().matter)
    assert due(matter, "service")[0] == date(2025, 9, 29)

    moved(matter, "serve", date(2025, 9, 22), way="直接送达")
    assert due(matter, "payment")[0] == date(2025, 10, 7)
    moved(matter, "perform", date(2025, 9, 30), paid=500)

    assert (matter.stage, matter.outcome) == ("closed", "fine")
    assert matter.deadlines.get(code="penalty_decision").met_on == date(2025, 9, 19)


def test_a_penalty_that_was_revoked_is_taken_off_the_net_in_three_working_days():
    matter = decided(open_penalty().matter)

    moved(matter, "revoked", date(2025, 9, 29), reasons="复议撤销")

    assert due(matter, "withdrawal")[0] == date(2025, 10, 10)
    moved(matter, "withdraw_publication", date(2025, 10, 10))
    assert (matter.stage, matter.outcome) == ("closed", "revoked")


def test_nobody_reviews_or_approves_a_penalty_that_they_submitted():
    matter, office = open_penalty().matter, user_with(Role.LEGAL_OFFICE)
    moved(matter, "submit", date(2025, 9, 1), by=office, proposal="罚款", grave="no")

    with pytest.raises(IllegalMoveError, match="“送法制审核”由您本人办理"):
        moved(matter, "review", date(2025, 9, 1), by=office, reviewer=StaffMemberFactory().pk)


def test_a_court_is_asked_only_after_reminder_and_ten_working_days():
    matter = decided(open_penalty().matter)
    moved(matter, "serve", date(2025, 9, 22), way="直接送达")
    with pytest.raises(IllegalMoveError, match="当前环节是“执行中”"):
        moved(matter, "apply_to_court", date(2026, 4, 1))

    moved(matter, "suit_limit_over", date(2026, 3, 22))
    moved(matter, "remind", date(2026, 3, 23))
    with pytest.raises(IllegalMoveError, match="最早 2026-04-08"):
        moved(matter, "apply_to_court", date(2026, 4, 7))
    moved(matter, "apply_to_court", date(2026, 4, 8))

    assert due(matter, "court_application")[0] == date(2026, 6, 22)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("page", "make"), [("petitions", open_petition), ("penalties", open_penalty)]
)
def test_a_list_needs_the_same_queries_for_one_row_and_for_three(
    client_as, django_assert_num_queries, count, page, make
):
    office = client_as(Role.LEGAL_OFFICE)
    for _ in range(count):
        make()

    with django_assert_num_queries(18):
        answer = office.get(reverse(f"governance:{page}"))

    assert len(answer.context["object_list"]) == count


def typed(department, **changes):
    return {
        "source": "visit",
        "on": "2025-08-01",
        "petitioner": "黄某6",
        "persons": "1",
        "phone": "13800001234",
        "title": "物业纠纷",
        "content": "物业公司不履行合同。",
        "department": department.pk,
        **changes,
    }


def test_a_department_registers_a_petition_for_itself_and_sees_it_masked(client_as):
    officer = client_as(Role.OFFICER)
    new = reverse("governance:new-petition")

    answer = officer.post(new, typed(officer.user.department))
    other = officer.post(new, typed(DepartmentFactory()))

    page = officer.get(answer.url)
    assert Matter.objects.get().number == "南汇信访〔2025〕1号"
    assert "138****1234" in page.text
    assert "13800001234" not in page.text
    assert "department" in other.context["form"].errors


def test_a_petition_of_another_department_is_not_there(client_as):
    petition = open_petition()

    assert client_as(Role.OFFICER).get(petition.get_absolute_url()).status_code == 404


def test_an_edit_of_a_petition_keeps_personal_data_masked_in_the_log(client_as):
    petition = open_petition()
    office = client_as(Role.LEGAL_OFFICE)

    office.post(
        reverse("governance:edit-petition", args=[petition.pk]),
        typed(petition.matter.department, phone="13900005678", version=petition.matter.version),
    )

    petition.refresh_from_db()
    log = office.get(reverse("casework:log", args=[petition.pk])).text
    assert petition.phone == "13900005678"
    assert "13900005678" not in log
    assert "139****5678" in log


@pytest.mark.parametrize(
    ("page", "move", "make"),
    [
        ("petition", "accept", open_petition),
        ("penalty", "inform", open_penalty),
    ],
)
def test_a_move_shows_its_dates_before_it_is_made(client_as, page, move, make):
    record = make()
    preview = reverse(f"governance:preview-{page}", args=[record.pk, move])
    office = client_as(Role.LEGAL_OFFICE)

    form = office.get(reverse(f"governance:move-{page}", args=[record.pk, move]))

    assert preview in form.text
    assert "登记后的期限" in office.get(preview, {"on": "2025-08-04"}).text
