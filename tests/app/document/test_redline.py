"""Two versions of some text as one, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.app.document.marked import mark_of, marked_blocks, without
from handbook.app.document.redline import redline, redline_text, redline_words
from handbook.domain.blocks import (
    Block,
    Callout,
    Item,
    Listing,
    Paragraph,
    Span,
    Subheading,
    Table,
    Verbatim,
    all_spans,
    block_texts,
)
from handbook.domain.rule import RuleKind
from handbook.domain.word_changes import RunKind
from tests.app.social_media import bullets, callout, words

GONE, NEW, SAME = RunKind.GONE, RunKind.NEW, RunKind.SAME


def said(blocks: tuple[Block, ...]) -> list[str]:
    return list(block_texts(blocks))


def marks(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(mark_of(span).value, span.text) for span in all_spans(blocks)]


def cells(*rows: tuple[str, ...]) -> Table:
    grid = tuple(tuple((Span(text),) for text in row) for row in rows)
    return Table(grid[0], grid[1:], 1)


def test_what_went_stands_before_what_came() -> None:
    found = redline_text("Report it to the office.", "Say so to the office today.")

    assert [(mark_of(span), span.text) for span in found] == [
        (GONE, "Report it"),
        (NEW, "Say so"),
        (SAME, " to the office"),
        (NEW, " today"),
        (SAME, "."),
    ]


def test_a_word_keeps_how_it_looks() -> None:
    was = (Span("Wear a "), Span("badge", strong=True), Span("."))
    now = (Span("Always wear a "), Span("badge", strong=True), Span("."))

    assert [span.text for span in redline_words(was, now) if span.strong] == ["badge"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (callout(RuleKind.MUST, " wear a badge."), callout(RuleKind.MUST, " always wear one.")),
        (bullets("one", "two", "three"), bullets("one", "three", "four")),
        (cells(("Who", "When"), ("A", "1")), cells(("Who", "When"), ("B", "2"), ("A", "1"))),
        (cells(("Who", "When"), ("A", "1")), cells(("Who",), ("A",))),
        (words("Old words here."), bullets("something else")),
        (Verbatim("x = 1", 1), Verbatim("x = 2", 1)),
        (callout(RuleKind.MAY, " go."), callout(RuleKind.MUST_NOT, " go.")),
        (callout(None, "Odd words."), callout(None, "Other odd words.")),
    ],
    ids=["callout", "list", "table", "narrower table", "kinds", "verbatim", "rule", "quotation"],
)
def test_both_versions_can_be_read_back(was: Block, now: Block) -> None:
    found = redline((was,), (now,))

    assert plain(without(found, NEW)) == plain((was,))
    assert plain(without(found, GONE)) == plain((now,))


def plain(blocks: tuple[Block, ...]) -> str:
    """The letters alone: a lead stands apart from its words, which take a capital."""
    return "".join("".join(said(blocks)).casefold().split())


def test_another_rule_is_another_callout() -> None:
    """Its box has one colour: the old rule goes whole, and the new one comes whole."""
    found = redline((callout(RuleKind.MAY, " go."),), (callout(RuleKind.MUST_NOT, " go."),))

    assert [block.kind for block in found if isinstance(block, Callout)] == [
        RuleKind.MAY,
        RuleKind.MUST_NOT,
    ]
    assert {mark for mark, _ in marks(found)} == {"gone", "new"}


def test_the_lead_of_a_callout_is_never_cut() -> None:
    was = callout(RuleKind.MUST_NOT, " go there. You must not stay.")
    now = callout(RuleKind.MUST_NOT, " stay.")

    (found,) = redline((was,), (now,))

    assert isinstance(found, Callout)
    assert next(all_spans(found.blocks)) == Span("You must not", strong=True)
    assert plain(without((found,), GONE)) == plain((now,))


def test_something_added_to_a_few_words_is_said_as_such() -> None:
    was, now = (
        words("Write to nobody."),
        words("Write to nobody, ever, not even on a Sunday at noon."),
    )

    (found,) = redline((was,), (now,))

    assert [text for mark, text in marks((found,)) if mark == "new"] == [
        ", ever, not even on a Sunday at noon"
    ]


def test_a_list_keeps_its_items_apart() -> None:
    (found,) = redline((bullets("one", "two"),), (bullets("one", "new", "two"),))

    assert isinstance(found, Listing)
    assert [marks(item.blocks) for item in found.items] == [
        [("same", "one")],
        [("new", "new")],
        [("same", "two")],
    ]


def test_a_footnote_with_another_number_is_no_change() -> None:
    was = Paragraph((Span("See here"), Span("1", footnote=1), Span(".")), 1)
    now = Paragraph((Span("See here"), Span("2", footnote=2), Span(".")), 1)

    assert {mark for mark, _ in marks(redline((was,), (now,)))} == {"same"}


def test_another_picture_goes_and_comes_whole() -> None:
    was = Paragraph((Span("A map", image="images/old.png"),), 1)
    now = Paragraph((Span("A map", image="images/new.png"),), 1)

    (found,) = redline((was,), (now,))

    assert isinstance(found, Paragraph)
    assert [(mark_of(span), span.image) for span in found.spans] == [
        (GONE, "images/old.png"),
        (NEW, "images/new.png"),
    ]


def test_words_beside_each_other_are_one_run() -> None:
    """Links lead nowhere here, so their words need no run of their own."""
    (found,) = marked_blocks((words("See ", Span("this", line=3), " page."),), NEW)

    assert marks((found,)) == [("new", "See this page.")]


def test_nothing_is_left_of_what_only_one_version_has() -> None:
    gone = redline((bullets("one"), cells(("Who",), ("A",))), ())

    assert without(gone, GONE) == ()
    assert plain(without(gone, NEW)) == "onewhoa"


TEXTS = st.text("ab .", max_size=12)
ITEMS = st.lists(TEXTS.map(lambda text: Item((words(text),), 1)), min_size=1, max_size=3)
BLOCKS = st.lists(
    st.one_of(
        TEXTS.map(words),
        TEXTS.map(lambda text: callout(RuleKind.MUST, f" {text}")),
        ITEMS.map(lambda items: Listing(tuple(items), ordered=False, start=1, line=1)),
    ),
    max_size=4,
).map(tuple)


@given(BLOCKS, BLOCKS)
def test_no_word_is_lost_or_made_up(was: tuple[Block, ...], now: tuple[Block, ...]) -> None:
    found = redline(was, now)

    assert plain(without(found, NEW)) == plain(was)
    assert plain(without(found, GONE)) == plain(now)


def test_a_subheading_is_compared_word_by_word() -> None:

    was, now = (Subheading((Span(text),), 4, 1) for text in ("On the coach", "On the train"))

    assert marks(redline((was,), (now,))) == [
        ("same", "On the "),
        ("gone", "coach"),
        ("new", "train"),
    ]
