"""Python-Markdown's element tree of a file, with the source line on each element."""

from __future__ import annotations

from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor

from handbook.markup.emphasis import Emphasis
from handbook.markup.lines import Lines
from handbook.markup.source import Source

_ATTRIBUTES = ("id", "subject")


def parse(source: Source) -> Element:
    """The tree of a file; each element carries its line in the attribute LINE."""
    # Extensions as instances: by name, Markdown would load entry points, email and sockets.
    converter = Markdown(
        extensions=[
            AttrListExtension(),
            TableExtension(),
            SaneListExtension(),
            FootnoteExtension(),
            AbbrExtension(),
        ]
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.deregister("entity")
    emphasis = cast("InlineProcessor", converter.inlinePatterns["em_strong"])
    converter.inlinePatterns.register(Emphasis(emphasis), "em_strong", 60)
    # Before footnotes (50) and inline patterns (20) each block's text is still verbatim.
    converter.treeprocessors.register(Lines(source.body), "lines", 60)
    converter.treeprocessors.register(_Attributes(converter), "attr_list", 8)
    try:
        return _tree(converter, source)
    except RecursionError:
        raise source.error(1, "lists, quotations or styles are nested too deeply") from None


def _tree(converter: Markdown, source: Source) -> Element:
    lines = list(source.lines)
    for preprocessor in converter.preprocessors:
        lines = preprocessor.run(lines)
    root = cast("Element", converter.parser.parseDocument(lines).getroot())
    _give_paragraphs(root)
    for processor in converter.treeprocessors:
        changed: Element | None = processor.run(root)
        if changed is not None:
            root = changed
    return root


def _give_paragraphs(root: Element) -> None:
    """Words right under a heading in an item become a paragraph: Markdown leaves them loose."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tail and child.tail.strip():
                paragraph = Element("p")
                paragraph.text, child.tail = child.tail.strip(), None
                parent.insert(list(parent).index(child) + 1, paragraph)


class _Attributes(AttrListTreeprocessor):
    """Reads `{: ... }`, and of it only the attributes that mean something here."""

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Set the id and the subject; every other attribute stays as it was."""
        before = dict(elem.attrib)
        rest = super().assign_attrs(elem, attrs_string, strict=strict)
        given = {name: elem.attrib[name] for name in _ATTRIBUTES if name in elem.attrib}
        elem.attrib.clear()
        elem.attrib.update(before | given)
        return rest
