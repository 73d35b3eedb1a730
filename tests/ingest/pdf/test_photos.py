"""Photographs are cut out of a PDF page and kept beside their article, with caption and credit."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from jianbao.frontmatter import read_article
from jianbao.ingest.page import Photo
from jianbao.ingest.pdf import cut_pdf
from jianbao.ingest.pdf.photos import DENSITY, credit_of
from jianbao.ingest.run import ingest
from jianbao.ingest.shelf import ANY_WORDS
from jianbao.vocabulary import open_tagger
from tests.archives import make_archive
from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Text, to_pdf

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (500.0, 500.0)
TEXT = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
CAPTION = "图为社区食堂开饭。张玉香 摄"
LEFT, TOP, WIDTH, HEIGHT = 260.0, 60.0, 150.0, 90.0


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """A page with an article, and beside it a red photograph with a caption below."""
    strokes = [
        Text(20, 20, "社区食堂暖人心", 24, "hei"),
        *column(TEXT, 20, 60, 20),
        Text(LEFT, TOP + HEIGHT + 4, CAPTION, 8, "kai"),
    ]
    document = pypdfium2.PdfDocument(to_pdf([strokes], PAGE))
    page = document[0]
    jpeg = io.BytesIO()
    Image.new("RGB", (300, 180), "red").save(jpeg, "JPEG")
    picture = pypdfium2.PdfImage.new(document)
    picture.load_jpeg(jpeg)
    matrix = pypdfium2.PdfMatrix().scale(WIDTH, HEIGHT)
    picture.set_matrix(matrix.translate(LEFT, PAGE[1] - TOP - HEIGHT))
    page.insert_obj(picture)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_photograph_is_cut_out_as_it_is_printed(pdf: bytes) -> None:
    ((article,),) = (page.articles for page in cut_pdf(pdf))
    assert article.title == "社区食堂暖人心"
    (photo,) = article.photos
    assert (photo.caption, photo.credit) == (CAPTION, "张玉香 摄")
    with Image.open(io.BytesIO(photo.data)) as image:
        expected = (WIDTH * DENSITY / 72, HEIGHT * DENSITY / 72)
        assert image.size == pytest.approx(expected, abs=3)
        red, green, _ = image.getpixel((image.width // 2, image.height // 2))
        assert red > 200 > 60 > green


def test_it_is_kept_beside_its_article(pdf: bytes, tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    path = archive.pages / "2023-02-20/03.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(pdf)
    for articles in (1, 0):  # the second time nothing is new
        *_, summary = ingest(archive, [path], open_tagger(archive))
        assert (summary.new, summary.refused) == (articles, [])
        (file,) = archive.content.rglob("*.md")
        article = read_article(file.read_text("utf-8"), file.name, ANY_WORDS)
        (image,) = article.images
        assert (image.caption, image.credit) == ("图为社区食堂开饭。", "张玉香 摄")
        assert article.captions == ()
        assert (file.parent / image.file).is_file()


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("图为社区食堂开饭。张玉香 摄", "张玉香 摄"),
        ("社区食堂开饭。（新华社记者 李 刚 摄）", "新华社记者 李 刚 摄"),
        ("社区食堂开饭。资料图片由区政协供图", "资料图片由区政协供图"),
        ("农民在查看秧苗长势。 郭立亮摄（影像中国）", "郭立亮摄（影像中国）"),
        ("谭永久走在邮路上。 图/田野", "图/田野"),
        ("沙漠深处的湖泊。（资料图片）", "资料图片"),
        ("观众在博物馆参观。新华社发（王宁 摄）", "新华社发（王宁 摄）"),
        ("农民在查看秧苗 郭立亮 摄", "郭立亮 摄"),
        ("本报记者 赵一鸣 摄", "本报记者 赵一鸣 摄"),
        ("协商会上，大家积极发言，深入交流。", ""),
        ("这是一张示意图", ""),
        ("", ""),
    ],
)
def test_credits(caption: str, credit: str) -> None:
    assert credit_of(caption) == credit


def test_a_long_line_without_a_stop_is_looked_through_at_once() -> None:
    assert credit_of("社区食堂开饭" * 500 + " 张玉香 摄") == "张玉香 摄"  # It once took minutes.


def test_a_credit_in_brackets_is_cut_off_its_caption() -> None:
    photo = Photo(b"", "沙漠深处的湖泊。（资料图片）", "资料图片")
    assert photo.words == "沙漠深处的湖泊。"
