"""What the registers of 法治建设 say in words, for the sentences of a report."""

from __future__ import annotations

from casework.metrics import Span
from casework.phrases import Phrase, listed, register
from governance.models import Rule, StudyActivity, YearlyTask
from governance.models.study import StudyKind

ORDINALS = "一二三四五六七八九十"


def study_topics(span: Span) -> str:
    """Return what the central group studied, in the order of its days."""
    studied = StudyActivity.objects.counted_in(span).of_kind(StudyKind.CENTRAL_GROUP)
    return listed(list(studied.order_by("on", "pk").values_list("topic", flat=True)))


def rules_titles(span: Span) -> str:
    """Return the rules issued, in the order of their days."""
    titles = Rule.objects.counted_in(span).order_by("on", "pk").values_list("title", flat=True)
    return listed([f"《{title.strip('《》')}》" for title in titles])


def next_tasks(span: Span) -> str:
    """Return the tasks of the year after, area by area: 一是…：…；…。二是…。"""
    tasks = YearlyTask.objects.counted_in(Span.year(span.last.year + 1)).order_by("pk")
    by_area: dict[str, list[str]] = {}
    for area, title in tasks.values_list("area", "title"):
        by_area.setdefault(area, []).append(title)
    return "".join(
        f"{ordinal}是{area}{'：' if area else ''}{'；'.join(titles)}。"
        for ordinal, (area, titles) in zip(ORDINALS, by_area.items(), strict=False)
    )


register(
    Phrase("governance.study_topics", "理论学习中心组学习的内容", study_topics),
    Phrase("governance.rules_titles", "制定的规章制度", rules_titles),
    Phrase("governance.next_tasks", "下年度工作任务", next_tasks),
)
