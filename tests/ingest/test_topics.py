"""What texts are about, and whether two are of one article."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bench.fit_topics import SHARPNESS, fit, packed, slope_of
from jianbao.ingest.cohesion import grams
from jianbao.ingest.topics import Topics, nearness, relatedness, topics
from tests.ingest.test_cut import ARTICLES

BONDS = "财政部门将在近期陆续推出增量政策，支持国有大型商业银行补充核心资本。"
BUDGET = "发行特别国债用于扩大内需，今年中央预算赤字有较大提升空间。"
BIRDS = "数万只红嘴鸥启程北归，湿地保护区内候鸟觅食栖息。"
QUOTE = "银行负责人说，这有利于更好地支持企业。"
WETLAND = "当地积极补水修复生态环境，为疣鼻天鹅筑巢繁衍创造条件。"


def test_texts_without_a_word_in_common_are_near_when_they_are_of_one_matter() -> None:
    texts = [grams(one) for one in (BONDS, BUDGET, BIRDS, WETLAND)]
    assert not texts[0] & texts[1]
    near = nearness(texts, texts)
    assert near[0][1] > max(near[0][2], near[0][3], near[1][2], near[1][3]) + 0.1
    assert near[2][3] > max(near[0][2], near[0][3], near[1][2], near[1][3]) + 0.1


def test_a_text_has_length_one_and_one_without_a_known_pair_none() -> None:
    lengths = np.linalg.norm(topics().of([grams(BONDS), grams("2023 ABC"), frozenset()]), axis=1)
    assert lengths == pytest.approx([1, 0, 0])


def test_relatedness_is_of_two_sides_bounded_and_nothing_to_oneself() -> None:
    texts = [grams(one) for one in (BONDS, BUDGET, BIRDS, WETLAND)]
    odds = np.array(relatedness(texts))
    assert np.allclose(odds, odds.T)
    assert np.diag(odds) == pytest.approx(0)
    assert odds.min() >= -2 < 0 < odds.max() <= 2.5
    assert odds[0][1] > 0 > odds[0][2]


def test_texts_that_share_a_rare_name_are_of_one_article() -> None:
    name = grams("戛洒曷")
    one, *others = (grams(text) for text in (QUOTE, BONDS, BIRDS))
    named = [one | name, *others]
    both = [one | name, others[0] | name, others[1]]
    assert relatedness(both)[0][1] > relatedness(named)[0][1] + 0.5


def test_texts_that_are_near_to_the_same_ones_are_nearer() -> None:
    quote = grams(QUOTE)
    alone = [grams(one) for one in (BUDGET, BIRDS, WETLAND)]
    assert relatedness([quote, *alone, grams(BONDS)])[0][1] > relatedness([quote, *alone])[0][1]


@pytest.mark.parametrize("size", [0, 1])
def test_fewer_than_two_texts_are_related_to_none(size: int) -> None:
    texts = [grams(BONDS)] * size
    assert relatedness(texts) == [[0.0] * size] * size


def test_equal_texts_do_not_break_the_spread() -> None:
    texts = [grams(BONDS)] * 3
    assert np.isfinite(relatedness(texts)).all()


def test_the_slope_is_that_of_the_surprise() -> None:
    chance = np.random.default_rng(0)
    texts = csr_matrix(chance.random((8, 6)) < 0.5, dtype=np.float32)
    of, directions = np.array([0, 0, 0, 1, 1, 2, 2, 2]), chance.normal(size=(6, 3))

    def surprise(at: np.ndarray) -> float:
        points = texts @ at
        points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
        odds = SHARPNESS * points @ points.T
        total = 0.0
        for one, own in enumerate(of):
            against = np.exp(odds[one][of != own]).sum()
            same = [two for two in np.flatnonzero(of == own) if two != one]
            total += np.mean([np.log1p(against / np.exp(odds[one][two])) for two in same])
        return total / len(of)

    slope = slope_of(texts, of, directions)
    for at in np.ndindex(directions.shape):
        step = np.zeros_like(directions)
        step[at] = 1e-5
        rise = (surprise(directions + step) - surprise(directions - step)) / 2e-5
        assert slope[at] == pytest.approx(rise, rel=1e-3, abs=1e-3)


def test_what_is_fitted_can_be_read_and_tells_articles_apart() -> None:
    pairs, directions = fit(ARTICLES, dimensions=5, most=2.0, passes=20)
    read = Topics.read(packed(pairs, directions))
    assert set(read.rows) == set(pairs)
    paragraphs = [
        (number, grams(text))
        for number, article in enumerate(ARTICLES)
        for text in article["paragraphs"]
        if len(text) > 30
    ]
    found = read.of([text for _, text in paragraphs])
    numbers = np.array([number for number, _ in paragraphs])
    same = numbers[:, None] == numbers[None, :]
    near = found @ found.T
    assert near[same].mean() > near[~same].mean() + 0.3
