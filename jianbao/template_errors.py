"""Mistakes in templates, told like all others: where, why, and what to do."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

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
        return BuildError(f"there is no template {error.message}", hint=HINT)
    roots = tuple(f"{folder}/" for folder in folders)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.startswith(roots):
            reason = f"the template cannot be filled: {error}"
            return BuildError(reason, file=frame.filename, line=frame.lineno, hint=HINT)
    return None
