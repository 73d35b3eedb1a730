from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.tagging import Gazetteer, Tagger, load_themes

TAXONOMY = Path(__file__).parents[2] / "taxonomy"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["宁夏回族自治区"], TAXONOMY / "regions.toml")


@pytest.fixture(scope="session")
def tagger(gazetteer: Gazetteer) -> Tagger:
    return Tagger(gazetteer, load_themes(TAXONOMY / "themes.toml"))
