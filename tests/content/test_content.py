"""What the bundled content promises: answers, plain English, its own words, nothing lost."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import textstat

from handbook import locations
from handbook.domain.blocks import Callout, Paragraph, all_blocks, plain
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.markup.library import read_library

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "tests" / "search" / "questions.jsonl"
SOURCES = ROOT.parent / "shared" / "seeds"
"""The policies that the set was drawn from, where somebody has them beside the project."""
RUN = 8
"""So many words in a row that stand in a source too would be copied."""
ACT = re.compile(
    r"\b(Acts?|Regulations?|Order|Code of Practice|Standards|Convention|Safe in Education)\b", re.I
)


@cache
def library() -> Library:
    return read_library(locations.content())


def sentences(policy: Policy) -> Iterator[str]:
    """Whole sentences of running text and rules; list items and tables are no sentences."""
    groups = [policy.intro, *(s.blocks for s in policy.sections)]
    groups += [clause.blocks for clause in policy.clauses]
    for group in groups:
        for block in group:
            inside = block.blocks if isinstance(block, Callout) else (block,)
            for one in inside:
                if isinstance(one, Paragraph):
                    text = plain(one.spans)
                    yield from (s for s in re.split(r"(?<=[.!?])\s+", text) if s.endswith("."))


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))


def policies() -> list[Policy]:
    return list(library().policies)


def test_everything_can_be_read() -> None:
    assert library().unreadable == ()


@pytest.mark.parametrize(
    "line", QUESTIONS.read_text(encoding="utf-8").splitlines(), ids=lambda line: line[8:13]
)
def test_every_question_has_a_clause_that_answers_it(line: str) -> None:
    question = json.loads(line)
    patterns = [re.compile(pattern, re.IGNORECASE) for pattern in question["must"]]
    answers = [
        f"{policy.id}#{clause.id}"
        for policy in policies()
        for clause in policy.clauses
        if all(pattern.search(f"{clause.title}\n{clause.text}") for pattern in patterns)
    ]

    assert answers, question["query"]


@pytest.mark.parametrize("policy", policies(), ids=lambda policy: policy.id)
def test_a_policy_is_plain_english(policy: Policy) -> None:
    found = list(sentences(policy))
    lengths = [len(sentence.split()) for sentence in found]
    text = " ".join(found)

    assert sum(lengths) / len(lengths) < 18
    # Years of schooling in the American count: 9 is a reading age of about 14.
    assert textstat.flesch_kincaid_grade(text) <= 9
    assert not re.search(r"\b(endeavour|forthwith|in respect of|hereby|aforementioned)\b", text)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources are not beside the project")
def test_no_sentence_is_copied_from_a_source() -> None:
    runs: set[tuple[str, ...]] = set()
    for path in SOURCES.glob("*.txt"):
        words = words_of(path.read_text(encoding="utf-8", errors="replace"))
        runs.update(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    copied = []
    for file in sorted(locations.content().rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        words = words_of(text)
        for i in range(len(words) - RUN + 1):
            run = tuple(words[i : i + RUN])
            if run in runs and not ACT.search(" ".join(run)):
                copied.append(f"{file.name}: {' '.join(run)}")

    assert copied == []


def test_a_number_that_staff_may_ring_is_one_that_the_program_knows() -> None:
    for contact in library().school.people:
        assert contact.name == contact.phone == contact.email == "", contact.id


def test_every_clause_that_states_a_rule_knows_what_staff_ask() -> None:
    bare = [
        f"{policy.id}#{clause.id}"
        for policy in policies()
        for clause in policy.clauses
        if clause.kind is not None and not 2 <= len(clause.asked) <= 5
    ]

    assert bare == []


def test_no_callout_is_without_a_kind() -> None:
    grey = [
        f"{policy.file}:{block.line}"
        for policy in policies()
        for clause in policy.clauses
        for block in all_blocks(clause.blocks)
        if isinstance(block, Callout) and block.kind is None
    ]

    assert grey == []


@pytest.mark.skipif(
    not (locations.content() / "provisions.csv").is_file(), reason="the set is not whole yet"
)
def test_every_provision_of_the_five_sources_is_settled() -> None:
    with (locations.content() / "provisions.csv").open(encoding="utf-8", newline="") as file:
        letters = Counter(row["id"][0] for row in csv.DictReader(file))

    assert letters == {"A": 143, "K": 111, "T": 104, "W": 93, "N": 84}
