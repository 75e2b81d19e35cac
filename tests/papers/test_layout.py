"""The page and the styles a paper is laid out in, read back from the file."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from papers.blocks import (
    Addressee,
    Attachments,
    FactTable,
    Heading,
    Paper,
    Paragraph,
    Table,
    Title,
)
from papers.docx import render

BLOCKS = (
    Title("政府信息公开答复书"),
    Addressee("张某："),
    Heading("一、总体情况"),
    Paragraph("正文。", bold=True),
    Table(["序号", "名称"], [["1", "合同"]]),
    FactTable([("申请人", "张某")]),
    Attachments(["目录", "方案"]),
)

# The orders in which ISO/IEC 29500-1 lets these elements have children; Word refuses others.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr tabs overflowPunct "
    "autoSpaceDE autoSpaceDN snapToGrid spacing ind contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing kern sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vAlign",
    "sectPr": "footerReference headerReference pgSz pgMar cols docGrid",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat rsid pPr rPr "
    "tblPr",
}


@pytest.fixture(scope="module")
def file():
    return render(Paper(BLOCKS, print_mark="张某打印"))


@pytest.fixture(scope="module")
def document(file):
    return docx.Document(BytesIO(file))


def test_page_is_a4_with_the_margins_of_the_standard(document):
    section = document.sections[0]

    measures = [
        section.page_width,
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    ]

    assert [round(measure.mm) for measure in measures] == [210, 297, 37, 35, 28, 26]


def test_page_has_a_grid_of_twenty_two_lines(document):
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))

    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")
    assert 225 * 1440 / 25.4 // 579 == 22


def test_twenty_eight_characters_fill_a_line(document):
    spacing = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:spacing')}")

    character = 16 * 20 + int(spacing.get(qn("w:val")))

    assert 156 * 1440 / 25.4 // character == 28


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("Normal", ("仿宋_GB2312", 16, 28.95, WD_ALIGN_PARAGRAPH.JUSTIFY)),
        ("Title", ("方正小标宋简体", 22, 36, WD_ALIGN_PARAGRAPH.CENTER)),
        ("发文字号", ("仿宋_GB2312", 16, 28.95, WD_ALIGN_PARAGRAPH.CENTER)),
        ("主送机关", ("仿宋_GB2312", 16, 28.95, WD_ALIGN_PARAGRAPH.LEFT)),
        ("Heading 1", ("黑体", 16, 28.95, WD_ALIGN_PARAGRAPH.JUSTIFY)),
        ("Heading 2", ("楷体_GB2312", 16, 28.95, WD_ALIGN_PARAGRAPH.JUSTIFY)),
        ("Heading 3", ("仿宋_GB2312", 16, 28.95, WD_ALIGN_PARAGRAPH.JUSTIFY)),
        ("Normal Indent", ("仿宋_GB2312", 16, 28.95, WD_ALIGN_PARAGRAPH.JUSTIFY)),
        ("附件说明", ("仿宋_GB2312", 16, 28.95, WD_ALIGN_PARAGRAPH.LEFT)),
        ("发文机关署名", ("仿宋_GB2312", 16, 28.95, WD_ALIGN_PARAGRAPH.CENTER)),
        ("成文日期", ("仿宋_GB2312", 16, 28.95, WD_ALIGN_PARAGRAPH.CENTER)),
        ("表格标题行", ("黑体", 12, 18, WD_ALIGN_PARAGRAPH.CENTER)),
        ("表格文字", ("仿宋_GB2312", 12, 18, WD_ALIGN_PARAGRAPH.LEFT)),
        ("Footer", ("宋体", 14, 16, WD_ALIGN_PARAGRAPH.JUSTIFY)),
    ],
)
def test_style_has_the_font_and_size_of_the_standard(document, name, look):
    style = document.styles[name]

    assert (
        style.element.rPr.rFonts.get(qn("w:eastAsia")),
        style.font.size.pt,
        style.paragraph_format.line_spacing.pt,
        style.paragraph_format.alignment,
    ) == look


def test_every_style_is_black(document):
    colours = {
        str(style.font.color.rgb)
        for style in document.styles
        if style.type == WD_STYLE_TYPE.PARAGRAPH
    }

    assert colours == {"000000"}


def test_headings_are_headings_of_three_levels(document):
    headings = [document.styles[f"Heading {level}"] for level in (1, 2, 3)]

    assert [
        (
            heading.builtin,
            heading.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")),
            heading.font.bold,
            heading.paragraph_format.keep_with_next,
        )
        for heading in headings
    ] == [(True, "0", False, True), (True, "1", False, True), (True, "2", True, True)]


def test_body_and_headings_are_indented_by_two_characters(document):
    names = ("Normal Indent", "Heading 1", "Heading 2", "Heading 3")

    indents = [document.styles[name].paragraph_format.first_line_indent.pt for name in names]

    assert indents == [31.5, 31.5, 31.5, 31.5]


def test_no_font_or_colour_comes_from_a_theme(file):
    with ZipFile(BytesIO(file)) as parts:
        themed = [
            name
            for name in parts.namelist()
            if name.startswith("word/")
            and "theme/" not in name
            and (b"Theme=" in parts.read(name) or b"themeColor=" in parts.read(name))
        ]

    assert themed == []


def test_file_has_no_part_of_a_foreign_template(file):
    with ZipFile(BytesIO(file)) as parts:
        names = sorted(parts.namelist())

    assert names == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


@pytest.mark.parametrize("part", ["document", "styles", "footer1", "header1"])
@pytest.mark.parametrize("tag", ORDERS)
def test_elements_stand_in_the_order_that_word_asks_for(file, part, tag):
    order = [qn(f"w:{name}") for name in ORDERS[tag].split()]
    with ZipFile(BytesIO(file)) as parts:
        root = parse_xml(parts.read(f"word/{part}.xml"))

    found = [[child.tag for child in element] for element in root.iter(qn(f"w:{tag}"))]

    assert found == [sorted(children, key=order.index) for children in found]
