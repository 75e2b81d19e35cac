"""The course of a petition (信访事项), from its coming in to the end of review."""

from enum import StrEnum

from casework.workflow import Ask, AskKind, Move, Weight, Workflow, at, register
from governance.deadlines import (
    HANDLING,
    OBJECTION,
    PETITION_NOTICE,
    REVIEW,
    REVIEW_REQUEST,
    SECOND_REVIEW,
    SECOND_REVIEW_REQUEST,
)
from governance.results import PETITION_REPLIES, REVIEW_RESULTS
from people.roles import Role

KIND = "petition"


class Stage(StrEnum):
    NEW = "new"
    RECEIVED = "received"
    HANDLING = "handling"
    REPLIED = "replied"
    REVIEWING = "reviewing"
    REVIEWED = "reviewed"
    SECOND_REVIEWING = "second_reviewing"
    ENDED = "ended"


HANDLERS = frozenset({Role.LEGAL_OFFICE, Role.OFFICER, Role.DEPARTMENT_HEAD})
OFFICE = frozenset({Role.LEGAL_OFFICE})

PATHS = (
    ("litigation", "诉讼"),
    ("arbitration", "仲裁"),
    ("reconsideration", "行政复议"),
    ("disclosure", "政府信息公开"),
    ("complaint", "投诉举报等行政程序"),
    ("party", "党务程序"),
    ("other", "其他法定途径"),
)

MOVES = (
    Move(
        "receive",
        "收到信访事项",
        at(Stage.NEW),
        Stage.RECEIVED,
        by=HANDLERS,
        starts=(PETITION_NOTICE,),
        receives=True,
        on_label="收到日期",
    ),
    Move(
        "receive_transfer",
        "收到转送、交办事项",
        at(Stage.NEW),
        Stage.RECEIVED,
        by=HANDLERS,
        starts=(PETITION_NOTICE, OBJECTION),
        receives=True,
        on_label="收到日期",
    ),
    Move(
        "accept",
        "告知受理",
        at(Stage.RECEIVED),
        Stage.HANDLING,
        by=HANDLERS,
        meets=(PETITION_NOTICE,),
        starts=(HANDLING,),
        on_label="受理日期",
        asks=(Ask("how", "告知方式", help="如：受理告知书直接送达、信访平台告知"),),
        explanation="收到之日起 15 日内书面告知受理情况；自受理之日起 60 日内办结。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "object",
        "提出异议退回",
        at(Stage.RECEIVED),
        Stage.ENDED,
        by=HANDLERS,
        within=(OBJECTION,),
        after=(("receive_transfer", "提出异议不能早于收到日期（{day}）。"),),
        meets=(OBJECTION, PETITION_NOTICE),
        settles="=objected",
        asks=(Ask("reasons", "不属于本单位职权的理由", AskKind.LONG_TEXT),),
        explanation="对转送、交办的信访事项，认为不属于本单位职权的，自收到之日起 5 个工作日内"
        "提出异议，并详细说明理由。",
        weight=Weight.APART,
    ),
    Move(
        "direct",
        "告知其他法定途径",
        at(Stage.RECEIVED),
        Stage.ENDED,
        by=HANDLERS,
        meets=(PETITION_NOTICE,),
        settles="=directed",
        on_label="告知日期",
        asks=(Ask("path", "处理途径", AskKind.CHOICE, choices=PATHS),),
        explanation="应当通过诉讼、仲裁、行政复议等途径解决的，导入相应程序，期限从其规定"
        "（第三十一条第一项至第五项）。",
    ),
    Move(
        "refuse",
        "告知不予受理",
        at(Stage.RECEIVED),
        Stage.ENDED,
        by=HANDLERS,
        meets=(PETITION_NOTICE,),
        settles="=refused",
        on_label="告知日期",
        asks=(Ask("reasons", "理由", AskKind.LONG_TEXT),),
        weight=Weight.APART,
    ),
    Move(
        "extend",
        "延长办理期限",
        at(Stage.HANDLING),
        by=HANDLERS,
        within=(HANDLING,),
        extends=(HANDLING,),
        once="办理期限已经延长过（《信访工作条例》第三十四条）。",
        on_label="批准日期",
        asks=(
            Ask(
                "days",
                "延长日数",
                AskKind.NUMBER,
                initial=30,
                basis="《信访工作条例》第三十四条：情况复杂的，经本单位负责人批准，"
                "延长不得超过 30 日，并告知信访人延期理由",
            ),
            Ask("approver", "批准的负责人", AskKind.STAFF),
            Ask("reasons", "告知信访人的延期理由", AskKind.LONG_TEXT),
        ),
    ),
    Move(
        "reply",
        "出具处理意见书",
        at(Stage.HANDLING),
        Stage.REPLIED,
        by=HANDLERS,
        meets=(HANDLING,),
        settles="result",
        on_label="出具日期",
        asks=(
            Ask("result", "处理意见", AskKind.CHOICE, choices=PETITION_REPLIES),
            Ask("document_number", "意见书文号", required=False),
            Ask("content", "主要内容", AskKind.LONG_TEXT, required=False),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "served",
        "信访人收到意见书",
        at(Stage.REPLIED),
        by=HANDLERS,
        starts=(REVIEW_REQUEST,),
        once="信访人收到意见书的日期已经登记过。",
        after=(("reply", "收到日期不能早于出具日期（{day}）。"),),
        on_label="收到日期",
        explanation="信访人自收到书面答复之日起 30 日内可以请求复查。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "request_review",
        "信访人请求复查",
        at(Stage.REPLIED),
        Stage.REVIEWING,
        by=HANDLERS,
        within=(REVIEW_REQUEST,),
        meets=(REVIEW_REQUEST,),
        starts=(REVIEW,),
        on_label="复查机关收到日期",
        asks=(Ask("organ", "复查机关"),),
    ),
    Move(
        "reviewed",
        "复查意见送达信访人",
        at(Stage.REVIEWING),
        Stage.REVIEWED,
        by=HANDLERS,
        meets=(REVIEW,),
        starts=(SECOND_REVIEW_REQUEST,),
        settles="result",
        on_label="信访人收到日期",
        asks=(Ask("result", "复查意见", AskKind.CHOICE, choices=REVIEW_RESULTS),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "request_second_review",
        "信访人请求复核",
        at(Stage.REVIEWED),
        Stage.SECOND_REVIEWING,
        by=HANDLERS,
        within=(SECOND_REVIEW_REQUEST,),
        meets=(SECOND_REVIEW_REQUEST,),
        starts=(SECOND_REVIEW,),
        on_label="复核机关收到日期",
        asks=(Ask("organ", "复核机关"),),
    ),
    Move(
        "second_reviewed",
        "收到复核意见",
        at(Stage.SECOND_REVIEWING),
        Stage.ENDED,
        by=HANDLERS,
        meets=(SECOND_REVIEW,),
        settles="result",
        asks=(Ask("result", "复核意见", AskKind.CHOICE, choices=REVIEW_RESULTS),),
        explanation="复核意见为信访终结意见（第三十六条）。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "finish",
        "期满未请求复查、复核",
        at(Stage.REPLIED, Stage.REVIEWED),
        Stage.ENDED,
        by=HANDLERS,
        after=(
            ("limit:review_request", "请求复查期限尚未届满，最早可于 {day} 登记。"),
            ("limit:second_review_request", "请求复核期限尚未届满，最早可于 {day} 登记。"),
        ),
        on_label="办结日期",
    ),
    Move(
        "settle",
        "化解息访",
        at(Stage.RECEIVED, Stage.HANDLING, Stage.REPLIED, Stage.REVIEWED),
        Stage.ENDED,
        by=HANDLERS,
        meets=(PETITION_NOTICE, HANDLING),
        settles="=settled",
        on_label="化解日期",
        asks=(Ask("agreement", "化解情况", AskKind.LONG_TEXT),),
    ),
    Move(
        "withdraw",
        "信访人撤回",
        at(Stage.RECEIVED, Stage.HANDLING),
        Stage.ENDED,
        by=HANDLERS,
        settles="=withdrawn",
        asks=(Ask("reasons", "撤回情况", AskKind.LONG_TEXT),),
        weight=Weight.APART,
    ),
    Move(
        "transfer",
        "转其他科室办理",
        at(Stage.RECEIVED, Stage.HANDLING),
        by=OFFICE,
        assigns=True,
        on_label="转办日期",
        asks=(
            Ask("department", "转往科室", AskKind.DEPARTMENT),
            Ask("handler", "承办人", AskKind.STAFF, required=False),
            Ask("reasons", "转办理由", AskKind.LONG_TEXT),
        ),
        weight=Weight.APART,
    ),
)

PETITION = register(
    Workflow(
        kind=KIND,
        label="信访事项",
        number="{office}信访〔{year}〕{serial}号",
        initial=Stage.NEW,
        stages={
            Stage.NEW: "待登记",
            Stage.RECEIVED: "待告知",
            Stage.HANDLING: "办理中",
            Stage.REPLIED: "已答复",
            Stage.REVIEWING: "复查中",
            Stage.REVIEWED: "已复查",
            Stage.SECOND_REVIEWING: "复核中",
            Stage.ENDED: "已办结",
        },
        moves=MOVES,
        opens=("receive", "receive_transfer"),
        closed_at=at(Stage.ENDED),
        strip=(
            (Stage.RECEIVED, "登记"),
            (Stage.HANDLING, "办理"),
            (Stage.REPLIED, "答复"),
            (Stage.REVIEWING, "复查复核"),
            (Stage.ENDED, "办结"),
        ),
        page="governance:petition",
    )
)
