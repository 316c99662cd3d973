"""All files of the web folder, by their names in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from handbook.domain.blocks import Block, all_spans
from handbook.domain.errors import NotKept
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.exporters.site import addresses
from handbook.exporters.site.frame import Frame
from handbook.exporters.site.lists import home_page, people_page, policies_page, search_page
from handbook.exporters.site.policy_page import policy_page
from handbook.exporters.site.search_index import Words, index_script
from handbook.exporters.site.whom_to_tell import concern_page
from handbook.exporters.site.words import Icons

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


def site_files(
    library: Library, content: Path, resources: Path, today: date, words: Words
) -> dict[str, bytes]:
    """Every file of the site; the same content on the same day gives the same bytes.

    Raises NotKept where a policy has the name of one of the site's own pages.
    """
    taken = {policy.id for policy in library.policies} & {
        page.removesuffix(".html") for page in addresses.OWN
    }
    if taken:
        name = min(taken)
        raise NotKept(f"The policy {name!r} has the name of a page of the site. Rename its file.")
    frame = Frame(library, Icons(resources / "icons"), addresses.Addresses(library))
    files = {
        addresses.HOME: home_page(frame),
        addresses.POLICIES: policies_page(frame, today),
        addresses.PEOPLE: people_page(frame),
        addresses.SEARCH: search_page(frame),
        addresses.CONCERN: concern_page(frame),
        "assets/search-index.js": index_script(library, words),
        "assets/icon.svg": _icon(resources),
    }
    for policy in library.policies:
        files[addresses.policy_page(policy.id)] = policy_page(policy, frame, today)
    files |= dict(_assets(resources))
    files |= dict(_pictures(library, content))
    return dict(sorted(files.items()))


def _assets(resources: Path) -> Iterator[tuple[str, bytes]]:
    for folder, into in (("site", "assets"), ("fonts", "assets/fonts")):
        for path in sorted((resources / folder).glob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield f"{into}/{path.name}", path.read_bytes()


def _icon(resources: Path) -> bytes:
    drawing = (resources / "icons" / "book.svg").read_text("utf-8")
    return drawing.replace("currentColor", "#0B4F63").encode()


def _pictures(library: Library, content: Path) -> Iterator[tuple[str, bytes]]:
    """The pictures that policies show; lint names those that are not there."""
    for policy in library.policies:
        for group in _groups(policy):
            for span in all_spans(group):
                if _is_picture(span.image) and (content / span.image).is_file():
                    yield span.image, (content / span.image).read_bytes()


def _is_picture(name: str) -> bool:
    """True for the name of a picture within the content folder."""
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in name
    return inside and path.suffix.lower() in _PICTURES


def _groups(policy: Policy) -> Iterator[tuple[Block, ...]]:
    yield policy.intro
    for section in policy.sections:
        yield section.blocks
        yield from (clause.blocks for clause in section.clauses)
    yield from (note.blocks for note in policy.footnotes)
