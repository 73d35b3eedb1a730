"""What many tests need: the sample archive, and its site built once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from jianbao.config import Archive, open_archive
from tests.sharing import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# A busy machine is no failure: no deadline; the examples are the same in every run.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")

ROOT = Path(__file__).parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: at the end, one process would do it and the others wait."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def sample() -> Archive:
    """The sample archive in this repository."""
    return open_archive(ROOT)


@pytest.fixture(scope="session")
def sample_site(sample: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive's site, with its search; to be read only."""

    def make(work: Path) -> None:
        from jianbao.site.build import build

        work.mkdir()
        archive = Archive(work, sample.settings)
        for name in ("content", "pages", "taxonomy", "templates"):
            (work / name).symlink_to(sample.root / name)
        build(archive, work / "site")

    return once(tmp_path_factory, "sample", make) / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; one for all tests of a process."""
    from playwright.sync_api import expect, sync_playwright

    from tests.browser.chromium import launch

    # A busy machine is no failure here either: what comes, comes; what does not still fails.
    expect.set_options(timeout=30_000)

    with sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        yield browser
        browser.close()
