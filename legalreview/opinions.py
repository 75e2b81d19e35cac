"""The only writer of advice and of the answers to it, each with its entry of the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from casework import process
from casework.models import TimelineEntry
from casework.numbers import next_number
from casework.standing import IllegalMoveError
from casework.workflow import Move
from legalreview import course
from legalreview.conclusions import ADOPTION_LABELS, Adoption, Conclusion
from legalreview.models import ItemAdoption, OpinionItem, Review
from legalreview.workflow import OPINION_NUMBER, OPINION_SERIES, Stage
from people.models import User

LAST_STEPS = frozenset({"sign", "publish", "finish", "implement"})


@dataclass(frozen=True)
class Made:
    """The day, the hand and the version of a move that is being made."""

    on: date
    by: User
    today: date
    note: str = ""
    version: int | None = None

    def record(self, review: Review, move: str, detail: Mapping[str, object]) -> TimelineEntry:
        """Record the move on the review's timeline."""
        return process.record(
            review.matter,
            move,
            on=self.on,
            by=self.by,
            today=self.today,
            detail=detail,
            note=self.note,
            version=self.version,
        )


@dataclass(frozen=True)
class Item:
    """A piece of advice as it is written down."""

    problem: str
    basis: str = ""
    advice: str = ""
    is_grave: bool = False


@dataclass(frozen=True)
class Answer:
    """What a department says to one piece of advice."""

    item: OpinionItem
    choice: str
    reason: str = ""


@transaction.atomic
def give(
    review: Review, made: Made, items: list[Item], *, detail: Mapping[str, object]
) -> TimelineEntry:
    """Keep the opinion of one reviewer; `detail` tells who, with which conclusion."""
    return keep(made.record(review, "opine", detail), items)


@transaction.atomic
def consolidate(
    review: Review, made: Made, items: list[Item], *, detail: Mapping[str, object]
) -> TimelineEntry:
    """Keep what the office makes of the reviewers' opinions; refuse while one is still missing."""
    entry = keep(made.record(review, "consolidate", detail), items)
    missing = review.missing_reviewers()
    if missing:
        raise IllegalMoveError(
            f"本类事项还须{'、'.join(missing)}提出意见，才能汇总（见审查事项类别目录）。"
        )
    return entry


@transaction.atomic
def issue(review: Review, made: Made, *, detail: Mapping[str, object]) -> TimelineEntry:
    """Issue the consolidated opinion under the next number."""
    number = next_number(OPINION_SERIES, OPINION_NUMBER, made.on.year)
    told = told_of_issue(review) | {"number": number}
    return made.record(review, "issue", {**detail, **told})


@transaction.atomic
def answer(review: Review, made: Made, answers: list[Answer]) -> TimelineEntry:
    """Keep a department's answers; grave advice that is not taken goes to the leader."""
    unresolved = any(a.item.is_grave and a.choice != Adoption.ADOPTED for a in answers)
    leads_to = course.after_answer(
        review.matter.outcome, review.way, is_unresolved=unresolved, is_signed=review.is_signed
    )
    entry = made.record(review, "adopt", {"result": in_words(answers), "leads_to": str(leads_to)})
    ItemAdoption.objects.bulk_create(
        ItemAdoption(item=a.item, entry=entry, choice=a.choice, reason=a.reason) for a in answers
    )
    return entry


def keep(entry: TimelineEntry, items: Iterable[Item]) -> TimelineEntry:
    """Write the items of an opinion in their order."""
    OpinionItem.objects.bulk_create(
        OpinionItem(
            entry=entry,
            position=position,
            problem=item.problem,
            basis=item.basis,
            advice=item.advice,
            is_grave=item.is_grave,
        )
        for position, item in enumerate(items, start=1)
    )
    return entry


def in_words(answers: list[Answer]) -> str:
    """Return how many pieces of advice were taken, as the timeline shows it."""
    counted = {
        label: sum(answer.choice == choice for answer in answers)
        for choice, label in ADOPTION_LABELS.items()
    }
    return "，".join(f"{label}{n}条" for label, n in counted.items() if n) or "没有意见条目"


def told(review: Review, move: Move, answers: Mapping[str, object]) -> dict[str, object]:
    """Return what a review itself tells of a move: lengths of its kind, the stage that follows."""
    if move.code == "accept":
        return told_of_acceptance(review)
    if move.code == "issue":
        return told_of_issue(review)
    if move.code == "publish" and review.kind.filing_days:
        return {
            "filing": review.kind.filing_days,
            "filing_basis": review.kind.filing_basis,
            "leads_to": str(Stage.FILING),
        }
    if move.code == "file" and review.matter.stage == Stage.FILING:
        return {"leads_to": str(Stage.DONE)}
    return told_of_decision(review, move, answers)


def told_of_acceptance(review: Review) -> dict[str, object]:
    """Return how long the review may take and must take at least, as its kind says today."""
    kind = review.kind
    found: dict[str, object] = {"days": kind.working_days, "days_basis": kind.days_basis}
    if kind.least_working_days:
        found |= {"least": kind.least_working_days, "least_basis": kind.least_basis}
    return found


def told_of_issue(review: Review) -> dict[str, object]:
    """Return the conclusion, the drafts that were reviewed, and what follows."""
    consolidated = review.last("consolidate")
    conclusion = str(consolidated.detail["conclusion"]) if consolidated else ""
    leads_to = course.after_opinion(
        conclusion,
        review.way,
        has_items=bool(review.issued_items()),
        is_signed=review.is_signed,
    )
    drafts = [f"{d.name}（{d.checksum[:8]}）" for d in review.drafts()]
    found: dict[str, object] = {"conclusion": conclusion, "leads_to": str(leads_to)}
    return found | ({"drafts": "、".join(drafts)} if drafts else {})


def told_of_decision(
    review: Review, move: Move, answers: Mapping[str, object]
) -> dict[str, object]:
    """Return the stage that a leader's word or a joint meeting leads to."""
    if move.code == "decide":
        stage: str = course.after_decision(
            str(answers.get("decision", "")),
            review.matter.outcome,
            review.way,
            is_signed=review.is_signed,
        )
        return {"leads_to": str(stage)}
    if move.code == "meet":
        stage = course.after_meeting(str(answers.get("conclusion", "")), review.matter.stage)
        return {"leads_to": str(stage)}
    return {}


def refuse_gaps(review: Review, move: Move) -> None:
    """Refuse to end a review of which a required step is missing."""
    if move.code in LAST_STEPS and review.missing_steps():
        missing = "、".join(review.missing_steps())
        raise IllegalMoveError(
            f"本类事项须经{missing}，还没有登记，不能办理“{move.label}”（见审查事项类别目录）。"
        )
    if move.code == "complete" and review.unproved_steps():
        missing = "、".join(review.unproved_steps())
        raise IllegalMoveError(f"程序清单还缺：{missing}。请逐项登记证据，或者说明不适用的理由。")


def contradiction(conclusion: str, items: list[Item]) -> str:
    """Return what is wrong between a conclusion and its advice, empty where they agree."""
    if conclusion == Conclusion.LAWFUL and any(item.is_grave for item in items):
        return "结论为“合法”的，不能有严重问题；请改为“修改后合法”或者“不合法”。"
    if conclusion in {Conclusion.LAWFUL_IF_AMENDED, Conclusion.UNLAWFUL} and not items:
        return "请至少写明一条意见：问题、依据和建议。"
    return ""
