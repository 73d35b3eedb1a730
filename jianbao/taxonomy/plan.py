"""All that a change of the vocabulary writes: articles, what ingest remembers of them, redirects.

What ingest remembers must follow: to it a theme that only the vocabulary renamed is none that
people gave or took away, so that later runs go on as if it had always been called so.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.content import read_text
from jianbao.errors import JianbaoError, Problems
from jianbao.frontmatter import read_article
from jianbao.frontmatter.retag import retag
from jianbao.ingest.desk import seen_mark
from jianbao.ingest.shelf import ANY_WORDS, Shelf
from jianbao.ingest.versions import fingerprint, part
from jianbao.listing import all_files, scan
from jianbao.markdown import to_blocks
from jianbao.redirects import FILE as REDIRECTS
from jianbao.redirects import MovedTheme, load_redirects, redirects_text, with_moved_themes
from jianbao.site.write import replace_file
from jianbao.slugs import term_slug
from jianbao.tagging import load_themes
from jianbao.tagging.article import read
from jianbao.taxonomy.changes import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jianbao.article import Article
    from jianbao.config import Archive
    from jianbao.ingest.versions import PageVersion, Version
    from jianbao.tagging import Themes
    from jianbao.taxonomy.changes import Change


@dataclass(frozen=True, slots=True)
class Retagged:
    """An article whose themes change."""

    file: str
    """Its file, relative to the archive's root."""
    before: Article
    """What it is."""
    after: Article
    """What it becomes."""
    text: str
    """What its file becomes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is to be written, worked out before anything is."""

    articles: tuple[Retagged, ...]
    """The articles with a theme that goes."""
    versions: tuple[PageVersion, ...]
    """What ingest remembers of their pages."""
    files: Mapping[str, str]
    """The texts of redirects.toml and themes.toml, in the order in which they are written."""

    def carry_out(self, archive: Archive) -> None:
        """Write it, each file in one step.

        Should it be stopped, the same command takes up what is left: the vocabulary, which says
        what there is to do, is written last.
        """
        shelf = Shelf(archive)
        for version in self.versions:
            shelf.memory.save(version)
        for each in self.articles:
            path = archive.root / each.file
            ends = b"\r\n" if b"\r\n" in path.read_bytes() else b"\n"
            replace_file(path, each.text.encode().replace(b"\n", ends))
        for file, text in self.files.items():
            path = archive.root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, text.encode())


def make_plan(archive: Archive, change: Change) -> Plan:
    """Work out what a change of the vocabulary writes.

    Raises ConfigError when the new vocabulary or the redirects are wrong, Problems when an article
    cannot be read.
    """
    old_slugs = {
        theme.name: theme.slug or term_slug("themes", theme.name)
        for theme in load_themes(archive.override(FILE)).themes
    }
    themes = _checked(change.text)
    articles = tuple(_articles(archive, change, themes))
    moved = tuple(MovedTheme(old, old_slugs[old], to) for old, to in change.leads.items())
    load_redirects(archive.root)  # A file that is wrong is not extended.
    redirects = with_moved_themes(redirects_text(archive.root), moved)
    return Plan(
        articles,
        tuple(_versions(archive, change, articles)),
        {REDIRECTS: redirects, FILE: change.text},
    )


def _checked(text: str) -> Themes:
    """The new vocabulary, read as it will be."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "themes.toml"
        file.write_text(text, encoding="utf-8")
        return load_themes(file)


def _articles(archive: Archive, change: Change, themes: Themes) -> Iterable[Retagged]:
    found: list[Retagged] = []
    errors: list[JianbaoError] = []
    for file in all_files(scan(archive.content)):
        if not file.endswith(".md"):
            continue
        try:
            text = read_text(archive.root / file, file)
            if not any(old in text for old in change.leads):
                continue
            article = read_article(text, file, ANY_WORDS)
        except Problems as problems:
            errors += problems.errors
            continue
        except JianbaoError as error:
            errors.append(error)
            continue
        leads = {
            old: to if len(to) == 1 else fitting(article, to, themes)
            for old, to in change.leads.items()
            if old in article.themes
        }
        if leads:
            new, after = retag(text, article, leads)
            found.append(Retagged(file, article, after, new))
    if errors:
        raise Problems(errors)
    return found


def fitting(article: Article, among: tuple[str, ...], themes: Themes) -> tuple[str, ...]:
    """The themes that an article of a theme gets when that is split, heaviest first.

    Those whose words it has enough of; else the one whose words it has most of; else the first.
    """
    sentences = read(article.title, to_blocks(article.body), article.kicker, article.subtitle)
    evidence = dict(zip(themes.names, themes.evidence(sentences), strict=False))
    least = {theme.name: theme.least for theme in themes.themes}
    ranked = tuple(sorted(among, key=lambda name: -evidence[name]))
    given = tuple(name for name in ranked if evidence[name] >= least[name])
    return given or (ranked[:1] if evidence[ranked[0]] > 0 else among[:1])


def _versions(
    archive: Archive, change: Change, articles: tuple[Retagged, ...]
) -> Iterable[PageVersion]:
    changed = {each.before.id: each for each in articles}
    for page in Shelf(archive).memory.versions():
        versions = tuple(_followed(each, change, changed.get(each.id)) for each in page.articles)
        if versions != page.articles:
            yield replace(page, articles=versions)


def _followed(version: Version, change: Change, each: Retagged | None) -> Version:
    """What ingest remembers of an article, as if it had always used the new names."""
    marks: list[str] = []
    leads = {fingerprint(old): (old, to) for old, to in change.leads.items()}
    for mark in version.fields.get("themes", "").split():
        old, to = leads.get(mark, ("", ()))
        if each and old in each.before.themes:
            to = tuple(name for name in to if name in each.after.themes)
        marks += map(fingerprint, to) if old else [mark]
    themes = " ".join(dict.fromkeys(marks))
    if themes != version.fields.get("themes", ""):
        version = replace(version, fields={**version.fields, "themes": themes})
    if each is None:
        return version
    was, now = (fingerprint(part(article, "article")) for article in (each.before, each.after))
    return replace(
        version,
        # What an editor has seen, or left to stand against ingest, is still the same article.
        seen=seen_mark(each.after) if version.seen == seen_mark(each.before) else version.seen,
        conflicts=tuple(
            replace(conflict, people=now)
            if conflict.field == "article" and conflict.people == was
            else conflict
            for conflict in version.conflicts
        ),
    )
