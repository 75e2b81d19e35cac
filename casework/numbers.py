"""Numbers of matters and letters: from one locked series per kind and year."""

import re

from django.conf import settings
from django.db import transaction

from casework.models import NumberSeries


def adopt_number(kind: str, pattern: str, number: str) -> None:
    """Let a series go on behind a number that was given before the portal, if it is of its form."""
    office = settings.OFFICE["short_name"]
    form = re.escape(pattern.replace("{office}", office))
    form = form.replace(r"\{year\}", r"(\d{4})").replace(r"\{serial\}", r"(\d{1,6})")
    found = re.fullmatch(form, number)
    if not found:
        return
    year, serial = map(int, found.groups())
    with transaction.atomic():
        NumberSeries.objects.get_or_create(kind=kind, year=year)
        series = NumberSeries.objects.select_for_update().get(kind=kind, year=year)
        series.last = max(series.last, serial)
        series.save(update_fields=["last"])


def next_number(kind: str, pattern: str, year: int) -> str:
    """Take the next number of a series, such as 南汇依申〔2026〕1号; each is given once.

    The row stays locked until the transaction that uses the number ends, so that two requests
    never get the same one and a failed save leaves no gap.
    """
    with transaction.atomic():
        NumberSeries.objects.get_or_create(kind=kind, year=year)
        series = NumberSeries.objects.select_for_update().get(kind=kind, year=year)
        series.last += 1
        series.save(update_fields=["last"])
    return pattern.format(office=settings.OFFICE["short_name"], year=year, serial=series.last)
