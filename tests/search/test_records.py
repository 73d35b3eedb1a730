"""What Pagefind gets of the articles."""

from __future__ import annotations

from dataclasses import replace

from jianbao.search.records import TOGETHER, joined, record
from tests.search.documents import DOCUMENTS


def test_many_articles_are_joined_and_each_keeps_its_place() -> None:
    records = [
        record(replace(DOCUMENTS[n % len(DOCUMENTS)], title=f"第{n}篇"))
        for n in range(2 * TOGETHER + 5)
    ]
    together = list(joined(records))
    assert len(together) == 3
    for number, (content, length) in enumerate(together):
        tokens = content.split(" ")
        assert len(tokens) == length
        start = 0
        for one in records[number * TOGETHER : (number + 1) * TOGETHER]:
            assert tokens[start : start + one.length] == one.content.split(" ")
            # No phrase runs on into the next article.
            assert tokens[start + one.length - 1] == "."
            start += one.length
        assert start == length
