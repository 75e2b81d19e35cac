"""The way back: the list a page was opened from, with its filter."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

# What is kept of an accepted form's address, less its row.
LONGEST = 280


def came_from(request: HttpRequest, default: str) -> str:
    """Return the list a record was opened from, with its filter; else the default address.

    Only an address of this portal is followed.
    """
    address = request.GET.get("back", "")
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
    return address if is_ours and len(address) <= LONGEST else default


def with_way_back(request: HttpRequest, address: str) -> str:
    """Return the address of a record's page, which still knows the list it was opened from."""
    came = came_from(request, "")
    longer = f"{address}?{urlencode({'back': came})}" if came else address
    return longer if len(longer) <= LONGEST else address
