"""`taxonomy`: renaming, merging and splitting themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jianbao.config import open_archive
from jianbao.counting import counted
from jianbao.errors import ConfigError, JianbaoError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jianbao.config import Archive
    from jianbao.taxonomy import Change

dry_run = click.option("--dry-run", is_flag=True, help="Tell what would change; write nothing.")


@click.group("taxonomy")
def taxonomy_command() -> None:
    """Rename, merge and split themes, in the vocabulary and in all articles.

    In each article's file the list of themes alone changes. The old name stays in redirects.toml:
    its address leads on, and who writes it still is told what to write. A later ingest does not
    take the change for a correction.

    Commit what you have before, so that `git diff` shows what was done and `git checkout .` undoes
    it.
    """


@taxonomy_command.command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--slug", default="", help="Its place in URLs. Default: its own, or from its name.")
@dry_run
@click.pass_obj
def rename_command(root: Path, old: str, new: str, slug: str, dry_run: bool) -> None:
    """Call the theme OLD from now on NEW.

    \b
    Example: taxonomy rename 青年 青年工作
    """  # noqa: D301
    from jianbao.taxonomy import rename

    _change(root, lambda text: rename(text, old, new, slug), dry_run=dry_run)


@taxonomy_command.command("merge")
@click.argument("olds", nargs=-1, required=True, metavar="OLD…")
@click.argument("into")
@dry_run
@click.pass_obj
def merge_command(root: Path, olds: tuple[str, ...], into: str, dry_run: bool) -> None:
    """Give the articles and words of the themes OLD… to the theme INTO.

    \b
    Example: taxonomy merge 人居环境 就业 民生实事
    """  # noqa: D301
    from jianbao.taxonomy import merge

    _change(root, lambda text: merge(text, olds, into), dry_run=dry_run)


@taxonomy_command.command("split")
@click.argument("old")
@click.argument("parts", nargs=-1, required=True, metavar="NEW[:WORD,…]…")
@dry_run
@click.pass_obj
def split_command(root: Path, old: str, parts: tuple[str, ...], dry_run: bool) -> None:
    """Part the theme OLD in two or more.

    \b
    Example: taxonomy split 养老助残 养老 助残:残疾人,无障碍,助残

    Each NEW takes the words named for it, the first also those that no other takes. An article
    gets each NEW whose words it has enough of, as ingest would give it, or the one that fits best;
    one without any of the words gets the first.
    """  # noqa: D301
    from jianbao.taxonomy import split

    named = {}
    for each in parts:
        name, _, words = each.replace("：", ":").partition(":")
        named[name] = [word for word in words.replace("，", ",").split(",") if word]
    if len(named) < len(parts):
        raise click.UsageError("a theme is named twice")
    _change(root, lambda text: split(text, old, named), dry_run=dry_run)


@taxonomy_command.command("copy")
@click.pass_obj
def copy_command(root: Path) -> None:
    """Copy the default vocabulary into the archive, to edit it: taxonomy/themes.toml.

    An archive without that file uses the default one, and gets each new version of it.
    """
    from jianbao.site.write import replace_file
    from jianbao.taxonomy.changes import FILE

    archive = open_archive(root)
    path = archive.root / FILE
    if path.exists():
        raise JianbaoError("the archive has a vocabulary of its own", file=FILE, hint="edit it")
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, archive.override(FILE).read_bytes())
    click.echo(f"taxonomy: {FILE} is the archive's own now", err=True)


def _change(root: Path, change: Callable[[str], Change], *, dry_run: bool) -> None:
    from jianbao.locking import locked

    archive = open_archive(root)
    with locked(archive.state):
        _change_alone(archive, change, dry_run=dry_run)


def _change_alone(archive: Archive, change: Callable[[str], Change], *, dry_run: bool) -> None:
    from jianbao.redirects import load_redirects
    from jianbao.taxonomy import make_plan
    from jianbao.taxonomy.changes import FILE
    from jianbao.toml import read_toml
    from jianbao.vocabulary import open_themes

    open_themes(archive)  # A vocabulary that is wrong is not changed.
    try:
        plan = make_plan(archive, change(read_toml(archive.override(FILE), FILE)))
    except ConfigError as error:
        for old, new in load_redirects(archive.root).aliases.items():
            if error.reason == f"there is no theme {old}":
                error.hint = f"it is called {' or '.join(new)} now"
        raise
    for each in plan.articles:
        was, now = "、".join(each.before.themes), "、".join(each.after.themes)
        click.echo(f"{each.file}: {was} → {now}")
    if not dry_run:
        if not (archive.root / FILE).exists():
            click.echo(
                f"taxonomy: {FILE}, so far the default one, is the archive's own now", err=True
            )
        plan.carry_out(archive)
    click.echo(
        f"taxonomy: {counted(len(plan.articles), 'article')}, {', '.join(plan.files)}"
        f"{' (nothing was written)' if dry_run else ''}",
        err=True,
    )
