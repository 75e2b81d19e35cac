"""Tags that choose words and colours for matters: pure functions behind one-line tags."""

from django import template
from django.utils.html import format_html

from casework import lamps
from casework.amounts import in_yuan
from casework.models.register import in_words
from casework.remarks import remark_on

register = template.Library()


@register.simple_tag(takes_context=True)
def lamp(context, deadline) -> str:
    """Show the lamp of a deadline."""
    shown = lamps.lamp_of(deadline, context["today"], context["calendar"])
    return format_html(
        '<span class="lamp {}"><span aria-hidden="true">{}</span> {}</span>',
        shown.colour,
        shown.shape,
        shown.words,
    )


@register.simple_tag(takes_context=True)
def due_lamp(context, due) -> str:
    """Show the lamp of a deadline that was only worked out, not kept."""
    return lamp(context, lamps.Projected(due))


@register.simple_tag(takes_context=True)
def day_mark(context, day) -> str:
    """Say that a day is off, or a day off that is worked, where it is not as its weekday tells."""
    words = context["calendar"].describe(day)
    return f"（{words}）" if words else ""


@register.filter
def remark(matter) -> str:
    """Return what the record of a linked matter has to say of it."""
    return remark_on(matter)


@register.filter
def yuan(amount) -> str:
    """Return an amount as 125 000.00 元, nothing where there is none."""
    return in_yuan(amount) if amount is not None else ""


@register.filter
def most_urgent(deadlines):
    """Return the deadline that a row of a list shows."""
    return lamps.most_urgent(deadlines)


@register.filter
def month_day(day) -> str:
    """Return a day without its year, as in 11-23."""
    return day.strftime("%m-%d") if day else "—"


@register.filter
def file_size(size: int) -> str:
    """Return a size in words a person reads."""
    if size < 1024 * 1024:
        return f"{max(size // 1024, 1)} KB"
    return f"{size / 1024 / 1024:.1f} MB"


@register.filter
def shown(record, attribute: str):
    """Return what a list shows of a record of a register."""
    return in_words(record, attribute)


@register.filter
def copy_of(record, view) -> str:
    """Return the address at which the line of a register begins with what a record holds."""
    return view.query(copy=record.pk)
