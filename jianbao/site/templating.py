"""Jinja for a site of many pages: what is the same on all of them is worked out when compiling.

A template is compiled together with the one that it extends and the macros that it imports, as one
function in which

- blocks stand where the template that it extends has them, and macros where they are called;
- messages are in the language of the interface (jianbao/site/translating.py);
- constants (`root`, where all pages of a kind stand equally deep; of `site` what goes by the
  language) are part of the text;
- `x.name` is an attribute, looked up by Python itself: a mapping's entry is `x["name"]`;
- text is escaped without a `Markup` object that lives for the moment of being written.

The output is that of Jinja (tests/site/test_templating.py compares the two), four times as fast.
What cannot be put in place (`super()`, a macro that calls itself, that has a caller, or that uses
names of its own file) stays as it is, and works as in Jinja. So do templates of which a site has a
page or two: to compile them takes longer than to fill them.
"""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from jianbao.language import SOURCE, Language, language_of
from jianbao.site.flattening import Whole, copied
from jianbao.site.translating import Translator

try:
    from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]
except ImportError:  # It is markupsafe's own affair.
    escape_text = escape

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def written(value: object) -> str:
    """A value as it stands in a page."""
    return value if isinstance(value, Markup) else escape(value)


class SiteEnvironment(Environment):
    """An environment whose templates are compiled with the values of `constants`, by their names.

    Their messages are said in `language`; without one, as they stand in the templates. Those named
    in `few` are compiled as Jinja does it, but for the constants. What another environment of the
    same templates and language has parsed, `akin`, need not be parsed again.
    """

    def __init__(
        self,
        constants: Mapping[str, object],
        language: Language | None = None,
        few: Collection[str] = (),
        akin: SiteEnvironment | None = None,
        **options: Any,
    ) -> None:
        super().__init__(
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            **options,
        )
        self.constants = constants
        self._language = language or language_of(SOURCE)
        self._few = few
        self._parsed: dict[str, nodes.Template] = akin._parsed if akin else {}
        self.macros: dict[str, dict[str, nodes.Macro]] = {}
        """Of each file of macros, those that can be put in place."""
        self.code_generator_class = _Generator
        self.written = written
        self.escape_text = escape_text

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if name in self._parsed:
            return copied(self._parsed[name])
        template: nodes.Template = super()._parse(source, name, filename)
        translated: nodes.Template = Translator(self._language, name).visit(template)
        translated.set_environment(self)
        return translated

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        template = Whole(self).of(source, flat=name not in self._few)
        return super()._generate(template, name, filename, defer_init)

    def parsed(self, name: str) -> nodes.Template:
        """The nodes of a template that others name, one for all of them: copy before a change."""
        assert self.loader
        if name not in self._parsed:
            self._parsed[name] = self.parse(self.loader.get_source(self, name)[0], name)
        return self._parsed[name]


class _Generator(CodeGenerator):
    """Writes Python for a template."""

    def write_commons(self) -> None:
        self.writeline("written = environment.written")
        self.writeline("escape_text = environment.escape_text")
        super().write_commons()

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if keyword.iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("(escape_text(t) if (t := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(").__class__ is str else written(t))")
        else:
            super()._output_child_post(node, frame, finalize)
