"""Figures of 法治建设, each with the records it is made of."""

from __future__ import annotations

from django.db.models import F, QuerySet, Sum

from casework.metrics import Metric, Ratio, Span, Split, choice_words, register
from casework.models import Deadline, Matter
from casework.registers.figures import CONFIRMED, Records, counted
from governance.deadlines import HANDLING, PETITION_NOTICE
from governance.models import (
    Backlog,
    DutyReport,
    EnforcementFigure,
    Examination,
    Honour,
    Indicator,
    Inspection,
    MajorDecision,
    Meeting,
    Penalty,
    Petition,
    Reception,
    Rule,
    RuleReview,
    StudyActivity,
    Suggestion,
    YearlyTask,
)
from governance.models.matters import Source, Subject
from governance.models.meetings import ON_RULE_OF_LAW, MeetingKind
from governance.models.oversight import (
    EnforcementItem,
    HonourLevel,
    InspectionKind,
    SuggestionKind,
)
from governance.models.reception import Handling, Resolution
from governance.models.rules import ReviewResult, RuleKind
from governance.models.study import (
    COLLECTIVE,
    COURSES,
    DISCUSSIONS,
    TRAININGS,
    ExaminationKind,
    ReportWay,
    StudyKind,
)
from governance.results import PENALTY_OUTCOMES, PETITION_OUTCOMES


def number(
    key: str,
    label: str,
    unit: str,
    definition: str,
    *,
    on: str,
    records: Records,
    total: str = "",
    **more,
) -> Metric:
    """Return a number of records, or with `total` the sum of one of their fields."""
    measure = {"measure": Sum(total)} if total else {}
    return Metric(
        f"governance.{key}", label, unit, f"{definition}{CONFIRMED}", on, records, **measure, **more
    )


def study(key: str, label: str, *kinds: StudyKind, **more) -> Metric:
    words = "、".join(kind.label for kind in kinds)
    records = counted(StudyActivity, kind__in=kinds) if kinds else counted(StudyActivity)
    definition = (
        f"日期在统计期内、形式为{words}的学法活动。" if kinds else "日期在统计期内的学法活动。"
    )
    unit = more.pop("unit", "次")
    return number(key, label, unit, definition, on="日期", records=records, **more)


STUDY_KIND = Split("形式", "kind", choice_words(dict(StudyKind.choices)))

register(
    study("study_activities", "学法培训活动", splits=(STUDY_KIND,)),
    study("study_persons", "学法培训", total="persons", unit="人次", splits=(STUDY_KIND,)),
    study("central_group_study", "党工委理论学习中心组集体学法", StudyKind.CENTRAL_GROUP),
    study("first_topic_study", "第一议题学习", StudyKind.FIRST_TOPIC),
    study("collective_study", "会前学法、集体学法", *COLLECTIVE),
    study("trainings", "法治培训讲座", *TRAININGS),
    study("training_persons", "法治培训", *COURSES, total="persons", unit="人次"),
    study("training_hours", "法治培训", *COURSES, total="hours", unit="学时"),
    study("enforcement_trainings", "执法业务培训", StudyKind.ENFORCEMENT, StudyKind.CERTIFICATE),
    study(
        "enforcement_training_persons",
        "执法业务培训",
        StudyKind.ENFORCEMENT,
        StudyKind.CERTIFICATE,
        total="persons",
        unit="人次",
    ),
    study("court_hearings_attended", "旁听庭审", StudyKind.COURT_HEARING),
    study(
        "court_hearing_persons",
        "旁听庭审",
        StudyKind.COURT_HEARING,
        total="persons",
        unit="人次",
    ),
    study("discussions", "研讨、宣讲、支部学法", *DISCUSSIONS),
    number(
        "lectures_by_leaders",
        "负责人、科长讲法",
        "次",
        "日期在统计期内、主讲人为本单位负责人或科室负责人的学法活动。",
        on="日期",
        records=lambda span: StudyActivity.objects.counted_in(span).taught_from_within(),
    ),
)


def of_expected(span: Span) -> QuerySet[StudyActivity]:
    """Trainings of a span of which it was noted how many were to come."""
    return StudyActivity.objects.counted_in(span).of_kind(*COURSES).filter(expected__gt=0)


TRAINED = number(
    "trained_of_expected",
    "应参训中实际参训",
    "人次",
    "登记了应参加人数的培训的参加人数之和。",
    on="日期",
    records=of_expected,
    total="persons",
)
TO_TRAIN = number(
    "expected_at_trainings",
    "应参训",
    "人次",
    "登记了应参加人数的培训的应参加人数之和。",
    on="日期",
    records=of_expected,
    total="expected",
)


def examined(key: str, label: str, name: str, **only) -> Metric:
    field = Examination._meta.get_field(name).verbose_name
    return number(
        key,
        label,
        "人",
        f"考试日期在统计期内的考试登记的{field}之和。",
        on="考试日期",
        records=counted(Examination, **only),
        total=name,
    )


EXPECTED = examined("examination_expected", "法治考试应考", "expected")
SAT = examined("examination_sat", "法治考试参考", "sat")
PASSED = examined("examination_passed", "法治考试合格", "passed")
EXCELLENT = examined("examination_excellent", "法治考试优秀", "excellent")
ENFORCEMENT_EXAMINATION = {"kind": ExaminationKind.ENFORCEMENT}

register(
    TRAINED,
    TO_TRAIN,
    Ratio(
        "governance.training_coverage",
        "法治培训覆盖率",
        TRAINED,
        TO_TRAIN,
        "参加人数 ÷ 应参加人数，只计登记了应参加人数的培训。",
    ),
    EXPECTED,
    SAT,
    PASSED,
    EXCELLENT,
    examined(
        "appointment_examination_sat", "任前法律考试参考", "sat", kind=ExaminationKind.APPOINTMENT
    ),
    examined("enforcement_examination_sat", "执法资格考试参考", "sat", **ENFORCEMENT_EXAMINATION),
    examined(
        "enforcement_examination_passed", "通过执法资格考试", "passed", **ENFORCEMENT_EXAMINATION
    ),
    examined(
        "enforcement_examination_leaders",
        "参加执法资格考试的领导",
        "leaders",
        **ENFORCEMENT_EXAMINATION,
    ),
    Ratio("governance.examination_rate", "法治考试参考率", SAT, EXPECTED, "实考人数 ÷ 应考人数。"),
    Ratio("governance.pass_rate", "法治考试合格率", PASSED, SAT, "合格人数 ÷ 实考人数。"),
    Ratio("governance.excellent_rate", "法治考试优秀率", EXCELLENT, SAT, "优秀人数 ÷ 实考人数。"),
    number(
        "duty_reports",
        "述法",
        "次",
        "述法日期在统计期内的述法。",
        on="日期",
        records=counted(DutyReport),
        splits=(Split("方式", "way", choice_words(dict(ReportWay.choices))),),
    ),
    number(
        "duty_report_persons",
        "述法人数",
        "人",
        "述法日期在统计期内的述法人数之和。",
        on="日期",
        records=counted(DutyReport),
        total="persons",
        splits=(Split("方式", "way", choice_words(dict(ReportWay.choices))),),
    ),
)


def meetings(key: str, label: str, *kinds: MeetingKind, **more) -> Metric:
    words = "、".join(kind.label for kind in kinds)
    records = counted(Meeting, kind__in=kinds) if kinds else counted(Meeting)
    definition = f"日期在统计期内的{words or '法治会议'}。"
    unit = more.pop("unit", "次")
    return number(key, label, unit, definition, on="会议日期", records=records, **more)


register(
    meetings(
        "meetings",
        "法治会议",
        splits=(Split("会议类别", "kind", choice_words(dict(MeetingKind.choices))),),
    ),
    meetings("meetings_on_rule_of_law", "研究法治建设的会议", *ON_RULE_OF_LAW),
    meetings("items_on_rule_of_law", "研究法治事项", *ON_RULE_OF_LAW, total="items", unit="项"),
    meetings("reports_heard", "听取法治工作汇报", MeetingKind.REPORT),
    meetings(
        "rule_of_law_committee_meetings", "依法治街委员会会议", MeetingKind.RULE_OF_LAW_COMMITTEE
    ),
    meetings("enforcement_meetings", "综合行政执法协调会议", MeetingKind.ENFORCEMENT),
    meetings("court_meetings", "府院（府检）联席会议", MeetingKind.COURT),
    number(
        "meetings_chaired_by_principal",
        "主要负责人主持研究法治的会议",
        "次",
        "日期在统计期内、主要负责人主持的法治会议。",
        on="会议日期",
        records=counted(Meeting, chaired_by_principal=True),
    ),
    number(
        "meetings_with_counsel",
        "法律顾问列席会议",
        "次",
        "日期在统计期内、法律顾问列席的会议。",
        on="会议日期",
        records=counted(Meeting, counsel_sat_in=True),
    ),
    number(
        "meetings_with_judicial_office",
        "司法所列席会议",
        "次",
        "日期在统计期内、司法所列席的会议。",
        on="会议日期",
        records=counted(Meeting, judicial_office_sat_in=True),
    ),
)

TABLE_TWO = "《政府信息公开条例》第二十条第（一）项；国办公开办函〔2021〕30号附件表二"
RULE_KIND = Split("类别", "kind", choice_words(dict(RuleKind.choices)))


def normative(span: Span) -> QuerySet[Rule]:
    """Normative documents issued in a span."""
    return Rule.objects.counted_in(span).of_kind(RuleKind.NORMATIVE)


def normative_repealed(span: Span) -> QuerySet[Rule]:
    """Normative documents repealed in a span, whenever they were issued."""
    found = Rule.objects.confirmed().of_kind(RuleKind.NORMATIVE)
    return found.repealed_in(span.first, span.last)


def normative_in_force(span: Span) -> QuerySet[Rule]:
    """Normative documents in force on the last day of a span."""
    return Rule.objects.confirmed().of_kind(RuleKind.NORMATIVE).in_force_on(span.last)


NORMATIVE = number(
    "normative_documents_issued",
    "制发行政规范性文件",
    "件",
    "印发日期在统计期内的行政规范性文件。",
    on="印发日期",
    records=normative,
    basis=TABLE_TWO,
)
FILED = number(
    "normative_documents_filed",
    "行政规范性文件备案",
    "件",
    "印发日期在统计期内、已填备案日期的行政规范性文件。",
    on="印发日期",
    records=lambda span: normative(span).filed(),
)

register(
    number(
        "rules_issued",
        "制定规章制度",
        "项",
        "印发日期在统计期内的规章制度和规范性文件。",
        on="印发日期",
        records=counted(Rule),
        splits=(RULE_KIND,),
    ),
    NORMATIVE,
    number(
        "normative_documents_repealed",
        "废止行政规范性文件",
        "件",
        "废止日期在统计期内的行政规范性文件。",
        on="废止日期",
        records=normative_repealed,
        basis=TABLE_TWO,
    ),
    number(
        "normative_documents_in_force",
        "现行有效行政规范性文件",
        "件",
        "统计期末日已印发、未废止且未过有效期的行政规范性文件。",
        on="印发日期、废止日期、有效期",
        records=normative_in_force,
        basis=TABLE_TWO,
    ),
    FILED,
    Ratio(
        "governance.filing_rate",
        "行政规范性文件备案率",
        FILED,
        NORMATIVE,
        "已备案 ÷ 统计期内印发的行政规范性文件。",
    ),
    number(
        "party_documents_issued",
        "出台党工委文件",
        "件",
        "印发日期在统计期内的党工委文件。",
        on="印发日期",
        records=counted(Rule, kind=RuleKind.PARTY),
    ),
    number(
        "office_documents_issued",
        "出台办事处文件",
        "件",
        "印发日期在统计期内的办事处文件。",
        on="印发日期",
        records=counted(Rule, kind=RuleKind.OFFICE),
    ),
    number(
        "documents_reviewed",
        "文件清理",
        "件",
        "清理日期在统计期内的文件清理结论。",
        on="清理日期",
        records=counted(RuleReview),
        splits=(Split("清理结论", "result", choice_words(dict(ReviewResult.choices))),),
    ),
    number(
        "documents_kept",
        "清理后继续有效",
        "件",
        "清理日期在统计期内、结论为继续有效的文件。",
        on="清理日期",
        records=counted(RuleReview, result=ReviewResult.KEPT),
    ),
    number(
        "major_decisions",
        "重大行政决策事项",
        "项",
        "列入统计年度目录的重大行政决策事项。",
        on="年度",
        records=counted(MajorDecision),
        basis="《重大行政决策程序暂行条例》第三条第三款",
    ),
    number(
        "major_decisions_through_all_steps",
        "履行全部法定程序的重大行政决策",
        "项",
        "列入年度目录、应当履行的程序均已填日期的事项。",
        on="年度",
        records=lambda span: MajorDecision.objects.counted_in(span).through_all_steps(),
    ),
    number(
        "opinions_on_decisions",
        "重大行政决策收到公众意见",
        "条",
        "列入年度目录的事项登记的公众意见条数之和。",
        on="年度",
        records=counted(MajorDecision),
        total="opinions",
    ),
)

BACKLOG_LISTED = number(
    "backlog_cases",
    "信访积案",
    "件",
    "统计期内列为积案，或者期初尚未化解的积案。",
    on="列为积案日期、化解日期",
    records=lambda span: (
        Backlog.objects.confirmed().filter(on__lte=span.last).exclude(resolved_on__lt=span.first)
    ),
)
BACKLOG_RESOLVED = number(
    "backlog_cases_resolved",
    "化解信访积案",
    "件",
    "化解日期在统计期内的积案。",
    on="化解日期",
    records=lambda span: Backlog.objects.confirmed().resolved_in(span.first, span.last),
)
RECEIVED = counted(Reception)

register(
    number(
        "reception_days",
        "领导接访",
        "次",
        "接访日期在统计期内的领导接访记录。",
        on="接访日期",
        records=RECEIVED,
        splits=(
            Split("接访领导", "leader"),
            Split("处理方式", "handling", choice_words(dict(Handling.choices))),
            Split("办理状态", "resolution", choice_words(dict(Resolution.choices))),
        ),
    ),
    number(
        "visitors_received",
        "接待来访",
        "人次",
        "接访日期在统计期内的来访人次之和。",
        on="接访日期",
        records=RECEIVED,
        total="persons",
    ),
    number(
        "receptions_resolved",
        "接访事项化解",
        "件",
        "接访日期在统计期内、办理状态为已化解或已办结的接访事项。",
        on="接访日期",
        records=lambda span: Reception.objects.counted_in(span).resolved(),
    ),
    BACKLOG_LISTED,
    BACKLOG_RESOLVED,
    Ratio(
        "governance.backlog_rate",
        "积案化解率",
        BACKLOG_RESOLVED,
        BACKLOG_LISTED,
        "统计期内化解 ÷（期初未化解＋期内列为积案）。",
    ),
)


def matters_of(model: type[Subject], **only) -> Records:
    """Return the records of a kind of matter received in a span, without voided ones."""

    def records(span: Span) -> QuerySet:
        matters = Matter.objects.valid().filter(received_on__range=(span.first, span.last))
        return model.objects.filter(matter__in=matters, **only)

    return records


def closed(model: type[Subject]) -> Records:
    """Return the records of a kind of matter closed in a span."""

    def records(span: Span) -> QuerySet:
        matters = Matter.objects.valid().filter(closed_on__range=(span.first, span.last))
        return model.objects.filter(matter__in=matters)

    return records


def met(code: str, *, in_time: bool) -> Records:
    """Return the petitions of which a limit was met in a span, or met in time."""

    def records(span: Span) -> QuerySet[Petition]:
        kept = Deadline.objects.filter(code=code, met_on__range=(span.first, span.last))
        kept = kept.filter(met_on__lte=F("due_on")) if in_time else kept
        matters = Matter.objects.valid().filter(pk__in=kept.values("matter"))
        return Petition.objects.filter(matter__in=matters)

    return records


def petition_figure(
    key: str, label: str, definition: str, *, on: str, records: Records, **more
) -> Metric:
    return Metric(f"governance.{key}", label, "件", definition, on, records, **more)


NOTIFIED = petition_figure(
    "petitions_notified",
    "告知受理情况",
    "告知日期在统计期内的信访事项。",
    on="告知日期",
    records=met(PETITION_NOTICE.code, in_time=False),
)
NOTIFIED_IN_TIME = petition_figure(
    "petitions_notified_in_time",
    "按期告知受理情况",
    "告知日期在统计期内且不晚于告知期限的信访事项。",
    on="告知日期",
    records=met(PETITION_NOTICE.code, in_time=True),
)
HANDLED = petition_figure(
    "petitions_handled",
    "办结信访事项",
    "出具处理意见的日期在统计期内的信访事项。",
    on="出具日期",
    records=met(HANDLING.code, in_time=False),
)
HANDLED_IN_TIME = petition_figure(
    "petitions_handled_in_time",
    "按期办结信访事项",
    "出具处理意见的日期在统计期内且不晚于办理期限的信访事项。",
    on="出具日期",
    records=met(HANDLING.code, in_time=True),
)

register(
    petition_figure(
        "petitions",
        "收到信访事项",
        "收到日期在统计期内的信访事项，不含作废。",
        on="收到日期",
        records=matters_of(Petition),
        splits=(Split("来源", "source", choice_words(dict(Source.choices))),),
    ),
    petition_figure(
        "petition_letters",
        "群众来信",
        "收到日期在统计期内、来源为来信的信访事项。",
        on="收到日期",
        records=matters_of(Petition, source=Source.LETTER),
    ),
    petition_figure(
        "petitions_closed",
        "信访事项终结",
        "办结日期在统计期内的信访事项。",
        on="办结日期",
        records=closed(Petition),
        splits=(Split("处理结果", "matter__outcome", choice_words(dict(PETITION_OUTCOMES))),),
    ),
    NOTIFIED,
    NOTIFIED_IN_TIME,
    HANDLED,
    HANDLED_IN_TIME,
    Ratio(
        "governance.petition_notice_rate",
        "信访事项按期受理率",
        NOTIFIED_IN_TIME,
        NOTIFIED,
        "按期告知 ÷ 统计期内告知。",
        basis="《信访工作条例》第二十三条",
    ),
    Ratio(
        "governance.petition_handling_rate",
        "信访事项按期办结率",
        HANDLED_IN_TIME,
        HANDLED,
        "按期办结 ÷ 统计期内办结。",
        basis="《信访工作条例》第三十四条",
    ),
    Metric(
        "governance.penalty_cases_filed",
        "逐案登记的行政处罚立案",
        "件",
        "立案日期在统计期内、逐案登记的行政处罚案件；与年度执法统计不相加。",
        "立案日期",
        matters_of(Penalty),
    ),
    Metric(
        "governance.penalty_cases_closed",
        "逐案登记的行政处罚结案",
        "件",
        "结案日期在统计期内、逐案登记的行政处罚案件。",
        "结案日期",
        closed(Penalty),
        splits=(Split("处理结果", "matter__outcome", choice_words(dict(PENALTY_OUTCOMES))),),
    ),
)

AMOUNTS = {
    EnforcementItem.DECISIONS: "罚没金额",
    EnforcementItem.FINES: "罚款金额",
    EnforcementItem.LENIENT: "为市场主体减负金额",
    EnforcementItem.CHARGES: "行政事业性收费金额",
    EnforcementItem.PROCUREMENT: "政府集中采购金额",
}

for _item in EnforcementItem:
    register(
        number(
            f"enforcement_{_item.value}",
            _item.label,
            "件",
            f"年度执法统计中“{_item.label}”的数量。",
            on="年度",
            records=counted(EnforcementFigure, item=_item),
            total="number",
        )
    )
for _item, _label in AMOUNTS.items():
    register(
        number(
            f"enforcement_{_item.value}_amount",
            _label,
            "元",
            f"年度执法统计中“{_item.label}”的金额。",
            on="年度",
            records=counted(EnforcementFigure, item=_item),
            total="amount",
        )
    )


def enforcement_rate(key: str, label: str, part: EnforcementItem, whole: EnforcementItem) -> Ratio:
    def side(item: EnforcementItem) -> Metric:
        return number(
            f"enforcement_{item.value}",
            item.label,
            "件",
            f"年度执法统计中“{item.label}”的数量。",
            on="年度",
            records=counted(EnforcementFigure, item=item),
            total="number",
        )

    definition = f"{part.label} ÷ {whole.label}，均为年度执法统计数。"
    return Ratio(f"governance.{key}", label, side(part), side(whole), definition)


register(
    enforcement_rate(
        "penalty_execution_rate", "处罚执结率", EnforcementItem.EXECUTED, EnforcementItem.DECISIONS
    ),
    enforcement_rate(
        "enforcement_in_time_rate",
        "案件按期办结率",
        EnforcementItem.IN_TIME,
        EnforcementItem.DECISIONS,
    ),
    enforcement_rate(
        "penalty_publication_rate",
        "处罚公示率",
        EnforcementItem.PUBLISHED,
        EnforcementItem.DECISIONS,
    ),
)

SUGGESTION_KIND = Split("类别", "kind", choice_words(dict(SuggestionKind.choices)))
REPLIED = number(
    "suggestions_replied",
    "办复建议提案",
    "件",
    "答复日期在统计期内的建议提案。",
    on="答复日期",
    records=lambda span: Suggestion.objects.confirmed().replied_in(span.first, span.last),
    splits=(SUGGESTION_KIND,),
)
REPLIED_IN_TIME = number(
    "suggestions_replied_in_time",
    "按期办复建议提案",
    "件",
    "答复日期在统计期内且不晚于要求答复日期的建议提案；未定期限的视为按期。",
    on="答复日期",
    records=lambda span: (
        Suggestion.objects.confirmed().replied_in(span.first, span.last).replied_in_time()
    ),
)
FINDINGS = number(
    "inspection_findings",
    "督察发现问题",
    "个",
    "督察日期在统计期内的督察发现问题数之和。",
    on="督察日期",
    records=counted(Inspection),
    total="findings",
)
CORRECTED = number(
    "inspection_findings_corrected",
    "完成整改问题",
    "个",
    "督察日期在统计期内的督察已整改数之和。",
    on="督察日期",
    records=counted(Inspection),
    total="corrected",
)
TASKS = number(
    "tasks", "年度工作任务", "项", "统计年度的工作任务。", on="年度", records=counted(YearlyTask)
)
TASKS_DONE = number(
    "tasks_done",
    "完成年度工作任务",
    "项",
    "统计年度已完成的工作任务。",
    on="年度",
    records=lambda span: YearlyTask.objects.counted_in(span).done(),
)


def next_year(span: Span) -> QuerySet[YearlyTask]:
    """Tasks of the year after the one in which a span ends."""
    return YearlyTask.objects.counted_in(Span.year(span.last.year + 1))


register(
    number(
        "suggestions",
        "收到建议提案",
        "件",
        "收到日期在统计期内的建议提案。",
        on="收到日期",
        records=counted(Suggestion),
        splits=(SUGGESTION_KIND,),
    ),
    REPLIED,
    REPLIED_IN_TIME,
    Ratio(
        "governance.suggestion_rate",
        "建议提案按期办复率",
        REPLIED_IN_TIME,
        REPLIED,
        "按期办复 ÷ 统计期内办复。",
    ),
    number(
        "inspections",
        "督察检查",
        "次",
        "督察日期在统计期内的督察、巡察和监督检查。",
        on="督察日期",
        records=counted(Inspection),
        splits=(Split("类别", "kind", choice_words(dict(InspectionKind.choices))),),
    ),
    FINDINGS,
    CORRECTED,
    Ratio(
        "governance.correction_rate",
        "督察问题整改率",
        CORRECTED,
        FINDINGS,
        "已整改数 ÷ 发现问题数。",
    ),
    number(
        "honours",
        "荣誉考核",
        "项",
        "授予日期在统计期内的荣誉和考核名次。",
        on="授予日期",
        records=counted(Honour),
        splits=(Split("级别", "level", choice_words(dict(HonourLevel.choices))),),
    ),
    TASKS,
    TASKS_DONE,
    Ratio(
        "governance.task_rate",
        "年度工作任务完成率",
        TASKS_DONE,
        TASKS,
        "已完成 ÷ 统计年度的工作任务。",
    ),
    number(
        "tasks_carried_over",
        "上年结转工作任务",
        "项",
        "统计年度的工作任务中由上一年度结转的。",
        on="年度",
        records=counted(YearlyTask, carried_from__isnull=False),
    ),
    number(
        "tasks_next_year",
        "下年度工作任务",
        "项",
        "统计期末所在年度的下一年度的工作任务。",
        on="年度",
        records=next_year,
        splits=(Split("方面", "area", lambda area: str(area or "未填")),),
    ),
    number(
        "indicators",
        "其他指标",
        "个",
        "统计年度登记的其他指标。",
        on="年度",
        records=counted(Indicator),
    ),
)
