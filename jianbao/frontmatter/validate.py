"""What front matter must be: every error in an article's values, each with its line."""

from __future__ import annotations

import re
from dataclasses import field, fields
from datetime import date
from typing import TYPE_CHECKING, Protocol

from jianbao.article import IMAGE, Article, Image, Provenance
from jianbao.calling import call
from jianbao.errors import ContentError, Problems, did_you_mean
from jianbao.frontmatter.values import PARSERS
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Given = Mapping[str, "str | list[str] | Given"]

CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Control and direction-override characters, which can make text look other than it is, and the two
that XML does not take: an article with one of them would spoil every feed that it stands in."""

PROVENANCE_KEYS = tuple(field.name for field in fields(Provenance))
KEYS = (
    *("id", "title", "kicker", "subtitle", "byline", "role", "date", "page", "section", "column"),
    *("source", "kind", "captions", "images", "regions", "mentions", "themes"),
    *("continued_on", "continued_from", "corrected", "draft", "ingest"),
)
"""The keys of front matter, in the order in which they are written."""

IMAGE_HINT = "write - file: 03-02-1.jpg, and caption: and credit: below it"

LISTS = frozenset(("byline", "captions", "regions", "mentions", "themes"))


class Regions(Protocol):
    """What validation asks of the gazetteer."""

    def known(self, path: str) -> bool:
        """Whether the region exists."""

    def nearest(self, path: str) -> str:
        """The region most likely meant; empty when there is none near."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The controlled words that front matter may use."""

    themes: Mapping[str, str]
    """From the name of each theme to the slug that the vocabulary gives it, or to nothing."""
    regions: Regions
    """The gazetteer."""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """From the old name of a theme that was renamed, merged or split to those of today."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article's values stand, for the errors."""

    file: str
    """The file, relative to the archive's root or as the user named it."""
    line_of: Callable[[str, str | None], int]
    """The line of a key, or of an item of its list."""
    body_line: int
    """The line on which the body begins."""
    line: int = 1
    """The line on which the article begins."""


def check_article(given: Given, body: str, vocabulary: Vocabulary, source: Source) -> Article:
    """Make an article of front matter and body. Raises Problems with every error in them."""
    check = _Check(source)
    values: dict[str, object] = {}
    for key, value in given.items():
        if key in KEYS:
            values[key] = check.value(key, value)
        else:
            check.error(key, f"unknown key {key!r}", did_you_mean(key, KEYS))
    check.required(values)
    check.order(values)
    check.vocabulary(values, vocabulary)
    if control := CONTROL.search(body):
        line = source.body_line + body.count("\n", 0, control.start())
        check.error_at(line, f"control character U+{ord(control[0]):04X}", "delete it")
    if check.errors:
        raise Problems(check.errors)
    return Article(body=body, **{key: value for key, value in values.items() if value != ""})  # type: ignore[arg-type]


class _Check:
    """Collects what is wrong with one file's front matter."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.errors: list[ContentError] = []
        self.wrong: set[str] = set()
        """The keys whose values are wrong."""

    def error(self, key: str, reason: str, hint: str = "", item: str | None = None) -> None:
        self.wrong.add(key)
        self.error_at(self.source.line_of(key, item), reason, hint)

    def error_at(self, line: int, reason: str, hint: str = "") -> None:
        self.errors.append(ContentError(reason, file=self.source.file, line=line, hint=hint))

    def value(self, key: str, value: object) -> object:
        if key == "ingest":
            return self._provenance(value)
        if key == "images":
            return self._images(value)
        if key in LISTS:
            return self._strings(key, value)
        if not isinstance(value, str):
            self.error(key, f"{key} must be one line of text", "write it as key: value")
            return ""
        self._check_text(key, value)
        parse = PARSERS.get(key)
        if parse is None or not value:
            return value
        try:
            return parse(value)
        except ValueError as error:
            reason, _, hint = str(error).partition("; ")
            self.error(key, reason, hint)
            return ""

    def _strings(self, key: str, value: object) -> tuple[str, ...]:
        if value == "":
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self.error(key, f"{key} must be a list of text", f"write {key}: [甲, 乙]")
            return ()
        for item in value:
            self._check_text(key, item, item)
        if len(set(value)) < len(value):
            self.error(key, f"{key} names something twice", "delete one of them")
        return tuple(value)

    def _check_text(self, key: str, text: str, item: str | None = None) -> None:
        if text.isprintable():
            return
        if control := CONTROL.search(text):
            reason = f"control character U+{ord(control[0]):04X} in {key}"
            self.error(key, reason, "delete it", item)
        elif "\n" in text:
            self.error(key, f"a line ends within {key}", "write it in one line", item)

    def _images(self, value: object) -> tuple[Image, ...]:
        if value == "":
            return ()
        names = [field.name for field in fields(Image)]
        if not isinstance(value, list) or not all(
            isinstance(item, dict) and all(isinstance(each, str) for each in item.values())
            for item in value
        ):
            self.error("images", "images must be a list with file, caption and credit", IMAGE_HINT)
            return ()
        images = []
        for item in value:
            for key in item:
                if key not in names:
                    self.error("images", f"unknown key {key!r} in images", did_you_mean(key, names))
            if not IMAGE.fullmatch(item.get("file", "")):
                reason = f"{item.get('file', '')!r} is not the name of an image file"
                self.error("images", reason, "keep it beside the article, as 03-02-1.jpg")
            for text in item.values():
                self._check_text("images", text)
            images.append(Image(*(item.get(name, "") for name in names)))
        return tuple(images)

    def _provenance(self, value: object) -> Provenance | None:
        if not isinstance(value, dict):
            self.error("ingest", "ingest must hold keys of its own", "leave it as ingest wrote it")
            return None
        for key in value:
            if key not in PROVENANCE_KEYS:
                self.error(
                    key, f"unknown key {key!r} in ingest", did_you_mean(key, PROVENANCE_KEYS)
                )
        try:
            confidence = float(value.get("confidence", "1"))
        except (TypeError, ValueError):
            confidence = -1.0
        if not 0 <= confidence <= 1:
            self.error("confidence", "confidence must be a number from 0 to 1", "write 0.9")
        return Provenance(
            raw=str(value.get("raw", "")),
            sha256=str(value.get("sha256", "")),
            rules=str(value.get("rules", "")),
            confidence=confidence,
            lines=str(value.get("lines", "")),
            review=self._strings("review", value.get("review") or ""),
        )

    def required(self, values: Mapping[str, object]) -> None:
        needed = ["id", "date"] if values.get("kind") == "photo-news" else ["id", "date", "title"]
        for key in needed:
            if key not in values:
                self.error_at(self.source.line, f"no {key}", f"add a line {key}: …")
            elif values[key] == "" and key not in self.wrong:
                hint = "photo-news alone may lack a title" if key == "title" else f"write {key}: …"
                self.error(key, f"{key} is empty", hint)

    def order(self, values: Mapping[str, object]) -> None:
        day, corrected = values.get("date"), values.get("corrected")
        if isinstance(day, date) and isinstance(corrected, date) and corrected < day:
            reason = f"corrected on {corrected}, before it was printed on {day}"
            self.error("corrected", reason, "write the day on which the text was corrected")

    def vocabulary(self, values: Mapping[str, object], vocabulary: Vocabulary) -> None:
        themes: tuple[str, ...] = values.get("themes") or ()  # type: ignore[assignment]
        for theme in themes:
            if theme not in vocabulary.themes:
                self.error("themes", *_unknown_theme(theme, vocabulary), theme)
        for key in ("regions", "mentions"):
            paths: tuple[str, ...] = values.get(key) or ()  # type: ignore[assignment]
            for path in paths:
                if not vocabulary.regions.known(path):
                    nearest = vocabulary.regions.nearest(path)
                    hint = (
                        f"did you mean {nearest}?" if nearest else "add it to taxonomy/regions.toml"
                    )
                    self.error(key, f"unknown region {path}", hint, path)


def _unknown_theme(theme: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Why a theme is not to be used, and what to write instead."""
    if moved := vocabulary.aliases.get(theme):
        return f"the theme {theme} is called otherwise now", f"write {' or '.join(moved)}"
    add = f"add it to taxonomy/themes.toml; if there is none, begin with {call('taxonomy copy')}"
    return f"unknown theme {theme}", did_you_mean(theme, vocabulary.themes) or add
