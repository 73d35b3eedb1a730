"""What looks like a place and is none: words, institutions, rivers, roads, events.

Each entry stands for a false hit seen in print; the text beside it says which.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS = """
适应 长治久安 日照时间 日照时数 日照时长 日照充足 日照不足 入海口 出海口 港口
天下大同 世界大同 大同小异 三明治 重大庆典 文山会海 孙中山 中山陵 中山装 中山先生
中山舰 白银时代 朝阳产业 朝阳行业 朝阳群众 东方红 东方明珠 东方文明 东方智慧
东方主战场 东方大国 东方神韵 东方美学 东方航空 延安精神 延安时期 遵义会议 古田会议
井冈山精神 西柏坡精神 北京冬奥精神 上海精神 北京时间 京东方 上海合作组织
上合组织 北京峰会 北京宣言 北京倡议 北京行动计划 北京交响乐 大兴安岭 小兴安岭
黄石公园 哈密瓜 和田玉 普洱茶 德州仪器 金华火腿 兰州拉面 柳州螺蛳粉 四川盆地 四川话
海南岛 台湾海峡 台湾岛 北海道 海湾 北海公园 朝阳门 三峡大坝 三峡工程 三峡集团
西安事变 南京大屠杀 南昌起义 百色起义 淮海战役 平津战役 辽沈战役 湖南大学 黄河南
黄河北 黄河西 淮河南 淮河北 上海东 渤海南 黄海南 黄海北 东海北 东海南 南海北
南海西 南海东 丽江古城 大运河 五台山 长江西 长江东 珠江西 华山东 泰山西 江山如画
江山社稷 万里江山 大好江山 锦绣江山 南海仲裁 海南自由贸易试验区 海南自由贸易港 振兴区域 城市 都市
超市 山区 地区 林区 矿区 灾区 社区 园区 景区 小区 片区 辖区 库区 牧区 校区
厂区 市县 中东部 中西部 东西部 东北部 西南部 西北部 东南部 长安街 长江 黄河
新华社 新华网 台湾问题 台湾地位 台湾是中国 台湾是中华 台湾自古 台湾同属 台湾当局 镇江关 桐城派 高密度 中国台北 台湾民主自治同盟 北京非首都功能 北京厅 港澳办 闽宁镇 周口店 北京人 应城市场
"""

WORDS: Final = frozenset(_WORDS.split())
"""Words that contain a place's name; the longest match wins, so the place inside is not seen."""

NOT_AFTER: Final = {
    "鄂湘": "万",
    "资阳": "投融外合出",  # 投资阳光产业
    "大庆": "重盛最隆",  # 重大庆祝活动
    "新乡": "创更革",  # 创新乡村治理
    "中卫": "集其当",  # 集中卫生整治
    "大理": "最重强巨伟远",  # 伟大理想
    "保定": "确环医",  # 确保定期检修
    "通化": "普流交",  # 流通化肥
    "南通": "西东",  # 西南通道
    "海东": "上黄渤南",
    "海南": "上东黄渤",
    "海北": "上东黄渤南",
    "海西": "上东黄南",
    "江门": "长",
    "安庆": "公国",  # 国安庆典
    "德州": "美国",
    "海口": "入出",
    "中山": "孙其",
    "福州": "幸",
    "阳江": "沈",
    "平凉": "公水",
    "新余": "更",
    "大连": "重强巨扩联",
    "兰州": "里",
    "长沙": "部局院会司处校组厅",
    "长春": "李部局院会司处校厅",
    "衡水": "均",
    "界首": "世",
    "大安": "五",
    "福安": "幸",
    "焦作": "聚",
    "海林": "大",
    "运城": "亚",
    "运城市": "亚",
    "凉山": "大",
    "梅州": "苏",
    "威海": "挪",
    "扬中": "飘",
    "海宁": "滨上",
    "三河": "北",
    "淮北": "黄江",
    "淮南": "黄江",
    "应城市": "适对相响供反效",
    "北海": "东河湖",
}
"""Characters after which a bare name is two halves of other words."""

_NEEDS_PARENT = """
德州 达州 巴中 克州 巴州 博州 大同 长治 日照 安康 平凉 白银 天水 朝阳 东方 中山 来宾 通化 白山 黄山 北海
红河 怒江 海东 海南 海北 海西 台中 桃园 新北 新竹 大庆 山南 淮南 新乡 大理
和田 武威 三明 兴安 吉安 丽水 黑河 河源 凉山 文山 玉树 阿里 大兴安岭 黄南
"""

NEEDS_PARENT: Final = frozenset(_NEEDS_PARENT.split())
"""Bare city names that are words, too: they want their province before them, or their full
name elsewhere in the article (the 海南 without is the province)."""

_NOT_BARE = """
泰山 恒山 阳春 平湖 盐湖 清水河 滨海 新建 会同 和平 通道 公安 平安 共和 合作 南部 新兴 中方 江北 河东 河西 上街
建设 光明 解放 前进 向阳 文化 开放 先锋 新城 城中 城东 城西 城北 城南 城关
桥东 桥西 中原 海港 港口 工农 红旗 东风 振兴 太平 富民 湖滨 南关 新华 新市
市中 东方 中心 乐业 安定 进贤 民和 民乐 太和 延长 通过 天长 镇海 长安 东区
西区 南山 宝山 鼓楼 朝阳 南岸 开福 开平 高平 平原 高原 丰收 双江 两江 环江
建始 大通 大同 大方 永安 兴国 公主 思明 江山 科尔沁 天山 灯塔 安宁 当阳 临江
沅江 洪湖 潜江 赤壁 天门 韶山 尚志 安达 明光 应城 常宁 凤城 兴城 前锋 白云
西湖 东湖 南湖 北湖 河南 河北 江南 江岸 江汉 海南 山阳 山阴 东山 西山 秀山
平山 团结 民主 文明
"""

NOT_BARE: Final = frozenset(_NOT_BARE.split())
"""District names that mean something else without their 区 or 县 (湖北公安机关, 广东新兴产业)."""

_GENERIC = """
城区 郊区 矿区 东区 西区 南区 北区 新城区 城中区 市中区 港口区 海港区 高新区
中西区
"""

GENERIC: Final = frozenset(_GENERIC.split())
"""District names that every city could have: they count only behind their city's."""

PERSON: Final = re.compile(
    r"(?:^|[，。、；：！？“”（）\s的是子员长生师志记人工民友])"
    r"[王李张刘陈杨赵黄周吴徐孙胡朱郭何罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴]$"
)
"""What stands before a name that is a person's: 护林员王|长春."""

_GAP: Final = r"[^，。、；：！？“”《》（）\s的在和与及了将是为到对从举召开家多某几这那个一各所\d]"

INSTITUTION: Final = re.compile(
    rf"(?:{_GAP}{{0,12}}?(?:大学|学院|中学|小学|附中|学校|医院|协和医院|卫生院|大厦|银行|公司|集团|股份|研究院|研究所|研究中心|实验室|博物院|博物馆"
    r"|图书馆|美术馆|科技馆|纪念馆|展览馆|出版社|剧院|剧团|歌舞团|乐团|话剧|卫视|电视台|日报|晚报|早报|机场|火车站"
    r"|高铁站|铁路局|海关|舰队|军区|战区|监狱|俱乐部|中联办|交易所|交易中心|发射中心|控制中心|飞控中心|测控中心|天文台|发射场|服务中心|疗养院|基地|证券|烈士陵园"
    r"|航空|动物园|植物园|协会|学会|促进会|联合会|商会|基金会))"
    rf"|{_GAP}{{0,4}}?(?:舰|号(?!召|角|码|楼|线)|足球队|男篮|女排|女篮|男排)"
)
"""What follows a name that an institution, a firm or a ship bears: 西华|大学, 北京|银行."""

LOCAL: Final = re.compile(rf"{_GAP}{{0,12}}?(?:小学|中学|学校|医院|卫生院)")
"""What stands where the places before it say: 浙江嘉兴|茶园小学, 昆明市晋宁区|人民医院."""

FEATURE: Final = re.compile(
    r"(?:村(?!镇|民)|镇(?!江)|乡(?!村|镇)|[东南西北中]路|路(?!口|演|边)|[东南西北]街|大街|大道|街(?![道区头巷])|胡同|高速|铁路|高铁|城际|河(?![南北])|江(?![苏西])|湖(?![南北])"
    r"|山(?![东西区村])|岛(?!内)|湾(?!区)|峡谷|水库|盆地|平原|高原|海峡|半岛|群岛|沙漠|沙地|古道|火山|冰川"
    r"|[\u4e00-\u9fff]{0,6}国家公园|(?:\d+-\d+)?[油气]田|[东南西北]?站(?!稳|位|比赛|决|赛|揭|收官|落幕|闭幕|开幕|共有|今)|港(?=客运|区|务)|局(?![部势面地])|特大桥|大桥|长江大桥|隧道|队(?!伍))"
)
"""What follows a name that a road, a railway, a river or a mountain bears: 南京|路, 京蔚|高速."""

ROAD: Final = re.compile(r"[\u4e00-\u9fff]{0,2}(?:高铁|高速|铁路|城际|大?峡谷|大?运河|动卧)")
"""What makes a row of provinces' characters a road's or a railway's name: 京津|城际."""

EVENT: Final = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+届|\d{4}年)?(?:夏季|冬季)?"
    r"(?:\d(?:\.\d)?级(?:强?)地震|残奥会|奥运会|冬奥会|冬残奥会|亚运会|亚残运会|大运会|世博会|奥运|亚运|冬奥)"
)
"""What follows the host's name in an event's: 北京|冬奥会, 积石山县|6.2级地震."""

BODY: Final = re.compile(
    rf"{_GAP}{{0,3}}?(?:省委|市委|区委|县委|州委|委(?!员)|政协|人大|政府|纪委|纪检|监委|公安|法院|检察|总队|支队|大队|武警|工会|团委"
    r"|妇联|书记|省长|市长|县长|区长|主席|厅长|局长|主任|副|同胞|嘉宾|籍|代表团)"
)
"""What follows a region's name that one of its own bodies or officers bears: 威县|政协."""

KINDRED: Final = {"区": "域块间划位段别", "县": "域级", "市": "场值容", "旗": "帜舰", "省": "级"}
"""Characters that make the last one of a full name part of another word: 河北区|域, 应城市|场."""
