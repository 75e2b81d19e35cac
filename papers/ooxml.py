"""What a paper needs of a Word file and python-docx has no word for."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from papers.styles import ROW_MM
from papers.text import clean, lines


def put(paragraph: Paragraph, text: str, style: str) -> Paragraph:
    """Return the paragraph with the text added in the style; a line end is a line break."""
    paragraph.style = style
    if text:
        _take_chinese_font(paragraph.add_run(clean(text)))
    return paragraph


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a number that the reader's program fills in, such as PAGE or NUMPAGES."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = Run(OxmlElement("w:r"), paragraph)
    run.text = "1"
    field.append(run.element)
    paragraph._p.append(field)


def add_table(document: Document, widths_mm: Sequence[float]) -> Table:
    """Return a table without rows whose columns keep their widths whatever is written into them."""
    table: Table = document.add_table(rows=0, cols=len(widths_mm), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    return table


def add_row(table: Table) -> _Row:
    """Return a new row, its cells as wide as the columns and their text in the middle."""
    row: _Row = table.add_row()
    row.height, row.height_rule = Mm(ROW_MM), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in row.cells:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    return row


def put_in_cell(cell: _Cell, text: str, style: str) -> None:
    """Write the text into an empty cell, each line of it a paragraph."""
    first, *rest = lines(text)
    put(cell.paragraphs[0], first, style)
    for line in rest:
        put(cell.add_paragraph(), line, style)


def keep_whole(row: _Row) -> None:
    """Let the row move to the next page rather than be divided between two."""
    _set_flag(row, "w:cantSplit")


def repeat(row: _Row) -> None:
    """Let the row stand at the head of the table on every page."""
    _set_flag(row, "w:tblHeader")


def packed(document: Document) -> bytes:
    """Return the file without the time of day that a zip archive notes for each of its parts."""
    saved, packed_again = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(packed_again, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return packed_again.getvalue()


def _take_chinese_font(run: Run) -> None:
    """Show “”、— and the like, which both scripts know, as wide as Chinese signs."""
    run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def _set_flag(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
