"""`handbook pack`: signed content, made, verified, shown, compared, installed, gone back from."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handbook import locations
from handbook.cli.exits import exit_code, sentence
from handbook.cli.options import json_option
from handbook.cli.pack_change import change_key
from handbook.cli.pack_compare import compare
from handbook.cli.pack_make import build, keygen
from handbook.cli.pack_show import show
from handbook.cli.pack_trust import agreed, trust_here, trust_named
from handbook.cli.printing import day, say, say_json
from handbook.domain.errors import HandbookError, PackNotGenuine

if TYPE_CHECKING:
    from handbook.packs.pack import Pack
    from handbook.packs.shelf import Shelf
    from handbook.packs.trust import Trust

_NO_KEY = "no key is trusted on this computer yet: name the school's own with --trust"
_trust_option = click.option(
    "--trust", type=click.Path(path_type=Path), metavar="PUB",
    help="The school's work.pub. Without it: the key of the pack that is installed.",
)  # fmt: skip


@click.group("pack")
def pack() -> None:
    """Packs of policies: make, verify, show, compare, install, go back."""


for _command in (keygen, change_key, build, show, compare):
    pack.add_command(_command)


@pack.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@_trust_option
@json_option
def verify(file: Path, trust: Path | None, *, as_json: bool) -> int:
    """Say whether a pack is whole and the school's own."""
    try:
        opened = _opened(file, trust_named(trust) if trust else trust_here())
        if opened is None:
            raise click.UsageError("No key is trusted on this computer yet: name one by --trust")
    except (HandbookError, OSError) as problem:
        if not as_json:
            raise
        say_json(_shape(None, sentence(problem)))
        return exit_code(problem)
    if as_json:
        say_json(_shape(opened, None))
    else:
        say(f"{file.name} is whole and signed with the key that is trusted.")
        _say_pack(opened)
    return 0


@pack.command("install")
@click.argument("file", type=click.Path(path_type=Path))
@_trust_option
def install(file: Path, trust: Path | None) -> int:
    """Put a pack into use on this computer; the one before is kept."""
    from handbook.packs.pack import read_pack

    shelf = _shelf()
    opened = _opened(file, agreed(trust, file) if trust else trust_here())
    if opened is None:
        if not sys.stdin.isatty():
            raise PackNotGenuine(file.name, _NO_KEY)
        opened = trust_here().open(read_pack(file), file.name, _today())
        shelf.check_age(opened)
        if not _is_accepted(opened):
            say("Nothing was changed.")
            return 1
    shelf.install(opened)
    say(f"Installed: {file.name}")
    _say_pack(opened)
    _say_numbers(opened)
    before = shelf.pointer.before
    if before is not None:
        say(f"Version {before.version} is kept: `handbook pack rollback` goes back to it.")
    return 0


@pack.command("rollback")
def rollback() -> int:
    """Go back to the version before; this is written into packs.log."""
    shelf = _shelf()
    left = shelf.pointer.now
    place = shelf.rollback()
    say(f"Version {place.version} is in use again{f', not {left.version}' if left else ''}.")
    return 0


def _shelf() -> Shelf:
    """The installed packs, checked and mended."""
    from handbook.packs.shelf import Shelf

    shelf = Shelf(locations.data())
    shelf.check()
    return shelf


def _opened(file: Path, trust: Trust) -> Pack | None:
    """The pack, if there are keys to check it with."""
    from handbook.packs.pack import read_pack

    return trust.open(read_pack(file), file.name, _today()) if trust.keys else None


def _is_accepted(opened: Pack) -> bool:
    say("No pack of policies was installed here before. This one is whole, and says it is from:")
    _say_pack(opened)
    say(
        "Anybody can make a pack that says so. Compare the fingerprint with the one that the "
        "school gave you on paper or by telephone."
    )
    return click.confirm("Is it the same, and is this your school?", default=False)


def _say_pack(opened: Pack) -> None:
    manifest = opened.manifest
    say(f"School       {manifest.name or 'name not filled in yet'} ({manifest.school})", indent=2)
    say(f"Version      {manifest.version}, issued {day(manifest.issued)}", indent=2)
    say(f"Fingerprint  {opened.key.fingerprint}", indent=2)


def _say_numbers(opened: Pack) -> None:
    """Name every telephone number that is not the one that the program knows."""
    from handbook.lint.known_numbers import KNOWN_NUMBERS, is_known_number
    from handbook.markup.school import read_school

    data = opened.files.get("school.yaml", b"")
    for body in read_school(data.decode("utf-8", "replace"), "school.yaml").contacts.values():
        if body.is_body and not is_known_number(body.id, body.phone):
            known = KNOWN_NUMBERS[body.id]
            say(
                f"{body.title} has the number {body.phone} in this pack, and {known} everywhere "
                "else: ask the office which one is right.",
                mark="! ",
            )


def _shape(opened: Pack | None, problem: str | None) -> dict[str, Any]:
    return {
        "ok": opened is not None,
        "school": opened.manifest.school if opened else None,
        "version": opened.manifest.version if opened else None,
        "key": opened.key.fingerprint if opened else None,
        "problem": problem,
    }


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day of the reader's own calendar
