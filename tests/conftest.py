"""What many tests need: the sample archive, and its site built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from jianbao.config import Archive, open_archive

# A busy machine is no failure: no deadline; the examples are the same in every run.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def sample() -> Archive:
    """The sample archive in this repository."""
    return open_archive(ROOT)


@pytest.fixture(scope="session")
def sample_site(sample: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive's site, with its search."""
    from jianbao.site.build import build
    from jianbao.vocabulary import open_vocabulary

    work = tmp_path_factory.mktemp("sample")
    archive = Archive(work, sample.settings)
    for name in ("content", "pages", "taxonomy", "templates"):
        (work / name).symlink_to(sample.root / name)
    build(archive, work / "site", lambda: open_vocabulary(archive))
    return work / "site"
