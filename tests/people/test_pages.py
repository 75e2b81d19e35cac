"""The pages about people: who opens them, what they save and note, what they never lose."""

import re
import uuid
from datetime import date

import pytest
from django.urls import reverse

from people.models import (
    Certificate,
    Charge,
    CounselEngagement,
    Department,
    Deputyship,
    LegalCounsel,
    StaffMember,
    User,
)
from people.roles import Role
from portal.models import Action, AuditEntry
from tests.factories.people import (
    CertificateFactory,
    ChargeFactory,
    CounselEngagementFactory,
    DepartmentFactory,
    DeputyshipFactory,
    LegalCounselFactory,
    StaffMemberFactory,
    UserFactory,
    user_with,
)

pytestmark = pytest.mark.django_db

KEEPERS = {Role.LEGAL_OFFICE, Role.ADMINISTRATOR}
READERS = KEEPERS | {Role.OFFICER, Role.DEPARTMENT_HEAD, Role.DEPUTY_LEADER, Role.LEADER}
PAGES = {
    "people:accounts": (None, {Role.ADMINISTRATOR}),
    "people:new-account": (None, {Role.ADMINISTRATOR}),
    "people:account": (UserFactory, {Role.ADMINISTRATOR}),
    "people:disable-account": (UserFactory, {Role.ADMINISTRATOR}),
    "people:enable-account": (UserFactory, {Role.ADMINISTRATOR}),
    "people:reset-password": (UserFactory, {Role.ADMINISTRATOR}),
    "people:departments": (None, {Role.ADMINISTRATOR}),
    "people:new-department": (None, {Role.ADMINISTRATOR}),
    "people:edit-department": (DepartmentFactory, {Role.ADMINISTRATOR}),
    "people:charges": (None, {Role.ADMINISTRATOR}),
    "people:new-charge": (None, {Role.ADMINISTRATOR}),
    "people:edit-charge": (ChargeFactory, {Role.ADMINISTRATOR}),
    "people:deputyships": (None, {Role.ADMINISTRATOR}),
    "people:new-deputyship": (None, {Role.ADMINISTRATOR}),
    "people:edit-deputyship": (DeputyshipFactory, {Role.ADMINISTRATOR}),
    "people:staff": (None, READERS),
    "people:new-staff-member": (None, KEEPERS),
    "people:staff-member": (StaffMemberFactory, KEEPERS),
    "people:edit-staff-member": (StaffMemberFactory, KEEPERS),
    "people:new-certificate": (StaffMemberFactory, KEEPERS),
    "people:edit-certificate": (CertificateFactory, KEEPERS),
    "people:all-counsel": (None, KEEPERS),
    "people:new-counsel": (None, KEEPERS),
    "people:counsel": (LegalCounselFactory, KEEPERS),
    "people:edit-counsel": (LegalCounselFactory, KEEPERS),
    "people:new-engagement": (LegalCounselFactory, KEEPERS),
    "people:edit-engagement": (CounselEngagementFactory, KEEPERS),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_for_its_roles_alone(client_as, name):
    factory, roles = PAGES[name]
    address = reverse(name, args=[factory().pk] if factory else [])

    opened = {role for role in Role if client_as(role).get(address).status_code == 200}

    assert opened == roles


@pytest.mark.parametrize("name", [name for name, (factory, _roles) in PAGES.items() if factory])
def test_what_does_not_exist_is_not_found(client_as, name):
    client = client_as(Role.ADMINISTRATOR)

    statuses = {client.get(reverse(name, args=[number])).status_code for number in (4711, 10**30)}

    assert statuses == {404}


LISTS = {
    "people:accounts": (lambda: user_with(Role.OFFICER), 8),
    "people:departments": (lambda: ChargeFactory().department, 7),
    "people:charges": (ChargeFactory, 9),
    "people:deputyships": (DeputyshipFactory, 7),
    "people:staff": (lambda: CertificateFactory().holder, 12),
    "people:all-counsel": (lambda: CounselEngagementFactory().counsel, 8),
}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_the_database_as_often_for_three_rows_as_for_one(
    client_as, django_assert_num_queries, name, rows
):
    make, queries = LISTS[name]
    client = client_as(Role.ADMINISTRATOR)
    for _ in range(rows):
        make()

    with django_assert_num_queries(queries):
        response = client.get(reverse(name))

    assert response.status_code == 200


def rows_of(client, name: str, **query) -> list:
    return list(client.get(reverse(name), query).context["object_list"])


def test_accounts_are_found_by_words_role_and_state(client_as):
    client = client_as(Role.ADMINISTRATOR)
    officer = user_with(Role.OFFICER, staff_member__name="张三")
    disabled = user_with(Role.OFFICER, is_active=False)
    counsel = user_with(Role.COUNSEL, counsel=LegalCounselFactory(name="张律师"))

    assert {
        "words": rows_of(client, "people:accounts", words="张", order="username"),
        "role": rows_of(client, "people:accounts", role=Role.OFFICER, order="username"),
        "state": rows_of(client, "people:accounts", state="disabled"),
    } == {"words": [officer, counsel], "role": [officer, disabled], "state": [disabled]}


def test_the_roster_is_read_as_on_a_day(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    own = client.user.staff_member
    left = StaffMemberFactory(left_on=date(2026, 6, 30))

    assert {
        "then": rows_of(client, "people:staff", day="2026-06-30"),
        "later": rows_of(client, "people:staff", day="2026-07-01"),
        "gone": rows_of(client, "people:staff", day="2026-07-01", tab="gone"),
        "all": rows_of(client, "people:staff", tab="all"),
    } == {"then": [own, left], "later": [own], "gone": [left], "all": [own, left]}


def test_the_roster_says_who_held_a_certificate_on_a_day(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    holder = CertificateFactory(until=date(2026, 6, 30)).holder

    found = [
        rows_of(client, "people:staff", certificate="enforcement", day=day)
        for day in ("2026-06-30", "2026-07-01")
    ]

    assert found == [[holder], []]


def test_the_roster_of_a_department_holds_its_branches(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    office = DepartmentFactory()
    member = StaffMemberFactory(department=DepartmentFactory(parent=office))

    assert rows_of(client, "people:staff", department=office.pk) == [member]


def test_the_roster_leads_into_a_member_only_who_may_open_it(client_as):
    member = StaffMemberFactory()
    address = reverse("people:staff-member", args=[member.pk])

    led = {
        role: address in client_as(role).get(reverse("people:staff")).content.decode()
        for role in (Role.OFFICER, Role.LEGAL_OFFICE)
    }

    assert led == {Role.OFFICER: False, Role.LEGAL_OFFICE: True}


@pytest.mark.parametrize(
    ("name", "query", "found"),
    [
        ("people:charges", {"day": "2026-06-30"}, 1),
        ("people:charges", {"day": "2025-12-31"}, 0),
        ("people:deputyships", {"day": "2026-11-20"}, 1),
        ("people:deputyships", {"day": "2026-11-21"}, 0),
        ("people:deputyships", {"words": "没有这个人"}, 0),
        ("people:all-counsel", {"day": "2026-12-31"}, 1),
        ("people:all-counsel", {"day": "2027-01-01"}, 0),
        ("people:all-counsel", {"words": "某某律师事务所"}, 1),
    ],
)
def test_a_list_is_narrowed_by_day_and_words(client_as, name, query, found):
    ChargeFactory(since=date(2026, 1, 1), until=date(2026, 6, 30))
    DeputyshipFactory(since=date(2026, 11, 9), until=date(2026, 11, 20))
    CounselEngagementFactory(since=date(2026, 1, 1), until=date(2026, 12, 31))

    assert len(rows_of(client_as(Role.ADMINISTRATOR), name, **query)) == found


@pytest.mark.parametrize(
    "query",
    [
        {"words": "\0"},
        {"words": "x" * 200},
        {"department": "forged"},
        {"day": "2026-13-41"},
        {"certificate": "forged"},
        {"tab": "forged", "order": "password", "size": "-1", "page": "x"},
    ],
    ids=["NUL", "too long", "no department", "no day", "no kind", "no tab, order, size, page"],
)
def test_a_query_that_makes_no_sense_is_no_error(client_as, query):
    client = client_as(Role.LEGAL_OFFICE)

    assert rows_of(client, "people:staff", **query) == [client.user.staff_member]


def seen(client, address: str) -> dict[str, str]:
    """Return the hidden fields of a form as the browser would send them back."""
    form = client.get(address).context["form"]
    return {field.html_name: field.value() or "" for field in form.hidden_fields()}


def send(client, address: str, follow: bool = False, **fields):
    return client.post(address, {**seen(client, address), **fields}, follow=follow)


NEW = {
    "people:new-department": (
        Department,
        lambda: {"name": "应急办", "position": "7", "is_active": "on"},
        {"名称": "应急办", "排序": "7", "在用": "是"},
    ),
    "people:new-staff-member": (
        StaffMember,
        lambda: {
            "name": "赵六",
            "department": DepartmentFactory(name="应急办").pk,
            "establishment": "institution",
            "has_law_degree": "on",
            "joined_on": "2026-11-02",
        },
        {
            "姓名": "赵六",
            "科室": "应急办",
            "编制性质": "事业编制",
            "法学专业": "是",
            "法治联络员": "否",
            "执法岗位": "否",
            "信息公开专（兼）职": "否",
            "到岗日期": "2026-11-02",
        },
    ),
    "people:new-charge": (
        Charge,
        lambda: {
            "leader": StaffMemberFactory(name="钱七", department__name="班子").pk,
            "department": DepartmentFactory(name="应急办").pk,
            "since": "2026-11-02",
        },
        {"领导": "钱七（班子）", "科室": "应急办", "自": "2026-11-02"},
    ),
    "people:new-deputyship": (
        Deputyship,
        lambda: {
            "principal": StaffMemberFactory(name="钱七", department__name="班子").pk,
            "deputy": StaffMemberFactory(name="孙八", department__name="应急办").pk,
            "since": "2026-11-02",
            "until": "2026-11-06",
            "reason": "外出培训",
        },
        {
            "被代理人": "钱七（班子）",
            "代理人": "孙八（应急办）",
            "自": "2026-11-02",
            "至": "2026-11-06",
            "事由": "外出培训",
        },
    ),
    "people:new-counsel": (
        LegalCounsel,
        lambda: {"name": "李律师", "firm": "某某律师事务所", "licence_number": "13303"},
        {"姓名": "李律师", "执业机构": "某某律师事务所", "执业证号": "13303"},
    ),
}


@pytest.mark.parametrize("name", NEW)
def test_something_new_is_saved_once_and_noted(client_as, name):
    model, fields, noted = NEW[name]
    client = client_as(Role.ADMINISTRATOR)
    sent = {**seen(client, reverse(name)), **fields()}
    before = set(model.objects.values_list("pk", flat=True))

    first = client.post(reverse(name), sent)
    second = client.post(reverse(name), sent)

    (made,) = model.objects.exclude(pk__in=before)
    (entry,) = AuditEntry.objects.filter(action=Action.CREATED)
    assert (entry.user, entry.kind, entry.object_id, entry.changes) == (
        client.user,
        model._meta.label_lower,
        str(made.pk),
        noted,
    )
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]


def test_a_certificate_is_added_to_its_member(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    member = StaffMemberFactory()

    response = send(
        client,
        reverse("people:new-certificate", args=[member.pk]),
        kind="public_lawyer",
        number="33-1",
        since="2026-11-02",
    )

    certificate = Certificate.objects.get()
    assert (certificate.holder, certificate.number) == (member, "33-1")
    assert response["Location"].startswith(reverse("people:staff-member", args=[member.pk]))


def test_a_term_is_added_to_its_counsel(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    counsel = LegalCounselFactory()

    send(client, reverse("people:new-engagement", args=[counsel.pk]), since="2026-01-01")

    term = CounselEngagement.objects.get()
    assert (term.counsel, term.since, term.until) == (counsel, date(2026, 1, 1), None)


def test_an_edit_is_noted_old_and_new_in_words(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    old, new = DepartmentFactory(name="党政办"), DepartmentFactory(name="应急办")
    member = StaffMemberFactory(name="赵六", department=old, post="科员")

    send(
        client,
        reverse("people:edit-staff-member", args=[member.pk]),
        name="赵六",
        department=new.pk,
        post="",
        establishment="contract",
        has_law_degree="on",
        joined_on="2020-01-02",
        left_on="2026-11-20",
    )

    entry = AuditEntry.objects.get(action=Action.CHANGED)
    assert entry.changes == {
        "科室": ["党政办", "应急办"],
        "职务": ["科员", ""],
        "编制性质": ["行政编制", "编外"],
        "法学专业": ["否", "是"],
        "离岗日期": ["", "2026-11-20"],
    }
    assert (entry.label, entry.user) == ("赵六", client.user)


def test_saving_without_a_change_notes_nothing(client_as):
    client = client_as(Role.ADMINISTRATOR)
    department = DepartmentFactory(name="应急办", position=7)
    address = reverse("people:edit-department", args=[department.pk])

    send(client, address, name="应急办", position="7", is_active="on")

    assert not AuditEntry.objects.filter(action=Action.CHANGED).exists()


def test_saving_leads_back_to_the_list_as_it_was(client_as):
    client = client_as(Role.ADMINISTRATOR)
    charge = ChargeFactory()
    came_from = "/people/charges/?day=2026-06-30&order=-since"
    opened = client.get(came_from).content.decode()
    (link,) = re.findall(rf'/people/charges/{charge.pk}/edit/\?back=[^"]*', opened)

    response = send(
        client,
        link,
        leader=charge.leader_id,
        department=charge.department_id,
        since="2026-02-01",
    )

    assert response["Location"] == f"{came_from}#row-{charge.pk}"


def test_a_detour_by_a_members_page_and_certificate_keeps_the_way_back(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    member = StaffMemberFactory()
    roster = f"/people/staff/?department={member.department_id}"
    (opened,) = re.findall(
        rf'/people/staff/{member.pk}/\?back=[^"]*', client.get(roster).content.decode()
    )
    (link,) = re.findall(
        r'/people/staff/\d+/certificates/new/\?[^"]*', client.get(opened).content.decode()
    )

    response = send(client, link, kind="enforcement", number="1")

    member_page = client.get(response["Location"])
    assert member_page.context["crumbs"][-1] == ("人员名册", roster)


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/\t/evil.example",
        "/people/charges/?words=" + "x" * 300,
    ],
    ids=["elsewhere", "two strokes", "stroke backwards", "tab", "endless"],
)
def test_saving_leads_nowhere_else(client_as, address):
    client = client_as(Role.ADMINISTRATOR)

    response = client.get(reverse("people:new-charge"), {"back": address})

    assert response.context["cancel"] == reverse("people:charges")


def test_a_stale_form_is_refused_and_gives_back_what_was_typed(client_as):
    client = client_as(Role.ADMINISTRATOR)
    department = DepartmentFactory(name="应急办", position=7)
    address = reverse("people:edit-department", args=[department.pk])
    opened = seen(client, address)
    Department.objects.filter(pk=department.pk).update(position=8)

    response = client.post(
        address, {**opened, "name": "应急管理办", "position": "7", "is_active": "on"}
    )

    department.refresh_from_db()
    page = response.content.decode()
    assert response.status_code == 409
    assert (department.name, department.position) == ("应急办", 8)
    assert "应急管理办" in page
    assert address in page


def same_again(record, *names: str) -> dict[str, int]:
    """Return what a form would send to name the same records again."""
    return {name: getattr(record, name).pk for name in names}


REFUSED = {
    "department twice": (
        "people:new-department",
        lambda: {"name": DepartmentFactory().name, "position": "1"},
        ["name"],
    ),
    "department without a name": ("people:new-department", lambda: {"position": "1"}, ["name"]),
    "member of no department": (
        "people:new-staff-member",
        lambda: {"name": "赵六", "department": "4711", "establishment": "contract"},
        ["department"],
    ),
    "member of a disabled department": (
        "people:new-staff-member",
        lambda: {
            "name": "赵六",
            "department": DepartmentFactory(is_active=False).pk,
            "establishment": "contract",
        },
        ["department"],
    ),
    "member leaving before joining": (
        "people:new-staff-member",
        lambda: {
            "name": "赵六",
            "department": DepartmentFactory().pk,
            "establishment": "contract",
            "joined_on": "2026-11-02",
            "left_on": "2026-11-01",
        },
        ["left_on"],
    ),
    "member with hidden characters": (
        "people:new-staff-member",
        lambda: {
            "name": "赵\u200b六",
            "post": "科\u202e员",
            "department": DepartmentFactory().pk,
            "establishment": "contract",
        },
        ["name", "post"],
    ),
    "member with a name without end": (
        "people:new-staff-member",
        lambda: {
            "name": "赵" * 100_000,
            "department": DepartmentFactory().pk,
            "establishment": "contract",
        },
        ["name"],
    ),
    "charge of somebody who has left": (
        "people:new-charge",
        lambda: {
            "leader": StaffMemberFactory(left_on=date(2026, 1, 1)).pk,
            "department": DepartmentFactory().pk,
            "since": "2026-11-02",
        },
        ["leader"],
    ),
    "charge twice": (
        "people:new-charge",
        lambda: {**same_again(ChargeFactory(), "leader", "department"), "since": "2026-11-02"},
        ["since"],
    ),
    "deputy of oneself": (
        "people:new-deputyship",
        lambda: {
            **dict.fromkeys(["principal", "deputy"], StaffMemberFactory().pk),
            "since": "2026-11-02",
            "until": "2026-11-06",
        },
        ["deputy"],
    ),
    "counsel twice": (
        "people:new-counsel",
        lambda: {
            "name": "李律师",
            "firm": "某某律师事务所",
            "licence_number": LegalCounselFactory().licence_number,
        },
        ["licence_number"],
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_bad_input_is_refused_at_its_field_and_stays_typed(client_as, case):
    name, fields, at = REFUSED[case]
    client = client_as(Role.ADMINISTRATOR)
    sent = fields()

    response = send(client, reverse(name), **sent)

    form = response.context["form"]
    assert response.status_code == 200
    assert list(form.errors) == at
    assert {field: form[field].value() for field in sent} == {
        field: str(value) for field, value in sent.items()
    }
    assert not AuditEntry.objects.filter(action=Action.CREATED).exists()


def test_a_certificate_is_not_issued_in_the_future(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    address = reverse("people:new-certificate", args=[StaffMemberFactory().pk])

    response = send(client, address, kind="enforcement", number="1", since="2999-01-01")

    assert response.context["form"].errors == {"since": ["取证日期不能晚于今天。"]}


@pytest.mark.parametrize(
    ("fill", "message"),
    [
        (lambda office: StaffMemberFactory(department=office), "还有在岗人员"),
        (lambda office: DepartmentFactory(parent=office), "还有在用的下级科室"),
    ],
    ids=["somebody serves there", "it has a branch"],
)
def test_a_department_in_use_is_not_disabled(client_as, fill, message):
    client = client_as(Role.ADMINISTRATOR)
    department = DepartmentFactory(name="应急办")
    fill(department)

    response = send(
        client,
        reverse("people:edit-department", args=[department.pk]),
        name="应急办",
        position="100",
    )

    (error,) = response.context["form"].errors["is_active"]
    assert error.startswith(message)


def test_an_empty_department_is_disabled_and_stays_on_the_list(client_as):
    client = client_as(Role.ADMINISTRATOR)
    department = DepartmentFactory(name="应急办")

    send(
        client,
        reverse("people:edit-department", args=[department.pk]),
        name="应急办",
        position="100",
    )

    department.refresh_from_db()
    assert not department.is_active
    assert department in rows_of(client, "people:departments")


def test_an_opened_account_shows_its_password_once(client_as):
    client = client_as(Role.ADMINISTRATOR)
    member = StaffMemberFactory()
    address = reverse("people:new-account")
    sent = {
        **seen(client, address),
        "username": "zhaoliu",
        "staff_member": member.pk,
        "roles": [Role.OFFICER],
    }

    first = client.post(address, sent)
    second = client.post(address, sent)

    user = User.objects.get(username="zhaoliu")
    password = first.context["password"]
    assert user.check_password(password)
    assert password in first.content.decode()
    assert first["Cache-Control"] == "no-store"
    assert second["Location"] == reverse("people:accounts")
    assert not AuditEntry.objects.filter(changes__icontains=password).exists()


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        (dict, ["staff_member"]),
        (
            lambda: {"staff_member": StaffMemberFactory().pk, "counsel": LegalCounselFactory().pk},
            ["staff_member"],
        ),
        (lambda: {"staff_member": UserFactory().staff_member_id}, ["staff_member"]),
        (
            lambda: {"staff_member": StaffMemberFactory(left_on=date(2026, 1, 1)).pk},
            ["staff_member"],
        ),
        (lambda: {"staff_member": StaffMemberFactory().pk, "username": "x y"}, ["username"]),
        (lambda: {"staff_member": StaffMemberFactory().pk, "username": "TAKEN"}, ["username"]),
        (lambda: {"staff_member": StaffMemberFactory().pk, "roles": []}, ["roles"]),
        (lambda: {"staff_member": StaffMemberFactory().pk, "roles": ["emperor"]}, ["roles"]),
        (
            lambda: {
                "staff_member": StaffMemberFactory().pk,
                "roles": [Role.AUDITOR, Role.OFFICER],
            },
            ["roles"],
        ),
        (lambda: {"counsel": LegalCounselFactory().pk}, ["roles"]),
    ],
    ids=[
        "nobody's",
        "two people's",
        "somebody's who has one",
        "somebody's who has left",
        "a name with a space",
        "a taken name",
        "no role",
        "no such role",
        "two roles that exclude each other",
        "an officer's role for counsel",
    ],
)
def test_an_account_that_makes_no_sense_is_refused_at_its_field(client_as, fields, at):
    client = client_as(Role.ADMINISTRATOR)
    UserFactory(username="taken")
    sent = {"username": "zhaoliu", "roles": [Role.OFFICER], **fields()}
    before = User.objects.count()

    response = send(client, reverse("people:new-account"), **sent)

    assert list(response.context["form"].errors) == at
    assert User.objects.count() == before


def test_roles_are_edited_on_the_account_page(client_as):
    client = client_as(Role.ADMINISTRATOR)
    user = user_with(Role.OFFICER)

    send(
        client,
        reverse("people:account", args=[user.pk]),
        roles=[Role.OFFICER, Role.DEPARTMENT_HEAD],
    )

    assert User.objects.get(pk=user.pk).role_codes == {Role.OFFICER, Role.DEPARTMENT_HEAD}


def test_exclusive_roles_are_refused_by_a_crafted_post_too(client_as):
    client = client_as(Role.ADMINISTRATOR)
    user = user_with(Role.AUDITOR)
    address = reverse("people:account", args=[user.pk])

    response = client.post(address, {"roles": [Role.AUDITOR, Role.LEGAL_OFFICE]})

    assert response.context["form"].errors == {"roles": ["审计员不能同时担任其他角色。"]}
    assert User.objects.get(pk=user.pk).role_codes == {Role.AUDITOR}


def test_an_account_is_disabled_enabled_and_reset_after_asking(client_as):
    client = client_as(Role.ADMINISTRATOR)
    user = user_with(Role.OFFICER)
    states = []

    for name in ("disable-account", "enable-account"):
        response = send(client, reverse(f"people:{name}", args=[user.pk]))
        states.append((response["Location"], User.objects.get(pk=user.pk).is_active))
    reset = send(client, reverse("people:reset-password", args=[user.pk]))

    own_page = reverse("people:account", args=[user.pk])
    assert states == [(own_page, False), (own_page, True)]
    assert User.objects.get(pk=user.pk).check_password(reset.context["password"])


def test_an_administrator_is_told_why_he_cannot_disable_himself(client_as):
    client = client_as(Role.ADMINISTRATOR)

    response = send(client, reverse("people:disable-account", args=[client.user.pk]))

    assert "不能停用自己的账号。" in response.content.decode()
    assert User.objects.get(pk=client.user.pk).is_active


def test_a_form_of_somebody_elses_key_is_refused(client_as):
    first, second = client_as(Role.ADMINISTRATOR), client_as(Role.ADMINISTRATOR)
    address = reverse("people:new-department")
    sent = {"submission": str(uuid.uuid4()), "name": "应急办", "position": "7"}

    first.post(address, sent)
    response = second.post(address, {**sent, "name": "综合办"})

    assert "提交标识无效" in response.content.decode()
    assert not Department.objects.filter(name="综合办").exists()
