"""Pages of figures and of ledgers in: every number opens its records, nothing is half written."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from casework.models import Matter
from people.roles import Role
from portal.models import Action, AuditEntry
from reports.imports import recognised, tables_of
from reports.models import LedgerUpload
from reports.sheets import read
from tests.conftest import DATA
from tests.factories.disclosure import open_request, replied_request

pytestmark = pytest.mark.django_db

YEAR = {"first": "2025-01-01", "last": "2025-12-31"}
FIGURES = reverse("reports:figures")
NEW = reverse("reports:new-upload")


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


def figure(client, key, **query):
    return client.get(reverse("reports:figure", args=[key]), {**YEAR, **query})


def sent(client, name, content):
    return client.post(NEW, {"file": SimpleUploadedFile(name, content)})


def ledger_of_2022():
    path = DATA / "nanhui-2022" / "disclosure_requests.xlsx"
    return path.name, path.read_bytes()


def test_a_figures_records_are_as_many_as_it_says(office):
    requests = [open_request(), open_request()]

    answer = figure(office, "disclosure.requests")

    assert answer.context["words"] == "2件"
    assert sorted(r.pk for r in answer.context["object_list"]) == [r.pk for r in requests]


def test_whoever_may_not_see_all_records_is_told_so(client_as):
    open_request()

    answer = figure(client_as(Role.OFFICER), "disclosure.requests")

    assert list(answer.context["object_list"]) == []
    assert "另有 1 条记录不在您的查看范围内" in answer.text


@pytest.mark.parametrize(
    "query",
    [
        {"first": "昨天"},
        {"first": "2025-06-01", "last": "2025-05-01"},
        {"first": "0001-01-01"},
        {"last": "9999-12-31"},
        {"page": "10000"},
    ],
    ids=str,
)
def test_a_strange_span_gives_a_plain_page(office, query):
    assert figure(office, "disclosure.requests", **query).status_code == 200


def test_a_figure_that_is_not_declared_is_not_there(office):
    assert figure(office, "disclosure.nothing").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_records_need_the_same_queries_for_one_and_for_three(
    office, django_assert_num_queries, count
):
    for _ in range(count):
        open_request()

    with django_assert_num_queries(15):
        figure(office, "disclosure.requests")


def test_the_list_of_figures_shows_every_one(office):
    replied_request()

    answer = office.get(FIGURES, YEAR)

    words = {item["figure"].key: item["words"] for item in answer.context["figures"]}
    assert (words["disclosure.requests"], words["disclosure.on_time_rate"]) == ("1件", "100%")


def test_a_figure_is_exported_with_its_definition_and_exactly_its_records(office):
    request = open_request(applicant="=HYPERLINK(1)", content="=1+1")

    answer = office.get(reverse("reports:export-figure", args=["disclosure.requests"]), YEAR)

    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    rows = list(book["明细"].iter_rows(values_only=True))
    assert book.sheetnames == ["说明", "按申请人类型", "按申请方式", "按承办科室", "明细"]
    assert [row[1] for row in rows[1:]] == [request.matter.number]
    formulas = [cell for row in book["明细"].iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []
    assert "138****0000" in rows[1]
    assert (
        AuditEntry.objects.get(action=Action.EXPORTED).changes["统计数据"] == "收到政府信息公开申请"
    )


def test_a_ledger_is_previewed_and_written_when_confirmed(office):
    page = sent(office, *ledger_of_2022()).url

    preview = office.get(page)
    before = Matter.objects.count()
    office.post(page)

    assert {fate for table in preview.context["tables"] for fate in table.fates.values()} == {
        "新增"
    }
    assert (before, Matter.objects.count()) == (0, 28)
    assert "新增28，更新0，未变0" in office.get(page).text


def test_a_ledger_confirmed_twice_is_written_once(office):
    page = sent(office, *ledger_of_2022()).url

    office.post(page)
    office.post(page)

    assert Matter.objects.count() == 28


def test_a_ledger_with_a_wrong_cell_is_shown_with_it_and_cannot_be_confirmed(office):
    headings = "登记编号,收到日期,申请方式,申请人类型,申请人,申请内容,承办科室"
    text = f"{headings}\n1,昨天,当面,自然人,张某,x,y\n"
    page = sent(office, "台账.csv", text.encode()).url

    shown = office.get(page)
    office.post(page)

    assert "读到“昨天”，应为日期" in shown.text
    assert Matter.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("合同.pdf", b"%PDF-1.7", "只能导入"),
        ("台账.xlsx", b"PK\x03\x04broken", "文件已损坏"),
        ("台账.csv", "甲,乙\n1,2\n".encode(), "没有认出任何台账"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_at_its_field(office, name, content, sentence):
    answer = sent(office, name, content)

    assert sentence in answer.context["form"].errors["file"][0]
    assert LedgerUpload.objects.count() == 0


def test_somebody_elses_upload_is_not_there(client_as, office):
    page = sent(office, *ledger_of_2022()).url

    assert client_as(Role.LEGAL_OFFICE).get(page).status_code == 404


def book_of(answer):
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def test_a_template_has_the_headings_by_which_it_is_known_again(office):
    answer = office.get(reverse("reports:template", args=["disclosure"]))

    headings = [cell.value for cell in next(book_of(answer).worksheets[0].iter_rows())]
    assert recognised([str(heading) for heading in headings])[0].code == "disclosure"


def test_a_register_is_exported_as_its_ledger_and_taken_in_again_without_change(office):
    sent_page = sent(office, *ledger_of_2022()).url
    office.post(sent_page)

    answer = office.get(reverse("reports:export-ledger", args=["disclosure"]))

    rows = list(book_of(answer).worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 29
    assert AuditEntry.objects.get(action=Action.EXPORTED).changes == {
        "台账": "依申请公开台账",
        "行数": 28,
    }
    again = tables_of(read("x.xlsx", answer.content))[0]
    assert (len(again.lines), again.faults) == (28, [])


def test_a_register_is_exported_within_what_the_person_may_see(client_as):
    open_request()

    answer = client_as(Role.OFFICER).get(reverse("reports:export-ledger", args=["disclosure"]))

    assert len(list(book_of(answer).worksheets[0].iter_rows())) == 1


def test_a_ledger_that_is_not_declared_is_not_there(office):
    assert office.get(reverse("reports:template", args=["nothing"])).status_code == 404
