"""Jinja for a site of many pages: what is the same on all of them is worked out when compiling.

A template is compiled together with the one that it extends and the macros that it imports, as one
function in which

- blocks stand where the template that it extends has them, and macros where they are called;
- messages are in the language of the interface (jianbao/site/translating.py);
- constants (`site`, and `root` where all pages of a kind stand equally deep) are part of the text;
- `x.name` is an attribute, looked up by Python itself: a mapping's entry is `x["name"]`;
- text is escaped without a `Markup` object that lives for the moment of being written.

The output is that of Jinja (tests/site/test_templating.py compares the two), four times as fast.
What cannot be put in place (`super()`, a macro that calls itself, that has a caller, or that uses
names of its own file) stays as it is, and works as in Jinja. So do templates of which a site has a
page or two: to compile them takes longer than to fill them.
"""

from __future__ import annotations

import keyword
from copy import copy
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from jianbao.language import SOURCE, Language, language_of
from jianbao.site.translating import Translator

try:
    from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]
except ImportError:  # It is markupsafe's own affair.
    escape_text = escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


Node = TypeVar("Node", bound=nodes.Node)


def written(value: object) -> str:
    """A value as it stands in a page."""
    return value if isinstance(value, Markup) else escape(value)


class SiteEnvironment(Environment):
    """An environment whose templates are compiled with the values of `constants`.

    Their messages are said in `language`; without one, as they stand in the templates. Those named
    in `few` are compiled as Jinja does it, but for the constants.
    """

    def __init__(
        self,
        constants: Mapping[str, object],
        language: Language | None = None,
        few: Collection[str] = (),
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
        self._parsed: dict[str, nodes.Template] = {}
        self.macros: dict[str, dict[str, nodes.Macro]] = {}
        """Of each file of macros, those that can be put in place."""
        self.code_generator_class = _Generator
        self.written = written
        self.escape_text = escape_text

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
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
        template = _Whole(self).of(source, flat=name not in self._few)
        return super()._generate(template, name, filename, defer_init)

    def parsed(self, name: str) -> nodes.Template:
        """The nodes of a template that others name, one for all of them: copy before a change."""
        assert self.loader
        if name not in self._parsed:
            self._parsed[name] = self.parse(self.loader.get_source(self, name)[0], name)
        return self._parsed[name]


class _Whole:
    """Makes one template of all that it is made from."""

    def __init__(self, environment: SiteEnvironment) -> None:
        self._environment = environment

    def of(self, template: nodes.Template, *, flat: bool = True) -> nodes.Template:
        """A template with all of it in place that can be, or with the constants alone."""
        constants = _Constants(self._environment.constants)
        if not (flat and _can_be_flat(template)):
            whole: nodes.Template = _Placed({}, constants).visit(template)
            return whole
        body = self._flat(template)
        macros = self._macros(body)
        body = _Placed(macros, constants).visit(nodes.Scope(body)).body
        body = _merged([node for node in body if not _unused(node, body)])
        # Inside a scope, names that are set need not be kept for templates that import this one.
        template.body = [nodes.Scope(body)] if template.find(nodes.Extends) else body
        template.set_environment(self._environment)
        return template

    def _flat(self, template: nodes.Template) -> list[nodes.Node]:
        """A template's nodes, those of the template that it extends round its blocks."""
        extends = template.find(nodes.Extends)
        if extends is None:
            return template.body
        assert isinstance(extends.template, nodes.Const)
        parent = copied(self._environment.parsed(extends.template.value))
        blocks = {block.name: block for block in template.find_all(nodes.Block)}
        before = [node for node in template.body if isinstance(node, (nodes.Assign, nodes.Import))]
        parent.body = [_Blocks(blocks).visit(node) for node in parent.body]
        return [*before, *self._flat(parent)]

    def _macros(self, body: list[nodes.Node]) -> dict[str, dict[str, nodes.Macro]]:
        """The macros that can be put in place, by the name of their file's import."""
        found = {}
        for node in body:
            if isinstance(node, nodes.Import) and isinstance(node.template, nodes.Const):
                found[node.target] = self._placeable(node.template.value)
        return found

    def _placeable(self, name: str) -> dict[str, nodes.Macro]:
        """The macros of a file that need nothing but their arguments, and others such as they."""
        found = self._environment.macros.setdefault(name, {})
        if found:
            return found
        macros = self._environment.parsed(name).find_all(nodes.Macro)
        waiting = {macro.name: (macro, _needs(macro)) for macro in macros}
        known = {*self._environment.globals, *self._environment.constants}
        while more := [one for one, (_, needs) in waiting.items() if needs <= {*known, *found}]:
            found.update((one, waiting.pop(one)[0]) for one in more)
        return found


def _needs(macro: nodes.Macro) -> set[str]:
    """The names that a macro takes from elsewhere; one that sets its own arguments needs itself."""
    names = list(macro.find_all(nodes.Name))
    own = {"loop"} | {name.name for name in names if name.ctx != "load"}
    needs = {name.name for name in names if name.ctx == "load"} - own
    arguments = {name.name for name in macro.args}
    set_anew = any(name.ctx == "store" and name.name in arguments for name in names)
    return needs | {macro.name} if set_anew else needs


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def _can_be_flat(template: nodes.Template) -> bool:
    extends = template.find(nodes.Extends)
    calls = (call.node for call in template.find_all(nodes.Call))
    supers = any(isinstance(name, nodes.Name) and name.name == "super" for name in calls)
    return not supers and (
        extends is None or (extends in template.body and isinstance(extends.template, nodes.Const))
    )


def _unused(node: nodes.Node, body: list[nodes.Node]) -> bool:
    """Whether a node imports macros that are all in place."""
    return isinstance(node, nodes.Import) and not any(
        name.name == node.target for other in body for name in other.find_all(nodes.Name)
    )


def _merged(body: list[nodes.Node]) -> list[nodes.Node]:
    """The same with neighbouring outputs in one, so that their texts become one."""
    found: list[nodes.Node] = []
    for node in body:
        for attribute in ("body", "else_", "elif_"):
            if isinstance(below := getattr(node, attribute, None), list):
                setattr(node, attribute, _merged(below))
        last = found[-1] if found else None
        if isinstance(node, nodes.Output) and isinstance(last, nodes.Output):
            last.nodes += node.nodes
        elif isinstance(node, nodes.Scope) and not _sets_names(node):
            found = _merged([*found, *node.body])
        else:
            found.append(node)
    return found


def _sets_names(scope: nodes.Scope) -> bool:
    return bool(scope.find(nodes.Assign) or scope.find(nodes.Import))


class _Blocks(NodeTransformer):
    """Puts the text of blocks where they stand."""

    def __init__(self, blocks: Mapping[str, nodes.Block]) -> None:
        self._blocks = blocks

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802 - Jinja's name
        block = self._blocks.get(node.name, node)
        return nodes.Scope([self.visit(each) for each in block.body], lineno=node.lineno)


class _Constants(NodeTransformer):
    """Puts constants, and attributes of constants, in the place of their names."""

    def __init__(self, constants: Mapping[str, object]) -> None:
        self._constants = constants

    def but(self, more: Mapping[str, object], hidden: Iterable[str]) -> _Constants:
        """These and `more`, those that are `hidden` by other names left out."""
        kept = {name: value for name, value in self._constants.items() if name not in hidden}
        return _Constants({**kept, **more})

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        if node.ctx == "load" and isinstance(value := self._constants.get(node.name), str):
            return nodes.Const(value, lineno=node.lineno, environment=node.environment)
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        if isinstance(node.node, nodes.Name) and node.node.name in self._constants:
            value = getattr(self._constants[node.node.name], node.attr)
            return nodes.Const(value, lineno=node.lineno, environment=node.environment)
        return self.generic_visit(node)


class _Placed(NodeTransformer):
    """Puts macros where they are called, and constants where they are named."""

    def __init__(
        self,
        macros: Mapping[str, Mapping[str, nodes.Macro]],
        constants: _Constants,
        within: str = "",
    ) -> None:
        self._macros, self._constants, self._within = macros, constants, within

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        hidden = self._constants.but({}, [name.name for name in node.args])
        return _Placed(self._macros, hidden).generic_visit(node)

    def visit_Output(self, node: nodes.Output) -> Any:  # noqa: N802
        found: list[nodes.Node] = []
        for child in node.nodes:
            placed = self._placed(child)
            if placed:
                found.append(placed)
            elif found and isinstance(found[-1], nodes.Output):
                found[-1].nodes.append(self._constants.visit(child))
            else:
                found.append(nodes.Output([self._constants.visit(child)], lineno=node.lineno))
        return found

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        if isinstance(node, nodes.Expr):
            expression: nodes.Node = self._constants.visit(node)
            return expression
        return super().generic_visit(node, *args, **kwargs)

    def _placed(self, call: nodes.Node) -> nodes.Node | None:
        """The text of a macro in the place of its call."""
        file, macro = self._called(call)
        if macro is None:
            return None
        assert isinstance(call, nodes.Call)
        given = dict(zip([name.name for name in macro.args], call.args, strict=False))
        given |= {pair.key: pair.value for pair in call.kwargs}
        for name, default in zip(macro.args[::-1], macro.defaults[::-1], strict=False):
            given.setdefault(name.name, default)
        if given.keys() != {name.name for name in macro.args}:
            return None  # It is an error, which Jinja words better.
        given = {name: self._constants.visit(copied(value)) for name, value in given.items()}
        texts = {name: value for name, value in given.items() if _is_text(value)}
        constants = self._constants.but(
            {name: value.as_const() for name, value in texts.items()}, given
        )
        placed = _Placed(self._macros, constants, file)
        body = placed.visit_list(nodes.Scope([copied(node) for node in macro.body]))
        rest = {name: value for name, value in given.items() if name not in texts}
        if not rest:
            return body[0]
        targets: list[nodes.Expr] = [nodes.Name(name, "param") for name in rest]
        return nodes.With(targets, list(rest.values()), body, lineno=call.lineno)

    def _called(self, call: nodes.Node) -> tuple[str, nodes.Macro | None]:
        """The macro that is called, if it can be put in place, and its file's name here."""
        if not isinstance(call, nodes.Call) or call.dyn_args or call.dyn_kwargs:
            return "", None
        file, name = self._within, getattr(call.node, "name", "")  # A macro of the same file.
        if isinstance(call.node, nodes.Getattr) and isinstance(call.node.node, nodes.Name):
            file, name = call.node.node.name, call.node.attr
        return file, self._macros.get(file, {}).get(name)


def copied(node: Node) -> Node:
    """A node of its own, and all below it; their environment is the same."""
    new = copy(node)
    for field, value in node.iter_fields():
        if isinstance(value, list):
            setattr(new, field, [copied(v) if isinstance(v, nodes.Node) else v for v in value])
        elif isinstance(value, nodes.Node):
            setattr(new, field, copied(value))
    return new


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
