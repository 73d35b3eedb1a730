"""`review`: what wants a look."""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

import click

from jianbao.choice import Choice
from jianbao.config import open_archive
from jianbao.counting import counted
from jianbao.errors import ContentError, JianbaoError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from jianbao.ingest.desk import Item
    from jianbao.ingest.shelf import Shelf


DATE = re.compile(r"\d{4}(-\d\d){0,2}")
"""A day, a month or a year."""


@click.command("review")
@click.argument("words", nargs=-1, metavar="[ID|DATE]…")
@click.option(
    "--seen",
    is_flag=True,
    help="Mark the articles of these IDs as seen; it lasts until they change.",
)
@click.option(
    "--format",
    "form",
    type=Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="markdown: a list to tick off, as for a pull request.",
)
@click.pass_obj
def review_command(root: Path, words: tuple[str, ...], seen: bool, form: str) -> None:
    """List what wants a look, worst first: conflicts, then what ingest is unsure of.

    With IDs (as 2023-02-20-03-02), only these articles; with DATEs (2023-02-20, 2023-02, 2023),
    only those of that time. A conflict is a place that people and a later ingest changed
    differently: people's text stands; change it, or mark it as seen.
    """
    from jianbao.ingest.desk import review
    from jianbao.ingest.shelf import Shelf
    from jianbao.locking import locked

    archive = open_archive(root)
    if seen:
        if not words:
            raise click.UsageError("--seen wants the ids of the articles; `review` lists them")
        with locked(archive.state):
            _mark_seen(Shelf(archive), words)
        return
    shelf = Shelf(archive)
    for word in words:
        _check(word, shelf.files())
    items = [item for item in review(shelf) if not words or any(_is_of(item.id, w) for w in words)]
    for item in items:
        if form == "markdown":
            click.echo(_as_markdown(item))
        else:
            _show(item)
    click.echo(f"review: {counted(len(items), 'article')}", err=True)


def _mark_seen(shelf: Shelf, ids: Sequence[str]) -> None:
    from jianbao.ingest.desk import mark_seen

    for article_id in ids:
        _check(article_id, shelf.files())
    for article_id in ids:
        if not mark_seen(shelf, article_id):
            raise JianbaoError(f"no article {article_id} that ingest made", hint="see `review`")


def _is_of(article_id: str, word: str) -> bool:
    """Whether an article is the one that is named, or of the day, the month or the year."""
    return f"{article_id}-".startswith(f"{word}-")


def _check(word: str, ids: Collection[str]) -> None:
    """Raise ContentError when no article has the id or is of the date; it says which are near."""
    if any(_is_of(article_id, word) for article_id in ids):
        return
    if not DATE.fullmatch(word):
        hint = did_you_mean(word, ids) or "its file in content/ has its id"
        raise ContentError(f"there is no article {word}", hint=hint)
    days = sorted({article_id[:10] for article_id in ids})
    at = bisect(days, word)
    near = " and ".join(days[max(at - 1, 0) : at + 1])
    hint = f"the nearest are of {near}" if near else "the archive has none yet"
    raise ContentError(f"there are no articles of {word}", hint=hint)


def _show(item: Item) -> None:
    click.echo(f"{item.file}: {item.headline}")
    lines = f", lines {item.lines}" if item.lines else ""
    click.echo(f"    id {item.id}, from {item.raw}{lines}, confidence {item.confidence:.2f}")
    for reason in item.reasons:
        click.echo(f"    - {reason}")
    for conflict in item.conflicts:
        if conflict.field == "article":
            click.echo("    ! ingest no longer finds this article; people changed it, so it stays")
            continue
        click.echo(f"    ! {conflict.field}: people's text stands; ingest has now:")
        for line in (conflict.machine or "(nothing)").splitlines():
            click.echo(f"        {line}")


def _as_markdown(item: Item) -> str:
    """An article as an entry of a list of tasks; nothing in it becomes markup or calls anyone."""
    lines = f", lines {item.lines}" if item.lines else ""
    source = f"{item.raw}{lines}, confidence {item.confidence:.2f}"
    entry = [f"- [ ] **{_plain(item.headline)}** `{item.file}`", f"  <br>{_plain(source)}"]
    entry += [f"  - {_plain(reason)}" for reason in item.reasons]
    for conflict in item.conflicts:
        if conflict.field == "article":
            entry.append(
                "  - ⚠ ingest no longer finds this article; people changed it, so it stays"
            )
        else:
            entry.append(f"  - ⚠ {conflict.field}: people's text stands; ingest has now:")
            entry += [f"    > {_plain(line)}" for line in conflict.machine.splitlines()]
    return "\n".join(entry)


def _plain(text: str) -> str:
    from jianbao.markdown import escape

    # GitHub calls the person behind an @, and links what a # numbers.
    return escape(text).replace("@", "@<!-- -->").replace("#", "#<!-- -->")
