"""Several papers as one book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handbook.app.paper.book import book_steps
from handbook.app.paper.cover import contents_paper, cover_paper
from handbook.app.paper.pdf import pdf_of
from handbook.app.paper.policy import footer_of, policy_steps
from handbook.app.paper.steps import Progress, finish
from handbook.domain.errors import NotFound
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.domain.school import School

pytestmark = pytest.mark.usefixtures("qapp")
DAY = date(2026, 11, 21)


@pytest.fixture
def library(long_policy: Policy, school: School) -> Library:
    other = replace(long_policy, id="phones", title="Phones", sections=long_policy.sections[:2])
    third = replace(
        other, id="visits", title="Visits", collection="Trips", review=date(2026, 1, 2)
    )
    return Library(school=school, policies=(third, long_policy, other))


def test_it_is_made_a_policy_at_a_time(library: Library) -> None:
    seen = {progress.done for progress in book_steps(library, DAY)}

    assert seen == {0, 1, 2, 3}


def test_its_contents_lead_to_collections_policies_and_sections(library: Library) -> None:
    book = finish(book_steps(library, DAY))

    tree = [(entry.level, entry.title) for entry in book.entries]
    first = tree.index((1, "Phones"))
    assert tree[:2] == [(0, "Contents"), (0, "Online and data")]
    assert tree[first + 1][0] == 2
    assert tree.index((0, "Trips")) > tree.index((1, "Social media")) > first
    pages = [entry.page for entry in book.entries]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] < book.count


def test_its_links_lead_to_the_pages_of_their_clauses(library: Library) -> None:
    book = finish(book_steps(library, DAY))

    starts = {entry.title: entry.page for entry in book.entries}
    assert book.places["policy:social-media"] == starts["Social media"]
    clauses = library.policy("social-media").clauses
    pages = [book.places[f"clause:social-media#{clause.id}"] for clause in clauses]
    assert pages == sorted(pages)
    assert pages[0] == starts["Social media"] < pages[-1]


def test_its_pdf_says_the_same_twice(library: Library) -> None:
    first, second = (pdf_of(finish(book_steps(library, DAY))) for _ in range(2))

    assert first == second
    assert b"/Type /Outlines" in first
    assert b"/URI (clause:" in first  # of old, with a newer version behind it
    assert first.count(b"/Dest [") > len(list(library.policy("phones").sections))


def test_the_cover_counts_what_is_overdue(library: Library) -> None:
    text = cover_paper(library, DAY, "").text

    assert "One policy is past its review date" in text
    assert "It still applies." in text
    assert "Printed on 21 November 2026." in text


def test_a_handbook_without_policies_has_a_cover_and_contents() -> None:
    book = finish(book_steps(Library(), DAY))

    assert book.count == 2
    assert "no policy" in cover_paper(Library(), DAY, "").text
    assert contents_paper([], "").text.strip() == "Contents"


def test_a_policy_says_its_version_its_approval_and_its_next_review(
    long_policy: Policy, school: School
) -> None:
    policy = replace(long_policy, review=date(2027, 9, 1))
    text = finish(policy_steps(policy, school, DAY)).text.replace("\N{NO-BREAK SPACE}", " ")

    assert "Version 1.0" in text
    assert "review by 1 September 2027" in text
    assert "overdue" not in text


def test_a_clause_that_is_gone_has_no_pages(long_policy: Policy, school: School) -> None:
    with pytest.raises(NotFound):
        finish(policy_steps(long_policy, school, DAY, clause="gone"))


def test_a_footer_names_the_clause_the_version_and_the_day(long_policy: Policy) -> None:
    clause = next(long_policy.clauses)

    said = footer_of(long_policy, clause.id, DAY)
    assert said == "Social media 1.1, version 1.0, printed 21 November 2026"


def test_a_step_says_how_far_the_whole_is(long_policy: Policy, school: School) -> None:
    steps = policy_steps(long_policy, school, DAY, at=Progress(3, 24))

    assert set(steps) == {Progress(3, 24)}
