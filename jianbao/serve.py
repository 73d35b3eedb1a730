"""A web server for one's own eyes: the built site on localhost."""

from __future__ import annotations

import errno
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import click

from jianbao.errors import JianbaoError

if TYPE_CHECKING:
    from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = self.server_folder / "404.html"
        if code != 404 or not missing.exists():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    @property
    def server_folder(self) -> Path:
        from pathlib import Path

        return Path(self.directory)

    def log_message(self, *_: object) -> None:
        """Say nothing: an editor looks at the page, not at its requests."""


class _Server(ThreadingHTTPServer):
    # A search asks for a few dozen files at once; the default makes room for five.
    request_queue_size = 128


def serve(folder: Path, port: int) -> None:
    """Serve a folder on localhost until interrupted. Raises JianbaoError when the port is taken."""
    try:
        server = _Server(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        reason = f"port {port} is taken by another program"
        raise JianbaoError(reason, hint="name another with --port") from None
    click.echo(f"http://localhost:{server.server_port}/ (Ctrl+C ends it)", err=True)
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("", err=True)
