"""Texts that stand twice are found, others are not, and the work grows with their number."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from jianbao.checking import duplicates
from jianbao.checking.duplicates import alike

if TYPE_CHECKING:
    import pytest

CHARACTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"


def text(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(CHARACTERS, k=length))


@given(st.integers(0, 10**6), st.integers(100, 1500), st.integers(0, 5))
def test_a_text_with_a_few_characters_changed_is_found(
    seed: int, length: int, percent: int
) -> None:
    chance = random.Random(seed)
    one = text(chance, length)
    other = list(one)
    changes = length * percent // 500
    for at in chance.sample(range(length), changes):
        other[at] = "囗"
    found = list(alike([text(chance, length), one, text(chance, length), "".join(other)]))
    assert [(later, earlier) for later, earlier, _ in found] == [(3, 1)]
    assert (found[0][2] == 1) == (changes == 0)


@given(st.integers(0, 10**6))
def test_texts_that_begin_and_end_alike_are_two(seed: int) -> None:
    chance = random.Random(seed)
    frame = text(chance, 60)
    assert not list(alike([frame + text(chance, 300) + frame for _ in range(5)]))


def test_of_many_alike_each_is_told_once() -> None:
    one = text(random.Random(1), 300)
    assert list(alike([one] * 50)) == [(at, 0, 1.0) for at in range(1, 50)]


def test_short_texts_may_stand_twice() -> None:
    assert not list(alike(["图为会议现场。" * 5] * 3))


def test_a_phrase_in_every_article_does_not_make_the_work_grow_with_the_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0

    def share(one: str, other: str) -> float:
        nonlocal compared
        compared += 1
        return 0.0

    monkeypatch.setattr(duplicates, "_share", share)
    chance = random.Random(3)
    phrases = [text(chance, 40) for _ in range(6)]
    texts = ["".join(chance.sample(phrases, 5)) + text(chance, 30) for _ in range(600)]
    list(alike(texts))
    assert 0 < compared <= 600 * duplicates.COMPARED * duplicates.INDEXED
