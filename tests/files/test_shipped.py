"""What comes with the program is parsed once; what is kept is never used for other bytes."""

from __future__ import annotations

import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from parindex.files import shipped
from parindex.files.library import data_folder, files_in
from parindex.files.shipped import read_shipped
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read

FILES = [path for path in files_in(data_folder()) if path.suffix == ".yaml"]
TEXT = "kind: plan\nid: 'a: b'\ntargets:\n  - {id: x, value: 98.50}\n  - id: y\nempty:\nyes: true\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    path = tmp_path / "plans" / "ke-hoach.yaml"
    path.parent.mkdir()
    path.write_bytes(TEXT.encode())
    return path


def kept_of(file: Path) -> Path:
    return Path(cache_from_source(str(file))).with_suffix(".kept")


def count_parsing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    parsed: list[str] = []

    def counted(source: Path | bytes, name: str | None = None) -> object:
        parsed.append(name or "")
        return read(source, name)

    monkeypatch.setattr(shipped, "read", counted)
    return parsed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_kept_is_what_is_read(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    whole = read(path, "f")
    for _ in range(2):
        document = read_shipped(path, "f")
        assert document.data == whole.data and list(document.data) == list(whole.data)
        assert (document.name, document.text, document.content) == ("f", whole.text, whole.content)
        assert (document.sha256, document.parser) == (whole.sha256, whole.parser)
    assert document.place(("id",)) == whole.place(("id",))


def test_a_file_is_parsed_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = count_parsing(monkeypatch)
    first, second = read_shipped(file, "f"), read_shipped(file, "f")
    assert first.data == second.data == read(file).data
    assert len(parsed) == 1 and kept_of(file).is_file()
    assert second.place(("targets", 0, "value")) == read(file).place(("targets", 0, "value"))
    assert second.span(("id",)) == read(file).span(("id",))


def test_other_bytes_of_the_same_size_and_day_are_read(file: Path) -> None:
    read_shipped(file, "f")
    status = file.stat()
    file.write_bytes(TEXT.replace("98.50", "89.50").encode())
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert read_shipped(file, "f").data["targets"][0]["value"] == "89.50"


def test_another_reader_reads_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_shipped(file, "f")
    monkeypatch.setattr(shipped, "READER", b"next")
    parsed = count_parsing(monkeypatch)
    assert read_shipped(file, "f").data == read(file).data and parsed


@pytest.mark.parametrize("content", [b"", b"\0" * 64, b"not what was kept", None])
def test_what_is_kept_and_broken_is_made_anew(file: Path, content: bytes | None) -> None:
    read_shipped(file, "f")
    whole = kept_of(file).read_bytes()
    kept_of(file).write_bytes(whole[:-20] + b"\0" * 20 if content is None else content)
    assert read_shipped(file, "f").data == read(file).data
    assert kept_of(file).read_bytes() == whole


def test_where_nothing_may_be_written_all_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file.parent / "__pycache__").write_text("a file where the folder would be")
    assert read_shipped(file, "f").data == read(file).data
    (file.parent / "__pycache__").unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert read_shipped(file, "f").data == read(file).data
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert read_shipped(file, "f").data == read(file).data
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(("content", "code"), [(b"a: [1", "E122"), (b"a: 1\na: 2\n", "E112"), (b"\xff\xfe", "E106")])
def test_a_broken_file_is_told_as_ever(file: Path, content: bytes, code: str) -> None:
    file.write_bytes(content)
    with pytest.raises(Unusable) as problem:
        read_shipped(file, "plans/x.yaml")
    with pytest.raises(Unusable) as plain:
        read(content, "plans/x.yaml")
    assert problem.value.findings == plain.value.findings
    assert [finding.code for finding in plain.value.findings] == [code]


def test_a_file_that_is_gone_is_told(file: Path) -> None:
    read_shipped(file, "f")
    file.unlink()
    with pytest.raises(Unusable) as problem:
        read_shipped(file, "f")
    assert problem.value.findings[0].code == "E101"
