"""Build ``examples/minh-hoa-hai-ke-hoach``: one commune of Chí Linh, its own figures, another commune's plan.

    python examples/build_two_plans.py [FOLDER]

A labelled demonstration of one set serving every plan: the facts are those of
``chi-linh-2023/units/bac-an.yaml``, line by line; only the plan differs, and with it the targets. Phú Sơn's plan
does not apply to this commune, so the file says so in its name, its comments and its report.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from build_chi_linh import Town, quoted
from small_evidence import evidence

from parindex.files.load import load_model
from parindex.model.unit import Unit
from parindex.scoring.derived import derive

ID = "bac-an"
PLAN = "phu-son-2023"
SOURCE = Path(__file__).parent / "chi-linh-2023" / "units" / f"{ID}.yaml"
NAME = "UBND xã Bắc An (MINH HỌA: chấm theo kế hoạch của phường Phú Sơn)"
HEAD = f"""\
# yaml-language-server: $schema=../../docs/schema/unit.json
# MINH HỌA, KHÔNG PHẢI HỒ SƠ CHẤM ĐIỂM: cùng số liệu giả định của examples/chi-linh-2023/units/{ID}.yaml, nhưng chấm
# theo kế hoạch của phường Phú Sơn để thấy chỉ tiêu khác thì điểm khác. Kế hoạch đó KHÔNG áp dụng cho xã Bắc An.
# SỐ LIỆU GIẢ ĐỊNH (examples/build_two_plans.py): không phải số liệu của đơn vị này.
kind: unit
format: 1
unit:
  id: {ID}-minh-hoa
  name: {quoted(NAME)}
  level: commune
  type: xã
  synthetic: true
year: 2023
"""
REPORT = """\
report:
  self:
    bases:
      - việc MINH HỌA một bộ tiêu chí cho hai kế hoạch (kế hoạch của phường Phú Sơn không áp dụng cho xã Bắc An)
"""


def text(source: Path) -> str:
    """The demonstration's file: the commune's own, with another plan in place of its plans and their tasks."""
    blocks = _blocks(source.read_text("utf-8"))
    unit, _ = load_model(source, Unit)
    done = derive(unit, Town().plans)["tasks-done"].ratio
    # The tasks are of the plans left out: their share is kept as the figure that the unit itself reports.
    share = [
        "  direction.tasks-done:   # tính từ mục tasks của tệp gốc",
        f"    values: {{numerator: {done.numerator}, denominator: {done.denominator}}}",
        "    as_of: 2023-12-14",
        "    evidence: [{doc: bc-nam, at: mục 1}]",
    ]
    blocks["facts"][1:1] = share
    kept = ("criteria", "documents", "facts", "reports", "inspections", "not_arising", "claims", "explanations")
    lines = [line for key in kept for line in blocks.get(key, [])]
    lines[1:1] = [f"plans: [{PLAN}]"]
    return "\n".join([HEAD.rstrip(), *lines, *blocks["previous"], REPORT])


def _blocks(whole: str) -> dict[str, list[str]]:
    """The lines of a file by their key at the top."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in whole.splitlines():
        if line and line[0] not in " #":
            key = line.partition(":")[0]
        found.setdefault(key, []).append(line)
    return found


def build(folder: Path) -> Path:
    """Write the demonstration and its evidence; the unit's file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{ID}-theo-phu-son.yaml"
    path.write_text(text(SOURCE), "utf-8", newline="\n")
    evidence(path)
    return path


if __name__ == "__main__":
    default = Path(__file__).parent / "minh-hoa-hai-ke-hoach"
    print(build(Path(sys.argv[1]) if len(sys.argv) > 1 else default))
