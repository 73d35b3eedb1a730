"""Which single lines are headlines: by the reading of the page that is worth most."""

from jianbao.ingest.cutting import best_cut, page_of
from jianbao.ingest.reading import read_blocks
from jianbao.ingest.strays import CUT_OFF
from jianbao.ingest.typing import read_typed_blocks
from tests.ingest.typesetter import break_lines

HEADLINE = "金凤区政协协商为老楼装上电梯"
CAPTION = "让高层老人早日下楼。"
WATER = "本报讯（记者 张玉香）兴庆区政协日前组织委员视察农村饮水工程，听取水厂负责人介绍水源地保护、管网改造和水质检测情况。委员们建议加大投入，尽快更换老化管道，让群众喝上放心水。"
LIFTS = "本报讯（记者 李国民）金凤区政协委员日前走进老旧小区，就加装电梯听取居民意见。低层住户担心采光，高层老人盼望早日动工，委员们与街道、物业一起算费用、定方案，协商会从上午开到黄昏，最后大家在方案上签了字。"


def column(text: str) -> str:
    return "\n".join(break_lines(text, 16, 2))


def test_a_headline_as_wide_as_the_column_is_no_line_of_it():
    """Read for itself, with the sentence below, it passes for a line that goes on in it."""
    blocks = read_typed_blocks("\n\n".join([column(WATER), HEADLINE, CAPTION, column(LIFTS)]))
    assert CUT_OFF in {block.rule for block in read_blocks(blocks).blocks}
    page, _ = page_of(best_cut(blocks))
    assert [article.title for article in page.articles] == [None, HEADLINE]
    assert page.articles[1].captions == (CAPTION,)
