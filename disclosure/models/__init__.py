"""What disclosure keeps: requests for information, and what is published unasked."""

from disclosure.models.publication import (
    ChannelCount,
    Publication,
    PublicationCategory,
    PublicationChannel,
)
from disclosure.models.request import ApplicantKind, DisclosureRequest, WantedForm

__all__ = [
    "ApplicantKind",
    "ChannelCount",
    "DisclosureRequest",
    "Publication",
    "PublicationCategory",
    "PublicationChannel",
    "WantedForm",
]
