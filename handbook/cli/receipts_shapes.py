"""The reading report as rows: for a spreadsheet, for programs, and in words."""

from __future__ import annotations

import csv
import io
from typing import Any

from handbook.domain.confirming import DutyState
from handbook.domain.reading_report import Filed, Line, ReadingReport

COLUMNS = (
    "Name",
    "User",
    "Roles",
    "Policy",
    "Version",
    "State",
    "Due",
    "Confirmed version",
    "Confirmed on",
    "Computer",
    "Owner of the file",
    "Remark",
)
_STATES = {
    DutyState.CONFIRMED: "confirmed",
    DutyState.DUE: "to confirm",
    DutyState.OVERDUE: "overdue",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins with one of these is worked out by a spreadsheet instead of shown."""
_MARK = "\ufeff"
"""Tells a spreadsheet that the letters are UTF-8."""


def state_words(line: Line) -> str:
    """How a line stands, in a word or two."""
    return _STATES[line.duty.state]


def remark(line: Line) -> str:
    """What somebody should look at; empty for most lines."""
    if line.filed is None:
        return ""
    if line.other_words:
        return "other words under the same version"
    if not line.is_confirmed:
        return "an earlier version" if line.duty.has_changed else "more than a year ago, or nearly"
    return ""


def cells(line: Line) -> tuple[str, ...]:
    """A line as the columns have it."""
    receipt = line.filed.receipt if line.filed else None
    return (
        line.member.name,
        line.member.user,
        ", ".join(line.member.audiences),
        line.title,
        line.version,
        state_words(line),
        line.duty.by.isoformat() if line.duty.by else "",
        receipt.version if receipt else "",
        receipt.time.date().isoformat() if receipt else "",
        receipt.machine if receipt else "",
        line.filed.owner if line.filed else "",
        remark(line),
    )


def stranger_cells(filed: Filed) -> tuple[str, ...]:
    """A receipt of somebody who is on no line of the list, as the columns have it."""
    receipt = filed.receipt
    return (
        "", receipt.user, "", receipt.policy, "", "not on the list", "", receipt.version,
        receipt.time.date().isoformat(), receipt.machine, filed.owner,
        "nobody of this name is on the list, or the policy is gone",
    )  # fmt: skip


def as_csv(report: ReadingReport) -> str:
    """For a spreadsheet, which is kept from working out what somebody put into a name."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    rows = (*map(cells, report.lines), *map(stranger_cells, report.strangers))
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return _MARK + out.getvalue()


def as_list(report: ReadingReport) -> list[dict[str, Any]]:
    """For programs."""
    found = [_shape(line) for line in report.lines]
    for filed in report.strangers:
        receipt = filed.receipt
        found.append(
            {
                "user": receipt.user,
                "name": None,
                "roles": [],
                "policy": receipt.policy,
                "title": None,
                "version": None,
                "state": "not on the list",
                "due": None,
                "confirmed": _confirmed(filed, other_words=False),
            }
        )
    return found


def _shape(line: Line) -> dict[str, Any]:
    return {
        "user": line.member.user,
        "name": line.member.name,
        "roles": list(line.member.audiences),
        "policy": line.policy,
        "title": line.title,
        "version": line.version,
        "state": state_words(line),
        "due": line.duty.by.isoformat() if line.duty.by else None,
        "confirmed": _confirmed(line.filed, other_words=line.other_words),
    }


def _confirmed(filed: Filed | None, *, other_words: bool) -> dict[str, Any] | None:
    if filed is None:
        return None
    receipt = filed.receipt
    return {
        "version": receipt.version,
        "time": receipt.time.isoformat(),
        "digest": receipt.digest,
        "computer": receipt.machine,
        "owner": filed.owner,
        "other_words": other_words,
    }


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
