"""The whole guide as one HTML file that opens without a network, pictures inside: ``python -m docs.book FILE``.

For officers who get a folder, not a repository: the offline folder holds it.
"""

from __future__ import annotations

import base64
import re
import sys
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

DOCS = Path(__file__).parent
PAGES = (
    DOCS / "huong-dan.md",
    *sorted((DOCS / "huong-dan").glob("*.md"), key=lambda path: int(path.stem.partition("-")[0])),
    DOCS / "kiem-tra.md",
    DOCS / "tham-dinh.md",
    DOCS / "ngoai-tuyen.md",
    DOCS / "nhanh.md",
)
STYLE = """\
body { font: 17px/1.55 "Noto Sans", "Segoe UI", Roboto, Arial, "Liberation Sans", sans-serif; color: #1c2733;
  max-width: 62rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
h1 { margin-top: 3rem; border-bottom: 3px solid #0b3d6b; padding-bottom: .3rem; color: #0b3d6b; }
h2 { margin-top: 2rem; }
pre { background: #f2f5f8; border: 1px solid #cdd6df; border-radius: 4px; padding: .7rem .9rem; overflow-x: auto;
  font-size: 14px; line-height: 1.35; }
pre, code { font-family: Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border: 1px solid #b9c4cf; padding: .35rem .6rem; text-align: left; vertical-align: top; }
th { background: #e8eef4; }
img { max-width: 100%; border: 1px solid #cdd6df; }
blockquote { margin: 1rem 0; padding: .2rem 1rem; border-left: 4px solid #cf8a00; background: #fff7e3; }
nav { background: #f2f5f8; padding: .6rem 1.2rem; border-radius: 4px; }
@media print { h1 { page-break-before: always; } nav { display: none; } pre, img, tr { page-break-inside: avoid; } }
"""
_COMMENT = re.compile(r"<!--.*?-->\n?", re.S)


def book() -> str:
    """The guide as one page."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    parts = [_section(path, reader) for path in PAGES]
    items = "".join(f'<li><a href="#{name(path)}">{escape(title(path))}</a></li>' for path in PAGES)
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title(PAGES[0]))}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        f'<nav aria-label="Mục lục"><ul>{items}</ul></nav>\n{"".join(parts)}</body>\n</html>\n'
    )


def name(path: Path) -> str:
    """The name by which links lead to a page."""
    return path.stem


def title(path: Path) -> str:
    """The heading of a page."""
    return path.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# ")


def _section(path: Path, reader: MarkdownIt) -> str:
    html = reader.render(_COMMENT.sub("", path.read_text(encoding="utf-8")))
    html = re.sub(r'<img src="([^"]+)"', lambda found: f'<img src="{_inside(path, found[1])}"', html)
    html = re.sub(r'<a href="([^"]+)">(.*?)</a>', lambda found: _link(path, found[1], found[2]), html, flags=re.S)
    return f'<section id="{name(path)}">\n{html}</section>\n'


def _inside(page: Path, target: str) -> str:
    content = base64.b64encode((page.parent / target).read_bytes()).decode()
    return f"data:image/png;base64,{content}"


def _link(page: Path, target: str, words: str) -> str:
    """A link within the book or to the network; what the book has not is named without one."""
    if target.startswith("https://"):
        return f'<a href="{target}">{words}</a>'
    found = (page.parent / target.partition("#")[0]).resolve()
    return f'<a href="#{name(found)}">{words}</a>' if found in PAGES else words


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(book(), encoding="utf-8", newline="\n")
