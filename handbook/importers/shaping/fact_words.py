"""The words by which files say who owns a policy, who approved it, and when."""

from __future__ import annotations

import re

from handbook.importers.shaping.dates import ANY

POLICIES = (
    r"(?:related|linked|associated|other relevant|relevant) (?:school )?"
    r"(?:policies|documents?|policy|documentation)"
    r"(?: and (?:documents|policies|procedures|guidance))?"
)
_KEYS = {
    "owner": r"(?:policy |document )?owner(?: of (?:this )?policy)?|owned by|policy holder|"
    r"(?:person|staff member|member of staff|officer|personnel|post ?holder|staff) responsible"
    r"(?: for (?:this )?policy)?|(?:policy|document) lead|lead (?:person|officer|member of staff)|"
    r"responsible (?:person(?:nel)?|officer|member of staff|staff|post|postholder)|"
    r"responsibility(?: of)?|responsible|(?:SLT|senior|staff|school) lead|owner ?/ ?lead",
    "approved": r"(?:date )?(?:approved|adopted|ratified)(?: on| date)?|date agreed|"
    r"(?:policy )?agreed(?: on)?|"
    r"(?:approved|adopted|ratified) ?(?:&|and|/) ?(?:approved|adopted|ratified)(?: on| date)?|"
    r"(?:date of )?(?:approval|adoption|ratification)(?: date)?|"
    r"date (?:of )?(?:policy )?(?:approval|approved|adopted|ratified|adoption)(?: by .{3,40})?|"
    r"(?:policy )?(?:approved|adopted|ratified) (?:on|date)",
    "approved-by": r"(?:approved|adopted|ratified|agreed|authorised|signed off) by|approver|"
    r"approving body|approval (?:body|by|level|authority)|(?:approving |responsible )committee",
    "last-review": r"(?:policy )?(?:date )?last reviewed?(?: ?(?:/|and|&) ?approved)?"
    r"(?: on| date)?|(?:date of )?(?:last|latest|previous|most recent) review(?: date)?|"
    r"(?:policy )?reviewed(?: on)?|date (?:last )?reviewed|last updated",
    "review": r"review|(?:date (?:of |for )?)?(?:next|future) (?:policy )?review(?: date| due)?|"
    r"review (?:date|due|by|due by|due date)|(?:due|date) for (?:next )?review|date of review|"
    r"(?:to be|next) reviewed(?: by| on| in)?|review(?: is)? due(?: on| by)?|"
    r"next review(?: is)?(?: due)?(?: on| by)?",
    "version": r"(?:policy |document )?(?:version|issue|revision)(?: ?(?:number|no\.?|#))?|v",
    "related": rf"{POLICIES}|(?:to be )?read (?:in conjunction|alongside|together) with|see also|"
    r"links? (?:to|with) other policies|related to|linked to",
    "organisation": r"(?:name of )?(?:school|academy|organisation|trust|college)(?:[’']s)?"
    r"(?: name)?",
    "title": r"(?:policy|document) (?:title|name)|title(?: of policy)?|name of policy",
}
_PATTERNS = {
    name: re.compile(rf"(?:the )?(?:{pattern})", re.IGNORECASE) for name, pattern in _KEYS.items()
}
SENTENCES = (
    ("approved", re.compile(
        rf"\b(?:approved|adopted|ratified)\b[^.;]{{0,120}}?\b(?:on|in)\s+(?P<value>{ANY.pattern})",
        re.IGNORECASE)),
    ("approved-by", re.compile(
        r"\b(?:approved|adopted|ratified) by (?P<value>(?:the )?[A-Z]?[^.;:,\n]{3,60}?)"
        r"(?=\s+(?:on|in|at)\b|[.;,\n]|$)", re.IGNORECASE)),
    ("approved-by", re.compile(
        r"^(?P<value>The [A-Z][\w’' ]{3,60}?) (?:has )?(?:approved|adopted|ratified) this "
        r"policy")),
    ("review", re.compile(
        rf"\b(?:will|to|is due to|must|should|shall) be (?:next )?reviewed\b[^.;]{{0,80}}?"
        rf"(?P<value>{ANY.pattern})", re.IGNORECASE)),
    ("review", re.compile(
        rf"\bnext review(?:ed)?\b[^.;]{{0,60}}?(?P<value>{ANY.pattern})", re.IGNORECASE)),
    ("last-review", re.compile(
        rf"\b(?:was )?last reviewed\b[^.;]{{0,80}}?(?P<value>{ANY.pattern})", re.IGNORECASE)),
    ("owner", re.compile(
        r"\b(?:the )?owner of this policy is (?P<value>[^.;,\n]{3,60})", re.IGNORECASE)),
)  # fmt: skip

_BY = re.compile(
    r"(?:date )?(?:approved|adopted|ratified|agreed)(?: on)? by (?:the )?(?P<who>.{3,40})",
    re.IGNORECASE,
)


def name_of(key: str) -> str:
    """The field that words before a value stand for; empty for all others."""
    words = " ".join(key.split()).strip("*•- ")
    return next((name for name, form in _PATTERNS.items() if form.fullmatch(words)), "")


def approver_in(key: str) -> str:
    """Who `Approved by governors: 3 May 2025` names; empty for every other key."""
    found = _BY.fullmatch(" ".join(key.split()))
    return found["who"].strip() if found else ""
