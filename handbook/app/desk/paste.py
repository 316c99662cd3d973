"""What was copied from Word, a web page or an email, as Markdown without the mess."""

from __future__ import annotations

import re

from handbook.domain.errors import NotImported

_FRONT = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
_TITLE = re.compile(r"\A---\ntitle: .*\n")
MOST = 4_000_000
"""Letters of HTML that are looked at; more is pasted as plain text."""


def markdown_of(html: str, plain: str) -> str:
    """The Markdown of what is on the clipboard; the plain words where there is nothing better."""
    from handbook.importers.making import make_draft

    if len(html) > MOST or is_only_words(html):
        return plain
    data = f'<meta charset="utf-8">{html}'.encode("utf-8", "replace")
    try:
        draft = make_draft(data, "pasted.html")
    except NotImported:
        return plain
    text = _FRONT.sub("", draft.text)
    title = draft.fields.get("title", "")
    if title and title.casefold() not in text.casefold():
        text = f"## {title}\n\n{text}"  # the importer takes a first heading for the title
    return text.strip("\n")


def is_only_words(html: str) -> bool:
    """True where nothing but words in one paragraph was copied: they go in as they are."""
    tags = {tag.lower() for tag in re.findall(r"<([A-Za-z][A-Za-z0-9]*)", html)}
    simple = {"html", "head", "body", "meta", "span", "style", "title", "link", "xml"}
    is_word = any(":" in tag for tag in tags)
    return not is_word and tags <= simple
