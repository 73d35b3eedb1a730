"""Numbers with what they count."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """`1 article`, `1,204 articles`; the noun gets an s where there is not one."""
    return f"{number:,} {noun}{'s' * (number != 1)}"
