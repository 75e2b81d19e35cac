"""The tables of terms that the office extends."""

from __future__ import annotations

from crispy_forms.layout import Layout
from django import forms

from litigation.forms.intake import third
from litigation.models import ActKind, CauseOfLoss, DisputeField
from portal.forms import LaidOutForm, OnceMixin, SeenMixin

TABLES = {"acts": ActKind, "fields": DisputeField, "causes": CauseOfLoss}


def term_form(table: str) -> type[forms.ModelForm]:
    """Return the form of a table's terms; a term is taken out of use, never deleted."""

    class TermForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
        layout = Layout("submission", "seen", third("name", "position"), "is_active")

        class Meta:
            model = TABLES[table]
            fields = ("name", "position", "is_active")

    return TermForm
