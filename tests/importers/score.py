"""Prints how close the drafts of the corpus come: `python -m tests.importers.score [NAME...]`."""

from __future__ import annotations

import sys
from pathlib import Path

from handbook.domain.errors import NotImported
from handbook.importers.making import make_draft
from tests.importers.corpus.documents import DOCUMENTS
from tests.importers.corpus.held_out import HELD_OUT
from tests.importers.corpus.shape import Doc
from tests.importers.scoring import Score, score

FILES = Path(__file__).resolve().parents[1] / "fixtures" / "imports"
_ROW = "{:34}{:>8}{:>10}{:>8}{:>8}{:>8}{:>7}  {}\n"


def cases(documents: dict[str, Doc]) -> list[tuple[Path, Doc]]:
    """The files of some documents: a file's name begins with the document's."""
    return [
        (path, documents[path.name.split("-")[0]])
        for path in sorted(FILES.iterdir())
        if path.name.split("-")[0] in documents
    ]


def main(names: list[str]) -> int:
    """Print a table for what was known while the code was written, and one for what was not."""
    for head, documents in (("known", DOCUMENTS), ("held out", HELD_OUT)):
        chosen = [
            (p, d) for p, d in cases(documents) if not names or any(n in p.name for n in names)
        ]
        if not chosen:
            continue
        sys.stdout.write(
            _ROW.format(
                head, "words", "headings", "labels", "depths", "fields", "added", "invented"
            )
        )
        scores = [_shown(path, doc, full=bool(names)) for path, doc in chosen]
        known = [one for one in scores if one is not None]
        sys.stdout.write(_row("mean", known) + "\n")
    return 0


def _shown(path: Path, doc: Doc, *, full: bool) -> Score | None:
    try:
        one = score(make_draft(path.read_bytes(), path.name), doc)
    except NotImported as problem:
        sys.stdout.write(f"{path.name:34}{problem}\n")
        return None
    sys.stdout.write(_row(path.name, [one]))
    if full:
        sys.stdout.write("".join(f"    {text}\n" for text in one.missing))
    return one


def _row(name: str, scores: list[Score]) -> str:
    def mean(what: str) -> str:
        return f"{100 * sum(getattr(one, what) for one in scores) / max(len(scores), 1):.1f}"

    invented = ", ".join(sorted({name for one in scores for name in one.invented}))
    added = sum(one.added for one in scores)
    shares = [mean(what) for what in ("words", "headings", "labels", "depths", "fields")]
    return _ROW.format(name, *shares, added, invented or "nothing")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
