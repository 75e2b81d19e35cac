"""The people of the office, by subject."""

from people.models.account import User
from people.models.counsel import CounselEngagement, LegalCounsel
from people.models.department import Charge, Department
from people.models.staff import Certificate, Deputyship, StaffMember

__all__ = [
    "Certificate",
    "Charge",
    "CounselEngagement",
    "Department",
    "Deputyship",
    "LegalCounsel",
    "StaffMember",
    "User",
]
