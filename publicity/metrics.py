"""Figures of 普法, each with the records it is made of."""

from __future__ import annotations

from django.db.models import Avg, QuerySet, Sum

from casework.metrics import Metric, Ratio, Span, Split, choice_words, register
from casework.registers.figures import CONFIRMED, counted, waiting
from publicity.models import (
    Activity,
    ActivityKind,
    PlanItem,
    Satisfaction,
    SpeakerKind,
    VolunteerCount,
    VolunteerKind,
)

KIND = Split("活动形式", "kind", choice_words(dict(ActivityKind.choices)))
THEME = Split("主题", "theme", lambda theme: str(theme or "未填"))
DEPARTMENT = Split("主办科室", "department__name")
AUDIENCE = Split("对象", "audiences__name", lambda audience: str(audience or "未填"))
NODE = Split("普法节点", "node__name", lambda node: str(node or "不在节点"))
VOLUNTEERS = Split("类别", "kind", choice_words(dict(VolunteerKind.choices)))
ON = "活动日期"


def speaking_to(*audiences: str):
    """Return the activities of a span that spoke to one of these audiences."""

    def records(span: Span) -> QuerySet[Activity]:
        return Activity.objects.counted_in(span).for_audience(*audiences)

    return records


def sessions(key: str, label: str, records, definition: str, **more) -> Metric:
    """Return a number of sessions of activities."""
    return Metric(
        f"publicity.{key}",
        label,
        "次",
        f"{definition}{CONFIRMED}",
        ON,
        records,
        measure=Sum("sessions"),
        **more,
    )


def total(key: str, label: str, unit: str, name: str, **more) -> Metric:
    """Return the sum of a number over the activities of a span."""
    return Metric(
        f"publicity.{key}",
        label,
        unit,
        f"活动日期在统计期内的普法活动登记的“{Activity._meta.get_field(name).verbose_name}”之和。"
        f"{CONFIRMED}",
        ON,
        counted(Activity),
        measure=Sum(name),
        **more,
    )


def volunteers(key: str, label: str, unit: str, kind: VolunteerKind) -> Metric:
    return Metric(
        f"publicity.{key}",
        label,
        unit,
        f"年度登记的{kind.label}数量。",
        "年度",
        counted(VolunteerCount, kind=kind),
        measure=Sum("number"),
    )


PLANNED = Metric(
    "publicity.plan_items",
    "年度普法计划",
    "项",
    f"年度计划中的工作安排。{CONFIRMED}",
    "年度",
    counted(PlanItem),
)
PLANS_DONE = Metric(
    "publicity.plan_items_done",
    "完成普法计划",
    "项",
    "年度计划中已填完成日期的工作安排。",
    "年度",
    counted(PlanItem, done_on__isnull=False),
)

register(
    sessions(
        "events",
        "专题宣传活动",
        counted(Activity),
        "活动日期在统计期内的普法活动场次之和。",
        splits=(KIND, THEME, AUDIENCE, NODE, DEPARTMENT),
        approximate=True,
    ),
    total(
        "persons_reached",
        "受教育人次",
        "人次",
        "persons",
        splits=(KIND, AUDIENCE),
        approximate=True,
    ),
    total("materials_distributed", "发放宣传资料", "份", "materials", approximate=True),
    total("consultations", "解答法律咨询", "人次", "consultations"),
    total("online_views", "线上普法阅读观看", "人次", "online_views"),
    sessions(
        "events_at_schools",
        "法律进校园",
        speaking_to("学生", "未成年人"),
        "对象含学生或未成年人的活动场次。",
    ),
    Metric(
        "publicity.students_reached",
        "法律进校园受众",
        "人次",
        f"对象含学生或未成年人的活动受教育人次之和。{CONFIRMED}",
        ON,
        speaking_to("学生", "未成年人"),
        measure=Sum("persons"),
    ),
    sessions(
        "events_for_the_elderly", "老年人普法", speaking_to("老年人"), "对象含老年人的活动场次。"
    ),
    sessions(
        "events_for_businesses",
        "法律进企业、商户",
        speaking_to("企业", "商户"),
        "对象含企业或商户的活动场次。",
    ),
    sessions(
        "events_explaining_cases",
        "以案释法",
        counted(Activity, explains_cases=True),
        "注明以案释法的活动场次。",
    ),
    sessions(
        "counsel_lectures",
        "法律顾问宣讲",
        counted(Activity, speaker_kind__in=(SpeakerKind.COUNSEL, SpeakerKind.COMMUNITY_COUNSEL)),
        "讲师为法律顾问或社区法律顾问的活动场次。",
    ),
    sessions(
        "vice_head_lectures",
        "法治副校长授课",
        counted(Activity, speaker_kind=SpeakerKind.VICE_HEAD),
        "讲师为法治副校长的活动场次。",
    ),
    sessions(
        "broadcasts",
        "普法直播",
        counted(Activity, kind=ActivityKind.BROADCAST),
        "形式为网络直播的活动场次。",
    ),
    Metric(
        "publicity.broadcast_views",
        "普法直播观看",
        "人次",
        f"形式为网络直播的活动线上观看量之和。{CONFIRMED}",
        ON,
        counted(Activity, kind=ActivityKind.BROADCAST),
        measure=Sum("online_views"),
    ),
    Metric(
        "publicity.events_unconfirmed",
        "待确认的普法活动",
        "件",
        "活动日期在统计期内、法制办尚未确认的普法活动，不计入其他数字。",
        ON,
        waiting(Activity),
    ),
    Metric(
        "publicity.satisfaction",
        "法治满意度",
        "分",
        "统计年度各轮满意度调查得分的平均值。",
        "年度",
        counted(Satisfaction),
        measure=Avg("score"),
    ),
    Metric(
        "publicity.volunteers",
        "普法力量",
        "名",
        f"年度登记的普法力量数量之和，分类别。{CONFIRMED}",
        "年度",
        counted(VolunteerCount),
        measure=Sum("number"),
        splits=(VOLUNTEERS,),
    ),
    volunteers("law_knowers", "法律明白人", "名", VolunteerKind.KNOWER),
    volunteers("law_leaders", "法治带头人", "名", VolunteerKind.LEADER),
    volunteers("grid_publicists", "网格法治宣传员", "名", VolunteerKind.GRID),
    volunteers("teams", "普法队伍", "支", VolunteerKind.TEAM),
    volunteers("community_counsel", "社区法律顾问", "名", VolunteerKind.COMMUNITY_COUNSEL),
    volunteers("mediators", "人民调解员", "名", VolunteerKind.MEDIATOR),
    Metric(
        "publicity.communities_with_liaison",
        "社区法治联络员覆盖社区",
        "个",
        "年度登记的社区法治联络员覆盖社区数。",
        "年度",
        counted(VolunteerCount, kind=VolunteerKind.LIAISON),
        measure=Sum("communities"),
    ),
    Metric(
        "publicity.communities_with_counsel",
        "社区法律顾问覆盖社区",
        "个",
        "年度登记的社区法律顾问覆盖社区数。",
        "年度",
        counted(VolunteerCount, kind=VolunteerKind.COMMUNITY_COUNSEL),
        measure=Sum("communities"),
    ),
    PLANNED,
    PLANS_DONE,
    Ratio(
        "publicity.plan_rate",
        "普法计划完成率",
        PLANS_DONE,
        PLANNED,
        "已完成的工作安排 ÷ 年度计划的工作安排。",
    ),
)
