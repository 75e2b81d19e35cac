"""Writes the audit: one function for everybody, in the transaction of what it tells of."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django import forms
from django.db.models import Model
from django.utils import timezone
from django.utils.choices import flatten_choices

from portal.current import remote_address, request_number
from portal.models import Action, AuditEntry


def note(
    action: Action,
    *,
    by,
    about: Model | None = None,
    changes: Mapping[str, object] | None = None,
    reason: str = "",
    account: str = "",
) -> AuditEntry:
    """Add an entry: who did what to which thing; `changes` is label to [old, new] or to a text."""
    known = by is not None and by.is_authenticated
    return AuditEntry.objects.create(
        user=by if known else None,
        account=by.get_username() if known else account[:150],
        person=str(by)[:100] if known else "",
        address=remote_address.get(),
        action=action,
        kind=about._meta.label_lower if about else "",
        object_id=str(about.pk) if about else "",
        label=str(about)[:200] if about else "",
        changes=dict(changes or {}),
        reason=reason[:500],
        request_number=request_number.get(),
    )


def changes_of(form: forms.BaseForm) -> dict[str, list[str]]:
    """Return what a form changes, label to [old, new] in words; what stays is left out."""
    return {
        str(form[name].label): [
            in_words(form.fields[name], form.get_initial_for_field(form.fields[name], name)),
            in_words(form.fields[name], form.cleaned_data.get(name)),
        ]
        for name in form.changed_data
        if not form[name].is_hidden
    }


def given_in(form: forms.BaseForm) -> dict[str, str]:
    """Return what a form for something new holds, label to text; empty fields are left out."""
    given = {
        str(form[name].label): in_words(field, form.cleaned_data.get(name))
        for name, field in form.fields.items()
        if not form[name].is_hidden
    }
    return {label: words for label, words in given.items() if words}


def in_words(field: forms.Field, value: object) -> str:
    """Return a field's value as the person who filled in the form saw it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(field, forms.ModelChoiceField):
        return "、".join(map(field.label_from_instance, chosen(field, value)))
    if isinstance(field, forms.ChoiceField):
        labels = {str(code): str(label) for code, label in flatten_choices(field.choices)}
        return "、".join(labels.get(str(code), str(code)) for code in several(value))
    return written(value)


def chosen(field: forms.ModelChoiceField, value: object) -> list[Model]:
    """Return the records a choice names, also those the field no longer offers."""
    values = several(value)
    if all(isinstance(one, Model) for one in values):
        return values
    name = field.to_field_name or "pk"
    return list(field.queryset.model._default_manager.filter(**{f"{name}__in": values}))


def several(value: object) -> list:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]


def written(value: object) -> str:
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)
