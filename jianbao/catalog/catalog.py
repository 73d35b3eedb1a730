"""The catalog as a whole."""

from __future__ import annotations

from jianbao.catalog.filling import Filling
from jianbao.catalog.issues import Issues
from jianbao.catalog.terms import Terms


class Catalog(Filling, Terms, Issues):
    """Questions about an archive. All lists are in printed order unless it says newest first."""
