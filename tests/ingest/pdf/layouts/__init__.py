"""Random newspaper pages with their gold: what a make-up editor does, and what extraction trips on.

A page is cut into regions; a region holds an article with its headline above, over a part of its
columns, at the side or upright; its text runs through what pictures, captions and nested boxes
leave free, as a narrow strip beside a photo too. Each seed gives another page.

Read `pages.py` first, then `regions.py`; the others set what a region holds.
"""

from tests.ingest.pdf.layouts.desk import SIZE, Page
from tests.ingest.pdf.layouts.pages import make_page

__all__ = ["SIZE", "Page", "make_page"]
