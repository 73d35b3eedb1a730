"""Similar articles: by the terms that both are about, each looking back at older ones only."""

from jianbao.similar.index import Packed, SimilarIndex, packed
from jianbao.similar.ranking import Similar, Windows, similar
from jianbao.similar.signature import Signed, Weighed, signature, signed

__all__ = [
    "Packed",
    "Signed",
    "Similar",
    "SimilarIndex",
    "Weighed",
    "Windows",
    "packed",
    "signature",
    "signed",
    "similar",
]
