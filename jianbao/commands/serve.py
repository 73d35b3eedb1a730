"""`serve`: the site on localhost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jianbao.commands.build import build_and_report
from jianbao.config import open_archive

if TYPE_CHECKING:
    from pathlib import Path


@click.command("serve")
@click.option("--port", default=8000, show_default=True, help="The port on localhost.")
@click.pass_obj
def serve_command(root: Path, port: int) -> None:
    """Build the site and show it on http://localhost:8000/."""
    from jianbao.serve import serve

    archive = open_archive(root)
    out = archive.root / "site"
    build_and_report(archive, out)
    serve(out, port)
