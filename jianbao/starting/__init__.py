"""A new archive: the files that it begins with."""

from jianbao.starting.files import Answers, new_tag, starting_files, write_files

__all__ = ["Answers", "new_tag", "starting_files", "write_files"]
