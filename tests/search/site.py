"""A site small enough for one test: the search, its page, and bare article pages."""

from __future__ import annotations

from collections import Counter
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from jianbao.language import language_of
from jianbao.search import NamedTerm, write_terms
from jianbao.site.modules import published
from jianbao.site.render import Renderer
from jianbao.site.site import Site
from jianbao.site.views import PlainPage
from jianbao.slugs import term_slug, unique_slugs
from tests.search.indexing import build_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.search import IndexReport, SearchDocument
    from jianbao.slugs import Kind

TEMPLATES = Path(__file__).parent.parent.parent / "templates"


def write_site(
    documents: Sequence[SearchDocument],
    folder: Path,
    *,
    pages: bool = True,
    language: str = "zh-Hans",
) -> IndexReport:
    """Write the site of these documents to `folder`, without their `pages` if so wished."""
    report = build_index(documents, folder)
    write_terms(named_terms(documents), folder)
    paths = [path for path in (TEMPLATES / "assets").rglob("*") if path.is_file()]
    assets = {path.relative_to(TEMPLATES / "assets").as_posix(): path for path in paths}
    for name, content in published(assets, language_of(language)).items():
        file = folder / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    site = Site(
        title="样本档案",
        description="为测试而写的几篇文章。",
        language=language,
        content_language="zh-Hans",
        content_lang="" if language == "zh-Hans" else Markup(' lang="zh-Hans"'),
        lang="" if language == "zh-Hans" else Markup(f' lang="{language}"'),
        publication="",
        base_url="",
        edit_url="",
        tag="tag:localhost,2023:archive",
        assets={name: f"assets/{name}" for name in assets},
    )
    renderer = Renderer(site, [TEMPLATES], folder.parent / f"{folder.name}-templates")
    (folder / "search.html").write_bytes(renderer.render("search", "search.html", PlainPage()))
    for document in documents if pages else ():
        article = folder / document.url
        article.parent.mkdir(parents=True, exist_ok=True)
        article.write_text(_article(document), "utf-8")
    return report


def named_terms(documents: Sequence[SearchDocument]) -> Iterator[NamedTerm]:
    """The themes, regions and bylines of these documents, as the catalog knows them."""
    regions = Counter(
        path
        for one in documents
        for path in {
            "/".join(steps[: depth + 1])
            for steps in (path.split("/") for path in one.regions)
            for depth in range(len(steps))
        }
    )
    found: dict[Kind, Counter[str]] = {
        "themes": Counter(name for one in documents for name in one.themes),
        "people": Counter(name for one in documents for name in one.byline),
        "regions": regions,
    }
    for kind, counts in found.items():
        slugs = unique_slugs(kind, counts)
        for name, count in counts.items():
            yield NamedTerm(kind, name, slugs[name], term_slug(kind, name), count)


def _article(document: SearchDocument) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in document.text.split("\n"))
    return (
        '<!doctype html><html lang="zh-Hans"><meta charset="utf-8">'
        '<link rel="icon" href="data:,">'
        f"<title>{escape(document.title)}</title>"
        f'<style>article {{ padding-block: 3000px }}</style><article class="story">'
        f'<h1>{escape(document.title)}</h1><div class="body">{paragraphs}</div></article>'
    )
