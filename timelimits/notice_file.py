"""A year's notice of days off, as a table in CSV: date, 休 or 班, name, document number."""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timelimits.days import is_weekend
from timelimits.workdays import Day

MAX_BYTES = 100_000
MAX_LINES = 800
MAX_NAME_LENGTH = 50
MAX_SOURCE_LENGTH = 200

ENCODINGS = ("utf-8-sig", "gb18030")
WORKING = {"休": False, "放假": False, "班": True, "上班": True}
YEARS = range(2000, 2100)
DATE_FORMS = (
    re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"),
    re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
)


class NoticeError(ValueError):
    """The file, or one of its lines, cannot be read as a notice."""


@dataclass(frozen=True)
class LineError:
    """What is wrong with a line, or with the file as a whole where no line is named."""

    message: str
    line: int = 0

    def __str__(self) -> str:
        return f"第{self.line}行：{self.message}" if self.line else self.message


@dataclass(frozen=True)
class Line:
    """A line as understood: what the notice says of a day."""

    number: int
    on: date
    day: Day


@dataclass(frozen=True)
class Notice:
    """The days that a notice names; where there is an error, none of them is to be used."""

    lines: tuple[Line, ...]
    errors: tuple[LineError, ...]

    @property
    def year(self) -> int:
        """The year of the notice."""
        return _year(self.lines)


def read_notice(content: bytes) -> Notice:
    """Return what a file says, and everything that is wrong with it."""
    try:
        rows = _rows(decoded(content))
    except NoticeError as refusal:
        return Notice((), (LineError(str(refusal)),))
    if not rows:
        return Notice((), (LineError("文件里没有任何日期"),))
    read = [_line(number, cells) for number, cells in rows]
    lines = tuple(line for line in read if isinstance(line, Line))
    errors = [line for line in read if isinstance(line, LineError)]
    errors += [*_repetitions(lines), *_strays(lines)]
    return Notice(lines, tuple(sorted(errors, key=lambda error: error.line)))


def decoded(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise NoticeError(f"文件超过{MAX_BYTES // 1000}kB，不像一年的节假日安排")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NoticeError("文件不是UTF-8或GB18030编码的文本")


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the lines that say something, split into cells, with their numbers."""
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        raise NoticeError(f"文件超过{MAX_LINES}行，不像一年的节假日安排")
    # Line by line: a quotation mark that is never closed must not swallow the lines after it.
    rows = [
        (number, [cell.strip() for cell in next(csv.reader([line]), [])])
        for number, line in enumerate(lines, start=1)
    ]
    said = [(number, cells) for number, cells in rows if any(cells)]
    return said[1:] if said and _is_header(said[0][1]) else said


def _is_header(cells: list[str]) -> bool:
    kind = cells[1] if len(cells) > 1 else ""
    return kind not in WORKING and not any(map(str.isdigit, cells[0]))


def _line(number: int, cells: list[str]) -> Line | LineError:
    try:
        written, kind, name, source = _four(cells)
        on, working = _date(written), _working(kind)
        day = Day(working, _name(name, on, working=working), _source(source, on))
    except NoticeError as refusal:
        return LineError(str(refusal), number)
    return Line(number, on, day)


def _four(cells: list[str]) -> list[str]:
    if any(cells[4:]):
        raise NoticeError("应为四列：日期、休或班、名称、文号")
    return [*cells, "", "", ""][:4]


def _date(text: str) -> date:
    for form in DATE_FORMS:
        match = form.fullmatch(unicodedata.normalize("NFKC", text))
        if match and int(match[1]) in YEARS:
            try:
                return date(*map(int, match.groups()))
            except ValueError:
                break
    raise NoticeError(f"“{text}”不是日期，应如2027-01-01")


def _working(text: str) -> bool:
    if text not in WORKING:
        raise NoticeError(f"“{text}”应为“休”或“班”")
    return WORKING[text]


def _name(text: str, on: date, *, working: bool) -> str:
    name = f"{text}调休上班" if working and is_weekend(on) and "班" not in text else text
    return _short(name, MAX_NAME_LENGTH, "名称")


def _source(text: str, on: date) -> str:
    return _short(text or f"{on.year}年节假日安排", MAX_SOURCE_LENGTH, "文号")


def _short(text: str, longest: int, label: str) -> str:
    if len(text) > longest:
        raise NoticeError(f"{label}超过{longest}字")
    if not text.isprintable():
        raise NoticeError(f"{label}含有不可见的字符")
    return text


def _repetitions(lines: Sequence[Line]) -> Iterator[LineError]:
    first: dict[date, int] = {}
    for line in lines:
        number = first.setdefault(line.on, line.number)
        if number != line.number:
            yield LineError(f"{line.on}与第{number}行重复", line.number)


def _strays(lines: Sequence[Line]) -> Iterator[LineError]:
    """Yield an error for every day that is not of the notice's year nor of the December before."""
    year = _year(lines)
    for line in lines:
        december_before = line.on.year == year - 1 and line.on.month == 12
        if line.on.year != year and not december_before:
            yield LineError(f"{line.on}不属于{year}年的安排", line.number)


def _year(lines: Sequence[Line]) -> int:
    """Return the year to which most of the days belong; 0 without any."""
    counted = Counter(line.on.year for line in lines)
    return max(counted, key=lambda year: (counted[year], year), default=0)
