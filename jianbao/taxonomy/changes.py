"""What can be done to themes: each gives the new text of themes.toml and where the old names lead."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from jianbao.errors import ConfigError, did_you_mean
from jianbao.frontmatter.validate import CONTROL
from jianbao.redirects import SLUG
from jianbao.taxonomy.entries import (
    LISTS,
    add_words,
    edited,
    edited_entry,
    entries,
    keep_words,
    replaced,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

FILE = "taxonomy/themes.toml"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the vocabulary."""

    text: str
    """The new text of themes.toml."""
    leads: Mapping[str, tuple[str, ...]]
    """From each theme that goes to those that take its articles; several when it is split."""


def rename(text: str, old: str, new: str, slug: str = "") -> Change:
    """Call a theme otherwise. A slug that the theme has of its own stays, unless another is given.

    Raises ConfigError when there is no such theme, or the new name or slug will not do.
    """
    themes = _themes(text)
    _known(themes, old)
    _new_name(themes, new)
    if slug and not SLUG.fullmatch(slug):
        raise ConfigError(f"{slug!r} is not a slug", hint="write it as qing-nian-gong-zuo")
    if slug in [theme.get("slug") for name, theme in themes.items() if name != old and slug]:
        raise ConfigError(f"another theme has the slug {slug}", hint="choose another")

    def edit(theme: Any) -> None:
        theme["name"] = new
        if slug:
            theme["slug"] = slug

    return Change(edited(text, old, edit), {old: (new,)})


def merge(text: str, olds: Sequence[str], into: str) -> Change:
    """Give the articles and the words of some themes to another. Raises ConfigError."""
    themes = _themes(text)
    for name in (*olds, into):
        _known(themes, name)
    if into in olds:
        raise ConfigError(f"{into} cannot be merged into itself", hint="name another theme")
    for old in dict.fromkeys(olds):
        text = replaced(edited(text, into, partial(_take_over, gone=themes[old])), old, ())
    return Change(text, dict.fromkeys(olds, (into,)))


def _take_over(theme: Any, gone: Mapping[str, Any]) -> None:
    """Give an entry the words of another, each in the list that it stood in."""
    known = words_of(theme)
    for kind in LISTS:
        add_words(theme, kind, [word for word in gone.get(kind, ()) if word not in known])


def split(text: str, old: str, parts: Mapping[str, Sequence[str]]) -> Change:
    """Part a theme in two or more; each part takes the words named for it, the first all others.

    A part that is a theme already gets the words; the others are entries of their own, with what
    else the old theme said. Raises ConfigError.
    """
    themes = _themes(text)
    gone = _known(themes, old)
    if len(parts) < 2 or old in parts:
        reason = f"{old} must be split into two or more other themes"
        raise ConfigError(reason, hint="to change its name alone, use `taxonomy rename`")
    first, *others = parts
    taken = {word for name in others for word in parts[name]}
    words = {name: set(parts[name]) for name in parts}
    words[first] |= words_of(gone) - taken
    entry = next(each for each in entries(text) if each.name == old)
    copied = text[entry.start : entry.stop]
    new = []
    for name in parts:
        if name in themes:
            text = edited(text, name, partial(_take, words=words[name]))
        else:
            _new_name(themes, name)
            new.append(edited_entry(copied, partial(_become, name=name, words=words[name])))
    return Change(replaced(text, old, new), {old: tuple(parts)})


def _take(theme: Any, words: Collection[str]) -> None:
    """Give an entry words that it does not have yet."""
    add_words(theme, "strong", sorted(set(words) - words_of(theme)))


def _become(theme: Any, name: str, words: Collection[str]) -> None:
    """Make the copy of an entry one of its parts."""
    theme["name"] = name
    theme.pop("slug", None)
    keep_words(theme, words)
    _take(theme, words)


def _themes(text: str) -> dict[str, Mapping[str, Any]]:
    return {theme.get("name", ""): theme for theme in tomllib.loads(text).get("theme", ())}


def _known(themes: Mapping[str, Mapping[str, Any]], name: str) -> Mapping[str, Any]:
    if name not in themes:
        hint = did_you_mean(name, themes) or "see taxonomy/themes.toml"
        raise ConfigError(f"there is no theme {name}", file=FILE, hint=hint)
    return themes[name]


def _new_name(themes: Mapping[str, Mapping[str, Any]], name: str) -> None:
    if not name.strip() or name != name.strip() or CONTROL.search(name) or "\n" in name:
        raise ConfigError(f"{name!r} cannot be the name of a theme", hint="write a word or two")
    if name in themes:
        raise ConfigError(f"there is a theme {name} already", hint="see `taxonomy merge`")
