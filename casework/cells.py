"""Reads cells of real ledgers: dates in every spelling, full-width digits, 是/√/1, 万."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from casework.amounts import number_in
from portal.text import hidden_characters

Parse = Callable[[object], object]

SERIAL_BEGIN = date(1899, 12, 30)
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
YES = frozenset({"是", "√", "✓", "1", "1.0", "有", "y", "yes", "true"})
NO = frozenset({"否", "×", "✗", "0", "0.0", "无", "n", "no", "false", ""})
NOTHING = frozenset({"", "/", "-", "—", "——", "无"})
LONGEST = 5000


class CellError(ValueError):
    """A cell that cannot be read; the message says what is wanted."""


def plain(value: object) -> str:
    """Return a cell's text: half-width, without hidden characters and outer spaces."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    normal = unicodedata.normalize("NFKC", str(value))
    hidden = set(hidden_characters(normal))
    return "".join(c for c in normal if c not in hidden).strip()


def text(value: object) -> str:
    """Return a text as it stands, without outer spaces; punctuation keeps its width."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    shown = "" if value is None else str(value)
    hidden = set(hidden_characters(shown))
    kept = "".join(c for c in shown if c not in hidden).strip()
    if len(kept) > LONGEST:
        raise CellError(f"不超过{LONGEST}字的文字")
    return kept


def name(value: object) -> str:
    """Return a person's or department's name, without the spaces typed to align it."""
    return re.sub(r"\s+", "", text(value))


def day(value: object) -> date | None:
    """Return a date: 2022-03-05, 2022.3.5, 2022/3/5, 2022年3月5日, 20220305, or a serial number."""
    if isinstance(value, datetime):
        return within_reach(value.date())
    if isinstance(value, date):
        return within_reach(value)
    shown = plain(value)
    if shown in NOTHING:
        return None
    if isinstance(value, int | float) or re.fullmatch(r"\d{5}", shown):
        return within_reach(from_serial(shown))
    return within_reach(from_parts(shown))


def from_serial(shown: str) -> date:
    number = int(float(shown))
    if re.fullmatch(r"\d{8}", shown):
        return from_parts(shown)
    if not 30_000 <= number <= 80_000:
        raise CellError("日期，如 2022-03-05")
    return SERIAL_BEGIN + timedelta(days=number)


def from_parts(shown: str) -> date:
    found = re.fullmatch(
        r"(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?(?:\s+0?0:00(?::00)?)?", shown
    )
    if not found:
        raise CellError("日期，如 2022-03-05")
    try:
        return date(*map(int, found.groups()))
    except ValueError as error:
        raise CellError("日历上有的日期，如 2022-03-05") from error


def within_reach(found: date) -> date:
    if not EARLIEST <= found <= LATEST:
        raise CellError(f"{EARLIEST.year}年至{LATEST.year}年之间的日期")
    return found


def whole(value: object) -> int | None:
    """Return a whole number that is not negative, such as 1642, 1,642 or １６４２人次."""
    shown = re.sub(r"[,\s]|人次|人|份|次|件|页|小时$", "", plain(value))
    if shown in NOTHING:
        return None
    if not re.fullmatch(r"\d{1,9}", shown):
        raise CellError("不小于 0 的整数")
    return int(shown)


def amount(value: object) -> Decimal | None:
    """Return an amount of money as typed, in the unit of its column."""
    shown = plain(value)
    if shown in NOTHING:
        return None
    try:
        found = number_in(shown)
    except ValueError as error:
        raise CellError("金额，如 12.5") from error
    if found < 0:
        raise CellError("不小于 0 的金额")
    return found


def yes(value: object) -> bool:
    """Return whether a cell says yes: 是, √, 1; empty is no."""
    shown = plain(value).lower()
    if shown in YES:
        return True
    if shown in NO:
        return False
    raise CellError("“是”或“否”")


def one_of(words: Mapping[str, str], *, required: bool = False) -> Parse:
    """Return a reader of codes: `words` maps what stands in the cell to what is kept."""
    known = {name(word): code for word, code in words.items()}

    def read(value: object) -> str:
        shown = name(value)
        if not shown and not required:
            return ""
        if shown not in known:
            raise CellError(f"下列之一：{'、'.join(words)}")
        return known[shown]

    return read
