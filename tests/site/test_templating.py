"""Templates compiled as one function say what Jinja says, feature by feature."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError

from jianbao.site.templating import SiteEnvironment

if TYPE_CHECKING:
    from jinja2 import BaseLoader


class Site(NamedTuple):
    title: str
    assets: dict[str, str]


class Link(NamedTuple):
    label: str
    href: str


BASE = """{% set place = place | default("") %}
<title>{% block title %}{{ site.title }}{% endblock %}</title>
<a href="{{ root }}{{ site.assets['a.css'] }}"{% if place == "here" %} here{% endif %}>
{% block main %}nothing{% block inner %} here{% endblock %}{% endblock %}
<p>{{ root }}</p>
"""

MACROS = """{% macro link(each, root, after="。") %}
<a href="{{ root }}{{ each.href }}">{{ each.label }}</a>{{ after }}
{%- endmacro %}
{% macro links(all, root) %}
{% set first = true %}
{% for each in all %}{{ link(each, root) }}{{ "、" if not loop.last }}{% endfor %}
{% endmacro %}
{% set own = "own" %}
{% macro with_own(root) %}{{ own }}{{ root }}{% endmacro %}
{% macro around(root) %}<b>{{ caller() }}</b>{{ root }}{% endmacro %}
{% macro deep(n) %}{{ n }}{% if n %}{{ deep(n - 1) }}{% endif %}{% endmacro %}
{% macro shadow(root) %}{% set root = root ~ "x" %}{{ root }}{% endmacro %}
"""

EXTENDS = "{% extends 'base' %}{% import 'macros' as m %}"

PAGES = {
    "text is escaped": "{{ page[0].label }} {{ '<' }} {{ site.title }} {{ 5 }}",
    "markup stays": "{{ page[0].label | upper }}{{ '<b>' | safe }}{{ ('<b>' | safe) ~ '<i>' }}",
    "loops": "{% for each in page %}{{ loop.index }}{{ each.href }}{% else %}none{% endfor %}",
    "a frame": "{% extends 'base' %}{% block main %}{{ page[0].href }}{% endblock %}",
    "a frame's own blocks": "{% extends 'base' %}{% block title %}t{% endblock %}",
    "a block in a block": "{% extends 'base' %}{% block inner %}in{% endblock %}",
    "names for the frame": "{% extends 'base' %}{% set place = 'here' %}",
    "names in a block are its own": "{% extends 'base' %}{% set a = 1 %}{% block title %}"
    "{% set a = 2 %}{{ a }}{% endblock %}{% block main %}{{ a }}{% endblock %}",
    "a block of the frame's block": "{% extends 'base' %}{% block main %}{{ super() }}!{% endblock %}",
    "macros": EXTENDS + "{% block main %}{{ m.links(page, root) }}{% endblock %}",
    "macros by name": EXTENDS + "{% block main %}"
    "{{ m.link(root='r/', each=page[0], after=page[1].label) }}{% endblock %}",
    "a macro within an expression": EXTENDS + "{% block main %}"
    "{{ m.link(page[0], root) or 'none' }}{% set x = m.link(page[1], root) %}{{ x }}{% endblock %}",
    "a macro with names of its file": EXTENDS + "{% block main %}{{ m.with_own(root) }}{% endblock %}",
    "a macro with a caller": EXTENDS + "{% block main %}"
    "{% call m.around('<') %}in {{ root }}{% endcall %}{% endblock %}",
    "a macro that calls itself": EXTENDS + "{% block main %}{{ m.deep(20) }}{% endblock %}",
    "a macro that sets its argument": EXTENDS + "{% block main %}{{ m.shadow(root) }}{% endblock %}",
    "includes": "{% for each in page %}{% include 'part' %}{% endfor %}",
    "attributes that Python keeps": "{{ page | map(attribute='label') | join('，') }}",
    "an unknown name": "{{ nothing }}",
    "a macro without an argument": EXTENDS + "{% block main %}{{ m.link(page[0]) }}{% endblock %}",
}  # fmt: skip

PARTS = {"base": BASE, "macros": MACROS, "part": "<li>{{ each.label }}{{ root }}</li>"}
SITE = Site("题 <1>", {"a.css": "assets/a.css"})
CONSTANTS: dict[str, object] = {"site.assets": SITE.assets, "site.title": SITE.title}
PAGE = [Link("一 & 一", "1.html"), Link("“二”", '2".html')]


def plain(loader: BaseLoader) -> Environment:
    return Environment(
        loader=loader,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def rendered(environment: Environment) -> str:
    environment.globals["site"] = SITE
    try:
        return environment.get_template("page").render(page=PAGE, root="../")
    except (TemplateError, TypeError) as error:
        return repr(type(error))


@pytest.mark.parametrize("constants", [CONSTANTS, {**CONSTANTS, "root": "../"}])
@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_a_page_is_what_jinja_makes_of_it(text: str, constants: dict[str, object]) -> None:
    loader = DictLoader({**PARTS, "page": text})
    assert rendered(SiteEnvironment(constants, loader=loader)) == rendered(plain(loader))


def test_what_is_the_same_on_all_pages_is_text() -> None:
    loader = DictLoader({**PARTS, "page": PAGES["macros"]})
    environment = SiteEnvironment({**CONSTANTS, "root": "../"}, loader=loader)
    source = loader.get_source(environment, "page")[0]
    code = environment.compile(source, "page", raw=True)
    assert '<a href="../assets/a.css"' in code
    assert "blocks" not in code.partition("blocks = {}")[0]
    assert "macros" not in code
