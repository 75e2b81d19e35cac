"""One table says who may open which page; every address stands in it and keeps to it."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from nanhui.access import TABLE
from people.roles import Role
from portal.access import Access, anybody, may_use, public, reading, writing
from tests.factories.people import user_with

SAMPLES = {
    "int": "4711",
    "str": "none",
    "slug": "none",
    "path": "none",
    "uuid": "00000000-0000-4000-8000-000000000000",
}


def addresses(resolver=None, prefix: str = "/", space: str = "") -> Iterator[tuple[str, str]]:
    """Give (name, an address that names nothing that exists) of every page of the portal."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern, route, inner)
        elif isinstance(pattern, URLPattern):
            sample = re.sub(r"<(?:(\w+):)?\w+>", lambda part: SAMPLES[part[1] or "str"], route)
            yield f"{space}{pattern.name}", sample


PAGES = sorted(set(addresses()))


def test_every_address_stands_in_the_table_and_every_line_has_an_address():
    assert {name for name, _address in PAGES} == set(TABLE)


def test_no_page_but_the_sign_in_and_the_health_check_is_public():
    assert {name for name, access in TABLE.items() if access.public} <= {"sign-in", "healthz"}


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(("name", "address"), PAGES, ids=[name for name, _address in PAGES])
def test_a_page_is_forbidden_to_every_role_the_table_does_not_name(
    client_as, name, address, method
):
    refused = {role for role in Role if client_as(role).generic(method, address).status_code == 403}

    expected = {role for role in Role if not TABLE[name].allows(frozenset({role}), method)}
    assert refused == expected


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("name", "address"),
    [page for page in PAGES if not TABLE[page[0]].public],
    ids=[name for name, _address in PAGES if not TABLE[name].public],
)
def test_whoever_has_not_signed_in_is_led_to_the_sign_in(name, address, method):
    response = Client().generic(method, address)

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("sign-in"))


@pytest.mark.django_db
def test_htmx_is_led_to_the_sign_in_as_a_whole_page():
    response = Client().get(reverse("people:staff"), headers={"HX-Request": "true"})

    assert (response.status_code, response["HX-Redirect"]) == (200, reverse("sign-in"))


@pytest.mark.parametrize(
    ("access", "role", "method", "allowed"),
    [
        (public(), "", "POST", True),
        (anybody(), "", "POST", True),
        (reading("a"), "a", "GET", True),
        (reading("a"), "a", "HEAD", True),
        (reading("a"), "a", "POST", False),
        (reading("a"), "b", "GET", False),
        (writing("a", readers=("b",)), "a", "POST", True),
        (writing("a", readers=("b",)), "b", "GET", True),
        (writing("a", readers=("b",)), "b", "POST", False),
        (writing("a"), "a", "DELETE", True),
        (Access(), "a", "GET", False),
    ],
)
def test_a_line_of_the_table_allows_by_role_and_method(access, role, method, allowed):
    assert access.allows(frozenset({role}), method) is allowed


@pytest.mark.django_db
def test_a_page_missing_from_the_table_is_closed():
    assert not may_use(user_with(Role.LEGAL_OFFICE), "no-such-page")


@pytest.mark.django_db
def test_the_menu_holds_what_one_may_open(client_as):
    menus = {
        role: [
            item.url_name
            for group in client_as(role).get(reverse("password")).context["menu"]
            for item in group["items"]
            if item.url_name.startswith(("people:", "portal:"))
        ]
        for role in (Role.OFFICER, Role.COUNSEL, Role.ADMINISTRATOR, Role.AUDITOR)
    }

    assert menus == {
        Role.OFFICER: ["people:staff"],
        Role.COUNSEL: [],
        Role.ADMINISTRATOR: [
            "people:staff",
            "people:all-counsel",
            "people:accounts",
            "people:departments",
            "people:charges",
            "people:deputyships",
        ],
        Role.AUDITOR: ["portal:audit"],
    }
