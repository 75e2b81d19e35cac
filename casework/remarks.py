"""What a record has to say of its matter on the page of another that is linked to it."""

from __future__ import annotations

from collections.abc import Callable

from casework.models import Matter
from casework.registry import Registry

Remark = Callable[[Matter], str]
remarks: Registry[Remark] = Registry("remark")


def remark_on(matter: Matter) -> str:
    """Return the remark of a matter's kind, empty where the kind makes none."""
    tell = remarks.get(matter.kind)
    return tell(matter) if tell else ""
