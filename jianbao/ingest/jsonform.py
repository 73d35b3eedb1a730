"""A cut page as the JSON object that `ingest --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.page import CutArticle, CutPage


def page_json(
    page: CutPage, tags: Sequence[Mapping[str, Sequence[Any]]] | None = None
) -> dict[str, Any]:
    """The page in DESIGN.md's form, its keys in that order.

    `tags` holds for each article, in order, its `regions` (mappings of province, city, district,
    street, community, codes) and its `themes`; without it both lists are empty.
    """
    info = page.info
    given = tags if tags is not None else [{} for _ in page.articles]
    return {
        "page": {
            "section": info.section,
            "page_no": info.page_no,
            "date": info.date,
            "weekday": info.weekday,
            "duty_editor": list(info.duty_editors),
            "editors": list(info.editors),
            "layout": list(info.layout),
            "proofreaders": list(info.proofreaders),
        },
        "furniture": [{"kind": one.kind, "text": one.text} for one in page.furniture],
        "articles": [
            _article(article, tag) for article, tag in zip(page.articles, given, strict=True)
        ],
    }


def _article(article: CutArticle, tags: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    form: dict[str, Any] = {"title": article.title}
    if article.title_lines:
        form["title_lines"] = list(article.title_lines)
    form |= {
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "byline": list(article.byline),
        "byline_raw": article.byline_raw,
        "role": article.role,
        "source": article.source,
    }
    if article.source_raw is not None:
        form["source_raw"] = article.source_raw
    form |= {
        "column": article.column,
        "kind": article.kind,
        "subheads": [
            {"text": one.text, "before_paragraph": one.before_paragraph} for one in article.subheads
        ],
        "captions": list(article.captions),
        "paragraphs": list(article.paragraphs),
        "regions": list(tags.get("regions", ())),
        "themes": list(tags.get("themes", ())),
        "confidence": article.confidence,
        "review": list(article.review),
    }
    for name in ("continued_on", "continued_from"):
        if page := getattr(article, name):
            form[name] = page
    return form
