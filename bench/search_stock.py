"""Pagefind as it comes, for comparison: language zh, its own script, no tokens of ours.

The package `pagefind-bin-extended` (53 MB) is taken where it is installed: it finds words in Chinese,
the plain one splits at white space only and finds next to nothing.
"""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser

    from jianbao.search import SearchDocument

ASK = """async (queries) => {
    const pagefind = await import(new URL("pagefind.js", location.href));
    await pagefind.init();
    const answers = [];
    for (const query of queries) {
        const start = performance.now();
        const { results } = await pagefind.search(query);
        answers.push([performance.now() - start, results.map((result) => result.id)]);
    }
    return answers;
}"""


def stock_answers(
    browser: Browser,
    documents: Sequence[SearchDocument],
    queries: dict[str, list[str]],
    folder: Path,
    serving: Callable[[Path], AbstractContextManager[tuple[str, list[int]]]],
) -> dict[str, tuple[float, list[str]]]:
    """Each query's time in milliseconds, and the ids that it found."""
    _index(documents, folder)
    (folder / "search.html").write_text('<!doctype html><html lang="zh"><title>-</title>')
    ids = {
        path.stem: json.loads(gzip.decompress(path.read_bytes())[12:])["url"]
        for path in (folder / "fragment").iterdir()
    }
    every = [query for asked in queries.values() for query in asked]
    with serving(folder) as (url, _):
        page = browser.new_page()
        page.goto(url)
        answers = page.evaluate(ASK, every)
        page.close()
    return {
        query: (took, [ids[found] for found in results])
        for query, (took, results) in zip(every, answers, strict=True)
    }


def _index(documents: Sequence[SearchDocument], folder: Path) -> None:
    messages = [
        {"type": "NewIndex", "config": {"force_language": "zh"}},
        *(
            {
                "type": "AddRecord",
                "index_id": 0,
                "url": one.id,
                "content": f"{one.title} {one.text}",
                "language": "zh",
                "meta": {"title": one.title},
            }
            for one in documents
        ),
        {"type": "WriteFiles", "index_id": 0, "output_path": str(folder)},
    ]
    with subprocess.Popen(
        [_program(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        for number, payload in enumerate(messages):
            message = json.dumps({"message_id": number, "payload": payload})
            process.stdin.write(base64.b64encode(message.encode()) + b",")
            process.stdin.flush()
            _answer(process.stdout)


def _program() -> str:
    try:
        from pagefind_bin_extended import get_executable
    except ImportError:
        from pagefind_bin import get_executable
    return str(get_executable())


def _answer(pipe: object) -> None:
    while pipe.read(1) not in (b",", b""):  # type: ignore[attr-defined]
        pass
