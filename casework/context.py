"""Numbers the frame of every page shows."""

from django.http import HttpRequest


def desk(request: HttpRequest) -> dict[str, object]:
    return {}
