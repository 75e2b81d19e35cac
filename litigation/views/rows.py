"""Pages of what is kept about a case: parties, meetings, talks, hearings, mediation, evidence."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.views.generic import View

from casework import process
from casework.forms import ReasonForm
from casework.models import MatterLink, Relation
from casework.views import MatterFormView, RecordRevealView, TodayMixin, refusals
from litigation import agenda, cases
from litigation.forms.hearings import HearingForm
from litigation.forms.rows import (
    CommunicationForm,
    DefectForm,
    MediationForm,
    MeetingForm,
    MergeForm,
    PartyForm,
    evidence_forms,
)
from litigation.models import (
    Communication,
    Defect,
    Hearing,
    Mediation,
    Meeting,
    MergedGroup,
    Party,
    Proceeding,
    ProceedingParty,
)
from litigation.views.proceedings import ProceedingMixin
from portal import audit
from portal.audit import changes_of, given_in
from portal.errors import ConflictError
from portal.models import Action


class CaseMixin(TodayMixin):
    """Knows the case of the address; one the person may not see is not there (404)."""

    @cached_property
    def proceeding(self) -> Proceeding:
        visible = Proceeding.objects.visible_to(self.request.user).with_desk()
        return get_object_or_404(visible, pk=self.kwargs["pk"])

    @cached_property
    def matter(self):
        return self.proceeding.matter


class RowView(CaseMixin, MatterFormView):
    """A form for one row kept about a case: a new one, or one named in the address.

    A subclass gives `model`, `form_class` and `anchor`, where the row is shown on the case's page.
    """

    model: type
    anchor = ""

    @cached_property
    def row(self):
        """The row of the address; a new one where the address names none."""
        if "row" not in self.kwargs:
            return self.new_row()
        return get_object_or_404(self.rows(), pk=self.kwargs["row"])

    def rows(self):
        return self.model.objects.filter(proceeding=self.proceeding)

    def new_row(self):
        return self.model(proceeding=self.proceeding)

    @property
    def is_new(self) -> bool:
        return "row" not in self.kwargs

    @property
    def title(self) -> str:
        verb = "登记" if self.is_new else "修改"
        return f"{verb}{self.model._meta.verbose_name}"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.row}

    def save(self, form) -> str:
        with refusals():
            cases.refuse_archived(self.matter)
        self.refuse_stale(form)
        return f"{super().save(form)}#{self.anchor}"

    def refuse_stale(self, form) -> None:
        if not self.is_new and "seen" in form.fields and form.is_stale():
            raise ConflictError(
                "您打开页面之后，别人修改了同一条记录，您填写的内容没有保存。",
                typed=given_in(form),
                address=self.request.get_full_path(),
            )

    def act(self, form) -> None:
        changes = changes_of(form)
        form.save()
        self.note(form, changes)

    def note(self, form, changes: dict[str, Any]) -> None:
        """Write down what was added to, or changed about, the case."""
        audit.note(
            Action.CREATED if self.is_new else Action.CHANGED,
            by=self.request.user,
            about=self.matter,
            changes=given_in(form) if self.is_new else changes,
            reason=str(self.model._meta.verbose_name),
        )


class PartyView(RowView):
    """Adds a party to a case, or corrects one."""

    model = ProceedingParty
    form_class = PartyForm
    anchor = "parties"

    def get_form_kwargs(self) -> dict[str, Any]:
        party = self.row.party if self.row.party_id else Party()
        return super().get_form_kwargs() | {"instance": party, "appearance": self.row}

    def get_initial(self) -> dict[str, Any]:
        names = ("role", "agent", "agent_firm")
        return super().get_initial() | {name: getattr(self.row, name) for name in names}

    def act(self, form) -> None:
        changes = changes_of(form)
        form.save()
        names = self.proceeding.parties.values_list("party__name", flat=True)
        said = given_in(form) if self.is_new else changes
        process.edit(
            self.matter,
            title=self.matter.title,
            search_text=self.proceeding.search_text(*names),
            by=self.request.user,
            changes=form.instance.without_personal_data(said),
            version=None,
        )


class PartyRevealView(ProceedingMixin, RecordRevealView):
    """Shows one masked field of a party for a recorded reason."""

    form_class = ReasonForm

    @cached_property
    def shown_record(self) -> Party:
        return get_object_or_404(self.record.parties, pk=self.kwargs["row"]).party


class MeetingView(RowView):
    """案前研判: the first one moves the case on, each sets its risk."""

    model = Meeting
    form_class = MeetingForm
    anchor = "meetings"
    explanation = "登记首次案前研判后，案件转入答辩（答复）环节；风险较高、高的列入重点案件。"

    def get_initial(self) -> dict[str, Any]:
        initial = super().get_initial()
        return initial | ({"on": self.today} if self.is_new else {})

    def act(self, form) -> None:
        changes = changes_of(form)
        meeting = form.save(commit=False)
        version = form.cleaned_data["version"]
        cases.hold(meeting, by=self.request.user, today=self.today, version=version)
        self.note(form, changes)


class CommunicationView(RowView):
    model = Communication
    form_class = CommunicationForm
    anchor = "communications"

    def act(self, form) -> None:
        process.refuse_future(form.cleaned_data["on"], self.today)
        super().act(form)


class HearingView(RowView):
    """A hearing with its three seats; a person asked to two places at once is warned of."""

    model = Hearing
    form_class = HearingForm
    anchor = "hearings"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"proceeding": self.proceeding, "today": self.today}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        return context | {"forms": [form, *form.seats]}

    def act(self, form) -> None:
        super().act(form)
        found = agenda.clashes([form.instance])[form.instance.pk]
        for words in found:
            messages.warning(self.request, f"提醒：{words}。")

    def note(self, form, changes: dict[str, Any]) -> None:
        for seat in form.seats:
            said = given_in(seat) if self.is_new else changes_of(seat)
            label = seat.instance.get_kind_display()
            changes |= {f"{label}·{name}": value for name, value in said.items()}
        if self.is_new:
            changes |= given_in(form)
        audit.note(
            Action.CREATED if self.is_new else Action.CHANGED,
            by=self.request.user,
            about=self.matter,
            changes=changes,
            reason="开庭",
        )


class CaseMediationView(RowView):
    """Begins a mediation in a case."""

    model = Mediation
    form_class = MediationForm
    anchor = "mediations"

    def new_row(self) -> Mediation:
        matter = self.matter
        return Mediation(matter=matter, department=matter.department, title=matter.title)


class CaseDefectView(RowView):
    """Names a cause of a case's loss; also after the case has been archived."""

    model = Defect
    form_class = DefectForm
    anchor = "defects"

    def new_row(self) -> Defect:
        return Defect(matter=self.matter, department=self.matter.department)


class MergeView(CaseMixin, MatterFormView):
    """Joins a case to others that are heard together; each keeps its number and its outcome."""

    form_class = MergeForm
    title = "并案审理"
    submit_label = "并案"
    success_message = "已并案。"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "proceeding": self.proceeding,
            "user": self.request.user,
        }

    @transaction.atomic
    def act(self, form) -> None:
        other: Proceeding = form.other
        cases.refuse_archived(self.matter)
        cases.refuse_archived(other.matter)
        group = other.group or self.proceeding.group
        if group is None:
            group = MergedGroup.objects.create(name=f"{other.matter.number}等并案")
        for proceeding in (self.proceeding, other):
            proceeding.group = group
            proceeding.save(update_fields=["group"])
        link = MatterLink(matter=self.matter, relation=Relation.MERGED, other=other.matter)
        process.link(link, by=self.request.user)


class EvidenceView(CaseMixin, View):
    """证据清单 as a table, edited in the page."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        return self.shown(evidence_forms(self.proceeding))

    def post(self, request, *args, **kwargs) -> HttpResponse:
        rows = evidence_forms(self.proceeding, request.POST)
        if self.matter.is_open and rows.is_valid():
            self.keep(rows)
            messages.success(request, "证据清单已保存。")
            return redirect(f"{self.matter.get_absolute_url()}#evidence")
        if not self.matter.is_open:
            messages.error(request, "本件已经归档或者作废，只能查看；确需补充的，请先撤销归档。")
        return self.shown(rows)

    @transaction.atomic
    def keep(self, rows) -> None:
        items = rows.save(commit=False)
        for item in rows.deleted_objects:
            item.delete()
        for item in items:
            item.proceeding = self.proceeding
            item.save()
        audit.note(
            Action.CHANGED,
            by=self.request.user,
            about=self.matter,
            changes={"证据清单": f"共{self.proceeding.evidence.count()}份"},
        )

    def shown(self, rows) -> HttpResponse:
        address = self.matter.get_absolute_url()
        context = {
            "title": "证据清单",
            "rows": rows,
            "cancel": address,
            "crumbs": ((self.matter.kind_label, ""), (self.matter.number, address)),
        }
        return render(self.request, "litigation/evidence.html", context)
