"""The audit: what an entry holds, that nothing is taken back, and the auditor's page."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.db import connection, transaction
from django.urls import reverse

from people.models import Department, StaffMember
from people.roles import Role
from portal.audit import changes_of, given_in, note
from portal.models import Action, AppendOnlyError, AuditEntry
from tests.factories.people import DepartmentFactory, StaffMemberFactory, user_with

pytestmark = pytest.mark.django_db


class EveryFieldForm(forms.Form):
    name = forms.CharField(label="姓名", required=False)
    on = forms.DateField(label="日期", required=False)
    at = forms.DateTimeField(label="时间", required=False)
    done = forms.BooleanField(label="完成", required=False)
    kind = forms.ChoiceField(label="种类", required=False, choices=[("a", "甲"), ("b", "乙")])
    grouped = forms.ChoiceField(
        label="分组", required=False, choices=[("组", [("x", "子"), ("y", "丑")])]
    )
    several = forms.MultipleChoiceField(
        label="多选", required=False, choices=[("a", "甲"), ("b", "乙")]
    )
    department = forms.ModelChoiceField(Department.objects.none(), label="科室", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.filter(is_active=True)


def test_changes_are_told_in_the_words_of_the_form():
    old, new = DepartmentFactory(name="旧", is_active=False), DepartmentFactory(name="新")
    form = EveryFieldForm(
        {
            "name": "李四",
            "on": "2026-11-23",
            "at": "2026-11-23 09:30",
            "done": "on",
            "kind": "b",
            "grouped": "y",
            "several": ["a", "b"],
            "department": str(new.pk),
            "token": "changed",
        },
        initial={
            "name": "张三",
            "on": date(2026, 11, 20),
            "at": datetime(2026, 11, 20, 1, 0, tzinfo=UTC),
            "done": False,
            "kind": "a",
            "grouped": "x",
            "several": ["a"],
            "department": old.pk,
            "token": "given",
        },
    )
    assert form.is_valid()

    assert changes_of(form) == {
        "姓名": ["张三", "李四"],
        "日期": ["2026-11-20", "2026-11-23"],
        "时间": ["2026-11-20 09:00", "2026-11-23 09:30"],
        "完成": ["否", "是"],
        "种类": ["甲", "乙"],
        "分组": ["子", "丑"],
        "多选": ["甲", "甲、乙"],
        "科室": ["旧", "新"],
    }


def test_what_stays_is_no_change():
    form = EveryFieldForm({"name": "张三"}, initial={"name": "张三", "done": False})
    assert form.is_valid()

    assert changes_of(form) == {}


def test_a_field_that_is_emptied_is_a_change_to_nothing():
    department = DepartmentFactory(name="旧")
    form = EveryFieldForm({}, initial={"department": department.pk, "on": date(2026, 11, 20)})
    assert form.is_valid()

    assert changes_of(form) == {"科室": ["旧", ""], "日期": ["2026-11-20", ""]}


def test_something_new_is_told_without_its_empty_fields():
    form = EveryFieldForm({"name": "张三", "kind": "a", "token": "x"})
    assert form.is_valid()

    assert given_in(form) == {"姓名": "张三", "种类": "甲", "完成": "否"}


def test_an_entry_holds_who_what_and_where_it_came_from(client_as):
    client = client_as(Role.ADMINISTRATOR, staff_member__name="王管理")

    response = client.post(
        reverse("people:new-department"),
        {"name": "应急办", "position": "7"},
        REMOTE_ADDR="10.1.1.1",
    )

    entry = AuditEntry.objects.get(action=Action.CREATED)
    department = Department.objects.get(name="应急办")
    assert (entry.account, entry.person, entry.address) == (
        client.user.username,
        "王管理",
        "10.1.1.1",
    )
    assert (entry.kind, entry.object_id, entry.label) == (
        "people.department",
        str(department.pk),
        "应急办",
    )
    assert entry.request_number == response["X-Request-Number"]


def test_what_is_refused_while_saving_leaves_no_entry(client_as):
    client = client_as(Role.ADMINISTRATOR)
    before = AuditEntry.objects.count()

    client.post(reverse("people:new-charge"), {"since": "2026-11-02"})

    assert AuditEntry.objects.count() == before


def test_a_long_name_and_reason_are_shortened():
    entry = note(Action.SIGN_IN_FAILED, by=None, account="x" * 900, reason="y" * 900)

    entry.refresh_from_db()
    assert (entry.account, entry.reason) == ("x" * 150, "y" * 500)


@pytest.mark.parametrize(
    "tamper",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: AuditEntry.objects.filter(pk=entry.pk).update(reason=""),
        lambda entry: AuditEntry.objects.filter(pk=entry.pk).delete(),
        lambda entry: AuditEntry.objects.bulk_update([entry], ["reason"]),
    ],
    ids=["save", "delete", "update", "delete many", "update many"],
)
def test_an_entry_is_neither_changed_nor_removed(tamper):
    entry = note(Action.CREATED, by=None, about=StaffMemberFactory(), reason="登记")

    with pytest.raises(AppendOnlyError), transaction.atomic():
        tamper(entry)

    assert list(AuditEntry.objects.values_list("reason", flat=True)) == ["登记"]


def test_an_account_with_entries_is_not_deleted():
    user = user_with(Role.OFFICER)
    note(Action.CREATED, by=user)

    with pytest.raises(Exception, match="protected"):
        user.delete()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.AUDITOR}))
def test_the_page_is_the_auditors_alone(client_as, role):
    assert client_as(role).get(reverse("portal:audit")).status_code == 403


def test_the_page_takes_nothing(client_as):
    assert client_as(Role.AUDITOR).post(reverse("portal:audit")).status_code == 403


def test_the_page_shows_old_and_new(client_as):
    member = StaffMember(pk=7, name="赵六")
    note(
        Action.CHANGED,
        by=user_with(Role.LEGAL_OFFICE, staff_member__name="法制办"),
        about=member,
        changes={"职务": ["科员", "<b>副科</b>"]},
        reason="调整",
    )

    page = client_as(Role.AUDITOR).get(reverse("portal:audit")).content.decode()

    assert "<del>科员</del> → &lt;b&gt;副科&lt;/b&gt;" in page
    assert all(words in page for words in ("法制办", "赵六", "理由：调整"))


@pytest.fixture
def three_days(db):
    """Three entries, the first minute of one day, the last of the same, and one of the next."""
    moments = [
        datetime(2026, 11, 22, 16, 0, tzinfo=UTC),
        datetime(2026, 11, 23, 15, 59, tzinfo=UTC),
        datetime(2026, 11, 23, 16, 0, tzinfo=UTC),
    ]
    entries = [note(Action.EXPORTED, by=None, account=f"account{n}") for n in range(3)]
    with connection.cursor() as cursor:
        for entry, moment in zip(entries, moments, strict=True):
            cursor.execute("UPDATE portal_auditentry SET at = %s WHERE id = %s", [moment, entry.pk])
    return entries


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"since": "2026-11-23", "until": "2026-11-23"}, [1, 0]),
        ({"since": "2026-11-24"}, [2]),
        ({"until": "2026-11-22"}, []),
        ({"words": "ACCOUNT1"}, [1]),
        ({"action": "exported"}, [2, 1, 0]),
        ({"action": "signed_out"}, []),
        ({"action": "exported", "order": "at"}, [0, 1, 2]),
        ({"action": "exported", "until": "9999-12-31", "since": "0001-01-01"}, [2, 1, 0]),
    ],
    ids=[
        "one day of this country",
        "from",
        "to",
        "words",
        "action",
        "another action",
        "oldest first",
        "days out of reason",
    ],
)
def test_the_page_is_narrowed_by_day_words_and_action(client_as, three_days, query, found):
    client = client_as(Role.AUDITOR)

    shown = client.get(reverse("portal:audit"), query).context["object_list"]

    expected = [three_days[n].pk for n in found]
    assert [entry.pk for entry in shown if entry.action != Action.SIGNED_IN] == expected


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_as_often_for_three_entries_as_for_one(
    client_as, django_assert_num_queries, rows
):
    client = client_as(Role.AUDITOR)
    for _ in range(rows):
        note(Action.CHANGED, by=client.user, about=client.user)

    with django_assert_num_queries(7):
        client.get(reverse("portal:audit"))
