"""Changing the vocabulary of themes: renaming, merging and splitting them, with all that has them."""

from jianbao.taxonomy.changes import Change, merge, rename, split
from jianbao.taxonomy.plan import Plan, make_plan

__all__ = ["Change", "Plan", "make_plan", "merge", "rename", "split"]
