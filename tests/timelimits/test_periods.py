"""The seven clocks: a table each, what stops and lengthens them, and the golden cases."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timelimits.days import DateRangeError
from timelimits.packaged import packaged_days
from timelimits.periods import (
    Clock,
    Period,
    Reckoning,
    Unit,
    Window,
    backward_days,
    backward_workdays,
    days,
    fixed,
    left_unit,
    months,
    plain_days,
    plain_months,
    set_by_authority,
    units_left,
    workdays,
    years,
)
from timelimits.workdays import WorkCalendar

CALENDAR = WorkCalendar(dict(packaged_days()), version=1)

GOLDEN = json.loads((Path(__file__).parents[1] / "data" / "deadlines.json").read_text("utf-8"))

# The golden rules that are one clock from one event, and nothing else.
GOLDEN_PERIODS = {
    "lit.appeal_defence_15d": days(15),
    "lit.appeal_judgment_15d": days(15),
    "lit.appeal_ruling_10d": days(10),
    "lit.defence_evidence_15d": days(15),
    "lit.nonlitigation_enforcement_3m": months(3),
    "lit.second_instance_3m": plain_months(3),
    "lit.suit_limit_6m": months(6),
    "lit.suit_limit_not_informed_1y": years(1),
    "lit.summary_trial_45d": plain_days(45),
    "lit.trial_limit_6m": plain_months(6),
    "ogi.proactive_20wd": workdays(20),
    "pen.decide_90d": plain_days(90),
    "pen.hearing_request_5wd": workdays(5),
    "pen.withdraw_published_3wd": workdays(3),
    "pet.accept_notice_15d": plain_days(15),
    "pet.handle_60d": plain_days(60),
    "pet.objection_5wd": workdays(5),
    "rec.applicant_correction_10wd": workdays(10),
    "rec.decision_60d": days(60),
    "rec.opinion_letter_60d": days(60),
    "rec.reply_10wd": workdays(10),
    "rec.reply_old_law_10cd": days(10),
    "rec.reply_simple_5wd": workdays(5),
    "rec.simple_decision_30d": days(30),
    "rev.local_5wd_sla": workdays(5),
    "rev.normative_doc_5_15wd": workdays(15),
    "rev.normative_doc_filing_15d": plain_days(15),
}


@pytest.mark.parametrize(
    ("length", "start", "due"),
    [
        (20, date(2025, 3, 3), date(2025, 3, 31)),
        (20, date(2022, 9, 30), date(2022, 11, 2)),
        (20, date(2023, 9, 28), date(2023, 11, 1)),
        (20, date(2022, 1, 20), date(2022, 2, 22)),
        (20, date(2025, 12, 15), date(2026, 1, 13)),
        (20, date(2022, 12, 12), date(2023, 1, 10)),
        (20, date(2024, 1, 25), date(2024, 2, 27)),
        (20, date(2025, 10, 11), date(2025, 11, 7)),
        (20, date(2025, 3, 2), date(2025, 3, 28)),
        (7, date(2025, 9, 26), date(2025, 10, 13)),
        (3, date(2026, 2, 12), date(2026, 2, 24)),
        (1, date(2026, 10, 9), date(2026, 10, 10)),
    ],
    ids=[
        "ordinary weeks",
        "across National Day 2022, as a court counted",
        "first day is a make-up Saturday",
        "across Spring Festival 2022",
        "over New Year to a make-up Sunday",
        "over a New Year that begins in December",
        "New Year's Eve of 2024 counts",
        "begins on a make-up Saturday",
        "begins on a Sunday",
        "two make-up days count",
        "a make-up Saturday before Spring Festival counts",
        "ends on a make-up Saturday",
    ],
)
def test_working_days_end_on_the_last_that_counts(length, start, due):
    reckoning = workdays(length).reckon(start, CALENDAR)

    assert (reckoning.raw_end, reckoning.due_on, reckoning.safe_on) == (due, due, due)


@pytest.mark.parametrize(
    ("length", "start", "raw_end", "due"),
    [
        (15, date(2025, 3, 3), date(2025, 3, 18), date(2025, 3, 18)),
        (15, date(2025, 3, 7), date(2025, 3, 22), date(2025, 3, 24)),
        (15, date(2026, 2, 2), date(2026, 2, 17), date(2026, 2, 24)),
        (15, date(2022, 9, 20), date(2022, 10, 5), date(2022, 10, 8)),
        (15, date(2025, 12, 19), date(2026, 1, 3), date(2026, 1, 4)),
        (15, date(2026, 2, 13), date(2026, 2, 28), date(2026, 2, 28)),
        (15, date(2024, 2, 14), date(2024, 2, 29), date(2024, 2, 29)),
        (60, date(2024, 8, 5), date(2024, 10, 4), date(2024, 10, 8)),
    ],
    ids=[
        "ends on a Tuesday",
        "rolls off a weekend",
        "rolls off Spring Festival",
        "rolls to a make-up Saturday",
        "rolls over New Year to a make-up Sunday",
        "stays on a make-up Saturday",
        "ends on the leap day",
        "sixty days roll off National Day",
    ],
)
def test_days_roll_off_days_off(length, start, raw_end, due):
    reckoning = days(length).reckon(start, CALENDAR)

    assert (reckoning.raw_end, reckoning.due_on, reckoning.safe_on) == (raw_end, due, due)


@pytest.mark.parametrize(
    ("period", "start", "raw_end", "due"),
    [
        (months(6), date(2025, 3, 3), date(2025, 9, 3), date(2025, 9, 3)),
        (months(6), date(2025, 4, 1), date(2025, 10, 1), date(2025, 10, 9)),
        (months(6), date(2024, 8, 31), date(2025, 2, 28), date(2025, 2, 28)),
        (months(6), date(2023, 8, 31), date(2024, 2, 29), date(2024, 2, 29)),
        (months(3), date(2025, 11, 30), date(2026, 2, 28), date(2026, 2, 28)),
        (months(3), date(2025, 6, 30), date(2025, 9, 30), date(2025, 9, 30)),
        (years(1), date(2024, 5, 20), date(2025, 5, 20), date(2025, 5, 20)),
        (years(2), date(2024, 2, 29), date(2026, 2, 28), date(2026, 2, 28)),
    ],
    ids=[
        "corresponding day",
        "rolls off National Day",
        "no 31st in February",
        "no 31st in February of a leap year",
        "stays on a make-up Saturday",
        "thirtieth to thirtieth",
        "a year",
        "two years from a leap day",
    ],
)
def test_months_end_on_the_corresponding_day_and_roll(period, start, raw_end, due):
    reckoning = period.reckon(start, CALENDAR)

    assert (reckoning.raw_end, reckoning.due_on, reckoning.safe_on) == (raw_end, due, due)


@pytest.mark.parametrize(
    ("period", "start", "due", "safe"),
    [
        (plain_days(15), date(2025, 3, 10), date(2025, 3, 25), date(2025, 3, 25)),
        (plain_days(60), date(2025, 8, 6), date(2025, 10, 5), date(2025, 9, 30)),
        (plain_days(90), date(2025, 7, 8), date(2025, 10, 6), date(2025, 9, 30)),
        (plain_days(13), date(2022, 9, 26), date(2022, 10, 9), date(2022, 10, 9)),
        (plain_months(6), date(2025, 4, 1), date(2025, 10, 1), date(2025, 9, 30)),
        (plain_months(6), date(2024, 8, 31), date(2025, 2, 28), date(2025, 2, 28)),
    ],
    ids=[
        "ends on a Tuesday",
        "sixty days end within National Day",
        "ninety days end within National Day",
        "ends on a make-up Sunday",
        "months end within National Day",
        "months to the end of February",
    ],
)
def test_plain_days_do_not_roll_and_are_safe_on_the_working_day_before(period, start, due, safe):
    reckoning = period.reckon(start, CALENDAR)

    assert (reckoning.raw_end, reckoning.due_on, reckoning.safe_on) == (due, due, safe)


@pytest.mark.parametrize(
    ("period", "day", "safe"),
    [
        (fixed(), date(2026, 3, 31), date(2026, 3, 31)),
        (fixed(), date(2026, 3, 1), date(2026, 2, 28)),
        (fixed(), date(2026, 1, 31), date(2026, 1, 30)),
        (set_by_authority(), date(2025, 8, 29), date(2025, 8, 29)),
        (set_by_authority(), date(2026, 5, 3), date(2026, 4, 30)),
    ],
    ids=[
        "fixed on a Tuesday",
        "fixed on a Sunday after a make-up Saturday",
        "fixed on a Saturday",
        "set to a Friday",
        "set to a holiday",
    ],
)
def test_a_named_day_stays_and_is_safe_on_the_working_day_before(period, day, safe):
    reckoning = period.reckon(day, CALENDAR)

    assert (reckoning.raw_end, reckoning.due_on, reckoning.safe_on) == (day, day, safe)


@pytest.mark.parametrize(
    ("period", "event", "latest", "safe"),
    [
        (backward_days(3), date(2025, 10, 20), date(2025, 10, 17), date(2025, 10, 16)),
        (backward_days(3), date(2025, 10, 10), date(2025, 10, 7), date(2025, 9, 30)),
        (backward_workdays(5), date(2025, 10, 13), date(2025, 9, 29), date(2025, 9, 28)),
        (backward_workdays(7), date(2026, 11, 23), date(2026, 11, 12), date(2026, 11, 11)),
    ],
    ids=[
        "three days before a hearing on a Monday",
        "three days before a hearing after National Day",
        "five working days with make-up days among them",
        "seven working days in ordinary weeks",
    ],
)
def test_backward_periods_leave_full_days_before_the_event(period, event, latest, safe):
    reckoning = period.reckon(event, CALENDAR)

    assert (reckoning.raw_end, reckoning.due_on, reckoning.safe_on) == (latest, latest, safe)


@pytest.mark.parametrize(
    ("start", "windows", "due", "safe"),
    [
        (
            date(2025, 7, 1),
            [
                Window(date(2025, 7, 5), date(2025, 7, 18), "征求甲意见"),
                Window(date(2025, 7, 11), date(2025, 7, 25), "征求乙意见"),
            ],
            date(2025, 8, 19),
            date(2025, 8, 18),
        ),
        (
            date(2024, 1, 24),
            [Window(date(2024, 1, 31), date(2024, 2, 21), "征求意见")],
            date(2024, 3, 14),
            date(2024, 3, 13),
        ),
        (
            date(2025, 7, 1),
            [Window(date(2025, 7, 5), date(2025, 7, 6), "征求意见")],
            date(2025, 7, 29),
            date(2025, 7, 29),
        ),
        (
            date(2025, 7, 1),
            [
                Window(date(2025, 6, 1), date(2025, 7, 1), "征求意见"),
                Window(date(2025, 7, 30), date(2025, 8, 8), "征求意见"),
                Window(date(2025, 7, 9), date(2025, 7, 8), "征求意见"),
            ],
            date(2025, 7, 29),
            date(2025, 7, 29),
        ),
        (
            date(2025, 7, 1),
            [Window(date(2025, 7, 29), date(2025, 7, 31), "征求意见")],
            date(2025, 8, 1),
            date(2025, 7, 31),
        ),
    ],
    ids=[
        "two that overlap count once",
        "across Spring Festival",
        "a weekend only",
        "before the start, after the end, answered at once",
        "from the last day on",
    ],
)
def test_windows_put_working_days_off_and_make_the_day_before_the_safe_one(
    start, windows, due, safe
):
    reckoning = workdays(20).reckon(start, CALENDAR, excluded=windows)

    assert (reckoning.due_on, reckoning.safe_on) == (due, safe)


@pytest.mark.parametrize(
    ("period", "raw_end", "due", "safe"),
    [
        (days(15), date(2025, 3, 28), date(2025, 3, 28), date(2025, 3, 28)),
        (plain_days(16), date(2025, 3, 29), date(2025, 3, 29), date(2025, 3, 28)),
        (months(1), date(2025, 4, 13), date(2025, 4, 14), date(2025, 4, 14)),
    ],
    ids=["days", "plain days", "months"],
)
def test_windows_put_other_clocks_off_by_every_day_they_hold(period, raw_end, due, safe):
    ten_days = Window(date(2025, 3, 8), date(2025, 3, 17), "鉴定")

    reckoning = period.reckon(date(2025, 3, 3), CALENDAR, excluded=[ten_days])

    assert (reckoning.raw_end, reckoning.due_on, reckoning.safe_on) == (raw_end, due, safe)


def test_a_period_does_not_roll_onto_a_day_on_which_its_clock_stands_still():
    sunday_to_wednesday = Window(date(2025, 3, 23), date(2025, 3, 26), "中止")

    reckoning = days(15).reckon(date(2025, 3, 7), CALENDAR, excluded=[sunday_to_wednesday])

    assert (reckoning.raw_end, reckoning.due_on) == (date(2025, 3, 22), date(2025, 3, 27))


@pytest.mark.parametrize(
    ("period", "since"),
    [
        (workdays(20), date(2025, 3, 10)),
        (workdays(20), date(2025, 3, 4)),
        (workdays(20), date(2025, 3, 31)),
        (days(15), date(2025, 3, 18)),
        (days(12), date(2025, 3, 17)),
        (months(1), date(2025, 3, 10)),
        (plain_days(15), date(2025, 3, 10)),
    ],
    ids=[
        "working days",
        "from the first day",
        "on the last day",
        "days",
        "on the day to which the end would roll",
        "months",
        "plain days",
    ],
)
def test_a_clock_that_still_stands_has_no_end(period, since):
    window = Window(since, None, "征求意见")

    reckoning = period.reckon(date(2025, 3, 3), CALENDAR, excluded=[window])

    assert (reckoning.raw_end, reckoning.due_on, reckoning.safe_on) == (None, None, None)


@pytest.mark.parametrize("period", [workdays(20), days(28), months(1)], ids=str)
def test_a_window_opened_after_the_end_changes_nothing(period):
    start = date(2025, 3, 3)
    opened_late = Window(date(2025, 4, 4), None, "征求意见")

    assert period.reckon(start, CALENDAR, excluded=[opened_late]) == period.reckon(start, CALENDAR)


@pytest.mark.parametrize(
    "period", [fixed(), set_by_authority(), backward_days(3), backward_workdays(5)], ids=repr
)
def test_a_window_cannot_stop_a_day_that_is_named_or_counted_back(period):
    day = date(2025, 10, 20)
    window = Window(date(2025, 10, 1), None, "征求意见")

    assert period.reckon(day, CALENDAR, excluded=[window]) == period.reckon(day, CALENDAR)


@pytest.mark.parametrize(
    ("period", "start", "extra", "raw_end", "due"),
    [
        (workdays(20), date(2025, 5, 6), 20, date(2025, 7, 2), date(2025, 7, 2)),
        (workdays(20), date(2025, 8, 4), 19, date(2025, 9, 26), date(2025, 9, 26)),
        (days(60), date(2025, 7, 6), 30, date(2025, 10, 4), date(2025, 10, 9)),
        (plain_days(60), date(2025, 8, 6), 30, date(2025, 11, 4), date(2025, 11, 4)),
        (months(6), date(2024, 8, 31), 3, date(2025, 5, 31), date(2025, 6, 3)),
    ],
    ids=[
        "twenty working days more",
        "fewer than the longest",
        "thirty days from the end as counted, not as rolled",
        "petition",
        "months from the start, not from the end of February",
    ],
)
def test_an_extension_makes_the_period_longer_before_it_rolls(period, start, extra, raw_end, due):
    reckoning = period.reckon(start, CALENDAR, extra=extra)

    assert (reckoning.raw_end, reckoning.due_on) == (raw_end, due)


def test_correction_consultation_and_extension_come_together():
    consultation = Window(date(2025, 9, 23), date(2025, 10, 13), "征求第三方意见")

    reckoning = workdays(20).reckon(
        date(2025, 9, 10),
        CALENDAR,
        excluded=[consultation],
        extra=20,
        occasion="收到补正后的申请",
    )

    assert reckoning == Reckoning(
        start=date(2025, 9, 10),
        raw_end=date(2025, 11, 26),
        due_on=date(2025, 11, 26),
        safe_on=date(2025, 11, 25),
        provisional=False,
        trace=(
            "9月10日收到补正后的申请，次日起算20个工作日",
            "征求第三方意见，9月23日至10月13日的11个工作日不计入",
            "延长20个工作日，共40个工作日",
            "停止计算的首尾两日是否计入没有明文，稳妥日期为11月25日",
            "第40个工作日为11月26日",
        ),
    )


@pytest.mark.parametrize(
    ("period", "start", "provisional"),
    [
        (workdays(20), date(2026, 12, 2), False),
        (workdays(20), date(2026, 12, 10), True),
        (days(15), date(2026, 12, 16), False),
        (days(15), date(2026, 12, 17), True),
        (months(6), date(2026, 7, 1), True),
        (plain_days(15), date(2026, 12, 17), True),
        (fixed(), date(2027, 1, 31), True),
        (set_by_authority(), date(2027, 1, 4), True),
        (backward_days(3), date(2027, 1, 4), True),
        (backward_workdays(5), date(2026, 12, 31), False),
        (workdays(5), date(2003, 12, 30), True),
    ],
    ids=[
        "working days to the last of the announced year",
        "working days into a year not announced",
        "days that end on the last of the year",
        "days that end on New Year",
        "months into a year not announced",
        "plain days",
        "fixed date",
        "set date",
        "hearing in a year not announced",
        "counted back within the announced year",
        "before the first announced day",
    ],
)
def test_a_date_is_provisional_when_a_day_it_rests_on_was_not_announced(period, start, provisional):
    assert period.reckon(start, CALENDAR).provisional is provisional


@pytest.mark.parametrize(
    ("period", "start", "occasion", "trace"),
    [
        (
            workdays(20),
            date(2026, 9, 14),
            "收到申请",
            (
                "9月14日收到申请，次日起算20个工作日",
                "9月20日（周日）调休上班，计入",
                "9月25日至27日中秋节放假，不计入",
                "10月1日至7日国庆节放假，不计入",
                "10月10日（周六）调休上班，计入",
                "第20个工作日为10月16日",
            ),
        ),
        (
            workdays(10),
            date(2025, 9, 26),
            "",
            (
                "9月26日的次日起算10个工作日",
                "9月28日（周日）调休上班，计入",
                "10月1日至8日国庆节、中秋节放假，不计入",
                "10月11日（周六）调休上班，计入",
                "第10个工作日为10月16日",
            ),
        ),
        (
            workdays(20),
            date(2022, 12, 12),
            "收到申请",
            (
                "12月12日收到申请，次日起算20个工作日",
                "12月31日至2023年1月2日元旦放假，不计入",
                "第20个工作日为2023年1月10日",
            ),
        ),
        (
            workdays(20),
            date(2026, 12, 10),
            "收到申请",
            (
                "12月10日收到申请，次日起算20个工作日",
                "2027年节假日安排尚未公布，按周一至周五暂定",
                "第20个工作日为2027年1月7日",
            ),
        ),
        (
            days(15),
            date(2025, 4, 18),
            "收到起诉状副本",
            (
                "4月18日收到起诉状副本，次日起算15日",
                "第15日为5月3日",
                "5月3日为劳动节放假，顺延至5月6日",
            ),
        ),
        (
            days(15),
            date(2025, 12, 19),
            "",
            (
                "12月19日的次日起算15日",
                "第15日为2026年1月3日",
                "2026年1月3日为元旦放假，顺延至2026年1月4日（周日，调休上班）",
            ),
        ),
        (
            days(15),
            date(2026, 2, 13),
            "收到起诉状副本",
            (
                "2月13日收到起诉状副本，次日起算15日",
                "第15日为2月28日",
                "2月28日（周六）调休上班，不顺延",
            ),
        ),
        (
            months(6),
            date(2025, 4, 1),
            "二审判决生效",
            (
                "4月1日二审判决生效，次日起算6个月",
                "到期月的对应日为10月1日",
                "10月1日为国庆节放假，顺延至10月9日",
            ),
        ),
        (
            months(6),
            date(2024, 8, 31),
            "立案",
            ("8月31日立案，次日起算6个月", "到期月没有31日，月末日为2025年2月28日"),
        ),
        (
            plain_days(60),
            date(2025, 8, 6),
            "受理信访事项",
            (
                "8月6日受理信访事项，次日起算60日",
                "第60日为10月5日",
                "10月5日为国庆节放假，没有顺延的规定，此前最后一个工作日为9月30日",
            ),
        ),
        (
            fixed(),
            date(2027, 1, 31),
            "报送年度报告",
            (
                "报送年度报告，期限固定为1月31日",
                "2027年节假日安排尚未公布，按周一至周五暂定",
                "1月31日为周日，没有顺延的规定，此前最后一个工作日为1月29日",
            ),
        ),
        (fixed(), date(2026, 3, 31), "", ("期限固定为3月31日",)),
        (
            set_by_authority(),
            date(2025, 8, 29),
            "告知延迟答复",
            ("告知延迟答复，以通知确定的8月29日为准",),
        ),
        (
            backward_days(3),
            date(2025, 10, 20),
            "开庭",
            (
                "10月20日开庭，自前一日起向前倒数3日",
                "倒数第3日为10月17日；留足整日的稳妥日期为10月16日",
            ),
        ),
        (
            backward_workdays(5),
            date(2027, 1, 6),
            "听证",
            (
                "1月6日听证，自前一日起向前倒数5个工作日",
                "2027年节假日安排尚未公布，按周一至周五暂定",
                "倒数第5个工作日为2026年12月30日；留足整日的稳妥日期为2026年12月29日",
            ),
        ),
    ],
    ids=[
        "holidays and make-up days",
        "one holiday within another, no occasion",
        "a holiday over New Year names the other year",
        "a year not announced",
        "days that roll",
        "days that roll to a make-up Sunday",
        "days that stay on a make-up Saturday",
        "months that roll",
        "months without a corresponding day",
        "plain days that stay on a holiday",
        "fixed date on a Sunday",
        "fixed date on a working day",
        "set date",
        "counted back",
        "working days counted back over New Year",
    ],
)
def test_a_date_explains_itself(period, start, occasion, trace):
    assert period.reckon(start, CALENDAR, occasion=occasion).trace == trace


@pytest.mark.parametrize(
    ("period", "window", "trace"),
    [
        (
            workdays(20),
            Window(date(2025, 3, 8), date(2025, 3, 9), "征求意见"),
            ("征求意见，3月8日至9日没有工作日，不影响期限", "第20个工作日为3月31日"),
        ),
        (
            workdays(20),
            Window(date(2025, 3, 5), None, "征求意见"),
            (
                "征求意见，3月5日起停止计算，尚未恢复",
                "已计1个工作日，余19个工作日，恢复计算后确定期限",
            ),
        ),
        (
            workdays(20),
            Window(date(2025, 3, 5), date(2025, 3, 5), ""),
            (
                "3月5日的1个工作日不计入",
                "停止计算的首尾两日是否计入没有明文，稳妥日期为3月31日",
                "第20个工作日为4月1日",
            ),
        ),
        (
            months(6),
            Window(date(2025, 5, 1), date(2025, 5, 30), "公告"),
            (
                "公告，5月1日至30日的30日不计入",
                "到期月的对应日顺加不计入的30日，最后一日为10月3日",
                "10月3日为国庆节放假，顺延至10月9日",
            ),
        ),
    ],
    ids=["a weekend only", "still standing", "a single day without a reason", "months"],
)
def test_a_pause_explains_itself(period, window, trace):
    reckoning = period.reckon(date(2025, 3, 3), CALENDAR, excluded=[window])

    assert reckoning.trace[1:] == trace


@pytest.mark.parametrize(
    ("kind", "due", "today", "left"),
    [
        (workdays(20), date(2025, 3, 31), date(2025, 3, 31), 0),
        (workdays(20), date(2026, 10, 12), date(2026, 9, 30), 4),
        (workdays(20), date(2025, 3, 31), date(2025, 4, 10), -7),
        (workdays(20), date(2025, 3, 28), date(2025, 3, 29), -1),
        (Clock.WORKDAYS, date(2025, 3, 31), date(2025, 3, 27), 2),
        (backward_workdays(5), date(2025, 9, 29), date(2025, 9, 25), 3),
        (days(15), date(2025, 10, 9), date(2025, 9, 30), 9),
        (days(15), date(2025, 10, 9), date(2025, 10, 11), -2),
        (months(6), date(2025, 10, 9), date(2025, 10, 9), 0),
        (fixed(), date(2026, 1, 31), date(2026, 1, 29), 2),
        (Clock.SET, date(2025, 8, 29), date(2025, 8, 1), 28),
    ],
    ids=[
        "working days: on the day itself",
        "working days: holiday left out, make-up Saturday counted",
        "working days: late",
        "working days: late on a weekend is late by one",
        "working days by their clock",
        "working days before an event",
        "days over a holiday",
        "days late",
        "months: on the day itself",
        "fixed date",
        "set date by its clock",
    ],
)
def test_units_left_are_those_in_which_the_law_counts(kind, due, today, left):
    assert units_left(kind, due, today, CALENDAR) == left


def test_what_is_left_of_months_is_a_number_of_days():
    kinds = [workdays(20), backward_workdays(5), months(6), Clock.WORKDAYS, Clock.MONTHS]

    assert [left_unit(kind) for kind in kinds] == [
        Unit.WORKDAY,
        Unit.WORKDAY,
        Unit.DAY,
        Unit.WORKDAY,
        Unit.DAY,
    ]


def test_a_period_reads_as_the_article_says_it():
    periods = [workdays(20), days(15), months(6), years(2), plain_days(60), fixed()]

    assert [str(period) for period in periods] == [
        "20个工作日",
        "15日",
        "6个月",
        "2年",
        "60日",
        "确定的日期",
    ]


def test_the_unit_of_a_period_has_a_label():
    assert [period.unit_label for period in (workdays(20), months(6))] == ["个工作日", "个月"]


@pytest.mark.parametrize(
    "make",
    [lambda: workdays(0), lambda: days(-1), lambda: Period(Clock.FIXED, 3, Unit.DAY)],
    ids=["no working days", "days less than none", "a fixed date with a length"],
)
def test_a_length_that_makes_no_sense_is_refused(make):
    with pytest.raises(ValueError, match="期限的长度不能是"):
        make()


@pytest.mark.parametrize(
    ("period", "extra"),
    [(workdays(20), -1), (fixed(), 1), (set_by_authority(), 5), (backward_days(3), 1)],
    ids=["shortened", "fixed date", "set date", "counted back"],
)
def test_an_extension_that_makes_no_sense_is_refused(period, extra):
    with pytest.raises(ValueError, match="期限不能延长"):
        period.reckon(date(2025, 3, 3), CALENDAR, extra=extra)


@pytest.mark.parametrize("period", [workdays(20), days(15), months(6), plain_days(60)], ids=str)
def test_a_period_beyond_the_last_day_of_the_calendar_is_refused(period):
    with pytest.raises(DateRangeError, match="超出了日历的范围"):
        period.reckon(date.max, CALENDAR)


@pytest.mark.parametrize(
    "case",
    [case for case in GOLDEN["cases"] if case["rule"] in GOLDEN_PERIODS],
    ids=lambda case: case["id"],
)
def test_a_golden_case_of_one_clock_comes_out_as_worked_out_by_hand(case):
    (event,) = case["events"]
    expected = case["expected"]

    reckoning = GOLDEN_PERIODS[case["rule"]].reckon(date.fromisoformat(event["date"]), CALENDAR)

    found = {"due_date": str(reckoning.due_on), "raw_end": str(reckoning.raw_end)}
    assert found == {**found, **{key: expected[key] for key in found if key in expected}}


@pytest.mark.parametrize(
    "case",
    [case for case in GOLDEN["cases"] if case["rule"] == "ogi.reply_20wd"],
    ids=lambda case: case["id"],
)
def test_a_golden_reply_is_due_twenty_working_days_after_receipt(case):
    received = date.fromisoformat(case["expected"]["receipt_date"])

    reckoning = workdays(20).reckon(received, CALENDAR)

    assert str(reckoning.due_on) == case["expected"]["due_date"]


starts = st.dates(date(2004, 1, 1), date(2027, 12, 31))
forward_periods = st.builds(
    lambda make, length: make(length),
    st.sampled_from([workdays, days, plain_days, months, plain_months]),
    st.integers(1, 40),
)


@st.composite
def windows_after(draw, start):
    first = start + timedelta(days=draw(st.integers(-5, 60)))
    return Window(first, first + timedelta(days=draw(st.integers(-1, 40))), "中止")


@st.composite
def starts_and_windows(draw):
    start = draw(starts)
    return start, draw(st.lists(windows_after(start), max_size=4))


@given(start=starts, length=st.integers(1, 40))
def test_working_days_always_end_on_a_working_day_and_count_to_it(start, length):
    due = workdays(length).reckon(start, CALENDAR).due_on

    assert CALENDAR.is_workday(due)
    assert CALENDAR.workdays_between(start, due) == length


@given(start=starts, length=st.integers(1, 400))
def test_days_always_end_on_a_working_day_that_is_not_before_the_raw_end(start, length):
    reckoning = days(length).reckon(start, CALENDAR)

    assert reckoning.raw_end == start + timedelta(days=length)
    assert reckoning.due_on == CALENDAR.on_or_after(reckoning.raw_end)


@given(case=starts_and_windows(), period=forward_periods)
def test_another_window_never_makes_a_period_end_earlier(case, period):
    start, windows = case

    ends = [
        period.reckon(start, CALENDAR, excluded=windows[:number])
        for number in range(len(windows) + 1)
    ]

    assert [end.due_on for end in ends] == sorted(end.due_on for end in ends)
    assert [end.raw_end for end in ends] == sorted(end.raw_end for end in ends)


@given(case=starts_and_windows(), period=forward_periods)
def test_windows_told_twice_or_in_another_order_are_taken_off_once(case, period):
    start, windows = case

    once = period.reckon(start, CALENDAR, excluded=windows)
    twice = period.reckon(start, CALENDAR, excluded=[*reversed(windows), *windows])

    assert (twice.raw_end, twice.due_on, twice.safe_on) == (once.raw_end, once.due_on, once.safe_on)


@given(case=starts_and_windows(), period=forward_periods, extra=st.integers(0, 20))
def test_a_period_never_ends_on_a_day_on_which_its_clock_stands_still(case, period, extra):
    start, windows = case

    due = period.reckon(start, CALENDAR, excluded=windows, extra=extra).due_on

    assert not any(window.first <= due <= window.last for window in windows)


@given(case=starts_and_windows(), period=forward_periods)
def test_the_safe_day_is_a_working_day_and_never_after_the_end(case, period):
    start, windows = case

    reckoning = period.reckon(start, CALENDAR, excluded=windows)

    assert CALENDAR.is_workday(reckoning.safe_on)
    assert reckoning.safe_on <= reckoning.due_on


@given(
    event=starts,
    length=st.integers(1, 20),
    make=st.sampled_from([backward_days, backward_workdays]),
)
def test_a_backward_period_leaves_its_length_before_the_event(event, length, make):
    reckoning = make(length).reckon(event, CALENDAR)

    workdays_before = CALENDAR.workdays_between(reckoning.due_on, event)
    assert reckoning.safe_on < reckoning.due_on < event
    if make is backward_days:
        assert (event - reckoning.due_on).days == length
    else:
        assert workdays_before == length - 1 + CALENDAR.is_workday(event)
