"""All rules on text, in the order in which their findings are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handbook.lint.finding import Finding
from handbook.lint.text import attributes, headings, leads, limits, lists, tables
from handbook.lint.text.source import SourceText

_LIMITS = (limits.file_size, limits.line_length, limits.depth, limits.brackets)

RULES: tuple[Callable[[SourceText], Iterator[Finding]], ...] = (
    headings.heading_space,
    headings.heading_braces,
    headings.heading_without_id,
    headings.heading_id_twice,
    headings.heading_id_number,
    headings.underlined_heading,
    headings.outcome_heading,
    leads.lead_unknown,
    leads.lead_without_not,
    leads.lead_missing,
    leads.quotation_runs_on,
    lists.list_under_paragraph,
    lists.list_indent,
    lists.list_mixed,
    lists.list_look,
    tables.table_cells,
    tables.table_rule,
    attributes.curly_quotes,
    attributes.braces_left,
    attributes.html,
    attributes.fence,
)


def check_text(source: SourceText) -> Iterator[Finding]:
    """What the text rules say of a file; past its limits, only that."""
    beyond = [finding for rule in _LIMITS for finding in rule(source)]
    if beyond:
        yield from beyond
        return
    for rule in RULES:
        yield from rule(source)
