"""TOML files that people write: archive.toml, redirects.toml, taxonomy/."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from jianbao.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def read_toml(path: Path, file: str) -> str:
    """The text of the file that errors call `file`; FileNotFoundError is left to who asks.

    Raises ConfigError when it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")  # Some editors of Windows begin with a mark.
    except FileNotFoundError:
        raise
    except OSError as error:
        hint = "make it a file that you may read"
        raise ConfigError(f"cannot be read: {error.strerror}", file=file, hint=hint) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError("not UTF-8", file=file, line=line, hint="save it as UTF-8") from None


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """What a text says. Raises ConfigError with the line that is wrong."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.rstrip().count("\n") + 1
        hint = "mend the line; text stands in quotes"
        raise ConfigError(f"not TOML: {error}", file=file, line=line, hint=hint) from None


def tables_of(
    data: dict[str, Any], text: str, name: str, file: str
) -> list[tuple[dict[str, Any], int]]:
    """The tables [[name]], each with the line of its header.

    Raises ConfigError when what is called so was written in another way.
    """
    lines = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if re.match(rf"\s*\[\[\s*{name}\s*\]\]", line)
    ]
    given = data.get(name, [])
    if not isinstance(given, list) or len(given) != len(lines):
        hint = f"begin each with a line [[{name}]]"
        raise ConfigError(f"{name} is no list of tables", file=file, line=1, hint=hint)
    return list(zip(given, lines, strict=True))
