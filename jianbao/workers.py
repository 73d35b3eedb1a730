"""Work shared out to forked processes.

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
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Portion = TypeVar("Portion")
Result = TypeVar("Result")

EACH = 4
"""Portions for each process at least: one that takes the last portion keeps the others waiting."""

NUMBER = 4
"""Bytes of a portion's number in the pipe that deals them out."""


def in_portions(items: Sequence[Item], jobs: int, most: int) -> list[Sequence[Item]]:
    """Items in portions of at most so many, small enough for the processes to end together."""
    size = max(1, min(most, -(-len(items) // (EACH * jobs))))
    return [items[at : at + size] for at in range(0, len(items), size)]


def share_out(
    tool: Callable[[], Callable[[Portion], Result]],
    portions: Sequence[Portion],
    jobs: int,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[Result]:
    """The result of each portion, in any order.

    Each process calls `tool` once and the function that it gives for every portion it takes; this
    one does what is to be done `meanwhile`. An exception in a process is raised here; BuildError
    when one was killed.
    """
    if jobs == 1 or len(portions) < 2:
        meanwhile()
        yield from map(tool(), portions)
        return
    from multiprocessing.connection import Pipe, wait

    take, deal = os.pipe()
    at_work: dict[Connection, int] = {}
    try:
        for _ in range(min(jobs, len(portions))):
            receiver, sender = Pipe(duplex=False)
            process = os.fork()
            if process == 0:
                os.close(deal)
                _work(tool, portions, take, sender)
            sender.close()
            at_work[receiver] = process
        os.close(take)
        take = -1
        _deal(deal, len(portions))
        deal = -1
        meanwhile()
        while at_work:
            ready = wait(list(at_work))
            for receiver in [each for each in at_work if each in ready]:
                yield from _taken(receiver, at_work)
    finally:
        for end in (take, deal):
            if end >= 0:
                os.close(end)
        for receiver, process in at_work.items():
            receiver.close()
            os.waitpid(process, 0)


def _deal(pipe: int, count: int) -> None:
    """Put all numbers into the pipe; more than it holds wait until some are taken."""
    with open(pipe, "wb", buffering=0) as end:
        for number in range(count):
            end.write(number.to_bytes(NUMBER, "little"))


def _taken(receiver: Connection, at_work: dict[Connection, int]) -> Iterator[Result]:
    """A process's next result; nothing when it has ended."""
    try:
        result, error = receiver.recv()
    except EOFError:
        receiver.close()
        _, status = os.waitpid(at_work.pop(receiver), 0)
        if status:
            raise BuildError(
                "a process of the build was killed", hint="try again, perhaps with --jobs 1"
            ) from None
        return
    if error:
        raise error
    yield result


def _work(
    tool: Callable[[], Callable[[Portion], Result]],
    portions: Sequence[Portion],
    take: int,
    sender: Connection,
) -> None:
    """A process's life; it never returns."""
    status = 1
    # What was there before the fork is not looked through for garbage: that would copy it.
    gc.freeze()
    try:
        make = tool()
        while number := os.read(take, NUMBER):
            sender.send((make(portions[int.from_bytes(number, "little")]), None))
        status = 0
    except BrokenPipeError:  # Nobody takes results any more.
        pass
    except Exception as error:
        sender.send((None, error))
        status = 0
    finally:
        os._exit(status)
