"""Make the pictures of the guide again: ``python -m docs.pictures``; with ``--check`` only say which are out of date.

Every picture shows what the real commands make of the shipped examples. ``docs/images/nguon.json`` records what each
was made from, so that only pictures whose content changed are made anew, and a check needs neither LibreOffice nor a
browser. ``--all`` makes every picture anew. Making needs the Debian packages libreoffice-writer, libreoffice-calc,
poppler-utils, chromium, chromium-driver and fonts-liberation2, whose letters stand in for Times New Roman and Arial.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from docs.picture_making import Office, Page, Picture, Print, Sheet, View, fonts_lacking, palette, web_pictures

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
RECORD = IMAGES / "nguon.json"

FORM, REPORT, RANKING, SITE = "bieu-mau.xlsx", "bao-cao.docx", "ket-qua/ranking.xlsx", "ket-qua/html"
SUBMISSION = "phu-son-2023/ho-so-phu-son-2023"
PICTURES: dict[str, Picture] = {
    "bieu-mau-huong-dan": Sheet(FORM, "Biểu mẫu tự chấm điểm"),
    "bieu-mau-so-lieu": Sheet(FORM, "Lĩnh vực 3", part=(0, 0, 0.643, 0.46)),
    "bieu-mau-minh-chung": Sheet(FORM, "Lĩnh vực 3", part=(0.388, 0, 1, 0.46)),
    "bieu-mau-tai-lieu": Sheet(FORM, "Tài liệu kiểm chứng", part=(0, 0, 1, 0.4)),
    "bieu-mau-quy": Sheet(FORM, "Số liệu từng quý", part=(0, 0, 1, 0.83)),
    "bieu-mau-bao-cao": Sheet(FORM, "Báo cáo định kỳ", part=(0, 0, 1, 0.5)),
    "bieu-mau-in-bao-cao": Sheet(FORM, "Những gì báo cáo Word in", part=(0, 0, 1, 0.6)),
    "bao-cao-trang-1": Page(REPORT, "CỘNG HÒA XÃ HỘI"),
    "bao-cao-phu-luc-1": Page(REPORT, "Phụ lục I\n"),
    "bao-cao-phu-luc-2": Page(REPORT, "Phụ lục II\n"),
    "so-tham-dinh": Sheet(f"{SUBMISSION}/tham-dinh-phong-tu-phap.xlsx", "thẩm định lần 1", part=(0, 0, 1, 0.5)),
    "bang-xep-hang-excel": Sheet(RANKING, "Các phường", part=(0, 0, 1, 0.81)),
    "trang-web-xep-hang": View(f"{SITE}/index.html", 1180, 1100),
    "trang-web-don-vi": View(f"{SITE}/don-vi/sao-do.html", 1180, 1000),
    "trang-web-ban-do-nhiet": View(f"{SITE}/ban-do-nhiet/nhom-1.html", 1180, 860),
    "nhanh": Print("nhanh.docx"),
}
_UNSEEN = re.compile(rb"[0-9a-f]{64}|<f>.*?</f>", re.S)
"""Digests of files in the hidden sheet of a workbook, and formulas, whose values count: not part of what is seen."""
COMMANDS = (
    ("form", "export", "phu-son-2023/unit.yaml", "-o", FORM),
    ("report", "phu-son-2023/unit.yaml", "--docx", "-o", REPORT),
    ("submit", "phu-son-2023/unit.yaml", "--on", "2023-12-20"),
    ("appraise", "start", f"{SUBMISSION}/ho-so.yaml"),
    ("batch", "chi-linh-2023", "-o", "ket-qua", "--html"),
)
"""What is typed in a folder that holds copies of the examples."""


def run_commands(folder: Path) -> None:
    """Copy the examples into a folder and type the commands there."""
    shutil.copyfile(ROOT / "docs" / "nhanh.docx", folder / "nhanh.docx")
    for example in ("phu-son-2023", "chi-linh-2023"):
        shutil.copytree(ROOT / "examples" / example, folder / example)
    for command in COMMANDS:
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "parindex", *command], cwd=folder, check=True, capture_output=True
        )


def inputs(folder: Path, picture: Picture) -> str:
    """The digest of all that a picture is made from: its source's content, and how it is taken."""
    whole = hashlib.sha256(repr(picture).encode())
    source = folder / picture.source
    if source.suffix in (".xlsx", ".docx"):
        with zipfile.ZipFile(source) as package:
            for name in sorted(package.namelist()):
                whole.update(name.encode() + _UNSEEN.sub(b"", package.read(name)))
    else:
        for path in (source, *sorted((folder / SITE).glob("site.*"))):
            whole.update(path.read_bytes())
    return whole.hexdigest()


def place(name: str) -> Path:
    """Where a picture, or what is to be printed, lies."""
    return ROOT / "docs" / f"{name}.pdf" if isinstance(PICTURES[name], Print) else IMAGES / f"{name}.png"


def recorded() -> dict[str, dict[str, str]]:
    """What the pictures that are there were made from, and their own digests."""
    return json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}


def stale(folder: Path) -> list[str]:
    """Pictures that are missing, that were changed by hand, or whose sources are no longer what they show."""
    known = recorded()
    return [
        name
        for name, picture in PICTURES.items()
        if known.get(name) != {"inputs": inputs(folder, picture), "picture": digest(place(name))}
    ]


def digest(path: Path) -> str:
    """The digest of a file; empty when there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def make(folder: Path, names: list[str]) -> None:
    """Make some pictures and record what they were made from."""
    office = Office(folder)
    taken: dict[str, bytes] = web_pictures(folder, {name: PICTURES[name] for name in names})
    known = {name: each for name, each in recorded().items() if name in PICTURES}
    for name in names:
        picture = PICTURES[name]
        match picture:
            case View():
                content = palette(taken[name])
            case Print():
                content = office.pdf(folder / picture.source).read_bytes()
            case Sheet() | Page():
                content = palette(office.picture(folder, picture))
        place(name).write_bytes(content)
        known[name] = {"inputs": inputs(folder, picture), "picture": hashlib.sha256(content).hexdigest()}
    RECORD.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Make the pictures that are out of date; with ``--check`` name them and give 1 when there are any."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        run_commands(folder)
        names = list(PICTURES) if "--all" in arguments else stale(folder)
        left = sorted({path.stem for path in IMAGES.glob("*.png")} - set(PICTURES))
        for path in (*map(place, names), *(IMAGES / f"{name}.png" for name in left)):
            print(path.relative_to(ROOT).as_posix())
        if "--check" in arguments:
            if names or left:
                print("remake the pictures: make docs-pictures")
            return 1 if names or left else 0
        if names and (lacking := fonts_lacking()):
            print(f"no Vietnamese letters in {', '.join(lacking)}: install the Debian package fonts-liberation2")
            return 1
        if names:
            make(folder, names)
        for name in left:
            (IMAGES / f"{name}.png").unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
