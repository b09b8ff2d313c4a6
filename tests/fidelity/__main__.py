"""``python -m tests.fidelity SOURCES_DIR [PLAN_ID …]``: exit 0 all agree, 1 problems, 2 nothing to check."""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import ValidationError

from parindex.files.unusable import Unusable

from .check import Report, check_plan
from .folding import load_faults
from .load import read_plan

ROOT = Path(__file__).resolve().parents[2]
FAULTS = Path(__file__).with_name("faults.yaml")


def check_file(path: Path, sources: Path) -> Report:
    """Check one plan file; a plan or a source that cannot be read is a problem of its report."""
    try:
        plan = read_plan(path)
        source = (sources / plan.source).read_text(encoding="utf-8")
    except ValidationError as error:
        places = [(".".join(map(str, each["loc"])), each["msg"]) for each in error.errors()]
        return Report(path.stem, [f"{path.stem}: {place}: {message}" for place, message in places])
    except (Unusable, OSError, UnicodeDecodeError) as error:
        return Report(path.stem, [f"{path.stem}: {' '.join(str(error).split())}"])
    return check_plan(plan, source, load_faults(FAULTS))


def main(arguments: list[str]) -> int:
    """Print one line per problem, then one summary per plan."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    sources, wanted = Path(arguments[0]), arguments[1:]
    paths = [path for path in sorted((ROOT / "plans").glob("*.yaml")) if not wanted or path.stem in wanted]
    missing = set(wanted) - {path.stem for path in paths}
    if missing or not paths:
        print(f"no such plan: {', '.join(sorted(missing)) or ROOT / 'plans'}", file=sys.stderr)
        return 2
    reports = [check_file(path, sources) for path in paths]
    for report in reports:
        for problem in report.problems:
            print(problem)
    for report in reports:
        print(report.summary)
    return 1 if any(report.problems for report in reports) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
