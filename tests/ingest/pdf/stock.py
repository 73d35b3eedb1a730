"""Words to typeset: articles made from a stock of sentences, each on a matter of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

MATTERS = (
    ("渡槽加固", "渡槽 水闸 灌区 渠系 放水员 墒情"),
    ("社区食堂", "食堂 老人 菜单 送餐员 饭票 灶台"),
    ("古桥修缮", "石桥 匠人 榫卯 桥墩 青砖 图纸"),
    ("夜校开班", "夜校 学员 课表 吉他 书法 教室"),
    ("苹果外运", "苹果 冷库 果农 集装箱 糖度 班列"),
    ("湿地观鸟", "湿地 候鸟 望远镜 苍鹭 栈道 芦苇"),
    ("公交改线", "公交 站牌 司机 线路 早高峰 换乘"),
    ("剪纸进校", "剪纸 红纸 课堂 纹样 学生 剪刀"),
    ("枸杞采收", "枸杞 茨农 烘房 采摘工 色选机 红果"),
    ("旧楼电梯", "电梯 楼道 住户 井道 出资 施工队"),
    ("马拉松赛", "跑者 赛道 补给站 完赛 奖牌 志愿者"),
    ("冰雪运动", "冰场 雪道 教练 冰刀 滑雪板 少年队"),
    ("养蜂合作", "蜂箱 蜂农 花期 蜂蜜 合作社 转场"),
    ("图书漂流", "图书 书架 读者 借阅 漂流站 扉页"),
    ("风电并网", "风机 叶片 塔筒 并网 检修 升压站"),
    ("中药种植", "黄芪 药田 饮片 药农 育苗 标本"),
    ("皮影展演", "皮影 唱腔 幕布 艺人 戏箱 雕刻"),
    ("河道清淤", "河道 淤泥 挖泥船 水草 堤岸 河长"),
    ("数据机房", "机房 服务器 算力 散热 运维 光缆"),
    ("牧草收割", "牧草 草捆 牧民 打草机 羊群 围栏"),
    ("盲道整改", "盲道 地砖 路口 轮椅 坡道 巡查员"),
    ("民宿评级", "民宿 管家 客房 评级 院落 游客"),
    ("税费新政", "税费 窗口 申报 小店 退税 辅导员"),
    ("航线开通", "航线 航班 旅客 机场 货舱 客座率"),
)
PLACES = [
    "柳泉镇",
    "石碾村",
    "平罗街",
    "清河路",
    "云台县",
    "榆林巷",
    "白塔区",
    "沙井子",
    "东湖里",
    "禾丰乡",
    "长桥头",
    "北苑新村",
]
PEOPLE = [
    "周启明",
    "林晓棠",
    "马占林",
    "何静波",
    "苏文远",
    "郭雨晴",
    "陈立秋",
    "唐可心",
    "许大勇",
    "罗素梅",
    "沈一航",
    "杜长河",
]
REPORTERS = ("王秋实", "李若溪", "张牧野", "赵知远", "孙 菲", "钱 宁", "吴天佑", "郑小禾")
PAPERS = ["工人日报", "南方周末", "科技日报", "农民日报", "新华每日电讯"]
SERIES = ("走基层", "高质量发展调研行", "一线调研·见闻", "新春走基层")

_SENTENCES = (
    "这几天，{place}的{a}前总是围着人，{person}一边记录一边和大家说起{b}的事。",
    "“过去我们最愁的就是{a}，现在有了{b}，心里踏实多了。”{person}说。",
    "记者在现场看到，{a}与{b}已经安排妥当，{n}名工作人员正在核对{c}。",
    "据介绍，今年以来{place}先后投入{n}万元用于{a}，同比增长{m}%。",
    "在{person}看来，{a}不只是{b}的问题，更要看{c}能不能用得长久。",
    "从{a}到{b}，再到{c}，每一个环节都有人管、有人查、有人问。",
    "为了把{a}的事情办好，{place}召开了{m}次会议，听取意见建议{n}条。",
    "下一步，当地将继续完善{a}管理办法，让{b}惠及更多家庭。",
    "20{y}年{m}月，{place}第一次把{a}列入民生实事，由此开始了对{b}的探索。",
    "“{a}好不好，群众说了算。”在{place}，这句话写在了{b}旁边的墙上。",
    "数据显示，目前全县共有{a}{n}处，其中新建{m}处，{b}覆盖面明显扩大。",
    "早上{m}点，{person}已经带着{a}来到{place}，开始了一天的工作。",
    "对此，有关负责人表示，{a}的标准还要再提高，{b}的服务还要再细致。",
    "如今，说起{a}，{place}的人们总会想起那个忙着{b}的身影。",
    "不仅如此，{a}还带动了{b}，周边{n}户人家的收入也跟着多了起来；",
    "专家认为，{a}与{b}之间并不矛盾，关键在于因地制宜、量力而行。",
)
_TITLES = (
    "{place}{matter}走出新路",
    "{matter}暖了{place}",
    "一次{matter}引来满村掌声",
    "{a}多了 {b}少了",
    "让{a}成为{place}的好帮手",
    "{n}个{a}背后的民生账",
    "{place}：{a}连着{b}",
    "“{a}”里看变化 {matter}见实效",
)
_SECOND_LINES = ("群众点赞有了新盼头", "小事情办出大文章", "多方携手共解难题", "今年以来成效明显")
_SUBTITLES = ("——{place}推进{matter}纪实", "——来自{place}的{a}见闻", "——{matter}一年间")
_SUBHEADS = ("{a}有了新变化", "从{a}到{b}", "把{a}办好", "守住{b}这条线", "{a}与{b}并进")
_CAPTIONS = ("图为{place}的{a}。", "{person}在{place}查看{a}。", "工作人员正在整理{b}。{person} 摄")


@dataclass(frozen=True, slots=True)
class Matter:
    """What an article is about: its own names and words, so that no two articles share them."""

    name: str
    words: tuple[str, ...]
    place: str
    person: str

    def fill(self, form: str, chance: random.Random) -> str:
        a, b, c = chance.sample(self.words, 3)
        return form.format(
            matter=self.name,
            place=self.place,
            person=self.person,
            a=a,
            b=b,
            c=c,
            n=chance.randint(21, 980),
            m=chance.randint(2, 12),
            y=chance.randint(10, 25),
        )

    def sentence(self, chance: random.Random) -> str:
        return self.fill(chance.choice(_SENTENCES), chance)

    def paragraph(self, chance: random.Random) -> str:
        text = "".join(self.sentence(chance) for _ in range(chance.randint(1, 5)))
        return text[:-1] + "。" if text.endswith("；") else text

    def title(self, chance: random.Random, lines: int) -> list[str]:
        first = self.fill(chance.choice(_TITLES), chance)
        return [first, *chance.sample(_SECOND_LINES, lines - 1)]

    def subtitle(self, chance: random.Random) -> str:
        return self.fill(chance.choice(_SUBTITLES), chance)

    def subhead(self, chance: random.Random) -> str:
        return self.fill(chance.choice(_SUBHEADS), chance)

    def caption(self, chance: random.Random) -> str:
        return self.fill(chance.choice(_CAPTIONS), chance)


def matters(chance: random.Random) -> list[Matter]:
    """All matters in random order, each with a place and a person."""
    order = chance.sample(MATTERS, len(MATTERS))
    return [
        Matter(
            name,
            tuple(words.split()),
            PLACES[(at * 5 + len(name)) % len(PLACES)],
            PEOPLE[(at * 7) % len(PEOPLE)],
        )
        for at, (name, words) in enumerate(order)
    ]
