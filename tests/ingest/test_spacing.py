"""White space that was printed and white space that was not."""

import pytest

from jianbao.ingest.spacing import body_spacing, display_spacing, folded, is_spread, squeeze, width


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("在 2022年 8月之前", "在2022年8月之前"),
        ("近 100 多家", "近100多家"),
        ("Long March 5B 火箭", "Long March 5B火箭"),
        ("阅海万家 F1区", "阅海万家F1区"),
    ],
)
def test_body(raw, clean):
    assert body_spacing(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("党建引领社区治理 同心共筑美丽家园", "党建引领社区治理 同心共筑美丽家园"),
        ("博鳌论坛 2023 年年会", "博鳌论坛2023年年会"),
        ("民 主 协 商", "民主协商"),
        ("增速超30%　一体化平台", "增速超30% 一体化平台"),
        ("本报记者 郑 志 摄", "本报记者 郑 志 摄"),
    ],
)
def test_display(raw, clean):
    assert display_spacing(raw) == clean


def test_spread_lines():
    assert is_spread("启 用 了 30 万 元 物 业 储 备 金 ，")
    assert not is_spread("在 2022年 8月之前，对于曾")


def test_width_ignores_white_space():
    assert width("启 用 了 30 万 元") == width("启用了30万元") == 6


@pytest.mark.parametrize("text", ["本報訊（記者 張三）", "︵金︶", "……“”", "ﬁ①㍿"])
def test_the_shadow_has_the_text_s_length(text):
    assert len(folded(text)) == len(text)


def test_only_white_space_is_dropped():
    raw = "在 2022年 8月，“ F1 区” a b"
    assert squeeze(body_spacing(raw)) == squeeze(display_spacing(raw)) == squeeze(raw)
