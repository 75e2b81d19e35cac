"""What stands on the pages of a PDF and where, read back by another program than wrote it."""

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
import typst
from pypdfium2 import raw

from papers import fonts, styles
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
from papers.pdf import render

MM = 72 / 25.4
LEFT, RIGHT = 28 * MM, (210 - 26) * MM
TOP, BOTTOM = (297 - 37) * MM, 35 * MM

HOSTILE = (
    '#read("/etc/passwd") #panic() $x$ *a* _b_ `c` <label> @ref \\ \\u{41} "q" // x /* y */ '
    "-- ... ~ = - + [c] {d} </w:t> \x00\x07\x85\ud800\ufeff\ufffe"
)
HARMLESS = (
    '#read("/etc/passwd") #panic() $x$ *a* _b_ `c` <label> @ref \\ \\u{41} "q" // x /* y */ '
    "-- ... ~ = - + [c] {d} </w:t>"
)

LETTER = Paper(
    [
        Title("南汇街道办事处\n政府信息公开答复书"),
        DocumentNumber("南汇公开〔2026〕5号"),
        Addressee("张某："),
        Paragraph("本机关于2026年11月2日收到您的申请。\n现答复如下："),
        Attachments(["补偿方案", "汇总表"]),
        Signature("南汇街道办事处", date(2026, 11, 23)),
    ],
    print_mark="王某　2026年11月23日打印",
)


pytestmark = pytest.mark.font


@pytest.fixture
def no_system_fonts(monkeypatch):
    """Let the server have no fonts but those of a directory."""
    found = typst.Fonts

    def without_system(font_paths):
        return found(include_system_fonts=False, font_paths=font_paths)

    monkeypatch.setattr("papers.fonts.typst.Fonts", without_system)


def pdf_of(*blocks, **options):
    return pypdfium2.PdfDocument(render(Paper(blocks, **options)))


def text_of(page):
    return page.get_textpage().get_text_bounded().replace("\r\n", "\n")


def flowing(text):
    """Return a text without the spaces and line ends at which it may have been divided."""
    return "".join(text.split())


def place_of(page, text):
    """Return left, bottom, right and top of where a text first stands on a page."""
    words = page.get_textpage()
    start, count = words.search(text, match_case=True).get_next()
    boxes = [words.get_charbox(sign, loose=True) for sign in range(start, start + count)]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def test_letter_is_written_block_by_block():
    document = pypdfium2.PdfDocument(render(LETTER))

    assert [text_of(page).split("\n") for page in document] == [
        [
            "王某　2026年11月23日打印　第 1 / 1 页",
            "南汇街道办事处",
            "政府信息公开答复书",
            "南汇公开〔2026〕5号",
            "张某：",
            "本机关于2026年11月2日收到您的申请。",
            "现答复如下：",
            "附件：1. 补偿方案",
            "2. 汇总表",
            "南汇街道办事处",
            "2026年11月23日",
            "— 1 —",
        ]
    ]


def test_same_paper_gives_the_same_bytes():
    assert render(LETTER) == render(LETTER)


@pytest.mark.parametrize(
    ("paper", "created"),
    [(LETTER, "D:20261123000000Z"), (Paper([Title("目录")]), "D:19800101000000Z")],
    ids=["the day of the signature", "no day"],
)
def test_file_is_dated_like_its_paper_and_not_when_it_was_made(paper, created):
    facts = pypdfium2.PdfDocument(render(paper)).get_metadata_dict()

    assert (facts["CreationDate"], facts["ModDate"]) == (created, created)


def test_file_names_the_title_and_no_author():
    facts = pypdfium2.PdfDocument(render(LETTER)).get_metadata_dict()

    assert (facts["Title"], facts["Author"]) == ("南汇街道办事处政府信息公开答复书", "")


def test_file_says_that_it_is_fit_for_archives():
    file = render(LETTER)

    assert b"<pdfaid:part>2</pdfaid:part>" in file
    assert b"<pdfaid:conformance>U</pdfaid:conformance>" in file


def test_page_is_a4():
    size = pdf_of(Paragraph("正文。"))[0].get_size()

    assert [round(side / MM, 1) for side in size] == [210, 297]


def test_full_page_has_twenty_two_lines_of_twenty_eight_characters():
    page = pdf_of(Paragraph("汉" * (28 * 22 * 2 + 1), indent=False), footer_page_numbers=False)[1]
    words = page.get_textpage()
    boxes = [words.get_charbox(sign, loose=True) for sign in range(words.count_chars())]
    signs = [box for box in boxes if box[2] > box[0]]

    lines = Counter(round(bottom, 1) for _, bottom, _, _ in signs)
    steps = {round(upper - lower, 2) for upper, lower in pairwise(sorted(lines, reverse=True))}

    assert list(lines.values()) == [28] * 22
    assert steps <= {28.9, 29.0}
    assert min(left for left, *_ in signs) == pytest.approx(LEFT, abs=0.5)
    assert max(right for _, _, right, _ in signs) == pytest.approx(RIGHT, abs=0.5)
    assert all(bottom > BOTTOM and top < TOP for _, bottom, _, top in signs)


def test_page_is_not_blank():
    page = pdf_of(Paragraph("正文。" * 100), footer_page_numbers=False)[0]

    picture = bytes(page.render(grayscale=True).buffer)

    assert min(picture) < 64


def test_paragraph_begins_two_characters_in_unless_it_is_flush():
    page = pdf_of(Paragraph("　 甲段。"), Paragraph("乙段。", indent=False))[0]

    lefts = [place_of(page, text)[0] - LEFT for text in ("甲", "乙")]

    assert [round(left / styles.CHARACTER, 1) for left in lefts] == [2, 0]


def test_headings_are_bookmarks_of_three_levels():
    document = pdf_of(
        Heading("一、总体情况"),
        Paragraph("汉字" * 500),
        Heading("（一）受理\n情况", 2),
        Heading("1.当面提交", 3),
    )

    assert [
        (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()
    ] == [(0, "一、总体情况", 0), (1, "（一）受理情况", 1), (2, "1.当面提交", 1)]


def test_heading_goes_with_its_text_to_the_next_page():
    lines = [Paragraph("正文。")] * 21

    document = pdf_of(*lines, Heading("一、总体情况"), Paragraph("下文。"))

    assert "总体情况" not in text_of(document[0])
    assert text_of(document[1]).startswith("一、总体情况\n下文。")


def test_signature_takes_text_with_it_to_the_next_page():
    lines = [Paragraph("正文。")] * 19

    document = pdf_of(*lines, Paragraph("特此答复。"), Signature("街道", date(2026, 11, 23)))

    assert "特此" not in text_of(document[0])
    assert text_of(document[1]).startswith("特此答复。\n街道\n2026年11月23日")


def test_names_of_attachments_stand_under_each_other():
    page = pdf_of(Attachments(["补偿方案", "甲" * 40]), footer_page_numbers=False)[0]

    lefts = [place_of(page, text)[0] for text in ("附件", "1.", "补偿", "2.", "甲" * 40)]

    assert [round((left - LEFT) / styles.CHARACTER, 1) for left in lefts] == [2, 5, 6.5, 5, 6.5]


def test_date_ends_four_characters_from_the_right_under_the_organ():
    page = pdf_of(Signature("南汇街道办事处", date(2026, 11, 23)))[0]

    organ, day = place_of(page, "南汇街道办事处"), place_of(page, "2026年11月23日")

    assert (RIGHT - day[2]) / styles.CHARACTER == pytest.approx(4, abs=0.2)
    assert (organ[0] + organ[2]) / 2 == pytest.approx((day[0] + day[2]) / 2, abs=1)


def test_table_head_stands_on_every_page():
    document = pdf_of(Table(["序号", "名称"], [[str(n), "合同"] for n in range(1, 61)]))

    assert len(document) == 3
    assert all(text_of(page).startswith("序号 名称") for page in document)


def test_table_head_need_not_repeat():
    rows = [[str(n), "合同"] for n in range(1, 61)]

    document = pdf_of(Table(["序号", "名称"], rows, header_repeats=False))

    assert ["序号" in text_of(page) for page in document] == [True, False, False]


@pytest.mark.parametrize(
    ("widths", "middles"),
    [([20, 100, 36], [10, 70, 138]), (None, [26, 78, 130])],
    ids=["given", "even"],
)
def test_table_columns_keep_their_widths(widths, middles):
    page = pdf_of(Table(["甲", "乙", "丙"], [["1", "长" * 90, "3"]], widths))[0]

    places = [place_of(page, text) for text in ("甲", "乙", "丙")]

    assert [((left + right) / 2 - LEFT) / MM for left, _, right, _ in places] == pytest.approx(
        middles, abs=0.5
    )


def test_row_of_a_table_is_not_divided_between_pages():
    document = pdf_of(*[Paragraph("正文。")] * 18, Table(["名称"], [["长\n" * 8 + "尾"]]))

    assert "长" not in text_of(document[0])
    assert flowing(text_of(document[1])).startswith("名称" + "长" * 8 + "尾")


def test_long_value_of_a_form_runs_on_over_the_page():
    document = pdf_of(FactTable([("意见", "\n".join(f"第{n}行" for n in range(60)))], columns=1))

    assert "第0行" in text_of(document[0])
    assert "第59行" in text_of(document[1])


def test_form_gives_a_last_pair_alone_the_whole_row():
    page = pdf_of(FactTable([("甲", "1"), ("乙", "2"), ("丙", "长" * 28)]))[0]

    left, bottom, right, top = place_of(page, "长" * 28)

    assert (right - left, top - bottom) == (
        pytest.approx(28 * 11.75, abs=1),
        pytest.approx(12, abs=6),
    )


@pytest.mark.parametrize(
    "word",
    ["abcdefghij" * 15, "http://example.cn/" + "0a1b2c3d4e" * 10, "_" * 120, "……" * 60],
    ids=["letters", "address", "line", "dots"],
)
@pytest.mark.parametrize(
    ("block", "right"),
    [
        (lambda word: Table(["网址"], [[word]], [40]), (LEFT + RIGHT) / 2 + 20 * MM),
        (lambda word: FactTable([("网址", word), ("乙", "")]), LEFT + 78 * MM),
        (lambda word: Paragraph(f"网址：{word}"), RIGHT),
        (lambda word: Attachments([word, "乙"]), RIGHT),
        (Title, RIGHT),
    ],
    ids=["cell", "value", "paragraph", "attachment", "title"],
)
def test_word_too_long_for_its_place_is_divided_and_reads_whole(block, right, word):
    page = pdf_of(block(word), footer_page_numbers=False)[0]

    words = page.get_textpage()
    boxes = [
        words.get_charbox(sign)
        for sign in range(words.count_chars())
        if words.get_text_range(sign, 1) in word
    ]
    assert word in flowing(text_of(page))
    assert max(box[2] for box in boxes) < right + 1


def test_pages_are_numbered_right_and_left_in_turn():
    document = pdf_of(Paragraph("汉字" * 500))

    odd, even = place_of(document[0], "— 1 —"), place_of(document[1], "— 2 —")

    assert (RIGHT - odd[2], even[0] - LEFT) == (pytest.approx(14, abs=1), pytest.approx(14, abs=1))
    assert (BOTTOM - (odd[1] + odd[3]) / 2) / MM == pytest.approx(7, abs=1)


def test_paper_may_have_neither_page_numbers_nor_print_mark():
    page = pdf_of(Paragraph("正文。"), footer_page_numbers=False)[0]

    assert text_of(page) == "正文。"


def test_print_mark_stands_on_every_page_with_the_number_of_pages():
    document = pdf_of(Paragraph("汉字" * 500), print_mark="张某\x00打印")

    assert [text_of(page).split("\n")[0] for page in document] == [
        "张某打印　第 1 / 2 页",
        "张某打印　第 2 / 2 页",
    ]


def test_hostile_text_is_legible_wherever_it_stands():
    document = pdf_of(
        Title(HOSTILE),
        DocumentNumber(HOSTILE),
        Addressee(HOSTILE),
        Heading(HOSTILE),
        Paragraph(HOSTILE),
        Table([HOSTILE], [[HOSTILE]]),
        FactTable([(HOSTILE, HOSTILE)], columns=1),
        Attachments([HOSTILE, HOSTILE]),
        Signature(HOSTILE, date(2026, 11, 23)),
        print_mark=HOSTILE,
    )

    text = "".join(flowing(text_of(page)) for page in document)

    assert text.count(flowing(HARMLESS)) == 12 + len(document)
    assert document.get_metadata_dict()["Title"].strip() == HARMLESS
    assert [flowing(mark.get_title()) for mark in document.get_toc()] == [flowing(HARMLESS)]


def test_rare_characters_of_names_are_shown():
    page = pdf_of(Addressee("镕堃喆𠮷："))[0]

    assert text_of(page).startswith("镕堃喆𠮷：")


def test_character_that_no_font_knows_is_an_error_that_names_it():
    with pytest.raises(fonts.MissingFontError, match="没有一种已安装的字体能显示"):
        render(Paper([Paragraph("甲\U00050000乙")]))


@pytest.mark.usefixtures("no_system_fonts")
def test_server_without_a_chinese_font_gives_an_error_and_no_page(tmp_path):
    with pytest.raises(fonts.MissingFontError, match="请在服务器上安装中文字体"):
        render(LETTER, font_directory=tmp_path)


@pytest.fixture
def regular_font(tmp_path):
    """Give a directory with one Chinese font that has no bold."""
    found = fonts.installed()
    families = found.faces[styles.FANGSONG].families
    path = next(
        Path(font.path)
        for font in found.fonts.fonts()
        if font.family in families and font.weight == 400
    )
    (tmp_path / path.name).symlink_to(path)
    return tmp_path


@pytest.mark.usefixtures("no_system_fonts")
def test_fonts_of_the_directory_are_used(regular_font):
    document = pypdfium2.PdfDocument(render(LETTER, font_directory=regular_font))

    assert "政府信息公开答复书" in text_of(document[0])


@pytest.mark.usefixtures("no_system_fonts")
def test_bold_is_drawn_where_the_font_has_none(regular_font):
    paper = Paper([Paragraph("粗", bold=True), Paragraph("细")], footer_page_numbers=False)

    document = pypdfium2.PdfDocument(render(paper, font_directory=regular_font))

    modes = [
        raw.FPDFTextObj_GetTextRenderMode(words)
        for words in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    ]
    assert modes == [raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_FILL]


def test_something_that_is_no_block_is_refused():
    with pytest.raises(TypeError, match="str is not a block"):
        render(Paper(["正文。"]))
