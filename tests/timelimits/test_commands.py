"""The commands of the calendar: import_holidays and calculate_deadlines."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from timelimits.calendar import change_days, current_calendar
from timelimits.changes import CalendarChanged
from timelimits.periods import workdays
from timelimits.rules import RuleBook
from timelimits.workdays import Day

pytestmark = pytest.mark.django_db

NOTICE = """日期,休/班,名称,文号
2027-01-01,休,元旦,国办发明电〔2026〕9号
2027-01-09,班,元旦,国办发明电〔2026〕9号
2027-05-01,休,劳动节,国办发明电〔2026〕9号
2027-10-01,休,国庆节,国办发明电〔2026〕9号
2027-10-02,休,国庆节,国办发明电〔2026〕9号
2027-10-03,休,国庆节,国办发明电〔2026〕9号
"""


@pytest.fixture(autouse=True)
def moved(monkeypatch):
    """Every change of the calendar moves one deadline."""
    changed = CalendarChanged()
    monkeypatch.setattr("timelimits.calendar.calendar_changed", changed)
    changed.register(lambda calendar: ["南汇依申〔2026〕27号：2027-01-07 → 2027-01-08"])


@pytest.fixture
def rules(monkeypatch):
    """A book of rules in which replies are due after twenty working days."""
    book = RuleBook()
    monkeypatch.setattr("timelimits.management.commands.calculate_deadlines.rules", book)

    @book.register("ogi.reply_20wd", events={"application_submitted"})
    def reply(events, calendar):
        reckoning = workdays(20).reckon(events[0].on, calendar)
        return {"due_date": reckoning.due_on, "trace": reckoning.trace, "status": None}


@pytest.fixture
def notice_file(tmp_path):
    file = tmp_path / "2027.csv"
    file.write_text(NOTICE, encoding="utf-8")
    return file


def run(*arguments: object) -> list[str]:
    output = StringIO()
    call_command(*map(str, arguments), stdout=output, stderr=output)
    return output.getvalue().splitlines()


def test_importing_a_notice_prints_what_changes_and_what_moved(notice_file):
    assert run("import_holidays", notice_file) == [
        "2027-01-01：未录入 → 休（元旦）",
        "2027-01-09：未录入 → 班（元旦调休上班）",
        "2027-05-01：未录入 → 休（劳动节）",
        "2027-10-01：未录入 → 休（国庆节）",
        "2027-10-02：未录入 → 休（国庆节）",
        "2027-10-03：未录入 → 休（国庆节）",
        "其余359天按周一至周五上班补齐",
        "已写入365天，1个期限变动",
        "南汇依申〔2026〕27号：2027-01-07 → 2027-01-08",
    ]


def test_importing_a_notice_again_changes_nothing(notice_file):
    run("import_holidays", notice_file)

    assert run("import_holidays", notice_file) == ["日历没有变化"]


def test_a_dry_run_shows_the_changes_and_writes_nothing(notice_file):
    shown = run("import_holidays", notice_file, "--dry-run")

    assert shown[-1] == "其余359天按周一至周五上班补齐"
    assert not current_calendar().is_known(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("options", "kept"),
    [([], True), (["--overwrite-edited"], False)],
    ids=["left", "overwritten when told to"],
)
def test_a_day_edited_by_hand_is_named(notice_file, options, kept):
    change_days({date(2027, 1, 1): Day(working=True, name="值班")}, by_hand=True)

    printed = run("import_holidays", notice_file, *options)

    left = "2027-01-01曾经人工修改，未改写（--overwrite-edited 可改写）"
    assert printed[0] == "2027-01-01：班（值班） → 休（元旦）（曾经人工修改）"
    assert (left in printed) is kept
    assert current_calendar().is_workday(date(2027, 1, 1)) is kept


def test_an_incomplete_notice_is_imported_with_a_warning(tmp_path):
    file = tmp_path / "2027.csv"
    file.write_text("\n".join(NOTICE.splitlines()[:-1]), encoding="utf-8")

    printed = run("import_holidays", file)

    assert printed[0] == "2027-10-03是法定节假日，文件没有列出，请核对是否完整"
    assert current_calendar().is_known(date(2027, 10, 3))


def test_a_wrong_notice_is_refused_with_all_its_errors(tmp_path):
    file = tmp_path / "2027.csv"
    file.write_text(NOTICE + "昨天1,休\n2027-12-32,休\n", encoding="utf-8")

    with pytest.raises(CommandError, match=r"第8行：.*\n第9行：") as refusal:
        run("import_holidays", file)

    assert str(refusal.value).count("不是日期") == 2
    assert not current_calendar().is_known(date(2027, 1, 1))


@pytest.mark.parametrize("command", ["import_holidays", "calculate_deadlines"])
def test_a_file_that_is_not_there_is_named(command, tmp_path):
    with pytest.raises(CommandError, match=r"无法读取文件.*2027\.csv"):
        run(command, tmp_path / "2027.csv")


def write_cases(folder, *cases: dict[str, object]):
    file = folder / "cases.json"
    file.write_text(json.dumps({"cases": cases}), encoding="utf-8")
    return file


def case(**changes: object) -> dict[str, object]:
    event = {"type": "application_submitted", "date": "2025-03-03", "channel": "in_person"}
    return {"id": "OGI-001", "rule": "ogi.reply_20wd", "events": [event], **changes}


def test_cases_are_printed_as_one_object_of_json(rules, tmp_path):
    printed = run("calculate_deadlines", write_cases(tmp_path, case(), case(id="OGI-002")))

    result = {
        "due_date": "2025-03-31",
        "trace": ["3月3日的次日起算20个工作日", "第20个工作日为3月31日"],
        "status": None,
    }
    assert json.loads("\n".join(printed)) == {"OGI-001": result, "OGI-002": result}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"rule": "ogi.unheard_of"}, r"案例“OGI-001”：没有规则“ogi\.unheard_of”"),
        (
            {"events": [{"type": "comet_seen", "date": "2025-03-03"}]},
            r"案例“OGI-001”：规则“ogi\.reply_20wd”不认识事件“comet_seen”",
        ),
        ({"events": "none"}, "第1个案例应有文字的 id 和 rule"),
    ],
    ids=["unknown rule", "unknown event", "events are no list"],
)
def test_a_case_that_cannot_be_calculated_is_named(rules, tmp_path, changes, message):
    with pytest.raises(CommandError, match=message):
        run("calculate_deadlines", write_cases(tmp_path, case(**changes)))


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe{"], ids=["broken", "not UTF-8"])
def test_a_file_that_is_no_json_is_refused(tmp_path, content):
    file = tmp_path / "cases.json"
    file.write_bytes(content)

    with pytest.raises(CommandError, match="不是UTF-8编码的JSON"):
        run("calculate_deadlines", file)
