"""The web server: the site's files under a base path, with the script that reloads."""

from __future__ import annotations

import errno
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jianbao.errors import JianbaoError
from jianbao.serving.pages import (
    EVENTS,
    FILES,
    OWN,
    own_file,
    problem_page,
    with_places,
    with_script,
)

if TYPE_CHECKING:
    from jianbao.serving.news import News

HEARTBEAT = 15.0
"""Seconds after which a browser that was told nothing is told so: a closed one is noticed then."""

HTML = "text/html; charset=utf-8"


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, base: str, news: News, folder: Path) -> None:
        self.base, self.news = base, news
        super().__init__(*args, directory=str(folder))

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        own = path.removeprefix(f"{self.base}{OWN}")
        if "%00" in path:  # No file's name can hold it, and to ask for one is an error.
            self.send_error(HTTPStatus.NOT_FOUND)
        elif own == EVENTS:
            self._send_events()
        elif own in FILES:
            self._send(own_file(own), FILES[own])
        elif path == "/" != self.base:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self.base)
            self.end_headers()
        else:
            page = Path(self.translate_path(self.path))
            if path.endswith("/"):
                page /= "index.html"
            if page.suffix == ".html" and page.is_file():
                self._send_page(page)
            else:
                super().do_GET()

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return str(Path(self.directory) / OWN / "outside")  # There is no such file.
        return super().translate_path(f"/{path.removeprefix(self.base)}")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        state = self.news.state
        missing = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and not state.version:
            page = problem_page(state.problems, self.base, state)
            self._send(page, HTML, HTTPStatus.INTERNAL_SERVER_ERROR)
        elif code == HTTPStatus.NOT_FOUND and missing.exists():
            page = with_places(missing.read_bytes(), self.base, state.base_url)
            self._send(with_script(page, self.base, state), HTML, HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def _send_page(self, file: Path) -> None:
        # The version is asked first: a build that ends in between makes one reload too many.
        state = self.news.state
        self._send(with_script(file.read_bytes(), self.base, state), HTML)

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_events(self) -> None:
        """Server-sent events: the state now and whenever it changes, until the page is left."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = None
        while not self.news.closed:
            state = self.news.after(seen, HEARTBEAT)
            told = f"data: {state.as_json()}\n\n" if state is not seen else ": nothing new\n\n"
            self.wfile.write(told.encode())
            self.wfile.flush()
            seen = state

    def log_message(self, *_: object) -> None:
        """Say nothing: an editor looks at the page, not at its requests."""


class Server(ThreadingHTTPServer):
    """Serves a folder on localhost. Raises JianbaoError when the port cannot be had."""

    # A search asks for a few dozen files at once; the default makes room for five.
    request_queue_size = 128
    daemon_threads = True

    def __init__(self, folder: Path, port: int, base: str, news: News) -> None:
        handler = partial(_Handler, base=base, news=news, folder=folder)
        try:
            super().__init__(("127.0.0.1", port), handler)
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            why = "is taken by another program" if taken else f"cannot be had: {error.strerror}"
            reason = f"port {port} {why}"
            raise JianbaoError(reason, hint="name another with --port") from None
        self.address = f"http://localhost:{self.server_port}{base}"
        """Where the site is."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of an error, unless it is only that a browser went away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)
