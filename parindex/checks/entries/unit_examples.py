"""Examples of diagnostics that need a whole unit, its evidence or its project to be seen.

They are pieces of the unit's file of a small repository (``tests/checks/small_repository.py``): commune A, 2023,
scored by ``cap-xa-2023``, with a few files in ``minh-chung``.
"""

from __future__ import annotations

from collections.abc import Mapping

from parindex.checks.entry import Example

_REPORT = "form: administrative, number: 12/BC-UBND, date: 2023-06-14, title: Báo cáo kiểm soát TTHC"
_PLAN = "form: administrative, number: 05/KH-UBND, date: 2023-01-12, title: Kế hoạch CCHC năm"
_RATIO = "values: {numerator: 97, denominator: 100}"
_PROVED = "evidence: [{doc: bc}]"


def _documents(bc: str, *more: str) -> str:
    lines = [f"bc: {{{bc}}}", *more]
    return "documents:\n" + "".join(f"  {line}\n" for line in lines)


def _on_time(entry: str = f"{_RATIO}, {_PROVED}") -> str:
    return f"facts:\n  tthc.on-time: {{{entry}}}\n"


_GOOD_DOCUMENT = _documents(f"{_REPORT}, file: minh-chung/a.pdf")
_GOOD = _GOOD_DOCUMENT + _on_time()


def _unit(bad: str, good: str = _GOOD) -> Example:
    return Example(bad, good, "unit")


def _document(bad: str, good: str = f"{_REPORT}, file: minh-chung/a.pdf") -> Example:
    """Another document under the same fact."""
    return _unit(_documents(bad) + _on_time(), _documents(good) + _on_time())


def _file(bad: str, good: str = "a.pdf") -> Example:
    """Another file of the same document."""
    return _document(f"{_REPORT}, file: {bad}", f"{_REPORT}, file: minh-chung/{good}")


def _fact(bad: str, good: str = _RATIO) -> Example:
    """Other figures with the same evidence."""
    return _unit(_GOOD_DOCUMENT + _on_time(f"{bad}, {_PROVED}"), _GOOD_DOCUMENT + _on_time(f"{good}, {_PROVED}"))


def _issued(values: str, document: str) -> str:
    fact = f"facts:\n  direction.par-plan-issued: {{values: {{{values}}}, {_PROVED}}}\n"
    return _documents(f"{document}, file: minh-chung/a.pdf") + fact


def _last_year(first: int) -> str:
    ids = ("tthc.on-time", "tthc.apologies", "tthc.early", "inst.docs-reviewed", "inst.docs-handled")
    facts = "".join(f"  {id_}: {{{_RATIO}, {_PROVED}}}\n" for id_ in ids)
    last = [f"{id_}: {{numerator: {97 if at else first}, denominator: 100}}" for at, id_ in enumerate(ids)]
    kinds = "title: Báo cáo kiểm soát TTHC"
    document = _documents(
        f"form: administrative, number: 12/BC-UBND, date: 2023-06-14, {kinds}, file: minh-chung/a.pdf"
    )
    return f"{document}facts:\n{facts}previous: {{facts: {{{', '.join(last)}}}}}\n"


def _one_for_all(second: str) -> str:
    ids = (
        "tthc.on-time",
        "tthc.apologies",
        "tthc.early",
        "inst.docs-reviewed",
        "inst.docs-handled",
        "inst.docs-lawful",
    )
    facts = "".join(f"  {id_}: {{{_RATIO}, evidence: [{{doc: bc}}{second}]}}\n" for id_ in ids)
    other = "  kh: {form: extract, title: Trích xuất một cửa, file: minh-chung/b.pdf}\n" if second else ""
    return f"{_GOOD_DOCUMENT}{other}facts:\n{facts}"


def _counted(count: int, excluded: int) -> str:
    return f"{{values: {{count: {count}, excluded: [{{count: {excluded}, reason: trùng}}]}}, {_PROVED}}}"


def _survey(values: str) -> str:
    entry = f"values: {{{values}}}, conducted_by: superior, {_PROVED}"
    return f"{_GOOD_DOCUMENT}facts:\n  impact.sat-procedures: {{{entry}}}\n"


def _sent(day: str, signed: str = "") -> str:
    report = f"sent_at: {day}, {f'signed: {signed}, ' if signed else ''}{_PROVED}"
    return f"{_GOOD_DOCUMENT}reports:\n  direction.par-reports: {{2023-Q1: {{{report}}}}}\n"


def _ticked(item: str) -> str:
    fact = f"facts:\n  direction.plan-quality: {{values: {{done: [{item}]}}, {_PROVED}}}\n"
    return _documents(f"{_PLAN}, file: minh-chung/a.pdf") + fact


_CLAIM = "claims: {3.1.1: 3}\n"
_OTHER = "form: administrative, number: 13/BC-UBND, date: 2023-09-14, title: Báo cáo quý III"
_TWO_FACTS = f"facts:\n  tthc.on-time: {{{_RATIO}, evidence: [{{doc: bc}}, {{doc: bc-2}}]}}\n"


def _granted(unit: str, name: str, to: str) -> str:
    """A project that extends a deadline."""
    extension = f"{{unit: {unit}, deadline: {name}, to: {to}, by: CV 12}}"
    return f"deadlines: {{response: 2024-01-31}}\nextensions: [{extension}]\n"


EXAMPLES: Mapping[str, Example] = {
    "E301": _unit("criteria: cap-xa-2032\n", "criteria: cap-xa-2023\n"),
    "E302": _unit("plans: [phu-son-2032]\n", "plans: [phu-son-2023]\n"),
    "E303": _unit(_GOOD_DOCUMENT + _on_time().replace("on-time", "on-tme")),
    "E304": _unit("notes: {9.9.9: Đang làm}\n", "notes: {3.1.1: Đang làm}\n"),
    "E305": _unit(_GOOD + "inspections: [{by: Đoàn A, findings: 1, remedied: 1, conclusion: {doc: kl}}]\n"),
    "E306": _fact("values: {percent: 97}"),
    "E307": _unit(
        "plans: [phu-son-2023]\ntasks: {phu-son-2023: {pl-07-99: {done: 2023-12-20}}}\n",
        "plans: [phu-son-2023]\ntasks: {phu-son-2023: {pl-07-2: {done: 2023-12-20}}}\n",
    ),
    "E310": _unit(
        "facts:\n  direction.par-reports: {values: {count: 4}}\n",
        f"{_GOOD_DOCUMENT}reports:\n  direction.par-reports: {{2023-Q1: {{sent_at: 2023-03-14, {_PROVED}}}}}\n",
    ),
    "E311": _unit("reports:\n  tthc.on-time: {2023-Q1: {sent_at: 2023-03-14}}\n"),
    "E312": _unit(_ticked("phan-con"), _ticked("phan-cong")),
    "E313": _unit(
        "plans: [phu-son-2023]\ntasks: {phu-son-2023: {pl-07-2: {parts: {9: {done: 2023-12-20}}}}}\n",
        "plans: [phu-son-2023]\ntasks: {phu-son-2023: {pl-07-2: {parts: {1: {done: 2023-12-20}}}}}\n",
    ),
    "E314": _unit(
        "tasks: {phu-son-2023: {pl-07-2: {done: 2023-12-20}}}\n",
        "plans: [phu-son-2023]\ntasks: {phu-son-2023: {pl-07-2: {done: 2023-12-20}}}\n",
    ),
    "E317": Example(_granted("a", "reponse", "2024-02-03"), _granted("a", "response", "2024-02-03"), "project"),
    "E318": Example(_granted("xa-b", "response", "2024-02-03"), _granted("a", "response", "2024-02-03"), "project"),
    "W591": Example("deadlines: {round1: 2024-01-20}\n", "deadlines: {round-1: 2024-01-20}\n", "project"),
    "W592": Example(_granted("a", "response", "2024-01-30"), _granted("a", "response", "2024-02-03"), "project"),
    "E315": Example("left_out: {xa-b: Đơn vị đặc thù}\n", "left_out: {a: Đơn vị đặc thù}\n", "project"),
    "E316": Example("checks: {ignore: [W99]}\n", "checks: {ignore: [W509]}\n", "project"),
    "E401": _file("minh-chung/khong-co.pdf"),
    "E403": _file("/minh-chung/a.pdf"),
    "E404": _file("../minh-chung/a.pdf"),
    "E406": _file("minh-chung/rong.pdf"),
    "E407": _file("minh-chung"),
    "E408": _file(f"minh-chung/a.pdf, sha256: {'0' * 64}"),
    "E409": _file("minh-chung\\a.pdf"),
    "E411": _file("minh-chung/A.pdf"),
    "E412": _file("minh-chung/zip-doi-duoi.pdf"),
    "E413": _file("minh-chung/hong.docx"),
    "E441": _file("minh-chung/khoa.docx"),
    "E440": _file("https://phuson.example/kh.pdf"),
    "W415": _unit(
        _documents(f"{_REPORT}, file: minh-chung/a.pdf", f"bc-2: {{{_OTHER}, file: minh-chung/chep-cua-a.pdf}}")
        + _TWO_FACTS,
        _documents(f"{_REPORT}, file: minh-chung/a.pdf", f"bc-2: {{{_OTHER}, file: minh-chung/b.pdf}}") + _TWO_FACTS,
    ),
    "W416": _unit(
        _documents(f"{_REPORT}, file: minh-chung/a.pdf", f"bc-2: {{{_OTHER}, file: minh-chung/a.pdf}}") + _TWO_FACTS,
        _documents(f"{_REPORT}, file: minh-chung/a.pdf", f"bc-2: {{{_OTHER}, file: minh-chung/b.pdf}}") + _TWO_FACTS,
    ),
    "W418": _document(f"{_REPORT} (Mật), file: minh-chung/a.pdf"),
    "W419": _file("minh-chung/danh-sach.csv"),
    "W501": _fact("values: {numerator: 1200, denominator: 1164}", "values: {numerator: 1164, denominator: 1200}"),
    "W502": _unit(
        f"{_GOOD_DOCUMENT}facts:\n  fin.thrift-score: {{values: {{percent: 120}}, {_PROVED}}}\n",
        f"{_GOOD_DOCUMENT}facts:\n  fin.thrift-score: {{values: {{percent: 92}}, {_PROVED}}}\n",
    ),
    "W503": _fact(
        "values: {numerator: 9, denominator: 10}, periods: {2023-Q1: {values: {numerator: 2, denominator: 2}}, "
        "2023-Q2: {values: {numerator: 2, denominator: 3}}, 2023-Q3: {values: {numerator: 2, denominator: 2}}, "
        "2023-Q4: {values: {numerator: 2, denominator: 3}}}",
        "values: {numerator: 8, denominator: 10}, periods: {2023-Q1: {values: {numerator: 2, denominator: 2}}, "
        "2023-Q2: {values: {numerator: 2, denominator: 3}}, 2023-Q3: {values: {numerator: 2, denominator: 2}}, "
        "2023-Q4: {values: {numerator: 2, denominator: 3}}}",
    ),
    "W504": _fact("values: {numerator: 0, denominator: 0}"),
    "W505": _fact(f"{_RATIO}, as_of: 2024-06-30", f"{_RATIO}, as_of: 2023-06-30"),
    "W506": _unit(_issued("date: 2023-01-02", _PLAN), _issued("date: 2023-01-12", _PLAN)),
    "W507": _unit(_GOOD + "not_arising: {tthc.on-time: {reason: Không có hồ sơ}}\n"),
    "W508": _unit(
        f"{_GOOD_DOCUMENT}facts:\n  direction.directives: {_counted(1, 2)}\n",
        f"{_GOOD_DOCUMENT}facts:\n  direction.directives: {_counted(2, 1)}\n",
    ),
    "W509": _unit(_GOOD_DOCUMENT),
    "W510": _unit(
        f"{_GOOD_DOCUMENT}inspections: [{{by: Đoàn A, findings: 2, remedied: 3, {_PROVED}}}]\n",
        f"{_GOOD_DOCUMENT}inspections: [{{by: Đoàn A, findings: 3, remedied: 2, {_PROVED}}}]\n",
    ),
    "W511": _fact("values: {numerator: 1.164, denominator: 1200}", "values: {numerator: 1164, denominator: 1200}"),
    "W512": _unit(_last_year(97), _last_year(95)),
    "W513": _unit(_survey("percent: 91.2"), _survey("numerator: 912, denominator: 1000")),
    "W514": _unit(
        _issued("date: 2023-01-12", "form: extract, title: Kế hoạch CCHC năm"),
        _issued("date: 2023-01-12", "form: extract, date: 2023-01-12, title: Kế hoạch CCHC năm"),
    ),
    "W515": _document(f"{_REPORT}, file: minh-chung/a.pdf".replace("2023-06-14", "2021-06-14")),
    "W516": _document(f"{_REPORT}, file: minh-chung/a.pdf".replace("12/BC-UBND", "12-BC/UBND")),
    "W517": _document(f"{_REPORT}, file: minh-chung/a.pdf".replace("number: 12/BC-UBND, ", "")),
    "W518": _document(f"{_REPORT}, file: minh-chung/a.pdf".replace("administrative", "screenshot")),
    "W519": _unit(
        _issued(
            "date: 2023-01-12", "form: legal-normative, number: 33/2019/QĐ-UBND, date: 2023-01-12, title: Kế hoạch"
        ),
        _issued(
            "date: 2023-01-12", "form: legal-normative, number: 33/2023/QĐ-UBND, date: 2023-01-12, title: Kế hoạch"
        ),
    ),
    "W520": _document(f"{_PLAN}, file: minh-chung/a.pdf".replace("01-12", "06-14")),
    "W521": _document(_REPORT),
    "W522": _unit(
        _documents(f"{_REPORT}, file: minh-chung/a.pdf", f"bc-2: {{{_REPORT}, file: minh-chung/b.pdf}}") + _TWO_FACTS,
        _documents(f"{_REPORT}, file: minh-chung/a.pdf", f"bc-2: {{{_OTHER}, file: minh-chung/b.pdf}}") + _TWO_FACTS,
    ),
    "W523": _fact("values: {numerator: 96.5, denominator: 100}", "values: {numerator: 96, denominator: 100}"),
    "W524": _unit(_issued("date: 2023-01-12, answer: false", _PLAN), _issued("date: 2023-01-12", _PLAN)),
    "W525": _unit(
        _survey("numerator: 912, denominator: 1000, percent: 92.1"),
        _survey("numerator: 912, denominator: 1000, percent: 91.2"),
    ),
    "W526": _unit(_GOOD + "previous: {index: 852.1}\n", _GOOD + "previous: {index: 85.21}\n"),
    "W527": _unit(_sent("2023-03-14", signed="2023-03-15"), _sent("2023-03-14", signed="2023-03-13")),
    "W528": _unit(_sent("2032-03-14"), _sent("2023-03-14")),
    "W529": _document(f"{_REPORT}, covers: {{from: 2023-06-14, to: 2022-12-15}}, file: minh-chung/a.pdf"),
    "W530": _unit(
        _survey("numerator: 912, denominator: 1000").replace("conducted_by: superior, ", ""),
        _survey("numerator: 912, denominator: 1000"),
    ),
    "W590": Example(
        "checks: {exceptions: [{path: units/*, code: W509, reason: Đã xem}]}\n",
        "checks: {ignore: [W509]}\n",
        "project",
    ),
    "W603": _unit(_on_time(_RATIO), _on_time(_RATIO) + "explanations: {3.1.1: Báo cáo đang chờ ký}\n"),
    "W604": _unit(_GOOD + _CLAIM),
    "W605": _unit("claims: {8.1: 3}\n", "notes: {8.1: Chờ điều tra}\n"),
    "W606": _unit(_GOOD + "claims: {3.1.1: 40}\nexplanations: {3.1.1: Gõ nhầm}\n"),
    "W610": _unit(
        _GOOD_DOCUMENT + f"not_arising: {{tthc.on-time: {{reason: Không có hồ sơ, {_PROVED}}}}}\n{_CLAIM}",
        _GOOD_DOCUMENT + f"not_arising: {{tthc.on-time: {{reason: Không có hồ sơ, {_PROVED}}}}}\n",
    ),
    "W611": _unit(_GOOD + _CLAIM + "explanations: {3.1.1: Tự trừ vì trễ hẹn}\n"),
    "W417": _unit(_one_for_all(""), _one_for_all(", {doc: kh}")),
    "W701": _unit("unit: {id: a, name: A, level: district}\n", "unit: {id: a, name: A, level: commune}\n"),
    "W702": _unit("year: 2024\n", "year: 2023\n"),
}
"""By code."""
