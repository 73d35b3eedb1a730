r"""BibTeX, as biblatex and the Chinese styles of BibTeX read it.

There is no type for newspapers: `@article` with `entrysubtype = {newspaper}` is what biblatex-gb7714
and gbt7714-bibtex-style know; the style sets [N] by it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jianbao.citing.reference import Reference

ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\ensuremath{\lbrace}",
    "}": r"\ensuremath{\rbrace}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "%&#$_"},
}
r"""What TeX would not print as it stands. Not `\{`: BibTeX counts braces, escaped ones too."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The months that every style defines."""

_SPECIAL = re.compile(r"[\\{}~^%&#$_]")
_SEVERAL_WORDS = re.compile(r"[\s,]")


def bibtex(reference: Reference) -> str:
    """One entry, a field a line."""
    year, month, _ = reference.day.split("-")
    fields = [f"@article{{news-{reference.id}"]
    if reference.authors:
        fields.append(f"author = {{{' and '.join(map(_name, reference.authors))}}}")
    fields.append(f"title = {{{escaped(reference.full_title)}}}")
    if reference.publication:
        fields.append(f"journal = {{{escaped(reference.publication)}}}")
    fields += (
        f"year = {{{year}}}",
        f"month = {MONTHS[int(month) - 1]}",
        f"date = {{{reference.day}}}",
    )
    if reference.page:
        fields.append(f"pages = {{{escaped(reference.page)}}}")
    if reference.url:
        # `\url` prints what it is given; a browser writes braces and backslashes as %7B and so on.
        fields.append(f"url = {{{reference.url}}}")
    fields += ("langid = {chinese}", "entrysubtype = {newspaper}")
    return ",\n  ".join(fields) + ",\n}\n"


def escaped(text: str) -> str:
    """A text that TeX prints as it stands."""
    return _SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text


def _escape(match: re.Match[str]) -> str:
    return ESCAPES[match[0]]


def _name(name: str) -> str:
    """One author. Braces keep together what is no surname and given name: 本报记者 张玉香."""
    return f"{{{escaped(name)}}}" if _SEVERAL_WORDS.search(name) else escaped(name)
