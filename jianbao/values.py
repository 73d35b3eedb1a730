"""Dataclasses that are made quickly, for the modules that every build opens.

`dataclasses` writes six methods for each frozen class and compiles them: half a millisecond a class
at every start, a tenth of the time of a build that finds nothing changed. Here a class gets its
`__init__` only and shares the others; nothing can be assigned to, says the type checker, for whom
this is the decorator of the standard library.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen, slots=False):
        """Make a class as the standard library does, but for what is said above."""
        return lambda cls: _shared(dataclasses.dataclass(slots=slots, eq=False, repr=False)(cls))

    def _shared(cls):
        cls.__repr__, cls.__eq__, cls.__hash__ = _repr, _eq, _hash
        return cls

    def _repr(self):
        shown = (
            f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self)
        )
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def _eq(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) == _compared(other)

    def _hash(self):
        return hash(_compared(self))

    def _compared(self):
        return tuple(
            [getattr(self, field.name) for field in dataclasses.fields(self) if field.compare]
        )


__all__ = ["dataclass"]
