"""Mistakes in templates, told like all others: where, why, and what to do."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Sequence

MISSING = re.compile(r"(?:no (?:attribute|element)|^) ?'(\w+)'(?: is undefined)?$")
"""The name in what Python and Jinja say: `'x' is undefined`, `… has no attribute 'x'`."""

HINT = "correct the template, or delete it to have the default one"


def template_error(error: Exception, folders: Sequence[Path]) -> BuildError | None:
    """What an exception says that was raised while a template of `folders` was filled.

    None when no template had to do with it. The error names the template by its whole path.
    """
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        file = error.filename or error.name or ""
        reason = f"the template cannot be read: {error.message}"
        return BuildError(reason, file=file, line=error.lineno, hint=HINT)
    if isinstance(error, TemplateNotFound):
        return BuildError(f"there is no template {error.name}", hint=HINT)
    roots = tuple(f"{folder}/" for folder in folders)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.startswith(roots):
            found, line = _place(error, Path(frame.filename), folders)
            reason = f"the template cannot be filled: {error}"
            return BuildError(reason, file=str(found), line=line, hint=HINT)
    return None


def _place(error: Exception, filled: Path, folders: Sequence[Path]) -> tuple[Path, int | None]:
    """Where the name stands that could not be found.

    A template is compiled together with those that it extends and imports, so the line that Python
    tells may be one of another file.
    """
    name = MISSING.search(str(error))
    if name:
        word = re.compile(rf"\b{re.escape(name[1])}\b")
        others = (path for folder in folders for path in sorted(folder.glob("*.*")))
        for path in (filled, *others):
            lines = path.read_text("utf-8", "replace").split("\n")
            for number, line in enumerate(lines, 1):
                if word.search(line):
                    return path, number
    return filled, None
