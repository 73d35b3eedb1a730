"""People's names in credits."""

from __future__ import annotations

import pytest

from jianbao.ingest.names import LONGEST, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("郑 桉", ("郑桉",)),
        ("邓 桂 张 涵", ("邓桂", "张涵")),
        ("王 小 明", ("王小明",)),
        ("李永国 张军婷", ("李永国", "张军婷")),
        ("郑香、唐志娟", ("郑香", "唐志娟")),
        ("马军立邓波梅", ("马军立", "邓波梅")),  # a line ended between them
        ("马欣远王 建", ("马欣远", "王建")),
        ("罗涵罗玉", ("罗涵", "罗玉")),
        ("欧阳建国", ("欧阳建国",)),
        ("阿依古丽", ("阿依古丽",)),
        ("买买提 阿·巴图", ("买买提", "阿·巴图")),
        ("", ()),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


def test_a_row_of_any_length_is_cut_at_a_bounded_cost() -> None:
    found = split_names("年丰物阜" * 2000)
    assert "".join(found) == "年丰物阜" * 2000
    assert max(map(len, found)) <= LONGEST
