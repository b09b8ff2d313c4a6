"""The README's commands are run, and print what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parindex.cli.main import main

ROOT = Path(__file__).parent.parent
BLOCKS = re.findall(
    r"```console\n\$ parindex ([^\n]+)\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S
)


def test_the_readme_shows_output() -> None:
    assert len(BLOCKS) >= 2


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_shown_output(
    command: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    main(command.split())
    printed = capsys.readouterr().out
    for part in shown.split("…\n"):  # a line with … alone stands for what is left out
        assert part in printed


def test_pictures_and_links_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target
