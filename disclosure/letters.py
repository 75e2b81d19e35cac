"""Letters of 依申请公开 in the official format: each rests on an entry of the timeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.utils import timezone

from casework.letters import Letter, register
from casework.models import Deadline, Matter, TimelineEntry
from disclosure import channels
from disclosure.deadlines import REPLY
from disclosure.models import ApplicantKind, DisclosureRequest
from disclosure.remedies import remedy_paragraphs
from disclosure.results import BY_CODE, Family, Result
from disclosure.workflow import KIND
from papers.blocks import (
    Addressee,
    Block,
    DocumentNumber,
    FactTable,
    Paper,
    Paragraph,
    Signature,
    Title,
)
from papers.dates import chinese_date

ACT = "《中华人民共和国政府信息公开条例》"


def paper(title: str, number: str, *blocks: Block, on: date) -> Paper:
    """Return a letter: head, number, what it says, and the office's signature."""
    office = settings.OFFICE["name"]
    return Paper(
        (Title(f"{office}\n{title}"), DocumentNumber(number), *blocks, Signature(office, on))
    )


def you(request: DisclosureRequest) -> str:
    """Return how a letter addresses the applicant."""
    is_person = request.applicant_kind == ApplicantKind.NATURAL_PERSON
    return "您" if is_person else "贵单位"


def opening(matter: Matter) -> Paragraph:
    """Return the sentence every letter to the applicant begins with."""
    received = chinese_date(matter.received_on)
    return Paragraph(
        f"本机关于{received}收到{you(matter.disclosure_request)}提交的政府信息公开申请"
        f"（{matter.number}），申请公开“{matter.title}”。"
    )


def reply_deadline(matter: Matter) -> Deadline | None:
    """Return the deadline of the reply."""
    return matter.deadlines.filter(code=REPLY.code).first()


def by_day(day: date | None) -> str:
    return f"不迟于{chinese_date(day)}" if day else "在法定期限内"


def receipt(matter: Matter, entry: TimelineEntry, number: str) -> Paper:
    """登记回执 (《政府信息公开条例》第三十一条、第四十五条)."""
    request: DisclosureRequest = matter.disclosure_request
    channel = channels.BY_CODE[request.channel]
    deadline = reply_deadline(matter)
    return paper(
        "政府信息公开申请登记回执",
        number,
        Addressee(f"{request.applicant}："),
        Paragraph(f"{you(request)}提交的政府信息公开申请，本机关已经登记，有关事项如下："),
        FactTable(
            (
                ("登记编号", matter.number),
                ("收到日期", chinese_date(matter.received_on)),
                ("申请方式", channel.label),
                ("提供形式", request.get_wanted_form_display()),
                ("申请内容", request.content),
            ),
            columns=1,
        ),
        Paragraph(
            f"依照{ACT}第三十三条的规定，本机关将自收到申请之日起20个工作日内答复，"
            f"即{by_day(deadline.original_due_on if deadline else None)}答复；需要补正、征求意见"
            "或者延长期限的，将另行书面告知。"
        ),
        on=entry.on,
    )


def correction_notice(matter: Matter, entry: TimelineEntry, number: str) -> Paper:
    """补正告知书 (第三十条)."""
    request: DisclosureRequest = matter.disclosure_request
    correct_by = entry.fact.day("correct_by")
    return paper(
        "政府信息公开申请补正告知书",
        number,
        Addressee(f"{request.applicant}："),
        opening(matter),
        Paragraph(f"经审查，{you(request)}的申请内容不明确，请就下列事项补正："),
        Paragraph(str(entry.detail.get("items", ""))),
        Paragraph(
            f"依照{ACT}第三十条的规定，请{by_day(correct_by)}将补正后的申请提交本机关，"
            "答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，"
            "本机关不再处理该申请。"
        ),
        on=entry.on,
    )


# What is asked of whom, and what their silence means.
CONSULTATIONS = {
    "third_party": (
        "征求第三方意见书",
        "依照{act}第三十二条的规定，该信息公开后可能损害您（贵单位）的合法权益。请自收到本意见书之日"
        "起15个工作日内书面提出是否同意公开的意见；不同意公开的，请说明理由。",
        "逾期未提出意见的，由本机关依照条例的规定决定是否公开。本机关决定公开您（贵单位）不同意公开的"
        "信息的，将书面告知决定公开的内容和理由。",
    ),
    "joint_maker": (
        "政府信息公开征求意见书",
        "依照{act}第三十四条的规定，该信息由本机关与贵单位共同制作。请自收到本意见书之日起15个工作日内"
        "提出是否同意公开的意见。",
        "逾期未提出意见的，视为同意公开。",
    ),
    "": (
        "政府信息公开征求意见书",
        "依照{act}第十一条的规定，请就该信息能否公开提出意见并说明依据。",
        "因征求意见的时间不计入答复期限而申请人仍在等候，请尽快函复。",
    ),
}


def consultation(matter: Matter, entry: TimelineEntry, number: str) -> Paper:
    """征求第三方意见书 (第三十二条), or the letter to another organ (第三十四条、第十一条)."""
    title, ask, silence = CONSULTATIONS[str(entry.detail.get("consulted", ""))]
    return paper(
        title,
        number,
        Addressee(f"{entry.fact.party}："),
        Paragraph(
            f"本机关收到政府信息公开申请（{matter.number}），申请公开“{matter.title}”，"
            "所申请的信息涉及您（贵单位）。"
        ),
        Paragraph(ask.format(act=ACT)),
        Paragraph(silence),
        on=entry.on,
    )


def extension_notice(matter: Matter, entry: TimelineEntry, number: str) -> Paper:
    """延期答复告知书 (第三十三条第二款)."""
    deadline = reply_deadline(matter)
    return paper(
        "政府信息公开延期答复告知书",
        number,
        Addressee(f"{matter.disclosure_request.applicant}："),
        opening(matter),
        Paragraph(f"因{entry.detail.get('reasons', '')}，本机关无法在法定期限内答复。"),
        Paragraph(
            f"依照{ACT}第三十三条第二款的规定，经本机关政府信息公开工作机构负责人同意，"
            f"延长{entry.detail.get('days')}个工作日答复，"
            f"即{by_day(deadline.due_on if deadline else None)}答复。"
        ),
        on=entry.on,
    )


GROUNDS: dict[Family, str] = {
    Family.GRANTED: "经审查，{you}申请公开的信息属于应当公开的政府信息，现予以公开：",
    Family.PARTLY: "经审查，{you}申请公开的信息中含有不应当公开的内容，能够作区分处理，"
    "现公开可以公开的部分，并对不予公开的部分说明理由：",
    Family.REFUSED: "经审查，{you}申请公开的信息{label}，本机关决定不予公开。理由如下：",
    Family.IMPOSSIBLE: "经审查，{label}，本机关无法提供。具体说明如下：",
    Family.NOT_HANDLED: "经审查，{you}的申请属于“{label}”的情形，本机关不予处理。具体说明如下：",
}


def reply(matter: Matter, entry: TimelineEntry, number: str) -> Paper:
    """答复书, for the result of the reply or of its draft (第三十六条), with its remedy."""
    result: Result = BY_CODE[str(entry.detail["result"])]
    draft = matter.timeline.standing().filter(move="draft").last()
    request: DisclosureRequest = matter.disclosure_request
    content = str(draft.detail.get("content", "")) if draft else ""
    return paper(
        "政府信息公开申请答复书",
        number,
        Addressee(f"{request.applicant}："),
        opening(matter),
        Paragraph(GROUNDS[result.family].format(label=result.label, you=you(request))),
        Paragraph(content),
        Paragraph(f"以上答复依照{result.basis.replace('《政府信息公开条例》', ACT)}的规定作出。"),
        *[
            Paragraph(text)
            for text in remedy_paragraphs(result, settings.OFFICE["reconsideration_organ"])
        ],
        on=timezone.localdate() if entry.move != "reply" else entry.on,
    )


NUMBER = "{office}公开〔{year}〕{serial}号"


def letter(
    code: str,
    label: str,
    after: set[str],
    write: Callable[[Matter, TimelineEntry, str], Paper],
) -> Letter:
    return Letter(code, label, KIND, frozenset(after), NUMBER, write)


register(
    letter("disclosure-receipt", "登记回执", {"receive", "confirm"}, receipt),
    letter("disclosure-correction", "补正告知书", {"ask_correction"}, correction_notice),
    letter(
        "disclosure-consultation", "征求第三方意见书", {"consult", "consult_organ"}, consultation
    ),
    letter("disclosure-extension", "延期答复告知书", {"extend"}, extension_notice),
    letter("disclosure-reply", "答复书", {"draft", "reply", "reply_on_record"}, reply),
)
