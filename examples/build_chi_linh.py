"""Build the evidence repository ``examples/chi-linh-2023``: 19 communes with made-up figures.

    python examples/build_chi_linh.py [FOLDER]

The communes are those that ``plans/chi-linh-tthc-2023.yaml`` names for inspection; everything else is drawn with a
seed of the unit's id, so that the same program writes the same files. Dates never come from the clock.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
from chi_linh_figures import AS_OF, SELF_COUNTED, figures, last_year
from chi_linh_made import Figures
from chi_linh_papers import Paper
from small_evidence import evidence

from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.model.unit import Unit, UnitIdentity
from parindex.scoring.leads import leads
from parindex.scoring.sheet import score

SET = "cap-xa-thanh-pho-2023"
PLANS = ("chi-linh-2023", "chi-linh-tthc-2023")
INSPECTED = 7
"""The plan has 6 to 8 communes inspected unannounced (PL.II.II.1) and does not say which: these are drawn."""
UNDATED = ("Kế hoạch của thành phố không in ngày hạn cho nhiệm vụ nào giao xã, phường", "UBND thành phố Chí Linh")
"""Why there is no share of tasks on time: of its duties none has a printed day."""
PROJECT = f"""\
# yaml-language-server: $schema=../../docs/schema/project.json
# Kho minh chứng mẫu: 19 xã, phường có tên trong Phụ lục II của kế hoạch chi-linh-tthc-2023.
# SỐ LIỆU GIẢ ĐỊNH, CHỈ ĐỂ MINH HỌA: điểm và thứ hạng ở đây không nói gì về các xã, phường thật.
kind: project
format: 1
id: chi-linh-2023-vi-du
title: Chỉ số CCHC năm 2023 của các xã, phường thành phố Chí Linh (số liệu giả định)
year: 2023
criteria: {SET}
plans: [{", ".join(PLANS)}]
units: [units/*.yaml]
groups:
  Các phường: [phường]
  Các xã: [xã]
"""


def slug(name: str) -> str:
    """``UBND phường Văn An`` as ``van-an``."""
    words = name.split()[2:]
    plain = unicodedata.normalize("NFD", " ".join(words).casefold().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char)).replace(" ", "-")


def seed(name: str) -> str:
    """What the figures of a unit are drawn with."""
    return f"chi-linh-2023/{slug(name)}"


def quoted(text: str) -> str:
    """A text as YAML and JSON write it alike."""
    return json.dumps(text, ensure_ascii=False)


class Town:
    """What all units share."""

    def __init__(self) -> None:
        """Read the set and the plans that are shipped."""
        self.library = Library()
        self.plans = [self.library.plan(id_) for id_ in PLANS]
        self.criteria = self.library.criteria(SET)
        self.leaves = [leaf for _, leaf in self.criteria.leaves()]
        self.communes = self.plans[1].agencies["UBND các xã, phường"]
        drawn = Random("chi-linh-2023")  # noqa: S311 - made-up figures, no secrets
        self.inspected = set(drawn.sample(self.communes, INSPECTED))
        self.last_year = {name: last_year(seed(name)) for name in self.communes}

    def text(self, name: str, counted: tuple[int, int] | None) -> str:
        """The file of a unit; ``counted`` are the leaves with evidence and all that it scored itself."""
        id_ = slug(name)
        made = figures(seed(name), name, self.leaves, dict(self.library.indicators))
        made.not_arising["direction.tasks-on-time"] = UNDATED
        rng = Random(f"{seed(name)}/more")  # noqa: S311 - made-up figures, no secrets
        if counted is not None:
            made.ratio(SELF_COUNTED, *counted)
            made.proofs[SELF_COUNTED] = made.proofs.get("direction.self-score-reported", "bc-nam")
        more = [*self._tasks(name, made, rng), *self._inspection(name, made, rng)]
        return "\n".join([*_top(name, id_), *_documents(id_, made), *_figures(made), *more, *self._end(name, made)])

    def _tasks(self, name: str, made: Figures, rng: Random) -> list[str]:
        identity = UnitIdentity(id="unit", name=name, level="commune")
        lines = ["tasks:"]
        for plan in self.plans:
            lines.append(f"  {plan.id}:")
            for task in plan.tasks:
                if not leads(identity, plan, task) or task.same_as or rng.random() > 0.5 + 0.5 * made.papers.skill:
                    continue
                paper = rng.choice(["bc-q2", "bc-q3", "bc-nam"])
                done = made.papers.by_id[paper].day
                lines.append(f"    {task.id}: {{done: {done}, evidence: [{{doc: {paper}, at: mục 1}}]}}")
            if lines[-1].endswith(":"):
                lines.pop()
        return lines

    def _inspection(self, name: str, made: Figures, rng: Random) -> list[str]:
        id_ = "direction.inspection-findings-remedied"
        if name not in self.inspected:
            made.not_arising[id_] = (
                "Năm 2023 chưa được chọn kiểm tra đột xuất",
                "Văn phòng HĐND và UBND thành phố",
            )
            return []
        found = rng.randint(3, 9)
        remedied = min(found, round(found * (0.4 + 0.6 * made.papers.skill)))
        return [
            "inspections:",
            "  - by: Văn phòng HĐND và UBND thành phố",
            "    date: 2023-08-15",
            "    conclusion: {doc: bc-q3, at: mục 2}",
            f"    findings: {found}",
            f"    remedied: {remedied}",
            "    evidence: [{doc: bc-nam, at: mục 2}]",
        ]

    def _end(self, name: str, made: Figures) -> list[str]:
        lines = []
        if made.not_arising:
            lines.append("not_arising:")
            for id_, (why, who) in made.not_arising.items():
                lines.append(f"  {id_}: {{reason: {quoted(why)}, by: {quoted(who)}}}")
        for key, texts in (("claims", made.claims), ("explanations", made.explanations)):
            if texts:
                lines.append(f"{key}:")
                lines += [f"  {code}: {quoted(text) if key != 'claims' else text}" for code, text in texts.items()]
        lines += ["previous:", "  facts:"]
        lines += [f"    {id_}: {values}" for id_, values in made.previous.items()]
        index = self.last_year[name]
        place = 1 + sum(other > index for other in self.last_year.values())
        lines += [f"  index: {index}", f"  place: {place}"]
        kind = name.split()[1]
        lines += [
            "report:",
            "  self:",
            f"    place: {name.removeprefix(f'UBND {kind} ')}",
            "    addressees: [UBND thành phố Chí Linh, Phòng Nội vụ thành phố]",
            "    bases: [Thực hiện Kế hoạch cải cách hành chính năm 2023 của UBND thành phố Chí Linh]",
            "    authority: TM.",
            "    on_behalf_of: ỦY BAN NHÂN DÂN",
            "    signer_title: CHỦ TỊCH",
            '    recipients: ["- Như trên;", "- Lưu: VT."]',
        ]
        return [*lines, ""]


def _top(name: str, id_: str) -> list[str]:
    return [
        "# yaml-language-server: $schema=../../../docs/schema/unit.json",
        "# SỐ LIỆU GIẢ ĐỊNH, CHỈ ĐỂ MINH HỌA (examples/build_chi_linh.py): không phải số liệu của đơn vị này.",
        "kind: unit",
        "format: 1",
        f"unit: {{id: {id_}, name: {name}, level: commune, type: {name.split()[1]}, synthetic: true}}",
        "year: 2023",
        f"criteria: {SET}",
        f"plans: [{', '.join(PLANS)}]",
    ]


def _documents(id_: str, made: Figures) -> list[str]:
    used = set(made.proofs.values()) | {paper for sent in made.reports.values() for paper in sent.values()}
    used |= {"bc-q1", "bc-q2", "bc-q3", "bc-nam"}
    lines = ["documents:"]
    for paper_id, paper in sorted(made.papers.by_id.items()):
        if paper_id in used:
            lines.append(f"  {paper_id}:")
            lines += [f"    {line}" for line in _document(id_, paper)]
    return lines


def _document(id_: str, paper: Paper) -> list[str]:
    number = [f"number: {paper.number}"] if paper.number else []
    return [
        f"form: {paper.form}",
        *number,
        f"date: {paper.day}",
        f"issuer: {paper.issuer}",
        f"title: {quoted(paper.title)}",
        f"file: minh-chung/{id_}/{paper.file}.docx",
    ]


def _figures(made: Figures) -> list[str]:
    lines = ["facts:"]
    for id_, values in made.values.items():
        lines += [f"  {id_}:", f"    values: {values}"]
        if "denominator" in values or "count" in values:
            lines.append(f"    as_of: {AS_OF}")
        if id_.startswith("impact."):
            lines.append("    conducted_by: superior")
        if id_ in made.quarters:
            lines.append("    periods:")
            for number, (part, whole) in enumerate(made.quarters[id_], start=1):
                figures_ = f"{{numerator: {part}, denominator: {whole}}}"
                quarterly = "bc-nam" if number == 4 else f"bc-q{number}"
                proof = f"evidence: [{{doc: {quarterly}, at: mục 3}}]"
                lines.append(f"      2023-Q{number}: {{values: {figures_}, {proof}}}")
        if id_ in made.proofs:
            lines.append(f"    evidence: [{{doc: {made.proofs[id_]}}}]")
    lines.append("reports:")
    for id_, sent in made.reports.items():
        lines.append(f"  {id_}:" if sent else f"  {id_}: {{}}")
        for period, paper_id in sent.items():
            paper = made.papers.by_id[paper_id]
            when = f"signed: {paper.day}, sent_at: {paper.sent}"
            lines.append(f"    {period}: {{{when}, receiver: UBND thành phố, evidence: [{{doc: {paper_id}}}]}}")
    return lines


def counted(path: Path, town: Town) -> tuple[int, int]:
    """The leaves with evidence, and all that the unit scored itself, as the sheet has them."""
    unit, _ = load_model(path, Unit)
    sheet = score(unit, town.criteria, town.plans, town.library.indicators)
    own = [
        line
        for line in sheet.leaves()
        if line.scored_by == "unit" and (line.status in ("scored", "unsupported") or line.indicator == SELF_COUNTED)
    ]
    return sum(bool(line.evidence) or line.indicator == SELF_COUNTED for line in own), len(own)


def build(folder: Path) -> list[Path]:
    """Write the repository; the units' files."""
    (folder / "units").mkdir(parents=True, exist_ok=True)
    (folder / "parindex.yaml").write_text(PROJECT, "utf-8", newline="\n")
    town = Town()
    written = []
    for name in town.communes:
        path = folder / "units" / f"{slug(name)}.yaml"
        path.write_text(town.text(name, None), "utf-8", newline="\n")
        path.write_text(town.text(name, counted(path, town)), "utf-8", newline="\n")
        evidence(path)
        written.append(path)
    return written


if __name__ == "__main__":
    default = Path(__file__).parent / "chi-linh-2023"
    print(len(build(Path(sys.argv[1]) if len(sys.argv) > 1 else default)), "tệp đơn vị")
