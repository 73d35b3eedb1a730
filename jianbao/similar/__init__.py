"""Similar articles: by the terms that both are about, each looking back at older ones only."""

from jianbao.similar.index import Signed, SimilarIndex
from jianbao.similar.ranking import Similar, Windows, similar
from jianbao.similar.signature import Weighed, signature

__all__ = ["Signed", "Similar", "SimilarIndex", "Weighed", "Windows", "signature", "similar"]
