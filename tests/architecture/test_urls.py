"""Every address has a rule, and the rule is what happens."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from nanhui.access import TABLE
from people.roles import Role
from portal.access import READING
from tests.factories.disclosure import open_request

METHODS = ("get", "head", "post", "put", "delete")


def url_names(resolver=None, namespace=""):
    """Yield the name of every pattern of the URLconf, with its namespace."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from url_names(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", pattern


def address(name, pattern, pk=1):
    """Return an address of a pattern, with something for each of its arguments."""
    words = {"move": "extend", "field": "phone", "letter": "disclosure-receipt"}
    arguments = {
        key: words.get(key, pk) if "slug" in type(converter).__name__.lower() else pk
        for key, converter in pattern.pattern.converters.items()
    }
    return reverse(name, kwargs=arguments)


PATTERNS = dict(url_names())


def test_every_address_stands_in_the_access_table():
    assert sorted(PATTERNS) == sorted(TABLE)


def test_every_address_has_a_name():
    assert [name for name in PATTERNS if name.endswith("None")] == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_a_stranger_without_account_is_sent_to_sign_in(client, method):
    closed = [name for name, rule in TABLE.items() if not rule.public]

    answers = {name: getattr(client, method)(address(name, PATTERNS[name])) for name in closed}

    assert {
        name: (a.status_code, a.url.partition("?")[0]) for name, a in answers.items()
    } == dict.fromkeys(closed, (302, "/sign-in/"))


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("method", METHODS)
def test_a_role_reaches_exactly_the_addresses_of_the_table(client_as, role, method):
    client = client_as(role)
    open_request()
    forbidden = {
        name
        for name, rule in TABLE.items()
        if not rule.public and not rule.allows(frozenset({role}), method.upper())
    }

    refused = set()
    for name, pattern in PATTERNS.items():
        if name == "sign-out":
            continue
        answer = getattr(client, method)(address(name, pattern))
        assert answer.status_code < 500, (name, answer.status_code)
        if answer.status_code == 403:
            refused.add(name)

    assert refused - forbidden <= {"disclosure:move-request"}
    assert forbidden <= refused


def test_reading_methods_are_those_that_change_nothing():
    assert frozenset({"GET", "HEAD", "OPTIONS"}) == READING
