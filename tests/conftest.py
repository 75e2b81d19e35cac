"""What every test may ask for."""

import pytest
from django.test import Client

from people.roles import Role
from tests.factories.people import user_with


@pytest.fixture
def client_as(db):
    """Give a function: role to a browser in which an account with that role has signed in.

    The account stands in the browser's `user`.
    """

    def sign_in(role: Role, **more) -> Client:
        client = Client()
        client.user = user_with(role, **more)
        client.force_login(client.user)
        return client

    return sign_in
