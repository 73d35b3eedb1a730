"""Writes the parts of the documentation that the program knows best, from the program.

    python scripts/reference.py          writes them
    python scripts/reference.py --check  names the files that are out of date; exit code 1 if any is

A part stands in a page of docs/ between `<!-- reference: NAME -->` and `<!-- end -->`. The names:

    command X        usage and options of a command; with `command: X` what it does as well
    keys             the keys of front matter; `keys-zh` the same in Chinese
    fields CLASS     the keys of a file, from `jianbao.config.Settings` and the like
    example          an article with every key
    templates        which template makes which pages, and what it is given
    views            what each of these things holds
"""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from documenting import entries, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
EXAMPLE = DOCS / "examples/article.md"
"""An article with every key, from which the reference takes its examples."""

PART = re.compile(r"(<!-- reference: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)

SITE = "jianbao.site.site.Site"

FURTHER = (
    *("jianbao.record.Brief", "jianbao.site.metadata.Meta"),
    *("jianbao.citing.citations.Citations", "jianbao.citing.gbt.Dated"),
    *("jianbao.site.tilemap.TileMap", "jianbao.site.tilemap.Tile", "jianbao.site.tilemap.Shade"),
)
"""Classes of other modules that views hold."""

IN_CHINESE = {
    "id": "编号：日期-版次-序号；一经给出，永不改变，永不重用",
    "title": "标题；报上分两行的，两行之间空一格；图片新闻可以没有",
    "kicker": "肩题（引题）：主标题之上的一行",
    "subtitle": "副题：主标题之下的一行，破折号照录",
    "byline": "署名，一人一项",
    "role": "署名身份：记者、文/图、摄等",
    "date": "报纸的日期",
    "page": "版次，照报上所印：`03`、`A26`",
    "section": "版名",
    "column": "栏目",
    "source": "转载自何处",
    "kind": "`news` 为报道，`photo-news` 为图片新闻",
    "captions": "图片说明（没有留下图片的）",
    "images": "图片，与文章文件放在同一文件夹；各有文件名、说明、拍摄者",
    "regions": "报道所写的地方，各为自省级起的路径",
    "mentions": "文中另外提到的地方",
    "themes": "主题，按轻重排列；须在主题词表中",
    "continued_on": "下转第几版",
    "continued_from": "上接第几版",
    "corrected": "文字最后一次更正的日期",
    "draft": "`true` 则暂不发布",
    "ingest": "剪报程序自己的记录，请勿改动",
}
"""What each key of front matter is, for docs/zh/."""


def fields_table(name: str) -> str:
    """The keys that a class reads from a file, in words."""
    rows = [
        (f"`{e.name}`", IN_WORDS[e.type.removesuffix(" | None")], e.text) for e in entries(name)
    ]
    return table(("key", "form", "what"), rows)


IN_WORDS = {
    "str": "text",
    "tuple[str, ...]": "list of text",
    "float": "number",
    "date": "date",
    "bool": "true or false",
}
"""The types of fields that stand in files."""


def command_part(words: str, *, told: bool) -> str:
    """The usage and options of a command, and what it does where that is to be told."""
    from jianbao.cli import main

    command: click.Command = main
    context = click.Context(main, info_name="jianbao")
    for word in words.split():
        command = command_below(command, word)
        context = click.Context(command, info_name=word, parent=context)
    usage = " ".join(command.get_usage(context).removeprefix("Usage: ").split())
    parts = [f"```text\n{usage}\n```"]
    if told:
        parts.append(_prose(inspect.cleandoc(command.help or "")))
    records = [
        each.get_help_record(context) for each in command.params if isinstance(each, click.Option)
    ]
    rows = [(f"`{names}`", text) for names, text in filter(None, records)]
    if rows:
        parts.append(table(("option", "what"), rows))
    return "\n\n".join(parts)


def _prose(text: str) -> str:
    """A command's help as Markdown: what click keeps as it is stands as a block of text."""
    parts = []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("\b"):
            parts.append("```text\n" + paragraph.removeprefix("\b\n") + "\n```")
        else:
            parts.append(" ".join(paragraph.split()))
    return "\n\n".join(parts)


def command_names() -> list[str]:
    """All commands, and those below them: `taxonomy rename`."""
    from jianbao.cli import COMMANDS, main

    names = []
    for name in COMMANDS:
        names.append(name)
        command = command_below(main, name)
        if isinstance(command, click.Group):
            names += [f"{name} {below}" for below in command.commands]
    return names


def command_below(group: click.Command, name: str) -> click.Command:
    """A command of a group."""
    assert isinstance(group, click.Group)
    command = group.get_command(click.Context(group), name)
    assert command, f"there is no command {name}"
    return command


def keys_part(*, chinese: bool = False) -> str:
    """The keys of front matter, their form, and an example of each."""
    from jianbao.frontmatter.validate import KEYS

    told = IN_CHINESE if chinese else {e.name: e.text for e in entries("jianbao.article.Article")}
    head = ("key", "what", "form", "required", "example")
    if chinese:
        head = ("键", "说明", "格式", "必填", "例")
    shown = examples()
    needs = {"yes": "是", "but for photo-news": "图片新闻可无"}
    rows = []
    for key in KEYS:
        need = required(key)
        if chinese:
            need = needs.get(need, "")
        rows.append((f"`{key}`", told[key], _form(key, chinese=chinese), need, f"`{shown[key]}`"))
    return table(head, rows)


FORMS = {
    "id": ("date-page-ordinal", "日期-版次-序号"),
    "date": ("date", "日期"),
    "page": ("up to four digits or letters", "至多四位数字或字母"),
    "kind": ("one of two words", "二者之一"),
    "draft": ("true or false", "true 或 false"),
    "images": ("list of file, caption, credit", "列表，各项有 file、caption、credit"),
    "ingest": ("keys of its own", "自有各键"),
}
"""The forms of values that are no text, in English and Chinese."""


def _form(key: str, *, chinese: bool) -> str:
    from jianbao.frontmatter.validate import LISTS
    from jianbao.frontmatter.values import PARSERS

    if key in LISTS:
        return "列表" if chinese else "list of text"
    same = next((each for each in FORMS if PARSERS.get(each) is PARSERS.get(key, key)), key)
    return FORMS.get(same, ("text", "文字"))[chinese]


def required(key: str) -> str:
    """Whether front matter without the key is refused, as the program itself says."""
    if not _refused(key, "news"):
        return ""
    return "yes" if _refused(key, "photo-news") else "but for photo-news"


def _refused(key: str, kind: str) -> bool:
    from jianbao.errors import Problems
    from jianbao.frontmatter import read_article
    from jianbao.ingest.shelf import ANY_WORDS

    given = {"id": "2023-02-20-03-02", "title": "题", "date": "2023-02-20", "kind": kind}
    head = [f"{name}: {value}" for name, value in given.items() if name != key]
    try:
        read_article("\n".join(("---", *head, "---", "", "文。", "")), "x.md", ANY_WORDS)
    except Problems:
        return True
    return False


def examples() -> Mapping[str, str]:
    """From each key to the first line of its value in the example."""
    found: dict[str, str] = {}
    head = EXAMPLE.read_text("utf-8").split("---\n")[1]
    for entry in re.findall(r"(?m)^\w+:.*\n(?:  .*\n)*", head):
        key, _, value = entry.partition(":")
        lines = [line.strip() for line in value.splitlines() if line.strip()]
        is_list = lines[0].startswith("- ") and ": " not in lines[0]
        found[key] = f"[{lines[0][2:]}]" if is_list else lines[0]
    return found


def view_classes() -> list[type]:
    """The views, by name."""
    from jianbao.site import views

    return [view for view in map(vars(views).__getitem__, views.__all__) if inspect.isclass(view)]


def templates_part() -> str:
    """Which template makes which pages, and what `page` is there."""
    from jianbao.site.render import TEMPLATES

    named: dict[str, type] = {}
    for view in view_classes():
        for template in re.findall(r"`([\w-]+\.\w+)`", (view.__doc__ or "").partition("\n")[0]):
            named[template] = view
    rows = []
    for template in TEMPLATES.values():
        view = named[template]
        text = re.sub(r"\s*\(`.*?`\)|: `.*", "", (view.__doc__ or "").partition("\n")[0])
        rows.append((f"`{template}`", text, f"[{view.__name__}](#{view.__name__.lower()})"))
    return table(("template", "what", "`page` is a"), rows)


def views_part() -> str:
    """What each view holds."""
    names = [f"{view.__module__}.{view.__name__}" for view in view_classes()]
    return "\n\n".join(_class_part(name) for name in (SITE, *names, *FURTHER))


def _class_part(name: str) -> str:
    module, _, label = name.rpartition(".")
    text = inspect.getdoc(getattr(importlib.import_module(module), label)) or ""
    rows = [(f"`{e.name}`", f"`{e.type.replace(' | ', ' or ')}`", e.text) for e in entries(name)]
    parts = [f"### {label}", " ".join(text.split())]
    parts.append(table(("name", "type", "what"), rows) if rows else "")
    return "\n\n".join(filter(None, parts))


def part(name: str) -> str:
    """A part by its name. Raises KeyError for a name that there is not."""
    word, _, rest = name.partition(" ")
    if word in ("command", "command:"):
        return command_part(rest, told=word == "command:")
    if word == "fields":
        return fields_table(rest)
    makers = {
        "keys": keys_part,
        "keys-zh": lambda: keys_part(chinese=True),
        "example": lambda: f"```markdown\n{EXAMPLE.read_text('utf-8').strip()}\n```",
        "templates": templates_part,
        "views": views_part,
    }
    return makers[name]()


def filled(text: str) -> str:
    """A page with its parts as the program now has them."""
    return PART.sub(lambda match: f"{match[1]}\n{part(match[2])}\n\n{match[3]}", text)


def stale() -> Iterator[tuple[Path, str]]:
    """The pages that are out of date, and what they should be."""
    for path in sorted(DOCS.rglob("*.md")):
        text = path.read_text("utf-8")
        if (now := filled(text)) != text:
            yield path, now


def main() -> None:
    """Write the parts, or only name the files that are out of date."""
    found = list(stale())
    for path, text in found:
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    sys.exit(bool(found) and "--check" in sys.argv)


if __name__ == "__main__":
    main()
