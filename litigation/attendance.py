"""Who must attend a hearing: heads, staff and lawyer, and the reasons that excuse a head."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Heads: 法释〔2020〕3号第二条. A member of 党工委 without a post in 办事处 may be one: that is for
# court to say (law.md 4.5).
HEAD_POSTS = (
    ("principal", "正职"),
    ("deputy", "副职"),
    ("in_charge", "其他参与分管的负责人"),
)


@dataclass(frozen=True)
class Reason:
    """A reason of absence; those of 法释〔2020〕3号第八条 excuse it."""

    code: str
    label: str
    excuses: bool


REASONS = (
    Reason("force_majeure", "不可抗力", True),
    Reason("accident", "意外事件", True),
    Reason("duty", "需要履行他人不能代替的公务", True),
    Reason("other", "无法出庭的其他正当事由", True),
    Reason("none", "没有正当理由", False),
)
EXCUSING = frozenset(reason.code for reason in REASONS if reason.excuses)
REASON_CHOICES = tuple((reason.code, reason.label) for reason in REASONS)
EXPLANATION_BASIS = "法释〔2020〕3号第八条、第九条"


@dataclass(frozen=True)
class Attendance:
    """Who came to one hearing of an instance."""

    instance: str
    head: bool
    staff: bool
    lawyer: bool
    is_excused: bool = False


def standing_of(hearings: Iterable[Attendance]) -> dict[str, str]:
    """Return for each instance whether the duty to attend was fulfilled.

    One attendance in an instance is normally enough (法释〔2020〕3号第七条); that of the first does
    not cover the second. A lawyer alone is forbidden (法释〔2018〕1号第一百二十八条).
    """
    by_instance: dict[str, list[Attendance]] = {}
    for hearing in hearings:
        by_instance.setdefault(hearing.instance, []).append(hearing)
    return {instance: state_of(found) for instance, found in by_instance.items()}


def state_of(hearings: list[Attendance]) -> str:
    if any(hearing.head for hearing in hearings):
        return "obligation_fulfilled"
    if any(not hearing.staff for hearing in hearings):
        return "violation_lawyer_only"
    if all(hearing.is_excused for hearing in hearings):
        return "excused_absence"
    return "violation_absent_without_reason"
