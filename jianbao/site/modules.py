"""Joins the browser's modules into the few files that it fetches.

The search is written as many small ES modules. Fetched one by one they would be a third of all
requests of a first search; so each module that others are built round is published with those
it imports written before it. Plain ES modules, imports and exports at the start of a line, and
no name defined twice: that is all that this understands, and all that it needs to.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

ENTRIES = ("search.js", "search/page.js", "search/suggest.js", "search/mark.js")
"""The modules that are published; what lies in `search/` besides goes into them."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_REEXPORT = re.compile(r'^export \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const|let)\b)", re.MULTILINE)


def published(assets: Mapping[str, Path]) -> dict[str, bytes]:
    """The files to publish: assets by their names, those of the search joined."""
    inside = {name for name in assets if name.startswith("search/") and name.endswith(".js")}
    read = {name: path.read_text("utf-8") for name, path in assets.items() if name.endswith(".js")}
    return {
        name: joined(name, read.__getitem__).encode() if name in ENTRIES else path.read_bytes()
        for name, path in assets.items()
        if name in ENTRIES or name not in inside
    }


def joined(entry: str, read: Callable[[str], str]) -> str:
    """The module `entry` with the modules it imports, other entries aside.

    `read` gives the text of a module, named by its path from the assets' folder.
    """
    others = [name for name in ENTRIES if name != entry]
    texts: dict[str, str] = {}
    taken: dict[str, set[str]] = {}
    _gather(entry, read, others, texts, taken)
    imports = "".join(
        f'import {{ {", ".join(sorted(names))} }} from "{_relative(entry, name)}";\n'
        for name, names in sorted(taken.items())
    )
    parts = [text if name == entry else _EXPORT.sub("", text) for name, text in texts.items()]
    return imports + "\n".join(parts)


def _gather(
    name: str,
    read: Callable[[str], str],
    others: Collection[str],
    texts: dict[str, str],
    taken: dict[str, set[str]],
) -> None:
    """Put the text of a module, and before it of all that it imports, into `texts`."""
    if name in texts:
        return
    try:
        text = read(name)
    except KeyError:
        raise BuildError(f"the asset {name} is imported and is not there") from None
    for names, path in _IMPORT.findall(text) + _REEXPORT.findall(text):
        source = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        if source in others:
            found = {one.strip() for one in names.split(",") if one.strip()}
            taken[source] = taken.get(source, set()) | found
        else:
            _gather(source, read, others, texts, taken)
    text = _REEXPORT.sub(r"export {\1};\n", text)
    texts[name] = _IMPORT.sub("", text)


def _relative(entry: str, name: str) -> str:
    path = posixpath.relpath(name, posixpath.dirname(entry) or ".")
    return path if path.startswith(".") else f"./{path}"
