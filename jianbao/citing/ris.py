"""RIS, which Zotero, EndNote, NoteExpress and the Chinese databases exchange.

The tags of a newspaper article (`NEWS`) are those that Zotero's RIS translator writes and reads:
T2 the newspaper, SP the page, SE its section. Lines end with CR LF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jianbao.citing.reference import Reference


def ris(reference: Reference) -> str:
    """One record, a field a line."""
    year, month, day = reference.day.split("-")
    lines = ["TY  - NEWS"]
    lines += [f"AU  - {name}" for name in reference.authors]
    lines.append(f"TI  - {reference.full_title}")
    if reference.publication:
        lines.append(f"T2  - {reference.publication}")
    lines += (f"PY  - {year}", f"DA  - {year}/{month}/{day}/")
    if reference.page:
        lines.append(f"SP  - {reference.page}")
    if reference.section:
        lines.append(f"SE  - {reference.section}")
    lines += [f"KW  - {word}" for word in reference.keywords]
    lines.append(f"LA  - {reference.language}")
    if reference.url:
        lines.append(f"UR  - {reference.url}")
    lines += ("ER  - ", "")
    return "\r\n".join(lines)
