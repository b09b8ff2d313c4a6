"""Plausible communes by the thousand, each about 60 KB of YAML: ``python -m benchmarks.generate OUT N [SEED]``.

Every figure is invented by a seeded generator and every file says so.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from parindex.files.library import Library
from parindex.model.criteria import CriteriaSet, Leaf
from parindex.model.indicators import Indicator
from parindex.rules.reports import Reports

SET = "cap-xa-2023"
PLAN = "phu-son-2023"
YEAR = 2023
KINDS = ("xã", "xã", "xã", "phường", "thị trấn")
DOCUMENTS = 150


def units(count: int, set_: str = SET, seed: int = 2023) -> Iterator[tuple[str, str]]:
    """Names and texts of ``count`` unit files; the same seed gives the same texts.

    ``set_`` is the set that they name; their facts are those of the shipped one.
    """
    library = Library()
    criteria, indicators = library.criteria(SET), library.indicators
    for number in range(1, count + 1):
        chance = random.Random(f"{seed}-{number}")
        yield f"xa-{number:05}", _unit(number, set_, criteria, indicators, chance)


def write(folder: Path, count: int, set_: str = SET, seed: int = 2023) -> list[Path]:
    """Write an evidence repository of ``count`` units; gives their files."""
    places = folder / "units"
    places.mkdir(parents=True, exist_ok=True)
    (folder / "parindex.yaml").write_text(PROJECT.format(set=set_), encoding="utf-8")
    paths = []
    for name, text in units(count, set_, seed):
        path = places / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


PROJECT = f"""kind: project
format: 1
id: do-toc-do
title: Kho số liệu giả định để đo tốc độ
year: {YEAR}
criteria: {{set}}
plans: [{PLAN}]
units: [units/*.yaml]
"""


def _issued(document: int) -> date:
    return date(YEAR, 1, 1) + timedelta(days=2 * document)


def _unit(
    number: int, set_: str, criteria: CriteriaSet, indicators: Mapping[str, Indicator], chance: random.Random
) -> str:
    kind = chance.choice(KINDS)
    lines = [
        "# Số liệu giả định do máy sinh, chỉ để đo tốc độ.",
        "kind: unit",
        "format: 1",
        f"unit: {{id: xa-{number:05}, name: UBND {kind} số {number}, level: commune, type: {kind}, synthetic: true}}",
        f"year: {YEAR}",
        f"criteria: {set_}",
        f"plans: [{PLAN}]",
        "documents:",
    ]
    for document in range(1, DOCUMENTS + 1):
        issued = _issued(document)
        lines += [
            f"  bc-{document}:",
            "    form: administrative",
            f"    number: {document}/BC-UBND",
            f"    date: {issued}",
            f"    issuer: UBND {kind} số {number}",
            "    signer: Nguyễn Văn A (giả định)",
            f"    title: Báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính số {document} năm {YEAR}",
            f"    pages: {chance.randint(1, 12)}",
            f"    link: https://vanban.example/{number}/{document}",
        ]
    facts, reports = ["facts:"], ["reports:"]
    papers = cycle(range(1, DOCUMENTS + 1))
    for _, leaf in criteria.leaves():
        for id_ in leaf.names.values():
            _fact(facts, reports, leaf, indicators[id_], chance, papers)
    return "\n".join([*lines, *facts, *reports]) + "\n"


def _fact(
    facts: list[str], reports: list[str], leaf: Leaf, indicator: Indicator, chance: random.Random, papers: Iterator[int]
) -> None:
    if leaf.scored_by == "council" or indicator.derived:
        return
    paper = next(papers)  # in turn: no document is declared for nothing
    proof = f'[{{doc: bc-{paper}, at: "mục {chance.randint(1, 5)}, trang {chance.randint(1, 9)}"}}'
    proof += f", {{doc: bc-{next(papers)}}}]" if chance.random() < 0.7 else "]"
    if isinstance(leaf.rule, Reports):
        reports.append(f"  {indicator.id}:")
        for required in leaf.rule.required:
            sent = required.to + timedelta(days=chance.choice((-5, -3, -1, -1, 2)))
            reports.append(f"    {required.period}: {{signed: {sent}, sent_at: {sent}, evidence: {proof}}}")
        return
    facts.append(f"  {indicator.id}:")
    facts.append(f"    values: {{{_values(leaf, indicator, chance, paper)}}}")
    if leaf.scored_by == "survey":
        facts.append("    conducted_by: independent")
    facts.append(f"    as_of: {YEAR}-12-14")
    facts.append(f"    evidence: {proof}")


def _values(leaf: Leaf, indicator: Indicator, chance: random.Random, paper: int) -> str:
    whole = chance.randint(20, 2000)
    match indicator.measure:
        case "ratio" | "survey":
            return f"numerator: {whole - int(whole * chance.choice((0, 0, 0.01, 0.03, 0.08)))}, denominator: {whole}"
        case "percent":
            return f"percent: {chance.randint(80, 100)}"
        case "count":
            return f"count: {chance.randint(0, 3)}"
        case "amount" | "rank":
            return f"{indicator.measure}: {chance.randint(1, 20)}"
        case "yes-no":
            return f"answer: {'true' if chance.random() < 0.9 else 'false'}"
        case "date":
            return f"date: {_issued(paper)}"
        case "checklist":
            items = list(indicator.items or {})
            return f"done: [{', '.join(items[: chance.randint(len(items) - 1, len(items))])}]"
    raise ValueError(f"{leaf.code}: no figures for {indicator.measure}")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), SET, *map(int, sys.argv[3:4]))
