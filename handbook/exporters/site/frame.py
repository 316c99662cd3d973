"""What every page of the site has: its head, the bar at the top, the foot."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.domain.library import Library
from handbook.exporters.site.addresses import (
    CONCERN,
    HOME,
    MAIN,
    PEOPLE,
    POLICIES,
    SEARCH,
    Addresses,
)
from handbook.exporters.site.markup import Html, element, joined
from handbook.exporters.site.words import Icons

_SAFE = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Nothing is fetched from elsewhere, nothing is sent, and nothing in a text can run."""
_ROOMS = ((HOME, "Home"), (POLICIES, "Policies"), (PEOPLE, "People"), (SEARCH, "Search"))


@dataclass(frozen=True)
class Frame:
    """Puts the body of a page into the frame that all pages share."""

    library: Library
    icons: Icons
    address: Addresses

    @property
    def name(self) -> str:
        """What the site is called."""
        school = self.library.school.name
        return f"Staff handbook · {school}" if school else "Staff handbook"

    def page(self, title: str, body: Html, room: str = "", *, searches: bool = False) -> bytes:
        """A whole page; `room` is the one of the bar's that it is, or belongs to."""
        whole = f"{title} · {self.name}" if title else self.name
        html = element(
            "html",
            "\n",
            element("head", *self._head(whole, searches=searches)),
            "\n",
            element(
                "body",
                "\n",
                element("a", "Skip to the text", href=f"#{MAIN}", class_="skip"),
                "\n",
                self._bar(room),
                "\n",
                body,
                "\n",
                self._foot(),
                "\n",
            ),
            "\n",
            lang="en-GB",
        )
        return f"<!DOCTYPE html>\n{html}\n".encode()

    def _head(self, title: str, *, searches: bool) -> list[Html]:
        scripts = ["site.js", *(("search-index.js", "search.js") if searches else ())]
        parts = [
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=_SAFE),
            element("meta", name="referrer", content="no-referrer"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("title", title),
            element("link", rel="icon", type="image/svg+xml", href="assets/icon.svg"),
            element("link", rel="stylesheet", href="assets/style.css"),
            *(element("script", src=f"assets/{name}", defer=True) for name in scripts),
        ]
        return [joined(Html("\n"), part) for part in parts] + [Html("\n")]

    def _bar(self, room: str) -> Html:
        rooms = [
            element("a", words, href=page, aria_current="page" if page == room else None)
            for page, words in _ROOMS
        ]
        mark = element("span", self.icons("book"), class_="mark")
        return element(
            "header",
            element("a", mark, element("span", self.name), href=HOME, class_="brand"),
            element("nav", *rooms, aria_label="Handbook"),
            element("a", self.icons("concern"), " I have a concern", href=CONCERN, class_="care"),
            class_="bar",
        )

    def _foot(self) -> Html:
        digest = self.library.digest[:8]
        made = f"Made from content {digest}. " if digest else ""
        return element(
            "footer",
            element(
                "p",
                f"{made}Nothing is fetched from outside this folder. The Handbook app also "
                "answers your questions step by step, and works without a network.",
            ),
        )
