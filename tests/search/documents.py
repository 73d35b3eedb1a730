"""A dozen articles written for the tests: two bundles, every field, every kind of character."""

from __future__ import annotations

from jianbao.search import SearchDocument


def _article(article_id: str, *text: str, **fields: object) -> SearchDocument:
    date, page = article_id[:10], article_id[11:13]
    return SearchDocument(
        id=article_id,
        url=f"{date.replace('-', '/')}/{article_id[11:]}.html",
        date=date,
        page=page,
        text="\n".join(text),
        **({"kind": "news"} | fields),  # type: ignore[arg-type]
    )


YIN_CHUAN = "宁夏回族自治区/银川市"
JIN_FENG = f"{YIN_CHUAN}/金凤区"

DOCUMENTS = (
    _article(
        "2023-02-20-03-01",
        "近日，金凤区某社区F1区居民反映暖气不热。社区把居民、物业和供热公司请到一起协商。",
        "协商议事会开了三次，问题有了着落。居民说，有事好商量。",
        title="暖气热了 人心也热了",
        subtitle="——金凤区一个社区的协商故事",
        byline=("张玉香",),
        captions=("协商会上，居民畅所欲言。",),
        section="协商民主",
        regions=(f"{JIN_FENG}/长城中路街道", f"{JIN_FENG}/上海西路街道"),
        themes=("协商民主", "基层治理"),
    ),
    _article(
        "2023-02-20-03-02",
        "小区里装充电桩，有人盼，有人怕。楼道党支部先听大家怎么说，再定怎么装。",
        "经过协商，十二个充电桩装在了停车场东侧。",
        title="充电桩装在哪儿",
        kicker="民生实事",
        byline=("张玉香", "李 明"),
        section="协商民主",
        regions=(JIN_FENG,),
        themes=("民生实事",),
    ),
    _article(
        "2023-02-20-03-03",
        "荣昌区政协把协商会开到田间。",
        "2022年以来，荣昌区已开会四十场，解决问题三百个。",
        title="荣昌：会开到田间",
        source="人民政协网",
        column="他山之石",
        section="协商民主",
        regions=("重庆市/荣昌区",),
        themes=("协商民主", "乡村振兴"),
    ),
    _article(
        "2023-02-20-04-01",
        "记者从商务厅获悉，RCEP生效一年，出口增长12.5%。企业说，用好ＲＣＥＰ规则能省下不少钱。",
        "iPhone15和5G设备的配件是主要货物。",
        title="用好RCEP 一年增一成",
        byline=("王小岭",),
        section="经济",
        themes=("营商环境",),
    ),
    _article(
        "2023-02-20-04-02",
        captions=("春节前夕，志愿者写春联送居民。",),
        kind="photo-news",
        byline=("李明",),
        section="经济",
    ),
    _article(
        "2023-02-19-01-01",
        "第一段讲到这一段",
        "简单的事也要商量着办。",
        "全国政协委员建议，民主协商要有实效。",
        title="实效从哪里来",
        byline=("赵启明",),
        section="要闻",
        themes=("协商民主",),
    ),
    _article(
        "2023-01-10-01-01",
        "臺灣同胞到銀川尋根，參觀了協商議事廳。老人說，鄉音沒有變。",
        title="鄉音沒有變",
        source="人民政协报",
        section="要闻",
        regions=(YIN_CHUAN,),
        themes=("民族团结",),
    ),
    _article(
        "2022-12-31-02-01",
        "这一年，银川市办了一百件民生实事。从暖气到充电，从停车到养老，件件有回音。",
        "张玉香代表说，明年要办得更实。",
        title="一百件实事 件件有回音",
        byline=("本报评论员",),
        section="综合",
        regions=(YIN_CHUAN,),
        themes=("民生实事",),
    ),
    _article(
        "2022-12-05-02-01",
        "养老服务中心里，老人们下棋、唱歌。社区协商议事，把食堂办了起来。",
        title="食堂办起来了",
        byline=("李明",),
        section="综合",
        regions=("四川省/成都市",),
        themes=("养老",),
    ),
    _article(
        "2021-05-06-01-01",
        "青年就业是大事。政协组织企业和高校协商，一次签约六百人。",
        title="为青年就业协商",
        byline=("赵启明",),
        section="要闻",
        regions=("四川省",),
        themes=("就业", "协商民主"),
    ),
    _article(
        "2021-05-06-01-02",
        "协商协商再协商，协商的事情一件件办成。好办法是协商出来的。",
        title="办法从哪里来",
        section="要闻",
        regions=("河北省/邢台市/威县",),
        themes=("协商民主",),
    ),
)
