"""`serve`: the site on localhost, as it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port on localhost; 0 takes any that is free.",
)
@click.option(
    "--base-path",
    default="/",
    show_default=True,
    help="Serve below a path, as GitHub Pages does: /my-archive/.",
)
@click.option("--search/--no-search", default=True, help="Whether to keep the search up to date.")
@click.pass_obj
def serve_command(root: Path, port: int, base_path: str, search: bool) -> None:
    """Show the site on http://localhost:8000/ and keep it up to date.

    When a file in pages/, content/, taxonomy/ or templates/ changes, or archive.toml, what is new
    in pages/ is ingested, the site is built, and open pages reload. What is wrong is shown in the
    page, with file and line, over the last good site. Ctrl+C ends it.
    """
    import signal

    from jianbao.serving import Session

    # Ended in the same way by Ctrl+C, by `kill`, and where a script began it in the background.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)
    base = f"/{base_path.strip('/')}/".replace("//", "/")
    Session(root, search=search).run(port, base)
