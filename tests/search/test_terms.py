"""The names that the search suggests."""

from __future__ import annotations

import gzip
import json
import random
from typing import TYPE_CHECKING, Any

from jianbao.search import NamedTerm, write_terms
from jianbao.search.terms import MOST, terms_file
from jianbao.slugs import term_slug, unique_slugs
from tests.search.indexing import build_index

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.slugs import Kind


def named(kind: Kind, *counts: tuple[str, int]) -> list[NamedTerm]:
    slugs = unique_slugs(kind, [name for name, _ in counts])
    return [
        NamedTerm(kind, name, slugs[name], term_slug(kind, name), count) for name, count in counts
    ]


def read(data: bytes) -> dict[str, Any]:
    columns: dict[str, Any] = json.loads(gzip.decompress(data))
    return columns


def test_themes_and_bylines_are_read_as_their_slugs() -> None:
    terms = named("themes", ("协商民主", 5)) + named("people", ("张玉香", 3))
    found = read(terms_file(terms))
    assert found["themes"] == [["协商民主", "xie-shang-min-zhu", 5]]
    assert found["people"] == [["张玉香", "zhang-yu-xiang", 3]]


def test_a_name_is_read_without_the_mark_that_keeps_it_apart() -> None:
    found = read(terms_file(named("people", ("张伟", 2), ("章炜", 1))))
    assert [(row[0], row[3]) for row in found["people"]] == [
        ("张伟", "zhang-wei"),
        ("章炜", "zhang-wei"),
    ]
    assert found["people"][0][1] != found["people"][1][1]


def test_a_region_stands_behind_the_one_it_lies_in_and_is_read_to_its_end() -> None:
    found = read(
        terms_file(
            named(
                "regions",
                ("宁夏回族自治区/银川市/金凤区", 4),
                ("宁夏回族自治区/银川市", 4),
                ("宁夏回族自治区", 4),
                ("重庆市", 9),
                ("吉林省/延边朝鲜族自治州", 1),
                ("吉林省", 1),
            )
        )
    )
    assert found["regions"] == [
        [-1, "重庆市", "chong-qing", 9, "chong-qing-shi"],
        [-1, "宁夏回族自治区", "ning-xia", 4, "ning-xia-hui-zu-zi-zhi-qu"],
        [1, "银川市", "yin-chuan", 4, "yin-chuan-shi"],
        [2, "金凤区", "jin-feng-qu", 4],
        [-1, "吉林省", "ji-lin", 1, "ji-lin-sheng"],
        [4, "延边朝鲜族自治州", "yan-bian", 1, "yan-bian-chao-xian-zu-zi-zhi-zhou"],
    ]


def test_the_bytes_do_not_depend_on_the_order() -> None:
    terms = named("people", *((f"张{chr(0x4E00 + n)}", n % 7) for n in range(40)))
    shuffled = random.Random(1).sample(terms, len(terms))
    assert terms_file(terms) == terms_file(shuffled)


def test_a_large_archive_lists_those_with_most_articles() -> None:
    people = [
        NamedTerm("people", f"张{n:05}", f"zhang-{n:05}", f"zhang-{n:05}", n)
        for n in range(MOST + 9)
    ]
    found = read(terms_file(people))["people"]
    assert len(found) == MOST
    assert found[0][2] == MOST + 8


def test_is_written_when_it_changes_and_outlives_the_bundles(tmp_path: Path) -> None:
    file = tmp_path / "pagefind" / "terms.gz"
    write_terms(named("themes", ("协商民主", 5)), tmp_path)
    first = file.stat().st_mtime_ns, file.stat().st_ino
    build_index([], tmp_path)
    write_terms(named("themes", ("协商民主", 5)), tmp_path)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == first
    write_terms(named("themes", ("协商民主", 6)), tmp_path)
    assert read(file.read_bytes())["themes"] == [["协商民主", "xie-shang-min-zhu", 6]]


def test_every_name_of_the_sample_leads_to_its_page(sample_site: Path) -> None:
    found = read((sample_site / "pagefind" / "terms.gz").read_bytes())
    slugs = [f"{kind}/{row[1]}" for kind in ("themes", "people") for row in found[kind]]
    regions: list[str] = []
    for above, _, slug, *_ in found["regions"]:
        regions.append(slug if above < 0 else f"{regions[above]}/{slug}")
    assert len(regions) > 5
    for slug in [*slugs, *(f"regions/{each}" for each in regions)]:
        assert (sample_site / slug / "index.html").is_file(), slug
