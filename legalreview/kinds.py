"""What must be reviewed: the kinds with which the office's catalogue begins, each with its rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legalreview.deadlines import DECISION_LEAST, DOCUMENT_LEAST, DOCUMENT_REVIEW, FILING, REVIEW


class Way(StrEnum):
    """How a matter goes on after its review."""

    SIGN = "sign"
    PUBLISH = "publish"
    FINISH = "finish"
    ACT = "act"


WAYS = (
    (str(Way.SIGN), "签订"),
    (str(Way.PUBLISH), "印发公布"),
    (str(Way.FINISH), "作出、办结"),
    (str(Way.ACT), "联席会议后实施"),
)


class Reviewer(StrEnum):
    """Who gives an opinion."""

    COUNSEL = "counsel"
    JUSTICE_OFFICE = "justice_office"
    PUBLIC_LAWYER = "public_lawyer"


REVIEWERS = (
    (str(Reviewer.COUNSEL), "法律顾问"),
    (str(Reviewer.JUSTICE_OFFICE), "司法所"),
    (str(Reviewer.PUBLIC_LAWYER), "公职律师"),
)
REVIEWER_LABELS = dict(REVIEWERS)

PROVINCIAL = "《浙江省行政合法性审查工作规定》"
LOCAL = "街道合法性审查事项目录（省委全面依法治省委关于乡镇（街道）合法性审查全覆盖的通知）"
DECISIONS = "《重大行政决策程序暂行条例》第二十五条、第四十二条（参照执行）"
CONTRACTS = "浙政办发〔2013〕37号、温鹿政发〔2020〕52号：行政机关合同签订前须经合法性审查"
AGREEMENT = "法释〔2019〕17号第二十六条：行政协议约定仲裁条款的，该条款无效"


@dataclass(frozen=True)
class Kind:
    """A kind of matter under review as the catalogue begins with it; the office may change it."""

    name: str
    way: Way
    basis: str
    materials: tuple[str, ...]
    working_days: int = REVIEW.period.length
    days_basis: str = REVIEW.basis
    least_working_days: int | None = None
    least_basis: str = ""
    filing_days: int | None = None
    filing_basis: str = ""
    by_counsel: bool = True
    by_justice_office: bool = False
    by_public_lawyer: bool = False
    needs_public_comment: bool = False
    needs_risk_assessment: bool = False
    needs_joint_meeting: bool = False
    needs_discussion: bool = False
    note: str = ""


SIGNED_PAPERS = ("合同（协议）送审稿", "相对方主体资格材料", "立项、采购或者集体研究依据")

KINDS = (
    Kind("合同", Way.SIGN, CONTRACTS, (*SIGNED_PAPERS, "预算或者资金来源说明")),
    Kind("行政协议", Way.SIGN, f"{PROVINCIAL}；{AGREEMENT}", SIGNED_PAPERS),
    Kind(
        "安置协议",
        Way.SIGN,
        f"{PROVINCIAL}；{AGREEMENT}",
        ("协议送审稿", "被征收人身份和权属材料", "补偿安置方案", "评估报告"),
    ),
    Kind(
        "行政规范性文件",
        Way.PUBLISH,
        f"国办发〔2018〕115号；{PROVINCIAL}",
        ("文件送审稿", "起草说明", "制定依据", "征求意见情况"),
        working_days=DOCUMENT_REVIEW.period.length,
        days_basis=DOCUMENT_REVIEW.basis,
        least_working_days=DOCUMENT_LEAST.period.length,
        least_basis=DOCUMENT_LEAST.basis,
        filing_days=FILING.period.length,
        filing_basis=FILING.basis,
        by_justice_office=True,
        needs_public_comment=True,
        needs_discussion=True,
        note="5 至 15 个工作日和 15 日备案未与原文核对",
    ),
    Kind(
        "重大行政决策",
        Way.PUBLISH,
        DECISIONS,
        ("决策草案", "制定依据", "履行决策程序的说明", "风险评估报告"),
        working_days=10,
        days_basis="本单位审查制度（默认 10 个工作日，可在目录中调整；一般不少于 7 个工作日）",
        least_working_days=DECISION_LEAST.period.length,
        least_basis=DECISION_LEAST.basis,
        by_justice_office=True,
        needs_public_comment=True,
        needs_risk_assessment=True,
        needs_discussion=True,
        note="10 个工作日是默认值",
    ),
    Kind(
        "重大执法决定",
        Way.FINISH,
        "《行政处罚法》第五十八条；温鹿政发〔2020〕52号所附工作规程",
        ("拟作出的决定", "证据材料", "告知和陈述申辩材料"),
        needs_discussion=True,
    ),
    Kind("政府信息公开答复", Way.FINISH, LOCAL, ("答复送审稿", "申请书", "拟公开的信息")),
    Kind("信访答复", Way.FINISH, LOCAL, ("答复送审稿", "信访件", "调查材料")),
    Kind("村规民约/居民公约", Way.PUBLISH, LOCAL, ("公约送审稿", "居民会议记录")),
    Kind(
        "重大行政行为",
        Way.ACT,
        LOCAL,
        ("实施方案", "执法依据", "风险评估材料"),
        needs_risk_assessment=True,
        needs_joint_meeting=True,
        note="拆迁征地、执法行动：方案、审查、联席会议、实施四步",
    ),
    Kind("其他", Way.FINISH, LOCAL, ("送审稿",)),
)
