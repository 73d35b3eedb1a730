"""Tags: the regions an article is about, from a gazetteer; its themes, from a vocabulary."""

from jianbao.tagging.gazetteer import Gazetteer
from jianbao.tagging.tagger import Tagger, Tags, tag_lines

__all__ = ["Gazetteer", "Tagger", "Tags", "tag_lines"]
