"""The courses of the two kinds of matter that governance keeps: petitions and penalties."""

from governance.workflow.penalty import PENALTY
from governance.workflow.petition import PETITION

__all__ = ["PENALTY", "PETITION"]
