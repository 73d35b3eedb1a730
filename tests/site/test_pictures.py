"""Photographs: checked, scaled down, shown with their size, and made anew only when they change."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from click.testing import CliRunner
from PIL import Image as Picture

from jianbao.article import Image
from jianbao.cli import main
from jianbao.site.pictures import LARGEST
from tests.archives import ARTICLE, make_archive

if TYPE_CHECKING:
    from pathlib import Path

WITH_IMAGE = replace(ARTICLE, images=(Image("03-01-1.jpg", "会议现场。", "张玉香 摄"),))
FOLDER = "2023/02/20"


def photograph(path: Path, size: tuple[int, int], colour: str = "grey") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Picture.new("RGB", size, colour).save(path)


def build(root: Path) -> str:
    result = CliRunner().invoke(main, ["--root", str(root), "build", "--no-search"])
    assert result.exit_code == 0, result.stderr
    return result.stderr


def test_a_photograph_is_scaled_down_and_shown_with_its_size(tmp_path: Path) -> None:
    make_archive(tmp_path, WITH_IMAGE)
    photograph(tmp_path / "content" / FOLDER / "03-01-1.jpg", (4000, 3000))
    build(tmp_path)
    with Picture.open(tmp_path / "site" / FOLDER / "03-01-1.jpg") as shown:
        assert shown.size == (LARGEST, LARGEST * 3 // 4)
    html = (tmp_path / "site" / FOLDER / "03-01.html").read_text("utf-8")
    assert (
        f'<img src="../../../{FOLDER}/03-01-1.jpg" width="{LARGEST}" height="{LARGEST * 3 // 4}" '
        'alt="新闻照片" loading="lazy" decoding="async">'
    ) in html
    assert "张玉香 摄" in html


def test_photo_news_without_a_title_begins_with_its_picture(tmp_path: Path) -> None:
    make_archive(tmp_path, replace(WITH_IMAGE, title="", kind="photo-news"))
    photograph(tmp_path / "content" / FOLDER / "03-01-1.jpg", (400, 300))
    build(tmp_path)
    untitled = (tmp_path / "site" / FOLDER / "03-01.html").read_text("utf-8")
    assert untitled.index("<img") < untitled.index('class="body"')
    make_archive(tmp_path, WITH_IMAGE)
    build(tmp_path)
    titled = (tmp_path / "site" / FOLDER / "03-01.html").read_text("utf-8")
    assert titled.index("<img") > titled.index('class="body"')


def test_a_small_photograph_stays_as_it_is(tmp_path: Path) -> None:
    make_archive(tmp_path, WITH_IMAGE)
    source = tmp_path / "content" / FOLDER / "03-01-1.jpg"
    photograph(source, (400, 300))
    build(tmp_path)
    assert (tmp_path / "site" / FOLDER / "03-01-1.jpg").read_bytes() == source.read_bytes()


def test_a_photograph_that_changes_is_made_anew_and_one_that_goes_is_removed(
    tmp_path: Path,
) -> None:
    make_archive(tmp_path, WITH_IMAGE)
    source = tmp_path / "content" / FOLDER / "03-01-1.jpg"
    photograph(source, (400, 300))
    build(tmp_path)
    photograph(source, (500, 300), "red")
    assert " 2 written" in build(tmp_path)
    assert 'width="500"' in (tmp_path / "site" / FOLDER / "03-01.html").read_text("utf-8")
    make_archive(tmp_path, ARTICLE)
    assert "1 removed" in build(tmp_path)
    assert not (tmp_path / "site" / FOLDER / "03-01-1.jpg").exists()


def test_a_missing_or_broken_photograph_is_an_error(tmp_path: Path) -> None:
    make_archive(tmp_path, WITH_IMAGE)
    result = CliRunner().invoke(main, ["--root", str(tmp_path), "build", "--no-search"])
    assert result.exit_code == 1
    assert "no image 03-01-1.jpg beside the article (put it there)" in result.stderr
    path = tmp_path / "content" / FOLDER / "03-01-1.jpg"
    path.write_bytes(io.BytesIO(b"no picture").getvalue())
    result = CliRunner().invoke(main, ["--root", str(tmp_path), "build", "--no-search"])
    assert result.exit_code == 1
    assert "not a picture" in result.stderr


def test_an_image_outside_the_folder_is_an_error(tmp_path: Path) -> None:
    make_archive(tmp_path, replace(ARTICLE, images=(Image("../../../../etc/passwd"),)))
    result = CliRunner().invoke(main, ["--root", str(tmp_path), "build", "--no-search"])
    assert result.exit_code == 1
    assert "is not the name of an image file (keep it beside the article" in result.stderr
