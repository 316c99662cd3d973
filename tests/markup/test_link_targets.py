"""No text makes a link that leads anywhere but where content may lead."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handbook.domain.links import Link, LinkKind
from handbook.markup.link_targets import read_image, read_link

FILES = st.sampled_from(["policies/p.md", "flows/f.md", "guides/g.md", "p.md"])
PIECES = st.sampled_from(
    [
        *(
            "https",
            "http",
            "javascript",
            "data",
            "file",
            "mailto",
            "tel",
            "role",
            "setting",
            "HTTPS",
        ),
        *(
            ":",
            "/",
            "//",
            "..",
            ".",
            "#",
            "?",
            "%2e",
            "%2F",
            "%23",
            "%00",
            "%",
            "\\",
            "@",
            " ",
            "\t",
        ),
        *(
            "policies",
            "flows",
            "guides",
            "images",
            "etc",
            "a",
            "p.md",
            ".md",
            "md",
            "\n",
            "\x00",
            "é",
        ),
    ]
)
HREFS = st.text(max_size=30) | st.lists(PIECES, max_size=8).map("".join)
INSIDE = {LinkKind.CLAUSE, LinkKind.POLICY, LinkKind.FLOW}
OUTSIDE = {LinkKind.WEB: "https:", LinkKind.MAIL: "mailto:", LinkKind.TELEPHONE: "tel:"}


@given(HREFS, FILES)
@settings(max_examples=1_000, deadline=None)
@example("JavaScript:alert(1)", "policies/p.md")
@example("//evil.example/a.md", "policies/p.md")
@example("%2e%2e/%2e%2e/etc/passwd.md", "policies/p.md")
@example("", "policies/p.md")
@example("data:text/html,a.md", "policies/p.md")
@example("policies/a.md", "p.md")
@example("/policies/a.md", "policies/p.md")
@example("\\\\server\\share.md", "policies/p.md")
def test_every_link_leads_inside_or_by_a_known_scheme_or_is_refused(href: str, file: str) -> None:
    link = read_link(href, file)

    assert isinstance(link.kind, LinkKind)
    if link.kind in INSIDE:
        assert "/" not in link.target.partition("#")[0]
        assert not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", href)
    if link.kind is LinkKind.WEB:
        assert link.target.lower().startswith("https:")
    if link.kind in OUTSIDE:
        assert href.lower().startswith(OUTSIDE[link.kind])
    if link.kind is LinkKind.REFUSED:
        assert link.target == href
    assert Link.parse(link.url) == link


@given(HREFS, FILES)
@settings(max_examples=500, deadline=None)
@example("../images/../../etc/passwd", "policies/p.md")
@example("../images/%2e%2e/school.yaml", "policies/p.md")
@example("images/a.png", "p.md")
def test_every_picture_lies_among_the_images(src: str, file: str) -> None:
    path = read_image(src, file)

    assert path == "" or path.startswith("images/")
    assert ".." not in path.split("/")


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("q.md", "policy:q"),
        ("q.md#a", "clause:q#a"),
        ("#a", "clause:p#a"),
        ("./q.md#a", "clause:q#a"),
        ("../flows/f.md", "flow:f"),
        ("../flows/f.md#a", "flow:f#a"),
        ("../guides/g.md#a", "clause:g#a"),
        ("a%2Db.md", "policy:a-b"),
        ("role:dsl", "role:dsl"),
        ("Setting:days", "setting:days"),
        ("https://example.org", "web:https://example.org"),
        ("mailto:a@example.org", "mail:a@example.org"),
        ("tel:0204", "tel:0204"),
        ("http://example.org", "refused:http://example.org"),
        ("q.MD", "refused:q.MD"),
        ("../school.yaml", "refused:../school.yaml"),
        ("sub/q.md", "refused:sub/q.md"),
        ("../../policies/q.md", "refused:../../policies/q.md"),
        ("//example.org/q.md", "refused://example.org/q.md"),
    ],
)
def test_a_link_of_a_policy_leads_to_its_target(href: str, url: str) -> None:
    assert read_link(href, "policies/p.md").url == url
