"""Raw pages → articles."""

from jianbao.ingest.cutting import cut
from jianbao.ingest.jsonform import page_json
from jianbao.ingest.page import CutArticle, CutPage, Furniture, PageInfo, Photo, Subhead
from jianbao.ingest.tracing import Placement, trace

__all__ = [
    "CutArticle",
    "CutPage",
    "Furniture",
    "PageInfo",
    "Photo",
    "Placement",
    "Subhead",
    "cut",
    "page_json",
    "trace",
]
