"""Figures of 合法性审查, each with the records it is made of."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django.db.models import (
    Avg,
    Count,
    DecimalField,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from casework.metrics import Metric, Ratio, Span, Split, choice_words, register
from casework.models import Deadline, Matter, TimelineEntry
from legalreview.conclusions import ADOPTION_LABELS, OUTCOMES, UNREVIEWED, Adoption, Conclusion
from legalreview.deadlines import REVIEW
from legalreview.kinds import Way
from legalreview.models import OPINIONS, CounselService, OpinionItem, Review, ServiceSort
from legalreview.workflow import KIND
from timelimits.models import CalendarDay

BY_KIND = Split("事项类别", "kind__name")
BY_DEPARTMENT = Split("送审科室", "matter__department__name")
BY_OUTCOME = Split("审查结论", "matter__outcome", choice_words(OUTCOMES))
BY_REVIEWER = Split(
    "法律顾问",
    "matter__counsel_assignments__counsel__name",
    lambda name: str(name or "未委托"),
)
BY_ANSWER = Split(
    "采纳情况",
    "adoptions__choice",
    lambda code: ADOPTION_LABELS[Adoption(str(code))] if code else "未反馈",
)
SERVICE = Split("服务方式", "sort", choice_words(dict(ServiceSort.choices)))
COVERAGE = "省委全面依法治省委关于乡镇（街道）合法性审查全覆盖的通知"


class Mean(Avg):
    """An average to one place."""

    output_field = DecimalField(max_digits=8, decimal_places=1)

    def convert_value(self, value, expression, connection) -> Decimal | None:
        if value is None:
            return None
        return Decimal(str(value)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def valid() -> QuerySet[Matter]:
    return Matter.objects.valid().filter(kind=KIND)


def of(matters: QuerySet[Matter]) -> QuerySet[Review]:
    return Review.objects.filter(matter__in=matters)


def made(span: Span, *moves: str) -> QuerySet[TimelineEntry]:
    """Entries of these moves that hold and lie in a span."""
    return TimelineEntry.objects.standing().filter(
        move__in=moves, on__range=(span.first, span.last), matter__in=valid()
    )


def with_move(*moves: str):
    """Return the reviews in which one of these moves was made in a span."""

    def records(span: Span) -> QuerySet[Review]:
        return of(valid().filter(pk__in=made(span, *moves).values("matter")))

    return records


def submitted(span: Span) -> QuerySet[Review]:
    """Matters submitted in a span."""
    return of(
        valid().filter(received_on__range=(span.first, span.last)).exclude(outcome=UNREVIEWED)
    )


issued = with_move(*OPINIONS)


def concluded(*conclusions: str):
    """Return the reviews of which an opinion in a span came to one of these conclusions."""

    def records(span: Span) -> QuerySet[Review]:
        entries = made(span, *OPINIONS).filter(detail__conclusion__in=conclusions)
        return of(valid().filter(pk__in=entries.values("matter")))

    return records


def limited(span: Span) -> QuerySet[Review]:
    """Reviews with a time limit that was met by an opinion in a span."""
    met = Deadline.objects.filter(code=REVIEW.code, met_on__range=(span.first, span.last))
    return of(valid().filter(pk__in=met.values("matter")))


def in_time(span: Span) -> QuerySet[Review]:
    """Reviews of which the opinion came in a span, not after its last day."""
    met = Deadline.objects.filter(
        code=REVIEW.code, met_on__range=(span.first, span.last), met_on__lte=F("due_on")
    )
    return of(valid().filter(pk__in=met.values("matter")))


def timed(span: Span) -> QuerySet[Review]:
    """Reviews of a span with `used`, the working days from complete materials to the opinion."""
    entries = TimelineEntry.objects.standing().filter(matter=OuterRef("pk"))
    last_issued = entries.filter(move__in=OPINIONS).order_by("-on", "-pk").values("on")[:1]
    accepted = entries.filter(move="accept").order_by("-on", "-pk").values("on")[:1]
    workdays = (
        CalendarDay.objects.filter(
            is_workday=True, date__gt=OuterRef("began_on"), date__lte=OuterRef("issued_on")
        )
        .order_by()
        .annotate(number=Func(F("pk"), function="COUNT"))
        .values("number")
    )
    return (
        issued(span)
        .annotate(
            issued_on=Subquery(last_issued),
            began_on=Coalesce(Subquery(accepted), F("matter__received_on")),
        )
        .annotate(used=Subquery(workdays, output_field=IntegerField()))
    )


def items(span: Span) -> QuerySet[OpinionItem]:
    """Pieces of advice in the opinions of a span."""
    return OpinionItem.objects.issued().filter(entry__matter__in=issued(span).values("matter"))


def answered(*choices: str):
    """Return the pieces of advice of a span that were answered in one of these ways."""

    def records(span: Span) -> QuerySet[OpinionItem]:
        return items(span).filter(adoptions__choice__in=choices, adoptions__entry__correction=None)

    return records


def unreviewed(span: Span) -> QuerySet[Review]:
    """What was done in a span without review and put on record afterwards."""
    return of(valid().filter(outcome=UNREVIEWED, received_on__range=(span.first, span.last)))


def due_for_review(span: Span) -> QuerySet[Review]:
    """What was reviewed in a span, or done in it without review."""
    return issued(span) | unreviewed(span)


def signed_without_opinion(span: Span) -> QuerySet[Review]:
    """Contracts signed in a span without review, or before the opinion."""
    early = made(span, "sign_early").values("matter")
    without = Q(
        matter__outcome=UNREVIEWED,
        kind__way=Way.SIGN,
        matter__received_on__range=(span.first, span.last),
    )
    return of(valid()).filter(Q(matter__in=early) | without)


def services(span: Span) -> QuerySet[CounselService]:
    return CounselService.objects.filter(on__range=(span.first, span.last))


SUBMITTED = Metric(
    "legalreview.submitted",
    "送审事项",
    "件",
    "送审日期在统计期内的事项，不含作废；退回补正后再送审的仍为一件。",
    "送审日期",
    submitted,
    splits=(BY_KIND, BY_DEPARTMENT),
)
ISSUED = Metric(
    "legalreview.opinions",
    "出具合法性审查意见书",
    "件",
    "意见书出具日期在统计期内的审查事项，不含作废。",
    "出具日期",
    issued,
    splits=(BY_KIND, BY_DEPARTMENT, BY_OUTCOME, BY_REVIEWER),
    approximate=True,
)
LIMITED = Metric(
    "legalreview.limited",
    "有审查期限的意见书",
    "件",
    "意见书出具日期在统计期内、登记过材料齐全日期的审查事项。",
    "出具日期",
    limited,
)
IN_TIME = Metric(
    "legalreview.in_time",
    "按时出具意见书",
    "件",
    "出具日期在统计期内且不晚于审查期限届满日的审查事项。",
    "出具日期",
    in_time,
)
ITEMS = Metric(
    "legalreview.items",
    "提出审查意见",
    "条",
    "统计期内出具的意见书所列的意见条目。",
    "出具日期",
    items,
    splits=(BY_ANSWER,),
)
ADOPTED = Metric(
    "legalreview.items_adopted",
    "采纳审查意见",
    "条",
    "统计期内出具的意见书所列、科室反馈为“采纳”或者“部分采纳”的意见条目。",
    "出具日期",
    answered(Adoption.ADOPTED, Adoption.PARTLY),
)
ANSWERED = Metric(
    "legalreview.items_answered",
    "已反馈的审查意见",
    "条",
    "统计期内出具的意见书所列、科室已经反馈的意见条目。",
    "出具日期",
    answered(*(str(code) for code in Adoption)),
)
UNREVIEWED_MATTERS = Metric(
    "legalreview.unreviewed",
    "未经审查的事项",
    "件",
    "应当审查而未经审查即签订、印发、作出或者实施，补登入账的事项。",
    "签订、作出或者实施日期",
    unreviewed,
    splits=(BY_KIND, BY_DEPARTMENT),
)
DUE_FOR_REVIEW = Metric(
    "legalreview.due_for_review",
    "应审事项",
    "件",
    "统计期内出具意见书的事项，加上未经审查的事项。",
    "出具日期；签订、作出或者实施日期",
    due_for_review,
)

register(
    SUBMITTED,
    ISSUED,
    LIMITED,
    IN_TIME,
    Ratio(
        "legalreview.on_time_rate",
        "合法性审查按时率",
        IN_TIME,
        LIMITED,
        "按时出具意见书 ÷ 有审查期限的意见书。",
    ),
    Metric(
        "legalreview.average_working_days",
        "平均审查用时",
        "个工作日",
        "统计期内出具意见书的事项，自材料齐全（没有登记的，自送审）次日至出具日期的工作日平均数。",
        "出具日期",
        timed,
        measure=Mean("used"),
    ),
    ITEMS,
    ANSWERED,
    ADOPTED,
    Ratio(
        "legalreview.adoption_rate",
        "审查意见采纳率",
        ADOPTED,
        ANSWERED,
        "采纳和部分采纳的意见条目 ÷ 已反馈的意见条目。",
    ),
    Metric(
        "legalreview.returned",
        "退回补正、补充",
        "件",
        "统计期内退回补正或者以“退回补充”结论签发的审查事项。",
        "退回日期",
        lambda span: with_move("return")(span) | concluded(Conclusion.SUPPLEMENT)(span),
        splits=(BY_DEPARTMENT,),
    ),
    Metric(
        "legalreview.unlawful",
        "结论为不合法",
        "件",
        "统计期内出具的意见书结论为“不合法”的审查事项。",
        "出具日期",
        concluded(Conclusion.UNLAWFUL),
        splits=(BY_KIND, BY_DEPARTMENT),
    ),
    UNREVIEWED_MATTERS,
    DUE_FOR_REVIEW,
    Ratio(
        "legalreview.coverage",
        "合法性审查覆盖率",
        ISSUED,
        DUE_FOR_REVIEW,
        "出具审查意见书 ÷ 应审事项（含补登的未审事项）。",
        basis=COVERAGE,
    ),
    Metric(
        "legalreview.signed_without_review",
        "未审先签",
        "件",
        "统计期内在审查意见书出具之前签订，或者未经审查签订的合同、协议。",
        "签订日期",
        signed_without_opinion,
        splits=(BY_DEPARTMENT,),
    ),
    Metric(
        "legalreview.filed",
        "报送备案",
        "件",
        "报送备案日期在统计期内的审查事项。",
        "报送日期",
        with_move("file"),
    ),
    Metric(
        "legalreview.services",
        "法律顾问服务",
        "次",
        "服务日期在统计期内的服务记录。",
        "服务日期",
        services,
        measure=Count("pk"),
        splits=(SERVICE,),
    ),
)
