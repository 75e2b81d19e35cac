"""Reviews for tests, brought to a stage as the office brings them there."""

from datetime import date

from django.utils import timezone

from casework import process
from casework.models import TimelineEntry
from legalreview import opinions, performance
from legalreview.conclusions import Adoption, Conclusion
from legalreview.models import Contract, CounselEvaluation, CounselService, Review, ReviewKind
from legalreview.workflow import WORKFLOW
from people.models import LegalCounsel, StaffMember, User
from people.roles import Role
from tests.factories.casework import moved
from tests.factories.people import (
    CounselEngagementFactory,
    DepartmentFactory,
    LegalCounselFactory,
    StaffMemberFactory,
    UserFactory,
    user_with,
)

SUBMITTED_ON = date(2026, 3, 2)
ISSUED_ON = date(2026, 3, 6)
ITEM = opinions.Item("违约责任条款不明确", "《民法典》第五百七十七条", "补充违约金的计算方法")
GRAVE = opinions.Item("没有授权委托手续", "《行政处罚法》第二十条", "先办理委托", is_grave=True)


def open_review(
    *,
    kind: str = "合同",
    submitted_on: date = SUBMITTED_ON,
    handler: StaffMember | None = None,
    by: User | None = None,
    title: str = "老旧小区改造监理合同",
    opening: str = "submit",
    **subject,
) -> Review:
    """Submit something for review, by an officer of its department unless told by whom."""
    handler = handler or StaffMemberFactory(department=DepartmentFactory())
    review = Review(
        kind=ReviewKind.objects.get(name=kind),
        **{"counterparty": "温州甲物业服务有限公司", **subject},
    )
    review.matter = process.open_matter(
        WORKFLOW,
        opening=opening,
        on=submitted_on,
        title=title,
        department=handler.department,
        handler=handler,
        by=by or user_with(Role.OFFICER, staff_member=handler),
        today=submitted_on,
        search_text=review.search_text,
    )
    review.save(force_insert=True)
    return review


def officer_of(review: Review) -> User:
    """Return the account of the handler of a review."""
    return User.objects.filter(staff_member=review.matter.handler).first() or UserFactory(
        roles=[Role.OFFICER], staff_member=review.matter.handler
    )


def counsel_in_term(**more) -> LegalCounsel:
    """Return a lawyer whose engagement has no end."""
    counsel = LegalCounselFactory(**more)
    CounselEngagementFactory(counsel=counsel, since=date(2020, 1, 1), until=None)
    return counsel


def made(on: date, by: User) -> opinions.Made:
    return opinions.Made(on=on, by=by, today=on)


def accepted_review(*, accepted_on: date = SUBMITTED_ON, **more) -> Review:
    """Submit a review and accept it, for as long as its kind says."""
    review = open_review(**more)
    moved(review.matter, "accept", accepted_on, **opinions.told_of_acceptance(review))
    return review


def give(review: Review, *items: opinions.Item, on: date, by: User | None = None, **detail):
    """Give an opinion in the name of a lawyer."""
    who = {"sort": "counsel", "reviewer": "周律师", "conclusion": str(Conclusion.LAWFUL_IF_AMENDED)}
    by = by or user_with(Role.LEGAL_OFFICE)
    return opinions.give(review, made(on, by), list(items), detail={**who, **detail})


def drafted_review(
    *items: opinions.Item,
    conclusion: str = Conclusion.LAWFUL_IF_AMENDED,
    drafted_on: date = ISSUED_ON,
    drafter: User | None = None,
    **more,
) -> Review:
    """Bring a review to an opinion that waits for its issue, from whoever its kind asks."""
    review = accepted_review(**more)
    for reviewer in review.kind.reviewers:
        give(review, *items, on=drafted_on, sort=str(reviewer), conclusion=str(conclusion))
    drafter = drafter or user_with(Role.LEGAL_OFFICE)
    opinions.consolidate(
        review, made(drafted_on, drafter), list(items), detail={"conclusion": str(conclusion)}
    )
    review.matter.refresh_from_db()
    return review


def issued_review(*items: opinions.Item, issued_on: date = ISSUED_ON, **more) -> Review:
    """Bring a review to its issued opinion."""
    review = drafted_review(*items, drafted_on=issued_on, **more)
    opinions.issue(review, made(issued_on, user_with(Role.LEGAL_OFFICE)), detail={})
    review.matter.refresh_from_db()
    return review


def answer(review: Review, *choices: str, on: date = ISSUED_ON, by: User | None = None):
    """Answer the advice on a review, item by item, by its handler unless told by whom."""
    answers = [
        opinions.Answer(item, choice, "" if choice == Adoption.ADOPTED else "另有安排")
        for item, choice in zip(review.issued_items(), choices, strict=True)
    ]
    entry = opinions.answer(review, made(on, by or officer_of(review)), answers)
    review.matter.refresh_from_db()
    return entry


def move(review: Review, code: str, on: date, *, by: User | None = None, **detail) -> TimelineEntry:
    """Record a move with what the review itself tells of it."""
    declared = review.matter.workflow.move(code)
    return moved(
        review.matter,
        code,
        on,
        by=by,
        **{**detail, **opinions.told(review, declared, detail)},
    )


def service(counsel: LegalCounsel, **more) -> CounselService:
    fields = {"on": SUBMITTED_ON, "sort": "consultation", "subject": "拆迁补偿咨询", **more}
    return CounselService.objects.create(counsel=counsel, **fields)


def evaluation(counsel: LegalCounsel, **more) -> CounselEvaluation:
    fields = {"year": 2026, "grade": "good", **more}
    return CounselEvaluation.objects.create(counsel=counsel, **fields)


def signed_contract(*, signed_on: date = date(2026, 3, 9), **more) -> Contract:
    """Return a contract that was reviewed, signed, and taken into the register of performance."""
    review = issued_review(conclusion=Conclusion.LAWFUL)
    moved(review.matter, "sign", signed_on, by=officer_of(review))
    contract = Contract(
        review=review,
        **{"counterparty": review.counterparty, "amount": 125000, "subject": "监理服务", **more},
    )
    contract.matter = process.open_matter(
        performance.WORKFLOW,
        opening="sign",
        on=signed_on,
        title=review.matter.title,
        department=review.matter.department,
        handler=review.matter.handler,
        by=officer_of(review),
        today=timezone.localdate(),
        arises_from=review.matter,
    )
    contract.save(force_insert=True)
    return contract
