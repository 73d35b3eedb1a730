"""The search: tokens, bundles, and Pagefind, which indexes them.

document → record (tokens) → bundle → Pagefind's index + catalog → `pagefind/` in the site.
The browser's half is `templates/assets/search.js`.
"""

from __future__ import annotations

from jianbao.search.build import IndexReport, update_index, write_terms
from jianbao.search.bundles import Stamp
from jianbao.search.document import SearchDocument
from jianbao.search.terms import NamedTerm

__all__ = [
    "IndexReport",
    "NamedTerm",
    "SearchDocument",
    "Stamp",
    "update_index",
    "write_terms",
]
