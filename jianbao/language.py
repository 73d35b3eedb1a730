"""The languages of the interface: what is said in Chinese in the sources, said in another language.

The sources say everything in Chinese, and a text is its own key: `jianbao/locale/` holds a gettext
catalogue for each other language, which `scripts/messages.py` keeps complete. A language that has no
catalogue of its own is shown in Chinese.
"""

from __future__ import annotations

import gettext
from functools import lru_cache
from pathlib import Path

from jianbao.values import dataclass

SOURCE = "zh"
"""The language of the messages."""

FOLDER = Path(__file__).parent / "locale"
"""The catalogues, as gettext wants them: `en/LC_MESSAGES/jianbao.mo`."""

DOMAIN = "jianbao"
"""The name of the catalogues."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the interface speaks."""

    name: str
    """Its ISO 639 code: `en`."""
    translations: gettext.NullTranslations
    """Its catalogue; an empty one for the language of the sources."""
    catalogue: bytes
    """The catalogue as it was read: two languages that say the same have the same."""

    @property
    def is_source(self) -> bool:
        """Whether messages are shown as they stand in the sources."""
        return not self.catalogue

    def text(self, message: str, context: str = "") -> str:
        """What the language says for a message; a context tells it from others of the same text."""
        if context:
            return self.translations.pgettext(context, message)
        return self.translations.gettext(message)

    def counted(self, message: str, number: int) -> str:
        """The same in the form that goes with a number: article, articles."""
        return self.translations.ngettext(message, message, number)


@lru_cache
def language_of(tag: str) -> Language:
    """The language of the interface for a BCP 47 tag: English for `en` and `en-GB`."""
    name = tag.partition("-")[0].lower()
    try:
        catalogue = (FOLDER / name / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes()
    except FileNotFoundError:
        return Language(SOURCE, gettext.NullTranslations(), b"")
    from io import BytesIO

    return Language(name, gettext.GNUTranslations(BytesIO(catalogue)), catalogue)


def languages() -> tuple[str, ...]:
    """The languages that the interface speaks, by their ISO 639 codes, that of the sources first."""
    return (SOURCE, *sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))


def marked(message: str) -> str:
    """The message itself: this only shows `scripts/messages.py` that it is to be translated."""
    return message
