"""The pages of a register, on that of 普法活动: entering in the list, pasting, confirming."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from casework.models import Evidence
from people.roles import Role
from portal.models import Action, AuditEntry
from publicity.models import Activity, Audience
from tests.factories.people import ChargeFactory, DepartmentFactory, UserFactory
from tests.factories.registers import ActivityFactory

pytestmark = pytest.mark.django_db

LIST = reverse("publicity:activities")
YEAR_2022 = f"{LIST}?year=2022"
PASTE_2022 = f"{reverse('publicity:paste-activities')}?year=2022"
CONFIRM = reverse("publicity:confirm-activities")
TODAY = timezone.localdate
PDF = b"%PDF-1.7\n%%EOF\n"


def page_of(name, activity, *more):
    return reverse(f"publicity:{name}", args=[activity.pk, *more])


def typed(**changes):
    """Return the filled-in line of the list of 2022."""
    return {
        "on": "2022-04-15",
        "name": "国家安全教育日宣传",
        "kind": "gathering",
        "sessions": "1",
        "persons": "42",
        "materials": "60",
        "consultations": "0",
        "online_views": "0",
        **changes,
    }


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


@pytest.fixture
def officer(client_as):
    return client_as(Role.OFFICER)


def enter(client, **changes):
    department = client.user.department.pk
    return client.post(YEAR_2022, typed(**{"department": department, **changes}))


def errors_of(answer, form="entry"):
    return {name: list(found) for name, found in answer.context[form].errors.items()}


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_for_one_row_and_for_three(
    office, django_assert_num_queries, count
):
    audience = Audience.objects.first()
    for _ in range(count):
        ActivityFactory().audiences.add(audience)

    with django_assert_num_queries(23):
        answer = office.get(YEAR_2022)

    assert len(answer.context["object_list"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_record_needs_the_same_queries_for_one_act_and_for_three(
    office, django_assert_num_queries, count
):
    activity = ActivityFactory()
    for _ in range(count):
        office.post(page_of("link-activity", activity), {"address": "https://example.cn/1"})

    with django_assert_num_queries(16):
        answer = office.get(activity.get_absolute_url())

    assert len(answer.context["links"]) == count


def test_a_record_is_entered_in_the_list_and_counts_at_once_when_the_legal_office_enters_it(office):
    answer = enter(office)

    activity = Activity.objects.get()
    assert answer.url == f"{LIST}?year=2022#row-{activity.pk}"
    assert (activity.name, activity.persons, activity.confirmed_by) == (
        "国家安全教育日宣传",
        42,
        office.user,
    )
    assert AuditEntry.objects.of("publicity.activity", activity.pk).get().action == Action.CREATED


def test_htmx_gets_the_rows_alone_with_the_message(office):
    enter(office)

    answer = office.get(YEAR_2022, headers={"HX-Request": "true"})

    assert answer.text.lstrip().startswith('<div id="rows"')
    assert 'hx-swap-oob="true"' in answer.text


def test_what_a_department_enters_waits_for_the_legal_office(officer, office):
    enter(officer)
    activity = Activity.objects.get()
    before = (activity.state, list(Activity.objects.confirmed()))

    office.post(CONFIRM, {"record": [activity.pk, "x", "9" * 30]})

    activity.refresh_from_db()
    assert before == ("待确认", [])
    assert (activity.state, activity.confirmed_by) == ("", office.user)


def test_a_record_is_confirmed_once(office):
    activity = ActivityFactory(confirmed_at=None)

    office.post(CONFIRM, {"record": activity.pk})
    office.post(CONFIRM, {"record": activity.pk})

    assert AuditEntry.objects.of("publicity.activity", activity.pk).count() == 1


def test_a_department_enters_for_itself_only(officer):
    answer = enter(officer, department=DepartmentFactory().pk)

    assert errors_of(answer) == {"department": ["选择一个有效的选项： 该选择不在可用的选项中。"]}
    assert Activity.objects.count() == 0


BAD = {
    "a day in another year than the list": (
        {"on": "2021-04-15"},
        {"on": ["填写的是2021年，正在填写的是2022年的台账。"]},
    ),
    "an end before its start": (
        {"until": "2022-04-14"},
        {"until": ["结束日期不能早于开始日期。"]},
    ),
    "a day that is not": ({"on": "2022-02-30"}, {"on": ["输入一个有效的日期。"]}),
    "a negative count": ({"persons": "-1"}, {"persons": ["确保该值大于或等于0。"]}),
    "a word for a count": ({"persons": "许多"}, {"persons": ["输入整数。"]}),
    "a NUL": (
        {"name": "甲\0乙"},
        {"name": ["含有看不见的控制字符（U+0000），请删除后重新输入，或改为手工键入。"]},
    ),
    "no name": ({"name": " "}, {"name": ["这个字段是必填项。"]}),
    "a million persons": (
        {"persons": "1000000"},
        {"persons": ["受教育人次填写了1000000，远多于通常的数量。确认无误的，请再提交一次。"]},
    ),
}


@pytest.mark.parametrize(("changes", "errors"), BAD.values(), ids=BAD.keys())
def test_bad_input_gets_a_sentence_at_its_field_and_saves_nothing(office, changes, errors):
    answer = enter(office, **changes)

    assert (answer.status_code, errors_of(answer)) == (200, errors)
    assert 'value="60"' in answer.text
    assert Activity.objects.count() == 0


def test_a_day_after_today_is_refused(office):
    tomorrow = TODAY() + timedelta(days=1)

    answer = office.post(
        f"{LIST}?year={tomorrow.year}",
        typed(on=tomorrow.isoformat(), department=office.user.department.pk),
    )

    assert errors_of(answer) == {"on": ["日期不能晚于今天。"]}


def test_a_strange_number_is_asked_about_once_and_taken_when_sent_again(office):
    asked = enter(office, persons="1000000")
    sure = asked.context["entry"]["sure"].value()

    other = enter(office, persons="2000000", sure=sure)
    enter(office, persons="1000000", sure=sure)

    assert "persons" in errors_of(other)
    assert Activity.objects.get().persons == 1_000_000


def test_a_line_sent_twice_is_entered_once(office):
    key = "7b6c2b7e-5f0e-4a5e-9d83-0f2f4f0f6a11"

    first, second = (enter(office, submission=key) for _ in range(2))

    assert first.url == second.url
    assert Activity.objects.count() == 1


def test_the_last_record_of_ones_own_is_copied_without_its_day(office):
    ActivityFactory(entered_by=office.user, name="上一条", theme="禁毒")
    ActivityFactory(name="别人的")

    answer = office.get(LIST, {"copy": "last"})

    form = answer.context["entry"]
    assert (form["name"].value(), form["theme"].value()) == ("上一条", "禁毒")
    assert form["on"].value() == TODAY()


@pytest.mark.parametrize("copied", ["x", "0", "9" * 30])
def test_copying_what_is_not_there_gives_an_empty_line(office, copied):
    assert office.get(LIST, {"copy": copied}).context["entry"]["name"].value() is None


def test_the_months_count_what_their_lists_show(office):
    for on in (date(2022, 3, 31), date(2022, 4, 1), date(2022, 4, 30), date(2021, 4, 1)):
        ActivityFactory(on=on)

    whole = office.get(YEAR_2022)
    april = office.get(f"{YEAR_2022}&month=4")

    counts = {month["label"]: month["count"] for month in whole.context["months"]}
    assert (counts["全年"], counts["3月"], counts["4月"]) == (3, 1, 2)
    assert len(april.context["object_list"]) == 2


@pytest.mark.parametrize(
    "query",
    [
        {"year": "0"},
        {"year": "x"},
        {"year": "99999"},
        {"month": "13"},
        {"month": "x"},
        {"page": "x"},
        {"order": "-secret"},
        {"q": "\x00"},
        {"node": "9999"},
    ],
    ids=str,
)
def test_a_strange_address_gives_a_plain_page(office, query):
    assert office.get(LIST, query).status_code == 200


def test_sums_are_over_the_whole_list_and_not_the_page(office):
    for _ in range(12):
        ActivityFactory(persons=10)

    answer = office.get(f"{YEAR_2022}&size=10")

    assert dict(answer.context["totals"])["受教育人次"] == 120


def test_the_query_panel_finds_words_department_and_kind(office):
    found = ActivityFactory(name="典亮校园", kind="lecture")
    ActivityFactory()

    for query in ({"q": "典亮"}, {"department": found.department_id}, {"kind": "lecture"}):
        answer = office.get(LIST, {"year": "2022", **query})

        assert list(answer.context["object_list"]) == [found]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.DEPARTMENT_HEAD, Role.DEPUTY_LEADER])
def test_records_of_other_departments_are_not_there(client_as, role):
    activity = ActivityFactory()
    client = client_as(role)

    assert list(client.get(YEAR_2022).context["object_list"]) == []
    assert client.get(activity.get_absolute_url()).status_code == 404


def test_a_leader_sees_the_departments_in_charge(client_as):
    leader = client_as(Role.DEPUTY_LEADER)
    activity = ActivityFactory()
    ChargeFactory(
        leader=leader.user.staff_member, department=activity.department, since=date(2020, 1, 1)
    )

    assert list(leader.get(YEAR_2022).context["object_list"]) == [activity]


def test_a_department_changes_its_record_until_it_is_confirmed(officer, office):
    enter(officer)
    activity = Activity.objects.get()
    changed = typed(department=officer.user.department.pk, name="改名", version=1)

    officer.post(page_of("edit-activity", activity), changed)
    office.post(CONFIRM, {"record": activity.pk})
    refused = officer.post(page_of("edit-activity", activity), changed | {"version": 3})

    activity.refresh_from_db()
    assert (activity.name, activity.version) == ("改名", 3)
    assert (refused.status_code, "已确认的记录由法制办修改" in refused.text) == (403, True)


def test_a_stale_page_is_told_and_gives_back_what_was_typed(office):
    activity = ActivityFactory()
    changed = typed(department=activity.department_id)
    office.post(page_of("edit-activity", activity), changed | {"version": 1})

    answer = office.post(
        page_of("edit-activity", activity), changed | {"name": "我的改动", "version": 1}
    )

    assert answer.status_code == 409
    assert "我的改动" in answer.text
    activity.refresh_from_db()
    assert activity.name == "国家安全教育日宣传"


def test_a_voided_record_leaves_every_count_and_keeps_its_reason(office):
    activity = ActivityFactory()

    office.post(page_of("void-activity", activity), {"reason": "重复登记", "version": 1})
    again = office.post(page_of("void-activity", activity), {"reason": "再来", "version": 2})

    assert list(Activity.objects.valid()) == []
    assert "重复登记" in office.get(activity.get_absolute_url()).text
    assert again.context["form"].non_field_errors() == ["这条记录已经作废，不能再修改。"]
    assert list(office.get(f"{YEAR_2022}&tab=voided").context["object_list"]) == [activity]


def attach(client, activity, name="现场.pdf", content=PDF):
    file = SimpleUploadedFile(name, content)
    return client.post(page_of("attach-activity", activity), {"file": file})


def test_a_file_proves_a_record_and_is_given_out_by_a_view_only(office):
    activity = ActivityFactory()
    attach(office, activity)

    evidence = Evidence.objects.get()
    answer = office.get(page_of("evidence-activity", activity, evidence.pk))

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert AuditEntry.objects.filter(action=Action.DOWNLOADED).count() == 1


def test_a_file_is_not_reached_through_another_record_or_department(office, officer):
    activity, other = ActivityFactory(), ActivityFactory()
    attach(office, activity)
    evidence = Evidence.objects.get()

    assert office.get(page_of("evidence-activity", other, evidence.pk)).status_code == 404
    assert officer.get(page_of("evidence-activity", activity, evidence.pk)).status_code == 404


def test_a_file_that_is_not_what_it_says_is_refused_at_its_field(office):
    answer = attach(office, ActivityFactory(), "照片.jpg", b"MZ\x90\x00")

    assert "文件内容与扩展名 .jpg 不符" in answer.context["form"].errors["file"][0]
    assert Evidence.objects.count() == 0


def test_a_link_that_runs_something_is_refused(office):
    answer = office.post(
        page_of("link-activity", ActivityFactory()), {"address": "javascript:alert(1)"}
    )

    assert "address" in answer.context["form"].errors


def block(*rows):
    return "\n".join("\t".join(row) for row in rows)


HEAD = ("序号", "活动日期", "活动名称", "活动形式", "对象", "受教育人次", "主办科室")


def test_rows_are_pasted_with_headings_in_any_order_after_a_look_at_them(office):
    UserFactory(staff_member__department=DepartmentFactory(name="平安建设办公室"))
    text = block(
        HEAD,
        ("1", "2022年4月15日", "甲", "集中宣传", "学生、商户", "1,042", "平安建设办公室"),
        ("2", "2022/12/4", "乙", "法治讲座", "", "", "平安建设办公室"),
    )

    looked = office.post(PASTE_2022, {"block": text})
    before = Activity.objects.count()
    office.post(PASTE_2022, {"block": text, "save": "1"})

    rows = [(a.on, a.name, a.kind, a.persons) for a in Activity.objects.order_by("on")]
    assert (looked.context["block"].faults, before) == ((), 0)
    assert rows == [
        (date(2022, 4, 15), "甲", "gathering", 1042),
        (date(2022, 12, 4), "乙", "lecture", 0),
    ]
    assert {str(a) for a in Activity.objects.get(name="甲").audiences.all()} == {"学生", "商户"}


def test_a_pasted_block_with_a_bad_cell_names_it_and_loses_nothing(office):
    department = office.user.department.name
    text = block(
        HEAD,
        ("1", "2022-04-15", "甲", "集中宣传", "学生", "42", department),
        ("2", "2022-04-31", "乙", "集中宣", "外星人", "许多", "没有的科室"),
        ("3", "2021-04-15", "丙", "集中宣传", "", "1", department),
    )

    answer = office.post(PASTE_2022, {"block": text, "save": "1"})

    assert [fault.partition("，应为")[0] for fault in answer.context["block"].faults] == [
        "第3行“对象”：没有“外星人”，请核对名称。",
        "第3行“主办科室”：没有“没有的科室”，请核对名称。",
        "第3行“活动日期”：读到“2022-04-31”",
        "第3行“活动形式”：读到“集中宣”",
        "第3行“受教育人次”：读到“许多”",
        "第4行“活动日期”：填写的是2021年，正在填写的是2022年的台账。",
    ]
    assert Activity.objects.count() == 0
    assert "许多" in answer.context["form"]["block"].value()


def test_a_pasted_number_beyond_the_usual_is_named_and_taken_when_saved(office):
    text = block(
        HEAD,
        ("1", "2022-04-15", "甲", "集中宣传", "", "1000000", office.user.department.name),
    )

    looked = office.post(PASTE_2022, {"block": text})
    office.post(PASTE_2022, {"block": text, "save": "1"})

    assert looked.context["block"].doubts == ("第2行：受教育人次填写了1000000，远多于通常的数量。",)
    assert Activity.objects.get().persons == 1_000_000


STRANGE_BLOCKS = {
    "a heading nobody knows": (
        block((*HEAD, "天气"), ("1",) * 8),
        "认不出表头“天气”。",
    ),
    "nothing at all": ("\n\t\n", "没有读到任何内容。"),
    "far too many rows": (
        block(*[("2022-04-15", "甲")] * 501),
        "一次最多粘贴500行，这里有501行。",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), STRANGE_BLOCKS.values(), ids=STRANGE_BLOCKS.keys())
def test_a_strange_block_gets_a_sentence(office, text, sentence):
    answer = office.post(PASTE_2022, {"block": text or " "})

    assert answer.context["block"].faults == (sentence,)


def test_a_cell_with_a_line_break_stays_one_cell(office):
    text = f'2022-04-15\t"甲\n乙"\t\t集中宣传\t\t\t{office.user.department.name}\t1\t1'

    office.post(PASTE_2022, {"block": text, "save": "1"})

    assert Activity.objects.count() == 1


def test_a_department_pastes_for_itself_only(officer):
    other = DepartmentFactory(name="别的科室")
    text = block(HEAD, ("1", "2022-04-15", "甲", "集中宣传", "", "1", other.name))

    answer = officer.post(PASTE_2022, {"block": text, "save": "1"})

    assert answer.context["block"].faults == ("第2行“主办科室”：没有“别的科室”，请核对名称。",)
