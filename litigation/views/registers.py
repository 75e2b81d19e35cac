"""The lists beside the cases: hearings ahead, mediation, causes of loss, and tables of terms."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from casework import process
from casework.views import TodayMixin, refusals
from litigation import agenda, cases
from litigation.forms.rows import DefectForm, MediationForm, RoundForm
from litigation.forms.terms import TABLES, term_form
from litigation.models import (
    Defect,
    Hearing,
    Mediation,
    MediationResult,
    MediationRound,
)
from portal.pages import EditPage, NewPage
from portal.views import ListPage, Tab


def in_week(offset: int):
    """Return how a list of hearings is narrowed to a week, counted from this one."""

    def narrow(hearings):
        day = timezone.localdate() + timedelta(days=7 * offset)
        return hearings.fixed().filter(on__range=agenda.week_of(day))

    return narrow


class HearingListView(TodayMixin, ListPage):
    """庭前例会: the hearings ahead with what is missing, and those behind."""

    model = Hearing
    title = "开庭和庭前例会"
    crumbs = (("业务台账", ""),)
    columns = (
        ("开庭", "on"),
        ("案件", ""),
        ("原告（申请人）", ""),
        ("负责人", ""),
        ("经办人", ""),
        ("律师", ""),
        ("还缺什么", ""),
    )
    orders = {"on": ("on", "time")}
    row_template = "litigation/_hearing_row.html"
    tabs = (
        Tab("week", "本周", in_week(0)),
        Tab("next", "下周", in_week(1)),
        Tab("ahead", "待开庭", lambda q: q.fixed().filter(on__gte=timezone.localdate())),
        Tab("unrecorded", "待登记结果", lambda q: q.fixed().filter(on__lt=timezone.localdate())),
        Tab("held", "已开庭", lambda q: q.held().order_by("-on", "-pk")),
        Tab("all", "全部", lambda q: q.valid().order_by("-on", "-pk")),
    )
    empty = "没有开庭安排。收到开庭通知后，请在案件页面登记。"

    def get_base_queryset(self):
        return Hearing.objects.visible_to(self.request.user).with_desk()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        items = agenda.agenda(context["object_list"], self.today, self.calendar)
        return context | {"object_list": items, "today": self.today, "calendar": self.calendar}


class MediationListView(ListPage):
    model = Mediation
    title = "调解化解"
    crumbs = (("业务台账", ""),)
    columns = (
        ("开始日期", "begun"),
        ("争议事项", ""),
        ("阶段", ""),
        ("承办科室", ""),
        ("包案领导", ""),
        ("轮次", ""),
        ("结果", ""),
    )
    orders = {"begun": ("begun_on",)}
    row_template = "litigation/_mediation_row.html"
    tabs = (
        Tab("ongoing", "进行中", lambda q: q.filter(result=MediationResult.ONGOING)),
        Tab("agreed", "达成协议", lambda q: q.filter(result=MediationResult.AGREED)),
        Tab("failed", "未达成", lambda q: q.filter(result=MediationResult.FAILED)),
        Tab("all", "全部", lambda q: q),
    )
    new_url_name = "litigation:new-mediation"
    new_label = "登记诉前化解"
    empty = "没有调解记录。诉中调解请在案件页面登记。"

    def get_base_queryset(self):
        return Mediation.objects.visible_to(self.request.user).valid().with_desk()


class DefectListView(TodayMixin, ListPage):
    model = Defect
    title = "败诉原因和整改"
    crumbs = (("业务台账", ""),)
    columns = (
        ("发现日期", "found"),
        ("原因", ""),
        ("责任科室", ""),
        ("案件", ""),
        ("整改措施", ""),
        ("整改期限", "due"),
        ("完成日期", ""),
    )
    orders = {"found": ("found_on",), "due": ("due_on",)}
    row_template = "litigation/_defect_row.html"
    tabs = (
        Tab("open", "整改中", lambda q: q.open()),
        Tab("overdue", "逾期未整改", lambda q: q.overdue(timezone.localdate())),
        Tab("done", "已整改", lambda q: q.filter(done_on__isnull=False)),
        Tab("own", "自查纠偏", lambda q: q.filter(matter=None)),
        Tab("all", "全部", lambda q: q),
    )
    new_url_name = "litigation:new-defect"
    new_label = "登记自查纠偏"
    empty = "没有记录。败诉和被纠错案件的原因随裁判登记；自查发现的问题点右上角登记。"

    def get_base_queryset(self):
        return Defect.objects.visible_to(self.request.user).valid().with_desk()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"today": self.today}


class MediationPages:
    model = Mediation
    form_class = MediationForm
    section = "业务台账"
    list_label = "调解化解"
    list_url_name = "litigation:mediations"


class MediationCreateView(MediationPages, NewPage):
    """Begins a mediation before any suit, 诉前化解."""

    title = "登记诉前化解"

    def get_initial(self) -> dict[str, Any]:
        return {"phase": "before"}


class MediationUpdateView(MediationPages, EditPage):
    def get_queryset(self):
        visible = Mediation.objects.visible_to(self.request.user)
        records = super().get_queryset()
        return records.filter(pk__in=visible.values("pk"))

    def save(self, form) -> str:
        with refusals():
            if self.object.matter:
                cases.refuse_archived(self.object.matter)
        return super().save(form)


class RoundCreateView(TodayMixin, MediationPages, NewPage):
    """Adds a round to a mediation."""

    model = MediationRound
    form_class = RoundForm
    title = "登记调解轮次"

    @cached_property
    def mediation(self) -> Mediation:
        visible = Mediation.objects.visible_to(self.request.user)
        return get_object_or_404(visible, pk=self.kwargs["pk"])

    @property
    def explanation(self) -> str:
        return str(self.mediation)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": MediationRound(mediation=self.mediation)}

    def get_initial(self) -> dict[str, Any]:
        return {"on": self.today}

    def save(self, form) -> str:
        with refusals():
            process.refuse_future(form.cleaned_data["on"], self.today)
            if self.mediation.matter:
                cases.refuse_archived(self.mediation.matter)
        super().save(form)
        return self.back_address()

    def back_address(self) -> str:
        matter = self.mediation.matter
        return matter.get_absolute_url() if matter else self.list_address()


class DefectPages:
    model = Defect
    form_class = DefectForm
    section = "业务台账"
    list_label = "败诉原因和整改"
    list_url_name = "litigation:defects"


class DefectCreateView(TodayMixin, DefectPages, NewPage):
    """Keeps a defect that the office found by itself, 纠错纠偏."""

    title = "登记自查纠偏"

    def get_initial(self) -> dict[str, Any]:
        return {"found_on": self.today}


class DefectUpdateView(DefectPages, EditPage):
    """Follows the cure of a defect; it may go on after the case has been archived."""

    def get_queryset(self):
        visible = Defect.objects.visible_to(self.request.user)
        return super().get_queryset().filter(pk__in=visible.values("pk"))


class TermMixin:
    """Knows the table of the address; one that is not there is 404."""

    section = "系统管理"

    def setup(self, request, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["table"] not in TABLES:
            raise Http404

    @property
    def model(self):
        return TABLES[self.kwargs["table"]]

    @property
    def list_label(self) -> str:
        return str(self.model._meta.verbose_name)

    def list_address(self) -> str:
        return reverse("litigation:terms", args=[self.kwargs["table"]])

    def get_form_class(self):
        return term_form(self.kwargs["table"])


class TermListView(TermMixin, ListPage):
    """A table of terms that the office extends."""

    columns = (("名称", ""), ("排序", ""), ("状态", ""), ("操作", ""))
    row_template = "litigation/_term_row.html"
    template_name = "litigation/terms.html"

    @property
    def title(self) -> str:
        return self.list_label

    @property
    def crumbs(self):
        return (("系统管理", ""),)

    def get_base_queryset(self):
        return self.model.objects.all()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        tables = [(code, model._meta.verbose_name) for code, model in TABLES.items()]
        return super().get_context_data(**kwargs) | {
            "tables": tables,
            "table": self.kwargs["table"],
        }


class TermCreateView(TermMixin, NewPage):
    pass


class TermUpdateView(TermMixin, EditPage):
    pass
