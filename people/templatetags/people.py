"""Words about people that depend on the day."""

from datetime import date
from typing import Protocol

from django import template

register = template.Library()


class Dated(Protocol):
    def state_on(self, day: date) -> str: ...


@register.filter
def state_on(record: Dated, day: date) -> str:
    """Return what a period, a certificate or a member of staff is on a day."""
    return record.state_on(day)
