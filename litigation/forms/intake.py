"""收案: a proceeding as it comes in, its later correction, and the query panel of its list."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from crispy_forms.layout import Column, Div, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from casework import process
from casework.forms import (
    MatterFilter,
    StaffField,
    VersionMixin,
    department_field,
    offer_staff,
    refuse_other_department,
)
from casework.models import Matter, MatterLink, Relation
from litigation import instances, outcomes
from litigation.models import (
    ActKind,
    DisputeField,
    Party,
    PartyKind,
    PartyRole,
    Procedure,
    Proceeding,
    ProceedingParty,
    Risk,
    Role,
)
from litigation.workflow import WORKFLOWS
from people.models import LegalCounsel
from portal.forms import LaidOutForm, OnceMixin

SUBJECT = [
    "court",
    "court_number",
    "role",
    "act",
    "act_kind",
    "field",
    "claims",
    "amount",
    "document_review",
    "leader",
    "counsel",
]
ABOVE_FIRST = frozenset(
    f"{instance.code}:{opening}"
    for instance in instances.INSTANCES
    if instance.needs_earlier
    for opening, _ in instance.openings
)
SUMMARY = frozenset({"first:receive_summary"})


def third(*names: str) -> Row:
    """Return up to three fields beside each other."""
    return Row(*(Column(name, css_class="col-md-4") for name in names))


ABOUT = Fieldset(
    "案件",
    "title",
    third("court", "court_number", "role"),
    "act",
    third("act_kind", "field", "amount"),
    "claims",
    "document_review",
)
DEFENCE = (third("leader", "counsel"),)


def of_court(number: str) -> str:
    """Return a court's number in its usual form: full-width brackets, without spaces."""
    return re.sub(r"\s+", "", number).replace("(", "（").replace(")", "）")


def refuse_taken(number: str, *, besides: int | None = None) -> None:
    """Refuse a court number that another case has; one of a voided case is free again."""
    taken = Proceeding.objects.filter(court_number=number).exclude(pk=besides)
    holder = taken.filter(matter__voided_at=None).select_related("matter").first()
    if holder:
        raise ValidationError(f"案号{number}已经登记为{holder.matter.number}。")


def same_firm(counsel: LegalCounsel | None, firms: list[str]) -> str:
    """Return why a lawyer cannot act: the firm also acts for the other side (律师法第三十九条)."""
    if counsel is None or counsel.firm not in {firm for firm in firms if firm}:
        return ""
    return f"{counsel}所在的{counsel.firm}同时代理对方当事人，不能委托。"


class SubjectForm(LaidOutForm, OnceMixin, forms.ModelForm):
    """What a proceeding is about: court, number, act, claims, who defends."""

    title = forms.CharField(
        label="案由",
        max_length=200,
        help_text="用一句话概括，作为事项名称，如：强制拆除房屋行为违法",
    )

    leader = StaffField(label="分管领导", required=False)

    class Meta:
        model = Proceeding
        fields = SUBJECT
        widgets = {"claims": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, today: date, **kwargs) -> None:
        self.today = today
        super().__init__(*args, **kwargs)
        for name, table in (("act_kind", ActKind), ("field", DisputeField)):
            chosen = getattr(self.instance, f"{name}_id")
            self.fields[name].queryset = table.objects.to_choose(chosen=chosen)
        offer_staff(self, "leader")
        in_term = LegalCounsel.objects.in_term(today)
        known = LegalCounsel.objects.filter(pk=self.instance.counsel_id)
        self.fields["counsel"].queryset = in_term | known

    def clean_court_number(self) -> str | None:
        number = of_court(self.cleaned_data.get("court_number") or "")
        if not number:
            return None
        refuse_taken(number, besides=self.instance.pk)
        return number

    def validate_unique(self) -> None:
        """Leave it to `clean_court_number`, which knows that a voided case frees its number."""

    def free_number(self) -> None:
        """Take a number that is used again away from the voided case that had it."""
        number = self.cleaned_data["court_number"]
        if number:
            holders = Proceeding.objects.filter(court_number=number).exclude(pk=self.instance.pk)
            holders.update(court_number=None)


class ProceedingForm(SubjectForm):
    """A new proceeding: how and when it came in, against what, by whom, who handles it."""

    known_party = forms.ModelChoiceField(Party.objects.all(), required=False, label="沿用当事人")
    came = forms.ChoiceField(label="审级和来件")
    on = forms.DateField(label="日期", help_text="一般为收到副本的日期，以送达回证为准。")
    filed_on = forms.DateField(label="立案（受理）日期", required=False)
    evidence_by = forms.DateField(label="法院指定的举证期限至", required=False)
    earlier = forms.CharField(
        label="原审或者关联案件",
        max_length=60,
        required=False,
        help_text="填系统内编号或者案号，如：南汇诉〔2026〕1号；信息公开答复引发的，填依申请公开编号。",
    )
    earlier_outside = forms.CharField(
        label="系统外原审案号",
        max_length=100,
        required=False,
        help_text="原审没有在本系统登记的，填其案号。",
    )
    party_name = forms.CharField(label="原告（申请人）", max_length=100)
    party_kind = forms.ChoiceField(label="类型", choices=PartyKind)
    representative = forms.CharField(label="法定代表人或负责人", max_length=50, required=False)
    identity_number = forms.CharField(label="证件号码", max_length=40, required=False)
    phone = forms.CharField(label="联系电话", max_length=40, required=False)
    address = forms.CharField(label="联系地址", max_length=200, required=False)
    agent = forms.CharField(label="对方代理人", max_length=50, required=False)
    agent_firm = forms.CharField(label="对方代理人执业机构", max_length=100, required=False)
    department = department_field(label="归口科室")
    handler = StaffField(label="经办人", required=False)

    layout = Layout(
        "submission",
        Fieldset(
            "收案",
            Row(
                Column("came", css_class="col-md-5"),
                Column("on", css_class="col-md-4"),
                Column("filed_on", css_class="col-md-3"),
            ),
            Div("evidence_by", data_when="came", data_is=" ".join(sorted(SUMMARY))),
            Row(
                Column("earlier", css_class="col-md-6"),
                Column("earlier_outside", css_class="col-md-6"),
            ),
        ),
        Fieldset(
            "原告（申请人）",
            third("party_name", "party_kind", "representative"),
            third("identity_number", "phone", "address"),
            third("agent", "agent_firm"),
        ),
        ABOUT,
        Fieldset("办理", third("department", "handler"), *DEFENCE),
    )
    basis = {
        "on": "《行政诉讼法》第六十七条、《行政复议法》第四十八条：自收到副本之日起计算",
        "evidence_by": "法释〔2018〕1号第一百零四条",
    }

    def __init__(self, *args, kind: str, user, **kwargs) -> None:
        self.kind, self.user = kind, user
        super().__init__(*args, **kwargs)
        self.earlier_matter: Matter | None = None
        self.fields["came"].choices = [
            (f"{instance.code}:{opening}", f"{instance.label}：{label}")
            for instance in instances.INSTANCES
            if instance.kind == kind
            for opening, label in instance.openings
        ]
        roles = {Role.RESPONDENT, Role.THIRD} if self.is_review else set(Role) - {Role.RESPONDENT}
        self.fields["role"].choices = [pair for pair in Role.choices if pair[0] in roles]
        self.initial.setdefault("role", Role.RESPONDENT if self.is_review else Role.DEFENDANT)

    @property
    def is_review(self) -> bool:
        return self.kind == instances.RECONSIDERATION

    def clean_earlier(self) -> str:
        number = self.cleaned_data["earlier"].strip()
        if not number:
            return ""
        # Whoever may not see the other matter learns nothing about it, not even that it is.
        visible = Matter.objects.visible_to(self.user).valid()
        named = Q(number=number) | Q(proceeding__court_number=of_court(number))
        self.earlier_matter = visible.filter(named).first()
        if self.earlier_matter is None:
            raise ValidationError("没有找到这个编号或者案号的事项。")
        return number

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_other_department(self, cleaned)
        self.refuse_without_earlier(cleaned)
        self.refuse_wrong_order(cleaned)
        self.refuse_unknown_representative(cleaned)
        conflict = same_firm(cleaned.get("counsel"), [cleaned.get("agent_firm", "")])
        if conflict:
            self.add_error("counsel", conflict)
        known = cleaned.get("known_party")
        if known and known.name != cleaned.get("party_name"):
            self.add_error("party_name", "与选中的已登记当事人姓名不一致，请重新选择。")
        return cleaned

    def refuse_without_earlier(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("came") not in ABOVE_FIRST or "earlier" in self.errors:
            return
        earlier = self.earlier_matter
        if earlier is None and not cleaned.get("earlier_outside"):
            self.add_error("earlier", "二审、再审必须填写原审案件。")
        elif earlier and earlier.kind != instances.LAWSUIT:
            self.add_error("earlier", f"{earlier.number}不是行政诉讼案件，不能作为原审。")

    def refuse_wrong_order(self, cleaned: dict[str, Any]) -> None:
        on, filed = cleaned.get("on"), cleaned.get("filed_on")
        evidence_by = cleaned.get("evidence_by")
        opened_by_office = str(cleaned.get("came", "")).endswith(("file_appeal", "file_retrial"))
        if on and filed and filed > on and not opened_by_office:
            self.add_error("filed_on", f"立案（受理）日期不能晚于收到副本的日期（{on}）。")
        if filed and filed > self.today:
            self.add_error("filed_on", "日期不能晚于今天。")
        if on and evidence_by and evidence_by < on:
            self.add_error("evidence_by", f"举证期限不能早于收到副本的日期（{on}）。")
        earlier = self.earlier_matter
        if on and earlier and on < earlier.received_on:
            self.add_error("on", f"日期不能早于原审案件的收案日期（{earlier.received_on}）。")

    def refuse_unknown_representative(self, cleaned: dict[str, Any]) -> None:
        is_organisation = cleaned.get("party_kind") == PartyKind.ORGANISATION
        if is_organisation and not cleaned.get("representative") and not cleaned.get("known_party"):
            self.add_error("representative", "当事人是组织的，请填写法定代表人或者负责人。")

    @property
    def opening_detail(self) -> dict[str, str]:
        """What the opening asks for, as the timeline keeps it."""
        key = "accepted_on" if self.is_review else "filed_on"
        named = {key: self.cleaned_data["filed_on"]}
        if self.cleaned_data["came"] in SUMMARY:
            named["evidence_by"] = self.cleaned_data["evidence_by"]
        return {name: day.isoformat() for name, day in named.items() if day}

    @transaction.atomic
    def open(self, *, by, today: date) -> Proceeding:
        """Open the matter, keep the proceeding and its party; return the proceeding."""
        cleaned = self.cleaned_data
        proceeding: Proceeding = self.instance
        proceeding.instance, _, opening = cleaned["came"].partition(":")
        is_summary = opening == "receive_summary"
        proceeding.procedure = Procedure.SUMMARY if is_summary else Procedure.ORDINARY
        self.free_number()
        proceeding.matter = process.open_matter(
            WORKFLOWS[self.kind],
            opening=opening,
            on=cleaned["on"],
            title=cleaned["title"],
            department=cleaned["department"],
            handler=cleaned["handler"],
            by=by,
            today=today,
            detail=self.opening_detail,
            arises_from=self.earlier_matter,
            search_text=proceeding.search_text(cleaned["party_name"]),
        )
        proceeding.save(force_insert=True)
        ProceedingParty.objects.create(
            proceeding=proceeding,
            party=self.party(),
            role=PartyRole.PLAINTIFF,
            agent=cleaned["agent"],
            agent_firm=cleaned["agent_firm"],
        )
        if cleaned["counsel"]:
            process.assign_counsel(proceeding.matter, cleaned["counsel"], by=by, on=today)
        if cleaned["earlier_outside"]:
            link = MatterLink(
                matter=proceeding.matter,
                relation=Relation.RELATED,
                outside_number=cleaned["earlier_outside"],
                note="原审案件",
            )
            process.link(link, by=by)
        return proceeding

    def party(self) -> Party:
        """Return the party chosen, or of the same name and identity number, or a new one."""
        cleaned = self.cleaned_data
        if cleaned["known_party"]:
            return cleaned["known_party"]
        identity = cleaned["identity_number"]
        known = Party.objects.filter(name=cleaned["party_name"], identity_number=identity)
        if identity and known.exists():
            return known.first()
        return Party.objects.create(
            name=cleaned["party_name"],
            kind=cleaned["party_kind"],
            representative=cleaned["representative"],
            identity_number=identity,
            phone=cleaned["phone"],
            address=cleaned["address"],
        )


class ProceedingEditForm(SubjectForm, VersionMixin):
    """Corrects what was typed about a proceeding; receipt and course have their own moves."""

    layout = Layout("submission", "version", ABOUT, Fieldset("办理", *DEFENCE))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        firms = list(self.instance.parties.values_list("agent_firm", flat=True))
        conflict = same_firm(cleaned.get("counsel"), firms)
        if conflict:
            self.add_error("counsel", conflict)
        return cleaned

    @transaction.atomic
    def save_edit(self, *, by, changes: dict) -> None:
        """Write the changed subject, unless somebody else wrote it meanwhile."""
        self.free_number()
        names = self.instance.parties.values_list("party__name", flat=True)
        process.edit(
            self.instance.matter,
            title=self.cleaned_data["title"],
            search_text=self.instance.search_text(*names),
            by=by,
            changes=changes,
            version=self.cleaned_data["version"],
        )
        self.instance.save()
        if self.instance.counsel:
            process.assign_counsel(
                self.instance.matter, self.instance.counsel, by=by, on=self.today
            )


def all_or(choices) -> tuple[tuple[str, str], ...]:
    return (("", "全部"), *choices)


class ProceedingFilter(MatterFilter):
    rare = ("act_kind", "field", "risk", "result")

    act_kind = forms.ModelChoiceField(
        ActKind.objects.all(), label="被诉行为类型", empty_label="全部"
    )
    field = forms.ModelChoiceField(DisputeField.objects.all(), label="争议领域", empty_label="全部")
    risk = forms.ChoiceField(label="风险等级", choices=all_or(Risk.choices))
    result = forms.ChoiceField(
        label="结果", choices=all_or((o.code, o.label) for o in outcomes.OUTCOMES)
    )

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        wanted = self.cleaned_data
        pairs = {
            "act_kind": wanted.get("act_kind"),
            "field": wanted.get("field"),
            "risk": wanted.get("risk"),
            "matter__outcome": wanted.get("result"),
            "instance": wanted.get("instance"),
        }
        return queryset.filter(**{name: value for name, value in pairs.items() if value})


class LawsuitFilter(ProceedingFilter):
    rare = ("instance", *ProceedingFilter.rare)

    instance = forms.ChoiceField(
        label="审级",
        choices=all_or((i.code, i.label) for i in instances.INSTANCES if i.kind == "lawsuit"),
    )
