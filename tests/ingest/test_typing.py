"""The kinds of lines."""

import pytest

from jianbao.ingest.typing import read_typed_blocks
from tests.ingest.typesetter import break_lines


def kinds(text: str) -> list[tuple[str, int]]:
    return [(block.kind, len(block.lines)) for block in read_typed_blocks(text)]


@pytest.mark.parametrize(
    "text",
    [
        # a dash that a column's break cut in two
        "广东粤港澳大湾区特大型交通枢纽—\n—广州白云站与京广高铁联络线全线\n贯通，列车今天开始试运行，沿线。",
        # a dash at a line's beginning, in a column of such lines
        "作为天津迎击大清河洪水的第一关\n——静海区台头镇处于东淀蓄滞洪区\n最前沿，这里的堤坝经受住了考验\n，村民们日夜巡查，不敢有一丝懈\n怠。",
    ],
)
def test_a_dash_inside_running_text_opens_no_subtitle(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["body"]


def test_half_a_dash_ends_no_headline() -> None:
    assert kinds("在我国最大的盾构机整机企业—") == [("body", 1)]
    assert kinds("民主协商议事溢出幸福满满") == [("display", 1)]


@pytest.mark.parametrize(
    "below", ["本报讯（记者 张三）近日，社区召开会议，\n部署工作。", "本报记者 张三", ""]
)
def test_a_dash_below_a_headline_opens_a_subtitle(below: str) -> None:
    text = f"民主协商议事溢出幸福满满\n——金凤区荣锦苑社区以民主协商激发积极性\n{below}"
    assert [kind for kind, _ in kinds(text)][:2] == ["display", "subtitle"]


def test_one_dash_in_a_headline_goes_on_with_a_line_as_wide() -> None:
    lines = "丁薛祥会见出席第二十一届中国\n—东盟博览会的东盟国家领导人"
    assert kinds(lines) == [("display", 2)]
    assert [kind for kind, _ in kinds(lines.replace("\n—", "\n——"))] == ["display", "subtitle"]


def test_a_comma_in_a_quoted_name_of_two_lines_leaves_it_a_headline() -> None:
    lines = "围绕“调动种粮农民和粮\n食主产区的种粮积极性，夯实粮食安全的根基”协商议政"
    assert kinds(lines) == [("display", 2)]


@pytest.mark.parametrize(
    "headline",
    [
        "人民日报署名文章：“躺平”不可取，“躺赢”不可能",
        "《求是》杂志发表重要文章《大力弘扬伟大\n爱国主义精神，把强国建设、民族复兴伟业不断推向前进》",
    ],
)
def test_a_comma_in_a_headline_leaves_the_byline_below_it_one(headline: str) -> None:
    assert [kind for kind, _ in kinds(f"{headline}\n本报记者 王欣文 通讯员 谢梅")][1] == "byline"


@pytest.mark.parametrize("column", [13, 15])
def test_a_headline_glued_to_a_paragraph_that_says_its_words_ends_above_it(column: int) -> None:
    headline = ["市政协委员视察", "饮水安全工程"]
    body = break_lines(
        "市政协日前组织委员视察农村饮水安全工程，委员们走进水厂，听取水源地保护和管网改造的情况介绍。",
        column,
        2,
    )
    assert kinds("\n".join([*headline, *body])) == [("display", 2), ("body", len(body))]


def test_two_lines_without_a_comma_above_a_full_line_are_text() -> None:
    body = break_lines(
        "市政协委员视察农村饮水安全工程并走进水厂了解水源地保护和管网改造的情况，听取了负责人的介绍。",
        13,
        2,
    )
    assert kinds("\n".join(body)) == [("body", len(body))]


def test_an_upright_headline_is_one_line() -> None:
    blocks = read_typed_blocks(
        "\n".join("民主协商在基层") + "\n\n" + "\n".join(["2024", "年", "：", "春"])
    )
    assert [(one.kind, one.text) for one in blocks] == [
        ("display", "民主协商在基层"),
        ("display", "2024年：春"),
    ]
    assert kinds("贺信\n。") == [("body", 2)]


@pytest.mark.parametrize(
    ("upper", "lower", "found"),
    [
        ("两办印发《关于加强新时代", "高技能人才队伍建设的意见》", ["display"]),
        ("出台《关于加强“十四五”时期", "民主协商工作的意见》，明确了", ["body", "body"]),
        ("两办印发新的意见", "高技能人才队伍壮大", ["display", "display"]),
    ],
)
def test_a_headline_broken_inside_a_name_is_one(upper: str, lower: str, found: list[str]) -> None:
    assert [kind for kind, _ in kinds(f"{upper}\n\n{lower}")] == found
