"""How fast search answers a keystroke, beside SQLite FTS5 and tantivy in the same run.

    python tests/bench/bench_search.py [SIZE...]

Times are of the thread's processor, a keystroke each, any word counting and the last as
the beginning of a word, with twenty ranked hits and their excerpts.
"""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from handbook.domain.blocks import Paragraph, Span
from handbook.domain.library import Library
from handbook.domain.policy import Clause, Policy, Section
from handbook.search.documents import sources
from handbook.search.searcher import open_searcher

SIZES = (1_000, 10_000, 100_000)
_ROOT = Path(__file__).resolve().parents[2]
_VOCABULARY = 12_000
_QUERIES = 40


class Language:
    """Made-up words, the common ones far commoner than the rare ones, always the same."""

    def __init__(self) -> None:
        self._random = random.Random(7)
        parts = [a + b for a in "bcdfghklmnprstvw" for b in ("a", "e", "i", "o", "u", "ar", "en")]
        words = {"".join(self._random.choices(parts, k=n)) for n in (2, 3, 4) for _ in range(9000)}
        self._words = sorted(words)
        self._random.shuffle(self._words)
        self._words = self._words[:_VOCABULARY]
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(self._words))))

    def text(self, words: int) -> str:
        """So many words of text."""
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=words))


def library(clauses: int) -> Library:
    """A library of so many clauses, a hundred in each policy."""
    language = Language()
    policies = []
    for number in range(0, clauses, 100):
        made = tuple(_clause(language, n) for n in range(min(100, clauses - number)))
        sections = tuple(
            Section(f"s{n}", language.text(3), str(n + 1), (), made[n * 10 : n * 10 + 10], 1)
            for n in range((len(made) + 9) // 10)
        )
        policies.append(
            Policy(
                f"policy-{number}", language.text(3), f"policies/{number}.md", sections=sections
            )
        )
    return Library(policies=tuple(policies), digest=f"bench{clauses:027}")


def _clause(language: Language, number: int) -> Clause:
    blocks = tuple(Paragraph((Span(language.text(28)),), 1) for _ in range(2))
    asked = tuple(language.text(5) for _ in range(3))
    return Clause(f"c{number}", language.text(4), f"1.{number}", blocks, 1, asked)


def keystrokes(texts: list[str]) -> Iterator[str]:
    """What stands in the field after each key of some queries, from the second letter on."""
    chosen = random.Random(3)
    for text in chosen.sample(texts, _QUERIES):
        words = text.split()
        at = chosen.randrange(max(1, len(words) - 5))
        query = " ".join(words[at : at + chosen.choice((2, 3, 4, 5))])
        yield from (query[:end] for end in range(2, len(query) + 1))


def p95(ask: Callable[[str], object], asked: list[str]) -> float:
    """Milliseconds of processor for 95 of 100 keystrokes."""
    times = []
    for text in asked:
        started = thread_time()
        ask(text)
        times.append(thread_time() - started)
    return sorted(times)[int(len(times) * 0.95)] * 1000


def fts5(held: Library) -> Callable[[str], object]:
    """The same clauses and queries in SQLite."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "create virtual table c using fts5(title, body, asked, tokenize='porter unicode61')"
    )
    rows = ((s.clause.title, s.clause.text, " ".join(s.clause.asked)) for s in sources(held))
    database.executemany("insert into c values (?, ?, ?)", rows)
    asked = (
        "select rowid, rank, title, snippet(c, 1, '[', ']', '...', 24) from c"
        " where c match ? order by rank limit 20"
    )

    def ask(text: str) -> object:
        words = [f'"{word}"' for word in text.split()]
        return database.execute(asked, (" OR ".join(words) + "*",)).fetchall() if words else None

    return ask


def tantivy(held: Library) -> Callable[[str], object] | None:
    """The same in tantivy, where it is installed."""
    try:
        import tantivy as engine  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    builder = engine.SchemaBuilder()
    builder.add_text_field("body", stored=True, tokenizer_name="en_stem")
    schema = builder.build()
    index = engine.Index(schema)
    writer = index.writer(50_000_000)
    for source in sources(held):
        clause = source.clause
        text = " ".join((clause.title, clause.text, *clause.asked))
        writer.add_document(engine.Document(body=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(text: str) -> object:
        *before, last = text.split() or [""]
        words = [engine.Query.term_query(schema, "body", word) for word in before]
        words.append(engine.Query.regex_query(schema, "body", f"{last}.*"))
        query = engine.Query.boolean_query([(engine.Occur.Should, word) for word in words])
        makes = engine.SnippetGenerator.create(searcher, query, schema, "body")
        hits = searcher.search(query, 20).hits
        return [makes.snippet_from_doc(searcher.doc(place)) for _, place in hits]

    return ask


def _memory() -> float:
    """The memory of this process in MB, as Linux tells it; 0 elsewhere."""
    status = Path("/proc/self/smaps_rollup")
    if not status.exists():
        return 0.0
    lines = status.read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def build(size: int, folder: Path) -> dict[str, Any]:
    """How long it takes to make the index of a library."""
    held = library(size)
    started = perf_counter()
    open_searcher(held, folder)
    return {"build_s": round(perf_counter() - started, 2)}


def ask(size: int, folder: Path) -> dict[str, Any]:
    """What opening and asking take, with the index made before."""
    held = library(size)
    asked = list(keystrokes([source.clause.text for source in sources(held)][:5_000]))
    before, started = _memory(), perf_counter()
    searcher = open_searcher(held, folder)
    searcher.search("ba")
    opened = perf_counter() - started
    ours = p95(searcher.search, asked)
    memory = _memory() - before
    theirs = p95(fts5(held), asked)
    other = tantivy(held)
    found: dict[str, Any] = {
        "p95_ms": round(ours, 2),
        "fts5_p95_ms": round(theirs, 2),
        "ratio_fts5": round(ours / theirs, 3),
        "ratio_tantivy": round(ours / p95(other, asked), 3) if other else None,
        "rss_mb": round(memory, 1),
        "open_ms": round(opened * 1000, 1),
    }
    return found


def measure(sizes: tuple[int, ...] = SIZES) -> dict[str, Any]:
    """Every figure for every size, each size in processes of its own."""
    found: dict[str, Any] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            of_size = {**_apart("build", size, folder), **_apart("ask", size, folder)}
        found[str(size)] = of_size
    return found


def _apart(part: str, size: int, folder: str) -> dict[str, Any]:
    command = [sys.executable, __file__, part, str(size), folder]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _main(arguments: list[str]) -> dict[str, Any]:
    match arguments:
        case ["build", size, folder]:
            return build(int(size), Path(folder))
        case ["ask", size, folder]:
            return ask(int(size), Path(folder))
        case sizes:
            return measure(tuple(map(int, sizes)) or SIZES)


if __name__ == "__main__":
    print(json.dumps(_main(sys.argv[1:]), indent=1))  # noqa: T201 - what it was run for
