"""Papers of 合法性审查 in the official format: list of what is missing, opinion, minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.conf import settings

from casework.letters import Letter, register
from casework.models import Matter, TimelineEntry
from legalreview.conclusions import LABELS, Conclusion
from legalreview.models import OpinionItem, Review
from legalreview.workflow import KIND, MEETING_RESULTS, OPINION_NUMBER
from papers.blocks import (
    Addressee,
    Block,
    DocumentNumber,
    FactTable,
    Heading,
    Paper,
    Paragraph,
    Signature,
    Table,
    Title,
)
from papers.dates import chinese_date

NUMBERS = "一二三四五六七八九十"


def paper(title: str, number: str, *blocks: Block, on: date) -> Paper:
    """Return a letter: head, number, what it says, and the office's signature."""
    office = settings.OFFICE["name"]
    return Paper(
        (Title(f"{office}\n{title}"), DocumentNumber(number), *blocks, Signature(office, on))
    )


def opening(matter: Matter) -> Paragraph:
    """Return the sentence every letter to a department begins with."""
    return Paragraph(
        f"你单位{chinese_date(matter.received_on)}送审的“{matter.title}”（{matter.number}）收悉。"
    )


def to_department(matter: Matter) -> Addressee:
    return Addressee(f"{matter.department}：")


def completion_list(matter: Matter, entry: TimelineEntry, number: str) -> Paper:
    """一次性补正清单 (《重大行政决策程序暂行条例》第二十六条第一款)."""
    by_day = entry.fact.day("complete_by")
    until = f"请于{chinese_date(by_day)}前补正后再送审。" if by_day else "请补正后再送审。"
    return paper(
        "合法性审查材料一次性补正清单",
        number,
        to_department(matter),
        opening(matter),
        Paragraph("经审核，送审材料不齐全或者不符合要求，请一次性补正下列材料："),
        Paragraph(str(entry.detail.get("missing", ""))),
        Paragraph(f"{until}审查期限自材料齐全之日起计算。"),
        on=entry.on,
    )


def return_notice(matter: Matter, entry: TimelineEntry, number: str) -> Paper:
    """退回通知 of what is no subject of review."""
    return paper(
        "合法性审查退回通知",
        number,
        to_department(matter),
        opening(matter),
        Paragraph("经审核，该事项不属于合法性审查范围，现予退回。理由如下："),
        Paragraph(str(entry.detail.get("reasons", ""))),
        on=entry.on,
    )


def opinion(matter: Matter, entry: TimelineEntry, number: str) -> Paper:
    """审查意见书: the conclusion, the advice item by item, and which drafts were reviewed."""
    review: Review = matter.legal_review
    conclusion = Conclusion(str(entry.detail["conclusion"]))
    items = review.issued_items()
    drafts = str(entry.detail.get("drafts", ""))
    consolidated = review.last("consolidate")
    summary = str(consolidated.detail.get("summary", "")) if consolidated else ""
    return paper(
        "合法性审查意见书",
        number,
        to_department(matter),
        opening(matter),
        *([Paragraph(f"审查所依据的送审稿为：{drafts}。")] if drafts else []),
        Heading("一、审查结论"),
        Paragraph(f"{LABELS[conclusion]}。{summary}"),
        *advice(items),
        Heading(f"{NUMBERS[2 if items else 1]}、有关要求"),
        Paragraph(
            "送审稿如有修改，请将修改稿作为新的版本重新提交；"
            "审查意见的采纳情况请逐条书面反馈，未采纳或者部分采纳的须说明理由。"
        ),
        on=entry.on,
    )


def advice(items: list[OpinionItem]) -> list[Block]:
    """Return the items of advice under their heading; nothing where there are none."""
    if not items:
        return []
    blocks: list[Block] = [Heading("二、审查意见")]
    for item in items:
        basis = f"依据：{item.basis}。" if item.basis else ""
        grave = "（严重问题）" if item.is_grave else ""
        blocks.append(Paragraph(f"{item.position}. {item.problem}{grave}"))
        blocks.append(Paragraph(f"{basis}建议：{item.advice or '按上述意见修改。'}"))
    return blocks


def minutes(matter: Matter, entry: TimelineEntry, number: str) -> Paper:
    """联席会议纪要: who took part, what was concluded, and how the advice had been taken."""
    review: Review = matter.legal_review
    told = entry.detail
    rows = [
        (f"{item.position}", item.problem, item.adoption.get_choice_display())
        for item in review.issued_items()
        if item.adoption
    ]
    table = [Table(("序号", "审查意见", "采纳情况"), rows, (14, 112, 30))] if rows else []
    return paper(
        "联席会议纪要",
        number,
        FactTable(
            (
                ("会议日期", chinese_date(entry.on)),
                ("事项", f"{matter.title}（{matter.number}）"),
                ("责任科室", str(matter.department)),
                ("街道参加人员", str(told.get("street", ""))),
                ("区级部门参加人员", str(told.get("district", "")) or "无"),
                ("会议结论", dict(MEETING_RESULTS).get(str(told.get("conclusion")), "")),
            ),
            columns=1,
        ),
        Paragraph(f"会议意见：{told.get('summary', '')}"),
        *table,
        on=entry.on,
    )


def letter(
    code: str,
    label: str,
    after: set[str],
    write: Callable[[Matter, TimelineEntry, str], Paper],
    pattern: str,
) -> Letter:
    return Letter(code, label, KIND, frozenset(after), pattern, write, series=f"{KIND}.{code}")


register(
    letter(
        "review-completion",
        "一次性补正清单",
        {"return"},
        completion_list,
        "{office}审补〔{year}〕{serial}号",
    ),
    letter(
        "review-return", "退回通知", {"decline"}, return_notice, "{office}审退〔{year}〕{serial}号"
    ),
    letter("review-opinion", "审查意见书", {"issue"}, opinion, OPINION_NUMBER),
    letter("review-minutes", "联席会议纪要", {"meet"}, minutes, "{office}联席〔{year}〕{serial}号"),
)
