"""Forms for accounts: whom they belong to and which roles they hold."""

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from people.forms.base import MemberField
from people.models import LegalCounsel, StaffMember, User
from people.roles import LABELS, Role
from portal.forms import FilterForm, LaidOutForm, OnceMixin


class AccountFilterForm(FilterForm):
    words = forms.CharField(label="账号名或姓名", max_length=50)
    role = forms.ChoiceField(label="角色", choices=[("", "全部"), *LABELS.items()])
    state = forms.ChoiceField(
        label="状态", choices=[("", "全部"), ("active", "启用"), ("disabled", "停用")]
    )

    def narrow(self, queryset):
        given = self.cleaned_data
        if given.get("words"):
            words = given["words"]
            queryset = queryset.filter(
                Q(username__icontains=words)
                | Q(staff_member__name__icontains=words)
                | Q(counsel__name__icontains=words)
            )
        if given.get("role"):
            queryset = queryset.filter(groups__name=given["role"])
        if given.get("state"):
            queryset = queryset.filter(is_active=given["state"] == "active")
        return queryset


class RolesField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs) -> None:
        super().__init__(label="角色", choices=list(LABELS.items()), **kwargs)

    def clean(self, value: object) -> set[str]:
        return set(super().clean(value))


class AccountForm(LaidOutForm, OnceMixin, forms.ModelForm):
    """Opens an account for a member of staff or a legal counsel who has none yet."""

    roles = RolesField(
        help_text="系统管理员、审计员、法律顾问不能与其他角色同时担任。",
    )

    class Meta:
        model = User
        fields = ["username", "staff_member", "counsel"]
        field_classes = {"staff_member": MemberField}
        labels = {"username": "账号名"}
        help_texts = {"username": "登录时使用，建议用姓名拼音；可用字母、数字和 @ . + - _。"}

    layout = Layout(
        Fieldset("所属人（两项选一项）", Row(Column("staff_member"), Column("counsel"))),
        Fieldset("账号", "username", "roles"),
        "submission",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        staff = StaffMember.objects.serving_on(timezone.localdate()).filter(account=None)
        self.fields["staff_member"].queryset = staff.select_related("department")
        self.fields["counsel"].queryset = LegalCounsel.objects.filter(account=None)

    def clean(self) -> dict[str, object]:
        given = super().clean()
        chosen = [given.get("staff_member"), given.get("counsel")]
        if {"staff_member", "counsel"} <= given.keys() and chosen.count(None) != 1:
            raise ValidationError({"staff_member": "请在工作人员和法律顾问中选择一人。"})
        return given

    @property
    def owner(self) -> StaffMember | LegalCounsel:
        return self.cleaned_data["staff_member"] or self.cleaned_data["counsel"]


class RolesForm(LaidOutForm, OnceMixin):
    """Gives an account its roles; only those its owner may hold are offered."""

    roles = RolesField()

    layout = Layout("roles", "submission")

    def __init__(self, *args, account: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].initial = sorted(account.role_codes)
        self.fields["roles"].choices = [
            (role, label)
            for role, label in LABELS.items()
            if (role == Role.COUNSEL) == bool(account.counsel_id)
        ]


class ConfirmForm(LaidOutForm, OnceMixin):
    """Asks for nothing but the press of a button."""

    layout = Layout("submission")
