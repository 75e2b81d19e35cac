"""依申请公开台账: its columns, and how a row of past years becomes a request with its course."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from casework import process
from casework.cells import day, name, one_of, yes
from casework.ledger import Column, Ledger, Row, register
from casework.models import MatterLink, Relation
from casework.roster import department_named
from casework.standing import Fact
from disclosure.models import ApplicantKind, DisclosureRequest
from disclosure.workflow import WORKFLOW
from people.models import User
from timelimits.calendar import current_calendar

CHANNEL_WORDS = {
    "当面": "in_person",
    "信函": "post_signed",
    "邮寄": "post_signed",
    "网络": "internet",
    "电子邮件": "internet",
    "传真": "fax",
}
ORGANISATION = "organisation"
APPLICANT_WORDS = {label: code for code, label in ApplicantKind.choices} | {
    "法人或其他组织": ORGANISATION
}
RESULT_WORDS = {
    "予以公开": "1",
    "部分公开": "2",
    "不予公开（国家秘密）": "3.1",
    "不予公开（法律行政法规禁止）": "3.2",
    "不予公开（三安全一稳定）": "3.3",
    "不予公开（第三方合法权益）": "3.4",
    "不予公开（内部事务信息）": "3.5",
    "不予公开（过程性信息）": "3.6",
    "不予公开（行政执法案卷信息）": "3.7",
    "不予公开（行政查询事项）": "3.8",
    "无法提供（本机关不掌握）": "4.1",
    "无法提供（需要另行制作）": "4.2",
    "无法提供（补正后仍不明确）": "4.3",
    "不予处理（信访举报投诉）": "5.1",
    "不予处理（重复申请）": "5.2",
    "不予处理（公开出版物）": "5.3",
    "不予处理（大量反复申请）": "5.4",
    "不予处理（要求确认或重新出具）": "5.5",
    "逾期不补正": "6.1",
    "逾期不缴费": "6.2",
    "申请人撤回": "6.3",
}
WAY_WORDS = {
    "邮寄": "post",
    "当面送达": "direct",
    "电子邮件": "electronic",
    "电子送达": "electronic",
}
ENDINGS = {"6.1": "correction_lapsed", "6.2": "fee_lapsed", "6.3": "withdraw"}
THIRD_PARTY = "第三方"

COLUMNS = (
    Column("serial", "序号", width=6),
    Column("number", "登记编号", required=True, synonyms=("编号",), example="南汇依申〔2022〕1号"),
    Column("received_on", "收到申请日期", day, required=True, synonyms=("收到日期",)),
    Column("channel", "申请方式", one_of(CHANNEL_WORDS, required=True), required=True),
    Column("kind", "申请人类型", one_of(APPLICANT_WORDS, required=True), required=True),
    Column("applicant", "申请人", name, required=True),
    Column("phone", "联系电话"),
    Column("content", "申请内容", required=True, width=40),
    Column("department", "承办科室", name, required=True),
    Column("asked_on", "补正告知日期", day),
    Column("corrected_on", "补正收到日期", day),
    Column("consulted_on", "征求第三方意见日期", day),
    Column("heard_on", "收到第三方意见日期", day),
    Column("extended_on", "延期告知日期", day),
    Column("replied_on", "答复日期", day),
    Column("result", "答复结果", one_of(RESULT_WORDS)),
    Column("way", "送达方式", one_of(WAY_WORDS)),
    Column("reconsidered", "是否引发复议", yes),
    Column("sued", "是否引发诉讼", yes),
    Column("remark", "备注"),
)


def applicant_kind(row: Row) -> str:
    # The ledger knows persons and organisations only; a company says in its name that it is one,
    # any other organisation is counted as 其他 until somebody says better.
    if row["kind"] != ORGANISATION:
        return str(row["kind"])
    is_company = str(row["applicant"]).endswith("公司")
    return ApplicantKind.BUSINESS if is_company else ApplicantKind.OTHER


def facts_of(row: Row) -> list[Fact]:
    """Return the course a row tells, in the words of the workflow."""
    third = {"party": THIRD_PARTY}
    told: list[tuple[str, date | None, dict[str, object]]] = [
        ("receive", row["received_on"], {}),
        ("ask_correction", row["asked_on"], {}),
        ("corrected", row["corrected_on"], {}),
        ("consult", row["consulted_on"], third | {"consulted": "third_party"}),
        ("opinion", row["heard_on"], third),
        ("extend", row["extended_on"], {"days": 20}),
        (*ending(row),),
    ]
    return [Fact(move, on, detail) for move, on, detail in told if on]


def ending(row: Row) -> tuple[str, date | None, dict[str, object]]:
    """Return how a row says that the request ended."""
    result = str(row["result"])
    if result in ENDINGS:
        return ENDINGS[result], row["replied_on"], {}
    detail = {"result": result} | ({"way": row["way"]} if row["way"] else {})
    return "reply_on_record", row["replied_on"] if result else None, detail


def write(request: DisclosureRequest, row: Row, by: User) -> None:
    """Write what a row says about a request, its course and what followed it."""
    request.channel = row["channel"]
    request.applicant = row["applicant"]
    request.applicant_kind = applicant_kind(row)
    request.phone = row["phone"]
    request.content = row["content"]
    request.save()
    process.record_as_it_happened(request.matter, facts_of(row), by=by, calendar=current_calendar())
    for relation, followed in (
        (Relation.RECONSIDERATION, row["reconsidered"]),
        (Relation.LAWSUIT, row["sued"]),
    ):
        links = request.matter.links.filter(relation=relation)
        if followed and not links.exists():
            link = MatterLink(
                matter=request.matter, relation=relation, outside_number="台账未填案号"
            )
            process.link(link, by=by)


def create(row: Row, by: User) -> DisclosureRequest:
    """Open the request that a row tells of, under its old number."""
    request = DisclosureRequest(
        channel=row["channel"], applicant=row["applicant"], content=row["content"]
    )
    request.matter = process.open_matter(
        WORKFLOW,
        opening="receive",
        on=row["received_on"],
        title=str(row["content"])[:200],
        department=department_named(str(row["department"])),
        by=by,
        today=timezone.localdate(),
        number=str(row["number"]),
        search_text=request.search_text,
    )
    write(request, row, by)
    return request


def update(request: DisclosureRequest, row: Row, by: User) -> None:
    """Make a request say what its corrected row says."""
    department = department_named(str(row["department"]))
    if request.matter.department != department:
        process.assign(request.matter, department=department, handler=None, by=by)
        request.matter.refresh_from_db()
    write(request, row, by)


def complete(requests: QuerySet[DisclosureRequest]) -> QuerySet[DisclosureRequest]:
    return requests.with_desk().with_course()


WORDS_OF_CHANNEL = {code: word for word, code in reversed(CHANNEL_WORDS.items())}
WORDS_OF_RESULT = {code: word for word, code in RESULT_WORDS.items()}
WORDS_OF_WAY = {code: word for word, code in reversed(WAY_WORDS.items())}


def rows(requests: Iterable[DisclosureRequest]) -> Iterable[Sequence[object]]:
    """Return the rows of requests in the order of the columns; personal data is masked."""
    for serial, request in enumerate(requests, start=1):
        entries = [e for e in request.matter.timeline.all() if not e.corrects_id]
        standing = [e for e in entries if not hasattr(e, "correction")]
        on = {entry.move: entry.on for entry in standing}
        ways = [entry.detail.get("way", "") for entry in standing]
        relations = {link.relation for link in request.matter.links.all()}
        yield (
            serial,
            request.matter.number,
            request.matter.received_on,
            WORDS_OF_CHANNEL[request.channel],
            request.get_applicant_kind_display(),
            request.applicant,
            request.MASKED["phone"](request.phone) if request.phone else "",
            request.content,
            request.matter.department.name,
            on.get("ask_correction"),
            on.get("corrected"),
            on.get("consult") or on.get("consult_organ"),
            on.get("opinion") or on.get("opinion_lapsed"),
            on.get("extend"),
            request.matter.closed_on,
            WORDS_OF_RESULT.get(request.matter.outcome, ""),
            next((WORDS_OF_WAY[way] for way in ways if way), ""),
            "是" if Relation.RECONSIDERATION in relations else "否",
            "是" if Relation.LAWSUIT in relations else "否",
            "",
        )


register(
    Ledger(
        code="disclosure",
        label="依申请公开台账",
        columns=COLUMNS,
        identity=("number",),
        create=create,
        update=update,
        complete=complete,
        rows=rows,
        model=DisclosureRequest,
    )
)
