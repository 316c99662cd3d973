"""Emphasis that loses no letter."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

_MARKS = re.compile(r"[*_]")


class Emphasis(InlineProcessor):
    """Markdown's own reader of `*` and `_`, held to what was written.

    Markdown 3.11.3 drops the `t` of `*one**two*three`. Where a letter is lost, the marks stay
    as they were written, and every word with them.
    """

    def __init__(self, inner: InlineProcessor) -> None:
        super().__init__(inner.pattern)
        self._inner = inner
        self.compiled_re = inner.getCompiledRegExp()

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """The element of a match; none where its words are not those that were written."""
        element, start, end = self._inner.handleMatch(m, data)
        if not isinstance(element, Element):
            return element, start, end
        said = _MARKS.sub("", "".join(element.itertext()))
        if said == _MARKS.sub("", data[start:end]):
            return element, start, end
        if (reset := getattr(self._inner, "reset", None)) is not None:
            reset()
        return None, m.start(), m.end()
