"""The courses of a suit and of a reconsideration, from 收案 to 归档."""

from dataclasses import replace
from enum import StrEnum

from casework.workflow import Ask, AskKind, Move, Weight, Workflow, at, register
from litigation.deadlines import (
    ANSWER,
    ANSWER_SET,
    APPEAL,
    APPEAL_ANSWER,
    APPEAL_RULING,
    DECISION,
    DECISION_SUMMARY,
    DELAYED_EVIDENCE,
    DOCUMENT_REPLY,
    ENFORCEMENT_ACCEPTANCE,
    ENFORCEMENT_APPLICATION,
    ENFORCEMENT_CHALLENGE,
    ENFORCEMENT_RULING,
    EVIDENCE_REQUEST,
    OBJECTION,
    OPINION_LETTER,
    OUR_APPEAL,
    OUR_APPEAL_RULING,
    PERFORMANCE,
    RECONSIDERATION_REPLY,
    RECONSIDERATION_REPLY_OLD,
    RECONSIDERATION_REPLY_SUMMARY,
    REDO,
    RETRIAL,
    RETRIAL_ANSWER,
    RETRIAL_REVIEW,
    SECOND_TRIAL,
    SUGGESTION,
    SUIT_AFTER_RECONSIDERATION,
    SUMMARY_TRIAL,
    TRIAL,
    URGING,
)
from litigation.instances import LAWSUIT, RECONSIDERATION
from litigation.outcomes import UNDECIDED_ALONE, Ending, choices_of
from people.roles import Role
from timelimits.limits import Limit


class Stage(StrEnum):
    NEW = "new"
    STUDYING = "studying"
    ANSWERING = "answering"
    ENFORCEMENT_DUE = "enforcement_due"
    URGED = "urged"
    DEFENDING = "defending"
    SUSPENDED = "suspended"
    JUDGED = "judged"
    RULED = "ruled"
    APPEALED = "appealed"
    PERFORMING = "performing"
    ARCHIVED = "archived"


OFFICE = frozenset({Role.LEGAL_OFFICE})
HANDLERS = frozenset({Role.LEGAL_OFFICE, Role.OFFICER, Role.DEPARTMENT_HEAD})
CHAIRS = HANDLERS | {Role.DEPUTY_LEADER, Role.LEADER}
PREPARING = at(Stage.STUDYING, Stage.ANSWERING)
UNDECIDED = PREPARING | at(Stage.DEFENDING, Stage.SUSPENDED)
DECIDED = at(Stage.JUDGED, Stage.RULED, Stage.APPEALED, Stage.PERFORMING)
UNENFORCED = at(Stage.ENFORCEMENT_DUE, Stage.URGED)
UNFINISHED = UNDECIDED | DECIDED | UNENFORCED

FIRST = at("receive", "receive_summary")
APPEALS = at("receive_appeal", "file_appeal")
RETRIALS = at("receive_retrial", "file_retrial")
ENFORCING = at("expire")

WAYS = (("post", "邮寄"), ("direct", "直接递交"), ("electronic", "电子提交"))
YES_NO = (("yes", "是"), ("no", "否"))
FILED_ON = Ask(
    "filed_on",
    "法院立案日期",
    AskKind.DATE,
    required=False,
    has_happened=True,
    may_precede=True,
    help="知道的请填写，用于推算法院的审理期限。",
)
ACCEPTED_ON = Ask(
    "accepted_on",
    "复议机关受理日期",
    AskKind.DATE,
    required=False,
    has_happened=True,
    may_precede=True,
    help="知道的请填写，用于推算复议机关的决定期限。",
)
DECIDED_ON = Ask(
    "decided_on", "文书落款日期", AskKind.DATE, required=False, has_happened=True, may_precede=True
)
WHO = Ask("party", "当事人", longest=100)
LOST = Ask(
    "lost",
    "按最终结果是否败诉",
    AskKind.CHOICE,
    choices=YES_NO,
    when=("outcome", UNDECIDED_ALONE),
    help="维持、改判后的生效结果对本机关不利的，选“是”。",
    basis="《行政诉讼法》第八十九条：按最终结果计",
)
PAPERS = (
    ("complaint", "起诉状、申请书副本及应诉通知书"),
    ("registration", "收案登记表、批办单"),
    ("study", "庭前研判记录"),
    ("answer", "答辩状（答复书）、证据清单和证据"),
    ("authority", "法定代表人身份证明书、授权委托书"),
    ("attendance", "负责人出庭材料或者不能出庭的说明"),
    ("hearing", "开庭、听证笔录或者记录"),
    ("verdict", "裁判文书、复议决定书"),
    ("service", "送达回证"),
    ("performance", "履行、整改材料"),
)


def outcome(*endings: Ending) -> Ask:
    return Ask("outcome", "结果", AskKind.CHOICE, choices=choices_of(*endings))


STUDY = Move(
    "study",
    "完成案前研判",
    at(Stage.STUDYING),
    Stage.ANSWERING,
    by=CHAIRS,
    tells=HANDLERS,
    on_label="研判日期",
    asks=(
        Ask(
            "risk",
            "风险等级",
            AskKind.CHOICE,
            choices=(("general", "一般"), ("raised", "较高"), ("high", "高")),
        ),
        Ask("conclusion", "研判意见", AskKind.LONG_TEXT, required=False),
    ),
    explanation="在“案前研判”中登记会议的，自动办理这一环节，不必另行登记。",
)
# Whoever appeals owes no answer: the study leads straight to the defence.
STUDY_OF_OUR_APPEAL = replace(
    STUDY,
    code="study_of_our_appeal",
    target=Stage.DEFENDING,
    opened_by=at("file_appeal", "file_retrial"),
)
STUDIES = frozenset({STUDY.code, STUDY_OF_OUR_APPEAL.code})
ANSWERED = Move(
    "answer",
    "提交答辩状和证据",
    PREPARING,
    Stage.DEFENDING,
    by=HANDLERS,
    meets=(ANSWER, APPEAL_ANSWER, RETRIAL_ANSWER),
    on_label="交邮或者递交日期",
    on_help="邮寄以交邮之日为准，在途时间不计（法释〔2018〕1号第四十八条）。",
    asks=(
        Ask("way", "提交方式", AskKind.CHOICE, choices=WAYS),
        Ask("tracking", "邮件号", when=("way", frozenset({"post"}))),
        Ask("court_received_on", "法院收到日期", AskKind.DATE, required=False, has_happened=True),
    ),
    explanation="收到副本之日起 15 日内提交；逾期无正当理由提供证据的，视为没有相应证据"
    "（《行政诉讼法》第三十四条、第六十七条）。",
    weight=Weight.PRIMARY,
)
SUSPEND = Move(
    "suspend",
    "中止",
    PREPARING | at(Stage.DEFENDING),
    Stage.SUSPENDED,
    by=OFFICE,
    stops=(TRIAL, SECOND_TRIAL),
    on_label="中止日期",
    asks=(Ask("reasons", "中止原因", AskKind.LONG_TEXT),),
    explanation="中止期间不计入法院的审理期限（法释〔2018〕1号第五十条、第八十七条）；"
    "本机关已经开始计算的期限不因此停止。",
    weight=Weight.APART,
)
RESUME = Move(
    "resume",
    "恢复",
    at(Stage.SUSPENDED),
    Stage.DEFENDING,
    by=OFFICE,
    resumes=(TRIAL, SECOND_TRIAL),
    on_label="恢复日期",
    weight=Weight.PRIMARY,
)
DUTY = Move(
    "oblige",
    "登记履行义务",
    at(Stage.PERFORMING),
    by=OFFICE,
    sets=((PERFORMANCE, "by"),),
    on_label="登记日期",
    asks=(
        Ask("party", "履行内容", longest=100, help="几项义务逐项登记，如：重新作出补偿决定"),
        Ask("by", "履行期限至", AskKind.DATE),
    ),
    explanation="逾期不履行的，法院可以对负责人按日处五十元至一百元罚款（《行政诉讼法》第九十六条）。",
)
PERFORMED = Move(
    "perform",
    "履行完毕",
    at(Stage.PERFORMING),
    by=HANDLERS,
    meets=(PERFORMANCE,),
    on_label="履行日期",
    asks=(
        Ask("party", "履行内容", longest=100),
        Ask("proof", "履行证明", help="如：付款凭证、重新作出的决定文号；材料请一并上传。"),
    ),
    weight=Weight.PRIMARY,
)
ARCHIVE = Move(
    "archive",
    "归档",
    at(Stage.PERFORMING),
    Stage.ARCHIVED,
    by=OFFICE,
    settled=(PERFORMANCE, SUGGESTION, OPINION_LETTER, REDO),
    on_label="归档日期",
    asks=(
        Ask("archive_number", "归档号", longest=60),
        Ask("papers", "卷内材料", AskKind.SEVERAL, choices=PAPERS),
        Ask(
            "kept_for",
            "保管期限",
            AskKind.CHOICE,
            choices=(("permanent", "永久"), ("30", "30年"), ("10", "10年")),
            initial="30",
        ),
    ),
    explanation="归档后只能查看；确需补充的，先撤销归档。",
    weight=Weight.PRIMARY,
)
RETRIEVE = Move(
    "retrieve",
    "撤销归档",
    at(Stage.ARCHIVED),
    Stage.PERFORMING,
    by=OFFICE,
    keeps_outcome=True,
    asks=(Ask("reasons", "理由", AskKind.LONG_TEXT),),
    weight=Weight.APART,
)
# Cases of the years before the portal, of whose course only some days were written down: made by
# import alone.
ARCHIVED_ON_RECORD = Move(
    "archive_on_record",
    "归档（台账补录）",
    UNFINISHED,
    Stage.ARCHIVED,
    on_label="归档日期",
)
TRANSFER = Move(
    "transfer",
    "转其他科室办理",
    UNFINISHED,
    by=OFFICE,
    assigns=True,
    on_label="转办日期",
    asks=(
        Ask("department", "转往科室", AskKind.DEPARTMENT),
        Ask("handler", "经办人", AskKind.STAFF, required=False),
        Ask("reasons", "转办理由", AskKind.LONG_TEXT),
    ),
    weight=Weight.APART,
)


def clocked(
    limit: Limit, *, asked: tuple[str, str], answered: tuple[str, str], about: str
) -> tuple[Move, Move]:
    """Return a paper of a court or organ that wants an answer, and the answer that meets it."""
    numbered = Ask("party", about, longest=100)
    question = Move(
        *asked,
        UNFINISHED,
        by=OFFICE,
        starts=(limit,),
        on_label="收到日期",
        asks=(numbered, Ask("content", "主要内容", AskKind.LONG_TEXT)),
        explanation=f"自收到之日起 {limit.period}内办理并书面答复（{limit.basis}）。",
    )
    answer = Move(
        *answered,
        UNFINISHED,
        by=HANDLERS,
        meets=(limit,),
        on_label="发出日期",
        asks=(numbered, Ask("content", "办理情况", AskKind.LONG_TEXT)),
    )
    return question, answer


SUGGESTIONS = clocked(
    SUGGESTION,
    asked=("suggested", "收到司法建议"),
    answered=("suggestion_answered", "回复司法建议"),
    about="司法建议文号",
)
OPINION_LETTERS = clocked(
    OPINION_LETTER,
    asked=("opinion_letter", "收到行政复议意见书"),
    answered=("opinion_answered", "反馈意见书办理情况"),
    about="意见书文号",
)
DOCUMENT_QUERIES = clocked(
    DOCUMENT_REPLY,
    asked=("document_queried", "收到规范性文件审查通知"),
    answered=("document_answered", "答复规范性文件审查"),
    about="文件名称和文号",
)

OPENINGS = (
    Move(
        "receive",
        "收到起诉状副本",
        at(Stage.NEW),
        Stage.STUDYING,
        by=OFFICE,
        starts=(ANSWER, OBJECTION, EVIDENCE_REQUEST),
        sets=((TRIAL, "filed_on"),),
        receives=True,
        on_label="收到副本日期",
        asks=(FILED_ON,),
    ),
    Move(
        "receive_summary",
        "收到起诉状副本（简易程序）",
        at(Stage.NEW),
        Stage.STUDYING,
        by=OFFICE,
        starts=(ANSWER, OBJECTION, EVIDENCE_REQUEST),
        sets=((SUMMARY_TRIAL, "filed_on"), (ANSWER_SET, "evidence_by")),
        receives=True,
        on_label="收到副本日期",
        asks=(
            FILED_ON,
            Ask(
                "evidence_by",
                "法院指定的举证期限至",
                AskKind.DATE,
                required=False,
                basis="法释〔2018〕1号第一百零四条：不超过十五日，以通知为准",
            ),
        ),
    ),
    Move(
        "receive_appeal",
        "收到上诉状副本",
        at(Stage.NEW),
        Stage.STUDYING,
        by=OFFICE,
        starts=(APPEAL_ANSWER,),
        sets=((SECOND_TRIAL, "filed_on"),),
        receives=True,
        on_label="收到副本日期",
        asks=(replace(FILED_ON, label="二审法院收到上诉状日期"),),
    ),
    Move(
        "file_appeal",
        "本机关提起上诉",
        at(Stage.NEW),
        Stage.STUDYING,
        by=OFFICE,
        sets=((SECOND_TRIAL, "filed_on"),),
        receives=True,
        on_label="上诉日期",
        asks=(replace(FILED_ON, label="二审法院收到上诉状日期", may_precede=False),),
    ),
    Move(
        "receive_retrial",
        "收到再审申请书副本",
        at(Stage.NEW),
        Stage.STUDYING,
        by=OFFICE,
        starts=(RETRIAL_ANSWER,),
        sets=((RETRIAL_REVIEW, "filed_on"),),
        receives=True,
        on_label="收到副本日期",
        asks=(FILED_ON,),
    ),
    Move(
        "file_retrial",
        "本机关申请再审",
        at(Stage.NEW),
        Stage.STUDYING,
        by=OFFICE,
        sets=((RETRIAL_REVIEW, "filed_on"),),
        receives=True,
        on_label="申请日期",
        asks=(replace(FILED_ON, may_precede=False),),
    ),
    Move(
        "expire",
        "起诉期限届满、当事人未履行",
        at(Stage.NEW),
        Stage.ENFORCEMENT_DUE,
        by=OFFICE,
        starts=(ENFORCEMENT_APPLICATION,),
        receives=True,
        on_label="起诉期限届满日期",
    ),
)

DEFENCE = (
    Move(
        "set_evidence_day",
        "法院指定举证期限",
        PREPARING,
        by=OFFICE,
        opened_by=FIRST,
        sets=((ANSWER_SET, "evidence_by"),),
        on_label="收到通知日期",
        asks=(Ask("evidence_by", "举证期限至", AskKind.DATE),),
        explanation="以法院通知确定的日期为准，不推算。",
    ),
    Move(
        "request_evidence_delay",
        "书面申请延期举证",
        PREPARING,
        by=HANDLERS,
        opened_by=FIRST,
        within=(EVIDENCE_REQUEST,),
        meets=(EVIDENCE_REQUEST,),
        on_label="申请日期",
        asks=(Ask("reasons", "申请理由", AskKind.LONG_TEXT),),
        explanation="收到起诉状副本之日起 15 日内书面提出；答辩状仍须按期提交。",
    ),
    Move(
        "reason_removed",
        "延期举证的事由消除",
        UNDECIDED,
        by=HANDLERS,
        opened_by=FIRST,
        after=(("request_evidence_delay", "事由消除不能早于申请延期的日期（{day}）。"),),
        answers="request_evidence_delay",
        starts=(DELAYED_EVIDENCE,),
        on_label="事由消除日期",
        asks=(
            Ask("granted_on", "法院准许日期", AskKind.DATE, has_happened=True, may_precede=True),
        ),
        explanation="法院准许延期的，应当在正当事由消除后 15 日内提供证据"
        "（法释〔2018〕1号第三十四条）。",
    ),
    Move(
        "late_evidence",
        "补交延期证据",
        UNDECIDED,
        by=HANDLERS,
        opened_by=FIRST,
        meets=(DELAYED_EVIDENCE,),
        on_label="交邮或者递交日期",
    ),
    Move(
        "object",
        "提出管辖异议",
        PREPARING,
        by=HANDLERS,
        opened_by=FIRST,
        within=(OBJECTION,),
        meets=(OBJECTION,),
        stops=(TRIAL,),
        on_label="提出日期",
        asks=(Ask("reasons", "理由", AskKind.LONG_TEXT),),
    ),
    Move(
        "objection_ruled",
        "收到管辖异议裁定",
        UNDECIDED,
        by=OFFICE,
        opened_by=FIRST,
        answers="object",
        resumes=(TRIAL,),
        starts=(OUR_APPEAL_RULING,),
        on_label="收到裁定日期",
        asks=(Ask("ruling", "裁定内容"),),
        explanation="对管辖异议裁定不服的，收到之日起 10 日内上诉；不上诉的，请登记“决定不上诉”。",
    ),
    Move(
        "convert",
        "转为普通程序",
        UNDECIDED,
        by=OFFICE,
        opened_by=at("receive_summary"),
        sets=((TRIAL, "filed_on"),),
        on_label="收到裁定日期",
        asks=(FILED_ON,),
        explanation="审理期限自立案之日起重新按普通程序计算（法释〔2018〕1号第一百零五条）。",
    ),
)

VERDICTS = (
    Move(
        "judgment",
        "收到一审判决",
        UNDECIDED,
        Stage.JUDGED,
        by=OFFICE,
        opened_by=FIRST,
        starts=(OUR_APPEAL,),
        settles="outcome",
        tells=CHAIRS,
        on_label="本机关收到判决日期",
        on_help="上诉期限按各方收到判决的日期分别计算，其他当事人的送达日期另行登记。",
        asks=(outcome(Ending.JUDGMENT), DECIDED_ON),
        weight=Weight.PRIMARY,
    ),
    Move(
        "ruling",
        "收到不予立案、驳回起诉裁定",
        UNDECIDED,
        Stage.RULED,
        by=OFFICE,
        opened_by=FIRST,
        starts=(OUR_APPEAL_RULING,),
        settles="outcome",
        tells=CHAIRS,
        on_label="本机关收到裁定日期",
        asks=(outcome(Ending.RULING), DECIDED_ON),
        explanation="对裁定上诉的期限是 10 日（自然日），不是 15 日（《行政诉讼法》第八十五条）。",
    ),
    Move(
        "end",
        "撤诉、调解或者其他方式结案",
        UNDECIDED,
        Stage.PERFORMING,
        by=OFFICE,
        opened_by=FIRST | APPEALS | RETRIALS,
        settles="outcome",
        on_label="本机关收到文书日期",
        asks=(
            outcome(Ending.OTHERWISE),
            Ask(
                "changed_act",
                "被告改变行为后撤诉",
                AskKind.CHOICE,
                choices=YES_NO,
                when=("outcome", frozenset({"R03"})),
                help="改变被诉行为后原告撤诉的，属于实质纠错，单独记载。",
            ),
            Ask(
                "lost",
                "一审判决对本机关不利且因此生效",
                AskKind.CHOICE,
                choices=YES_NO,
                required=False,
                help="仅二审撤回上诉等使一审判决生效时填写。",
            ),
            DECIDED_ON,
        ),
    ),
    Move(
        "second_judgment",
        "收到二审裁判",
        UNDECIDED,
        Stage.PERFORMING,
        by=OFFICE,
        opened_by=APPEALS,
        starts=(RETRIAL,),
        settles="outcome",
        tells=CHAIRS,
        on_label="本机关收到裁判日期",
        asks=(
            outcome(Ending.SECOND),
            LOST,
            Ask(
                "final",
                "改判后的结果",
                AskKind.CHOICE,
                choices=choices_of(Ending.JUDGMENT, Ending.RULING),
                when=("outcome", frozenset({"A02"})),
            ),
            DECIDED_ON,
        ),
        explanation="二审裁判送达即生效，申请再审的六个月自此计算。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "retrial_decided",
        "收到再审裁判",
        UNDECIDED,
        Stage.PERFORMING,
        by=OFFICE,
        opened_by=RETRIALS,
        settles="outcome",
        tells=CHAIRS,
        on_label="本机关收到裁判日期",
        asks=(outcome(Ending.RETRIAL), LOST, DECIDED_ON),
        weight=Weight.PRIMARY,
    ),
    Move(
        "judgment_served",
        "判决送达其他当事人",
        at(Stage.JUDGED, Stage.APPEALED),
        by=OFFICE,
        starts=(APPEAL,),
        on_label="送达日期",
        asks=(WHO,),
        explanation="每一方的上诉期限自其收到判决之日起分别计算。",
    ),
    Move(
        "ruling_served",
        "裁定送达其他当事人",
        at(Stage.RULED),
        by=OFFICE,
        starts=(APPEAL_RULING,),
        on_label="送达日期",
        asks=(WHO,),
    ),
    Move(
        "accept",
        "决定不上诉",
        UNDECIDED | at(Stage.JUDGED, Stage.RULED),
        by=CHAIRS,
        opened_by=FIRST,
        meets=(OUR_APPEAL, OUR_APPEAL_RULING),
        on_label="决定日期",
        asks=(
            Ask("approver", "决定的负责人", AskKind.STAFF),
            Ask("reasons", "理由", AskKind.LONG_TEXT, required=False),
        ),
    ),
    Move(
        "appeal",
        "本机关上诉",
        at(Stage.JUDGED, Stage.RULED),
        Stage.APPEALED,
        by=OFFICE,
        within=(OUR_APPEAL, OUR_APPEAL_RULING),
        meets=(OUR_APPEAL, OUR_APPEAL_RULING),
        on_label="上诉日期",
        explanation="上诉后请另行登记二审案件，并以本件为关联案件。",
    ),
    Move(
        "appealed",
        "对方上诉",
        at(Stage.JUDGED, Stage.RULED),
        Stage.APPEALED,
        by=OFFICE,
        on_label="上诉日期",
        asks=(Ask("appellant", "上诉人", longest=100),),
        explanation="收到上诉状副本后请另行登记二审案件，并以本件为关联案件。",
    ),
    Move(
        "effective",
        "裁判生效",
        at(Stage.JUDGED, Stage.RULED),
        Stage.PERFORMING,
        by=OFFICE,
        after=tuple(
            (f"limit:{limit.code}", "还有当事人的上诉期限尚未届满，最早可于 {day} 登记。")
            for limit in (OUR_APPEAL, OUR_APPEAL_RULING, APPEAL, APPEAL_RULING)
        ),
        meets=(OUR_APPEAL, OUR_APPEAL_RULING),
        starts=(RETRIAL,),
        on_label="生效日期",
        on_help="无人上诉的，为最后一方上诉期限届满的次日。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "appeal_closed",
        "二审终结",
        at(Stage.APPEALED),
        Stage.PERFORMING,
        by=OFFICE,
        on_label="二审裁判送达日期",
        asks=(Ask("result", "二审结果", help="以二审案件登记的结果为准，这里写明即可。"),),
        weight=Weight.PRIMARY,
    ),
)

ENFORCEMENT = (
    Move(
        "urge",
        "催告书送达",
        at(Stage.ENFORCEMENT_DUE),
        Stage.URGED,
        by=HANDLERS,
        starts=(URGING,),
        on_label="送达日期",
        explanation="催告书送达 10 个工作日后当事人仍未履行的，才能申请"
        "（《行政强制法》第五十四条）。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "apply",
        "申请强制执行",
        at(Stage.URGED),
        Stage.DEFENDING,
        by=OFFICE,
        within=(ENFORCEMENT_APPLICATION,),
        after=(("limit:urging", "催告后的 10 个工作日尚未届满，最早可于 {day} 申请。"),),
        meets=(ENFORCEMENT_APPLICATION,),
        starts=(ENFORCEMENT_ACCEPTANCE,),
        on_label="申请日期",
        weight=Weight.PRIMARY,
    ),
    Move(
        "application_accepted",
        "法院受理执行申请",
        at(Stage.DEFENDING),
        by=OFFICE,
        opened_by=ENFORCING,
        meets=(ENFORCEMENT_ACCEPTANCE,),
        starts=(ENFORCEMENT_RULING,),
        on_label="受理日期",
    ),
    Move(
        "enforcement_ruled",
        "收到执行裁定",
        at(Stage.DEFENDING),
        Stage.PERFORMING,
        by=OFFICE,
        opened_by=ENFORCING,
        meets=(ENFORCEMENT_ACCEPTANCE, ENFORCEMENT_RULING),
        starts=(ENFORCEMENT_CHALLENGE,),
        settles="outcome",
        on_label="收到裁定日期",
        asks=(outcome(Ending.ENFORCEMENT),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "fulfilled",
        "当事人自行履行",
        UNENFORCED,
        Stage.PERFORMING,
        by=OFFICE,
        meets=(ENFORCEMENT_APPLICATION,),
        on_label="履行日期",
    ),
)

SHARED = (DUTY, PERFORMED, TRANSFER, ARCHIVE, ARCHIVED_ON_RECORD, RETRIEVE)

LAWSUITS = register(
    Workflow(
        kind=LAWSUIT,
        label="行政诉讼",
        number="{office}诉〔{year}〕{serial}号",
        initial=Stage.NEW,
        stages={
            Stage.NEW: "待收案",
            Stage.STUDYING: "待研判",
            Stage.ENFORCEMENT_DUE: "待催告",
            Stage.URGED: "待申请执行",
            Stage.ANSWERING: "待答辩",
            Stage.DEFENDING: "应诉中",
            Stage.SUSPENDED: "中止诉讼",
            Stage.JUDGED: "已判决待生效",
            Stage.RULED: "已裁定待生效",
            Stage.APPEALED: "上诉中",
            Stage.PERFORMING: "履行和归档",
            Stage.ARCHIVED: "已归档",
        },
        moves=(
            *OPENINGS,
            replace(STUDY, opened_by=FIRST | at("receive_appeal", "receive_retrial")),
            STUDY_OF_OUR_APPEAL,
            replace(ANSWERED, opened_by=FIRST | at("receive_appeal", "receive_retrial")),
            *DEFENCE,
            *ENFORCEMENT,
            SUSPEND,
            RESUME,
            *VERDICTS,
            *SUGGESTIONS,
            *SHARED,
        ),
        opens=tuple(move.code for move in OPENINGS),
        closed_at=at(Stage.ARCHIVED),
        stopped_at=at(Stage.SUSPENDED),
        strip=(
            (Stage.NEW, "收案"),
            (Stage.STUDYING, "研判"),
            (Stage.ANSWERING, "答辩"),
            (Stage.DEFENDING, "应诉"),
            (Stage.JUDGED, "裁判"),
            (Stage.APPEALED, "（上诉）"),
            (Stage.PERFORMING, "履行"),
            (Stage.ARCHIVED, "归档"),
        ),
        page="litigation:proceeding",
    )
)

RECONSIDERATION_STAGES: dict[str, str] = {
    Stage.NEW: "待收案",
    Stage.STUDYING: "待研判",
    Stage.ANSWERING: "待答复",
    Stage.DEFENDING: "复议审理中",
    Stage.SUSPENDED: "中止复议",
    Stage.PERFORMING: "履行和归档",
    Stage.ARCHIVED: "已归档",
}


def in_reconsideration(move: Move) -> Move:
    """Return a shared move as it stands in a reconsideration, which has fewer stages."""
    return replace(move, sources=move.sources & set(RECONSIDERATION_STAGES))


RECONSIDERATIONS = register(
    Workflow(
        kind=RECONSIDERATION,
        label="行政复议",
        number="{office}复〔{year}〕{serial}号",
        initial=Stage.NEW,
        stages=RECONSIDERATION_STAGES,
        moves=(
            Move(
                "receive",
                "收到复议申请书副本",
                at(Stage.NEW),
                Stage.STUDYING,
                by=OFFICE,
                starts=(RECONSIDERATION_REPLY_OLD, RECONSIDERATION_REPLY),
                sets=((DECISION, "accepted_on"),),
                receives=True,
                on_label="收到副本日期",
                asks=(ACCEPTED_ON,),
            ),
            Move(
                "receive_summary",
                "收到复议申请书副本（简易程序）",
                at(Stage.NEW),
                Stage.STUDYING,
                by=OFFICE,
                starts=(RECONSIDERATION_REPLY_SUMMARY,),
                sets=((DECISION_SUMMARY, "accepted_on"),),
                receives=True,
                on_label="收到副本日期",
                asks=(ACCEPTED_ON,),
            ),
            STUDY,
            replace(
                ANSWERED,
                label="提交书面答复和证据",
                meets=(RECONSIDERATION_REPLY, RECONSIDERATION_REPLY_SUMMARY),
                on_help="",
                asks=(
                    *ANSWERED.asks[:2],
                    replace(ANSWERED.asks[2], label="复议机构收到日期"),
                ),
                explanation="普通程序 10 个工作日、简易程序 5 个工作日内提交；逾期不提交的，"
                "视为没有证据（《行政复议法》第四十八条、第五十四条、第七十条）。",
            ),
            Move(
                "convert",
                "转为普通程序",
                UNDECIDED,
                by=OFFICE,
                opened_by=at("receive_summary"),
                sets=((DECISION, "accepted_on"),),
                on_label="收到通知日期",
                asks=(ACCEPTED_ON,),
                explanation="答复期限是否随之延长没有规定，仍按简易程序的期限掌握"
                "（《行政复议法》第五十五条）。",
            ),
            *map(in_reconsideration, DOCUMENT_QUERIES),
            Move(
                "extend",
                "复议机关延长审理期限",
                UNDECIDED,
                by=OFFICE,
                within=(DECISION,),
                extends=(DECISION,),
                once="复议决定期限只能延长一次（《行政复议法》第六十二条）。",
                on_label="告知日期",
                asks=(Ask("days", "延长日数", AskKind.NUMBER, initial=30),),
            ),
            replace(SUSPEND, stops=(DECISION, DECISION_SUMMARY), explanation=""),
            replace(RESUME, resumes=(DECISION, DECISION_SUMMARY)),
            Move(
                "decided",
                "收到复议决定",
                UNDECIDED,
                Stage.PERFORMING,
                by=OFFICE,
                meets=(DECISION, DECISION_SUMMARY),
                settles="outcome",
                tells=CHAIRS,
                on_label="本机关收到决定日期",
                asks=(outcome(Ending.DECISION), DECIDED_ON),
                weight=Weight.PRIMARY,
            ),
            Move(
                "decision_served",
                "复议决定送达申请人",
                at(Stage.PERFORMING),
                by=OFFICE,
                starts=(SUIT_AFTER_RECONSIDERATION,),
                on_label="送达日期",
                asks=(replace(WHO, label="申请人"),),
            ),
            Move(
                "redo",
                "责令重作（未定期限）",
                at(Stage.PERFORMING),
                by=OFFICE,
                starts=(REDO,),
                on_label="收到决定日期",
                explanation="决定没有写明期限的，按 60 日掌握；《实施条例》的修订情况待核实。",
            ),
            Move(
                "redone",
                "已重新作出行政行为",
                at(Stage.PERFORMING),
                by=HANDLERS,
                answers="redo",
                meets=(REDO,),
                on_label="重新作出日期",
                asks=(Ask("proof", "文号"),),
            ),
            *map(in_reconsideration, (*OPINION_LETTERS, *SHARED)),
        ),
        opens=("receive", "receive_summary"),
        closed_at=at(Stage.ARCHIVED),
        stopped_at=at(Stage.SUSPENDED),
        strip=(
            (Stage.NEW, "收案"),
            (Stage.STUDYING, "研判"),
            (Stage.ANSWERING, "答复"),
            (Stage.DEFENDING, "审理"),
            (Stage.PERFORMING, "决定和履行"),
            (Stage.ARCHIVED, "归档"),
        ),
        page="litigation:proceeding",
    )
)

WORKFLOWS = {LAWSUIT: LAWSUITS, RECONSIDERATION: RECONSIDERATIONS}
# The moves by which a proceeding is decided: its outcome is settled, causes of a loss are named.
VERDICT_MOVES = frozenset(
    move.code for workflow in WORKFLOWS.values() for move in workflow.moves if move.settles
)
