"""Writes the audit: one function for everybody, in the transaction of what it tells of."""

from collections.abc import Mapping

from django.db.models import Model

from portal.current import remote_address, request_number
from portal.models import Action, AuditEntry


def note(
    action: Action,
    *,
    by,
    about: Model | None = None,
    changes: Mapping[str, object] | None = None,
    reason: str = "",
    account: str = "",
) -> AuditEntry:
    """Add an entry: who did what to which thing; `changes` is label to [old, new] or to a text."""
    known = by is not None and by.is_authenticated
    return AuditEntry.objects.create(
        user=by if known else None,
        account=by.get_username() if known else account[:150],
        person=str(by)[:100] if known else "",
        address=remote_address.get(),
        action=action,
        kind=about._meta.label_lower if about else "",
        object_id=str(about.pk) if about else "",
        label=str(about)[:200] if about else "",
        changes=dict(changes or {}),
        reason=reason[:500],
        request_number=request_number.get(),
    )
