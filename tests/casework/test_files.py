"""Which files are taken in: by their content, under a name fit to be shown."""

import struct
import zipfile
from io import BytesIO

import pytest

from casework.files import BY_ENDING, FileRefusedError, clean_name, sort_of


def container(*names: str) -> bytes:
    """Return a zip file with parts of these names."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        for name in names:
            parts.writestr(name, "内容")
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
EXE = b"MZ\x90\x00\x03" + b"\0" * 512

ACCEPTED = {
    ".pdf": b"%PDF-1.7\n",
    ".docx": container("[Content_Types].xml", "word/document.xml"),
    ".xlsx": container("xl/workbook.xml"),
    ".pptx": container("ppt/presentation.xml"),
    ".doc": OLE,
    ".wps": OLE,
    ".xls": OLE,
    ".et": OLE,
    ".ppt": OLE,
    ".dps": OLE,
    ".ofd": container("OFD.xml"),
    ".jpg": b"\xff\xd8\xff\xe0",
    ".jpeg": b"\xff\xd8\xff\xe1",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".tif": b"II*\0",
    ".tiff": b"MM\0*",
    ".mp3": b"ID3\x03",
    ".mp4": b"\0\0\0\x18ftypmp42",
    ".zip": container("庭审.txt"),
    ".txt": "情况说明".encode(),
}


def test_every_accepted_ending_is_tried():
    assert set(ACCEPTED) == set(BY_ENDING)


@pytest.mark.parametrize(("ending", "content"), ACCEPTED.items(), ids=ACCEPTED.keys())
def test_a_file_is_taken_for_what_name_and_content_agree_on(ending, content):
    file = BytesIO(content)

    assert sort_of(f"材料{ending.upper()}", file) is BY_ENDING[ending]
    assert file.tell() == 0


@pytest.mark.parametrize(
    "text",
    ["说明".encode("gb18030"), ("x" + "长" * 3000).encode("gb18030"), b"plain"],
    ids=["gb18030", "a sample that ends within a character", "ascii"],
)
def test_a_text_is_taken_in_the_encodings_of_the_office(text):
    assert sort_of("说明.txt", BytesIO(text)).content_type == "text/plain"


# Where these stand in the entry of a part in a container's directory (APPNOTE 4.3.12).
PLACES = {"version": 6, "flags": 8, "size": 24, "name": 46}
NAME_IS_UTF_8 = b"\x00\x08"


def invented(**places: bytes) -> bytes:
    """Return a container in whose directory something else stands in these places."""
    content = bytearray(container("word/document.xml"))
    directory = content.rindex(b"PK\x01\x02")
    for place, value in places.items():
        at = directory + PLACES[place]
        content[at : at + len(value)] = value
    return bytes(content)


BELIED = {
    "an exe called pdf": ("合同.pdf", EXE),
    "an exe called txt": ("说明.txt", EXE),
    "an exe called doc": ("合同.doc", EXE),
    "a docx without its parts": ("合同.docx", container("readme.txt")),
    "an xlsx called docx": ("合同.docx", container("xl/workbook.xml")),
    "a docx cut off": ("合同.docx", ACCEPTED[".docx"][:60]),
    "a docx that is no container": ("合同.docx", b"PK\x03\x04" + b"x" * 100),
    "a docx that claims 300 MB": ("合同.docx", invented(size=struct.pack("<I", 300 * 1024 * 1024))),
    "a docx with 2001 parts": ("合同.docx", container(*(f"word/{n}" for n in range(2001)))),
    "a docx of a version to come": ("合同.docx", invented(version=b"\xff\x00")),
    "a docx with a broken name": ("合同.docx", invented(flags=NAME_IS_UTF_8, name=b"\xff\xff")),
    "a text of no known encoding": ("说明.txt", b"\xff\xff\xff" + b"x" * 50),
}


@pytest.mark.parametrize(("name", "content"), BELIED.values(), ids=BELIED.keys())
def test_a_file_whose_content_belies_its_name_is_refused(name, content):
    with pytest.raises(FileRefusedError, match=r"文件内容与扩展名 \.\w+ 不符"):
        sort_of(name, BytesIO(content))


@pytest.mark.parametrize("name", ["工具.exe", "页面.html", "图.svg", "没有扩展名", "合同.pdf.exe"])
def test_a_file_of_another_sort_is_refused_with_the_list_of_what_is_accepted(name):
    with pytest.raises(FileRefusedError, match=r"不接受这种文件（.*）。可以上传：.*docx.*pdf"):
        sort_of(name, BytesIO(b"%PDF-1.7"))


def test_an_empty_file_is_refused():
    with pytest.raises(FileRefusedError, match="文件是空的"):
        sort_of("合同.pdf", BytesIO())


NAMES = {
    "an ordinary name": ("补偿方案（定稿）.pdf", "补偿方案（定稿）.pdf"),
    "a hundred Chinese characters": ("长" * 100 + ".pdf", "长" * 100 + ".pdf"),
    "three hundred": ("长" * 300 + ".pdf", "长" * 196 + ".pdf"),
    "three hundred and no ending": ("长" * 300, "长" * 200),
    "a path": ("../../etc/passwd.pdf", "passwd.pdf"),
    "a path of Windows": ("C:\\桌面\\合同.pdf", "合同.pdf"),
    "a NUL": ("合\x00同.pdf", "合同.pdf"),
    "a turn of the reading order": ("合同\u202efdp.exe", "合同fdp.exe"),
    "a character of no width": ("合\u200b同.pdf", "合同.pdf"),
    "a line break": ("合同\r\n.pdf", "合同.pdf"),
    "blanks around it": (" 合同.pdf ", "合同.pdf"),
    "an accent of its own": ("re\u0301sume\u0301.pdf", "r\u00e9sum\u00e9.pdf"),
    "nothing visible": ("\u200b", "未命名"),
    "nothing": ("", "未命名"),
}


@pytest.mark.parametrize(("name", "shown"), NAMES.values(), ids=NAMES.keys())
def test_a_name_is_made_fit_to_be_shown(name, shown):
    assert clean_name(name) == shown
