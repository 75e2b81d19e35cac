"""A paper as a Word file: each kind of block is written in its style, by one function."""

import re
from collections.abc import Sequence
from functools import singledispatch
from itertools import pairwise

import docx
from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from papers import layout
from papers.blocks import (
    Addressee,
    Attachments,
    Block,
    DocumentNumber,
    FactTable,
    Heading,
    Paper,
    Paragraph,
    Signature,
    Table,
    Title,
)
from papers.dates import chinese_date
from papers.ooxml import add_field, add_row, add_table, keep_whole, packed, put, put_in_cell, repeat
from papers.text import clean, lines, width

HEAD = Title | DocumentNumber
TEXT = Paragraph | Attachments
FIGURE = re.compile(r"[\d.,%:/+—\- ]*")
LABEL_MM = 30
LONGEST_PROPERTY = 255
SEAL_MARGIN = 4


def render(paper: Paper) -> bytes:
    """Return the paper as a .docx; the same paper always gives the same bytes."""
    document = docx.Document()
    layout.lay_out(document)
    _name(document, paper)
    _write_blocks(document, paper.blocks)
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
    title = next((block.text for block in paper.blocks if isinstance(block, Title)), "")
    properties.title = clean(title).replace("\n", "")[:LONGEST_PROPERTY]
    properties.language = "zh-CN"


def _write_blocks(document: Document, blocks: Sequence[Block]) -> None:
    """Write the blocks, with an empty line under the title and its number (7.3.2).

    The last paragraph goes with the signature, which would otherwise stand alone on a page.
    """
    for before, block in pairwise((None, *blocks)):
        if isinstance(before, HEAD) and not isinstance(block, HEAD):
            document.add_paragraph()
        if isinstance(before, TEXT) and isinstance(block, Signature):
            document.paragraphs[-1].paragraph_format.keep_with_next = True
        _write(block, document)


def _add(document: Document, text: str, style: str) -> WordParagraph:
    return put(document.add_paragraph(), text, style)


@singledispatch
def _write(block: object, document: Document) -> None:
    raise TypeError(f"{type(block).__name__} is not a block of a paper.")


@_write.register
def _write_title(block: Title, document: Document) -> None:
    _add(document, block.text, layout.TITLE)


@_write.register
def _write_number(block: DocumentNumber, document: Document) -> None:
    _add(document, block.text, layout.NUMBER)


@_write.register
def _write_addressee(block: Addressee, document: Document) -> None:
    _add(document, block.text, layout.ADDRESSEE)


@_write.register
def _write_heading(block: Heading, document: Document) -> None:
    _add(document, block.text, layout.HEADINGS[block.level])


@_write.register
def _write_paragraph(block: Paragraph, document: Document) -> None:
    """Write each line as a paragraph; spaces typed to indent it give way to the style's indent."""
    style = layout.BODY if block.indent else layout.NORMAL
    for line in lines(block.text):
        paragraph = _add(document, line.lstrip() if block.indent else line, style)
        for run in paragraph.runs:
            run.bold = block.bold or None


@_write.register
def _write_attachments(block: Attachments, document: Document) -> None:
    """Write 附件 one line below the text, two characters in, names under each other (7.3.4)."""
    numbered = len(block.names) > 1
    number_width = 1.5 if numbered else 0
    for serial, name in enumerate(block.names, start=1):
        first = serial == 1
        word = "附件：" if first else ""
        number = f"{serial}.\t" if numbered else ""
        paragraph = _add(document, word + number + name, layout.ATTACHMENTS)
        form = paragraph.paragraph_format
        form.left_indent = Pt((2 + width("附件：") + number_width) * layout.CHARACTER)
        form.first_line_indent = Pt(-(width(word) + number_width) * layout.CHARACTER)
        form.space_before = Pt(layout.BODY_LINE) if first else None


@_write.register
def _write_signature(block: Signature, document: Document) -> None:
    """Write the organ centred over the date, the date four characters from the right (7.3.5.1).

    An organ too long for that stays inside the type area and takes the date to the left.
    """
    day = chinese_date(block.on)
    middle = max(SEAL_MARGIN + width(day) / 2, width(block.organ) / 2)
    left = Pt(max(layout.CHARACTERS - 2 * middle, 0) * layout.CHARACTER)
    for text, style in ((block.organ, layout.ORGAN), (day, layout.DATE)):
        _add(document, text, style).paragraph_format.left_indent = left


@_write.register
def _write_table(block: Table, document: Document) -> None:
    """Write the rows whole under a head that stands on every page (section 8)."""
    even = layout.TYPE_AREA_MM / len(block.columns)
    table = add_table(document, block.widths_mm or [even] * len(block.columns))
    head = add_row(table)
    for cell, text in zip(head.cells, block.columns, strict=True):
        put_in_cell(cell, text, layout.TABLE_HEAD)
    keep_whole(head)
    if block.header_repeats:
        repeat(head)
    for texts in block.rows:
        row = add_row(table)
        for cell, text in zip(row.cells, texts, strict=True):
            put_in_cell(cell, text, _cell_style(text))
        keep_whole(row)
    _add(document, "", layout.TABLE_END)


def _cell_style(text: str) -> str:
    return layout.TABLE_FIGURE if FIGURE.fullmatch(text) else layout.TABLE_TEXT


@_write.register
def _write_fact_table(block: FactTable, document: Document) -> None:
    """Write the labels narrow and the values wide; a long value runs on over the page."""
    value_mm = layout.TYPE_AREA_MM / block.columns - LABEL_MM
    table = add_table(document, [LABEL_MM, value_mm] * block.columns)
    for start in range(0, len(block.pairs), block.columns):
        pairs = block.pairs[start : start + block.columns]
        cells = add_row(table).cells
        if len(pairs) < block.columns:
            cells[1].merge(cells[-1])
        for place, (label, value) in enumerate(pairs):
            put_in_cell(cells[2 * place], label, layout.TABLE_HEAD)
            put_in_cell(cells[2 * place + 1], value, layout.TABLE_TEXT)
    _add(document, "", layout.TABLE_END)


def _number_pages(document: Document) -> None:
    """Number the pages — 1 —, odd ones right, even ones left, a character from the edge (7.5)."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    character = Pt(layout.PAGE_NUMBER_SIZE)
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    for paragraph in (odd, even):
        put(paragraph, "— ", layout.PAGE_NUMBER)
        add_field(paragraph, "PAGE")
        put(paragraph, " —", layout.PAGE_NUMBER)
    odd.alignment, odd.paragraph_format.right_indent = layout.RIGHT, character
    even.alignment, even.paragraph_format.left_indent = layout.LEFT, character


def _mark_pages(document: Document, mark: str) -> None:
    """Write at the head of every page what it is a print of, and which page of how many."""
    section = document.sections[0]
    for header in (section.header, section.even_page_header):
        paragraph = header.paragraphs[0]
        put(paragraph, f"{mark}　第 ", layout.PRINT_MARK)
        add_field(paragraph, "PAGE")
        put(paragraph, " / ", layout.PRINT_MARK)
        add_field(paragraph, "NUMPAGES")
        put(paragraph, " 页", layout.PRINT_MARK)
