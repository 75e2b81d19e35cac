"""Fills the calendar with the days of 2004 to 2026."""

from django.db import migrations

from timelimits.packaged import packaged_days


def fill_calendar(apps, schema_editor):
    CalendarDay = apps.get_model("timelimits", "CalendarDay")
    CalendarVersion = apps.get_model("timelimits", "CalendarVersion")
    CalendarDay.objects.bulk_create(
        CalendarDay(date=on, is_workday=day.working, name=day.name, source=day.source)
        for on, day in packaged_days()
    )
    CalendarVersion.objects.create(number=1)


def empty_calendar(apps, schema_editor):
    apps.get_model("timelimits", "CalendarDay").objects.all().delete()
    apps.get_model("timelimits", "CalendarVersion").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("timelimits", "0001_initial")]

    operations = [migrations.RunPython(fill_calendar, empty_calendar)]
