"""What is generated under ``docs/`` is what the program generates now."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from docs import pictures
from parindex.checks.registry import REGISTRY
from parindex.checks.settings import check_settings
from parindex.files.load import load_model
from parindex.jobs.diagnostic_pages import FAMILIES, diagnostic_pages
from parindex.model.project import Project

ROOT = Path(__file__).parent.parent


def test_generated_files_are_up_to_date() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "docs.build", "--check"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert (run.returncode, run.stdout) == (0, ""), "run make docs"


def test_every_code_has_a_page_that_the_list_leads_to() -> None:
    pages = diagnostic_pages()
    assert set(pages) == {"README.md", *(f"{code}.md" for code in REGISTRY)}
    assert all(f"]({code}.md)" in pages["README.md"] for code in REGISTRY)
    assert {code[1] for code in REGISTRY} == set(FAMILIES)
    assert all("**Cách sửa.**" in text and "*English.*" in text for name, text in pages.items() if name[0] != "R")


def test_the_settings_that_the_guide_shows_are_right() -> None:
    guide = (ROOT / "docs" / "kiem-tra.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", guide, re.S)
    head = "kind: project\nformat: 1\nid: a\ntitle: A\nyear: 2023\ncriteria: cap-xa-2023\n"
    project, document = load_model((head + block).encode(), Project, "parindex.yaml")
    assert project.checks.exceptions[0].line == 12
    assert list(check_settings(project.checks, document, REGISTRY)) == []


def test_the_record_of_the_pictures_is_of_these_pictures() -> None:
    assert set(pictures.recorded()) == set(pictures.PICTURES)
    changed = [
        name for name, said in pictures.recorded().items() if said["picture"] != pictures.digest(pictures.place(name))
    ]
    assert changed == [], "remake the pictures: make docs-pictures"
