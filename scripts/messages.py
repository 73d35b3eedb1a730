"""Keeps the catalogues of the interface in step with the sources: `python scripts/messages.py`.

Every message of the program, its templates and its scripts goes into `jianbao/locale/*/LC_MESSAGES/
jianbao.po`, what nothing says any more goes out, and the file is compiled. A message that still
wants its translation is printed; the exit code is 1 while there is one. To begin a language, make its
folder first: `jianbao/locale/fr/LC_MESSAGES/`.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from jianbao.language import DOMAIN, FOLDER, SOURCE, languages  # noqa: E402
from jianbao.site.modules import MESSAGE, MESSAGES_IN  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYWORDS = {"_": None, "marked": None, "_n": (1, 1), "_p": ((1, "c"), 2)}
"""What is called with a message: `_n` with one that has a form for each number, `_p` with a context."""

COMMENT = "i18n:"
"""Begins a comment to the translator, on the line before a message."""

HEADER = "# The interface in another language; scripts/messages.py keeps it up to date."

Message = str | tuple[str, ...]


class Found(NamedTuple):
    """A message in a source."""

    file: str
    """From the repository's root."""
    message: Message
    """Its text; twice where it has plural forms."""
    context: str | None
    """What tells it from others of the same text."""
    comments: list[str]
    """To the translator."""


def found() -> Iterator[Found]:
    """Every message of the sources."""
    for path in sorted((ROOT / "jianbao").rglob("*.py")):
        yield from _extracted(path, "python")
    for path in sorted((ROOT / "templates").glob("*.*")):
        yield from _extracted(path, babel_extract)
    for name in MESSAGES_IN:
        for path in sorted((ROOT / "templates/assets").glob(name)):
            yield from _in_script(path)


def _extracted(path: Path, method: object) -> Iterator[Found]:
    name = path.relative_to(ROOT).as_posix()
    options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    with path.open("rb") as file:
        for _, message, comments, context in extract(
            method,  # type: ignore[arg-type]
            file,
            KEYWORDS,
            [COMMENT],
            options,
            strip_comment_tags=True,
        ):
            yield Found(name, message, context, comments)


def _in_script(path: Path) -> Iterator[Found]:
    for call in MESSAGE.finditer(path.read_text("utf-8")):
        said = call["message"]
        message = (said, said) if call["function"] == "_n" else said
        yield Found(path.relative_to(ROOT).as_posix(), message, call["context"], [])


def template() -> Catalog:
    """All messages, without a translation."""
    catalog = Catalog(project=DOMAIN, fuzzy=False)
    for file, message, context, comments in found():
        # Lines would change with every edit of a file.
        catalog.add(message, locations=[(file, None)], auto_comments=comments, context=context)
    return catalog


def updated(language: str) -> Catalog:
    """The catalogue of a language with the messages that there are today."""
    path = po_file(language)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language, domain=DOMAIN)
    else:
        catalog = Catalog(language, DOMAIN, HEADER, fuzzy=False)
    catalog.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def po_file(language: str) -> Path:
    """Where a language's catalogue is."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def po(catalog: Catalog) -> bytes:
    """A catalogue as translators edit it."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_by_file=True, ignore_obsolete=True)
    return out.getvalue()


def mo(catalog: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """The messages of a catalogue that want a translation, or one that somebody has looked at."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalog
        if message.id and (message.fuzzy or not all(_strings(message)))
    ]


def _strings(message: BabelMessage) -> tuple[str, ...]:
    said = message.string
    return tuple(said) if isinstance(said, (tuple, list)) else (said or "",)


def main() -> int:
    """Bring all catalogues up to date; 1 while a message is untranslated."""
    missing = 0
    for language in languages():
        if language == SOURCE:
            continue
        catalog = updated(language)
        po_file(language).write_bytes(po(catalog))
        po_file(language).with_suffix(".mo").write_bytes(mo(catalog))
        for message in untranslated(catalog):
            print(f"{language}: {message}")
            missing += 1
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main())
