"""A passphrase from the terminal, unseen, or from standard input where there is none."""

from __future__ import annotations

import sys

import click


def ask_passphrase(about: str, *, twice: bool = False) -> str:
    """Ask for a passphrase; it never comes as an argument, which other users could see."""
    if sys.stdin.isatty():
        return str(click.prompt(about, hide_input=True, confirmation_prompt=twice, err=True))
    passphrase = sys.stdin.readline().rstrip("\r\n")
    if not passphrase:
        raise click.UsageError("A passphrase is needed: the first line of standard input.")
    return passphrase
