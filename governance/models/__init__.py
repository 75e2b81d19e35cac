"""What governance keeps, by subject."""

from governance.models.matters import Penalty, Petition
from governance.models.meetings import MajorDecision, Meeting
from governance.models.oversight import EnforcementFigure, Honour, Inspection, Suggestion
from governance.models.plans import Indicator, YearlyTask
from governance.models.reception import Backlog, Reception, ReceptionPlan
from governance.models.rules import Rule, RuleReview
from governance.models.study import DutyReport, Examination, StudyActivity

__all__ = [
    "Backlog",
    "DutyReport",
    "EnforcementFigure",
    "Examination",
    "Honour",
    "Indicator",
    "Inspection",
    "MajorDecision",
    "Meeting",
    "Penalty",
    "Petition",
    "Reception",
    "ReceptionPlan",
    "Rule",
    "RuleReview",
    "StudyActivity",
    "Suggestion",
    "YearlyTask",
]
