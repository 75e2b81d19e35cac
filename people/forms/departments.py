"""Forms for departments, and for which leader is in charge of which."""

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from people.forms.base import MemberField, RecordForm
from people.models import Charge, Department, StaffMember
from portal.forms import FilterForm


class DepartmentForm(RecordForm):
    class Meta:
        model = Department
        fields = ["name", "short_name", "parent", "position", "is_active"]
        help_texts = {
            "short_name": "列表里显示，不填则显示全称。",
            "position": "数字小的排在前面。",
            "is_active": "停用的科室保留全部历史，但不能再被选用。",
        }

    layout = Layout(
        Row(Column("name"), Column("short_name")),
        Row(Column("parent"), Column("position")),
        "is_active",
        "submission",
        "seen",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = Department.objects.to_choose(
            chosen=self.instance.parent_id
        )

    def clean_is_active(self) -> bool:
        is_active = self.cleaned_data["is_active"]
        if not is_active and self.instance.pk:
            if self.instance.branches.active().exists():
                raise ValidationError("还有在用的下级科室，请先停用下级科室。")
            if self.instance.staff.serving_on(timezone.localdate()).exists():
                raise ValidationError("还有在岗人员，请先把他们转到其他科室。")
        return is_active


class ChargeFilterForm(FilterForm):
    leader = MemberField(label="领导", queryset=StaffMember.objects.none(), empty_label="全部")
    department = forms.ModelChoiceField(
        label="科室", queryset=Department.objects.all(), empty_label="全部"
    )
    day = forms.DateField(label="在这一天有效")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        leaders = StaffMember.objects.filter(pk__in=Charge.objects.values("leader"))
        self.fields["leader"].queryset = leaders.select_related("department")

    def narrow(self, queryset):
        given = self.cleaned_data
        for name in ("leader", "department"):
            if given.get(name):
                queryset = queryset.filter(**{name: given[name]})
        return queryset.on(given["day"]) if given.get("day") else queryset


class ChargeForm(RecordForm):
    class Meta:
        model = Charge
        fields = ["leader", "department", "since", "until"]
        field_classes = {"leader": MemberField}
        help_texts = {"until": "仍在分管的不填。"}

    layout = Layout(
        Row(Column("leader"), Column("department")),
        Row(Column("since"), Column("until")),
        "submission",
        "seen",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leader"].queryset = StaffMember.objects.to_choose(
            chosen=self.instance.leader_id, on=timezone.localdate()
        )
        self.fields["department"].queryset = Department.objects.to_choose(
            chosen=self.instance.department_id
        )
