"""The cases of cases.json, which the browser is held to as well, and the laws behind them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.search.folding import fold, variants
from jianbao.search.tokens import BREAK, phrase, tokens

CASES = json.loads(Path(__file__).with_name("cases.json").read_text("utf-8"))
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=12)
MIXED = st.text(st.sampled_from("协商议事區台a1B２ ，。\n-Ａé"), max_size=20)


@pytest.mark.parametrize(("text", "folded"), CASES["fold"])
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "expected"), CASES["tokens"])
def test_cuts_text(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(("query", "expected", "_"), CASES["phrase"])
def test_cuts_a_query(query: str, expected: list[str], _: object) -> None:
    assert phrase(query) == expected


def test_no_character_folds_to_one_that_folds_further() -> None:
    pairs = variants()
    assert not set(pairs[1::2]) & set(pairs[::2])


@given(MIXED)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(HAN, st.data())
def test_every_substring_of_two_characters_is_a_phrase_of_the_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 2, len(text)))
    assert _holds(tokens(text), phrase(text[start:end]))


@given(MIXED, MIXED)
def test_no_phrase_crosses_a_line(above: str, below: str) -> None:
    found = tokens(f"{above}\n{below}")
    assert found == [*tokens(above), BREAK, *tokens(below)]


@given(MIXED)
def test_tokens_are_words_that_pagefind_leaves_as_they_are(text: str) -> None:
    assert all(
        token == BREAK or (token.isalnum() and token == token.lower()) for token in tokens(text)
    )


def _holds(found: list[str], wanted: list[str]) -> bool:
    width = len(wanted)
    return any(found[at : at + width] == wanted for at in range(len(found) - width + 1))
