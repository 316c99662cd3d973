"""`handbook receipts report`: who has confirmed which policy, and who has not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from handbook.cli.content import open_content
from handbook.cli.options import content_option, json_option
from handbook.cli.printing import day, say, say_json, say_title, some
from handbook.cli.receipts_html import as_html
from handbook.cli.receipts_shapes import as_csv, as_list, remark, state_words
from handbook.cli.roster import read_roster
from handbook.domain.confirming import DutyState
from handbook.domain.errors import BadReceipt
from handbook.domain.reading_report import Filed, ReadingReport, reading_report
from handbook.domain.receipt import Receipt
from handbook.state.file_owner import file_owner
from handbook.state.receipt_folder import read_receipt_file, receipt_files

_ENDINGS = (".csv", ".html", ".htm")


@click.group()
def receipts() -> None:
    """What staff confirmed that they have read."""


@receipts.command("report")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option(
    "--roster",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="The list of staff: columns user, and if wanted name, roles and started.",
)
@click.option(
    "-o",
    "out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="Write a .csv for a spreadsheet, or a .html for a browser and for paper.",
)
@content_option
@json_option
def report(
    folder: Path, roster: Path, out: Path | None, content: Path | None, *, as_json: bool
) -> int:
    """Who has confirmed what, from the folder of receipts and the list of staff.

    What cannot be read is named on standard error, and the rest is reported; the exit code is
    then 1.
    """
    if out is not None and out.suffix.lower() not in _ENDINGS:
        raise click.BadParameter(f"{out} must end in .csv or .html", param_hint="-o")
    library = open_content(content)
    members, bad_lines = read_roster(roster)
    filed, bad_files = _read(folder)
    problems = [*map(str, bad_lines), *bad_files]
    today = date.today()  # noqa: DTZ011 - a day is over by the calendar on the wall
    found = reading_report(library, members, filed, today)
    if out is not None:
        text = as_csv(found) if out.suffix.lower() == ".csv" else as_html(found, problems)
        out.write_text(text, encoding="utf-8", newline="")
    if as_json:
        say_json(as_list(found))
    elif out is None:
        _say(found)
    for problem in problems:
        click.echo(problem, err=True)
    return 1 if problems else 0


def _read(folder: Path) -> tuple[list[Filed], list[str]]:
    filed: list[Filed] = []
    problems: list[str] = []
    for path in receipt_files(folder):
        try:
            receipt = Receipt.parse(read_receipt_file(path), path.name)
        except BadReceipt as problem:
            problems.append(str(problem))
        except OSError as problem:
            problems.append(f"{path.name}:1: it cannot be opened ({problem.strerror})")
        else:
            filed.append(Filed(receipt, file_owner(path)))
    return filed, problems


def _say(found: ReadingReport) -> None:
    done, asked = found.count(DutyState.CONFIRMED), len(found.lines)
    overdue = found.count(DutyState.OVERDUE)
    say(f"{done} of {asked} confirmed, {overdue} overdue")
    name = None
    for line in found.lines:
        if line.is_confirmed and not line.other_words:
            continue
        if (line.member.name, line.member.user) != name:
            name = (line.member.name, line.member.user)
            say_title(f"{line.member.name} ({line.member.user})")
        due = f", by {day(line.duty.by)}" if line.duty.by else ""
        more = f" ({said})" if (said := remark(line)) else ""
        say(f"{line.title} {line.version}: {state_words(line)}{due}{more}", indent=2)
    if found.strangers:
        click.echo()
        words = some(len(found.strangers), "receipt")
        say(f"{words} of people who are not on the list, or of policies that are gone:")
        for filed in found.strangers:
            receipt = filed.receipt
            owner = f", file of {filed.owner}" if filed.owner else ""
            say(f"{receipt.user}: {receipt.policy} {receipt.version}{owner}", indent=2)
