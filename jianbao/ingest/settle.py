"""What a page's articles become: new ones, merged ones, and those that are no longer found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jianbao.ingest.identity import assign_ids
from jianbao.ingest.merge import merge, unchanged
from jianbao.ingest.versions import (
    Conflict,
    PageVersion,
    Version,
    fingerprint,
    open_conflicts,
    part,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jianbao.article import Article


@dataclass(frozen=True, slots=True)
class Settlement:
    """What is to be written."""

    new: tuple[Article, ...]
    """Articles that have no file yet."""
    changed: tuple[tuple[Article, Article], ...]
    """Articles whose file changes: what people have, what it becomes."""
    removed: tuple[Article, ...]
    """Articles that the machine no longer finds and that people never changed."""
    versions: tuple[Version, ...]
    """What to remember of the page's articles."""

    @property
    def conflicts(self) -> int:
        """Places that want a decision."""
        return sum(len(version.conflicts) for version in self.versions)


def settle(
    last: PageVersion | None,
    cut: Sequence[Article],
    people: Mapping[str, Article],
    taken: Iterable[str] = (),
) -> Settlement:
    """Bring together what the machine last made of a page, what it makes now, and people's work.

    Args:
        last: the machine's last version; None for a page that is new.
        cut: the articles as cut now, in printed order; their ids are only of the right form.
        people: the articles in content/ whose id `last` knows, as they are there now.
        taken: ids of that page in content/ that `last` does not know.
    """
    known = {version.id: version for version in last.articles} if last else {}
    made = [version_of(article) for article in cut]
    prefix = cut[0].id.rpartition("-")[0] if cut else ""
    sketches = {version.id: version.sketch for version in known.values()}
    ids = assign_ids([version.sketch for version in made], sketches, taken, prefix)

    new: list[Article] = []
    changed: list[tuple[Article, Article]] = []
    removed: list[Article] = []
    versions: dict[str, Version] = {}
    for article_id, article, version in zip(ids, cut, made, strict=True):
        machine, version = replace(article, id=article_id), replace(version, id=article_id)
        base, theirs = known.get(article_id), people.get(article_id)
        if base is None:
            new.append(machine)
        elif theirs is None:
            pass  # People took it out of content/, and out it stays.
        else:
            merged, conflicts = merge(base, machine, theirs)
            if merged != theirs:
                changed.append((theirs, merged))
            version = replace(
                version, conflicts=_still_open(base, merged, conflicts), seen=base.seen
            )
        versions[article_id] = version
    for article_id, base in known.items():
        if article_id in versions:
            continue
        theirs = people.get(article_id)
        conflicts = list(open_conflicts(base, theirs))
        if theirs is not None and not base.gone:
            if unchanged(base, theirs):
                removed.append(theirs)
            else:
                conflicts = [Conflict("article", "", fingerprint(part(theirs, "article")))]
        versions[article_id] = replace(base, conflicts=tuple(conflicts), gone=True)
    return Settlement(
        tuple(new),
        tuple(changed),
        tuple(removed),
        tuple(versions[each] for each in sorted(versions)),
    )


def _still_open(
    base: Version, merged: Article, conflicts: Sequence[Conflict]
) -> tuple[Conflict, ...]:
    """The new conflicts, and the old ones in other fields that people have not decided."""
    disputed = {conflict.field for conflict in conflicts}
    old = (each for each in open_conflicts(base, merged) if each.field not in disputed)
    return (*conflicts, *(each for each in old if each.field != "article"))
