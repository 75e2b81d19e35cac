"""Works the deadlines of all open matters out again and prints those that moved."""

from django.core.management.base import BaseCommand

from casework.process import refresh_all
from timelimits.calendar import current_calendar


class Command(BaseCommand):
    help = "按当前工作日历重新计算全部在办事项的期限"

    def handle(self, *args, **options) -> None:
        moved = refresh_all(current_calendar())
        for change in moved:
            self.stdout.write(str(change))
        self.stdout.write(f"共 {len(moved)} 个期限变动")
