"""What an article's page says to other programs: meta elements and schema.org's NewsArticle.

**Zotero** files a page by its translator "Embedded Metadata" (zotero/translators, read in the
versions of 2015 and 2024-06-13), which hands all `prefix.name` metas to its translator "RDF". That
takes the item's type from the first of z:itemType, bib:type, prism:aggregationtype, eprints:type,
og:type, dc:type; `og:type` article is a guess only (a *journal* article, after everything else),
and z:itemType would have dc:description kept as the note "Extra". So `DC.type` newspaperArticle
it is: a name that Zotero knows as a type is taken at its word. `citation_journal_title` would make
a journal article of it whatever else is said, `citation_title` where nothing else is.

| field | read from (first of) |
| --- | --- |
| title | DC.title |
| author | DC.creator, one meta a name |
| publication | prism.publicationName; without it og:site_name |
| date | prism.publicationDate, before article:published_time |
| pages | prism.startingPage |
| section | article:section |
| language, URL, abstract, tags | DC.language, og:url, og:description, DC.subject |

Run through the real translators (the npm package ztractor 2.0.0 bundles them), a page with these
metas gives a newspaperArticle with every field of the table.

Not given, since Zotero reads them as something else: dcterms.alternative (an abbreviated title),
DC.coverage (a place in an archive), DC.identifier (anything like an ISBN), dcterms.isPartOf.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, NamedTuple

from jianbao.record import prefixes
from jianbao.values import dataclass

if TYPE_CHECKING:
    from jianbao.citing import Reference
    from jianbao.config import Settings
    from jianbao.record import Record

MIDNIGHT = "T00:00:00+08:00"
"""Papers name a day; in China it begins at this time."""


class Meta(NamedTuple):
    """One `<meta>` element."""

    attribute: str
    """`name` or `property`: Open Graph is RDFa and asks for the second."""
    name: str
    """`DC.creator`."""
    content: str
    """Plain text."""


def metas(reference: Reference, record: Record) -> list[Meta]:
    """The meta elements of an article's page.

    Those that all pages have (description, og:site_name, og:url) are not among them.
    """
    article = record.article
    title = reference.full_title
    found = [
        Meta("property", "og:type", "article"),
        Meta("property", "og:title", reference.title),
        Meta("property", "og:description", record.lead),
        Meta("property", "article:published_time", reference.day + MIDNIGHT),
        Meta("name", "DC.type", "newspaperArticle"),
        Meta("name", "DC.title", title),
        Meta("name", "DC.language", reference.language),
        Meta("name", "dcterms.issued", reference.day),
        Meta("name", "prism.publicationDate", reference.day),
    ]
    if article.corrected:
        day = article.corrected.isoformat()
        found.append(Meta("property", "article:modified_time", day + MIDNIGHT))
        found.append(Meta("name", "dcterms.modified", day))
    for author in reference.authors:
        found.append(Meta("property", "article:author", author))
        found.append(Meta("name", "DC.creator", author))
    if reference.publication:
        found.append(Meta("name", "prism.publicationName", reference.publication))
    if reference.page:
        found.append(Meta("name", "prism.startingPage", reference.page))
    if reference.section:
        found.append(Meta("property", "article:section", reference.section))
    for theme in reference.keywords:
        found.append(Meta("property", "article:tag", theme))
        found.append(Meta("name", "DC.subject", theme))
    found += [Meta("name", "dcterms.spatial", path.replace("/", "")) for path in article.regions]
    return found


@dataclass(frozen=True)
class LinkedData:
    """Writes schema.org's NewsArticle, as JSON-LD, for the articles of one archive."""

    settings: Settings
    """The archive's settings."""

    @cached_property
    def _newspaper(self) -> str:
        name = self.settings.publication
        return f',"isPartOf":{{"@type":"Newspaper","name":{quoted(name)}}}' if name else ""

    @cached_property
    def _language(self) -> str:
        return quoted(self.settings.content_language)

    def write(self, reference: Reference, record: Record, images: tuple[str, ...] = ()) -> str:
        """The content of `<script type="application/ld+json">`, safe as it stands.

        `images` are absolute URLs. A `type` that is no script's makes a data block, which is not
        executed: the policy `script-src 'self'` says nothing of it. Inside it nothing is escaped
        by HTML, so that `<`, `>`, `&` are written as JSON escapes.
        """
        article = record.article
        issue = f'"@type":"PublicationIssue","datePublished":"{reference.day}"{self._newspaper}'
        parts = [
            '{"@context":"https://schema.org","@type":"NewsArticle"',
            f'"headline":{quoted(reference.title)}',
            f'"datePublished":"{reference.day}{MIDNIGHT}"',
            f'"inLanguage":{self._language}',
            f'"isPartOf":{{{issue}}}',
            f'"wordCount":{record.length}',
        ]
        if article.corrected:
            parts.append(f'"dateModified":"{article.corrected}{MIDNIGHT}"')
        if article.kicker or article.subtitle:
            others = [quoted(text) for text in (article.kicker, article.subtitle) if text]
            parts.append(f'"alternativeHeadline":{_one_or_list(others)}')
        if reference.authors:
            people = [f'{{"@type":"Person","name":{quoted(name)}}}' for name in reference.authors]
            parts.append(f'"author":{_one_or_list(people)}')
        if reference.page:
            parts.append(f'"printPage":{quoted(reference.page)}')
        if reference.section:
            section = quoted(reference.section)
            parts.append(f'"printSection":{section}')
            parts.append(f'"articleSection":{section}')
        if article.themes:
            things = [_thing(theme) for theme in article.themes]
            parts.append(f'"about":{_one_or_list(things)}')
        if article.regions:
            places = [_place(path) for path in article.regions]
            parts.append(f'"contentLocation":{_one_or_list(places)}')
        if article.themes or article.column:
            words = [quoted(word) for word in (article.column, *article.themes) if word]
            parts.append(f'"keywords":[{",".join(words)}]')
        if article.source:
            source = quoted(article.source)
            parts.append(f'"sourceOrganization":{{"@type":"Organization","name":{source}}}')
        if images:
            parts.append(f'"image":[{",".join(map(quoted, images))}]')
        if reference.url:
            url = quoted(reference.url)
            parts.append(f'"url":{url},"mainEntityOfPage":{url}')
        return script_safe(",".join(parts) + "}")


def script_safe(json: str) -> str:
    r"""JSON that neither ends a `<script>` element nor opens a comment in it."""
    # Outside strings JSON has none of them. U+2028 and U+2029 end a line for old scripts.
    for mark, escape in (("<", r"\u003c"), (">", r"\u003e"), ("&", r"\u0026")):
        json = json.replace(mark, escape)
    return json.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")


def _one_or_list(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"[{','.join(values)}]"


@lru_cache(1024)
def _thing(theme: str) -> str:
    return f'{{"@type":"Thing","name":{quoted(theme)}}}'


@lru_cache(4096)
def _place(path: str) -> str:
    """A region within those above it: 双福社区 in 贺兰山中路街道 in 金凤区 …."""
    place = ""
    for prefix in prefixes(path):
        within = f',"containedInPlace":{place}' if place else ""
        name = quoted(prefix.rpartition("/")[2])
        place = f'{{"@type":"AdministrativeArea","name":{name}{within}}}'
    return place
