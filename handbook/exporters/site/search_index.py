"""What the page searches in: every clause, route and person, with weights worked out here.

A word of a clause counts by how rare it is and how long the clause is (BM25), more in a title
and in what staff ask. The page then only adds numbers up.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log

from handbook.domain.blocks import block_texts
from handbook.domain.filling import filled
from handbook.domain.flow import NodeRef
from handbook.domain.library import Library
from handbook.domain.policy import Clause, Policy
from handbook.exporters.site.addresses import CONCERN, PEOPLE, policy_page, route_id, telling

_K, _B = 1.2, 0.6
_SCALE = 16
"""How finely weights are rounded."""
_TITLE, _ASKED, _POLICY = 2, 2, 0.4


@dataclass(frozen=True)
class Words:
    """How words are read, as the app's own search reads them."""

    fold: Callable[[str], list[str]]
    """The words of a text without case, accents and a possessive s, in order."""
    stem: Callable[[str], str]
    """What a folded word has in common with its other forms."""
    stop: frozenset[str]
    """Words that say nothing in a query."""


@dataclass(frozen=True, slots=True)
class _Document:
    """One thing to be found."""

    address: str
    label: str
    title: str
    where: str
    kind: str
    text: str
    asked: str = ""
    beside: str = ""
    """What counts a little: the policy's title and its keywords."""


def index_script(library: Library, words: Words) -> bytes:
    """The index as a script that sets one value, so that it also works from a disk."""
    documents = [*_clauses(library), *_routes(library), *_people(library)]
    counted = [_counted(document, words) for document in documents]
    stems = sorted({stem for counts in counted for stem in counts})
    number = {stem: place for place, stem in enumerate(stems)}
    value = {
        "documents": [[d.address, d.label, d.title, d.where, d.kind, d.text] for d in documents],
        "postings": _postings(counted, stems),
        "words": _vocabulary(documents, library, words, number),
        "same": _same(library, words, number),
        "stop": sorted(words.stop),
    }
    data = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    data = data.replace("<", r"\u003c")  # nothing in it can end a script, wherever it is put
    return f'"use strict";\nconst handbookIndex = {data};\n'.encode("ascii")


def _clauses(library: Library) -> Iterator[_Document]:
    for policy in library.policies:
        for clause in policy.clauses:
            yield _Document(
                address=policy_page(policy.id, clause.id),
                label=clause.label,
                title=clause.title,
                where=policy.title,
                kind=clause.kind.value if clause.kind else "",
                text=_text(library, clause),
                asked=" ".join((*clause.asked, *_asked_of_section(policy, clause))),
                beside=" ".join((policy.title, *policy.keywords)),
            )


def _asked_of_section(policy: Policy, clause: Clause) -> tuple[str, ...]:
    """What staff ask of a whole section counts for its first clause."""
    section = policy.section_of(clause.id)
    return section.asked if section.clauses[0] is clause and not section.is_clause else ()


def _text(library: Library, clause: Clause) -> str:
    """The words in one line; what ends without a stop, such as an item, is set apart."""
    text = ""
    for part in block_texts(filled(clause.blocks, library.school)):
        between = " " if not text or text[-1] in ".!?:" else " · "
        text = f"{text}{between}{' '.join(part.split())}"
    return text.strip()


def _routes(library: Library) -> Iterator[_Document]:
    for flow in telling(library):
        for outcome in flow.outcomes:
            if outcome.tell:
                yield _Document(
                    address=f"{CONCERN}#{route_id(NodeRef(flow.id, outcome.id))}",
                    label="",
                    title=outcome.title,
                    where="Whom to tell",
                    kind="route",
                    text=" ".join(block_texts(outcome.why)),
                    asked=" ".join(outcome.asked),
                )


def _people(library: Library) -> Iterator[_Document]:
    for contact in library.school.contacts.values():
        yield _Document(
            address=f"{PEOPLE}#{contact.id}",
            label="",
            title=contact.title,
            where="People",
            kind="person",
            text=contact.purpose,
            asked=contact.id.replace("-", " "),
            beside=contact.name,
        )


def _counted(document: _Document, words: Words) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text, weight in (
        (document.text, 1.0),
        (document.title, _TITLE),
        (document.asked, _ASKED),
        (document.beside, _POLICY),
    ):
        for word in words.fold(text):
            if word not in words.stop:
                counts[words.stem(word)] += weight  # type: ignore[assignment]
    return counts


def _postings(counted: list[Counter[str]], stems: list[str]) -> list[list[int]]:
    """For each stem: document, weight, document, weight..."""
    lengths = [sum(counts.values()) for counts in counted]
    usual = sum(lengths) / max(1, len(lengths)) or 1
    holders: dict[str, list[int]] = {stem: [] for stem in stems}
    for place, counts in enumerate(counted):
        for stem in counts:
            holders[stem].append(place)
    found = []
    for stem in stems:
        rare = log(1 + (len(counted) - len(holders[stem]) + 0.5) / (len(holders[stem]) + 0.5))
        row: list[int] = []
        for place in holders[stem]:
            often = counted[place][stem]
            weight = often * (_K + 1) / (often + _K * (1 - _B + _B * lengths[place] / usual))
            row += [place, max(1, round(rare * weight * _SCALE))]
        found.append(row)
    return found


def _vocabulary(
    documents: list[_Document], library: Library, words: Words, number: dict[str, int]
) -> dict[str, int]:
    """Every word somebody may type that is met here, with the number of its stem."""
    texts = [part for d in documents for part in (d.text, d.title, d.asked, d.beside)]
    texts += [word for group in library.words for word in group]
    met = {word for text in texts for word in words.fold(text)} - words.stop
    stems = {word: words.stem(word) for word in sorted(met)}
    return {word: number[stem] for word, stem in stems.items() if stem in number}


def _same(library: Library, words: Words, number: dict[str, int]) -> list[list[int]]:
    """Stems that mean the same, where each is a single word."""
    groups = []
    for group in library.words:
        folded = [words.fold(member) for member in group]
        stems = {words.stem(member[0]) for member in folded if len(member) == 1}
        known = sorted(number[stem] for stem in stems if stem in number)
        if len(known) > 1:
            groups.append(known)
    return groups
