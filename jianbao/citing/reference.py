"""What is cited: one newspaper article, without a word of how a citation is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    from jianbao.config import Settings
    from jianbao.record import Record


@dataclass(frozen=True, slots=True)
class Reference:
    """One article, as bibliographies know it. No field holds a line break."""

    id: str
    """`2023-02-20-03-02`; the key of the entry."""
    title: str
    """The headline; of untitled photo news the beginning of its text."""
    day: str
    """The day of its issue, `2023-02-20`."""
    subtitle: str = ""
    """The line below the headline, without its ——."""
    authors: tuple[str, ...] = ()
    """Its byline, as printed."""
    publication: str = ""
    """The newspaper; empty when the archive does not name one."""
    page: str = ""
    """The page number as printed, `03` or `A26`; empty when not known."""
    section: str = ""
    """The name of that page."""
    keywords: tuple[str, ...] = ()
    """Its themes."""
    url: str = ""
    """Where it stands; empty when the archive's address is not known."""
    language: str = "zh-Hans"
    """BCP 47 tag of its text."""

    @property
    def full_title(self) -> str:
        """民生实事“小切口” 铸就基层治理“大文章”：金凤区贺兰山中路街道….

        The colon is what GB/T 7714—2025, 7.2.3, sets between 题名 and 其他题名信息.
        """
        return f"{self.title}：{self.subtitle}" if self.subtitle else self.title


def reference_of(record: Record, settings: Settings, url: str = "") -> Reference:
    """The reference to an article that stands at the absolute URL `url`."""
    article = record.article
    return Reference(
        id=article.id,
        title=one_line(record.headline),
        day=article.date.isoformat(),
        subtitle=article.subtitle.lstrip("—－- "),
        authors=article.byline,
        publication=settings.publication,
        page=article.page,
        section=article.section,
        keywords=article.themes,
        url=url,
        language=settings.content_language,
    )


def one_line(text: str) -> str:
    """A text without the line breaks that the beginning of a body, for a headline, may have."""
    return " ".join(text.split()) if "\n" in text or "\r" in text else text
