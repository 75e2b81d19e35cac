"""A hearing with its three seats, on one page."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.db import transaction

from casework.forms import StaffField, offer_staff
from casework.models import Document
from litigation.attendance import EXPLANATION_BASIS
from litigation.forms.intake import third
from litigation.models import Hearing, HearingState, Proceeding, Seat, SeatKind
from portal.forms import LaidOutForm, OnceMixin, SeenMixin


def yes_or_no(label: str) -> forms.TypedChoiceField:
    """Return a choice of yes, no, and not yet known."""
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=(("", ""), ("yes", "是"), ("no", "否")),
        coerce=lambda value: value == "yes",
        empty_value=None,
    )


class SeatForm(LaidOutForm, forms.ModelForm):
    """One seat: who is named for it, whether they came and spoke, or why not."""

    member = StaffField(label="在册人员", required=False)
    attended = yes_or_no("到庭")
    spoke = yes_or_no("发言")

    basis = {"absence": EXPLANATION_BASIS, "spoke": "法释〔2020〕3号第十一条：出庭又出声"}

    class Meta:
        model = Seat
        fields = (
            "member",
            "name",
            "post",
            "head_post",
            "attended",
            "spoke",
            "absence",
            "absence_note",
            "proof",
        )

    def __init__(self, *args, documents, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer_staff(self, "member")
        self.fields["proof"].queryset = documents
        if self.instance.kind != SeatKind.HEAD:
            del self.fields["head_post"]
        if self.instance.kind == SeatKind.LAWYER:
            del self.fields["member"]
        for name in ("attended", "spoke"):
            known = getattr(self.instance, name)
            self.initial[name] = "" if known is None else "yes" if known else "no"

    @property
    def layout(self) -> Layout:
        kind = SeatKind(self.instance.kind)
        who = [name for name in ("member", "name", "post") if name in self.fields]
        came = [name for name in ("attended", "spoke", "head_post") if name in self.fields]
        return Layout(
            Fieldset(
                f"{kind.label}席位",
                third(*who),
                third(*came),
                third("absence", "absence_note", "proof"),
            )
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        member = cleaned.get("member")
        if member:
            cleaned["name"] = member.name
            cleaned["post"] = cleaned.get("post") or member.post
        if cleaned.get("attended") and not cleaned.get("name"):
            self.add_error("name", "到庭的，请填写姓名。")
        if cleaned.get("spoke") and not cleaned.get("attended"):
            self.add_error("spoke", "没有到庭的，不能登记发言。")
        if cleaned.get("attended") and cleaned.get("absence"):
            self.add_error("absence", "已到庭的，不能填写未到庭原因。")
        is_head = self.instance.kind == SeatKind.HEAD
        if is_head and cleaned.get("attended") is False and not cleaned.get("absence"):
            self.add_error("absence", "负责人未到庭的，请选择原因；没有正当理由的也请写明。")
        return cleaned


class HearingForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    """A hearing; its seats are forms of their own, checked and saved with it."""

    whole_group = forms.BooleanField(
        label="并案各件一并登记", required=False, help_text="并案审理的其他案件同时登记这次开庭。"
    )

    basis = {
        "noticed_on": "法释〔2018〕1号第七十一条、法释〔2020〕3号第五条：开庭三日前通知",
        "head_wanted": "法释〔2020〕3号第四条、第五条；复议听证负责人应当参加（复议法第五十一条）",
    }

    class Meta:
        model = Hearing
        fields = ("on", "time", "place", "judge", "state", "head_wanted", "noticed_on", "note")
        widgets = {"time": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")}

    def __init__(self, *args, proceeding: Proceeding, today: date, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.proceeding, self.today = proceeding, today
        if self.instance.pk or not proceeding.group_id:
            del self.fields["whole_group"]
        documents = Document.objects.filter(matter=proceeding.matter_id, replaced_by=None)
        kept = {seat.kind: seat for seat in self.instance.seats.all()} if self.instance.pk else {}
        self.seats = [
            SeatForm(
                self.data if self.is_bound else None,
                instance=kept.get(kind) or self.new_seat(kind),
                prefix=kind,
                documents=documents,
            )
            for kind in SeatKind.values
        ]

    def new_seat(self, kind: str) -> Seat:
        """Return a seat as one would fill it: handler and lawyer of the case."""
        seat = Seat(kind=kind)
        handler = self.proceeding.matter.handler
        if kind == SeatKind.STAFF and handler:
            seat.member, seat.name, seat.post = handler, handler.name, handler.post
        if kind == SeatKind.LAWYER and self.proceeding.lawyer_name:
            seat.name, seat.post = self.proceeding.lawyer_name, "律师"
        return seat

    @property
    def layout(self) -> Layout:
        group = ["whole_group"] if "whole_group" in self.fields else []
        return Layout(
            "submission",
            "seen",
            Fieldset(
                "开庭",
                third("on", "time", "place"),
                third("judge", "state", "noticed_on"),
                "head_wanted",
                "note",
                *group,
            ),
        )

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound:
            self.compare_with_seats()

    def is_valid(self) -> bool:
        return super().is_valid() and not any(seat.errors for seat in self.seats)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        on, received = cleaned.get("on"), self.proceeding.matter.received_on
        if on and on < received:
            self.add_error("on", f"开庭日期不能早于收案（送达）日期（{received}）。")
        if on and cleaned.get("state") == HearingState.HELD and on > self.today:
            self.add_error("state", "开庭日期还没有到，不能登记为已开庭。")
        noticed = cleaned.get("noticed_on")
        if noticed and on and noticed > on:
            self.add_error("noticed_on", "收到通知的日期不能晚于开庭日期。")
        is_off = cleaned.get("state") in {HearingState.POSTPONED, HearingState.CANCELLED}
        if is_off and not cleaned.get("note"):
            self.add_error("note", "延期或者取消的，请写明情况。")
        return cleaned

    def compare_with_seats(self) -> None:
        """Refuse attendance at a hearing that was not held, and a held one without attendance."""
        state = self.cleaned_data.get("state")
        for seat in self.seats:
            said = seat.cleaned_data.get("attended") if seat.is_valid() else None
            if seat.errors:
                continue
            if state != HearingState.HELD and said is not None:
                label = HearingState(state).label if state else "未登记"
                seat.add_error("attended", f"开庭状态是“{label}”，不能登记出庭情况。")
            elif state == HearingState.HELD and said is None:
                seat.add_error("attended", "已开庭的，请登记是否到庭。")

    @transaction.atomic
    def save(self, commit: bool = True) -> Hearing:
        """Keep the hearing and its seats, and where wanted the same for the whole group."""
        hearing = super().save(commit=False)
        hearing.proceeding = self.proceeding
        hearing.save()
        for form in self.seats:
            form.instance.hearing = hearing
            form.save()
        if self.cleaned_data.get("whole_group"):
            self.repeat(hearing)
        return hearing

    def repeat(self, hearing: Hearing) -> None:
        """Keep the same hearing for the other open cases of the group; proofs stay with theirs."""
        others = self.proceeding.group.proceedings.filter(matter__closed_on=None)
        for other in others.filter(matter__voided_at=None).exclude(pk=self.proceeding.pk):
            seats = list(hearing.seats.all())
            copy = Hearing.objects.get(pk=hearing.pk)
            copy.pk, copy.proceeding = None, other
            copy._state.adding = True
            copy.save()
            for seat in seats:
                seat.pk, seat.hearing, seat.proof = None, copy, None
                seat._state.adding = True
                seat.save()
