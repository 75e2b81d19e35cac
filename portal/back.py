"""The way back: the list a page was opened from, with its filter."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

# Longer than what is kept of an accepted form's address, less its row.
LONGEST = 250


def came_from(request: HttpRequest, default: str) -> str:
    """Return the list a record was opened from, with its filter; else the default address.

    Only an address of this portal is followed.
    """
    address = request.GET.get("back", "")
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
    return address if is_ours and len(address) <= LONGEST else default
