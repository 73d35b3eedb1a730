"""Messages in templates: what they become, and that a page pays nothing for them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from jinja2 import DictLoader, TemplateSyntaxError

from jianbao.language import language_of
from jianbao.site.templating import SiteEnvironment
from jianbao.site.words import thousands, words_in

MESSAGES = {
    "a text": ("{{ _('日期') }}", "日期", "Dates"),
    "a text with a context": ("{{ _p('one', '日期') }}", "日期", "Date"),
    "a text in an attribute": ('<a title="{{ _("日期") }}">', '<a title="日期">', '<a title="Dates">'),
    "an unknown text": ("{{ _('无此句') }}", "无此句", "无此句"),
    "a name": ("{{ _('第{page}版', page=page) }}", "第&lt;3&gt;版", "Page &lt;3&gt;"),
    "a name in another order": (
        "{{ _('{date} {weekday}', date='a', weekday='b') }}",
        "a b",
        "b, a",
    ),
    "a name that is an expression": (
        "{{ _('第{page}版', page='<' ~ page) }}",
        "第&lt;&lt;3&gt;版",
        "Page &lt;&lt;3&gt;",
    ),
    "markup in a message": (
        "{{ _('<a href=\"{home}\">回到首页</a>，看最新一期；', home=page) }}",
        '<a href="&lt;3&gt;">回到首页</a>，看最新一期；',
        '<a href="&lt;3&gt;">go to the front page</a> and its latest issue;',
    ),
    "one": ("{{ _n('{count} 篇', 1) }}", "1 篇", "1 article"),
    "many": ("{{ _n('{count} 篇', 1234) }}", "1,234 篇", "1,234 articles"),
    "many of a name": (
        "{{ _n('{label} {count} 篇', 2, label=page) }}",
        "&lt;3&gt; 2 篇",
        "&lt;3&gt;: 2 articles",
    ),
    "a message in a message": (
        "{% set few = _n('{count} 篇文章', 2) %}{{ _('{date}的报纸：{pages}，{articles}。', date=page, pages=_n('{count} 个版', 1), articles=few) }}",
        "&lt;3&gt;的报纸：1 个版，2 篇文章。",
        "The newspaper of &lt;3&gt;: 1 page, 2 articles.",
    ),
    "a choice": ("{{ _('主题') if page else _('地区') }}", "主题", "Themes"),
    "a name set": ("{% set x = _('第{page}版', page=page) %}{{ x }}", "第&lt;3&gt;版", "Page &lt;3&gt;"),
    "a text for a macro": (
        "{% macro m(x, n) %}{{ x }}{{ _n('{count} 期', n) }}{% endmacro %}{{ m(_('日期'), 2) }}",
        "日期2 期",
        "Dates2 issues",
    ),
    "a language": ("<b{{ '政协' | lang }}>", "<b>", '<b lang="zh-Hans">'),
}  # fmt: skip


def environment(tag: str, text: str) -> SiteEnvironment:
    made = SiteEnvironment({}, language_of(tag), loader=DictLoader({"page": text}))
    words = words_in(tag)
    made.filters.update(thousands=thousands, lang=lambda text: made.globals["mark"])
    from markupsafe import Markup

    made.globals.update(ngettext=words.counted, mark=Markup(' lang="zh-Hans"'))
    return made


@pytest.mark.parametrize(("text", "chinese", "english"), MESSAGES.values(), ids=MESSAGES.keys())
def test_a_message_is_said_in_the_language(text: str, chinese: str, english: str) -> None:
    for tag, said in (("zh-Hans", chinese), ("en", english)):
        assert environment(tag, text).get_template("page").render(page="<3>") == said


@pytest.mark.parametrize("tag", ["zh-Hans", "en"])
def test_a_page_finds_its_messages_in_its_text(tag: str) -> None:
    text = "<p>{{ _('日期') }}<b>{{ _('第{page}版', page=page) }}</b>{% if page %}{{ _('主题') }}{% endif %}"
    made = environment(tag, text)
    code = made.compile(text, "page", raw=True)
    assert f"<p>{made._language.text('日期')}<b>" in code
    assert "gettext" not in code
    assert "Markup(" not in code.partition("def root")[2]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n{{ _(page) }}", "text in quotes"),
        ("\n{{ _('日期', 2) }}", "so many arguments: 1"),
        ("\n{{ _n('{count} 篇') }}", "so many arguments: 2"),
        ("\n{{ _('第{page}版') }}", "has no {page} here"),
        ("\n{{ _n('{label} {count} 篇', 2) }}", "has no {label} here"),
    ],
)
@pytest.mark.parametrize("tag", ["zh-Hans", "en"])
def test_a_wrong_message_is_found_when_compiling(tag: str, text: str, reason: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=re.escape(reason)) as caught:
        environment(tag, text).get_template("page")
    assert caught.value.lineno == 2


def test_words_say_days_and_pages() -> None:
    day = date(2023, 2, 20)
    chinese, english = words_in("zh-Hans"), words_in("en")
    assert (chinese.date(day), chinese.weekday(day)) == ("2023年2月20日", "星期一")
    assert (english.date(day), english.weekday(day)) == ("20 February 2023", "Monday")
    assert (chinese.month_of_year(2023, 9), chinese.year(2023)) == ("2023年9月", "2023年")
    assert (english.month_of_year(2023, 9), english.year(2023)) == ("Sep 2023", "2023")
    assert chinese.sheet("03", "协商民主") == "第03版 协商民主"
    assert english.sheet("03", "协商民主") == "Page 03 协商民主"
    assert english.sheet("", "协商民主") == "协商民主"
    assert english.weekdays[6] == ("Sun", "Sunday")
