"""The telephone numbers of bodies for the whole country, as the program knows them.

A school fills in numbers of its own area. These are the same everywhere, and one wrong
figure sends a worried person to a stranger, so another number under one of these ids is
an error. Numbers that are not surely known are left out.
"""

from __future__ import annotations

KNOWN_NUMBERS = {
    "emergency-services": "999",
    "police": "101",
    "nspcc": "0800 028 0285",
    "protect": "020 3117 2520",
    "ico": "0303 123 1113",
    "acas": "0300 123 1100",
    "eass": "0808 800 0082",
    "posh": "0344 381 4772",
    "ofsted": "0300 123 3155",
    "tra": "020 7593 5393",
    "anti-terrorist-hotline": "0800 789 321",
    "dfe-counter-extremism": "020 7340 7264",
    "childline": "0800 1111",
    "education-support": "08000 562 561",
    "revenge-porn-helpline": "0345 6000 459",
    "samaritans": "116 123",
    "domestic-abuse": "0808 2000 247",
    "mens-advice-line": "0808 801 0327",
    "rape-crisis": "0808 500 2222",
    "forced-marriage-unit": "020 7008 0151",
}


def is_known_number(body: str, phone: str) -> bool:
    """False where a body has a number that is not the one that the program knows."""
    known = KNOWN_NUMBERS.get(body)
    return known is None or not phone or _figures(phone) == _figures(known)


def _figures(phone: str) -> str:
    figures = "".join(letter for letter in phone if letter.isdigit() or letter == "+")
    return "0" + figures.removeprefix("+44") if figures.startswith("+44") else figures
