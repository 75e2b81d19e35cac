"""Tags every page uses."""

from django import template
from django.urls import reverse

from portal import access
from portal.back import came_from

register = template.Library()


@register.simple_tag(takes_context=True)
def may(context, url_name: str, method: str = "GET") -> bool:
    """Say whether the person at hand may open (or send) a page."""
    return access.may_use(context["request"].user, url_name, method)


@register.simple_tag(takes_context=True)
def current(context, url_name: str) -> bool:
    """Say whether the page at hand belongs under a line of the menu."""
    match = context["request"].resolver_match
    if match is None:
        return False
    return match.view_name == url_name or match.route.startswith(reverse(url_name).strip("/") + "/")


@register.simple_tag(takes_context=True)
def back(context, default: str) -> str:
    """Return the list a record was opened from, with its filter; else the default address."""
    return came_from(context["request"], default)


@register.filter
def field_basis(field) -> str:
    """Return the article a form field rests on, if its form names one."""
    return getattr(field.field, "basis", "")


@register.filter
def changed(value: object) -> tuple[object, object]:
    """Return (before, after) of one audited change."""
    if isinstance(value, list) and len(value) == 2:
        return value[0], value[1]
    return "", value
