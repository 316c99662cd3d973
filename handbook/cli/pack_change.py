"""`handbook pack change-key`: the spare says which key signs from now on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.cli.passphrase import ask_passphrase
from handbook.cli.printing import say
from handbook.domain.errors import CannotPublish

if TYPE_CHECKING:
    from handbook.packs.keys import PublicKey

_NUMBERS = click.IntRange(1, 999_999)


@click.command("change-key")
@click.option(
    "--spare-key", "spare", type=click.Path(path_type=Path), required=True, metavar="FILE",
    help="The secret key of the spare; its passphrase is asked for.",
)  # fmt: skip
@click.option(
    "--to", "new", type=click.Path(path_type=Path), required=True, metavar="PUB",
    help="The public key that signs packs from now on.",
)  # fmt: skip
@click.option("--school", required=True, metavar="ID", help="The id in school.yaml.")
@click.option(
    "--number", type=_NUMBERS, required=True, metavar="N",
    help="Higher than that of any change of keys before.",
)  # fmt: skip
@click.option(
    "-o", "folder", type=click.Path(path_type=Path), required=True, metavar="DIR",
    help="Where the change and its signature go.",
)  # fmt: skip
def change_key(spare: Path, new: Path, school: str, number: int, folder: Path) -> int:
    """Put another key in the place of the school's work key, by its spare."""
    from handbook.packs.key_change import KeyChange
    from handbook.packs.keys import read_public_key, read_secret_key
    from handbook.packs.names import KEY_CHANGE, KEY_CHANGE_SIGNATURE

    change = KeyChange(school, number, read_public_key(new))
    key = read_secret_key(spare, ask_passphrase(f"The passphrase of {spare.name}"))
    signature = change.signed(key)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / KEY_CHANGE).write_bytes(change.data)
    (folder / KEY_CHANGE_SIGNATURE).write_bytes(signature)
    say(f"Written: {folder / KEY_CHANGE} and {folder / KEY_CHANGE_SIGNATURE}")
    say(f"Change {number} of {school}: {change.key.fingerprint} signs from now on.")
    say("Build every pack from now on with --key-change and the new key.")
    return 0


def files_about_keys(spare: Path | None, change: Path | None) -> dict[str, bytes]:
    """What a pack brings about keys beside its own, by name.

    Raises KeyUnreadable, a PackError or OSError.
    """
    from handbook.packs.key_change import KeyChange
    from handbook.packs.keys import read_public_key
    from handbook.packs.names import KEY_CHANGE, KEY_CHANGE_SIGNATURE, SPARE

    if spare is None:
        if change is not None:
            raise click.UsageError("--key-change needs --spare: it is the spare that signed it.")
        return {}
    public = read_public_key(spare)
    files = {SPARE: public.text.encode("ascii")}
    if change is not None:
        both = {name: (change / name).read_bytes() for name in (KEY_CHANGE, KEY_CHANGE_SIGNATURE)}
        KeyChange.read(both[KEY_CHANGE], both[KEY_CHANGE_SIGNATURE], public, KEY_CHANGE)
        files.update(both)
    return files


def check_about_keys(files: Mapping[str, bytes], key: PublicKey, school: str) -> None:
    """Raise CannotPublish where a pack could be made that computers refuse, or that protects none.

    `files` are those of files_about_keys, `key` signs the pack, `school` is whose it is.
    """
    from handbook.packs.key_change import KeyChange
    from handbook.packs.keys import PublicKey
    from handbook.packs.names import KEY_CHANGE, KEY_CHANGE_SIGNATURE, SPARE

    if SPARE not in files:
        return
    spare = PublicKey.parse(files[SPARE].decode("ascii"), SPARE)
    if spare.raw == key.raw:
        raise CannotPublish(
            "The spare is the very key that signs, so it is lost with it. Make another one: "
            "handbook pack keygen -o spare"
        )
    if KEY_CHANGE not in files:
        return
    change = KeyChange.read(files[KEY_CHANGE], files[KEY_CHANGE_SIGNATURE], spare, KEY_CHANGE)
    if change.school != school:
        raise CannotPublish(
            f"The change of keys is for the school {change.school}, and school.yaml has {school}"
        )
    if change.key.raw != key.raw:
        raise CannotPublish(
            f"The change of keys is to {change.key.fingerprint}, and the key that signs is "
            f"{key.fingerprint}: a computer that knows of the change would refuse this pack"
        )
