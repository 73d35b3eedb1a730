"""CSL-JSON, the input of citeproc: Zotero, Pandoc, Quarto and Word's add-ins read it."""

from __future__ import annotations

from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jianbao.citing.reference import Reference


def csl_json(reference: Reference) -> str:
    """An array of one item, a field a line.

    Authors are `literal`: a byline does not say where the surname ends (欧阳雪, 本报评论员).
    Put together by hand, since an encoder takes three times as long.
    """
    year, month, day = map(int, reference.day.split("-"))
    fields = [
        f'"id": {quoted(reference.id)}',
        '"type": "article-newspaper"',
        f'"title": {quoted(reference.full_title)}',
    ]
    if reference.authors:
        names = ", ".join([f'{{"literal": {quoted(name)}}}' for name in reference.authors])
        fields.append(f'"author": [{names}]')
    if reference.publication:
        fields.append(f'"container-title": {quoted(reference.publication)}')
    fields.append(f'"issued": {{"date-parts": [[{year}, {month}, {day}]]}}')
    if reference.page:
        fields.append(f'"page": {quoted(reference.page)}')
    if reference.section:
        fields.append(f'"section": {quoted(reference.section)}')
    fields.append(f'"language": {quoted(reference.language)}')
    if reference.url:
        fields.append(f'"URL": {quoted(reference.url)}')
    return "[{\n  " + ",\n  ".join(fields) + "\n}]\n"
