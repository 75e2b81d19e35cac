"""What goes wrong is answered in Chinese, with the request's number and without a trace."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from people.roles import Role
from portal.errors import PAGES, ConflictError, TooLargeError

SECRET = "the inside of the house"

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.forbidden"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"

ERRORS = {
    400: SuspiciousOperation(SECRET),
    403: PermissionDenied(),
    404: Http404(SECRET),
    409: ConflictError("别人刚刚修改了它。", typed={"名称": "应急<管理>办"}, address="/there/"),
    413: TooLargeError(SECRET),
    500: ZeroDivisionError(SECRET),
    503: OperationalError(SECRET),
}


def fail(request: HttpRequest, status: int) -> HttpResponse:
    raise ERRORS[status]


# Under the name of a page that is open to everybody.
urlpatterns = [path("fail/<int:status>/", fail, name="sign-in")]


@pytest.fixture
def failing(settings):
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize("status", ERRORS)
def test_an_error_has_a_page_in_chinese_with_the_requests_number(failing, status):
    response = failing.get(f"/fail/{status}/")

    page = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{PAGES[status].title}</h1>" in page
    assert PAGES[status].do in page
    assert f"请求编号 {response['X-Request-Number']}" in page
    assert SECRET not in page
    assert "Traceback" not in page


@pytest.mark.django_db
def test_a_conflict_gives_back_what_was_typed_and_leads_to_what_is_there(failing):
    page = failing.get("/fail/409/").content.decode()

    assert "别人刚刚修改了它。" in page
    assert "应急&lt;管理&gt;办" in page
    assert 'href="/there/"' in page


@pytest.mark.django_db
def test_while_the_database_is_away_the_browser_is_told_when_to_come_back(failing):
    assert failing.get("/fail/503/")["Retry-After"] == "60"


@pytest.mark.django_db
def test_an_address_that_does_not_exist_is_not_found(client_as):
    response = client_as(Role.OFFICER).get("/no/such/page/")

    assert response.status_code == 404
    assert "找不到页面" in response.content.decode()


@pytest.mark.django_db
def test_a_page_that_has_grown_old_is_told_in_plain_words():
    client = Client(enforce_csrf_checks=True)

    response = client.post("/sign-in/", {"username": "wang", "password": "x"})

    assert response.status_code == 403
    assert "页面已过期，请刷新后重新提交。" in response.content.decode()


@pytest.mark.django_db
def test_more_text_than_is_accepted_is_refused_before_it_is_read():
    response = Client().post("/sign-in/", {"username": "x" * (5 * 1024 * 1024 + 1)})

    assert response.status_code == 400
    assert "请求有误" in response.content.decode()
