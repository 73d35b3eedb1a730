"""Citations of an article: what a reader copies, and what reference managers read.

`reference_of` takes an article for what bibliographies know of it; `cite` writes that as
GB/T 7714, BibTeX, RIS and CSL-JSON.
"""

from jianbao.citing.citations import Citations, cite
from jianbao.citing.reference import Reference, reference_of

__all__ = ["Citations", "Reference", "cite", "reference_of"]
