"""What a review may come to, and how its advice may be taken, as codes."""

from enum import StrEnum


class Conclusion(StrEnum):
    """The result of a review."""

    LAWFUL = "lawful"
    LAWFUL_IF_AMENDED = "amend"
    UNLAWFUL = "unlawful"
    SUPPLEMENT = "supplement"
    OUT_OF_SCOPE = "out_of_scope"

    @property
    def label(self) -> str:
        return LABELS[self]


class Adoption(StrEnum):
    """What the department did with a piece of advice."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return ADOPTION_LABELS[self]


# How a matter ended without an opinion.
WITHDRAWN, UNREVIEWED = "withdrawn", "unreviewed"

LABELS = {
    Conclusion.LAWFUL: "合法",
    Conclusion.LAWFUL_IF_AMENDED: "修改后合法",
    Conclusion.UNLAWFUL: "不合法",
    Conclusion.SUPPLEMENT: "退回补充",
    Conclusion.OUT_OF_SCOPE: "不属审查范围",
}
ADOPTION_LABELS = {
    Adoption.ADOPTED: "采纳",
    Adoption.PARTLY: "部分采纳",
    Adoption.REFUSED: "未采纳",
}
CHOICES = tuple((str(code), label) for code, label in LABELS.items())
ADOPTION_CHOICES = tuple((str(code), label) for code, label in ADOPTION_LABELS.items())
OUTCOMES = dict(CHOICES) | {
    WITHDRAWN: "已撤回",
    UNREVIEWED: "未经审查",
}
