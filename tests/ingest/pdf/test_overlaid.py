"""Headlines printed on a picture: of photo news, or of the article below; what else stands there."""

from __future__ import annotations

from functools import partial

from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Operators, Text
from tests.ingest.pdf.drawn import cut_drawn

PAGE = (500.0, 620.0)
CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
SLUICE = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4
TOLD = "11月2日，湿地的栈道上游客举着望远镜看候鸟，苍鹭在芦苇边歇脚，一待就是半天。"
CREDIT = "本报记者 孙 菲 摄"

cut = partial(cut_drawn, size=PAGE)


def photograph(x: float, y: float, width: float, height: float) -> Operators:
    """A dark picture, as a file holds it, though text is printed on it."""
    place = f"{width} 0 0 {height} {x} {PAGE[1] - y - height}"
    return Operators(f"q {place} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40\nEI Q")


def test_a_headline_on_a_picture_heads_the_photo_news_below() -> None:
    page = cut(
        [
            photograph(20, 20, 424, 160),
            Text(32, 36, "候鸟飞回湿地", 22, "hei", white=True),
            Text(20, 186, TOLD, 9.5, "kai"),
            Text(20, 199, CREDIT, 9.5, "kai"),
            Text(60, 236, "社区食堂暖了人心窝", 28, "hei"),
            *column(CANTEEN, 20, 276, 20),
            *column(SLUICE, 234, 276, 20),
        ]
    )
    photo, other = page.articles
    assert (photo.title, photo.byline) == ("候鸟飞回湿地", ("孙菲",))
    assert photo.paragraphs == (TOLD,)
    assert (other.title, other.captions) == ("社区食堂暖了人心窝", ())


def test_a_strip_on_a_picture_makes_its_headline_no_label() -> None:
    page = cut(
        [
            photograph(20, 20, 424, 160),
            Bar(20, 150, 424, 30, "#333"),
            Text(32, 156, "候鸟飞回湿地", 18, "hei", white=True),
            Text(20, 186, TOLD, 9.5, "kai"),
            Text(20, 199, CREDIT, 9.5, "kai"),
            Text(20, 222, "社区食堂暖了人心窝", 28, "hei"),
            *column(CANTEEN, 20, 266, 20),
            *column(SLUICE, 234, 266, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["候鸟飞回湿地", "社区食堂暖了人心窝"]
    assert not [one for one in page.furniture if one.kind == "column-label"]


def test_a_word_on_a_strip_on_a_picture_is_a_label() -> None:
    page = cut(
        [
            photograph(20, 20, 424, 160),
            Bar(20, 20, 70, 24, "#333"),
            Text(28, 23, "光影", 18, "hei", white=True),
            Text(20, 186, TOLD, 9.5, "kai"),
            Text(20, 199, CREDIT, 9.5, "kai"),
            Bar(20, 216, 424, 1),
            Text(60, 236, "社区食堂暖了人心窝", 28, "hei"),
            *column(CANTEEN, 20, 276, 20),
            *column(SLUICE, 234, 276, 20),
        ]
    )
    assert [one.title for one in page.articles] == [None, "社区食堂暖了人心窝"]
    assert [one.text for one in page.furniture if one.kind == "column-label"] == ["光影"]


def test_a_headline_on_a_picture_heads_the_columns_below_its_caption() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂", 18, "hei"),
            *column(CANTEEN, 20, 46, 10),
            photograph(134, 20, 330, 180),
            Text(150, 36, "渡槽水闸全部换新颜", 26, "hei", white=True),
            Text(150, 170, "水利纪行", 14, "kai", white=True),
            Text(134, 205, "放水员在渡槽边查看新装的水闸。孙 菲 摄", 8.6, "kai"),
            *column(SLUICE[:72], 134, 226, 10),
            *column(SLUICE[72:], 250, 226, 10),
        ]
    )
    canteen, sluice = sorted(page.articles, key=lambda one: one.title or "", reverse=True)
    assert (canteen.title, canteen.captions) == ("社区食堂", ())
    assert (sluice.title, "".join(sluice.paragraphs)) == ("渡槽水闸全部换新颜", SLUICE)
    assert len(sluice.captions) == 1
    assert [one.text for one in page.furniture if one.kind == "column-label"] == ["水利纪行"]


def test_photo_news_on_its_picture_that_points_to_a_page_is_no_teaser() -> None:
    text = TOLD + "管护站把巡护时间提前到清晨四点，志愿者们轮流守在岸边。"
    page = cut(
        [
            photograph(0, 20, 500, 300),
            Text(60, 40, "守在候鸟归来时", 48, "hei", white=True),
            Text(150, 100, "湿地今年来了三千只苍鹭", 18, "hei", white=True),
            Bar(0, 258, 500, 62, "#444"),
            Text(31, 264, text[:42], 10.5, "hei", white=True),
            Text(10, 280, text[42:], 10.5, "hei", white=True),
            Text(10, 300, "详见A4版", 12, "hei", white=True),
            Text(360, 302, CREDIT, 9, "kai", white=True),
            Text(60, 340, "社区食堂暖了人心窝", 28, "hei"),
            *column(CANTEEN, 20, 380, 20),
            *column(SLUICE, 234, 380, 20),
        ]
    )
    photo, other = page.articles
    assert (photo.title, photo.subtitle) == ("守在候鸟归来时", "湿地今年来了三千只苍鹭")
    assert (photo.paragraphs, photo.byline) == ((text,), ("孙菲",))
    assert other.title == "社区食堂暖了人心窝"


def test_words_on_a_picture_under_a_larger_headline_head_no_text() -> None:
    page = cut(
        [
            Text(60, 20, "渡槽水闸全部换新颜", 34, "hei"),
            photograph(20, 64, 424, 160),
            Text(150, 180, "放水员不走夜路了", 22, "kai", white=True),
            Text(20, 229, "放水员在渡槽边查看新装的水闸。孙 菲 摄", 8.6, "kai"),
            *column(SLUICE[:72], 20, 250, 20),
            *column(SLUICE[72:], 234, 250, 20),
        ]
    )
    (one,) = page.articles
    assert (one.title, "".join(one.paragraphs)) == ("渡槽水闸全部换新颜", SLUICE)
    assert len(one.captions) == 1


def test_a_headline_on_a_picture_heads_text_that_begins_as_high_beside_it() -> None:
    seen = "社区食堂里坐满了老人。眼下，各地都在办老人的食堂，有的送到家里。本报记者 孙 菲 摄"
    page = cut(
        [
            photograph(20, 20, 220, 160),
            Text(30, 40, "社区食堂暖人心", 24, "hei", white=True),
            Text(20, 184, seen[:25], 8.5, "kai"),
            Text(20, 197, seen[25:], 8.5, "kai"),
            Bar(20, 260, 460, 1),
            *column(CANTEEN, 250, 20, 22),
        ]
    )
    (one,) = page.articles
    assert (one.title, one.paragraphs, one.captions) == ("社区食堂暖人心", (CANTEEN,), (seen,))
