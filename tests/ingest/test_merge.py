"""Merging three ways: a table of base, machine and people, and that no correction is ever lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.article import Article
from jianbao.ingest.merge import merge, unchanged
from jianbao.ingest.versions import (
    PageVersion,
    blocks_of,
    read_page_version,
    version_of,
    write_page_version,
)

ARTICLE = Article(
    id="2023-02-20-03-01",
    date=date(2023, 2, 20),
    title="标题",
    body="甲\n\n乙\n\n丙",
    byline=("张玉香",),
    themes=("协商民主", "党建"),
)

# field, base, machine, people → merged, what of the machine's is in conflict
TABLE = [
    ("title", "旧", "旧", "旧", "旧", None),
    ("title", "旧", "新", "旧", "新", None),
    ("title", "旧", "旧", "改", "改", None),
    ("title", "旧", "改", "改", "改", None),
    ("title", "旧", "新", "改", "改", "新"),
    ("title", "旧", "", "改", "改", ""),
    ("title", "旧", "旧", "", "", None),
    ("kicker", "", "新", "", "新", None),
    ("kicker", "", "新", "改", "改", "新"),
    ("byline", ("甲",), ("甲", "乙"), ("甲",), ("甲", "乙"), None),
    ("byline", ("甲",), ("甲", "乙"), ("丙",), ("丙",), "甲\n乙"),
    ("themes", ("甲",), ("甲", "乙"), ("甲", "丙"), ("甲", "丙", "乙"), None),
    ("themes", ("甲", "乙"), ("甲",), ("甲", "乙", "丙"), ("甲", "丙"), None),
    ("themes", ("甲", "乙"), ("甲", "乙", "丁"), ("乙",), ("乙", "丁"), None),
    ("themes", ("甲",), ("乙",), ("丙",), ("丙", "乙"), None),
    ("body", "甲\n\n乙\n\n丙", "甲\n\n新\n\n丙", "甲\n\n乙\n\n丙", "甲\n\n新\n\n丙", None),
    ("body", "甲\n\n乙\n\n丙", "甲\n\n乙\n\n丙", "甲\n\n改\n\n丙", "甲\n\n改\n\n丙", None),
    ("body", "甲\n\n乙\n\n丙", "新\n\n乙\n\n丙", "甲\n\n乙\n\n改", "新\n\n乙\n\n改", None),
    ("body", "甲\n\n乙\n\n丙", "甲\n\n新\n\n丙", "甲\n\n改\n\n丙", "甲\n\n改\n\n丙", "新"),
    ("body", "甲\n\n乙\n\n丙", "甲\n\n乙丙", "甲\n\n改\n\n丙", "甲\n\n改\n\n丙", "乙丙"),
    ("body", "甲\n\n乙", "甲\n\n乙\n\n新", "甲\n\n乙\n\n改", "甲\n\n乙\n\n改", "新"),
    ("body", "甲\n\n乙", "甲\n\n乙\n\n新", "甲", "甲", "乙\n\n新"),
    ("body", "甲\n\n乙", "乙\n\n甲", "甲\n\n乙改", "乙\n\n甲\n\n乙改", ""),
    ("body", "甲\n\n乙", "甲", "甲\n\n乙\n\n改", "甲\n\n乙\n\n改", ""),
]


@pytest.mark.parametrize(("field", "base", "machine", "people", "merged", "disputed"), TABLE)
def test_the_table(
    field: str, base: object, machine: object, people: object, merged: object, disputed: str | None
) -> None:
    result, conflicts = merge(
        version_of(replace(ARTICLE, **{field: base})),
        replace(ARTICLE, **{field: machine}),
        replace(ARTICLE, **{field: people}),
    )
    assert getattr(result, field) == merged
    if disputed is None:
        assert conflicts == []
    else:
        assert [(each.field, each.machine) for each in conflicts] == [(field, disputed)]


BODIES = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=6).map("\n\n".join)


@given(BODIES, BODIES, BODIES)
def test_no_block_that_people_wrote_is_lost(base: str, machine: str, people: str) -> None:
    result, conflicts = merge(
        version_of(replace(ARTICLE, body=base)),
        replace(ARTICLE, body=machine),
        replace(ARTICLE, body=people),
    )
    added = [block for block in blocks_of(people) if block not in blocks_of(base)]
    left = iter(blocks_of(result.body))
    assert all(block in left for block in added), "in the order in which people wrote them"
    if machine == base:
        assert result.body == people
    if people == base:
        assert result.body == machine
    # What the machine newly has is taken in or shown as a conflict, never dropped in silence.
    shown = "\n\n".join((result.body, *(each.machine for each in conflicts)))
    assert all(b in blocks_of(shown) for b in blocks_of(machine) if b not in blocks_of(base))


@given(BODIES, st.lists(st.sampled_from("甲乙丙"), unique=True).map(tuple))
def test_what_nobody_touched_is_unchanged(body: str, themes: tuple[str, ...]) -> None:
    article = replace(ARTICLE, body=body, themes=themes)
    assert unchanged(version_of(article), article)
    assert not unchanged(version_of(article), replace(article, title="改"))
    assert not unchanged(version_of(article), replace(article, body=body + "改"))


def test_a_version_is_kept_in_a_small_file() -> None:
    long = replace(ARTICLE, body="\n\n".join(f"第{n}段，" + "协商议事" * 30 for n in range(12)))
    page = PageVersion("pages/a.txt", "0" * 16, "1", "12345678", (version_of(long),))
    text = write_page_version(page)
    assert read_page_version(text, "a") == page
    assert len(text) < 1_000
