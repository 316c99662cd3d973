"""Domain values as HTML, by cases that are Markdown themselves."""

from __future__ import annotations

import pytest

from handbook.domain.blocks import Item, Listing, Verbatim
from handbook.domain.school import School
from handbook.markup.html import blocks_html, policy_html
from handbook.markup.policies import read_policy
from tests.cases import Case, read_cases

SCHOOL = School(settings={"day": "Friday"})


@pytest.mark.parametrize("case", read_cases("markup-html.md"), ids=str)
def test_a_policy_is_written_as_html(case: Case) -> None:
    text = f"---\ntitle: P\n---\n## Top {{#top}}\n\n{case.given}\n"

    shown = policy_html(read_policy(text, "policies/p.md"), SCHOOL)

    assert shown == f"<h1>P</h1>\n{case.expected}"


def test_an_item_may_begin_with_code() -> None:
    listing = Listing((Item((Verbatim("x", 1),), 1),), ordered=False, start=1, line=1)

    assert blocks_html((listing,)) == "<ul>\n<li><pre><code>x</code></pre></li>\n</ul>"
