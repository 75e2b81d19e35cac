"""Forms of 普法: one for each register, its query panel beside it."""

from __future__ import annotations

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms

from casework.registers.forms import RegisterFilter, RegisterForm, choice_of, names_in, yes_of
from people.models import Department
from portal.forms import LaidOutForm, OnceMixin, SeenMixin
from publicity.models import (
    Activity,
    Audience,
    NodeDates,
    PlanItem,
    PublicityNode,
    Satisfaction,
    TeachingDuty,
    VolunteerCount,
)

ACTIVITY = (
    ("on", "until", "kind", "department"),
    ("name", "theme", "node"),
    ("place", "community", "audiences"),
    ("sessions", "persons", "materials", "consultations", "online_views"),
    ("laws", "explains_cases", "speaker", "speaker_kind"),
    ("joint_departments", "partners", "plan_item"),
    ("remark",),
)
PLAN_ITEM = (
    ("year", "month", "department"),
    ("title", "node"),
    ("audience", "measure", "done_on"),
    ("remark",),
)
TEACHING_DUTY = (
    ("year", "department", "person"),
    ("laws", "audience", "measure"),
    ("remark",),
)
SATISFACTION = (
    ("year", "round", "score"),
    ("rank", "among", "source"),
    ("department", "remark"),
)
VOLUNTEER_COUNT = (
    ("year", "kind", "number"),
    ("communities", "trained", "department"),
    ("remark",),
)


class ActivityForm(RegisterForm):
    rows = ACTIVITY
    plausible = {
        "sessions": 50,
        "persons": 5_000,
        "materials": 20_000,
        "consultations": 2_000,
        "online_views": 10_000_000,
    }

    class Meta:
        model = Activity
        fields = names_in(ACTIVITY)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audiences"].queryset = Audience.objects.filter(is_active=True)
        self.fields["joint_departments"].queryset = Department.objects.active()
        plans = PlanItem.objects.valid()
        self.fields["plan_item"].queryset = plans.in_year(self.year) if self.year else plans


class ActivityFilter(RegisterFilter):
    words = ("name", "theme", "place", "community", "laws", "speaker", "remark")
    rare = ("node", "audiences", "explains_cases")

    kind = choice_of(Activity, "kind")
    node = forms.ModelChoiceField(PublicityNode.objects.all(), label="普法节点", empty_label="全部")
    audiences = forms.ModelChoiceField(Audience.objects.all(), label="对象", empty_label="全部")
    explains_cases = yes_of(Activity, "explains_cases")


class PlanItemForm(RegisterForm):
    rows = PLAN_ITEM

    class Meta:
        model = PlanItem
        fields = names_in(PLAN_ITEM)


class PlanItemFilter(RegisterFilter):
    words = ("title", "audience", "measure", "remark")


class TeachingDutyForm(RegisterForm):
    rows = TEACHING_DUTY

    class Meta:
        model = TeachingDuty
        fields = names_in(TEACHING_DUTY)


class TeachingDutyFilter(RegisterFilter):
    words = ("laws", "audience", "measure", "person", "remark")


class SatisfactionForm(RegisterForm):
    rows = SATISFACTION
    plausible = {"score": 100}

    class Meta:
        model = Satisfaction
        fields = names_in(SATISFACTION)
        widgets = {"score": forms.NumberInput(attrs={"min": 0, "step": "0.01"})}


class VolunteerCountForm(RegisterForm):
    rows = VOLUNTEER_COUNT
    plausible = {"number": 5_000, "communities": 100, "trained": 20_000}

    class Meta:
        model = VolunteerCount
        fields = names_in(VOLUNTEER_COUNT)


class VolunteerCountFilter(RegisterFilter):
    kind = choice_of(VolunteerCount, "kind")


class NodeForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    """A day of publicity and the rule by which it is found in a year."""

    class Meta:
        model = PublicityNode
        fields = [
            "name",
            "rule",
            "month",
            "day",
            "until_month",
            "until_day",
            "week",
            "weekday",
            "basis",
            "laws",
            "remind_days",
            "is_active",
        ]

    layout = Layout(
        "submission",
        "seen",
        Row(Column("name"), Column("rule")),
        Fieldset(
            "日期",
            Row(Column("month"), Column("day"), Column("until_month"), Column("until_day")),
            Row(Column("week"), Column("weekday")),
        ),
        Row(Column("basis"), Column("laws")),
        Row(Column("remind_days"), Column("is_active")),
    )


class NodeDatesForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    """The days of a node in one year, as its notice has them."""

    class Meta:
        model = NodeDates
        fields = ["first", "last", "source"]

    layout = Layout("submission", "seen", Row(Column("first"), Column("last")), "source")
