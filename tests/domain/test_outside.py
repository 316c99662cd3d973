"""Addresses outside: what is shown is what is opened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from handbook.domain.errors import BadReference
from handbook.domain.links import Link, LinkKind
from handbook.domain.outside import outside_address


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("https://www.gov.uk/", ("https://", "www.gov.uk", "/")),
        ("https://www.gov.uk", ("https://", "www.gov.uk", "")),
        ("HTTPS://WWW.GOV.UK/A?b=C#d", ("https://", "www.gov.uk", "/A?b=C#d")),
        ("https://example.org:8443/x", ("https://", "example.org", ":8443/x")),
        ("https://www.gov.uk@example.org/", ("https://www.gov.uk@", "example.org", "/")),
        ("https://g\u043ev.uk/", ("https://", "xn--gv-fmc.uk", "/")),
        ("https://example.org/ä b", ("https://", "example.org", "/%C3%A4%20b")),
        ("https://example.org/%20x", ("https://", "example.org", "/%20x")),
        ("https://example.org/\u202egro", ("https://", "example.org", "/%E2%80%AEgro")),
    ],
)
def test_the_host_of_a_website_stands_apart(target: str, parts: tuple[str, str, str]) -> None:
    address = outside_address(Link(LinkKind.WEB, target))

    assert (address.before, address.where, address.after) == parts


@pytest.mark.parametrize(
    "link",
    [
        Link(LinkKind.WEB, "http://example.org/"),
        Link(LinkKind.WEB, "https://"),
        Link(LinkKind.WEB, "https:///path"),
        Link(LinkKind.WEB, "https://example.org:port/"),
        Link(LinkKind.WEB, "https://[::1"),
        Link(LinkKind.WEB, "https://exam ple.org/"),
        Link(LinkKind.WEB, "javascript:alert(1)"),
        Link(LinkKind.MAIL, "somebody"),
        Link(LinkKind.WEB, "https://2130706433/"),
        Link(LinkKind.WEB, "https://%65xample.org/"),
        Link(LinkKind.MAIL, "a@b.org,x@y.org"),
        Link(LinkKind.TELEPHONE, "ring me"),
        Link(LinkKind.ROLE, "dsl"),
    ],
)
def test_what_makes_no_sense_leads_nowhere(link: Link) -> None:
    with pytest.raises(BadReference):
        outside_address(link)


def test_emails_and_numbers_are_shown_whole() -> None:
    mail = outside_address(Link(LinkKind.MAIL, "office@example.org?subject=A word&bcc=x@y.org"))
    ring = outside_address(Link(LinkKind.TELEPHONE, "0808 800 5000"))

    assert mail.address == "mailto:office@example.org?subject=A%20word&bcc=x@y.org"
    assert mail.where == "office@example.org"
    assert ring.address == "tel:08088005000"


HOSTS = st.from_regex(r"[a-zäо0-9-]{1,8}(\\.[a-zß0-9-]{1,6}){0,3}", fullmatch=True)


@given(HOSTS | st.text(max_size=12), st.text(max_size=20))
def test_no_address_opens_another_host_than_it_shows(host: str, rest: str) -> None:
    try:
        address = outside_address(Link(LinkKind.WEB, f"https://{host}/{rest}"))
    except BadReference:
        return
    url = QUrl(address.address, QUrl.ParsingMode.StrictMode)

    assert address.address.isascii()
    if url.isValid():
        assert url.toString(QUrl.ComponentFormattingOption.FullyEncoded) == address.address
        assert url.host(QUrl.ComponentFormattingOption.FullyEncoded) == address.where
