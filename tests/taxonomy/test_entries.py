"""themes.toml is edited entry by entry, and keeps what people wrote round it."""

from __future__ import annotations

import tomllib

import pytest

from jianbao.config import defaults
from jianbao.errors import ConfigError
from jianbao.taxonomy import merge, rename, split

SCORING = "# 主题词表\n\n[scoring]\nstrong = 3.0\n"
YOUTH = """
# 共青团的报道
[[theme]]
name = "青年"  # 2023 年定
slug = "qing-nian"
strong = ["青年", "共青团"]
words = [
    "志愿者",  # 不只青年
    "大学生",
]
against = ["敬老"]
least = 4.2
"""
WORK = '\n[[theme]]\nname = "就业"\nstrong = ["就业", "招聘"]\nweak = ["大学生"]\n'
REST = '\n# 没有主题的\n[[outside]]\nname = "体育"\nstrong = ["亚运会"]\n'
TEXT = SCORING + YOUTH + WORK + REST


def test_a_theme_is_renamed_and_nothing_else() -> None:
    change = rename(TEXT, "青年", "青年工作")
    assert change.text == TEXT.replace('name = "青年"', 'name = "青年工作"')
    assert change.leads == {"青年": ("青年工作",)}


def test_a_theme_gets_another_slug() -> None:
    assert rename(TEXT, "青年", "青年工作", "youth").text == TEXT.replace(
        'name = "青年"', 'name = "青年工作"'
    ).replace('slug = "qing-nian"', 'slug = "youth"')
    assert 'slug = "jobs"' in rename(TEXT, "就业", "工作", "jobs").text


def test_a_theme_is_merged_into_another_with_its_words() -> None:
    change = merge(TEXT, ["青年"], "就业")
    assert change.text == SCORING + (
        '\n[[theme]]\nname = "就业"\nstrong = ["就业", "招聘", "青年", "共青团"]\n'
        'weak = ["大学生"]\nwords = ["志愿者"]\nagainst = ["敬老"]\n' + REST
    )
    assert change.leads == {"青年": ("就业",)}


def test_a_comment_above_the_next_theme_stays_when_one_goes() -> None:
    assert merge(TEXT, ["就业"], "青年").text.endswith(REST)
    assert "# 共青团的报道" in merge(TEXT, ["就业"], "青年").text


def test_a_theme_is_split() -> None:
    change = split(TEXT, "青年", {"团务": [], "志愿服务": ["志愿者", "义工"]})
    entries = {each["name"]: each for each in tomllib.loads(change.text)["theme"]}
    assert list(entries) == ["团务", "志愿服务", "就业"]
    assert entries["团务"]["strong"] == ["青年", "共青团"]
    assert entries["团务"]["words"] == ["大学生"]
    assert entries["志愿服务"]["strong"] == ["义工"]
    assert entries["志愿服务"]["words"] == ["志愿者"]
    assert all("slug" not in each for each in entries.values())
    assert [entries[name]["against"] for name in ("团务", "志愿服务")] == [["敬老"], ["敬老"]]
    assert change.leads == {"青年": ("团务", "志愿服务")}
    assert change.text.startswith(SCORING)
    assert change.text.endswith(WORK + REST)


def test_a_part_may_be_a_theme_already() -> None:
    change = split(TEXT, "青年", {"团务": [], "就业": ["大学生", "实习"]})
    entries = {each["name"]: each for each in tomllib.loads(change.text)["theme"]}
    assert entries["就业"]["strong"] == ["就业", "招聘", "实习"]
    assert "大学生" not in entries["团务"]["words"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda: rename(TEXT, "青", "甲"), "there is no theme 青 (did you mean 青年?)"),
        (lambda: rename(TEXT, "体育", "甲"), "there is no theme 体育 (see taxonomy/themes.toml)"),
        (lambda: rename(TEXT, "青年", "就业"), "there is a theme 就业 already (see `taxonomy merge`)"),
        (lambda: rename(TEXT, "青年", " "), "' ' cannot be the name of a theme"),
        (lambda: rename(TEXT, "青年", "a\nb"), r"'a\nb' cannot be the name of a theme"),
        (lambda: rename(TEXT, "青年", "甲", "甲"), "'甲' is not a slug"),
        (lambda: rename(TEXT, "就业", "甲", "qing-nian"), "another theme has the slug qing-nian"),
        (lambda: merge(TEXT, ["青年"], "青年"), "青年 cannot be merged into itself"),
        (lambda: merge(TEXT, ["甲"], "青年"), "there is no theme 甲"),
        (lambda: split(TEXT, "青年", {"甲": []}), "青年 must be split into two or more"),
        (lambda: split(TEXT, "青年", {"甲": [], "青年": []}), "青年 must be split into two or more"),
    ],
)  # fmt: skip
def test_what_cannot_be_done(change: object, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        change()  # type: ignore[operator]
    assert message in str(caught.value)


def test_the_default_vocabulary_can_be_changed_everywhere() -> None:
    text = (defaults() / "taxonomy/themes.toml").read_text("utf-8")
    names = [theme["name"] for theme in tomllib.loads(text)["theme"]]
    for name in names:
        back = rename(rename(text, name, "甲乙").text, "甲乙", name)
        assert back.text == text
        lines = merge(text, [name], names[0] if name != names[0] else names[1]).text
        assert [line for line in text.split("\n") if line.startswith("#")] == [
            line for line in lines.split("\n") if line.startswith("#")
        ]
