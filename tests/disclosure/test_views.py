"""The pages of 依申请公开: lists, filters, moves, and what bad input gets."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from casework import process
from casework.models import Matter
from disclosure.models import DisclosureRequest
from people.roles import Role
from tests.factories.disclosure import open_request
from tests.factories.people import DepartmentFactory, StaffMemberFactory, UserFactory

LIST = reverse("disclosure:requests")
NEW = reverse("disclosure:new-request")


def typed(**changes):
    """Return a filled-in form for a new request."""
    return {
        "channel": "in_person",
        "on": timezone.localdate().isoformat(),
        "applicant": "张某",
        "applicant_kind": "natural_person",
        "phone": "13800000000",
        "title": "征收补偿方案",
        "content": "申请公开征收补偿方案。",
        "wanted_form": "paper",
        **changes,
    }


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


@pytest.fixture
def department(db):
    return DepartmentFactory(name="征收拆迁办公室")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_for_one_row_and_for_three(
    office, django_assert_num_queries, count
):
    for _ in range(count):
        open_request()

    with django_assert_num_queries(21):
        answer = office.get(LIST)

    assert len(answer.context["object_list"]) == count


def test_a_tab_counts_what_its_list_shows(office):
    open_request()
    open_request()

    answer = office.get(LIST)
    counts = {link["label"]: link["count"] for link in answer.context["tab_links"]}

    assert counts["在办"] == len(answer.context["object_list"]) == 2
    assert counts["已办结"] == 0


def test_the_search_finds_number_applicant_and_content(office):
    found = open_request(applicant="独特姓名", content="罕见内容")
    open_request()

    for words in (found.matter.number, "独特", "罕见内容"):
        answer = office.get(LIST, {"q": words})

        assert list(answer.context["object_list"]) == [found]


@pytest.mark.parametrize(
    "query",
    [
        {"page": "10000"},
        {"page": "x"},
        {"order": "secret"},
        {"tab": "nowhere"},
        {"size": "9999"},
        {"department": "999999"},
        {"since": "昨天"},
        {"q": "\x00"},
        {"q": "\u202e"},
        {"q": "x" * 100_000},
    ],
    ids=lambda query: next(iter(query.items()))[0],
)
def test_a_strange_address_gives_a_plain_page(office, query):
    open_request()

    assert office.get(LIST, query).status_code == 200


def test_a_request_is_registered_with_number_clock_and_timeline(office, department):
    answer = office.post(NEW, typed(department=department.pk))

    request = DisclosureRequest.objects.get()
    assert answer.url == request.get_absolute_url()
    assert request.matter.number == f"南汇依申〔{timezone.localdate().year}〕1号"
    assert [entry.move for entry in request.matter.timeline.all()] == ["receive"]
    assert sorted(d.code for d in request.matter.deadlines.all()) == ["correction_notice", "reply"]


def test_a_request_by_mail_waits_for_its_confirmation(office, department):
    office.post(NEW, typed(department=department.pk, channel="ordinary_mail"))

    matter = Matter.objects.get()
    assert (matter.stage, matter.next_due_on) == ("unconfirmed", timezone.localdate())


BAD = {
    "a day in the future": ({"on": "2099-01-01"}, "on", "日期不能晚于今天。"),
    "no day at all": ({"on": "2025-02-30"}, "on", "输入一个有效的日期。"),
    "an organisation without its head": (
        {"applicant_kind": "business"},
        "representative",
        "申请人是组织的，请填写法定代表人或负责人。",
    ),
    "no way to reach the applicant": (
        {"phone": ""},
        "phone",
        "请至少填写一种联系方式：电话、地址或电子邮箱。",
    ),
    "a NUL": (
        {"applicant": "张\x00某"},
        "applicant",
        "含有看不见的控制字符（U+0000），请删除后重新输入，或改为手工键入。",
    ),
    "a character that turns the reading order": (
        {"applicant": "张\u202e某"},
        "applicant",
        "含有看不见的控制字符（U+202E），请删除后重新输入，或改为手工键入。",
    ),
    "a character of no width": (
        {"title": "征收\u200b方案"},
        "title",
        "含有看不见的控制字符（U+200B），请删除后重新输入，或改为手工键入。",
    ),
    "100 000 characters": (
        {"content": "长" * 100_000},
        "content",
        "确保该变量包含不超过 20000 字符 (目前字符数 100000)。",
    ),
    "a department that is not there": (
        {"department": "999999"},
        "department",
        "选择一个有效的选项： 该选择不在可用的选项中。",
    ),
    "a channel that is not there": (
        {"channel": "pigeon"},
        "channel",
        "选择一个有效的选项。 pigeon 不在可用的选项中。",
    ),
}


@pytest.mark.parametrize(("changes", "field", "sentence"), BAD.values(), ids=BAD.keys())
def test_bad_input_gets_a_sentence_at_its_field_and_saves_nothing(
    office, department, changes, field, sentence
):
    answer = office.post(NEW, typed(**{"department": department.pk, **changes}))

    assert answer.context["form"].errors[field] == [sentence]
    assert 'value="征收补偿方案"' in answer.text or field == "title"
    assert (Matter.objects.count(), DisclosureRequest.objects.count()) == (0, 0)


def test_a_handler_of_another_department_is_refused(office, department):
    stranger = StaffMemberFactory(name="别科人")

    answer = office.post(NEW, typed(department=department.pk, handler=stranger.pk))

    assert answer.context["form"].errors["handler"] == [
        "别科人不在征收拆迁办公室，请重新选择承办人或科室。"
    ]


def test_a_form_sent_twice_makes_one_request(office, department):
    key = "7b6c2b7e-5f0e-4a5e-9d83-0f2f4f0f6a11"
    first = office.post(NEW, typed(department=department.pk, submission=key))
    second = office.post(NEW, typed(department=department.pk, submission=key))

    assert second.url == first.url
    assert Matter.objects.count() == 1


def test_the_key_of_somebody_elses_form_is_refused(client_as, department):
    key = "7b6c2b7e-5f0e-4a5e-9d83-0f2f4f0f6a11"
    client_as(Role.LEGAL_OFFICE).post(NEW, typed(department=department.pk, submission=key))

    answer = client_as(Role.LEGAL_OFFICE).post(NEW, typed(department=department.pk, submission=key))

    assert answer.status_code == 200
    assert Matter.objects.count() == 1


def test_other_requests_of_the_applicant_are_shown_before_saving(office):
    earlier = open_request(applicant="张某")

    answer = office.get(reverse("disclosure:similar-requests"), {"applicant": "张某"})

    assert earlier.matter.number in answer.text


def test_the_dates_appear_while_the_form_is_filled_in(office):
    answer = office.get(
        reverse("disclosure:preview-request"), {"channel": "in_person", "on": "2025-03-03"}
    )

    assert "2025-03-31" in answer.text
    assert "《政府信息公开条例》第三十一条" in answer.text


def move_url(request, move):
    return reverse("disclosure:move-request", args=[request.pk, move])


def send(client, request, move, **answers):
    """Send the form of a move as the page would, and return the answer."""
    request.matter.refresh_from_db()
    return client.post(
        move_url(request, move), {"version": request.matter.version, "on": "2025-03-04", **answers}
    )


def errors_of(answer):
    return {name: list(errors) for name, errors in answer.context["form"].errors.items()}


def test_a_day_before_receipt_is_refused_at_the_day(office):
    request = open_request(received_on=date(2025, 3, 3))

    answer = send(office, request, "withdraw", on="2025-03-01", reasons="电话撤回")

    assert errors_of(answer) == {"on": ["日期不能早于收到日期（2025-03-03）。"]}


def test_a_correction_notice_on_the_eighth_day_is_refused(office):
    request = open_request(received_on=date(2025, 3, 3))

    answer = send(
        office, request, "ask_correction", on="2025-03-13", items="地块", correct_by="2025-04-01"
    )

    assert errors_of(answer) == {
        "on": [
            "补正告知期限已于2025-03-12届满，不能再办理“告知补正”（《政府信息公开条例》第三十条）。"
        ]
    }
    assert "地块" in answer.text


def extension(days=20, on="2025-03-20", **more):
    return {"on": on, "days": days, "reasons": "案情复杂", **more}


def test_an_extension_over_twenty_days_is_refused_at_the_days(office):
    request = open_request(received_on=date(2025, 3, 3))
    approver = StaffMemberFactory()

    answer = send(office, request, "extend", **extension(25, approver=approver.pk))

    assert errors_of(answer) == {
        "days": [
            "答复期限最多延长20个工作日，填写了25个工作日（《政府信息公开条例》第三十三条第二款）。"
        ]
    }


def test_a_second_extension_is_refused(office):
    request = open_request(received_on=date(2025, 3, 3))
    approver = StaffMemberFactory()
    send(office, request, "extend", **extension(approver=approver.pk))

    answer = send(office, request, "extend", **extension(on="2025-03-21", approver=approver.pk))

    assert errors_of(answer)["__all__"] == [
        "答复期限只能延长一次，本件已经延长过（《政府信息公开条例》第三十三条第二款）。"
    ]


def approved(received_on=date(2025, 3, 3)):
    """Return a request whose reply has been drafted and approved."""
    request = open_request(received_on=received_on)
    drafter, approver = (
        UserFactory(roles=[Role.LEGAL_OFFICE]),
        UserFactory(roles=[Role.LEGAL_OFFICE]),
    )
    for code, by, detail in (
        ("draft", drafter, {"result": "1", "content": "见附件"}),
        ("approve", approver, {}),
    ):
        process.record(
            request.matter,
            code,
            on=date(2025, 3, 10),
            by=by,
            today=date(2025, 3, 31),
            detail=detail,
        )
    return request


def test_a_reply_without_result_is_refused(office):
    answer = send(office, approved(), "reply", on="2025-03-11", way="post", tracking="1")

    assert errors_of(answer) == {"result": ["这个字段是必填项。"]}


def test_a_posted_reply_asks_for_its_tracking_number(office):
    answer = send(office, approved(), "reply", on="2025-03-11", way="post", result="1")

    assert errors_of(answer) == {"tracking": ["请填写此项。"]}


def test_a_reply_closes_the_request_with_its_row_of_the_annual_table(office):
    request = approved()

    send(office, request, "reply", on="2025-03-11", way="post", result="3.5", tracking="123")

    request.matter.refresh_from_db()
    assert (request.matter.stage, request.matter.closed_on) == ("replied", date(2025, 3, 11))
    assert request.result.row == "三(三)5"


def test_a_move_sent_twice_is_made_once(office):
    request = open_request(received_on=date(2025, 3, 3))
    key = "0d6a0c0e-8d5c-4f0b-9f53-6a0a6b6f0001"
    form = {
        "version": request.matter.version,
        "on": "2025-03-04",
        "party": "甲",
        "consulted": "third_party",
        "submission": key,
    }

    first = office.post(move_url(request, "consult"), form)
    second = office.post(move_url(request, "consult"), form)

    assert (first.status_code, second.url) == (302, first.url)
    assert request.matter.timeline.filter(move="consult").count() == 1


def test_only_a_party_that_was_asked_can_answer(office):
    request = open_request(received_on=date(2025, 3, 3))
    send(office, request, "consult", party="甲", consulted="third_party")

    answer = send(office, request, "opinion", party="乙", opinion="consent", on="2025-03-05")

    assert errors_of(answer) == {"party": ["选择一个有效的选项。 乙 不在可用的选项中。"]}


def test_a_letter_that_arrived_before_it_was_sent_is_refused_at_its_day(office):
    request = open_request(received_on=date(2025, 3, 3))

    answer = send(
        office,
        request,
        "consult",
        party="甲",
        consulted="third_party",
        on="2025-03-05",
        letter_received_on="2025-03-04",
    )

    assert errors_of(answer) == {
        "letter_received_on": ["对方收函日期不能早于发函日期（2025-03-05）。"]
    }


def test_the_drafter_cannot_approve(client_as):
    request = open_request(received_on=date(2025, 3, 3))
    drafter = client_as(Role.LEGAL_OFFICE)
    send(drafter, request, "draft", result="1", content="见附件")

    page = drafter.get(move_url(request, "approve"))
    answer = send(drafter, request, "approve", on="2025-03-05")

    assert page.status_code == 403
    assert errors_of(answer)["__all__"] == ["“提交答复稿”由您本人办理，须由另一人办理“审签同意”。"]


def test_a_stale_form_gets_a_page_that_gives_back_what_was_typed(office):
    request = open_request(received_on=date(2025, 3, 3))
    stale = {"version": 1, "on": "2025-03-05", "reasons": "电话撤回"}
    send(office, request, "draft", result="1", content="见附件")

    answer = office.post(move_url(request, "withdraw"), stale)

    assert answer.status_code == 409
    assert "电话撤回" in answer.text


def test_a_stale_edit_gets_a_page_that_gives_back_what_was_typed(office):
    request = open_request()
    edit = reverse("disclosure:edit-request", args=[request.pk])
    form = {
        name: value
        for name, value in typed(title="新的名称").items()
        if name not in {"channel", "on"}
    }
    office.post(edit, form | {"version": 1})

    answer = office.post(edit, form | {"version": 1, "title": "另一个名称"})

    assert answer.status_code == 409
    assert "另一个名称" in answer.text
    assert Matter.objects.get().title == "新的名称"


def test_a_request_of_another_department_is_not_there(client_as):
    request = open_request()
    stranger = client_as(Role.OFFICER)

    assert [
        stranger.get(request.get_absolute_url()).status_code,
        stranger.get(move_url(request, "draft")).status_code,
        send(stranger, request, "draft", result="1", content="x").status_code,
        stranger.get(reverse("casework:log", args=[request.pk])).status_code,
    ] == [404, 404, 404, 404]


def test_a_masked_field_is_shown_for_a_reason_that_is_kept(office):
    request = open_request(phone="13812345678")
    page = reverse("disclosure:reveal-request", args=[request.pk, "phone"])

    before = office.get(request.get_absolute_url())
    refused = office.post(page, {"reason": ""})
    shown = office.post(page, {"reason": "电话确认收到"})

    assert "138****5678" in before.text
    assert "13812345678" not in before.text + refused.text
    assert "13812345678" in shown.text
    log = office.get(reverse("casework:log", args=[request.pk])).text
    assert "电话确认收到" in log


def test_the_detail_page_needs_a_fixed_number_of_queries(office, django_assert_num_queries):
    request = approved()

    with django_assert_num_queries(23):
        office.get(request.get_absolute_url())
