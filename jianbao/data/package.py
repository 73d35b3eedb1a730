"""datapackage.json: what the files are and what each field means (Data Package, version 2)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jianbao.data.formats import FORMATS, SEPARATOR, file_name
from jianbao.data.rows import FIELDS
from jianbao.language import language_of
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.config import Settings
    from jianbao.data.formats import Format
    from jianbao.data.rows import Field
    from jianbao.language import Language

PACKAGE = "data/datapackage.json"
"""Where it stands; the paths in it are relative to its folder."""

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

MEDIA_TYPES: Mapping[Format, str] = {"jsonl": "application/jsonl", "csv": "text/csv"}


@dataclass(frozen=True, slots=True)
class YearFiles:
    """A year's files."""

    year: int
    """The year of the issues in them."""
    sizes: Mapping[Format, int]
    """Their bytes, packed."""


def data_package(settings: Settings, years: Sequence[YearFiles]) -> bytes:
    """The description of an archive's data, newest year first, in the language of its interface."""
    package: dict[str, object] = {
        "$schema": PROFILE,
        "name": "jianbao-archive",
        "title": settings.title,
        "description": settings.description,
    }
    if settings.base_url:
        package["homepage"] = settings.base_url
    package["keywords"] = ["newspaper", "报纸", "剪报"]
    language = language_of(settings.language)
    ordered = sorted(years, key=lambda each: -each.year)
    package["resources"] = [
        _resource(each, kind, language) for each in ordered for kind in FORMATS
    ] or [_no_articles(language)]
    kept = {key: value for key, value in package.items() if value}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(files: YearFiles, kind: Format, language: Language) -> dict[str, object]:
    return {
        "name": f"articles-{files.year:04}-{kind}",
        "title": language.text("{year}年").format(year=files.year),
        "path": file_name(files.year, kind).removeprefix("data/"),
        "type": "table",
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        "compression": "gz",
        "encoding": "utf-8",
        "bytes": files.sizes[kind],
        "schema": _schema(kind, language),
    }


def _no_articles(language: Language) -> dict[str, object]:
    """An empty table, in place of files: a package without a resource is none."""
    return {
        "name": "articles",
        "type": "table",
        "data": [[field.name for field in FIELDS]],
        "schema": _schema("jsonl", language),
    }


def _schema(kind: Format, language: Language) -> dict[str, object]:
    return {"fields": [_field(field, kind, language) for field in FIELDS], "primaryKey": ["id"]}


def _field(field: Field, kind: Format, language: Language) -> dict[str, str]:
    said = {
        "name": field.name,
        "type": field.type,
        "title": language.text(field.title),
        "description": language.text(field.description),
    }
    if field.type == "list":
        said |= {"type": "array"} if kind == "jsonl" else {"delimiter": SEPARATOR}
    return said
