"""Forms of petitions and enforcement matters: as they come in, their later correction, filters."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db import transaction
from django.utils import timezone

from casework import process
from casework.forms import (
    MatterFilter,
    StaffField,
    VersionMixin,
    department_field,
    refuse_other_department,
)
from casework.workflow import Workflow
from governance.models import Penalty, Petition
from governance.models.matters import Source, Subject
from governance.results import PENALTY_OUTCOMES, PETITION_OUTCOMES
from governance.workflow import PENALTY, PETITION
from people.models import Department
from people.scope import scope_of
from portal.forms import LaidOutForm, OnceMixin

PETITION_SUBJECT = [
    "source",
    "outside_number",
    "petitioner",
    "persons",
    "identity_number",
    "phone",
    "address",
    "content",
]
PENALTY_SUBJECT = [
    "party",
    "identity_number",
    "phone",
    "address",
    "act",
    "basis",
    "recording_number",
]
HANDLING = Fieldset(
    "办理",
    Row(Column("department", css_class="col-md-4"), Column("handler", css_class="col-md-4")),
)
PETITIONER = Fieldset(
    "信访人",
    Row(Column("petitioner"), Column("persons"), Column("identity_number")),
    Row(Column("phone"), Column("address")),
)
CLAIM = Fieldset("信访事项", "title", "content")
PARTY = Fieldset(
    "当事人",
    Row(Column("party"), Column("identity_number")),
    Row(Column("phone"), Column("address")),
)
ACT = Fieldset("违法行为", "title", Row(Column("act"), Column("basis")), "recording_number")


class SubjectForm(LaidOutForm, OnceMixin, forms.ModelForm):
    """What a matter of governance is about."""

    title = forms.CharField(label="事项名称", max_length=200)


class OpeningMixin(forms.Form):
    """How a matter comes in: on which day, to whom. A subclass gives `workflow` and `opening`."""

    workflow: Workflow

    on = forms.DateField(label="日期")
    department = department_field(label="承办科室")
    handler = StaffField(label="承办人", required=False)

    def __init__(self, *args, user=None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        scope = scope_of(user, timezone.localdate()) if user else None
        if scope and not scope.everything:
            own = Department.objects.active().filter(pk__in=scope.departments)
            self.fields["department"].queryset = own

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_other_department(self, cleaned)
        return cleaned

    def opening(self) -> str:
        raise NotImplementedError

    @transaction.atomic
    def open(self, *, by, today: date) -> Subject:
        """Open the matter and keep what it is about; return that."""
        cleaned, subject = self.cleaned_data, self.instance
        subject.matter = process.open_matter(
            self.workflow,
            opening=self.opening(),
            on=cleaned["on"],
            title=cleaned["title"],
            department=cleaned["department"],
            handler=cleaned["handler"],
            by=by,
            today=today,
            search_text=subject.search_text,
        )
        subject.save(force_insert=True)
        return subject


class EditMixin(VersionMixin):
    """Corrects what was typed about a matter; its course has moves of its own."""

    @transaction.atomic
    def save_edit(self, *, by, changes: dict) -> None:
        """Write the changed subject, unless somebody else wrote it meanwhile."""
        process.edit(
            self.instance.matter,
            title=self.cleaned_data["title"],
            search_text=self.instance.search_text,
            by=by,
            changes=self.instance.without_personal_data(changes),
            version=self.cleaned_data["version"],
        )
        self.instance.save()


class PetitionForm(OpeningMixin, SubjectForm):
    workflow = PETITION
    layout = Layout(
        "submission",
        Fieldset("收到", Row(Column("source"), Column("on"), Column("outside_number"))),
        PETITIONER,
        CLAIM,
        HANDLING,
    )
    basis = {"on": "《信访工作条例》第二十三条：自收到之日起 15 日内告知"}

    class Meta:
        model = Petition
        fields = PETITION_SUBJECT

    def opening(self) -> str:
        was_passed_on = self.cleaned_data["source"] == Source.TRANSFER
        return "receive_transfer" if was_passed_on else "receive"


class PetitionEditForm(EditMixin, SubjectForm):
    layout = Layout(
        "submission", "version", Row(Column("source"), Column("outside_number")), PETITIONER, CLAIM
    )

    class Meta:
        model = Petition
        fields = PETITION_SUBJECT


class PetitionFilter(MatterFilter):
    rare = ("source", "outcome")

    source = forms.ChoiceField(label="来源", choices=(("", "全部"), *Source.choices))
    outcome = forms.ChoiceField(label="结果", choices=(("", "全部"), *PETITION_OUTCOMES))

    def narrow(self, queryset):
        queryset, wanted = super().narrow(queryset), self.cleaned_data
        pairs = {"source": wanted.get("source"), "matter__outcome": wanted.get("outcome")}
        return queryset.filter(**{name: value for name, value in pairs.items() if value})


class PenaltyForm(OpeningMixin, SubjectForm):
    workflow = PENALTY
    layout = Layout("submission", Fieldset("立案", "on"), PARTY, ACT, HANDLING)
    basis = {"on": "《行政处罚法》第六十条：自立案之日起九十日内作出处罚决定"}

    class Meta:
        model = Penalty
        fields = PENALTY_SUBJECT

    def opening(self) -> str:
        return "file"


class PenaltyEditForm(EditMixin, SubjectForm):
    layout = Layout("submission", "version", PARTY, ACT)

    class Meta:
        model = Penalty
        fields = PENALTY_SUBJECT


class PenaltyFilter(MatterFilter):
    rare = ("outcome",)

    outcome = forms.ChoiceField(label="结果", choices=(("", "全部"), *PENALTY_OUTCOMES))

    def narrow(self, queryset):
        queryset, wanted = super().narrow(queryset), self.cleaned_data
        found = wanted.get("outcome")
        return queryset.filter(matter__outcome=found) if found else queryset
