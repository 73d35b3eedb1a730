"""Where others can get this program: what the workflows of an archive install."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from jianbao import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
"""The program's folder, where it runs from a clone of its repository."""


def requirement() -> str:
    """The program as pip is asked for it; empty where it came from a folder that only we can read."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        told = distribution("jianbao").read_text("direct_url.json")
    except PackageNotFoundError:
        return requirement_of_clone(ROOT)
    # What pip took from an index, it says nothing of.
    return requirement_of(json.loads(told)) if told else f"jianbao=={__version__}"


def requirement_of(origin: Mapping[str, object]) -> str:
    """The same, from what pip wrote down when it installed the program (direct_url.json, PEP 610)."""
    url = str(origin["url"])
    match origin:
        case {"vcs_info": {"vcs": vcs, "commit_id": commit}}:
            return f"jianbao @ {vcs}+{public(url)}@{commit}" if public(url) else ""
        case {"dir_info": _}:
            return requirement_of_clone(Path(url2pathname(urlsplit(url).path)))
        case _:
            return f"jianbao @ {public(url)}" if public(url) else ""


def requirement_of_clone(folder: Path) -> str:
    """The program as it is in the repository that a folder was cloned from.

    Its version is the newest that the clone and the repository both have, as far as is known here.
    """
    url = public(_git(folder, "config", "--get", "remote.origin.url"))
    if not url or not (folder / ".git").exists():  # It may lie in a repository of other things.
        return ""
    commit = _git(folder, "merge-base", "HEAD", "origin/HEAD")
    return f"jianbao @ git+{url}{'@' if commit else ''}{commit}"


def public(url: str) -> str:
    """An address on the web as all can read it: without names and passwords, by https for ssh.

    Empty for folders and all else that is not on the web.
    """
    secure_shell = re.fullmatch(r"(?:ssh://)?[\w.-]+@([\w.-]+\.\w+)[:/](?!\d+/)(.+)", url)
    if secure_shell:
        return f"https://{secure_shell[1]}/{secure_shell[2]}"
    parts = urlsplit(url)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        return ""
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _git(folder: Path, *words: str) -> str:
    """What git says; empty where it has nothing to say, or is not there."""
    command = ["git", "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
