"""All forms in which an article's page offers its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.citing.bibtex import bibtex
from jianbao.citing.csl import csl_json
from jianbao.citing.gbt import Dated, gbt_2015, gbt_2025
from jianbao.citing.ris import ris
from jianbao.values import dataclass

if TYPE_CHECKING:
    from jianbao.citing.reference import Reference


@dataclass(frozen=True, slots=True)
class Citations:
    """One article in every form; all are plain text, to be escaped by who prints them."""

    gbt_2025: str
    """GB/T 7714—2025."""
    gbt_2015: Dated
    """GB/T 7714—2015, open where the day of access belongs."""
    bibtex: str
    """A BibTeX entry; ends with a line break, as all of the machines' forms."""
    ris: str
    """A RIS record; its lines end with CR LF."""
    csl: str
    """CSL-JSON."""
    link: str
    """The plain link; empty when the archive's address is not known."""


def cite(reference: Reference) -> Citations:
    """Every citation of an article."""
    return Citations(
        gbt_2025(reference),
        gbt_2015(reference),
        bibtex(reference),
        ris(reference),
        csl_json(reference),
        reference.url,
    )
