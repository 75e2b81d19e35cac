"""The pages of 合法性审查: lists, forms, who may do what, and what bad input gets."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from casework import process
from casework.models import Document, Matter
from legalreview.models import ActStep, Review, ReviewKind
from people.roles import Role
from tests.factories.legalreview import (
    GRAVE,
    ITEM,
    accepted_review,
    answer,
    counsel_in_term,
    drafted_review,
    give,
    issued_review,
    open_review,
    service,
)
from tests.factories.people import LegalCounselFactory, StaffMemberFactory

LIST = reverse("legalreview:reviews")
NEW = reverse("legalreview:new-review")


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


@pytest.fixture
def officer(client_as):
    return client_as(Role.OFFICER)


def typed(client, kind="合同", **changes):
    """Return a filled-in submission of the person's own department."""
    return {
        "kind": ReviewKind.objects.get(name=kind).pk,
        "title": "老旧小区改造监理合同",
        "on": timezone.localdate().isoformat(),
        "department": client.user.department.pk,
        "handler": client.user.staff_member_id,
        "counterparty": "温州甲物业服务有限公司",
        **changes,
    }


def send(client, review, move, **answers):
    """Send the form of a move as its page does, and return the answer."""
    matter = Matter.objects.get(pk=review.pk)
    return client.post(
        f"{review.get_absolute_url()}move/{move}/",
        {"version": matter.version, "on": "2026-03-06", **answers},
    )


def errors_of(answer):
    return {name: list(errors) for name, errors in answer.context["form"].errors.items()}


def advice(*problems):
    rows = {f"items-{i}-problem": problem for i, problem in enumerate(problems)}
    return {"items-TOTAL_FORMS": len(problems), "items-INITIAL_FORMS": 0, **rows}


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_for_one_row_and_for_three(
    office, django_assert_num_queries, count
):
    for _ in range(count):
        accepted_review()

    with django_assert_num_queries(24):
        answer = office.get(LIST)

    assert len(answer.context["object_list"]) == count


def test_the_page_of_a_review_needs_a_fixed_number_of_queries(office, django_assert_num_queries):
    review = issued_review(ITEM, GRAVE)
    answer(review, "adopted", "partly")

    with django_assert_num_queries(42):
        office.get(review.get_absolute_url())


def test_a_tab_counts_what_its_list_shows(office):
    open_review()
    accepted_review()
    issued_review(ITEM)

    for link in office.get(LIST).context["tab_links"]:
        shown = office.get(LIST + link["query"]).context["object_list"]
        assert len(shown) == link["count"], link["label"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "安置协议"}, True),
        ({"kind": "合同"}, False),
        ({"counterparty": "夏某"}, True),
        ({"counterparty": "李某"}, False),
        ({"outcome": "amend", "tab": "all"}, True),
        ({"outcome": "lawful", "tab": "all"}, False),
        ({"q": "产权调换"}, True),
    ],
)
def test_the_list_is_narrowed_by_kind_other_side_outcome_and_words(office, query, found):
    review = issued_review(ITEM, kind="安置协议", counterparty="夏某", title="划龙桥产权调换协议")
    if "kind" in query:
        query = query | {"kind": ReviewKind.objects.get(name=query["kind"]).pk}

    assert list(office.get(LIST, query).context["object_list"]) == ([review] if found else [])


def test_the_list_is_narrowed_to_what_a_lawyer_has_in_hand(office):
    review, counsel = accepted_review(), counsel_in_term()
    process.assign_counsel(review.matter, counsel, by=office.user, on=date(2026, 3, 2))

    found = [
        list(office.get(LIST, {"counsel": one.pk}).context["object_list"])
        for one in (counsel, LegalCounselFactory())
    ]

    assert found == [[review], []]


def test_a_submission_is_kept_with_its_materials_and_files(officer):
    files = [SimpleUploadedFile(name, b"text") for name in ("合同.txt", "附件.txt")]

    officer.post(
        NEW,
        typed(officer, amount="12.5万", materials=["合同（协议）送审稿"], file=files),
    )

    review = Review.objects.get()
    assert (str(review.amount), review.materials) == ("125000.00", ["合同（协议）送审稿"])
    assert review.missing_materials == [
        "相对方主体资格材料",
        "立项、采购或者集体研究依据",
        "预算或者资金来源说明",
    ]
    assert [d.for_counsel for d in Document.objects.all()] == [True, True]
    assert review.matter.stage == "submitted"


BAD = {
    "a negative amount": ({"amount": "-5"}, "amount", "金额不能是负数。"),
    "an amount in words": ({"amount": "十万"}, "amount", "请填写金额，如 125000 或 12.5万。"),
    "a contract with nobody": ({"counterparty": ""}, "counterparty", "合同、协议请填写相对方。"),
    "a day in the future": ({"on": "2099-01-01"}, "on", "日期不能晚于今天。"),
    "a material of another kind": (
        {"materials": ["决策草案"]},
        "materials",
        "选择一个有效的选项。 决策草案 不在可用的选项中。",
    ),
    "a kind that is not there": (
        {"kind": "999"},
        "kind",
        "选择一个有效的选项： 该选择不在可用的选项中。",
    ),
    "hidden characters": (
        {"counterparty": "甲\u202e公司"},
        "counterparty",
        "含有看不见的控制字符（U+202E），请删除后重新输入，或改为手工键入。",
    ),
}


@pytest.mark.parametrize(("changes", "field", "sentence"), BAD.values(), ids=BAD.keys())
def test_bad_input_gets_a_sentence_at_its_field_and_saves_nothing(
    officer, changes, field, sentence
):
    answer = officer.post(NEW, typed(officer) | changes)

    assert errors_of(answer)[field] == [sentence]
    assert (Review.objects.count(), Matter.objects.count()) == (0, 0)


def test_a_file_that_is_not_what_it_says_stops_the_whole_submission(officer):
    files = [
        SimpleUploadedFile("合同.txt", b"text"),
        SimpleUploadedFile("坏.pdf", b"MZ\x90\x00"),
    ]

    answer = officer.post(NEW, typed(officer, file=files))

    assert errors_of(answer)["file"][0].startswith("坏.pdf：文件内容与扩展名 .pdf 不符")
    assert (Matter.objects.count(), Document.objects.count()) == (0, 0)


def test_a_department_submits_for_itself_only(officer):
    other = StaffMemberFactory()

    answer = officer.post(NEW, typed(officer, department=other.department.pk, handler=other.pk))

    assert "department" in errors_of(answer)


def test_the_office_submits_for_any_department(office):
    other = StaffMemberFactory()

    office.post(NEW, typed(office, department=other.department.pk, handler=other.pk))

    assert Review.objects.get().matter.department == other.department


def test_a_kind_out_of_use_is_no_longer_offered_but_kept_where_it_was_chosen(office):
    review = open_review()
    ReviewKind.objects.filter(name="合同").update(is_active=False)

    refused = office.post(NEW, typed(office))
    page = office.get(reverse("legalreview:edit-review", args=[review.pk]))

    assert "kind" in errors_of(refused)
    assert review.kind in page.context["form"].fields["kind"].queryset


def test_the_materials_of_a_kind_appear_while_the_form_is_filled_in(officer):
    kind = ReviewKind.objects.get(name="行政规范性文件")

    page = officer.get(reverse("legalreview:materials"), {"kind": kind.pk}).text

    assert "起草说明" in page
    assert "审查期限 15 个工作日" in page
    assert "公开征求意见、集体讨论" in page


def test_only_the_department_and_the_office_edit_what_was_submitted(client_as, office):
    review = open_review()
    page = reverse("legalreview:edit-review", args=[review.pk])
    form = typed(office, title="新名称", superior_number="浙审1", superior_state="sent")
    helper = client_as(Role.OFFICER)
    review.matter.tasks.create(
        title="协助",
        department=helper.user.department,
        due_on=timezone.localdate(),
        given_by=office.user,
    )

    refused = helper.post(page, form | {"version": review.matter.version})
    office.post(page, form | {"version": review.matter.version})

    review.refresh_from_db()
    assert refused.status_code == 403
    assert (review.matter.title, review.get_superior_state_display()) == ("新名称", "已报送")


def test_an_edit_notes_what_was_changed_and_nothing_else(office):
    review = open_review(amount="125000.00")
    page = reverse("legalreview:edit-review", args=[review.pk])

    office.post(page, typed(office, amount="12.5万", version=review.matter.version))

    log = office.get(reverse("casework:log", args=[review.pk])).context["object_list"]
    assert [entry.changes for entry in log if entry.action == "changed"] == [{}]


def test_acceptance_shows_the_day_by_which_the_opinion_is_due(office):
    review = open_review()
    preview = reverse("legalreview:preview-move", args=[review.pk, "accept"])

    assert "2026-03-09" in office.get(preview, {"on": "2026-03-02"}).text


@pytest.mark.parametrize(
    ("firm", "in_term", "sentence"),
    [
        ("浙江乙律师事务所", False, "不在可用的选项中"),
        ("相对方律所", True, "利益冲突"),
    ],
    ids=["out of term", "in conflict"],
)
def test_a_lawyer_who_may_not_act_is_refused_at_acceptance(office, firm, in_term, sentence):
    review = open_review(counterparty_firm="相对方律所")
    counsel = counsel_in_term(firm=firm) if in_term else LegalCounselFactory(firm=firm)

    answer = send(office, review, "accept", counsel=[counsel.pk])

    assert sentence in errors_of(answer)["counsel"][0]
    assert Matter.objects.get(pk=review.pk).stage == "submitted"


def test_another_lawyer_is_entrusted_while_the_review_goes_on(office):
    review, counsel = accepted_review(), counsel_in_term()
    page = reverse("legalreview:entrust", args=[review.pk])

    office.post(page, {"counsel": [counsel.pk]})

    assert [a.counsel for a in review.matter.counsel_assignments.all()] == [counsel]


def test_nobody_is_entrusted_with_what_is_over(office):
    review, counsel = issued_review(conclusion="lawful"), counsel_in_term()

    answer = office.post(
        reverse("legalreview:entrust", args=[review.pk]), {"counsel": [counsel.pk]}
    )

    assert errors_of(answer)["__all__"] == ["当前环节是“待签订”，不能再委托法律顾问。"]


def test_counsel_see_what_is_entrusted_to_them_and_their_own_advice_alone(client_as, office):
    counsel = client_as(Role.COUNSEL, counsel=counsel_in_term(name="周律师"))
    other = open_review()
    review = accepted_review()
    process.assign_counsel(review.matter, counsel.user.counsel, by=office.user, on=date(2026, 3, 2))
    give(review, GRAVE, on=date(2026, 3, 4), reviewer="倪律师")

    send(counsel, review, "opine", conclusion="amend", **advice("付款条件不清"))

    page = counsel.get(review.get_absolute_url())
    assert list(counsel.get(LIST).context["object_list"]) == [review]
    assert counsel.get(other.get_absolute_url()).status_code == 404
    assert ("付款条件不清" in page.text, "没有授权委托手续" in page.text) == (True, False)
    assert counsel.get(reverse("legalreview:consolidate", args=[review.pk])).status_code == 403


def test_the_office_enters_an_opinion_that_came_on_paper(office):
    review = accepted_review(kind="行政规范性文件")

    nameless = send(office, review, "opine", conclusion="lawful", **advice())
    send(
        office,
        review,
        "opine",
        conclusion="lawful",
        sort="justice_office",
        reviewer="司法所 陈某",
        **advice(),
    )

    assert set(errors_of(nameless)) == {"sort", "reviewer"}
    assert review.last("opine").detail["reviewer"] == "司法所 陈某"


def test_a_conclusion_that_its_advice_belies_is_refused_and_what_was_typed_stays(office):
    review = accepted_review()
    give(review, on=date(2026, 3, 4))

    answer = send(
        office,
        review,
        "consolidate",
        conclusion="lawful",
        **advice("没有授权"),
        **{"items-0-is_grave": "on"},
    )
    empty = send(office, review, "consolidate", conclusion="unlawful", **advice(""))
    halved = send(
        office,
        review,
        "consolidate",
        conclusion="amend",
        **advice(""),
        **{"items-0-advice": "修改"},
    )

    assert errors_of(answer) == {
        "conclusion": ["结论为“合法”的，不能有严重问题；请改为“修改后合法”或者“不合法”。"]
    }
    assert "没有授权" in answer.text
    assert errors_of(empty) == {"conclusion": ["请至少写明一条意见：问题、依据和建议。"]}
    assert halved.context["form"].items.errors == [{"problem": ["请写明问题。"]}]
    assert Matter.objects.get(pk=review.pk).stage == "reviewing"


def test_consolidation_begins_with_what_the_reviewers_advised(office):
    review = accepted_review()
    give(review, ITEM, GRAVE, on=date(2026, 3, 4))

    page = office.get(reverse("legalreview:consolidate", args=[review.pk]))

    rows = [row.initial for row in page.context["form"].items]
    assert [row.get("problem") for row in rows] == [ITEM.problem, GRAVE.problem, None, None]


def test_one_more_item_is_given_and_counted_up_to_a_bound(office):
    page = reverse("legalreview:item-row")

    more = office.get(page, {"items-TOTAL_FORMS": "3"})
    enough = office.get(page, {"items-TOTAL_FORMS": "40"})

    assert 'name="items-3-problem"' in more.text
    assert 'name="items-TOTAL_FORMS" value="4"' in more.text
    assert enough.status_code == 204


def test_the_page_of_issuing_shows_what_is_issued(office):
    review = drafted_review(GRAVE)

    page = office.get(reverse("legalreview:issue", args=[review.pk])).text

    assert "修改后合法" in page
    assert GRAVE.problem in page


def test_a_move_is_refused_while_a_step_is_missing(office):
    review = issued_review(kind="重大执法决定", conclusion="lawful")

    answer = send(office, review, "finish")

    assert errors_of(answer)["__all__"] == [
        "本类事项须经集体讨论，还没有登记，不能办理“办结”（见审查事项类别目录）。"
    ]


def test_a_stale_form_gets_a_page_that_gives_back_what_was_typed(office):
    review = accepted_review()
    give(review, on=date(2026, 3, 4))

    answer = send(
        office, review, "consolidate", version=1, conclusion="lawful", summary="同意", **advice()
    )

    assert (answer.status_code, "同意" in answer.text) == (409, True)


def prove(client, review, **answers):
    return client.post(reverse("legalreview:act-step", args=[review.pk, "notice"]), answers)


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({}, "done_on"),
        ({"done_on": "2026-03-06", "evidence": "案卷", "excuse": "不适用"}, "done_on"),
        ({"done_on": "2026-03-06"}, "evidence"),
        ({"done_on": "2099-01-01", "evidence": "案卷"}, "done_on"),
    ],
    ids=["nothing", "both", "no evidence", "in the future"],
)
def test_a_step_of_procedure_is_proved_or_excused(office, answers, field):
    review = issued_review(kind="重大行政行为")

    answer = prove(office, review, **answers)

    assert list(errors_of(answer)) == [field]
    assert not ActStep.objects.exists()


def test_a_proof_is_written_once_and_then_corrected(office):
    review = issued_review(kind="重大行政行为")

    prove(office, review, done_on="2026-03-06", evidence="案卷第1页")
    prove(office, review, excuse="当事人已放弃")

    step = ActStep.objects.get()
    assert (step.done_on, step.excuse, step.recorded_by) == (None, "当事人已放弃", office.user)


def test_a_step_that_is_not_there_and_evidence_of_another_matter_are_refused(office):
    review = issued_review(kind="重大行政行为")
    address = reverse("legalreview:act-step", args=[review.pk, "notice"])

    assert office.get(address.replace("notice", "nothing")).status_code == 404
    assert list(errors_of(prove(office, review, done_on="2026-03-06", document=999))) == [
        "document"
    ]


def test_what_was_not_reviewed_is_put_on_record_by_the_office_alone(office, officer):
    page = reverse("legalreview:discover")

    refused = officer.post(page, typed(officer, summary="巡查发现"))
    silent = office.post(page, typed(office))
    office.post(page, typed(office, summary="巡查发现"))

    review = Review.objects.get()
    assert (refused.status_code, list(errors_of(silent))) == (403, ["summary"])
    assert (review.matter.outcome, review.outcome_label) == ("unreviewed", "未经审查")


KIND = {
    "name": "特许经营协议",
    "position": 12,
    "way": "sign",
    "basis": "温鹿政发〔2020〕52号",
    "materials": "协议送审稿\n论证报告",
    "working_days": 7,
    "days_basis": "本单位制度",
    "by_counsel": "on",
    "is_active": "on",
}


def test_the_office_adds_a_kind_and_may_use_it_at_once(office):
    office.post(reverse("legalreview:new-kind"), KIND)

    kind = ReviewKind.objects.get(name="特许经营协议")
    assert kind.material_list == ["协议送审稿", "论证报告"]
    office.post(NEW, typed(office, "特许经营协议"))
    review = Review.objects.get()
    send(office, review, "accept", on=timezone.localdate().isoformat())
    assert review.matter.deadlines.get(code="review").basis == "本单位制度"


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"working_days": 0}, "__all__", "审查期限应为 1 至 60 个工作日。"),
        ({"working_days": 61}, "__all__", "审查期限应为 1 至 60 个工作日。"),
        (
            {"least_working_days": 8, "least_basis": "x"},
            "__all__",
            "“一般不少于”不能超过审查期限。",
        ),
        ({"least_working_days": 5}, "least_basis", "请写明这个期限的依据。"),
        ({"filing_days": 15}, "filing_basis", "请写明这个期限的依据。"),
        ({"by_counsel": ""}, "by_counsel", "请至少选择一类审查人员。"),
        ({"name": "合同"}, "name", "具有 事项类别 的 审查事项类别 已存在。"),
    ],
)
def test_a_kind_that_makes_no_sense_is_refused(office, changes, field, sentence):
    answer = office.post(reverse("legalreview:new-kind"), KIND | changes)

    assert errors_of(answer)[field] == [sentence]


@pytest.mark.parametrize(("page", "queries"), [("kinds", 9), ("services", 10)])
@pytest.mark.parametrize("count", [1, 3])
def test_a_small_list_needs_the_same_queries_for_one_row_and_for_three(
    office, django_assert_num_queries, page, queries, count
):
    ReviewKind.objects.exclude(position__lte=count).delete()
    for _ in range(count):
        service(counsel_in_term())

    with django_assert_num_queries(queries):
        answer = office.get(reverse(f"legalreview:{page}"))

    assert len(answer.context["object_list"]) == count


def test_a_service_needs_a_lawyer_in_term_and_a_day_that_has_been(office):
    counsel, gone = counsel_in_term(), LegalCounselFactory(name="倪律师")
    tomorrow = timezone.localdate() + timedelta(days=1)
    form = {"counsel": counsel.pk, "on": "2026-03-02", "sort": "lecture", "subject": "民法典讲座"}
    page = reverse("legalreview:new-service")

    future = office.post(page, form | {"on": tomorrow})
    stranger = office.post(page, form | {"counsel": gone.pk})
    office.post(page, form)

    assert errors_of(future) == {"on": ["服务日期不能晚于今天。"]}
    assert errors_of(stranger) == {"counsel": ["倪律师在2026-03-02不在聘期内。"]}
    assert counsel.services.get().subject == "民法典讲座"


def test_services_are_narrowed_by_lawyer_sort_and_days(office):
    counsel = counsel_in_term()
    kept = service(counsel, on=date(2026, 3, 2))
    service(counsel, on=date(2025, 3, 2))
    service(counsel_in_term(), on=date(2026, 3, 2))
    page = reverse("legalreview:services")
    query = {"counsel": counsel.pk, "since": "2026-01-01", "until": "2026-12-31"}

    assert list(office.get(page, query | {"sort": "consultation"}).context["object_list"]) == [kept]
    assert list(office.get(page, query | {"sort": "lecture"}).context["object_list"]) == []
