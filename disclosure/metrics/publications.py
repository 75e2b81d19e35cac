"""Figures of 主动公开, each with the records it is made of."""

from __future__ import annotations

from django.db.models import Sum

from casework.metrics import Metric, Ratio, Split, choice_words, register
from casework.registers.figures import CONFIRMED, counted
from disclosure.models import ChannelCount, Publication
from disclosure.models.publication import ChannelKind

CHANNEL = Split("公开渠道", "channels__name", lambda name: str(name or "未填"))
CHANNEL_KIND = Split("渠道类别", "channels__kind", choice_words(dict(ChannelKind.choices)))
CATEGORY = Split("信息类别", "category__name")
ARTICLE = "《政府信息公开条例》第二十六条"

JUDGED = Metric(
    "disclosure.publications_with_limit",
    "可判断时限的主动公开信息",
    "条",
    f"公开日期在统计期内、填有形成日期的信息。{CONFIRMED}",
    "公开日期",
    lambda span: Publication.objects.counted_in(span).judged(),
)
IN_TIME = Metric(
    "disclosure.publications_in_time",
    "按时主动公开信息",
    "条",
    f"公开日期在统计期内、自形成或变更之日起 20 个工作日内公开的信息。{CONFIRMED}",
    "公开日期",
    lambda span: Publication.objects.counted_in(span).in_time(),
    basis=ARTICLE,
)


def through(kind: ChannelKind) -> Metric:
    """Return how many pieces were published through a kind of channel."""
    return Metric(
        f"disclosure.publications_{kind.value}",
        f"{kind.label}公开信息",
        "条",
        f"公开日期在统计期内、公开渠道含{kind.label}的信息。{CONFIRMED}",
        "公开日期",
        lambda span: Publication.objects.counted_in(span).filter(channels__kind=kind).distinct(),
    )


register(
    Metric(
        "disclosure.publications",
        "主动公开信息",
        "条",
        f"公开日期在统计期内的主动公开信息，一条信息在几个渠道公开的只计一条。{CONFIRMED}",
        "公开日期",
        counted(Publication),
        splits=(CHANNEL, CHANNEL_KIND, CATEGORY),
    ),
    *(through(kind) for kind in ChannelKind),
    Metric(
        "disclosure.publications_withdrawn",
        "撤回主动公开信息",
        "条",
        "撤回日期在统计期内的信息。",
        "撤回日期",
        lambda span: Publication.objects.confirmed().filter(
            withdrawn_on__range=(span.first, span.last)
        ),
    ),
    JUDGED,
    IN_TIME,
    Ratio(
        "disclosure.publication_on_time_rate",
        "主动公开及时率",
        IN_TIME,
        JUDGED,
        "按时公开 ÷ 可判断时限的主动公开信息。",
        basis=ARTICLE,
    ),
    Metric(
        "disclosure.channel_counts",
        "渠道月度公开条数",
        "条",
        f"统计期内各整月登记的渠道条数之和，用于不逐条登记的渠道。{CONFIRMED}",
        "月份",
        counted(ChannelCount),
        measure=Sum("number"),
        splits=(
            Split("公开渠道", "channel__name"),
            Split("渠道类别", "channel__kind", choice_words(dict(ChannelKind.choices))),
        ),
    ),
)
