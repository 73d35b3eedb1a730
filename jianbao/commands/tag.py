"""`tag`: regions and themes for ready articles."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from jianbao.config import open_archive

if TYPE_CHECKING:
    from pathlib import Path


@click.command("tag")
@click.option("--json", "as_json", is_flag=True, required=True, help="Read and print JSON lines.")
@click.pass_obj
def tag_command(root: Path, as_json: bool) -> None:
    """Give ready articles their regions and themes.

    Reads {"id", "title", "paragraphs"} a line on standard input, prints {"id", "regions",
    "mentions", "themes"} a line.
    """
    assert as_json, "click asks for it"
    from jianbao.tagging import tag_lines
    from jianbao.vocabulary import open_tagger

    for line in tag_lines(sys.stdin, open_tagger(open_archive(root))):
        click.echo(line)
