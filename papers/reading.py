"""The text of a paper that somebody else wrote, line by line, for comparing two drafts."""

import zipfile
from typing import IO

from docx import Document
from docx.oxml.ns import qn

LARGEST_TEXT = 20 * 1024 * 1024
BODY = "word/document.xml"


class UnreadableError(ValueError):
    """A file of which no text can be read; the message is for whoever asked."""


def lines_of(name: str, file: IO[bytes]) -> list[str]:
    """Return the lines of a .docx or .txt file; refuse any other."""
    ending = name.rpartition(".")[2].lower()
    if ending == "docx":
        return docx_lines(file)
    if ending == "txt":
        return text_lines(file)
    raise UnreadableError(f"只能比较 .docx 和 .txt 文件的文字，“{name}”请另存为 .docx 后上传。")


def docx_lines(file: IO[bytes]) -> list[str]:
    """Return the paragraphs of a document in their order, those of tables included."""
    try:
        with zipfile.ZipFile(file) as container:
            size = container.getinfo(BODY).file_size
        if size > LARGEST_TEXT:
            raise UnreadableError("文件正文过大，不能比较。")
        file.seek(0)
        body = Document(file).element.body
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("文件已损坏，读不出文字。") from error
    paragraphs = (text_of(paragraph) for paragraph in body.iter(qn("w:p")))
    return [paragraph for paragraph in paragraphs if paragraph.strip()]


def text_of(paragraph) -> str:  # type: ignore[no-untyped-def]
    """Return the text of a paragraph; what was deleted under track changes is not in it."""
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def text_lines(file: IO[bytes]) -> list[str]:
    """Return the lines of a plain text in UTF-8 or GB 18030."""
    content = file.read(LARGEST_TEXT + 1)
    if len(content) > LARGEST_TEXT:
        raise UnreadableError("文件正文过大，不能比较。")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return [line for line in content.decode(encoding).splitlines() if line.strip()]
        except UnicodeDecodeError:
            continue
    raise UnreadableError("文件不是文本，读不出文字。")
