"""An article keeps its id by its text: in whatever order, however split, with whatever typos."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from jianbao.ingest.identity import LEAST_SHARED, assign_ids, shared
from jianbao.ingest.versions import sketch

WORDS = [chr(code) for code in range(0x4E00, 0x4E00 + 1500)]


def text_of(seed: int, length: int = 600) -> str:
    return "".join(random.Random(seed).choices(WORDS, k=length))


@given(st.permutations(range(6)))
def test_order_does_not_matter(order: list[int]) -> None:
    old = {f"2023-02-20-03-{n + 1:02}": sketch(text_of(n)) for n in range(6)}
    new = [sketch(text_of(n)) for n in order]
    assert assign_ids(new, old, (), "2023-02-20-03") == [f"2023-02-20-03-{n + 1:02}" for n in order]


@given(st.integers(0, 1000), st.integers(120, 480), st.integers(150, 3000))
def test_a_part_shares_with_the_whole_and_strangers_do_not(seed: int, cut: int, more: int) -> None:
    whole = text_of(seed)
    bigger = whole + text_of(seed + 5000, more)
    part = whole[:cut] if cut > 300 else whole[cut:]
    assert shared(sketch(part), sketch(whole)) >= LEAST_SHARED
    assert shared(sketch(whole), sketch(bigger)) >= LEAST_SHARED
    assert shared(sketch(text_of(seed + 9000)), sketch(whole)) < LEAST_SHARED


def test_the_larger_part_of_a_split_article_keeps_its_id() -> None:
    whole = text_of(1)
    old = {"2023-02-20-03-01": sketch(whole), "2023-02-20-03-02": sketch(text_of(2))}
    new = [sketch(whole[:150]), sketch(whole[150:]), sketch(text_of(2))]
    ids = assign_ids(new, old, (), "2023-02-20-03")
    assert ids[2] == "2023-02-20-03-02"
    assert sorted(ids[:2]) == ["2023-02-20-03-01", "2023-02-20-03-03"]


def test_an_id_is_never_given_twice() -> None:
    old = {"2023-02-20-03-07": sketch(text_of(1))}
    taken = ["2023-02-20-03-09", "2023-02-20-04-11"]
    assert assign_ids([sketch(text_of(2))], old, taken, "2023-02-20-03") == ["2023-02-20-03-10"]
