"""Each trial of the self-check fails where what it tries does not work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.cli import trials
from handbook.cli.trials import Amiss
from handbook.domain.library import Library
from handbook.domain.record import Record
from handbook.exporters import word
from handbook.importers import editors_part, importing
from handbook.importers.draft import Draft
from handbook.markup.policies import read_policy
from handbook.markup.skeletons import policy_skeleton
from handbook.packs import pack as packs


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A frozen app of three files, one of them the editor's, listed."""
    import parts

    (tmp_path / "_internal" / "qt").mkdir(parents=True)
    (tmp_path / "_internal" / "qt" / "core.so").write_bytes(b"core")
    (tmp_path / "_internal" / "page.md").write_bytes(b"page")
    (tmp_path / "_internal" / "lxml").mkdir()
    (tmp_path / "_internal" / "lxml" / "etree.so").write_bytes(b"etree")
    parts.write(tmp_path / "_internal")
    return tmp_path / "_internal"


def test_a_whole_app_is_in_order(bundle: Path) -> None:
    trials.whole(bundle)


def test_a_part_that_is_missing_is_named(bundle: Path) -> None:
    (bundle / "qt" / "core.so").unlink()

    with pytest.raises(Amiss, match=r"qt/core\.so is missing: install the program again"):
        trials.whole(bundle)


def test_a_part_that_was_changed_is_named(bundle: Path) -> None:
    (bundle / "page.md").write_bytes(b"Page")

    with pytest.raises(Amiss, match=r"page\.md is not as it was built"):
        trials.whole(bundle)


def test_an_app_that_lost_its_list_is_not_in_order(bundle: Path) -> None:
    (bundle / trials.LIST).unlink()

    with pytest.raises(Amiss, match="nobody can say what else"):
        trials.whole(bundle)


def test_of_many_damaged_parts_three_are_named(bundle: Path) -> None:
    (bundle / trials.LIST).write_text("".join(f"00  part{n}\n" for n in range(5)), "utf-8")

    with pytest.raises(Amiss, match="part2 is missing and 2 more"):
        trials.whole(bundle)


def test_the_editors_part_is_checked_where_it_is_installed(bundle: Path) -> None:
    assert trials.editors_part(bundle, wanted=True) == "installed"

    (bundle / "lxml" / "etree.so").write_bytes(b"other")
    with pytest.raises(Amiss, match=r"lxml/etree\.so is not as it was built"):
        trials.editors_part(bundle, wanted=False)
    trials.whole(bundle)


def test_an_editors_part_that_is_there_by_half_is_not_in_order(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bundle / "lxml" / "etree.so").unlink()
    monkeypatch.setattr(editors_part, "_LIBRARIES", ("no_such_library",))
    with pytest.raises(Amiss, match=r"lxml/etree\.so is missing"):
        trials.editors_part(bundle, wanted=False)

    (bundle / trials.EDITORS_LIST).write_text("", "utf-8")
    with pytest.raises(Amiss, match="its libraries cannot be found"):
        trials.editors_part(bundle, wanted=False)


def test_without_the_editors_part_all_is_in_order_until_it_is_asked_for(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (trials.EDITORS_LIST, "lxml/etree.so"):
        (bundle / name).unlink()
    monkeypatch.setattr(editors_part, "_LIBRARIES", ("no_such_library",))

    assert trials.editors_part(bundle, wanted=False) == "not installed"
    with pytest.raises(Amiss, match="not installed on this computer"):
        trials.editors_part(bundle, wanted=True)
    trials.word_file()
    trials.whole(bundle)


def test_a_checkout_has_the_editors_part() -> None:
    assert trials.editors_part(None, wanted=True) == "installed"


def test_a_word_file_that_lost_its_words_is_amiss(monkeypatch: pytest.MonkeyPatch) -> None:
    real = word.word_file
    monkeypatch.setattr(word, "word_file", lambda _record, today: real(Record(), today))

    with pytest.raises(Amiss, match="is not in it"):
        trials.word_file()


def test_a_word_file_is_written_and_read() -> None:
    trials.word_file()


def test_a_word_file_that_is_read_as_something_else_is_amiss(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "import_file", lambda path: Draft(path.name, "a", "", ""))

    with pytest.raises(Amiss, match="is not read from it"):
        trials.word_file()


def test_packs_are_taken_and_refused() -> None:
    trials.pack()


def test_a_program_that_takes_any_pack_is_amiss(monkeypatch: pytest.MonkeyPatch) -> None:
    real = packs.open_pack
    kept: list[object] = []

    def careless(data: bytes, file: str, trusted: object) -> object:
        if not kept:
            kept.append(real(data, file, trusted))  # type: ignore[arg-type] # as it was given
        return kept[0]

    monkeypatch.setattr(packs, "open_pack", careless)

    with pytest.raises(Amiss, match="nobody signed"):
        trials.pack()


def test_pages_that_are_no_pdf_are_amiss() -> None:
    text = policy_skeleton("bicycles", "headteacher", date(2026, 1, 1))
    library = Library(policies=(read_policy(text, "policies/bicycles.md"),))

    with pytest.raises(Amiss, match="cannot be printed"):
        trials.printed(library, lambda _library, _content: b"")
    with pytest.raises(Amiss, match="cannot be made here"):
        trials.printed(library, None)
