"""An archive: a folder with archive.toml, pages/, content/, and perhaps its own templates."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jianbao.errors import ConfigError, did_you_mean
from jianbao.language import languages
from jianbao.toml import parse_toml, read_toml
from jianbao.values import dataclass

LANGUAGES = ("language", "content_language")
"""The settings that are BCP 47 tags."""

TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""As much of BCP 47 as browsers insist on."""

DAYS = ("publication_start", "publication_end")
"""The settings that are dates."""

_NAME = r"[0-9a-z](?:[0-9a-z-]*[0-9a-z])?"
TAG_URI = re.compile(
    rf"tag:(?:[0-9A-Za-z._-]+@)?{_NAME}(?:\.{_NAME})*,\d{{4}}(?:-\d\d(?:-\d\d)?)?:"
    r"(?:[0-9A-Za-z._~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*"
)
"""A tag URI: a domain or mail address, a day on which it was one's own, and any name (RFC 4151,
2.1; in small letters, as 2.4 advises)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """archive.toml."""

    title: str
    """The archive's title."""
    description: str = ""
    """The archive in one sentence."""
    language: str = "zh-Hans"
    """BCP 47 tag of the interface: `zh-Hans`, or `en` for English."""
    content_language: str = "zh-Hans"
    """BCP 47 tag of the articles; not given, that of the interface where it is Chinese."""
    publication: str = ""
    """The newspaper's name; empty when it is not known."""
    base_url: str = ""
    """Absolute URL of the site's root, with a slash at its end."""
    tag: str = ""
    """What the ids in its feeds begin with for ever, `tag:name.github.io,2023:archive` (RFC 4151);
    empty: made from `base_url`."""
    edit_url: str = ""
    """URL to which a file's path is appended to edit it."""
    home_provinces: tuple[str, ...] = ()
    """Provinces whose places are known down to the community."""
    publication_start: date | None = None
    """The day of the newspaper's first issue; `check` finds articles that are older."""
    publication_end: date | None = None
    """The day of its last issue; left out while it appears."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Where an archive's files are."""

    root: Path
    """The folder with archive.toml."""
    settings: Settings
    """What archive.toml says."""

    @property
    def pages(self) -> Path:
        """Raw pages."""
        return self.root / "pages"

    @property
    def content(self) -> Path:
        """The articles."""
        return self.root / "content"

    @property
    def state(self) -> Path:
        """What a build remembers; may be deleted at any time."""
        return self.root / ".jianbao"

    def override(self, name: str) -> Path:
        """A file of `templates/` or `taxonomy/`: the archive's own, else the default."""
        own = self.root / name
        return own if own.exists() else defaults() / name

    def relative(self, path: Path) -> str:
        """A path as people name it: from the archive's root, with forward slashes."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return str(path)


def defaults() -> Path:
    """The folder with the program's own templates/ and taxonomy/.

    In a built wheel they lie inside the package, in a checkout beside it.
    """
    package = Path(__file__).parent
    inside = package / "defaults"
    return inside if inside.is_dir() else package.parent


def open_archive(root: Path) -> Archive:
    """Open the archive in `root`. Raises ConfigError when archive.toml is missing or wrong."""
    file = root / "archive.toml"
    try:
        text = read_toml(file, "archive.toml")
    except FileNotFoundError:
        raise ConfigError(
            f"{root} is not an archive: it has no archive.toml",
            hint="name an archive's folder with --root",
        ) from None
    return Archive(root, _settings(parse_toml(text, "archive.toml"), text))


def _settings(given: dict[str, Any], text: str) -> Settings:
    def error(key: str, reason: str, hint: str) -> ConfigError:
        return ConfigError(reason, file="archive.toml", line=line_of(text, key), hint=hint)

    names = {field.name: field for field in fields(Settings)}
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in names:
            hint = did_you_mean(key, names) or f"known keys: {', '.join(names)}"
            raise error(key, f"unknown key {key!r}", hint)
        if key == "home_provinces":
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise error(key, f"{key} must be a list of texts", f'{key} = ["宁夏回族自治区"]')
            values[key] = tuple(value)
        elif key in DAYS:
            try:
                values[key] = _day(value)
            except ValueError:
                raise error(key, f"{key} must be a date", f"{key} = 1983-04-06") from None
        elif isinstance(value, str):
            values[key] = " ".join(value.splitlines())
        else:
            raise error(key, f"{key} must be a text", f'{key} = "…"')
    start, end = (values.get(key) for key in DAYS)
    if start and end and end < start:
        raise error(DAYS[1], "the newspaper ended before it began", "correct one of the two dates")
    if not values.get("title", "").strip():
        raise ConfigError("no title", file="archive.toml", hint='add title = "…"')
    for key in LANGUAGES:
        if key in values and not TAG.fullmatch(values[key]):
            raise error(key, f"{values[key]!r} is not a language's tag", f'{key} = "zh-Hans"')
    language = values.get("language", "zh-Hans")
    if language.partition("-")[0].lower() not in languages():
        known = " or ".join(f'language = "{name}"' for name in ("zh-Hans", *languages()[1:]))
        hint = f"write {known}; the articles' own language is content_language"
        raise error("language", f"there is no interface in {language!r}", hint)
    if language.lower().startswith("zh"):
        values.setdefault("content_language", language)
    if (tag := values.get("tag")) and not TAG_URI.fullmatch(tag):
        hint = 'tag = "tag:name.github.io,2023:archive": a domain, a year in which it was yours, a name'
        raise error("tag", f"{tag!r} is not a tag URI", hint)
    for key in ("base_url", "edit_url"):
        if values.get(key):
            try:
                values[key] = web_address(values[key])
            except ValueError as problem:
                raise error(
                    key, str(problem), f'{key} = "https://name.github.io/archive/"'
                ) from None
    return Settings(**values)


def _day(value: object) -> date:
    """A TOML date, or one in quotes. Raises ValueError for anything else, a time of day too."""
    if type(value) is date:
        return value
    if isinstance(value, str):
        return date.fromisoformat(value)
    raise ValueError(value)


def web_address(url: str) -> str:
    """An http(s) URL with a slash at its end, as it stands in sitemaps: nothing but ASCII in it.

    https://例子.中国/报/ → https://xn--fsqu00a.xn--fiqs8s/%E6%8A%A5/ (RFC 3490, RFC 3986). Raises
    ValueError for anything else.
    """
    parts = urlsplit(url.strip())
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or re.search(r"\s", parts.netloc)
        or parts.query
        or parts.fragment
    ):
        raise ValueError(f"{url!r} is not a web address")
    host = parts.netloc
    if not host.isascii():
        try:
            host = parts.hostname.encode("idna").decode()
        except UnicodeError:
            raise ValueError(f"{url!r} is not a web address") from None
        host += f":{parts.port}" if parts.port else ""
    path = quote(parts.path.rstrip("/"), safe="/%!$&'()*+,;=:@~")
    return f"{parts.scheme}://{host}{path}/"


def line_of(text: str, key: str) -> int | None:
    """The line of a TOML text on which a key is set."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*{re.escape(key)}\s*=", line):
            return number
    return None
