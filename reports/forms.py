"""Forms of figures and imports."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms

from casework.metrics import Span
from portal.forms import DateInput, LaidOutForm, OnceMixin
from reports.imports import Table, tables_of
from reports.sheets import FileRefusedError, read

EARLIEST, LATEST = date(2004, 1, 1), date(2099, 12, 31)


class SpanForm(forms.Form):
    """The stretch of days of a page of figures; what is not understood falls back to this year."""

    first = forms.DateField(label="自", required=False, widget=DateInput)
    last = forms.DateField(label="至", required=False, widget=DateInput)

    def __init__(self, *args, today: date, **kwargs) -> None:
        self.today = today
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-control form-control-sm"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", "截止日期不能早于起始日期。")
        for name, day in (("first", first), ("last", last)):
            if day and not EARLIEST <= day <= LATEST:
                self.add_error(name, f"请填写 {EARLIEST.year} 年至 {LATEST.year} 年之间的日期。")
        return cleaned

    @property
    def span(self) -> Span:
        """The stretch asked for; this year where none, or none that can be, was."""
        year = Span.year(self.today.year)
        if not self.is_valid():
            return year
        first = self.cleaned_data["first"]
        last = self.cleaned_data["last"]
        first = first or (Span.year(last.year).first if last else year.first)
        return Span(first, last or max(first, Span.year(first.year).last))


class LedgerUploadForm(LaidOutForm, OnceMixin):
    file = forms.FileField(
        label="台账文件",
        max_length=255,
        help_text=".xlsx、.xls 或 .csv，按表头识别；先预览，确认后才写入。",
    )

    layout = Layout("submission", "file")

    tables: list[Table]

    def clean_file(self):
        upload = self.cleaned_data["file"]
        try:
            self.tables = tables_of(read(upload.name, upload.read()))
        except FileRefusedError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        if not self.tables:
            raise forms.ValidationError("没有认出任何台账：请核对表头是否与台账模板一致。")
        upload.seek(0)
        return upload
