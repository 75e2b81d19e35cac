"""A paper as a PDF for archives: typst lays lines and grids out with the fonts of the server."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import typst

from papers import styles
from papers.blocks import Paper, Signature
from papers.composition import Grid, Line, Row, compose
from papers.fonts import Face, MissingFontError, installed
from papers.styles import Style
from papers.text import drawable, one_line

TEMPLATE = Path(__file__).with_name("paper.typ").read_bytes()

# PDF/A-2u is the archives' PDF in which every sign can be read back. For it typst refuses a sign
# that no font can show, where it would otherwise draw an empty box.
STANDARD: Final = "a-2u"
NOT_SHOWN = re.compile(r"the text `\"(.+?)\"` could not be displayed")
UNDATED = date(1980, 1, 1)

MEASURES = {
    "page": styles.PAGE_MM,
    "margins": styles.MARGINS_MM,
    "header": styles.HEADER_MM,
    "footer": styles.FOOTER_MM,
    "row": styles.ROW_MM,
    "cell_margins": styles.CELL_MARGINS_MM,
    "line": styles.BODY_LINE,
    "character": styles.CHARACTER,
    "tighter": styles.TIGHTER,
}


def render(paper: Paper, *, font_directory: Path | None = None) -> bytes:
    """Return the paper as a PDF; the same paper and fonts always give the same bytes."""
    found = installed(font_directory)
    data = {
        "paper": _content(paper),
        "measures": MEASURES,
        "styles": {style.name: _look(style, found.faces) for style in styles.STYLES},
    }
    try:
        return typst.compile(
            TEMPLATE,
            sys_inputs={name: json.dumps(value) for name, value in data.items()},
            font_paths=found.fonts,
            pdf_standards=STANDARD,
        )
    except typst.TypstError as error:
        if not_shown := NOT_SHOWN.search(error.message):
            raise MissingFontError(
                f"没有一种已安装的字体能显示“{not_shown[1]}”，无法生成 PDF。"
                "请在服务器上安装含有该字的字体后重新启动，或者改用 Word 文件。"
            ) from error
        raise


def _content(paper: Paper) -> dict[str, Any]:
    """Return what the paper says, as data; it is dated like its signature, or not at all."""
    day = next((block.on for block in paper.blocks if isinstance(block, Signature)), UNDATED)
    return {
        "title": one_line(drawable(paper.title)),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "parts": [
            _line(part) if isinstance(part, Line) else _grid(part) for part in compose(paper.blocks)
        ],
        "has_page_numbers": paper.footer_page_numbers,
        "print_mark": drawable(paper.print_mark),
    }


def _line(line: Line) -> dict[str, Any]:
    """Return a line with all that its style says unless the line says otherwise."""
    style = styles.BY_NAME[line.style]
    hanging_text, tab, text = line.text.partition("\t")
    hangs = bool(tab) and line.first is not None and line.first < 0
    return {
        "style": line.style,
        "hanging_text": drawable(hanging_text) if hangs else "",
        "text": drawable(text if hangs else line.text),
        "left": line.left or 0,
        "first": style.indent if line.first is None else line.first,
        "lines_before": style.lines_before if line.lines_before is None else line.lines_before,
        "bold": style.bold or line.bold,
        "keeps_next": style.keeps_next or line.keeps_next,
    }


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "widths": grid.widths_mm,
        "heads": [_row(row) for row in grid.rows if row.repeats],
        "rows": [_row(row) for row in grid.rows if not row.repeats],
    }


def _row(row: Row) -> dict[str, Any]:
    cells = [
        {"text": drawable(cell.text), "style": cell.style, "span": cell.span} for cell in row.cells
    ]
    return {"cells": cells, "whole": row.whole}


def _look(style: Style, faces: Mapping[str, Face]) -> dict[str, Any]:
    """Return how typst shows a style: in Latin letters for Latin, and “”、— are Chinese signs.

    小标宋 is heavy by itself, and so must be what stands in for it. Where a font has no bold, typst
    draws it with thicker strokes.
    """
    chinese, latin = faces[style.font], faces[style.latin]
    return {
        "fonts": [
            *({"name": family, "covers": "latin-in-cjk"} for family in latin.families),
            *chinese.families,
        ],
        "size": style.size,
        "line": style.line,
        "align": style.align,
        "level": style.level,
        "is_heavy": style.font == styles.TITLE_SONG,
        "has_bold": chinese.has_bold,
    }
