"""The licences of what is in the app."""

from __future__ import annotations

import re
from pathlib import Path

import licences
import pytest

ROOT = Path(__file__).resolve().parents[2]
SAYS = re.compile(r"licen[cs]e|copyright|permission", re.IGNORECASE)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return licences.texts()


def test_every_package_of_the_app_has_one(texts: dict[str, str]) -> None:
    titles = [title.lower() for title in texts]
    bundled = [
        name for name in licences.bundled() if name not in ("pyside6-essentials", "shiboken6")
    ]

    assert bundled
    assert [name for name in bundled if not any(t.startswith(f"{name} ") for t in titles)] == []
    assert all(SAYS.search(text) for text in texts.values())


def test_qt_comes_with_the_words_of_the_lgpl(texts: dict[str, str]) -> None:
    (text,) = [text for title, text in texts.items() if title.startswith("Qt and PySide6")]

    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_a_package_without_a_licence_file_gives_the_words_of_its_code(
    texts: dict[str, str],
) -> None:
    (text,) = [text for title, text in texts.items() if title.startswith("Whoosh")]

    assert "Redistributions in binary form must reproduce" in text


def test_what_only_builds_is_not_among_them(texts: dict[str, str]) -> None:
    assert [title for title in texts if title.startswith(("pytest", "fonttools"))] == []


def test_each_becomes_a_file_of_the_bundle(tmp_path: Path, texts: dict[str, str]) -> None:
    licences.write(tmp_path)

    assert {path.stem for path in (tmp_path / "licences").iterdir()} == set(texts)
