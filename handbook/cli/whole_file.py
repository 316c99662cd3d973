"""Files that commands write: all of one, or none, and never over another unasked."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from handbook.domain.errors import NotKept


def may_write(file: Path, *, replace: bool) -> bool:
    """True where no file is there yet, or it may be replaced; says so where not."""
    if file.exists() and not replace:
        click.echo(f"{file} is there already. To write over it, add --replace.", err=True)
        return False
    return True


def write_whole(file: Path, data: bytes) -> None:
    """Write beside the file first, so that half a file never takes its place."""
    part = file.with_name(f"{file.name}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as problem:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise NotKept(f"{file} cannot be written: {problem.strerror}") from problem
