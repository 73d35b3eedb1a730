r"""GB/T 7714 信息与文献 参考文献著录规则: an article of a newspaper, in the numeric system.

The editions of 2015 and 2025 (in force since 2026-07-01) agree in the order of the parts:

    责任者. 题名[N]. 报纸名, 年-月-日(版次).

| | 2015 | 2025 |
| --- | --- | --- |
| punctuation of a Chinese entry | `, ` `(03)` | ，（03） (the full stop stays `. `) |
| 其他题名信息, our subtitle | as the case may be (8.2.3): left out | where there is one (7.2.3): after ： |
| date of access of [N/OL] | required | only of 网络资源 [EB/OL]: left out |

In both: the first three authors and 等; no 佚名, which only the author-date system asks for; a page
that is not known is left out with its brackets; [N/OL] and the address when there is one; the entry
ends with a full stop, after an address as well.

The standards are not public. The facts were taken from implementations that were checked against
their examples: the BibTeX style gbt7714-bibtex-style and the CSL styles of zotero-chinese
(丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）.), and the announcement by the editors
of the 2025 edition (武汉大学: 统一著录用符号, 取消非网络类文献的访问日期).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jianbao.citing.reference import Reference

AUTHORS = 3
"""Authors that are named; 等 stands for the others (8.1.2; 7.1 in 2025)."""


class Dated(NamedTuple):
    """A citation that asks for the day on which its reader looked at the page."""

    before: str
    """Up to where `[2026-11-23]` belongs."""
    after: str
    """What follows; of a citation without address, which asks for no day, just a full stop."""


def gbt_2025(reference: Reference) -> str:
    """张玉香. 题名：副题[N/OL]. 报名，2023-02-20（03）. https://…."""
    published = f"{reference.day}（{reference.page}）" if reference.page else reference.day
    if reference.publication:
        published = f"{reference.publication}，{published}"
    title = reference.full_title
    if reference.url:
        return f"{_authors(reference, '，')}{title}[N/OL]. {published}. {reference.url}."
    return f"{_authors(reference, '，')}{title}[N]. {published}."


def gbt_2015(reference: Reference) -> Dated:
    """张玉香. 题名[N/OL]. 报名, 2023-02-20(03)[2026-11-23]. https://…."""
    published = f"{reference.day}({reference.page})" if reference.page else reference.day
    if reference.publication:
        published = f"{reference.publication}, {published}"
    mark, after = ("[N/OL]", f". {reference.url}.") if reference.url else ("[N]", ".")
    return Dated(f"{_authors(reference, ', ')}{reference.title}{mark}. {published}", after)


def _authors(reference: Reference, comma: str) -> str:
    """张玉香，李红，王芳，等. ; nothing without a byline."""
    authors = reference.authors
    if not authors:
        return ""
    if len(authors) > AUTHORS:
        authors = (*authors[:AUTHORS], "等")
    return f"{comma.join(authors)}. "
