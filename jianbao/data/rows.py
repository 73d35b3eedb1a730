"""One article as data: its front matter, its text, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from jianbao.markdown import to_blocks

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
    """Its name in Chinese."""
    description: str
    """What it says, for a reader who knows newspapers and not this program."""


FIELDS = (
    Field("id", "string", "编号", "日期-版次-序号，如 2023-02-20-03-02；永久不变"),
    Field("url", "string", "网址", "文章页面；档案未设网址时为相对于站点根目录的路径"),
    Field("date", "date", "日期", "所在一期报纸的日期"),
    Field("page", "string", "版次", "如报上所印：03、A26"),
    Field("section", "string", "版名", "该版的名称"),
    Field("column", "string", "栏目", "文章所在的栏目"),
    Field("title", "string", "标题", "主标题；无题的图片新闻为空"),
    Field("kicker", "string", "肩题", "主标题之上的一行"),
    Field("subtitle", "string", "副题", "主标题之下的一行，带破折号"),
    Field("byline", "list", "署名", "作者"),
    Field("role", "string", "署名身份", "记者、文/图、摄等"),
    Field("source", "string", "来源", "转载自何处"),
    Field("kind", "string", "类别", "news 为报道，photo-news 为图片新闻"),
    Field("themes", "list", "主题", "按轻重排列"),
    Field("regions", "list", "地区", "报道所写的地方，各为自省级起的路径"),
    Field("mentions", "list", "提及地区", "另外提到的地方"),
    Field("captions", "list", "图片说明", "照片下的文字"),
    Field("length", "integer", "字数", "正文的字数"),
    Field("text", "string", "正文", "纯文本，每段或小标题一行"),
)
"""In the order in which they stand in the files."""

WITHOUT_TEXT = tuple(field for field in FIELDS if field.name != "text")
"""The columns of CSV. The text stands in the JSON lines alone: a spreadsheet cuts a long cell off,
and the text is nine tenths of the bytes and of the time."""


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
