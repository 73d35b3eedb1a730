from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.slugs import slugify, term_slug, unique_slugs
from jianbao.tagging import Gazetteer

if TYPE_CHECKING:
    from jianbao.slugs import Kind

NAMES = st.lists(st.text("张章伟炜李厉红虹", min_size=2, max_size=3), unique=True, max_size=8)


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("重庆市", "chong-qing"),
        ("陕西省", "shaan-xi"),
        ("山西省/吕梁市", "shan-xi/lu-liang"),
        ("宁夏回族自治区/银川市/金凤区", "ning-xia/yin-chuan/jin-feng-qu"),
        (
            "宁夏回族自治区/银川市/金凤区/黄河东路街道/荣锦苑社区",
            "ning-xia/yin-chuan/jin-feng-qu/huang-he-dong-lu-jie-dao/rong-jin-yuan-she-qu",
        ),
        ("宁夏回族自治区/吴忠市/红寺堡区", "ning-xia/wu-zhong/hong-si-bu-qu"),
        ("福建省/厦门市", "fu-jian/xia-men"),
        ("山东省/菏泽市/单县", "shan-dong/he-ze/shan-xian"),
        ("安徽省/亳州市/涡阳县", "an-hui/bo-zhou/guo-yang-xian"),
        ("安徽省/六安市", "an-hui/lu-an"),
        ("安徽省/蚌埠市", "an-hui/beng-bu"),
        ("安徽省/黄山市/歙县", "an-hui/huang-shan/she-xian"),
        ("安徽省/黄山市/黟县", "an-hui/huang-shan/yi-xian"),
        ("安徽省/铜陵市/枞阳县", "an-hui/tong-ling/zong-yang-xian"),
        ("浙江省/台州市", "zhe-jiang/tai-zhou"),
        ("浙江省/丽水市", "zhe-jiang/li-shui"),
        ("浙江省/温州市/乐清市", "zhe-jiang/wen-zhou/yue-qing-shi"),
        ("浙江省/绍兴市/会稽", "zhe-jiang/shao-xing/kuai-ji"),
        ("江西省/上饶市/铅山县", "jiang-xi/shang-rao/yan-shan-xian"),
        ("广东省/广州市/番禺区", "guang-dong/guang-zhou/pan-yu-qu"),
        ("广东省/梅州市/大埔县", "guang-dong/mei-zhou/da-bu-xian"),
        ("河北省/唐山市/乐亭县", "he-bei/tang-shan/lao-ting-xian"),
        ("河北省/邢台市/任泽区", "he-bei/xing-tai/ren-ze-qu"),
        ("河北省/沧州市/任丘市", "he-bei/cang-zhou/ren-qiu-shi"),
        ("新疆维吾尔自治区/巴音郭楞蒙古自治州/尉犁县", "xin-jiang/ba-yin-guo-leng/yu-li-xian"),
        ("河南省/郑州市/荥阳市", "he-nan/zheng-zhou/xing-yang-shi"),
        ("河南省/鹤壁市/浚县", "he-nan/he-bi/xun-xian"),
        ("河南省/漯河市", "he-nan/luo-he"),
        ("四川省/雅安市/荥经县", "si-chuan/ya-an/ying-jing-xian"),
        ("山西省/长治市/长子县", "shan-xi/chang-zhi/zhang-zi-xian"),
        ("山西省/临汾市/洪洞县", "shan-xi/lin-fen/hong-tong-xian"),
        ("山东省/烟台市/牟平区", "shan-dong/yan-tai/mu-ping-qu"),
        ("山东省/聊城市/莘县", "shan-dong/liao-cheng/shen-xian"),
        ("山东省/聊城市/东阿县", "shan-dong/liao-cheng/dong-e-xian"),
        ("山东省/菏泽市/郓城县", "shan-dong/he-ze/yun-cheng-xian"),
        ("辽宁省/朝阳市", "liao-ning/chao-yang"),
        ("贵州省/黔南布依族苗族自治州/三都水族自治县", None),
    ],
)
def test_places_are_read_as_they_are_called(path: str, slug: str | None) -> None:
    found = term_slug("regions", path)
    assert found == slug if slug else found.startswith("gui-zhou/qian-nan/san-du-shui-zu")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("张玉香", "zhang-yu-xiang"),
        ("单田芳", "shan-tian-fang"),
        ("曾国藩", "zeng-guo-fan"),
        ("任长霞", "ren-chang-xia"),
        ("解晓东", "xie-xiao-dong"),
        ("仇和", "qiu-he"),
        ("区志航", "ou-zhi-hang"),
        ("盖叫天", "ge-jiao-tian"),
        ("尉迟敬德", "yu-chi-jing-de"),
        ("查良镛", "zha-liang-yong"),
        ("John Smith", "john-smith"),
        ("阿卜杜拉·买买提", "a-bo-du-la-mai-mai-ti"),
    ],
)
def test_persons_are_read_by_their_surnames(name: str, slug: str) -> None:
    assert term_slug("people", name) == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [("协商民主", "xie-shang-min-zhu"), ("银行", "yin-hang"), ("重庆", "chong-qing")],
)
def test_themes(name: str, slug: str) -> None:
    assert term_slug("themes", name) == slug


def test_namesakes_get_a_mark_of_their_own_whatever_the_order() -> None:
    slugs = unique_slugs("people", ["张伟", "李四", "章炜"])
    assert slugs["李四"] == "li-si"
    assert slugs["张伟"].startswith("zhang-wei-")
    assert slugs["章炜"].startswith("zhang-wei-")
    assert slugs == unique_slugs("people", ["章炜", "张伟", "李四"])
    assert unique_slugs("people", ["张伟"]) == {"张伟": "zhang-wei"}


@given(NAMES, NAMES)
def test_a_new_name_moves_none_but_its_namesakes(names: list[str], more: list[str]) -> None:
    before, after = unique_slugs("people", names), unique_slugs("people", [*names, *more])
    assert len(set(after.values())) == len(after)
    own = {name: term_slug("people", name) for name in after}
    new = {own[name] for name in after if name not in before}
    assert all(after[name] == before[name] for name in names if own[name] not in new)


@pytest.mark.parametrize("kind", ["regions", "themes", "people", "columns", "sources"])
def test_a_long_name_is_cut_and_still_shares_its_slug_with_none(kind: Kind) -> None:
    names = ["长" * 50, "长" * 51, "x" * 300]
    slugs = unique_slugs(kind, names)
    assert len(set(slugs.values())) == len(names)
    assert all(len(slug) <= 125 for slug in slugs.values())
    assert slugs["长" * 50].startswith("chang-chang-")
    assert slugs["长" * 50] == unique_slugs(kind, names[:1])["长" * 50]


@pytest.mark.parametrize("name", ["Con", "AUX", "lpt1"])
def test_no_slug_is_a_name_that_windows_keeps_for_itself(name: str) -> None:
    assert re.fullmatch(rf"{name.lower()}-[0-9a-f]{{4}}", term_slug("people", name))
    assert term_slug("people", f"{name} X") == f"{name.lower()}-x"


def test_a_chosen_slug_wins() -> None:
    slugs = unique_slugs("themes", ["协商民主", "教育"], {"协商民主": "consultation"})
    assert slugs == {"协商民主": "consultation", "教育": "jiao-yu"}


def test_no_two_regions_of_the_country_share_a_slug() -> None:
    paths = list(Gazetteer.load().places)
    slugs = unique_slugs("regions", paths)
    assert len(set(slugs.values())) == len(paths)
    assert all(re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*", slug) for slug in slugs.values())


def test_a_child_lies_below_its_parents_slug() -> None:
    slugs = unique_slugs("regions", ["甲省", "甲省/丙市", "甲省/饼市", "甲省/饼市/乙县"])
    assert slugs["甲省/丙市"] != slugs["甲省/饼市"]
    assert slugs["甲省/饼市/乙县"] == slugs["甲省/饼市"] + "/yi-xian"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("民生实事“小切口” 铸就基层治理", "min-sheng-shi-shi-xiao-qie-kou-zhu-jiu-ji-ceng-zhi-li"),
        ("../../etc/passwd", "etc-passwd"),
        ("——", "untitled"),
        ("", "untitled"),
        ("C919首飞", "c919-shou-fei"),
    ],
)
def test_slugs_of_titles(title: str, slug: str) -> None:
    assert slugify(title) == slug


@given(st.text(max_size=200))
def test_any_title_gives_a_safe_file_name(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?", slugify(title))
