"""Where a request is taken to come from."""

import pytest
from django.test import Client, RequestFactory

from portal.current import client_address
from portal.models import AuditEntry


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "", "10.0.0.1"),
        (0, "6.6.6.6", "10.0.0.1"),
        (1, "10.1.1.1", "10.1.1.1"),
        (1, "6.6.6.6, 10.1.1.1", "10.1.1.1"),
        (2, "6.6.6.6, 10.1.1.1, 10.0.0.9", "10.1.1.1"),
        (2, "10.1.1.1", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, "unknown", "10.0.0.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
    ids=[
        "no proxy",
        "no proxy, forged header",
        "one proxy",
        "one proxy, forged header",
        "two proxies, forged header",
        "a proxy left out",
        "no header",
        "no address",
        "version six",
    ],
)
def test_only_what_our_own_proxies_say_is_believed(settings, proxies, header, address):
    settings.PROXY_COUNT = proxies
    headers = {"X-Forwarded-For": header} if header else {}

    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR="10.0.0.1")

    assert client_address(request) == address


@pytest.mark.django_db
def test_behind_a_proxy_one_persons_failures_do_not_pause_the_office(settings):
    settings.PROXY_COUNT = 1

    def fail(source: str) -> int:
        return (
            Client()
            .post(
                "/sign-in/",
                {"username": "wang", "password": "Nanhui-wrong-1"},
                headers={"X-Forwarded-For": source},
            )
            .status_code
        )

    first = [fail("10.1.1.1") for _ in range(5)]

    assert (first[-1], fail("10.1.1.2")) == (429, 200)
    assert AuditEntry.objects.first().address == "10.1.1.2"
