"""`stats`: the figures of an archive."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from jianbao.config import open_archive
from jianbao.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jianbao.config import Archive
    from jianbao.figures import Counts, Figures


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, nothing left out.")
@click.option(
    "--top",
    type=click.IntRange(0),
    default=15,
    show_default=True,
    help="Lines of a table at the most; 0 prints all.",
)
@click.pass_obj
def stats_command(root: Path, as_json: bool, top: int) -> None:
    """Count the articles by year, month, province, theme and byline.

    Also tells what is untagged, and what wants a look (`review` says why). An article that is
    about two provinces counts for both.
    """
    figures = _figures(open_archive(root))
    if as_json:
        click.echo(json.dumps(asdict(figures), ensure_ascii=False, indent=2))
        return
    for line in _lines(figures, top):
        click.echo(line)


def _figures(archive: Archive) -> Figures:
    from jianbao.content import read_content
    from jianbao.figures import figures_of
    from jianbao.ingest.desk import review
    from jianbao.ingest.shelf import ANY_WORDS, Shelf

    # Whether each region and theme exists is for `check` to say.
    content = read_content(archive, ANY_WORDS)
    return figures_of((each.article for each in content.articles), review(Shelf(archive)))


def _lines(figures: Figures, top: int) -> Iterator[str]:
    from jianbao.tables import table

    yield _head(figures)
    if figures.articles:
        yield from ("", *table(("year", "articles", "issues"), figures.years))
        shown = figures.months[-top:] if top else figures.months
        yield from ("", *table(("month", "articles", "in all"), shown))
        yield from _left_out(len(figures.months) - len(shown), "earlier months")
        yield from _ranking("province", figures.provinces, top)
        yield from _ranking("theme", figures.themes, top)
        yield from _ranking("byline", figures.bylines, top)
    yield ""
    yield from _ids("without a region", figures.without_region, top)
    yield from _ids("without a theme", figures.without_theme, top)
    yield from _ids("to review", tuple(item.id for item in figures.review), top)


def _head(figures: Figures) -> str:
    parts = [counted(figures.articles, "article"), counted(figures.issues, "issue")]
    if figures.first:
        parts.append(f"{figures.first} to {figures.last}")
    parts.append(counted(figures.characters, "character"))
    if figures.drafts:
        parts.append(f"{counted(figures.drafts, 'draft')} kept back")
    return ", ".join(parts)


def _ranking(name: str, counts: Counts, top: int) -> Iterator[str]:
    from jianbao.tables import table

    if counts:
        shown = counts[:top] if top else counts
        yield from ("", *table((name, "articles"), shown))
        yield from _left_out(len(counts) - len(shown), "more")


def _left_out(count: int, what: str) -> Iterator[str]:
    if count:
        yield f"… {count:,} {what} (--top 0 prints all)"


def _ids(what: str, ids: tuple[str, ...], top: int) -> Iterator[str]:
    shown = ids[:top] if top else ids
    more = [f"… and {len(ids) - len(shown):,} more"] if len(shown) < len(ids) else []
    yield f"{what}: {len(ids):,}{'  ' if ids else ''}{', '.join((*shown, *more))}"
