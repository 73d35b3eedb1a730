"""What a watch tells, and that nothing slips past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.serving import Watch

if TYPE_CHECKING:
    from pathlib import Path


def test_a_change_is_told_from_the_first_moment(tmp_path: Path) -> None:
    file = tmp_path / "content/article.md"
    file.parent.mkdir()
    with Watch(tmp_path) as watch:
        file.write_text("甲", encoding="utf-8")
        assert next(iter(watch)) == {file}
    with Watch(tmp_path) as watch:
        (tmp_path / "archive.toml").write_text("", encoding="utf-8")
        assert next(iter(watch)) == {tmp_path / "archive.toml"}


def test_a_folder_is_watched_once_it_is_there(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    with Watch(tmp_path) as watch:
        told = iter(watch)
        templates.mkdir()
        seen: set[Path] = set()
        while templates not in seen:
            seen |= next(told)
        file = templates / "home.html"
        file.write_text("", encoding="utf-8")
        while not seen & {file}:
            # It came before the folder was watched, or after: told by name, or with the folder.
            changed = next(told)
            seen |= {file} if templates in changed else changed


def test_what_an_editor_writes_on_the_way_is_not_told(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    with Watch(tmp_path) as watch:
        for name in (".article.md.swp", "article.md~", "article.md.tmp", ".hidden"):
            (folder / name).write_text("", encoding="utf-8")
        (folder / "article.md").write_text("", encoding="utf-8")
        assert next(iter(watch)) == {folder / "article.md"}
