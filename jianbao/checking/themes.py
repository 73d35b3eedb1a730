"""Themes of the archive's own vocabulary that no article has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.calling import call
from jianbao.checking.finding import Finding
from jianbao.checking.places import line_of_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jianbao.config import Archive
    from jianbao.content import ArticleFile
    from jianbao.tagging import Themes

FILE = "taxonomy/themes.toml"


def check_themes(
    archive: Archive, articles: Iterable[ArticleFile], themes: Themes
) -> Iterator[Finding]:
    """A note for each theme without articles; none when the archive uses the default ones."""
    path = archive.root / FILE
    if not path.exists():
        return
    used = {theme for each in articles for theme in each.article.themes}
    text = path.read_text(encoding="utf-8")
    for name in themes.names:
        if name not in used:
            yield Finding(
                *("themes", "note", f"no article has the theme {name}", FILE),
                line_of_value(text, "name", name),
                f"leave it for what is to come, or merge it: {call('taxonomy merge')}",
            )
