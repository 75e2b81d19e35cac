"""Who may make a move: in whose right, and never on what was drafted by oneself."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from casework import process
from casework.models import Matter
from casework.standing import IllegalMoveError
from legalreview import opinions
from people.roles import Role
from tests.factories.casework import TaskFactory
from tests.factories.disclosure import open_request
from tests.factories.legalreview import ITEM, answer, drafted_review, issued_review, made
from tests.factories.people import ChargeFactory, DeputyshipFactory, StaffMemberFactory, UserFactory

pytestmark = pytest.mark.django_db

RECEIVED, DRAFTED, APPROVED = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 12)


@pytest.fixture
def matter(db):
    return open_request(received_on=RECEIVED).matter


@pytest.fixture
def leader(matter):
    """The leader in charge of the matter's department."""
    user = UserFactory(roles=[Role.DEPUTY_LEADER])
    ChargeFactory(leader=user.staff_member, department=matter.department, since=date(2026, 1, 1))
    return user


@pytest.fixture
def officer(matter):
    """An officer of the matter's department."""
    member = StaffMemberFactory(department=matter.department)
    return UserFactory(roles=[Role.OFFICER], staff_member=member)


def stand_in(deputy, principal):
    DeputyshipFactory(deputy=deputy.staff_member, principal=principal.staff_member)


def draft(matter, by):
    make(matter, "draft", by, DRAFTED, result="1", content="见附件")


def make(matter, move, by, on=APPROVED, **detail):
    return process.record(matter, move, on=on, by=by, today=on, detail=detail)


def test_a_deputy_approves_for_the_leader_and_the_entry_says_for_whom(matter, leader, officer):
    deputy = UserFactory(roles=[Role.OFFICER])
    stand_in(deputy, leader)
    draft(matter, officer)

    entry = make(matter, "approve", deputy)

    assert (entry.recorded_by, entry.on_behalf_of) == (deputy, leader)


def test_a_deputy_has_no_more_reach_than_the_leader(leader):
    elsewhere = open_request(received_on=RECEIVED).matter
    member = StaffMemberFactory(department=elsewhere.department)
    deputy = UserFactory(roles=[Role.OFFICER], staff_member=member)
    drafter = UserFactory(roles=[Role.LEGAL_OFFICE])
    stand_in(deputy, leader)
    draft(elsewhere, drafter)

    with pytest.raises(PermissionDenied):
        make(elsewhere, "approve", deputy)


def test_a_deputy_cannot_approve_what_the_deputy_drafted(matter, leader, officer):
    stand_in(officer, leader)
    draft(matter, officer)

    with pytest.raises(IllegalMoveError, match="须由另一人办理"):
        make(matter, "approve", officer)


def test_a_deputy_cannot_approve_what_a_principal_drafted(matter, leader, officer):
    deputy = UserFactory(roles=[Role.LEGAL_OFFICE])
    stand_in(deputy, officer)
    draft(matter, officer)

    with pytest.raises(IllegalMoveError, match="须由另一人办理"):
        make(matter, "approve", deputy)


def test_a_leader_cannot_approve_what_the_deputy_drafted_in_the_leaders_name(matter, leader):
    office = UserFactory(roles=[Role.LEGAL_OFFICE])
    deputy = UserFactory(roles=[])
    stand_in(deputy, office)

    entry = make(matter, "draft", deputy, DRAFTED, result="1", content="见附件")

    assert entry.on_behalf_of == office
    with pytest.raises(IllegalMoveError, match="须由另一人办理"):
        make(matter, "approve", office)
    assert make(matter, "approve", leader).on_behalf_of is None


def test_after_the_term_a_deputy_acts_for_nobody(matter, leader, officer):
    deputy = UserFactory(roles=[Role.OFFICER])
    stand_in(deputy, leader)
    draft(matter, officer)

    with pytest.raises(PermissionDenied):
        make(matter, "approve", deputy, date(2026, 11, 21))


def test_a_move_of_the_department_is_not_made_by_others_who_see_the_matter():
    review = issued_review(ITEM)
    helper = UserFactory(roles=[Role.OFFICER])
    TaskFactory(matter=review.matter, department=helper.department)

    with pytest.raises(PermissionDenied, match=r"“反馈采纳情况”由.*办理，不能代为办理。"):
        answer(review, "adopted", by=helper)

    assert Matter.objects.visible_to(helper).filter(pk=review.pk).exists()


def test_a_head_of_the_department_makes_its_move():
    review = issued_review(ITEM)
    member = StaffMemberFactory(department=review.matter.department)

    entry = answer(
        review, "adopted", by=UserFactory(roles=[Role.DEPARTMENT_HEAD], staff_member=member)
    )

    assert entry.move == "adopt"


def test_the_office_makes_moves_of_a_department_only_where_they_are_open_to_it():
    office, review = UserFactory(roles=[Role.LEGAL_OFFICE]), issued_review(ITEM)

    with pytest.raises(PermissionDenied):
        answer(review, "adopted", by=office)
    answer(review, "adopted")
    make(review.matter, "sign", office, on=date(2026, 3, 9))

    review.matter.refresh_from_db()
    assert review.matter.stage == "signed"


@pytest.mark.parametrize("earlier", ["提出审查意见", "汇总审查意见", "送审"])
def test_nobody_issues_what_they_submitted_advised_or_drafted(earlier):
    office = UserFactory(roles=[Role.LEGAL_OFFICE])
    hands = {"送审": {"by": office}, "汇总审查意见": {"drafter": office}}.get(earlier, {})
    review = drafted_review(ITEM, **hands)
    if earlier == "提出审查意见":
        review.matter.timeline.filter(move="opine").update(recorded_by=office)

    with pytest.raises(IllegalMoveError, match=f"“{earlier}”由您本人办理"):
        opinions.issue(review, made(date(2026, 3, 6), office), detail={})
