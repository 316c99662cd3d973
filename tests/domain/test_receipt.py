"""A receipt: read back as written, and told when it is not what was written."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.errors import BadReceipt
from handbook.domain.receipt import LARGEST, Receipt

RECEIPT = Receipt(
    policy="rules",
    version="2.0",
    digest="a" * 64,
    user="HILL\\jo",
    machine="LAPTOP-7",
    time=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
    mark="0" * 32,
)


def test_a_receipt_is_read_back_as_it_was() -> None:
    assert Receipt.parse(RECEIPT.data, RECEIPT.name) == RECEIPT


@given(st.text(max_size=100).filter(str.isprintable))
def test_any_name_is_read_back(name: str) -> None:
    receipt = replace(RECEIPT, user=name)

    assert len(receipt.data) < LARGEST
    assert Receipt.parse(receipt.data, receipt.name) == receipt


def test_the_name_says_what_is_in_it() -> None:
    assert RECEIPT.name == replace(RECEIPT).name
    assert RECEIPT.name.endswith(".receipt.json")
    assert replace(RECEIPT, mark="1" * 32).name != RECEIPT.name


def test_a_time_of_another_zone_is_written_in_utc() -> None:
    there = timezone(timedelta(hours=1))
    same = replace(RECEIPT, time=datetime(2026, 11, 21, 10, 30, tzinfo=there))

    assert same.data == RECEIPT.data


def changed(key: str, value: object) -> bytes:
    shape = json.loads(RECEIPT.data)
    shape[key] = value
    return json.dumps(shape, indent=1).encode() + b"\n"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"\xff\xfe", 1),
        (RECEIPT.data[:60], 5),
        (b"[]", 1),
        (b"[" * 5000, 1),
        (changed("format", 2), 1),
        (changed("user", 5), 6),
        (changed("user", "x" * 300), 6),
        (changed("user", "a\nb"), 6),
        (changed("digest", "short"), 5),
        (changed("time", "yesterday"), 8),
        (changed("mark", "guess"), 5),
        (changed("user", "somebody else"), 1),
        (changed("more", "words"), 1),
        (RECEIPT.data + b" ", 1),
    ],
    ids=range(15),
)
def test_what_is_no_receipt_is_named_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(BadReceipt) as caught:
        Receipt.parse(data, RECEIPT.name)

    assert str(caught.value).startswith(f"{RECEIPT.name}:{line}: ")


def test_a_receipt_under_another_name_is_none() -> None:
    with pytest.raises(BadReceipt, match="renamed"):
        Receipt.parse(RECEIPT.data, "other.receipt.json")
