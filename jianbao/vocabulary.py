"""An archive's controlled words: its themes and the gazetteer of regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.frontmatter import Vocabulary
from jianbao.redirects import load_redirects

if TYPE_CHECKING:
    from jianbao.config import Archive
    from jianbao.tagging import Gazetteer, Tagger, Themes


def open_gazetteer(archive: Archive) -> Gazetteer:
    """The gazetteer with the archive's home provinces and additions. Raises ConfigError."""
    from jianbao.tagging import Gazetteer

    return Gazetteer.load(
        archive.settings.home_provinces, archive.override("taxonomy/regions.toml")
    )


def open_themes(archive: Archive) -> Themes:
    """The archive's themes. Raises ConfigError."""
    from jianbao.tagging import load_themes

    return load_themes(archive.override("taxonomy/themes.toml"))


def open_vocabulary(archive: Archive) -> Vocabulary:
    """What front matter may use. Raises ConfigError."""
    themes = {theme.name: theme.slug for theme in open_themes(archive).themes}
    aliases = load_redirects(archive.root).aliases
    return Vocabulary(themes, open_gazetteer(archive), aliases)


def open_tagger(archive: Archive) -> Tagger:
    """What gives articles their regions and themes. Raises ConfigError."""
    from jianbao.tagging import Tagger

    return Tagger(open_gazetteer(archive), open_themes(archive))
