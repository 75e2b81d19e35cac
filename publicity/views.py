"""Pages of 普法 beside its registers: the calendar of publicity days."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from portal.pages import EditPage, NewPage
from publicity.forms import NodeDatesForm, NodeForm
from publicity.models import NodeDates, PublicityNode
from publicity.nodes import year_of


class NodeCalendarView(TemplateView):
    """The days of publicity of a year, and for which of them nothing is planned yet."""

    template_name = "publicity/nodes.html"

    @cached_property
    def year(self) -> int:
        wanted = self.request.GET.get("year", "")
        this_year = timezone.localdate().year
        return int(wanted) if wanted.isdecimal() and 1990 <= int(wanted) <= 2100 else this_year

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        today: date = timezone.localdate()
        nodes = [(entry, entry.state_on(today)) for entry in year_of(self.year)]
        context = super().get_context_data(**kwargs)
        return context | {
            "title": f"{self.year}年普法节点",
            "crumbs": (("业务台账", ""),),
            "year": self.year,
            "nodes": nodes,
            "missing": sum(entry.is_missing for entry, _ in nodes),
        }


class NodePage:
    model = PublicityNode
    form_class = NodeForm
    section = "业务台账"
    list_label = "普法节点"
    list_url_name = "publicity:nodes"


class NodeCreateView(NodePage, NewPage):
    pass


class NodeEditView(NodePage, EditPage):
    pass


class NodeDatesView(NodePage, NewPage):
    """Sets the days of a node for one year, as its notice has them."""

    model = NodeDates
    form_class = NodeDatesForm

    @cached_property
    def node(self) -> PublicityNode:
        return get_object_or_404(PublicityNode, pk=self.kwargs["pk"])

    def heading(self) -> str:
        return f"{self.node}：登记年度日期"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": NodeDates(node=self.node)}

    def address_of(self, record: NodeDates) -> str:
        return f"{reverse('publicity:nodes')}?year={record.year}"
