"""Creates the groups of the eight roles."""

from django.db import migrations

ROLES = (
    "legal_office",
    "officer",
    "department_head",
    "deputy_leader",
    "leader",
    "counsel",
    "administrator",
    "auditor",
)


def create_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Group.objects.bulk_create([Group(name=role) for role in ROLES], ignore_conflicts=True)


def remove_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(create_groups, remove_groups)]
