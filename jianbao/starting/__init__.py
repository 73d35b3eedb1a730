"""A new archive: the files that it begins with."""

from jianbao.starting.files import Answers, starting_files, write_files

__all__ = ["Answers", "starting_files", "write_files"]
