"""Changing themes in an article's file, and nothing else in it: not a comment, not a quote."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.errors import JianbaoError
from jianbao.frontmatter.read import FENCE, split
from jianbao.frontmatter.write import rewrite_article, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import yaml

    from jianbao.article import Article

    Edit = tuple[int, int, str]


def changed_themes(themes: Sequence[str], changes: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The themes of an article after a change, in their order, none twice."""
    kept = [theme for theme in themes if theme not in changes]
    found: list[str] = []
    for theme in themes:
        new = changes.get(theme)
        if new is None:
            found.append(theme)
        else:
            found += [each for each in new if each not in kept and each not in found]
    return tuple(found)


def retag(text: str, article: Article, changes: Mapping[str, Sequence[str]]) -> tuple[str, Article]:
    """An article's file, and the article, with some of its themes changed.

    `changes` has those that take the place of a theme, by its name. Where the list is written in a way that cannot be edited in place, it is written anew.
    """
    from jianbao.frontmatter import read_article
    from jianbao.ingest.shelf import ANY_WORDS

    after = replace(article, themes=changed_themes(article.themes, changes))
    edited = _edited(text, changes)
    if edited is not None:
        with contextlib.suppress(JianbaoError):  # Whatever it has become, it is not taken.
            if read_article(edited, article.id, ANY_WORDS) == after:
                return edited, after
    return rewrite_article(text, article, after), after


def _edited(text: str, changes: Mapping[str, Sequence[str]]) -> str | None:
    import yaml

    head, _, _ = split(text, "")
    fence = FENCE.match(text)
    root = yaml.compose(head, Loader=yaml.BaseLoader)
    if not fence or not isinstance(root, yaml.MappingNode):
        return None
    node = next((value for key, value in root.value if key.value == "themes"), None)
    if not isinstance(node, yaml.SequenceNode):
        return None
    edits: list[Edit] = []
    given = {item.value for item in node.value if item.value not in changes}
    for item in node.value:
        if item.value not in changes:
            continue
        new = [each for each in changes[item.value] if each not in given]
        given.update(new)
        edits.append(_edit(head, node, item, [scalar(each) for each in new]))
    for start, stop, by in reversed(edits):
        head = head[:start] + by + head[stop:]
    return text[: fence.end()] + head + text[fence.end() + len(split(text, "")[0]) :]


def _edit(head: str, node: yaml.SequenceNode, item: yaml.Node, new: list[str]) -> Edit:
    """What to put in the place of an item of the list."""
    start, stop = item.start_mark.index, item.end_mark.index
    if node.flow_style:
        if new:
            return start, stop, ", ".join(new)
        if after := re.compile(r"\s*,\s*").match(head, stop):
            return start, after.end(), ""
        return re.search(r"(?:,\s*)?\Z", head[:start]).start(), stop, ""  # type: ignore[union-attr]
    line = head.rfind("\n", 0, start) + 1
    before = head[line:start]
    if new:
        return start, stop, f"\n{before}".join(new)
    end = head.find("\n", stop)
    end = len(head) if end < 0 else end + 1
    comment = head[stop:end].lstrip()
    # A comment beside what goes stays, on a line of its own.
    indent = before[: len(before) - len(before.lstrip())]
    return line, end, indent + comment if comment else ""
