"""The catalog: every article without its text, and the lists it stands in, in one SQLite file.

It answers what the pages of the site ask (an issue's articles, a term's newest entries, counts)
by index, so that a question costs the same in an archive of any size. It is derived from content/
alone and may be deleted at any time.
"""

from jianbao.catalog.catalog import Catalog
from jianbao.catalog.tables import TERM_KINDS
from jianbao.catalog.terms import Term

__all__ = ["TERM_KINDS", "Catalog", "Term"]
