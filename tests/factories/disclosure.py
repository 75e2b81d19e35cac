"""Requests for information for tests, opened as the office opens them."""

from datetime import date

from casework import process
from disclosure import channels
from disclosure.models import DisclosureRequest
from disclosure.workflow import WORKFLOW
from people.models import Department, StaffMember, User
from people.roles import Role
from tests.factories.casework import RECEIVED_ON, moved
from tests.factories.people import DepartmentFactory, user_with

SUBJECT = {
    "channel": "in_person",
    "applicant": "张某",
    "identity_number": "330302198001010000",
    "phone": "13800000000",
    "address": "浙江省温州市鹿城区南汇街道某路1号",
    "content": "申请公开某地块征收补偿方案。",
}


def open_request(
    *,
    received_on: date = RECEIVED_ON,
    department: Department | None = None,
    handler: StaffMember | None = None,
    by: User | None = None,
    title: str = "征收补偿方案",
    **subject: str,
) -> DisclosureRequest:
    """Open a request, by somebody of 法制办 and in a department of its own unless told otherwise.

    A channel that asks for a confirmation leaves it waiting for that.
    """
    request = DisclosureRequest(**SUBJECT | subject)
    unconfirmed = channels.BY_CODE[request.channel].needs_confirmation
    request.matter = process.open_matter(
        WORKFLOW,
        opening="arrive" if unconfirmed else "receive",
        on=received_on,
        title=title,
        department=department or (handler.department if handler else DepartmentFactory()),
        handler=handler,
        by=by or user_with(Role.LEGAL_OFFICE),
        today=received_on,
        search_text=request.search_text,
    )
    request.save(force_insert=True)
    return request


def replied_request(*, replied_on: date = date(2025, 3, 12), **more) -> DisclosureRequest:
    """Open a request and bring it to its reply, drafted and approved the same day."""
    request = open_request(**more)
    moved(request.matter, "draft", replied_on, result="1", content="方案见附件。")
    moved(request.matter, "approve", replied_on)
    moved(request.matter, "reply", replied_on, result="1", way="post", tracking="1234567890123")
    return request
