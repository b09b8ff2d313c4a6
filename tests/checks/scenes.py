"""Carry out the scenes of the registry: what stands there before the first step, and each step."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter
from lxml import etree

from parindex.checks.scene import Start, Step
from parindex.files.library import data_folder
from parindex.jobs.batch_outputs import CACHE, STATE
from parindex.values.findings import Route
from tests.jobs import typed
from tests.jobs.handing_in import ready
from tests.jobs.making import write
from tests.jobs.test_verify_pdf import Authority, pdf, sign
from tests.jobs.typed import MAIN

Type = Callable[[str], None]
"""Types a command, which must do what it is asked for."""

COUNCIL = "Hội đồng thẩm định"
ENTRIES = {
    "tham-dinh-van-phong-hdnd-va-ubnd": ("vp-1", "1.1", "Văn phòng HĐND và UBND", "agree: true"),
    "tham-dinh-phong-tu-phap": ("tp-1", "1.2", "Phòng Tư pháp", "agree: true"),
    "tham-dinh-hoi-dong-tham-dinh": ("hd-1", "2.1", COUNCIL, "score: 4.5"),
}
FILES = " ".join(f"nop/{name}.yaml" for name in ENTRIES)


def prepare(start: Start, root: Path, type_: Type) -> None:
    """What there is before the first step; the working folder is ``root``."""
    match start:
        case "repository":
            ready(root)
        case "form":
            ready(root)
            text = (root / "units" / "a.yaml").read_text(encoding="utf-8")
            write(root / "units" / "b.yaml", text.replace("id: a,", "id: b,").replace(": thu\n", ": cap-xa-2023\n"))
            for name in ("a", "b"):
                type_(f"parindex form export units/{name}.yaml -o units/{name}.xlsx")
        case "submitted":
            ready(root)
            type_("parindex submit units/a.yaml -o nop --on 2023-12-20")
        case "appraised":
            prepare("submitted", root, type_)
            type_(f"parindex appraise start nop/ho-so.yaml --council '{COUNCIL}'")
            for name, (id_, code, agency, act) in ENTRIES.items():
                add(root, f"nop/{name}.yaml", entry(id_, code, agency, act))
        case "books":
            prepare("submitted", root, type_)
            type_(f"parindex appraise start nop/ho-so.yaml --council '{COUNCIL}'")
            head = {("*", "date"): date(2024, 1, 10), ("*", "post"): "Chuyên viên"}
            typed.fill(root / "nop" / "tham-dinh-phong-tu-phap.xlsx", head)
        case "merged":
            prepare("appraised", root, type_)
            type_(f"parindex appraise merge {FILES} -o nop/tham-dinh.yaml --on 2024-01-20")
        case "asked":
            prepare("appraised", root, type_)
            asked(root, type_)
        case "survey":
            for name in ("phieu.csv", "anh-xa.yaml"):
                shutil.copy(data_folder() / "examples" / "khao-sat" / name, root)
            shutil.copytree(data_folder() / "examples" / "phu-son-2023", root, dirs_exist_ok=True)
        case "bundle":
            ready(root)
            type_("parindex report units/a.yaml --bundle -o goi.zip")
        case "signed":
            prepare("submitted", root, type_)
            signed(root)


def entry(id_: str, code: str, agency: str, act: str) -> str:
    by = f"{{agency: {agency}, post: Chuyên viên}}"
    return f'  - {{id: {id_}, round: 1, code: "{code}", by: {by}, date: 2024-01-10, reason: Đối chiếu, {act}}}\n'


def asked(root: Path, type_: Type) -> None:
    justice = "nop/tham-dinh-phong-tu-phap.yaml"
    add(root, justice, entry("tp-2", "1.2", "Phòng Tư pháp", "request: Bổ sung công văn gửi"))
    type_(f"parindex appraise merge {FILES} -o nop/tham-dinh.yaml --on 2024-01-20")
    type_("parindex appraise answer nop/tham-dinh.yaml -o nop/giai-trinh.yaml")
    write(root / "nop" / "cv-3.txt", "Công văn số 3/CV-UBND\n")
    text = (root / "nop" / "giai-trinh.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("#  - to: tp-2\n")
    block = rest.partition("\n\n")[0].replace("#    ", "    ").replace("post: …", "post: Công chức")
    block = block.replace("text: …", "text: Đã gửi").replace("evidence: []", "evidence: [{doc: bs-1}]")
    added = "documents: {bs-1: {form: administrative, number: 3/CV-UBND, title: Công văn, file: cv-3.txt}}"
    head = head.replace("documents: {}", added).replace("answers: []", "answers:")
    write(root / "nop" / "giai-trinh.yaml", head + "  - to: tp-2\n" + block + "\n")


def signed(root: Path) -> None:
    authority = Authority(root, "ca")
    (root / "bao-cao.pdf").write_bytes(sign(pdf(), authority.signer("Tran Van B")))
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", root / "khoa"], check=True)
    subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-q", "-f", root / "khoa", "-n", "parindex", root / "nop" / "ho-so.yaml"],
        check=True,
        capture_output=True,
    )
    public = (root / "khoa.pub").read_text(encoding="utf-8")
    (root / "nguoi-ky").write_text(f"a@phuson.example {public}", encoding="utf-8")


def carry_out(step: Step, root: Path) -> None:
    """Do what a step says; commands are typed by whoever calls this."""
    DONE[step.act](root, *step.given)


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text, f"{file} has no {old!r}"
    write(root / file, text.replace(old, new))


def add(root: Path, file: str, text: str) -> None:
    before = (root / file).read_text(encoding="utf-8")
    if text.startswith("  - "):
        before = before.replace("entries: []\n", "entries:\n")
    write(root / file, before + text)


def put(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    write(root / file, text)


def link(root: Path, file: str, to: str) -> None:
    (root / file).symlink_to(root / to if not to.startswith("/") else to)


def begin(root: Path, file: str, digits: str) -> None:
    (root / file).write_bytes(bytes.fromhex(digits) + (root / file).read_bytes())


def encode(root: Path, file: str, encoding: str) -> None:
    (root / file).write_bytes((root / file).read_text(encoding="utf-8").encode(encoding))


def decompose(root: Path, file: str) -> None:
    (root / file).rename(root / unicodedata.normalize("NFD", file))


def route(at: str) -> Route:
    """The route of a cell's name: ``tthc.on-time.numerator``, ``documents.bc-2.form``."""
    if "/" in at:
        return tuple(at.split("/"))
    if at.startswith("documents."):
        return tuple(at.split(".", 2))
    parts = re.fullmatch(r"(?P<id>[a-z]+\.[a-z-]+)\.(?P<rest>.+)", at)
    assert parts is not None, at
    rest = parts["rest"].split(".")
    keys = [int(each) if each.isdigit() else each for each in rest]
    inside = () if rest[0] in ("evidence", "as_of", "conducted_by") else ("values",)
    return ("facts", parts["id"], *inside, *keys)


def cell(root: Path, file: str, at: str, value: str) -> None:
    number = re.fullmatch(r"-?\d+(\.\d+)?", value)
    # What looks like a number is typed as text where it can be read in two ways: that is how Word leaves it.
    plain = number is not None and not re.fullmatch(r"\d\.\d{3}", value)
    typed.fill(root / file, {route(at): float(value) if plain else value or None})


def reshaped(root: Path, file: str, at: str, change: Callable[[Any, int], None]) -> None:
    sheet, reference = typed.place(root / file, route(at))
    row = int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    typed.reshape(root / file, lambda name, tree: change(tree, row) if name == sheet else None)


def delete_row(root: Path, file: str, at: str) -> None:
    def change(tree: Any, row: int) -> None:
        gone = next(each for each in tree.iter(f"{MAIN}row") if each.get("r") == str(row))
        gone.getparent().remove(gone)

    reshaped(root, file, at, change)


def double_row(root: Path, file: str, at: str) -> None:
    """The hidden cell that says which row it is stands twice."""

    def change(tree: Any, row: int) -> None:
        rows = {int(each.get("r")): each for each in tree.iter(f"{MAIN}row")}
        first = next(iter(rows[row]))
        extra = etree.SubElement(tree.find(f"{MAIN}sheetData"), f"{MAIN}row", r="900")
        copied = etree.fromstring(etree.tostring(first))
        copied.set("r", "A900")
        extra.append(copied)

    reshaped(root, file, at, change)


def merge_cells(root: Path, file: str, at: str) -> None:
    reference = typed.place(root / file, route(at))[1]
    column, row = reference.rstrip("0123456789"), int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))

    def change(tree: Any, _: int) -> None:
        etree.SubElement(tree.find(f"{MAIN}mergeCells"), f"{MAIN}mergeCell", ref=f"{column}{row}:{column}{row + 1}")

    reshaped(root, file, at, change)


def empty_sheet(root: Path, file: str, name: str) -> None:
    typed.reshape(
        root / file,
        lambda sheet, tree: tree.find(f"{MAIN}sheetData").__setitem__(slice(None), []) if sheet == name else None,
    )


def foreign_sheet(root: Path, file: str, name: str) -> None:
    """A sheet that does not bear the mark of the form."""

    def change(sheet: str, tree: Any) -> None:
        if sheet == "Hướng dẫn":
            data = tree.find(f"{MAIN}sheetData")
            data.remove(data[0])

    typed.reshape(root / file, change, rename=lambda sheet: name if sheet == "Hướng dẫn" else sheet)


def far(root: Path, file: str, name: str, reference: str) -> None:
    def change(sheet: str, tree: Any) -> None:
        if sheet == name:
            number = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            row = etree.SubElement(tree.find(f"{MAIN}sheetData"), f"{MAIN}row", r=number)
            etree.SubElement(etree.SubElement(row, f"{MAIN}c", r=reference), f"{MAIN}v").text = "1"

    typed.reshape(root / file, change)


def sorted_apart(root: Path, file: str, name: str) -> None:
    def change(sheet: str, tree: Any) -> None:
        cells = {cell.get("r"): cell for cell in tree.iter(f"{MAIN}c")} if sheet == name else {}
        for one, other in ((cells.get(f"{column}6"), cells.get(f"{column}7")) for column in "BCDEFGHIJKL"):
            if one is None or other is None:
                continue
            one[:], other[:] = list(other), list(one)
            kinds = one.get("t"), other.get("t")
            for cell, kind in zip((other, one), kinds, strict=True):
                cell.attrib.pop("t", None)
                if kind is not None:
                    cell.set("t", kind)

    typed.reshape(root / file, change)


def hidden(root: Path, file: str, value: str) -> None:
    def change(sheet: str, tree: Any) -> None:
        if sheet == "parindex":
            found = next(each for each in tree.iter(f"{MAIN}c") if each.get("r") == "B2")
            found.set("t", "str")
            found[:] = []
            etree.SubElement(found, f"{MAIN}v").text = value

    typed.reshape(root / file, change)


def workbook(root: Path, file: str) -> None:
    with xlsxwriter.Workbook(root / file) as book:
        book.add_worksheet("Lĩnh vực 1").write(0, 0, "1.1")


def macro(root: Path, file: str) -> None:
    with zipfile.ZipFile(root / file, "a") as package:
        package.writestr("xl/vbaProject.bin", b"")


def legacy(root: Path, file: str) -> None:
    """As far as it is looked at: a compound file."""
    (root / file).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def password(root: Path, file: str) -> None:
    """As far as it is looked at: the package is inside a compound file."""
    (root / file).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


def picture(root: Path, file: str, size: str) -> None:
    with zipfile.ZipFile(root / file, "a") as package:
        package.writestr("xl/media/image1.png", bytes(int(size) << 20), zipfile.ZIP_STORED)


HELD: list[sqlite3.Connection] = []
"""What another run would hold; who carries the steps out lets go of it."""


def hold(root: Path, folder: str) -> None:
    HELD.append(sqlite3.connect(root / folder / STATE / CACHE))
    HELD[-1].execute("BEGIN EXCLUSIVE")


def members(root: Path, file: str, change: Callable[[dict[str, bytes]], object]) -> None:
    with zipfile.ZipFile(root / file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    with zipfile.ZipFile(root / file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def older(root: Path, folder: str, points: str, code: str) -> None:
    """The sheet as another version would have made it, under the digest that the manifest has."""
    sheet, manifest = root / folder / "phieu-diem.json", root / folder / "ho-so.yaml"
    before = sheet.read_bytes()
    data = json.loads(before)
    for line in (line for domain in data["lines"] for line in domain["children"] if line["code"] == code):
        line |= {"computed": points, "self": points, "final": points}
    sheet.write_bytes(json.dumps(data, ensure_ascii=False).encode())
    digests = [hashlib.sha256(content).hexdigest() for content in (before, sheet.read_bytes())]
    change(root, manifest.relative_to(root).as_posix(), *digests)


def flip(root: Path, file: str) -> None:
    content = (root / file).read_bytes()
    assert b"/Contents" in content
    (root / file).write_bytes(content.replace(b"%PDF-1.3", b"%PDF-1.4", 1))


DONE: Mapping[str, Callable[..., object]] = {
    "write": put,
    "add": add,
    "change": change,
    "copy": lambda root, file, to: shutil.copy(root / file, root / to),
    "delete": lambda root, file: (root / file).unlink(),
    "link": link,
    "pipe": lambda root, file: os.mkfifo(root / file),
    "repeat": lambda root, file, line, times: add(root, file, f"{line}\n" * int(times)),
    "bytes": begin,
    "encode": encode,
    "decompose": decompose,
    "cell": cell,
    "cell-date": lambda root, file, at, day: typed.fill(root / file, {route(at): typed.Day(date.fromisoformat(day))}),
    "cell-percent": lambda root, file, at, value: typed.fill(root / file, {route(at): typed.Percent(float(value))}),
    "cell-error": lambda root, file, at, value: typed.fill(root / file, {route(at): typed.Error(value)}),
    "cell-merge": merge_cells,
    "row-delete": delete_row,
    "row-double": double_row,
    "sheet-empty": empty_sheet,
    "sheet-foreign": foreign_sheet,
    "cell-far": far,
    "columns-sorted": sorted_apart,
    "hidden": hidden,
    "workbook": workbook,
    "legacy": legacy,
    "macro": macro,
    "picture": picture,
    "hold": hold,
    "password": password,
    "member-change": lambda root, file, name: members(root, file, lambda parts: parts.update({name: b"khac"})),
    "member-delete": lambda root, file, name: members(root, file, lambda parts: parts.pop(name)),
    "member-add": lambda root, file, name: members(root, file, lambda parts: parts.update({name: b""})),
    "older": older,
    "pdf": lambda root, file: (root / file).write_bytes(pdf()),
    "pdf-append": lambda root, file: (root / file).write_bytes((root / file).read_bytes() + b"\n%% sua\n"),
    "pdf-flip": flip,
}
"""By the name of the act."""
