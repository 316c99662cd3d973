"""Domain values as JSON: the same value back, and nothing that is no value of the domain."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Confirm
from handbook.markup.codec import FORMAT, decode, dumped, encode, shape
from handbook.markup.library import read_library

CONTENT = Path(__file__).resolve().parents[2] / "content"
SHAPES = {
    1: "05ec8ff053322730",
    2: "bd444ebb9cc2d80f",
    3: "6d226605ff587972",
    4: "65a48e99bf05e70c",
    5: "95b4407caab0d1b7",
    6: "95b4407caab0d1b7",  # the same, packed
}


def test_the_format_grows_when_a_field_of_the_domain_changes() -> None:
    now = hashlib.sha256(shape().encode()).hexdigest()[:16]

    assert SHAPES.get(FORMAT) == now, "a field changed: raise FORMAT, and name its shape here"


@pytest.mark.parametrize(
    "value",
    [
        (),
        ("a", 1, None, True, ("b",)),
        {"a": (1,), "b": {}},
        date(2026, 9, 1),
        Confirm.YEARLY,
        Link(LinkKind.ROLE, "dsl"),
    ],
)
def test_a_value_is_read_back_as_it_was(value: object) -> None:
    assert decode(json.loads(json.dumps(encode(value)))) == value


def test_the_whole_content_is_read_back_as_it_was() -> None:
    library = read_library(CONTENT)

    assert decode(json.loads(json.dumps(encode(library)))) == library


def test_the_whole_content_is_read_back_in_parts_which_are_packed() -> None:
    library, parts = read_library(CONTENT), bytearray()
    now = dumped(encode(library, parts))

    assert decode(json.loads(now), bytes(parts)) == library
    assert len(now) + len(parts) < len(dumped(encode(library))) / 3


@pytest.mark.parametrize(
    "data",
    [
        [],
        ["os.system", "x"],
        ["place"],
        ["place.dataclass"],
        ["place.gone"],
        ["=", "place.Place", "x"],
        ["=", "links.LinkKind", "gone"],
        ["@", "May"],
        ["@", 5],
        ["{}", 5],
        ["links.Link", "a", "b", "c"],
        [5],
    ],
    ids=str,
)
def test_what_is_no_value_of_the_domain_is_refused(data: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, IndexError)):
        decode(data)
