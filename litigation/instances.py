"""The instances of a dispute, each with the way it comes in and what it presupposes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Instance:
    """An instance (审级): the openings it has, and whether an earlier case must be named."""

    code: str
    label: str
    kind: str
    openings: tuple[tuple[str, str], ...]
    needs_earlier: bool = False


LAWSUIT, RECONSIDERATION = "lawsuit", "reconsideration"

FIRST = Instance(
    "first",
    "一审",
    LAWSUIT,
    (("receive", "收到起诉状副本"), ("receive_summary", "收到起诉状副本（简易程序）")),
)
SECOND = Instance(
    "second",
    "二审",
    LAWSUIT,
    (("receive_appeal", "收到上诉状副本"), ("file_appeal", "本机关提起上诉")),
    needs_earlier=True,
)
RETRIAL = Instance(
    "retrial",
    "再审",
    LAWSUIT,
    (("receive_retrial", "收到再审申请书副本"), ("file_retrial", "本机关申请再审")),
    needs_earlier=True,
)
ENFORCEMENT = Instance(
    "enforcement", "非诉执行", LAWSUIT, (("expire", "起诉期限届满、当事人未履行"),)
)
REVIEW = Instance(
    "reconsideration",
    "行政复议",
    RECONSIDERATION,
    (("receive", "收到复议申请书副本"), ("receive_summary", "收到复议申请书副本（简易程序）")),
)

INSTANCES = (FIRST, SECOND, RETRIAL, ENFORCEMENT, REVIEW)
BY_CODE = {instance.code: instance for instance in INSTANCES}
CHOICES = tuple((instance.code, instance.label) for instance in INSTANCES)
# 非诉执行 is the office's own application, no suit against it: it stands in no figure of suits.
SUITS = (FIRST.code, SECOND.code, RETRIAL.code)
