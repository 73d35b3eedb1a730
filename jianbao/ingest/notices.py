"""What stands on a page for the page's sake: jumps, teasers (导读), advertisements, pull quotes.

今日导读                                     注销公告
我驻外使馆举办活动庆祝新中国成立75周年 ……第8版      …拟向登记机关申请注销登记，请债权人自公告之日起…
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.imprint import is_imprint
from jianbao.ingest.jumps import is_jump
from jianbao.ingest.spacing import folded, squeeze, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block, Line

_SLUG = re.compile(r"\.(?:indd|fbd|fit|qxd|pdf|s2)\b", re.IGNORECASE)
_NUMBER = r"[A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,2}"
_SEE = re.compile(
    rf"^[（【{{\[▶▲■●]*\s*(?:(?:相[关關]|全文|详细|更多)?(?:新闻|报道|内容|解读|评论|图文|图)?(?:详?[见見]|刊于)\s*(?:今[日天])?第?\s*P?(?:{_NUMBER})\s*[版页]?"
    r"|P\s?\.?\d{1,3}(?:\s+P\s?\.?\d{1,3})*|下?转\s*P\d{1,3})[^。]{0,10}[）】}\]▶]*$",
    re.IGNORECASE,
)
"""`（相关报道见第3版）`, `{相關新聞見p04}`, `P16 P12`."""
_TEASER = re.compile(
    rf"[\u3400-\u9fff].{{3,}}(?:"
    rf"(?:[▶►▷→>》]+|[…·.]{{2,}}|[（【\[]?\s*(?:详?见|刊)\s*(?:今[日天])?|\s|[（【\[])\s*第?(?:{_NUMBER})\s*版\s*[）】\]]?"
    r"|(?:[▶►▷→>]+|…{2,}|\.{3,}|·{3,})\s*[A-Z]?\d{1,2}|[\s（][AP]\.?\d{2}）?)$"
)
"""A headline that points to its page: `……第8版`, `▶2版`, `（见4版）`, ` A07版`, `……03`."""
_GUIDE = re.compile(
    r"^[■●◆★▲【［\[]*\s*(?:今日|今天|本期|本周|要闻|本报|新闻|内容|版面|精彩|重点)*\s*(?:导\s*读|导\s*览|提要|提示|看点|关注|热读|速览|目录)\s*[】］\]：]*$"
)
_SURELY_GUIDE = re.compile(r"导\s*[读览]|内容提要|要闻提[要示]")
_LONGEST_TEASER = 40
"""In em."""
_APART = 3
"""By how many lines two teasers are apart at most: a headline may have three."""
_INVITES = re.compile(
    r"^(?:请|欢迎)?(?:用?微信|手机)?(?:扫描|长按|识别|扫一扫|扫).{0,6}二维码.{0,12}$"
    r"|^(?:请|欢迎)?(?:用?微信|手机)?扫(?:一扫|描|码)?，?(?:看视频|看更多|看详情|观看|了解|关注|查看|收看|收听|获取|阅读).{0,10}$"
    r"|^(?:更多|欢迎|请|关注|下载|登录|扫码).{2,24}(?:客户端|公众号|视频号|(?:官方|报)微[信博]|抖音号|小程序|二维码|APP)(?:，.{2,12})?$",
    re.IGNORECASE,
)
"""What a QR code is for: `扫描二维码关注更多精彩内容`, `更多报道请见新城日报客户端`."""
_OF_THE_PAGE = re.compile(
    r"^[（■●*]*本[版期](?:的|所有|全部)?(?:图片|照片|稿件|摄影|文字|文图|图文|插图|制图|漫画|内容)[^，。]{2,28}$"
    r"|^本版[\u3400-\u9fff]{2,4}：[^，。]{2,20}$|^(?:本[报版社])?版权所有.{0,24}$"
    r"|^[（【·]?(?:公益|分类|形象)?广告[）】·]?$|^中缝$|^(?:本报)?(?:今[日天]\d+版|总第\d+期)$"
)
"""What is said of the page itself: `本版图片除署名外均由本报资料室提供`, `版权所有 不得转载`, `广告`."""
_FOR_SALE = re.compile(
    r"^(?:拍卖|变卖|招标|招租|招聘|转让|出让|注销|清算|减资|债权|遗失|挂失|催收|迁坟)[\u3400-\u9fff]{0,8}(?:公告|启事|声明|通知|公示|通告)$"
    r"|^(?:招租|招聘|出租|出售|转让|求购|声明|遗失|拍卖|(?:分类|便民)(?:广告|信息)|(?:公告|声明|启事)[·、/]?(?:公告|声明|启事|栏)?)$"
)
"""What heads a small advertisement: `注销公告`, `招 租`."""
_SELLS = re.compile(
    r"声明作废|特此(?:公告|声明|通告)|债权人?|注销登记|(?:联系|咨询|报名|招租|服务)?(?:电话|热线|手机|方式)\s*[：:]?\s*[\d(（]|价格面议|面议"
    r"|遗失.{2,60}(?:作废|证|章)|(?<!\d)(?:0\d{2,3}[-—]?\d{7,8}|1[3-9]\d{9})(?!\d)"
)
"""What it says, and an article hardly ever."""
_LOST = re.compile(r"遗失.{2,80}作废[。！]?$")
_AD = "an advertisement"
_LONGEST_AD = 400
"""In characters."""
_RULE, _SHORTEST_RULE = frozenset("-—–─━=＝_~～*＊※"), 4
"""What rules between texts are typed of, and how long they are at least."""
_QUOTE_LINES, _SHORTEST_QUOTE = 6, 10
"""Lines of a pull quote at most, its characters at least."""


def is_notice(text: str) -> bool:
    """Whether a line says something of the page or the paper, and nothing of any article."""
    line = folded(text).strip()
    dense = squeeze(line)
    return bool(
        is_jump(line)
        or _SEE.match(line)
        or _SLUG.search(line)
        or _INVITES.match(dense)
        or _OF_THE_PAGE.match(dense)
        or (_GUIDE.match(line) and _SURELY_GUIDE.search(line))
        or (_TEASER.match(line) and width(line) <= _LONGEST_TEASER)
        or is_imprint(text)
        or is_ornament(dense)
    )


def is_ornament(dense: str) -> bool:
    """Whether characters are a frame's or a rule's: of a dingbat font, private ones, dashes in a row."""
    kinds = {unicodedata.category(character) for character in dense}
    return (
        kinds in ({"Co"}, {"Co", "So"})
        or (len(dense) > 1 and kinds == {"So"})
        or (len(dense) >= _SHORTEST_RULE and set(dense) <= _RULE)
    )


def guide_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Which lines are of a guide to the pages inside: the teasers, those between them, their head."""
    pointers = [at for at, line in enumerate(lines) if _TEASER.match(folded(line.text))]
    heads = [at for at, line in enumerate(lines) if _GUIDE.match(folded(line.text))]
    found = set(pointers)
    for one in (*heads, *pointers):
        after = next((at for at in pointers if at > one), None)
        if after is not None and after - one <= _APART:
            found.update(range(one, after))
    return frozenset(found)


def with_notices(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The page's blocks, the advertisements and pull quotes among them named."""
    running = "".join(squeeze(folded(one.text)) for one in blocks if one.kind == "body")
    named: list[Block] = []
    for block in blocks:
        above = named[-1] if named else None
        rule = ""
        if _is_ad(block, above):
            rule = _AD
            if above and _FOR_SALE.match(squeeze(above.text)):
                named[-1] = replace(above, kind="notice", rule=_AD)
        elif _is_pull_quote(block, running):
            rule = "a pull quote"
        named.append(replace(block, kind="notice", rule=rule) if rule else block)
    return tuple(named)


def _is_ad(block: Block, above: Block | None) -> bool:
    if block.kind not in {"body", "sentence", "display"}:
        return False
    text = squeeze(folded(block.text))
    if len(text) > _LONGEST_AD:
        return False
    headed = bool(_FOR_SALE.match(squeeze(block.lines[0].text))) or (
        above is not None and (above.rule == _AD or bool(_FOR_SALE.match(squeeze(above.text))))
    )
    return bool((headed and _SELLS.search(text)) or _LOST.search(text))


def _is_pull_quote(block: Block, running: str) -> bool:
    """Whether some lines, set apart, only repeat what the running text says up to a stop or a comma.

    Printed, between two columns: `2022年1月启动试` / `运行至今，机制平` / `稳有序`.
    """
    quote = squeeze(folded(block.text)).strip("“”‘’「」『』…—")
    return (
        block.kind == "body"
        and len(block.lines) <= _QUOTE_LINES
        and len(quote) >= _SHORTEST_QUOTE
        and not re.search("[。！？]|[，、；：]$", quote)
        and any(quote + stop in running for stop in "。！？，；”")
    )
