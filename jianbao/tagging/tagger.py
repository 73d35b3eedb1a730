"""Tags an article: the regions it is about, the regions it mentions, its themes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jianbao.errors import ContentError
from jianbao.tagging.about import about
from jianbao.tagging.article import read
from jianbao.tagging.below import Below
from jianbao.tagging.mentions import find_mentions
from jianbao.tagging.scan import Scanner
from jianbao.tagging.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jianbao.tagging.gazetteer import Gazetteer
    from jianbao.tagging.themes import Themes


@dataclass(frozen=True, slots=True)
class Tags:
    """What an article is filed under."""

    regions: tuple[str, ...]
    """Paths of the regions it is about, in the order of the text."""
    mentions: tuple[str, ...]
    """Paths of the other regions it names."""
    themes: tuple[str, ...]
    """Names of its themes, heaviest first."""


class Tagger:
    """Tags articles by one gazetteer and one vocabulary; the same text always the same way."""

    def __init__(self, gazetteer: Gazetteer, themes: Themes | None = None) -> None:
        self._scanner = Scanner(gazetteer)
        self._below = Below(gazetteer)
        self._themes = themes
        self._script = Script(
            (
                *gazetteer.places,
                *(name for names in gazetteer.also.values() for name in names),
                *(word for theme in (themes.themes if themes else ()) for word in theme.words),
            )
        )

    def tag(
        self,
        title: str | None,
        paragraphs: Sequence[str],
        *,
        kicker: str | None = None,
        subtitle: str | None = None,
        day: date | None = None,
    ) -> Tags:
        """Return an article's tags.

        `day` is when it appeared: a region that regions.toml dates later is not meant by its name
        (重庆's 两江新区 was a development zone until 2025). Without a day no dated region is.
        """
        heads = (title or "", kicker or "", subtitle or "")
        title, kicker, subtitle, *paragraphs = self._script.simplified((*heads, *paragraphs))
        sentences = read(title, paragraphs, kicker, subtitle)
        mentions = find_mentions(sentences, self._scanner, self._below, day)
        regions, others = about(sentences, mentions)
        themes = self._themes.of(sentences) if self._themes else ()
        return Tags(regions, others, themes)


def tag_lines(lines: Iterable[str], tagger: Tagger) -> Iterator[str]:
    """Tag ready articles, given and returned as JSON lines, in the same order.

    In: {id, title, paragraphs}, and kicker, subtitle and date (2023-02-20) where there are any.
    Out: {id, regions, mentions, themes}.

    Raises:
        ContentError: a line is no such article; with its number.

    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            article = json.loads(line)
            if not isinstance(article["paragraphs"], list):
                raise TypeError
            tags = tagger.tag(
                article.get("title"),
                article["paragraphs"],
                kicker=article.get("kicker"),
                subtitle=article.get("subtitle"),
                day=date.fromisoformat(article["date"]) if article.get("date") else None,
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ContentError(
                "this line is no article",
                file="<stdin>",
                line=number,
                hint='give {"id": …, "title": …, "paragraphs": [ … ]}',
            ) from None
        yield json.dumps(
            {
                "id": article.get("id"),
                "regions": tags.regions,
                "mentions": tags.mentions,
                "themes": tags.themes,
            },
            ensure_ascii=False,
        )
