"""The impact table: what as-you-type search reads instead of the index.

One file of flat arrays, mapped into memory, so that opening it costs nothing and only the
pages that a query touches are read:

    MAGIC, checksum (4), length of the head (4), the head as JSON, then the arrays

The head names the library, holds the vocabulary, and says where each array lies. Nothing
here imports Whoosh.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from handbook.domain.errors import HandbookError
from handbook.search.documents import Document
from handbook.search.english import STOP_WORDS
from handbook.search.scale import STEPS, held, rarity
from handbook.search.words import stem

MAGIC = b"HBIMPACT3\n"
_HEAD = struct.Struct("<II")


class TableDamaged(HandbookError):
    """The file is no impact table of this library, or does not hold any more."""


class _Gathered:
    """What the table holds of the documents, gathered in one pass."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.words: Counter[str] = Counter()
        self.phrases: list[tuple[tuple[str, ...], ...]] = []
        self.lengths: list[int] = []
        self.places: dict[str, array[int]] = {}
        self.weights: dict[str, array[float]] = {}
        for document in documents:
            self._take(document)

    def _take(self, document: Document) -> None:
        place = len(self.lengths)
        for word, weight in document.weights.items():
            if word not in self.places:
                self.places[word] = array("I")
                self.weights[word] = array("f")
            self.places[word].append(place)
            self.weights[word].append(weight)
        self.words.update(document.words)
        self.phrases.append(document.phrases)
        self.lengths.append(len(document.weights))


def table_bytes(digest: str, documents: Iterable[Document]) -> bytes:
    """The impact table as it is written."""
    gathered = _Gathered(documents)
    clauses = len(gathered.lengths)
    stems = sorted(gathered.places)
    numbers = {word: number for number, word in enumerate(stems)}
    words = sorted(word for word in gathered.words if stem(word) in numbers)
    arrays = {
        **_postings(stems, gathered),
        "word_stems": array("I", (numbers[stem(word)] for word in words)),
        "word_counts": array("I", (gathered.words[word] for word in words)),
        **_phrases(gathered.phrases, numbers),
    }
    return _packed({"digest": digest, "clauses": clauses}, stems, words, arrays)


def _postings(stems: list[str], gathered: _Gathered) -> dict[str, array[int]]:
    """The clauses of each stem, and its impact in each."""
    lengths = gathered.lengths
    average = sum(lengths) / len(lengths) if lengths else 1.0
    held_back = [held(length, average) for length in lengths]
    starts = array("I", [0])
    docs = array("H" if len(lengths) <= 0xFFFF else "I")
    impacts = array("B")
    for word in stems:
        places = gathered.places[word]
        docs.extend(array(docs.typecode, places))
        impacts.extend(
            max(1, round(STEPS * weight / (weight + held_back[place])))
            for place, weight in zip(places, gathered.weights[word], strict=True)
        )
        starts.append(len(docs))
    return {"starts": starts, "docs": docs, "impacts": impacts}


def _phrases(
    phrases: list[tuple[tuple[str, ...], ...]], numbers: Mapping[str, int]
) -> dict[str, array[int]]:
    of_clause, starts, stems = array("I", [0]), array("I", [0]), array("I")
    for asked in phrases:
        for phrase in asked:
            stems.extend(numbers[word] for word in phrase if word in numbers)
            starts.append(len(stems))
        of_clause.append(len(starts) - 1)
    return {"clause_phrases": of_clause, "phrase_starts": starts, "phrase_stems": stems}


def _packed(
    about: dict[str, Any], stems: list[str], words: list[str], arrays: Mapping[str, array[int]]
) -> bytes:
    places, body = {}, bytearray()
    for name, values in arrays.items():
        body += bytes(-len(body) % 8)
        places[name] = [len(body), values.typecode, len(values)]
        body += values.tobytes()
    head = json.dumps(
        {**about, "order": sys.byteorder, "arrays": places, "stems": stems, "words": words},
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()
    head += b" " * (-(len(MAGIC) + _HEAD.size + len(head)) % 8)
    check = zlib.crc32(body, zlib.crc32(head))
    return MAGIC + _HEAD.pack(check, len(head)) + head + body


class ImpactTable:
    """The impact table of a library, read where it lies."""

    def __init__(self, data: bytes | mmap.mmap, digest: str) -> None:
        self._data = data
        self._rarities: dict[int, float] = {}
        head, body = _parts(memoryview(data), digest)
        self.clauses: int = head["clauses"]
        self.stems: list[str] = head["stems"]
        """In order, so that they can be looked up by halving."""
        self.words: list[str] = head["words"]
        """Every word of the content as written, in order."""
        arrays = {name: _array(body, place) for name, place in head["arrays"].items()}
        self._starts = arrays["starts"]
        self._docs = arrays["docs"]
        self._impacts = arrays["impacts"]
        self.word_stems = arrays["word_stems"]
        self.word_counts = arrays["word_counts"]
        self._clause_phrases = arrays["clause_phrases"]
        self._phrase_starts = arrays["phrase_starts"]
        self._phrase_stems = arrays["phrase_stems"]

    @classmethod
    def open(cls, file: Path, digest: str) -> ImpactTable:
        """Map a file that holds; raises TableDamaged or OSError."""
        with file.open("rb") as opened:
            _check(opened)
            data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        return cls(data, digest)

    def number(self, key: str) -> int | None:
        """The number of a stem; None where no clause has it."""
        place = bisect_left(self.stems, key)
        return place if place < len(self.stems) and self.stems[place] == key else None

    def frequency(self, number: int) -> int:
        """How many clauses have a stem."""
        return int(self._starts[number + 1] - self._starts[number])

    def rarity(self, number: int) -> float:
        """How much a stem tells: the fewer clauses have it, the more."""
        known = self._rarities.get(number)
        if known is None:
            known = self._rarities[number] = rarity(self.frequency(number), self.clauses)
        return known

    def docs(self, number: int) -> memoryview[int]:
        """The clauses that have a stem, in order."""
        return self._docs[self._starts[number] : self._starts[number + 1]]

    def impacts(self, number: int) -> memoryview[int]:
        """How much a stem says of each of its clauses, 1 to 255."""
        return self._impacts[self._starts[number] : self._starts[number + 1]]

    def phrases(self, clause: int) -> list[list[int]]:
        """The stems of a clause's heading, then of each thing that staff ask of it."""
        first, last = self._clause_phrases[clause], self._clause_phrases[clause + 1]
        bounds = self._phrase_starts[first : last + 1].tolist()
        stems = self._phrase_stems[bounds[0] : bounds[-1]].tolist()
        return [stems[start - bounds[0] : end - bounds[0]] for start, end in pairwise(bounds)]

    def has_word(self, word: str) -> bool:
        """True where the content has exactly this word."""
        place = bisect_left(self.words, word)
        return place < len(self.words) and self.words[place] == word

    def stem_of_each_word(self) -> dict[str, str]:
        """Every word of the content with its stem, and stop words with none."""
        stems = [self.stems[number] for number in self.word_stems.tolist()]
        known = dict(zip(self.words, stems, strict=True))
        known.update(dict.fromkeys(STOP_WORDS, ""))
        return known

    def beginning_with(self, start: str) -> range:
        """The places in `words` of all that begin so."""
        return range(bisect_left(self.words, start), bisect_left(self.words, start + "\U0010ffff"))


def _check(file: BinaryIO) -> None:
    """Refuse a file whose sum does not hold: read, not mapped, so that it takes no memory."""
    start = file.read(len(MAGIC) + _HEAD.size)
    if len(start) < len(MAGIC) + _HEAD.size or not start.startswith(MAGIC):
        raise TableDamaged("This is no impact table")
    expected, _ = _HEAD.unpack(start[len(MAGIC) :])
    found = 0
    while part := file.read(1 << 18):
        found = zlib.crc32(part, found)
    if found != expected:
        raise TableDamaged("The impact table does not hold")


def _parts(view: memoryview[int], digest: str) -> tuple[dict[str, Any], memoryview[int]]:
    """Head and body of a table that holds; raises TableDamaged for another library's."""
    start = len(MAGIC) + _HEAD.size
    _, length = _HEAD.unpack(view[len(MAGIC) : start])
    about: dict[str, Any] = json.loads(bytes(view[start : start + length]))
    if about["digest"] != digest or about["order"] != sys.byteorder:
        raise TableDamaged("The impact table is of another library")
    return about, view[start + length :]


def _array(body: memoryview[int], place: list[Any]) -> memoryview[int]:
    start, code, count = place
    return body[start : start + count * struct.calcsize(code)].cast(code)
