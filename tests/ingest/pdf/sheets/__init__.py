"""Pages that a browser makes up from CSS, with their gold: rows of cells, each with its story.

Nothing is placed by hand: columns, floats, upright writing and initials are Chromium's own, so
lines break, hang and justify as its typesetting has them. Every piece is painted at a random
depth, which is to say in random order.

Read `pages.py` first, then `articles.py`.
"""

from tests.ingest.pdf.sheets.desk import Sheet
from tests.ingest.pdf.sheets.pages import make_sheet
from tests.ingest.pdf.sheets.stories import Text

__all__ = ["Sheet", "Text", "make_sheet"]
