"""What a course may declare beyond one clock for one matter: parties, versions, openings."""

from datetime import date

import pytest

from casework.standing import Fact, IllegalMoveError, standing, standing_after
from casework.workflow import Ask, AskKind, Move, Workflow, at
from timelimits.limits import Limit
from timelimits.periods import days, set_by_authority, workdays
from timelimits.workdays import WorkCalendar

CALENDAR = WorkCalendar()
APPEAL = Limit("appeal", "上诉期限", days(15), basis="第八十五条")
DUTY = Limit("duty", "履行期限", set_by_authority(), basis="判决确定")
OLD = Limit("reply", "答复", days(10), basis="旧法", until=date(2023, 12, 31), note="旧法。")
NEW = Limit("reply", "答复", workdays(10), basis="新法", since=date(2024, 1, 1))
PARTY = Ask("party", "当事人")

SAMPLE = Workflow(
    kind="parties",
    label="样例",
    number="{office}样〔{year}〕{serial}号",
    initial="new",
    stages={"new": "待登记", "open": "办理中", "judged": "已裁判", "closed": "已归档"},
    moves=(
        Move("receive", "收案", at("new"), "open", starts=(OLD, NEW)),
        Move("receive_appeal", "二审收案", at("new"), "open"),
        Move(
            "judge",
            "判决",
            at("open"),
            "judged",
            settles="outcome",
            opened_by=at("receive"),
            asks=(Ask("decided_on", "判决日期", AskKind.DATE, may_precede=True),),
        ),
        Move("serve", "送达", at("judged"), asks=(PARTY,), starts=(APPEAL,)),
        Move(
            "effective",
            "生效",
            at("judged"),
            after=(("limit:appeal", "上诉期限尚未届满，最早可于 {day} 登记。"),),
        ),
        Move(
            "oblige",
            "登记履行义务",
            at("judged"),
            asks=(PARTY, Ask("by", "期限", AskKind.DATE)),
            sets=((DUTY, "by"),),
        ),
        Move("perform", "履行", at("judged"), asks=(PARTY,), meets=(DUTY,)),
        Move("archive", "归档", at("judged"), "closed", settled=(DUTY,)),
        Move("retrieve", "撤销归档", at("closed"), "judged", keeps_outcome=True),
    ),
    opens=("receive", "receive_appeal"),
    closed_at=at("closed"),
)


def day(month, number, year=2025):
    return date(year, month, number)


JUDGED = (
    Fact("receive", day(3, 3)),
    Fact("judge", day(5, 6), {"outcome": "J02", "decided_on": "2025-04-30"}),
)


def replay(*facts):
    return standing(SAMPLE, facts, CALENDAR)


def refusal(fact, *earlier):
    with pytest.raises(IllegalMoveError) as refused:
        standing_after(SAMPLE, earlier, fact, CALENDAR)
    return str(refused.value)


def served(party, on):
    return Fact("serve", on, {"party": party})


def test_each_party_has_a_clock_of_its_own():
    now = replay(*JUDGED, served("张某", day(5, 6)), served("李某", day(5, 9)))

    assert {due.party: due.due_on for due in now.dues if due.limit is APPEAL} == {
        "张某": day(5, 21),
        "李某": day(5, 26),
    }


def test_what_waits_for_every_party_waits_for_the_last_one():
    facts = (*JUDGED, served("张某", day(5, 6)), served("李某", day(5, 9)))

    assert refusal(Fact("effective", day(5, 26)), *facts) == (
        "上诉期限尚未届满，最早可于 2025-05-27 登记。"
    )
    assert standing_after(SAMPLE, facts, Fact("effective", day(5, 27)), CALENDAR).stage == "judged"


def test_an_act_is_that_of_a_party_whose_act_is_awaited():
    owed = (*JUDGED, Fact("oblige", day(5, 27), {"party": "返还房屋", "by": "2025-06-30"}))

    assert refusal(Fact("perform", day(6, 3), {"party": "赔偿"}), *owed) == (
        "没有等待“赔偿”的记录，正在等待的是返还房屋。"
    )
    assert replay(*owed).awaited(SAMPLE.move("perform")) == ("返还房屋",)


def test_a_matter_does_not_close_before_everything_owed_is_done():
    owed = (*JUDGED, Fact("oblige", day(5, 27), {"party": "返还房屋", "by": "2025-06-30"}))
    done = Fact("perform", day(6, 3), {"party": "返还房屋"})

    assert refusal(Fact("archive", day(6, 3)), *owed) == (
        "履行期限（返还房屋）尚未完成，不能办理“归档”。"
    )
    assert replay(*owed, done, Fact("archive", day(6, 3))).closed_on == day(6, 3)


@pytest.mark.parametrize(
    ("received", "due"),
    [(date(2023, 12, 31), date(2024, 1, 10)), (date(2024, 1, 1), date(2024, 1, 15))],
    ids=["the last day of the old law", "the first day of the new law"],
)
def test_the_version_that_is_law_on_the_day_is_the_one_that_runs(received, due):
    assert replay(Fact("receive", received)).due("reply") == due


def test_the_note_of_a_limit_ends_its_explanation():
    now = replay(Fact("receive", date(2023, 12, 1)))

    assert now.find("reply").reckoning.trace[-1] == "旧法。"


def test_a_move_of_another_course_is_refused():
    assert refusal(Fact("judge", day(5, 6)), Fact("receive_appeal", day(3, 3))) == (
        "本件始于“二审收案”，没有“判决”这一环节。"
    )


def test_the_day_on_which_the_outcome_was_settled_is_kept():
    now = replay(*JUDGED, Fact("archive", day(6, 3)))

    assert (now.outcome, now.settled_on, now.closed_on) == ("J02", day(5, 6), day(6, 3))


def test_a_matter_taken_up_again_keeps_how_it_ended():
    now = replay(*JUDGED, Fact("archive", day(6, 3)), Fact("retrieve", day(6, 4)))

    assert (now.stage, now.outcome, now.closed_on) == ("judged", "J02", None)


def test_a_day_that_may_precede_the_move_is_no_breach():
    assert replay(*JUDGED).breaches == ()


def test_several_answers_read_one_after_the_other():
    ask = Ask("papers", "材料", AskKind.SEVERAL, choices=(("a", "起诉状"), ("b", "答辩状")))

    assert ask.in_words(["a", "b"]) == "起诉状、答辩状"
