"""What must be done, and proved, when a grave act is carried out: the checklist of procedure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One requirement of procedure and the article it comes from."""

    code: str
    label: str
    basis: str


STEPS = (
    Step("finding", "违法事实（违法建筑）认定", "《行政处罚法》第四十条"),
    Step("notice", "事先告知，听取陈述申辩", "《行政处罚法》第四十四条、第四十五条"),
    Step("warning", "催告", "《行政强制法》第三十五条"),
    Step("delegation", "委托手续", "《行政处罚法》第二十条，《行政强制法》第十七条"),
    Step("evidence", "证据保存、物品清点提存", "《行政处罚法》第四十六条、第五十六条"),
    Step("recording", "执法全过程记录", "《行政处罚法》第四十七条"),
)
BY_CODE = {step.code: step for step in STEPS}
CHOICES = tuple((step.code, step.label) for step in STEPS)
