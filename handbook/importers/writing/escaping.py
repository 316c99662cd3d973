"""Words as Markdown that says exactly these words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from handbook.importers.form import Run

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\u00ad\u200b\ufeff]"
)
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile(r"[\r\x85\u2028\u2029]")
_BEFORE_MARKS = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_LINK_LIKE = re.compile(r"\[(?=[^\[\]]*\]\s?[\[(:])|\[(?=\^)")
_OUTER_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_MARKS = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_LINK_LIKE = re.compile(r"\[(?=[^\[\]]*\]\s?[\[(:])|\[(?=\^)")
_OUTER_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_STARTS = (
    (re.compile(r"(#{1,6}|>|\+|-|=+|-+|:)(?=\s|$)|(?<!\w)(#)"), None),
    (re.compile(r"(\d{1,9})(\.)(?=\s|$)"), None),
)
_MARKS = re.compile(r"^(?P<mark>[#>+:=-]|\{)")
_NUMBER = re.compile(r"^(?P<number>\d{1,9})\.(?=\s|$)")
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE_ADDRESS = re.compile(r"[^\s<>()\[\]\"'`\\]+")


def clean(text: str) -> str:
    """A text without what no text holds: control characters, soft hyphens, odd line ends."""
    return _SPACES.sub(" ", _CONTROL.sub("", _BREAKS.sub("\n", text)))


def escaped(text: str) -> str:
    """Words in which no letter means anything to Markdown, but for the start of a line."""
    text = _BEFORE_MARKS.sub(r"\\\\", text)
    text = _ENTITY.sub("&amp;", text)
    text = _TAG.sub("&lt;", text)
    text = re.sub(r"([*`])", r"\\\1", text)
    text = _OUTER_UNDERSCORE.sub(r"\\_", text)
    text = _LINK_LIKE.sub(r"\\[", text)
    return re.sub(r"([{}])", r"\\\1", text)


def at_start(line: str) -> str:
    """A line whose first letters make no heading, list, quotation or rule."""
    if found := _NUMBER.match(line):
        return f"{found['number']}\\{line[found.end('number') :]}"
    if _MARKS.match(line) and not line.startswith(("\\",)):
        return f"\\{line}" if line[0] != "=" and line[0] != ":" else f"&#{ord(line[0])};{line[1:]}"
    return line


def inline(runs: Iterable[Run], notes: dict[str, int], *, styled: bool = True) -> str:
    """Runs as one text; a forced line break is a newline in it."""
    pieces: list[str] = []
    for (bold, italic, link, note), group in groupby(_joined(runs), key=_style):
        if note:
            if note in notes:
                pieces.append(f"[^{notes[note]}]")
            continue
        text = "".join(run.text for run in group)
        pieces.append(_dressed(text, bold=bold and styled, italic=italic and styled, link=link))
    return "".join(pieces).strip()


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _style(run: Run) -> tuple[bool, bool, str, str]:
    return run.bold, run.italic, run.link, run.note


def _joined(runs: Iterable[Run]) -> Iterable[Run]:
    """Runs without empty ones; a space takes the style of what stands before it."""
    before: Run | None = None
    for run in runs:
        text = clean(run.text)
        if not text and not run.note:
            continue
        if before and not text.strip() and not run.note and not run.link and "\n" not in text:
            yield Run(text, before.bold, before.italic, before.link)
            continue
        before = Run(text, run.bold, run.italic, run.link, run.note)
        yield before


def _dressed(text: str, *, bold: bool, italic: bool, link: str) -> str:
    body = text.strip()
    if not body or not any(c.isalnum() for c in body):
        return escaped(text)
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    marks = "*" * (2 * bold + italic)
    address = address_of(link)
    if not marks and not address:
        return escaped(text)
    words = escaped(body)
    if address and "\n" not in words:
        words = f"[{_bracketed(body)}]({address})"
    if marks:
        words = "\n".join(
            f"{marks}{part.strip()}{marks}" if part.strip() else part for part in words.split("\n")
        )
    return f"{lead}{words}{tail}"


def _bracketed(words: str) -> str:
    return escaped(words).replace("\\[", "[").replace("[", "\\[").replace("]", "\\]")


def address_of(link: str) -> str:
    """An address that the handbook may link to, as it is written; empty for any other."""
    link = link.strip()
    found = _SCHEME.match(link)
    if link.startswith("#"):
        return link if re.fullmatch(r"#[a-z0-9-]+", link) else ""
    if not found or not _SAFE_ADDRESS.fullmatch(_encoded(link)):
        return ""
    match found[1].casefold():
        case "https" | "mailto" | "tel":
            return _encoded(link)
        case "http":
            return "https" + _encoded(link)[4:]
        case _:
            return ""


def _encoded(link: str) -> str:
    table = {" ": "%20", "(": "%28", ")": "%29", "[": "%5B", "]": "%5D", '"': "%22", "'": "%27",
             "<": "%3C", ">": "%3E", "\\": "%5C", "`": "%60"}  # fmt: skip
    return "".join(table.get(c, c) for c in link if c.isprintable())
