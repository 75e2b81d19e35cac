"""Forms of the moves that ask for more than they declare: a verdict asks for its causes."""

from __future__ import annotations

from crispy_forms.layout import Layout
from django import forms

from casework.forms import MoveForm, department_field
from litigation.cases import CAUSE_WANTED, is_loss
from litigation.models import CauseOfLoss


class VerdictForm(MoveForm):
    """How a proceeding was decided and, where it was lost or corrected, for which causes."""

    causes = forms.ModelMultipleChoiceField(
        CauseOfLoss.objects.active(),
        label="败诉（被纠错）原因",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="结果对本机关不利或者被纠正的必须选择；整改措施随后在“败诉原因和整改”中补充。",
    )
    responsible = department_field(label="责任科室", required=False)

    @property
    def layout(self) -> Layout:
        parts = [self.part(ask) for ask in self.move.asks]
        return Layout("submission", "version", "on", *parts, "causes", "responsible", "note")

    def clean(self) -> dict:
        cleaned = super().clean()
        lost = is_loss(str(cleaned.get("outcome") or ""), cleaned)
        if lost and not cleaned.get("causes"):
            self.add_error("causes", CAUSE_WANTED)
        if cleaned.get("causes") and not lost:
            self.add_error("causes", "结果不是败诉或者被纠错，不用选择原因。")
        return cleaned
