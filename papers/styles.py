"""How an official paper looks, as GB/T 9704-2012 measures it, whatever file it is written into."""

from dataclasses import dataclass
from typing import Literal

TITLE_SONG = "方正小标宋简体"
SONG = "宋体"
HEI = "黑体"
KAI = "楷体_GB2312"
FANGSONG = "仿宋_GB2312"
LATIN = "Times New Roman"

TITLE_SIZE, BODY_SIZE, PAGE_NUMBER_SIZE, TABLE_SIZE, MARK_SIZE = 22, 16, 14, 12, 9
TITLE_LINE, BODY_LINE, PAGE_NUMBER_LINE, TABLE_LINE, MARK_LINE = 36, 28.95, 16, 18, 12

# A4 with the margins of 5.1 and 5.2.1, and how far from its edges header and footer begin.
PAGE_MM = {"width": 210, "height": 297}
MARGINS_MM = {"top": 37, "bottom": 35, "left": 28, "right": 26}
HEADER_MM, FOOTER_MM = 20, 25
TYPE_AREA_MM = 156
CELL_MARGINS_MM = {"top": 0.6, "left": 1.4, "bottom": 0.6, "right": 1.4}
ROW_MM = 9

# 28 characters of 16 pt are 448 pt, but the type area has 442: each gives up a quarter point.
TIGHTER = 0.25
CHARACTER = BODY_SIZE - TIGHTER
CHARACTERS = 28

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True)
class Style:
    """How one kind of paragraph looks; sizes and lines in points, indents in characters."""

    name: str
    font: str = FANGSONG
    latin: str = LATIN
    size: float = BODY_SIZE
    line: float = BODY_LINE
    lines_before: int = 0
    align: Align = "justify"
    indent: float = 0
    bold: bool = False
    level: Literal[0, 1, 2, 3] = 0
    keeps_next: bool = False
    on_grid: bool = True


NORMAL = "Normal"
TITLE = "Title"
HEADINGS = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
BODY = "Normal Indent"
NUMBER = "发文字号"
ADDRESSEE = "主送机关"
ATTACHMENTS = "附件说明"
ORGAN = "发文机关署名"
DATE = "成文日期"
TABLE_HEAD = "表格标题行"
TABLE_TEXT = "表格文字"
TABLE_FIGURE = "表格数字"
TABLE_END = "表格之后"
PAGE_NUMBER = "Footer"
PRINT_MARK = "Header"

STYLES = (
    Style(NORMAL),
    Style(
        TITLE,
        TITLE_SONG,
        size=TITLE_SIZE,
        line=TITLE_LINE,
        align="center",
        keeps_next=True,
        on_grid=False,
    ),
    Style(NUMBER, align="center", keeps_next=True),
    Style(ADDRESSEE, align="left", keeps_next=True),
    Style(HEADINGS[1], HEI, indent=2, level=1, keeps_next=True),
    Style(HEADINGS[2], KAI, indent=2, level=2, keeps_next=True),
    Style(HEADINGS[3], indent=2, level=3, bold=True, keeps_next=True),
    Style(BODY, indent=2),
    Style(ATTACHMENTS, align="left"),
    Style(ORGAN, lines_before=2, align="center", keeps_next=True),
    Style(DATE, align="center"),
    Style(TABLE_HEAD, HEI, size=TABLE_SIZE, line=TABLE_LINE, align="center", on_grid=False),
    Style(TABLE_TEXT, size=TABLE_SIZE, line=TABLE_LINE, align="left", on_grid=False),
    Style(TABLE_FIGURE, size=TABLE_SIZE, line=TABLE_LINE, align="center", on_grid=False),
    Style(TABLE_END, size=MARK_SIZE, line=MARK_LINE, on_grid=False),
    Style(PAGE_NUMBER, SONG, SONG, size=PAGE_NUMBER_SIZE, line=PAGE_NUMBER_LINE, on_grid=False),
    Style(PRINT_MARK, SONG, SONG, size=MARK_SIZE, line=MARK_LINE, align="right", on_grid=False),
)

BY_NAME = {style.name: style for style in STYLES}
