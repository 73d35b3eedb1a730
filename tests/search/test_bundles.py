"""What goes into which bundle."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jianbao.search.bundles import BUNDLE_CHARACTERS, NEWEST_CHARACTERS, Stamp, plan


def stamps(*days: str, size: int = 1000) -> list[Stamp]:
    return [Stamp(f"{day}-01-01", day, "x", size) for day in days]


ANY_STAMPS = st.lists(
    st.builds(
        lambda year, month, day, ordinal, size: Stamp(
            f"{year}-{month:02}-{day:02}-01-{ordinal:02}", f"{year}-{month:02}-{day:02}", "x", size
        ),
        st.integers(2020, 2023),
        st.integers(1, 12),
        st.integers(1, 28),
        st.integers(1, 99),
        st.integers(1, BUNDLE_CHARACTERS // 4),
    ),
    unique_by=lambda stamp: stamp.id,
    max_size=60,
)


def test_nothing_gives_no_bundle() -> None:
    assert plan([]) == ()


def test_the_newest_month_stands_alone() -> None:
    bundles = plan(stamps("2023-01-05", "2023-02-01", "2023-03-01", "2023-03-02"))
    assert [(bundle.first, bundle.last) for bundle in bundles] == [
        ("2023-03-01", "2023-03-02"),
        ("2023-01-05", "2023-02-01"),
    ]


def test_months_share_a_bundle_until_it_is_full() -> None:
    days = [f"2022-{month:02}-01" for month in range(1, 8)]
    bundles = plan(stamps(*days, size=BUNDLE_CHARACTERS // 2))
    assert [len(bundle.ids) for bundle in bundles] == [1, 2, 2, 2]


def test_a_large_newest_month_is_cut_by_days() -> None:
    bundles = plan(stamps("2023-03-01", "2023-03-02", "2023-03-03", size=NEWEST_CHARACTERS // 2))
    assert [bundle.ids for bundle in bundles] == [
        ("2023-03-03-01-01",),
        ("2023-03-02-01-01", "2023-03-01-01-01"),
    ]


def test_days_come_newest_first_and_each_as_printed() -> None:
    day = [Stamp(f"2023-02-20-0{n}-01", "2023-02-20", "x", 1) for n in (3, 1, 2)]
    (bundle,) = plan([*stamps("2023-02-19"), *day])
    assert bundle.ids == (
        "2023-02-20-01-01",
        "2023-02-20-02-01",
        "2023-02-20-03-01",
        "2023-02-19-01-01",
    )


def test_a_new_issue_leaves_the_older_bundles_alone() -> None:
    before = plan(stamps("2022-11-01", "2022-12-01", "2023-01-01"))
    after = plan(stamps("2022-11-01", "2022-12-01", "2023-01-01", "2023-01-02"))
    assert before[1:] == after[1:]
    assert before[0].name != after[0].name


def test_a_changed_article_changes_its_bundle_only() -> None:
    before = plan(stamps("2022-11-01", "2023-01-01"))
    changed = [Stamp("2022-11-01-01-01", "2022-11-01", "y", 1000), *stamps("2023-01-01")]
    after = plan(changed)
    assert [old.name == new.name for old, new in zip(before, after, strict=True)] == [True, False]


@given(ANY_STAMPS, st.randoms())
def test_the_order_of_arrival_does_not_matter(found: list[Stamp], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert plan(shuffled) == plan(found)


@given(ANY_STAMPS)
def test_every_article_is_in_one_bundle_and_no_day_in_two(found: list[Stamp]) -> None:
    bundles = plan(found)
    assert sorted(one for bundle in bundles for one in bundle.ids) == sorted(s.id for s in found)
    assert all(newer.first > older.last for newer, older in pairwise(bundles))
