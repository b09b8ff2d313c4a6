"""The pieces for CI servers, run here as far as that goes without the servers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).parent.parent
BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="the scripts of CI are for bash")


@pytest.fixture
def kho(tmp_path: Path) -> Path:
    """A copy of the example with one fault."""
    folder = tmp_path / "kho"
    shutil.copytree(ROOT / "examples" / "phu-son-2023", folder)
    unit = folder / "unit.yaml"
    text = unit.read_text(encoding="utf-8")
    unit.write_text(text.replace("05-kh-ubnd.pdf", "05-kh-ubn.pdf"), encoding="utf-8")
    return folder


def run(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """As a server runs a step: bash that stops at the first error."""
    assert BASH is not None
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [BASH, "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@needs_bash
def test_the_action(kho: Path) -> None:
    action = read(".github/actions/parindex-check/action.yml")
    *_, check = action["runs"]["steps"]
    variables = {"CHECK_PATH": ".", "STRICT": "false", "SINCE": "", "SARIF": "out.sarif"}
    assert set(check["env"]) == set(variables)
    step = run(check["run"], kho, **variables)
    assert step.returncode == 1
    assert step.stdout.startswith("::error file=unit.yaml,line=")
    assert json.loads((kho / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    shutil.copy(kho / "minh-chung/05-kh-ubnd.pdf", kho / "minh-chung/05-kh-ubn.pdf")
    assert run(check["run"], kho, **{**variables, "SARIF": ""}).returncode == 0
    inputs = {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]}
    used = {value for step in action["runs"]["steps"] for value in step["env"].values()}
    assert used == inputs


@needs_bash
def test_the_gitlab_template(kho: Path) -> None:
    job = read(".ci/gitlab-template.yml")[".parindex-check"]
    step = run("\n".join(job["script"]), kho, PARINDEX_PATH=".")
    assert step.returncode == 1
    reports = job["artifacts"]["reports"]
    issues = json.loads((kho / reports["codequality"]).read_text(encoding="utf-8"))
    assert "E401" in {issue["check_name"] for issue in issues}
    suite = ElementTree.fromstring((kho / reports["junit"]).read_text(encoding="utf-8"))
    assert suite.get("failures") == "1"


@needs_bash
def test_the_hook_and_those_of_a_new_repository(kho: Path, tmp_path: Path) -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    assert run(hook["entry"], kho).returncode == 1
    assert run("parindex new project kho-moi", tmp_path).returncode == 0
    new = tmp_path / "kho-moi"
    (repository,) = yaml.safe_load((new / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert run(repository["hooks"][0]["entry"], new).returncode == 0
    pipeline = yaml.safe_load((new / ".gitlab-ci.yml").read_text(encoding="utf-8"))["parindex"]
    assert run("\n".join(pipeline["script"][1:]), new).returncode == 0
    workflow = yaml.safe_load((new / ".github/workflows/parindex.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["check"]["steps"]
    assert run(steps[3]["run"], new).returncode == 0


@needs_bash
def test_the_workflow_of_a_new_repository_tells_what_a_change_does(tmp_path: Path) -> None:
    assert run("parindex new project kho", tmp_path).returncode == 0
    new = tmp_path / "kho"
    who = "git -c user.name=A -c user.email=a@example.org"
    assert run(f"git init -q && git add . && {who} commit -q -m a", new).returncode == 0
    unit = new / "units/don-vi-mau.yaml"
    fact = "facts:\n  tthc.on-time: {values: {numerator: 9, denominator: 10}}\nexplanations: {3.1.1: Chờ báo cáo}\n"
    unit.write_text(unit.read_text(encoding="utf-8").replace("facts: {}\n", fact), encoding="utf-8")
    assert run(f"{who} commit -q -a -m b", new).returncode == 0
    workflow = yaml.safe_load((new / ".github/workflows/parindex.yml").read_text(encoding="utf-8"))
    script = workflow["jobs"]["check"]["steps"][-1]["run"]
    step = run(script, new, BASE="HEAD~1", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert step.returncode == 0, step.stderr
    assert "3.1.1" in (tmp_path / "summary.md").read_text(encoding="utf-8")
