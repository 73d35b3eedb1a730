"""Generated archives of any size: the same articles for the same number, of plausible lengths.

Only sizes matter here, so the sentences are few and say little; places and themes are those of the
shipped vocabulary, and some of each stand on far more articles than others, as in a real paper.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jianbao.article import Article, Provenance
from jianbao.config import defaults
from jianbao.frontmatter import write_article
from jianbao.sheet import Sheet, write_sheet
from jianbao.tagging import Gazetteer, load_themes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SETTINGS = """title = "协商档案"
description = "基层协商报道的公开档案。"
publication = "协商日报"
base_url = "https://name.github.io/archive/"
edit_url = "https://github.com/name/archive/edit/main/"
home_provinces = ["宁夏回族自治区"]
"""

FIRST = date(2010, 1, 4)
PAGES = ("01", "02", "03", "04", "05", "06", "07", "08")
AN_ISSUE = 20
"""Articles a day, ten a page."""

WHO = ("区政协", "市政协委员", "街道党工委", "社区居委会", "村民议事会", "县人大代表", "网格员")
WHERE = ("议事厅", "小区凉亭", "乡村大院", "楼栋门口", "企业车间", "委员工作室", "田间地头")
WHAT = (
    *("老旧小区加装电梯", "农村人居环境整治", "停车难", "校园周边交通", "居家养老服务"),
    *("物业管理", "菜市场改造", "饮水安全", "背街小巷照明", "青年就业", "河道治理", "垃圾分类"),
)
HOW = ("协商会", "座谈会", "现场办公会", "恳谈会", "调研", "“回头看”视察")
SENTENCES = (
    "近日，{who}围绕{what}召开{how}，大家各抒己见，气氛热烈。",
    "“过去这里一到雨天就积水，如今路面平整了，心里敞亮多了。”居民{name}说。",
    "在{where}，{who}与群众面对面交流，听取对{what}的意见建议{number}条。",
    "据介绍，今年以来已开展{how}{number}场次，推动解决实际问题{number}件。",
    "{who}提出，要把{what}作为民生实事来抓，明确责任单位和完成时限。",
    "相关部门负责人现场回应，承诺在{number}日内拿出方案，并向社会公开。",
    "走进{where}，墙上的议事流程图一目了然，前来反映情况的居民络绎不绝。",
    "如何让{what}不再成为群众的烦心事？{who}给出了自己的答案。",
    "“有事好商量，众人的事情由众人商量。”{name}这样总结{number}年来的体会。",
    "下一步，当地将继续完善工作机制，让{how}成为化解矛盾的常态。",
    "从最初的不理解到后来的主动参与，{name}见证了{what}的全过程。",
    "目前，该项工作已惠及{number}户家庭，群众满意度达到{number}%。",
)
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾田董潘袁蔡蒋余于杜"
GIVEN = (
    *("伟", "芳", "娜", "敏", "静", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超"),
    *(
        "玉香",
        "秀兰",
        "建国",
        "志强",
        "海燕",
        "晓东",
        "文静",
        "丽华",
        "振宇",
        "雪梅",
        "立新",
        "浩然",
    ),
    *(
        "思远",
        "嘉怡",
        "国庆",
        "红梅",
        "永刚",
        "春燕",
        "子涵",
        "新民",
        "雅琴",
        "世杰",
        "云鹏",
        "慧敏",
    ),
)


class Generator:
    """Makes articles, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        gazetteer = Gazetteer.load(("宁夏回族自治区",))
        home = _below(gazetteer, "宁夏回族自治区", 3)
        elsewhere = [path for path in gazetteer.places if path.count("/") in (1, 2)]
        self._places = _shuffled(self.chance, [*home, *self.chance.sample(elsewhere, 250)])
        file = defaults() / "taxonomy/themes.toml"
        self._themes = _shuffled(self.chance, load_themes(file).names)
        self._people = _shuffled(self.chance, [a + b for a in SURNAMES for b in GIVEN])

    def issue(self, day: date, count: int) -> Iterator[Article]:
        """An issue of so many articles, ten a page."""
        for number in range(count):
            yield self.article(day, PAGES[number // 10], number % 10 + 1)

    def article(self, day: date, page: str, ordinal: int) -> Article:
        """One article."""
        chance = self.chance
        untitled = chance.random() < 0.05
        what, how = chance.choice(WHAT), chance.choice(HOW)
        length = min(2000, max(200, int(chance.lognormvariate(6.4, 0.6))))
        return Article(
            id=f"{day}-{page}-{ordinal:02}",
            date=day,
            body=self._body(length),
            title="" if untitled else f"{chance.choice(WHO)}{how} 聚焦{what}",
            kicker=f"{what}怎么办" if chance.random() < 0.1 else "",
            subtitle=f"——{how}侧记" if chance.random() < 0.15 else "",
            byline=self._pick(self._people, chance.choice((0, 1, 1, 1, 2))),
            role=chance.choice(("记者", "记者", "文/图", "")),
            page=page,
            section=("要闻", "协商民主", "民生", "社会", "综合", "地方", "文化", "副刊")[
                int(page) - 1
            ],
            column="他山之石" if chance.random() < 0.1 else "",
            kind="photo-news" if untitled else "news",
            captions=(f"图为{how}现场。",) if untitled or chance.random() < 0.1 else (),
            regions=self._pick(self._places, chance.choice((0, 1, 1, 1, 1, 2))),
            mentions=self._pick(self._places, chance.choice((0, 0, 1))),
            themes=self._pick(self._themes, chance.choice((1, 2, 2, 3))),
            ingest=Provenance(f"pages/{day}/{page}.txt", "0123456789abcdef", "1", 0.97),
        )

    def _body(self, length: int) -> str:
        paragraphs, total = [], 0
        while total < length:
            paragraph = "".join(self._sentence() for _ in range(self.chance.randint(1, 4)))
            if total > 300 and self.chance.random() < 0.08:
                paragraphs.append("## " + self.chance.choice(WHAT))
            paragraphs.append(paragraph)
            total += len(paragraph)
        return "\n\n".join(paragraphs)

    def _sentence(self) -> str:
        choice = self.chance.choice
        return choice(SENTENCES).format(
            who=choice(WHO), where=choice(WHERE), what=choice(WHAT), how=choice(HOW),
            name=choice(SURNAMES) + choice(GIVEN), number=self.chance.randint(3, 98),
        )  # fmt: skip

    def _pick(self, pool: Sequence[str], count: int) -> tuple[str, ...]:
        # A power of a number below 1 draws the pool's beginning more often than its end.
        found = (pool[int(len(pool) * self.chance.random() ** 3)] for _ in range(count))
        return tuple(dict.fromkeys(found))


def issues(count: int, seed: int = 1) -> Iterator[Article]:
    """So many articles, day after day from FIRST on."""
    generator = Generator(seed)
    for number in range(0, count, AN_ISSUE):
        day = FIRST + timedelta(days=number // AN_ISSUE)
        yield from generator.issue(day, min(AN_ISSUE, count - number))


def put(root: Path, article: Article) -> Path:
    """Write an article's file; with the first of a page, its sheet's."""
    folder = root / f"content/{article.date:%Y/%m/%d}"
    folder.mkdir(parents=True, exist_ok=True)
    if article.ordinal == "01":
        sheet = Sheet(article.date, article.page, article.section, (("editors", ("郑桉",)),))
        (folder / f"{article.page}.yaml").write_text(write_sheet(sheet), "utf-8")
    file = folder / f"{article.id[11:]}.md"
    file.write_text(write_article(article), "utf-8")
    return file


def _below(gazetteer: Gazetteer, path: str, depth: int) -> list[str]:
    children = gazetteer.children(path) if depth else ()
    return [path, *(each for child in children for each in _below(gazetteer, child, depth - 1))]


def _shuffled(chance: random.Random, pool: Sequence[str]) -> list[str]:
    return chance.sample(list(pool), len(pool))
