"""What changed beside the policies: the school's people and choices, and the questions. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from handbook.app.change_words import contact_field_name, contact_value, shown_value
from handbook.app.changes.compared import Sides
from handbook.app.changes.flow_words import flow_kind, flow_sentences
from handbook.app.changes.views import ChangeGroup, ChangeRow
from handbook.app.document.redline import swapped
from handbook.app.document.units import Place, Tone, Unit
from handbook.domain.blocks import Block, Item, Listing, Paragraph, Span
from handbook.domain.handbook_changes import FlowChange, HandbookChanges
from handbook.domain.school_changes import SchoolChange

SCHOOL, QUESTIONS = "@school", "@questions"
"""What stands for a policy's id where it is none."""
_SCHOOL_TITLE, _QUESTIONS_TITLE = "The school's own details", "The questions"


def other_groups(changes: HandbookChanges, sides: Sides) -> tuple[ChangeGroup, ...]:
    """The school, then the questions, each where anything of them changed."""
    groups = (
        ChangeGroup(SCHOOL, _SCHOOL_TITLE, tuple(_school_rows(changes.school, sides))),
        ChangeGroup(QUESTIONS, _QUESTIONS_TITLE, tuple(_flow_rows(changes.flows, sides))),
    )
    return tuple(group for group in groups if group.rows)


def other_units(changes: HandbookChanges, sides: Sides) -> tuple[Unit, ...]:
    """The same as a part of the document."""
    school = [_school_unit(about, found, sides) for about, found in _by_about(changes.school)]
    flows = [_flow_unit(change, sides) for change in changes.flows]
    return (
        *(_title(_SCHOOL_TITLE, school)),
        *school,
        *(_title(_QUESTIONS_TITLE, flows)),
        *flows,
    )


def _title(words: str, units: Sequence[Unit]) -> tuple[Unit, ...]:
    return (Unit(Place.TITLE, (Span(words),)),) if units else ()


def _by_about(found: Sequence[SchoolChange]) -> list[tuple[str, list[SchoolChange]]]:
    return [(about, list(each)) for about, each in groupby(found, key=lambda one: one.about)]


def _school_rows(found: Sequence[SchoolChange], sides: Sides) -> list[ChangeRow]:
    return [_school_row(about, changes, sides) for about, changes in _by_about(found)]


def _school_row(about: str, changes: list[SchoolChange], sides: Sides) -> ChangeRow:
    names = [contact_field_name(each.field) for each in changes]
    kind = ", ".join((names[0], *(name.lower() for name in names[1:])))
    said = tuple(
        "{}: was {}, now {}".format(contact_field_name(each.field), *_values(each, sides))
        for each in changes
    )
    return ChangeRow(f"{SCHOOL}#{about}", "", _name(about, sides), kind, _tone(changes), said)


def _tone(changes: list[SchoolChange]) -> Tone:
    if all(not each.was for each in changes):
        return Tone.NEW
    return Tone.GONE if all(not each.now for each in changes) else Tone.CHANGED


def _name(about: str, sides: Sides) -> str:
    for school in (sides.now.school, sides.old_school):
        if about in school.contacts:
            return school.contacts[about].title
    return about.replace("-", " ").capitalize() if about else "The school"


def _values(change: SchoolChange, sides: Sides) -> tuple[str, str]:
    return (
        contact_value(change.field, change.was, sides.old_school),
        contact_value(change.field, change.now, sides.now.school),
    )


def _school_unit(about: str, changes: list[SchoolChange], sides: Sides) -> Unit:
    lines: list[Block] = []
    for each in changes:
        was, now = _values(each, sides)
        words = (
            Span(f"{contact_field_name(each.field)}: "),
            *swapped(*map(shown_value, (was, now))),
        )
        lines.append(Paragraph(words, 0))
    return Unit(
        Place.CLAUSE,
        (Span(_name(about, sides)),),
        key=f"{SCHOOL}#{about}",
        tone=_tone(changes),
        blocks=tuple(lines),
    )


def _flow_rows(flows: Sequence[FlowChange], sides: Sides) -> list[ChangeRow]:
    return [
        ChangeRow(
            _flow_key(each),
            "",
            each.flow.title,
            flow_kind(each),
            _flow_tone(each),
            tuple(flow_sentences(each, sides)),
        )
        for each in flows
    ]


def _flow_key(change: FlowChange) -> str:
    return f"{QUESTIONS}#{change.flow.id}"


def _flow_tone(change: FlowChange) -> Tone:
    if change.was is None:
        return Tone.NEW
    return Tone.GONE if change.now is None else Tone.CHANGED


def _flow_unit(change: FlowChange, sides: Sides) -> Unit:
    said = flow_sentences(change, sides)
    items = tuple(Item((Paragraph((Span(words),), 0),), 0) for words in said)
    return Unit(
        Place.CLAUSE,
        (Span(change.flow.title),),
        key=_flow_key(change),
        tone=_flow_tone(change),
        note=flow_kind(change),
        blocks=(Listing(items, ordered=False, start=1, line=0),) if items else (),
        in_was=change.was is not None,
        in_now=change.now is not None,
    )
