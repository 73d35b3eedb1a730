"""Ready articles (handed.py) become files in content/."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.article import ID, NO_PAGE, Article, page_name
from jianbao.errors import ContentError, JianbaoError, Problems
from jianbao.frontmatter import KEYS, Source, check_article, write_article
from jianbao.frontmatter.values import PARSERS
from jianbao.ingest.files import article_file
from jianbao.markdown import escape
from jianbao.site.write import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jianbao.config import Archive
    from jianbao.frontmatter import Vocabulary
    from jianbao.handed import Row
    from jianbao.tagging import Tagger


def import_articles(
    archive: Archive,
    rows: Iterable[Row],
    vocabulary: Vocabulary,
    tagger: Tagger,
    taken: Mapping[str, str],
    *,
    spent: Iterable[str] = (),
    new_ids: bool = False,
    wrong: Sequence[JianbaoError] = (),
) -> tuple[dict[str, str], int]:
    """Make articles of rows.

    Args:
        taken: from the id of each article that content/ has to its file's text.
        spent: further ids that are not to be given: of articles that are there no more, and
            those that rows have of their own.
        new_ids: give ids of our own where those given are of another form.
        wrong: what could not be read; then nothing is to be written either.

    Returns the files to write, path relative to the archive's root → text, and the number of
    articles that content/ has already, word for word. Raises Problems with every error.
    """
    errors: list[JianbaoError] = list(wrong)
    files: dict[str, str] = {}
    same = 0
    known = dict(taken)
    last: dict[str, int] = defaultdict(int)
    for each in (*known, *spent):
        if match := ID.fullmatch(each):
            prefix = f"{match[1]}-{page_name(match[2])}"
            last[prefix] = max(last[prefix], int(match[3]))
    texts = {_dense(text) for text in taken.values()}
    for row in rows:
        try:
            article = _article(row, vocabulary, new_ids, last, known)
        except Problems as problems:
            errors += problems.errors
            continue
        article = _tagged(article, row, tagger)
        text = write_article(article)
        if known.get(article.id) == text or ("id" not in row.values and _dense(text) in texts):
            same += 1
            continue
        if article.id in known:
            if article.id in taken:
                reason = f"{article.id} is in content/ already, with other words"
                hint = "leave the id out, or correct the article in content/"
            else:
                reason = f"{article.id} is the id of another article that is to be imported"
                hint = "leave one of the two out"
            errors.append(ContentError(reason, file=row.file, line=row.line, hint=hint))
            continue
        known[article.id] = text
        files[article_file(article)] = text
    if errors:
        raise Problems(errors)
    return files, same


def _dense(text: str) -> str:
    """An article's file without its id, to know it again."""
    return text.partition("\n")[2].partition("\n")[2]


def _article(
    row: Row,
    vocabulary: Vocabulary,
    new_ids: bool,
    last: dict[str, int],
    known: Mapping[str, str],
) -> Article:
    given = {key: value for key, value in row.values.items() if key != "paragraphs"}
    source = Source(row.file, lambda *_: row.line, row.line, row.line)
    paragraphs = row.values.get("paragraphs", ())
    if not isinstance(paragraphs, list) or not all(isinstance(each, str) for each in paragraphs):
        hint = 'write "paragraphs": ["…", "…"]'
        error = ContentError("no list of paragraphs", file=row.file, line=row.line, hint=hint)
        raise Problems([error])
    own_id = "id" in given and not (new_ids and not ID.fullmatch(str(given["id"])))
    if own_id and str(given["id"]) not in known:
        given["id"] = _with_page_name(str(given["id"]))
    elif not own_id:
        prefix = f"{given.get('date')}-{page_name(str(given.get('page') or NO_PAGE))}"
        given["id"] = f"{prefix}-{last[prefix] + 1:02}"
        try:
            PARSERS["id"](given["id"])
        except ValueError:  # Date or page are wrong: let the check say so.
            given["id"] = "2000-01-01-00-01"
    body = "\n\n".join(escape(" ".join(each.split())) for each in paragraphs if each.strip())
    ordered = {key: given[key] for key in KEYS if key in given} | given
    article = check_article(ordered, body, vocabulary, source)
    if not own_id:
        last[prefix] += 1
    return article


def _with_page_name(article_id: str) -> str:
    """An id with its page as pages are called: 2022-11-10-02-01 for 2022-11-10-2-01."""
    match = ID.fullmatch(article_id)
    return f"{match[1]}-{page_name(match[2])}-{match[3]}" if match else article_id


def _tagged(article: Article, row: Row, tagger: Tagger) -> Article:
    """The article with the tags that it was given without."""
    wanted = [key for key in ("regions", "mentions", "themes") if key not in row.values]
    if not wanted:
        return article
    tags = tagger.tag(
        article.title,
        row.values["paragraphs"],
        kicker=article.kicker,
        subtitle=article.subtitle,
        day=article.date,
    )
    return replace(article, **{key: getattr(tags, key) for key in wanted})


def write_files(archive: Archive, files: Mapping[str, str]) -> None:
    """Write new articles into content/."""
    for file, text in files.items():
        path = archive.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
