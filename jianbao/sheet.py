"""A page (版) of an issue: what its masthead says of it and who made it.

It stands beside the page's articles, as content/2023/02/20/03.yaml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jianbao.errors import ContentError, Problems, did_you_mean
from jianbao.frontmatter import line_of, load, scalar
from jianbao.frontmatter.values import PARSERS
from jianbao.values import dataclass

if TYPE_CHECKING:
    from datetime import date

    from jianbao.ingest.page import PageInfo

STAFF = {"duty_editors": "值班编委", "editors": "编辑", "layout": "美编", "proofreaders": "校对"}
"""The people that a masthead names, by key and as printed."""

KEYS = ("date", "page", "section", *STAFF)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of an issue."""

    date: date
    """The issue's day."""
    page: str
    """Its number as printed."""
    section: str = ""
    """Its section."""
    staff: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Who made it: (key of STAFF, names)."""

    @property
    def staff_lines(self) -> tuple[tuple[str, str], ...]:
        """Who made it, as printed: (值班编委, 郑桉)."""
        return tuple((STAFF[key], "、".join(names)) for key, names in self.staff)


def sheet_of(info: PageInfo, day: date, page: str) -> Sheet:
    """What a page's masthead says."""
    staff = tuple((key, tuple(getattr(info, key))) for key in STAFF if getattr(info, key))
    return Sheet(day, page, info.section or "", staff)


def write_sheet(sheet: Sheet) -> str:
    """The file of a sheet."""
    lines = [f"date: {sheet.date}"]
    for key in ("page", "section"):
        if value := getattr(sheet, key):
            lines.append(f"{key}: {scalar(value)}")
    for key, names in sheet.staff:
        lines += [f"{key}:", *(f"  - {scalar(name)}" for name in names)]
    return "\n".join((*lines, ""))


def read_sheet(text: str, file: str) -> Sheet:
    """Read a sheet's file. Raises Problems with every error in it."""
    given = load(text, file, first_line=1)
    errors = []

    def error(key: str, reason: str, hint: str) -> None:
        line = line_of(text, key, first_line=1)
        errors.append(ContentError(reason, file=file, line=line, hint=hint))

    for key, value in given.items():
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"use one of {', '.join(KEYS)}"
            error(key, f"unknown key {key!r}", hint)
        elif key in STAFF and not (
            value == ""
            or (isinstance(value, list) and all(isinstance(name, str) for name in value))
        ):
            error(key, f"{key} must be a list of names", f"write {key}: [甲, 乙]")
        elif key not in STAFF and not isinstance(value, str):
            error(key, f"{key} must be one line of text", "write it as key: value")
    needed: dict[str, Any] = {}
    for key in ("date", "page"):
        try:
            needed[key] = PARSERS[key](str(given.get(key, "")))
        except ValueError as problem:
            reason, _, hint = str(problem).partition("; ")
            error(key, reason if given.get(key) else f"no {key}", hint)
    if errors:
        raise Problems(errors)
    staff = tuple((key, tuple(given[key])) for key in STAFF if given.get(key))
    return Sheet(**needed, section=str(given.get("section", "")), staff=staff)
