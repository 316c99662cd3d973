"""Who has confirmed which policy, who has not, and by when: for the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from handbook.domain.audience import Audience
from handbook.domain.confirming import (
    Confirmation,
    Duties,
    Duty,
    DutyState,
    days_of,
)
from handbook.domain.library import Library
from handbook.domain.policy_card import PolicyCard
from handbook.domain.receipt import Receipt
from handbook.domain.text_digest import text_digest


@dataclass(frozen=True, slots=True)
class Member:
    """A line of the list of staff."""

    user: str
    """The account's name, with its domain or without."""
    name: str
    audiences: tuple[Audience, ...] = ()
    """None: what is for everyone."""
    started: date | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """A receipt as it lies in the folder."""

    receipt: Receipt
    owner: str
    """Whose file it is, as the system says; empty where it does not."""


@dataclass(frozen=True, slots=True)
class Line:
    """How one member of staff stands to one policy."""

    member: Member
    policy: str
    title: str
    version: str
    """Today's."""
    duty: Duty
    filed: Filed | None = None
    """The newest receipt, of whatever version."""
    other_words: bool = False
    """True where another text was confirmed under the same version."""

    @property
    def is_confirmed(self) -> bool:
        """True where nothing is open."""
        return self.duty.state is DutyState.CONFIRMED

    @property
    def is_overdue(self) -> bool:
        """True past the day."""
        return self.duty.state is DutyState.OVERDUE


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """The whole of it, by name and title."""

    school: str
    day: date
    lines: tuple[Line, ...]
    strangers: tuple[Filed, ...] = ()
    """Receipts of people who are on no line of the list, or of policies that are gone."""

    def count(self, state: DutyState) -> int:
        """How many lines stand so."""
        return sum(line.duty.state is state for line in self.lines)


def reading_report(
    library: Library, roster: Iterable[Member], filed: Iterable[Filed], today: date
) -> ReadingReport:
    """Put together what is asked, by whom, and what came in.

    A day counts from the approval or from the day on which somebody started, whichever is later.
    """
    by_user: dict[str, list[Filed]] = {}
    for each in filed:
        by_user.setdefault(account(each.receipt.user), []).append(each)
    digests = {policy.id: text_digest(policy, library.school) for policy in library.policies}
    cards = library.summary.cards
    lines: list[Line] = []
    known: set[Filed] = set()
    for member in roster:
        own = [each for each in by_user.get(account(member.user), ()) if _is_of(member, each)]
        known.update(each for each in own if each.receipt.policy in digests)
        newest = _newest(own)
        duties = _duties(member, newest, cards, days_of(library.school), today)
        for card in cards:
            duty = _duty(duties, card, today)
            if duty.state is not DutyState.NOTHING:
                lines.append(_line(member, card, duty, newest.get(card.id), digests[card.id]))
    strangers = (each for group in by_user.values() for each in group if each not in known)
    return ReadingReport(
        library.school.name or library.school.id,
        today,
        tuple(sorted(lines, key=_place)),
        tuple(sorted(strangers, key=lambda each: (each.receipt.user, each.receipt.time))),
    )


def account(user: str) -> str:
    """What two ways to write an account have in common: its name without the domain."""
    return user.rpartition("\\")[2].strip().casefold()


def _is_of(member: Member, filed: Filed) -> bool:
    """True where the receipt is the member's; a domain counts where the list names one."""
    user = filed.receipt.user.strip().casefold()
    return "\\" not in member.user or user == member.user.strip().casefold()


def _newest(filed: list[Filed]) -> dict[str, Filed]:
    return {each.receipt.policy: each for each in sorted(filed, key=_time)}


def _time(filed: Filed) -> datetime:
    return filed.receipt.time


def _duties(
    member: Member,
    newest: dict[str, Filed],
    cards: tuple[PolicyCard, ...],
    days: int,
    today: date,
) -> tuple[Duties, ...]:
    last = {
        policy: Confirmation(
            policy, each.receipt.version, each.receipt.digest, each.receipt.time.date()
        )
        for policy, each in newest.items()
    }
    asked = {(card.id, card.version): member.started or card.approved or today for card in cards}
    audiences: tuple[Audience | None, ...] = member.audiences or (None,)
    return tuple(Duties(audience, days, last, asked) for audience in audiences)


def _duty(duties: Iterable[Duties], card: PolicyCard, today: date) -> Duty:
    """What is asked of whoever holds several roles: what any of them asks."""
    found = [each.of(card, today) for each in duties]
    return next((duty for duty in found if duty.is_open), found[0])


def _line(member: Member, card: PolicyCard, duty: Duty, filed: Filed | None, digest: str) -> Line:
    same = filed is not None and filed.receipt.version == card.version
    other = same and filed is not None and filed.receipt.digest != digest
    return Line(member, card.id, card.title, card.version, duty, filed, other_words=bool(other))


def _place(line: Line) -> tuple[str, str, str]:
    return line.member.name.casefold(), line.member.user.casefold(), line.title.casefold()


def by_policy(report: ReadingReport) -> Iterator[tuple[str, int, int, int]]:
    """Each policy's title, and how many have confirmed it, have time left, and are overdue."""
    titles = sorted({(line.title, line.policy) for line in report.lines})
    for title, policy in titles:
        states = [line.duty.state for line in report.lines if line.policy == policy]
        yield (
            title,
            states.count(DutyState.CONFIRMED),
            states.count(DutyState.DUE),
            states.count(DutyState.OVERDUE),
        )
