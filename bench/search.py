"""Measures the search in a real Chromium: what it finds, what it fetches, how long it takes.

    python bench/search.py [N] [--corpus FILE.jsonl[.xz]] [--queries 40] [--stock 2000] [--keep DIR]

A line of a corpus is {id, date, title, paragraphs}. Without a corpus, articles are put together
from the sentences of content/. When N is more than there are, the articles are taken again, some
years earlier. The truth is found by looking through every article's text.

`--stock` of the newest articles are also indexed as Pagefind does it by itself (language zh), which
is asked the same queries.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.search_queries import Texts, sample_queries  # noqa: E402
from bench.search_stock import stock_answers  # noqa: E402
from jianbao.search import SearchDocument, update_index  # noqa: E402
from tests.browser.chromium import find  # noqa: E402
from tests.search.indexing import stamp  # noqa: E402
from tests.search.site import write_site  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser

ASK = """async ([queries, limit]) => {
    const { search } = await import(new URL("assets/search.js", location.href));
    const answers = [];
    for (const query of queries) {
        const start = performance.now();
        const { ids } = await search(query);
        answers.push([performance.now() - start, ids.slice(0, limit)]);
    }
    return answers;
}"""
COLD_QUERIES = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("n", nargs="?", type=int, default=2000)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--queries", type=int, default=40, help="of each class")
    parser.add_argument("--stock", type=int, default=2000, metavar="N", help="0 for none")
    parser.add_argument("--keep", type=Path, help="where to leave the site")
    options = parser.parse_args()
    documents = enlarged(read_corpus(options.corpus), options.n)
    with tempfile.TemporaryDirectory() as temporary:
        site = options.keep or Path(temporary)
        measure_index(documents, site)
        texts = Texts(documents)
        queries = sample_queries(texts, options.queries)
        with serving(site) as (url, log), chromium() as browser:
            measure_cold(browser, url, log, queries)
            print_classes("found", queries, texts, ask(browser, url, queries))
            if options.stock:
                measure_stock(browser, documents[: options.stock], queries, site)


def read_corpus(corpus: Path | None) -> list[SearchDocument]:
    """The articles of a corpus, or made-up ones, newest first."""
    if corpus is None:
        return made_up()
    if corpus.suffix == ".xz":
        import lzma

        with lzma.open(corpus, "rt", encoding="utf-8") as packed:
            lines = packed.read().splitlines()
    else:
        lines = corpus.read_text("utf-8").splitlines()
    counts: defaultdict[str, int] = defaultdict(int)
    documents = []
    for line in lines:
        article = json.loads(line)
        date = article["date"]
        counts[date] += 1
        documents.append(
            document(date, counts[date], article["title"], "\n".join(article["paragraphs"]))
        )
    return sorted(documents, key=lambda one: one.id, reverse=True)


def document(date: str, ordinal: int, title: str, text: str) -> SearchDocument:
    rest = f"01-{ordinal:02}"
    return SearchDocument(
        id=f"{date}-{rest}",
        url=f"{date.replace('-', '/')}/{rest}.html",
        date=date,
        page="01",
        title=title,
        text=text,
        kind="news",
    )


def made_up() -> list[SearchDocument]:
    """A thousand articles of sentences from content/, ten a day."""
    files = sorted((ROOT / "content").rglob("*.md"))
    bodies = [path.read_text("utf-8").split("---\n", 2)[2] for path in files]
    sentences = [one for body in bodies for one in body.replace("\n", "").split("。") if one]
    dice = random.Random(1)
    return [
        document(
            f"2022-{1 + n // 280:02}-{1 + n // 10 % 28:02}",
            1 + n % 10,
            dice.choice(sentences)[:20],
            "\n".join("。".join(dice.choices(sentences, k=2)) + "。" for _ in range(4)),
        )
        for n in reversed(range(1000))
    ]


def enlarged(documents: list[SearchDocument], n: int) -> list[SearchDocument]:
    """The newest n of the articles, taken again from earlier years when there are too few."""
    years = int(documents[0].date[:4]) - int(documents[-1].date[:4]) + 1
    found: list[SearchDocument] = []
    for turn in range(1 + (n - 1) // len(documents)):
        for one in documents:
            year = f"{int(one.date[:4]) - turn * years:04}"
            found.append(
                replace(one, id=year + one.id[4:], date=year + one.date[4:], url=year + one.url[4:])
            )
    return found[:n]


def measure_index(documents: Sequence[SearchDocument], site: Path) -> None:
    before, start = cpu(), time.perf_counter()
    report = write_site(documents, site, pages=False)
    wall, used = time.perf_counter() - start, cpu() - before
    size = sum(path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    print(f"{len(documents):,} articles, {len(report.bundles)} bundles, {size / 1e6:.0f} MB")
    print(
        f"index: {wall:.1f} s, CPU {used:.1f} s ({used / len(documents) * 10_000:.1f} s per 10,000),"
        f" peak {peak:.2f} GB"
    )
    newest = documents[0]
    year, month, day = newest.date.split("-")
    issue = f"{year}-{month}-{min(int(day) + 1, 31):02}"
    added = [replace(documents[n], id=f"{issue}-99-{n:02}", date=issue) for n in range(10)]
    by_id = {one.id: one for one in [*documents, *added]}
    stamps = [stamp(one) for one in by_id.values()]
    shutil.copytree(site / "pagefind", site / "again" / "pagefind")
    before, start = cpu(), time.perf_counter()
    report = update_index(stamps, lambda ids: [by_id[one] for one in ids], site / "again")
    wall, used = time.perf_counter() - start, cpu() - before
    shutil.rmtree(site / "again")
    print(f"ten more: {wall:.2f} s, CPU {used:.2f} s, {len(report.made)} bundle(s) made")


def cpu() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a folder; gives its URL and a list to which each answer's bytes are added."""
    log: list[int] = []

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else every small answer waits 40 ms

        def log_message(self, *_: object) -> None:
            pass

        def copyfile(self, source: Any, outputfile: Any) -> None:
            data = source.read()
            log.append(len(data))
            outputfile.write(data)

    class Server(ThreadingHTTPServer):
        request_queue_size = 128

    handler = partial(Handler, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/search.html", log
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        yield browser
        browser.close()


def measure_cold(browser: Browser, url: str, log: list[int], queries: dict[str, list[str]]) -> None:
    """The page with a query in its address, with nothing cached, until it is at rest."""
    every = [query for asked in queries.values() for query in asked]
    sizes, requests, times = [], [], []
    for query in random.Random(2).sample(every, min(COLD_QUERIES, len(every))):
        log.clear()
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        start = time.perf_counter()
        page.goto(f"{url}?q={query}", wait_until="commit")
        page.locator("[data-id] mark, .search-notes p").first.wait_for()
        times.append(time.perf_counter() - start)
        page.wait_for_load_state("networkidle")
        sizes.append(sum(log) / 1e6)
        requests.append(len(log))
        context.close()
    print(
        f"cold: {spread(sizes)} MB, {spread(requests)} requests, hits after {spread(times)} s"
        " (median / p95)"
    )


def spread(values: Sequence[float]) -> str:
    """Median and 95th percentile."""
    high = statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
    return f"{statistics.median(values):.2f} / {high:.2f}"


def ask(
    browser: Browser, url: str, queries: dict[str, list[str]]
) -> dict[str, tuple[float, list[str]]]:
    """Each query's time in milliseconds, and the ids that it found."""
    page = browser.new_page()
    page.goto(url)
    every = [query for asked in queries.values() for query in asked]
    page.evaluate(ASK, [["一下"], 0])
    answers = page.evaluate(ASK, [every, 10**9])
    page.close()
    return dict(zip(every, map(tuple, answers), strict=True))


def print_classes(
    name: str,
    queries: dict[str, list[str]],
    texts: Texts,
    answers: dict[str, tuple[float, list[str]]],
) -> None:
    print(f"\n{name:24}{'recall':>8}{'precision':>11}{'ms median / p95':>20}{'hits':>8}")
    all_times = []
    for kind, asked in queries.items():
        right = given = true = 0
        times = []
        for query in asked:
            took, ids = answers[query]
            truth = texts.containing(query)
            right += len(truth & set(ids))
            given += len(ids)
            true += len(truth)
            times.append(took)
        all_times += times
        print(
            f"{kind:24}{right / max(true, 1):8.4f}{right / max(given, 1):11.4f}"
            f"{spread(times):>20}{true / len(asked):8.1f}"
        )
    print(f"{'all':43}{spread(all_times):>20}")


def measure_stock(
    browser: Browser,
    documents: Sequence[SearchDocument],
    queries: dict[str, list[str]],
    site: Path,
) -> None:
    folder = site / "stock"
    answers = stock_answers(browser, documents, queries, folder, serving)
    print_classes(f"Pagefind's own, {len(documents):,}", queries, Texts(documents), answers)


if __name__ == "__main__":
    main()
