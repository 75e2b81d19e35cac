"""The page and the styles of an official paper, as GB/T 9704-2012 measures them."""

from dataclasses import dataclass
from typing import Literal

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

TITLE_SONG = "方正小标宋简体"
SONG = "宋体"
HEI = "黑体"
KAI = "楷体_GB2312"
FANGSONG = "仿宋_GB2312"
LATIN = "Times New Roman"

TITLE_SIZE, BODY_SIZE, PAGE_NUMBER_SIZE, TABLE_SIZE, MARK_SIZE = 22, 16, 14, 12, 9
TITLE_LINE, BODY_LINE, PAGE_NUMBER_LINE, TABLE_LINE, MARK_LINE = 36, 28.95, 16, 18, 12
TYPE_AREA_MM = 156
CELL_MARGINS_MM = {"top": 0.6, "left": 1.4, "bottom": 0.6, "right": 1.4}

# 28 characters of 16 pt are 448 pt, but the type area has 442: each gives up a quarter point.
# A character grid (linesAndChars) would say the same, and LibreOffice would halve the lines.
TIGHTER = 0.25
CHARACTER = BODY_SIZE - TIGHTER
CHARACTERS = 28

LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)

DEFAULTS = f"""
<w:docDefaults {nsdecls("w")}>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{LATIN}" w:eastAsia="{FANGSONG}" w:hAnsi="{LATIN}" w:cs="{LATIN}"/>
    <w:color w:val="000000"/>
    <w:spacing w:val="{-TIGHTER * 20:.0f}"/>
    <w:sz w:val="{BODY_SIZE * 2}"/><w:szCs w:val="{BODY_SIZE * 2}"/>
    <w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr>
    <w:widowControl w:val="0"/>
  </w:pPr></w:pPrDefault>
</w:docDefaults>
"""


@dataclass(frozen=True)
class Style:
    """How one kind of paragraph looks; sizes and lines in points, indents in characters."""

    name: str
    font: str = FANGSONG
    latin: str = LATIN
    size: float = BODY_SIZE
    line: float = BODY_LINE
    lines_before: int = 0
    align: WD_ALIGN_PARAGRAPH = BOTH
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
        align=CENTRE,
        keeps_next=True,
        on_grid=False,
    ),
    Style(NUMBER, align=CENTRE, keeps_next=True),
    Style(ADDRESSEE, align=LEFT, keeps_next=True),
    Style(HEADINGS[1], HEI, indent=2, level=1, keeps_next=True),
    Style(HEADINGS[2], KAI, indent=2, level=2, keeps_next=True),
    Style(HEADINGS[3], indent=2, level=3, bold=True, keeps_next=True),
    Style(BODY, indent=2),
    Style(ATTACHMENTS, align=LEFT),
    Style(ORGAN, lines_before=2, align=CENTRE, keeps_next=True),
    Style(DATE, align=CENTRE),
    Style(TABLE_HEAD, HEI, size=TABLE_SIZE, line=TABLE_LINE, align=CENTRE, on_grid=False),
    Style(TABLE_TEXT, size=TABLE_SIZE, line=TABLE_LINE, align=LEFT, on_grid=False),
    Style(TABLE_FIGURE, size=TABLE_SIZE, line=TABLE_LINE, align=CENTRE, on_grid=False),
    Style(TABLE_END, size=MARK_SIZE, line=MARK_LINE, on_grid=False),
    Style(PAGE_NUMBER, SONG, SONG, size=PAGE_NUMBER_SIZE, line=PAGE_NUMBER_LINE, on_grid=False),
    Style(PRINT_MARK, SONG, SONG, size=MARK_SIZE, line=MARK_LINE, align=RIGHT, on_grid=False),
)

KEPT_STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid"}
KEPT_PARTS = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
}


def lay_out(document: Document) -> None:
    """Give an empty document the page, the styles and the settings of the standard, no others."""
    _drop_foreign_parts(document)
    _set_settings(document)
    _set_page(document)
    _set_styles(document)


def _drop_foreign_parts(document: Document) -> None:
    for source in (document.part.package, document.part):
        for rid in [rid for rid, rel in source.rels.items() if rel.reltype not in KEPT_PARTS]:
            del source.rels[rid]


def _set_settings(document: Document) -> None:
    settings = document.settings.element
    settings.find(qn("w:zoom")).attrib.clear()
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    # Word shows 兼容模式 and breaks lines by older rules for anything below 15.
    settings.find(f".//{qn('w:compatSetting')}[@{qn('w:name')}='compatibilityMode']").set(
        qn("w:val"), "15"
    )


def _set_page(document: Document) -> None:
    """Set A4, the margins and the 22 lines of 5.1, 5.2.1 and 5.2.3."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(25)
    grid = section._sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), f"{BODY_LINE * 20:.0f}")


def _set_styles(document: Document) -> None:
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults"))
    styles.element.replace(defaults, parse_xml(DEFAULTS))
    for style in list(styles):
        if style.name not in KEPT_STYLES:
            style.delete()
    for style in STYLES:
        _set_style(document, style)
    for heading in HEADINGS.values():
        styles[heading].next_paragraph_style = styles[BODY]
    cell_margins = styles["Table Grid"].element.find(f".//{qn('w:tblCellMar')}")
    for side, margin in CELL_MARGINS_MM.items():
        cell_margins.find(qn(f"w:{side}")).set(qn("w:w"), str(Mm(margin).twips))


def _set_style(document: Document, wanted: Style) -> None:
    style = _paragraph_style(document, wanted.name)
    style.quick_style = True
    style.font.name = wanted.latin
    style.font.size = Pt(wanted.size)
    style.font.bold = wanted.bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), wanted.font)
    form = style.paragraph_format
    form.alignment = wanted.align
    form.line_spacing = Pt(wanted.line)
    form.space_before, form.space_after = Pt(wanted.lines_before * BODY_LINE), Pt(0)
    form.first_line_indent = Pt(wanted.indent * CHARACTER)
    form.keep_with_next = wanted.keeps_next
    _set_typesetting(style, wanted)


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    normal: ParagraphStyle = document.styles[NORMAL]
    if name == NORMAL:
        return normal
    built_in = name.isascii()
    style: ParagraphStyle = document.styles.add_style(
        name, WD_STYLE_TYPE.PARAGRAPH, builtin=built_in
    )
    style.base_style = normal
    return style


def _set_typesetting(style: ParagraphStyle, wanted: Style) -> None:
    """Set what python-docx has no word for, in the order in which a Word file must say it."""
    form = style.element.get_or_add_pPr()
    if wanted.name == NORMAL:
        # LibreOffice 7.4 takes overflowPunct for its opposite and loses punctuation that hangs out
        # of the type area; said aloud, Word hangs it as ever and LibreOffice keeps it inside.
        # No room is put between Chinese and digits: 28 characters to a line leave none.
        for name, value in (("overflowPunct", 1), ("autoSpaceDE", 0), ("autoSpaceDN", 0)):
            form.insert_element_before(_setting(name, value), "w:spacing")
    if not wanted.on_grid:
        form.insert_element_before(_setting("snapToGrid", 0), "w:spacing")
    if wanted.level:
        form.append(_setting("outlineLvl", wanted.level - 1))


def _setting(name: str, value: int) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(f"w:{name}")
    element.set(qn("w:val"), str(value))
    return element
