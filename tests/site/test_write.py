from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.site.write import Output

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_whose_name_no_disk_takes_is_not_there_to_be_removed(tmp_path: Path) -> None:
    assert not Output(tmp_path).remove(f"columns/{'chang-' * 60}/index.html")
