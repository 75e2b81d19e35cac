"""Reads a file of an office into sheets of cells; refuses hostile ones before parsing them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from python_calamine import CalamineError, CalamineWorkbook

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
HIGHEST_RATIO = 200
MOST_PARTS = 1000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_SHEETS = 50

ENCODINGS = ("utf-8-sig", "gb18030")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
SUSPECT_PARTS = ("xl/vbaProject", "xl/externalLinks/", "xl/embeddings/", "xl/activeX/")

Cells = tuple[object, ...]


class FileRefusedError(ValueError):
    """A file that is not read; the message is for whoever sent it."""


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name and its rows, each with its number in the file."""

    name: str
    rows: tuple[tuple[int, Cells], ...]


def read(name: str, content: bytes) -> list[Sheet]:
    """Return the sheets of an .xlsx, .xls or .csv file, without empty rows."""
    if len(content) > LARGEST_FILE:
        raise FileRefusedError(f"文件超过 {LARGEST_FILE // 1024 // 1024} MB，请拆分后再导入。")
    if content.startswith(ZIP):
        refuse_hostile(content)
        return workbook(content)
    if content.startswith(OLE):
        return workbook(content)
    if PurePath(name).suffix.lower() == ".csv":
        return [comma_separated(name, content)]
    raise FileRefusedError("只能导入 .xlsx、.xls 或 .csv 文件，请在表格软件中另存后再试。")


def refuse_hostile(content: bytes) -> None:
    """Look into the container before any parser does: parts, sizes, macros, outside links."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            parts = container.infolist()
            unpacked = unpacked_size(container, parts)
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError) as error:
        raise FileRefusedError("文件已损坏，无法打开。请在表格软件中打开并另存后再试。") from error
    if len(parts) > MOST_PARTS or unpacked > min(LARGEST_UNPACKED, HIGHEST_RATIO * len(content)):
        raise FileRefusedError("文件解压后过大，可能已损坏或被篡改，拒绝导入。")
    if any(part.filename.startswith(SUSPECT_PARTS) for part in parts):
        raise FileRefusedError(
            "文件含有宏、外部链接或嵌入对象，请另存为不含这些内容的 .xlsx 后再试。"
        )


def unpacked_size(container: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> int:
    """Return the size of all parts as they really unpack, counted while reading."""
    total = 0
    for part in parts[: MOST_PARTS + 1]:
        with container.open(part) as stream:
            while piece := stream.read(1024 * 1024):
                total += len(piece)
                if total > LARGEST_UNPACKED:
                    return total
    return total


def workbook(content: bytes) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        if len(names) > MOST_SHEETS:
            raise FileRefusedError(f"工作表超过 {MOST_SHEETS} 张，请拆分后再导入。")
        return [Sheet(name, tuple(bounded(book.get_sheet_by_name(name)))) for name in names]
    except CalamineError as error:
        raise FileRefusedError("无法读取这个表格文件，请在表格软件中打开并另存后再试。") from error


def bounded(sheet) -> Iterator[tuple[int, Cells]]:
    """Yield the rows that hold something; far too many are refused, not read."""
    found = 0
    for number, row in enumerate(sheet.iter_rows(), start=1 + sheet_offset(sheet)):
        cells = tuple(row[:MOST_COLUMNS])
        if any(cell not in ("", None) for cell in cells):
            found += 1
            if found > MOST_ROWS:
                raise FileRefusedError(f"一张工作表超过 {MOST_ROWS} 行，请拆分后再导入。")
            yield number, cells


def sheet_offset(sheet) -> int:
    """Return how many rows stand above the first one the reader gives."""
    return sheet.start[0] if sheet.start else 0


def comma_separated(name: str, content: bytes) -> Sheet:
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        rows = [
            (number, tuple(row[:MOST_COLUMNS]))
            for number, row in enumerate(csv.reader(io.StringIO(text)), start=1)
            if any(cell.strip() for cell in row)
        ]
        if len(rows) > MOST_ROWS:
            raise FileRefusedError(f"文件超过 {MOST_ROWS} 行，请拆分后再导入。")
        return Sheet(PurePath(name).stem, tuple(rows))
    raise FileRefusedError("文件不是 UTF-8 或 GB18030 编码的文本，请另存为 CSV 后再试。")
