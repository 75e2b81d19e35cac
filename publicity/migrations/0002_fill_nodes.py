"""Fills the calendar of publicity days and the usual audiences: a beginning, edited afterwards.

The bases are those of domain knowledge section 10: what rests on custom or memory says 惯例.
"""

from django.db import migrations

DAY, STRETCH, MONTH, WEEKDAY, NOTICE = "day", "stretch", "month", "weekday", "notice"
CUSTOM = "惯例"

NODES = (
    # name, rule, month, day, until month, until day, week, weekday, basis
    ("三八妇女维权周", DAY, 3, 8, None, None, None, None, CUSTOM),
    ("国际消费者权益日", DAY, 3, 15, None, None, None, None, CUSTOM),
    ("全民国家安全教育日", DAY, 4, 15, None, None, None, None, "《国家安全法》第十四条"),
    ("世界知识产权日", DAY, 4, 26, None, None, None, None, CUSTOM),
    ("民法典宣传月", MONTH, 5, None, None, None, None, None, "每年通知（2021 年起）"),
    ("全国防灾减灾日", DAY, 5, 12, None, None, None, None, CUSTOM),
    ("安全生产月", MONTH, 6, None, None, None, None, None, CUSTOM),
    ("防范非法集资宣传月", MONTH, 6, None, None, None, None, None, CUSTOM),
    ("环境日", DAY, 6, 5, None, None, None, None, "《环境保护法》第十二条"),
    ("国际禁毒日", DAY, 6, 26, None, None, None, None, "惯例；《禁毒法》第十一条至第十六条"),
    ("全民健身日", DAY, 8, 8, None, None, None, None, "《体育法》"),
    ("全国生态日", DAY, 8, 15, None, None, None, None, CUSTOM),
    ("中华慈善日", DAY, 9, 5, None, None, None, None, "《慈善法》"),
    ("网络安全宣传周", NOTICE, 9, None, None, None, None, None, "每年通知"),
    ("全民国防教育日", WEEKDAY, 9, None, None, None, 3, 6, "《国防教育法》第十二条"),
    ("烈士纪念日", DAY, 9, 30, None, None, None, None, "《英雄烈士保护法》"),
    ("老年节", NOTICE, 10, None, None, None, None, None, "《老年人权益保障法》（农历九月初九）"),
    ("全国消防日", DAY, 11, 9, None, None, None, None, CUSTOM),
    ("全国交通安全日", DAY, 12, 2, None, None, None, None, CUSTOM),
    ("宪法宣传周", NOTICE, 12, None, None, None, None, None, "每年通知"),
    ("国家宪法日", DAY, 12, 4, None, None, None, None, "全国人大常委会 2014 年决定"),
)
AUDIENCES = (
    "社区居民",
    "学生",
    "商户",
    "机关干部",
    "流动人口",
    "企业",
    "老年人",
    "妇女",
    "未成年人",
    "村（社区）干部",
    "社区矫正对象",
)


def fill(apps, schema_editor):
    node = apps.get_model("publicity", "PublicityNode")
    for name, rule, month, day, until_month, until_day, week, weekday, basis in NODES:
        node.objects.create(
            name=name,
            rule=rule,
            month=month,
            day=day,
            until_month=until_month,
            until_day=until_day,
            week=week,
            weekday=weekday,
            basis=basis,
        )
    dates = apps.get_model("publicity", "NodeDates")
    dates.objects.create(
        node=node.objects.get(name="宪法宣传周"),
        first="2025-12-01",
        last="2025-12-07",
        source="2025 年联合通知",
    )
    audience = apps.get_model("publicity", "Audience")
    for position, name in enumerate(AUDIENCES, start=1):
        audience.objects.create(name=name, position=position)


class Migration(migrations.Migration):
    dependencies = [("publicity", "0001_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
