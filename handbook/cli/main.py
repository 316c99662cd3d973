"""All commands together, and what becomes of their problems."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from handbook import __version__
from handbook.cli.desk import desk
from handbook.cli.exits import DONE, WRONG_USE, exit_code, sentence
from handbook.cli.export import export
from handbook.cli.flow import flow
from handbook.cli.importing import import_files
from handbook.cli.joined import Joined, OpenDesk, TryDraft, WriteChanges, WritePdf
from handbook.cli.lint import lint
from handbook.cli.new import new
from handbook.cli.pack import pack
from handbook.cli.policies import policies
from handbook.cli.receipts import receipts
from handbook.cli.search import search
from handbook.cli.self_check import self_check
from handbook.cli.show import show
from handbook.cli.tour import tour
from handbook.domain.errors import HandbookError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="handbook", message="%(prog)s %(version)s")
def handbook() -> None:
    """A school's policies: search them, read them, and find whom to tell.

    Without a command the window opens.
    """


for _command in (
    search,
    show,
    policies,
    flow,
    tour,
    lint,
    new,
    desk,
    import_files,
    export,
    pack,
    receipts,
    self_check,
):
    handbook.add_command(_command)


def run(
    arguments: Sequence[str],
    try_draft: TryDraft | None = None,
    write_pdf: WritePdf | None = None,
    open_desk: OpenDesk | None = None,
    write_changes: WriteChanges | None = None,
) -> int:
    """Run a command; returns the exit code. Problems become one sentence on standard error.

    `try_draft` opens a window on a draft, `write_pdf` puts content on pages and `open_desk`
    opens the editors' desk and `write_changes` puts changes on pages; without them the commands
    that need Qt say so.
    """
    _spare_old_consoles()
    try:
        code = handbook.main(
            list(arguments),
            prog_name="handbook",
            standalone_mode=False,
            obj=Joined(try_draft, write_pdf, open_desk, write_changes),
        )
    except click.ClickException as problem:
        problem.show()
        return WRONG_USE
    except click.Abort:
        return WRONG_USE
    except (HandbookError, OSError) as problem:
        click.echo(sentence(problem), err=True)
        return exit_code(problem)
    return code if isinstance(code, int) else DONE


def _spare_old_consoles() -> None:
    """A letter that the console cannot show becomes a question mark, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
