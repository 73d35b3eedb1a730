"""The output folder: files written whole or not at all, and only when they differ."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from pathlib import Path


class Output:
    """A folder that a build fills; it knows what it made and refuses to make it twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sizes: dict[str, int] = {}
        """The bytes of each file that was made."""
        self.written = 0
        """Files whose bytes changed."""
        self._sources: dict[str, str] = {}
        self._folders: dict[str, bool] = {}

    def write(self, name: str, data: bytes, source: str) -> None:
        """Put `data` into the file `name` of the folder.

        `source` says what it was made from. Raises BuildError when two sources make one file, or
        when the disk does not take it.
        """
        if name in self._sources:
            raise BuildError(
                f"{name} would be written twice: by {self._sources[name]} and by {source}",
                hint="give one of them another id or name",
            )
        self._sources[name] = source
        self.sizes[name] = len(data)
        target = f"{self.folder}/{name}"
        try:
            if not self._in_new_folder(target) and _same(target, data):
                return
            replace_file(target, data)
        except OSError as error:
            raise _explained(error, name) from None
        self.written += 1

    def _in_new_folder(self, target: str) -> bool:
        """Make the folder of a file; whether there was none, and so no file to compare with."""
        folder = target.rpartition("/")[0]
        new = self._folders.get(folder)
        if new is None:
            new = not os.path.isdir(folder)  # noqa: PTH112
            if new:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            self._folders[folder] = new
        return new

    def remove(self, name: str) -> bool:
        """Remove a file that nothing makes any more, and folders that are empty then."""
        path = self.folder / name
        try:
            path.unlink()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return False
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:  # What could not be written is not there.
                return False
            raise _explained(error, name) from None
        for folder in path.parents:
            if folder == self.folder or any(folder.iterdir()):
                break
            folder.rmdir()
        return True

    def sweep(self) -> None:
        """Remove the parts of files that a stopped build left behind."""
        for path in self.folder.rglob(f"*{TEMPORARY}"):
            path.unlink()


TEMPORARY = ".jianbao-tmp"
"""The ending of a file that is being written."""


def replace_file(target: str | os.PathLike[str], data: bytes) -> None:
    """Give a file new content in one step: readers see the old or the new, never a part."""
    temporary = f"{os.fspath(target)}.{os.getpid()}{TEMPORARY}"
    try:
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)
        os.replace(temporary, target)  # noqa: PTH105
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def _same(target: str, data: bytes) -> bool:
    try:
        file = os.open(target, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        # One byte more than it should have, to see whether it is longer.
        return os.read(file, len(data) + 1) == data
    finally:
        os.close(file)


def _explained(error: OSError, name: str) -> BuildError:
    hints = {
        errno.ENOSPC: "free some space; the old site is whole",
        errno.EFBIG: "free some space; the old site is whole",
        errno.EDQUOT: "free some space; the old site is whole",
        errno.EACCES: "make the folder writable, or name another with --out",
        errno.EROFS: "name a folder on another disk with --out",
        errno.EISDIR: "a folder stands where this file must go; move it away",
        errno.ENAMETOOLONG: "name a folder with a shorter path with --out",
        errno.ENOTDIR: "a file stands where a folder must go; move it away",
    }
    reason = f"cannot be written: {error.strerror or error}"
    return BuildError(reason, file=name, hint=hints.get(error.errno or 0, ""))
