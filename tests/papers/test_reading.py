"""The text of papers that others wrote."""

import io
import zipfile

import pytest
from docx import Document

from papers import reading
from papers.reading import UnreadableError, lines_of


def docx_of(*paragraphs, table=()):
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        cells = document.add_table(rows=1, cols=len(table)).rows[0].cells
        for cell, text in zip(cells, table, strict=True):
            cell.text = text
    content = io.BytesIO()
    document.save(content)
    content.seek(0)
    return content


def test_a_document_gives_its_paragraphs_and_the_cells_of_its_tables():
    content = docx_of("第一条", "", "第二条", table=("甲方", "乙方"))

    assert lines_of("合同.DOCX", content) == ["第一条", "第二条", "甲方", "乙方"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_text_is_read_in_the_encodings_of_the_office(encoding):
    content = io.BytesIO("第一条\n\n第二条\n".encode(encoding))

    assert lines_of("合同.txt", content) == ["第一条", "第二条"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("合同.pdf", b"%PDF-1.7", "只能比较 .docx 和 .txt 文件的文字，“合同.pdf”请另存为"),
        ("合同.docx", b"PK\x03\x04", "文件已损坏，读不出文字。"),
        ("合同.txt", b"\xff\xfe\x00\xff", "文件不是文本，读不出文字。"),
    ],
    ids=["another sort", "broken", "no text"],
)
def test_what_cannot_be_read_gets_a_sentence(name, content, sentence):
    with pytest.raises(UnreadableError, match=sentence):
        lines_of(name, io.BytesIO(content))


def test_a_container_without_a_body_is_broken():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as container:
        container.writestr("word/other.xml", "<a/>")
    content.seek(0)

    with pytest.raises(UnreadableError, match="文件已损坏"):
        lines_of("合同.docx", content)


@pytest.mark.parametrize(
    ("name", "content"),
    [("合同.docx", docx_of("第一条" * 20)), ("合同.txt", io.BytesIO(b"a" * 100))],
    ids=["document", "text"],
)
def test_a_text_beyond_all_bounds_is_refused(name, content, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_TEXT", 50)

    with pytest.raises(UnreadableError, match="文件正文过大，不能比较。"):
        lines_of(name, content)
