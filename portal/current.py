"""The request at hand, for what has no request object: its number and where it came from."""

from contextvars import ContextVar

request_number: ContextVar[str] = ContextVar("request_number", default="-")
remote_address: ContextVar[str | None] = ContextVar("remote_address", default=None)
