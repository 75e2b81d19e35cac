"""Figures of 依申请公开, each with the records it is made of."""

from django.db.models import F, QuerySet

from casework.metrics import Metric, Ratio, Span, Split, choice_words, register
from casework.models import Deadline, Matter, TimelineEntry
from disclosure import channels
from disclosure.deadlines import REPLY
from disclosure.models import ApplicantKind, DisclosureRequest
from disclosure.results import RESULTS
from disclosure.workflow import KIND

RESULT = Split(
    "处理结果", "matter__outcome", choice_words({result.code: result.words for result in RESULTS})
)
APPLICANT = Split("申请人类型", "applicant_kind", choice_words(dict(ApplicantKind.choices)))
CHANNEL = Split("申请方式", "channel", choice_words(dict(channels.CHOICES)))
DEPARTMENT = Split("承办科室", "matter__department__name")
FORM = "国办公开办函〔2021〕30号附件表三"


def valid() -> QuerySet[Matter]:
    return Matter.objects.valid().filter(kind=KIND)


def received(span: Span) -> QuerySet[DisclosureRequest]:
    """Requests received in a span."""
    matters = valid().filter(received_on__range=(span.first, span.last))
    return DisclosureRequest.objects.filter(matter__in=matters)


def closed(span: Span) -> QuerySet[DisclosureRequest]:
    """Requests whose handling ended in a span."""
    matters = valid().filter(closed_on__range=(span.first, span.last))
    return DisclosureRequest.objects.filter(matter__in=matters)


def carried_into(span: Span) -> QuerySet[DisclosureRequest]:
    """Requests received before a span and not closed before it began."""
    return DisclosureRequest.objects.filter(matter__in=valid().carried_into(span.first))


def carried_out_of(span: Span) -> QuerySet[DisclosureRequest]:
    """Requests received up to the end of a span and not closed by then."""
    return DisclosureRequest.objects.filter(matter__in=valid().open_at_end_of(span.last))


def replied(span: Span) -> QuerySet[DisclosureRequest]:
    """Requests to which a reply went out in a span."""
    met = Deadline.objects.filter(code=REPLY.code, met_on__range=(span.first, span.last))
    return DisclosureRequest.objects.filter(matter__in=valid().filter(pk__in=met.values("matter")))


def replied_in_time(span: Span) -> QuerySet[DisclosureRequest]:
    """Requests to which a reply went out in a span, not after its last day."""
    kept = Deadline.objects.filter(
        code=REPLY.code, met_on__range=(span.first, span.last), met_on__lte=F("due_on")
    )
    return DisclosureRequest.objects.filter(matter__in=valid().filter(pk__in=kept.values("matter")))


def with_move(*codes: str):
    """Return the requests in which one of these moves was made in a span."""

    def records(span: Span) -> QuerySet[DisclosureRequest]:
        entries = TimelineEntry.objects.standing().filter(
            move__in=codes, on__range=(span.first, span.last)
        )
        matters = valid().filter(pk__in=entries.values("matter"))
        return DisclosureRequest.objects.filter(matter__in=matters)

    return records


REQUESTS = Metric(
    "disclosure.requests",
    "收到政府信息公开申请",
    "件",
    "收到日期（第三十一条确定的收到之日）在统计期内的申请，不含作废；补正后的申请仍为一件。",
    "收到日期",
    received,
    splits=(APPLICANT, CHANNEL, DEPARTMENT),
    basis=FORM,
)
REPLIED = Metric(
    "disclosure.replied",
    "作出答复",
    "件",
    "答复日期（交邮、签收或发出之日）在统计期内的申请。",
    "答复日期",
    replied,
    splits=(RESULT, APPLICANT),
)
REPLIED_IN_TIME = Metric(
    "disclosure.replied_in_time",
    "按时答复",
    "件",
    "答复日期在统计期内且不晚于答复期限届满日的申请。",
    "答复日期",
    replied_in_time,
)

register(
    REQUESTS,
    Metric(
        "disclosure.carried_over",
        "上年结转政府信息公开申请",
        "件",
        "统计期开始前收到、期初尚未办结的申请。",
        "收到日期、办结日期",
        carried_into,
        splits=(APPLICANT,),
        basis=FORM,
    ),
    Metric(
        "disclosure.closed",
        "办结政府信息公开申请",
        "件",
        "办结日期在统计期内的申请，含答复、逾期不补正、逾期不缴费和撤回；部分公开只计一次。",
        "办结日期",
        closed,
        splits=(RESULT, APPLICANT),
        basis=FORM,
    ),
    Metric(
        "disclosure.carried_on",
        "结转下年度继续办理",
        "件",
        "统计期末尚未办结的申请。",
        "收到日期、办结日期",
        carried_out_of,
        splits=(APPLICANT,),
        basis=FORM,
    ),
    REPLIED,
    REPLIED_IN_TIME,
    Ratio(
        "disclosure.on_time_rate",
        "政府信息公开申请按时答复率",
        REPLIED_IN_TIME,
        REPLIED,
        "按时答复 ÷ 统计期内作出的答复。",
    ),
    Metric(
        "disclosure.corrections_asked",
        "告知补正",
        "件",
        "告知补正日期在统计期内的申请。",
        "告知补正日期",
        with_move("ask_correction"),
    ),
    Metric(
        "disclosure.consultations",
        "征求第三方意见",
        "件",
        "征求第三方或者其他机关意见的发函日期在统计期内的申请。",
        "发函日期",
        with_move("consult", "consult_organ"),
    ),
    Metric(
        "disclosure.extensions",
        "延长答复期限",
        "件",
        "告知申请人延期的日期在统计期内的申请。",
        "延期告知日期",
        with_move("extend"),
    ),
)
