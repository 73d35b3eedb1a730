"""A new archive: the files that it begins with."""

from jianbao.starting.files import Answers, new_tag, starting_files, write_files
from jianbao.starting.origin import requirement

__all__ = ["Answers", "new_tag", "requirement", "starting_files", "write_files"]
