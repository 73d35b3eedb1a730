"""The workflows' steps, run as GitHub runs them, in a clone; GitHub itself is all that is not there."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from jianbao.cli import main
from tests.archives import make_archive, numbered
from tests.conftest import ROOT

WORKFLOWS = ROOT / ".github/workflows"

GH = """#!/usr/bin/env bash
# Stands for GitHub: notes what it is asked, and knows the pull requests that it was asked to make.
printf '%s\\n' "$*" >> "$GITHUB_ASKED"
for word in "$@"; do
  [ "$previous" = --body-file ] && cp "$word" "$GITHUB_ASKED.body"
  previous=$word
done
[ "$2" = list ] && cat "$GITHUB_ASKED.open" 2> /dev/null
[ "$2" = create ] && echo 1 > "$GITHUB_ASKED.open"
exit 0
"""


class Runner:
    """Runs the `run` steps of a workflow in a repository, as GitHub's runner does."""

    def __init__(self, folder: Path, repository: Path) -> None:
        self.repository, self.folder = repository, folder
        self.asked = folder / "asked"
        tools = folder / "tools"
        tools.mkdir()
        (tools / "gh").write_text(GH)
        # What `pip install` would put there: this program, by this Python.
        (tools / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
        for tool in tools.iterdir():
            tool.chmod(0o755)
        self.environment = {
            **os.environ,
            "PATH": f"{tools}:{os.environ['PATH']}",
            "GITHUB_ASKED": str(self.asked),
            "RUNNER_TEMP": str(folder),
            "GITHUB_STEP_SUMMARY": str(folder / "step-summary"),
        }

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.cn", *words],
            cwd=self.repository,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def run(self, name: str, **values: str) -> dict[str, str]:
        """Run a workflow's job; `values` are what `${{ … }}` stands for. Gives steps' outcomes."""
        (job, *_) = yaml.safe_load((WORKFLOWS / name).read_text("utf-8"))["jobs"].values()
        environment = {
            **self.environment,
            "GITHUB_REF_NAME": self.git("branch", "--show-current"),
            "GITHUB_SHA": self.git("rev-parse", "HEAD"),
        }
        outcomes: dict[str, str] = {}
        failed = False
        for step in job["steps"]:
            if "run" not in step or step["run"].startswith("python -m pip install"):
                continue
            if not self._wanted(step.get("if"), outcomes):
                continue
            own = {
                key: self._filled(value, {**values, **outcomes})
                for key, value in step.get("env", {}).items()
            }
            done = subprocess.run(
                ["bash", "-e", "-c", step["run"]],
                cwd=self.repository,
                env=environment | own,
                capture_output=True,
                text=True,
                check=False,
            )
            outcome = "failure" if done.returncode else "success"
            outcomes[f"steps.{step.get('id', step.get('name', step['run']))}.outcome"] = outcome
            if done.returncode and not step.get("continue-on-error"):
                failed = True
                outcomes["told"] = done.stdout + done.stderr
                break
        return {**outcomes, "job": "failure" if failed else "success"}

    @staticmethod
    def _wanted(condition: str | None, outcomes: dict[str, str]) -> bool:
        if condition is None:
            return True
        name, _, value = condition.partition(" == ")
        return outcomes[name] == value.strip("'")

    @staticmethod
    def _filled(value: str, values: dict[str, str]) -> str:
        if value.startswith("${{"):
            return values[value.strip("${} ")]
        return value


MAIN = {"github.token": "t", "github.event.repository.default_branch": "main"}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A clone with the program's door, an archive of one article, and a page that is new."""
    repository = tmp_path / "clone"
    make_archive(repository, numbered(1, id="2022-01-01-01-01", date=date(2022, 1, 1)))
    door = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom {main.callback.__module__} import main\nmain()\n"  # type: ignore[union-attr]
    (repository / "build.py").write_text(door)
    (repository / ".gitignore").write_text("/site/\n/.jianbao/\n")
    runner = Runner(tmp_path, repository)
    runner.git("init", "--quiet", "--initial-branch", "main")
    runner.git("add", ".")
    runner.git("commit", "--quiet", "--message", "Begin")
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "github"], check=True)
    runner.git("remote", "add", "origin", str(tmp_path / "github"))
    page = repository / "pages/2023-02-20/03.txt"
    page.parent.mkdir(parents=True)
    page.write_bytes((ROOT / "pages/2023-02-20/03.txt").read_bytes())
    commit(runner, "Add a page")
    return runner


def commit(runner: Runner, message: str) -> None:
    runner.git("add", ".")
    runner.git("commit", "--quiet", "--message", message)
    runner.git("push", "--quiet", "origin", "HEAD")


def test_a_new_page_on_main_becomes_a_pull_request(runner: Runner) -> None:
    commit_id = runner.git("rev-parse", "HEAD")
    outcome = runner.run("ingest.yml", **MAIN)
    assert outcome["job"] == "success", outcome
    branch = f"ingest/{commit_id[:7]}"
    changed = runner.git("diff", "--name-only", f"origin/main..origin/{branch}").splitlines()
    assert all(each.startswith("content/2023/02/20/03") for each in changed)
    count = sum(each.endswith(".md") for each in changed)
    asked = runner.asked.read_text("utf-8").splitlines()
    assert asked[0].startswith(f"pr list --head {branch} --base main ")
    create = f"pr create --base main --head {branch} --title 新报道 · {count} 篇 "
    assert asked[1].startswith(create)
    assert runner.git("rev-parse", "origin/main") == commit_id, "main itself is left alone"
    body = Path(f"{runner.asked}.body").read_text("utf-8")
    assert f"articles: {count} new" in body
    assert "- [ ] **用心用情助力青年稳岗就业** `content/2023/02/20/03-05-" in body
    assert body == (runner.folder / "step-summary").read_text("utf-8")


def test_without_a_new_article_nothing_is_asked(runner: Runner) -> None:
    runner.git("rm", "-r", "--quiet", "pages")
    commit(runner, "Take the page away")
    assert runner.run("ingest.yml", **MAIN)["job"] == "success"
    assert not runner.asked.exists()


def test_a_second_run_renews_the_pull_request(runner: Runner) -> None:
    runner.git("switch", "--quiet", "--create", "february")
    runner.git("push", "--quiet", "origin", "HEAD")
    assert runner.run("ingest.yml", **MAIN)["job"] == "success"
    assert runner.git("log", "--format=%s", "origin/february").splitlines() == [
        *("Add the articles of new pages", "Add a page", "Begin"),
    ]
    page = runner.repository / "pages/2023-02-20/03.txt"
    page.write_text(page.read_text("utf-8").replace("他山之石", "他山之玉"), encoding="utf-8")
    commit(runner, "Correct a page")
    assert runner.run("ingest.yml", **MAIN)["job"] == "success"
    assert [line.split()[1] for line in runner.asked.read_text().splitlines()] == [
        *("list", "create", "list", "edit"),
    ]


def test_a_refused_page_and_a_wrong_article_are_told_after_the_rest_is_proposed(
    runner: Runner,
) -> None:
    (runner.repository / "pages/2023-02-20/04.txt").write_bytes(b"\x00\x01")
    (runner.repository / "content/2022/01/01/x.md").write_text("甲")
    commit(runner, "Add a page that is none")
    outcome = runner.run("ingest.yml", **MAIN)
    assert outcome["job"] == "failure"
    assert "refused: pages/2023-02-20/04.txt" in outcome["told"]
    assert "pr create" in runner.asked.read_text("utf-8")
    assert outcome["steps.check.outcome"] == "failure"
    assert "**`check` 发现错误" in Path(f"{runner.asked}.body").read_text("utf-8")


def test_a_pull_request_is_checked(runner: Runner) -> None:
    assert runner.run("check.yml")["job"] == "success"
    (runner.repository / "content/2022/01/01/x.md").write_text("甲")
    outcome = runner.run("check.yml")
    assert outcome["job"] == "failure"
    assert "::error file=content/2022/01/01/x.md,line=1,title=content::" in outcome["told"]


def test_what_content_has_is_published(runner: Runner) -> None:
    outcome = runner.run(
        "pages.yml", **{"steps.pages.outputs.base_url": "https://name.github.io/archive"}
    )
    assert outcome["job"] == "success", outcome
    site = runner.repository / "site"
    sitemap = (site / "sitemap-2022-01.xml").read_text("utf-8")
    assert "<loc>https://name.github.io/archive/2022/01/01/01-01.html</loc>" in sitemap
    assert not list(site.glob("2023*")), "a page is published once its articles are merged"


WORKFLOW_FILES = sorted(WORKFLOWS.glob("*.yml"))


@pytest.mark.parametrize("file", WORKFLOW_FILES, ids=lambda file: file.name)
def test_no_step_puts_what_others_wrote_into_a_shell(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text("utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
    assert workflow["permissions"]
    scripts = "\n".join(step.get("run", "") for step in steps)
    assert subprocess.run(["bash", "-n"], input=scripts, text=True, check=False).returncode == 0


@pytest.mark.parametrize("name", ["correction.yml"])
def test_an_issue_form_has_what_github_wants(name: str) -> None:
    form: dict[str, Any] = yaml.safe_load(
        (ROOT / ".github/ISSUE_TEMPLATE" / name).read_text("utf-8")
    )
    assert form["name"]
    assert form["description"]
    fields = [each for each in form["body"] if each["type"] != "markdown"]
    assert len({each["id"] for each in fields}) == len(fields)
    for each in form["body"]:
        assert each["type"] in ("markdown", "input", "textarea", "dropdown", "checkboxes")
        assert each["attributes"].get("label") or each["attributes"].get("value")
        assert each["type"] != "dropdown" or each["attributes"]["options"]
