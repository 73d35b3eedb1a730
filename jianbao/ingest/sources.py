"""Sources (转载来源): credits to other publications and to who sent in what is printed.

All patterns run on `folded` text, as those of credits.py do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jianbao.ingest.spacing import body_spacing, folded, plain, squeeze

_MEDIUM = (
    r"(?:[\u3400-\u9fffA-Za-z0-9·\s]{0,14}(?:报|网|社|电讯|周刊|周末|杂志|客户端|电视台|广播电台|电台|频道|公众号|发布|"
    r"在线|融媒体中心|新闻中心|新闻|求是|半月谈|瞭望|时评))"
)
_SOURCE = re.compile(
    rf"[（(【]\s*(?P<how>据|转自|转载自|摘自|摘编自|来源\s*[：:]|原载|综合|载|综合自)?\s*"
    rf"(?P<name>[《「]?{_MEDIUM}[》」]?(?:[\s、，]+[《「]?{_MEDIUM}[》」]?)*)\s*(?:报道|消息|微信|电)?\s*[）)】]\s*$"
)
_MARKED_SOURCE = re.compile(
    r"^\s*[■□●]\s*(?:文/图\s*[：:])?\s*(?P<name>新华社|中新社|[\u3400-\u9fff·]{2,12}(?:报|网|社|电讯|客户端|电视台))\s*$"
)
"""`■新華社`; `■ 国际瞭望` and `■ 社区新闻` are names of columns."""
_UNIT = re.compile(
    r"[（(]\s*(?P<name>[\u3400-\u9fff]{1,12}(?:气象台|[局委办院厅站]|办公室|委员会|宣传部|[^部]中心|协会|妇联|总工会|支队|大队))"
    r"\s*(?P<how>供稿)?\s*[）)]\s*$"
)
"""Who sent in what a paper prints: `（县气象台）`, `（市公安局供稿）`."""
_BARE_SOURCE = re.compile(
    rf"^\s*(?:(?:来源|稿源)\s*[：:]|据)\s*(?P<name>[《]?{_MEDIUM}[》]?)\s*(?:电|报道)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A credit to another publication."""

    raw: str
    """As printed: `（据《人民政协报》）`."""
    name: str
    """`人民政协报`."""


def read_source(line: str) -> Source | None:
    """Read a line that is a source credit and nothing else, or None.

    Printed: `（据人民政协网）`, `（来源：法治日报）`, `（中国青年报）`, `■新華社`, `（县气象台）`.
    """
    text = folded(line)
    for pattern in (_SOURCE, _MARKED_SOURCE, _BARE_SOURCE, _UNIT):
        match = pattern.match(text)
        if match:
            return Source(body_spacing(line), _bare_name(line, match))
    return None


def split_source(paragraph: str) -> tuple[str, Source | None]:
    """Cut a source credit off a paragraph's end.

    Printed: `…规范化。（据《人民政协报》）`. `据中央社報道，` inside a sentence is no credit.
    """
    text = folded(paragraph)
    match = _SOURCE.search(text) or _UNIT.search(text)
    if match is None or (not match["how"] and not ends_sentence(paragraph[: match.start()])):
        return paragraph, None
    return (
        paragraph[: match.start()].rstrip(),
        Source(body_spacing(paragraph[match.start() :]), _bare_name(paragraph, match)),
    )


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with the text."""
    return bool(re.search(r"[。！？…”’；]\s*$", text))


def _bare_name(line: str, match: re.Match[str]) -> str:
    """The name that was found, in the script that it is printed in: `新華每日電訊`."""
    name = plain(line)[match.start("name") : match.end("name")]
    return squeeze(name).replace("《", "").replace("》", "")
