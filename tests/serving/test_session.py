"""A session between two changes: what is told of whatever happens."""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING

import pytest

from jianbao.errors import ContentError, JianbaoError
from jianbao.serving.news import News
from jianbao.serving.pages import problem_page, with_places, with_script
from jianbao.serving.searching import Indexing
from jianbao.serving.session import Session
from jianbao.site.build import Options, build
from tests.archives import ARTICLE, make_archive, numbered, put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_version_changes_when_the_site_does(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    session = Session(tmp_path, search=False)
    assert session.news.state.version == ""
    session.update()
    first = session.news.state.version
    session.update()
    assert session.news.state.version == first
    put(tmp_path, numbered(2))
    session.update()
    second = session.news.state.version
    assert second not in ("", first)
    (tmp_path / "site/assets/site.css").unlink()
    session.update()
    assert session.news.state.version not in (first, second)


def test_what_another_process_built_is_told_too(tmp_path: Path) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    session = Session(tmp_path, search=False)
    session.update()
    first = session.news.state.version
    put(tmp_path, numbered(2))
    # By hand, or by the process that indexes.
    build(archive, tmp_path / "site", Options(search=False))
    session.update()
    assert session.news.state.version != first


def wait_for(true: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_the_search_follows_the_pages(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    session = Session(tmp_path)
    session.update()
    session.update()  # While the first index is made: that is begun anew.
    index = tmp_path / "site/pagefind"
    wait_for(lambda: list(index.rglob("*.pf_*")) or list(index.glob("**/pagefind-entry.json")))
    put(tmp_path, numbered(2))
    session.update()
    assert (tmp_path / "site/2023/02/20/03-02.html").exists()
    session.close()
    session.close()


def test_a_search_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    monkeypatch.setattr("jianbao.serving.searching.PROGRAM", "import sys; sys.exit('没有地方')")
    indexing = Indexing(tmp_path, archive.state)
    indexing.start()
    wait_for(lambda: "the search is not up to date:\n没有地方" in capfd.readouterr().err)
    indexing.stop()


def test_a_mistake_of_the_program_is_told_and_the_session_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_archive(tmp_path, ARTICLE)
    session = Session(tmp_path, search=False)
    with monkeypatch.context() as patch:
        patch.setattr("jianbao.site.build.build", lambda *_: 1 / 0)
        session.update()
    (problem,) = session.news.state.problems
    assert problem.reason == "the program failed: ZeroDivisionError: division by zero"
    assert "Traceback" in capsys.readouterr().err
    session.update()
    assert session.news.state.problems == ()


def test_a_refused_page_is_told_until_it_is_mended(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    raw = tmp_path / "pages/2023-02-20/04.txt"
    raw.parent.mkdir(parents=True)
    raw.write_bytes(b"\x00\x01")
    session = Session(tmp_path, search=False)
    session.update()
    assert [problem.file for problem in session.news.state.problems] == ["pages/2023-02-20/04.txt"]
    assert session.news.state.version, "the rest is built"
    session.update(pages=False)
    assert session.news.state.problems
    raw.unlink()
    session.update()
    assert session.news.state.problems == ()


def test_who_waits_is_told_at_once() -> None:
    news = News()
    told = []
    seen = news.state
    thread = threading.Thread(target=lambda: told.append(news.after(seen, 20)))
    thread.start()
    news.failed([ContentError("乙", file="a.md", line=3, hint="丙")])
    thread.join(10)
    assert json.loads(told[0].as_json()) == {
        "version": "",
        "problems": [{"place": "a.md:3", "reason": "乙", "hint": "丙"}],
    }
    news.close()
    assert news.after(news.state, 20) is news.state


def test_pages_get_the_script_and_nothing_in_a_problem_is_markup() -> None:
    news = News()
    news.built("1")
    page = with_script(b"<head></head><body></body>", "/a/", news.state)
    assert page.startswith(b'<head><script src="/a/__jianbao__/reload.js" data-version="')
    assert with_script(b"<p>", "/", news.state).startswith(b"<p><script ")
    evil = [JianbaoError("<b>", file="<i>", hint="<script>alert(1)</script>")]
    shown = problem_page(evil, "/", news.state)
    assert b"<script>alert" not in shown
    assert b"<b>&lt;i&gt;</b> &lt;b&gt;" in shown


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ('<a href="dates.html">', '<a href="/a/dates.html">'),
        ('<a href="https://x.cn/?甲&amp;乙/">', '<a href="/a/">'),
        ('<script src="assets/site.js">', '<script src="/a/assets/site.js">'),
        *[(own, own) for own in ('<a href="#main">', '<a href="/b">', '<a href="https://y.cn">')],
        ('<p data-href="b">href="c"', '<p data-href="b">href="c"'),
    ],
)
def test_where_the_page_of_what_is_missing_leads(there: str, here: str) -> None:
    assert with_places(there.encode(), "/a/", "https://x.cn/?甲&乙/").decode() == here


def test_what_is_wrong_is_told_in_the_language_of_the_archive() -> None:
    told = [(News(tag).state, lang) for tag, lang in (("zh-Hans", "zh"), ("en-GB", "en"))]
    for state, lang in told:
        page = problem_page([JianbaoError("no news")], "/", state).decode()
        heading = {"zh": "站点未能生成", "en": "The site could not be built"}[lang]
        assert f'<html lang="{lang}">' in page
        assert f"<h1>{heading}</h1>" in page
        over = {"zh": "未能更新", "en": "Not updated"}[lang]
        assert f'data-heading="{over}' in page


def test_an_archives_own_language_is_known_from_the_beginning(tmp_path: Path) -> None:
    make_archive(tmp_path, settings='title = "A"\nlanguage = "en"\n')
    assert Session(tmp_path, search=False).news.state.language == "en"
