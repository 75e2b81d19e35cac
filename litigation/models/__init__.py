"""What is kept about a suit or a reconsideration, a file for each thing."""

from litigation.models.defect import Defect
from litigation.models.evidence import EvidenceItem
from litigation.models.hearing import Hearing, HearingState, Seat, SeatKind
from litigation.models.mediation import (
    Mediation,
    MediationPhase,
    MediationResult,
    MediationRound,
)
from litigation.models.meeting import Communication, Meeting, MeetingKind
from litigation.models.party import Party, PartyKind, PartyRole, ProceedingParty
from litigation.models.proceeding import MergedGroup, Procedure, Proceeding, Risk, Role
from litigation.models.terms import ActKind, CauseOfLoss, DisputeField, Term

__all__ = [
    "ActKind",
    "CauseOfLoss",
    "Communication",
    "Defect",
    "DisputeField",
    "EvidenceItem",
    "Hearing",
    "HearingState",
    "Mediation",
    "MediationPhase",
    "MediationResult",
    "MediationRound",
    "Meeting",
    "MeetingKind",
    "MergedGroup",
    "Party",
    "PartyKind",
    "PartyRole",
    "Procedure",
    "Proceeding",
    "ProceedingParty",
    "Risk",
    "Role",
    "Seat",
    "SeatKind",
    "Term",
]
