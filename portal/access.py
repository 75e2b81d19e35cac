"""Who may open which page: one table for the URLconf, read by middleware, menu and tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

READING = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Access:
    """The roles that may read a page and those that may send something to it.

    `public` pages are open without signing in; `anybody` pages to everybody who has signed in.
    """

    reading: frozenset[str] = frozenset()
    writing: frozenset[str] = frozenset()
    public: bool = False
    anybody: bool = False

    def allows(self, roles: frozenset[str], method: str = "GET") -> bool:
        if self.public or self.anybody:
            return True
        return bool(roles & (self.reading if method in READING else self.writing))


def public() -> Access:
    """Return the access of a page that is open to everybody, such as the sign-in page."""
    return Access(public=True)


def anybody() -> Access:
    """Return the access of a page that belongs to whoever is signed in, such as one's password."""
    return Access(anybody=True)


def reading(*roles: str) -> Access:
    """Return the access of a page that only shows something."""
    return Access(reading=frozenset(roles))


def writing(*roles: str, readers: tuple[str, ...] = ()) -> Access:
    """Return the access of a page with a form: `readers` may open it but not send it."""
    return Access(reading=frozenset(roles + readers), writing=frozenset(roles))


@cache
def table() -> Mapping[str, Access]:
    """Return the project's table, URL name to access."""
    return import_string(settings.ACCESS_TABLE)


def may_use(user, url_name: str, method: str = "GET") -> bool:
    """Say whether a person may open (or send) a page; a page missing from the table is closed."""
    access = table().get(url_name)
    if access is None:
        return False
    if access.public:
        return True
    return user.is_authenticated and access.allows(user.acting_codes, method)
