"""Which files are accepted: a list of kinds, recognised by content and not by name alone."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from portal.text import LINE_BREAKS, hidden_characters

LONGEST_NAME = 200
LARGEST_PART = 200 * 1024 * 1024
MOST_PARTS = 2000

# What a broken or invented directory makes the reader of a container stumble over.
UNREADABLE = (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError)


class FileRefusedError(ValueError):
    """A file that is not taken in; the message is for the person who sent it."""


@dataclass(frozen=True)
class Sort:
    """A sort of file: the endings it goes by, its media type, and how its content shows itself."""

    endings: tuple[str, ...]
    content_type: str
    fits: Callable[[bytes, IO[bytes]], bool]


def begins(*signatures: bytes) -> Callable[[bytes, IO[bytes]], bool]:
    """Return a test for one of these first bytes."""
    return lambda head, _file: head.startswith(signatures)


def holds(part: str) -> Callable[[bytes, IO[bytes]], bool]:
    """Return a test for a zip container with a part of this name and of bearable size."""

    def fits(head: bytes, file: IO[bytes]) -> bool:
        if not head.startswith(b"PK\x03\x04"):
            return False
        try:
            with zipfile.ZipFile(file) as container:
                parts = container.infolist()
        except UNREADABLE:
            return False
        bearable = len(parts) <= MOST_PARTS and sum(p.file_size for p in parts) <= LARGEST_PART
        return bearable and any(p.filename.startswith(part) for p in parts)

    return fits


def is_text(head: bytes, _file: IO[bytes]) -> bool:
    if b"\0" in head:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            head.decode(encoding)
        except UnicodeDecodeError as error:
            # The sample may end within a character.
            if error.start >= len(head) - 4:
                return True
        else:
            return True
    return False


OLE = begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
OFFICE = "application/vnd.openxmlformats-officedocument."

SORTS = (
    Sort((".pdf",), "application/pdf", begins(b"%PDF-")),
    Sort((".docx",), f"{OFFICE}wordprocessingml.document", holds("word/")),
    Sort((".xlsx",), f"{OFFICE}spreadsheetml.sheet", holds("xl/")),
    Sort((".pptx",), f"{OFFICE}presentationml.presentation", holds("ppt/")),
    Sort((".doc", ".wps"), "application/msword", OLE),
    Sort((".xls", ".et"), "application/vnd.ms-excel", OLE),
    Sort((".ppt", ".dps"), "application/vnd.ms-powerpoint", OLE),
    Sort((".ofd",), "application/ofd", holds("OFD.xml")),
    Sort((".jpg", ".jpeg"), "image/jpeg", begins(b"\xff\xd8\xff")),
    Sort((".png",), "image/png", begins(b"\x89PNG\r\n\x1a\n")),
    Sort((".tif", ".tiff"), "image/tiff", begins(b"II*\0", b"MM\0*")),
    Sort((".mp3",), "audio/mpeg", begins(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    Sort((".mp4",), "video/mp4", lambda head, _file: head[4:8] == b"ftyp"),
    Sort((".zip",), "application/zip", begins(b"PK\x03\x04")),
    Sort((".txt",), "text/plain", is_text),
)
BY_ENDING = {ending: sort for sort in SORTS for ending in sort.endings}
ACCEPTED = "、".join(sorted(ending.removeprefix(".") for ending in BY_ENDING))


def sort_of(name: str, file: IO[bytes]) -> Sort:
    """Return the sort of a file; refuse an unknown ending, or content that belies the ending."""
    ending = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    sort = BY_ENDING.get(ending)
    if sort is None:
        raise FileRefusedError(
            f"不接受这种文件（{ending or '没有扩展名'}）。可以上传：{ACCEPTED}。"
        )
    file.seek(0)
    head = file.read(4096)
    if not head:
        raise FileRefusedError("文件是空的。")
    file.seek(0)
    fits = sort.fits(head, file)
    file.seek(0)
    if not fits:
        raise FileRefusedError(
            f"文件内容与扩展名 {ending} 不符，可能改过名或已损坏，请检查原文件。"
        )
    return sort


def clean_name(name: str) -> str:
    """Return a file name fit to be shown: one line, no path, nothing hidden, not too long."""
    last = name.replace("\\", "/").rpartition("/")[2]
    hidden = LINE_BREAKS | set(hidden_characters(last))
    shown = unicodedata.normalize("NFC", "".join(c for c in last if c not in hidden)).strip()
    if len(shown) <= LONGEST_NAME:
        return shown or "未命名"
    stem, dot, ending = shown.rpartition(".")
    room = LONGEST_NAME - len(dot + ending)
    return stem[:room] + dot + ending if room > 0 else shown[:LONGEST_NAME]
