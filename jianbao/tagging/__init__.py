"""Tags: the regions an article is about, from a gazetteer; its themes, from a vocabulary.

The names are imported when they are asked for: who only looks regions up (a build, which checks
front matter) does not wait for the rules that find them in texts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jianbao.tagging.gazetteer import Gazetteer
    from jianbao.tagging.tagger import Tagger, Tags, tag_lines
    from jianbao.tagging.themes import Theme, Themes
    from jianbao.tagging.vocabulary import load_themes

__all__ = ["Gazetteer", "Tagger", "Tags", "Theme", "Themes", "load_themes", "tag_lines"]

_MODULES = {
    "Gazetteer": "gazetteer",
    "Tagger": "tagger",
    "Tags": "tagger",
    "Theme": "themes",
    "Themes": "themes",
    "load_themes": "vocabulary",
    "tag_lines": "tagger",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
