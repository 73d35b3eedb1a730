"""Every line of a raw page is traced to where it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from jianbao.cli import main
from jianbao.ingest import trace
from tests.conftest import ROOT

if TYPE_CHECKING:
    from jianbao.config import Archive

PAGE = "pages/2023-02-20/03.txt"


def test_every_line_of_the_sample_page_is_traced(sample: Archive) -> None:
    text = (sample.root / PAGE).read_text("utf-8")
    placements = trace(text)
    lines = text.split("\n")
    assert [one.number for one in placements] == [
        number for number, each in enumerate(lines, 1) if each.strip()
    ]
    places = {one.text: one.place for one in placements}
    assert places["■ 他山之石"] == "furniture"
    assert places["用心用情助力青年稳岗就业"] == "article 5, headline"
    assert places["党建引领 搭建平台协商共建"] == "article 4, subhead"
    assert places["协商会上，大家积极发言，深入交流。"] == "article 1, caption"
    assert places["化、规范化。（据《人民政协报》）"] == "article 5, paragraph 4"
    assert all(one.rule for one in placements)


def test_the_command_shows_line_place_and_rule() -> None:
    result = CliRunner().invoke(
        main, ["--root", str(ROOT), "ingest", "--explain", str(ROOT / PAGE)]
    )
    assert result.exit_code == 0
    assert f"{PAGE}:3: ■ 他山之石\n    → furniture (label)\n" in result.stdout
