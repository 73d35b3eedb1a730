"""`review`: what wants a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jianbao.choice import Choice
from jianbao.config import open_archive
from jianbao.counting import counted
from jianbao.errors import JianbaoError

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.ingest.desk import Item


@click.command("review")
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option(
    "--seen", is_flag=True, help="Mark these articles as seen; it lasts until they change."
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
def review_command(root: Path, ids: tuple[str, ...], seen: bool, form: str) -> None:
    """List what wants a look, worst first: conflicts, then what ingest is unsure of.

    With IDs (as 2023-02-20-03-02), only these articles. A conflict is a place that people and a
    later ingest changed differently: people's text stands; change it, or mark it as seen.
    """
    from jianbao.ingest.desk import mark_seen, review
    from jianbao.ingest.shelf import Shelf

    shelf = Shelf(open_archive(root))
    if seen:
        if not ids:
            raise click.UsageError("--seen wants the ids of the articles; `review` lists them")
        for article_id in ids:
            if not mark_seen(shelf, article_id):
                raise JianbaoError(f"no article {article_id} that ingest made", hint="see `review`")
        return
    items = [item for item in review(shelf) if not ids or item.id in ids]
    for item in items:
        if form == "markdown":
            click.echo(_as_markdown(item))
        else:
            _show(item)
    click.echo(f"review: {counted(len(items), 'article')}", err=True)


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
