"""Pages of 依申请公开."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.generic import View

from casework import views
from casework.standing import Fact, standing
from casework.views import TodayMixin, stage_tabs
from disclosure import channels
from disclosure.forms import RequestEditForm, RequestFilter, RequestForm
from disclosure.models import DisclosureRequest
from disclosure.workflow import WORKFLOW, Stage


class RequestMixin:
    model = DisclosureRequest
    workflow = WORKFLOW
    list_name = "requests"


class RequestListView(RequestMixin, views.RecordListView):
    columns = (
        ("预警", ""),
        ("申请事项", "number"),
        ("申请人", ""),
        ("环节", ""),
        ("承办", ""),
        ("收到日期", "received"),
        ("最近期限", "due"),
    )
    row_template = "disclosure/_request_row.html"
    filter_form = RequestFilter
    new_url_name = "disclosure:new-request"
    new_label = "登记申请"
    tabs = stage_tabs(
        WORKFLOW,
        {
            "待确认": (Stage.UNCONFIRMED,),
            "办理中": (Stage.PROCESSING,),
            "待补正": (Stage.CORRECTING,),
            "征求意见中": (Stage.CONSULTING,),
            "待审签": (Stage.APPROVAL,),
            "待送达": (Stage.SENDING,),
        },
    )
    empty = "没有符合条件的申请。收到新的申请时，请点右上角“登记申请”。"


class RequestCreateView(RequestMixin, views.RecordCreateView):
    form_class = RequestForm
    template_name = "disclosure/new_request.html"
    title = "登记申请"


class ReceiptPreviewView(RequestMixin, TodayMixin, View):
    """Shows the receipt rule of a channel and the dates it gives, while the form is filled in."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        form = RequestForm(request.GET)
        form.is_valid()
        channel = channels.BY_CODE.get(form.cleaned_data.get("channel", ""))
        on = form.cleaned_data.get("on")
        context: dict[str, Any] = {
            "channel": channel,
            "today": self.today,
            "calendar": self.calendar,
            "on": on,
        }
        if channel and on:
            # For a channel that needs a confirmation the dates are those of one on the same day.
            fact = Fact("receive", on)
            context |= {
                "standing": standing(WORKFLOW, [fact], self.calendar),
                "refusal": "日期不能晚于今天。" if on > self.today else "",
            }
        return render(request, "disclosure/_receipt.html", context)


class SimilarRequestsView(RequestMixin, TodayMixin, View):
    """Shows open and earlier requests of the same applicant before a new one is saved."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        name = request.GET.get("applicant", "").replace("\0", "").strip()[:100]
        found = DisclosureRequest.objects.visible_to(request.user).with_desk().of_applicant(name)
        context = {"requests": found[:5] if name else [], "total": found.count() if name else 0}
        return render(request, "disclosure/_similar.html", context)


class RequestDetailView(RequestMixin, views.RecordDetailView):
    template_name = "disclosure/request.html"


class RequestUpdateView(RequestMixin, views.RecordUpdateView):
    form_class = RequestEditForm


class RequestMoveView(RequestMixin, views.RecordMoveView):
    pass


class RequestPreviewView(RequestMixin, views.RecordPreviewView):
    pass


class RequestRevealView(RequestMixin, views.RecordRevealView):
    pass
