"""What a file of a site links to, however its template writes it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.checking.pages import marks_of
from jianbao.checking.targets import Anchor, Broken, Site, relative

FILES = dict.fromkeys(
    ("index.html", "2023/02/20/index.html", "2023/02/20/03-01.html", "人.html", "assets/site.css")
)


@pytest.mark.parametrize(
    ("page", "links"),
    [
        ("<a href='x'>", {"x"}),
        ("<a href=x>", {"x"}),
        ('<a title="a > b" href="x?a&amp;b">', {"x?a&b"}),
        ('<a title="<a href=y>" href="x">', {"x"}),
        ("<!-- <a href='x'> -->", set()),
        ("<script>'<a href=x>'</script><a href=y>", {"y"}),
        ("<script src='z'>'<a href=x>'</script>", {"z"}),
        ("<img srcset='a.jpg 1x, b.jpg 2x' src=c.jpg>", {"a.jpg", "b.jpg", "c.jpg"}),
        ("&lt;a href=x&gt; href=y", set()),
        ("<p data-href='x'>", set()),
    ],
)
def test_links_of_a_page(page: str, links: set[str]) -> None:
    assert marks_of("a.html", page).links == links


def test_links_of_other_files() -> None:
    assert marks_of("a.css", "p { background: url('x.png') } q { b: url(y.png) }").links == {
        "x.png",
        "y.png",
    }
    assert marks_of("a.xml", "<loc> x </loc><link href='y'/>").links == {"x", "y"}


def test_anchors() -> None:
    page = "<h2 id='一'></h2><a name=b></a><input name=c>"
    assert marks_of("a.html", page).anchors == {"一", "b"}


@given(st.text("<a href=\"'>-!/script ", max_size=200))
def test_no_page_is_too_wrong_to_be_read(page: str) -> None:
    marks_of("a.html", page)


def test_a_page_that_never_closes_its_quotes_takes_no_longer() -> None:
    start = time.process_time()
    marks_of("a.html", "<a href='" * 3_000 + "<a " + "x " * 20_000)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("address", "verdict"),
    [
        ("../../../index.html", None),
        ("", None),
        ("#", None),
        ("#top", None),
        ("?q=1", None),
        ("../20/", None),
        ("../20", None),
        ("../../../%E4%BA%BA.html", None),
        ("https://example.org/x", None),
        ("//example.org/x", None),
        ("mailto:a@b.cn", None),
        ("index.html#page-3", Anchor("2023/02/20/index.html", "page-3")),
        ("#:~:text=x", None),
        ("#a:~:text=x", Anchor("2023/02/20/03-01.html", "a")),
        ("https://e.cn/a/index.html#x", Anchor("index.html", "x")),
    ],
)
def test_addresses_that_lead_somewhere(address: str, verdict: Anchor | None) -> None:
    site = Site(FILES, "https://e.cn/a/")
    assert site.judge("2023/02/20/03-01.html", address) == verdict


@pytest.mark.parametrize(
    ("address", "reason", "hint"),
    [
        ("3-01.html", "there is no 2023/02/20/3-01.html", "did you mean 03-01.html?"),
        ("../../02/", "2023/02/ has no page", "link to a page in it"),
        ("../../../../x", "../../../../x leads out of the site", "take a ../ away"),
        (
            "/index.html",
            "/index.html leaves the archive where it stands below /",
            "write ../../../index.html, so that any base path will do",
        ),
        (
            "javascript:x",
            "javascript:x leads nowhere on the web",
            "link to a page of the archive, or to one on the web",
        ),
        (
            "https://e.cn/a/x.html",
            "there is no x.html",
            "did you mean 人.html?",
        ),
    ],
)
def test_addresses_that_lead_nowhere(address: str, reason: str, hint: str) -> None:
    found = Site(FILES, "https://e.cn/a/").judge("2023/02/20/03-01.html", address)
    assert isinstance(found, Broken)
    assert (found.reason, found.hint) == (reason, hint)


@given(st.sampled_from(sorted(FILES)), st.sampled_from(sorted(FILES)))
def test_the_relative_address_of_a_file_leads_to_it(page: str, target: str) -> None:
    assert Site(FILES).judge(page, relative(page, target)) is None
