"""Which kind of place a link in the content leads to."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from handbook.domain.links import Link, LinkKind

_SCHEMES = {
    "https": LinkKind.WEB,
    "mailto": LinkKind.MAIL,
    "tel": LinkKind.TELEPHONE,
    "role": LinkKind.ROLE,
    "setting": LinkKind.SETTING,
}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_READ = ("policies", "guides")


def read_link(href: str, file: str) -> Link:
    """The target of a link as written in a file of the content.

    Schemes other than https, mailto, tel, role and setting are refused, and so are files
    that are neither policies, flows nor guides.
    """
    found = _SCHEME.match(href)
    if found:
        kind = _SCHEMES.get(found[1].lower(), LinkKind.REFUSED)
        if kind in (LinkKind.ROLE, LinkKind.SETTING, LinkKind.MAIL, LinkKind.TELEPHONE):
            return Link(kind, href[found.end() :])
        return Link(kind, href)
    path, _, anchor = unquote(href).partition("#")
    where = _within(path, file) if path else file
    folder, name = posixpath.split(where)
    if not name.endswith(".md") or folder not in (*_READ, "flows"):
        return Link(LinkKind.REFUSED, href)
    target = name.removesuffix(".md") + (f"#{anchor}" if anchor else "")
    if folder == "flows":
        return Link(LinkKind.FLOW, target)
    return Link(LinkKind.CLAUSE if anchor else LinkKind.POLICY, target)


def read_image(src: str, file: str) -> str:
    """A picture's path in the content folder; empty for one that lies anywhere else."""
    where = _within(unquote(src), file)
    return where if where.startswith("images/") and not _SCHEME.match(src) else ""


def _within(path: str, file: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
