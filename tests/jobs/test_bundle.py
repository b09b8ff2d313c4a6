"""A report with its evidence: stable names, the same bytes, and proof of every change."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from parindex.files.unusable import Unusable
from parindex.jobs.bundle_verify import is_bundle, verify_bundle
from parindex.jobs.report import report_file
from parindex.jobs.report_kinds import Asked

EXAMPLE = Path(__file__).parents[2] / "examples" / "phu-son-2023"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("goi") / "goi.zip"
    assert report_file(EXAMPLE / "unit.yaml", output=target, bundle=True).path == target
    return target


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def rewritten(bundle: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> list[tuple[str, str]]:
    """The findings on a bundle whose parts were changed."""
    held = parts(bundle)
    change(held)
    with zipfile.ZipFile(target, "w") as package:
        for name, content in held.items():
            package.writestr(name, content)
    return [(finding.code, str(finding.data["file"])) for finding in verify_bundle(target).findings]


def test_bundle_holds_the_report_and_every_file_under_its_label(bundle: Path) -> None:
    held = parts(bundle)
    manifest = json.loads(held["manifest.json"])
    assert manifest["report"]["file"] == "bao-cao-tu-cham-phu-son-2023.docx"
    first = manifest["evidence"][0]
    assert (first["file"], first["label"], first["doc"]) == ("tai-lieu/TLKC-01-05-kh-ubnd.pdf", "TLKC-01", "kh-05")
    assert held[first["file"]] == (EXAMPLE / "minh-chung" / "05-kh-ubnd.pdf").read_bytes()
    assert set(held) == {"manifest.json", manifest["report"]["file"], *(each["file"] for each in manifest["evidence"])}
    assert [(each["doc"], each["why"]) for each in manifest["without_file"]] == [("trang-tin", "link")]


def test_links_of_the_report_work_inside_the_bundle(bundle: Path) -> None:
    held = parts(bundle)
    with zipfile.ZipFile(io.BytesIO(held["bao-cao-tu-cham-phu-son-2023.docx"])) as report:
        root = etree.fromstring(report.read("word/_rels/document.xml.rels"))
    targets = [unquote(each.get("Target")) for each in root if each.get("TargetMode") == "External"]
    files = [target for target in targets if not target.startswith("https:")]
    assert files
    assert set(files) <= set(held)


def test_the_same_input_gives_the_same_bytes(bundle: Path, tmp_path: Path) -> None:
    copy = tmp_path / "noi-khac"
    shutil.copytree(EXAMPLE, copy)
    again = tmp_path / "lai.zip"
    report_file(copy / "unit.yaml", output=again, bundle=True)
    assert again.read_bytes() == bundle.read_bytes()
    with zipfile.ZipFile(again) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_is_overwritten_and_nothing_is_left_behind(bundle: Path, tmp_path: Path) -> None:
    target = tmp_path / "goi.zip"
    target.write_bytes(b"mine")
    with pytest.raises(Unusable) as caught:
        report_file(EXAMPLE / "unit.yaml", output=target, bundle=True)
    assert caught.value.findings[0].code == "E141"
    assert [path.name for path in tmp_path.iterdir()] == ["goi.zip"]
    assert target.read_bytes() == b"mine"


def test_a_draft_goes_without_the_files_that_are_not_there(tmp_path: Path) -> None:
    copy = tmp_path / "don-vi"
    shutil.copytree(EXAMPLE, copy)
    (copy / "minh-chung" / "05-kh-ubnd.pdf").unlink()
    assert report_file(copy / "unit.yaml", output=tmp_path / "a.zip", bundle=True).refused
    assert not (tmp_path / "a.zip").exists()
    report_file(copy / "unit.yaml", Asked(draft=True), output=tmp_path / "a.zip", bundle=True)
    manifest = json.loads(parts(tmp_path / "a.zip")["manifest.json"])
    assert ("kh-05", "E401") in [(each["doc"], each["why"]) for each in manifest["without_file"]]


def test_an_untouched_bundle_is_proved(bundle: Path) -> None:
    verified = verify_bundle(bundle)
    assert (verified.findings, verified.files) == ((), len(parts(bundle)) - 1)
    assert is_bundle(bundle)
    assert not is_bundle(EXAMPLE / "unit.yaml")


def test_every_change_is_named(bundle: Path, tmp_path: Path) -> None:
    name, report = "tai-lieu/TLKC-01-05-kh-ubnd.pdf", "bao-cao-tu-cham-phu-son-2023.docx"

    def longer(held: dict[str, bytes]) -> None:
        held[name] += b"\0"

    def flipped(held: dict[str, bytes]) -> None:
        held[report] = held[report][:-1] + bytes([held[report][-1] ^ 1])

    target = tmp_path / "x.zip"
    assert rewritten(bundle, target, lambda held: None) == []
    assert rewritten(bundle, target, longer) == [("E461", name)]
    assert rewritten(bundle, target, flipped) == [("E461", report)]
    assert rewritten(bundle, target, lambda held: held.pop(name)) == [("E462", name)]
    assert rewritten(bundle, target, lambda held: held.update({"la.txt": b""})) == [("E463", "la.txt")]


@pytest.mark.parametrize(
    "manifest",
    [b"", b"[]", b"{", b'{"kind": "bundle"}', b'{"kind": "la", "format": "1", "report": {}, "evidence": []}', None],
)
def test_what_is_no_bundle_is_refused(bundle: Path, tmp_path: Path, manifest: bytes | None) -> None:
    def change(held: dict[str, bytes]) -> None:
        held.pop("manifest.json")
        if manifest is not None:
            held["manifest.json"] = manifest

    with pytest.raises(Unusable) as caught:
        rewritten(bundle, tmp_path / "x.zip", change)
    assert caught.value.findings[0].code == "E464"


def test_a_broken_zip_is_refused(bundle: Path, tmp_path: Path) -> None:
    broken = tmp_path / "x.zip"
    broken.write_bytes(bundle.read_bytes()[:-40])
    with pytest.raises(Unusable) as caught:
        verify_bundle(broken)
    assert caught.value.findings[0].code == "E464"
