"""One article as data: its front matter, its text, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jianbao.language import marked
from jianbao.markdown import to_blocks
from jianbao.values import dataclass

if TYPE_CHECKING:
    from jianbao.record import Record

Row = dict[str, "str | int | list[str]"]
"""An article: values by the names of FIELDS."""

Type = Literal["string", "date", "integer", "list"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an article."""

    name: str
    """Its name, the front matter's where there is one."""
    type: Type
    """What it holds; a `list` is one of strings."""
    title: str
    """Its name for people; a message."""
    description: str
    """What it says, for a reader who knows newspapers and not this program; a message."""


FIELDS = (
    Field("id", "string", marked("编号"), marked("日期-版次-序号，如 2023-02-20-03-02；永久不变")),
    Field("url", "string", marked("网址"), marked("文章页面；档案未设网址时相对于站点根目录")),
    Field("date", "date", marked("出报日期"), marked("所在一期报纸的日期")),
    Field("page", "string", marked("版次"), marked("如报上所印：03、A26")),
    Field("section", "string", marked("版名"), marked("该版的名称")),
    Field("column", "string", marked("栏目名"), marked("文章所在的栏目")),
    Field("title", "string", marked("标题"), marked("主标题；无题的图片新闻为空")),
    Field("kicker", "string", marked("肩题"), marked("主标题之上的一行")),
    Field("subtitle", "string", marked("副题"), marked("主标题之下的一行，带破折号")),
    Field("byline", "list", marked("署名"), marked("写稿、摄影的人")),
    Field("role", "string", marked("署名身份"), marked("记者、文/图、摄等")),
    Field("source", "string", marked("转载来源"), marked("转载自何处")),
    Field("kind", "string", marked("类别"), marked("news 为报道，photo-news 为图片新闻")),
    Field("themes", "list", marked("主题"), marked("按轻重排列")),
    Field("regions", "list", marked("地区"), marked("报道所写的地方，各为自省级起的路径")),
    Field("mentions", "list", marked("提及地区"), marked("另外提到的地方")),
    Field("captions", "list", marked("图片说明"), marked("照片下的文字")),
    Field("length", "integer", marked("字数"), marked("正文的字数")),
    Field("text", "string", marked("正文"), marked("纯文本，每段或小标题一行")),
)
"""In the order in which they stand in the files, and as columns of CSV."""


def row_of(record: Record, body: str, url: str) -> Row:
    """An article, whose body (Markdown) the record does not keep, as it stands in the files."""
    article = record.article
    captions = [image.caption for image in article.images if image.caption]
    return {
        "id": article.id,
        "url": url,
        "date": article.date.isoformat(),
        "page": article.page,
        "section": article.section,
        "column": article.column,
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "byline": list(article.byline),
        "role": article.role,
        "source": article.source,
        "kind": article.kind,
        "themes": list(article.themes),
        "regions": list(article.regions),
        "mentions": list(article.mentions),
        "captions": [*captions, *article.captions],
        "length": record.length,
        "text": "\n".join(to_blocks(body)),
    }
