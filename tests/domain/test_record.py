"""A record: its parts, and what is left of a text that neither paper nor a file can hold."""

from __future__ import annotations

import pytest

from handbook.domain.record import Parts, Record, written


def test_a_record_gives_each_part_in_order_with_its_text() -> None:
    record = Record(texts={Parts.WHERE: "Main office", Parts.SEEN: "An invoice."})

    assert [text for _, text in record] == ["An invoice.", "", "", "Main office", "", ""]
    assert [part for part, _ in record] == [part.value for part in Parts]


def test_spaces_alone_are_a_blank_record() -> None:
    assert Record(texts={Parts.SEEN: " \n\t"}).is_blank
    assert not Record(texts={Parts.DONE: "x"}).is_blank


def test_every_part_left_empty_has_room_to_write_by_hand() -> None:
    assert all(part.value.lines > 0 for part in Parts)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\u2028four\u2029five", "one\ntwo\nthree\nfour\nfive"),
        ("a\x00b\x1bc\x9f", "abc"),
        ("a\tb", "a\tb"),
        ("half \ud83d of a pair \uffff", "half  of a pair"),
        ("😀 שלום \u200fé ŵ", "😀 שלום \u200fé ŵ"),
        (
            "\U0001fae8 newer than this Python knows \ue000",
            "\U0001fae8 newer than this Python knows \ue000",
        ),
    ],
)
def test_a_text_keeps_all_but_what_a_file_cannot_hold(typed: str, kept: str) -> None:
    assert written(typed) == kept
