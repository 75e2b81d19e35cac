"""Forms for the roster: members, their certificates, and who stands in for whom."""

from datetime import date

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from people.forms.base import MemberField, RecordForm
from people.models import Certificate, Department, Deputyship, StaffMember
from people.models.staff import CertificateKind
from portal.forms import FilterForm


class RosterFilterForm(FilterForm):
    words = forms.CharField(label="姓名或职务", max_length=50)
    department = forms.ModelChoiceField(
        label="科室（含下级）", queryset=Department.objects.all(), empty_label="全部"
    )
    certificate = forms.ChoiceField(
        label="持有效证件", choices=[("", "全部"), *CertificateKind.choices]
    )
    day = forms.DateField(label="截至（不填为今天）")

    @property
    def on(self) -> date:
        """The day for which the roster is read."""
        return self.cleaned_data.get("day") or timezone.localdate()

    def narrow(self, queryset):
        given = self.cleaned_data
        if given.get("words"):
            words = given["words"]
            queryset = queryset.filter(Q(name__icontains=words) | Q(post__icontains=words))
        if given.get("department"):
            branches = Department.objects.with_branches([given["department"].pk])
            queryset = queryset.filter(department__in=branches)
        if given.get("certificate"):
            queryset = queryset.holding(given["certificate"], on=self.on)
        return queryset


class StaffMemberForm(RecordForm):
    class Meta:
        model = StaffMember
        fields = [
            "name",
            "department",
            "post",
            "establishment",
            "has_law_degree",
            "is_liaison",
            "is_enforcer",
            "is_disclosure_clerk",
            "joined_on",
            "left_on",
            "remark",
        ]
        help_texts = {"left_on": "最后一个在岗日；离岗后请另行停用账号。"}

    layout = Layout(
        Fieldset(
            "基本信息",
            Row(Column("name"), Column("department")),
            Row(Column("post"), Column("establishment")),
            Row(Column("has_law_degree"), Column("is_liaison")),
            Row(Column("is_enforcer"), Column("is_disclosure_clerk")),
        ),
        Fieldset("在岗", Row(Column("joined_on"), Column("left_on")), "remark"),
        "submission",
        "seen",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.to_choose(
            chosen=self.instance.department_id
        )


class CertificateForm(RecordForm):
    class Meta:
        model = Certificate
        fields = ["kind", "number", "since", "until"]
        help_texts = {"until": "长期有效的不填。"}

    layout = Layout(
        Row(Column("kind"), Column("number")),
        Row(Column("since"), Column("until")),
        "submission",
        "seen",
    )

    def clean_since(self) -> date | None:
        since = self.cleaned_data["since"]
        if since and since > timezone.localdate():
            raise ValidationError("取证日期不能晚于今天。")
        return since


class DeputyshipFilterForm(FilterForm):
    words = forms.CharField(label="姓名", max_length=50)
    day = forms.DateField(label="在这一天有效")

    def narrow(self, queryset):
        given = self.cleaned_data
        if given.get("words"):
            words = given["words"]
            queryset = queryset.filter(
                Q(principal__name__icontains=words) | Q(deputy__name__icontains=words)
            )
        return queryset.on(given["day"]) if given.get("day") else queryset


class DeputyshipForm(RecordForm):
    class Meta:
        model = Deputyship
        fields = ["principal", "deputy", "since", "until", "reason"]
        field_classes = {"principal": MemberField, "deputy": MemberField}

    layout = Layout(
        Row(Column("principal"), Column("deputy")),
        Row(Column("since"), Column("until")),
        "reason",
        "submission",
        "seen",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        for name in ("principal", "deputy"):
            chosen = getattr(self.instance, f"{name}_id")
            self.fields[name].queryset = StaffMember.objects.to_choose(chosen=chosen, on=today)
