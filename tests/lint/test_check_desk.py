"""Words that are not saved yet are checked as if they were."""

from __future__ import annotations

from pathlib import Path

from handbook.lint.check import check, check_desk
from handbook.markup.library import read_library
from tests.lint.conftest import RULES

NAME = "policies/rules.md"


def test_unsaved_words_are_what_is_checked(content: Path) -> None:
    unsaved = {NAME: RULES.replace("**You must**", "**You mustnt**")}
    library = read_library(content, unsaved=unsaved)
    found = [f for f in check_desk(content, library, unsaved) if f.place.file == NAME]

    assert [finding.is_error for finding in found] == [True]
    assert library.digest == ""
    assert (content / NAME).read_text("utf-8") == RULES


def test_saved_words_give_what_lint_gives(content: Path) -> None:
    texts = {NAME: RULES}

    assert check_desk(content, read_library(content, unsaved=texts), texts) == check(content)


def test_unsaved_people_are_known_to_the_policies(content: Path) -> None:
    school = (content / "school.yaml").read_text("utf-8").replace("headteacher:", "principal:")
    unsaved = {"school.yaml": school}
    found = check_desk(content, read_library(content, unsaved=unsaved), unsaved)

    assert any("owner 'headteacher'" in finding.message for finding in found)
