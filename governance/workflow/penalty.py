"""The course of an enforcement matter (行政处罚案件), from filing to performance."""

from enum import StrEnum

from casework.workflow import Ask, AskKind, Move, Weight, Workflow, at, register
from governance.deadlines import (
    COURT_APPLICATION,
    DECISION,
    HEARING_NOTICE,
    HEARING_REQUEST,
    PAYMENT,
    PRESERVATION,
    REMINDER,
    SEIZURE,
    SERVICE,
    WITHDRAWAL,
)
from governance.results import PENALTIES
from people.roles import Role

KIND = "penalty"


class Stage(StrEnum):
    NEW = "new"
    INVESTIGATING = "investigating"
    INFORMED = "informed"
    HEARING = "hearing"
    REVIEWING = "reviewing"
    APPROVAL = "approval"
    APPROVED = "approved"
    DECIDED = "decided"
    SERVED = "served"
    REMINDED = "reminded"
    CLOSED = "closed"
    WITHDRAWING = "withdrawing"


ENFORCERS = frozenset({Role.LEGAL_OFFICE, Role.OFFICER, Role.DEPARTMENT_HEAD})
OFFICE = frozenset({Role.LEGAL_OFFICE})
APPROVERS = frozenset({Role.LEGAL_OFFICE, Role.DEPUTY_LEADER, Role.LEADER})
BEFORE_DECISION = at(
    Stage.INVESTIGATING,
    Stage.INFORMED,
    Stage.HEARING,
    Stage.REVIEWING,
    Stage.APPROVAL,
    Stage.APPROVED,
)
AFTER_DECISION = at(Stage.DECIDED, Stage.SERVED, Stage.REMINDED, Stage.CLOSED)

MOVES = (
    Move(
        "file",
        "立案",
        at(Stage.NEW),
        Stage.INVESTIGATING,
        by=ENFORCERS,
        starts=(DECISION,),
        receives=True,
        on_label="立案日期",
    ),
    Move(
        "preserve",
        "先行登记保存",
        at(Stage.INVESTIGATING),
        by=ENFORCERS,
        starts=(PRESERVATION,),
        on_label="登记保存日期",
        asks=(Ask("items", "保存的证据", AskKind.LONG_TEXT),),
        explanation="应当在七个工作日内及时作出处理决定（第五十六条）。",
    ),
    Move(
        "preservation_decided",
        "对登记保存作出处理",
        BEFORE_DECISION,
        by=ENFORCERS,
        after=(("preserve", "处理不能早于登记保存日期（{day}）。"),),
        meets=(PRESERVATION,),
        asks=(Ask("decision", "处理决定"),),
    ),
    Move(
        "seize",
        "查封、扣押",
        BEFORE_DECISION,
        by=ENFORCERS,
        starts=(SEIZURE,),
        on_label="实施日期",
        asks=(Ask("items", "查封、扣押的场所、设施或财物", AskKind.LONG_TEXT),),
    ),
    Move(
        "extend_seizure",
        "延长查封、扣押",
        BEFORE_DECISION,
        by=ENFORCERS,
        within=(SEIZURE,),
        extends=(SEIZURE,),
        once="查封、扣押期限已经延长过（《行政强制法》第二十五条）。",
        on_label="批准日期",
        asks=(
            Ask(
                "days",
                "延长日数",
                AskKind.NUMBER,
                initial=30,
                basis="《行政强制法》第二十五条：情况复杂的，经行政机关负责人批准，"
                "可以延长，但是延长期限不得超过三十日",
            ),
            Ask("approver", "批准的负责人", AskKind.STAFF),
        ),
    ),
    Move(
        "release",
        "解除查封、扣押",
        BEFORE_DECISION | at(Stage.DECIDED, Stage.SERVED, Stage.REMINDED),
        by=ENFORCERS,
        after=(("seize", "解除不能早于实施日期（{day}）。"),),
        meets=(SEIZURE,),
        on_label="解除日期",
    ),
    Move(
        "inform",
        "告知陈述申辩和听证权利",
        at(Stage.INVESTIGATING),
        Stage.INFORMED,
        by=ENFORCERS,
        starts=(HEARING_REQUEST,),
        on_label="当事人收到日期",
        asks=(
            Ask(
                "proposed",
                "拟作出的处罚",
                basis="《行政处罚法》第四十四条：作出决定前应当告知拟作出的处罚内容及事实、"
                "理由、依据和依法享有的权利",
            ),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "request_hearing",
        "当事人要求听证",
        at(Stage.INFORMED),
        Stage.HEARING,
        by=ENFORCERS,
        within=(HEARING_REQUEST,),
        meets=(HEARING_REQUEST,),
        sets=((HEARING_NOTICE, "hearing_on"),),
        on_label="要求日期",
        asks=(Ask("hearing_on", "听证日期", AskKind.DATE),),
        explanation="应当在举行听证的七个工作日前通知当事人及有关人员听证的时间、地点。",
    ),
    Move(
        "notify_hearing",
        "通知听证",
        at(Stage.HEARING),
        by=ENFORCERS,
        meets=(HEARING_NOTICE,),
        on_label="通知日期",
    ),
    Move(
        "hold_hearing",
        "举行听证",
        at(Stage.HEARING),
        Stage.INFORMED,
        by=ENFORCERS,
        on_label="听证日期",
        asks=(Ask("report", "听证报告要点", AskKind.LONG_TEXT, required=False),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "submit",
        "送法制审核",
        at(Stage.INVESTIGATING, Stage.INFORMED),
        Stage.REVIEWING,
        by=ENFORCERS,
        tells=OFFICE,
        on_label="送审日期",
        asks=(
            Ask("proposal", "处理建议", AskKind.LONG_TEXT),
            Ask(
                "grave",
                "是否属于重大执法决定",
                AskKind.CHOICE,
                choices=(("yes", "是"), ("no", "否")),
                basis="《行政处罚法》第五十八条：涉及重大公共利益等四类情形，"
                "未经法制审核或者审核未通过的，不得作出决定",
            ),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "send_back",
        "退回补充",
        at(Stage.REVIEWING, Stage.APPROVAL),
        Stage.INFORMED,
        by=APPROVERS,
        tells=ENFORCERS,
        asks=(Ask("reasons", "退回意见", AskKind.LONG_TEXT),),
        weight=Weight.APART,
    ),
    Move(
        "review",
        "法制审核通过",
        at(Stage.REVIEWING),
        Stage.APPROVAL,
        by=OFFICE,
        not_by_maker_of="submit",
        tells=APPROVERS,
        on_label="审核日期",
        asks=(
            Ask("reviewer", "审核人", AskKind.STAFF),
            Ask("opinion", "审核意见", AskKind.LONG_TEXT, required=False),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "approve",
        "负责人审批",
        at(Stage.APPROVAL),
        Stage.APPROVED,
        by=APPROVERS,
        not_by_maker_of="submit",
        tells=ENFORCERS,
        on_label="审批日期",
        asks=(
            Ask(
                "discussed",
                "集体讨论情况",
                required=False,
                basis="《行政处罚法》第五十七条第二款：情节复杂或者重大违法行为给予行政处罚，"
                "行政机关负责人应当集体讨论决定",
            ),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "decide",
        "作出处罚决定",
        at(Stage.APPROVED),
        Stage.DECIDED,
        by=ENFORCERS,
        meets=(DECISION,),
        starts=(SERVICE,),
        settles="penalty",
        after=(("approve", "决定不能早于审批日期（{day}）。"),),
        on_label="决定日期",
        asks=(
            Ask("penalty", "处罚种类", AskKind.CHOICE, choices=PENALTIES),
            Ask("document_number", "决定书文号"),
            Ask("amount", "罚款金额（元）", AskKind.NUMBER, when=("penalty", frozenset({"fine"}))),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "not_penalise",
        "不予行政处罚",
        at(Stage.APPROVED),
        Stage.CLOSED,
        by=ENFORCERS,
        meets=(DECISION,),
        settles="=not_penalised",
        on_label="决定日期",
        asks=(Ask("reasons", "理由", AskKind.LONG_TEXT),),
    ),
    Move(
        "serve",
        "送达决定书",
        at(Stage.DECIDED),
        Stage.SERVED,
        by=ENFORCERS,
        meets=(SERVICE,),
        starts=(PAYMENT,),
        after=(("decide", "送达不能早于决定日期（{day}）。"),),
        on_label="送达日期",
        asks=(Ask("way", "送达方式", help="如：直接送达、留置送达、邮寄送达"),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "publish",
        "公示处罚决定",
        AFTER_DECISION,
        by=ENFORCERS,
        on_label="公示日期",
        asks=(Ask("address", "公示地址", required=False),),
    ),
    Move(
        "remind",
        "催告履行",
        at(Stage.SERVED),
        Stage.REMINDED,
        by=ENFORCERS,
        starts=(REMINDER,),
        on_label="催告书送达日期",
    ),
    Move(
        "suit_limit_over",
        "起诉期限届满未起诉",
        at(Stage.SERVED, Stage.REMINDED),
        by=ENFORCERS,
        starts=(COURT_APPLICATION,),
        on_label="起诉期限届满日",
        explanation="当事人在法定期限内不申请复议、不起诉又不履行的，自期限届满之日起三个月内"
        "申请人民法院强制执行（《行政强制法》第五十三条）。",
    ),
    Move(
        "apply_to_court",
        "申请法院强制执行",
        at(Stage.REMINDED),
        by=ENFORCERS,
        within=(COURT_APPLICATION,),
        meets=(COURT_APPLICATION,),
        after=(("limit:reminder", "催告书送达十个工作日后方可申请，最早 {day}。"),),
        on_label="申请日期",
    ),
    Move(
        "perform",
        "履行完毕结案",
        at(Stage.SERVED, Stage.REMINDED),
        Stage.CLOSED,
        by=ENFORCERS,
        meets=(PAYMENT, REMINDER, COURT_APPLICATION),
        on_label="结案日期",
        asks=(Ask("paid", "实缴罚没款（元）", AskKind.NUMBER, required=False),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "drop",
        "撤销立案",
        at(Stage.INVESTIGATING, Stage.INFORMED),
        Stage.CLOSED,
        by=ENFORCERS,
        meets=(DECISION,),
        settles="=dropped",
        asks=(Ask("reasons", "理由", AskKind.LONG_TEXT),),
        weight=Weight.APART,
    ),
    Move(
        "hand_over",
        "移送其他机关",
        at(Stage.INVESTIGATING, Stage.INFORMED),
        Stage.CLOSED,
        by=ENFORCERS,
        meets=(DECISION,),
        settles="=transferred",
        on_label="移送日期",
        asks=(Ask("organ", "移送机关"), Ask("reasons", "理由", AskKind.LONG_TEXT)),
        weight=Weight.APART,
    ),
    Move(
        "revoked",
        "决定被撤销、变更、确认违法或无效",
        AFTER_DECISION,
        Stage.WITHDRAWING,
        by=OFFICE,
        starts=(WITHDRAWAL,),
        settles="=revoked",
        on_label="撤销等日期",
        asks=(Ask("reasons", "情况", AskKind.LONG_TEXT),),
        explanation="已公开的处罚决定应当在三个工作日内撤回并公开说明理由（第四十八条）。",
        weight=Weight.APART,
    ),
    Move(
        "withdraw_publication",
        "撤回公开信息",
        at(Stage.WITHDRAWING),
        Stage.CLOSED,
        by=ENFORCERS,
        meets=(WITHDRAWAL,),
        on_label="撤回日期",
        weight=Weight.PRIMARY,
    ),
)

PENALTY = register(
    Workflow(
        kind=KIND,
        label="行政处罚案件",
        number="{office}罚立〔{year}〕{serial}号",
        initial=Stage.NEW,
        stages={
            Stage.NEW: "待立案",
            Stage.INVESTIGATING: "调查中",
            Stage.INFORMED: "已告知",
            Stage.HEARING: "听证",
            Stage.REVIEWING: "法制审核中",
            Stage.APPROVAL: "待审批",
            Stage.APPROVED: "待作出决定",
            Stage.DECIDED: "待送达",
            Stage.SERVED: "执行中",
            Stage.REMINDED: "已催告",
            Stage.CLOSED: "已结案",
            Stage.WITHDRAWING: "待撤回公开",
        },
        moves=MOVES,
        opens=("file",),
        closed_at=at(Stage.CLOSED),
        strip=(
            (Stage.INVESTIGATING, "调查"),
            (Stage.INFORMED, "告知"),
            (Stage.REVIEWING, "审核"),
            (Stage.APPROVAL, "审批"),
            (Stage.DECIDED, "决定"),
            (Stage.SERVED, "执行"),
            (Stage.CLOSED, "结案"),
        ),
        page="governance:penalty",
    )
)
