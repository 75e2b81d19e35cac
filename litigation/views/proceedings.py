"""The registers 行政诉讼 and 行政复议, and the page of a case."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.views.generic import View

from casework import views
from casework.standing import Fact, standing
from casework.views import TodayMixin, refusals, stage_tabs
from litigation import agenda, cases
from litigation.forms.course import VerdictForm
from litigation.forms.intake import (
    LawsuitFilter,
    ProceedingEditForm,
    ProceedingFilter,
    ProceedingForm,
)
from litigation.models import Party, Proceeding
from litigation.workflow import (
    LAWSUITS,
    RECONSIDERATIONS,
    STUDIES,
    VERDICT_MOVES,
    WORKFLOWS,
    Stage,
)
from portal.views import Tab

REGISTERS = {"lawsuit": "lawsuits", "reconsideration": "reconsiderations"}
KEY_CASES = Tab("key", "重点案件", lambda q: q.key())


class ProceedingMixin:
    """The pages of one case of either kind: its workflow is that of its matter."""

    model = Proceeding

    @cached_property
    def workflow(self):
        return WORKFLOWS[self.matter.kind]

    @property
    def list_name(self) -> str:
        return REGISTERS[self.workflow.kind]


class LawsuitMixin:
    model = Proceeding
    workflow = LAWSUITS
    list_name = "lawsuits"


class ReconsiderationMixin:
    model = Proceeding
    workflow = RECONSIDERATIONS
    list_name = "reconsiderations"


class ProceedingListView(views.RecordListView):
    columns = (
        ("预警", ""),
        ("案件", "number"),
        ("审级", ""),
        ("原告（申请人）", ""),
        ("环节", ""),
        ("归口科室", ""),
        ("收案日期", "received"),
        ("最近期限", "due"),
        ("开庭", ""),
    )
    row_template = "litigation/_proceeding_row.html"

    def get_base_queryset(self):
        return super().get_base_queryset().of_kind(self.workflow.kind)


class LawsuitListView(LawsuitMixin, ProceedingListView):
    filter_form = LawsuitFilter
    new_url_name = "litigation:new-lawsuit"
    new_label = "收案登记"
    tabs = (
        *stage_tabs(
            LAWSUITS,
            {
                "待研判": (Stage.STUDYING,),
                "待答辩": (Stage.ANSWERING,),
                "应诉中": (Stage.DEFENDING, Stage.SUSPENDED),
                "待生效": (Stage.JUDGED, Stage.RULED, Stage.APPEALED),
                "履行": (Stage.PERFORMING,),
            },
        ),
        KEY_CASES,
    )
    empty = "没有符合条件的案件。收到起诉状副本时，请点右上角“收案登记”。"


class ReconsiderationListView(ReconsiderationMixin, ProceedingListView):
    filter_form = ProceedingFilter
    new_url_name = "litigation:new-reconsideration"
    new_label = "收案登记"
    tabs = (
        *stage_tabs(
            RECONSIDERATIONS,
            {
                "待研判": (Stage.STUDYING,),
                "待答复": (Stage.ANSWERING,),
                "审理中": (Stage.DEFENDING, Stage.SUSPENDED),
                "履行": (Stage.PERFORMING,),
            },
        ),
        KEY_CASES,
    )
    empty = "没有符合条件的案件。收到复议申请书副本时，请点右上角“收案登记”。"


class ProceedingCreateView(views.RecordCreateView):
    form_class = ProceedingForm
    template_name = "litigation/new_proceeding.html"
    success_message = "已收案，请尽快组织案前研判。"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "kind": self.workflow.kind,
            "user": self.request.user,
            "today": self.today,
        }

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        preview = self.address(f"preview-{self.workflow.kind}")
        return super().get_context_data(**kwargs) | {"preview": preview}


class LawsuitCreateView(LawsuitMixin, ProceedingCreateView):
    title = "行政诉讼收案登记"


class ReconsiderationCreateView(ReconsiderationMixin, ProceedingCreateView):
    title = "行政复议收案登记"


class IntakePreviewView(TodayMixin, View):
    """Shows the dates that the receipt of a case gives, while the form is filled in."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        form = ProceedingForm(
            request.GET, kind=self.workflow.kind, user=request.user, today=self.today
        )
        form.is_valid()
        on = form.cleaned_data.get("on")
        context: dict[str, Any] = {"today": self.today, "calendar": self.calendar, "on": on}
        opening = form.cleaned_data.get("came", "").partition(":")[2]
        if on and opening:
            form.cleaned_data.setdefault("filed_on", None)
            form.cleaned_data.setdefault("evidence_by", None)
            fact = Fact(opening, on, form.opening_detail)
            context |= {
                "standing": standing(self.workflow, [fact], self.calendar),
                "refusal": "日期不能晚于今天。" if on > self.today else "",
            }
        return render(request, "casework/_preview.html", context)


class LawsuitIntakePreviewView(LawsuitMixin, IntakePreviewView):
    pass


class ReconsiderationIntakePreviewView(ReconsiderationMixin, IntakePreviewView):
    pass


class KnownPartiesView(TodayMixin, View):
    """Shows who of this name is known and in which cases, before a new case is saved."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        name = request.GET.get("party_name", "").replace("\0", "").strip()[:100]
        found = Proceeding.objects.visible_to(request.user).with_desk().of_party(name)
        parties = Party.objects.visible_to(request.user).of_name(name)
        context = {
            "parties": parties[:5] if name else [],
            "proceedings": found[:5] if name else [],
            "total": found.count() if name else 0,
        }
        return render(request, "litigation/_known_parties.html", context)


class ProceedingDetailView(ProceedingMixin, views.RecordDetailView):
    template_name = "litigation/proceeding.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        proceeding = self.record
        hearings = proceeding.hearings.with_desk()
        return super().get_context_data(**kwargs) | {
            "parties": proceeding.parties.select_related("party"),
            "meetings": proceeding.meetings.select_related("chair"),
            "communications": proceeding.communications.all(),
            "agenda": agenda.agenda(hearings, self.today, self.calendar),
            "evidence": proceeding.evidence.select_related("document"),
            "mediations": proceeding.matter.mediations.select_related(
                "department", "leader"
            ).prefetch_related("rounds"),
            "defects": proceeding.matter.defects.select_related("cause", "department"),
            "merged": self.merged(),
        }

    def merged(self):
        """Return the other cases heard together with this one that the person may see."""
        if not self.record.group_id:
            return []
        others = Proceeding.objects.visible_to(self.request.user).filter(group=self.record.group)
        return others.exclude(pk=self.record.pk).select_related("matter")


class ProceedingUpdateView(ProceedingMixin, views.RecordUpdateView):
    form_class = ProceedingEditForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"today": self.today}

    def save(self, form) -> str:
        with refusals():
            cases.refuse_archived(self.matter)
        return super().save(form)


class ProceedingMoveView(ProceedingMixin, views.RecordMoveView):
    """Records one move; a verdict asks for its causes, a study is a meeting of its own."""

    def dispatch(self, request, *args, **kwargs) -> HttpResponse:
        if kwargs["move"] in STUDIES:
            get_object_or_404(self.visible_records(), pk=kwargs["pk"])
            return redirect("litigation:new-meeting", kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return VerdictForm if self.move.code in VERDICT_MOVES else super().get_form_class()

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"responsible": self.matter.department_id}

    def save(self, form) -> str:
        cleaned = form.cleaned_data
        told = {
            "on": cleaned["on"],
            "by": self.request.user,
            "today": self.today,
            "detail": form.detail,
            "note": cleaned["note"],
            "version": cleaned["version"],
        }
        if self.move.code == "archive":
            with refusals():
                cases.archive(self.matter, **told)
            return self.record.get_absolute_url()
        if self.move.code not in VERDICT_MOVES:
            return super().save(form)
        with refusals():
            cases.decide(
                self.matter,
                self.move.code,
                causes=cleaned["causes"],
                responsible=cleaned["responsible"],
                **told,
            )
        return self.record.get_absolute_url()


class ProceedingPreviewView(ProceedingMixin, views.RecordPreviewView):
    pass
