"""Words longer than a line, wherever an archive may have them: they widen no page and are not cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image as Picture

from jianbao.article import Article, Image
from jianbao.config import defaults, open_archive
from jianbao.site.build import build
from tests.archives import make_archive, numbered, put
from tests.sharing import once

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

NAME = "新疆生产建设兵团第六师五家渠市融媒体中心与昌吉回族自治州阜康市联合采访组全体成员"
WORDS = (
    NAME,
    "https://example.org/a/long/address/that/is/longer/than/any/line.html",
    "Papadopoulos-Konstantinopolitanopoulou-Charalambidis-Theodorakopoulou",
    "20230220" * 10,
)


TITLE = "邻里坐下来商量 加装电梯 2023年首批全部完成"
"""Of two printed lines, the second of two pieces that do not find room beside one another on a phone."""


def region_of(word: str) -> str:
    """A region whose name is a word."""
    return f"四川省/{word.replace('/', '-')}"


SETTINGS = f'title = "{NAME}"\ndescription = "{WORDS[1]}"\npublication = "{WORDS[2]}"\n'
THEMES = "".join(
    f'\n[[theme]]\nname = "{word}"\nslug = "long-{number}"\n'
    for number, word in enumerate(WORDS, 1)
)
REGIONS = "".join(f'[[add]]\npath = "{path}"\n' for path in map(region_of, WORDS))

PAGES = (
    "index.html",
    *(f"2023/02/20/03-{number:02}.html" for number in range(1, 6)),
    "2023/02/20/index.html",
    "2023/index.html",
    "dates.html",
    "regions/index.html",
    "themes/index.html",
    "themes/long-1/index.html",
    "themes/long-4/index.html",
    "people/index.html",
    "columns/index.html",
    "sources/index.html",
    "matrix.html",
    "search.html?q=上线",
    f"search.html?q={WORDS[2]}&byline={NAME}等",
    "404.html",
)


def long_winded(number: int, word: str) -> Article:
    """An article in which everything is one long word."""
    return numbered(
        number,
        title=f"便民平台 {word} 上线",
        kicker=word,
        subtitle=f"——{word}",
        byline=(word, "张玉香", f"{NAME}等"),
        role=f"{word}记者",
        section=word,
        column=word,
        source=word,
        captions=(word,),
        images=(Image(f"03-{number:02}-1.jpg", word, word),),
        regions=("宁夏回族自治区/银川市/金凤区", region_of(word)),
        mentions=("新疆维吾尔自治区/克孜勒苏柯尔克孜自治州",),
        themes=(word,),
        body=f"{word}\n\n## {word}\n\n> {word}\n\n- {word}\n\n1. {word}",
    )


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    def make(root: Path) -> None:
        make_archive(root, numbered(5, title=TITLE), settings=SETTINGS)
        taxonomy = root / "taxonomy/themes.toml"
        taxonomy.parent.mkdir()
        default = (defaults() / "taxonomy/themes.toml").read_text("utf-8")
        taxonomy.write_text(default + THEMES, "utf-8")
        taxonomy.with_name("regions.toml").write_text(REGIONS, "utf-8")
        for number, word in enumerate(WORDS, 1):
            one = long_winded(number, word)
            file = put(root, one)
            for image in one.images:
                Picture.new("RGB", (90, 60), "#8a867e").save(file.parent / image.file)
        build(open_archive(root), root / "site")

    return serve(once(tmp_path_factory, "long-words", make) / "site")


OUTSIDE = """() => {
    const scrolls = each => each.closest(".matrix, pre, svg, .suggestions");
    const clipped = each => getComputedStyle(each).clipPath.startsWith("inset(50%");
    return [...document.querySelectorAll("body *")]
        .filter(each => !scrolls(each) && each.checkVisibility() && !clipped(each))
        .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map(each => `${each.tagName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`);
}"""
"""What reaches over the right edge, though that be hidden."""


@pytest.mark.parametrize("href", PAGES)
def test_no_word_widens_a_page_or_leaves_it(phone: Page, url: str, href: str) -> None:
    phone.goto(url + href)
    if "search" in href:
        phone.wait_for_selector("[data-id]")
    phone.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for width in (320, 768, 1280):
        phone.set_viewport_size({"width": width, "height": 800})
        assert phone.evaluate("document.documentElement.scrollWidth") <= width, width
        assert phone.evaluate(OUTSIDE) == [], width


def test_a_title_breaks_where_it_was_set_apart(phone: Page, url: str) -> None:
    phone.goto(f"{url}2023/02/20/03-05.html")
    broken = phone.locator("h1").evaluate(
        """h1 => {
            const texts = document.createTreeWalker(h1, NodeFilter.SHOW_TEXT);
            const broken = [];
            while (texts.nextNode()) {
                for (const {0: piece, index} of texts.currentNode.data.matchAll(/[^ ]+/g)) {
                    const range = document.createRange();
                    range.setStart(texts.currentNode, index);
                    range.setEnd(texts.currentNode, index + piece.length);
                    const tops = [...range.getClientRects()].map(rect => rect.top);
                    if (new Set(tops).size > 1) broken.push(piece);
                }
            }
            return broken;
        }"""
    )
    assert broken == []


def test_a_line_of_names_never_begins_with_the_mark_behind_one(phone: Page, url: str) -> None:
    phone.goto(f"{url}2023/02/20/03-05.html")
    begins = """byline => {
        byline.innerHTML = '<span>' + '<a href="#">王玉香</a>、'.repeat(12) + '</span>';
        const marks = [...byline.firstChild.childNodes].filter(each => each.data === "、");
        const left = byline.firstChild.getBoundingClientRect().left;
        return marks.filter(mark => {
            const range = document.createRange();
            range.selectNode(mark);
            return range.getBoundingClientRect().left < left + 4;
        }).length;
    }"""
    for width in range(320, 360, 3):
        phone.set_viewport_size({"width": width, "height": 800})
        assert phone.locator(".byline").evaluate(begins) == 0, width


def test_the_names_of_facts_stay_whole_beside_long_ones(page: Page, url: str) -> None:
    page.goto(f"{url}2023/02/20/03-01.html")
    names = page.locator(".margin dt")
    lines = names.evaluate_all(
        """all => all.map(dt => {
            const range = document.createRange();
            range.selectNodeContents(dt);
            return range.getClientRects().length;
        })"""
    )
    assert set(lines) == {1}


def test_a_long_theme_does_not_run_over_the_numbers_below_it(page: Page, url: str) -> None:
    page.goto(f"{url}matrix.html")
    over = page.locator("thead a").evaluate_all(
        "all => all.filter(a => a.scrollHeight > a.clientHeight + 1).map(a => a.textContent)"
    )
    assert over == []
