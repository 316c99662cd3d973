"""`handbook pack show`: what is in a pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handbook.cli.content import open_content
from handbook.cli.options import json_option
from handbook.cli.pack_trust import trust_here
from handbook.cli.printing import day, iso, say, say_json, some
from handbook.domain.errors import HandbookError

if TYPE_CHECKING:
    from handbook.domain.library import Library
    from handbook.packs.pack import Pack


@click.command("show")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def show(file: Path, *, as_json: bool) -> int:
    """Say what is in a pack: school, version, key, policies and flows.

    The pack must be whole. Whether its key is the school's own is said, and asks for no key.
    """
    from handbook.packs.pack import open_pack, read_pack

    pack = open_pack(read_pack(file), file.name, None)
    library = open_content(file)
    if as_json:
        say_json(_shape(pack, library))
    else:
        _say(pack, library)
    return 0


def is_trusted(pack: Pack) -> bool:
    """True where a pack is signed with a key that counts on this computer."""
    try:
        keys = trust_here().keys or ()
    except (HandbookError, OSError):
        return False
    return any(key.blob == pack.key.blob for key in keys)


def _shape(pack: Pack, library: Library) -> dict[str, Any]:
    manifest = pack.manifest
    return {
        "school": manifest.school,
        "name": manifest.name,
        "version": manifest.version,
        "issued": iso(manifest.issued),
        "check_again_by": iso(manifest.check_again_by),
        "needs": manifest.app,
        "key": pack.key.fingerprint,
        "key_until": iso(pack.key.until),
        "trusted": is_trusted(pack),
        "policies": [
            {"id": policy.id, "title": policy.title, "version": policy.version}
            for policy in library.policies
        ],
        "flows": [{"id": flow.id, "title": flow.title} for flow in library.flows],
        "files": [{"name": name, "bytes": len(data)} for name, data in pack.content.items()],
    }


def _say(pack: Pack, library: Library) -> None:
    manifest = pack.manifest
    say(f"{manifest.name or 'School not named yet'} ({manifest.school})")
    say(f"Version {manifest.version}, issued {day(manifest.issued)}")
    say(f"To be checked again by {day(manifest.check_again_by)}")
    until = f", good until {day(pack.key.until)}" if pack.key.until else ""
    say(f"Signed with the key {pack.key.fingerprint}{until}")
    say(
        "This key is trusted on this computer."
        if is_trusted(pack)
        else "This key is not trusted on this computer: the pack is whole, and may be anybody's."
    )
    say(f"{some(len(pack.content), 'file')}, {sum(map(len, pack.content.values())):,} bytes")
    click.echo()
    for policy in library.policies:
        say(_plain(f"{policy.title}, version {policy.version or 'not given'}"), mark="- ")
    for flow in library.flows:
        say(_plain(f"{flow.title} (questions)"), mark="- ")


def _plain(text: str) -> str:
    """Without what a terminal would obey: nobody vouches for this pack yet."""
    return "".join(letter for letter in text if letter.isprintable())
