"""Coming in with a pack: its whole path goes to the window, wherever that stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.app import entry
from handbook.domain.opening import Opening, OpeningKind


def test_a_pack_is_handed_on_with_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed = []

    def claim(folder: Path, opening: Opening) -> None:
        del folder
        handed.append(opening)

    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(entry, "claim", claim)

    assert entry.run(["our policies.handbook"]) == 0
    assert entry.run(["handbook:phones"]) == 0
    assert handed[0] == Opening(OpeningKind.PACK, file=str(tmp_path / "our policies.handbook"))
    assert handed[1] == Opening.of("handbook:phones")
