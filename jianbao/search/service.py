"""Has Pagefind index records: a client for `pagefind --service`.

The service reads and writes JSON messages, each in base64 and ended by a comma. Messages are
sent without waiting for the answers, which a thread reads meanwhile: 19,000 records take seconds
that way, and half an hour with a wrapper that waits a tenth of a second for each.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import tempfile
import threading
from typing import IO, TYPE_CHECKING, Any

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LANGUAGE = "und"
"""Undetermined: no segmenter and no stemmer touches the tokens."""

CHUNK_POSTINGS = 4_000
"""How many postings one file of the index holds, Pagefind's own figure being 20,000.

A browser fetches whole files; files of 4,000 cut the bytes of a query to a quarter and made the
list of files 27 % longer, on 19,178 articles. Pagefind 1.5.2 takes it from a variable of the
environment that it calls unstable; another version may ignore it, which costs bytes only.
"""


def write_index(records: Iterable[str], folder: Path) -> None:
    """Index `records`, each a text of tokens, and write Pagefind's files to `folder`.

    The first record becomes page 0, and so on. Equal records give equal files. When Pagefind
    cannot be started, refuses a message or dies, a BuildError says so.
    """
    with tempfile.TemporaryFile() as log, _started(log) as process:
        answers = _Answers(process.stdout)
        with contextlib.suppress(BrokenPipeError):
            _send(process.stdin, _messages(records, folder))
        # At the end of its input the service would stop with messages unread.
        answers.finished.wait()
        with contextlib.suppress(BrokenPipeError):
            process.communicate()
        if answers.refusal or not answers.written:
            log.seek(0)
            last_words = log.read().decode("utf-8", "replace").strip()[-500:]
            raise BuildError(
                f"Pagefind could not index the articles (exit code {process.returncode}):"
                f" {answers.refusal or last_words or 'it said nothing'}",
                hint="is there memory and disk enough? `pagefind --version` should say 1.5.2",
            )


def _messages(records: Iterable[str], folder: Path) -> Iterator[dict[str, Any]]:
    """What to say to the service: it numbers its indexes from 0, and this one is its first."""
    yield {"type": "NewIndex", "config": {"force_language": LANGUAGE}}
    for page, record in enumerate(records):
        yield {
            "type": "AddRecord",
            "index_id": 0,
            "url": str(page),
            "content": record,
            "language": LANGUAGE,
        }
    yield {"type": "WriteFiles", "index_id": 0, "output_path": str(folder)}


@contextlib.contextmanager
def _started(log: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """The running service, ended in any case."""
    from pagefind_bin import get_executable

    try:
        process = subprocess.Popen(
            [get_executable(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=os.environ | {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(CHUNK_POSTINGS)},
        )
    except OSError as error:
        raise BuildError(
            f"Pagefind cannot be started: {error}", hint="is pagefind-bin installed?"
        ) from error
    with process:
        try:
            yield process
        except BaseException:
            process.kill()
            raise


def _send(pipe: IO[bytes] | None, messages: Iterable[dict[str, Any]]) -> None:
    """Send the messages one after the other."""
    assert pipe is not None
    for number, payload in enumerate(messages):
        message = json.dumps({"message_id": number, "payload": payload}, ensure_ascii=False)
        pipe.write(base64.b64encode(message.encode()) + b",")
    pipe.flush()


class _Answers(threading.Thread):
    """Reads what the service answers, until it has written its files or is gone."""

    def __init__(self, pipe: IO[bytes] | None) -> None:
        super().__init__(daemon=True)
        assert pipe is not None
        self._pipe = pipe
        self.finished = threading.Event()
        """Set when no more answers are to be waited for."""
        self.written = False
        """Whether it said that its files are written."""
        self.refusal = ""
        """What it first answered in place of doing as told; empty while all is well."""
        self.start()

    def run(self) -> None:
        """Read until the end."""
        rest = b""
        while block := self._pipe.read1(65536):  # type: ignore[attr-defined]
            *answers, rest = (rest + block).split(b",")
            for answer in answers:
                payload = json.loads(base64.b64decode(answer))["payload"]
                if payload["type"] == "Error":
                    self.refusal = self.refusal or payload["message"]
                elif payload["type"] == "WriteFiles":
                    self.written = True
                    self.finished.set()
        self.finished.set()
