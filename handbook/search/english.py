"""English as staff type it: the lists that stemming and ranking rest on."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a about am an and any are as at be been being but by can cannot cant could did didnt do does
    doesnt doing done dont for from get gets getting got had has hasnt have havent having he her
    here hers him his how i id if ill im in into is isnt it its ive just may me might mine must
    my of on onto or our ours please really shall she should shouldnt so some than that thats
    the their theirs them then there theres these they theyre this those to too up us very was
    wasnt we were what whats when where which who whom whos whose why will with wont would you
    your youre yours
    """.split()  # noqa: SIM905 - a paragraph of words is easier to read and to keep
)
"""Words that say nothing in a query."""

WEAK_WORDS = frozenset(
    """
    after again all also always another any anybody anyone anything back bad because before bit
    both bring call came case come coming day days different down each either else ever every
    everyone everything far few first give go goes going good great happen happened happens help
    keep kind know last let like little long look lot lots make many mean more most much need
    never new next no nobody none not nothing now off ok okay old once one only other others out
    over own people person put quite reason right same say says see seem several since somebody
    someone something sort start stay still stop stuff such sure take talk tell thing things
    think time today told tomorrow tonight try trying turn two under until use used using want
    wanted wants way week well went while without year years yes yesterday yet
    """.split()  # noqa: SIM905 - a paragraph of words is easier to read and to keep
)
"""Words that are common in any text, however rare in this one: they tell less."""

_FORMS = """
    accident: accidental accidentally
    agree: agreed
    begin: began
    break: broke broken
    bring: brought
    buy: bought
    catch: caught
    child: children childrens
    choose: chose chosen
    complain: complaint complaints
    decide: decision decisions
    defame: defamatory
    die: died dying
    dismiss: dismissal
    drink: drank drunk
    drive: drove
    eat: ate
    fall: fell
    feel: felt
    fight: fought
    find: found
    forget: forgot forgotten
    give: gave given giving
    go: gone went
    hear: heard
    hide: hid hidden
    hold: held
    keep: kept
    know: knew known
    leave: leaving left
    lend: lent
    lie: lied lying
    lose: losing lost
    make: made making
    man: men
    mean: meant
    meet: met
    pay: paid
    refer: referral referrals
    reporter: reporters
    run: ran
    say: said
    see: saw seen
    sell: sold
    send: sent
    show: shown
    speak: spoke spoken
    steal: stole stolen
    stick: stuck
    suspend: suspension
    take: taken took
    teach: taught
    tell: told
    think: thought
    throw: threw
    tie: tied
    use: used using
    win: won
    woman: women
    write: written wrote
"""

IRREGULAR = {
    form: word.strip()
    for word, _, forms in (line.partition(":") for line in _FORMS.strip().splitlines())
    for form in forms.split()
}
"""Forms that no ending explains, each with its word."""

KEPT = frozenset({"reporter"})
"""Words that look like another with an ending, and are none: a reporter is no report."""

ENDINGS = (
    ("fulness", 3), ("ousness", 3), ("iveness", 4), ("isation", 4), ("ization", 4), ("ational",
    4), ("ation", 4), ("ating", 4), ("ment", 5), ("ness", 4), ("less", 4), ("able", 4),
    ("ible", 4), ("ious", 4), ("ous", 5), ("ise", 5), ("ize", 5), ("ful", 3), ("ion", 4),
    ("ive", 4), ("ity", 5), ("ate", 4), ("at", 6), ("ure", 5), ("ism", 3), ("ist", 3), ("er",
    5),
)  # fmt: skip
"""Endings that make one word of another, each with the letters that must be left."""
