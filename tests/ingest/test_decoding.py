"""Every encoding that newspapers come in is found out; what is no text is refused."""

from __future__ import annotations

import codecs
import random

import pytest

from jianbao.errors import RefusedPage
from jianbao.ingest.decoding import GUESSES, LEAST_COMMON, commonness, decode

SIMPLIFIED = (
    "要闻 03 2023年2月20日 星期一\n\n本报讯（记者 张玉香）近日，区政协召开协商会议，“有事好商量”，\n"
    "委员们各抒己见，就社区治理、老饭桌改造提出了许多建议。"
)
TRADITIONAL = (
    "要聞 03 2023年2月20日 星期一\n\n本報訊（記者 張玉香）近日，區政協召開協商會議，「有事好商量」，\n"
    "委員們各抒己見，就社區治理、老飯桌改造提出了許多建議。"
)
CASES = [
    *((SIMPLIFIED, encoding) for encoding in ("utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be")),
    *((TRADITIONAL, encoding) for encoding in ("utf-8", "gb18030", "big5", "utf-16-le")),
]


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_the_encoding_is_found_out(text: str, encoding: str) -> None:
    found, name = decode(text.encode(encoding))
    assert found == text
    assert name == encoding.replace("gbk", "gb18030")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(encoding)) == (SIMPLIFIED, encoding)


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_the_threshold_parts_right_readings_from_wrong_ones(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert commonness(text) > 3 * LEAST_COMMON
    for other in GUESSES:
        wrong = data.decode(other, errors="replace")
        if wrong != text:
            assert commonness(wrong) < LEAST_COMMON


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        random.Random(7).randbytes(3000),
        b"a\x00b",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedPage):
        decode(data)
