"""Loads the demonstration into an empty portal; refused outside DEBUG."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nanhui import demonstration


class Command(BaseCommand):
    help = "载入演示数据（仅限演示环境）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="已经载入过则不再载入")
        parser.add_argument("--show-accounts", action="store_true", help="只列出演示账号")

    def handle(self, *args, once: bool, show_accounts: bool, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("演示账号和演示数据只能在 DEBUG 环境使用，正式环境拒绝载入。")
        if show_accounts:
            self.show_accounts()
            return
        if demonstration.is_loaded():
            if not once:
                raise CommandError("演示数据已经载入过。")
            return
        demonstration.load(timezone.localdate())
        self.stdout.write("演示数据已载入。")

    def show_accounts(self) -> None:
        self.stdout.write(f"演示账号（密码均为 {demonstration.PASSWORD}）：")
        for account in (*demonstration.ACCOUNTS, demonstration.COUNSEL):
            roles = "、".join(role.label for role in account.roles)
            self.stdout.write(f"  {account.username:<10} {roles}")
