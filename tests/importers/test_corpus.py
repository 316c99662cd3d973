"""Drafts of the corpus come as close to the truth as the importers promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.importers.making import make_draft
from tests.importers.corpus.documents import DOCUMENTS
from tests.importers.corpus.held_out import HELD_OUT
from tests.importers.corpus.shape import Doc
from tests.importers.score import cases
from tests.importers.scoring import score

CASES = cases({**DOCUMENTS, **HELD_OUT})
PLAIN_TEXT = 0.6
"""In text without looks a heading below a heading cannot be told from one beside it."""


@pytest.mark.parametrize(("path", "doc"), CASES, ids=[path.name for path, _ in CASES])
def test_a_draft_says_what_the_file_says(path: Path, doc: Doc) -> None:
    one = score(make_draft(path.read_bytes(), path.name), doc)

    assert one.words >= 0.999, one.missing
    assert one.headings >= (PLAIN_TEXT if path.suffix == ".txt" else 0.9), one.missing
    assert one.labels >= 0.95, one.missing
    assert one.depths >= 0.9, one.missing
    assert one.fields >= 0.85, one.missing
    assert one.invented == ()
    assert one.added <= 5
