"""Fills the tables of terms with those the office begins with."""

from django.db import migrations

TERMS = {
    "ActKind": (
        "征收补偿",
        "违建拆除",
        "行政处罚",
        "结算支付",
        "信息公开",
        "行政协议",
        "不履责",
        "其他",
    ),
    "DisputeField": ("征收拆迁", "违建拆除", "行政执法", "结算支付", "信息公开", "其他"),
    "CauseOfLoss": (
        "缺少认定环节",
        "缺少委托手续",
        "未进行证据提存",
        "超期",
        "事实不清",
        "法律适用错误",
        "程序违法",
    ),
}


def fill(apps, schema_editor):
    for model, names in TERMS.items():
        table = apps.get_model("litigation", model)
        for position, name in enumerate(names, start=1):
            table.objects.create(name=name, position=position)


class Migration(migrations.Migration):
    dependencies = [("litigation", "0001_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
