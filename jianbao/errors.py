"""Every error that a person can cause.

    JianbaoError            the work failed; exit code 1
    ├── ConfigError         archive.toml, taxonomy/: raised when an archive is opened
    ├── ContentError        an article's file is wrong; raised by reading content/
    ├── RefusedPage         a raw page that cannot be read safely; raised by ingest
    ├── BuildError          the site cannot be written; raised by build
    └── Problems            several of the above at once, so that one run reports all

Each says where (`file:line`), why, and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class JianbaoError(Exception):
    """Something that a person can put right."""

    exit_code = 1

    def __init__(
        self, reason: str, *, file: str = "", line: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        """What is wrong, as a sentence without a full stop."""
        self.file = file
        """The file it is about, relative to the archive's root where it lies in it."""
        self.line = line
        """The line in that file, counted from 1; None where there is no line."""
        self.hint = hint
        """What to do about it."""

    @property
    def place(self) -> str:
        """`file:line`, as editors and terminals make clickable."""
        return f"{self.file}:{self.line}" if self.file and self.line else self.file

    def __str__(self) -> str:
        text = f"{self.place}: {self.reason}" if self.place else self.reason
        return f"{text} ({self.hint})" if self.hint else text


class ConfigError(JianbaoError):
    """archive.toml or a taxonomy file is wrong."""


class ContentError(JianbaoError):
    """An article's file is wrong."""


class RefusedPage(JianbaoError):
    """A raw page that cannot be read safely."""


class BuildError(JianbaoError):
    """The site cannot be written."""


class Problems(JianbaoError):
    """All that is wrong, found in one run."""

    def __init__(self, errors: Iterable[JianbaoError]) -> None:
        ordered = tuple(sorted(errors, key=lambda error: (error.file, error.line or 0)))
        super().__init__(counted(len(ordered), "problem"))
        self.errors = ordered
        """In the order of file and line."""

    def __reduce__(self) -> tuple[type[Problems], tuple[tuple[JianbaoError, ...]]]:
        """What it is made of, on its way from one process to another."""
        return Problems, (self.errors,)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the known word nearest to `word`, or nothing when none is near."""
    import difflib

    near: Sequence[str] = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else ""
