"""The impact table."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.search.documents import documents
from handbook.search.impacts import MAGIC, ImpactTable, TableDamaged, table_bytes
from tests.search.small import LIBRARY


@pytest.fixture(scope="module")
def data() -> bytes:
    return table_bytes("here", documents(LIBRARY))


def number(table: ImpactTable, key: str) -> int:
    found = table.number(key)
    assert found is not None
    return found


def test_a_stem_leads_to_its_clauses(data: bytes) -> None:
    table = ImpactTable(data, "here")

    assert table.clauses == 14
    assert table.docs(number(table, "helmet")).tolist() == [1]
    assert table.frequency(number(table, "gift")) == 2
    assert all(0 < step < 256 for step in table.impacts(number(table, "gift")))
    assert table.number("kite") is None


def test_a_word_leads_to_its_stem(data: bytes) -> None:
    table = ImpactTable(data, "here")
    places = table.beginning_with("helm")

    assert [table.words[place] for place in places] == ["helmet", "helmets"]
    assert {table.stems[table.word_stems[place]] for place in places} == {"helmet"}
    assert table.has_word("helmets")
    assert not table.has_word("helm")


def test_a_clause_knows_its_phrases(data: bytes) -> None:
    table = ImpactTable(data, "here")

    assert [[table.stems[stem] for stem in phrase] for phrase in table.phrases(1)] == [
        ["helmet"], ["need", "lid", "bike"],
    ]  # fmt: skip


def test_the_same_library_gives_the_same_bytes(data: bytes) -> None:
    assert table_bytes("here", documents(LIBRARY)) == data


def test_it_is_read_from_a_file_where_it_lies(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "table"
    file.write_bytes(data)

    assert ImpactTable.open(file, "here").stems == ImpactTable(data, "here").stems


def test_an_empty_library_has_an_empty_table() -> None:
    table = ImpactTable(table_bytes("none", ()), "none")

    assert (table.clauses, table.stems, table.words) == (0, [], [])


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: b"",
        lambda _: b"x",
        lambda _: MAGIC,
        lambda data: data[:-1],
        lambda data: data[:200],
        lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
        lambda data: data[:30] + b"?" + data[31:],
    ],
)
def test_a_table_that_does_not_hold_is_refused(data: bytes, broken, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "table"
    file.write_bytes(broken(data))

    with pytest.raises(TableDamaged):
        ImpactTable.open(file, "here")


def test_a_table_of_another_library_is_refused(data: bytes) -> None:
    with pytest.raises(TableDamaged, match="another library"):
        ImpactTable(data, "elsewhere")
