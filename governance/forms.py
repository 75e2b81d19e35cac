"""Forms of 法治建设: one for each register, its query panel beside it."""

from __future__ import annotations

from crispy_forms.layout import Column, Layout, Row
from django import forms

from casework.registers.forms import RegisterFilter, RegisterForm, choice_of, names_in, yes_of
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
    Reception,
    ReceptionPlan,
    Rule,
    RuleReview,
    StudyActivity,
    Suggestion,
    YearlyTask,
)
from portal.forms import LaidOutForm, OnceMixin, SeenMixin

STUDY = (
    ("on", "until", "kind", "topic"),
    ("chair", "speaker", "speaker_level"),
    ("persons", "expected", "hours", "place"),
    ("department", "remark"),
)
EXAMINATION = (
    ("on", "kind", "name"),
    ("expected", "sat", "passed", "excellent", "leaders"),
    ("department", "remark"),
)
DUTY_REPORT = (
    ("on", "person", "level"),
    ("way", "persons", "comment"),
    ("department", "remark"),
)
MEETING = (
    ("on", "kind", "title"),
    ("chair", "chaired_by_principal", "persons", "items"),
    ("agenda", "decisions"),
    ("counsel_sat_in", "judicial_office_sat_in", "department"),
    ("remark",),
)
RULE = (
    ("on", "kind", "title"),
    ("document_number", "issuer", "department"),
    ("in_force_from", "valid_until"),
    ("filed_on", "filed_with"),
    ("repealed_on", "repealed_by"),
    ("remark",),
)
RULE_REVIEW = (
    ("on", "title", "rule"),
    ("result", "reason", "department"),
    ("remark",),
)
MAJOR_DECISION = (
    ("year", "title", "department"),
    ("content",),
    ("decided_by", "basis"),
    ("needs_participation", "needs_experts", "needs_risk"),
    ("participation_on", "experts_on", "risk_on", "reviewed_on", "discussed_on"),
    ("planned_on", "published_on", "opinions"),
    ("remark",),
)
RECEPTION = (
    ("on", "leader", "visitor", "persons"),
    ("matter", "handling", "resolution"),
    ("resolved_on", "result", "backlog"),
    ("department", "remark"),
)
BACKLOG = (
    ("on", "title", "petitioner"),
    ("leader", "department"),
    ("measures",),
    ("resolved_on", "result"),
    ("remark",),
)
SUGGESTION = (
    ("on", "kind", "number"),
    ("title", "source"),
    ("due_on", "replied_on", "reply"),
    ("department", "remark"),
)
INSPECTION = (
    ("on", "kind", "source"),
    ("title", "department"),
    ("findings", "corrected", "correct_by", "corrected_on"),
    ("problems", "measures"),
    ("remark",),
)
HONOUR = (
    ("on", "title", "grantor"),
    ("level", "rank", "department"),
    ("remark",),
)
ENFORCEMENT_FIGURE = (
    ("year", "item", "number"),
    ("amount", "source", "department"),
    ("remark",),
)
YEARLY_TASK = (
    ("year", "area", "department"),
    ("title", "measure"),
    ("due_on", "progress", "done_on"),
    ("situation",),
    ("remark",),
)
INDICATOR = (
    ("year", "group", "name"),
    ("value", "unit", "is_approximate", "last_value"),
    ("source", "department", "remark"),
)

LONG = forms.Textarea(attrs={"rows": 3})


class StudyActivityForm(RegisterForm):
    rows = STUDY
    plausible = {"persons": 1_000, "expected": 1_000, "hours": 100}

    class Meta:
        model = StudyActivity
        fields = names_in(STUDY)


class StudyActivityFilter(RegisterFilter):
    words = ("topic", "chair", "speaker", "place", "remark")

    kind = choice_of(StudyActivity, "kind")


class ExaminationForm(RegisterForm):
    rows = EXAMINATION
    plausible = {"expected": 2_000, "sat": 2_000}

    class Meta:
        model = Examination
        fields = names_in(EXAMINATION)


class ExaminationFilter(RegisterFilter):
    words = ("name", "remark")

    kind = choice_of(Examination, "kind")


class DutyReportForm(RegisterForm):
    rows = DUTY_REPORT
    plausible = {"persons": 200}

    class Meta:
        model = DutyReport
        fields = names_in(DUTY_REPORT)


class DutyReportFilter(RegisterFilter):
    words = ("person", "comment", "remark")

    way = choice_of(DutyReport, "way")


class MeetingForm(RegisterForm):
    rows = MEETING
    plausible = {"items": 50, "persons": 500}

    class Meta:
        model = Meeting
        fields = names_in(MEETING)
        widgets = {"agenda": LONG, "decisions": LONG}


class MeetingFilter(RegisterFilter):
    words = ("title", "agenda", "decisions", "remark")
    rare = ("counsel_sat_in",)

    kind = choice_of(Meeting, "kind")
    counsel_sat_in = yes_of(Meeting, "counsel_sat_in")


class RuleForm(RegisterForm):
    rows = RULE

    class Meta:
        model = Rule
        fields = names_in(RULE)


class RuleFilter(RegisterFilter):
    words = ("title", "document_number", "remark")

    kind = choice_of(Rule, "kind")


class RuleReviewForm(RegisterForm):
    rows = RULE_REVIEW

    class Meta:
        model = RuleReview
        fields = names_in(RULE_REVIEW)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rule"].queryset = Rule.objects.valid()


class RuleReviewFilter(RegisterFilter):
    words = ("title", "reason", "remark")

    result = choice_of(RuleReview, "result")


class MajorDecisionForm(RegisterForm):
    rows = MAJOR_DECISION
    plausible = {"opinions": 10_000}
    basis = {
        "title": "《重大行政决策程序暂行条例》第三条第三款：决策事项目录",
        "participation_on": "《重大行政决策程序暂行条例》第十四条至第十八条",
        "experts_on": "《重大行政决策程序暂行条例》第十九条至第二十一条",
        "risk_on": "《重大行政决策程序暂行条例》第二十二条至第二十四条",
        "reviewed_on": "《重大行政决策程序暂行条例》第二十五条：未经合法性审查的，"
        "不得提交决策机关讨论",
        "discussed_on": "《重大行政决策程序暂行条例》第三十条",
    }

    class Meta:
        model = MajorDecision
        fields = names_in(MAJOR_DECISION)
        widgets = {"content": LONG}


class MajorDecisionFilter(RegisterFilter):
    words = ("title", "content", "basis", "remark")


class ReceptionForm(RegisterForm):
    rows = RECEPTION
    plausible = {"persons": 500}
    basis = {"leader": "《信访工作条例》第十八条第二款：领导干部应当阅办群众来信、定期接访"}

    class Meta:
        model = Reception
        fields = names_in(RECEPTION)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["backlog"].queryset = Backlog.objects.valid()


class ReceptionFilter(RegisterFilter):
    words = ("leader", "visitor", "matter", "result", "remark")
    rare = ("handling",)

    resolution = choice_of(Reception, "resolution")
    handling = choice_of(Reception, "handling")


class ReceptionPlanForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    class Meta:
        model = ReceptionPlan
        fields = ["weekday", "time", "shift", "leaders", "since", "until"]

    layout = Layout(
        "submission",
        "seen",
        Row(Column("weekday"), Column("time"), Column("shift")),
        "leaders",
        Row(Column("since"), Column("until")),
    )


class BacklogForm(RegisterForm):
    rows = BACKLOG
    basis = {"leader": "《信访工作条例》第十八条第二款：包案化解群众反映强烈的突出问题"}

    class Meta:
        model = Backlog
        fields = names_in(BACKLOG)
        widgets = {"measures": LONG}


class BacklogFilter(RegisterFilter):
    words = ("title", "petitioner", "leader", "result", "remark")


class SuggestionForm(RegisterForm):
    rows = SUGGESTION

    class Meta:
        model = Suggestion
        fields = names_in(SUGGESTION)


class SuggestionFilter(RegisterFilter):
    words = ("title", "number", "source", "reply", "remark")

    kind = choice_of(Suggestion, "kind")


class InspectionForm(RegisterForm):
    rows = INSPECTION
    plausible = {"findings": 500}

    class Meta:
        model = Inspection
        fields = names_in(INSPECTION)
        widgets = {"problems": LONG, "measures": LONG}


class InspectionFilter(RegisterFilter):
    words = ("title", "source", "problems", "remark")

    kind = choice_of(Inspection, "kind")


class HonourForm(RegisterForm):
    rows = HONOUR

    class Meta:
        model = Honour
        fields = names_in(HONOUR)


class HonourFilter(RegisterFilter):
    words = ("title", "grantor", "remark")

    level = choice_of(Honour, "level")


class EnforcementFigureForm(RegisterForm):
    rows = ENFORCEMENT_FIGURE
    plausible = {"number": 100_000, "amount": 100_000_000}

    class Meta:
        model = EnforcementFigure
        fields = names_in(ENFORCEMENT_FIGURE)


class EnforcementFigureFilter(RegisterFilter):
    words = ("source", "remark")

    item = choice_of(EnforcementFigure, "item")


class YearlyTaskForm(RegisterForm):
    rows = YEARLY_TASK

    class Meta:
        model = YearlyTask
        fields = names_in(YEARLY_TASK)
        widgets = {"situation": LONG}


class YearlyTaskFilter(RegisterFilter):
    words = ("title", "area", "measure", "situation", "remark")

    progress = choice_of(YearlyTask, "progress")


class IndicatorForm(RegisterForm):
    rows = INDICATOR

    class Meta:
        model = Indicator
        fields = names_in(INDICATOR)


class IndicatorFilter(RegisterFilter):
    words = ("name", "group", "source", "remark")
