"""Pages of figures and of ledgers in."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.files.base import File
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.generic import FormView, TemplateView, View

from casework.documents import checksum
from casework.files import clean_name
from casework.ledger import Ledger, ledgers
from casework.metrics import Metric, Ratio, Span, in_words, metrics
from casework.views import TodayMixin
from portal import audit
from portal.models import Action
from portal.views import ListPage, OnceFormMixin
from reports import imports
from reports.annex import annex_of, table_of, template_of
from reports.annual_forms import ConfirmForm
from reports.forms import LedgerUploadForm, SpanForm
from reports.models import LedgerUpload
from reports.sheets import read

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SpanMixin(TodayMixin):
    """Knows the stretch of days that the address asks for."""

    @cached_property
    def span_form(self) -> SpanForm:
        asked = self.request.GET if {"first", "last"} & set(self.request.GET) else None
        year = Span.year(self.today.year)
        return SpanForm(asked or {"first": year.first, "last": year.last}, today=self.today)

    @cached_property
    def span(self) -> Span:
        return self.span_form.span

    @property
    def span_query(self) -> str:
        return urlencode({"first": self.span.first, "last": self.span.last})


class FigureMixin(SpanMixin):
    """Knows the figure that the address names."""

    @cached_property
    def figure(self) -> Metric | Ratio:
        found = metrics.get(self.kwargs["key"])
        if found is None:
            raise Http404
        return found

    @cached_property
    def records(self):
        return self.figure.records(self.span).visible_to(self.request.user)


class FigureListView(SpanMixin, TemplateView):
    """Every figure of a stretch of days, each the door to its records."""

    template_name = "reports/figures.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        figures = [
            {"figure": figure, "words": in_words(figure, figure.value(self.span))}
            for figure in metrics
        ]
        return context | {
            "title": "统计数据",
            "crumbs": (("统计与报告", ""),),
            "figures": figures,
            "span": self.span,
            "span_form": self.span_form,
            "span_query": self.span_query,
        }


class FigureView(FigureMixin, ListPage):
    """The records a figure is made of; says so when the person may not see all of them."""

    template_name = "reports/figure.html"
    columns = (("记录", ""), ("科室", ""))
    row_template = "reports/_record_row.html"

    @property
    def title(self) -> str:
        return self.figure.label

    @property
    def crumbs(self):
        return (("统计与报告", ""), ("统计数据", f"{reverse('reports:figures')}?{self.span_query}"))

    def get_base_queryset(self):
        return self.records.with_desk()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        total = self.figure.records(self.span).count()
        return context | {
            "figure": self.figure,
            "words": in_words(self.figure, self.figure.value(self.span)),
            "splits": [(by.label, self.figure.split(self.span, by)) for by in self.figure.splits],
            "unseen": total - context["page_obj"].paginator.count,
            "span": self.span,
            "span_form": self.span_form,
            "span_query": self.span_query,
        }


class FigureExportView(FigureMixin, View):
    """A figure and its records as a workbook."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        content = annex_of(self.figure, self.span, self.records, by=request.user)
        audit.note(
            Action.EXPORTED,
            by=request.user,
            changes={"统计数据": self.figure.label, "期间": str(self.span)},
        )
        return download(content, f"{self.figure.label}（{self.span}）")


def download(
    content: bytes, name: str, *, ending: str = "xlsx", content_type: str = XLSX
) -> HttpResponse:
    """Return a file, a workbook unless told otherwise, as a download under a Chinese name."""
    response = HttpResponse(content, content_type=content_type)
    quoted = urlencode({"": f"{name}.{ending}"})[1:].replace("+", "%20")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quoted}"
    return response


class LedgerMixin:
    """Knows the ledger that the address names."""

    @cached_property
    def ledger(self) -> Ledger:
        found = ledgers.get(self.kwargs["code"])
        if found is None:
            raise Http404
        return found


class LedgerTemplateView(LedgerMixin, View):
    """An empty ledger to be filled in."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        return download(template_of(self.ledger), f"{self.ledger.label}（模板）")


class LedgerExportView(LedgerMixin, View):
    """A register as its ledger: the records the person may see, personal data masked."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        records = self.ledger.model._default_manager.all().visible_to(request.user)
        audit.note(
            Action.EXPORTED,
            by=request.user,
            changes={"台账": self.ledger.label, "行数": records.count()},
        )
        return download(table_of(self.ledger, records), self.ledger.label)


class UploadCreateView(TodayMixin, OnceFormMixin, FormView):
    """Takes a ledger in, to be looked at before anything is written."""

    form_class = LedgerUploadForm
    template_name = "reports/new_upload.html"
    success_message = "已读取，请核对预览后确认写入。"

    def save(self, form) -> str:
        file: File = form.cleaned_data["file"]
        upload = LedgerUpload(
            name=clean_name(file.name or ""),
            size=file.size or 0,
            content_type=XLSX,
            checksum=checksum(file),
            uploaded_by=self.request.user,
        )
        upload.file.save("", file, save=True)
        audit.note(Action.ATTACHED, by=self.request.user, about=upload)
        return upload.get_absolute_url()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "title": "导入台账",
            "crumbs": (("统计与报告", ""),),
            "submit_label": "读取并预览",
            "multipart": True,
            "ledgers": ledgers,
            "explanation": "一个文件可以含多张工作表；全部正确才写入，有一处错误就一行也不写。",
        }


class UploadView(TodayMixin, OnceFormMixin, FormView):
    """The preview of an uploaded ledger, and its confirmation."""

    form_class = ConfirmForm
    template_name = "reports/upload.html"
    success_message = "已写入。"

    @cached_property
    def upload(self) -> LedgerUpload:
        return get_object_or_404(LedgerUpload, pk=self.kwargs["pk"], uploaded_by=self.request.user)

    @cached_property
    def tables(self) -> list[imports.Table]:
        with self.upload.file.open("rb") as stream:
            return imports.tables_of(read(self.upload.name, stream.read()))

    @cached_property
    def faults(self) -> list[imports.CellFault]:
        """What is wrong with the file, found by trying to write it."""
        try:
            imports.preview(self.tables, by=self.request.user)
        except imports.ImportRefusedError as refusal:
            return refusal.faults
        return []

    def save(self, form) -> str:
        imports.write(self.tables, by=self.request.user)
        self.upload.written_at = timezone.now()
        self.upload.outcome = list(imports.lines_of(self.tables))
        self.upload.save(update_fields=["written_at", "outcome"])
        audit.note(
            Action.CREATED,
            by=self.request.user,
            about=self.upload,
            changes={"导入": "；".join(self.upload.outcome)},
        )
        return self.upload.get_absolute_url()

    def form_valid(self, form) -> HttpResponse:
        if self.upload.written_at or self.faults:
            return self.form_invalid(form)
        return super().form_valid(form)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        faults = [] if self.upload.written_at else self.faults
        return context | {
            "title": self.upload.name,
            "crumbs": (("统计与报告", ""), ("导入台账", reverse("reports:new-upload"))),
            "upload": self.upload,
            "tables": [] if self.upload.written_at else self.tables,
            "faults": faults[:200],
            "fault_count": len(faults),
        }
