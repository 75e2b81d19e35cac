"""表三 of the annual report on disclosure, as the official form prints it."""

from datetime import date

import pytest
from django.core.management import call_command

from casework.metrics import Span
from disclosure.models import DisclosureRequest
from reports.returns.table_three import Imbalance, Line, TableThree, table_three
from tests.conftest import DATA
from tests.factories.disclosure import open_request, replied_request

pytestmark = pytest.mark.django_db


def printed(table):
    """Return the rows that hold something: words, cells, total."""
    return [(line.label, line.cells, line.total) for line in table.lines if line.total]


def test_a_year_of_requests_stands_in_its_rows_and_columns():
    replied_request(received_on=date(2024, 12, 20), replied_on=date(2025, 1, 5))
    replied_request(
        received_on=date(2025, 3, 3),
        replied_on=date(2025, 3, 20),
        applicant="某公司",
        applicant_kind="business",
    )
    open_request(received_on=date(2025, 12, 20), applicant_kind="research")

    assert printed(table_three(Span.year(2025))) == [
        ("一、本年新收政府信息公开申请数量", (0, 1, 1, 0, 0, 0), 2),
        ("二、上年结转政府信息公开申请数量", (1, 0, 0, 0, 0, 0), 1),
        ("三、本年度办理结果（一）予以公开", (1, 1, 0, 0, 0, 0), 2),
        ("（七）总计", (1, 1, 0, 0, 0, 0), 2),
        ("四、结转下年度继续办理", (0, 0, 1, 0, 0, 0), 1),
    ]


def test_the_form_since_2021_has_25_rows_and_the_trial_form_two_fewer():
    assert len(table_three(Span.year(2021)).lines) == 25
    assert len(table_three(Span.year(2020)).lines) == 23
    assert table_three(Span.year(2020)).line("6").label == "（六）其他处理"


def test_the_year_2022_of_the_ledgers_balances_into_2023():
    call_command("import_ledgers", DATA / "nanhui-2022" / "disclosure_requests.xlsx")

    this, following = table_three(Span.year(2022)), table_three(Span.year(2023))

    assert (this.imbalances, following.imbalances) == ([], [])
    assert this.line("carried_on").cells == following.line("carried_over").cells
    assert (this.line("new").total, this.line("handled").total) == (28, 28)


def test_a_request_that_ended_without_a_result_upsets_the_balance():
    request = replied_request(received_on=date(2025, 3, 3), replied_on=date(2025, 3, 20))
    matters = DisclosureRequest.objects.get(pk=request.pk).matter
    type(matters).objects.filter(pk=matters.pk).update(outcome="")

    assert [str(fault) for fault in table_three(Span.year(2025)).imbalances] == [
        "“自然人”列不平：新收1＋上年结转0≠办理结果0＋结转下年0",
        "“总计”列不平：新收1＋上年结转0≠办理结果0＋结转下年0",
    ]


def test_the_real_column_of_a_large_office_balances():
    def line(code, number):
        return Line(code, code, 0, (number, 0, 0, 0, 0, 0))

    table = TableThree(
        2025,
        "",
        (
            line("new", 13612),
            line("carried_over", 535),
            line("handled", 13364),
            line("carried_on", 783),
        ),
    )
    upset = TableThree(2025, "", (*table.lines[:3], line("carried_on", 784)))

    assert table.imbalances == []
    assert upset.imbalances[0] == Imbalance("自然人", 13612, 535, 13364, 784)
