"""Figures of disclosure: of requests, and of what is published unasked."""

from disclosure.metrics import publications, requests

__all__ = ["publications", "requests"]
