"""Mistakes in templates are told with the template's file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jianbao.errors import BuildError
from jianbao.site.build import Options, build
from jianbao.site.template_errors import template_error
from tests.archives import ARTICLE, make_archive

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "text", "line", "reason"),
    [
        ("404.html", "甲\n{{ page.nothing }}", 2, "has no attribute 'nothing'"),
        ("404.html", "{% extends 'base.html' %}\n\n{% block main %}{{ nobody }}{% endblock %}", 3,
         "'nobody' is undefined"),
        ("404.html", "甲\n{% if %}", 2, "the template cannot be read: Expected an expression"),
        ("404.html", "{% extends 'bass.html' %}", None, "there is no template bass.html"),
    ],
)  # fmt: skip
def test_a_mistake(tmp_path: Path, name: str, text: str, line: int | None, reason: str) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / name).write_text(text, encoding="utf-8")
    with pytest.raises(BuildError) as told:
        build(archive, tmp_path / "site", Options(search=False))
    wrong = told.value
    assert reason in wrong.reason
    assert wrong.line == line
    assert line is None or wrong.file == f"templates/{name}"


def test_what_has_nothing_to_do_with_templates() -> None:
    assert template_error(ValueError("x"), []) is None
