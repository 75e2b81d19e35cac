"""Whether a lawyer may act: the firm must have no other side in the matter or a related one."""

from datetime import date

import pytest

from casework import process
from casework.conflicts import conflict, related
from casework.models import CounselAssignment, MatterLink
from casework.standing import IllegalMoveError
from people.roles import Role
from tests.factories.casework import MatterFactory
from tests.factories.legalreview import counsel_in_term, open_review
from tests.factories.people import LegalCounselFactory, user_with

ON = date(2026, 3, 2)


@pytest.fixture
def counsel(db):
    return counsel_in_term(name="周律师", firm="浙江甲律师事务所")


def link(matter, other):
    MatterLink.objects.create(
        matter=matter, other=other, relation="related", made_by=user_with(Role.LEGAL_OFFICE)
    )


def test_a_firm_without_another_side_may_act(counsel):
    review = open_review(counterparty_firm="浙江乙律师事务所")

    assert conflict(review.matter, counsel) == ""


@pytest.mark.parametrize("firm", ["浙江甲律师事务所", "浙江甲 律师事务所"])
def test_the_firm_of_the_other_side_may_not_act(counsel, firm):
    review = open_review(counterparty_firm=firm)

    assert conflict(review.matter, counsel) == (
        f"周律师所在的浙江甲律师事务所在{review.matter.number}中代理相对方温州甲物业服务有限公司，"
        "有利益冲突，不能委托（《律师法》第三十九条）。"
    )


def test_a_firm_that_is_itself_the_other_side_may_not_act(counsel):
    review = open_review(counterparty="浙江甲律师事务所")

    assert "中是相对方，有利益冲突" in conflict(review.matter, counsel)


@pytest.mark.parametrize("turned", [False, True], ids=["linked to it", "linked from it"])
def test_a_firm_on_the_other_side_of_a_linked_matter_may_not_act(counsel, turned):
    here, other = open_review().matter, open_review(counterparty_firm=counsel.firm).matter
    link(*((other, here) if turned else (here, other)))

    assert other.number in conflict(here, counsel)


@pytest.mark.django_db
def test_related_are_origin_consequence_and_links_but_never_oneself():
    origin = MatterFactory()
    here = MatterFactory(arises_from=origin)
    after, linked, stranger = MatterFactory(arises_from=here), MatterFactory(), MatterFactory()
    link(here, linked)

    assert set(related(here)) == {origin, after, linked}
    assert stranger not in related(here)


def test_a_lawyer_in_conflict_is_not_assigned(counsel):
    review = open_review(counterparty_firm=counsel.firm)

    with pytest.raises(IllegalMoveError, match="利益冲突"):
        process.assign_counsel(review.matter, counsel, by=user_with(Role.LEGAL_OFFICE), on=ON)

    assert not CounselAssignment.objects.exists()


@pytest.mark.django_db
def test_a_lawyer_out_of_term_is_not_assigned():
    review, counsel = open_review(), LegalCounselFactory(name="倪律师")

    with pytest.raises(IllegalMoveError, match="倪律师不在聘期内，不能委托。"):
        process.assign_counsel(review.matter, counsel, by=user_with(Role.LEGAL_OFFICE), on=ON)
