"""A paper as lines and grids in their styles: where the standard puts each kind of block."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch
from itertools import pairwise

from papers import styles
from papers.blocks import (
    Addressee,
    Attachments,
    Block,
    DocumentNumber,
    FactTable,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
)
from papers.dates import chinese_date
from papers.text import lines, width

HEAD = Title | DocumentNumber
TEXT = Paragraph | Attachments
FIGURE = re.compile(r"[\d.,%:/+—\- ]*")
LABEL_MM = 30
SEAL_MARGIN = 4


@dataclass(frozen=True)
class Line:
    """A paragraph in its style, and in what it differs from it; indents count characters.

    A first indent below zero hangs out to the left, and a tab there leads back to the left indent.
    """

    text: str
    style: str
    left: float | None = None
    first: float | None = None
    lines_before: int | None = None
    bold: bool = False
    keeps_next: bool = False


@dataclass(frozen=True)
class Cell:
    """A text in its style, over one column or more."""

    text: str
    style: str
    span: int = 1


@dataclass(frozen=True)
class Row:
    """Cells side by side; a whole row is not divided between pages, a head stands on each."""

    cells: Sequence[Cell]
    whole: bool = False
    repeats: bool = False


@dataclass(frozen=True)
class Grid:
    """Rows of cells under columns of fixed widths."""

    widths_mm: Sequence[float]
    rows: Sequence[Row]


Part = Line | Grid


def compose(blocks: Sequence[Block]) -> list[Part]:
    """Return the parts of the blocks, with an empty line under the title and its number (7.3.2).

    The last paragraph goes with the signature, which would otherwise stand alone on a page.
    """
    parts: list[Part] = []
    for before, block in pairwise((None, *blocks)):
        if isinstance(before, HEAD) and not isinstance(block, HEAD):
            parts.append(Line("", styles.NORMAL))
        if isinstance(before, TEXT) and isinstance(block, Signature):
            parts[-1:] = [_kept(part) for part in parts[-1:]]
        parts.extend(_parts(block))
    return parts


def _kept(part: Part) -> Part:
    return replace(part, keeps_next=True) if isinstance(part, Line) else part


@singledispatch
def _parts(block: object) -> Iterator[Part]:
    raise TypeError(f"{type(block).__name__} is not a block of a paper.")


@_parts.register
def _title(block: Title) -> Iterator[Part]:
    yield Line(block.text, styles.TITLE)


@_parts.register
def _number(block: DocumentNumber) -> Iterator[Part]:
    yield Line(block.text, styles.NUMBER)


@_parts.register
def _addressee(block: Addressee) -> Iterator[Part]:
    yield Line(block.text, styles.ADDRESSEE)


@_parts.register
def _heading(block: Heading) -> Iterator[Part]:
    yield Line(block.text, styles.HEADINGS[block.level])


@_parts.register
def _paragraphs(block: Paragraph) -> Iterator[Part]:
    """Give each line as a paragraph; spaces typed to indent it give way to the style's indent."""
    style = styles.BODY if block.indent else styles.NORMAL
    for line in lines(block.text):
        yield Line(line.lstrip() if block.indent else line, style, bold=block.bold)


@_parts.register
def _attachments(block: Attachments) -> Iterator[Part]:
    """Give 附件 one line below the text, two characters in, names under each other (7.3.4)."""
    numbered = len(block.names) > 1
    number_width = 1.5 if numbered else 0
    for serial, name in enumerate(block.names, start=1):
        first = serial == 1
        word = "附件：" if first else ""
        number = f"{serial}.\t" if numbered else ""
        yield Line(
            word + number + name,
            styles.ATTACHMENTS,
            left=2 + width("附件：") + number_width,
            first=-(width(word) + number_width),
            lines_before=1 if first else None,
        )


@_parts.register
def _signature(block: Signature) -> Iterator[Part]:
    """Give the organ centred over the date, the date four characters from the right (7.3.5.1).

    An organ too long for that stays inside the type area and takes the date to the left.
    """
    day = chinese_date(block.on)
    middle = max(SEAL_MARGIN + width(day) / 2, width(block.organ) / 2)
    left = max(styles.CHARACTERS - 2 * middle, 0)
    yield Line(block.organ, styles.ORGAN, left=left)
    yield Line(day, styles.DATE, left=left)


@_parts.register
def _table(block: Table) -> Iterator[Part]:
    """Give the rows whole under a head that stands on every page (section 8)."""
    even = styles.TYPE_AREA_MM / len(block.columns)
    head = [Cell(text, styles.TABLE_HEAD) for text in block.columns]
    rows = [[Cell(text, _cell_style(text)) for text in row] for row in block.rows]
    yield Grid(
        block.widths_mm or [even] * len(block.columns),
        [
            Row(head, whole=True, repeats=block.header_repeats),
            *(Row(cells, whole=True) for cells in rows),
        ],
    )
    yield Line("", styles.TABLE_END)


def _cell_style(text: str) -> str:
    return styles.TABLE_FIGURE if is_figure(text) else styles.TABLE_TEXT


def is_figure(text: str) -> bool:
    """Say whether a cell holds a number, a day or nothing, which stand in the middle."""
    return FIGURE.fullmatch(text) is not None


@_parts.register
def _fact_table(block: FactTable) -> Iterator[Part]:
    """Give the labels narrow and the values wide; a long value runs on over the page."""
    value_mm = styles.TYPE_AREA_MM / block.columns - LABEL_MM
    rows = [Row(list(_fact_cells(pairs, block.columns))) for pairs in block.rows]
    yield Grid([LABEL_MM, value_mm] * block.columns, rows)
    yield Line("", styles.TABLE_END)


def _fact_cells(pairs: Sequence[tuple[str, str]], columns: int) -> Iterator[Cell]:
    for label, value in pairs:
        yield Cell(label, styles.TABLE_HEAD)
        yield Cell(value, styles.TABLE_TEXT, span=1 + 2 * (columns - len(pairs)))
