"""Fills the catalogue of what must be reviewed with the kinds the office begins with."""

from dataclasses import asdict

from django.db import migrations

from legalreview.kinds import KINDS


def fill_kinds(apps, schema_editor):
    ReviewKind = apps.get_model("legalreview", "ReviewKind")
    for position, kind in enumerate(KINDS, start=1):
        fields = asdict(kind) | {"materials": "\n".join(kind.materials), "way": str(kind.way)}
        ReviewKind.objects.create(position=position, **fields)


def empty_kinds(apps, schema_editor):
    apps.get_model("legalreview", "ReviewKind").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("legalreview", "0001_initial")]

    operations = [migrations.RunPython(fill_kinds, empty_kinds)]
