"""What a workflow may declare, and that those of the portal hold together."""

import pytest
from django.urls import reverse

from casework.workflow import Ask, AskKind, Move, Workflow, at, workflows
from people.roles import Role
from timelimits.limits import Limit
from timelimits.periods import workdays

REPLY = Limit("reply", "答复期限", workdays(20), basis="第三十三条")
OPINION = Limit("opinion", "反馈意见期限", workdays(15), basis="第三十二条")
RECEIVE = Move("receive", "收到", at("new"), "open", starts=(REPLY,))
CONSULT = Move("consult", "征求意见", at("open"), stops=(REPLY,), window=OPINION)
CLOSE = Move("close", "办结", at("open"), "closed", meets=(REPLY,))


def workflow(*moves):
    return Workflow(
        kind="sample",
        label="样例",
        number="{office}样〔{year}〕{serial}号",
        initial="new",
        stages={"new": "待登记", "open": "办理中", "closed": "已办结"},
        moves=moves,
        opens=("receive",),
        closed_at=at("closed"),
    )


@pytest.mark.parametrize(
    "move",
    [
        Move("close", "办结", at("open", "lost"), "closed"),
        Move("close", "办结", at("open"), "lost"),
    ],
    ids=["from it", "to it"],
)
def test_a_move_from_or_to_an_unknown_stage_is_refused(move):
    with pytest.raises(ValueError, match=r"sample\.close: unknown stages \['lost'\]"):
        workflow(RECEIVE, move)


def test_a_move_declared_twice_is_refused():
    with pytest.raises(ValueError, match="a move is declared twice"):
        workflow(RECEIVE, CLOSE, CLOSE)


def test_a_stage_lets_through_its_moves_in_the_order_of_their_declaration():
    assert workflow(RECEIVE, CLOSE, CONSULT).moves_at("open") == (CLOSE, CONSULT)


def test_a_move_is_found_by_its_code():
    assert workflow(RECEIVE, CLOSE).move("close") is CLOSE


def test_a_code_without_a_move_is_missing():
    with pytest.raises(KeyError):
        workflow(RECEIVE).move("close")


def test_the_limits_are_those_that_are_started_set_or_opened_as_a_window():
    assert workflow(RECEIVE, CONSULT, CLOSE).limits == {"reply": REPLY, "opinion": OPINION}


def test_an_answer_reads_as_its_choice_or_as_it_was_typed():
    ask = Ask("way", "方式", AskKind.CHOICE, choices=(("post", "邮寄"),))

    assert [ask.in_words("post"), ask.in_words("手递")] == ["邮寄", "手递"]


def test_a_move_names_a_party_when_it_asks_for_one():
    party = Move("consult", "征求意见", at("open"), asks=(Ask("party", "对象"),))

    assert [party.names_a_party, CLOSE.names_a_party] == [True, False]


def test_a_kind_of_matter_is_registered_under_its_own_name():
    assert {kind: declared.kind for kind, declared in workflows.items()} == {
        kind: kind for kind, _ in workflows.items()
    }


DECLARED = pytest.mark.parametrize("declared", list(workflows), ids=lambda declared: declared.kind)


@DECLARED
def test_every_move_is_made_by_roles_that_exist(declared):
    strangers = {
        move.code: sorted((move.by | move.tells) - set(Role))
        for move in declared.moves
        if not (move.by | move.tells) <= set(Role)
    }

    assert strangers == {}


@DECLARED
def test_a_move_that_nobody_can_make_comes_from_ledgers_and_says_so(declared):
    assert [m.label for m in declared.moves if not m.by and "台账补录" not in m.label] == []


@DECLARED
def test_every_limit_has_a_basis(declared):
    limits = [
        limit
        for move in declared.moves
        for limit in (
            *move.starts,
            *(limit for limit, _ in move.sets),
            *(length.limit for length in move.lengths),
            move.window,
        )
        if limit
    ]

    assert limits
    assert [limit.code for limit in limits if not limit.basis] == []


@DECLARED
def test_a_limit_is_met_stopped_or_extended_only_if_some_move_starts_it(declared):
    used = {
        limit.code
        for move in declared.moves
        for limit in (*move.meets, *move.stops, *move.resumes, *move.extends, *move.within)
    }

    assert used <= set(declared.limits)


@DECLARED
def test_every_stage_that_is_named_exists(declared):
    named = {declared.initial, *declared.closed_at, *(code for code, _ in declared.strip)}

    assert named <= set(declared.stages)


@DECLARED
def test_every_move_that_is_named_exists(declared):
    codes = {move.code for move in declared.moves}
    named = {
        name
        for move in declared.moves
        for name in (
            move.answers,
            *move.checked_moves,
            *(earlier for earlier, _ in (*move.after, *move.requires)),
        )
        if name and not name.startswith("limit:")
    }

    assert named | set(declared.opens) <= codes


@DECLARED
def test_every_limit_that_must_be_over_exists(declared):
    named = {
        earlier.removeprefix("limit:")
        for move in declared.moves
        for earlier, _ in move.after
        if earlier.startswith("limit:")
    }

    assert named <= set(declared.limits)


@DECLARED
def test_every_ask_that_is_named_is_asked_by_its_move(declared):
    unasked = [
        (move.code, key)
        for move in declared.moves
        for key in (
            *(key for _, key in move.sets),
            *(ask.when[0] for ask in move.asks if ask.when),
            move.window_from,
            "" if move.settles.startswith("=") else move.settles,
            "department" if move.assigns else "",
        )
        if key and move.ask(key) is None
    ]

    assert unasked == []


@DECLARED
def test_every_stage_but_the_first_is_reached_by_some_move(declared):
    reached = {stage for move in declared.moves for stage in (move.target, *move.targets)} - {""}

    assert set(declared.stages) - reached == {declared.initial}


@DECLARED
def test_every_kind_has_a_page_and_a_number_with_year_and_serial(declared):
    assert reverse(declared.page, args=[1])
    assert declared.number.format(office="南汇", year=2025, serial=7).endswith("〔2025〕7号")
