"""create_administrator: the first account of an installation."""

from argparse import ArgumentParser
from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from people.accounts import open_account
from people.models import Department, StaffMember, User
from people.roles import Role


class Command(BaseCommand):
    help = "开通系统管理员账号。未给出的项目会逐项询问；不设密码则生成一次性密码。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--username", help="账号名")
        parser.add_argument("--name", help="姓名")
        parser.add_argument("--department", help="科室，没有则新建")
        parser.add_argument("--ask-password", action="store_true", help="由本人当场设定密码")

    def handle(self, **options: str | bool | None) -> None:
        username = options["username"] or input("账号名：").strip()
        name = options["name"] or input("姓名：").strip()
        department = options["department"] or input("科室：").strip()
        try:
            password = asked_password(username) if options["ask_password"] else ""
            user, one_time = create(username, name, department, password)
        except ValidationError as refusal:
            raise CommandError("；".join(refusal.messages)) from None
        self.stdout.write(f"已开通系统管理员账号：{user.username}（{user}）")
        if one_time:
            self.stdout.write(f"一次性密码（只显示这一次，首次登录须修改）：{one_time}")


@transaction.atomic
def create(username: str, name: str, department: str, password: str) -> tuple[User, str]:
    """Return the account of an administrator who is put on the roster if not yet there."""
    place, _is_new = Department.objects.get_or_create(name=department)
    member = place.staff.filter(name=name, account=None).first()
    if member is None:
        member = StaffMember(name=name, department=place)
        member.full_clean()
        member.save()
    return open_account(
        username=username, owner=member, roles={Role.ADMINISTRATOR}, by=None, password=password
    )


def asked_password(username: str) -> str:
    """Return the password typed twice without showing it, when it satisfies the rules."""
    password = getpass("密码：")
    validate_password(password, User(username=username))
    if getpass("再输一次：") != password:
        raise ValidationError("两次输入的密码不一致。")
    return password
