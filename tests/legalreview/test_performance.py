"""The course of a contract after its signature."""

from datetime import date

import pytest
from django.urls import reverse

from casework.reminders import remind
from legalreview.models import Contract
from people.roles import Role
from tests.factories.casework import moved
from tests.factories.legalreview import issued_review, officer_of, signed_contract

pytestmark = pytest.mark.django_db


@pytest.fixture
def contract():
    return signed_contract()


def owe(contract, party="首期款", due_by="2026-04-01", **more):
    detail = {"party": party, "sort": "payment", "side": "ours", "due_by": due_by, **more}
    moved(contract.matter, "owe", date(2026, 3, 9), by=officer_of(contract.review), **detail)


def test_every_payment_has_its_own_day_and_is_reminded_of(contract):
    owe(contract)
    owe(contract, "尾款", "2026-06-30")

    assert contract.matter.next_due_on == date(2026, 4, 1)
    assert {d.party: d.due_on for d in contract.matter.deadlines.all()} == {
        "首期款": date(2026, 4, 1),
        "尾款": date(2026, 6, 30),
    }
    remind(date(2026, 3, 29))
    assert [n.text for n in officer_of(contract.review).notices.filter(key__startswith="due:")] == [
        f"合同履行期限（首期款）还剩3日（2026-04-01）：{contract.matter}"
    ]


def test_a_payment_that_was_made_is_over(contract):
    owe(contract)

    moved(
        contract.matter,
        "perform",
        date(2026, 3, 20),
        by=officer_of(contract.review),
        party="首期款",
        amount="30000.00",
    )

    assert contract.matter.next_due_on is None
    assert ("实际金额", "30 000.00 元") in contract.matter.timeline.last().answers


def test_a_contract_that_has_ended_reminds_of_nothing(contract):
    owe(contract)

    moved(
        contract.matter,
        "end",
        date(2026, 3, 20),
        by=officer_of(contract.review),
        ending="rescinded",
    )

    contract.refresh_from_db()
    assert (contract.ending, contract.matter.next_due_on) == ("协议解除", None)


def test_the_form_offers_only_what_is_still_owed(client_as, contract):
    owe(contract)
    page = reverse("legalreview:move-contract", args=[contract.pk, "perform"])

    form = client_as(Role.LEGAL_OFFICE).get(page).context["form"]

    assert form.fields["party"].choices == [("首期款", "首期款")]


BAD = {
    "negative": ("-1", "金额不能是负数。"),
    "no number": ("很多", "请填写金额，如 125000 或 12.5万。"),
    "finer than cents": ("1.234", "金额最多精确到分。"),
}


@pytest.mark.parametrize(("amount", "sentence"), BAD.values(), ids=BAD.keys())
def test_a_bad_amount_gets_a_sentence_at_its_field(client_as, contract, amount, sentence):
    answer = client_as(Role.LEGAL_OFFICE).post(
        reverse("legalreview:move-contract", args=[contract.pk, "owe"]),
        {
            "version": contract.matter.version,
            "on": "2026-03-09",
            "party": "首期款",
            "sort": "payment",
            "side": "ours",
            "due_by": "2026-04-01",
            "amount": amount,
        },
    )

    assert answer.context["form"].errors["amount"] == [sentence]


def open_contract(client, review, **changes):
    return client.post(
        reverse("legalreview:new-contract", args=[review.pk]),
        {
            "title": "监理合同",
            "counterparty": "温州甲物业服务有限公司",
            "amount": "12.5万",
            "subject": "监理服务",
            **changes,
        },
    )


def test_a_contract_that_is_not_signed_is_not_registered(client_as):
    answer = open_contract(client_as(Role.LEGAL_OFFICE), issued_review())

    assert answer.context["form"].non_field_errors() == [
        "审查事项还没有登记签订，不能转入合同履行。"
    ]


def test_a_contract_is_registered_once(client_as, contract):
    answer = open_contract(client_as(Role.LEGAL_OFFICE), contract.review)

    assert answer.context["form"].non_field_errors() == ["这一审查事项的合同已经登记过。"]
    assert Contract.objects.count() == 1


def test_a_term_that_ends_before_it_begins_is_refused(client_as, contract):
    answer = open_contract(
        client_as(Role.LEGAL_OFFICE), contract.review, since="2026-04-01", until="2026-03-31"
    )

    assert answer.context["form"].errors["until"] == ["履行期限的截止日期不能早于起始日期。"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_for_one_row_and_for_three(
    client_as, django_assert_num_queries, count
):
    office = client_as(Role.LEGAL_OFFICE)
    for _ in range(count):
        owe(signed_contract())

    with django_assert_num_queries(15):
        answer = office.get(reverse("legalreview:contracts"))

    assert len(answer.context["object_list"]) == count


def test_the_page_of_a_contract_needs_a_fixed_number_of_queries(
    client_as, django_assert_num_queries, contract
):
    office = client_as(Role.LEGAL_OFFICE)
    owe(contract)

    with django_assert_num_queries(32):
        office.get(contract.get_absolute_url())


def test_a_contract_is_edited_where_nobody_else_did_meanwhile(client_as, contract):
    office = client_as(Role.LEGAL_OFFICE)
    page = reverse("legalreview:edit-contract", args=[contract.pk])
    form = {"title": "新名称", "counterparty": "乙公司", "amount": "", "subject": "监理"}

    office.post(page, form | {"version": contract.matter.version})
    stale = office.post(page, form | {"version": contract.matter.version, "title": "又一个"})

    contract.refresh_from_db()
    assert (contract.matter.title, contract.amount, stale.status_code) == ("新名称", None, 409)
