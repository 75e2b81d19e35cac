"""Signing in and out: the pause after failures, one text for every failure, the first password."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from axes.models import AccessFailureLog
from django.test import Client
from django.urls import reverse

from people import accounts
from people.models import User
from people.roles import Role
from people.throttle import is_paused
from portal.models import Action, AuditEntry
from tests.factories.people import PASSWORD, UserFactory, user_with

pytestmark = pytest.mark.django_db

WRONG = "Nanhui-wrong-1"
SIGN_IN = "/sign-in/"


def sign_in(username: str, password: str, *, source: str = "10.1.1.1", client=None, **more):
    client = client or Client()
    given = {"username": username, "password": password, **more}
    return client.post(SIGN_IN, given, REMOTE_ADDR=source)


def without_what_differs(page: bytes) -> str:
    """Return a page without the tokens that every answer has anew."""
    return re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", page.decode())


def fail(times: int, username: str = "wang", **more) -> list[int]:
    return [sign_in(username, WRONG, **more).status_code for _ in range(times)]


def test_signing_in_leads_home_and_is_noted():
    user = UserFactory(username="wang")

    response = sign_in("wang", PASSWORD)

    assert (response.status_code, response["Location"]) == (302, reverse("home"))
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.user, entry.address) == (Action.SIGNED_IN, user, "10.1.1.1")


def test_signing_in_leads_where_one_wanted_to_go():
    UserFactory(username="wang")

    response = sign_in("wang", PASSWORD, next="/people/staff/?words=a")

    assert response["Location"] == "/people/staff/?words=a"


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)",
        SIGN_IN,
        f"{SIGN_IN}?next=/",
    ],
)
def test_signing_in_leads_nowhere_else(address):
    UserFactory(username="wang")

    response = sign_in("wang", PASSWORD, next=address)

    assert response["Location"] == reverse("home")


def test_whoever_is_signed_in_is_led_past_the_page(client_as):
    client = client_as(Role.OFFICER)

    response = client.get(SIGN_IN, {"next": SIGN_IN})

    assert (response.status_code, response["Location"]) == (302, reverse("home"))


def test_unknown_wrong_and_disabled_are_told_the_same():
    UserFactory(username="known")
    UserFactory(username="disabled", is_active=False)

    answers = [
        sign_in("unknown", PASSWORD),
        sign_in("known", WRONG),
        sign_in("disabled", PASSWORD),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({answer.context["form"].non_field_errors().as_text() for answer in answers}) == 1
    pages = {
        without_what_differs(answer.content).replace(answer.context["form"]["username"].value(), "")
        for answer in answers
    }
    assert len(pages) == 1


def test_a_failure_is_noted_with_the_name_as_typed():
    UserFactory(username="wang")

    sign_in("wang", WRONG)

    entry = AuditEntry.objects.get()
    assert (entry.action, entry.user, entry.account) == (Action.SIGN_IN_FAILED, None, "wang")


@pytest.mark.parametrize("exists", [True, False], ids=["account", "no account"])
def test_five_failures_pause_an_account_from_that_address(exists):
    if exists:
        UserFactory(username="wang")

    failures = fail(5)
    right = sign_in("wang", PASSWORD)

    assert failures == [200, 200, 200, 200, 429]
    assert right.status_code == 429
    assert "已暂停登录，请 15 分钟后再试" in right.content.decode()
    assert AuditEntry.objects.first().reason == "登录已暂停"


def test_the_pause_tells_nothing_about_the_account():
    UserFactory(username="known")
    fail(5, "known", source="10.1.1.1")
    fail(5, "unknown", source="10.1.1.2")

    pages = {
        without_what_differs(sign_in(name, PASSWORD, source=source).content)
        for name, source in (("known", "10.1.1.1"), ("unknown", "10.1.1.2"))
    }

    assert len(pages) == 1


def test_a_paused_account_still_gets_in_from_another_address():
    UserFactory(username="wang")

    fail(5)

    assert sign_in("wang", PASSWORD, source="10.1.1.2").status_code == 302


def test_the_pause_holds_while_redis_is_away(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    UserFactory(username="wang")

    failures = fail(5)

    assert failures == [200, 200, 200, 200, 429]
    assert sign_in("wang", PASSWORD).status_code == 429


def test_signing_in_forgets_earlier_failures():
    UserFactory(username="wang")

    fail(4)
    sign_in("wang", PASSWORD)

    assert fail(4) == [200, 200, 200, 200]


def test_a_reset_password_lifts_the_pause():
    user = UserFactory(username="wang")
    fail(5)

    password = accounts.reset_password(user, by=user_with(Role.ADMINISTRATOR))

    assert sign_in("wang", password).status_code == 302


def test_thirty_failures_pause_an_address_whoever_was_named():
    UserFactory(username="wang")

    failures = [sign_in(f"guess{n}", WRONG).status_code for n in range(30)]

    assert failures == [200] * 30
    assert sign_in("wang", PASSWORD).status_code == 429
    assert sign_in("wang", PASSWORD, source="10.1.1.2").status_code == 302
    assert User.objects.get(username="wang").last_login is not None


def test_a_paused_address_is_not_paused_longer_by_trying():
    fails = [sign_in(f"guess{n}", WRONG).status_code for n in range(35)]

    assert fails[30:] == [429] * 5
    assert AccessFailureLog.objects.count() == 30


@pytest.mark.parametrize(
    ("failures", "minutes", "paused"),
    [(29, 1, False), (30, 1, True), (30, 11, False)],
    ids=["29", "30", "30 too long ago"],
)
def test_an_address_is_paused_for_the_failures_of_ten_minutes(failures, minutes, paused):
    now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    AccessFailureLog.objects.bulk_create(
        AccessFailureLog(ip_address="10.1.1.1", username=f"guess{n}") for n in range(failures)
    )
    AccessFailureLog.objects.update(attempt_time=now - timedelta(minutes=minutes))

    assert is_paused("10.1.1.1", at=now) is paused


@pytest.mark.parametrize(
    "username",
    ["x" * 100_000, "wang\0", "wang\u200b", "\u202ewang"],
    ids=["very long", "NUL", "zero width", "right to left"],
)
def test_an_impossible_name_is_refused_at_its_field(username):
    response = sign_in(username, PASSWORD)

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["username"]


def test_signing_out_ends_the_session_and_is_noted(client_as):
    client = client_as(Role.OFFICER)
    cookie = client.cookies["sessionid"].value

    response = client.post(reverse("sign-out"))

    thief = Client()
    thief.cookies["sessionid"] = cookie
    assert response["Location"] == SIGN_IN
    assert thief.get(reverse("password")).status_code == 302
    assert AuditEntry.objects.first().action == Action.SIGNED_OUT


def test_signing_out_takes_a_post(client_as):
    assert client_as(Role.OFFICER).get(reverse("sign-out")).status_code == 405


def test_with_a_one_time_password_nothing_opens_but_the_password_page(client_as):
    client = client_as(Role.LEGAL_OFFICE, must_change_password=True)

    response = client.get(reverse("people:staff"))

    assert (response.status_code, response["Location"]) == (302, reverse("password"))
    assert "一次性密码" in client.get(reverse("password")).content.decode()


def test_changing_the_password_opens_the_portal_and_keeps_the_session(client_as):
    client = client_as(Role.LEGAL_OFFICE, must_change_password=True)
    elsewhere = Client()
    elsewhere.force_login(client.user)

    response = client.post(
        reverse("password"),
        {
            "old_password": PASSWORD,
            "new_password1": "Changed-2026",
            "new_password2": "Changed-2026",
        },
    )

    assert response["Location"] == reverse("home")
    assert client.get(reverse("people:staff")).status_code == 200
    assert elsewhere.get(reverse("people:staff")).status_code == 302
    assert AuditEntry.objects.first().action == Action.PASSWORD_CHANGED


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        (WRONG, "Changed-2026", "Changed-2026", "old_password"),
        (PASSWORD, PASSWORD, PASSWORD, "new_password1"),
        (PASSWORD, "Changed-2026", "Changed-2027", "new_password2"),
        (PASSWORD, "weak", "weak", "new_password2"),
    ],
    ids=["old one wrong", "the same again", "not repeated", "weak"],
)
def test_an_unfit_password_is_refused_at_its_field(client_as, old, new, again, field):
    client = client_as(Role.OFFICER)

    response = client.post(
        reverse("password"), {"old_password": old, "new_password1": new, "new_password2": again}
    )

    assert list(response.context["form"].errors) == [field]
    assert User.objects.get(pk=client.user.pk).check_password(PASSWORD)
