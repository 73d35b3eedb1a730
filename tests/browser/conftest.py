"""A real Chromium, and pages that fail a test when anything goes wrong behind them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from jianbao.site.build import build
from tests.browser import weekly
from tests.browser.chromium import FINGER, launch
from tests.sharing import once

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from jianbao.article import Article

Serve = Callable[..., str]


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder, under a base path, as a static host serves them."""

    def __init__(self, *args: object, base: str, **options: object) -> None:
        self.base = base
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return os.devnull + "/missing"
        return super().translate_path("/" + path.removeprefix(self.base))

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """With room for all that a page asks for at once: what finds none waits for seconds."""

    request_queue_size = 128


@contextmanager
def serving(folder: Path, base: str) -> Iterator[str]:
    """Serve a folder on localhost under a base path, `/` or `/archive/`; gives its URL."""
    handler = partial(Handler, base=base, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """`serve(folder, base="/")` gives the URL under which a folder is served until the end."""
    with ExitStack() as stack:
        yield lambda folder, base="/": stack.enter_context(serving(folder, base))


@pytest.fixture(scope="session")
def sample_url(sample_site: Path, serve: Serve) -> str:
    """The sample archive's site under a base path, with its slash at the end."""
    return serve(sample_site, "/any-name/")


@pytest.fixture(scope="session")
def weekly_articles() -> list[Article]:
    """The articles of the made-up weekly."""
    return list(weekly.Weekly().articles())


@pytest.fixture(scope="session")
def weekly_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The weekly's site with its search."""

    def make(root: Path) -> None:
        archive = weekly.write(root)
        build(archive, root / "site")

    return once(tmp_path_factory, "weekly", make) / "site"


@pytest.fixture(scope="session")
def weekly_url(weekly_site: Path, serve: Serve) -> str:
    """The weekly's site under a base path, with its slash at the end."""
    return serve(weekly_site, "/any-name/")


def watch(page: Page) -> list[str]:
    """Everything that goes wrong on a page, as it goes wrong."""
    wrong: list[str] = []
    page.on(
        "console",
        lambda message: message.type in ("error", "warning") and wrong.append(message.text),
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "requestfailed", lambda request: wrong.append(f"failed: {request.url} {request.failure}")
    )
    page.on(
        "response",
        lambda answer: answer.status >= 400 and wrong.append(f"{answer.status}: {answer.url}"),
    )

    def stays_at_home(url: str) -> None:
        if urlsplit(url).hostname not in ("127.0.0.1", None):
            wrong.append(f"asked another host: {url}")

    page.on("request", lambda request: stays_at_home(request.url))
    return wrong


def wait_until(page: Page, expression: str) -> None:
    """Wait until an expression is true of a page.

    Playwright's own way evaluates it in the page again and again, which our policy does not let it.
    """
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


def follow(link: Locator) -> None:
    """Click a link and wait until the page that it leads to is there, whole."""
    with link.page.expect_navigation():
        link.click()


def settle(page: Page) -> None:
    """Wait until all that is under way has been drawn, and observers were told of it."""
    page.evaluate(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    )


class Window:
    """A reader's window, which one test after another uses as if nobody had before.

    To open another for each test would cost it 0.8 s of processor time: a process of Chromium's
    that has to begin with everything.
    """

    def __init__(self, browser: Browser, **options: Any) -> None:
        self._size = options["viewport"]
        self.page = browser.new_context(locale="zh-CN", **options).new_page()
        self._wrong = watch(self.page)
        self._tools = self.page.context.new_cdp_session(self.page)

    def lent(self) -> Iterator[Page]:
        """The page, for one test; it fails when anything goes wrong behind it."""
        self._wrong.clear()
        yield self.page
        self._clear()
        # A request that the browser itself gave up because the reader moved on is no failure.
        assert [each for each in self._wrong if "ERR_ABORTED" not in each] == []

    def _clear(self) -> None:
        """Forget everything: what is stored and cached, hindered, or otherwise than at first."""
        # The page is left before anything else: nothing that it asks for is let through then.
        self.page.goto("about:blank")
        self.page.unroute_all(behavior="ignoreErrors")
        everywhere = {"origin": "*", "storageTypes": "all"}
        self._tools.send("Storage.clearDataForOrigin", everywhere)
        self._tools.send("Network.clearBrowserCache")
        self.page.set_viewport_size(self._size)
        self.page.emulate_media(media="null", color_scheme="null", reduced_motion="null")


@pytest.fixture(scope="session")
def desk(browser: Browser) -> Iterator[Window]:
    """A window on a desk."""
    window = Window(browser, viewport={"width": 1280, "height": 900})
    yield window
    window.page.context.close()


@pytest.fixture(scope="session")
def hand(browser: Browser) -> Iterator[Window]:
    """A window in a hand: of another Chromium, for what one is pointed at with is one's own."""
    with launch(browser.browser_type, FINGER) as of_fingers:
        yield Window(of_fingers, viewport={"width": 320, "height": 640}, has_touch=True)


@pytest.fixture
def page(desk: Window) -> Iterator[Page]:
    """A page on a desk. A test that adds scripts to it, or listens to it, takes `own_page`."""
    yield from desk.lent()


@pytest.fixture
def phone(hand: Window) -> Iterator[Page]:
    """A page on a phone, 320 px wide."""
    yield from hand.lent()


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """A page in a window that no other test uses."""
    window = Window(browser, viewport={"width": 1280, "height": 900})
    yield from window.lent()
    window.page.context.close()
