"""A finding: one thing that is wrong, or worth knowing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from jianbao.errors import JianbaoError

Severity = Literal["error", "warning", "note"]
"""An error must be put right; a warning is most likely wrong; a note is good to know."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The gravest first."""

Kind = Literal[
    "settings", "taxonomy", "content", "dates", "images", "duplicates", "conflicts", "removed",
    "themes", "links", "site",
]  # fmt: skip

KINDS: dict[Kind, str] = {
    "settings": "archive.toml",
    "taxonomy": "the themes, the regions that were added, the redirects",
    "content": "the files of articles and pages",
    "dates": "articles outside the newspaper's life",
    "images": "pictures that cannot be shown, or that no article names",
    "duplicates": "the same text twice",
    "conflicts": "people's corrections against a later ingest, undecided",
    "removed": "articles that were taken out, and where their addresses lead",
    "themes": "themes that no article has",
    "links": "links and anchors of the built site that lead nowhere",
    "site": "what keeps the site from being built",
}
"""What each kind is about, in the order in which they are looked for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth knowing."""

    kind: Kind
    """What it is about."""
    severity: Severity
    """How grave it is."""
    reason: str
    """What is wrong, as a sentence without a full stop."""
    file: str = ""
    """The file, relative to the archive's root."""
    line: int | None = None
    """The line in it, from 1; None where there is none, as in a picture."""
    hint: str = ""
    """What to do about it."""

    @classmethod
    def of(cls, error: JianbaoError, kind: Kind) -> Finding:
        """An error that reading or building raised."""
        return cls(kind, "error", error.reason, error.file, error.line, error.hint)
