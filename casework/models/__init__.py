"""What a handler of any case keeps, a file for each."""

from casework.models.deadline import Deadline
from casework.models.document import Document, StoredFile
from casework.models.imports import ImportedRow
from casework.models.link import MatterLink, Relation
from casework.models.matter import CounselAssignment, Follow, Matter, NumberSeries
from casework.models.notice import DailyRun, Notice
from casework.models.register import (
    DatedRecord,
    Evidence,
    EvidenceFolder,
    EvidenceLink,
    RegisterRecord,
    Term,
    YearlyRecord,
)
from casework.models.task import Task
from casework.models.timeline import TimelineEntry

__all__ = [
    "CounselAssignment",
    "DailyRun",
    "DatedRecord",
    "Deadline",
    "Document",
    "Evidence",
    "EvidenceFolder",
    "EvidenceLink",
    "Follow",
    "ImportedRow",
    "Matter",
    "MatterLink",
    "Notice",
    "NumberSeries",
    "RegisterRecord",
    "Relation",
    "StoredFile",
    "Task",
    "Term",
    "TimelineEntry",
    "YearlyRecord",
]
