"""`serve` as an editor has it: a real browser on a page while its sources change."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.archives import ARTICLE, SETTINGS, make_archive, numbered, put
from tests.browser.conftest import watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
SECONDS = 30_000


@contextmanager
def serving(root: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server of its own, by its command; gives its URL."""
    server = subprocess.Popen(
        [sys.executable, ROOT / "build.py", "--root", root, "serve", "--port", "0", *words],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert server.stderr
    told = []
    try:
        for line in server.stderr:
            told.append(line)
            if found := re.match(r"http://localhost:\S+", line):
                yield found[0], server
                break
        else:
            pytest.fail("".join(told))
    finally:
        server.send_signal(signal.SIGINT)
        _, rest = server.communicate(timeout=20)
    assert server.returncode == 0, rest
    assert "Traceback" not in rest


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_an_open_page_follows_its_article(tmp_path: Path, page: Page) -> None:
    make_archive(tmp_path, ARTICLE)
    wrong = watch(page)
    with serving(tmp_path) as (url, _):
        page.goto(f"{url}2023/02/20/03-01.html")
        heading, panel = page.get_by_role("heading", level=1), page.get_by_role("alert")
        expect(heading).to_have_text("协商解民忧")

        file = put(tmp_path, replace(ARTICLE, title="协商解了民忧"))
        expect(heading).to_have_text("协商解了民忧", timeout=SECONDS)

        good = file.read_text("utf-8")
        file.write_text(good.replace("title:", "titel:").replace("协商民主\n", "<b>甲</b>\n"))
        expect(panel).to_be_visible(timeout=SECONDS)
        expect(panel).to_contain_text("content/2023/02/20/03-01.md:3 unknown key 'titel'")
        expect(panel).to_contain_text("did you mean title?")
        expect(panel).to_contain_text("<b>甲</b>")
        expect(page.locator("main h1")).to_have_text("协商解了民忧")

        page.reload()
        expect(panel).to_be_visible(timeout=SECONDS)
        file.write_text(good, encoding="utf-8")
        expect(panel).to_have_count(0, timeout=SECONDS)
        expect(heading).to_have_text("协商解了民忧")
        assert "__jianbao__" not in (tmp_path / "site/2023/02/20/03-01.html").read_text("utf-8")
    # The browser gives up what it asked for when a page is left; localhost is 127.0.0.1 by name.
    passing = ("ERR_ABORTED", "asked another host: http://localhost:")
    assert [each for each in wrong if not any(word in each for word in passing)] == []


@pytest.mark.browser
def test_settings_templates_and_raw_pages_are_followed_too(tmp_path: Path, page: Page) -> None:
    make_archive(tmp_path, ARTICLE)
    with serving(tmp_path, "--base-path", "my/archive", "--no-search") as (url, _):
        assert url.endswith("/my/archive/")
        page.goto(url)
        settings = tmp_path / "archive.toml"
        settings.write_text(settings.read_text("utf-8").replace("试刊", "新刊"), encoding="utf-8")
        expect(page).to_have_title(re.compile("新刊"), timeout=SECONDS)

        settings.write_text("title = 3\n", encoding="utf-8")
        panel = page.get_by_role("alert")
        expect(panel).to_contain_text("archive.toml:1 title must be a text", timeout=SECONDS)
        settings.write_text('title = "又一刊"\n', encoding="utf-8")
        expect(page).to_have_title(re.compile("又一刊"), timeout=SECONDS)

        own = tmp_path / "templates/home.html"
        own.parent.mkdir()
        own.write_text("<title>自己的</title>{{ page.nothing.more }}", encoding="utf-8")
        expect(panel).to_contain_text("templates/home.html:1 the template", timeout=SECONDS)
        own.write_text("<title>自己的</title>", encoding="utf-8")
        expect(page).to_have_title("自己的", timeout=SECONDS)

        raw = tmp_path / "pages/2023-02-20/03.txt"
        raw.parent.mkdir(parents=True)
        raw.write_bytes((ROOT / "pages/2023-02-20/03.txt").read_bytes())
        page.goto(f"{url}2023/02/20/index.html")
        expect(page.get_by_role("link", name="民主协商议事“溢”出幸福满满").first).to_be_visible(
            timeout=SECONDS
        )

        raw.with_name("04.txt").write_bytes(b"\x00\x01")
        expect(page.get_by_role("alert")).to_contain_text(
            "pages/2023-02-20/04.txt", timeout=SECONDS
        )


@pytest.mark.browser
def test_an_archive_that_was_never_built_says_why(tmp_path: Path, page: Page) -> None:
    make_archive(tmp_path, numbered(1, themes=("<b>甲</b>",)))
    with serving(tmp_path, "--no-search") as (url, _):
        page.goto(url)
        shown = page.locator("main")
        expect(shown).to_contain_text("content/2023/02/20/03-01.md:12 unknown theme <b>甲</b>")
        put(tmp_path, numbered(1, themes=("乙",)))
        expect(shown).to_contain_text("unknown theme 乙", timeout=SECONDS)
        put(tmp_path, ARTICLE)
        expect(page).to_have_title(re.compile("试刊"), timeout=SECONDS)


def test_what_is_served(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    with serving(tmp_path, "--base-path", "/a/", "--no-search") as (url, _):
        root = url.removesuffix("a/")
        with urlopen(root) as answer:
            assert answer.url == url
        with urlopen(f"{url}2023/02/20/") as answer:
            page = answer.read().decode()
            assert '<script src="/a/__jianbao__/reload.js" data-version="' in page
            assert page.index("__jianbao__") < page.index("</head>")
            assert answer.headers["Cache-Control"] == "no-cache"
        for outside in (
            "2023/02/20/",
            "archive.toml",
            "a/../archive.toml",
            "a/%2e%2e/archive.toml",
            "a/%00.html",
        ):
            with pytest.raises(HTTPError) as caught:
                urlopen(f"{root}{outside}")
            assert caught.value.code == 404
        with pytest.raises(HTTPError) as caught:
            urlopen(f"{url}none.html")
        assert caught.value.code == 404
        assert "/a/__jianbao__/reload.js" in caught.value.read().decode()


@pytest.mark.browser
@pytest.mark.parametrize("base_url", ["", "https://archive.example/papers/"])
def test_what_is_missing_leads_on_from_any_address(
    tmp_path: Path, page: Page, base_url: str
) -> None:
    make_archive(tmp_path, ARTICLE, settings=f'{SETTINGS}base_url = "{base_url}"\n')
    wrong = watch(page)
    with serving(tmp_path, "--base-path", "/a/", "--no-search") as (url, _):
        address = f"{url}2023/02/20/03-99.html"
        page.goto(address)
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert background == "rgb(251, 250, 247)"
        page.get_by_role("link", name="回到首页").click()
        assert page.url == f"{url}index.html"
        expect(page).to_have_title("试刊")
    for each in wrong:
        expected = (f"404: {address}", "the server responded with a status of 404", "//localhost:")
        assert any(word in each for word in expected) or "ERR_ABORTED" in each, each


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    with serving(tmp_path, "--no-search") as (url, _):
        port = url.split(":")[2].strip("/")
        command = [sys.executable, ROOT / "build.py", "--root", tmp_path, "serve", "--port", port]
        second = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 1
    assert f"port {port} is taken by another program (name another with --port)" in second.stderr


def test_it_ends_whichever_thread_takes_the_signal(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    with serving(tmp_path, "--no-search") as (_, server):
        tasks = [int(each.name) for each in Path(f"/proc/{server.pid}/task").iterdir()]
        other = next(task for task in tasks if task != server.pid)
        assert ctypes.CDLL(None).tgkill(server.pid, other, signal.SIGINT) == 0
        server.wait(timeout=20)
