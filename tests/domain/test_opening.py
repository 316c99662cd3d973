"""What a start of the program asks to open, as browsers and file managers say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.opening import Opening, OpeningKind, is_window_word

PUPILS = Opening(OpeningKind.CLAUSE, ClauseRef("social-media", "pupils"))
POLICY = Opening(OpeningKind.CLAUSE, ClauseRef("social-media"))
ODD = Opening(OpeningKind.ODD)


def pack(file: str) -> Opening:
    return Opening(OpeningKind.PACK, file=file)


IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,30}", fullmatch=True)


@pytest.mark.parametrize(
    ("argument", "opening"),
    [
        ("", Opening()),
        ("handbook:", Opening()),
        ("handbook://", Opening()),
        ("handbook:social-media#pupils", PUPILS),
        ("handbook:social-media%23pupils", PUPILS),
        ("handbook://social-media#pupils", PUPILS),
        ("handbook://social-media/#pupils", PUPILS),
        ("handbook:///social-media#pupils", PUPILS),
        ("HANDBOOK:Social-Media#Pupils", PUPILS),
        (" handbook:social-media#pupils\n", PUPILS),
        ("handbook:policies/social-media.md#pupils", PUPILS),
        ("handbook:social-media", POLICY),
        ("handbook://social-media/", POLICY),
        ("handbook:social-media#", POLICY),
        ("handbook:social-media%2523pupils", ODD),
        ("handbook:#pupils", ODD),
        ("handbook:social media", ODD),
        ("handbook:../../etc/passwd", ODD),
        ("handbook:social-media?next=1#pupils", ODD),
        ("handbook:social-media#pu\0pils", ODD),
        ("handbook:" + "a" * 400, ODD),
        ("handbook:%ff%fe", ODD),
        ("C:\\Users\\me\\School.HANDBOOK", pack("C:\\Users\\me\\School.HANDBOOK")),
        ("/tmp/new.handbook", pack("/tmp/new.handbook")),
        ("our policies.handbook", pack("our policies.handbook")),
        ("file:///tmp/our%20policies.handbook", pack("/tmp/our policies.handbook")),
        ("file://localhost/tmp/a.handbook", pack("/tmp/a.handbook")),
        ("file:/tmp/a.handbook", pack("/tmp/a.handbook")),
        ("file:///C:/Users/me/a.handbook", pack("C:/Users/me/a.handbook")),
        ("https://example.org/a", ODD),
    ],
)
def test_a_link_is_read_in_every_form_that_programs_give_it(
    argument: str, opening: Opening
) -> None:
    assert Opening.of(argument) == opening


@given(IDS, IDS)
def test_every_wish_is_one_line_that_reads_back(policy: str, clause: str) -> None:
    ref = Opening(OpeningKind.CLAUSE, ClauseRef(policy, clause))
    for opening in (ref, ODD, Opening(), pack(f"/tmp/{policy} x.handbook")):
        assert "\n" not in opening.line
        assert Opening.of(opening.line) == opening


@given(st.text().filter(lambda text: not text.strip().lower().endswith(".handbook")))
def test_no_text_upsets_the_reading_and_only_ids_are_handed_on(text: str) -> None:
    line = Opening.of(f"handbook:{text}").line

    assert set(line) <= set("abcdefghijklmnopqrstuvwxyz0123456789-#:?")


@pytest.mark.parametrize("word", ["handbook:x", "HANDBOOK://x", "a.handbook", "A.Handbook"])
def test_these_words_open_the_window(word: str) -> None:
    assert is_window_word(word)


@pytest.mark.parametrize("word", ["search", "lint", "handbook", "--help"])
def test_a_command_opens_no_window(word: str) -> None:
    assert not is_window_word(word)
