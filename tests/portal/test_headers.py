"""What every answer says to the browser about what it may do."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from people.roles import Role

pytestmark = pytest.mark.django_db


def directives(response) -> dict[str, str]:
    parts = response["Content-Security-Policy"].split(";")
    return dict(part.strip().partition(" ")[::2] for part in parts)


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs_without_the_nonce(client_as):
    policy = directives(client_as(Role.OFFICER).get(reverse("password")))

    nonce = re.search(r"'nonce-[^']+'", policy["script-src"])[0]
    assert policy == {
        "default-src": "'none'",
        "script-src": f"'self' {nonce}",
        "style-src": f"'self' {nonce}",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
    }


def test_the_nonce_is_new_in_every_answer_and_stands_at_every_script(client_as):
    client = client_as(Role.OFFICER)
    nonces = []

    for _ in range(2):
        response = client.get(reverse("password"))
        nonce = re.search(r"'nonce-([^']+)'", directives(response)["script-src"])[1]
        scripts = re.findall(r"<script[^>]*>", response.content.decode())
        assert scripts
        assert all(f'nonce="{nonce}"' in script for script in scripts)
        nonces.append(nonce)

    assert nonces[0] != nonces[1]


@pytest.mark.parametrize("address", ["/sign-in/", "/password/", "/no/such/page/"])
def test_a_page_holds_no_script_and_no_style_of_its_own(client_as, address):
    page = client_as(Role.OFFICER).get(address, follow=True).content.decode()

    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", page) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)", page) == []


@pytest.mark.parametrize("address", ["/sign-in/", "/no/such/page/"])
def test_every_answer_bears_its_number_and_the_guarding_headers(address):
    first, second = Client().get(address), Client().get(address)

    assert first["X-Request-Number"] != second["X-Request-Number"]
    assert {
        name: first[name]
        for name in (
            "X-Frame-Options",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
        )
    } == {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def test_what_a_person_sees_is_kept_by_no_cache(client_as):
    assert "no-store" in client_as(Role.OFFICER).get(reverse("password"))["Cache-Control"]
