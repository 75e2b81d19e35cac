"""Gives the reminders of a day: remind [--on 2026-11-23]. Run twice, it tells once."""

from datetime import date

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from casework import reminders


class Command(BaseCommand):
    help = "发出某日应发的期限提醒（重复运行不会重复发送）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="日期，默认今天")

    def handle(self, *args, on: date | None = None, **options) -> None:
        day = on or timezone.localdate()
        self.stdout.write(f"{day}：发出 {reminders.remind(day)} 条提醒")
