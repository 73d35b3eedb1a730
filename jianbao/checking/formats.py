"""Findings as people, programs and GitHub read them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from jianbao.checking.finding import SEVERITIES
from jianbao.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jianbao.checking.run import Checked

UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters by which a text of an article could rewrite what a terminal shows."""

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
"""GitHub's words."""


def as_text(checked: Checked) -> Iterator[str]:
    """A line a finding: `file:line: reason (remedy)`; warnings and notes say that they are."""
    for each in checked.findings:
        place = f"{each.file}:{each.line}" if each.file and each.line else each.file
        grave = "" if each.severity == "error" else f"{each.severity}: "
        hint = f" ({each.hint})" if each.hint else ""
        yield _shown(f"{f'{place}: ' if place else ''}{grave}{each.reason}{hint}")


def as_json(checked: Checked) -> str:
    """One object: {articles, errors, warnings, notes, findings: [{kind, severity, …}]}."""
    result: dict[str, Any] = {"articles": checked.articles}
    result |= {f"{severity}s": checked.count(severity) for severity in SEVERITIES}
    result["findings"] = [
        {
            "kind": each.kind,
            "severity": each.severity,
            "file": each.file,
            "line": each.line,
            "reason": each.reason,
            "hint": each.hint,
        }
        for each in checked.findings
    ]
    return json.dumps(result, ensure_ascii=False, indent=2)


def as_github(checked: Checked) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines of a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for each in checked.findings:
        properties = {
            "file": each.file,
            "line": str(each.line) if each.line else "",
            "title": each.kind,
        }
        given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
        hint = f" ({each.hint})" if each.hint else ""
        yield f"::{LEVELS[each.severity]} {given}::{_data(each.reason + hint)}"


def _data(text: str) -> str:
    return _shown(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _shown(text: str) -> str:
    return UNSEEN.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)


def summary(checked: Checked) -> str:
    """How much was found, by kind: `7 articles, 2 errors (content 1, links 1), 1 note (themes 1)`."""
    parts = []
    for severity in SEVERITIES:
        kinds = checked.counts(severity)
        if kinds:
            number = sum(kinds.values())
            each = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
            parts.append(f"{counted(number, severity)} ({each})")
    nothing = [] if checked.count("error") or checked.count("warning") else ["nothing wrong"]
    return ", ".join((counted(checked.articles, "article"), *nothing, *parts))
