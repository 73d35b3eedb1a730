"""What a paper prints of itself (版权信息): how it is reached, what it costs, who prints it, its numbers.

None of it says anything of the page, and no article says it on a line of its own.
"""

from __future__ import annotations

import re

from jianbao.ingest.spacing import folded, squeeze

_OF = (
    "(?:新闻|投稿|来稿|广告|读者|本版|编辑部|编辑|记者|采编|总编室|办公室|订阅|订报|征订|发行|投递|联系|爆料|报料|服务|值班|咨询|"
    "监督|举报|投诉|电子|官方|本报|报社|本社|客服|印刷|合作|法律|总)*"
)
_DIAL = (
    r"(?:(?:[（(]?0\d{2,3}[）)]?[-— ]?)?\d{7,8}(?:[-—转]\d{1,4})?|1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    r"|400[- ]?\d{3}[- ]?\d{4}|\d{5,12})(?!\d)"
)
"""A telephone's number: `0951-6020000`, `(0951)6020000`, `12345`."""
_CONTACT = (
    rf"{_OF}(?:电\s?话|热线|传真|手机|QQ群?|微信号?|Tel|Fax)\s*[：:/]?\s*(?:{_DIAL})(?:\s?[、,，/]\s?(?:{_DIAL}|\d{{3,4}}))*"
    r"|(?:(?<![\d-])0\d{2,3}[-—]\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d))(?:-\d+)?"
    rf"|(?:{_OF}(?:邮\s?箱|信箱|E-?mail|邮件)\s*[：:]?\s*)?[\w.+-]+@[\w.-]+"
    rf"|(?:{_OF}(?:网\s?址|网站|官网|新闻网|数字报)\s*[：:]?\s*)?(?:(?:https?[：:]//|www\.)[\w./?=&%#-]+|(?<![\w@.])[\w-]+(?:\.[a-z]{{2,}}){{1,2}}(?:/\S*)?(?!\w))"
    rf"|{_OF}(?:社|地\s?)址\s*[：:]\s*[^\s¦§]+"
    rf"|邮(?:政编码|\s?编)\s*[：:]?\s*\d{{6}}|(?:广告|发行|编辑|订阅|通联|财务)部\s*[：:]?\s*(?:{_DIAL})"
    r"|(?:官方|本报)?(?:微信|微博|公众号|抖音号?|视频号)\s*[：:]\s*\S+"
)
_NUMBERS = (
    r"国内统一(?:连续出版物)?(?:刊)?号\s*[：:]?|(?:国际标准)?(?:连续出版物号)?\s*(?:CN|ISSN)\s*[\d—-]+(?:/\w+)?"
    r"|(?:邮发|国外(?:发行)?|报刊|发行)?代号\s*[：:]?\s*[A-Z]?\d+(?:\s*[-—]\s*\d+)*"
    r"|广告(?:发布|经营)?(?:许可证|登记)号?\s*[：:]\s*\S+"
    r"|每[份月季年]\s*[\d.]+\s*元|(?:每[份月季年]|本报|全年)?(?:零售价?|定价|售价|订价)\s*[：:]?\s*(?:每份)?\S*?[\d.]+\s*元?(?:/份)?"
)
_MAKERS = (
    r"(?:承?印刷?|承印|出版|发行)(?:单位|者|厂)?\s*[：:]\s*[^\s¦§]+|开印(?:时间)?\s*[：:]?\s*\d[\d：:时分.]*|印完(?:时间)?\s*[：:]?\s*\d[\d：:时分.]*"
    r"|(?:本报|本社)(?:常年)?法律顾问\s*[：:]?\s*[^¦§]+|[\u3400-\u9fff]{2,14}(?:主管|主办|承办|出版)(?![\u3400-\u9fff])|[\u3400-\u9fff]{2,14}(?:印务|印刷)[\u3400-\u9fff]{0,6}(?:承?印刷?)"
)
IMPRINT = re.compile(f"{_CONTACT}|{_NUMBERS}|{_MAKERS}", re.IGNORECASE)
"""One such piece: `电话：0951-5701508`, `邮发代号 73-1`, `零售价：1.00元`, `印刷：云岭晚报印务中心`."""
ISSUE = re.compile(
    r"(?:今[日天]|本[日期报]|(?<![\u3400-\u9fff])共|对开|[四八]开)(?:\s*(?:本报|出版|共|[四八]开))*\s*(?:\d+|[一二三四五六七八九十]+)\s*[个大]?\s*版"
    r"|(?:\d+|[一二三四五六七八九十]+)\s*个\s*版|(?:总\s*)?第?\s*\d{3,6}\s*[期号]|总\s*第?\s*\d+\s*[期号]|第\s*(?:\d+|[一二三四五六七八九十]+)\s*期"
    r"|(?:ISSUE\s*)?NO\.?\s*\d+|新?\d+期"
)
"""How many pages the issue has, and its number: `今日12版`, `16个版`, `总第5568期`."""
_THE_PAPER_S = re.compile(
    "本报|本社|报社|编辑部|新闻热线|投稿|广告|发行|订阅|订报|邮发|国内统一|零售|定价|印刷|承印|开印|邮编|邮政|许可证|读者|官方|公众号|微博|每份|法律顾问"
)
_MOST_LEFT = 6
"""Characters that are left of an imprint when its pieces are taken: `欢迎订阅`."""


def is_imprint(text: str) -> bool:
    """Whether a line is a piece of the imprint and nothing else.

    A telephone number alone may end an article: it is the paper's if the line says so.
    """
    line = folded(text)
    if re.search("[。；！？]", line) or not IMPRINT.search(line):
        return False
    left = squeeze(IMPRINT.sub(" ", line)).strip("：|/·●")
    return len(left) <= _MOST_LEFT and "，" not in left and bool(_THE_PAPER_S.search(line))
