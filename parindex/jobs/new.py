"""New repositories and files to begin with; what they say passes ``parindex check``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from parindex import __version__
from parindex.files.folders import make_folder
from parindex.files.library import Library, data_folder
from parindex.files.write import write_bytes
from parindex.jobs import new_surroundings as around
from parindex.jobs.schema import schema_text
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.kinds import KINDS
from parindex.values.facts import Measure

KEYS: Mapping[Measure, tuple[str, ...]] = {
    "ratio": ("numerator", "denominator"),
    "percent": ("percent",),
    "count": ("count",),
    "amount": ("amount",),
    "yes-no": ("answer",),
    "date": ("date",),
    "reports": (),
    "checklist": ("done",),
    "survey": ("numerator", "denominator"),
    "rank": ("rank",),
}
"""The figures that a unit enters first, by measure."""

_EXAMPLES = data_folder() / "examples"

SCHEMAS = "schema"
"""The folder of schemas in a new repository."""


def write_new(folder: Path, files: Mapping[str, str | bytes], *, force: bool = False) -> None:
    """Write files below a folder, all or, where one is in the way, none; raises ``Unusable`` (E141, E142)."""
    if not force:
        for name in files:
            if os.path.lexists(folder / name):
                write_bytes(folder / name, b"")  # refuses in its own words
    for name, content in files.items():
        make_folder((folder / name).parent)
        write_bytes(folder / name, content.encode() if isinstance(content, str) else content, force=force)


def examples() -> list[str]:
    """The names of the shipped examples that have units to look at."""
    return sorted({path.relative_to(_EXAMPLES).parts[0] for path in _EXAMPLES.glob("**/*.yaml")})


def example(name: str) -> dict[str, bytes]:
    """The files of a shipped example by path."""
    folder = _EXAMPLES / name
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def new_project(id_: str, title: str, criteria: CriteriaSet, indicators: Mapping[str, Indicator]) -> dict[str, str]:
    """An evidence repository with one unit, settings of editors, and checks in CI; files by path."""
    files = {
        "parindex.yaml": _headed(f"{SCHEMAS}/project.json")
        + f"""\
# Kho minh chứng: chạy «parindex check» ở thư mục này để kiểm tra mọi tệp.
kind: project
format: 1
id: {id_}
title: {_quoted(title)}
year: {criteria.year}
criteria: {criteria.id}
units: [units/*.yaml]
# checks:
#   ignore: [W509]
#   exceptions:
#     - {{path: units/xa-a.yaml, code: W415, reason: Hai văn bản in chung một tệp}}
""",
        "units/don-vi-mau.yaml": new_unit("don-vi-mau", "UBND đơn vị mẫu", None, criteria, indicators, depth=1),
        "README.md": around.readme(title),
        ".editorconfig": around.EDITORCONFIG,
        ".gitattributes": around.GITATTRIBUTES,
        ".gitignore": around.GITIGNORE,
        ".vscode/settings.json": around.VSCODE,
        ".vscode/extensions.json": around.VSCODE_EXTENSIONS,
        ".pre-commit-config.yaml": around.PRE_COMMIT,
        ".github/workflows/parindex.yml": around.github(__version__),
        ".gitlab-ci.yml": around.gitlab(__version__),
    }
    return files | {f"{SCHEMAS}/{kind}.json": schema_text(kind, editor=True) for kind in KINDS}


def new_unit(
    id_: str,
    name: str,
    type_: str | None,
    criteria: CriteriaSet,
    indicators: Mapping[str, Indicator],
    plans: tuple[str, ...] = (),
    depth: int = 1,
) -> str:
    """A unit's file without figures, with a line for every fact that its set asks the unit for.

    ``depth`` is how many folders the file lies below the repository's root.
    """
    kind = f"\n  type: {_quoted(type_)}" if type_ else ""
    head = f"""\
kind: unit
format: 1
unit:
  id: {id_}
  name: {_quoted(name)}
  level: {criteria.level}{kind}
year: {criteria.year}
criteria: {criteria.id}
plans: [{", ".join(plans)}]

documents: {{}}
  # bc-01:
  #   form: administrative
  #   number: 01/BC-UBND
  #   date: {criteria.year}-12-14
  #   issuer: {name}
  #   title: Báo cáo …
  #   file: minh-chung/01-bc-ubnd.pdf

# Khi có số liệu: bỏ «{{}}» sau facts và «# » ở đầu dòng, điền vào chỗ trống.
facts: {{}}
"""
    return _headed(f"{'../' * depth}{SCHEMAS}/unit.json") + head + "".join(_wanted(criteria, indicators))


def _wanted(criteria: CriteriaSet, indicators: Mapping[str, Indicator]) -> Iterator[str]:
    """A comment for every fact that the unit enters, under the name of its domain."""
    told: set[str] = set()
    domain = None
    for each, leaf in criteria.leaves():
        wanted = [id_ for id_ in leaf.names.values() if id_ in indicators and id_ not in told]
        if leaf.scored_by != "unit" or not wanted:
            continue
        if each.code != domain:
            yield f"  # == {each.code}. {each.name}\n"
            domain = each.code
        told.update(wanted)
        for id_ in wanted:
            yield f"  # {_entry(indicators[id_], criteria.year)}   # {leaf.code} {leaf.name}\n"


def _entry(indicator: Indicator, year: int) -> str:
    """How the unit reports an indicator, with blanks."""
    if indicator.measure == "reports":
        return f"(ghi ở mục reports) {indicator.id}: {{{year}-Q1: {{sent_at: , evidence: [{{doc: }}]}}}}"
    if indicator.derived is not None:
        return f"(tính từ mục tasks, inspections) {indicator.id}"
    values = ", ".join(f"{key}: " for key in KEYS[indicator.measure])
    return f"{indicator.id}: {{values: {{{values}}}, evidence: [{{doc: }}]}}"


def new_criteria(id_: str, title: str, base: CriteriaSet) -> str:
    """A set that extends another and changes nothing yet."""
    return (
        _headed(f"../{SCHEMAS}/criteria.json")
        + f"""\
# Bộ tiêu chí mở rộng {base.id}: bỏ (drop), sửa (change), thêm (add); những gì không nêu giữ như bộ gốc.
kind: criteria
format: 1
id: {id_}
title: {_quoted(title)}
extends: {base.id}
level: {base.level}
year: {base.year}
# drop: ["1.5.4"]
# change: {{"1.1.1": {{points: 2}}}}
"""
    )


def new_plan(id_: str, title: str, issuer: str, level: str, year: int) -> str:
    """A plan without targets and tasks."""
    return (
        _headed(f"../{SCHEMAS}/plan.json")
        + f"""\
# Chép chỉ tiêu, nhiệm vụ từ văn bản; chỗ văn bản không in thì để trống.
kind: plan
format: 1
id: {id_}
title: {_quoted(title)}
issuer: {_quoted(issuer)}
level: {level}
year: {year}
number:
source: ke-hoach.pdf
targets: []
  # - id: on-time
  #   indicator: tthc.on-time
  #   comparator: ">="
  #   value: 98
  #   unit: percent
  #   levels: [{level}]
  #   cite: {{section: II.1, locator: cụm từ có ở mục đó}}
tasks: []
"""
    )


def library_of(folder: Path) -> Library:
    """The library as a new file of a folder will see it."""
    return Library.around(folder / "new.yaml")


def _headed(schema: str) -> str:
    return f"# yaml-language-server: $schema={schema}\n"


def _quoted(text: str) -> str:
    """A text as a plain YAML scalar in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
