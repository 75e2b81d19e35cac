"""What happens to every request: its number, its permission, a plain page when it fails."""

import logging
import secrets

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode

from portal import access, errors
from portal.current import client_address, remote_address, request_number


class RequestNumberFilter(logging.Filter):
    """Puts the number of the request at hand into every log line."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_number = request_number.get()
        return True


class RequestNumberMiddleware:
    """Gives every request a number that error page, log and audit share."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.number = secrets.token_hex(5)
        number = request_number.set(request.number)
        address = remote_address.set(client_address(request))
        try:
            response = self.get_response(request)
        finally:
            request_number.reset(number)
            remote_address.reset(address)
        response["X-Request-Number"] = request.number
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            response.setdefault("Cache-Control", "no-store")
        return response


class PlainErrorsMiddleware:
    """Answers what Django has no page for: 409, 413, and 503 while the database is away."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Read before anything parses the body: beyond this Django itself would answer 400.
        size = request.META.get("CONTENT_LENGTH") or "0"
        if not size.isdecimal() or int(size) > self.largest(request):
            return errors.too_large(request)
        return self.get_response(request)

    @staticmethod
    def largest(request: HttpRequest) -> int:
        """Return how many bytes a request may bring: a file with its form, or a form alone."""
        if request.META.get("CONTENT_TYPE", "").startswith("multipart/"):
            return settings.ATTACHMENT_MAX_SIZE + settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        return settings.DATA_UPLOAD_MAX_MEMORY_SIZE

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, errors.ConflictError):
            return errors.conflict(request, error)
        if isinstance(error, errors.TooLargeError):
            return errors.too_large(request)
        if isinstance(error, OperationalError | InterfaceError):
            logging.getLogger(__name__).exception("The database did not answer")
            return errors.unavailable(request)
        return None


class AccessMiddleware:
    """Lets a request through to its view only where the access table says so."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view) -> HttpResponse | None:
        name = request.resolver_match.view_name
        rule = access.table().get(name)
        if rule is not None and rule.public:
            return None
        if not request.user.is_authenticated:
            return self.to_sign_in(request)
        if rule is None or not rule.allows(request.user.acting_codes, request.method):
            raise PermissionDenied
        if request.user.must_change_password and name not in {"password", "sign-out"}:
            return redirect("password")
        return None

    @staticmethod
    def to_sign_in(request: HttpRequest) -> HttpResponse:
        address = resolve_url("sign-in")
        if request.method == "GET":
            address += "?" + urlencode({"next": request.get_full_path()})
        if request.htmx:
            return HttpResponse(headers={"HX-Redirect": resolve_url("sign-in")})
        return redirect(address)
