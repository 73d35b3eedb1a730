from __future__ import annotations

from jianbao.counting import counted


def test_one_is_one_and_all_others_are_several() -> None:
    assert [counted(number, "new article") for number in (0, 1, 2, 1204)] == [
        "0 new articles",
        "1 new article",
        "2 new articles",
        "1,204 new articles",
    ]
