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
    """A note that names all themes without articles; none when the archive uses the default ones."""
    path = archive.root / FILE
    if not path.exists():
        return
    used = {theme for each in articles for theme in each.article.themes}
    unused = [name for name in themes.names if name not in used]
    if unused:
        yield Finding(
            *("themes", "note", f"themes without articles: {'、'.join(unused)}", FILE),
            line_of_value(path.read_text(encoding="utf-8"), "name", unused[0]),
            f"leave them for what is to come, or merge them: {call('taxonomy merge')}",
        )
