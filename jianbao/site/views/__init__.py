"""What the templates are given: plain values, one class a kind of page.

Every `href` is relative to the site's root, without a leading slash; templates write
`{{ root }}{{ x.href }}`, where `root` leads from the page back to the site's root
("", "../", "../../../"). Hrefs name the file (`2023/02/20/index.html`), so that the site also
works when it is opened from disk.

All text is plain text and is escaped by the templates, except fields named `…_html`, which hold
markup made by this program from plain text.
"""

from jianbao.site.views.articles import ArticlePage, Figure, SimilarArticle
from jianbao.site.views.dates import DatesPage, Day, IssuePage, Month, Sheet, YearPage
from jianbao.site.views.front import FeedPage, GonePage, HomePage, MovedPage, PlainPage, Sitemap
from jianbao.site.views.lists import Bar, Entry, Link, entry_of
from jianbao.site.views.terms import Cell, MatrixPage, Node, Row, TermPage, TermsPage

__all__ = [
    "ArticlePage",
    "Bar",
    "Cell",
    "DatesPage",
    "Day",
    "Entry",
    "FeedPage",
    "Figure",
    "GonePage",
    "HomePage",
    "IssuePage",
    "Link",
    "MatrixPage",
    "Month",
    "MovedPage",
    "Node",
    "PlainPage",
    "Row",
    "Sheet",
    "SimilarArticle",
    "Sitemap",
    "TermPage",
    "TermsPage",
    "YearPage",
    "entry_of",
]
