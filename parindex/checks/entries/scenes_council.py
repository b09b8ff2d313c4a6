"""Examples of submissions, signatures, bundles and the council's files (E34, E35, E42 to E46, W62)."""

from __future__ import annotations

from collections.abc import Mapping

from parindex.checks.scene import Scene, Start, Step, mended, run, step

_OFFICE = "nop/tham-dinh-van-phong-hdnd-va-ubnd.yaml"
_JUSTICE = "nop/tham-dinh-phong-tu-phap.yaml"
_COUNCIL = "nop/tham-dinh-hoi-dong-tham-dinh.yaml"
_MERGE = run(f"appraise merge {_OFFICE} {_JUSTICE} {_COUNCIL} -o nop/tham-dinh.yaml --on 2024-01-20")
_ANSWERED = run(f"{_MERGE.given[0].removeprefix('parindex ')} --response nop/giai-trinh.yaml")
_APPLY = run("appraise apply nop/tham-dinh.yaml")
_RESPONDED = run("appraise apply nop/tham-dinh.yaml --response nop/giai-trinh.yaml")
_VERIFY = run("verify nop/ho-so.yaml")
_BUNDLE = run("verify goi.zip")
_PDF = run("verify bao-cao.pdf --trust ca.pem")
_SSH = run("verify nop/ho-so.yaml --signers nguoi-ky")


def _entry(id_: str, code: str, agency: str, act: str, round_: int = 1, day: str = "2024-01-10") -> str:
    by = f"{{agency: {agency}, post: Chuyên viên}}"
    return f'  - {{id: {id_}, round: {round_}, code: "{code}", by: {by}, date: {day}, reason: Đối chiếu, {act}}}\n'


_AFTER = _entry("z-1", "1.2", "Phòng Tư pháp", "agree: true", 2, "2024-02-05")
_SETTLED = step("add", _JUSTICE, _entry("tp-3", "1.2", "Phòng Tư pháp", "agree: true", 2, "2024-02-05"))


def _answered(*faults: Step) -> Scene:
    """Faults in the answer to a request that is settled."""
    return Scene("asked", (_SETTLED, *faults, _ANSWERED), (_SETTLED, _ANSWERED))


def _scored(file: str, *lines: str) -> Scene:
    """More entries of an agency."""
    return mended("appraised", (step("add", file, "".join(lines)),), _MERGE)


def _entered(file: str, old: str, new: str) -> Scene:
    """Another entry in place of one."""
    return mended("appraised", (step("change", file, old, new),), _MERGE)


def _changed(last: Step, *faults: Step, start: Start = "submitted") -> Scene:
    return mended(start, faults, last)


SCENES: Mapping[str, Scene] = {
    "E340": _changed(
        _APPLY, step("change", "nop/ho-so.yaml", "submitted: 2023-12-20", "submitted: 2023-12-19"), start="merged"
    ),
    "E341": _entered(_JUSTICE, "id: tp-1", "id: vp-1"),
    "E342": _entered(_COUNCIL, "score: 4.5", "score: 4.5, replaces: hd-9"),
    "E343": _entered(_COUNCIL, "score: 4.5", "score: 6.5"),
    "E344": _entered(_JUSTICE, "agree: true", "fact: {indicator: tthc.early, values: {numerator: 8, denominator: 10}}"),
    "W626": Scene(
        "asked",
        (_SETTLED, _ANSWERED, step("change", "nop/giai-trinh.yaml", "title: ", "title: Sửa "), _RESPONDED),
        (_SETTLED, _ANSWERED, _RESPONDED),
    ),
    "W627": _changed(_APPLY, step("change", "nop/tham-dinh.yaml", "seals:\n", f"{_AFTER}seals:\n"), start="merged"),
    "E345": _changed(_APPLY, step("change", "nop/tham-dinh.yaml", "score: 4.5", "score: 5.5"), start="merged"),
    "E346": _scored(_JUSTICE, _entry("tp-2", "1.2", "Phòng Tư pháp", "score: 3")),
    "E347": _scored(
        _COUNCIL,
        _entry(
            "hd-2",
            "1.1",
            "Hội đồng thẩm định",
            "fact: {indicator: tthc.on-time, values: {numerator: 8, denominator: 10}}",
        ),
    ),
    "E348": _answered(step("change", "nop/giai-trinh.yaml", "to: tp-2", "to: tp-9")),
    "E349": _entered(_COUNCIL, "score: 4.5", "agree: true"),
    "E350": _entered(_JUSTICE, "agency: Phòng Tư pháp, post", "agency: Hội đồng thẩm định, post"),
    "E351": _answered(
        step("change", "nop/giai-trinh.yaml", "{bs-1:", "{kh-1:"),
        step("change", "nop/giai-trinh.yaml", "doc: bs-1", "doc: kh-1"),
    ),
    "E352": Scene(
        "merged",
        (
            step("copy", "units/a.yaml", "units/b.yaml"),
            step("change", "units/b.yaml", "id: a,", "id: b,"),
            run("score units/b.yaml --appraisal nop/tham-dinh.yaml"),
        ),
        (run("score units/a.yaml --appraisal nop/tham-dinh.yaml"),),
    ),
    "E353": Scene(
        "appraised",
        (
            run("submit units/a.yaml -o nop-2 --on 2023-12-19"),
            run("appraise start nop-2/ho-so.yaml --council 'Hội đồng thẩm định' -o nop --force"),
        ),
        (
            run("submit units/a.yaml -o nop-2 --on 2023-12-19"),
            run("appraise start nop-2/ho-so.yaml --council 'Hội đồng thẩm định'"),
        ),
    ),
    "E420": _changed(_VERIFY, step("change", "units/minh-chung/bc-2.txt", "14/12", "13/12")),
    "E421": _changed(_VERIFY, step("delete", "units/minh-chung/kh-1.txt")),
    "E422": _changed(_VERIFY, step("change", "nop/so-lieu.txt", "90,", "95,")),
    "E423": _changed(_VERIFY, step("change", "units/a.yaml", "90,", "95,")),
    "W424": _changed(_VERIFY, step("change", "units/a.yaml", "# 90 trên 100 hồ sơ", "# đã rà soát")),
    "E425": _changed(_VERIFY, step("change", "criteria/thu.yaml", "name: Sáng kiến", "name: Giải pháp mới")),
    "W426": _changed(_VERIFY, step("delete", "units/a.yaml")),
    "E427": _changed(_VERIFY, step("older", "nop", "8", "1.1")),
    "W428": Scene(
        "repository",
        (
            step("write", "criteria/indicators.yaml", "kind: indicators\nformat: 1\nindicators: []\n"),
            run("submit units/a.yaml -o nop --on 2023-12-20"),
            step("add", "criteria/indicators.yaml", "# ghi chú\n"),
            _VERIFY,
        ),
        (
            step("write", "criteria/indicators.yaml", "kind: indicators\nformat: 1\nindicators: []\n"),
            run("submit units/a.yaml -o nop --on 2023-12-20"),
            _VERIFY,
        ),
    ),
    "E430": _changed(_PDF, step("pdf", "bao-cao.pdf"), start="signed"),
    "E431": _changed(_PDF, step("pdf-append", "bao-cao.pdf"), start="signed"),
    "E432": _changed(_PDF, step("pdf-flip", "bao-cao.pdf"), start="signed"),
    "W433": Scene("signed", (run("verify bao-cao.pdf"),), (_PDF,)),
    "E435": _changed(_SSH, step("add", "nop/ho-so.yaml", "# sửa\n"), start="signed"),
    "W436": Scene("signed", (_VERIFY,), (_SSH,)),
    "E437": Scene(
        "signed",
        (
            step("write", "khong-phai-khoa", "abc"),
            run("submit units/a.yaml -o nop-2 --on 2023-12-20 --sign khong-phai-khoa"),
        ),
        (run("submit units/a.yaml -o nop-2 --on 2023-12-20 --sign khoa"),),
    ),
    "E461": _changed(_BUNDLE, step("member-change", "goi.zip", "bao-cao-tu-cham-a-2023.docx"), start="bundle"),
    "E462": _changed(_BUNDLE, step("member-delete", "goi.zip", "bao-cao-tu-cham-a-2023.docx"), start="bundle"),
    "E463": _changed(_BUNDLE, step("member-add", "goi.zip", "la.txt"), start="bundle"),
    "E464": _changed(_BUNDLE, step("member-delete", "goi.zip", "manifest.json"), start="bundle"),
    "W620": Scene(
        "appraised",
        (run(f"appraise merge {_OFFICE} {_JUSTICE} -o nop/tham-dinh.yaml --on 2024-01-20"),),
        (_MERGE,),
    ),
    "W621": mended(
        "appraised",
        (step("change", _OFFICE, 'code: "1.1"', 'code: "1.2"'), step("change", _JUSTICE, 'code: "1.2"', 'code: "1.1"')),
        _MERGE,
    ),
    "W622": _entered(_COUNCIL, "date: 2024-01-10", "date: 2024-01-21"),
    "W623": Scene("asked", (_ANSWERED,), (_SETTLED, _ANSWERED)),
    "W624": _scored(_JUSTICE, _entry("tp-2", "1.2", "Phòng Tư pháp", "request: Bổ sung công văn gửi")),
    "W625": Scene(
        "repository",
        (run("submit units/a.yaml -o nop --on 2023-12-21"),),
        (run("submit units/a.yaml -o nop --on 2023-12-20"),),
    ),
}
"""By code."""
