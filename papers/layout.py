"""The page and the styles of an official paper, set in a Word file."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from papers.styles import (
    BODY,
    BODY_LINE,
    BODY_SIZE,
    CELL_MARGINS_MM,
    CHARACTER,
    FANGSONG,
    FOOTER_MM,
    HEADER_MM,
    HEADINGS,
    LATIN,
    MARGINS_MM,
    NORMAL,
    PAGE_MM,
    STYLES,
    TIGHTER,
    Style,
)

# A character grid (linesAndChars) would say what the tighter characters say, and LibreOffice would
# halve the lines.
ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}

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
    for side, length in PAGE_MM.items():
        setattr(section, f"page_{side}", Mm(length))
    for side, margin in MARGINS_MM.items():
        setattr(section, f"{side}_margin", Mm(margin))
    section.header_distance, section.footer_distance = Mm(HEADER_MM), Mm(FOOTER_MM)
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
    form.alignment = ALIGNMENTS[wanted.align]
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
