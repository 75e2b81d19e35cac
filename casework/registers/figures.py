"""The records a figure of a register is made of: confirmed, in the span, narrowed as named."""

from collections.abc import Callable

from django.db.models import QuerySet

from casework.metrics import Span
from casework.models.register import RegisterRecord

CONFIRMED = "不含作废和未经法制办确认的记录；跨期的按开始日期计。"

Records = Callable[[Span], QuerySet]


def counted(model: type[RegisterRecord], **only: object) -> Records:
    """Return the records of a register that count in a span, with these values only."""
    return lambda span: model.objects.counted_in(span).filter(**only)


def waiting(model: type[RegisterRecord]) -> Records:
    """Return the records of a span that are counted apart, because nobody has confirmed them."""
    return model.objects.unconfirmed_in
