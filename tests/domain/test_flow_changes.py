"""Two versions of a flow side by side: exactly the answers that end elsewhere are named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handbook.domain.errors import NotFound
from handbook.domain.flow import Choice, Flow, Flows, Node, NodeRef, Outcome, Step
from handbook.domain.flow_changes import Change, Comparison, compare_flows
from handbook.domain.flow_matching import same_choices
from tests.domain.flows import FLOWS, MONEY, at


def with_node(node: Node) -> Flows:
    """The money flow with another version of one of its steps or outcomes."""
    nodes = tuple(node if each.id == node.id else each for each in MONEY.nodes)
    return Flows({**FLOWS.by_id, "money": replace(MONEY, nodes=nodes)})


def step(name: str) -> Step:
    node = FLOWS.node(at(name))
    assert isinstance(node, Step)
    return node


def with_choice(name: str, number: int, choice: Choice | None) -> Flows:
    """The money flow with one choice of a step, from 1, replaced or taken out."""
    choices = list(step(name).choices)
    choices[number - 1 : number] = [choice] if choice is not None else []
    return with_node(replace(step(name), choices=tuple(choices)))


def compared(new: Flows, old: Flows = FLOWS) -> Comparison:
    return compare_flows(old, new, "money")


def said(found: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            " ".join(answer.choice for answer in change.path),
            change.was.seen_from("money") if change.was else None,
            change.now.seen_from("money") if change.now else None,
        )
        for change in found.changed
    ]


def test_a_flow_compared_with_itself_changes_nothing() -> None:
    assert compared(FLOWS) == Comparison(13, ())


def test_a_choice_that_leads_elsewhere_changes_the_paths_through_it() -> None:
    found = compared(with_choice("much", 1, Choice("Yes", at("police"))))

    assert found.paths == 13
    assert len(found.changed) == 6
    assert said(found)[0] == (
        "No The head's Yes",
        "audit; not told: headteacher",
        "police; not told: headteacher",
    )


def test_words_of_questions_and_choices_may_change() -> None:
    choices = tuple(replace(choice, text=f"Say: {choice.text}") for choice in step("who").choices)

    assert compared(with_node(replace(step("who"), question="Whose?", choices=choices))) == (
        Comparison(13, ())
    )


def test_a_choice_with_other_words_and_another_way_is_another_answer() -> None:
    found = compared(with_choice("danger", 1, Choice("Perhaps", at("police"))))

    assert said(found) == [("Perhaps", None, "police"), ("Yes", "emergency-999", None)]
    assert found.paths == 14


def test_the_answer_of_those_who_are_not_sure_is_known_by_its_opening() -> None:
    unsure = Choice("I am not sure, or would rather not say", at("police"))

    found = compared(with_choice("much", 2, unsure))

    assert len(found.changed) == 5, "after 999, police and none were to be done already"
    assert all(change.was and change.now for change in found.changed)
    assert said(found)[0][0] == "No The head's I am not sure, or would rather not say"


def test_a_choice_taken_out_takes_its_paths_with_it() -> None:
    found = compared(with_choice("who", 1, None))

    assert found.paths == 13
    assert [now for _, _, now in said(found)] == [None] * 4
    assert said(found)[0][0] == "No The head's Yes"


def test_a_choice_put_in_brings_new_paths() -> None:
    choices = (Choice("A visitor's", at("much"), subject="visitor"), *step("who").choices)

    found = compared(with_node(replace(step("who"), choices=choices)))

    assert found.paths == 17
    assert [was for _, was, _ in said(found)] == [None] * 4
    assert said(found)[0] == ("No A visitor's Yes", None, "audit; not told: visitor")


def test_a_path_that_one_version_lacks_says_from_which_answer_on() -> None:
    gone = compared(with_choice("who", 1, None)).changed[0]
    moved = compared(with_choice("danger", 2, Choice("No", at("much")))).changed[0]

    assert gone.parting is not None
    assert (gone.parting.question, gone.parting.choice) == ("Whose doing is it?", "The head's")
    assert moved.parting is not None
    assert (moved.parting.question, moved.parting.choice) == ("Is anyone in danger?", "No")


def test_whom_the_answers_keep_out_is_part_of_the_end() -> None:
    head = replace(step("who").choices[0], subject="dsl")

    found = compared(with_choice("who", 1, head))

    assert ("No The head's Yes", "audit; not told: headteacher", "audit; not told: dsl") in said(
        found
    )
    assert len(found.changed) == 4


def test_what_is_also_to_be_done_is_part_of_the_end_in_its_order() -> None:
    turned = replace(MONEY, priority=tuple(reversed(MONEY.priority)))

    found = compared(Flows({**FLOWS.by_id, "money": turned}))

    assert ("No I am not sure Yes", "audit, also police, none", "audit, also none, police") in (
        said(found)
    )


def asked_first(new: Step, flow: Flow = MONEY) -> Flows:
    """The money flow with one more question before all others."""
    return Flows({**FLOWS.by_id, "money": replace(flow, nodes=(new, *flow.nodes))})


SAFE = Step(
    "safe",
    "Are you safe yourself?",
    (),
    (Choice("Yes", at("danger")), Choice("I am not sure", at("danger"))),
    1,
)


def test_a_question_put_in_leaves_the_paths_that_end_as_before_unchanged() -> None:
    assert compared(asked_first(SAFE)) == Comparison(26, ())


def test_a_question_put_in_changes_the_paths_that_it_leads_elsewhere() -> None:
    unsafe = replace(SAFE, choices=(SAFE.choices[0], Choice("No", at("danger"), (at("police"),))))

    found = compared(asked_first(unsafe))

    assert said(found)[0] == ("No Yes", "emergency-999", "emergency-999, also police")
    assert found.paths == 26
    assert all(path.startswith("No ") for path, _, _ in said(found))


def test_a_question_taken_out_is_passed_over_too() -> None:
    assert compared(FLOWS, old=asked_first(SAFE)) == Comparison(26, ())


def test_a_step_with_another_id_is_known_by_its_question() -> None:
    renamed = replace(step("much"), id="amount")
    choices = tuple(replace(choice, to=at("amount")) for choice in step("who").choices)
    nodes = (MONEY.nodes[0], replace(step("who"), choices=choices), renamed, *MONEY.nodes[3:])
    new = Flows({**FLOWS.by_id, "money": replace(MONEY, nodes=nodes)})

    assert compared(new).changed == ()


def test_a_hand_over_counts_to_its_end_in_the_other_flow() -> None:
    found = compared(with_choice("much", 1, Choice("Yes", NodeRef("online", "post"))))

    assert ("No The head's Yes", "audit; not told: headteacher", None) in said(found)
    assert (
        "No The head's Yes Yes",
        None,
        "online#report, also police; not told: headteacher",
    ) in said(found)


def test_answers_that_lead_nowhere_or_round_again_are_ends_too() -> None:
    lost = compared(with_choice("danger", 1, Choice("Yes", at("gone"))))
    ring = compared(with_choice("much", 1, Choice("Yes", at("who"))))

    assert said(lost) == [("Yes", "emergency-999", "nowhere (gone is missing)")]
    assert "round again to who; not told: headteacher" in {now for _, _, now in said(ring)}


def test_a_flow_that_is_not_there_cannot_be_compared() -> None:
    with pytest.raises(NotFound):
        compare_flows(FLOWS, Flows(), "money")


def test_choices_are_known_by_words_then_by_their_way_then_by_where_they_lead() -> None:
    a, b = at("much"), at("audit")
    old = (Choice("One", a), Choice("Two", a, subject="dsl"), Choice("Three", b))
    new = (Choice("Deux", a, subject="dsl"), Choice("three.", a), Choice("Un", a, subject="chair"))

    assert same_choices(old, new) == {0: 1, 1: 2, 2: 0}


# What follows is counted by other means than those of the comparison.


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """A flow without rings: each choice leads to a later step or to an outcome."""
    count = draw(st.integers(1, 5))
    ends = [NodeRef("trial", f"end-{n}") for n in range(3)]
    steps: list[Step] = []
    for number in range(count):
        later = [NodeRef("trial", f"step-{n}") for n in range(number + 1, count)]
        choices = tuple(
            Choice(
                f"Answer {n}",
                draw(st.sampled_from(later + ends)),
                tuple(draw(st.lists(st.sampled_from(ends), max_size=2, unique=True))),
                draw(st.sampled_from(["", "", "dsl", "chair"])),
            )
            for n in range(draw(st.integers(1, 3)))
        )
        steps.append(Step(f"step-{number}", f"Question {number}?", (), choices, number))
    outcomes = [Outcome(ref.id, ref.id, (), line=90) for ref in ends]
    return Flow("trial", "Trial", "flows/trial.md", (*steps, *outcomes))


def walks(flow: Flow, place: str, through: tuple[str, int] | None = None) -> int:
    """How many ways lead from a place to an end; with `through`, how many by that answer."""
    node = next(node for node in flow.nodes if node.id == place)
    if isinstance(node, Outcome):
        return 0 if through else 1
    return sum(
        walks(flow, choice.to.id, None if (place, number) == through else through)
        for number, choice in enumerate(node.choices)
    )


def changed(flow: Flow, place: str, number: int, choice: Choice | None) -> Flow:
    def other(node: Node) -> Node:
        if not isinstance(node, Step) or node.id != place:
            return node
        choices = list(node.choices)
        choices[number : number + 1] = [choice] if choice is not None else []
        return replace(node, choices=tuple(choices))

    elsewhere = Outcome("elsewhere", "Elsewhere", (), line=91)
    return replace(flow, nodes=(*map(other, flow.nodes), elsewhere))


def compare(old: Flow, new: Flow) -> Comparison:
    return compare_flows(Flows({"trial": old}), Flows({"trial": new}), "trial")


picked = st.tuples(st.integers(0, 4), st.integers(0, 2))


def pick(flow: Flow, numbers: tuple[int, int]) -> tuple[str, int, Choice]:
    steps = list(flow.steps)
    assume(numbers[0] < len(steps) and numbers[1] < len(steps[numbers[0]].choices))
    chosen = steps[numbers[0]]
    return chosen.id, numbers[1], chosen.choices[numbers[1]]


@given(flows())
def test_any_flow_compared_with_itself_changes_nothing(flow: Flow) -> None:
    assert compare(flow, flow) == Comparison(walks(flow, "step-0"), ())


@given(flows(), picked)
def test_one_choice_led_elsewhere_changes_exactly_the_paths_through_it(
    flow: Flow, numbers: tuple[int, int]
) -> None:
    place, number, choice = pick(flow, numbers)
    new = changed(flow, place, number, replace(choice, to=NodeRef("trial", "elsewhere")))
    found = compare(flow, new)

    gone = [change for change in found.changed if change.now is None]
    moved = [change for change in found.changed if change.was and change.now]
    added = [change for change in found.changed if change.was is None]
    through = (place, number)
    assert len(moved) + len(gone) == walks(flow, "step-0", through)
    assert len(moved) + len(added) == walks(new, "step-0", through)
    assert all(_goes_through(change, place, choice.text) for change in found.changed)
    assert found.paths == walks(flow, "step-0") + len(added)


@given(flows(), picked)
def test_one_choice_taken_out_loses_exactly_the_paths_through_it(
    flow: Flow, numbers: tuple[int, int]
) -> None:
    place, number, choice = pick(flow, numbers)
    found = compare(flow, changed(flow, place, number, None))

    assert len(found.changed) == walks(flow, "step-0", (place, number))
    assert all(change.now is None for change in found.changed)
    assert all(_goes_through(change, place, choice.text) for change in found.changed)
    assert found.paths == walks(flow, "step-0")


def _goes_through(change: Change, place: str, words: str) -> bool:
    question = f"Question {place.removeprefix('step-')}?"
    return (question, words) in {(answer.question, answer.choice) for answer in change.path}
