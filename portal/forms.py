"""The base of every form: laid out once, its texts checked, its second sending harmless."""

from __future__ import annotations

import json
import uuid
from hashlib import sha256

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator

from portal import text

NO_CHOICE = "请选择"


class DateInput(forms.DateInput):
    """A date field with the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class LaidOutForm:
    """Gives a form the crispy helper for its class attribute `layout`, and checks its texts.

    A subclass gives `layout`; it may give `basis`, field name to the article the field rests on,
    which is shown behind a question mark beside the label.
    """

    layout: Layout
    basis: dict[str, str] = {}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            # A UUIDField is a CharField by descent, but what it gives is no text.
            if isinstance(field, forms.CharField) and not isinstance(field, forms.UUIDField):
                self.check_characters(field)
                self.bound_length(field)
            if isinstance(field, forms.DateField) and not field.widget.is_hidden:
                field.widget = DateInput(attrs=field.widget.attrs)
            if isinstance(field, forms.ChoiceField):
                self.name_empty_choice(field)
            if name in self.basis:
                field.basis = self.basis[name]

    @staticmethod
    def name_empty_choice(field: forms.ChoiceField) -> None:
        if isinstance(field, forms.ModelChoiceField):
            field.empty_label = field.empty_label and NO_CHOICE
        elif field.choices and field.choices[0][0] == "":
            field.choices = [("", NO_CHOICE), *field.choices[1:]]

    @staticmethod
    def check_characters(field: forms.CharField) -> None:
        # Django's own check of NUL speaks first and less clearly; ours covers it.
        field.validators = [
            *(v for v in field.validators if not isinstance(v, ProhibitNullCharactersValidator)),
            text.refuse_hidden_characters,
        ]

    @staticmethod
    def bound_length(field: forms.CharField) -> None:
        if field.max_length is None:
            field.max_length = text.LONGEST
            field.validators.append(MaxLengthValidator(text.LONGEST))

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.layout = self.layout
        return helper


class OnceMixin(forms.Form):
    """Carries the key by which a form that is sent twice is recognised."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)


class SeenMixin(forms.Form):
    """Carries a fingerprint of the record as it was when the form was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        state = json.dumps(self.initial, default=str, sort_keys=True)
        self.fields["seen"].initial = sha256(state.encode()).hexdigest()

    def is_stale(self) -> bool:
        """Say whether the record has changed since the form was opened."""
        return self.cleaned_data["seen"] != self.fields["seen"].initial


class FilterForm(forms.Form):
    """A query panel: a GET form that narrows a queryset.

    A subclass gives the fields, those in `rare` folded away, and `narrow(queryset)`, which reads
    `cleaned_data`. A value that is
    not understood is left out and said at its field; the rest still holds.
    """

    rare: tuple[str, ...] = ()

    def narrow(self, queryset):
        raise NotImplementedError

    @property
    def usual_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.rare]

    @property
    def rare_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.rare]

    @property
    def uses_rare(self) -> bool:
        """Say whether a rarely used filter is in force, or wrongly filled."""
        return any(self.data.get(name) for name in self.rare)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False
            if isinstance(field, forms.CharField):
                LaidOutForm.check_characters(field)
            if isinstance(field, forms.DateField):
                field.widget = DateInput()
            field.widget.attrs["class"] = (
                "form-select form-select-sm"
                if isinstance(field, forms.ChoiceField)
                else "form-control form-control-sm"
            )

    def chosen(self) -> list[tuple[str, str, str]]:
        """Return (field name, label, value in words) of every filter in force."""
        return [
            (name, self.fields[name].label, self.in_words(name, value))
            for name, value in self.cleaned_data.items()
            if value not in (None, "", [])
        ]

    def in_words(self, name: str, value: object) -> str:
        choices = getattr(self.fields[name], "choices", None)
        if choices is None or not isinstance(value, str):
            return str(value)
        return str(dict(choices).get(value, value))
