"""Digests put into units' files leave everything else of them as it was."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from parindex.files.load import load_model
from parindex.jobs.hashes import write_hashes
from parindex.model.unit import Unit

HEAD = "kind: unit\nformat: 1\nunit: {id: a, name: A, level: commune}\nyear: 2023\ncriteria: cap-xa-2023\n"
CONTENT = b"%PDF-1.7"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    (tmp_path / "parindex.yaml").write_text("kind: project\n")
    (tmp_path / "a.pdf").write_bytes(CONTENT)
    (tmp_path / "b c.pdf").write_bytes(CONTENT)
    return tmp_path / "unit.yaml"


DOCUMENT = "form: administrative, title: A"
CASES = {
    "block": (
        "documents:\n  x:\n    form: link   # hình thức\n    file: a.pdf   # tệp\n    title: A\n",
        "documents:\n  x:\n    form: link   # hình thức\n    file: a.pdf   # tệp\n    sha256: DIGEST\n    title: A\n",
    ),
    "the last line without an end": (
        "documents:\n  x:\n    form: link\n    title: A\n    file: 'b c.pdf'",
        "documents:\n  x:\n    form: link\n    title: A\n    file: 'b c.pdf'\n    sha256: DIGEST\n",
    ),
    "flow": (
        'documents: {x: {form: link, file: "a.pdf", title: A}}\n',
        'documents: {x: {form: link, file: "a.pdf", sha256: DIGEST, title: A}}\n',
    ),
    "flow on several lines": (
        "documents:\n  x: {\n    form: link,\n    title: A,  # a\n    file: a.pdf\n  }\n",
        "documents:\n  x: {\n    form: link,\n    title: A,  # a\n    file: a.pdf, sha256: DIGEST\n  }\n",
    ),
    "folded": (
        "documents:\n  x:\n    file: >-\n      a.pdf\n\n    # ghi chú\n    form: link\n    title: A\n",
        None,
    ),
    "a blank digest": (
        "documents:\n  x:\n    form: link\n    sha256:\n    file: a.pdf\n    title: A\n",
        "documents:\n  x:\n    form: link\n    sha256: DIGEST\n    file: a.pdf\n    title: A\n",
    ),
    "a null digest": (
        "documents:\n  x:\n    form: link\n    sha256: ~  # chưa có\n    file: a.pdf\n    title: A\n",
        "documents:\n  x:\n    form: link\n    sha256: DIGEST  # chưa có\n    file: a.pdf\n    title: A\n",
    ),
    "two": (
        "documents:\n  x:\n    form: link\n    file: a.pdf\n    title: A\n  y: {form: link, title: B, file: b c.pdf}\n",
        "documents:\n  x:\n    form: link\n    file: a.pdf\n    sha256: DIGEST\n    title: A\n"
        "  y: {form: link, title: B, file: b c.pdf, sha256: DIGEST}\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_only_the_digests_are_added(unit: Path, case: str, end: str, mark: bytes) -> None:
    before, after = CASES[case]
    unit.write_bytes(mark + (HEAD + before).replace("\n", end).encode())
    written = write_hashes([unit.parent])
    assert written.findings == ()
    assert written.count == (2 if case == "two" else 1)
    documents = load_model(unit, Unit)[0].documents
    assert {entry.sha256 for entry in documents.values()} == {DIGEST}
    content = unit.read_bytes()
    if after is not None:
        assert content == mark + (HEAD + after.replace("DIGEST", DIGEST)).replace("\n", end).encode()
    assert write_hashes([unit]).count == 0
    assert unit.read_bytes() == content


def test_a_digest_that_differs_is_told_and_left(unit: Path) -> None:
    text = f"{HEAD}documents:\n  x: {{form: link, title: A, file: a.pdf, sha256: {'0' * 64}}}\n"
    unit.write_text(text, encoding="utf-8")
    written = write_hashes([unit])
    assert [finding.code for finding in written.findings] == ["E408"]
    assert unit.read_text(encoding="utf-8") == text
    assert write_hashes([unit], force=True).count == 1
    assert unit.read_text(encoding="utf-8") == text.replace("0" * 64, DIGEST)


def test_files_that_are_not_there_and_broken_units_are_passed_over(unit: Path) -> None:
    unit.write_text(f"{HEAD}documents: {{x: {{form: link, title: A, file: khong-co.pdf}}}}\n", encoding="utf-8")
    assert write_hashes([unit]).count == 0
    unit.write_text("kind: unit\na: 1\n", encoding="utf-8")
    assert "E202" in [finding.code for finding in write_hashes([unit]).findings]


def test_comments_and_layout_of_the_example_stay(tmp_path: Path) -> None:
    root = Path(__file__).parents[2] / "examples" / "phu-son-2023"
    shutil.copytree(root, tmp_path / "a")
    path = tmp_path / "a" / "unit.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    written = write_hashes([path])
    assert written.count > 30
    after = path.read_text(encoding="utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert all(line.startswith("    sha256: ") for line in added)
    assert [line for line in after if line not in added] == before
    assert len(added) == written.count
