"""The course of a review: from what a department submits to what became of the advice."""

from enum import StrEnum

from casework.workflow import Ask, AskKind, Length, Move, Weight, Workflow, at, register
from legalreview import conclusions
from legalreview.deadlines import COMMENTS, COMPLETION, FEEDBACK, FILING, LEAST, REVIEW
from legalreview.kinds import REVIEWERS
from people.roles import Role

KIND = "legalreview"
OPINION_NUMBER = "{office}法审〔{year}〕{serial}号"
OPINION_SERIES = "legalreview.opinion"
LONGEST_REVIEW = 60
LONGEST_FILING = 60


class Stage(StrEnum):
    NEW = "new"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    REVIEWING = "reviewing"
    DRAFTED = "drafted"
    ADOPTING = "adopting"
    ESCALATED = "escalated"
    MEETING = "meeting"
    READY = "ready"
    IMPLEMENTING = "implementing"
    SIGNING = "signing"
    PUBLISHING = "publishing"
    FINISHING = "finishing"
    FILING = "filing"
    DONE = "done"
    SIGNED = "signed"
    ENDED = "ended"
    UNREVIEWED = "unreviewed"


OFFICE = frozenset({Role.LEGAL_OFFICE})
KEEPERS = frozenset({Role.OFFICER, Role.DEPARTMENT_HEAD, Role.LEGAL_OFFICE})
LEADERS = frozenset({Role.DEPUTY_LEADER, Role.LEADER})
ISSUERS = OFFICE | LEADERS
REVIEWING_ROLES = frozenset({Role.COUNSEL, Role.LEGAL_OFFICE})

BEFORE_OPINION = at(Stage.SUBMITTED, Stage.RETURNED, Stage.REVIEWING, Stage.DRAFTED)
ANSWERING = at(Stage.ADOPTING, Stage.ESCALATED)
DECIDED = at(Stage.MEETING, Stage.READY, Stage.SIGNING, Stage.PUBLISHING, Stage.FINISHING)
ALL_OPEN = BEFORE_OPINION | ANSWERING | DECIDED | at(Stage.IMPLEMENTING, Stage.FILING)
CLOSED = at(Stage.DONE, Stage.SIGNED, Stage.ENDED, Stage.UNREVIEWED)
AFTER_ADVICE = at(Stage.MEETING, Stage.SIGNING, Stage.PUBLISHING, Stage.FINISHING)

GO, NO_GO = "go", "no_go"
MEETING_RESULTS = ((GO, "可以实施"), (NO_GO, "不可以实施"))
ACCEPT, REQUIRE = "accept", "require"
DECISIONS = ((ACCEPT, "同意科室意见"), (REQUIRE, "要求采纳审查意见"))
RISKS = (("low", "低风险"), ("medium", "中风险"), ("high", "高风险"))
RETENTION = (("permanent", "永久"), ("30", "30年"), ("10", "10年"))

CONCLUSION = Ask("conclusion", "审查结论", AskKind.CHOICE, choices=conclusions.CHOICES, told=True)
SIGNED_AFTER_OPINION = "签订不能早于审查意见书出具日期（{day}）；此前签订的须经领导批准先行签订。"

MOVES = (
    Move(
        "submit",
        "送审",
        at(Stage.NEW),
        Stage.SUBMITTED,
        by=KEEPERS,
        receives=True,
        tells=OFFICE,
        on_label="送审日期",
        asks=(Ask("handled_by", "经办人", told=True),),
    ),
    Move(
        "discover",
        "补登未审事项",
        at(Stage.NEW),
        Stage.UNREVIEWED,
        by=OFFICE,
        receives=True,
        settles=f"={conclusions.UNREVIEWED}",
        on_label="签订、作出或者实施日期",
    ),
    Move(
        "accept",
        "受理",
        at(Stage.SUBMITTED),
        Stage.REVIEWING,
        by=OFFICE,
        lengths=(
            Length(REVIEW, "days", LONGEST_REVIEW),
            Length(LEAST, "least", LONGEST_REVIEW),
        ),
        on_label="材料齐全日期",
        on_help="审查期限自材料齐全的次日起算；受理晚于材料齐全的，仍填材料齐全的日期。",
        asks=(Ask("days", "审查期限（工作日）", AskKind.NUMBER, told=True),),
        explanation="审查期限按事项类别目录计算；同时可以委托一名或者几名法律顾问。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "return",
        "退回补正",
        at(Stage.SUBMITTED),
        Stage.RETURNED,
        by=OFFICE,
        once="补正清单应当一次性列明，本件已经退回补正过；材料仍不齐全的，"
        "请受理后以“退回补充”结论签发。",
        sets=((COMPLETION, "complete_by"),),
        tells=KEEPERS,
        on_label="退回日期",
        asks=(
            Ask(
                "missing",
                "需要补正的材料（一次性列明）",
                AskKind.LONG_TEXT,
                basis="《重大行政决策程序暂行条例》第二十六条第一款：材料不符合要求的，可以退回或者要求补充",
            ),
            Ask("complete_by", "请于此日前补正", AskKind.DATE, required=False),
        ),
        explanation="退回期间不计算审查期限；补正后自材料齐全之日起计算。",
    ),
    Move(
        "resubmit",
        "补正、修改后再送审",
        at(Stage.RETURNED),
        Stage.SUBMITTED,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        meets=(COMPLETION,),
        tells=OFFICE,
        on_label="再送审日期",
        asks=(Ask("changes", "补正或者修改情况", AskKind.LONG_TEXT),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "decline",
        "不属审查范围，退回",
        at(Stage.SUBMITTED),
        Stage.ENDED,
        by=OFFICE,
        settles=f"={conclusions.Conclusion.OUT_OF_SCOPE}",
        tells=KEEPERS,
        on_label="退回日期",
        asks=(Ask("reasons", "退回理由", AskKind.LONG_TEXT),),
        weight=Weight.APART,
    ),
    Move(
        "opine",
        "提出审查意见",
        at(Stage.REVIEWING),
        by=REVIEWING_ROLES,
        after=(("accept", "审查意见不能早于材料齐全日期（{day}）。"),),
        tells=OFFICE,
        on_label="提出意见日期",
        asks=(
            Ask("sort", "审查人员", AskKind.CHOICE, choices=REVIEWERS, told=True),
            Ask("reviewer", "姓名", told=True),
            CONCLUSION,
            Ask("summary", "总体意见", AskKind.LONG_TEXT, told=True),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "extend",
        "延长审查期限",
        at(Stage.REVIEWING),
        by=OFFICE,
        within=(REVIEW,),
        extends=(REVIEW,),
        once="审查期限只能延长一次，本件已经延长过。",
        on_label="同意延长日期",
        asks=(
            Ask("days", "延长工作日数", AskKind.NUMBER, initial=5),
            Ask(
                "approver",
                "同意延长的负责人",
                AskKind.STAFF,
                basis="本单位审查制度：重大、疑难事项经负责人同意可以延长",
            ),
            Ask("reasons", "延长理由", AskKind.LONG_TEXT),
        ),
    ),
    Move(
        "consolidate",
        "汇总审查意见",
        at(Stage.REVIEWING),
        Stage.DRAFTED,
        by=OFFICE,
        requires=(("opine", "还没有审查人员提出意见，不能汇总。"),),
        after=(("opine", "汇总不能早于提出意见的日期（{day}）。"),),
        tells=ISSUERS,
        on_label="汇总日期",
        asks=(CONCLUSION, Ask("summary", "总体意见", AskKind.LONG_TEXT, told=True)),
        weight=Weight.PRIMARY,
    ),
    Move(
        "send_back",
        "退回修改意见稿",
        at(Stage.DRAFTED),
        Stage.REVIEWING,
        by=ISSUERS,
        tells=OFFICE,
        asks=(Ask("reasons", "退回理由", AskKind.LONG_TEXT),),
        weight=Weight.APART,
    ),
    Move(
        "issue",
        "签发审查意见书",
        at(Stage.DRAFTED),
        Stage.ADOPTING,
        targets=DECIDED | at(Stage.RETURNED, Stage.ENDED),
        by=ISSUERS,
        not_by_maker_of="consolidate",
        nor_by_makers_of=("opine", "submit"),
        after=(("consolidate", "签发不能早于汇总日期（{day}）。"),),
        meets=(REVIEW,),
        sets=((FEEDBACK, "feedback_by"),),
        settles="conclusion",
        tells=KEEPERS,
        on_label="出具日期",
        asks=(
            Ask(
                "feedback_by",
                "请于此日前反馈采纳情况",
                AskKind.DATE,
                required=False,
                help="没有审查意见条目的，不需要填写。",
            ),
            Ask("number", "意见书文号", told=True),
            CONCLUSION,
            Ask("drafts", "审查所依据的送审稿", told=True),
        ),
        explanation="汇总人、提出意见的人和送审人不能签发。签发后按序编号，"
        "此后替换的文件是新的版本，意见书仍指明原稿。",
        weight=Weight.PRIMARY,
    ),
    # An opinion of the years before the portal: who drafted and who issued it nobody wrote down, so
    # it is made by import alone.
    Move(
        "issue_on_record",
        "出具审查意见书（台账补录）",
        at(Stage.SUBMITTED),
        Stage.FINISHING,
        targets=DECIDED | at(Stage.ADOPTING, Stage.ENDED, Stage.DONE),
        settles="conclusion",
        on_label="出具日期",
        asks=(
            Ask("reviewer", "审查人", told=True),
            Ask("number", "意见书文号", told=True),
            CONCLUSION,
        ),
    ),
    Move(
        "adopt",
        "反馈采纳情况",
        at(Stage.ADOPTING),
        Stage.ESCALATED,
        targets=DECIDED | at(Stage.RETURNED, Stage.ENDED, Stage.DONE),
        by=KEEPERS,
        own_department=True,
        after=(("issue", "反馈不能早于审查意见书出具日期（{day}）。"),),
        meets=(FEEDBACK,),
        tells=LEADERS | OFFICE,
        on_label="反馈日期",
        asks=(Ask("result", "采纳情况", told=True),),
        explanation="逐条说明采纳、部分采纳或者未采纳及理由；"
        "严重问题没有完全采纳的，报分管领导决定。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "decide",
        "分管领导决定",
        at(Stage.ESCALATED),
        Stage.ADOPTING,
        targets=DECIDED | at(Stage.RETURNED),
        by=LEADERS,
        not_by_maker_of="adopt",
        tells=KEEPERS,
        on_label="决定日期",
        asks=(
            Ask("decision", "决定", AskKind.CHOICE, choices=DECISIONS),
            Ask("reasons", "理由", AskKind.LONG_TEXT),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "comment",
        "公开征求意见",
        BEFORE_OPINION | ANSWERING | DECIDED,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        starts=(COMMENTS,),
        on_label="公布日期",
        asks=(
            Ask("where", "公布渠道"),
            Ask("until", "征求意见截止", AskKind.DATE, basis=COMMENTS.basis),
        ),
        explanation="公开征求意见的期限一般不少于 30 日。",
    ),
    Move(
        "assess",
        "风险评估",
        BEFORE_OPINION | ANSWERING | DECIDED,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        on_label="评估完成日期",
        asks=(
            Ask("risk", "风险等级", AskKind.CHOICE, choices=RISKS),
            Ask("result", "评估意见和处置预案", AskKind.LONG_TEXT),
        ),
    ),
    Move(
        "meet",
        "联席会议",
        AFTER_ADVICE,
        targets=at(Stage.READY, Stage.ENDED),
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        after=(("issue", "联席会议不能早于审查意见书出具日期（{day}）。"),),
        tells=KEEPERS,
        on_label="会议日期",
        asks=(
            Ask("street", "街道参加人员", AskKind.LONG_TEXT),
            Ask("district", "区级部门参加人员", AskKind.LONG_TEXT, required=False),
            Ask("conclusion", "会议结论", AskKind.CHOICE, choices=MEETING_RESULTS),
            Ask("summary", "会议意见", AskKind.LONG_TEXT),
        ),
    ),
    Move(
        "discuss",
        "集体讨论",
        DECIDED,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        after=(("issue", "集体讨论不能早于审查意见书出具日期（{day}）（第二十五条）。"),),
        on_label="集体讨论日期",
        asks=(
            Ask("meeting", "会议名称"),
            Ask("result", "讨论结果和不同意见", AskKind.LONG_TEXT),
        ),
        explanation="未经合法性审查或者审查不合法的，不得提交集体讨论"
        "（《重大行政决策程序暂行条例》第二十五条、第三十条）。",
    ),
    Move(
        "override",
        "批准先行签订",
        BEFORE_OPINION,
        by=LEADERS,
        not_by_maker_of="submit",
        once="本件已经批准先行签订。",
        tells=KEEPERS,
        on_label="批准日期",
        asks=(Ask("reasons", "先行签订的理由", AskKind.LONG_TEXT),),
        explanation="出具审查意见前签订合同的例外。批准人和理由记入办理记录，本件计入先签后审。",
        weight=Weight.APART,
    ),
    Move(
        "sign_early",
        "登记签订（先行签订）",
        BEFORE_OPINION,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        requires=(
            (
                "override",
                "审查意见书出具之前不能登记签订；确需先行签订的，须由领导批准并记录理由。",
            ),
        ),
        after=(("override", "签订不能早于批准先行签订的日期（{day}）。"),),
        once="本件已经登记过签订。",
        on_label="签订日期",
        weight=Weight.APART,
    ),
    Move(
        "sign",
        "登记签订",
        at(Stage.SIGNING),
        Stage.SIGNED,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        after=(
            ("issue", SIGNED_AFTER_OPINION),
            ("issue_on_record", SIGNED_AFTER_OPINION),
        ),
        on_label="签订日期",
        weight=Weight.PRIMARY,
    ),
    Move(
        "publish",
        "印发公布",
        at(Stage.PUBLISHING),
        Stage.DONE,
        targets=at(Stage.FILING),
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        lengths=(Length(FILING, "filing", LONGEST_FILING),),
        after=(("issue", "印发公布不能早于审查意见书出具日期（{day}）。"),),
        on_label="公布日期",
        asks=(Ask("paper", "文号或者公布渠道", required=False),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "file",
        "报送备案",
        at(Stage.FILING, Stage.SIGNED, Stage.DONE),
        targets=at(Stage.DONE),
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        meets=(FILING,),
        on_label="报送日期",
        asks=(Ask("organ", "备案机关"), Ask("record", "备案号", required=False)),
    ),
    Move(
        "finish",
        "办结",
        at(Stage.FINISHING),
        Stage.DONE,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        after=(("issue", "办结不能早于审查意见书出具日期（{day}）。"),),
        on_label="作出或者办结日期",
        asks=(Ask("result", "办理结果", AskKind.LONG_TEXT, required=False),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "implement",
        "开始实施",
        at(Stage.READY),
        Stage.IMPLEMENTING,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        after=(("meet", "实施不能早于联席会议日期（{day}）。"),),
        on_label="开始实施日期",
        asks=(Ask("lead", "现场负责人"),),
        weight=Weight.PRIMARY,
    ),
    Move(
        "complete",
        "实施完毕",
        at(Stage.IMPLEMENTING),
        Stage.DONE,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        on_label="完成日期",
        asks=(Ask("result", "实施情况", AskKind.LONG_TEXT),),
        explanation="程序清单逐项登记证据或者说明不适用的理由后，才能登记实施完毕。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "archive",
        "归档",
        CLOSED,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        once="本件已经归档。",
        on_label="归档日期",
        asks=(
            Ask("file", "归档号"),
            Ask(
                "retention",
                "保管期限",
                AskKind.CHOICE,
                choices=RETENTION,
                basis="国家档案局令第8号：永久、30年、10年",
            ),
        ),
    ),
    Move(
        "withdraw",
        "撤回送审",
        BEFORE_OPINION,
        Stage.ENDED,
        by=KEEPERS,
        own_department=True,
        settles=f"={conclusions.WITHDRAWN}",
        on_label="撤回日期",
        asks=(Ask("reasons", "撤回理由", AskKind.LONG_TEXT),),
        weight=Weight.APART,
    ),
    Move(
        "abandon",
        "不再办理",
        ANSWERING | DECIDED | at(Stage.RETURNED),
        Stage.ENDED,
        by=KEEPERS,
        own_department=True,
        requires=(("issue", "还没有出具审查意见书，请办理“撤回送审”。"),),
        on_label="决定日期",
        asks=(Ask("reasons", "不再签订、印发或者实施的理由", AskKind.LONG_TEXT),),
        weight=Weight.APART,
    ),
)

WORKFLOW = register(
    Workflow(
        kind=KIND,
        label="合法性审查",
        number="{office}送审〔{year}〕{serial}号",
        initial=Stage.NEW,
        stages={
            Stage.NEW: "待登记",
            Stage.SUBMITTED: "待受理",
            Stage.RETURNED: "待补正",
            Stage.REVIEWING: "审查中",
            Stage.DRAFTED: "待签发",
            Stage.ADOPTING: "待反馈采纳",
            Stage.ESCALATED: "待分管领导决定",
            Stage.MEETING: "待联席会议",
            Stage.READY: "可以实施",
            Stage.IMPLEMENTING: "实施中",
            Stage.SIGNING: "待签订",
            Stage.PUBLISHING: "待印发公布",
            Stage.FINISHING: "待办结",
            Stage.FILING: "待备案",
            Stage.DONE: "已办结",
            Stage.SIGNED: "已签订",
            Stage.ENDED: "已终止",
            Stage.UNREVIEWED: "未审即办",
        },
        moves=MOVES,
        opens=("submit", "discover"),
        closed_at=CLOSED,
        strip=(
            (Stage.SUBMITTED, "送审"),
            (Stage.REVIEWING, "审查"),
            (Stage.DRAFTED, "签发"),
            (Stage.ADOPTING, "采纳"),
            (Stage.MEETING, "落实"),
            (Stage.DONE, "办结"),
        ),
        page="legalreview:review",
    )
)
