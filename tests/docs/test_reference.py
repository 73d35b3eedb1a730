"""The references in docs/ are those of the program."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from jinja2.defaults import DEFAULT_FILTERS

from jianbao.article import Article
from jianbao.frontmatter import read_article
from jianbao.frontmatter.validate import KEYS
from jianbao.site.assets import template_folders
from jianbao.site.fittings import site_of
from jianbao.site.render import CARD, TEMPLATES, Renderer
from jianbao.vocabulary import open_vocabulary
from tests.conftest import ROOT
from tests.docs.reading import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from jianbao.config import Archive


@pytest.fixture(scope="module")
def reference() -> Iterator[ModuleType]:
    """scripts/reference.py, beside which its own modules stand."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "scripts")
        yield import_module("reference")


def test_the_references_are_up_to_date(reference: ModuleType) -> None:
    names = [path.relative_to(ROOT).as_posix() for path, _ in reference.stale()]
    assert names == [], "run python scripts/reference.py"


@pytest.mark.parametrize("page", ["docs/commands.md", "docs/zh/commands.md"])
def test_every_command_is_documented(reference: ModuleType, page: str) -> None:
    documented = re.findall(r"<!-- reference: command:? (.+) -->", read_page(page))
    assert sorted(documented) == sorted(reference.command_names())


def test_the_example_has_every_key_and_is_right(reference: ModuleType, sample: Archive) -> None:
    text = reference.EXAMPLE.read_text("utf-8")
    article = read_article(text, "article.md", open_vocabulary(sample))
    empty = {field.name for field in fields(Article)} - {"body", *reference.examples()}
    assert empty == set()
    assert article.ingest
    assert all(article.images[0].__getattribute__(each) for each in ("file", "caption", "credit"))


def test_required_keys_are_those_that_the_program_asks_for(reference: ModuleType) -> None:
    required = {key: reference.required(key) for key in KEYS}
    assert {key: need for key, need in required.items() if need} == {
        "id": "yes",
        "date": "yes",
        "title": "but for photo-news",
    }


def test_every_template_is_named(sample: Archive) -> None:
    (folder,) = template_folders(sample)
    page = read_page("docs/templates.md")
    assert {*TEMPLATES.values(), *CARD} <= {path.name for path in folder.iterdir()}
    for path in folder.iterdir():
        if path.is_file():
            assert f"`{path.name}`" in page, path.name


def test_every_filter_is_named(sample: Archive, tmp_path: Path) -> None:
    renderer = Renderer(site_of(sample, sample.settings), template_folders(sample), tmp_path)
    own = renderer._environment("").filters.keys() - DEFAULT_FILTERS.keys()
    assert own
    for name in own:
        assert f"`{name}`" in read_page("docs/templates.md"), name


def test_a_wrong_part_is_an_error_and_a_changed_one_is_found(reference: ModuleType) -> None:
    with pytest.raises(KeyError):
        reference.filled("<!-- reference: kyes -->\n<!-- end -->")
    text = "甲\n<!-- reference: keys -->\nold\n<!-- end -->\n乙"
    filled = reference.filled(text)
    assert filled != text
    assert reference.filled(filled) == filled
    assert filled.startswith("甲\n<!-- reference: keys -->\n")
    assert filled.endswith("<!-- end -->\n乙")
