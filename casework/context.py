"""Numbers the frame of every page shows: unread notices, open tasks."""

from django.http import HttpRequest

from portal.access import may_use


def desk(request: HttpRequest) -> dict[str, object]:
    """Return the number of unread notices for those who have a desk; others have no bell."""
    user = getattr(request, "user", None)
    if user is None or not may_use(user, "casework:notices"):
        return {"unread": None}
    return {"unread": user.notices.unread().count()}
