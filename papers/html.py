"""A paper as a page of the office's web site: one file that needs no other, also when printed."""

from functools import singledispatch
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from papers.blocks import (
    Addressee,
    Attachments,
    DocumentNumber,
    FactTable,
    Heading,
    Paper,
    Paragraph,
    Signature,
    Table,
    Title,
)
from papers.composition import is_figure
from papers.dates import chinese_date
from papers.text import lines, one_line

STYLESHEET = Path(__file__).with_name("paper.css").read_text(encoding="utf-8")
PAGE_NUMBERS = """
@page :right { @bottom-right { content: "— " counter(page) " —"; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; } }
"""


def render(paper: Paper) -> str:
    """Return the paper as an HTML document; the tree that it is written from escapes every text."""
    page = Element("html", lang="zh-CN")
    head, body = SubElement(page, "head"), SubElement(page, "body")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(head, "title", one_line(paper.title))
    SubElement(head, "style").text = STYLESHEET + PAGE_NUMBERS * paper.footer_page_numbers
    if paper.print_mark:
        _add(body, "p", paper.print_mark, {"class": "print-mark"})
    for block in paper.blocks:
        _write(block, body)
    indent(page, space="")
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"


def _add(parent: Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> Element:
    """Return a new element with the text in it; a line end is a line break."""
    element = SubElement(parent, tag, attributes or {})
    element.text, *rest = lines(text)
    for line in rest:
        SubElement(element, "br").tail = line
    return element


@singledispatch
def _write(block: object, body: Element) -> None:
    raise TypeError(f"{type(block).__name__} is not a block of a paper.")


@_write.register
def _write_title(block: Title, body: Element) -> None:
    _add(body, "h1", block.text)


@_write.register
def _write_number(block: DocumentNumber, body: Element) -> None:
    _add(body, "p", block.text, {"class": "number"})


@_write.register
def _write_addressee(block: Addressee, body: Element) -> None:
    _add(body, "p", block.text, {"class": "addressee"})


@_write.register
def _write_heading(block: Heading, body: Element) -> None:
    """Write a heading one level lower than it is, for the title has the first."""
    _add(body, f"h{block.level + 1}", block.text)


@_write.register
def _write_paragraph(block: Paragraph, body: Element) -> None:
    for line in lines(block.text):
        paragraph = SubElement(body, "p", {} if block.indent else {"class": "flush"})
        words = SubElement(paragraph, "strong") if block.bold else paragraph
        words.text = line.lstrip() if block.indent else line


@_write.register
def _write_attachments(block: Attachments, body: Element) -> None:
    """Write the names as a list when they have numbers, after 附件 when there is only one."""
    part = SubElement(body, "div", {"class": "attachments"})
    if len(block.names) == 1:
        _add(part, "p", f"附件：{block.names[0]}")
    elif block.names:
        _add(part, "p", "附件：")
        names = SubElement(part, "ol")
        for name in block.names:
            _add(names, "li", name)


@_write.register
def _write_signature(block: Signature, body: Element) -> None:
    part = SubElement(body, "div", {"class": "signature"})
    _add(part, "p", block.organ)
    _add(SubElement(part, "p"), "time", chinese_date(block.on), {"datetime": block.on.isoformat()})


@_write.register
def _write_table(block: Table, body: Element) -> None:
    table = SubElement(body, "table")
    _add_columns(table, block)
    head = SubElement(SubElement(table, "thead"), "tr")
    for text in block.columns:
        _add(head, "th", text, {"scope": "col"})
    rows = SubElement(table, "tbody")
    for texts in block.rows:
        row = SubElement(rows, "tr")
        for text in texts:
            _add(row, "td", text, {"class": "figure"} if is_figure(text) else {})


def _add_columns(table: Element, block: Table) -> None:
    """Write the widths as shares of the table, which is as wide as its screen."""
    if block.widths_mm:
        columns = SubElement(table, "colgroup")
        for width in block.widths_mm:
            share = 100 * width / sum(block.widths_mm)
            SubElement(columns, "col", style=f"width: {share:.2f}%")


@_write.register
def _write_fact_table(block: FactTable, body: Element) -> None:
    """Write each label as the head of its value; a last pair alone has the whole row."""
    rows = SubElement(SubElement(body, "table", {"class": "facts"}), "tbody")
    for pairs in block.rows:
        row = SubElement(rows, "tr")
        for label, value in pairs:
            _add(row, "th", label, {"scope": "row"})
            cell = _add(row, "td", value)
        if len(pairs) < block.columns:
            cell.set("colspan", str(2 * block.columns - 1))
