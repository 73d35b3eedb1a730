"""Advice names the program as it was called."""

from __future__ import annotations

import pytest

from jianbao.calling import call


@pytest.mark.parametrize(
    ("program", "advice"),
    [
        ("/usr/local/bin/jianbao", "`jianbao review`"),
        ("C:/Scripts/jianbao.exe", "`jianbao review`"),
        ("build.py", "`python build.py review`"),
        ("-c", "`python build.py review`"),
    ],
)
def test_advice(monkeypatch: pytest.MonkeyPatch, program: str, advice: str) -> None:
    monkeypatch.setattr("sys.argv", [program, "ingest"])
    assert call("review") == advice
