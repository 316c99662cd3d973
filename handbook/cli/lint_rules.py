"""`handbook lint --explain RULE`: why a rule matters, and how to mend what it finds."""

from __future__ import annotations

import click

from handbook.cli.printing import say, say_title


def explain(name: str) -> int:
    """Print one rule; raises a usage error where there is none of that name."""
    from handbook.lint.catalogue.catalogue import RULES, rules_like

    rule = RULES.get(name.casefold().strip(" []"))
    if rule is None:
        like = ", ".join(rules_like(name))
        perhaps = f" Did you mean: {like}?" if like else " docs/lint.md lists them all."
        raise click.UsageError(f"There is no rule {name!r}.{perhaps}")
    say_title(rule.title)
    say(f"{rule.id} · {rule.severity.value}")
    click.echo()
    say(rule.why, mark="Why: ")
    say(rule.mend, mark="Mend: ")
    return 0
