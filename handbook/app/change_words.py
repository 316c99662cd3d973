"""What became of a clause or a field, in plain words. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from handbook.app.dates import long_date
from handbook.app.document.units import Tone
from handbook.domain.blocks import Block, all_spans, block_texts
from handbook.domain.changes import ChangeKind, ClauseChange, FieldChange, Passage, PolicyChange
from handbook.domain.rule import RuleKind
from handbook.domain.school import School
from handbook.domain.word_changes import Run, RunKind

_FIELDS = {
    "title": "Title",
    "version": "Version",
    "owner": "Owner",
    "approved": "Approved",
    "approved-by": "Approved by",
    "review": "Review date",
    "law-as-of": "Law as of",
    "applies-to": "Applies to",
    "confirm": "To be confirmed",
    "collection": "Collection",
    "summary": "Summary",
}
_CONTACT_FIELDS = {
    "title": "Title",
    "name": "Name",
    "phone": "Telephone",
    "email": "Email",
    "hours": "When to reach them",
    "when-away": "If they are away",
    "when-subject": "If it is about them",
    "same-as": "The same person as",
    "checked": "Details last checked",
    "site": "Website",
    "purpose": "What they are for",
    "setting": "The school's choice",
    "id": "Short name",
}
_ROLES = ("owner", "when-away", "when-subject", "same-as")
_OFTEN = {"never": "no", "once": "once", "yearly": "every year"}
NOTHING = "nothing"
"""What is said where a field is empty."""
_PIECES, _LETTERS = 8, 120
"""So many changed pieces are read aloud, and of each so many letters."""


def short_kind(change: ClauseChange) -> str:
    """What became of a clause, in a word or two."""
    if change.was is None:
        return "New"
    if change.now is None:
        return "Taken out"
    first = next(kind for kind in _SHORT if kind in change.kinds)
    return _SHORT[first]


def brief(change: PolicyChange) -> str:
    """What became of a policy, in a line: "Rule changed: 4.5. New: 3.3 and 3.4"."""
    if change.was is None or change.now is None:
        return "New policy" if change.was is None else "Taken out of the handbook"
    kinds: dict[str, list[str]] = {}
    for each in change.clauses:
        kinds.setdefault(short_kind(each), []).append(each.passage.label or each.passage.title)
    parts = [f"{kind}: {_listed(kinds[kind])}" for kind in _ORDER if kind in kinds]
    names = [field_name(each.field).lower() for each in change.fields]
    return ". ".join(parts) if parts else f"New details: {_listed(names)}"


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


_SHORT = {
    ChangeKind.RULE: "Rule changed",
    ChangeKind.REWORDED: "Reworded",
    ChangeKind.MOVED: "Moved",
    ChangeKind.FORM: "Other form",
}
"""What is said where there is room for one thing, the weightiest first."""
_ORDER = ("Rule changed", "New", "Taken out", "Reworded", "Moved", "Other form")


def tone_of(change: ClauseChange) -> Tone:
    """How a change is marked."""
    kinds = change.kinds
    if change.was is None:
        return Tone.NEW
    if change.now is None:
        return Tone.GONE
    if ChangeKind.RULE in kinds or ChangeKind.REWORDED in kinds:
        return Tone.CHANGED
    return Tone.MOVED


def kind_words(change: ClauseChange) -> str:
    """What became of a clause, in a few words."""
    return " · ".join(_kinds(change))


def _kinds(change: ClauseChange) -> Iterator[str]:
    was, now, kinds = change.was, change.now, change.kinds
    if was is None or now is None:
        yield "New" if was is None else "Taken out"
        return
    if ChangeKind.RULE in kinds:
        yield _rule_words(was, now)
    if ChangeKind.REWORDED in kinds:
        yield "Reworded"
    if ChangeKind.MOVED in kinds:
        yield f"Moved from {was.label}" if was.label else "Moved"
    if ChangeKind.FORM in kinds:
        yield _form_words(was, now)


def _rule_words(was: Passage, now: Passage) -> str:
    """Which rules went and which came: "was You may, now You must not"."""
    before, after = Counter(was.kinds), Counter(now.kinds)
    gone, came = _leads(before - after), _leads(after - before)
    if gone and came:
        return f"Rule changed: was {gone}, now {came}"
    if came:
        return f"Rule added: {came}"
    return f"Rule taken out: {gone}" if gone else "Rules in another order"


def _leads(kinds: Counter[RuleKind | None]) -> str:
    return " and ".join(kind.lead if kind is not None else "a quotation" for kind in kinds)


def _form_words(was: Passage, now: Passage) -> str:
    """The words are the same: it is a link, or how they look."""
    before, after = _links(was.blocks), _links(now.blocks)
    moved = [words for words, target in after.items() if before.get(words, target) != target]
    if moved:
        return f"The link “{moved[0]}” leads elsewhere"
    if before.keys() != after.keys():
        return "Same words, other links"
    return "Same words, other form"


def _links(blocks: tuple[Block, ...]) -> dict[str, str]:
    return {span.text: span.link.url for span in all_spans(blocks) if span.link is not None}


def pieces(change: ClauseChange) -> tuple[str, ...]:
    """The words that went and came, each in a sentence."""
    if change.was is None or change.now is None:
        words = _cut(" ".join(block_texts(change.passage.blocks)))
        said = "says" if change.was is None else "said"
        return (f"It {said}: “{words}”",) if words else ()
    runs = [run for run in change.runs if run.kind is not RunKind.SAME and _cut(run.text)]
    found = [_piece(run) for run in runs[:_PIECES]]
    more = len(runs) - len(found)
    return (*found, f"And {some(more, 'more change')}") if more > 0 else tuple(found)


def _piece(run: Run) -> str:
    done = "Taken out" if run.kind is RunKind.GONE else "Added"
    return f"{done}: “{_cut(run.text)}”"


def _cut(text: str) -> str:
    """Words on one line, without the stops around them, the first few of many."""
    words = " ".join(text.split()).strip(" .,;:")
    return words if len(words) <= _LETTERS else f"{words[:_LETTERS].rpartition(' ')[0]} …"


def field_name(field: str) -> str:
    """What a field of a policy is called."""
    return _FIELDS.get(field, field)


def field_values(change: FieldChange, was: School, now: School) -> tuple[str, str]:
    """Both values of a field as people write them."""
    return _value(change.field, change.was, was), _value(change.field, change.now, now)


def contact_field_name(field: str) -> str:
    """What a field of a person or a body is called."""
    return _CONTACT_FIELDS.get(field, field)


def contact_value(field: str, value: str, school: School) -> str:
    """A value of a person or a body as people write it."""
    return _value(field, value, school)


def shown_value(value: str) -> str:
    """A value where both stand marked beside each other: what was empty is not there."""
    return "" if value == NOTHING else value


def _value(field: str, value: str, school: School) -> str:
    if not value:
        return NOTHING
    if field in _ROLES:
        contact = school.contacts.get(value)
        return contact.title if contact is not None else value
    if field == "confirm":
        return _OFTEN.get(value, value)
    with suppress(ValueError):
        return long_date(date.fromisoformat(value))
    return value


def some(count: int, noun: str) -> str:
    """A count with its noun: `1 change`, `3 changes`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
