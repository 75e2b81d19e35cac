"""Pages of 法治建设 beside its registers: reception days, carrying tasks over, its two matters."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import TemplateView, View

from casework import views
from casework.registers.views import RegisterListView
from casework.views import TodayMixin, stage_tabs
from governance import tasks
from governance.forms import ReceptionPlanForm
from governance.matter_forms import (
    PenaltyEditForm,
    PenaltyFilter,
    PenaltyForm,
    PetitionEditForm,
    PetitionFilter,
    PetitionForm,
)
from governance.models import Penalty, Petition, ReceptionPlan
from governance.reception_days import days_of
from governance.workflow import PENALTY, PETITION
from governance.workflow.penalty import Stage as PenaltyStage
from governance.workflow.petition import Stage as PetitionStage
from portal.access import may_use
from portal.pages import EditPage, NewPage


class ReceptionCalendarView(TodayMixin, TemplateView):
    """The reception days of a year, moved off days off by the office's rule."""

    template_name = "governance/reception_days.html"

    @cached_property
    def year(self) -> int:
        wanted = self.request.GET.get("year", "")
        this_year = self.today.year
        return int(wanted) if wanted.isdecimal() and 1990 <= int(wanted) <= 2100 else this_year

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        days = [(day, day.state_on(self.today)) for day in days_of(self.year, self.calendar)]
        context = super().get_context_data(**kwargs)
        return context | {
            "title": f"{self.year}年领导接访日",
            "crumbs": (("业务台账", ""), ("领导接访", reverse("governance:receptions"))),
            "year": self.year,
            "days": days,
            "plans": ReceptionPlan.objects.all(),
            "calendar": self.calendar,
        }


class ReceptionPlanPage:
    model = ReceptionPlan
    form_class = ReceptionPlanForm
    section = "业务台账"
    list_label = "领导接访日"
    list_url_name = "governance:reception-days"


class ReceptionPlanCreateView(ReceptionPlanPage, NewPage):
    pass


class ReceptionPlanEditView(ReceptionPlanPage, EditPage):
    pass


class TaskListView(RegisterListView):
    """The tasks of a year, from which the unfinished ones are carried into the next."""

    template_name = "governance/tasks.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        left = self.visible_records().in_year(self.year).valid().unfinished().not_yet_carried()
        may_carry = may_use(self.request.user, "governance:carry-tasks", "POST")
        return context | {"left": left.count() if may_carry else 0}


class TaskCarryView(View):
    """Carries the unfinished tasks of a year into the next one."""

    def post(self, request, *args, **kwargs) -> HttpResponse:
        year = kwargs["year"]
        carried = tasks.carry_over(year, by=request.user)
        messages.success(request, f"已把{len(carried)}项未完成的任务结转到{year + 1}年。")
        return redirect(f"{reverse('governance:tasks')}?year={year + 1}")


class PetitionMixin:
    model = Petition
    workflow = PETITION
    list_name = "petitions"
    preview_name = "preview-petition"


class OwnDepartmentMixin:
    """Lets a department open matters of its own only."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.request.user}


class PetitionListView(PetitionMixin, views.RecordListView):
    columns = (
        ("预警", ""),
        ("信访事项", "number"),
        ("信访人", ""),
        ("环节", ""),
        ("承办", ""),
        ("收到日期", "received"),
        ("最近期限", "due"),
    )
    row_template = "governance/_petition_row.html"
    filter_form = PetitionFilter
    new_url_name = "governance:new-petition"
    new_label = "登记信访事项"
    tabs = stage_tabs(
        PETITION,
        {
            "待告知": (PetitionStage.RECEIVED,),
            "办理中": (PetitionStage.HANDLING,),
            "复查复核": (
                PetitionStage.REPLIED,
                PetitionStage.REVIEWING,
                PetitionStage.REVIEWED,
                PetitionStage.SECOND_REVIEWING,
            ),
        },
    )


class PetitionCreateView(PetitionMixin, OwnDepartmentMixin, views.RecordCreateView):
    form_class = PetitionForm
    title = "登记信访事项"


class PetitionDetailView(PetitionMixin, views.RecordDetailView):
    template_name = "governance/petition.html"


class PetitionUpdateView(PetitionMixin, views.RecordUpdateView):
    form_class = PetitionEditForm


class PetitionMoveView(PetitionMixin, views.RecordMoveView):
    pass


class PetitionPreviewView(PetitionMixin, views.RecordPreviewView):
    pass


class PetitionRevealView(PetitionMixin, views.RecordRevealView):
    pass


class PenaltyMixin:
    model = Penalty
    workflow = PENALTY
    list_name = "penalties"
    preview_name = "preview-penalty"


class PenaltyListView(PenaltyMixin, views.RecordListView):
    columns = (
        ("预警", ""),
        ("案件", "number"),
        ("当事人", ""),
        ("环节", ""),
        ("承办", ""),
        ("立案日期", "received"),
        ("最近期限", "due"),
    )
    row_template = "governance/_penalty_row.html"
    filter_form = PenaltyFilter
    new_url_name = "governance:new-penalty"
    new_label = "登记立案"
    tabs = stage_tabs(
        PENALTY,
        {
            "调查告知": (
                PenaltyStage.INVESTIGATING,
                PenaltyStage.INFORMED,
                PenaltyStage.HEARING,
            ),
            "审核审批": (
                PenaltyStage.REVIEWING,
                PenaltyStage.APPROVAL,
                PenaltyStage.APPROVED,
            ),
            "送达执行": (
                PenaltyStage.DECIDED,
                PenaltyStage.SERVED,
                PenaltyStage.REMINDED,
                PenaltyStage.WITHDRAWING,
            ),
        },
    )


class PenaltyCreateView(PenaltyMixin, OwnDepartmentMixin, views.RecordCreateView):
    form_class = PenaltyForm
    title = "登记立案"


class PenaltyDetailView(PenaltyMixin, views.RecordDetailView):
    template_name = "governance/penalty.html"


class PenaltyUpdateView(PenaltyMixin, views.RecordUpdateView):
    form_class = PenaltyEditForm


class PenaltyMoveView(PenaltyMixin, views.RecordMoveView):
    pass


class PenaltyPreviewView(PenaltyMixin, views.RecordPreviewView):
    pass


class PenaltyRevealView(PenaltyMixin, views.RecordRevealView):
    pass
