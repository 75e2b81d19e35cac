"""A paper as a Word file: its lines and grids are written in their styles."""

import docx
from docx.document import Document
from docx.shared import Pt

from papers import layout, styles
from papers.blocks import Paper
from papers.composition import Grid, Line, compose
from papers.ooxml import add_field, add_row, add_table, keep_whole, packed, put, put_in_cell, repeat
from papers.text import one_line

LONGEST_PROPERTY = 255


def render(paper: Paper) -> bytes:
    """Return the paper as a .docx; the same paper always gives the same bytes."""
    document = docx.Document()
    layout.lay_out(document)
    _name(document, paper)
    for part in compose(paper.blocks):
        if isinstance(part, Line):
            _write_line(document, part)
        else:
            _write_grid(document, part)
    if paper.footer_page_numbers:
        _number_pages(document)
    if paper.print_mark:
        _mark_pages(document, paper.print_mark)
    return packed(document)


def _name(document: Document, paper: Paper) -> None:
    """Keep the title as the only property: a paper is signed by an organ, not by an author."""
    properties = document.core_properties
    for element in list(properties._element):
        properties._element.remove(element)
    properties.title = one_line(paper.title)[:LONGEST_PROPERTY]
    properties.language = "zh-CN"


def _write_line(document: Document, line: Line) -> None:
    paragraph = put(document.add_paragraph(), line.text, line.style)
    for run in paragraph.runs:
        run.bold = line.bold or None
    form = paragraph.paragraph_format
    if line.left is not None:
        form.left_indent = Pt(line.left * styles.CHARACTER)
    if line.first is not None:
        form.first_line_indent = Pt(line.first * styles.CHARACTER)
    if line.lines_before is not None:
        form.space_before = Pt(line.lines_before * styles.BODY_LINE)
    if line.keeps_next:
        form.keep_with_next = True


def _write_grid(document: Document, grid: Grid) -> None:
    table = add_table(document, grid.widths_mm)
    for line in grid.rows:
        row = add_row(table)
        cells, column = row.cells, 0
        for cell in line.cells:
            last = column + cell.span - 1
            if cell.span > 1:
                cells[column].merge(cells[last])
            put_in_cell(cells[column], cell.text, cell.style)
            column = last + 1
        if line.whole:
            keep_whole(row)
        if line.repeats:
            repeat(row)


def _number_pages(document: Document) -> None:
    """Number the pages — 1 —, odd ones right, even ones left, a character from the edge (7.5)."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    character = Pt(styles.PAGE_NUMBER_SIZE)
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    for paragraph in (odd, even):
        put(paragraph, "— ", styles.PAGE_NUMBER)
        add_field(paragraph, "PAGE")
        put(paragraph, " —", styles.PAGE_NUMBER)
    odd.alignment, odd.paragraph_format.right_indent = layout.ALIGNMENTS["right"], character
    even.alignment, even.paragraph_format.left_indent = layout.ALIGNMENTS["left"], character


def _mark_pages(document: Document, mark: str) -> None:
    """Write at the head of every page what it is a print of, and which page of how many."""
    section = document.sections[0]
    for header in (section.header, section.even_page_header):
        paragraph = header.paragraphs[0]
        put(paragraph, f"{mark}　第 ", styles.PRINT_MARK)
        add_field(paragraph, "PAGE")
        put(paragraph, " / ", styles.PRINT_MARK)
        add_field(paragraph, "NUMPAGES")
        put(paragraph, " 页", styles.PRINT_MARK)
