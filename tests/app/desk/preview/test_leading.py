"""A link of the preview leads to the source of what it names."""

from __future__ import annotations

import pytest

from handbook.app.desk.preview.leading import source_of
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.markup.library import read_library
from tests.cases import FIXTURES


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(FIXTURES / "handbook")


@pytest.mark.parametrize(
    ("kind", "target", "file", "words"),
    [
        (LinkKind.CLAUSE, "phones#photos", "policies/phones.md", "### Photos of pupils {#photos}"),
        (LinkKind.POLICY, "phones", "policies/phones.md", "---"),
        (
            LinkKind.FLOW,
            "concern",
            "flows/concern.md",
            "## Is anyone in danger right now? {#danger}",
        ),
    ],
)
def test_it_is_the_line_of_the_heading(
    library: Library, kind: LinkKind, target: str, file: str, words: str
) -> None:
    found = source_of(Link(kind, target), library)

    assert found is not None
    assert found[0] == file
    assert (FIXTURES / "handbook" / file).read_text("utf-8").split("\n")[found[1] - 1] == words


def test_a_person_leads_to_the_form(library: Library) -> None:
    assert source_of(Link(LinkKind.ROLE, "dsl"), library) == ("school.yaml", 0)


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (LinkKind.CLAUSE, "phones#gone"),
        (LinkKind.POLICY, "gone"),
        (LinkKind.FLOW, "gone"),
        (LinkKind.ROLE, "gone"),
        (LinkKind.WEB, "https://example.org"),
    ],
)
def test_what_is_not_here_leads_nowhere(library: Library, kind: LinkKind, target: str) -> None:
    assert source_of(Link(kind, target), library) is None
