"""The only writer of accounts: what it refuses, ends and notes."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from people import accounts
from people.models import User
from people.roles import Role
from portal.models import Action, AuditEntry
from tests.factories.people import (
    PASSWORD,
    LegalCounselFactory,
    StaffMemberFactory,
    UserFactory,
    user_with,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return user_with(Role.ADMINISTRATOR)


def audited(user: User) -> list[tuple]:
    """Return the acts on an account, oldest first: what, by whom, and the changes."""
    entries = AuditEntry.objects.of("people.user", user.pk).order_by("pk")
    return [(entry.action, entry.user, entry.changes) for entry in entries]


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("password")).status_code == 200


def test_an_opened_account_asks_for_a_new_password(administrator):
    member = StaffMemberFactory(name="张三")

    user, password = accounts.open_account(
        username="zhangsan", owner=member, roles={Role.OFFICER}, by=administrator
    )

    user.refresh_from_db()
    assert (user.staff_member, user.counsel, user.role_codes) == (member, None, {Role.OFFICER})
    assert user.check_password(password)
    assert user.must_change_password
    assert not user.is_superuser
    assert audited(user) == [
        (
            Action.CREATED,
            administrator,
            {"账号名": "zhangsan", "所属人": "张三", "角色": "科室经办人"},
        )
    ]


def test_an_account_can_belong_to_counsel(administrator):
    counsel = LegalCounselFactory()

    user, _password = accounts.open_account(
        username="lilvshi", owner=counsel, roles={Role.COUNSEL}, by=administrator
    )

    assert (user.staff_member, user.counsel) == (None, counsel)


def test_the_name_is_kept_as_signing_in_reads_it(administrator):
    user, _password = accounts.open_account(
        username="ｗａｎｇ", owner=StaffMemberFactory(), roles={Role.OFFICER}, by=administrator
    )

    assert user.username == "wang"


@pytest.mark.parametrize(
    ("roles", "message"),
    [
        (set(), "请至少选择一个角色。"),
        ({"emperor"}, "没有这样的角色。"),
        ({Role.ADMINISTRATOR, Role.OFFICER}, "系统管理员不能同时担任其他角色。"),
        ({Role.AUDITOR, Role.LEADER}, "审计员不能同时担任其他角色。"),
        ({Role.ADMINISTRATOR, Role.AUDITOR}, "系统管理员不能同时担任其他角色。"),
        ({Role.COUNSEL}, "“法律顾问”角色只能授予法律顾问的账号。"),
    ],
    ids=["none", "unknown", "administrator and other", "auditor and other", "both", "counsel"],
)
def test_roles_that_do_not_go_with_staff_are_refused(administrator, roles, message):
    with pytest.raises(ValidationError) as refusal:
        accounts.open_account(
            username="wang", owner=StaffMemberFactory(), roles=roles, by=administrator
        )

    assert refusal.value.message_dict == {"roles": [message]}
    assert list(User.objects.all()) == [administrator]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COUNSEL}))
def test_counsel_hold_no_other_role(administrator, role):
    with pytest.raises(ValidationError) as refusal:
        accounts.open_account(
            username="li", owner=LegalCounselFactory(), roles={role}, by=administrator
        )

    assert refusal.value.message_dict == {"roles": ["法律顾问的账号只能担任“法律顾问”角色。"]}


def test_a_name_that_differs_only_in_case_is_refused(administrator):
    UserFactory(username="Wang")

    with pytest.raises(ValidationError) as refusal:
        accounts.open_account(
            username="wANG", owner=StaffMemberFactory(), roles={Role.OFFICER}, by=administrator
        )

    assert list(refusal.value.message_dict) == ["username"]


def test_a_second_account_of_the_same_person_is_refused(administrator):
    owner = UserFactory().staff_member

    with pytest.raises(ValidationError) as refusal:
        accounts.open_account(username="again", owner=owner, roles={Role.OFFICER}, by=administrator)

    assert list(refusal.value.message_dict) == ["staff_member"]


def test_changed_roles_are_noted_old_and_new_and_end_the_sessions(administrator, client_as):
    client = client_as(Role.OFFICER)

    accounts.assign_roles(client.user, {Role.OFFICER, Role.DEPARTMENT_HEAD}, by=administrator)

    user = User.objects.get(pk=client.user.pk)
    assert user.role_codes == {Role.OFFICER, Role.DEPARTMENT_HEAD}
    assert not is_signed_in(client)
    assert audited(user) == [
        (
            Action.CHANGED,
            administrator,
            {"角色": ["科室经办人", "科室经办人、科室负责人"]},
        )
    ]


def test_the_same_roles_again_change_nothing(administrator, client_as):
    client = client_as(Role.OFFICER)

    accounts.assign_roles(client.user, {Role.OFFICER}, by=administrator)

    assert is_signed_in(client)
    assert audited(client.user) == []


def test_roles_that_contradict_are_refused_and_the_old_ones_stay(administrator):
    user = user_with(Role.OFFICER)

    with pytest.raises(ValidationError) as refusal:
        accounts.assign_roles(user, {Role.OFFICER, Role.AUDITOR}, by=administrator)

    assert refusal.value.message_dict == {"roles": ["审计员不能同时担任其他角色。"]}
    assert User.objects.get(pk=user.pk).role_codes == {Role.OFFICER}


def test_disabling_ends_every_session_and_enabling_revives_none(administrator, client_as):
    client = client_as(Role.OFFICER)

    accounts.disable(client.user, by=administrator)
    while_disabled = is_signed_in(client)
    accounts.enable(client.user, by=administrator)

    assert (while_disabled, is_signed_in(client)) == (False, False)
    assert User.objects.get(pk=client.user.pk).is_active
    assert audited(client.user) == [
        (Action.CHANGED, administrator, {"状态": ["启用", "停用"]}),
        (Action.CHANGED, administrator, {"状态": ["停用", "启用"]}),
    ]


def test_a_cookie_kept_from_before_is_worthless_after_enabling(administrator, client_as):
    client = client_as(Role.OFFICER)
    cookie = client.cookies["sessionid"].value

    accounts.disable(client.user, by=administrator)
    accounts.enable(client.user, by=administrator)
    thief = Client()
    thief.cookies["sessionid"] = cookie

    assert not is_signed_in(thief)


def test_disabling_and_enabling_twice_is_noted_once(administrator):
    user = user_with(Role.OFFICER)

    for act in (accounts.disable, accounts.disable, accounts.enable, accounts.enable):
        act(user, by=administrator)

    assert [changes for _action, _by, changes in audited(user)] == [
        {"状态": ["启用", "停用"]},
        {"状态": ["停用", "启用"]},
    ]


def test_a_reset_password_is_random_and_must_be_changed(administrator, client_as):
    client = client_as(Role.OFFICER)

    password = accounts.reset_password(client.user, by=administrator)

    user = User.objects.get(pk=client.user.pk)
    assert (user.check_password(password), user.check_password(PASSWORD)) == (True, False)
    assert user.must_change_password
    assert not is_signed_in(client)
    assert audited(user) == [
        (Action.PASSWORD_CHANGED, administrator, {"密码": ["原密码", "一次性密码"]})
    ]


@pytest.mark.parametrize(
    "act",
    [
        accounts.disable,
        accounts.reset_password,
        lambda user, by: accounts.assign_roles(user, {Role.OFFICER}, by=by),
    ],
    ids=["disable", "reset the password", "take the role"],
)
def test_an_administrator_does_none_of_this_to_himself(administrator, act):
    user_with(Role.ADMINISTRATOR)

    with pytest.raises(ValidationError):
        act(administrator, by=administrator)

    user = User.objects.get(pk=administrator.pk)
    assert user.is_active
    assert user.role_codes == {Role.ADMINISTRATOR}
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize(
    "act",
    [
        accounts.disable,
        lambda user, by: accounts.assign_roles(user, {Role.OFFICER}, by=by),
    ],
    ids=["disable", "take the role"],
)
def test_the_last_administrator_stays(administrator, act):
    meanwhile_disabled = user_with(Role.ADMINISTRATOR, is_active=False)

    with pytest.raises(ValidationError, match="最后一个"):
        act(administrator, by=meanwhile_disabled)

    user = User.objects.get(pk=administrator.pk)
    assert (user.is_active, user.role_codes) == (True, {Role.ADMINISTRATOR})


def test_one_of_two_administrators_can_go(administrator):
    second = user_with(Role.ADMINISTRATOR)

    accounts.disable(second, by=administrator)

    assert not User.objects.get(pk=second.pk).is_active


def test_a_changed_password_clears_the_mark_and_ends_other_sessions(client_as):
    elsewhere = client_as(Role.OFFICER, must_change_password=True)
    user = elsewhere.user

    accounts.change_password(user, "Changed-2026")

    user.refresh_from_db()
    assert user.check_password("Changed-2026")
    assert not user.must_change_password
    assert not is_signed_in(elsewhere)
    assert audited(user) == [(Action.PASSWORD_CHANGED, user, {})]
