"""What other repositories use: the action, the pre-commit hook and the examples in docs/ci.md, run in a repository of their own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from ci_documents import workflow_commands

PROJECT = Path(__file__).resolve().parent.parent
ACTION: dict[str, Any] = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
(HOOK,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}
DOCS = (PROJECT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = [yaml.safe_load(block) for block in re.findall(r"^```yml\n(.*?)^```", DOCS, flags=re.MULTILINE | re.DOTALL)]

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
needs_hooks = pytest.mark.skipif(shutil.which("pre-commit") is None, reason="pre-commit is not installed: pip install pre-commit")

HERALD = """---
source: Herald
published: 2031-03-08
title: Halden and Morvia sign fishing treaty
---
Halden and Morvia signed the fishing treaty on March 4, 2031 in the port of Tolvane. Many people watched the ceremony.
"""
COURIER = """---
source: Courier
published: 2031-03-08
title: Fishing treaty of Halden and Morvia
---
The fishing treaty that Halden and Morvia signed on March 6, 2031 in the port of Tolvane ends a long dispute.
"""


class Repository:
    """A repository with one article on main, and the program on its PATH."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "repository"
        (self.root / "news desk").mkdir(parents=True)
        programs = folder / "bin"
        programs.mkdir()
        program = programs / "factcheck"
        program.write_text(f'#!/bin/sh\nPYTHONPATH="{PROJECT}" exec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        kept = ("GITHUB_", "CI_", "RUNNER_", "FACTCHECK_", "PRE_COMMIT", "GIT_", "PYTHONPATH")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(kept)}
        self.environment |= {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
        self.git("init", "--quiet", "--initial-branch", "main")
        self.write("herald.md", HERALD)
        self.commit()

    def write(self, name: str, text: str) -> None:
        (self.root / "news desk" / name).write_text(text, encoding="utf-8")

    def git(self, *words: str) -> str:
        settings = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
        done = subprocess.run(
            ["git", *settings, *words], cwd=self.root, env=self.environment, capture_output=True, text=True, timeout=60, check=True
        )
        return done.stdout.strip()

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", "articles")

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {**self.environment, **more}
        return subprocess.run(list(words), cwd=self.root, env=environment, capture_output=True, text=True, timeout=240, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def _run_step(repository: Repository, name: str, **inputs: str) -> subprocess.CompletedProcess[str]:
    """A step of the action as a runner does it: the script in a file, inputs through its env."""
    step = STEPS[name]
    folder = repository.root.parent
    script = folder / f"{name}.sh"
    script.write_text(step["run"], encoding="utf-8")
    values = {f"${{{{ inputs.{key} }}}}": str(spec.get("default", "")) for key, spec in ACTION["inputs"].items()}
    values |= {f"${{{{ inputs.{key.replace('_', '-')} }}}}": value for key, value in inputs.items()}
    environment = {key: values[value] for key, value in step.get("env", {}).items()}
    files = {key: str(folder / key.lower()) for key in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")}
    places = {"GITHUB_ACTION_PATH": str(PROJECT), "GITHUB_WORKSPACE": str(repository.root), "RUNNER_TEMP": str(folder)}
    return repository.run("bash", "--noprofile", "--norc", "-eo", "pipefail", str(script), **files, **places, **environment)


def test_the_action_takes_no_input_into_a_script() -> None:
    """An input may come from the title of a pull request: it is a value in the environment, never a part of a script."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert ("run" in step) is (step.get("shell") == "bash")
    assert set(ACTION["inputs"]) == {"paths", "since", "fail-on", "version", "python-version"}
    assert all(f"| `{name}` |" in DOCS for name in ACTION["inputs"])


@needs_bash
@pytest.mark.parametrize("name", STEPS)
def test_the_steps_are_valid_shell(name: str) -> None:
    subprocess.run(["bash", "-n"], input=STEPS[name]["run"], text=True, check=True, timeout=10)


@needs_bash
@pytest.mark.parametrize("version", ["", "1.2"])
def test_the_install_step_installs_the_checkout_or_a_version(repository: Repository, version: str) -> None:
    """With a python in its way that only tells what it was asked for."""
    told = repository.root.parent / "told"
    stub = repository.root.parent / "bin" / "python"
    stub.write_text(f'#!/bin/sh\nprintf "%s\\n" "$*" >>"{told}"\n', encoding="utf-8")
    stub.chmod(0o755)
    assert _run_step(repository, "install", version=version).returncode == 0
    lines = told.read_text(encoding="utf-8").splitlines()
    if version:
        assert [line.split()[-1] for line in lines] == ["factcheck-news[html]==1.2"]
        return
    assert [Path(line.split()[-1]).is_relative_to(PROJECT) for line in lines] == [True, True]
    assert all(Path(line.split()[-1]).exists() for line in lines)
    assert "--require-hashes" in lines[0]


@needs_bash
@needs_git
def test_the_key_of_the_cache_names_the_program(repository: Repository) -> None:
    assert _run_step(repository, "key").returncode == 0
    folder = repository.root.parent
    first = (folder / "github_output").read_text(encoding="utf-8")
    assert re.fullmatch(r"key=factcheck-[0-9.]+\S*-[0-9a-f]{16}\n", first)
    assert _run_step(repository, "key").returncode == 0
    assert (folder / "github_output").read_text(encoding="utf-8") == first * 2
    variable, _, place = (folder / "github_env").read_text(encoding="utf-8").splitlines()[0].partition("=")
    (cache,) = [step for step in ACTION["runs"]["steps"] if str(step.get("uses", "")).startswith("actions/cache@")]
    assert variable == "FACTCHECK_CACHE_DIR"
    assert cache["with"]["path"].replace("${{ runner.temp }}", str(folder)) == place
    assert "steps.key.outputs.key" in cache["with"]["restore-keys"]


@needs_bash
@needs_git
@pytest.mark.model
def test_the_check_step_fails_where_a_change_contradicts(repository: Repository) -> None:
    base = repository.git("rev-parse", "HEAD")
    repository.write("courier.md", COURIER)
    repository.commit()
    done = _run_step(repository, "check", since=base, paths="news desk\n", fail_on="high")
    assert done.returncode == 1, done.stderr
    ((name, properties, _),) = workflow_commands(done.stdout)
    assert (name, properties["file"], properties["line"]) == ("error", "news desk/courier.md", "6")
    (run,) = json.loads((repository.root / ACTION["outputs"]["sarif"]["value"]).read_bytes())["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news%20desk/courier.md"
    assert "| high | FC101 |" in (repository.root.parent / "github_step_summary").read_text(encoding="utf-8")


@needs_bash
@needs_git
@pytest.mark.model
@pytest.mark.parametrize(
    ("since", "fail_on", "code"), [("HEAD", "", 0), ("HEAD~1", "never", 0), ("", "", 1), ("0" * 40, "", 1), ("no-such-commit", "", 2)]
)
def test_the_check_step_takes_its_inputs_as_they_are_meant(repository: Repository, since: str, fail_on: str, code: int) -> None:
    repository.write("courier.md", COURIER)
    repository.commit()
    done = _run_step(repository, "check", since=since, fail_on=fail_on, paths="")
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_the_hook_reads_all_articles_once() -> None:
    assert HOOK["pass_filenames"] is False
    assert HOOK["require_serial"] is True
    assert HOOK["entry"] == "factcheck check"
    assert re.search(HOOK["files"], "news/a.md")
    assert not re.search(HOOK["files"], "setup.py")


def _local(hook: dict[str, Any]) -> str:
    """A configuration with the hook, in which the program on the PATH stands for the environment that pre-commit would install."""
    return yaml.safe_dump({"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]})


@needs_git
@needs_hooks
@pytest.mark.model
@pytest.mark.parametrize("source", ["manifest", "docs"])
def test_the_hook_stops_a_commit_that_contradicts(repository: Repository, source: str) -> None:
    (documented,) = [item["hooks"][0] for block in EXAMPLES for item in block.get("repos", ()) if item["repo"] == "local"]
    (repository.root / ".pre-commit-config.yaml").write_text(_local(HOOK if source == "manifest" else documented), encoding="utf-8")
    repository.commit()
    cache = {"PRE_COMMIT_HOME": str(repository.root.parent / "hooks")}
    (repository.root / "notes.py").write_text("x = 1\n", encoding="utf-8")
    repository.git("add", "--all")
    skipped = repository.run("pre-commit", "run", "--color", "never", **cache)
    assert (skipped.returncode, "Skipped" in skipped.stdout) == (0, True), skipped.stdout + skipped.stderr
    repository.write("courier.md", COURIER)
    repository.git("add", "--all")
    stopped = repository.run("pre-commit", "run", "--color", "never", **cache)
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "FC101" in stopped.stdout
    repository.write("courier.md", COURIER.replace("March 6", "March 4"))
    repository.git("add", "--all")
    passed = repository.run("pre-commit", "run", "--color", "never", **cache)
    assert passed.returncode == 0, passed.stdout + passed.stderr


@needs_hooks
def test_the_manifest_is_valid() -> None:
    done = subprocess.run(["pre-commit", "validate-manifest", str(PROJECT / ".pre-commit-hooks.yaml")], timeout=60, check=False)
    assert done.returncode == 0


@needs_git
@pytest.mark.model
def test_the_gitlab_job_runs(repository: Repository) -> None:
    (job,) = [block["facts"] for block in EXAMPLES if "facts" in block]
    base = repository.git("rev-parse", "HEAD")
    repository.write("courier.md", COURIER)
    repository.commit()
    places = {"CI_PROJECT_DIR": str(repository.root), "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    install, check = job["script"]
    assert install.startswith("python -m pip install")
    done = repository.run("sh", "-ec", check, **places)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    (entry,) = json.loads((repository.root / reports["codequality"]).read_bytes())
    assert entry["location"] == {"path": "news desk/courier.md", "lines": {"begin": 6}}
    assert b'failures="1"' in (repository.root / reports["junit"]).read_bytes()


def test_the_workflow_gives_the_action_what_it_knows() -> None:
    (workflow,) = [block for block in EXAMPLES if "jobs" in block]
    steps = workflow["jobs"]["check"]["steps"]
    (used,) = [step for step in steps if "factcheck" in step["uses"]]
    assert set(used["with"]) <= set(ACTION["inputs"])
    assert steps[0]["with"]["fetch-depth"] == 0
