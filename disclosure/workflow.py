"""The course of a request for information, from its coming in to the reply."""

from enum import StrEnum

from casework.workflow import Ask, AskKind, Move, Weight, Workflow, at, register
from disclosure import results
from disclosure.deadlines import (
    CONFIRM,
    CORRECTION,
    CORRECTION_NOTICE,
    FEE_PAYMENT,
    LATER_REPLY,
    OPINION,
    RENEWED_REPLY,
    REPLY,
)
from people.roles import Role

KIND = "disclosure"


class Stage(StrEnum):
    NEW = "new"
    UNCONFIRMED = "unconfirmed"
    PROCESSING = "processing"
    CORRECTING = "correcting"
    CONSULTING = "consulting"
    FEE = "fee"
    APPROVAL = "approval"
    SENDING = "sending"
    REPLIED = "replied"
    ENDED = "ended"


OFFICE = frozenset({Role.LEGAL_OFFICE})
DRAFTERS = frozenset({Role.LEGAL_OFFICE, Role.OFFICER, Role.DEPARTMENT_HEAD})
APPROVERS = frozenset({Role.LEGAL_OFFICE, Role.DEPUTY_LEADER, Role.LEADER})
WORKING = at(Stage.PROCESSING, Stage.CONSULTING)
UNFINISHED = at(
    Stage.UNCONFIRMED,
    Stage.PROCESSING,
    Stage.CORRECTING,
    Stage.CONSULTING,
    Stage.FEE,
    Stage.APPROVAL,
    Stage.SENDING,
)

WAYS = (("post", "邮寄（邮政企业）"), ("direct", "当面送达"), ("electronic", "电子送达"))
CONSULTED = (
    ("third_party", "第三方（第三十二条）"),
    ("joint_maker", "共同制作机关（第三十四条）"),
)
PARTY = Ask("party", "征求意见对象", longest=100, help="写明名称；同时征求几方的，逐一登记。")

MOVES = (
    Move(
        "receive",
        "收到申请",
        at(Stage.NEW),
        Stage.PROCESSING,
        by=OFFICE,
        starts=(REPLY, CORRECTION_NOTICE),
        receives=True,
        on_label="收到日期",
    ),
    Move(
        "arrive",
        "申请到达",
        at(Stage.NEW),
        Stage.UNCONFIRMED,
        by=OFFICE,
        sets=((CONFIRM, ""),),
        on_label="到达日期",
    ),
    Move(
        "confirm",
        "确认收到",
        at(Stage.UNCONFIRMED),
        Stage.PROCESSING,
        by=OFFICE,
        meets=(CONFIRM,),
        starts=(REPLY, CORRECTION_NOTICE),
        receives=True,
        on_label="确认日期",
        on_help="与申请人双方确认之日即收到日，答复期限从次日起算。",
        asks=(Ask("how", "确认方式", help="如：电话、邮件回复、短信"),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "ask_correction",
        "告知补正",
        at(Stage.PROCESSING),
        Stage.CORRECTING,
        by=OFFICE,
        within=(CORRECTION_NOTICE,),
        once="补正应当一次性告知，本件已经告知过；补正后仍不明确的，"
        "请按“补正后申请内容仍不明确”答复。",
        meets=(CORRECTION_NOTICE,),
        stops=(REPLY,),
        sets=((CORRECTION, "correct_by"),),
        on_label="告知日期",
        asks=(
            Ask(
                "items",
                "需要补正的事项",
                AskKind.LONG_TEXT,
                basis="《政府信息公开条例》第三十条：一次性告知，说明补正事项和合理期限",
            ),
            Ask(
                "correct_by",
                "补正期限至",
                AskKind.DATE,
                help="由本机关合理指定，一般为告知后 15 个工作日。",
            ),
        ),
        explanation="收到申请之日起 7 个工作日内一次性告知；申请人补正后，"
        "答复期限自收到补正之日重新起算。",
    ),
    Move(
        "corrected",
        "收到补正",
        at(Stage.CORRECTING),
        Stage.PROCESSING,
        by=OFFICE,
        answers="ask_correction",
        after=(("ask_correction", "收到补正不能早于告知补正的日期（{day}）。"),),
        meets=(CORRECTION,),
        starts=(REPLY,),
        on_label="收到补正日期",
        explanation="答复期限自收到补正的申请之日起重新计算 20 个工作日。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "correction_lapsed",
        "逾期不补正",
        at(Stage.CORRECTING),
        Stage.ENDED,
        by=OFFICE,
        after=(("limit:correction", "补正期限尚未届满，最早可于 {day} 登记。"),),
        settles="=6.1",
        on_label="结案日期",
        explanation="申请人无正当理由逾期不补正的，视为放弃申请，不再处理（第三十条）。",
    ),
    Move(
        "consult",
        "征求意见",
        WORKING,
        Stage.CONSULTING,
        by=DRAFTERS,
        stops=(REPLY,),
        window=OPINION,
        window_from="letter_received_on",
        on_label="发函日期",
        asks=(
            PARTY,
            Ask("consulted", "对象类别", AskKind.CHOICE, choices=CONSULTED),
            Ask(
                "letter_received_on",
                "对方收函日期",
                AskKind.DATE,
                required=False,
                has_happened=True,
                help="知道后可更正补填；未填时按发函日期从严计算 15 个工作日。",
            ),
        ),
        explanation="征求意见所需时间不计入答复期限（第三十三条第三款）；"
        "对方自收到之日起 15 个工作日内提出意见。",
    ),
    Move(
        "consult_organ",
        "征求其他机关意见",
        WORKING,
        Stage.CONSULTING,
        by=DRAFTERS,
        stops=(REPLY,),
        on_label="发函日期",
        asks=(PARTY, Ask("matter", "征求意见的事项", AskKind.LONG_TEXT, required=False)),
        explanation="征求其他行政机关意见所需时间不计入答复期限（第三十三条第三款）；"
        "对方的期限法律没有规定（第十一条），请主动催办。",
    ),
    Move(
        "opinion",
        "收到意见",
        at(Stage.CONSULTING),
        Stage.PROCESSING,
        by=DRAFTERS,
        after=(
            ("consult", "收到意见不能早于发函日期（{day}）。"),
            ("consult_organ", "收到意见不能早于发函日期（{day}）。"),
        ),
        resumes=(REPLY,),
        on_label="收到意见日期",
        asks=(
            PARTY,
            Ask(
                "opinion",
                "意见",
                AskKind.CHOICE,
                choices=(
                    ("consent", "同意公开"),
                    ("partly", "部分同意"),
                    ("refuse", "不同意公开"),
                ),
            ),
            Ask("reasons", "理由摘要", AskKind.LONG_TEXT, required=False),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "opinion_lapsed",
        "逾期未提意见",
        at(Stage.CONSULTING),
        Stage.PROCESSING,
        by=DRAFTERS,
        is_silence=True,
        after=(("limit:opinion", "反馈意见期限尚未届满，最早可于 {day} 登记。"),),
        resumes=(REPLY,),
        asks=(PARTY,),
        explanation="第三方逾期未提意见的，由本机关决定是否公开（第三十二条）；"
        "共同制作机关逾期未提意见的，视为同意公开（第三十四条）。",
    ),
    Move(
        "extend",
        "延长答复期限",
        WORKING | at(Stage.APPROVAL),
        by=OFFICE,
        within=(REPLY,),
        extends=(REPLY,),
        once="答复期限只能延长一次，本件已经延长过（《政府信息公开条例》第三十三条第二款）。",
        on_label="告知申请人日期",
        asks=(
            Ask(
                "days",
                "延长工作日数",
                AskKind.NUMBER,
                initial=20,
                basis="《政府信息公开条例》第三十三条第二款：延长的期限最长不得超过 20 个工作日",
            ),
            Ask(
                "approver",
                "同意延长的负责人",
                AskKind.STAFF,
                basis="《政府信息公开条例》第三十三条第二款：经政府信息公开工作机构负责人同意",
            ),
            Ask("reasons", "延长理由", AskKind.LONG_TEXT),
        ),
        explanation="须在答复期限届满前经政府信息公开工作机构负责人同意并告知申请人。",
    ),
    Move(
        "postpone",
        "确定延迟答复期限",
        at(Stage.PROCESSING),
        by=OFFICE,
        within=(REPLY,),
        sets=((LATER_REPLY, "reply_by"),),
        on_label="告知申请人日期",
        asks=(
            Ask("reply_by", "延迟至", AskKind.DATE),
            Ask("reasons", "申请人说明的理由", AskKind.LONG_TEXT),
        ),
        explanation="仅用于数量、频次明显超过合理范围而理由合理的申请（第三十五条）。",
        weight=Weight.APART,
    ),
    Move(
        "charge",
        "发出收费通知",
        at(Stage.PROCESSING),
        Stage.FEE,
        by=OFFICE,
        within=(REPLY,),
        stops=(REPLY,),
        starts=(FEE_PAYMENT,),
        asks=(Ask("amount", "信息处理费（元）", AskKind.NUMBER),),
        explanation="仅用于数量、频次明显超过合理范围的申请（第四十二条，国办函〔2020〕109号）。",
        weight=Weight.APART,
    ),
    Move(
        "paid",
        "申请人缴费",
        at(Stage.FEE),
        Stage.PROCESSING,
        by=OFFICE,
        answers="charge",
        within=(FEE_PAYMENT,),
        after=(("charge", "缴费不能早于收费通知（{day}）。"),),
        meets=(FEE_PAYMENT,),
        starts=(REPLY,),
        on_label="缴费日期",
        weight=Weight.PRIMARY,
    ),
    Move(
        "fee_lapsed",
        "逾期未缴费",
        at(Stage.FEE),
        Stage.ENDED,
        by=OFFICE,
        after=(("limit:fee_payment", "缴费期限尚未届满，最早可于 {day} 登记。"),),
        settles="=6.2",
    ),
    Move(
        "draft",
        "提交答复稿",
        at(Stage.PROCESSING),
        Stage.APPROVAL,
        by=DRAFTERS,
        tells=APPROVERS,
        on_label="提交日期",
        asks=(
            Ask("result", "拟处理结果", AskKind.CHOICE, choices=results.REPLY_CHOICES),
            Ask(
                "content",
                "答复内容",
                AskKind.LONG_TEXT,
                help="写入答复书正文：提供了什么、不予公开的理由、区分处理的说明等。",
            ),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "send_back",
        "退回修改",
        at(Stage.APPROVAL),
        Stage.PROCESSING,
        by=APPROVERS,
        asks=(Ask("reasons", "退回意见", AskKind.LONG_TEXT),),
        tells=DRAFTERS,
        weight=Weight.APART,
    ),
    Move(
        "approve",
        "审签同意",
        at(Stage.APPROVAL),
        Stage.SENDING,
        by=APPROVERS,
        not_by_maker_of="draft",
        tells=OFFICE,
        on_label="审签日期",
        asks=(Ask("opinion", "审签意见", AskKind.LONG_TEXT, required=False),),
        explanation="起草人不能审签自己提交的答复稿。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "reply",
        "作出答复",
        at(Stage.SENDING),
        Stage.REPLIED,
        by=OFFICE,
        after=(("approve", "答复不能早于审签日期（{day}）。"),),
        meets=(REPLY,),
        settles="result",
        on_label="答复日期",
        on_help="邮寄填交邮日，当面送达填申请人签收日，电子送达填发出日；"
        "文书落款日不算（国办公开办函〔2016〕235号）。",
        asks=(
            Ask("result", "处理结果", AskKind.CHOICE, choices=results.REPLY_CHOICES),
            Ask(
                "way",
                "送达方式",
                AskKind.CHOICE,
                choices=WAYS,
                basis="国办公开办函〔2016〕235号：邮寄应通过邮政企业，以交邮之日为期限计算时点",
            ),
            Ask("tracking", "邮件号", when=("way", frozenset({"post"}))),
            Ask("signer", "签收人", when=("way", frozenset({"direct"}))),
            Ask("address", "发往地址", when=("way", frozenset({"electronic"}))),
        ),
        weight=Weight.PRIMARY,
    ),
    # A reply of the years before the portal, whose draft and approval nobody wrote down: made by
    # import alone.
    Move(
        "reply_on_record",
        "作出答复（台账补录）",
        UNFINISHED,
        Stage.REPLIED,
        meets=(REPLY,),
        settles="result",
        on_label="答复日期",
        asks=(
            Ask("result", "处理结果", AskKind.CHOICE, choices=results.REPLY_CHOICES),
            Ask("way", "送达方式", AskKind.CHOICE, choices=WAYS, required=False),
        ),
    ),
    Move(
        "withdraw",
        "申请人撤回",
        UNFINISHED,
        Stage.ENDED,
        by=OFFICE,
        settles="=6.3",
        on_label="撤回日期",
        asks=(Ask("reasons", "撤回情况", AskKind.LONG_TEXT),),
        weight=Weight.APART,
    ),
    Move(
        "transfer",
        "转其他科室办理",
        WORKING | at(Stage.CORRECTING),
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
    Move(
        "reopen",
        "重新办理",
        at(Stage.REPLIED, Stage.ENDED),
        Stage.PROCESSING,
        by=OFFICE,
        sets=((RENEWED_REPLY, "reply_by"),),
        on_label="重新办理日期",
        asks=(
            Ask("reasons", "重新办理的原因", AskKind.LONG_TEXT, help="如：复议决定责令重作"),
            Ask(
                "reply_by",
                "应当答复至",
                AskKind.DATE,
                help="复议决定或者判决确定的日期。",
            ),
        ),
        weight=Weight.APART,
    ),
)

WORKFLOW = register(
    Workflow(
        kind=KIND,
        label="依申请公开",
        number="{office}依申〔{year}〕{serial}号",
        initial=Stage.NEW,
        stages={
            Stage.NEW: "待登记",
            Stage.UNCONFIRMED: "待确认收到",
            Stage.PROCESSING: "办理中",
            Stage.CORRECTING: "待补正",
            Stage.CONSULTING: "征求意见中",
            Stage.FEE: "待缴费",
            Stage.APPROVAL: "待审签",
            Stage.SENDING: "待送达",
            Stage.REPLIED: "已答复",
            Stage.ENDED: "已终结",
        },
        moves=MOVES,
        opens=("receive", "arrive"),
        closed_at=at(Stage.REPLIED, Stage.ENDED),
        strip=(
            (Stage.UNCONFIRMED, "登记"),
            (Stage.PROCESSING, "办理"),
            (Stage.APPROVAL, "审签"),
            (Stage.SENDING, "送达"),
            (Stage.REPLIED, "答复"),
        ),
        page="disclosure:request",
    )
)
