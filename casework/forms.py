"""Forms of the case kit: moves built from their declaration, and what any matter allows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Div, Field, Layout, Row
from django import forms
from django.utils import timezone

from casework import amounts
from casework.models import Matter, MatterLink, Task
from casework.workflow import Ask, AskKind, Move
from people.models import Department, LegalCounsel, StaffMember
from portal.forms import FilterForm, LaidOutForm, OnceMixin


class VersionMixin(forms.Form):
    """Carries the version of the matter that the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


def serving_staff():
    """Return the staff who can be chosen today."""
    return StaffMember.objects.serving_on(timezone.localdate()).select_related("department")


class StaffField(forms.ModelChoiceField):
    """A choice of one member of staff, shown with the department."""

    def __init__(self, **kwargs) -> None:
        super().__init__(queryset=serving_staff(), **kwargs)

    def label_from_instance(self, member: StaffMember) -> str:
        return f"{member.name}（{member.department.label}）"


def department_field(**kwargs) -> forms.ModelChoiceField:
    """Return a choice of one department in use."""
    return forms.ModelChoiceField(Department.objects.active(), **kwargs)


class AmountField(forms.CharField):
    """An amount of money in 元; 12.5万 is understood as well."""

    def __init__(self, **kwargs) -> None:
        help_text = kwargs.pop("help_text", "") or "以元为单位；可以写成 12.5万。"
        super().__init__(max_length=30, help_text=help_text, **kwargs)

    def clean(self, value: Any) -> Decimal | None:
        shown = super().clean(value)
        if not shown:
            return None
        try:
            return amounts.yuan(shown)
        except ValueError as refusal:
            raise forms.ValidationError(f"{refusal}。") from refusal

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.clean(data) != initial
        except forms.ValidationError:
            return True


def field_of(ask: Ask) -> forms.Field:
    """Return the form field that puts an ask to the handler."""
    common: dict[str, Any] = {
        "label": ask.label,
        "required": ask.required and ask.when is None,
        "help_text": ask.help,
        "initial": ask.initial,
    }
    match ask.kind:
        case AskKind.DATE:
            return forms.DateField(**common)
        case AskKind.NUMBER:
            return forms.IntegerField(min_value=1, max_value=1_000_000, **common)
        case AskKind.AMOUNT:
            return AmountField(**common)
        case AskKind.LONG_TEXT:
            return forms.CharField(
                widget=forms.Textarea(attrs={"rows": 3}), max_length=5000, **common
            )
        case AskKind.CHOICE:
            return forms.ChoiceField(choices=(("", "请选择"), *ask.choices), **common)
        case AskKind.SEVERAL:
            return forms.MultipleChoiceField(
                choices=ask.choices, widget=forms.CheckboxSelectMultiple, **common
            )
        case AskKind.STAFF:
            return StaffField(**common)
        case AskKind.DEPARTMENT:
            return department_field(**common)
    return forms.CharField(max_length=ask.longest, **common)


class MoveForm(LaidOutForm, OnceMixin, VersionMixin):
    """What a move asks for: its day, its asks, a remark. Built from the move's declaration.

    `waiting_for` are the parties of whom an answer is awaited.
    """

    on = forms.DateField(label="日期")
    note = forms.CharField(label="备注", max_length=500, required=False)

    def __init__(self, *args, move: Move, waiting_for: tuple[str, ...] = (), **kwargs) -> None:
        self.move = move
        self.base_fields = {
            name: field for name, field in self.base_fields.items() if name != "note"
        }
        self.base_fields |= {ask.key: field_of(ask) for ask in move.asks if not ask.told}
        self.base_fields["note"] = type(self).declared_fields["note"]
        self.basis = {ask.key: ask.basis for ask in move.asks if ask.basis}
        super().__init__(*args, **kwargs)
        if move.answers_a_party:
            # Only whoever is awaited can answer: the party is chosen, not typed again.
            label = move.ask("party").label
            self.fields["party"] = forms.ChoiceField(
                label=label, choices=[(party, party) for party in waiting_for]
            )
        self.fields["on"].label = move.on_label
        self.fields["on"].help_text = move.on_help

    @property
    def layout(self) -> Layout:
        parts = [self.part(ask) for ask in self.move.asks if not ask.told]
        return Layout("submission", "version", "on", *parts, "note")

    @staticmethod
    def part(ask: Ask) -> Field | Div:
        if ask.when is None:
            return Field(ask.key)
        name, wanted = ask.when
        return Div(ask.key, data_when=name, data_is=" ".join(sorted(wanted)))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for ask in self.move.asks:
            if ask.when is None:
                continue
            name, wanted = ask.when
            if cleaned.get(name) not in wanted:
                cleaned[ask.key] = None
            elif ask.required and not cleaned.get(ask.key) and ask.key not in self.errors:
                self.add_error(ask.key, "请填写此项。")
        return cleaned

    @property
    def detail(self) -> dict[str, Any]:
        """The answers as the timeline keeps them: days in ISO form, people with their names."""
        detail: dict[str, Any] = {}
        for ask in self.move.asks:
            value = self.cleaned_data.get(ask.key)
            if value in (None, "", []):
                continue
            if isinstance(value, date):
                detail[ask.key] = value.isoformat()
            elif isinstance(value, StaffMember | Department):
                detail[ask.key] = value.pk
                detail[f"{ask.key}_label"] = str(value)
            elif isinstance(value, Decimal):
                detail[ask.key] = str(value)
            else:
                detail[ask.key] = value
        return detail


class ReasonForm(LaidOutForm, OnceMixin, VersionMixin):
    """A reason, and nothing else: for voiding, correcting, showing what is masked."""

    reason = forms.CharField(label="理由", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    layout = Layout("submission", "version", "reason")


class AssignForm(LaidOutForm, OnceMixin, VersionMixin):
    department = department_field(label="承办科室")
    handler = StaffField(label="承办人", required=False)

    layout = Layout("submission", "version", Row(Column("department"), Column("handler")))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_other_department(self, cleaned)
        return cleaned


def refuse_other_department(form: forms.Form, cleaned: dict[str, Any]) -> None:
    """Refuse a handler who works in another department than the one chosen."""
    handler, department = cleaned.get("handler"), cleaned.get("department")
    if handler and department and handler.department_id != department.pk:
        form.add_error("handler", f"{handler}不在{department}，请重新选择承办人或科室。")


class TaskForm(LaidOutForm, OnceMixin, forms.ModelForm):
    class Meta:
        model = Task
        fields = ["title", "department", "assignee", "counsel", "due_on"]
        field_classes = {"assignee": forms.ModelChoiceField}

    layout = Layout(
        "submission",
        "title",
        Row(Column("department"), Column("assignee"), Column("counsel"), Column("due_on")),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.active()
        self.fields["assignee"].queryset = serving_staff()
        self.fields["counsel"].queryset = LegalCounsel.objects.in_term(timezone.localdate())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not any(cleaned.get(name) for name in ("department", "assignee", "counsel")):
            self.add_error("department", "请至少选择交办科室、交办给谁、法律顾问中的一项。")
        return cleaned


class TaskAnswerForm(LaidOutForm, OnceMixin):
    answer = forms.CharField(
        label="办理情况", max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )

    layout = Layout("submission", "answer")


class LinkForm(LaidOutForm, OnceMixin, forms.ModelForm):
    number = forms.CharField(
        label="系统内编号", max_length=60, required=False, help_text="如：南汇诉〔2026〕1号"
    )

    class Meta:
        model = MatterLink
        fields = ["relation", "outside_number", "note"]

    layout = Layout(
        "submission",
        "relation",
        Row(Column("number"), Column("outside_number")),
        "note",
    )

    def __init__(self, *args, matter: Matter, user, **kwargs) -> None:
        self.matter, self.user = matter, user
        super().__init__(*args, **kwargs)
        self.instance.matter = matter

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        number, outside = cleaned.get("number"), cleaned.get("outside_number")
        if bool(number) == bool(outside):
            self.add_error("number", "请填写系统内编号或系统外案号，二者填一项。")
        elif number:
            # Whoever may not see the other matter learns nothing about it, not even that it is.
            other = Matter.objects.visible_to(self.user).filter(number=number.strip()).first()
            if other is None or other.pk == self.matter.pk:
                self.add_error("number", "没有找到这个编号的其他事项。")
            self.instance.other = other
        return cleaned

    def _post_clean(self) -> None:
        if not self.errors:
            super()._post_clean()


class UploadForm(LaidOutForm, OnceMixin):
    file = forms.FileField(label="文件", max_length=255, help_text="单个文件不超过 50 MB")
    for_counsel = forms.BooleanField(label="法律顾问可见", required=False)

    layout = Layout("submission", "file", "for_counsel")


class ReplaceForm(LaidOutForm, OnceMixin):
    file = forms.FileField(label="新版本", max_length=255, help_text="原文件保留，可随时查看")

    layout = Layout("submission", "file")


class MatterFilter(FilterForm):
    """The query panel of every register; a subclass may add its own fields."""

    q = forms.CharField(label="编号 / 当事人 / 事项", max_length=100)
    department = department_field(label="承办科室", empty_label="全部")
    since = forms.DateField(label="收到日期自")
    until = forms.DateField(label="收到日期至")

    prefix_to_matter = "matter__"

    def narrow(self, queryset):
        wanted = self.cleaned_data
        at = self.prefix_to_matter
        pairs = {
            f"{at}search_text__contains": (wanted.get("q") or "").strip(),
            f"{at}department": wanted.get("department"),
            f"{at}received_on__gte": wanted.get("since"),
            f"{at}received_on__lte": wanted.get("until"),
        }
        return queryset.filter(**{name: value for name, value in pairs.items() if value})


class SearchFilter(FilterForm):
    """The one field of the search over all registers."""

    q = forms.CharField(label="编号、当事人、事项", max_length=100)

    def narrow(self, queryset):
        words = (self.cleaned_data.get("q") or "").split()
        if not words:
            return queryset.none()
        for word in words:
            queryset = queryset.filter(search_text__contains=word)
        return queryset


class AnyMatterFilter(MatterFilter):
    prefix_to_matter = ""
