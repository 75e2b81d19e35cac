"""Pauses an address from which too many sign-ins have failed, whichever accounts were named."""

from datetime import datetime, timedelta

from axes.helpers import get_client_ip_address
from axes.models import AccessFailureLog
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

MOST = 30
PERIOD = timedelta(minutes=10)


def is_paused(address: str | None, *, at: datetime) -> bool:
    """Say whether thirty sign-ins from an address failed in the ten minutes before.

    Counted in the database, so that it holds without Redis and after a restart.
    """
    failures = AccessFailureLog.objects.filter(ip_address=address, attempt_time__gt=at - PERIOD)
    return failures.count() >= MOST


class AddressBackend:
    """Refuses to look at a password that comes from a paused address."""

    def authenticate(self, request: HttpRequest | None, **_credentials: object) -> None:
        if request is None:
            return
        if is_paused(get_client_ip_address(request), at=timezone.now()):
            # The mark by which axes answers with its page, without counting this as a failure.
            request.axes_locked_out = True
            raise PermissionDenied
