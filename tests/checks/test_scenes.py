"""The scenes of the registry: at the end of the bad one comes its code alone, at the end of the good one none."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from parindex.checks.examples import SCENES
from parindex.checks.scene import ACTS, STARTS, Scene, Start, Step
from tests.checks.scenes import DONE, HELD, carry_out, prepare
from tests.cli.conftest import Result

TOLD = re.compile(r"^(?:.+?: )?([EW]\d{3}) ", re.M)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Starts that were made already, by name."""
    return {}


@pytest.fixture
def begin(
    prepared: dict[str, Path],
    parindex: Callable[..., Result],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Start], None]:
    """Go to a fresh copy of a start."""

    def type_(command: str) -> None:
        result = parindex(*shlex.split(command)[1:])
        assert result.code == 0, result.err

    def begin(start: Start) -> None:
        if start not in prepared:
            root = tmp_path_factory.mktemp(start)
            monkeypatch.chdir(root)
            prepare(start, root, type_)
            prepared[start] = root
        folder = tmp_path / "kho"
        shutil.copytree(prepared[start], folder)
        monkeypatch.chdir(folder)

    return begin


@pytest.mark.parametrize("which", ["bad", "good"])
@pytest.mark.parametrize("code", SCENES)
def test_scene(code: str, which: str, begin: Callable[[Start], None], parindex: Callable[..., Result]) -> None:
    scene = SCENES[code]
    steps = scene.bad if which == "bad" else scene.good
    if sys.platform == "win32" and {"link", "pipe"} & {step.act for step in steps}:
        pytest.skip("links and pipes need rights here")
    if scene.start == "signed" and shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not installed")
    begin(scene.start)
    try:
        told = carried_out(steps, parindex)
    finally:
        while HELD:
            HELD.pop().close()
    assert told == ({code} if which == "bad" else set())


def carried_out(steps: Sequence[Step], parindex: Callable[..., Result]) -> set[str]:
    """The codes that the last step tells."""
    told: set[str] = set()
    for number, step in enumerate(steps):
        if step.act != "run":
            carry_out(step, Path.cwd())
            continue
        result = parindex(*shlex.split(step.given[0])[1:])
        last = number == len(steps) - 1
        assert last or result.code == 0, result.err
        told = set(TOLD.findall(result.out + "\n" + result.err))
    return told


def test_every_act_can_be_carried_out_and_is_used() -> None:
    used = {step.act for scene in SCENES.values() for step in (*scene.bad, *scene.good)}
    assert used == set(ACTS)
    assert set(DONE) == set(ACTS) - {"run"}
    assert {scene.start for scene in SCENES.values()} == set(STARTS)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_scenes_are_told_step_by_step(lang: str) -> None:
    scene = Scene("repository", (Step("delete", ("a",)), Step("run", ("parindex check",))), (Step("run", ("x",)),))
    first, second, third = scene.shown(lang)[0].splitlines()
    assert first == STARTS["repository"].of(lang)
    assert second == {"vi": "Xóa a", "en": "Delete a"}[lang]
    assert third == "$ parindex check"
