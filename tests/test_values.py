"""Quick dataclasses behave as those of the standard library, but that nothing forbids assigning."""

import dataclasses
import pickle

from jianbao.values import dataclass


@dataclass(frozen=True, slots=True)
class Quick:
    """A value."""

    name: str
    count: int = 1
    number: int = dataclasses.field(default=0, compare=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    """The same by the standard library."""

    name: str
    count: int = 1
    number: int = dataclasses.field(default=0, compare=False)


def test_values_are_equal_by_what_is_compared() -> None:
    assert Quick("报", 2, 3) == Quick("报", 2, 4)
    assert hash(Quick("报", 2, 3)) == hash(Quick("报", 2, 4))
    assert Quick("报") != Quick("刊")
    assert Quick("报") != Plain("报")  # type: ignore[comparison-overlap]


def test_they_are_shown_and_replaced_alike() -> None:
    assert repr(Quick("报")) == repr(Plain("报")).replace("Plain", "Quick")
    assert dataclasses.replace(Quick("报"), count=5) == Quick("报", 5)
    assert pickle.loads(pickle.dumps(Quick("报", 2))) == Quick("报", 2)


def test_they_have_slots() -> None:
    assert not hasattr(Quick("报"), "__dict__")
