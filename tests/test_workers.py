"""Work shared out to processes: every result comes once, however large, and no failure is lost."""

import os
import signal
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.errors import BuildError, ContentError, Problems
from jianbao.workers import alongside, dealt, in_portions, share_out

BOTH = pytest.mark.parametrize("joins", [False, True])
"""Whether the process that shares the work out takes some of it."""


@BOTH
@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_portion_comes_back_once(jobs: int, joins: bool) -> None:
    portions = in_portions(range(1000), jobs, 90)
    results = list(share_out(lambda: sum, portions, jobs, joins=joins))
    assert sorted(results) == sorted(map(sum, portions))


@BOTH
def test_a_result_larger_than_a_pipe_comes_whole(joins: bool) -> None:
    sizes = [10, 1_000_000, 300_000, 11]
    make = lambda size: (size, "报" * size)  # noqa: E731
    made = dict(share_out(lambda: make, sizes, 2, joins=joins))
    assert made == {size: "报" * size for size in sizes}


@BOTH
def test_what_a_process_raises_is_raised_here(joins: bool) -> None:
    def make(portion: int) -> int:
        if portion == 3:
            raise BuildError("the third is wrong")
        return portion

    with pytest.raises(BuildError, match="the third is wrong"):
        list(share_out(lambda: make, range(6), 2, joins=joins))


def test_who_joins_is_one_of_so_many() -> None:
    def make(_: int) -> int:
        time.sleep(0.05)  # So that nobody has taken all before the others begin.
        return os.getpid()

    made = set(share_out(lambda: make, range(8), 2, joins=True))
    assert len(made) == 2
    assert os.getpid() in made


def test_a_process_that_is_killed_is_told_of() -> None:
    def make(portion: int) -> int:
        if portion == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return portion

    with pytest.raises(BuildError, match="killed"):
        list(share_out(lambda: make, range(4), 2))


def test_who_takes_no_more_results_leaves_no_process_behind() -> None:
    forked: list[int] = []

    def meanwhile() -> None:
        forked.extend(children())

    before = children()
    results = share_out(lambda: lambda portion: "报" * 1_000_000, range(50), 2, meanwhile)
    next(results)
    results.close()
    ours = set(forked) - before
    assert len(ours) >= 2
    assert ours.isdisjoint(children())


def children() -> set[int]:
    """The processes that this one has started and not yet waited for."""
    lists = Path("/proc/self/task").glob("*/children")
    return {int(process) for each in lists for process in each.read_text().split()}


@given(st.integers(0, 400), st.integers(1, 4))
def test_few_items_are_dealt_like_cards(count: int, jobs: int) -> None:
    portions = dealt(range(count), jobs)
    assert sorted(item for portion in portions for item in portion) == list(range(count))
    if len(portions) > 1:
        assert not any(b - a == 1 for portion in portions for a, b in pairwise(portion))
    assert max(map(len, portions), default=0) - min(map(len, portions), default=0) <= 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_two_pieces_of_work_go_side_by_side(jobs: int) -> None:
    there, here = alongside(os.getpid, os.getpid, jobs)
    assert here == os.getpid()
    assert (there == here) == (jobs == 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_all_that_is_wrong_comes_from_another_process_as_it_is(jobs: int) -> None:
    def read() -> None:
        raise Problems(
            [ContentError("b", file="b.md", line=3, hint="乙"), ContentError("a", file="a.md")]
        )

    with pytest.raises(Problems) as raised:
        alongside(read, lambda: None, jobs)
    assert str(raised.value) == "a.md: a\nb.md:3: b (乙)"
    assert raised.value.errors[1].hint == "乙"
