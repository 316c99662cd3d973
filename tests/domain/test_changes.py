"""Two versions of a policy are compared clause by clause, by the ids of the clauses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.blocks import Footnote
from handbook.domain.changes import (
    FOOTNOTES,
    ChangeKind,
    PolicyChange,
    compare_policies,
    compare_policy,
)
from handbook.domain.policy import Policy
from handbook.domain.school import Contact, School
from handbook.domain.school_changes import SchoolChange, compare_schools
from handbook.markup.policies import read_policy

HEAD = """---
title: Phones
collection: Trial
summary: Trial.
owner: headteacher
version: "1.0"
approved: 2026-09-01
approved-by: governing body
review: 2027-09-01
law-as-of: 2026-09-01
applies-to: [everyone]
confirm: never
---

"""
TEXT = """Why we have this.

## Calls {#calls}

Before the rules.

### In lessons {#lessons}
<!-- asked: may I ring -->

> **You may** ring the office.

### Outside {#outside}

Step outside, and tell the [head](role:headteacher).

### At night {#night}

Never.

## Pictures {#pictures}

Ask first.
"""


def policy(text: str = TEXT, head: str = HEAD) -> Policy:
    return read_policy(head + text, "policies/phones.md")


def changes(new: str, old: str = TEXT) -> dict[str, set[str]]:
    """What became of each clause that differs."""
    found = compare_policy(policy(old), policy(new))
    if found is None:
        return {}
    return {change.ref.clause: {str(kind) for kind in change.kinds} for change in found.clauses}


def test_the_same_policy_has_not_changed() -> None:
    assert compare_policy(policy(), policy()) is None


def test_blank_lines_and_what_staff_ask_are_no_change() -> None:
    assert changes(TEXT.replace("<!-- asked: may I ring -->", "<!-- asked: a · b -->\n\n")) == {}


def test_a_reworded_clause_says_which_words() -> None:
    found = compare_policy(policy(), policy(TEXT.replace("Step outside", "Go outside")))

    assert found is not None
    (change,) = found.clauses
    assert change.kinds == {ChangeKind.REWORDED}
    assert [run.text for run in change.runs if run.kind == "new"] == ["Go"]


def test_a_new_title_is_a_rewording() -> None:
    assert changes(TEXT.replace("### Outside", "### Out of doors")) == {"outside": {"reworded"}}


def test_a_rule_that_was_turned_round_is_named() -> None:
    found = changes(TEXT.replace("**You may** ring", "**You must not** ring"))

    assert found == {"lessons": {"rule", "reworded"}}


def test_a_clause_put_in_moves_no_other_though_numbers_shift() -> None:
    new = TEXT.replace("### Outside", "### Trips {#trips}\n\nTake one.\n\n### Outside")

    assert changes(new) == {"trips": {"added"}}
    assert changes(TEXT, old=new) == {"trips": {"removed"}}


def test_a_clause_in_another_section_was_moved() -> None:
    night = "### At night {#night}\n\nNever.\n\n"
    new = TEXT.replace(night, "").replace("Ask first.\n", f"Ask first.\n\n{night}")

    assert changes(new)["night"] == {"moved"}


def test_a_clause_in_another_place_of_its_section_was_moved_alone() -> None:
    night = "### At night {#night}\n\nNever.\n\n"
    new = TEXT.replace(night, "").replace("### In lessons", f"{night}### In lessons")

    assert changes(new) == {"night": {"moved"}}


@pytest.mark.parametrize("back", [False, True])
def test_of_two_that_changed_places_the_one_with_another_number_moved(back: bool) -> None:
    """Nobody is told that 1.2 moved from 1.2, also not after going back a version."""
    one = "### Watches {#watches}\n\nOff.\n\n"
    other = "### Chargers {#chargers}\n\nNever.\n\n"
    night = "### At night {#night}\n\nNever.\n\n"
    old = TEXT.replace("### In lessons", f"{one}### In lessons")
    new = TEXT.replace(night, other).replace("### Outside", f"{night}### Outside")
    versions = (new, old) if back else (old, new)

    found = changes(versions[1], old=versions[0])

    assert [i for i, kinds in found.items() if "moved" in kinds] == ["night"]


def test_a_clause_can_be_moved_and_reworded_at_once() -> None:
    old, new = "### At night {#night}\n\nNever.\n\n", "### At night {#night}\n\nRarely.\n\n"

    found = changes(TEXT.replace(old, "").replace("### In lessons", f"{new}### In lessons"))

    assert found == {"night": {"moved", "reworded"}}


def test_a_link_that_leads_elsewhere_is_told_though_the_words_are_the_same() -> None:
    assert changes(TEXT.replace("role:headteacher", "role:dsl")) == {"outside": {"form"}}


def test_the_words_before_the_first_clause_are_compared_too() -> None:
    assert changes(TEXT.replace("Why we have", "Why you need")) == {"": {"reworded"}}
    assert changes(TEXT.replace("Before the", "After the")) == {"calls": {"reworded"}}


def test_footnotes_are_compared() -> None:
    was = replace(policy(), footnotes=(Footnote(1, policy().intro, 1),))

    found = compare_policy(was, policy())

    assert found is not None
    assert [(c.ref.clause, c.was is None) for c in found.clauses] == [(FOOTNOTES, False)]


def test_what_is_gone_stands_where_it_was() -> None:
    new = TEXT.replace(
        "### Outside {#outside}\n\nStep outside, and tell the [head](role:headteacher).\n\n", ""
    ).replace("Never.", "Rarely.")
    found = compare_policy(policy(), policy(new))

    assert found is not None
    assert [change.ref.clause for change in found.clauses] == ["outside", "night"]


def test_the_front_matter_is_compared() -> None:
    new = HEAD.replace('"1.0"', '"1.1"').replace("[everyone]", "[staff]")
    found = compare_policy(policy(), policy(head=new))

    assert found is not None
    assert [(f.field, f.was, f.now) for f in found.fields] == [
        ("version", "1.0", "1.1"),
        ("applies-to", "everyone", "staff"),
    ]
    assert found.clauses == ()


def test_policies_come_and_go() -> None:
    other = replace(policy(), id="trips", title="Trips")

    def ends(found: tuple[PolicyChange, ...]) -> list[tuple[str, bool, bool]]:
        return [(each.policy.id, each.was is None, each.now is None) for each in found]

    assert ends(compare_policies([policy()], [policy(), other])) == [("trips", True, False)]
    assert ends(compare_policies([policy(), other], [policy()])) == [("trips", False, True)]
    assert compare_policy(None, None) is None


CLAUSES = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


@given(CLAUSES, CLAUSES)
def test_whatever_comes_and_goes_is_named_once_and_no_more_is(old: str, new: str) -> None:
    def text(ids: str) -> str:
        return "## Rules {#rules}\n\n" + "".join(f"### {i} {{#{i}}}\n\nWords.\n\n" for i in ids)

    found = changes(text(new), old=text(old))

    assert {i for i, kinds in found.items() if kinds == {"added"}} - {"rules"} == set(new) - set(
        old
    )
    assert {i for i, kinds in found.items() if kinds == {"removed"}} - {"rules"} == set(old) - set(
        new
    )
    stayed = [i for i in old if i in new and "moved" not in found.get(i, ())]
    assert stayed == [i for i in new if i in stayed]


def test_people_bodies_and_settings_are_compared() -> None:
    old = School("Hill", "hill", {"dsl": Contact("dsl", "Lead", phone="1")}, {"years": "2"})
    new = School("Hill", "hill", {"dsl": Contact("dsl", "Lead", phone="2")}, {"years": "5"})

    assert compare_schools(old, old) == ()
    assert compare_schools(old, new) == (
        SchoolChange("dsl", "phone", "1", "2"),
        SchoolChange("years", "setting", "2", "5"),
    )
    gone = compare_schools(old, School("Hill", "hill"))
    assert SchoolChange("dsl", "title", "Lead", "") in gone


def test_the_school_itself_is_compared() -> None:
    found = compare_schools(School("Hill", "hill"), School("Dale", "dale"))

    assert found == (
        SchoolChange("", "name", "Hill", "Dale"),
        SchoolChange("", "id", "hill", "dale"),
    )


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("", "A chat got out of hand.", "A chat got out of hand."),
        ("A phone was lost.", "A chat got out of hand.", "A chat got out of hand."),
        ("A phone was lost.", "A phone was lost.", ""),
        ("A phone was lost.", "", ""),
    ],
)
def test_why_it_changed_is_what_its_editor_says_of_this_version(
    was: str, now: str, why: str
) -> None:
    def version(number: str, reason: str) -> Policy:
        line = f"confirm: never\nwhy-changed: {reason}\n" if reason else "confirm: never\n"
        head = HEAD.replace("confirm: never\n", line).replace('"1.0"', f'"{number}"')
        return read_policy(head + TEXT, "policies/phones.md")

    change = compare_policy(version("1.0", was), version("1.1", now))

    assert change is not None
    assert change.why == why


def test_nobody_says_why_of_a_policy_that_is_new_or_gone() -> None:
    head = HEAD.replace("confirm: never\n", "confirm: never\nwhy-changed: A phone was lost.\n")
    policy = read_policy(head + TEXT, "policies/phones.md")
    new, gone = compare_policy(None, policy), compare_policy(policy, None)

    assert new is not None
    assert not new.why
    assert gone is not None
    assert not gone.why
