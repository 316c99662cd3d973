"""Addresses outside the handbook, in the form in which they are shown and opened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from handbook.domain.errors import BadReference
from handbook.domain.links import Link, LinkKind

_SAFE = "/?#[]@!$&'()*+,;=:%~"
"""Characters of an address that stay as they are (RFC 3986), and the escapes written already."""
_MAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+")
_HOST = re.compile(r"([a-z0-9-]+\.)+[a-z][a-z0-9-]*")
"""A name with a dot: bare numbers would open as another host than they read."""
_TELEPHONE = re.compile(r"\+?[0-9 ()*#-]*[0-9][0-9 ()*#-]*")


@dataclass(frozen=True, slots=True)
class OutsideAddress:
    """An address in three parts; `where` says whose it is: the host, the mailbox, the number.

    It is plain ASCII: letters of other alphabets, which may look like ours, are written out,
    a host with them as `xn--...`. What is shown is what is opened, letter for letter.
    """

    kind: LinkKind
    before: str
    where: str
    after: str

    @property
    def address(self) -> str:
        """The whole address."""
        return f"{self.before}{self.where}{self.after}"


def outside_address(link: Link) -> OutsideAddress:
    """The address of a link that leads out; raises BadReference where it makes no sense."""
    match link.kind:
        case LinkKind.WEB:
            return _web(link.target)
        case LinkKind.MAIL:
            return _mail(link.target.removeprefix("mailto:"))
        case LinkKind.TELEPHONE:
            return _telephone(link.target.removeprefix("tel:"))
        case _:
            raise BadReference(f"{link.url!r} does not lead out of the handbook")


def _web(target: str) -> OutsideAddress:
    try:
        parts = urlsplit(target)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise BadReference(f"{target!r} is no address of a website") from None
    if parts.scheme.lower() != "https" or not _HOST.fullmatch(host):
        raise BadReference(f"{target!r} is no address of a website")
    user, at, _ = parts.netloc.rpartition("@")
    rest = target.partition("//")[2][len(parts.netloc) :]
    return OutsideAddress(
        LinkKind.WEB, f"https://{quote(user, _SAFE)}{at}", host, port + quote(rest, _SAFE)
    )


def _mail(target: str) -> OutsideAddress:
    mailbox, mark, rest = target.partition("?")
    if not _MAIL.fullmatch(mailbox):
        raise BadReference(f"{target!r} is no address of an email")
    return OutsideAddress(LinkKind.MAIL, "mailto:", mailbox, mark + quote(rest, _SAFE))


def _telephone(target: str) -> OutsideAddress:
    if not _TELEPHONE.fullmatch(target):
        raise BadReference(f"{target!r} is no telephone number")
    return OutsideAddress(LinkKind.TELEPHONE, "tel:", target.replace(" ", ""), "")
