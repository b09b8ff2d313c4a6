"""What an officer reads beside the texts: the guide with its pictures as one file, and the page to print."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from docs.book import book  # noqa: E402

NAMES = ("HUONG-DAN.html", "TO-NHANH.docx", "TO-NHANH.pdf")


def write(folder: Path) -> None:
    """Write them into the folder."""
    guide, *pages = (folder / name for name in NAMES)
    guide.write_text(book(), encoding="utf-8", newline="\n")
    for page in pages:
        shutil.copyfile(ROOT / "docs" / f"nhanh{page.suffix}", page)
