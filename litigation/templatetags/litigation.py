"""Tags that choose words and colours for cases: pure functions behind one-line tags."""

from django import template
from django.utils.html import format_html

from casework.lamps import SHAPES, Colour
from litigation.models import Hearing, Proceeding, Risk, Seat, SeatKind

register = template.Library()

RISK_COLOURS = {
    Risk.GENERAL: Colour.GREEN,
    Risk.RAISED: Colour.YELLOW,
    Risk.HIGH: Colour.RED,
}


@register.simple_tag
def risk_lamp(proceeding: Proceeding) -> str:
    """Show the risk of a case as a lamp."""
    colour = RISK_COLOURS[Risk(proceeding.risk)]
    return format_html(
        '<span class="lamp {}"><span aria-hidden="true">{}</span> 风险{}</span>',
        colour,
        SHAPES[colour],
        proceeding.get_risk_display(),
    )


@register.filter
def three_seats(hearing: Hearing) -> list[Seat]:
    """Return the three seats of a hearing in their order, those not kept yet empty."""
    kept = {seat.kind: seat for seat in hearing.seats.all()}
    return [kept.get(kind, Seat(kind=kind)) for kind in SeatKind.values]
