"""The registers of 法治建设 as they are declared."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils import timezone

from casework.cells import amount, day, name, one_of, whole, yes
from casework.ledger import Column
from casework.registers.declaration import Register, Shown, words_of
from casework.registers.ledgers import register
from governance import forms
from governance.models import Reception, StudyActivity
from governance.models.meetings import MeetingKind
from governance.models.oversight import (
    EnforcementItem,
    HonourLevel,
    InspectionKind,
    SuggestionKind,
)
from governance.models.plans import Progress
from governance.models.reception import Handling, Resolution
from governance.models.rules import Issuer, ReviewResult, RuleKind, Validity
from governance.models.study import (
    ExaminationKind,
    ReporterLevel,
    ReportWay,
    SpeakerLevel,
    StudyKind,
)
from portal.views import Tab

DEPARTMENT = Column("department", "责任科室", name, synonyms=("科室", "承办科室"))
REMARK = Column("remark", "备注")
YEAR = Column("year", "年度", whole)

STUDY_WORDS = words_of(StudyKind.choices) | {
    "中心组学法": StudyKind.CENTRAL_GROUP,
    "旁听庭审": StudyKind.COURT_HEARING,
}

STUDY_ACTIVITIES = Register(
    app="governance",
    one="study-activity",
    many="study-activities",
    form=forms.StudyActivityForm,
    filter=forms.StudyActivityFilter,
    line=("on", "kind", "topic", "chair", "speaker", "persons", "hours"),
    shown=(
        Shown("形式", "kind", "kind"),
        Shown("主题", "topic", "topic"),
        Shown("主持人", "chair"),
        Shown("主讲人", "speaker"),
        Shown("参加人数", "persons", "persons", is_number=True),
        Shown("学时", "hours", is_number=True),
    ),
    sums=("persons",),
    columns=(
        Column("on", "日期", day, required=True, synonyms=("学习日期",), example="2022-03-18"),
        Column(
            "kind",
            "形式",
            one_of(STUDY_WORDS, required=True),
            required=True,
            example="理论学习中心组学法",
        ),
        Column("topic", "主题", required=True, example="《习近平法治思想学习纲要》", width=30),
        Column("chair", "主持人", name),
        Column("persons", "参加人数", whole, synonyms=("参加人次",), example="12"),
        Column("until", "结束日期", day),
        Column("speaker", "主讲人"),
        Column("speaker_level", "主讲人类别", one_of(words_of(SpeakerLevel.choices))),
        Column("expected", "应参加人数", whole),
        Column("hours", "学时", amount),
        Column("place", "地点"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "kind", "topic"),
)
EXAMINATIONS = Register(
    app="governance",
    one="examination",
    many="examinations",
    form=forms.ExaminationForm,
    filter=forms.ExaminationFilter,
    line=("on", "name", "kind", "expected", "sat", "passed", "excellent"),
    shown=(
        Shown("考试名称", "name"),
        Shown("类别", "kind", "kind"),
        Shown("应考", "expected", is_number=True),
        Shown("实考", "sat", is_number=True),
        Shown("合格", "passed", is_number=True),
        Shown("优秀", "excellent", is_number=True),
    ),
    sums=("expected", "sat", "passed", "excellent"),
    columns=(
        Column("on", "考试日期", day, required=True),
        Column("name", "考试名称", required=True, width=24),
        Column("kind", "类别", one_of(words_of(ExaminationKind.choices))),
        Column("expected", "应考人数", whole, required=True),
        Column("sat", "实考人数", whole, required=True),
        Column("passed", "合格人数", whole),
        Column("excellent", "优秀人数", whole),
        Column("leaders", "其中领导人数", whole),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "name"),
)
DUTY_REPORTS = Register(
    app="governance",
    one="duty-report",
    many="duty-reports",
    form=forms.DutyReportForm,
    filter=forms.DutyReportFilter,
    line=("on", "person", "level", "way", "persons"),
    shown=(
        Shown("述法人", "person"),
        Shown("职务层级", "level", "level"),
        Shown("方式", "way", "way"),
        Shown("人数", "persons", is_number=True),
        Shown("评议情况", "comment"),
    ),
    sums=("persons",),
    columns=(
        Column("on", "述法日期", day, required=True),
        Column("person", "述法人", required=True),
        Column("level", "职务层级", one_of(words_of(ReporterLevel.choices))),
        Column("way", "方式", one_of(words_of(ReportWay.choices))),
        Column("persons", "人数", whole),
        Column("comment", "评议情况"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "person"),
)
MEETINGS = Register(
    app="governance",
    one="meeting",
    many="meetings",
    form=forms.MeetingForm,
    filter=forms.MeetingFilter,
    line=("on", "kind", "title", "chair", "items", "chaired_by_principal", "counsel_sat_in"),
    shown=(
        Shown("会议类别", "kind", "kind"),
        Shown("会议名称", "title"),
        Shown("主持人", "chair"),
        Shown("研究事项", "items", is_number=True),
        Shown("法律顾问列席", "counsel_sat_in"),
    ),
    sums=("items",),
    columns=(
        Column("on", "会议日期", day, required=True, synonyms=("日期",)),
        Column("kind", "会议类别", one_of(words_of(MeetingKind.choices), required=True)),
        Column("title", "会议名称", required=True, width=24),
        Column("chair", "主持人"),
        Column("chaired_by_principal", "主要负责人主持", yes),
        Column("items", "研究事项数", whole),
        Column("agenda", "议题"),
        Column("decisions", "议定事项"),
        Column("counsel_sat_in", "法律顾问列席", yes),
        Column("judicial_office_sat_in", "司法所列席", yes),
        Column("persons", "参会人数", whole),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "title"),
)


def refuse_unknown_end(row: Mapping[str, object]) -> dict[str, object]:
    """Refuse a rule that is said to be over when nobody says since when: it would count on."""
    end = {Validity.REPEALED: "repealed_on", Validity.LAPSED: "valid_until"}
    said = end.get(row.get("validity") or Validity.IN_FORCE)
    if said and not row.get(said):
        raise ValidationError({said: "效力状态为已废止、已失效的，请补上废止日期或有效期至。"})
    return {}


RULES = Register(
    app="governance",
    one="rule",
    many="rules",
    form=forms.RuleForm,
    filter=forms.RuleFilter,
    line=("on", "title", "document_number", "kind", "issuer"),
    shown=(
        Shown("名称", "title", "title"),
        Shown("文号", "document_number", "document_number"),
        Shown("类别", "kind", "kind"),
        Shown("印发主体", "issuer"),
        Shown("备案日期", "filed_on", "filed_on"),
        Shown("废止日期", "repealed_on", "repealed_on"),
    ),
    columns=(
        Column("title", "名称", required=True, synonyms=("文件名称", "制度名称"), width=30),
        Column("document_number", "文号", example="南汇街办〔2022〕21号"),
        Column("on", "印发日期", day, required=True, synonyms=("制发日期",)),
        Column("issuer", "印发主体", one_of(words_of(Issuer.choices)), synonyms=("制发主体",)),
        Column("validity", "效力状态", one_of(words_of(Validity.choices))),
        Column("kind", "类别", one_of(words_of(RuleKind.choices))),
        Column("in_force_from", "施行日期", day),
        Column("valid_until", "有效期至", day),
        Column("filed_on", "备案日期", day),
        Column("filed_with", "备案机关"),
        Column("repealed_on", "废止日期", day),
        Column("repealed_by", "废止依据"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("title", "document_number"),
    fill=refuse_unknown_end,
)
RULE_REVIEWS = Register(
    app="governance",
    one="rule-review",
    many="rule-reviews",
    form=forms.RuleReviewForm,
    filter=forms.RuleReviewFilter,
    line=("on", "title", "rule", "result", "reason"),
    shown=(
        Shown("文件名称", "title"),
        Shown("清理结论", "result", "result"),
        Shown("理由", "reason"),
    ),
    columns=(
        Column("on", "清理日期", day, required=True),
        Column("title", "文件名称", required=True, width=30),
        Column("result", "清理结论", one_of(words_of(ReviewResult.choices), required=True)),
        Column("reason", "理由"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "title"),
    explanation="规范性文件每隔两年全面清理一次；即时清理的也登记在这里。",
)
MAJOR_DECISIONS = Register(
    app="governance",
    one="major-decision",
    many="major-decisions",
    form=forms.MajorDecisionForm,
    filter=forms.MajorDecisionFilter,
    line=("title", "department", "basis", "planned_on"),
    shown=(
        Shown("决策事项", "title"),
        Shown("必经程序", "steps_done", is_number=True),
        Shown("合法性审查", "reviewed_on", "reviewed_on"),
        Shown("集体讨论", "discussed_on", "discussed_on"),
        Shown("计划完成", "planned_on", "planned_on"),
    ),
    columns=(
        YEAR,
        Column("title", "决策事项名称", required=True, width=30),
        Column("content", "主要内容"),
        Column("decided_by", "决策主体"),
        Column("department", "承办科室", name, synonyms=("承办职能办", "责任科室")),
        Column("basis", "法律政策依据"),
        Column("participation_on", "公众参与", day),
        Column("experts_on", "专家论证", day),
        Column("risk_on", "风险评估", day),
        Column("reviewed_on", "合法性审查", day),
        Column("discussed_on", "集体讨论决定", day),
        Column("planned_on", "计划完成时间", day, synonyms=("计划完成日期",)),
        Column("published_on", "决策公布日期", day),
        Column("opinions", "收到公众意见条数", whole),
        REMARK,
    ),
    identity=("year", "title"),
)
RECEPTIONS = Register(
    app="governance",
    one="reception",
    many="receptions",
    form=forms.ReceptionForm,
    filter=forms.ReceptionFilter,
    line=("on", "leader", "visitor", "persons", "matter", "handling", "resolution"),
    shown=(
        Shown("接访领导", "leader", "leader"),
        Shown("来访人", "visitor"),
        Shown("人次", "persons", is_number=True),
        Shown("事项", "matter"),
        Shown("处理方式", "handling", "handling"),
        Shown("办理状态", "resolution", "resolution"),
    ),
    sums=("persons",),
    columns=(
        Column("on", "接访日期", day, required=True, example="2022-01-07"),
        Column("leader", "接访领导", required=True),
        Column("visitor", "来访人"),
        Column("matter", "事项", synonyms=("反映事项",)),
        Column("handling", "处理方式", one_of(words_of(Handling.choices))),
        Column("resolution", "办理状态", one_of(words_of(Resolution.choices))),
        Column("persons", "来访人次", whole),
        Column("resolved_on", "化解日期", day),
        Column("result", "办理结果"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "leader", "visitor"),
)
BACKLOGS = Register(
    app="governance",
    one="backlog",
    many="backlogs",
    form=forms.BacklogForm,
    filter=forms.BacklogFilter,
    line=("on", "title", "petitioner", "leader", "department"),
    shown=(
        Shown("积案事项", "title"),
        Shown("信访人", "petitioner"),
        Shown("包案领导", "leader", "leader"),
        Shown("化解日期", "resolved_on", "resolved_on"),
        Shown("化解情况", "result"),
    ),
    columns=(
        Column("on", "列为积案日期", day, required=True),
        Column("title", "积案事项", required=True, width=30),
        Column("petitioner", "信访人"),
        Column("leader", "包案领导", required=True),
        Column("measures", "化解措施"),
        Column("resolved_on", "化解日期", day),
        Column("result", "化解情况"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "title"),
)
SUGGESTIONS = Register(
    app="governance",
    one="suggestion",
    many="suggestions",
    form=forms.SuggestionForm,
    filter=forms.SuggestionFilter,
    line=("on", "kind", "number", "title", "source", "due_on"),
    shown=(
        Shown("类别", "kind", "kind"),
        Shown("编号", "number"),
        Shown("标题", "title"),
        Shown("要求答复", "due_on", "due_on"),
        Shown("答复日期", "replied_on", "replied_on"),
    ),
    columns=(
        Column("on", "收到日期", day, required=True),
        Column("kind", "类别", one_of(words_of(SuggestionKind.choices), required=True)),
        Column("number", "编号"),
        Column("source", "提出单位或代表"),
        Column("title", "标题", required=True, width=30),
        Column("due_on", "要求答复日期", day),
        Column("replied_on", "答复日期", day),
        Column("reply", "答复和采纳情况"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "title"),
)
INSPECTIONS = Register(
    app="governance",
    one="inspection",
    many="inspections",
    form=forms.InspectionForm,
    filter=forms.InspectionFilter,
    line=("on", "kind", "source", "title", "findings", "corrected", "correct_by"),
    shown=(
        Shown("类别", "kind", "kind"),
        Shown("督察单位", "source"),
        Shown("督察事项", "title"),
        Shown("发现问题", "findings", is_number=True),
        Shown("已整改", "corrected", is_number=True),
        Shown("整改期限", "correct_by", "correct_by"),
    ),
    sums=("findings", "corrected"),
    columns=(
        Column("on", "督察日期", day, required=True),
        Column("kind", "类别", one_of(words_of(InspectionKind.choices), required=True)),
        Column("source", "督察单位"),
        Column("title", "督察事项", required=True, width=30),
        Column("findings", "发现问题数", whole),
        Column("corrected", "已整改数", whole),
        Column("problems", "问题清单"),
        Column("correct_by", "整改期限", day),
        Column("corrected_on", "整改完成日期", day),
        Column("measures", "整改情况"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "title"),
)
HONOURS = Register(
    app="governance",
    one="honour",
    many="honours",
    form=forms.HonourForm,
    filter=forms.HonourFilter,
    line=("on", "title", "grantor", "level", "rank"),
    shown=(
        Shown("名称", "title"),
        Shown("授予单位", "grantor"),
        Shown("级别", "level", "level"),
        Shown("名次", "rank", is_number=True),
    ),
    columns=(
        Column("on", "授予日期", day, required=True),
        Column("title", "荣誉名称", required=True, width=30),
        Column("grantor", "授予单位"),
        Column("level", "级别", one_of(words_of(HonourLevel.choices))),
        Column("rank", "名次", whole),
        DEPARTMENT,
        REMARK,
    ),
    identity=("on", "title"),
)
ENFORCEMENT_FIGURES = Register(
    app="governance",
    one="enforcement-figure",
    many="enforcement-figures",
    form=forms.EnforcementFigureForm,
    filter=forms.EnforcementFigureFilter,
    line=("item", "number", "amount", "source", "department"),
    shown=(
        Shown("项目", "item", "item"),
        Shown("数量", "number", is_number=True),
        Shown("金额（元）", "amount", is_number=True),
        Shown("来源", "source"),
    ),
    columns=(
        YEAR,
        Column("item", "执法项目", one_of(words_of(EnforcementItem.choices), required=True)),
        Column("number", "数量", whole, required=True),
        Column("amount", "金额（元）", amount),
        Column("source", "来源"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("year", "item"),
    explanation="按年填写的执法统计；逐案登记的处罚案件另见“行政处罚案件”，两者不相加。",
)


def next_year_of_ledger(row: Mapping[str, object]) -> dict[str, object]:
    """Return the year of a task that a ledger of plans leaves out.

    The tasks of 下年度工作思路 follow the year that was entered last: the ledgers of a year are
    imported together.
    """
    if row.get("year"):
        return {}
    entered = [
        model.objects.order_by("-entered_at", "-pk").first() for model in (Reception, StudyActivity)
    ]
    years = [record.on.year for record in entered if record]
    return {"year": (max(years) if years else timezone.localdate().year) + 1}


TASKS = Register(
    app="governance",
    one="task",
    many="tasks",
    form=forms.YearlyTaskForm,
    filter=forms.YearlyTaskFilter,
    line=("area", "title", "department", "due_on", "progress"),
    shown=(
        Shown("方面", "area", "area"),
        Shown("工作任务", "title"),
        Shown("完成期限", "due_on", "due_on"),
        Shown("进展", "progress", "progress"),
        Shown("来源", "origin"),
    ),
    tabs=(
        Tab("unfinished", "未完成", lambda q: q.valid().unfinished()),
        Tab("done", "已完成", lambda q: q.valid().done()),
    ),
    columns=(
        Column("area", "方面", required=True),
        Column("title", "工作任务", required=True, width=40),
        DEPARTMENT,
        YEAR,
        Column("measure", "措施"),
        Column("due_on", "完成期限", day),
        Column("progress", "进展", one_of(words_of(Progress.choices))),
        Column("situation", "进展情况"),
        Column("done_on", "完成日期", day),
        REMARK,
    ),
    identity=("year", "area", "title"),
    fill=next_year_of_ledger,
)
INDICATORS = Register(
    app="governance",
    one="indicator",
    many="indicators",
    form=forms.IndicatorForm,
    filter=forms.IndicatorFilter,
    line=("group", "name", "value", "unit", "is_approximate", "last_value", "source"),
    shown=(
        Shown("类别", "group", "group"),
        Shown("指标名称", "name", "name"),
        Shown("数值", "words", is_number=True),
        Shown("上年数值", "last_value", is_number=True),
        Shown("来源", "source"),
    ),
    columns=(
        YEAR,
        Column("group", "类别"),
        Column("name", "指标名称", required=True, width=30),
        Column("value", "数值", required=True),
        Column("unit", "单位"),
        Column("is_approximate", "约数", yes),
        Column("last_value", "上年数值"),
        Column("source", "来源"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("year", "name"),
    explanation="台账统计不出、报告又需要的数字填在这里，如政务服务办件量、网格数。",
)

REGISTERS = (
    STUDY_ACTIVITIES,
    EXAMINATIONS,
    DUTY_REPORTS,
    MEETINGS,
    RULES,
    RULE_REVIEWS,
    MAJOR_DECISIONS,
    RECEPTIONS,
    BACKLOGS,
    SUGGESTIONS,
    INSPECTIONS,
    HONOURS,
    ENFORCEMENT_FIGURES,
    TASKS,
    INDICATORS,
)
register(*REGISTERS)
