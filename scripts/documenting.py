"""What reference.py is made with: the fields of classes as their authors describe them, and tables."""

from __future__ import annotations

import ast
import importlib
import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Entry:
    """A field, or a property, of a class."""

    name: str
    """Its name."""
    type: str
    """Its type, as the class says it."""
    text: str
    """The sentence below it."""


def entries(name: str) -> list[Entry]:
    """The fields of a class with the sentence below each, and its public properties."""
    module, _, label = name.rpartition(".")
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    (found,) = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == label)
    entries = []
    for node, following in zip(found.body, [*found.body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            text = _string(following)
            entries.append(Entry(node.target.id, ast.unparse(node.annotation), text))
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            decorators = {each.id for each in node.decorator_list if isinstance(each, ast.Name)}
            if decorators & {"property", "cached_property"} and node.returns:
                text = ast.get_docstring(node) or ""
                entries.append(Entry(node.name, ast.unparse(node.returns), text))
    return entries


def _string(node: ast.stmt | None) -> str:
    is_string = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return " ".join(str(node.value.value).split()) if is_string else ""  # type: ignore[union-attr]


def table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(
        f"| {' | '.join(' '.join(c.split()).replace('|', chr(92) + '|') for c in row)} |"
        for row in lines
    )
