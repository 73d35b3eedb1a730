"""Headlines at and under pictures: of photo news, of a portrait's article, or of the article around."""

from __future__ import annotations

from functools import partial

from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Text
from tests.ingest.pdf.drawn import cut_drawn

CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
CANAL = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4
BRIDGE = "十二月十日，随着一列试运行列车驶过清河大桥，新建高铁全线进入运行试验阶段，明年通车。"

cut = partial(cut_drawn, size=(500.0, 620.0))


def told(text: str, x: float, y: float, per_line: int) -> list[Text]:
    """A caption's lines, the first one indented."""
    return [
        Text(one.x, one.y, one.text, one.em, "kai") for one in column(text, x, y, per_line, 8.5)
    ]


def test_a_headline_right_below_a_picture_is_its_photo_news() -> None:
    """Its photographer is named behind the last words, in their face."""
    page = cut(
        [
            Bar(20, 20, 255, 120, "#bbb"),
            Text(20, 144, "大桥两岸气象新", 15, "hei"),
            *told(BRIDGE, 20, 164, 30),
            Text(180, 176, "本报记者 孙 菲 摄", 8.5, "kai"),
            Bar(20, 194, 460, 0.5),
            Text(20, 204, "社区食堂暖了人心", 26, "hei"),
            *column(CANTEEN, 20, 244, 20),
            *column(CANAL, 240, 244, 20),
        ]
    )
    first, second = page.articles
    assert (first.title, first.paragraphs) == ("大桥两岸气象新", (BRIDGE,))
    assert (first.byline, first.role) == (("孙菲",), "摄")
    assert (second.title, second.captions) == ("社区食堂暖了人心", ())


def test_a_headline_beside_a_picture_over_text_as_wide_is_its_photo_news() -> None:
    """The first character of the credit ends the line above."""
    *first, last = told(BRIDGE, 240, 44, 26)
    page = cut(
        [
            Bar(20, 20, 210, 100, "#bbb"),
            Text(240, 20, "林海骑行乐", 15, "hei"),
            *first,
            last,
            Text(452.5, last.y, "清", 8.5, "kai"),
            Text(240, last.y + 12, "河日报记者 孙 菲 摄", 8.5, "kai"),
            Text(20, 204, "社区食堂暖了人心", 26, "hei"),
            *column(CANTEEN, 20, 244, 20),
        ]
    )
    photo, canteen = page.articles
    assert (photo.title, photo.paragraphs) == ("林海骑行乐", (BRIDGE,))
    assert photo.byline == ("孙菲",)
    assert (canteen.title, canteen.captions) == ("社区食堂暖了人心", ())


def test_text_beside_a_portrait_under_a_headline_of_its_own_is_an_article() -> None:
    portraits = [Bar(30, 60 + 90 * at, 40, 50, "#bbb") for at in range(2)]
    page = cut(
        [
            Bar(20, 20, 460, 230, "#efe"),
            Text(30, 28, "委员声音", 19, "hei"),
            *portraits,
            Text(80, 60, "让食堂开到家门口", 14, "hei"),
            *column(CANTEEN[:70], 80, 82, 18),
            *column(CANTEEN[70:140], 280, 60, 18)[1:],
            Text(80, 150, "给渡槽挂上新水闸", 14, "hei"),
            *column(CANAL[:70], 80, 172, 18),
            *column(CANAL[70:140], 280, 150, 18)[1:],
        ]
    )
    assert [one.title for one in page.articles] == ["让食堂开到家门口", "给渡槽挂上新水闸"]


def test_a_caption_over_columns_that_go_on_around_its_picture_is_no_photo_news() -> None:
    text = (CANTEEN + CANAL)[:200]
    rest = CANAL[40:140]
    page = cut(
        [
            Text(60, 20, "社区食堂暖了人心", 28, "hei"),
            *column(text, 20, 60, 12),
            Bar(150, 60, 250, 120, "#bbb"),
            Text(150, 184, "6月11日，社区食堂里，老人在吃饭。眼下，各地都", 8.5, "kai"),
            Text(150, 196, "在办食堂，处处是忙碌的景象。本报记者 孙 菲 摄", 8.5, "kai"),
            *(
                Text(150 + 130 * (at // 5), 216 + 14 * (at % 5), rest[12 * at : 12 * at + 12], 10)
                for at in range(9)
            ),
        ]
    )
    (one,) = page.articles
    assert one.captions == (
        "6月11日，社区食堂里，老人在吃饭。眼下，各地都在办食堂，处处是忙碌的景象。本报记者 孙 菲 摄",
    )
