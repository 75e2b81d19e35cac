"""The command that opens the first account."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from people.management.commands import create_administrator
from people.models import Department, StaffMember, User
from people.roles import Role
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def run(*more: str) -> str:
    out = StringIO()
    call_command(
        "create_administrator",
        "--username=xitong",
        "--name=王管理",
        "--department=党政办",
        *more,
        stdout=out,
    )
    return out.getvalue()


def test_the_first_administrator_gets_a_one_time_password():
    out = run()

    user = User.objects.get()
    assert (user.username, str(user), str(user.department)) == ("xitong", "王管理", "党政办")
    assert user.role_codes == {Role.ADMINISTRATOR}
    assert user.must_change_password
    assert user.check_password(out.strip().rpartition("：")[2])
    assert not user.is_superuser


def test_a_department_and_a_member_that_exist_are_used():
    department = Department.objects.create(name="党政办")
    member = StaffMember.objects.create(name="王管理", department=department)

    run()

    assert User.objects.get().staff_member == member
    assert list(Department.objects.all()) == [department]


def test_a_taken_name_is_refused_and_nothing_is_left_behind():
    UserFactory(username="xitong")

    with pytest.raises(CommandError, match="已被使用"):
        run()

    assert not Department.objects.filter(name="党政办").exists()


def test_a_password_of_ones_own_need_not_be_changed(monkeypatch):
    monkeypatch.setattr(create_administrator, "getpass", lambda _prompt: "Nanhui-2026")

    run("--ask-password")

    user = User.objects.get()
    assert user.check_password("Nanhui-2026")
    assert not user.must_change_password


def test_a_weak_password_is_refused(monkeypatch):
    monkeypatch.setattr(create_administrator, "getpass", lambda _prompt: "12345678")

    with pytest.raises(CommandError, match="密码"):
        run("--ask-password")

    assert list(User.objects.all()) == []


def test_what_is_not_given_is_asked(monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("xitong\n王管理\n党政办\n"))

    call_command("create_administrator", stdout=StringIO())

    assert str(User.objects.get().department) == "党政办"


def test_createsuperuser_names_the_command_to_use():
    with pytest.raises(CommandError, match="create_administrator"):
        call_command("createsuperuser", "--no-input", "--username=root")
