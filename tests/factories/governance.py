"""Petitions and enforcement matters for tests, opened as the office opens them."""

from datetime import date

from casework import process
from governance.models import Penalty, Petition
from governance.workflow import PENALTY, PETITION
from people.models import Department, User
from people.roles import Role
from tests.factories.people import DepartmentFactory, user_with

RECEIVED_ON = date(2025, 8, 1)


def open_petition(
    *,
    received_on: date = RECEIVED_ON,
    department: Department | None = None,
    by: User | None = None,
    **subject,
) -> Petition:
    """Open a petition, one that was passed on where its source says so."""
    petition = Petition(
        **{
            "source": "visit",
            "petitioner": "黄某6",
            "phone": "13800000000",
            "content": "物业纠纷",
        }
        | subject
    )
    petition.matter = process.open_matter(
        PETITION,
        opening="receive_transfer" if petition.source == "transfer" else "receive",
        on=received_on,
        title="物业纠纷",
        department=department or DepartmentFactory(),
        by=by or user_with(Role.LEGAL_OFFICE),
        today=received_on,
        search_text=petition.search_text,
    )
    petition.save(force_insert=True)
    return petition


def open_penalty(
    *,
    filed_on: date = RECEIVED_ON,
    department: Department | None = None,
    by: User | None = None,
    **subject,
) -> Penalty:
    """Open an enforcement matter."""
    penalty = Penalty(**{"party": "某餐饮店", "act": "占道经营", "phone": "13800000000"} | subject)
    penalty.matter = process.open_matter(
        PENALTY,
        opening="file",
        on=filed_on,
        title="占道经营案",
        department=department or DepartmentFactory(),
        by=by or user_with(Role.LEGAL_OFFICE),
        today=filed_on,
        search_text=penalty.search_text,
    )
    penalty.save(force_insert=True)
    return penalty
