"""Tags: the regions an article is about, from a gazetteer; its themes, from a vocabulary."""

from jianbao.tagging.gazetteer import Gazetteer
from jianbao.tagging.tagger import Tagger, Tags, tag_lines
from jianbao.tagging.themes import Theme, Themes
from jianbao.tagging.vocabulary import load_themes

__all__ = ["Gazetteer", "Tagger", "Tags", "Theme", "Themes", "load_themes", "tag_lines"]
