"""Which of the frozen app's files are of the editor's part."""

from __future__ import annotations

from pathlib import Path

import parts
import pytest

from handbook.cli.trials import EDITORS_LIST, LIST
from handbook.importers import editors_part


@pytest.mark.parametrize(
    "name",
    ["lxml/etree.so", "pypdfium2_raw/libpdfium.so", "licences/lxml 6.1.3.txt", EDITORS_LIST],
)
def test_what_reads_other_programs_files_is_the_editors(name: str) -> None:
    assert parts.is_editors(name)


@pytest.mark.parametrize(
    "name", ["", "modules.pyz", "nacl/_sodium.so", "licences/click 8.5.1.txt", "licences", LIST]
)
def test_everything_else_is_for_all(name: str) -> None:
    assert not parts.is_editors(name)


def test_each_file_is_in_one_list_and_the_lists_in_none(tmp_path: Path) -> None:
    for name in ("page.md", "lxml/etree.so", "licences/lxml 6.1.3.txt", "licences/Qt 6.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    for _ in range(2):  # writing once more does not list the lists
        parts.write(tmp_path)

    base, editors = (
        [line[66:] for line in (tmp_path / place).read_text("utf-8").splitlines()]
        for place in (LIST, EDITORS_LIST)
    )
    assert base == ["licences/Qt 6.txt", "page.md"]
    assert editors == ["licences/lxml 6.1.3.txt", "lxml/etree.so"]


def test_the_program_looks_for_nothing_that_lies_elsewhere() -> None:
    assert set(editors_part._LIBRARIES) <= set(parts.EDITOR)
