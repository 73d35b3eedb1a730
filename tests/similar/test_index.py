"""The law of the index: what it says after any changes is what a new one says of the same archive."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.similar import Signed, Similar, SimilarIndex, Weighed, packed
from jianbao.similar.index import GOING_BY, shares
from jianbao.similar.ranking import LISTED, WINDOW

if TYPE_CHECKING:
    from collections.abc import Iterable

WEIGHTS = st.sampled_from([200, 500, 700])

SIGNATURES = st.dictionaries(st.sampled_from("供暖停车葡萄酒"), WEIGHTS, max_size=4).map(
    lambda terms: tuple(Weighed(term, weight) for term, weight in terms.items())
)

ARCHIVES = st.lists(st.tuples(st.integers(1, 12), SIGNATURES), min_size=1, max_size=60).map(
    lambda articles: {
        f"{day:02}-{number:02}": Signed(f"{day:02}-{number:02}", day, signature)
        for number, (day, signature) in enumerate(articles)
    }
)


def index_of(articles: Iterable[Signed], jobs: int = 1) -> SimilarIndex:
    index = SimilarIndex(sqlite3.connect(":memory:"))
    index.create()
    index.put(map(packed, articles))
    index.rank_all(jobs)
    return index


def lists(index: SimilarIndex) -> dict[str, tuple[Similar, ...]]:
    rows = index.connection.execute("SELECT id, day FROM similar_article ORDER BY id").fetchall()
    return {article_id: index.lists(day).get(article_id, ()) for article_id, day in rows}


@settings(max_examples=100, deadline=None)
@given(ARCHIVES, st.data())
def test_an_index_that_was_changed_is_the_index_of_what_there_is(
    archive: dict[str, Signed], data: st.DataObject
) -> None:
    index = index_of(archive.values())
    for _ in range(data.draw(st.integers(1, 3))):
        gone = data.draw(st.lists(st.sampled_from(sorted(archive)), max_size=3, unique=True))
        new = {
            article_id: Signed(article_id, data.draw(st.integers(1, 13)), data.draw(SIGNATURES))
            for article_id in gone
            if data.draw(st.booleans())
        }
        for number in range(data.draw(st.integers(0, 3))):
            day = data.draw(st.integers(1, 13))
            article_id = f"{day:02}-n{number}"
            new[article_id] = Signed(article_id, day, data.draw(SIGNATURES))
        before = lists(index)
        changed = index.update({*gone, *new} & archive.keys(), new.values())
        archive = {key: each for key, each in archive.items() if key not in gone} | new
        after = lists(index)
        assert after == lists(index_of(archive.values()))
        assert changed == {key for key in after.keys() - new if after[key] != before[key]}
        if not archive:
            return


@settings(max_examples=15, deadline=None)
@given(ARCHIVES, st.integers(2, 4))
def test_several_processes_make_the_lists_that_one_makes(
    archive: dict[str, Signed], jobs: int
) -> None:
    assert lists(index_of(archive.values(), jobs)) == lists(index_of(archive.values()))


@given(st.lists(st.integers(1, 9)).map(sorted), st.integers(1, 9))
def test_each_day_is_in_one_share(days: list[int], jobs: int) -> None:
    found = shares(days, jobs)
    assert len(found) == jobs
    assert [at for start, stop in found for at in range(start, stop)] == [*range(len(days))]
    ends = [stop for _, stop in found if 0 < stop < len(days)]
    assert all(days[stop - 1] != days[stop] for stop in ends)


def test_who_goes_by_more_ranks_fewer() -> None:
    (_, first), (_, second), (start, stop) = shares([*range(1000)], 3)
    costs = [first, GOING_BY * first + second - first, GOING_BY * start + stop - start]
    assert max(costs) - min(costs) < 2


@given(ARCHIVES)
def test_a_list_looks_back_only(archive: dict[str, Signed]) -> None:
    index = index_of(archive.values())
    for each in archive.values():
        found = lists(index)[each.id]
        assert len(found) <= LISTED
        for entry in found:
            assert archive[entry.id].day < each.day
            own = {term for term, _ in each.signature}
            assert set(entry.terms) <= own & {term for term, _ in archive[entry.id].signature}


@given(ARCHIVES)
def test_the_lists_that_an_article_stands_in_are_found(archive: dict[str, Signed]) -> None:
    index = index_of(archive.values())
    found = lists(index)
    for article_id in archive:
        assert index.listing(article_id) == {
            other
            for other, entries in found.items()
            if article_id in [entry.id for entry in entries]
        }


def test_a_new_issue_touches_itself_alone() -> None:
    both = (Weighed("供暖", 700), Weighed("停车", 700))
    index = index_of(Signed(f"{day}", day, both) for day in range(1, 100))
    assert index.update((), [Signed("100", 100, both)]) == set()
    assert [entry.id for entry in lists(index)["100"]] == ["99", "98", "97", "96"]


def test_an_old_article_touches_no_more_than_its_windows() -> None:
    both = (Weighed("供暖", 700), Weighed("停车", 700))
    index = index_of(Signed(f"{day:03}", day, both) for day in range(1, 200))
    assert index.update(["050"], []) == {f"{day:03}" for day in range(51, 51 + WINDOW)}
    assert len(set(index._in_whose_windows(Signed("050", 50, both)))) == WINDOW


def test_a_term_that_all_have_counts_between_articles_that_another_brings_together() -> None:
    place = Weighed("金凤区", 500)
    index = index_of(
        [
            Signed("000", 0, (place, Weighed("充电桩", 800))),
            *(Signed(f"{day:03}", day, (place, Weighed("供暖", 800))) for day in range(1, 99)),
            Signed("100", 100, (place, Weighed("充电桩", 800))),
        ]
    )
    assert lists(index)["100"][0] == ("000", ("充电桩", "金凤区"))


def test_one_term_is_not_enough() -> None:
    index = index_of(
        [
            Signed("1", 1, (Weighed("供暖", 900), Weighed("停车", 400))),
            Signed("2", 2, (Weighed("供暖", 900), Weighed("电梯", 400))),
            Signed("3", 3, (Weighed("供暖", 900), Weighed("停车", 400))),
        ]
    )
    assert lists(index)["2"] == ()
    (entry,) = lists(index)["3"]
    assert entry == ("1", ("供暖", "停车"))
