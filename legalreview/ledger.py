"""合法性审查台账: its columns, and how a row of past years becomes a review with its course."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from casework import process
from casework.amounts import WAN, number_in
from casework.cells import NOTHING, CellError, day, name, one_of, plain
from casework.ledger import Column, Ledger, Row, register
from casework.models import TimelineEntry
from casework.numbers import adopt_number
from casework.roster import counsel_named, department_named, member_named
from casework.standing import Fact
from legalreview.conclusions import ADOPTION_LABELS, LABELS, Adoption, Conclusion
from legalreview.models import ItemAdoption, OpinionItem, Review, ReviewKind
from legalreview.workflow import OPINION_NUMBER, OPINION_SERIES, WORKFLOW, Stage
from people.models import User
from timelimits.calendar import current_calendar

CONCLUSION_WORDS = {label: str(code) for code, label in LABELS.items()} | {
    "需修改": str(Conclusion.LAWFUL_IF_AMENDED)
}
ADOPTION_WORDS = {label: str(code) for code, label in ADOPTION_LABELS.items()}
NO_DATE, NO_REASON = "台账未填反馈日期", "台账未填理由"


def in_wan(value: object) -> Decimal | None:
    """Return an amount of a column in 万元, in 元; a cell that says 万 itself says no more."""
    shown = plain(value).removesuffix("元").removesuffix("万")
    if shown in NOTHING:
        return None
    try:
        found = number_in(shown) * WAN
    except ValueError as error:
        raise CellError("以万元为单位的金额，如 12.5") from error
    if found < 0:
        raise CellError("不小于 0 的金额")
    return found.quantize(Decimal("0.01"))


def kind_named(value: object) -> ReviewKind:
    """Return the kind of the catalogue that a cell names."""
    shown = name(value)
    known = {name(kind.name): kind for kind in ReviewKind.objects.all()}
    if shown not in known:
        raise CellError(f"审查事项类别目录中的类别：{'、'.join(k.name for k in known.values())}")
    return known[shown]


COLUMNS = (
    Column("serial", "序号", width=6),
    Column("submitted_on", "送审日期", day, required=True),
    Column("department", "送审科室", name, required=True),
    Column("handler", "经办人", name),
    Column("title", "审查事项名称", required=True, synonyms=("事项名称", "名称"), width=30),
    Column("kind", "事项类别", kind_named, required=True, synonyms=("类别",), example="合同"),
    Column("counterparty", "合同相对方", synonyms=("相对方",), width=24),
    Column("amount", "合同金额（万元）", in_wan, synonyms=("金额（万元）",)),
    Column("reviewer", "审查人", name),
    Column("number", "意见书编号", synonyms=("文号",), example="南汇法审〔2022〕1号"),
    Column("issued_on", "出具日期", day),
    Column("conclusion", "审查结论", one_of(CONCLUSION_WORDS), synonyms=("结论",)),
    Column("advice", "主要意见", width=30),
    Column("adoption", "采纳情况", one_of(ADOPTION_WORDS)),
    Column("signed_on", "签订日期", day),
)


def facts_of(review: Review, row: Row) -> list[Fact]:
    """Return the course a row tells, in the words of the workflow."""
    facts = [Fact("submit", row["submitted_on"], handled_by(row))]
    if not (row["issued_on"] and row["conclusion"]):
        return facts
    after = end_of(review, row)
    issued = {
        "reviewer": row["reviewer"],
        "number": row["number"],
        "conclusion": row["conclusion"],
        "leads_to": str(Stage.ADOPTING) if row["adoption"] else after,
    }
    facts.append(Fact("issue_on_record", row["issued_on"], issued))
    if row["adoption"]:
        # The ledger does not say when the department answered: not after it signed.
        answered_on = row["signed_on"] or row["issued_on"]
        result = f"{ADOPTION_LABELS[Adoption(row['adoption'])]}（{NO_DATE}）"
        facts.append(Fact("adopt", answered_on, {"result": result, "leads_to": after}))
    if row["signed_on"]:
        facts.append(Fact("sign_early" if signed_early(row) else "sign", row["signed_on"]))
    return facts


def signed_early(row: Row) -> bool:
    return bool(row["signed_on"] and row["signed_on"] < row["issued_on"])


def handled_by(row: Row) -> dict[str, object]:
    return {"handled_by": row["handler"]} if row["handler"] else {}


def end_of(review: Review, row: Row) -> str:
    """Return where a row of past years ends; it has no column for what came after but signing."""
    if signed_early(row):
        return str(Stage.DONE)
    if row["signed_on"]:
        return str(Stage.SIGNING)
    if row["conclusion"] == Conclusion.UNLAWFUL:
        return str(Stage.ENDED)
    return str(Stage.SIGNING if review.is_contract else Stage.DONE)


def write(review: Review, row: Row, by: User) -> None:
    """Write what a row says about a review: its subject, its course, the advice and the answer."""
    review.kind = row["kind"]
    review.counterparty = row["counterparty"]
    review.amount = row["amount"]
    review.save()
    process.record_as_it_happened(
        review.matter, facts_of(review, row), by=by, calendar=current_calendar()
    )
    if row["number"]:
        adopt_number(OPINION_SERIES, OPINION_NUMBER, str(row["number"]))
    counsel = counsel_named(str(row["reviewer"])) if row["reviewer"] else None
    if counsel:
        process.entrust_on_record(review.matter, counsel, by=by, on=row["submitted_on"])
    write_advice(review, row)


def write_advice(review: Review, row: Row) -> None:
    """Make the opinion on record say the row's advice, and the answer that was given to it."""
    issued, answered = review.last("issue_on_record"), review.last("adopt")
    if issued is None or not (row["advice"] or row["adoption"]):
        return
    item, _ = OpinionItem.objects.update_or_create(
        entry=issued, position=1, defaults={"problem": row["advice"] or "台账未填意见"}
    )
    if answered and row["adoption"]:
        reason = "" if row["adoption"] == Adoption.ADOPTED else NO_REASON
        ItemAdoption.objects.update_or_create(
            item=item, entry=answered, defaults={"choice": row["adoption"], "reason": reason}
        )


def create(row: Row, by: User) -> Review:
    """Open the review that a row tells of."""
    department = department_named(str(row["department"]))
    review = Review(kind=row["kind"], counterparty=row["counterparty"])
    review.matter = process.open_matter(
        WORKFLOW,
        opening="submit",
        on=row["submitted_on"],
        title=str(row["title"])[:200],
        department=department,
        handler=member_named(str(row["handler"]), department) if row["handler"] else None,
        by=by,
        today=timezone.localdate(),
        detail=handled_by(row),
        search_text=f"{review.search_text} {row['number']}".strip(),
    )
    write(review, row, by)
    return review


def update(review: Review, row: Row, by: User) -> None:
    """Make a review say what its corrected row says."""
    department = department_named(str(row["department"]))
    if review.matter.department != department:
        handler = member_named(str(row["handler"]), department) if row["handler"] else None
        process.assign(review.matter, department=department, handler=handler, by=by)
        review.matter.refresh_from_db()
    write(review, row, by)


def complete(reviews: QuerySet[Review]) -> QuerySet[Review]:
    return reviews.with_desk().with_course()


def rows(reviews: Iterable[Review]) -> Iterable[Sequence[object]]:
    """Return the rows of reviews in the order of the columns."""
    for serial, review in enumerate(reviews, start=1):
        standing = [
            entry
            for entry in review.matter.timeline.all()
            if not entry.corrects_id and not hasattr(entry, "correction")
        ]
        last = {entry.move: entry for entry in standing}
        issued = last.get("issue") or last.get("issue_on_record")
        source = last.get("consolidate") or last.get("issue_on_record")
        items = list(source.opinion_items.all()) if source else []
        reviewers = [str(entry.detail.get("reviewer") or "") for entry in standing]
        signed = last.get("sign") or last.get("sign_early")
        conclusion = str(issued.detail.get("conclusion", "")) if issued else ""
        yield (
            serial,
            review.matter.received_on,
            review.matter.department.name,
            str(review.matter.handler or handled(last)),
            review.matter.title,
            review.kind.name,
            review.counterparty,
            review.amount / WAN if review.amount is not None else None,
            "、".join(dict.fromkeys(filter(None, reviewers))),
            str(issued.detail.get("number", "")) if issued else "",
            issued.on if issued else None,
            dict(LABELS).get(conclusion, ""),
            "；".join(item.problem for item in items),
            taken(items),
            signed.on if signed else None,
        )


def handled(last: Mapping[str, TimelineEntry]) -> str:
    """Return the name under which a ledger said that a matter was handled."""
    submitted = last.get("submit")
    return str(submitted.detail.get("handled_by", "")) if submitted else ""


def taken(items: list[OpinionItem]) -> str:
    """Return in a word how advice was taken: all of it, none of it, or a part."""
    choices = {item.adoption.choice for item in items if item.adoption}
    if not choices:
        return ""
    whole = choices.pop() if len(choices) == 1 else str(Adoption.PARTLY)
    return ADOPTION_LABELS[Adoption(whole)]


register(
    Ledger(
        code="legalreview",
        label="合法性审查台账",
        columns=COLUMNS,
        identity=("submitted_on", "title"),
        create=create,
        update=update,
        complete=complete,
        rows=rows,
        model=Review,
    )
)
