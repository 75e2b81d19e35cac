"""The figures of 2022 come out of the ledgers of 2022 as they were published."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.conftest import DATA

pytestmark = pytest.mark.django_db

PUBLISHED = json.loads((DATA / "nanhui-2022" / "figures.json").read_text())["figures"]


def test_the_disclosure_figures_of_2022_are_those_published(capsys):
    call_command("import_ledgers", DATA / "nanhui-2022" / "disclosure_requests.xlsx")
    capsys.readouterr()

    call_command("report_figures", "2022")

    figures = json.loads(capsys.readouterr().out)
    wanted = {
        key: (figure["label"], figure["value"], figure.get("published"))
        for key, figure in PUBLISHED.items()
        if key.startswith("disclosure.") and key != "disclosure.publications"
    }
    assert {
        key: (figures[key]["label"], figures[key]["value"], published and figures[key]["published"])
        for key, (_, _, published) in wanted.items()
    } == wanted


def test_figures_of_a_span_that_ends_before_it_begins_are_refused():
    with pytest.raises(CommandError, match="截止日期不能早于起始日期"):
        call_command("report_figures", "2022", "--from", "2022-06-01", "--to", "2022-05-01")
