"""Numbers of matters and letters: from one locked series per kind and year."""

from django.conf import settings
from django.db import transaction

from casework.models import NumberSeries


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
