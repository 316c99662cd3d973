"""The web folder: whole, closed to the outside, and never more than what was written."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from handbook import locations
from handbook.app.look.tokens import Theme, colours
from handbook.domain.blocks import Callout, Paragraph, Span, Table, Verbatim
from handbook.domain.errors import NotKept
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.rule import RuleKind
from handbook.domain.school import Contact, School
from handbook.exporters.site.addresses import CONCERN
from tests.exporters.site.conftest import Element, pages_of, read_page, site_of

STYLE = (locations.resources() / "site" / "style.css").read_text("utf-8")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;"


def test_every_page_has_its_frame(pages: dict[str, Element]) -> None:
    assert len(pages) > 20
    for name, page in pages.items():
        (html,) = page.all("html")
        assert html.attributes["lang"] == "en-GB"
        assert len(page.all("h1")) == len(page.all("title")) == 1, name
        assert [len(page.all(tag)) for tag in ("header", "main", "footer")] == [1, 1, 1], name
        assert page.all("body")[0].all("a")[0].attributes["href"] == "#main_text", name
        assert page.all("main")[0].attributes["id"] == "main_text"
        ids = [one.attributes["id"] for one in page.all() if "id" in one.attributes]
        assert len(ids) == len(set(ids)), name
        levels = [
            int(one.tag[1])
            for one in page.all("main")[0].all()
            if one.tag[:1] == "h" and one.tag[1:].isdigit()
        ]
        assert levels[0] == 1, name
        assert all(b - a <= 1 for a, b in pairwise(levels)), (name, levels)


def test_every_link_leads_somewhere(pages: dict[str, Element]) -> None:
    ids = {
        name: {one.attributes["id"] for one in page.all() if "id" in one.attributes}
        for name, page in pages.items()
    }
    for name, page in pages.items():
        for link in page.all("a"):
            address = link.attributes["href"]
            if address.startswith(("https://", "mailto:", "tel:")):
                continue
            path, _, anchor = address.partition("#")
            assert "/" not in path, f"{name}: {address}"
            if path != "search.html":
                assert not anchor or anchor in ids[path or name], f"{name}: {address}"


def test_nothing_is_loaded_from_outside_and_nothing_in_a_page_can_run(
    files: dict[str, bytes], pages: dict[str, Element]
) -> None:
    for page in pages.values():
        (rule,) = [m for m in page.all("meta") if "http-equiv" in m.attributes]
        assert "default-src 'none'" in rule.attributes["content"]
        assert "unsafe" not in rule.attributes["content"]
        for one in page.all():
            loaded = {"src", "srcset", "data", "poster", "action"} & set(one.attributes)
            loads = [one.attributes[name] for name in sorted(loaded)]
            if one.tag == "link":
                loads.append(one.attributes["href"])
            assert all(load in files for load in loads), loads
            assert not [
                name for name in one.attributes if name.startswith("on") or name == "style"
            ]
        assert all(script.inside == [] for script in page.all("script"))
        assert not page.all("style")
        assert not page.all("form")
    for name in ("assets/site.js", "assets/search.js", "assets/style.css"):
        text = files[name].decode()
        assert not re.search(r"https?:|//[a-z]|fetch|XMLHttp|localStorage|cookie|innerHTML", text)
    for address in re.findall(r'url\("([^"]+)"\)', STYLE):
        assert f"assets/{address}" in files or not (locations.resources() / "fonts").is_dir()


def test_the_colours_are_those_of_the_app() -> None:
    plain, dark, high, paper = re.findall(r":root \{([^}]*)\}", STYLE)
    media = re.findall(r"@media ([^{]*) \{\s*:root", STYLE)

    for text, theme in (
        (plain, Theme.LIGHT),
        (dark, Theme.DARK),
        (high, Theme.HIGH_CONTRAST),
    ):
        found = dict(re.findall(r"--([a-z0-9-]+): (#[0-9A-F]{6});", text))
        assert found == {name.replace("_", "-"): value for name, value in colours(theme).items()}
    # Paper is white in every theme: it has the plain colours, and no theme of a screen is its own.
    assert [each.startswith("screen and ") for each in media] == [True, True, False]
    assert (media[-1], "--" in paper) == ("print", False)


def test_every_clause_keeps_its_address(model: Library, pages: dict[str, Element]) -> None:
    for policy in model.policies:
        page = pages[f"{policy.id}.html"]
        for clause in policy.clauses:
            (heading,) = page.all(id=clause.id)
            assert heading.text == f"{clause.label} {clause.title}".strip()
    assert pages["social-media.html"].all(id="pupils")


def test_a_rule_has_its_word_its_icon_and_its_colour(pages: dict[str, Element]) -> None:
    box = pages["social-media.html"].all("blockquote", class_="must-not")[0]

    assert box.text.strip().startswith("You must not")
    assert box.inside[0].tag == "svg"  # type: ignore[union-attr]
    assert box.all("strong")[0].text == "You must not"
    assert all(f"blockquote.{kind.value} " in STYLE for kind in RuleKind)


def test_each_table_scrolls_in_a_box_of_its_own_name(pages: dict[str, Element]) -> None:
    page = pages["safeguarding.html"]
    boxes = page.all("div", class_="scroll")

    assert len(boxes) == len(page.all("table")) > 1
    names = [box.attributes["aria-label"] for box in boxes]
    assert len(set(names)) == len(names)
    assert all(cell.attributes["scope"] == "col" for box in boxes for cell in box.all("th"))


def test_what_is_for_editors_stays_out(model: Library, files: dict[str, bytes]) -> None:
    assert "to-check.html" not in files
    assert "choices.html" not in files
    everything = b"".join(data for name, data in files.items() if name.endswith(".html"))
    asked = next(c.asked[0] for p in model.policies for c in p.clauses if len(c.asked[:1]) == 1)
    assert asked.encode() not in everything
    assert b"asked:" not in everything


def test_the_same_content_gives_the_same_bytes(model: Library, files: dict[str, bytes]) -> None:
    assert site_of(model) == files
    assert list(files) == sorted(files)


def hostile_library() -> Library:
    link = Link(LinkKind.WEB, 'https://a.uk/"><script>x</script>')
    spans = (
        Span(HOSTILE, strong=True, link=link, line=1),
        Span(HOSTILE, link=Link(LinkKind.REFUSED, "javascript:alert(1)"), line=1),
        Span(HOSTILE, explains=HOSTILE),
        Span(HOSTILE, image='images/x.png" onerror="x'),
    )
    blocks = (
        Callout(RuleKind.MUST, (Paragraph(spans, 1),), 1),
        Table((spans,), ((spans,),), 1),
        Verbatim(HOSTILE, 1),
    )
    clause = Clause("one", HOSTILE, "1.1", blocks, 1, (HOSTILE,))
    section = Section("all", HOSTILE, "1", blocks, (clause,), 1)
    policy = Policy(
        "bad", HOSTILE, "policies/bad.md", HOSTILE, HOSTILE, "head", HOSTILE,
        approved=date(2026, 1, 1), approved_by=HOSTILE, sections=(section,), intro=blocks,
    )  # fmt: skip
    head = Contact(
        "head", HOSTILE, name=HOSTILE, phone=HOSTILE, email=HOSTILE, hours=HOSTILE, site=HOSTILE
    )
    return Library(
        School(HOSTILE, "s", {"head": head}), (policy,), asked_often=(HOSTILE,), digest='"><b>'
    )


def test_hostile_words_stay_words() -> None:
    files = site_of(hostile_library())

    for name, page in pages_of(files).items():
        assert all(one.attributes["src"].startswith("assets/") for one in page.all("script")), name
        pictures = page.all("img")
        assert all(set(one.attributes) == {"src", "alt"} for one in pictures), name
        assert not [one for one in page.all() if "onerror" in one.attributes], name
        assert not [a for a in page.all("a") if a.attributes["href"].startswith("javascript")]
    assert HOSTILE in pages_of(files)["bad.html"].all("h1")[0].text
    assert b"<" not in files["assets/search-index.js"]


@pytest.mark.parametrize(("days", "shown"), [(-1, True), (0, False), (1, False)])
def test_an_overdue_review_is_told_and_one_to_come_waits(
    model: Library, days: int, *, shown: bool
) -> None:
    today = date(2026, 11, 21)
    policy = replace(model.policies[0], review=today + timedelta(days))

    page = read_page(site_of(replace(model, policies=(policy,)), today)[f"{policy.id}.html"])

    (notice,) = page.all(class_="overdue")
    assert ("hidden" not in notice.attributes) is shown
    assert notice.attributes["data-review"] == str(policy.review)


def test_a_policy_without_a_review_date_is_overdue(model: Library) -> None:
    policy = replace(model.policies[0], review=None)

    page = read_page(site_of(replace(model, policies=(policy,)))[f"{policy.id}.html"])

    assert "No review date set" in page.all(class_="overdue")[0].text


def test_a_link_to_what_the_site_lacks_is_plain_words(model: Library) -> None:
    alone = replace(model, policies=(model.policy("social-media"),))

    pages = pages_of(site_of(alone))

    targets = {a.attributes["href"].partition("#")[0] for a in pages["social-media.html"].all("a")}
    assert {t for t in targets if t and ":" not in t} <= set(pages)
    assert all(a.attributes["href"] for a in pages[CONCERN].all("a"))


def test_a_policy_cannot_take_the_place_of_a_page(model: Library) -> None:
    with pytest.raises(NotKept, match="people"):
        site_of(replace(model, policies=(replace(model.policies[0], id="people"),)))


def test_a_blank_is_shown_as_blank(pages: dict[str, Element]) -> None:
    (head,) = pages["people.html"].all(id="headteacher")

    assert "Headteacher" in head.text
    assert "Name not filled in yet" in head.text
