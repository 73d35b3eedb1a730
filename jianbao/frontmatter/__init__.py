"""Front matter: an article's file, read with every error in it, and written."""

from jianbao.frontmatter.read import line_of, load, read_article, split
from jianbao.frontmatter.validate import (
    KEYS,
    LISTS,
    Regions,
    Source,
    Vocabulary,
    check_article,
)
from jianbao.frontmatter.write import rewrite_article, scalar, write_article

__all__ = [
    "KEYS",
    "LISTS",
    "Regions",
    "Source",
    "Vocabulary",
    "check_article",
    "line_of",
    "load",
    "read_article",
    "rewrite_article",
    "scalar",
    "split",
    "write_article",
]
