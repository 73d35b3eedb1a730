"""The catalogues of the interface: whole, in step with the sources, and compiled."""

from __future__ import annotations

import io
from collections import Counter
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from jianbao.language import SOURCE, language_of, languages
from jianbao.site.modules import NUMBERS
from scripts import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message

OTHERS = [language for language in languages() if language != SOURCE]
each_language = pytest.mark.parametrize("language", OTHERS)


def catalogue(language: str) -> Catalog:
    return read_po(io.BytesIO(messages.po_file(language).read_bytes()), locale=language)


def forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, (tuple, list)) else (str(text),)


def said(catalog: Catalog) -> Iterator[tuple[Message, tuple[str, ...]]]:
    for message in catalog:
        if message.id:
            yield message, forms(message.string)


def names(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_there_is_an_english_catalogue() -> None:
    assert OTHERS == ["en"]


@each_language
def test_it_says_what_the_sources_say_and_nothing_else(language: str) -> None:
    today = {(m.context, *forms(m.id)) for m in messages.template() if m.id}
    there = {(m.context, *forms(m.id)) for m in catalogue(language) if m.id}
    assert there == today, "run scripts/messages.py"


@each_language
def test_nothing_wants_a_translation_or_a_look_and_nothing_is_left_over(language: str) -> None:
    catalog = catalogue(language)
    assert messages.untranslated(catalog) == []
    assert not catalog.obsolete
    assert not [message.id for message, _ in said(catalog) if message.fuzzy]


@each_language
def test_a_translation_names_nothing_that_is_not_given(language: str) -> None:
    given_besides = {"month_name"}
    for message, texts in said(catalogue(language)):
        for text in texts:
            assert not names(text).keys() - names(forms(message.id)[0]).keys() - given_besides


@each_language
def test_no_chinese_is_left_in_it_but_words_to_search_for(language: str) -> None:
    examples = {"题:协商", "作者:张玉香"}
    for message, texts in said(catalogue(language)):
        if message.id not in examples:
            assert not any(
                "\u3000" <= character <= "\u9fff" for text in texts for character in text
            )


@each_language
def test_it_is_compiled(language: str) -> None:
    compiled = messages.po_file(language).with_suffix(".mo").read_bytes()
    assert compiled == messages.mo(catalogue(language)), "run scripts/messages.py"


@each_language
def test_the_script_would_change_nothing(language: str) -> None:
    assert messages.po(messages.updated(language)) == messages.po_file(language).read_bytes()


@each_language
def test_numbers_choose_the_forms_that_browsers_know(language: str) -> None:
    rules = catalogue(language).locale.plural_form
    assert {rules(number) for number in range(1000)} == NUMBERS.keys()
    assert all(rules(number) == name for name, number in NUMBERS.items())


def test_a_region_of_the_world_makes_no_other_language() -> None:
    assert language_of("en-GB").text("日期") == "Dates"
    assert language_of("en-GB").text("日期", "one") == "Date"
    assert language_of("en").counted("{count} 篇", 1) == "{count} article"


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-HK", "fr"])
def test_what_has_no_catalogue_is_said_in_chinese(tag: str) -> None:
    assert language_of(tag).is_source
    assert language_of(tag).counted("{count} 篇", 2) == "{count} 篇"
