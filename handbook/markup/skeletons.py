"""The first files of a policy, a guide or a flow: they lint clean, and are filled with words."""

from __future__ import annotations

from datetime import date

_POLICY = """\
---
title: {title}
collection: Other
summary: What this policy is about, in one sentence.
owner: {owner}
version: "0.1"
approved: {today}
approved-by: governing body
review: {review}
law-as-of: {today}
applies-to: [everyone]
confirm: never
keywords: []
---

What this policy is for, in a sentence or two.

## First section {{#first-section}}

### First clause {{#first-clause}}
<!-- asked: what staff would type · another way to ask it -->

> **Note** that nothing has been written here yet.
"""

_GUIDE = """\
---
title: {title}
collection: Guides
summary: What this guide helps with, in one sentence.
owner: {owner}
version: "0.1"
approved: {today}
approved-by: governing body
review: {review}
law-as-of: {today}
applies-to: [everyone]
confirm: never
keywords: []
---

What this guide is for. It leads to rules and makes none of its own.

## First steps {{#first-steps}}
<!-- asked: what staff would type · another way to ask it -->

1. Write what to do first.
2. Write what to do then.
"""

_FLOW = """\
---
title: {title}
law-as-of: {today}
priority: [ask]
needs: [{needs}]
---

## What has happened? {{#what}}

We ask this first because everything else hangs on it.

- [Something that somebody should know](#whose)
- [I am not sure](#whose): that is answer enough

## Whose doing is it, as far as you know? {{#whose}}

We ask this so that you are never sent to the person you are worried about.

- [The person named first on the next page](#ask){{: subject="{owner}" }}
- [Somebody else's, or nobody's](#ask)
- [I am not sure](#ask)

## Talk it over {{#ask}}

Nobody has to decide alone.

### Tell

- [{person}](role:{owner})
- [{body}](role:{body_id}): if nobody inside can be told

### By when

Today, if you can.

### Do now

- Write down what you saw and heard.

### Do not

- Look into it yourself.

### What happens next

- **Today** you talk about it.

### Your protection

Nobody is blamed for asking.

### Outside help

- [{body}](role:{body_id})
"""

_RESTS_ON = """
### Rests on

- [{words}](../policies/{policy}.md#{clause})
"""

_NEEDS = "Tell, By when, Do now, Do not, What happens next, Your protection, Outside help"


def title_of(name: str) -> str:
    """A title from the name of a file: `social-media` gives `Social media`."""
    return name.replace("-", " ").capitalize()


def policy_skeleton(name: str, owner: str, today: date) -> str:
    """The text of a new policy."""
    return _POLICY.format(title=title_of(name), owner=owner, today=today, review=_year_on(today))


def guide_skeleton(name: str, owner: str, today: date) -> str:
    """The text of a new guide."""
    return _GUIDE.format(title=title_of(name), owner=owner, today=today, review=_year_on(today))


def flow_skeleton(
    name: str,
    person: tuple[str, str],
    body: tuple[str, str],
    clause: tuple[str, str, str] | None,
    today: date,
) -> str:
    """The text of a new flow.

    `person` and `body` are id and title; `clause` is policy, id and words of a clause to
    rest on, or None where the content has none yet.
    """
    text = _FLOW.format(
        title=title_of(name),
        today=today,
        needs=_NEEDS + (", Rests on" if clause else ""),
        owner=person[0],
        person=person[1],
        body_id=body[0],
        body=body[1],
    )
    if clause is None:
        return text
    policy, clause_id, words = clause
    return text + _RESTS_ON.format(policy=policy, clause=clause_id, words=words)


def _year_on(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
