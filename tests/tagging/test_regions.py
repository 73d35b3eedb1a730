from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from jianbao.tagging import Gazetteer, Tagger

FIXTURE = Path(__file__).parent / "fixtures" / "regions.txt"


@dataclass
class Case:
    """Headlines (kicker, title, subtitle), day, paragraphs; regions and mentions to expect."""

    name: str
    lines: dict[str, list[str]] = field(default_factory=lambda: {mark: [] for mark in "KTSDPRM"})


def cases() -> list[Case]:
    found = []
    for block in FIXTURE.read_text(encoding="utf-8").strip().split("\n\n"):
        name, *lines = block.splitlines()
        case = Case(name)
        for line in lines:
            mark, _, text = line.partition(": ")
            case.lines[mark].append(text)
        found.append(case)
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_regions_and_mentions(case: Case, tagger: Tagger) -> None:
    lines = case.lines
    tags = tagger.tag(
        lines["T"][0],
        lines["P"],
        kicker=lines["K"][0] if lines["K"] else None,
        subtitle=lines["S"][0] if lines["S"] else None,
        day=date.fromisoformat(lines["D"][0]) if lines["D"] else None,
    )
    assert (sorted(tags.regions), sorted(tags.mentions)) == (sorted(lines["R"]), sorted(lines["M"]))


def test_every_expected_region_is_known(gazetteer: Gazetteer) -> None:
    named = {path for case in cases() for path in case.lines["R"] + case.lines["M"]}
    assert {path for path in named if not gazetteer.known(path)} == set()


def test_a_development_zone_is_no_region_of_its_own(tagger: Tagger) -> None:
    tags = tagger.tag("高新区签约", ["石家庄高新技术产业开发区和苏州工业园区分别签约。"])
    assert set(tags.regions + tags.mentions) == {"河北省/石家庄市", "江苏省/苏州市"}


def test_nothing_gives_nothing(tagger: Tagger) -> None:
    assert tagger.tag(None, []).regions == ()
    assert tagger.tag("", ["", "  "]).themes == ()
