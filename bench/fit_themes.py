"""Fit the further words of the themes.

    python bench/fit_themes.py LABELS.jsonl ARTICLES.jsonl[.xz] …

A label is a line {id, themes: [names]}; the ARTICLES hold its text, and many more without a label.
Writes jianbao/tagging/data/theme-words.txt. jieba, which cuts texts into words, is needed here only.

1. Candidates are the words, and pairs of words, that neither occur in hardly any article nor in one
   of ten; no names, places, numbers or particles, and nothing out of column labels (【…】), which
   are one newspaper's own.
2. A teacher learns from the labels: a regression on the evidence of the lists, the candidates, and
   200 topics that all articles show. It can say something of every article, but not why.
3. A pupil learns from the labels and from what the teacher says of all other articles. It has the
   lists' evidence, for enough of which a theme is given as ever, and few words beside, whose weights
   are rounded to tenths. A word speaks for a theme if three articles with it have the theme, against
   one if five have it and forty have the theme.

The first outside entry stands for having no theme. Of a labelled digest the teacher says, once it has
learnt from whole articles, which items have which of its themes; then it learns again from those.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.fitting import Array, Rows, matrix, regress, with_topics
from jianbao.tagging import load_themes
from jianbao.tagging.article import is_digest, read
from jianbao.tagging.weighing import Text
from jianbao.tagging.words import WordFinder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from jianbao.tagging import Theme, Themes

ROOT: Final = Path(__file__).resolve().parent.parent
VOCABULARY: Final = ROOT / "taxonomy" / "themes.toml"
WORDS: Final = ROOT / "jianbao" / "tagging" / "data" / "theme-words.txt"
HEAD: Final = """\
# Further words for the themes that come with the program: what each is worth beside those of
# taxonomy/themes.toml, in the same measure (there a strong word is worth 3, a weak one 0.6).
# [slug] begins a theme; then a line for each worth, and the words that have it. A word that a theme
# lists in themes.toml counts there as listed. Made by bench/fit_themes.py; corrections by hand stay
# until it is run again.
"""

NAMES: Final = frozenset(("nr", "ns", "nt", "nrt", "nrfg"))
"""Kinds of words that name people, places, bodies."""
PARTICLES: Final = frozenset(
    "u p c r d f y e q t m uj ul uz ud ug zg z o h k x ad vd tg mq".split()  # noqa: SIM905
)
"""Kinds of words by the letters that jieba gives them; numbers and times are among these."""
LEAST_ARTICLES, MOST_ARTICLES = 12, 900
LEAST_LABELLED: Final = 5
LABEL_SHARE: Final = 0.35
"""A word that stands in column labels in this share of its articles is no candidate."""
LASSO: Final = 0.8
BIAS: Final = -0.8
"""Log odds of a theme for which there is just enough evidence: given at one in three, for F1."""
LEAST_WEIGHT: Final = 0.1
MOST_AGAINST: Final = 1.0
"""The most that one word says for having no theme. 妇女 came to 2.5, as national news has it where women
of abroad are met; in a county's paper a sewing class for them is 乡村振兴. On labels it costs nothing."""
RARE: Final = 40
FEWEST_WORDS: Final = 10
"""A theme with fewer has none: they are those of single articles."""


@dataclass(frozen=True)
class Part:
    """An article, or one item of a digest."""

    text: Text
    evidence: list[float]
    """Of the lists, for each entry of the vocabulary."""
    themes: frozenset[str] | None
    """As labelled, if it is a labelled article; of an item, the digest's."""
    digest: str
    """Whose item it is, or empty."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("labels", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    options = parser.parse_args()
    labels = {line["id"]: frozenset(line["themes"]) for line in lines(options.labels)}
    articles = {line["id"]: line for path in options.articles for line in lines(path)}
    listed = load_themes(VOCABULARY, {})
    outside = next(theme for theme in listed.entries if theme.outside)
    entries = [*listed.themes, outside]
    parts = [part for each in articles.values() for part in parts_of(each, listed, labels)]
    words = candidates(articles, labels, {word for theme in listed.entries for word in theme.words})
    weights = fit(parts, words, entries, listed)
    WORDS.write_text(HEAD + "".join(section(t, w) for t, w in weights), encoding="utf-8")
    print(f"{sum(len(w) for _, w in weights)} weights from {len(labels)} labelled articles")


def lines(path: Path) -> Iterable[dict[str, Any]]:
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def parts_of(
    article: Mapping[str, Any], listed: Themes, labels: Mapping[str, frozenset[str]]
) -> Iterable[Part]:
    items = defaultdict(list)
    for sentence in read(article["title"], article["paragraphs"], None, None):
        items[sentence.item].append(sentence)
    digest = article["id"] if is_digest(article["title"], article["paragraphs"]) else ""
    themes = labels.get(article["id"])
    for number, item in items.items():
        if number or not digest:  # a digest's own headline says nothing: 国内联播快讯
            yield Part(Text.of(item), listed.evidence(item), themes, digest)


def candidates(
    articles: Mapping[str, Mapping[str, Any]], labels: Collection[str], own: Collection[str]
) -> list[str]:
    """Return the words whose weights are looked for: the lists' for other themes, and found ones."""
    import jieba.posseg

    everywhere: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    for id_, article in articles.items():
        found = {w for text in (article["title"] or "", *article["paragraphs"]) for w in cut(text)}
        everywhere.update(found)
        if id_ in labels:
            labelled.update(found)
    words = set(own)
    for word, count in everywhere.items():
        if LEAST_ARTICLES <= count <= MOST_ARTICLES and labelled[word] >= LEAST_LABELLED:
            kinds = {token.flag for token in jieba.posseg.cut(word)}
            if not kinds & (NAMES | PARTICLES):
                words.add(word)
    finder = WordFinder(words)
    in_labels = Counter(
        word
        for article in articles.values()
        for label in re.findall(r"^【([^】]*)】", article["title"] or "")
        for word in finder.present(label)
    )
    return sorted(w for w in words if in_labels[w] < LABEL_SHARE * max(everywhere[w], 1))


def cut(text: str) -> Iterable[str]:
    """Yield the Chinese words of a text, and each two that stand together."""
    import jieba

    tokens = [w if re.fullmatch(r"[\u4e00-\u9fff]+", w) else "" for w in jieba.cut(text, HMM=False)]
    for one, two in zip(tokens, [*tokens[1:], ""], strict=True):
        if len(one) > 1:
            yield one
        if one and two and len(one + two) <= 8:
            yield one + two


def fit(
    parts: Sequence[Part], words: list[str], entries: Sequence[Theme], listed: Themes
) -> list[tuple[Theme, dict[str, float]]]:
    """Return each entry with its words and their evidence."""
    whole = np.array([not part.digest for part in parts])
    labelled = whole & np.array([part.themes is not None for part in parts])
    truth = np.array([truth_of(part.themes or frozenset(), entries) for part in parts])
    takes = np.array([theme.least for theme in entries])
    lists = over_what_it_takes(parts, listed)
    found = encode(parts, words, listed)

    taught = Rows(with_topics(found, np.flatnonzero(whole)), lists)
    topics = taught.words.shape[1] - len(words)
    lasso = np.r_[np.zeros(topics), np.full(len(words), LASSO)]
    ridge = np.r_[np.full(topics, 0.3), np.full(len(words), 0.1)]

    def teacher(of: Array, goal: Array) -> Array:
        known = Rows(taught.words[of], lists[of])
        fitted = regress(known, goal[of], np.ones(of.sum()), lasso, ridge, rounds=300)
        return fitted.probabilities(taught)

    goal = np.where(labelled[:, None], truth, teacher(labelled, truth))
    items = settle_items(parts, goal, entries)
    said = teacher(labelled | items, goal)
    goal = np.where((labelled | items)[:, None], goal, said)
    counts = np.where(whole | items, 1.0, 0.5)

    has = (found[labelled] > 0).astype(float)
    own = np.array([[word not in theme.words for theme in entries] for word in words])
    own[:, -1] = [all(w not in t.words for t in listed.entries if t.outside) for w in words]
    may_rise = own & (has.T @ truth[labelled] >= 3)
    common = np.asarray(has.sum(0)).ravel() >= LEAST_LABELLED
    may_fall = own & common[:, None] & (truth[labelled].sum(0) >= RARE)[None, :]

    def pupil(found: Any, rise: Array, fall: Array) -> Array:
        fitted = regress(
            Rows(found, lists),
            goal,
            counts,
            LASSO,
            may_rise=rise,
            may_fall=fall,
            bias=BIAS,
            rounds=200,
        )
        return fitted.weights * takes / fitted.scale  # as evidence

    kept = np.abs(pupil(found, may_rise, may_fall)) >= LEAST_WEIGHT
    chosen = np.flatnonzero(kept.any(1))
    few = [words[n] for n in chosen]
    # Once more with those words alone: without the others that they stood inside, they occur more.
    again = encode(parts, few, listed)
    weights = pupil(again, (may_rise & kept)[chosen], (may_fall & kept)[chosen])
    weights = np.where(np.abs(weights) < LEAST_WEIGHT, 0, np.round(weights, 1))
    weights[:, -1] = np.minimum(weights[:, -1], MOST_AGAINST)
    fitted = [
        (theme, {few[n]: float(weights[n, t]) for n in np.flatnonzero(weights[:, t])})
        for t, theme in enumerate(entries)
    ]
    return [(theme, w) for theme, w in fitted if len(w) >= FEWEST_WORDS]


def truth_of(themes: frozenset[str], entries: Sequence[Theme]) -> list[float]:
    """Return 1 for each entry an article has, the last being to have none."""
    return [float(theme.name in themes) for theme in entries[:-1]] + [float(not themes)]


def settle_items(parts: Sequence[Part], goal: Array, entries: Sequence[Theme]) -> Array:
    """Make items of labelled digests have their digest's themes; return which parts those are.

    Each theme goes to the items likeliest to have it. With four themes a digest may have others.
    """
    digests: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        if part.digest and part.themes is not None:
            digests[part.digest].append(number)
    for items in digests.values():
        themes = parts[items[0]].themes or frozenset()
        for number, theme in enumerate(entries[:-1]):
            if theme.name in themes:
                likeliest = max(items, key=lambda item: goal[item, number])
                goal[likeliest, number] = max(goal[likeliest, number], 0.9)
            elif len(themes) < 4:
                goal[items, number] = 0.0
    settled = np.zeros(len(parts), dtype=bool)
    settled[[item for items in digests.values() for item in items]] = True
    return settled


def over_what_it_takes(parts: Sequence[Part], listed: Themes) -> Array:
    """Return parts × (themes, outside): the evidence over the least that is enough, less 1."""
    evidence = np.array([part.evidence for part in parts])
    ratio = evidence / np.array([theme.least for theme in listed.entries])
    outside = np.array([theme.outside for theme in listed.entries])
    joined = np.c_[ratio[:, ~outside], ratio[:, outside].max(1)]
    return np.clip(joined, 0, 2.5) - 1


def encode(parts: Sequence[Part], words: Sequence[str], listed: Themes) -> Any:
    """Return parts × words: by how much each word's evidence counts."""
    numbers = {word: number for number, word in enumerate(words)}
    finder, scoring = WordFinder(words), listed.scoring

    def amounts(text: Text) -> dict[int, float]:
        row = {numbers[w]: n for w, n in text.amounts(finder, scoring).items()}
        for word in finder.present(text.headlines):
            row[numbers[word]] = row.get(numbers[word], 0.0) + scoring.title
        return row

    return matrix((amounts(part.text) for part in parts), len(words))


def section(theme: Theme, words: Mapping[str, float]) -> str:
    """Return a theme's part of the file: by evidence, words in the order of the code."""
    rows = [f"\n[{theme.slug}] {theme.name}"]
    for weight in sorted(set(words.values()), reverse=True):
        row = f"{weight:+.1f}"
        for word in sorted(w for w in words if words[w] == weight and " " not in w):
            if len(row) + len(word) > 56:
                rows.append(row)
                row = f"{weight:+.1f}"
            row += f" {word}"
        rows.append(row)
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
