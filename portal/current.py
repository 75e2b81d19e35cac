"""The request at hand, for what has no request object: its number and where it came from."""

from contextvars import ContextVar
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

request_number: ContextVar[str] = ContextVar("request_number", default="-")
remote_address: ContextVar[str | None] = ContextVar("remote_address", default=None)


def client_address(request: HttpRequest) -> str | None:
    """Return where a request came from: behind our proxies, what the outermost of them saw.

    What stands further left in the header was written by the sender, and is not believed.
    """
    seen = request.headers.get("X-Forwarded-For", "").split(",")
    if 0 < settings.PROXY_COUNT <= len(seen):
        address = seen[-settings.PROXY_COUNT].strip()
        if is_address(address):
            return address
    return request.META.get("REMOTE_ADDR") or None


def is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
