"""From a page's view to its bytes, by the templates."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from jianbao.site import urls, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jinja2 import Environment, Template

    from jianbao.site.plan import Kind
    from jianbao.site.views import Site

TEMPLATES: dict[Kind, str] = {
    "home": "home.html",
    "dates": "dates.html",
    "year": "year.html",
    "issue": "issue.html",
    "article": "article.html",
    "terms": "terms.html",
    "term": "term.html",
    "search": "search.html",
    "not-found": "404.html",
    "feed": "feed.xml",
    "sitemap": "sitemap.xml",
    "sitemap-index": "sitemap-index.xml",
    "robots": "robots.txt",
}


class Renderer:
    """Fills templates. An archive's own templates stand before the default ones, file by file.

    `cache` is a folder for compiled templates; it may be deleted at any time.
    """

    def __init__(self, site: Site, folders: Sequence[Path], cache: Path) -> None:
        self._site = site
        self._environment = _environment(site, folders, cache)
        self._templates: dict[Kind, Template] = {}

    def prepare(self) -> None:
        """Compile all templates, so that processes forked from this one need not."""
        for name in TEMPLATES.values():
            self._environment.get_template(name)

    def render(self, kind: Kind, href: str, view: object) -> bytes:
        """The bytes of the page of a kind that stands at `href`."""
        # A missing page is shown at any depth, where relative links would lead astray.
        root = self._site.base_url if kind == "not-found" else urls.root_from(href)
        template = self._templates.get(kind)
        if template is None:
            template = self._templates[kind] = self._environment.get_template(TEMPLATES[kind])
        return template.render(page=view, href=href, root=root).encode()


def _environment(site: Site, folders: Sequence[Path], cache: Path) -> Environment:
    from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

    # Compiling the templates takes longer than a day's pages do.
    cache.mkdir(parents=True, exist_ok=True)
    made_with = hashlib.sha256(repr(site).encode()).hexdigest()[:12]
    environment = _environment_class(site)(
        loader=FileSystemLoader(folders),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(cache), f"{made_with}-%s"),
    )
    environment.filters.update(
        zh_date=words.chinese_date,
        zh_weekday=words.chinese_weekday,
        iso=str,
        thousands=words.thousands,
        pieces=words.pieces,
    )
    environment.globals["site"] = site
    return environment


def _environment_class(site: Site) -> type[Environment]:
    """Jinja, with two things done when a template is compiled and not each time it is filled.

    What templates say of `site` becomes part of their text; and a value is escaped without a
    `Markup` object being made for the moment in which it is written out. Both halve the time.
    """
    from jinja2 import Environment, nodes
    from jinja2.compiler import CodeGenerator
    from jinja2.visitor import NodeTransformer
    from markupsafe import Markup, escape

    try:
        from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]
    except ImportError:  # It is markupsafe's own affair.
        escape_text = escape

    class SiteAsConstant(NodeTransformer):
        def visit_Getattr(  # noqa: N802 - Jinja's name
            self, node: nodes.Getattr
        ) -> nodes.Node:
            if isinstance(node.node, nodes.Name) and node.node.name == "site":
                return nodes.Const(
                    getattr(site, node.attr), lineno=node.lineno, environment=node.environment
                )
            return self.generic_visit(node)

    class Generator(CodeGenerator):
        def visit_Template(  # noqa: N802
            self, node: nodes.Template, frame: Any = None
        ) -> None:
            node = SiteAsConstant().visit(node)
            super().visit_Template(node, frame)

        def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
            if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
                self.write("environment.written(")
            else:
                super()._output_child_pre(node, frame, finalize)

    class SiteEnvironment(Environment):
        code_generator_class = Generator

        @staticmethod
        def written(value: object) -> str:
            """A value as it stands in a page."""
            if type(value) is str:
                return escape_text(value)
            return value if type(value) is Markup else escape(value)

    return SiteEnvironment
