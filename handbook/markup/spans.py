"""Inline Markdown to spans: bold, emphasis, code, links, pictures, footnotes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.util import AMP_SUBSTITUTE

from handbook.domain.blocks import Span, Spans
from handbook.domain.links import Link
from handbook.markup.lines import LINE
from handbook.markup.link_targets import read_image, read_link

BLOCK_TAGS = frozenset(
    (
        "p",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "div",
    )
)


_WRAP = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class _Style:
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: Link | None = None
    line: int = 0
    explains: str = ""


def clean(text: str | None) -> str:
    """Markdown's own marks taken out of a text, and character references resolved."""
    text = (text or "").replace(AMP_SUBSTITUTE, "&").replace(NBSP_PLACEHOLDER, "")
    return html.unescape(text)


def read_spans(element: Element, file: str, line: int) -> Spans:
    """The spans of a block element, without the blocks nested in it."""
    spans = list(_spans(element, _Style(), file, [line]))
    return _trimmed(_joined(spans))


def _spans(element: Element, style: _Style, file: str, at: list[int]) -> Iterator[Span]:
    yield from _text(element.text, style, at)
    for child in element:
        if child.tag in BLOCK_TAGS:
            continue
        yield from _inline(child, style, file, at)
        tail = child.tail
        if child.tag == "br" and tail:
            at[0] += tail.count("\n", 0, 1)
            tail = tail.removeprefix("\n").lstrip(" ")
        yield from _text(tail, style, at)


def _text(text: str | None, style: _Style, at: list[int]) -> Iterator[Span]:
    words = clean(text)
    at[0] += words.count("\n")
    if words:
        yield Span(
            _WRAP.sub(" ", words),
            style.strong,
            style.emphasis,
            style.code,
            style.link,
            style.line,
            style.explains,
        )


def _inline(element: Element, style: _Style, file: str, at: list[int]) -> Iterator[Span]:
    match element.tag:
        case "br":
            yield Span("\n")
        case "img":
            alt = clean(element.get("alt"))
            at[0] += alt.count("\n")
            image = read_image(clean(element.get("src")), file)
            yield Span(_WRAP.sub(" ", alt), image=image)
        case "sup":
            yield _footnote(element)
        case _:
            yield from _spans(element, _styled(element, style, file, at[0]), file, at)


def _styled(element: Element, style: _Style, file: str, line: int) -> _Style:
    match element.tag:
        case "strong":
            return replace(style, strong=True)
        case "em":
            return replace(style, emphasis=True)
        case "code":
            return replace(style, code=True)
        case "abbr":
            return replace(style, explains=clean(element.get("title")))
        case "a":
            return replace(style, link=read_link(clean(element.get("href")), file), line=line)
        case _:
            return style


def _footnote(element: Element) -> Span:
    number = "".join(element.itertext()).strip()
    return Span(number, footnote=int(number) if number.isdigit() else 0)


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        mergeable = last is not None and last.text != "\n" and span.text != "\n"
        if mergeable and last is not None and replace(last, text="") == replace(span, text=""):
            joined[-1] = replace(last, text=last.text + span.text)
        else:
            joined.append(span)
    return joined


def _trimmed(spans: list[Span]) -> Spans:
    if spans:
        spans[0] = replace(spans[0], text=spans[0].text.lstrip(" "))
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip(" "))
    return tuple(span for span in spans if span.text or span.image)


def line_of(element: Element) -> int:
    """The source line of an element."""
    return int(element.get(LINE, "1"))
