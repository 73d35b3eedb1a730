from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.programs.printed import ARTICLES, DRAFT, make_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def printed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of tests/programs/printed.py; to be read only."""
    return make_site(tmp_path_factory.mktemp("printed"), *ARTICLES, DRAFT)
