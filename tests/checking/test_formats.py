"""Findings as text, JSON and GitHub's workflow commands."""

from __future__ import annotations

import json

from jianbao.checking.finding import KINDS, Finding
from jianbao.checking.formats import as_github, as_json, as_text, summary
from jianbao.checking.run import Checked
from jianbao.commands.check import check_command

EVIL = Finding("content", "error", "100%,\r\n::error::\x1b[2J", "a:b,c%.md", 3, "改\u202e")
CHECKED = Checked(
    3,
    (
        EVIL,
        Finding("images", "warning", "不用", "a.jpg"),
        Finding("themes", "note", "没有", "taxonomy/themes.toml", 2),
        Finding("taxonomy", "error", "没有文件"),
    ),
)


def test_text_shows_what_a_terminal_would_obey() -> None:
    assert list(as_text(CHECKED)) == [
        "a:b,c%.md:3: 100%,\\u000d\\u000a::error::\\u001b[2J (改\\u202e)",
        "a.jpg: warning: 不用",
        "taxonomy/themes.toml:2: note: 没有",
        "没有文件",
    ]


def test_github_takes_each_finding_for_one_annotation() -> None:
    assert list(as_github(CHECKED)) == [
        (
            "::error file=a%3Ab%2Cc%25.md,line=3,title=content"
            "::100%25,%0D%0A::error::\\u001b[2J (改\\u202e)"
        ),
        "::warning file=a.jpg,title=images::不用",
        "::notice file=taxonomy/themes.toml,line=2,title=themes::没有",
        "::error title=taxonomy::没有文件",
    ]


def test_json_has_all_of_it() -> None:
    given = json.loads(as_json(CHECKED))
    assert (given["articles"], given["errors"], given["warnings"], given["notes"]) == (3, 2, 1, 1)
    assert Finding(**given["findings"][0]) == EVIL


def test_the_summary_counts_by_kind() -> None:
    assert summary(CHECKED) == (
        "3 articles, 2 errors (taxonomy 1, content 1), 1 warning (images 1), 1 note (themes 1)"
    )
    assert summary(Checked(1, ())) == "1 article, nothing wrong"
    assert summary(Checked(0, CHECKED.findings[2:3])) == (
        "0 articles, nothing wrong, 1 note (themes 1)"
    )


def test_the_help_names_every_kind() -> None:
    assert check_command.help
    assert [kind for kind in KINDS if kind not in check_command.help] == []
