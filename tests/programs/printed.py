"""An archive that has a page of every kind, and print that formats stumble over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jianbao.article import Article, Image
from jianbao.site.build import Options, build
from tests.archives import REDIRECTS, SETTINGS, make_archive

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://name.github.io/archive/"
PUBLICATION = "A&B时报"
MORE_SETTINGS = f'publication = "{PUBLICATION}"\nbase_url = "{ADDRESS}"\n'

FIRST, SECOND, LATER = date(2023, 2, 20), date(2023, 3, 6), date(2024, 1, 8)

PHOTO = Image("04-01-1.png", "雪后的“阅海”公园 & 湖面。", "马军 摄")

ARTICLES = (
    Article(
        id="2023-02-20-03-01",
        date=FIRST,
        title="民生实事“小切口” 铸就'大文章' & <更多>",
        kicker="金凤区政协",
        subtitle="——记双福社区的<一次>协商",
        body="近日，区政协召开协商会议，<b>1 & 2</b> 都有人说。\n\n## 怎么办\n\n会上，委员们各抒己见。",
        byline=("张玉香", "本报记者 李红"),
        role="文/图",
        page="03",
        section="协商民主",
        column="委员风采",
        regions=("宁夏回族自治区/银川市/金凤区", "宁夏回族自治区/固原市"),
        mentions=("北京市",),
        themes=("协商民主", "民生实事"),
        continued_on="04",
    ),
    Article(
        id="2023-02-20-03-02",
        date=FIRST,
        title='"A<B>" 与 C&D：办好 100% 的 #1_实事',
        body="居民有了去处。",
        byline=("Anderson and Sons", "O'Neil"),
        page="03",
        section="协商民主",
        column="他山之石",
        source="人民政协报",
        regions=("浙江省/杭州市",),
        themes=("就业",),
        corrected=date(2024, 1, 5),
    ),
    Article(
        id="2023-02-20-04-01",
        date=FIRST,
        kind="photo-news",
        body="2月18日，志愿者在阅海公园清扫积雪，方便市民出行。",
        page="04",
        images=(PHOTO,),
    ),
    Article(
        id="2023-03-06-01-01",
        date=SECOND,
        title=r"</script></pre>{花}\括~号与 $5 的 ]]> 账",
        body="账要算清。",
        byline=("王芳",),
        page="01",
        section="要闻",
        themes=("民生实事",),
        regions=("宁夏回族自治区/银川市/兴庆区",),
    ),
    Article(
        id="2023-03-06-A26-01",
        date=SECOND,
        title="雪后&amp;初晴",
        body="天晴了。",
        byline=("马军", "李红", "王芳", "赵敏"),
        page="A26",
        section="副刊",
        column="他山之石",
        source="示例周报",
    ),
)
"""In printed order. None has the same title, so that a title tells an article."""

DRAFT = Article(id="2023-03-06-01-02", date=SECOND, title="未定稿", body="还没有定。", draft=True)

NEXT = Article(
    id="2024-01-08-02-01",
    date=LATER,
    title="又一期：<新>报道",
    body="新年的第一期。",
    byline=("张玉香",),
    page="02",
    themes=("就业",),
)
"""What comes in with the next issue, in a new year."""


def make_site(root: Path, *articles: Article) -> Path:
    """The site of an archive in `root` with these articles; what stands there is brought up to date."""
    from PIL import Image as Picture

    archive = make_archive(root, *articles, settings=SETTINGS + MORE_SETTINGS)
    Picture.new("RGB", (60, 40), "white").save(root / "content/2023/02/20" / PHOTO.file)
    (root / "redirects.toml").write_text(REDIRECTS, "utf-8")
    build(archive, root / "site", Options(search=False))
    return root / "site"


def href(article: Article) -> str:
    """Where its page stands: `2023/02/20/03-01.html`."""
    return f"{article.date:%Y/%m/%d}/{article.id[11:]}.html"


def headline(article: Article) -> str:
    """What it is called where it has no title."""
    return article.title or "2月18日，志愿者在阅海公园清扫积雪…"


def full_title(article: Article) -> str:
    """What citations call it."""
    subtitle = article.subtitle.removeprefix("——")
    return f"{headline(article)}：{subtitle}" if subtitle else headline(article)
