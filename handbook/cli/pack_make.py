"""`handbook pack keygen` and `pack build`: for the office, which publishes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.cli.content import open_content
from handbook.cli.options import content_option
from handbook.cli.pack_change import check_about_keys, files_about_keys
from handbook.cli.passphrase import ask_passphrase
from handbook.cli.printing import day, say, some
from handbook.domain.errors import CannotPublish

if TYPE_CHECKING:
    from handbook.domain.library import Library
    from handbook.packs.manifest import Manifest

PUBLIC, SECRET = "work.pub", "work.key"
_CHECK_AGAIN = timedelta(days=365)
"""Staff are told after a year that there may be something newer: policies are reviewed yearly."""


@click.command("keygen")
@click.option(
    "-o", "folder", type=click.Path(path_type=Path), required=True, metavar="DIR",
    help="Where work.pub and work.key go.",
)  # fmt: skip
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The last day on which packs signed with it are taken. Without it: no end.",
)  # fmt: skip
def keygen(folder: Path, until: datetime | None) -> int:
    """Make the school's key: work.pub for every computer, work.key for the office alone."""
    from handbook.packs.keys import SecretKey, write_new

    public, secret = folder / PUBLIC, folder / SECRET
    for path in (public, secret):
        if path.exists():
            raise click.UsageError(f"{path} is there already: a key is never written over.")
    passphrase = ask_passphrase("A passphrase for the key", twice=True)
    key = SecretKey.make(until.date() if until else None)
    folder.mkdir(parents=True, exist_ok=True)
    write_new(secret, key.sealed(passphrase), mode=0o600)
    write_new(public, key.public.text, mode=0o644)
    say(f"Written: {public} and {secret}")
    say(f"The key's fingerprint: {key.public.fingerprint}")
    say(
        f"Give {PUBLIC} and the fingerprint to whoever installs. Keep {SECRET} and its passphrase "
        "apart from each other and from the content: whoever has both can publish in your name."
    )
    return 0


@click.command("build")
@click.option(
    "--secret-key", "secret", type=click.Path(path_type=Path), required=True, metavar="FILE",
    help="The school's work.key; its passphrase is asked for.",
)  # fmt: skip
@click.option(
    "--number", type=click.IntRange(1, 999_999_999), required=True, metavar="N",
    help="The pack's version: higher than that of any pack before.",
)  # fmt: skip
@click.option(
    "-o", "out", type=click.Path(path_type=Path), required=True, metavar="FILE",
    help="The pack to write, NAME.handbook.",
)  # fmt: skip
@click.option("--issued", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Else: today.")
@click.option(
    "--check-again-by", "again", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="When staff are told that there may be a newer one. Else: a year after it was issued.",
)  # fmt: skip
@click.option(
    "--spare", type=click.Path(path_type=Path), metavar="PUB",
    help="The public key of the spare: computers keep it, and take changes of keys by it.",
)  # fmt: skip
@click.option(
    "--key-change", "change", type=click.Path(path_type=Path), metavar="DIR",
    help="The last change of keys, from handbook pack change-key.",
)  # fmt: skip
@content_option
def build(
    secret: Path,
    number: int,
    out: Path,
    issued: datetime | None,
    again: datetime | None,
    spare: Path | None,
    change: Path | None,
    content: Path | None,
) -> int:
    """Make a signed pack of the content. Check it before: handbook lint DIR."""
    from handbook.cli.content import files_of
    from handbook.packs.keys import read_secret_key
    from handbook.packs.publish import make_pack

    files = files_of(content)
    of_day = issued.date() if issued else _today()
    manifest = _manifest(open_content(content), number, of_day, again)
    if content is not None and out.absolute().is_relative_to(content.absolute()):
        raise click.UsageError(f"{out} lies in the content: choose another place for the pack.")
    keys = files_about_keys(spare, change)
    key = read_secret_key(secret, ask_passphrase(f"The passphrase of {secret.name}"))
    check_about_keys(keys, key.public, manifest.school)
    data = make_pack(files, manifest, key, keys)
    part = out.with_name(f"{out.name}.part")
    part.write_bytes(data)
    part.replace(out)
    say(f"Written: {out}, {some(len(files), 'file')}, {len(data):,} bytes")
    say(f"{manifest.name or manifest.school}, version {number}, issued {day(manifest.issued)}")
    say(f"Signed with the key {key.public.fingerprint}")
    return 0


def _manifest(library: Library, number: int, issued: date, again: datetime | None) -> Manifest:
    from handbook.packs.manifest import MODEL_SCHOOL, Manifest, is_school_id

    if library.unreadable:
        raise CannotPublish(f"The content cannot be read whole: {library.unreadable[0]}")
    school = library.school
    if not is_school_id(school.id):
        raise CannotPublish(
            f"school.yaml has the id {school.id!r}: a pack needs one of small letters, figures "
            "and hyphens"
        )
    if school.id == MODEL_SCHOOL:
        raise CannotPublish(
            f"school.yaml still has the model's id, {MODEL_SCHOOL}: give the school a short name "
            "of its own, such as hill-school, as computers would take two schools for one"
        )
    check_again_by = again.date() if again else issued + _CHECK_AGAIN
    return Manifest(school.id, school.name, number, issued, check_again_by)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day of the office's own calendar
