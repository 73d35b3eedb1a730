"""Pages to fit and to measure on: a folder of pages with gold, or pages typeset from ready articles."""

from __future__ import annotations

import hashlib
import json
import lzma
import random
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.ingest.typesetter import set_page

ON_ONE_TOPIC = (200, 500)
"""Of how many articles the page that is about one thing takes the likest, either as often. By topics.py
the articles of the sample page, all about 协商, are .57 near on average; the likest of 200 are .39 (upper
quarter .48), of 500 .54 (.73): among them six reports on one war from as many days, which no newspaper
prints together."""


def folder_pages(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(name, raw text, gold) of every x.txt with x.gold.json beside it."""
    for gold in sorted(folder.glob("*.gold.json")):
        raw = gold.with_name(gold.name.replace(".gold.json", ".txt"))
        if raw.exists():
            truth = json.loads(gold.read_text(encoding="utf-8"))
            yield raw.stem, raw.read_text(encoding="utf-8"), truth


def typeset_pages(
    articles: list[dict[str, Any]], seeds: range
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(name, raw text, gold) of pages typeset from ready articles, one a seed.

    A quarter of them take articles of one topic, a quarter of a few days, half any: neighbours on a
    real page are often about the same thing.
    """
    from jianbao.ingest.cohesion import grams

    for seed in seeds:
        rng = random.Random(seed)
        size = rng.choice([3, 4, 5, 6, 6, 7])
        kind = rng.random()
        if kind < 0.25:
            pool = rng.sample(articles, min(rng.choice(ON_ONE_TOPIC), len(articles)))
            topic = grams(pool[0]["title"] + pool[0]["paragraphs"][0])
            pool.sort(
                key=lambda one, topic=topic: (
                    -len(topic & grams(one["title"] + one["paragraphs"][0]))
                )
            )
            chosen = pool[:size]
            rng.shuffle(chosen)
        elif kind < 0.5 and len(articles) > 60:
            start = rng.randrange(len(articles) - 60)
            chosen = rng.sample(articles[start : start + 60], size)
        else:
            chosen = rng.sample(articles, size)
        page = set_page(rng, [dict(one) for one in chosen])
        yield f"typeset-{seed}", page.raw, page.gold


def read_articles(path: Path, half: int | None = None) -> list[dict[str, Any]]:
    """Ready articles that make a page, of both halves or of one."""
    found = []
    # What lacks it is a headline among paragraphs: `…普京警告西方在“玩火”`.
    whole = re.compile(r"(?:[。！？…》）：；]|[。！？…][”’])$")
    for article in read_lines(path, half):
        texts = [text.strip() for text in article["paragraphs"] if text.strip()]
        if not texts:
            continue
        texts[0] = texts[0].removeprefix("央视网消息（新闻联播）：").strip()
        long_enough = 120 <= sum(map(len, texts)) <= 1100 and min(map(len, texts)) > 8
        if (
            long_enough
            and all(map(whole.search, texts))
            and not _begins_as_kicker(article["title"])
        ):
            found.append({"title": article["title"], "paragraphs": texts})
    return found


def _begins_as_kicker(title: str) -> bool:
    """Whether nobody can tell: `第33届夏季奥林匹克运动会 中国体育代表团创奥运境外参赛最佳成绩`.

    Of 17 headlines of that competition 10 have its name in brackets, which makes it a kicker.
    """
    from jianbao.ingest.heads import has_kicker_form

    first, _, rest = title.strip().partition(" ")
    return bool(rest) and has_kicker_form(first)


def read_lines(path: Path, half: int | None = None) -> Iterator[dict[str, Any]]:
    """Articles, {"title", "paragraphs"}, as JSON lines, .xz or plain; all or of one half, 0 or 1."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if half is None or _is_in_half(article, half):
                yield article


def _is_in_half(article: dict[str, Any], half: int) -> bool:
    """Whether an article is of that half; all that have one headline are of the same."""
    return hashlib.sha256(article["title"].encode()).digest()[0] % 2 == half
