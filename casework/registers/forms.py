"""Forms of the registers: a record as it is entered or edited, the query panel, a pasted block."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import Q
from django.utils import timezone

from casework.forms import VersionMixin, department_field
from casework.models.register import RegisterRecord
from people.models import Department, User
from people.scope import scope_of
from portal.forms import FilterForm, LaidOutForm, OnceMixin

LONGEST_BLOCK = 200_000


Rows = tuple[tuple[str, ...], ...]


def names_in(rows: Rows) -> list[str]:
    """Return the fields of a form that is laid out line by line."""
    return [name for row in rows for name in row]


class RegisterForm(LaidOutForm, OnceMixin, VersionMixin, forms.ModelForm):
    """A record of a register.

    A subclass gives `rows`, the fields line by line, and may give `plausible`: the largest number
    a field usually holds, beyond which is asked once (`asks`). `user` bounds the departments to
    choose from, `year` is the year of the list that is being filled. `is_past` says that a record
    tells of what has happened: its day is not after today.
    """

    rows: Rows = ()
    plausible: Mapping[str, int] = {}
    is_past = True

    # What was asked about and answered by sending the form again.
    sure = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        user: User | None = None,
        year: int | None = None,
        asks: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.year, self.asks = year, asks
        self.doubts: dict[str, str] = {}
        self.fields["department"].queryset = departments_of(user, self.instance)
        if user is not None and not self.instance.pk:
            self.initial.setdefault("department", getattr(user.department, "pk", None))

    @property
    def layout(self) -> Layout:
        lines = [Row(*(Column(name) for name in row)) for row in self.rows]
        return Layout("submission", "version", "sure", *lines)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.refuse_strange_days(cleaned)
        self.ask_about_numbers(cleaned)
        return cleaned

    def refuse_strange_days(self, cleaned: Mapping[str, Any]) -> None:
        on = cleaned.get("on")
        if on and self.is_past and on > timezone.localdate():
            self.add_error("on", "日期不能晚于今天。")
        year = on.year if on else cleaned.get("year")
        if self.year and year and year != self.year:
            told = "on" if on else "year"
            self.add_error(told, f"填写的是{year}年，正在填写的是{self.year}年的台账。")

    def ask_about_numbers(self, cleaned: Mapping[str, Any]) -> None:
        """Ask once about numbers far beyond the usual; the same ones sent again are taken."""
        self.doubts = {
            name: f"{self.fields[name].label}填写了{cleaned[name]}，远多于通常的数量。"
            for name, bound in self.plausible.items()
            if cleaned.get(name) is not None and cleaned[name] > bound
        }
        answer = " ".join(f"{name}={cleaned[name]}" for name in self.doubts)
        if not self.asks or not answer or cleaned.get("sure") == answer:
            return
        self.data = self.data.copy()
        self.data[self.add_prefix("sure")] = answer
        for name, words in self.doubts.items():
            self.add_error(name, f"{words}确认无误的，请再提交一次。")


def departments_of(user: User | None, record: RegisterRecord):
    """Return the departments a person may enter records for; all where nobody is named."""
    active = Department.objects.to_choose(chosen=record.department_id)
    if user is None:
        return active
    scope = scope_of(user, timezone.localdate())
    if scope.everything:
        return active
    return active.filter(Q(pk__in=scope.departments) | Q(pk=record.department_id))


class RegisterFilter(FilterForm):
    """The query panel of a register; a subclass adds fields and names in `words` what `q` finds."""

    q = forms.CharField(label="关键词", max_length=100)
    department = department_field(label="责任科室", empty_label="全部")

    words: tuple[str, ...] = ("remark",)

    def narrow(self, queryset):
        wanted = dict(self.cleaned_data)
        words = (wanted.pop("q", None) or "").split()
        for word in words:
            found = Q()
            for name in self.words:
                found |= Q(**{f"{name}__icontains": word})
            queryset = queryset.filter(found)
        return queryset.filter(**{name: value for name, value in wanted.items() if value})


def choice_of(model: type[RegisterRecord], name: str) -> forms.ChoiceField:
    """Return a filter by a field of choices."""
    model_field = model._meta.get_field(name)
    return forms.ChoiceField(
        label=model_field.verbose_name, choices=(("", "全部"), *model_field.choices)
    )


def yes_of(model: type[RegisterRecord], name: str) -> forms.ChoiceField:
    """Return a filter by a yes-or-no field."""
    label = model._meta.get_field(name).verbose_name
    return forms.ChoiceField(label=label, choices=(("", "全部"), ("True", "是"), ("False", "否")))


class PasteForm(LaidOutForm, OnceMixin):
    """A block of rows copied from a spreadsheet."""

    block = forms.CharField(
        label="从表格复制的内容",
        max_length=LONGEST_BLOCK,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "wrap": "off"}),
    )

    layout = Layout("submission", "block")


class LinkForm(LaidOutForm, OnceMixin):
    address = forms.URLField(label="网址", max_length=500, assume_scheme="https")
    label = forms.CharField(label="说明", max_length=100, required=False)

    layout = Layout("submission", "address", "label")


class EvidenceForm(LaidOutForm, OnceMixin):
    file = forms.FileField(
        label="照片或文件",
        max_length=255,
        help_text="手机拍照即可；单个文件不超过 50 MB。",
    )

    layout = Layout("submission", "file")
