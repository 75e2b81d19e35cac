"""The pages of the calendar and 期限试算: who opens them, what they write, what they refuse."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from people.roles import Role
from portal.models import Action, AuditEntry
from tests.factories.disclosure import open_request
from timelimits.calendar import change_days, current_calendar
from timelimits.models import CalendarDay, CalendarVersion
from timelimits.workdays import Day

pytestmark = pytest.mark.django_db

EXAMPLE = Path(__file__).parents[2] / "static" / "notice-example.csv"

TYPHOON = Day(working=False, name="台风停工", source="区防指通知")
KNOWN_2026 = "国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）"
NOTICE = "国办发明电〔2026〕9号"
NOTICE_2027 = "\n".join(
    (
        "日期,休/班,名称,文号",
        f"2026-12-31,休,元旦,{NOTICE}",
        f"2027-01-01,休,元旦,{NOTICE}",
        f"2027-01-09,班,元旦,{NOTICE}",
        f"2027-05-01,休,劳动节,{NOTICE}",
        f"2027-10-01,休,国庆节,{NOTICE}",
        f"2027-10-02,休,国庆节,{NOTICE}",
        f"2027-10-03,休,国庆节,{NOTICE}",
    )
)
NAMED_2027 = [
    ("2026-12-31", "工作日", "休息日（元旦）"),
    ("2027-01-01", "尚未公布", "休息日（元旦）"),
    ("2027-01-09", "尚未公布", "工作日（元旦调休上班）"),
    ("2027-05-01", "尚未公布", "休息日（劳动节）"),
    ("2027-10-01", "尚未公布", "休息日（国庆节）"),
    ("2027-10-02", "尚未公布", "休息日（国庆节）"),
    ("2027-10-03", "尚未公布", "休息日（国庆节）"),
]

YEAR_2026 = "/calendar/years/2026/"
YEAR_2027 = "/calendar/years/2027/"
LAST_OF_NOVEMBER = date(2026, 11, 30)
DAY = "/calendar/years/2026/11/30/edit/"
IMPORT = "/calendar/years/import/"
TRIAL = "/calendar/trial/"

KEEPERS = {Role.LEGAL_OFFICE, Role.ADMINISTRATOR}
READERS = set(Role) - {Role.AUDITOR}


def words(response) -> str:
    """Return what a page says, its spaces and marks-up left out."""
    return re.sub(r"<[^>]+>|\s+", "", response.content.decode())


def of_the_calendar(asked: CaptureQueriesContext) -> list[str]:
    """Return the queries of the pages themselves, without those of the frame around them."""
    tables = ("timelimits_calendar", "portal_auditentry")
    return [q["sql"] for q in asked if any(table in q["sql"] for table in tables)]


def hidden(form) -> dict[str, str]:
    """Return the hidden fields of a form as the browser would send them back."""
    return {field.html_name: field.value() or "" for field in form.hidden_fields()}


@pytest.mark.parametrize(
    ("address", "roles"),
    [
        ("/calendar/years/", READERS),
        (YEAR_2027, READERS),
        (TRIAL, READERS),
        (DAY, KEEPERS),
        (IMPORT, KEEPERS),
    ],
)
def test_a_page_opens_for_its_roles_alone(client_as, address, roles):
    assert {role for role in Role if client_as(role).get(address).status_code == 200} == roles


@pytest.mark.parametrize("address", [YEAR_2026, DAY, IMPORT, TRIAL])
def test_nobody_reads_the_calendar_without_signing_in(client, address):
    response = client.get(address)

    sign_in = f"{reverse('sign-in')}?{urlencode({'next': address})}"
    assert (response.status_code, response["Location"]) == (302, sign_in)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LEADER, Role.COUNSEL, Role.AUDITOR])
@pytest.mark.parametrize("address", [DAY, IMPORT])
def test_what_is_sent_by_others_is_refused_and_changes_nothing(client_as, role, address):
    response = client_as(role).post(
        address, {"kind": "off", "source": "x", "text": NOTICE_2027, "seen": ""}
    )

    assert response.status_code == 403
    assert CalendarVersion.objects.get().number == 1


def test_a_year_shows_its_marks_its_working_days_and_its_notice(client_as):
    response = client_as(Role.OFFICER).get(YEAR_2026)

    page = response.content.decode()
    assert (page.count("<sup>休</sup>"), page.count("<sup>班</sup>")) == (33, 6)
    assert "248个工作日" in page
    assert f"依据：{KNOWN_2026}" in page
    assert '<td class="makeup" title="国庆节调休上班">' in page
    assert '<span class="visually-hidden">国庆节调休上班</span>' in page


def test_the_calendar_opens_on_this_year(client_as):
    response = client_as(Role.OFFICER).get(reverse("timelimits:year"))

    assert response.context["year"].number == timezone.localdate().year


def test_a_year_leads_to_those_beside_it(client_as):
    client = client_as(Role.OFFICER)
    last = timezone.localdate().year + 2

    beside = {
        year: [
            client.get(f"/calendar/years/{year}/").context[name] for name in ("previous", "next")
        ]
        for year in (2004, 2025, last)
    }

    assert beside == {2004: [None, 2005], 2025: [2024, 2026], last: [last - 1, None]}


@pytest.mark.parametrize("year", [0, 2003, timezone.localdate().year + 3, 10**30])
def test_a_year_out_of_reach_is_not_found(client_as, year):
    assert client_as(Role.LEGAL_OFFICE).get(f"/calendar/years/{year}/").status_code == 404


@pytest.mark.parametrize(
    ("role", "leads_to_import"), [(Role.LEGAL_OFFICE, True), (Role.OFFICER, False)]
)
def test_a_year_not_announced_says_so_and_leads_whoever_may_to_the_import(
    client_as, role, leads_to_import
):
    page = client_as(role).get(YEAR_2027).content.decode()

    assert "该年节假日安排尚未公布，期限为暂定" in page
    assert (f'href="{IMPORT}">公布后请导入' in page) is leads_to_import


def test_a_year_of_which_one_day_is_known_says_how_many_are_not(client_as):
    change_days({date(2027, 1, 1): Day(working=False, name="元旦", source="预告")})

    page = client_as(Role.OFFICER).get(YEAR_2027).content.decode()

    assert "该年还有364天的安排尚未公布" in page


@pytest.mark.parametrize(
    ("role", "links"),
    [(Role.LEGAL_OFFICE, 365), (Role.ADMINISTRATOR, 365), (Role.OFFICER, 0)],
)
def test_the_days_lead_to_be_edited_whoever_may_edit_them(client_as, role, links):
    page = client_as(role).get(YEAR_2026).content.decode()

    assert len(re.findall(r'href="/calendar/years/2026/\d+/\d+/edit/"', page)) == links


@pytest.mark.parametrize("edited", [1, 3])
@pytest.mark.parametrize(("role", "queries"), [(Role.OFFICER, 2), (Role.LEGAL_OFFICE, 3)])
def test_a_year_asks_the_database_as_often_for_three_edited_days_as_for_one(
    client_as, role, queries, edited
):
    for day in range(1, edited + 1):
        change_days({date(2026, 7, day): TYPHOON}, by_hand=True)
    client = client_as(role)

    with CaptureQueriesContext(connection) as asked:
        response = client.get(YEAR_2026)

    assert len(of_the_calendar(asked)) == queries
    assert response.content.decode().count(f"休息日（{TYPHOON.name}）") == edited


def edit(client, address: str = DAY, follow: bool = True, **given: str):
    form = client.get(address).context["form"]
    return client.post(
        address,
        {**hidden(form), "kind": "off", "name": "", "source": "鹿政办〔2026〕3号", **given},
        follow=follow,
    )


def test_a_day_is_shown_as_it_is_before_it_is_edited(client_as):
    change_days({LAST_OF_NOVEMBER: TYPHOON}, by_hand=True)

    response = client_as(Role.LEGAL_OFFICE).get(DAY)

    shown = words(response)
    assert "2026-11-30周一" in shown
    assert "现为休息日（台风停工）" in shown
    assert "现有依据区防指通知" in shown
    assert response.context["form"].initial["kind"] == "off"


@pytest.mark.parametrize("role", [Role.LEGAL_OFFICE, Role.ADMINISTRATOR])
def test_an_edited_day_is_written_and_noted(client_as, role):
    client = client_as(role)

    edit(client, name="台风停工")

    row = CalendarDay.objects.get(pk=LAST_OF_NOVEMBER)
    assert (row.day, row.edited_by_hand) == (
        Day(working=False, name="台风停工", source="鹿政办〔2026〕3号"),
        True,
    )
    entry = AuditEntry.objects.get(action=Action.CHANGED)
    assert (entry.user, entry.kind, entry.object_id, entry.reason, entry.changes) == (
        client.user,
        "timelimits.calendarday",
        "2026-11-30",
        "鹿政办〔2026〕3号",
        {"2026-11-30": ["工作日", "休息日（台风停工）"]},
    )


def test_an_edited_day_lists_the_deadlines_that_moved_old_and_new(client_as):
    number = open_request(received_on=date(2026, 11, 2)).matter.number

    response = edit(client_as(Role.LEGAL_OFFICE))

    moved = f"{number} 答复期限：2026-11-30 → 2026-12-01"
    assert response.resolver_match.view_name == "timelimits:amendment"
    assert response.context["amendment"].moved == [moved]
    assert moved in response.content.decode()


def test_the_list_of_moved_deadlines_stays_to_be_read(client_as):
    open_request(received_on=date(2026, 11, 2))
    client = client_as(Role.LEGAL_OFFICE)
    address = edit(client).request["PATH_INFO"]
    change_days({LAST_OF_NOVEMBER: Day(working=True, source="更正")})

    moved = client.get(address).context["amendment"].moved

    assert [line.partition("：")[2] for line in moved] == ["2026-11-30 → 2026-12-01"]
    assert address in client.get(YEAR_2026).content.decode()


def test_an_edited_day_that_moves_no_deadline_says_so(client_as):
    response = edit(client_as(Role.LEGAL_OFFICE))

    assert "没有期限因此变动。" in response.content.decode()


def test_a_day_that_keeps_its_kind_names_the_old_source_and_the_new(client_as):
    edit(client_as(Role.LEGAL_OFFICE), kind="working", source="国办更正")

    assert AuditEntry.objects.get(action=Action.CHANGED).changes == {
        "2026-11-30": [f"工作日，依据{KNOWN_2026}", "工作日，依据国办更正"]
    }


def test_a_day_not_announced_can_be_edited(client_as):
    response = edit(client_as(Role.LEGAL_OFFICE), "/calendar/years/2027/1/4/edit/")

    assert [(day.old, day.new) for day in response.context["amendment"].days] == [
        ("尚未公布", "休息日")
    ]


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"source": ""}, "source", "这个字段是必填项。"),
        ({"source": " 　"}, "source", "这个字段是必填项。"),
        ({"kind": "holiday"}, "kind", "选择一个有效的选项"),
        ({"name": "节" * 51}, "name", "不超过 50"),
        ({"source": "x" * 100_000}, "source", "不超过 200"),
        ({"name": "国庆\u202e节"}, "name", "看不见的控制字符（U+202E）"),
        ({"source": "国办\0"}, "source", "看不见的控制字符（U+0000）"),
    ],
    ids=["no source", "blank", "forged kind", "long name", "100 000 characters", "RTL", "NUL"],
)
def test_a_day_wrongly_given_is_refused_at_its_field(client_as, given, field, sentence):
    response = edit(client_as(Role.LEGAL_OFFICE), **given)

    assert sentence in " ".join(response.context["form"].errors[field])
    assert current_calendar().is_workday(LAST_OF_NOVEMBER)


def test_a_day_left_as_it_was_is_not_saved(client_as):
    change_days({LAST_OF_NOVEMBER: TYPHOON}, by_hand=True)

    response = edit(client_as(Role.LEGAL_OFFICE), name=TYPHOON.name, source=TYPHOON.source)

    assert "没有需要保存的变化" in response.context["form"].non_field_errors()[0]
    assert not AuditEntry.objects.filter(action=Action.CHANGED).exists()


def test_a_day_that_another_edited_meanwhile_is_not_written_over(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    stale = hidden(client.get(DAY).context["form"])
    edit(client_as(Role.ADMINISTRATOR), name="台风停工", source="区防指通知")

    response = client.post(DAY, {**stale, "kind": "off", "name": "停电", "source": "通知"})

    assert response.status_code == 409
    assert "停电" in response.content.decode()
    assert CalendarDay.objects.get(pk=LAST_OF_NOVEMBER).day == TYPHOON


def test_a_day_sent_twice_is_written_once(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    given = {**hidden(client.get(DAY).context["form"]), "kind": "off", "source": "通知"}

    first, second = client.post(DAY, given), client.post(DAY, given)

    assert first["Location"] == second["Location"]
    assert AuditEntry.objects.filter(action=Action.CHANGED).count() == 1
    assert CalendarVersion.objects.get().number == 2


@pytest.mark.parametrize("day", ["2026/2/30", "2026/0/1", "2003/12/31", f"2026/1/{10**30}"])
def test_a_day_that_is_not_in_the_calendar_is_not_found(client_as, day):
    client = client_as(Role.LEGAL_OFFICE)
    address = f"/calendar/years/{day}/edit/"

    assert {client.get(address).status_code, client.post(address).status_code} == {404}


@pytest.mark.parametrize("pk", [4711, 10**30])
def test_a_change_that_does_not_exist_is_not_found(client_as, pk):
    client = client_as(Role.LEGAL_OFFICE)

    assert client.get(f"/calendar/years/changes/{pk}/").status_code == 404


def test_another_entry_of_the_audit_is_not_shown_as_a_change_of_the_calendar(client_as):
    open_request()
    entry = AuditEntry.objects.earliest("pk")

    response = client_as(Role.LEGAL_OFFICE).get(f"/calendar/years/changes/{entry.pk}/")

    assert response.status_code == 404


def upload(client, content: str | bytes = NOTICE_2027, name: str = "2027.csv"):
    data = content if isinstance(content, bytes) else content.encode()
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, data), "text": ""})


def confirm(client, preview, follow: bool = True, **changed: str):
    form = preview.context["form"]
    return client.post(IMPORT, {**hidden(form), **changed}, follow=follow)


def shown_days(response) -> list[tuple[str, str, str]]:
    days = response.context["amendment"].days
    return [(str(day.on), day.old, day.new) for day in days]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_notice_is_previewed_and_nothing_is_written(client_as, encoding):
    response = upload(client_as(Role.LEGAL_OFFICE), NOTICE_2027.encode(encoding))

    shown = words(response)
    assert "还没有写入。将变更366天，其中359天文件没有列出" in shown
    assert f"2026-12-31周四工作日{KNOWN_2026}→休息日（元旦）{NOTICE}" in shown
    assert f"2027-01-09周六尚未公布→工作日（元旦调休上班）{NOTICE}" in shown
    assert "覆盖人工修改" not in shown
    assert CalendarVersion.objects.get().number == 1


def test_a_notice_can_be_typed_in(client_as):
    response = client_as(Role.LEGAL_OFFICE).post(IMPORT, {"text": NOTICE_2027})

    assert response.context["count"] == 366


def test_a_confirmed_notice_is_written_noted_and_listed(client_as):
    client = client_as(Role.ADMINISTRATOR)

    response = confirm(client, upload(client))

    calendar = current_calendar()
    assert (calendar.version, calendar.is_workday(date(2027, 1, 9))) == (2, True)
    assert calendar.is_known(date(2027, 12, 31))
    assert shown_days(response) == NAMED_2027
    assert f'href="{YEAR_2027}">返回工作日历' in response.content.decode()
    entry = AuditEntry.objects.get(action=Action.CHANGED)
    assert (entry.user, entry.kind) == (client.user, "timelimits.calendarversion")
    assert entry.changes == {
        **{day: [old, new] for day, old, new in NAMED_2027},
        "其余日期": "其余359天按周一至周五上班补齐",
    }


def test_a_confirmed_notice_lists_the_deadlines_that_moved_old_and_new(client_as):
    number = open_request(received_on=date(2026, 12, 3)).matter.number
    client = client_as(Role.LEGAL_OFFICE)

    response = confirm(client, upload(client))

    assert response.context["amendment"].moved == [
        f"{number} 答复期限：2026-12-31 → 2027-01-04",
    ]


def test_a_confirmed_notice_that_moves_no_deadline_says_so(client_as):
    client = client_as(Role.LEGAL_OFFICE)

    assert "没有期限因此变动。" in confirm(client, upload(client)).content.decode()


@pytest.mark.parametrize(
    ("ticked", "day", "remarks"),
    [
        (
            {},
            TYPHOON,
            ["其余359天按周一至周五上班补齐", "2027-01-01曾经人工修改，没有改写"],
        ),
        (
            {"overwrite_edited": "on"},
            Day(working=False, name="元旦", source=NOTICE),
            ["其余359天按周一至周五上班补齐"],
        ),
    ],
    ids=["left", "overwritten when ticked"],
)
def test_a_day_edited_by_hand_is_not_overwritten_silently(client_as, ticked, day, remarks):
    change_days({date(2027, 1, 1): TYPHOON}, by_hand=True)
    client = client_as(Role.LEGAL_OFFICE)

    preview = upload(client)
    response = confirm(client, preview, **ticked)

    shown = words(preview)
    assert "有1天曾经人工修改，默认保持不变" in shown
    assert f"休息日（台风停工）人工修改过{TYPHOON.source}→休息日（元旦）" in shown
    assert "覆盖人工修改" in shown
    assert CalendarDay.objects.get(pk=date(2027, 1, 1)).day == day
    assert response.context["amendment"].remarks == remarks


def test_an_incomplete_notice_is_previewed_with_a_warning(client_as):
    response = upload(client_as(Role.LEGAL_OFFICE), NOTICE_2027.rpartition("\n")[0])

    assert response.context["warnings"] == ["2027-10-03是法定节假日，文件没有列出，请核对是否完整"]


def test_the_example_can_be_taken_and_changes_nothing(client_as):
    response = upload(client_as(Role.LEGAL_OFFICE), EXAMPLE.read_bytes())

    assert response.context["count"] == 0
    assert "日历与文件一致，没有需要写入的变化。" in response.content.decode()


def test_the_import_leads_to_its_example(client_as):
    page = client_as(Role.LEGAL_OFFICE).get(IMPORT).content.decode()

    assert f'{EXAMPLE.name}" download' in page


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "文件是空的。"),
        (b" \r\n\t", "文件是空的。"),
        (PNG, "文件不是UTF-8或GB18030编码的文本，请在表格软件中另存为CSV后再上传。"),
        (NOTICE_2027.encode("utf-16"), "文件不是UTF-8或GB18030编码的文本"),
        (b"2027-01-01,\0,x", "看不见的控制字符（U+0000）"),
        ("2027-01-01,休,元\u200b旦".encode(), "看不见的控制字符（U+200B）"),
        (b"x" * 100_001, "文件超过100kB，不像一年的节假日安排。"),
    ],
    ids=["empty", "blank", "picture", "UTF-16", "NUL", "zero-width", "too large"],
)
def test_a_file_that_is_no_notice_is_refused_at_its_field(client_as, content, sentence):
    response = upload(client_as(Role.LEGAL_OFFICE), content)

    assert sentence in " ".join(response.context["form"].errors["file"])
    assert CalendarVersion.objects.get().number == 1


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("2027-02-30,休,春节", ["第1行：“2027-02-30”不是日期，应如2027-01-01"]),
        (
            "2027-01-01,休,元旦\n2027-01-02,加班,元旦\n昨天1,休",
            [
                "第2行：“加班”应为“休”或“班”",
                "第3行：“昨天1”不是日期，应如2027-01-01",
            ],
        ),
        ("2027-01-01,休\n2027-01-01,班", ["第2行：2027-01-01与第1行重复"]),
        ("日期,休/班,名称,文号", ["文件里没有任何日期"]),
        ("1" * 100_000, [f"第1行：“{'1' * 95}…"]),
        ("2027-13-01,休\n" * 25, [*(f"第{n}行" for n in range(1, 21)), "此外还有5处错误。"]),
    ],
    ids=[
        "no such day",
        "two wrong lines",
        "a day twice",
        "a heading alone",
        "one long line",
        "many wrong lines",
    ],
)
def test_wrong_lines_are_named_beside_the_text_that_is_given_back(client_as, text, sentences):
    response = upload(client_as(Role.LEGAL_OFFICE), text)

    form = response.context["form"]
    said = form.errors["text"]
    assert len(said) == len(sentences)
    assert [s for s, wanted in zip(said, sentences, strict=True) if not s.startswith(wanted)] == []
    assert form["text"].value() == text
    assert CalendarVersion.objects.get().number == 1


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({}, "file", "请选择文件，或者填写内容。"),
        ({"text": " \n"}, "file", "请选择文件，或者填写内容。"),
        ({"text": "x" * 100_001}, "text", "不超过 100000"),
        ({"text": "年" * 100_000}, "text", "文件超过100kB，不像一年的节假日安排"),
        ({"text": "2027-01-01,休,\u202e元旦"}, "text", "看不见的控制字符（U+202E）"),
        ({"text": "2027-01-01,休,\0"}, "text", "看不见的控制字符（U+0000）"),
    ],
    ids=["nothing", "blank", "too long", "100 000 characters", "RTL", "NUL"],
)
def test_a_notice_wrongly_typed_is_refused_at_its_field(client_as, given, field, sentence):
    response = client_as(Role.LEGAL_OFFICE).post(IMPORT, given)

    assert sentence in " ".join(response.context["form"].errors[field])


@pytest.mark.parametrize(
    "forged",
    [
        {"text": f"2027-06-01,休,儿童节,{NOTICE}"},
        {"seen": "0" * 64},
        {"seen": ""},
    ],
    ids=["other text", "other fingerprint", "no fingerprint"],
)
def test_what_was_not_previewed_is_not_written_but_previewed(client_as, forged):
    client = client_as(Role.LEGAL_OFFICE)

    response = confirm(client, upload(client), **forged)

    assert "没有导入，请按最新的预览重新核对" in response.context["warnings"][0]
    assert response.context["count"] > 0
    assert CalendarVersion.objects.get().number == 1
    assert not AuditEntry.objects.filter(action=Action.CHANGED).exists()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "file"),
        ("2027-01-01,假", "text"),
        ("2027-01-01,休,\0", "text"),
        ("x" * 100_001, "text"),
    ],
    ids=["nothing", "wrong line", "NUL", "too long"],
)
def test_a_forged_confirmation_is_checked_like_any_notice(client_as, text, field):
    client = client_as(Role.LEGAL_OFFICE)

    response = confirm(client, upload(client), text=text)

    assert list(response.context["form"].errors) == [field]
    assert CalendarVersion.objects.get().number == 1


def test_a_notice_is_previewed_again_when_the_calendar_has_changed_meanwhile(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    preview = upload(client)
    change_days({date(2027, 1, 1): TYPHOON}, by_hand=True)

    again = confirm(client, preview)
    confirm(client, again)

    assert "预览之后日历或者内容有了变化" in again.context["warnings"][0]
    assert again.context["conflicts"] == 1
    assert CalendarDay.objects.get(pk=date(2027, 1, 1)).day == TYPHOON
    assert current_calendar().is_known(date(2027, 12, 31))


def test_a_confirmation_sent_twice_is_written_once(client_as):
    client = client_as(Role.LEGAL_OFFICE)
    preview = upload(client)

    first, second = (confirm(client, preview, follow=False) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert CalendarVersion.objects.get().number == 2
    assert AuditEntry.objects.filter(action=Action.CHANGED).count() == 1


def test_a_notice_of_edited_days_alone_leaves_them_and_says_so(client_as):
    change_days({date(2026, 12, 31): TYPHOON}, by_hand=True)
    client = client_as(Role.LEGAL_OFFICE)

    response = confirm(client, upload(client, f"2026-12-31,班,元旦,{NOTICE}"))

    amendment = response.context["amendment"]
    assert (amendment.title, amendment.days, amendment.remarks) == (
        "导入节假日安排",
        [],
        ["2026-12-31曾经人工修改，没有改写"],
    )
    assert CalendarVersion.objects.get().number == 2


def trial(client, **given: object):
    return client.get(TRIAL, {"start": "2026-09-01", **given})


OWN = {"limit": "", "counting": "workdays", "length": 20}


@pytest.mark.parametrize(
    ("given", "raw_end", "due_on", "safe_on"),
    [
        (
            {"limit": "政府信息公开/reply", "start": "2022-09-30"},
            date(2022, 11, 2),
            date(2022, 11, 2),
            date(2022, 11, 2),
        ),
        (
            {**OWN, "start": "2026-10-09", "first_1": "2026-10-15", "last_1": "2026-10-27"},
            date(2026, 11, 18),
            date(2026, 11, 18),
            date(2026, 11, 17),
        ),
        (
            {"limit": "政府信息公开/reply", "extension": 20},
            date(2026, 11, 2),
            date(2026, 11, 2),
            date(2026, 11, 2),
        ),
        (
            {**OWN, "counting": "days", "length": 15, "start": "2026-09-16"},
            date(2026, 10, 1),
            date(2026, 10, 8),
            date(2026, 10, 8),
        ),
        (
            {**OWN, "counting": "plain-days", "length": 30, "start": "2026-09-03"},
            date(2026, 10, 3),
            date(2026, 10, 3),
            date(2026, 9, 30),
        ),
        (
            {**OWN, "counting": "backward-days", "length": 3, "start": "2026-10-12"},
            date(2026, 10, 9),
            date(2026, 10, 9),
            date(2026, 10, 8),
        ),
        (
            {"limit": "", "counting": "fixed", "length": "", "start": "2026-01-31"},
            date(2026, 1, 31),
            date(2026, 1, 31),
            date(2026, 1, 30),
        ),
    ],
    ids=[
        "common limit",
        "stopped for nine working days",
        "extended",
        "rolls",
        "does not roll",
        "counts back",
        "fixed",
    ],
)
def test_a_trial_shows_the_dates(client_as, given, raw_end, due_on, safe_on):
    response = trial(client_as(Role.OFFICER), **given)

    reckoning = response.context["reckoning"]
    assert (reckoning.raw_end, reckoning.due_on, reckoning.safe_on) == (raw_end, due_on, safe_on)
    assert f"届满日{due_on}" in words(response)


def test_a_trial_shows_why_and_on_which_article(client_as):
    page = trial(
        client_as(Role.OFFICER), limit="政府信息公开/reply", start="2022-09-30"
    ).content.decode()

    for sentence in (
        "为什么是11月2日",
        "9月30日的次日起算20个工作日",
        "10月1日至7日国庆节放假，不计入",
        "10月8日（周六）调休上班，计入",
        "第20个工作日为11月2日",
        "《政府信息公开条例》第三十三条",
    ):
        assert sentence in page


def test_a_trial_across_a_year_not_announced_is_provisional(client_as):
    page = trial(
        client_as(Role.OFFICER), limit="政府信息公开/reply", start="2026-12-10"
    ).content.decode()

    assert "暂定（节假日未公布）" in page
    assert "2027年节假日安排尚未公布，按周一至周五暂定" in page


def test_a_trial_whose_clock_stands_still_has_no_date_yet(client_as):
    response = trial(client_as(Role.OFFICER), **OWN, first_2="2026-09-08")

    assert response.context["reckoning"].due_on is None
    assert "停止计算，期限尚未确定" in response.content.decode()
    assert "已计4个工作日，余16个工作日，恢复计算后确定期限" in response.content.decode()


def test_a_trial_opens_with_an_example_from_today(client_as):
    response = client_as(Role.OFFICER).get(TRIAL)

    assert response.context["reckoning"].start == timezone.localdate()


def test_a_trial_explains_the_seven_clocks(client_as):
    response = client_as(Role.OFFICER).get(TRIAL)

    assert len(response.context["clocks"]) == 7
    assert "《行政复议法》第五十一条，法释〔2018〕1号第七十一条" in response.content.decode()


def test_a_trial_while_typing_gives_the_result_and_the_errors_alone(client_as):
    client = client_as(Role.OFFICER)

    page = client.get(
        TRIAL, {**OWN, "length": 0, "start": "2026-09-01"}, headers={"HX-Request": "true"}
    ).content.decode()

    assert "<html" not in page
    assert 'id="error-length" hx-swap-oob="true">长度应在1至1000个工作日之间。</div>' in page
    assert 'id="error-start" hx-swap-oob="true"></div>' in page


REACH = "日期应在2004-01-01至2099-12-31之间。"


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({**OWN, "length": 0}, "length", "长度应在1至1000个工作日之间。"),
        ({**OWN, "length": ""}, "length", "长度应在1至1000个工作日之间。"),
        ({**OWN, "length": 10_000}, "length", "长度应在1至1000个工作日之间。"),
        ({**OWN, "length": -3}, "length", "长度应在1至1000个工作日之间。"),
        ({**OWN, "length": "9" * 5000}, "length", "输入整数。"),
        ({**OWN, "length": "二十"}, "length", "输入整数。"),
        ({**OWN, "counting": "days", "length": 10_000}, "length", "长度应在1至3650日之间。"),
        ({**OWN, "counting": "years", "length": 21}, "length", "长度应在1至20年之间。"),
        ({**OWN, "counting": ""}, "counting", "请选择期限，或者选择计时方法。"),
        ({**OWN, "counting": "weeks"}, "counting", "请从列表中选择。"),
        ({"limit": "forged"}, "limit", "请从列表中选择。"),
        ({"limit": "\0"}, "limit", "请从列表中选择。"),
        ({**OWN, "start": ""}, "start", "这个字段是必填项。"),
        ({**OWN, "start": "0001-01-01"}, "start", REACH),
        ({**OWN, "start": "9999-12-31"}, "start", REACH),
        ({**OWN, "start": "2003-12-31"}, "start", REACH),
        ({**OWN, "start": "2026-02-30"}, "start", "输入一个有效的日期。"),
        ({**OWN, "start": "\0"}, "start", "输入一个有效的日期。"),
        ({**OWN, "extension": -1}, "extension", "延长的长度不能是负数。"),
        ({**OWN, "extension": 1001}, "extension", "最多延长1000个工作日。"),
        ({"limit": "政府信息公开/reply", "extension": 21}, "extension", "最多延长20个工作日。"),
        (
            {"limit": "行政诉讼/answer", "extension": 1},
            "extension",
            "这一期限没有登记可以延长；确有依据的，请改为自行选择计时方法。",
        ),
        (
            {"limit": "行政诉讼/hearing_notice", "extension": 1},
            "extension",
            "倒计、固定和指定的日期不能延长。",
        ),
        ({**OWN, "last_1": "2026-09-09"}, "first_1", "请填写停止计算的首日。"),
        ({**OWN, "first_3": "2026-09-09", "last_3": "2026-09-08"}, "last_3", "末日早于首日。"),
        ({**OWN, "first_2": "0001-01-01"}, "first_2", REACH),
        ({**OWN, "first_2": "2026-09-09", "last_2": "9999-12-31"}, "last_2", REACH),
        (
            {**OWN, "counting": "backward-workdays", "first_1": "2026-08-09"},
            "first_1",
            "倒计、固定和指定的日期不存在停止计算。",
        ),
        (
            {**OWN, "counting": "set", "length": "", "first_1": "2026-08-09"},
            "first_1",
            "倒计、固定和指定的日期不存在停止计算。",
        ),
    ],
)
@pytest.mark.parametrize("typing", [{}, {"HX-Request": "true"}], ids=["sent", "typing"])
def test_a_trial_wrongly_given_says_so_at_the_field(client_as, given, field, sentence, typing):
    client = client_as(Role.OFFICER)

    response = client.get(TRIAL, {"start": "2026-09-01", **given}, headers=typing)

    assert (response.status_code, response.context["reckoning"]) == (200, None)
    assert dict(response.context["form"].errors) == {field: [sentence]}


@pytest.mark.parametrize(
    "given",
    [
        {"limit": "行政诉讼/execution", "start": "2099-12-31"},
        {"limit": "", "counting": "years", "length": 20, "start": "2099-12-31", "extension": 20},
        {"limit": "", "counting": "workdays", "length": 1000, "start": "2099-12-31"},
        {"limit": "", "counting": "backward-days", "length": 3650, "start": "2004-01-01"},
        {
            "limit": "",
            "counting": "months",
            "length": 240,
            "start": "2004-01-01",
            "first_1": "2004-01-01",
            "last_1": "2099-12-31",
            "first_2": "2050-01-01",
            "last_2": "2051-01-01",
        },
    ],
)
def test_a_trial_at_the_edge_of_the_calendar_has_a_date(client_as, given):
    response = client_as(Role.OFFICER).get(TRIAL, given)

    assert response.context["reckoning"].due_on is not None


def test_a_trial_keeps_nothing_and_reads_the_calendar_once(client_as):
    client = client_as(Role.OFFICER)
    current_calendar()

    with CaptureQueriesContext(connection) as asked:
        trial(client, limit="政府信息公开/reply")

    assert [sql.partition(" ")[0] for sql in of_the_calendar(asked)] == ["SELECT"]
    assert not any(query["sql"].startswith(("INSERT", "UPDATE", "DELETE")) for query in asked)
