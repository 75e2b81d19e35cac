"""报告编制: the annual reports, their studio, and what leads to publishing."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.generic import FormView, TemplateView, View

from casework.metrics import metrics
from casework.views import TodayMixin
from portal import audit
from portal.models import Action
from portal.views import ListPage, OnceFormMixin
from reports.annual import process
from reports.annual.checks import findings
from reports.annual.chips import chips_in
from reports.annual.formats import FORMATS
from reports.annual.paper import paper_of, said_in_report
from reports.annual_forms import (
    ConfirmForm,
    DraftForm,
    OverrideForm,
    PublishForm,
    SectionForm,
)
from reports.models import AnnualReport, ReportSection
from reports.views import download

CRUMBS = (("统计与报告", ""),)


class ReportListView(ListPage):
    model = AnnualReport
    title = "年度报告"
    crumbs = CRUMBS
    columns = (("报告", ""), ("统计期", ""), ("状态", ""), ("起草", ""), ("审核", ""))
    row_template = "reports/_report_row.html"
    new_url_name = "reports:new-report"
    new_label = "起草报告"
    empty = "还没有年度报告。点右上角“起草报告”，系统会根据记录写出初稿。"

    def get_base_queryset(self):
        return AnnualReport.objects.select_related(
            "drafted_by__staff_member", "reviewed_by__staff_member"
        )


class ReportCreateView(TodayMixin, OnceFormMixin, FormView):
    """Drafts the report of a year from its records."""

    form_class = DraftForm
    template_name = "generic/form.html"
    success_message = "初稿已写好，请逐章核对。"

    def get_initial(self) -> dict[str, Any]:
        return {"year": self.today.year}

    def save(self, form) -> str:
        cleaned = form.cleaned_data
        report = process.draft_report(
            cleaned["kind"], cleaned["year"], by=self.request.user, last=cleaned["last"]
        )
        return reverse("reports:report", args=[report.pk])

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "title": "起草年度报告",
            "crumbs": (*CRUMBS, ("年度报告", reverse("reports:reports"))),
            "submit_label": "起草",
            "cancel": reverse("reports:reports"),
        }


class ReportMixin:
    """Knows the report that the address names."""

    @cached_property
    def report(self) -> AnnualReport:
        return get_object_or_404(AnnualReport, pk=self.kwargs["pk"])

    @property
    def address(self) -> str:
        return reverse("reports:report", args=[self.report.pk])


class ReportView(ReportMixin, TemplateView):
    """The studio: chapters, text with its figures, what stands behind them, checks."""

    template_name = "reports/report.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        report = self.report
        sections = list(report.sections.all())
        said = said_in_report(report)
        return context | {
            "title": str(report),
            "crumbs": (*CRUMBS, ("年度报告", reverse("reports:reports"))),
            "report": report,
            "formats": FORMATS,
            "parts": [
                {"section": section, "paragraphs": paragraphs}
                for section, (_, _, paragraphs) in zip(sections, said, strict=True)
            ],
            "chips": chips_of(report, sections),
            "findings": findings(report) if report.is_open else [],
            "differences": [] if report.is_open else process.differences(report),
            "span_query": urlencode({"first": report.first, "last": report.last}),
        }


def chips_of(report: AnnualReport, sections: list[ReportSection]) -> list[dict[str, Any]]:
    """Return the figures of a report's text, as said and as defined."""
    said = process.Said(report)
    keys = dict.fromkeys(key for section in sections for key in chips_in(section.text))
    return [
        {
            "figure": metrics[key],
            "words": said.chip(key, ""),
            "by_hand": key in said.overridden,
        }
        for key in keys
        if key in metrics
    ]


class ReportFormView(ReportMixin, OnceFormMixin, FormView):
    """A form about a report that leads back to its studio."""

    template_name = "generic/form.html"
    title = ""
    submit_label = "保存"
    explanation = ""

    def save(self, form) -> str:
        self.act(form)
        return self.address

    def act(self, form) -> None:
        raise NotImplementedError

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "title": self.title,
            "crumbs": (
                *CRUMBS,
                ("年度报告", reverse("reports:reports")),
                (str(self.report), self.address),
            ),
            "cancel": self.address,
            "submit_label": self.submit_label,
            "explanation": self.explanation,
        }


class SectionEditView(ReportFormView):
    form_class = SectionForm
    explanation = "双方括号中的指标随记录变动，冻结时固定；不要在正文里直接写数字。"

    @cached_property
    def section(self) -> ReportSection:
        return get_object_or_404(self.report.sections, pk=self.kwargs["section"])

    @property
    def title(self) -> str:
        return f"编辑 {self.section}"

    def get_initial(self) -> dict[str, Any]:
        return {"heading": self.section.heading, "text": self.section.text}

    def act(self, form) -> None:
        cleaned = form.cleaned_data
        process.edit_section(
            self.section, heading=cleaned["heading"], text=cleaned["text"], by=self.request.user
        )


class OverrideView(ReportFormView):
    form_class = OverrideForm
    title = "手工调整数据"
    explanation = "仅在记录确实无法反映时使用；理由随报告保存，调整处有标记。"

    def get_initial(self) -> dict[str, Any]:
        return {"key": self.request.GET.get("key", "")}

    def act(self, form) -> None:
        cleaned = form.cleaned_data
        process.override(
            self.report,
            cleaned["key"],
            words=cleaned["words"],
            reason=cleaned["reason"],
            by=self.request.user,
        )


class ReviewView(ReportFormView):
    form_class = ConfirmForm
    title = "审核报告"
    submit_label = "审核通过"
    explanation = "起草人不能审核自己起草的报告；审核后再有改动须重新审核。"

    def act(self, form) -> None:
        process.review(self.report, by=self.request.user)


class FreezeView(ReportFormView):
    form_class = ConfirmForm
    title = "冻结报告"
    submit_label = "冻结"
    explanation = (
        "冻结后正文、数值、口径和明细不再改变；以后的更正只显示为差异，需要改正的另出新版。"
    )

    def act(self, form) -> None:
        process.freeze(self.report, by=self.request.user)


class PublishView(ReportFormView):
    form_class = PublishForm
    title = "登记公布"
    submit_label = "登记公布"

    def act(self, form) -> None:
        cleaned = dict(form.cleaned_data)
        cleaned.pop("submission")
        on = cleaned.pop("published_on")
        if on > timezone.localdate():
            raise ValidationError({"published_on": "公布日期不能晚于今天。"})
        process.publish(self.report, on=on, metadata=cleaned, by=self.request.user)


class ReportPaperView(ReportMixin, View):
    """The report as an official paper, in the form that the address names."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        ending = kwargs["ending"]
        if ending not in FORMATS:
            raise Http404
        report, form = self.report, FORMATS[ending]
        paper = paper_of(
            report.title,
            said_in_report(report),
            office=settings.OFFICE["name"],
            on=report.published_on or timezone.localdate(),
        )
        audit.note(Action.DOWNLOADED, by=request.user, about=report, changes={"格式": form.label})
        content = form.render(paper)
        return download(content, str(report), ending=ending, content_type=form.content_type)
