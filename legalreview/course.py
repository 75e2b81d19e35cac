"""Which stage follows: after an opinion, an answer to it, a leader's word, a joint meeting."""

from legalreview.conclusions import Conclusion
from legalreview.kinds import Way
from legalreview.workflow import ACCEPT, GO, Stage

TOWARDS_THE_END = {
    Way.SIGN: Stage.SIGNING,
    Way.PUBLISH: Stage.PUBLISHING,
    Way.FINISH: Stage.FINISHING,
    Way.ACT: Stage.MEETING,
}


def onward(way: Way, *, is_signed: bool) -> Stage:
    """Return where a matter goes when nothing speaks against it; one signed early only ends."""
    return Stage.FINISHING if is_signed else TOWARDS_THE_END[way]


def after_opinion(conclusion: str, way: Way, *, has_items: bool, is_signed: bool) -> Stage:
    """Return the stage after an opinion: advice must be answered, what is lawful goes on."""
    if conclusion == Conclusion.SUPPLEMENT:
        return Stage.RETURNED
    if conclusion == Conclusion.OUT_OF_SCOPE:
        return Stage.ENDED
    if has_items or conclusion != Conclusion.LAWFUL:
        return Stage.ADOPTING
    return onward(way, is_signed=is_signed)


def after_answer(conclusion: str, way: Way, *, is_unresolved: bool, is_signed: bool) -> Stage:
    """Return the stage after a department's answer.

    Grave advice that is not taken goes to the leader in charge. What is unlawful goes no further:
    it is amended and submitted again, or given up (《重大行政决策程序暂行条例》第二十五条).
    """
    if is_unresolved:
        return Stage.ESCALATED
    if conclusion == Conclusion.UNLAWFUL:
        return Stage.RETURNED
    return onward(way, is_signed=is_signed)


def after_decision(decision: str, conclusion: str, way: Way, *, is_signed: bool) -> Stage:
    """Return the stage after a leader's word: the department's view stands or it answers anew."""
    if decision != ACCEPT:
        return Stage.ADOPTING
    return after_answer(conclusion, way, is_unresolved=False, is_signed=is_signed)


def after_meeting(result: str, stage: str) -> str:
    """Return the stage after a joint meeting; one that says no ends the matter."""
    if result != GO:
        return Stage.ENDED
    return Stage.READY if stage == Stage.MEETING else ""
