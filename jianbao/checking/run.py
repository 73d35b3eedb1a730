"""One check of an archive, from its settings to the links of its site."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.checking.finding import KINDS, SEVERITIES, Finding
from jianbao.checking.places import line_of_value
from jianbao.errors import ConfigError, JianbaoError, Problems
from jianbao.redirects import FILE, load_redirects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from jianbao.checking.finding import Kind
    from jianbao.config import Archive
    from jianbao.content import ArticleFile
    from jianbao.frontmatter import Vocabulary
    from jianbao.redirects import Redirects
    from jianbao.tagging import Themes


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    articles: int
    """Articles that could be read."""
    findings: tuple[Finding, ...]
    """In the order of file and line."""

    def count(self, severity: str) -> int:
        """How many findings are so grave."""
        return sum(each.severity == severity for each in self.findings)

    def counts(self, severity: str) -> Mapping[str, int]:
        """How many findings there are of each kind, in the order of KINDS."""
        found = Counter(each.kind for each in self.findings if each.severity == severity)
        return {kind: found[kind] for kind in KINDS if found[kind]}


def check(
    archive: Archive,
    today: date,
    *,
    site: Path | None = None,
    links: bool = True,
    jobs: int = 1,
    say: Callable[[str], object] = lambda stage: None,
) -> Checked:
    """Find everything that is wrong with an archive.

    Args:
        archive: the archive.
        today: articles of a later day have not come yet.
        site: a built site whose links are looked at as they are; None builds one of its own, in
            .jianbao/, when nothing else is wrong.
        links: whether to look at links at all.
        jobs: processes that build.
        say: is told what is being looked at.

    """
    from jianbao.listing import all_files, scan

    say("content")
    findings, words, themes, redirects = _taxonomy(archive)
    files = all_files(scan(archive.content))
    articles, broken = _content(archive, files, words)
    findings += broken
    say("duplicates, dates, images")
    findings += _articles(archive, files, articles, themes, redirects, today)
    if links and (site or not any(each.severity == "error" for each in findings)):
        say("links")
        findings += _links(archive, articles, site, jobs)
    return Checked(len(articles), tuple(sorted(set(findings), key=_order)))


def _order(finding: Finding) -> tuple[str, int, int, str]:
    grave = SEVERITIES.index(finding.severity)
    return finding.file, finding.line or 0, grave, finding.reason


def _taxonomy(
    archive: Archive,
) -> tuple[list[Finding], Vocabulary, Themes | None, Redirects | None]:
    """What is wrong with the controlled words and the redirects, and these themselves.

    What cannot be read is replaced by words that allow everything, so that the rest of the archive
    is checked all the same.
    """
    from jianbao.frontmatter import Vocabulary
    from jianbao.ingest.shelf import ANY_WORDS
    from jianbao.vocabulary import open_gazetteer, open_themes

    findings: list[Finding] = []
    themes, regions, redirects = None, ANY_WORDS.regions, None
    try:
        themes = open_themes(archive)
    except ConfigError as error:
        findings.append(_own(archive, error))
    try:
        regions = open_gazetteer(archive)
    except ConfigError as error:
        findings.append(_own(archive, error))
    try:
        redirects = load_redirects(archive.root)
    except ConfigError as error:
        findings.append(_own(archive, error))
    slugs = {each.name: each.slug for each in themes.themes} if themes else ANY_WORDS.themes
    aliases = redirects.aliases if redirects else {}
    words = Vocabulary(slugs, regions, aliases)
    if themes:
        findings += _redirects(archive, aliases, slugs)
    return findings, words, themes, redirects


def _own(archive: Archive, error: ConfigError) -> Finding:
    """An error in a file of the taxonomy, named by its place in the archive."""
    kind: Kind = "settings" if error.file == "archive.toml" else "taxonomy"
    file = archive.relative(Path(error.file)) if Path(error.file).is_absolute() else error.file
    return replace(Finding.of(error, kind), file=file.removeprefix(f"{archive.root}/"))


def _redirects(
    archive: Archive, aliases: Mapping[str, tuple[str, ...]], themes: Mapping[str, str]
) -> Iterator[Finding]:
    """Old names of themes that are themes again, or that lead to what is none."""
    for old, leads in aliases.items():
        wrong = [(f"{old} is a theme again", "delete this [[theme]]")] if old in themes else []
        wrong += [
            (f"{old} leads to {name}, which is no theme", "name one of taxonomy/themes.toml")
            for name in leads
            if name not in themes
        ]
        for reason, hint in wrong:
            line = line_of_value((archive.root / FILE).read_text("utf-8"), "from", old)
            yield Finding("taxonomy", "error", reason, FILE, line, hint)


def _content(
    archive: Archive, files: Sequence[str], words: Vocabulary
) -> tuple[tuple[ArticleFile, ...], list[Finding]]:
    from jianbao.content import doubled_ids, read_files

    content, errors = read_files(archive, files, words)
    errors += doubled_ids(archive, content.articles, {})
    return content.articles, [Finding.of(error, "content") for error in errors]


def _articles(
    archive: Archive,
    files: Sequence[str],
    articles: tuple[ArticleFile, ...],
    themes: Themes | None,
    redirects: Redirects | None,
    today: date,
) -> Iterator[Finding]:
    """What is found by looking at the articles that could be read."""
    from jianbao.checking.conflicts import check_conflicts
    from jianbao.checking.dates import check_dates
    from jianbao.checking.duplicates import check_duplicates
    from jianbao.checking.identity import check_identity
    from jianbao.checking.images import check_images
    from jianbao.checking.removed import check_removed
    from jianbao.checking.themes import check_themes

    # What no article has is known only when all of them could be read.
    complete = len(articles) == sum(file.endswith(".md") for file in files)
    yield from check_identity(archive, articles)
    yield from check_dates(archive, articles, today)
    yield from check_images(archive, articles, files, complete=complete)
    yield from check_duplicates(archive, articles)
    yield from check_conflicts(archive, articles)
    if redirects and complete:
        yield from check_removed(archive, articles, redirects.articles)
    if themes and complete:
        yield from check_themes(archive, articles, themes)


def _links(
    archive: Archive,
    articles: tuple[ArticleFile, ...],
    site: Path | None,
    jobs: int,
) -> list[Finding]:
    from jianbao.checking.links import check_links
    from jianbao.site.build import Options, build

    if site is None:
        site = archive.state / "check"
        try:
            build(archive, site, Options(search=False, jobs=jobs))
        except Problems as problems:
            return [Finding.of(error, "site") for error in problems.errors]
        except JianbaoError as error:
            return [Finding.of(error, "site")]
    return list(check_links(archive, articles, site))
