"""What every page shows around its content: the office's name and the menu."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from portal.access import may_use


@dataclass(frozen=True)
class Item:
    """A line of the menu: the page it leads to, its words and its icon."""

    url_name: str
    label: str
    icon: str


@dataclass(frozen=True)
class Group:
    """A part of the menu under a small heading."""

    label: str
    items: tuple[Item, ...]


@cache
def menu() -> tuple[Group, ...]:
    """Return the project's menu."""
    return import_string(settings.MENU)


def page(request: HttpRequest) -> dict[str, object]:
    """Return the frame of a page: the menu holds only what the person may open."""
    user = getattr(request, "user", None)
    groups = []
    if user is not None and user.is_authenticated:
        for group in menu():
            items = [item for item in group.items if may_use(user, item.url_name)]
            if items:
                groups.append({"label": group.label, "items": items})
    return {
        "office": settings.OFFICE,
        "menu": groups,
        "csp_nonce": getattr(request, "csp_nonce", ""),
    }
