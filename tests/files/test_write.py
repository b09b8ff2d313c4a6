"""A file appears whole, or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes, write_text


def code(path: Path, *, force: bool = False) -> str:
    with pytest.raises(Unusable) as caught:
        write_bytes(path, b"new", force=force)
    return caught.value.findings[0].code


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_new_file(tmp_path: Path) -> None:
    write_text(tmp_path / "báo cáo.txt", "Điểm\n")
    assert (tmp_path / "báo cáo.txt").read_bytes() == "Điểm\n".encode()
    assert names(tmp_path) == ["báo cáo.txt"]


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    assert code(path) == "E141"
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a"]
    write_bytes(path, b"new", force=True)
    assert path.read_text() == "new"


def test_a_dangling_link_counts_as_there(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "nowhere")
    assert code(tmp_path / "a") == "E141"


def test_a_file_that_appears_in_the_meantime_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        sync(handle)
        path.write_text("theirs")

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert code(path) == "E141"
    assert path.read_text() == "theirs"
    assert names(tmp_path) == ["a"]


def test_without_links_the_file_is_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    write_bytes(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert code(path, force=True) == "E142"
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a"]


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(tmp_path / "a", b"new")
    assert names(tmp_path) == []


def test_folders_that_are_missing_or_in_the_way(tmp_path: Path) -> None:
    assert code(tmp_path / "none" / "a") == "E142"
    assert code(tmp_path, force=True) == "E142"
    assert code(tmp_path / "a\0b") == "E142"


@pytest.mark.skipif(os.name == "nt", reason="no such permissions")
def test_permissions_are_those_of_a_plain_new_file_or_of_the_old_one(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_text("")
    write_bytes(tmp_path / "new", b"")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    plain.chmod(0o640)
    write_bytes(plain, b"", force=True)
    assert stat.S_IMODE(plain.stat().st_mode) == 0o640
