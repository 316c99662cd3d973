"""What the search page shows for what is typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol

from handbook.app.contacts import NO_NAME, OWN_MANAGER, checked_in_short
from handbook.app.runner import Runner
from handbook.domain.flow import Part
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import ClauseRef
from handbook.domain.rule import RuleKind
from handbook.search.searcher import Hit, Results

LIMIT = 60
"""How many clauses a question brings; nobody reads further."""

FLOWS = 2
"""How many flows are offered at most."""

RELEVANT = 0.3
"""A clause with less than this part of the best score is left out: any word counts, so a
long question would else bring half the handbook."""

KIND_FILTERS = (RuleKind.MUST_NOT, RuleKind.MUST, RuleKind.TELL)
POLICY_FILTERS = 3
"""How many policies get a filter of their own at most, the richest first."""
FILTER_LETTERS = 46
"""How long the titles of these policies may be together, so that the filters keep to a line."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: all clauses, those with a kind of rule, or those of a policy."""

    words: str
    count: int
    kind: RuleKind | None = None
    policy: str = ""

    def lets_through(self, hit: Hit) -> bool:
        """Whether a hit passes."""
        if self.kind is not None:
            return self.kind in hit.kinds
        return not self.policy or hit.ref.policy == self.policy

    def is_same(self, other: Filter) -> bool:
        """The same filter, whatever it counts."""
        return (self.kind, self.policy) == (other.kind, other.policy)


@dataclass(frozen=True, slots=True)
class Place:
    """A flow's step or a person that answers the question too."""

    title: str
    about: str
    icon: str
    link: Link


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything that the page shows for one question."""

    text: str
    hits: tuple[Hit, ...] = ()
    terms: frozenset[str] = frozenset()
    filters: tuple[Filter, ...] = ()
    chosen: Filter | None = None
    places: tuple[Place, ...] = ()
    corrected: str = ""
    """What was searched instead of the words as typed; empty where nothing was repaired."""
    summary: str = ""
    is_sure: bool = False
    nothing: bool = False
    """True where nothing at all was found."""
    people: tuple[Place, ...] = field(default=())
    """Whom to ask where nothing was found."""


class SearchPageView(Protocol):
    """What the presenter asks of the page."""

    def show_results(self, view: SearchView) -> None:
        """Show the answers to a question."""

    def show_problem(self, text: str) -> None:
        """Say in one sentence why there are no answers."""


class AsksSearcher(Protocol):
    """Something that can answer a question."""

    def search(self, text: str, limit: int = ..., *, literal: bool = ...) -> Results:
        """Answer a question."""


class CancellingRunner(Runner, Protocol):
    """A runner that can be told to deliver nothing any more."""

    def cancel(self) -> None:
        """Deliver nothing of what was asked so far."""


class SearchPresenter:
    """Decides what a question brings."""

    def __init__(self, page: SearchPageView, runner: CancellingRunner) -> None:
        self._page = page
        self._runner = runner
        self._searcher: AsksSearcher | None = None
        self._library = Library()
        self._text = ""
        self._literal = False
        self._results: Results | None = None
        self._chosen: Filter | None = None

    def set_library(self, library: Library) -> None:
        """Name the people to ask where nothing is found."""
        self._library = library

    def set_searcher(self, searcher: AsksSearcher) -> None:
        """The index is ready: answer what was typed meanwhile."""
        self._searcher = searcher
        if self._text:
            self._ask()

    def text_changed(self, text: str) -> None:
        """The question changed; an empty one shows nothing."""
        self._text = text.strip()
        self._literal = False
        self._chosen = None
        if not self._text:
            self._runner.cancel()
            self._results = None
            self._page.show_results(SearchView(text))
            return
        self._ask()

    def literal_wanted(self) -> None:
        """Search for exactly what was typed, without repair."""
        self._literal = True
        self._ask()

    def filter_chosen(self, chosen: Filter) -> None:
        """Show only what a filter lets through."""
        self._chosen = chosen
        if self._results is not None:
            self._show(self._results)

    def filter_number(self, number: int) -> None:
        """Choose a filter by its number, from 1; a number without one does nothing."""
        filters = self._filters(self._results.hits if self._results else ())
        if 1 <= number <= len(filters):
            self.filter_chosen(filters[number - 1])

    def forget(self) -> None:
        """Drop the question and its answers."""
        self.text_changed("")

    def _ask(self) -> None:
        searcher, text, literal = self._searcher, self._text, self._literal
        if searcher is None:
            return
        self._runner.request(
            lambda: searcher.search(text, LIMIT, literal=literal), self._show, self._failed
        )

    def _failed(self, error: Exception) -> None:
        self._page.show_problem("The search could not answer. The policies are still here.")
        raise error

    def _show(self, results: Results) -> None:
        results = replace(results, hits=_relevant(results.hits))
        self._results = results
        filters = self._filters(results.hits)
        chosen = self._chosen or (filters[0] if filters else None)
        shown = tuple(hit for hit in results.hits if chosen is None or chosen.lets_through(hit))
        places = self._places(results)
        nothing = not results.hits and not places
        self._page.show_results(
            SearchView(
                text=self._text,
                hits=shown,
                terms=results.terms,
                filters=filters,
                chosen=chosen,
                places=places,
                corrected="" if nothing else results.corrected or "",
                summary=_summary(shown),
                is_sure=results.is_sure and bool(shown) and shown[0] is results.hits[0],
                nothing=nothing,
                people=self._people() if nothing else (),
            )
        )

    def _filters(self, hits: tuple[Hit, ...]) -> tuple[Filter, ...]:
        if not hits:
            return ()
        kinds = [(kind, sum(kind in hit.kinds for hit in hits)) for kind in KIND_FILTERS]
        policies: dict[str, tuple[str, int]] = {}
        for hit in hits:
            _, count = policies.get(hit.ref.policy, ("", 0))
            policies[hit.ref.policy] = (hit.policy_title, count + 1)
        richest = _fitting(sorted(policies.items(), key=lambda item: -item[1][1]))
        return (
            Filter("All", len(hits)),
            *(Filter(_KIND_WORDS[kind], count, kind=kind) for kind, count in kinds if count),
            *(
                Filter(title, count, policy=policy)
                for policy, (title, count) in richest
                if len(policies) > 1
            ),
        )

    def _places(self, results: Results) -> tuple[Place, ...]:
        people = [self._person(person.role) for person in results.people[:2]]
        flows = [self._flow(flow_id) for flow_id in self._flow_ids(results)[:FLOWS]]
        return (*people, *flows)

    def _flow_ids(self, results: Results) -> list[str]:
        """The flows that were found, those that say whom to tell before the others."""
        found = dict.fromkeys(hit.ref.flow for hit in results.flows)
        flows = self._library.flows
        return sorted(found, key=lambda flow_id: Part.TELL not in flows.flow(flow_id).needs)

    def _flow(self, flow_id: str) -> Place:
        # Always from the first question: those before the step that was found ask whether
        # anybody is in danger and whose doing it is, and keep that person from being told.
        title = self._library.flows.flow(flow_id).title
        link = Link(LinkKind.FLOW, flow_id)
        return Place(title, "A few questions, and you know what to do", "concern", link)

    def _people(self) -> tuple[Place, ...]:
        roles = ("line-manager", "headteacher")
        return tuple(self._person(role) for role in roles if role in self._library.school.contacts)

    def _person(self, role: str) -> Place:
        contact = self._library.school.contact(role)
        reached = (contact.phone, contact.email or contact.site)
        details = (contact.name, *reached, checked_in_short(contact))
        about = ", ".join(part for part in details if part)
        if contact.is_blank:
            about = _MANAGER if role == OWN_MANAGER else NO_NAME
        return Place(contact.title, about or contact.purpose, "person", Link(LinkKind.ROLE, role))


_MANAGER = "Whoever you report to can say what holds here"
_KIND_WORDS = {
    RuleKind.MUST_NOT: "Must not",
    RuleKind.MUST: "Must",
    RuleKind.TELL: "Tell someone",
}


def _relevant(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    if not hits:
        return ()
    least = RELEVANT * hits[0].score
    return tuple(hit for hit in hits if hit.score >= least)


def _fitting(
    policies: list[tuple[str, tuple[str, int]]],
) -> list[tuple[str, tuple[str, int]]]:
    letters = 0
    for number, (_, (title, _count)) in enumerate(policies[:POLICY_FILTERS]):
        letters += len(title)
        if letters > FILTER_LETTERS:
            return policies[:number]
    return policies[:POLICY_FILTERS]


def _summary(hits: Iterable[Hit]) -> str:
    refs: list[ClauseRef] = [hit.ref for hit in hits]
    policies = len({ref.policy for ref in refs})
    if not refs:
        return ""
    clauses = "1 clause" if len(refs) == 1 else f"{len(refs)} clauses"
    return f"{clauses} in {'1 policy' if policies == 1 else f'{policies} policies'}"
