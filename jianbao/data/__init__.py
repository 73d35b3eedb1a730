"""The archive as data: JSON lines and CSV by year, and the Data Package that describes them.

docs/data.md says what is in the files. A year's file is a chain of gzip members, one for each day
that has an issue: a new issue is compressed alone and spliced in.
"""

from jianbao.data.formats import FORMATS, Format, day_member, file_name, year_file
from jianbao.data.members import splice
from jianbao.data.package import PACKAGE, YearFiles, data_package
from jianbao.data.rows import Row, row_of

__all__ = [
    "FORMATS",
    "PACKAGE",
    "Format",
    "Row",
    "YearFiles",
    "data_package",
    "day_member",
    "file_name",
    "row_of",
    "splice",
    "year_file",
]
