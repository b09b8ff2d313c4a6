"""The shipped example broken in many ways: each gives a located finding with the right code, and no traceback.

The same text with a byte order mark or Windows line ends stays good.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "phu-son-2023"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example with a set and a plan of its own, which a check finds in order."""
    folder = tmp_path_factory.mktemp("kho")
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    (folder / "parindex.yaml").write_text(
        "kind: project\nformat: 1\nid: kho\ntitle: Kho\nyear: 2023\ncriteria: cap-xa-2023\nunits: [unit.yaml]\n"
    )
    for kind, name in (("criteria", "cap-xa-2023"), ("plans", "phu-son-2023")):
        (folder / kind).mkdir()
        text = (ROOT / kind / f"{name}.yaml").read_text(encoding="utf-8")
        own = text.replace(f"\nid: {name}\n", f"\nid: rieng-{name}\n")
        (folder / kind / "rieng.yaml").write_text(own, encoding="utf-8")
    unit = folder / "unit.yaml"
    text = unit.read_text(encoding="utf-8")
    text = text.replace("\ncriteria: cap-xa-2023\n", "\ncriteria: rieng-cap-xa-2023\n")
    text = text.replace("phu-son-2023:", "rieng-phu-son-2023:")
    text = text.replace("plans: [phu-son-2023]", "plans: [rieng-phu-son-2023]")
    unit.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def kho(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kho"
    shutil.copytree(original, folder)
    monkeypatch.chdir(folder)
    return folder


def found(result: Result) -> list[dict[str, object]]:
    assert result.code in (0, 1), result.err
    assert "Traceback" not in result.err
    findings: list[dict[str, object]] = json.loads(result.out)["findings"]
    return findings


BASELINE = {"W520", "W611", "W513", "W416"}
"""What the example says of itself when nothing is broken; none of it is an error."""


def test_the_repository_is_in_order(parindex: Run, kho: Path) -> None:
    assert {each["code"] for each in found(parindex("check", "--json"))} <= BASELINE


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_good_variants_stay_good(parindex: Run, kho: Path, mark: bytes, end: bytes) -> None:
    before = found(parindex("check", "--json"))
    for path in (kho / "unit.yaml", kho / "criteria/rieng.yaml", kho / "plans/rieng.yaml", kho / "parindex.yaml"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", end))
    after = found(parindex("check", "--json"))
    assert [(each["code"], each["line"], each["column"]) for each in after] == [
        (each["code"], each["line"], each["column"]) for each in before
    ]


U, C, P, J = "unit.yaml", "criteria/rieng.yaml", "plans/rieng.yaml", "parindex.yaml"
TEXT: list[tuple[str, str, str, str]] = [
    # delete
    (U, "\nyear: 2023\n", "\n", "E201"),
    (U, "\nkind: unit\n", "\n", "E201"),
    (U, "    form: administrative\n    number: 05/KH-UBND\n", "    number: 05/KH-UBND\n", "E201"),
    (U, "    title: Kế hoạch cải cách hành chính năm 2023\n", "", "E201"),
    (C, "\nscale: 100\n", "\n", "E201"),
    (P, "\nissuer: UBND phường Phú Sơn\n", "\n", "E201"),
    (J, "criteria: cap-xa-2023\n", "", "E201"),
    # retype
    (U, "\nyear: 2023\n", "\nyear: hai ba\n", "E228"),
    (U, "\nyear: 2023\n", "\nyear: [2023]\n", "E228"),
    (U, "\nyear: 2023\n", "\nyear:\n", "E227"),
    (U, "numerator: 1164", "numerator: một nghìn", "E203"),
    (U, "numerator: 1164", 'numerator: "1.164,0"', "E204"),
    (U, "numerator: 1164", f"numerator: {'9' * 40}", "E205"),
    (U, "date: 2023-01-12\n    issuer", "date: 12/01/2023\n    issuer", "E207"),
    (U, "date: 2023-01-12\n    issuer", "date: 2023-02-30\n    issuer", "E208"),
    (U, "date: 2023-01-12\n    issuer", "date: hôm qua\n    issuer", "E206"),
    (U, "synthetic: true", "synthetic: có", "E209"),
    (U, "plans: [rieng-phu-son-2023]", "plans: rieng-phu-son-2023", "E224"),
    (U, "plans: [rieng-phu-son-2023]", "plans: {a: b}", "E224"),
    (U, "documents:\n", "documents: [a]\nreport_x:\n", "E225"),
    (U, "name: UBND phường Phú Sơn", "name: [UBND]", "E226"),
    (C, "scale: 100", "scale: trăm", "E203"),
    # rename
    (U, "\nyear: 2023\n", "\nyaer: 2023\n", "E202"),
    (U, "    form: administrative\n", "    forms: administrative\n", "E202"),
    (U, "level: commune", "level: xã", "E220"),
    (U, "form: administrative", "form: hành chính", "E220"),
    (U, "\nkind: unit\n", "\nkind: units\n", "E233"),
    (U, "\nformat: 1\n", "\nformat: 9\n", "E234"),
    (U, "criteria: rieng-cap-xa-2023", "criteria: rieng-cap-xa-2032", "E301"),
    (U, "plans: [rieng-phu-son-2023]", "plans: [rieng-phu-son-2032]", "E302"),
    (U, "  tthc.on-time:", "  tthc.on-tme:", "E303"),
    (U, "  tthc.on-time:", "  TTHC đúng hạn:", "E211"),
    (U, "  kh-05:\n", "  kh-05b:\n", "E305"),
    (U, "  3.1.2: 0.5", "  3.1.99: 0.5", "E304"),
    (C, "kind: proportional", "kind: proportionl", "E229"),
    (C, "indicator: tthc.on-time", "indicator: tthc.on-tme", "E303"),
    (J, "criteria: cap-xa-2023", "criteria: cap-xa", "E301"),
    # duplicate
    (U, "\nyear: 2023\n", "\nyear: 2023\nyear: 2023\n", "E112"),
    (U, "plans: [rieng-phu-son-2023]", "plans: [rieng-phu-son-2023, rieng-phu-son-2023]", "W706"),
    (U, "number: 08/KH-UBND\n    date: 2023-01-19", "number: 05/KH-UBND\n    date: 2023-01-19", "W522"),
    (P, "\nid: rieng-phu-son-2023\n", "\nid: chi-linh-2023\n", "E308"),
    # reorder
    (C, "data_period: {from: 2022-12-15, to: 2023-12-14}", "data_period: {from: 2023-12-14, to: 2022-12-15}", ""),
    # out of range
    (U, "\nyear: 2023\n", "\nyear: 1023\n", "E221"),
    (U, "numerator: 1164", "numerator: -1164", "E221"),
    (U, "numerator: 1164", "numerator: 11640", "W501"),
    (U, "pages: 2", "pages: 0", "E221"),
    (U, "  3.1.2: 0.5", "  3.1.2: 50", "W606"),
    # wrong level, wrong year
    (U, "level: commune", "level: district", "W701"),
    (U, "\nyear: 2023\n", "\nyear: 2024\n", "W702"),
    (U, "number: 05/KH-UBND\n    date: 2023-01-12", "number: 05/KH-UBND\n    date: 2021-01-12", "W515"),
    # files
    (U, "file: minh-chung/05-kh-ubnd.pdf", "file: minh-chung/05-kh-ubn.pdf", "E401"),
    (U, "file: minh-chung/05-kh-ubnd.pdf", "file: minh-chung/05-KH-UBND.pdf", "E411"),
    (U, "file: minh-chung/05-kh-ubnd.pdf", "file: /minh-chung/05-kh-ubnd.pdf", "E403"),
    (U, "file: minh-chung/05-kh-ubnd.pdf", "file: ../05-kh-ubnd.pdf", "E404"),
    (U, "file: minh-chung/05-kh-ubnd.pdf", "file: minh-chung", "E407"),
    (U, "file: minh-chung/05-kh-ubnd.pdf", "file: minh-chung\\05-kh-ubnd.pdf", "E409"),
    (U, "number: 05/KH-UBND", "number: 05-KH/UBND", "W516"),
    (U, "    number: 05/KH-UBND\n", "", "W517"),
    # what YAML has and we refuse
    (U, "\nyear: 2023\n", "\nyear: &nam 2023\n", "E113"),
    (U, "\nyear: 2023\n", "\nyear: *nam\n", ""),
    (U, "\nyear: 2023\n", "\nyear: !!int 2023\n", ""),
    (U, "unit:\n  id", "unit:\n  <<: {a: b}\n  id", ""),
    (U, "unit:\n  id", "unit:\n\tid", "E111"),
    (U, "\nyear: 2023\n", "\nyear: 2023\n---\na: b\n", "E117"),
    (U, "\nyear: 2023\n", f"\nyear: {'[' * 60}{']' * 60}\n", "E118"),
    (U, "\nyear: 2023\n", '\nyear: "2023\n', ""),
    (U, "\nyear: 2023\n", "\nyear: {2023\n", ""),
    (U, "name: UBND phường Phú Sơn", f"name: {'a' * 5000}", "E223"),
    (U, "name: UBND phường Phú Sơn", 'name: ""', "E222"),
    (U, "name: UBND phường Phú Sơn", "name: UBND\x0b", "E107"),
    (U, "name: UBND phường Phú Sơn", "name: UBND\u2028", "E109"),
]


@pytest.mark.parametrize(("file", "old", "new", "code"), TEXT, ids=[f"{file}-{new[:30]!r}" for file, _, new, _ in TEXT])
def test_a_changed_text(parindex: Run, kho: Path, file: str, old: str, new: str, code: str) -> None:
    path = kho / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    located(found(parindex("check", "--json")), file, code)


def located(findings: list[dict[str, object]], file: str, code: str) -> None:
    new = [each for each in findings if each["code"] not in BASELINE]
    assert new, "nothing was found"
    if code:
        assert code in {each["code"] for each in new}
        new = [each for each in new if each["code"] == code]
    assert all(each["line"] and each["column"] for each in new)
    assert file in {each["file"] for each in new}


def write(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content) and None  # type: ignore[func-returns-value]


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "b")


def linked(path: Path) -> None:
    path.unlink()
    path.symlink_to(ROOT / "README.md")


EVIDENCE = "minh-chung/05-kh-ubnd.pdf"
DISK: list[tuple[str, str, Callable[[Path], object], str, str]] = [
    ("missing", EVIDENCE, lambda path: path.unlink(), U, "E401"),
    ("empty", EVIDENCE, write(b""), U, "E406"),
    ("zip renamed", EVIDENCE, zipped, U, "E412"),
    ("program renamed", EVIDENCE, write(b"MZ\x90"), U, "E412"),
    ("swapped", EVIDENCE, lambda path: shutil.copy(path.parent / "08-kh-ubnd.pdf", path), U, "W415"),
    ("link out", EVIDENCE, linked, U, "E405"),
    ("damaged", "minh-chung/12-kh-ubnd.docx", write(b"PK\x03\x04"), U, "E413"),
    ("orphan", "minh-chung/thua.pdf", write(b"%PDF-1.7"), "minh-chung/thua.pdf", "W414"),
    ("UTF-16", U, write("kind: unit\n".encode("utf-16")), U, "E106"),
    ("Windows-1258", U, write(b"kind: unit\ntitle: \xd0\xf4ng\n"), U, "E106"),
    ("NUL", U, write(b"kind: unit\n\x00"), U, "E105"),
    ("empty file", U, write(b""), U, "E108"),
    ("only a comment", U, write(b"# a\n"), U, "E108"),
    ("a list", U, write(b"- kind: unit\n"), U, "E235"),
    ("too long", U, write(b"kind: unit\n" + b"#" * (5 * 1024 * 1024)), U, "E104"),
    ("a plan in its place", U, lambda path: shutil.copy(path.parent / P, path), U, ""),
    ("half of it", U, lambda path: path.write_bytes(path.read_bytes()[:5003]), U, ""),
    ("the plan is no YAML", P, write(b"kind: plan\n  id: x: y\n"), P, ""),
    ("the set is no YAML", C, write(b"kind: criteria\n}\n"), C, ""),
]


@pytest.mark.parametrize(("name", "file", "change", "told", "code"), DISK, ids=[each[0] for each in DISK])
def test_a_changed_file(
    parindex: Run, kho: Path, name: str, file: str, change: Callable[[Path], object], told: str, code: str
) -> None:
    change(kho / file)
    arguments = ("unit.yaml",) if name == "a plan in its place" else ()
    findings = [each for each in found(parindex("check", "--json", *arguments)) if each["code"] not in BASELINE]
    if name == "a plan in its place":
        return
    assert told in {each["file"] for each in findings if not code or each["code"] == code}
    if code and code not in ("W414", "E104"):
        assert all(each["line"] for each in findings if each["code"] == code)


def test_accents_composed_otherwise_on_disk(parindex: Run, kho: Path) -> None:
    import unicodedata

    path = kho / U
    name = "05-kế-hoạch.pdf"
    (kho / EVIDENCE).rename(kho / "minh-chung" / unicodedata.normalize("NFD", name))
    text = path.read_text(encoding="utf-8").replace(EVIDENCE, f"minh-chung/{name}")
    path.write_text(text, encoding="utf-8")
    located(found(parindex("check", "--json", "unit.yaml")), U, "E402")


def test_there_are_enough_ways() -> None:
    assert len(TEXT) + len(DISK) >= 60
    assert all(re.fullmatch(r"[EW]\d{3}|", code) for *_, code in [(each[3],) for each in TEXT])
