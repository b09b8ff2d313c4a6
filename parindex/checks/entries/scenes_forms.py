"""Examples of Excel forms and of the responses of a survey (E16 to E19)."""

from __future__ import annotations

from collections.abc import Mapping

from parindex.checks.scene import Scene, Step, mended, run, step

_FORM = "units/a.xlsx"
_IMPORT = run(f"form import {_FORM}")
_COUNT = "tthc.on-time.numerator"
_DOC = "bc-2"
_ALL = "units/b.xlsx"
"""The form of a unit that is scored by a shipped set."""
_NEW = (("form", "physical"), ("title", "Tờ trình"))
_FILLED = tuple(step("cell", _FORM, f"documents.+1.{key}", text) for key, text in (*_NEW, ("id", "to-trinh-5")))
_PLACE = step("cell", _FORM, "direction.par-plan-issued.evidence.0.at", "trang 1")


_ASKED = step("cell", _ALL, "impact.sat-service.conducted_by", "Cấp trên")


def _form(*faults: Step) -> Scene:
    return mended("form", faults, _IMPORT)


def _cell(bad: str, good: str, at: str = _COUNT, act: str = "cell") -> Scene:
    """Something else in one cell."""
    return Scene("form", (step(act, _FORM, at, bad), _IMPORT), (step("cell", _FORM, at, good), _IMPORT))


def _named(id_: str) -> Scene:
    """A new document under an id."""
    filled = [step("cell", _FORM, f"documents.+1.{key}", text) for key, text in _NEW]
    named = [step("cell", _FORM, "documents.+1.id", each) for each in (id_, "to-trinh-5") if each]
    good = (*filled, named[-1], _IMPORT)
    return Scene("form", (*filled, *named[:-1], _IMPORT), good)


def _whole(at: str, text: str, *more: tuple[str, str]) -> Scene:
    """A cell of the form of a shipped set that needs another beside it."""
    cells = [step("cell", _ALL, where, what) for where, what in ((at, text), *more)]
    last = run(f"form import {_ALL}")
    return Scene("form", (cells[0], last), (*cells, last))


_OF_OTHERS = step("change", "anh-xa.yaml", "conducted_by: self", "conducted_by: independent")


def _mapped(old: str, new: str) -> Scene:
    score = run("survey score phieu.csv --map anh-xa.yaml")
    return mended("survey", (step("change", "anh-xa.yaml", old, new),), score)


_BOOK = "nop/tham-dinh-phong-tu-phap.xlsx"
_READ = run(f"appraise read {_BOOK}")
_SCORE = step("cell", _BOOK, "1.2/score", "3")
_REASON = step("cell", _BOOK, "1.2/reason", "Ban hành muộn")


SCENES: Mapping[str, Scene] = {
    "E145": Scene("form", (*_FILLED[:1], _FILLED[2], _IMPORT), (*_FILLED, _IMPORT)),
    "E149": _form(step("delete", "units/a.yaml")),
    "E150": Scene(
        "form",
        (step("copy", _FORM, "units/~$a.xlsx"), run("form import 'units/~$a.xlsx'")),
        (run(f"form import {_FORM}"),),
    ),
    "E152": Scene("books", (run(f"form import {_BOOK}"),), (_READ,)),
    "E153": Scene("books", (_SCORE, _READ), (_SCORE, _REASON, _READ)),
    "E154": Scene("books", (_SCORE, _REASON, step("cell", _BOOK, "1.2/agree", "Có"), _READ), (_SCORE, _REASON, _READ)),
    "W155": Scene(
        "books",
        (
            *(_SCORE, _REASON, _READ),
            *(step("cell", _BOOK, f"1.2/{key}", "") for key in ("score", "reason")),
            _READ,
        ),
        (_SCORE, _REASON, _READ, step("cell", _BOOK, "1.2/score", "2"), _READ),
    ),
    "E156": _form(step("cell-far", _FORM, "Lĩnh vực 1", "XFD1048576")),
    "E157": _form(step("columns-sorted", _FORM, "Tài liệu")),
    "E158": _form(step("picture", _FORM, "21")),
    "E159": _form(step("legacy", _FORM)),
    "E160": Scene(
        "form",
        (step("cell", _ALL, "inst.docs-unlawful.count", "0.5"), run(f"form import {_ALL}")),
        (step("cell", _ALL, "inst.docs-unlawful.count", "5"), run(f"form import {_ALL}")),
    ),
    "E161": _form(step("write", _FORM, "Số liệu năm 2023\n")),
    "E162": _form(step("macro", _FORM)),
    "E163": _form(step("password", _FORM)),
    "E164": _form(step("workbook", _FORM)),
    "E165": _form(step("change", "criteria/thu.yaml", "points: 10", "points: 9")),
    "E166": _form(step("change", "units/a.yaml", "id: a,", "id: b,")),
    "E167": _form(step("sheet-empty", _FORM, "Lĩnh vực 1")),
    "E168": _form(step("row-delete", _FORM, _COUNT)),
    "E169": _form(step("row-double", _FORM, _COUNT)),
    "E170": _form(step("cell-merge", _FORM, _COUNT)),
    "E171": _cell("#DIV/0!", "91", act="cell-error"),
    "E172": _cell("chín mươi mốt", "91"),
    "E173": _cell("1.200", "1200", "tthc.on-time.denominator"),
    "E174": _cell("cuối năm", "14/12/2023", "tthc.on-time.as_of"),
    "E175": _cell("lạ", "extract", f"documents.{_DOC}.form"),
    "E176": _cell("0.91", "91", act="cell-percent"),
    "E177": _cell("2023-12-05", "12/BC-UBND", f"documents.{_DOC}.number", act="cell-date"),
    "E178": _named("Tờ trình 5"),
    "E179": _cell("bc-9", "kh-1", "tthc.on-time.evidence.1.doc"),
    "E180": _named(_DOC),
    "E181": mended("form", (step("cell", _FORM, "tthc.on-time.evidence.1.at", "trang 2"),), _IMPORT),
    "E182": Scene(
        "form",
        (
            step("cell", _FORM, _COUNT, "91"),
            step("change", "units/a.yaml", "numerator: 90", "numerator: 92"),
            _IMPORT,
        ),
        (step("cell", _FORM, _COUNT, "91"), _IMPORT),
    ),
    "E183": _named(""),
    "E184": _whole(
        "inst.docs-unlawful.excluded.0.reason",
        "Trùng",
        ("inst.docs-unlawful.excluded.0.count", "1"),
        ("inst.docs-unlawful.count", "1"),
    ),
    "E185": Scene(
        "form",
        (step("change", "units/a.yaml", "[{doc: kh-1}]", "[doc: kh-1]"), _PLACE, _IMPORT),
        (_PLACE, _IMPORT),
    ),
    "E186": _form(step("hidden", _FORM, "99")),
    "W187": _form(step("sheet-foreign", _FORM, "Nháp")),
    "W188": Scene(
        "form",
        (_ASKED, step("cell", _ALL, "impact.sat-service.percent", "0.93"), run(f"form import {_ALL}")),
        (_ASKED, step("cell", _ALL, "impact.sat-service.percent", "93"), run(f"form import {_ALL}")),
    ),
    "E189": _cell("Báo\u2028cáo", "Báo cáo", f"documents.{_DOC}.title"),
    "W146": _mapped("sent: 50", "sent: 40"),
    "E190": mended("survey", (step("write", "phieu.csv", ""),), run("survey score phieu.csv --map anh-xa.yaml")),
    "E191": _mapped("column: Hài lòng chung", "column: Không có"),
    "E192": _mapped("[chung]", "[chungg]"),
    "E193": _mapped("impact.sat-service", "tthc.on-time"),
    "W194": _mapped("blank: [Không ý kiến]", "blank: []"),
    "W195": _mapped("error: 15", "error: 5"),
    "W196": _mapped("respondent: Mã phiếu", "respondent: Họ và tên"),
    "W197": Scene(
        "survey",
        (run("survey score phieu.csv --map anh-xa.yaml --unit unit.yaml"),),
        (
            step("change", "anh-xa.yaml", "conducted_by: self", "conducted_by: independent"),
            run("survey score phieu.csv --map anh-xa.yaml --unit unit.yaml"),
        ),
    ),
    "W199": Scene(
        "survey",
        (_OF_OTHERS, run("survey score phieu.csv --map anh-xa.yaml --clean sach.csv --into unit.yaml")),
        (_OF_OTHERS, run("survey score phieu.csv --map anh-xa.yaml --clean sach.csv --into unit.yaml --force")),
    ),
    "W198": _mapped("name: Tổ chức", "name: Doanh nghiệp"),
}
"""By code."""
