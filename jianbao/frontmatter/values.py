"""The values of front matter that are no plain text: ids, dates, pages, kinds."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from jianbao.article import ID, KINDS, page_name
from jianbao.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _parse_id(value: str) -> str:
    match = ID.fullmatch(value)
    if not match:
        raise ValueError(f"{value!r} is not an id; write date-page-ordinal, as 2023-02-20-03-02")
    _parse_date(match[1])
    return value


def _parse_date(value: str) -> date:
    try:
        if len(value) != len("2023-02-20"):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value!r} is not a date; write it as 2023-02-20") from None


def _parse_page(value: str) -> str:
    if not re.fullmatch(r"[0-9A-Za-z]{1,4}", value):
        raise ValueError(f"{value!r} is not a page number; write it as 03 or A26")
    return page_name(value)


def _parse_kind(value: str) -> str:
    if value not in KINDS:
        raise ValueError(f"unknown kind {value!r}; " + (did_you_mean(value, KINDS) or "news"))
    return value


def _parse_flag(value: str) -> bool:
    if value not in ("true", "false"):
        raise ValueError(f"{value!r} is neither true nor false; write draft: true")
    return value == "true"


PARSERS: Mapping[str, Callable[[str], object]] = {
    "id": _parse_id,
    "date": _parse_date,
    "corrected": _parse_date,
    "page": _parse_page,
    "continued_on": _parse_page,
    "continued_from": _parse_page,
    "kind": _parse_kind,
    "draft": _parse_flag,
}
"""How a key's text is read, by key; each raises ValueError with `reason; remedy`."""
