"""What the server adds to pages on their way to the browser; the site's files stay as they are."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.language import language_of, marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.errors import JianbaoError
    from jianbao.serving.news import State

OWN = "__jianbao__/"
"""The server's own files, below the base path. A file of the site's origin, and so allowed by the
policy of its pages (script-src and connect-src 'self')."""

EVENTS = "events"

FILES = {"reload.js": "text/javascript; charset=utf-8", "reload.css": "text/css; charset=utf-8"}
"""The server's own files, which lie beside this module, with their types."""


def own_file(name: str) -> bytes:
    """One of FILES."""
    return (Path(__file__).parent / name).read_bytes()


def with_script(page: bytes, base: str, state: State) -> bytes:
    """A page that reloads when the site changes, and shows what is wrong."""
    heading = language_of(state.language).text(marked("未能更新，所示为上一次的页面"))
    script = (
        f'<script src="{html.escape(base)}{OWN}reload.js" '
        f'data-version="{state.version}" data-heading="{html.escape(heading)}" defer></script>'
    ).encode()
    head, end, rest = page.partition(b"</head>")
    return head + script + end + rest if end else page + script


def with_places(page: bytes, base: str, base_url: str) -> bytes:
    """The page of what is missing, leading to this server's site from whatever address.

    It was made for the site's own address, or for none (templates/404.html).
    """
    own = f"{re.escape(html.escape(base_url))}|" if base_url else ""
    place = rf'(?<=\s)(href|src|action)="(?:{own}(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#]))'
    return re.sub(place.encode(), rf'\1="{html.escape(base)}'.encode(), page)


def problem_page(problems: Sequence[JianbaoError], base: str, state: State) -> bytes:
    """What is shown in place of a page as long as no site could be built at all."""
    shown = "".join(
        f"<li><b>{html.escape(each.place)}</b> {html.escape(each.reason)}"
        f"{f'<i>{html.escape(each.hint)}</i>' if each.hint else ''}</li>"
        for each in problems
    )
    language = language_of(state.language)
    heading = html.escape(language.text(marked("站点未能生成")))
    page = (
        f'<!doctype html><html lang="{language.name}"><head><meta charset="utf-8">'
        f"<title>{heading}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="{html.escape(base)}{OWN}reload.css"></head>'
        # What the program says is wrong it says in English.
        f'<body><main class="problems"><h1>{heading}</h1><ol lang="en">{shown}</ol></main></body>'
        "</html>"
    )
    return with_script(page.encode(), base, state)
