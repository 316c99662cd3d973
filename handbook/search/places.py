"""Steps and outcomes of flows, and people, found by the words of a query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from handbook.domain.blocks import block_texts
from handbook.domain.flow import Flow, Flows, Node, NodeRef, Outcome, Step
from handbook.domain.school import Contact, School
from handbook.search.english import STOP_WORDS
from handbook.search.synonyms import Synonyms
from handbook.search.words import folded_words, stem

TITLE = 1.0
ASKED = 1.0
CHOICE = 0.8
HELP = 0.4

ENOUGH = 0.5
"""How much of a query a step or outcome must answer to be offered."""

OFFERED = 3
SYNONYM = 0.7

_REACHING = frozenset(
    stem(word)
    for word in (
        "who", "contact", "phone", "telephone", "number", "email", "mail", "call", "ring",
        "name", "address", "details", "reach", "find", "get", "hold", "hours", "office",
        "helpline", "line", "charity", "help", "school", "here",
    )
)  # fmt: skip
"""Words that ask how somebody is reached, and say nothing of what happened."""


@dataclass(frozen=True, slots=True)
class FlowHit:
    """A step or outcome where the wizard can be entered."""

    ref: NodeRef
    title: str
    flow_title: str


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person of the school, or a body outside it."""

    role: str
    title: str


class Places:
    """All that a search can find besides clauses."""

    def __init__(self, flows: Flows, school: School, synonyms: Synonyms) -> None:
        self._synonyms = synonyms
        self._people = [(contact, _Names(contact)) for contact in school.contacts.values()]
        self._nodes: list[FlowHit] = []
        self._weights: dict[str, dict[int, float]] = {}
        for flow in flows:
            for node in flow.nodes:
                self._add(flow, node)

    def _add(self, flow: Flow, node: Node) -> None:
        number = len(self._nodes)
        title = node.question if isinstance(node, Step) else node.title
        self._nodes.append(FlowHit(NodeRef(flow.id, node.id), title, flow.title))
        for text, weight in _texts(node):
            for word in folded_words(text):
                if word not in STOP_WORDS:
                    of_word = self._weights.setdefault(stem(word), {})
                    of_word[number] = max(weight, of_word.get(number, 0.0))

    def flows(self, words: Sequence[str]) -> tuple[FlowHit, ...]:
        """The steps and outcomes that answer folded words, best first; few or none."""
        asked = self._asked(words)
        if not asked or not self._nodes:
            return ()
        rarities = {key: self._rarity(others) for key, others in asked.items()}
        scores: dict[int, float] = {}
        for key, others in asked.items():
            for number, weight in self._best(others).items():
                scores[number] = scores.get(number, 0.0) + weight * rarities[key]
        least = ENOUGH * sum(rarities.values())
        ranked = sorted((-score, number) for number, score in scores.items() if score >= least)
        return tuple(self._nodes[number] for _, number in ranked[:OFFERED])

    def _asked(self, words: Sequence[str]) -> dict[str, dict[str, float]]:
        """Each stem asked for with all that may stand for it."""
        asked: dict[str, dict[str, float]] = {
            stem(word): {stem(word): 1.0} for word in words if word not in STOP_WORDS
        }
        for match in self._synonyms.matches(words):
            for word in words[match.start : match.end]:
                for entry in match.others if stem(word) in asked else ():
                    if len(entry) == 1:
                        asked[stem(word)].setdefault(entry[0], SYNONYM)
        return asked

    def _rarity(self, others: Mapping[str, float]) -> float:
        found = max(len(self._weights.get(key, ())) for key in others)
        return log(1 + len(self._nodes) / (found + 0.5))

    def _best(self, others: Mapping[str, float]) -> dict[int, float]:
        best: dict[int, float] = {}
        for key, share in others.items():
            for number, weight in self._weights.get(key, {}).items():
                best[number] = max(best.get(number, 0.0), weight * share)
        return best

    def people(self, words: Sequence[str]) -> tuple[PersonHit, ...]:
        """The people whom folded words name by title, role or abbreviation."""
        asked = [word for word in words if word not in STOP_WORDS]
        keys = {stem(word) for word in asked}
        if not keys:
            return ()
        same = [
            set(entry) for match in self._synonyms.matches(words) for entry in (*match.others,)
        ]
        named = ((names.named_by(asked, keys, same), contact) for contact, names in self._people)
        ranked = sorted((-score, n, c) for n, (score, c) in enumerate(named) if score)
        return tuple(PersonHit(c.id, c.title) for _, _, c in ranked[:OFFERED])


class _Names:
    """What a person or body may be called."""

    def __init__(self, contact: Contact) -> None:
        title = folded_words(contact.title)
        self.title = {stem(word) for word in title if word not in STOP_WORDS}
        self.role = {stem(word) for word in folded_words(contact.id.replace("-", " "))}
        initials = "".join(word[0] for word in title if word not in STOP_WORDS)
        self.short = {initials} if len(initials) > 1 else set()
        self.short |= set(folded_words(contact.id)) if "-" not in contact.id else set()
        self.name = {stem(word) for word in folded_words(contact.name)}
        self.purpose = {stem(word) for word in folded_words(contact.purpose)}
        short = {stem(word) for word in self.short}
        self.asking = self.title | self.role | self.name | short | _REACHING
        """All words with which somebody asks for this person and says nothing else."""

    def named_by(self, asked: Sequence[str], keys: set[str], same: Iterable[set[str]]) -> float:
        """How surely a query means this person; 0 where it does not.

        Words beyond the person and how to reach them make it a story, and the person may be
        the one whom it is about: nobody is offered whom the story accuses.
        """
        if keys - self.asking and not any(keys - self.asking <= entry for entry in same):
            return 1.0 if self.purpose and keys <= self.purpose else 0.0
        if self.short.intersection(asked) or (self.title and self.title <= keys):
            return 3.0
        if self.role and self.role <= keys:
            return 2.5
        if keys <= self.title or (self.name and keys <= self.name):
            return 2.0
        if any(entry in (self.title, self.role) or entry <= self.short for entry in same):
            return 1.0 if len(keys) <= 4 else 0.0
        return 0.0


def _texts(node: Node) -> Iterator[tuple[str, float]]:
    for asked in node.asked:
        yield asked, ASKED
    if isinstance(node, Outcome):
        yield node.title, TITLE
        for text in block_texts(node.why):
            yield text, HELP
        return
    yield node.question, TITLE
    for text in block_texts(node.help):
        yield text, HELP
    for choice in node.choices:
        yield choice.text, CHOICE
        yield choice.hint, CHOICE
