"""Examples of what lies on the disk, on the command line or in another file (E1, E3, E4, W6, W7)."""

from __future__ import annotations

from collections.abc import Mapping

from parindex.checks.scene import Scene, Step, mended, run, step

_UNIT = "units/a.yaml"
_CHECK = run("check")
_OVERLAID = run("check criteria/b.yaml")
_LINK = "minh-chung/lien-ket.txt"
_HEAD = "kind: criteria\nformat: 1\ntitle: T\nlevel: commune\nyear: 2023\n"


def _checked(*faults: Step) -> Scene:
    """Faults in the repository, and the same without them."""
    return mended("repository", faults, _CHECK)


def _named(bad: str, good: str) -> Scene:
    return Scene("repository", (run(bad),), (run(good),))


def _file(name: str, *faults: Step) -> Scene:
    """Another file of the report, and the file that it was."""
    return _checked(
        *faults, step("change", _UNIT, "minh-chung/bc-2.txt", name), step("delete", "units/minh-chung/bc-2.txt")
    )


def _plan(first: str, second: str, *, id_: str = "xa-a", year: int = 2023) -> Step:
    targets = f"[{{id: a, {first}}}, {{id: b, {second}}}]"
    head = f"kind: plan\nformat: 1\nid: {id_}\ntitle: T\nissuer: A\nlevel: commune\nyear: {year}\nsource: a.txt\n"
    return step("write", "plans/xa-a.yaml", f"{head}targets: {targets}\n")


def _overlay(drop: str) -> Step:
    return step("write", "criteria/b.yaml", f"{_HEAD}id: b\nextends: thu\nscale: 14\ndrop: {drop}\n")


_TARGET = (
    'indicator: tthc.on-time, comparator: ">=", value: {}, unit: percent, levels: [commune], '
    "binding: required, cite: {{section: I.1, locator: Hồ sơ đúng hạn}}"
)
_OTHER = _TARGET.format(90).replace("tthc.on-time", "tthc.early")
_OWN = step("change", _UNIT, "criteria: thu", "criteria: thu\nplans: [xa-a]")

SCENES: Mapping[str, Scene] = {
    "E101": _named("check khong-co.yaml", f"check {_UNIT}"),
    "E102": _named("score units", f"score {_UNIT}"),
    "E103": mended("repository", (step("delete", _UNIT), step("link", _UNIT, _UNIT)), run(f"score {_UNIT}")),
    "E104": _checked(step("repeat", _UNIT, "# ghi chú", "600000")),
    "E105": _checked(step("bytes", _UNIT, "00")),
    "E106": _checked(step("encode", _UNIT, "utf-16")),
    "E141": Scene(
        "repository",
        (step("write", "ket-qua.json", "cũ"), run("check --format json -o ket-qua.json")),
        (step("write", "ket-qua.json", "cũ"), run("check --format json -o ket-qua.json --force")),
    ),
    "E142": _named(f"check -o {_UNIT}/ket-qua.txt", "check -o ket-qua.txt"),
    "E143": Scene(
        "submitted",
        (step("write", "nop/la.json", "{}"), run("compare nop/phieu-diem.json nop/la.json")),
        (run("compare nop/phieu-diem.json nop/phieu-diem.json"),),
    ),
    "E144": Scene(
        "repository",
        (run("batch -o ket-qua"), step("hold", "ket-qua"), run("batch -o ket-qua")),
        (run("batch -o ket-qua"), run("batch -o ket-qua")),
    ),
    "E151": Scene(
        "repository",
        (step("write", "mau.docx", "không phải Word"), run(f"report {_UNIT} --docx --template mau.docx -o b.docx")),
        (run(f"report {_UNIT} --docx -o b.docx"),),
    ),
    "E235": _checked(step("write", _UNIT, "- kind: unit\n")),
    "E308": Scene(
        "repository",
        (_plan(_TARGET.format(95), _OTHER, id_="chi-linh-2023"), _CHECK),
        (_plan(_TARGET.format(95), _OTHER), _CHECK),
    ),
    "E321": Scene(
        "repository",
        (
            step("write", "criteria/b.yaml", f"{_HEAD}id: b\nextends: c\n"),
            step("write", "criteria/c.yaml", f"{_HEAD}id: c\nextends: b\n"),
            run("check criteria/b.yaml"),
        ),
        (step("write", "criteria/b.yaml", f"{_HEAD}id: b\nextends: thu\n"), run("check criteria/b.yaml")),
    ),
    "E326": Scene("repository", (_overlay("['2.1']"), _OVERLAID), (_overlay("['2']"), _OVERLAID)),
    "E402": _file(
        "minh-chung/bảo-cáo.txt",
        step("copy", "units/minh-chung/bc-2.txt", "units/minh-chung/bảo-cáo.txt"),
        step("decompose", "units/minh-chung/bảo-cáo.txt"),
    ),
    "E405": _file(_LINK, step("link", f"units/{_LINK}", "/")),
    "E410": _file("minh-chung/ong.txt", step("pipe", "units/minh-chung/ong.txt")),
    "W414": _checked(step("write", "units/minh-chung/thua.txt", "Bản cũ\n")),
    "W601": Scene(
        "repository",
        (
            _plan(_TARGET.format(80), _OTHER),
            step("change", _UNIT, "criteria: thu", "criteria: thu\nplans: [xa-a, chi-linh-2023]"),
            run(f"score {_UNIT}"),
        ),
        (
            _plan(_TARGET.format(100), _OTHER),
            step("change", _UNIT, "criteria: thu", "criteria: thu\nplans: [xa-a, chi-linh-2023]"),
            run(f"score {_UNIT}"),
        ),
    ),
    "W602": Scene(
        "repository",
        (_plan(_TARGET.format(95), _TARGET.format(98)), _OWN, run(f"score {_UNIT}")),
        (_plan(_TARGET.format(95), _OTHER), _OWN, run(f"score {_UNIT}")),
    ),
    "W607": Scene(
        "repository",
        (
            step("copy", _UNIT, "2022.yaml"),
            step("change", "2022.yaml", "year: 2023", "year: 2022"),
            step("change", "2022.yaml", "criteria: thu", "criteria: thu-2022"),
            step("add", _UNIT, "previous: {file: ../2022.yaml}\n"),
            run(f"score {_UNIT}"),
        ),
        (
            step("add", _UNIT, "previous: {facts: {tthc.on-time: {numerator: 85, denominator: 100}}}\n"),
            run(f"score {_UNIT}"),
        ),
    ),
    "W703": Scene(
        "repository",
        (_plan(_TARGET.format(95), _OTHER, year=2022), _OWN, run(f"score {_UNIT}")),
        (_plan(_TARGET.format(95), _OTHER), _OWN, run(f"score {_UNIT}")),
    ),
}
"""By code."""
