"""Forms of what is kept about a case: parties, meetings, talks, mediation, defects, evidence."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms

from casework.forms import StaffField, VersionMixin, offer_staff
from casework.models import Document, Matter
from litigation.forms.intake import of_court, same_firm, third
from litigation.models import (
    CauseOfLoss,
    Communication,
    Defect,
    EvidenceItem,
    Mediation,
    MediationResult,
    MediationRound,
    Meeting,
    Party,
    PartyKind,
    PartyRole,
    ProceedingParty,
)
from people.models import Department
from portal.forms import LaidOutForm, OnceMixin, SeenMixin

PARTY_FIELDS = ("name", "kind", "representative", "identity_number", "phone", "address")


def lines(count: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": count})


class PartyForm(LaidOutForm, OnceMixin, forms.ModelForm):
    """A party of a case: who it is, and who speaks for it here."""

    role = forms.ChoiceField(label="诉讼地位", choices=PartyRole)
    agent = forms.CharField(label="委托代理人", max_length=50, required=False)
    agent_firm = forms.CharField(label="代理人执业机构", max_length=100, required=False)

    layout = Layout(
        "submission",
        third("role", "name", "kind"),
        third("representative", "identity_number", "phone"),
        "address",
        third("agent", "agent_firm"),
    )

    class Meta:
        model = Party
        fields = PARTY_FIELDS

    def __init__(self, *args, appearance: ProceedingParty, **kwargs) -> None:
        self.appearance = appearance
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        conflict = same_firm(self.appearance.proceeding.counsel, [cleaned.get("agent_firm", "")])
        if conflict:
            self.add_error("agent_firm", conflict)
        is_organisation = cleaned.get("kind") == PartyKind.ORGANISATION
        if is_organisation and not cleaned.get("representative"):
            self.add_error("representative", "当事人是组织的，请填写法定代表人或者负责人。")
        return cleaned

    def save(self, commit: bool = True) -> Party:
        """Keep the party, found again by name and identity number, and its part in the case."""
        known = None
        if self.instance.pk is None and self.instance.identity_number:
            known = Party.objects.filter(
                name=self.instance.name, identity_number=self.instance.identity_number
            ).first()
        party = known or super().save(commit)
        self.appearance.party = party
        for name in ("role", "agent", "agent_firm"):
            setattr(self.appearance, name, self.cleaned_data[name])
        self.appearance.full_clean()
        self.appearance.save()
        return party


class MeetingForm(LaidOutForm, OnceMixin, VersionMixin, SeenMixin, forms.ModelForm):
    chair = StaffField(label="主持人")

    layout = Layout(
        "submission",
        "version",
        "seen",
        third("kind", "on", "chair"),
        "participants",
        "facts",
        "evidence",
        "procedure",
        third("risk"),
        "conclusion",
    )
    basis = {"risk": "《行政争议应诉指引》：风险较高、高的列入重点案件"}

    class Meta:
        model = Meeting
        fields = (
            "kind",
            "on",
            "chair",
            "participants",
            "facts",
            "evidence",
            "procedure",
            "risk",
            "conclusion",
        )
        widgets = {
            "facts": lines(3),
            "evidence": lines(3),
            "procedure": lines(3),
            "conclusion": lines(3),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer_staff(self, "chair")


class CommunicationForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    layout = Layout(
        "submission", "seen", third("on", "counterpart_kind", "counterpart"), "content", "result"
    )

    class Meta:
        model = Communication
        fields = ("on", "counterpart_kind", "counterpart", "content", "result")
        widgets = {"content": lines(4), "result": lines(2)}


class MediationForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    leader = StaffField(label="包案领导", required=False)

    layout = Layout(
        "submission",
        "seen",
        "title",
        third("department", "phase", "leader"),
        third("begun_on", "result", "ended_on"),
        "plan",
        "agreement",
    )

    class Meta:
        model = Mediation
        fields = (
            "title",
            "department",
            "phase",
            "leader",
            "begun_on",
            "result",
            "ended_on",
            "plan",
            "agreement",
        )
        widgets = {"plan": lines(3), "agreement": lines(3)}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer_staff(self, "leader")
        self.fields["department"].queryset = Department.objects.to_choose(
            chosen=self.instance.department_id
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_over = cleaned.get("result") in {MediationResult.AGREED, MediationResult.FAILED}
        if is_over and not cleaned.get("ended_on"):
            self.add_error("ended_on", "已有结果的，请填写结束日期。")
        if is_over and not cleaned.get("agreement"):
            self.add_error("agreement", "请写明协议内容，或者未达成协议的原因。")
        return cleaned


class RoundForm(LaidOutForm, OnceMixin, forms.ModelForm):
    layout = Layout("submission", Row(Column("on"), Column("participants")), "content")

    class Meta:
        model = MediationRound
        fields = ("on", "participants", "content")
        widgets = {"content": lines(4)}


class DefectForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    layout = Layout(
        "submission",
        "seen",
        third("cause", "department", "found_on"),
        "description",
        "cure",
        third("due_on", "done_on"),
    )

    class Meta:
        model = Defect
        fields = ("cause", "department", "found_on", "description", "cure", "due_on", "done_on")
        widgets = {"description": lines(3), "cure": lines(3)}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cause"].queryset = CauseOfLoss.objects.to_choose(chosen=self.instance.cause_id)
        self.fields["department"].queryset = Department.objects.to_choose(
            chosen=self.instance.department_id
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("done_on") and not cleaned.get("cure"):
            self.add_error("cure", "整改已经完成的，请写明整改措施。")
        return cleaned


class MergeForm(LaidOutForm, OnceMixin, VersionMixin):
    """Joins a case to others that are heard together."""

    number = forms.CharField(
        label="并案的另一案件",
        max_length=60,
        help_text="系统内编号或者案号；各案仍各有编号和结果。",
    )

    layout = Layout("submission", "version", "number")

    def __init__(self, *args, proceeding, user, **kwargs) -> None:
        self.proceeding, self.user = proceeding, user
        super().__init__(*args, **kwargs)

    def clean_number(self) -> str:
        number = self.cleaned_data["number"].strip()
        visible = (
            Matter.objects.visible_to(self.user).valid().filter(kind=self.proceeding.matter.kind)
        )
        by_number = visible.filter(number=number)
        by_court = visible.filter(proceeding__court_number=of_court(number))
        other = (by_number | by_court).exclude(pk=self.proceeding.pk).first()
        if other is None:
            raise forms.ValidationError("没有找到这个编号的同类案件。")
        if other.proceeding.instance != self.proceeding.instance:
            raise forms.ValidationError("不同审级的案件不能并案。")
        self.other = other.proceeding
        return number


class EvidenceItemForm(LaidOutForm, forms.ModelForm):
    """A row of the list of evidence."""

    class Meta:
        model = EvidenceItem
        fields = ("position", "name", "source", "purpose", "pages", "document")

    def __init__(self, *args, documents, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = documents
        for field in self.fields.values():
            small = "form-select" if isinstance(field, forms.ChoiceField) else "form-control"
            field.widget.attrs["class"] = f"{small} {small}-sm"


EvidenceFormSet = forms.modelformset_factory(
    EvidenceItem, form=EvidenceItemForm, extra=3, can_delete=True, max_num=200
)


def evidence_forms(proceeding, data=None) -> forms.BaseModelFormSet:
    """Return the list of evidence of a case as forms, with empty rows at its end."""
    documents = Document.objects.filter(matter=proceeding.matter_id, replaced_by=None)
    items = proceeding.evidence.all()
    following = max((item.position for item in items), default=0)
    return EvidenceFormSet(
        data,
        queryset=items,
        prefix="evidence",
        form_kwargs={"documents": documents},
        initial=[{"position": following + i} for i in range(1, 4)],
    )
