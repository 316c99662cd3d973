"""The page that *Leave quickly* shows is there, and nobody wonders at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.lint.check import check
from tests.lint.conftest import FLOW_FRONT, SCHOOL

FLOW = """\
## Is anyone in danger? {#danger}

- [Yes](#head)
- [I am not sure](#head)

## Call {#head}

### Tell

- [Police](role:police)

### Rests on

- [One](../policies/rules.md#one)
"""


def leaving(content: Path, place: str) -> list[str]:
    school = SCHOOL.replace("settings:\n", f"settings:\n  leave-quickly-to: {place}\n")
    (content / "school.yaml").write_text(school, "utf-8")
    return [f"{f.place.line} {f.message}" for f in check(content) if f.rule.startswith("leave-")]


def test_a_page_that_cannot_be_read_is_said_once(content: Path) -> None:
    rules = content / "policies" / "rules.md"
    rules.write_text(rules.read_text("utf-8").replace("approved: ", "approved: about "), "utf-8")

    assert leaving(content, "rules#one") == []
    errors = [f for f in check(content) if f.is_error]
    assert [(f.place.file, f.rule) for f in errors] == [("policies/rules.md", "front-date")]


@pytest.mark.parametrize("data", [b"Half pasted over.\n", b"\xff\xfe not UTF-8\n"])
def test_links_into_a_file_that_cannot_be_read_are_not_said_to_be_broken(
    content: Path, data: bytes
) -> None:
    (content / "guides" / "links.md").write_text("See [one](../policies/rules.md#one).\n", "utf-8")
    (content / "policies" / "rules.md").write_bytes(data)

    found = check(content)
    assert [f.rule for f in found if f.rule.startswith("link-")] == []
    assert "policies/rules.md" in {f.place.file for f in found if f.is_error}


@pytest.mark.parametrize("place", ["rules", "rules#one", "policies/rules.md"])
def test_a_page_that_is_there_is_in_order(content: Path, place: str) -> None:
    assert leaving(content, place) == []


@pytest.mark.parametrize("place", ["gone", "rules#gone", "not a page"])
def test_a_page_that_is_not_there_is_an_error(content: Path, place: str) -> None:
    (finding,) = leaving(content, place)

    line = 1 + SCHOOL.split("\n").index("settings:") + 1
    assert finding.startswith(f"{line} leave-quickly-to names no page")


def test_a_page_that_a_worry_leads_to_gives_it_away(content: Path) -> None:
    (content / "flows" / "trial.md").write_text(FLOW_FRONT + FLOW, "utf-8")
    (finding,) = leaving(content, "rules")

    assert "“One”, which a worry can lead to" in finding
