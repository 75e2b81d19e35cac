"""The limits to choose from in 期限试算.

Those of a kind of matter that an app keeps are offered by that app; the rest stand here.
"""

from timelimits.limits import Limit
from timelimits.periods import (
    backward_days,
    backward_workdays,
    days,
    months,
    plain_months,
    workdays,
    years,
)

LITIGATION = (
    Limit("lit-answer", "提交答辩状、证据和依据", days(15), "《行政诉讼法》第六十七条"),
    Limit("lit-hearing-notice", "开庭三日前通知", backward_days(3), "法释〔2018〕1号第七十一条"),
    Limit("lit-first-instance", "一审审理期限", plain_months(6), "《行政诉讼法》第八十一条"),
    Limit("lit-appeal-judgment", "对判决上诉", days(15), "《行政诉讼法》第八十五条"),
    Limit("lit-appeal-ruling", "对裁定上诉", days(10), "《行政诉讼法》第八十五条"),
    Limit("lit-second-instance", "二审审理期限", plain_months(3), "《行政诉讼法》第八十八条"),
    Limit("lit-retrial", "申请再审", months(6), "法释〔2018〕1号第一百一十条"),
    Limit("lit-execution", "当事人申请强制执行", years(2), "法释〔2018〕1号第一百五十三条"),
    Limit("lit-suit", "直接起诉", months(6), "《行政诉讼法》第四十六条"),
    Limit("lit-suit-after-review", "不服复议决定起诉", days(15), "《行政诉讼法》第四十五条"),
    Limit("lit-suggestion", "回复司法建议", days(60), "法释〔2018〕1号第一百四十九条"),
)
RECONSIDERATION = (
    Limit(
        "rec-reply",
        "提出书面答复（普通程序）",
        workdays(10),
        "《行政复议法》第四十八条、第八十八条第二款",
    ),
    Limit(
        "rec-reply-simplified",
        "提出书面答复（简易程序）",
        workdays(5),
        "《行政复议法》第五十四条、第八十八条第二款",
    ),
    Limit("rec-hearing-notice", "听证前通知", backward_workdays(5), "《行政复议法》第五十一条"),
    Limit(
        "rec-decision",
        "作出复议决定（普通程序）",
        days(60),
        "《行政复议法》第六十二条",
        longest_extension=30,
    ),
    Limit(
        "rec-decision-simplified", "作出复议决定（简易程序）", days(30), "《行政复议法》第六十二条"
    ),
    Limit("rec-application", "申请行政复议", days(60), "《行政复议法》第二十条"),
    Limit("rec-feedback", "反馈行政复议意见书", days(60), "《行政复议法》第七十六条"),
)


class Catalogue:
    """Limits to choose from, by the group of law they belong to; a code is used once in a group."""

    def __init__(self) -> None:
        self._groups: dict[str, list[Limit]] = {}

    def offer(self, group: str, *limits: Limit) -> None:
        """Add limits to a group; an app that keeps matters of a kind offers those it declares."""
        offered = self._groups.setdefault(group, [])
        codes = {limit.code for limit in offered}
        for limit in limits:
            if limit.code in codes:
                raise ValueError(f"{group}的期限“{limit.code}”重复登记")
            offered.append(limit)

    def choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the groups with their limits, as a field of choices wants them."""
        return [
            (
                group,
                [(f"{group}/{limit.code}", f"{limit.label}（{limit.period}）") for limit in limits],
            )
            for group, limits in sorted(self._groups.items())
        ]

    def find(self, choice: str) -> Limit | None:
        """Return the limit behind a choice, None for any other text."""
        group, _, code = choice.partition("/")
        return next((limit for limit in self._groups.get(group, ()) if limit.code == code), None)


catalogue = Catalogue()
catalogue.offer("行政诉讼", *LITIGATION)
catalogue.offer("行政复议", *RECONSIDERATION)
