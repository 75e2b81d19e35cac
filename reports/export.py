"""Workbooks out: text stays text, nothing in a cell is ever worked out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from portal.text import hidden_characters

LONGEST_CELL = 32_000
HEAD = Font(bold=True)


@dataclass(frozen=True)
class SheetOut:
    """A sheet to be written: its name, headings with widths, rows."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[object]]


def workbook(sheets: Iterable[SheetOut]) -> bytes:
    """Return an .xlsx with these sheets."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name[:31])
        page.freeze_panes = "A2"
        for number, (_, width) in enumerate(sheet.columns, start=1):
            page.column_dimensions[
                chr(64 + number) if number < 27 else f"A{chr(38 + number)}"
            ].width = width
        page.append([heading(page, label) for label, _ in sheet.columns])
        for row in sheet.rows:
            page.append([cell(page, value) for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def heading(page: WriteOnlyWorksheet, label: str) -> WriteOnlyCell:
    found = WriteOnlyCell(page, label)
    found.font = HEAD
    return found


def cell(page: WriteOnlyWorksheet, value: object) -> WriteOnlyCell:
    """Return a cell: numbers and days as such, everything else as text, never as a formula."""
    if value is None or isinstance(value, int | float | date):
        found = WriteOnlyCell(page, value)
        if isinstance(value, date):
            found.number_format = "yyyy-mm-dd"
        return found
    text = str(value)
    hidden = set(hidden_characters(text))
    found = WriteOnlyCell(page, "".join(c for c in text if c not in hidden)[:LONGEST_CELL])
    found.data_type = "s"
    found.number_format = "@"
    found.alignment = Alignment(wrap_text=True, vertical="top")
    return found
