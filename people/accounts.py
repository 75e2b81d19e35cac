"""Opens, changes and closes accounts: the only writer of accounts. Every act is audited."""

import secrets
import string

from axes.utils import reset as forget_failures
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from people.models import LegalCounsel, StaffMember, User
from people.roles import Role, contradiction, labels_of
from portal.audit import note
from portal.models import Action

# Without the letters and figures that are taken for one another when read out.
ONE_TIME_PARTS = (
    "".join(sorted(set(string.ascii_uppercase) - set("IO"))),
    "".join(sorted(set(string.ascii_lowercase) - set("lo"))),
    "23456789",
)

ACTIVE, DISABLED = "启用", "停用"


def open_account(
    *,
    username: str,
    owner: StaffMember | LegalCounsel,
    roles: set[str],
    by: User | None,
    password: str = "",
) -> tuple[User, str]:
    """Return a new account and its one-time password, which must be changed at first sign-in.

    A `password` that its owner has chosen stands instead, and need not be changed.
    """
    refuse_roles(roles, owner)
    first = password or one_time_password()
    user = User(
        username=User.normalize_username(username),
        staff_member=owner if isinstance(owner, StaffMember) else None,
        counsel=owner if isinstance(owner, LegalCounsel) else None,
        must_change_password=not password,
    )
    user.set_password(first)
    refuse_taken_name(user.username)
    user.full_clean()
    with transaction.atomic():
        user.save()
        user.groups.set(Group.objects.filter(name__in=roles))
        note(
            Action.CREATED,
            by=by,
            about=user,
            changes={"账号名": user.username, "所属人": str(owner), "角色": labels_of(roles)},
        )
    return user, "" if password else first


@transaction.atomic
def assign_roles(user: User, roles: set[str], *, by: User | None) -> None:
    """Give an account these roles instead of those it holds, and end its sessions."""
    account = locked(user)
    held = account.role_codes
    refuse_roles(roles, account.owner)
    refuse_oneself(account, by, "不能修改自己账号的角色。", field="roles")
    if held == roles:
        return
    if Role.ADMINISTRATOR not in roles:
        refuse_losing_last_administrator(account, field="roles")
    account.groups.set(Group.objects.filter(name__in=roles))
    end_sessions(account)
    note(
        Action.CHANGED,
        by=by,
        about=account,
        changes={"角色": [labels_of(held), labels_of(roles)]},
    )


@transaction.atomic
def disable(user: User, *, by: User | None) -> None:
    """Take an account out of use, and end its sessions for good."""
    account = locked(user)
    refuse_oneself(account, by, "不能停用自己的账号。")
    if not account.is_active:
        return
    refuse_losing_last_administrator(account)
    end_sessions(account, is_active=False)
    note(Action.CHANGED, by=by, about=account, changes={"状态": [ACTIVE, DISABLED]})


@transaction.atomic
def enable(user: User, *, by: User | None) -> None:
    """Take an account into use again; its earlier sessions stay ended."""
    account = locked(user)
    if account.is_active:
        return
    User.objects.filter(pk=account.pk).update(is_active=True)
    note(Action.CHANGED, by=by, about=account, changes={"状态": [DISABLED, ACTIVE]})


@transaction.atomic
def reset_password(user: User, *, by: User | None) -> str:
    """Return a new one-time password, end the account's sessions and lift its pause."""
    account = locked(user)
    refuse_oneself(account, by, "请用“修改密码”修改自己的密码。")
    password = one_time_password()
    account.set_password(password)
    end_sessions(account, password=account.password, must_change_password=True)
    forget_failures(username=account.username)
    note(
        Action.PASSWORD_CHANGED,
        by=by,
        about=account,
        changes={"密码": ["原密码", "一次性密码"]},
    )
    return password


@transaction.atomic
def change_password(user: User, password: str) -> None:
    """Give an account the password its owner has chosen; its other sessions end."""
    account = locked(user)
    account.set_password(password)
    user.password = account.password
    user.must_change_password = False
    User.objects.filter(pk=user.pk).update(password=user.password, must_change_password=False)
    note(Action.PASSWORD_CHANGED, by=user, about=user)


def one_time_password() -> str:
    """Return a random password that satisfies the rules, such as KQRTW-mnpqr-48273."""
    return "-".join("".join(secrets.choice(part) for _ in range(5)) for part in ONE_TIME_PARTS)


def locked(user: User) -> User:
    """Return the account as it is now, held until the end of the transaction.

    The administrators' group is held first, so that two administrators who take each other's role
    away wait for one another.
    """
    Group.objects.select_for_update().get(name=Role.ADMINISTRATOR)
    return User.objects.select_for_update().get(pk=user.pk)


def end_sessions(account: User, **changes: object) -> None:
    """Change an account, and raise the serial that every one of its sessions is bound to."""
    User.objects.filter(pk=account.pk).update(session_serial=F("session_serial") + 1, **changes)


def refuse_roles(roles: set[str], owner: StaffMember | LegalCounsel | None) -> None:
    reason = contradiction(roles) or mismatch(roles, owner)
    if reason:
        raise ValidationError({"roles": reason})


def mismatch(roles: set[str], owner: StaffMember | LegalCounsel | None) -> str:
    """Return why an account of this person cannot hold these roles, or an empty text."""
    if not roles:
        return "请至少选择一个角色。"
    if not roles <= set(Role):
        return "没有这样的角色。"
    if isinstance(owner, LegalCounsel) and roles != {Role.COUNSEL}:
        return "法律顾问的账号只能担任“法律顾问”角色。"
    if not isinstance(owner, LegalCounsel) and Role.COUNSEL in roles:
        return "“法律顾问”角色只能授予法律顾问的账号。"
    return ""


def refuse_taken_name(username: str) -> None:
    if User.objects.filter(username__iexact=username).exists():
        raise ValidationError({"username": "这个账号名已被使用（不区分大小写）。"})


def refuse_oneself(account: User, by: User | None, message: str, *, field: str = "") -> None:
    if by is not None and by.pk == account.pk:
        raise ValidationError({field: message} if field else message)


def refuse_losing_last_administrator(account: User, *, field: str = "") -> None:
    if not account.is_active or Role.ADMINISTRATOR not in account.role_codes:
        return
    administrators = User.objects.active_with(Role.ADMINISTRATOR)
    if not administrators.exclude(pk=account.pk).exists():
        message = "这是最后一个在用的系统管理员账号，请先开通另一个。"
        raise ValidationError({field: message} if field else message)


def importer() -> User:
    """Return the account under which ledgers are imported where nobody has signed in.

    It cannot sign in: it is disabled and has no password.
    """
    account, is_new = User.objects.get_or_create(
        username="ledger-import", defaults={"is_active": False, "must_change_password": False}
    )
    if is_new:
        account.set_unusable_password()
        account.save()
    return account
