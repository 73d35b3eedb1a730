"""Messages of templates, translated while a template is parsed: a filled page pays nothing for it.

    {{ _("日期") }}
    {{ _("第{page}版", page=entry.page) }}
    {{ _p("one", "日期") }}
    {{ _n("{count} 篇", page.count) }}
    <p>{{ _('<a href="{home}">回到首页</a>，看最新一期；', home=root ~ "index.html") }}</p>

A message is markup, as the template round it is: what is put in for a name in braces is escaped,
the message itself is not. `_p` tells a message from others of the same text that are said
otherwise: Date, not Dates. `_n` chooses the form that goes with a number, which stands in the
message as `{count}`, written with its thousands apart.

`{{ text | lang }}` is the attribute of an element whose text may be the newspaper's own, in an
interface of another language; nothing where both are Chinese.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

if TYPE_CHECKING:
    from jianbao.language import Language

ARGUMENTS = {"_": 1, "_p": 2, "_n": 2}
"""What is called with a message, and with how many arguments besides those with names."""

COUNT = "count"
"""The name by which a message gives the number that it was chosen by."""


class Translator(NodeTransformer):
    """Puts what a language says in the place of the messages of one template."""

    def __init__(self, language: Language, name: str | None) -> None:
        self._language, self._name = language, name

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - Jinja's name
        """The parts of a message stand beside those of the page, and become one text with them."""
        parts: list[nodes.Expr] = []
        for child in node.nodes:
            is_message = _function(child) in ARGUMENTS
            said = self.visit(child)
            parts += said.nodes if is_message and isinstance(said, nodes.Concat) else [said]
        node.nodes = parts
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """A message, as it is said in the language."""
        function = _function(node)
        if function not in ARGUMENTS:
            return self.generic_visit(node)
        if len(node.args) != ARGUMENTS[function]:
            raise self._error(f"{function}() wants so many arguments: {ARGUMENTS[function]}", node)
        texts = [_text(each) for each in (node.args[:1] if function == "_n" else node.args)]
        if "" in texts:
            raise self._error("a message is a text in quotes", node)
        names = {each.key: self.visit(each.value) for each in node.kwargs}
        if function == "_n":
            return self._counted(texts[0], self.visit(node.args[1]), names, node)
        said = self._language.text(texts[-1], texts[0] if function == "_p" else "")
        return self._filled(said, names, node)

    def _counted(
        self, message: str, number: nodes.Expr, names: dict[str, nodes.Expr], node: nodes.Call
    ) -> nodes.Node:
        """A message in the form that goes with a number, which is known when a page is filled."""
        if self._language.is_source:
            names[COUNT] = nodes.Filter(number, "thousands", [], [], None, None)
            return self._filled(message, names, node)
        self._check(message, {*names, COUNT}, node)
        given = [nodes.Keyword(name, value) for name, value in names.items()]
        arguments = [nodes.Const(message), number]
        chosen = nodes.Name("ngettext", "load")
        return nodes.Call(chosen, arguments, given, None, None, lineno=node.lineno)

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        """Nothing is marked where the interface and the newspaper are both Chinese."""
        if node.name == "lang" and self._language.is_source:
            return nodes.Const("", lineno=node.lineno)
        return self.generic_visit(node)

    def _filled(self, said: str, names: dict[str, nodes.Expr], node: nodes.Node) -> nodes.Node:
        """A message with expressions in the place of its names."""
        self._check(said, set(names), node)
        parts: list[nodes.Expr] = []
        for text, name, *_ in Formatter().parse(said):
            if text:
                parts.append(nodes.Const(Markup(text), lineno=node.lineno))
            if name is not None:
                put_in = names[name]
                parts += put_in.nodes if isinstance(put_in, nodes.Concat) else [put_in]
        if len(parts) == 1 and isinstance(parts[0], nodes.Const):
            return parts[0]
        return nodes.Concat(parts, lineno=node.lineno)

    def _check(self, said: str, given: set[str], node: nodes.Node) -> None:
        """Raise an error where a message has a name that is not given."""
        for _, name, form, _ in Formatter().parse(said):
            if name is not None and (name not in given or form):
                raise self._error(f"the message {said!r} has no {{{name}}} here", node)

    def _error(self, reason: str, node: nodes.Node) -> TemplateSyntaxError:
        return TemplateSyntaxError(reason, node.lineno, self._name)


def _text(node: nodes.Node) -> str:
    """A text in quotes; empty for anything else."""
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""


def _function(node: nodes.Node) -> str:
    """The name of the function that is called; empty for anything else."""
    is_call = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)
    return node.node.name if is_call else ""  # type: ignore[attr-defined]
