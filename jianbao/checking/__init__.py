"""Checking an archive: everything that can be wrong with it, found in one run.

Each kind of check is a module that looks at what was read and gives findings; none stops another.
"""

from jianbao.checking.finding import KINDS, SEVERITIES, Finding
from jianbao.checking.run import Checked, check

__all__ = ["KINDS", "SEVERITIES", "Checked", "Finding", "check"]
