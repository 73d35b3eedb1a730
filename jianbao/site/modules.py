"""Joins the browser's modules into the few files that it fetches.

The search is written as many small ES modules. Fetched one by one they would be a third of all
requests of a first search; so each module that others are built round is published with those
it imports written before it. Plain ES modules, imports and exports at the start of a line, and
no name defined twice: that is all that this understands, and all that it needs to.

What they say to readers is put into the language of the interface at the same time, so that it
costs no request: `_("再试一次")` is published as the text itself, and `_n("{count} 篇")` as its forms by
the names that `Intl.PluralRules` has for them. The modules know no other language than this one.
"""

from __future__ import annotations

import json
import posixpath
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from jianbao.language import Language

ENTRIES = ("search.js", "search/page.js", "search/suggest.js", "search/mark.js")
"""The modules that are published; what lies in `search/` besides goes into them."""

MESSAGES_IN = ("site.js", "cite.js", "search.js", "search/*.js")
"""The assets that have messages; elsewhere `_` is anybody's name."""

MESSAGE = re.compile(
    r'\b(?P<function>_[np]?)\(\s*(?:"(?P<context>\w+)",\s*)?"(?P<message>[^"\\\n]*)",?\s*\)'
)
"""A message of a module."""

NUMBERS = {"one": 1, "other": 2}
"""A number for each form of the languages that the interface speaks, by the form's name in CLDR."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_REEXPORT = re.compile(r'^export \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const|let)\b)", re.MULTILINE)


def published(assets: Mapping[str, Path], language: Language) -> dict[str, bytes]:
    """The files to publish: assets by their names, those of the search joined and translated."""
    inside = {name for name in assets if name.startswith("search/") and name.endswith(".js")}
    read = {
        name: translated(path.read_text("utf-8"), language)
        for name, path in assets.items()
        if any(fnmatchcase(name, pattern) for pattern in MESSAGES_IN)
    }
    texts = {
        name: joined(name, read.__getitem__) if name in ENTRIES else text
        for name, text in read.items()
        if name in ENTRIES or name not in inside
    }
    return {
        name: texts[name].encode() if name in texts else path.read_bytes()
        for name, path in assets.items()
        if name in texts or name not in inside
    }


def translated(script: str, language: Language) -> str:
    """A script with its messages as they are said in a language."""

    def said(call: re.Match[str]) -> str:
        message = call["message"]
        if call["function"] != "_n":
            return json.dumps(language.text(message, call["context"] or ""), ensure_ascii=False)
        forms = {name: language.counted(message, number) for name, number in NUMBERS.items()}
        if forms["one"] == forms["other"]:
            del forms["one"]
        return json.dumps(forms, ensure_ascii=False)

    return MESSAGE.sub(said, script)


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
