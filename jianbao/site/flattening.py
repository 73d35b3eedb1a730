"""Makes one template of it, what it extends, and the macros that it calls (see templating.py)."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jianbao.site.templating import SiteEnvironment

Node = TypeVar("Node", bound=nodes.Node)


class Whole:
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
    """Puts constants in the place of their names (`root`) and attributes (`site.lang`)."""

    def __init__(self, constants: Mapping[str, object]) -> None:
        self._constants = constants

    def but(self, more: Mapping[str, object], hidden: Iterable[str]) -> _Constants:
        """These and `more`, those that are `hidden` by other names left out."""
        kept = {
            name: value
            for name, value in self._constants.items()
            if name.partition(".")[0] not in hidden
        }
        return _Constants({**kept, **more})

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        return self._constant(node.name, node) if node.ctx == "load" else node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        own = f"{node.node.name}.{node.attr}" if isinstance(node.node, nodes.Name) else ""
        placed = self._constant(own, node)
        return self.generic_visit(node) if placed is node else placed

    def _constant(self, name: str, node: nodes.Node) -> nodes.Node:
        if name not in self._constants:
            return node
        value = self._constants[name]
        return nodes.Const(value, lineno=node.lineno, environment=node.environment)


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
