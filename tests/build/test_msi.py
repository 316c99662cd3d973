"""The Windows package's source and bytes; what it does stands in tests/package."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import msi
import pytest
import release

SPACE = msi.SPACE
ID = b"\x1e\0\0\0\x27\0\0\0{A62B2746-4C8D-4A0C-B96E-152139C6A31A}\0"
NEVER = b"\x40\0\0\0" + b"\x01" * 8


def test_each_file_is_a_component_of_its_own_and_keeps_its_id(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    for name in ("handbook.exe", "inside/handbook.exe"):
        (tmp_path / name).write_bytes(b"")
    listed = ET.fromstring(msi.files(tmp_path))
    components = list(listed.iter(f"{SPACE}Component"))
    (tmp_path / "new.dll").write_bytes(b"")
    later = ET.fromstring(msi.files(tmp_path))

    assert len({each.attrib["Guid"] for each in components}) == 2
    assert {each.attrib["Win64"] for each in components} == {"yes"}
    assert {each.attrib["Guid"] for each in components} < {
        each.attrib["Guid"] for each in later.iter(f"{SPACE}Component")
    }


def test_every_component_is_part_of_what_is_installed() -> None:
    root = ET.fromstring(msi.SOURCE.read_text("utf-8"))
    made = [each.attrib["Id"] for each in root.iter(f"{SPACE}Component")]
    guids = {each.attrib["Guid"] for each in root.iter(f"{SPACE}Component")}

    assert sorted(made) == sorted(each.attrib["Id"] for each in root.iter(f"{SPACE}ComponentRef"))
    assert len(guids) == len(made)


def test_what_wixl_does_not_know_is_written_afterwards() -> None:
    source, changes = msi.without_conditions(msi.SOURCE.read_text("utf-8"))

    assert "Condition" not in source
    assert "Secure=" not in source
    assert any(
        "'CONTENTFOLDER', `Attributes` = 324 WHERE `Component` = 'ContentFolder'" in each
        for each in changes
    )
    assert any("CONTENTFOLDER;RECEIPTSFOLDER;EDITOR" in each for each in changes)


def test_the_editors_part_alone_waits_to_be_asked_for(tmp_path: Path) -> None:
    for name in ("handbook.exe", "_internal/page.md", "_internal/lxml/etree.pyd"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")

    (change,) = msi.only_for_editors(tmp_path)

    assert f"'{msi.EDITORS}', `Attributes` = 320" in change
    assert msi._id(Path("_internal/lxml/etree.pyd")) in change


def test_two_packages_of_the_same_files_become_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "made", lambda: 1_790_000_000)
    other = ID.replace(b"A62B2746", b"00000001")
    often = NEVER.replace(b"\x01", b"\x02")

    first = msi.repeatable(b"files" + ID + NEVER + NEVER)
    second = msi.repeatable(b"files" + other + often + often)

    assert first == second
    assert first != msi.repeatable(b"Files" + ID + NEVER + NEVER)


def test_a_package_of_another_form_stops_the_build() -> None:
    with pytest.raises(SystemExit, match="not as expected"):
        msi.repeatable(b"files" + NEVER + NEVER)
