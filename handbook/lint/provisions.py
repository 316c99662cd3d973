"""provisions.csv: which clause states each rule of the policies that this set was drawn from."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import BadReference, NotFound
from handbook.domain.library import Library
from handbook.lint.finding import Finding, error

FILE = "provisions.csv"
_HEAD = ["id", "where", "reason"]
_ID = re.compile(r"([A-Z])-(\d+)")


def check_provisions(text: str, library: Library) -> Iterator[Finding]:
    """Each provision once, numbered without a gap, with a clause that exists or a reason.

    An empty text is a set that was drawn from nothing, which is no fault.
    """
    rows = list(csv.reader(io.StringIO(text)))
    if not rows:
        return
    if rows[0] != _HEAD:
        yield error(FILE, 1, "provision-head", "The first line must read id,where,reason.")
        return
    numbers: dict[str, list[int]] = {}
    for line, row in enumerate(rows[1:], start=2):
        found = _ID.fullmatch(row[0]) if len(row) == len(_HEAD) else None
        if found is None:
            words = "This line is not `letter-number,policy#clause,reason`."
            yield error(FILE, line, "provision-row", words)
            continue
        numbers.setdefault(found[1], []).append(int(found[2]))
        yield from _where(line, row, library)
    yield from _gaps(numbers)


def _where(line: int, row: list[str], library: Library) -> Iterator[Finding]:
    name, where, reason = row
    if not where:
        if not reason.strip():
            words = f"{name} has neither a clause nor a reason why there is none."
            yield error(FILE, line, "provision-unsettled", words)
        return
    for one in where.split():
        try:
            ref = ClauseRef.parse(one)
            if not library.cannot_read(ref.policy):
                library.clause(ref)
        except (BadReference, NotFound):
            words = f"{name} is said to stand at {one}, and no such clause exists."
            yield error(FILE, line, "provision-clause", words)


def _gaps(numbers: dict[str, list[int]]) -> Iterator[Finding]:
    for letter, found in sorted(numbers.items()):
        for number in sorted(set(range(1, max(found) + 1)) - set(found)):
            words = f"{letter}-{number:02} is missing: it may be settled nowhere."
            yield error(FILE, 1, "provision-missing", words)
        for number in sorted({one for one in found if found.count(one) > 1}):
            words = f"{letter}-{number:02} stands here more than once."
            yield error(FILE, 1, "provision-twice", words)
