"""Tags that say days of the calendar in words."""

from datetime import date

from django import template

from timelimits import amendments, days
from timelimits.workdays import Day

register = template.Library()


@register.filter
def weekday(on: date) -> str:
    """Return 周一 to 周日."""
    return days.weekday_name(on)


@register.filter
def said(day: Day | None) -> str:
    """Return what the calendar says of a day, such as 休息日（国庆节）."""
    return amendments.said(day)
