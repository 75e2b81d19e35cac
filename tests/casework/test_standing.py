"""From a timeline to stage and deadlines: order, restart, standstill, extension, breaches."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.standing import Fact, IllegalMoveError, standing, standing_after
from casework.workflow import Ask, AskKind, Length, Move, Workflow, at
from disclosure.workflow import MOVES, WORKFLOW
from timelimits.limits import Limit
from timelimits.periods import set_by_authority, workdays
from timelimits.workdays import WorkCalendar

MONDAY_TO_FRIDAY = WorkCalendar()


def day(month, number):
    return date(2025, month, number)


RECEIVED = Fact("receive", day(3, 3))


def replay(*facts):
    return standing(WORKFLOW, facts, MONDAY_TO_FRIDAY)


def refusal(fact, *earlier):
    """Return how one more fact is refused: the sentence, and the ask at which it is shown."""
    with pytest.raises(IllegalMoveError) as refused:
        standing_after(WORKFLOW, earlier, fact, MONDAY_TO_FRIDAY)
    return str(refused.value), refused.value.field


def codes(now):
    return [(breach.fact.move, breach.code) for breach in now.breaches]


def ask_correction(on, correct_by="2025-03-31"):
    return Fact("ask_correction", on, {"items": "地块", "correct_by": correct_by})


def consult(party, on, got=None):
    return Fact("consult", on, {"party": party, "letter_received_on": got and got.isoformat()})


def opinion(party, on):
    return Fact("opinion", on, {"party": party})


def silence(party, on):
    return Fact("opinion_lapsed", on, {"party": party})


def extend(on, days=20):
    return Fact("extend", on, {"days": days})


def approved(on):
    """Return a reply that was drafted and approved on a day."""
    return Fact("draft", on, {"result": "1"}), Fact("approve", on)


def reply(on):
    return Fact("reply", on, {"result": "1"})


def test_a_timeline_without_facts_stands_at_the_beginning():
    now = replay()

    assert (now.stage, now.received_on, now.dues) == ("new", None, ())


def test_receipt_starts_the_reply_and_the_time_for_a_correction_notice():
    now = replay(RECEIVED)

    assert (now.stage, now.received_on) == ("processing", day(3, 3))
    assert {due.limit.code: due.due_on for due in now.dues} == {
        "reply": day(3, 31),
        "correction_notice": day(3, 12),
    }


def test_facts_are_replayed_by_their_days_and_not_as_they_were_recorded():
    asked, answered = consult("甲", day(3, 10)), opinion("甲", day(3, 17))

    assert replay(answered, asked, RECEIVED) == replay(RECEIVED, asked, answered)


def test_facts_of_one_day_are_replayed_as_they_were_recorded():
    now = replay(RECEIVED, *approved(day(3, 10)), reply(day(3, 10)))

    assert (now.stage, now.breaches) == ("replied", ())


def test_what_waits_for_its_confirmation_is_received_when_it_is_confirmed():
    arrived, confirmed = Fact("arrive", day(3, 1)), Fact("confirm", day(3, 3))

    assert replay(arrived).due("confirm") == day(3, 1)
    assert replay(arrived, confirmed).received_on == day(3, 3)
    assert replay(arrived, confirmed).due("reply") == day(3, 31)


def test_the_reply_stands_still_while_the_applicant_corrects():
    now = replay(RECEIVED, ask_correction(day(3, 10)))
    due = now.find("reply")

    assert (now.stage, now.due("correction")) == ("correcting", day(3, 31))
    assert (due.due_on, due.stopped_since, due.stopped_until) == (None, day(3, 11), None)


def test_a_correction_starts_the_reply_again_from_zero():
    now = replay(RECEIVED, ask_correction(day(3, 10)), Fact("corrected", day(3, 20)))

    assert (now.stage, now.due("reply")) == ("processing", day(4, 17))
    assert now.find("correction").met_on == day(3, 20)


def test_a_fee_that_is_paid_starts_the_reply_again():
    now = replay(RECEIVED, Fact("charge", day(3, 10)), Fact("paid", day(3, 20)))

    assert now.due("reply") == day(4, 17)


def test_a_fee_that_was_asked_for_at_the_wrong_stage_starts_nothing_until_asked_for_again():
    wrong = (Fact("draft", day(3, 4)), Fact("charge", day(3, 5)), Fact("paid", day(3, 6)))
    again = (Fact("charge", day(3, 10)), Fact("paid", day(3, 20)))

    assert replay(RECEIVED, *wrong).due("reply") == day(3, 31)
    assert replay(RECEIVED, *wrong, *again).due("reply") == day(4, 17)


def test_consulting_a_third_party_stops_the_reply_until_the_opinion_comes():
    now = replay(RECEIVED, consult("甲", day(3, 10)), opinion("甲", day(3, 17)))

    assert (now.stage, now.due("reply"), now.waiting_for) == ("processing", day(4, 7), ())
    assert now.find("opinion", "甲").met_on == day(3, 17)


def test_standstills_that_overlap_are_a_union_and_not_a_sum():
    now = replay(
        RECEIVED,
        consult("甲", day(3, 10)),
        consult("乙", day(3, 12)),
        opinion("甲", day(3, 14)),
        opinion("乙", day(3, 18)),
    )

    assert now.due("reply") == day(4, 8)


def test_the_matter_waits_until_the_last_party_has_answered():
    now = replay(
        RECEIVED, consult("甲", day(3, 10)), consult("乙", day(3, 12)), opinion("甲", day(3, 14))
    )

    assert (now.stage, now.waiting_for) == ("consulting", ("乙",))


GOT_ON_THE_12TH = consult("甲", day(3, 10), got=day(3, 12))
GOT_NOBODY_KNOWS_WHEN = consult("甲", day(3, 10))


@pytest.mark.parametrize(
    ("asked", "opinion_due", "reply_due"),
    [(GOT_ON_THE_12TH, day(4, 2), day(4, 23)), (GOT_NOBODY_KNOWS_WHEN, day(3, 31), day(4, 21))],
    ids=["receipt known", "receipt unknown: from the day of sending"],
)
def test_a_silent_party_stops_the_reply_for_fifteen_working_days(asked, opinion_due, reply_due):
    waiting = replay(RECEIVED, asked)
    noted_late = replay(RECEIVED, asked, silence("甲", day(5, 30)))

    assert waiting.due("opinion", "甲") == waiting.find("reply").stopped_until == opinion_due
    assert waiting.due("reply") == noted_late.due("reply") == reply_due
    assert noted_late.find("opinion", "甲").lapsed


@pytest.mark.parametrize(
    ("asked", "reply_due"),
    [(GOT_ON_THE_12TH, day(4, 23)), (GOT_NOBODY_KNOWS_WHEN, day(5, 1))],
    ids=["receipt known: to the fifteenth day", "receipt unknown: to the answer"],
)
def test_a_late_opinion_stops_the_reply_no_longer_than_the_law_is_known_to_let_it(asked, reply_due):
    now = replay(RECEIVED, asked, opinion("甲", day(4, 10)))

    assert now.due("reply") == reply_due


def test_an_organ_without_a_time_limit_stops_the_reply_until_it_answers():
    asked = Fact("consult_organ", day(3, 10), {"party": "区局"})

    assert replay(RECEIVED, asked).due("reply") is None
    assert replay(RECEIVED, asked, opinion("区局", day(3, 17))).due("reply") == day(4, 7)


def test_a_silence_noted_before_the_time_for_an_opinion_is_over_is_refused():
    assert refusal(silence("甲", day(3, 31)), RECEIVED, GOT_NOBODY_KNOWS_WHEN) == (
        "反馈意见期限尚未届满，最早可于 2025-04-01 登记。",
        "on",
    )


def test_an_opinion_before_the_letter_was_sent_is_refused():
    assert refusal(opinion("甲", day(3, 12)), RECEIVED, consult("甲", day(3, 13))) == (
        "当前环节是“办理中”，不能办理“收到意见”。",
        "on",
    )


@pytest.mark.parametrize(
    "answer",
    [opinion("乙", day(4, 2)), silence("乙", day(4, 2))],
    ids=["opinion", "silence"],
)
def test_the_answer_of_a_party_that_was_not_asked_is_refused(answer):
    assert refusal(answer, RECEIVED, GOT_NOBODY_KNOWS_WHEN) == (
        "没有等待“乙”的记录，正在等待的是甲。",
        "party",
    )


def test_the_silence_of_an_organ_without_a_time_limit_is_refused():
    asked = Fact("consult_organ", day(3, 10), {"party": "区局"})

    assert refusal(silence("区局", day(6, 2)), RECEIVED, asked) == (
        "没有等待“区局”的记录，现在没有等待任何一方。",
        "party",
    )


def test_a_letter_that_got_there_before_it_was_sent_is_refused():
    assert refusal(consult("甲", day(3, 10), got=day(3, 7)), RECEIVED) == (
        "对方收函日期不能早于发函日期（2025-03-10）。",
        "letter_received_on",
    )


@pytest.mark.parametrize("on", [day(3, 4), day(3, 31)], ids=["soon", "on the last day"])
def test_an_extension_within_the_limit_is_added_to_it(on):
    due = replay(RECEIVED, extend(on)).find("reply")

    assert (due.due_on, due.original_due_on, due.extended_by) == (day(4, 28), day(3, 31), 20)


def test_an_extension_after_the_limit_has_run_out_is_refused():
    assert refusal(extend(day(4, 1)), RECEIVED) == (
        "答复期限已于2025-03-31届满，不能再办理“延长答复期限”"
        "（《政府信息公开条例》第三十三条第二款）。",
        "on",
    )


def test_an_extension_that_came_too_late_keeps_the_earlier_deadline():
    now = replay(RECEIVED, extend(day(4, 1)))

    assert (now.due("reply"), codes(now)) == (day(3, 31), [("extend", "late")])


def test_a_second_extension_is_refused_and_gives_nothing():
    first, second = extend(day(3, 10), days=5), extend(day(3, 11), days=5)

    assert refusal(second, RECEIVED, first) == (
        "答复期限只能延长一次，本件已经延长过（《政府信息公开条例》第三十三条第二款）。",
        "",
    )
    assert replay(RECEIVED, first, second).due("reply") == day(4, 7)


@pytest.mark.parametrize("days", [0, 21, -5])
def test_an_extension_of_less_than_one_or_more_than_twenty_days_is_refused(days):
    assert refusal(extend(day(3, 10), days=days), RECEIVED) == (
        f"答复期限最多延长20个工作日，填写了{days}个工作日"
        "（《政府信息公开条例》第三十三条第二款）。",
        "days",
    )


POSTPONED = Fact("postpone", day(3, 10), {"reply_by": "2025-06-30"})


def test_a_later_day_for_the_reply_replaces_the_one_that_was_counted():
    now = replay(RECEIVED, POSTPONED)

    assert (now.due("reply"), len(now.dues)) == (day(6, 30), 2)


def test_a_deadline_that_was_set_cannot_be_extended():
    assert refusal(extend(day(3, 11)), RECEIVED, POSTPONED) == (
        "答复期限（延迟答复）不能延长（《政府信息公开条例》第三十五条（由本机关确定并告知））。",
        "",
    )
    assert replay(RECEIVED, POSTPONED, extend(day(3, 11))).due("reply") == day(6, 30)


def test_a_correction_asked_for_on_the_eighth_day_is_refused_and_stops_nothing():
    late = ask_correction(day(3, 13))
    now = replay(RECEIVED, late, Fact("corrected", day(3, 20)))

    assert refusal(late, RECEIVED) == (
        "补正告知期限已于2025-03-12届满，不能再办理“告知补正”（《政府信息公开条例》第三十条）。",
        "on",
    )
    assert (now.stage, now.due("reply")) == ("processing", day(3, 31))
    assert codes(now) == [("ask_correction", "late")]


def test_a_second_correction_keeps_the_deadline_that_the_first_one_gave():
    first = (RECEIVED, ask_correction(day(3, 5)), Fact("corrected", day(3, 7)))
    second = ask_correction(day(3, 10))
    now = replay(*first, second, Fact("corrected", day(3, 14)))

    assert refusal(second, *first)[0].startswith("补正应当一次性告知，本件已经告知过")
    assert (now.due("reply"), codes(now)) == (day(4, 4), [("ask_correction", "once")])


def test_a_correction_that_does_not_come_is_given_up_only_after_its_last_day():
    asked = ask_correction(day(3, 10), correct_by="2025-03-31")
    now = replay(RECEIVED, asked, Fact("correction_lapsed", day(4, 1)))

    assert refusal(Fact("correction_lapsed", day(3, 31)), RECEIVED, asked) == (
        "补正期限尚未届满，最早可于 2025-04-01 登记。",
        "on",
    )
    assert (now.stage, now.closed_on, now.outcome) == ("ended", day(4, 1), "6.1")


def test_a_reply_before_it_was_approved_is_refused():
    draft, approval = Fact("draft", day(3, 10), {"result": "1"}), Fact("approve", day(3, 12))

    assert refusal(reply(day(3, 11)), RECEIVED, draft, approval) == (
        "当前环节是“待审签”，不能办理“作出答复”。",
        "on",
    )


def test_a_reply_closes_the_matter_with_its_result():
    now = replay(RECEIVED, *approved(day(3, 10)), reply(day(3, 11)))

    assert (now.stage, now.closed_on, now.outcome) == ("replied", day(3, 11), "1")
    assert now.find("reply").met_on == day(3, 11)


def test_a_late_reply_meets_the_deadline_after_its_day():
    due = replay(RECEIVED, *approved(day(3, 31)), reply(day(4, 2))).find("reply")

    assert (due.due_on, due.met_on, due.is_running) == (day(3, 31), day(4, 2), False)


def test_a_withdrawal_ends_every_clock_that_still_runs():
    now = replay(RECEIVED, consult("甲", day(3, 5)), Fact("withdraw", day(3, 7)))

    assert (now.stage, now.closed_on, now.outcome) == ("ended", day(3, 7), "6.3")
    assert {due.limit.code: due.lapsed for due in now.dues} == {
        "reply": True,
        "correction_notice": True,
        "opinion": True,
    }


REOPENED = Fact("reopen", day(6, 2), {"reply_by": "2025-06-20"})


def test_a_reopened_matter_is_answered_by_the_day_that_was_set():
    now = replay(RECEIVED, *approved(day(3, 10)), reply(day(3, 11)), REOPENED)
    due = now.find("reply")

    assert (now.stage, now.closed_on, now.outcome) == ("processing", None, "")
    assert (due.due_on, due.is_running, due.limit.label) == (day(6, 20), True, "重新答复期限")


@pytest.mark.parametrize(
    "before",
    [
        (ask_correction(day(3, 5)), Fact("correction_lapsed", day(4, 1))),
        (Fact("charge", day(3, 5)), Fact("fee_lapsed", day(4, 10))),
        (consult("甲", day(3, 5)), Fact("withdraw", day(3, 7))),
    ],
    ids=["not corrected", "not paid", "withdrawn while a party was asked"],
)
def test_what_stood_still_before_the_end_does_not_stop_a_reopened_matter(before):
    now = replay(RECEIVED, *before, REOPENED)

    assert (now.find("reply").stopped_since, now.waiting_for) == (None, ())
    assert [due.limit.code for due in now.dues if due.is_running] == ["reply"]


def test_a_reopened_matter_goes_on_when_the_party_asked_then_has_answered():
    now = replay(
        RECEIVED,
        consult("甲", day(3, 5)),
        Fact("withdraw", day(3, 7)),
        REOPENED,
        consult("乙", day(6, 3)),
        opinion("乙", day(6, 4)),
    )

    assert (now.stage, now.breaches) == ("processing", ())


def test_a_transfer_leaves_stage_and_deadline_as_they_are():
    before, after = replay(RECEIVED), replay(RECEIVED, Fact("transfer", day(3, 10)))

    assert (after.stage, after.dues) == (before.stage, before.dues)


def test_a_move_that_the_stage_does_not_let_through_is_refused():
    assert refusal(reply(day(3, 10)), RECEIVED) == (
        "当前环节是“办理中”，不能办理“作出答复”。",
        "on",
    )


def test_a_day_before_receipt_is_refused():
    assert refusal(Fact("withdraw", day(3, 2)), RECEIVED) == (
        "日期不能早于收到日期（2025-03-03）。",
        "on",
    )


def test_a_fact_that_makes_a_later_one_impossible_is_refused_with_the_name_of_that_one():
    later = approved(day(3, 10))

    assert refusal(consult("甲", day(3, 5)), RECEIVED, *later) == (
        "按这个日期，后面已登记的“提交答复稿”（2025-03-10）就不成立了："
        "当前环节是“征求意见中”，不能办理“提交答复稿”。",
        "on",
    )


def test_a_fact_may_be_added_before_later_ones_that_still_stand():
    later = (consult("甲", day(3, 10)), opinion("甲", day(3, 17)))

    now = standing_after(WORKFLOW, (RECEIVED, *later), extend(day(3, 5)), MONDAY_TO_FRIDAY)

    assert now.due("reply") == day(5, 5)


def test_an_old_breach_does_not_stand_in_the_way_of_a_new_move():
    earlier = (RECEIVED, extend(day(4, 1)))

    now = standing_after(WORKFLOW, earlier, Fact("withdraw", day(4, 2)), MONDAY_TO_FRIDAY)

    assert now.stage == "ended"


ANSWERS = {
    "correct_by": "2025-05-30",
    "reply_by": "2025-06-30",
    "letter_received_on": "2025-12-30",
    "result": "1",
}


@st.composite
def timelines(draw):
    """Draw facts of any kind, each on a day of its own, after a receipt."""
    days = draw(st.lists(st.dates(day(3, 4), day(8, 29)), unique=True, max_size=9))
    facts = [
        Fact(
            draw(st.sampled_from([move.code for move in MOVES])),
            on,
            {**ANSWERS, "party": draw(st.sampled_from("甲乙")), "days": draw(st.integers(0, 25))},
        )
        for on in days
    ]
    return [RECEIVED, *facts]


@settings(deadline=None, derandomize=True)
@given(timelines(), st.data())
def test_any_timeline_stands_the_same_in_whatever_order_it_was_recorded(facts, data):
    shuffled = data.draw(st.permutations(facts))

    assert replay(*shuffled) == replay(*facts)


# A course of its own for what disclosure does not declare: lengths told by the fact, stages to
# choose from, duties of several parties, moves that need an earlier one.
REVIEW = Limit("review", "审查期限", workdays(5), basis="本单位制度")
DUTY = Limit("duty", "履行期限", set_by_authority(), basis="《民法典》第五百零九条")
SAMPLE = Workflow(
    kind="told",
    label="样例",
    number="{office}例〔{year}〕{serial}号",
    initial="new",
    stages={"new": "待登记", "open": "审查中", "signing": "待签订", "done": "已办结"},
    moves=(
        Move("accept", "受理", at("new"), "open", lengths=(Length(REVIEW, "days", 60),)),
        Move("issue", "签发", at("open"), "done", targets=at("signing"), meets=(REVIEW,)),
        Move("allow", "批准", at("open")),
        Move("sign", "签订", at("open", "signing"), "done", requires=(("allow", "须先批准。"),)),
        Move(
            "owe",
            "登记义务",
            at("open"),
            sets=((DUTY, "due_by"),),
            asks=(Ask("party", "名称"), Ask("due_by", "履行至", AskKind.DATE)),
        ),
        Move("perform", "登记履行", at("open"), meets=(DUTY,), asks=(Ask("party", "名称"),)),
    ),
    opens=("accept",),
    closed_at=at("done"),
)


def replay_sample(*facts):
    return standing(SAMPLE, facts, MONDAY_TO_FRIDAY)


def accept(**detail):
    return Fact("accept", day(3, 3), detail)


def owe(party, due_by):
    return Fact("owe", day(3, 3), {"party": party, "due_by": due_by.isoformat()})


def perform(party, on):
    return Fact("perform", on, {"party": party})


def test_a_limit_runs_as_long_as_its_fact_tells_on_the_basis_it_tells():
    due = replay_sample(accept(days=10, days_basis="国办发〔2018〕115号")).find("review")

    assert (due.due_on, due.limit.basis, due.limit.label) == (
        day(3, 17),
        "国办发〔2018〕115号",
        "审查期限",
    )


def test_a_length_without_a_basis_rests_on_that_of_its_limit():
    assert replay_sample(accept(days=3)).find("review").limit.basis == "本单位制度"


def test_a_limit_of_which_the_fact_tells_no_length_does_not_run():
    assert replay_sample(accept()).dues == ()


@pytest.mark.parametrize("days", [1, 60])
def test_a_length_within_its_bounds_is_taken(days):
    assert replay_sample(accept(days=days)).breaches == ()


@pytest.mark.parametrize("days", [-1, 61])
def test_a_length_out_of_bounds_is_a_breach_and_starts_no_clock(days):
    now = replay_sample(accept(days=days))

    assert [(breach.code, breach.field, breach.message) for breach in now.breaches] == [
        ("length", "days", f"审查期限应为1至60个工作日，填写了{days}个工作日。")
    ]
    assert now.dues == ()


@pytest.mark.parametrize(
    ("told", "stage"),
    [("signing", "signing"), ("", "done"), ("new", "done")],
    ids=["one of the targets", "nothing", "no target of the move"],
)
def test_a_fact_tells_which_of_several_stages_follows(told, stage):
    now = replay_sample(accept(), Fact("issue", day(3, 4), {"leads_to": told}))

    assert now.stage == stage


def test_a_move_that_needs_an_earlier_one_is_a_breach_without_it():
    signed = Fact("sign", day(3, 5))

    assert codes(replay_sample(accept(), signed)) == [("sign", "missing")]
    assert replay_sample(accept(), Fact("allow", day(3, 4)), signed).breaches == ()


def test_duties_of_several_parties_run_beside_each_other_and_are_met_one_by_one():
    now = replay_sample(
        accept(), owe("首付款", day(4, 1)), owe("尾款", day(6, 1)), perform("首付款", day(3, 20))
    )

    assert {due.party: (due.due_on, due.met_on) for due in now.dues} == {
        "首付款": (day(4, 1), day(3, 20)),
        "尾款": (day(6, 1), None),
    }
    assert now.running_for([DUTY]) == ("尾款",)


@pytest.mark.parametrize("party", ["质保金", "首付款"], ids=["never named", "done already"])
def test_what_nobody_owes_cannot_be_done(party):
    first = perform("首付款", day(3, 20))
    now = replay_sample(accept(), owe("首付款", day(4, 1)), first, perform(party, day(3, 21)))

    assert [(breach.field, breach.message) for breach in now.breaches] == [
        ("party", f"没有登记过“{party}”，或者已经办结。")
    ]


def test_a_duty_named_again_has_its_new_day():
    now = replay_sample(accept(), owe("尾款", day(6, 1)), owe("尾款", day(7, 1)))

    assert [(due.party, due.due_on) for due in now.dues] == [("尾款", day(7, 1))]
