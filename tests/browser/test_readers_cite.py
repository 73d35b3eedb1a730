"""Citing: every form can be read without a script, and be copied and saved with one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rispy
from playwright.sync_api import expect
from pybtex.database import parse_string

from jianbao.site.build import Options, build
from tests.archives import make_archive
from tests.browser.weekly import FULL, RICH, SETTINGS
from tests.sharing import once

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from jianbao.article import Article
    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

ARTICLE = f"{FULL:%Y/%m/%d}/01-01.html"
ADDRESS = f"https://archive.example/{ARTICLE}"
AUTHORS = ["王玉香", "李建国", "张志强", "刘海燕"]
OPENED = ".citations .do button"
"""There once the module has come."""

TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}


@pytest.fixture(scope="module")
def addressed_url(
    weekly_articles: list[Article], serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The weekly's richest article in an archive that knows its address."""

    def make(root: Path) -> None:
        (rich,) = (replace(each, images=()) for each in weekly_articles if each.id == RICH)
        settings = f'{SETTINGS}base_url = "https://archive.example/"'
        archive = make_archive(root, rich, settings=settings)
        build(archive, root / "site", Options(search=False))

    return serve(once(tmp_path_factory, "addressed", make) / "site")


def opened(page: Page, url: str) -> dict[str, str]:
    """Open the citations of an article; gives their texts by name."""
    page.goto(url)
    page.get_by_text("各种引用格式").click()
    page.locator(OPENED).first.wait_for()
    return shown(page)


def shown(page: Page) -> dict[str, str]:
    rows = page.locator(".citations dl > div:not([hidden])")
    return {
        row.locator("dt").inner_text(): row.locator("pre").text_content() or ""
        for row in rows.all()
    }


def test_every_form_is_read_without_a_script(browser: Browser, addressed_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(addressed_url + ARTICLE)
    assert page.locator(".cite").inner_text().endswith(f"{ADDRESS}.")
    page.get_by_text("各种引用格式").click()
    forms = shown(page)
    assert list(forms) == ["GB/T 7714—2025", "GB/T 7714—2015", "BibTeX", "RIS", "CSL-JSON", "链接"]
    assert forms["链接"] == ADDRESS
    assert all(ADDRESS in text for text in forms.values())
    context.close()


def test_the_module_comes_when_the_citations_are_opened(own_page: Page, addressed_url: str) -> None:
    page = own_page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(addressed_url + ARTICLE)
    page.wait_for_load_state("networkidle")
    assert "cite.js" not in asked
    page.get_by_text("各种引用格式").click()
    page.locator(OPENED).first.wait_for()
    assert asked.count("cite.js") == 1


def test_each_form_is_copied_as_it_stands(browser: Browser, addressed_url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    forms = opened(page, addressed_url + ARTICLE)
    for name, text in forms.items():
        page.get_by_role("button", name=f"复制 {name}").click()
        expect(page.get_by_role("status")).to_have_text("已复制")
        assert page.evaluate("navigator.clipboard.readText()") == text
    context.close()


def test_what_may_not_be_copied_is_selected(browser: Browser, addressed_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    forms = opened(page, addressed_url + ARTICLE)
    page.get_by_role("button", name="复制 链接").click()
    assert page.evaluate("getSelection().toString()") == forms["链接"]
    context.close()


def test_the_2015_form_says_when_it_was_looked_at(page: Page, addressed_url: str) -> None:
    forms = opened(page, addressed_url + ARTICLE)
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert f"2022-05-02(01)[{today}]. {ADDRESS}." in forms["GB/T 7714—2015"]
    assert abs((datetime.fromisoformat(today).date() - datetime.now(UTC).date()).days) <= 1


@pytest.mark.parametrize("ending", TYPES)
def test_reference_managers_read_what_is_saved(page: Page, addressed_url: str, ending: str) -> None:
    opened(page, addressed_url + ARTICLE)
    page.evaluate(
        """() => {
            const made = URL.createObjectURL;
            URL.createObjectURL = blob => { window.type = blob.type; return made.call(URL, blob); };
        }"""
    )
    row = page.locator(f'[data-file$=".{ending}"]')
    with page.expect_download() as download:
        row.get_by_role("button", name="下载").click()
    assert download.value.suggested_filename == f"{RICH}.{ending}"
    assert page.evaluate("window.type") == TYPES[ending]
    _is_read(ending, Path(download.value.path()).read_bytes(), ADDRESS, AUTHORS)


def test_an_archive_that_does_not_know_its_address_cites_where_it_is_read(
    page: Page, sample_url: str
) -> None:
    url = f"{sample_url}2023/02/20/03-01.html"
    forms = opened(page, f"{url}?from=here#cite")
    assert page.locator(".cite dd").inner_text() == forms["GB/T 7714—2025"]
    assert "[N/OL]. " in forms["GB/T 7714—2025"]
    assert forms["GB/T 7714—2025"].endswith(f" {url}.")
    assert forms["GB/T 7714—2015"].endswith(f"]. {url}.")
    assert forms["链接"] == url
    for ending, name in (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON")):
        _is_read(ending, forms[name].encode(), url, ["张玉香"])


def _is_read(ending: str, data: bytes, address: str, authors: list[str]) -> None:
    """Programs that nobody here wrote find the address and the authors."""
    text = data.decode()
    if ending == "bib":
        (entry,) = parse_string(text, "bibtex").entries.values()
        assert entry.fields["url"] == address
        assert [str(person) for person in entry.persons["author"]] == authors
    elif ending == "ris":
        (record,) = rispy.loads(text)
        assert record["type_of_reference"] == "NEWS"
        assert record["urls"] == [address]
        assert record["authors"] == authors
        if b"\r" in data:
            assert data.count(b"\r\n") == data.count(b"\n")
    else:
        (item,) = json.loads(text)
        assert item["URL"] == address
        assert [author["literal"] for author in item["author"]] == authors
