"""The limits to choose from in 期限试算.

Those of a kind of matter that an app keeps are offered by that app; the rest stand here.
"""

from timelimits.limits import Limit
from timelimits.periods import (
    backward_workdays,
    months,
    plain_days,
    workdays,
)

ENFORCEMENT = (
    Limit("pen-decision", "作出行政处罚决定", plain_days(90), "《行政处罚法》第六十条"),
    Limit(
        "pen-hearing-request",
        "当事人要求听证",
        workdays(5),
        "《行政处罚法》第六十四条、第八十五条",
    ),
    Limit(
        "pen-hearing-notice",
        "听证前通知",
        backward_workdays(7),
        "《行政处罚法》第六十四条、第八十五条",
    ),
    Limit("pen-service", "送达行政处罚决定书", workdays(7), "《行政处罚法》第六十一条、第八十五条"),
    Limit("enf-reminder", "催告后等待履行", workdays(10), "《行政强制法》第五十四条、第六十九条"),
    Limit("enf-application", "申请法院强制执行", months(3), "《行政强制法》第五十三条"),
)
PETITION = (
    Limit("pet-notice", "告知受理情况", plain_days(15), "《信访工作条例》第二十三条"),
    Limit("pet-objection", "对转送提出异议", workdays(5), "《信访工作条例》第二十三条"),
    Limit(
        "pet-handling",
        "办结信访事项",
        plain_days(60),
        "《信访工作条例》第三十四条",
        longest_extension=30,
    ),
    Limit("pet-review", "复查", plain_days(30), "《信访工作条例》第三十五条"),
    Limit("pet-second-review", "复核", plain_days(30), "《信访工作条例》第三十六条"),
)
REVIEW = (
    Limit(
        "rev-decision",
        "重大行政决策合法性审查（一般不少于）",
        workdays(7),
        "《重大行政决策程序暂行条例》第二十六条",
    ),
    Limit(
        "rev-comments",
        "公开征求意见（一般不少于）",
        plain_days(30),
        "《重大行政决策程序暂行条例》第十五条",
    ),
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
catalogue.offer("行政处罚、强制", *ENFORCEMENT)
catalogue.offer("信访", *PETITION)
catalogue.offer("合法性审查", *REVIEW)
