"""Which passwords are refused."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from people.accounts import one_time_password
from people.models import User


@pytest.mark.parametrize(
    "password",
    [
        "Nanhui202",
        "nanhuijiedao2026",
        "NANHUIJIEDAO2026",
        "12345678!!",
        "Password123",
        "Zhangsan1!",
    ],
    ids=[
        "nine characters",
        "two kinds",
        "capitals and figures",
        "figures and signs",
        "common",
        "like the account",
    ],
)
def test_a_weak_password_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, User(username="zhangsan1"))


@pytest.mark.parametrize(
    "password",
    ["Nanhui2026", "nanhui-2026", "NANHUI-2026", "南汇Nanhui-fazhi"],
    ids=[
        "letters of both cases and figures",
        "small, figures, sign",
        "capital, figures, sign",
        "with characters",
    ],
)
def test_three_kinds_of_characters_suffice(password):
    validate_password(password, User(username="wang"))


def test_a_one_time_password_satisfies_the_rules_and_is_never_the_same():
    passwords = {one_time_password() for _ in range(50)}

    for password in passwords:
        validate_password(password, User(username="wang"))
    assert len(passwords) == 50
