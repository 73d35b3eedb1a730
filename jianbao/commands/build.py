"""`build`: content/ → site/."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jianbao.calling import call
from jianbao.config import open_archive, web_address
from jianbao.counting import counted
from jianbao.errors import BuildError

if TYPE_CHECKING:
    from jianbao.config import Archive
    from jianbao.site.build import Options, Report


@click.command("build")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write. Default: site/ in the archive.",
)
@click.option("--base-url", default="", help="Where the site will stand, for feeds and sitemaps.")
@click.option("--search/--no-search", default=True, help="Whether to make the search index.")
@click.option("--jobs", type=click.IntRange(1), help="Processes at work. Default: the cores.")
@click.option("--full", is_flag=True, help="Make every page and the search anew, whatever changed.")
@click.option("--profile", is_flag=True, help="Say where the time went.")
@click.option(
    "--strict-budget", is_flag=True, help="Fail when the site is larger than GitHub Pages takes."
)
@click.pass_obj
def build_command(
    root: Path,
    out: Path | None = None,
    base_url: str = "",
    search: bool = True,
    jobs: int | None = None,
    full: bool = False,
    profile: bool = False,
    strict_budget: bool = False,
) -> None:
    """Build the site from content/: what changed since the last build, and no more.

    What the last build saw is kept in .jianbao/, which may be deleted at any time. Files of the
    site that were deleted or moved away are made again; --full also puts right those that
    something else wrote into.
    """
    from jianbao.site.build import Options

    archive = open_archive(root)
    out = out or archive.root / "site"
    options = Options(_web_address(base_url), search, jobs or os.cpu_count() or 1, full)
    report = build_and_report(archive, out, options)
    if profile:
        _show_stages(report)
    _show_weight(out, report, strict=strict_budget)
    click.echo(f"open {out / 'index.html'}, or run {call('serve')} to search too", err=True)


def _web_address(url: str) -> str:
    try:
        return web_address(url) if url else ""
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--base-url") from None


def build_and_report(archive: Archive, out: Path, options: Options | None = None) -> Report:
    """Build a site and say in one line what was done."""
    from jianbao.site.build import build

    if not sys.stderr.isatty():  # The bar takes time to open, even where nobody sees it.
        report = build(archive, out, options)
    else:
        with click.progressbar(length=1, label="build", file=sys.stderr) as bar:

            def step(done: int, total: int) -> None:
                bar.length = total
                bar.update(done)

            report = build(archive, out, options, step)
    drafts = f" ({counted(report.drafts, 'draft')} kept back)" if report.drafts else ""
    removed = f", {report.removed:,} removed" if report.removed else ""
    click.echo(
        f"build: {counted(report.articles, 'article')}{drafts}, {counted(report.files, 'file')}, "
        f"{report.written:,} written{removed}, {report.seconds:.2f} s",
        err=True,
    )
    return report


def _show_stages(report: Report) -> None:
    """Where the time went, the longest first."""
    for stage, seconds in sorted(report.stages.items(), key=lambda each: -each[1]):
        click.echo(f"{seconds:9.3f} s  {stage}", err=True)
    click.echo("(compose and write: of all processes together)", err=True)


def _show_weight(out: Path, report: Report, *, strict: bool) -> None:
    """What the site weighs against the limit of GitHub Pages. Raises BuildError past it."""
    from jianbao.site.weight import LIMIT, weigh

    index = weigh(out / "pagefind")
    size = report.size + index.size
    files = report.files + index.files
    share = f"{size / LIMIT:.0%} of GitHub Pages' limit"
    click.echo(
        f"size: {size / 1e6:.1f} MB in {counted(files, 'file')} ({share}); "
        f"pages {report.size / 1e6:.1f} MB, search {index.size / 1e6:.1f} MB",
        err=True,
    )
    if size <= LIMIT:
        return
    if strict:
        raise BuildError(
            f"the site is larger than {LIMIT / 1e9:.0f} GB, which GitHub Pages takes",
            hint="publish it elsewhere, or build without --strict-budget",
        )
    click.echo("GitHub Pages takes no more than 1 GB; another host may", err=True)
