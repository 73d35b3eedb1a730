"""Links between the pages of the documentation lead somewhere, to the very heading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.reading import PAGES, path_of, read_page

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def anchors(text: str) -> set[str]:
    """The ids that GitHub gives the headings of a page."""
    headings = re.findall(r"(?m)^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return {re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-") for each in headings}


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    page = path_of(name)
    for target in LINK.findall(re.sub(r"```.*?```", "", read_page(name), flags=re.DOTALL)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        path = (page.parent / file).resolve() if file else page
        assert path.exists(), f"{name} leads to {target}"
        if anchor and path.suffix == ".md":
            assert anchor in anchors(path.read_text("utf-8")), f"{name} leads to {target}"


def test_every_page_is_linked_to() -> None:
    linked: set[Path] = set()
    for name in PAGES:
        targets = LINK.findall(read_page(name))
        linked |= {(path_of(name).parent / each.partition("#")[0]).resolve() for each in targets}
    pages = {path_of(name) for name in PAGES if name.startswith("docs/")}
    assert {path.relative_to(ROOT).as_posix() for path in pages - linked} == set()


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("docs/zh/")])
def test_a_page_and_its_translation_lead_to_each_other(name: str) -> None:
    english = name.replace("docs/zh/", "docs/")
    assert f"](../{Path(name).name})" in read_page(name)
    assert f"](zh/{Path(name).name})" in read_page(english)
