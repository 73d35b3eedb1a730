"""Work shared out to forked processes, or done by one beside this one.

Not a pool of the standard library: its workers outlive a parent that is killed, and would hold
the archive's lock for ever. These end when nobody takes their results.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, TypeVar

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Portion = TypeVar("Portion")
Result = TypeVar("Result")
Other = TypeVar("Other")

EACH = 4
"""Portions of a few items for each process."""

SMALLEST = 25
"""Items of the last portions of many: who takes the last keeps the others waiting."""

NUMBER = 8
"""Bytes of a number in a pipe: a portion's, or the length of a result."""


def in_portions(items: Sequence[Item], jobs: int, most: int) -> list[Sequence[Item]]:
    """Items in portions of at most so many, ever smaller ones: the processes end together."""
    portions, at = [], 0
    while at < len(items):
        share = (len(items) - at) // (2 * jobs)
        portions.append(items[at : at + min(most, max(share, SMALLEST))])
        at += len(portions[-1])
    return portions


def dealt(items: Sequence[Item], jobs: int) -> list[Sequence[Item]]:
    """A few items in portions, neighbours in different ones: the costly stand side by side."""
    count = min(EACH * jobs, len(items))
    return [items[at::count] for at in range(count)]


def share_out(
    tool: Callable[[], Callable[[Portion], Result]],
    portions: Sequence[Portion],
    jobs: int,
    meanwhile: Callable[[], object] = lambda: None,
    *,
    joins: bool = False,
) -> Iterator[Result]:
    """The result of each portion, in any order.

    Each process calls `tool` once and the function that it gives for every portion it takes. This
    one does what is to be done `meanwhile`; if it `joins` the others, it is one of them, which
    spares a fork, but lets their results wait while it makes its own: for those that are small. An
    exception in a process is raised here; BuildError when one was killed.
    """
    if jobs == 1 or len(portions) < 2:
        meanwhile()
        yield from map(tool(), portions)
    else:
        others = min(jobs, len(portions)) - joins
        yield from _forked(tool, portions, others, meanwhile, joins=joins)


def alongside(
    there: Callable[[], Result], here: Callable[[], Other], jobs: int
) -> tuple[Result, Other]:
    """The results of two pieces of work, the first done by a process of its own.

    With one job, one after the other is done here. Exceptions as of `share_out`.
    """
    if jobs == 1:
        other = here()
        return there(), other
    done: list[Other] = []
    (result,) = _forked(lambda: lambda _: there(), [None], 1, lambda: done.append(here()))
    return result, done[0]


def _forked(
    tool: Callable[[], Callable[[Portion], Result]],
    portions: Sequence[Portion],
    jobs: int,
    meanwhile: Callable[[], object],
    *,
    joins: bool = False,
) -> Iterator[Result]:
    """The result of each portion, from so many processes and, if it joins them, from this one."""
    # Here, and not in each of the processes.
    import pickle  # noqa: F401

    take, deal = os.pipe()
    at_work: dict[int, int] = {}
    try:
        for _ in range(jobs):
            receive, send = os.pipe()
            process = os.fork()
            if process == 0:
                # Who holds no end but its own notices when the other end is closed.
                for end in (deal, receive, *at_work):
                    os.close(end)
                _work(tool, portions, take, send)
            os.close(send)
            at_work[receive] = process
        if not joins:
            os.close(take)
            take = -1
        _deal(deal, len(portions))
        deal = -1
        meanwhile()
        if joins:
            make = tool()
            while number := os.read(take, NUMBER):
                yield make(portions[int.from_bytes(number, "little")])
                yield from _ready(at_work, 0)
        while at_work:
            yield from _ready(at_work)
    finally:
        for end in (take, deal, *at_work):
            if end >= 0:
                os.close(end)
        for process in at_work.values():
            os.waitpid(process, 0)


def _deal(pipe: int, count: int) -> None:
    """Put all numbers into the pipe; more than it holds wait until some are taken."""
    with open(pipe, "wb", buffering=0) as end:
        for number in range(count):
            end.write(number.to_bytes(NUMBER, "little"))


def _ready(at_work: dict[int, int], seconds: float | None = None) -> Iterator[Result]:
    """The results that there are, waited for no longer than so many seconds."""
    import select

    for end in select.select(list(at_work), [], [], seconds)[0]:
        yield from _taken(end, at_work)


def _taken(receive: int, at_work: dict[int, int]) -> Iterator[Result]:
    """A process's next result; nothing when it has ended."""
    import pickle

    try:
        length = int.from_bytes(_read(receive, NUMBER), "little")
        result, error = pickle.loads(_read(receive, length))
    except EOFError:
        os.close(receive)
        _, status = os.waitpid(at_work.pop(receive), 0)
        if status:
            raise BuildError(
                "a process of the build was killed", hint="try again, perhaps with --jobs 1"
            ) from None
        return
    if error:
        raise error
    yield result


def _read(end: int, size: int) -> bytes:
    """So many bytes. Raises EOFError when there are no more."""
    found = bytearray()
    while len(found) < size:
        more = os.read(end, size - len(found))
        if not more:
            raise EOFError
        found += more
    return bytes(found)


def _send(end: int, result: object) -> None:
    """Write a result behind its length."""
    import pickle

    data = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
    with open(end, "wb", buffering=0, closefd=False) as file:
        left = memoryview(len(data).to_bytes(NUMBER, "little") + data)
        while left:
            left = left[file.write(left) or 0 :]


def _work(
    tool: Callable[[], Callable[[Portion], Result]],
    portions: Sequence[Portion],
    take: int,
    send: int,
) -> None:
    """A process's life; it never returns."""
    status = 1
    # What was there before the fork is not looked through for garbage: that would copy it.
    gc.freeze()
    try:
        make = tool()
        while number := os.read(take, NUMBER):
            _send(send, (make(portions[int.from_bytes(number, "little")]), None))
        status = 0
    except BrokenPipeError:  # Nobody takes results any more.
        pass
    except Exception as error:
        _send(send, (None, error))
        status = 0
    finally:
        os._exit(status)
