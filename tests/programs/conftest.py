from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.programs.printed import ARTICLES, DRAFT, make_site
from tests.sharing import once

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def printed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of tests/programs/printed.py; to be read only."""
    folder = once(tmp_path_factory, "printed", lambda root: make_site(root, *ARTICLES, DRAFT))
    return folder / "site"
