"""Dates and numbers as an official paper writes them (GB/T 9704-2012, 7.2.5 and 7.3.5.4)."""

from datetime import date


def chinese_date(day: date) -> str:
    """Return the day as 2026年11月3日: Arabic numerals, the year in full, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def document_number(organ: str, year: int, serial: int) -> str:
    """Return the number as 南汇公开〔2026〕5号: the year in 六角括号, the serial without zeros."""
    return f"{organ}〔{year}〕{serial}号"
