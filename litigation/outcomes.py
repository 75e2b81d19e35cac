"""How a suit or a reconsideration may end: the article, whether it is lost, its column in 表四."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """The columns of table 四 of the annual disclosure report, 结果."""

    UPHELD = "维持"
    CORRECTED = "纠正"
    OTHER = "其他"


class Ending(StrEnum):
    """By which paper a proceeding ends: each is served, and becomes effective, in its own way."""

    JUDGMENT = "judgment"
    RULING = "ruling"
    OTHERWISE = "otherwise"
    SECOND = "second"
    RETRIAL = "retrial"
    ENFORCEMENT = "enforcement"
    DECISION = "decision"


@dataclass(frozen=True)
class Outcome:
    """One way to end, as a code of the list.

    `is_loss` says that the office was judged against or corrected; it is None where that follows
    from what became of the judgment appealed against. `is_slight` marks 程序轻微违法, which counts
    as lost and is shown apart.
    """

    code: str
    label: str
    ending: Ending
    basis: str
    is_loss: bool | None
    column: Column | None
    is_slight: bool = False


ACT = "《行政诉讼法》"
RECONSIDERATION_ACT = "《行政复议法》"


def judged(code: str, label: str, basis: str, *, slight: bool = False) -> Outcome:
    """Return a judgment against the office."""
    return Outcome(code, label, Ending.JUDGMENT, basis, True, Column.CORRECTED, slight)


def otherwise(code: str, label: str, basis: str) -> Outcome:
    return Outcome(code, label, Ending.OTHERWISE, basis, False, Column.OTHER)


def second(code: str, label: str, basis: str, *, is_loss: bool | None) -> Outcome:
    return Outcome(code, label, Ending.SECOND, basis, is_loss, None)


def decided(code: str, label: str, article: str, column: Column) -> Outcome:
    basis = f"{RECONSIDERATION_ACT}{article}"
    return Outcome(code, label, Ending.DECISION, basis, column is Column.CORRECTED, column)


OUTCOMES = (
    Outcome(
        "J01",
        "判决驳回诉讼请求",
        Ending.JUDGMENT,
        f"{ACT}第六十九条",
        False,
        Column.UPHELD,
    ),
    judged("J02", "判决撤销（可并责令重作）", f"{ACT}第七十条"),
    judged("J03", "判决部分撤销（可并责令重作）", f"{ACT}第七十条"),
    judged("J04", "判决履行法定职责", f"{ACT}第七十二条"),
    judged("J05", "判决履行给付义务", f"{ACT}第七十三条"),
    judged("J06", "确认违法但不撤销（公益、程序轻微违法）", f"{ACT}第七十四条第一款", slight=True),
    judged("J07", "确认违法", f"{ACT}第七十四条第二款"),
    judged("J08", "确认无效", f"{ACT}第七十五条"),
    judged("J09", "判决变更", f"{ACT}第七十七条"),
    judged("J10", "行政协议：继续履行、补救或者赔偿", f"{ACT}第七十八条第一款"),
    # Local practice varies on J11 (law.md 4.3); counting it is the stricter reading.
    judged("J11", "行政协议：变更、解除合法但须补偿", f"{ACT}第七十八条第二款"),
    judged("J12", "判决赔偿或者补偿", f"{ACT}第七十六条，法释〔2018〕1号第九十七条、第九十八条"),
    Outcome("R01", "裁定不予立案", Ending.RULING, f"{ACT}第五十一条", False, Column.OTHER),
    Outcome("R02", "裁定驳回起诉", Ending.RULING, "法释〔2018〕1号第六十九条", False, Column.OTHER),
    otherwise("R03", "准许撤诉", f"{ACT}第六十二条"),
    otherwise("R04", "按撤诉处理", f"{ACT}第五十八条，法释〔2018〕1号第六十一条、第七十九条"),
    otherwise("R05", "行政调解书", f"{ACT}第六十条，法释〔2018〕1号第八十四条至第八十六条"),
    otherwise("R06", "终结诉讼", "法释〔2018〕1号第八十八条"),
    otherwise("R07", "移送其他法院", "法释〔2018〕1号第十条、第十一条"),
    second("A01", "驳回上诉，维持原判", f"{ACT}第八十九条第一款第（一）项", is_loss=None),
    second("A02", "改判", f"{ACT}第八十九条第一款第（二）、（三）项", is_loss=None),
    second("A03", "撤销原判，发回重审", f"{ACT}第八十九条第一款第（三）、（四）项", is_loss=False),
    second("A04", "撤销裁定，指令审理", "法释〔2018〕1号第一百零九条", is_loss=False),
    Outcome("B01", "驳回再审申请", Ending.RETRIAL, "法释〔2018〕1号第一百一十六条", False, None),
    Outcome("B02", "裁定再审", Ending.RETRIAL, f"{ACT}第九十二条", False, None),
    Outcome("B03", "再审维持", Ending.RETRIAL, "法释〔2018〕1号第一百二十二条", None, None),
    Outcome("B04", "再审改判", Ending.RETRIAL, "法释〔2018〕1号第一百二十二条", None, None),
    Outcome("E01", "裁定准予执行", Ending.ENFORCEMENT, "《行政强制法》第五十七条", False, None),
    Outcome("E02", "裁定不准予执行", Ending.ENFORCEMENT, "《行政强制法》第五十八条", False, None),
    Outcome("E03", "裁定不予受理", Ending.ENFORCEMENT, "《行政强制法》第五十六条", False, None),
    decided("F01", "变更", "第六十三条", Column.CORRECTED),
    decided("F02", "撤销（可并责令重作）", "第六十四条", Column.CORRECTED),
    decided("F03", "部分撤销（可并责令重作）", "第六十四条", Column.CORRECTED),
    decided("F04", "确认违法", "第六十五条", Column.CORRECTED),
    decided("F05", "责令履行", "第六十六条", Column.CORRECTED),
    decided("F06", "确认无效", "第六十七条", Column.CORRECTED),
    decided("F07", "维持", "第六十八条", Column.UPHELD),
    decided("F08", "驳回复议请求", "第六十九条", Column.UPHELD),
    decided("F09", "未提交证据，撤销、确认违法或者责令履行", "第七十条", Column.CORRECTED),
    decided("F10", "行政协议责任或者补偿", "第七十一条", Column.CORRECTED),
    decided("F11", "责令赔偿", "第七十二条", Column.CORRECTED),
    decided("F12", "行政复议调解书", "第七十三条", Column.OTHER),
    decided("F13", "终止（撤回申请、和解等）", "第四十一条、第七十四条", Column.OTHER),
    decided("F14", "驳回复议申请", "第三十三条", Column.OTHER),
    decided("F15", "不予受理", "第三十条", Column.OTHER),
)

BY_CODE = {outcome.code: outcome for outcome in OUTCOMES}
LOSSES = frozenset(outcome.code for outcome in OUTCOMES if outcome.is_loss)
WITHDRAWN = frozenset({"R03", "R04"})
SETTLED = WITHDRAWN | {"R05"}
JUDGED = frozenset(outcome.code for outcome in OUTCOMES if outcome.ending is Ending.JUDGMENT)
# Whether these are lost depends on what the court upheld, or decided instead: it is asked.
UNDECIDED_ALONE = frozenset(outcome.code for outcome in OUTCOMES if outcome.is_loss is None)


def choices_of(*endings: Ending) -> tuple[tuple[str, str], ...]:
    """Return the outcomes of these endings as a field of choices wants them."""
    return tuple((o.code, f"{o.code} {o.label}") for o in OUTCOMES if o.ending in endings)
