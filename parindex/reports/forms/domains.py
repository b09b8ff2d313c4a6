"""The sheet of one domain: how each criterion is scored, what to fill in, and the points as they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from parindex.locale.rules import sentences, threshold
from parindex.locale.sections import section_name
from parindex.model.criteria import Domain, Group, Leaf
from parindex.model.sheet import Line
from parindex.reports.criteria.view import subject
from parindex.reports.forms.at_first import NOT_ARISING, measured_at_first, points_at_first, raw_at_first
from parindex.reports.forms.basis import (
    INVALID,
    LATER,
    PENDING,
    Basis,
    number,
    text,
)
from parindex.reports.forms.blocks import Block, sheet_key
from parindex.reports.forms.cells import CHOICES
from parindex.reports.forms.expressions import LONGEST, expression
from parindex.reports.forms.measures import LAST_YEAR, targets_last_year
from parindex.reports.forms.previews import last_year_formula, measured_formula, raw_formula
from parindex.reports.forms.quarters import OF_YEAR
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import Column, Grid, Styles
from parindex.reports.ranking.xlsx_styles import height
from parindex.rules.base import number as number_of
from parindex.rules.expression.parser import parse
from parindex.rules.formula import Formula
from parindex.scoring.leaf import judged_by
from parindex.values.periods import quarters_of

COLUMNS = (
    Column("code", "Mã", 7),
    Column("name", "Tiêu chí", 24),
    Column("how", "Cách chấm", 34),
    Column("target", "Chỉ tiêu áp dụng", 20),
    Column("max", "Điểm tối đa", 7),
    Column("label", "Cần nhập", 28),
    Column("value", "Số liệu của đơn vị", 13),
    Column("preview", "Điểm tạm tính", 10),
    Column("as_of", "Tính đến ngày", 11.5),
    Column("doc", "Minh chứng: mã tài liệu", 13),
    Column("at", "Ở đâu (mục, trang)", 18),
    Column("not_arising", "Không phát sinh: lý do", 18),
    Column("explanation", "Giải trình", 26),
    Column("claim", "Điểm tự chấm khác", 9),
    Column("measured", "", 0),
    Column("raw", "", 0),
)
_MERGED = ("code", "name", "how", "target", "max", "preview")
_WIDTH = {column.key: column.width for column in COLUMNS}

_IN_FORMULAS = ("ratio", "percent", "amount", "rank")
"""Measures whose facts a formula looks at as one number."""
_LAST_YEAR = "last year"
"""Names the hidden cell that makes one number of last year's figures."""


class DomainSheet:
    """One sheet, in two steps: places first, for a formula may point to any sheet; then the cells."""

    def __init__(self, book: Any, styles: Styles, domain: Domain, blocks: list[Block], source: FormSource) -> None:
        self.book, self.styles, self.domain, self.blocks, self.source = book, styles, domain, blocks, source
        notes = (
            f"Lĩnh vực {domain.code}. {domain.name}",
            f"{source.unit.unit.name}, năm {source.unit.year}. {source.criteria.title}.",
            "Chỉ nhập vào ô màu vàng. Điểm tạm tính đổi theo số liệu đang nhập; điểm chính thức do lệnh chấm tính.",
        )
        self.grid = Grid(book, styles, f"Lĩnh vực {domain.code}", sheet_key(domain), COLUMNS, notes)
        self.grid.sheet.freeze_panes(self.grid.first, 3)
        self.rows: dict[int, int] = {}
        """The first row of each block, by its position."""
        self.shown = 0.0
        """The sum of the points shown at first, known once all is written."""
        row = self.grid.first
        for position, block in enumerate(blocks):
            self.rows[position] = row
            row += max(1, len(block.rows))
        self.end = row

    def places(self) -> dict[str, dict[str, str]]:
        """References of the cells to fill in, by indicator and name; ``not_arising`` and ``doc:n`` among them."""
        found: dict[str, dict[str, str]] = {}
        for position, block in enumerate(self.blocks):
            for offset, row in enumerate(block.rows):
                at = self.rows[position] + offset
                for column, field in row.fields.items():
                    if column == "value" and field.route[0] == "previous":
                        found.setdefault(str(field.route[2]), {})[row.name] = self.grid.reference(at, column)
                        found[str(field.route[2])].setdefault(_LAST_YEAR, self.grid.reference(at, "measured"))
                    if field.route[0] not in ("facts", "not_arising"):
                        continue
                    name = {"value": row.name, "doc": f"doc:{offset}", "not_arising": "not_arising"}.get(column)
                    if name:
                        found.setdefault(str(field.route[1]), {})[name] = self.grid.reference(at, column)
        return found

    def write(self, places: Mapping[str, Mapping[str, str]], reported: Mapping[str, list[str]], tasks: str) -> None:
        """Write all cells; ``places`` are those of all sheets, ``tasks`` the range of what is filled in there."""
        for position, block in enumerate(self.blocks):
            row = self.rows[position]
            if isinstance(block.node, Group):
                self._group(row, block.node)
            else:
                self._leaf(row, block, block.node, places, reported, tasks)

    def total(self) -> str:
        """The sum of the points shown, as a formula."""
        first, last = (self.grid.reference(row, "preview") for row in (self.grid.first, self.end - 1))
        return f"SUM({first}:{last.rpartition('!')[2]})"

    def _group(self, row: int, group: Group) -> None:
        self.grid.sheet.set_row(row, 20)
        for key in (column.key for column in COLUMNS if column.width):
            self.grid.text(row, key, {"code": group.code, "name": group.name}.get(key, ""), self.styles.group)

    def _leaf(
        self,
        row: int,
        block: Block,
        leaf: Leaf,
        places: Mapping[str, Mapping[str, str]],
        reported: Mapping[str, list[str]],
        tasks: str,
    ) -> None:
        line = self.source.lines[leaf.code]
        texts = self._texts(leaf, line)
        self._heights(row, block, texts)
        last = row + len(block.rows) - 1
        for key in _MERGED:
            column = self.grid.columns[key]
            if last > row:
                self.grid.sheet.merge_range(row, column, last, column, "", self.styles.text)
            if key == "max":
                self.grid.sheet.write_number(row, column, float(leaf.points), self.styles.points)
            elif key != "preview":
                self.grid.text(row, key, texts[key], self.styles.center if key == "code" else self.styles.text)
        for offset, line_ in enumerate(block.rows):
            at = row + offset
            label = line_.label or (block.told if offset == 0 else "")
            self.grid.line(at, line_.key, {"label": label, **({"code": leaf.code} if offset == 0 else {})})
            for key in (column.key for column in COLUMNS if column.width and column.key not in _MERGED):
                if key in line_.fields:
                    self.grid.input(at, line_.fields[key])
                elif key == "label":
                    self.grid.text(at, key, label)
                else:
                    self.grid.sheet.write_blank(at, self.grid.columns[key], None, self.styles.blank)
        self._formulas(row, block, leaf, line, places, reported, tasks)

    def _texts(self, leaf: Leaf, line: Line) -> dict[str, str]:
        about = subject(leaf, self.source.indicators, "vi")
        how = " ".join(sentences(leaf.rule, about))
        evidence = f"\nMinh chứng: {'; '.join(leaf.evidence)}." if leaf.evidence else ""
        kind = {"bonus": " (điểm thưởng)", "penalty": " (điểm trừ)"}.get(leaf.counts, "")
        target = ""
        if line.target is not None:
            target = threshold(line.target.comparator, line.target.value, about)
            cite = line.target.cite
            target += f" ({cite.title}, {section_name(cite.section)})" if cite else " (ngưỡng tham chiếu)"
        return {"code": leaf.code, "name": leaf.name + kind, "how": how + evidence, "target": target, "max": ""}

    def _heights(self, row: int, block: Block, texts: Mapping[str, str]) -> None:
        """Share what the merged texts need among the lines of the block."""
        needed = max(_height(texts[key], _WIDTH[key]) for key in ("name", "how", "target")) + 4
        first = block.rows[0].fields
        own = [
            max(
                18,
                _height(line.label or (block.told if not offset else ""), _WIDTH["label"]) + 3,
                *(_height(line.fields[key].base, _WIDTH[key]) + 3 for key in ("value", "at") if key in line.fields),
            )
            for offset, line in enumerate(block.rows)
        ]
        for key in ("explanation", "not_arising"):
            if key in first:
                own[0] = max(own[0], min(200, _height(first[key].base, _WIDTH[key]) + 3))
        spare = max(0, needed - sum(own)) / len(own)
        for offset, height_ in enumerate(own):
            self.grid.sheet.set_row(row + offset, min(400, height_ + spare))

    def _formulas(
        self,
        row: int,
        block: Block,
        leaf: Leaf,
        line: Line,
        places: Mapping[str, Mapping[str, str]],
        reported: Mapping[str, list[str]],
        tasks: str,
    ) -> None:
        grid, column = self.grid, self.grid.columns["preview"]
        if isinstance(leaf.rule, Formula) and (raw := self._of_formula(row, block, leaf, leaf.rule, places)):
            value = points_at_first(line)
            self.shown += value if isinstance(value, float) else 0
            proofs = [
                cell
                for id_ in leaf.names.values()
                for name, cell in places.get(id_, {}).items()
                if name.startswith("doc:")
            ]
            shown = self._adjusted(leaf, grid.reference(row, "raw"), proofs)
            grid.sheet.write_formula(row, grid.columns["raw"], f"={raw}", self.styles.key, raw_at_first(leaf, value))
            grid.sheet.write_formula(row, column, f"={shown}", self.styles.preview, value)
            return
        cells = dict(places.get(block.indicator.id, {})) if block.indicator is not None else {}
        constant = self._constant(leaf, block, cells)
        if constant is not None:
            grid.sheet.write_string(row, column, constant, self.styles.preview)
            return
        indicator = block.indicator
        if indicator is None:  # pragma: no cover - a constant stands there
            raise TypeError(leaf.code)
        inputs, resolved = judged_by(leaf, self.source.context)
        proofs = [cells.pop(name) for name in list(cells) if name.startswith("doc:")]
        nothing = cells.pop("not_arising", "")
        conductor = cells.pop("conductor", "")
        last_year = cells.pop(_LAST_YEAR, "")
        quarters = cells.pop(OF_YEAR, "")
        before = {name.removeprefix(LAST_YEAR): cells.pop(name) for name in list(cells) if name.startswith(LAST_YEAR)}
        for name in [name for name in cells if name.startswith("reason:")]:
            del cells[name]
        excluded = [cells.pop(name) for name in list(cells) if name.startswith("excluded:")]
        adequate = self.source.unit.reports.get(indicator.id, {})
        cells |= {f"adequate:{period}": "1" for period, report in adequate.items() if report.adequate}
        measured = grid.reference(row, "measured")
        none_sent = self.source.unit.reports.get(indicator.id) == {}
        sent = reported.get(indicator.id, [])
        basis = Basis(leaf, indicator, inputs, cells, measured, excluded, sent, last_year, none_sent)
        self._last_year(row, block, replace(basis, cells=before))
        first = measured_formula(basis)
        if tasks and indicator.derived and "tasks" in indicator.derived:
            first = f"IF(COUNTA({tasks})>0,{text(LATER)},{first})"
        known = number_of(inputs.previous.get("value")) if targets_last_year(indicator.id, self.source) else None
        target_of = known[1] if isinstance(known, tuple) else None
        raw = raw_formula(basis, needs_previous=resolved.needs_previous, target_of=target_of)
        if leaf.scored_by == "survey":
            admitted = [CHOICES["conductor"][who] for who in self.source.criteria.policy.surveys]
            told = ",".join(f"{conductor}={text(who)}" for who in admitted) or "FALSE"
            raw = f"IF(OR({told}),{raw},{text(PENDING)})"
        shown = self._adjusted(leaf, grid.reference(row, "raw"), proofs)
        if quarters:
            shown = f"IF({_by_quarters(measured, quarters)},{text(LATER)},{shown})"
        if nothing:
            shown = f"IF(ISBLANK({nothing}),{shown},{self._not_arising(leaf)})"
        entry = self.source.unit.facts.get(indicator.id)
        by_quarters = entry is not None and entry.values is None
        value = LATER if by_quarters and indicator.id not in self.source.unit.not_arising else points_at_first(line)
        self.shown += value if isinstance(value, float) else 0
        fact = "" if by_quarters else measured_at_first(line.facts[0] if line.facts else None, indicator.measure)
        grid.sheet.write_formula(row, grid.columns["measured"], f"={first}", self.styles.key, fact)
        grid.sheet.write_formula(row, grid.columns["raw"], f"={raw}", self.styles.key, raw_at_first(leaf, value))
        grid.sheet.write_formula(row, column, f"={shown}", self.styles.preview, value)

    def _last_year(self, row: int, block: Block, basis: Basis) -> None:
        """Make one number of last year's figures, in the line where they begin."""
        for offset, line in enumerate(block.rows):
            if line.name.startswith(LAST_YEAR):
                known = number_of(basis.inputs.previous.get("value"))
                value = float(known[1]) if isinstance(known, tuple) else ""
                formula = f"={last_year_formula(basis)}"
                column = self.grid.columns["measured"]
                self.grid.sheet.write_formula(row + offset, column, formula, self.styles.key, value)
                return

    def _of_formula(
        self, row: int, block: Block, leaf: Leaf, rule: Formula, places: Mapping[str, Mapping[str, str]]
    ) -> str:
        """What a formula gives, over one hidden cell for each fact; empty where Excel cannot work it out."""
        source, grid = self.source, self.grid
        inputs, resolved = judged_by(leaf, source.context)
        if leaf.scored_by != "unit" or resolved.needs_previous:
            return ""
        names = {"points": number(leaf.points)}
        if inputs.target is not None and isinstance(inputs.target.value, Decimal):
            names["target"] = number(inputs.target.value)
        measured, nothing, later = [], [], []
        for offset, (name, id_) in enumerate(leaf.names.items()):
            indicator, entry = source.indicators[id_], source.unit.facts.get(id_)
            apart = ("doc:", LAST_YEAR, _LAST_YEAR)
            cells = {key: cell for key, cell in places.get(id_, {}).items() if not key.startswith(apart)}
            nothing.append(cells.pop("not_arising", ""))
            quarters = cells.pop(OF_YEAR, "")
            kept = entry is None or entry.values is not None
            if indicator.measure not in _IN_FORMULAS or indicator.derived or not kept or offset >= len(block.rows):
                return ""
            place = grid.reference(row + offset, "measured")
            first = measured_formula(Basis(leaf, indicator, inputs, cells, place))
            fact = measured_at_first(
                next((each for each in source.lines[leaf.code].facts if each.indicator == id_), None), indicator.measure
            )
            grid.sheet.write_formula(row + offset, grid.columns["measured"], f"={first}", self.styles.key, fact)
            measured.append(place)
            if quarters:
                later.append(_by_quarters(place, quarters))
            names[name] = place
            if indicator.measure == "ratio":
                names |= {f"{name}.{part}": cells[part] for part in ("numerator", "denominator")}
        try:
            found = expression(parse(rule.expression), names)
        except KeyError:
            return ""
        missing = ",".join(f'{place}=""' for place in measured)
        held = f"MAX(0,MIN({number(leaf.points)},{found}))"
        good = f"IF(COUNT({','.join(measured)})<{len(measured)},{text(INVALID)},IFERROR({held},{text(INVALID)}))"
        raw = f'IF(OR({missing}),"",{good})'
        if stated := ",".join(filter(None, nothing)):
            later.append(f"COUNTA({stated})>0")
        if later:
            raw = f"IF(OR({','.join(later)}),{text(LATER)},{raw})"
        return raw if len(raw) < LONGEST else ""

    def _constant(self, leaf: Leaf, block: Block, cells: Mapping[str, str]) -> str | None:
        """What stands there for good: others give the points, or Excel cannot work them out."""
        if leaf.scored_by == "council" or not leaf.names:
            return PENDING
        indicator = block.indicator
        if indicator is None or leaf.rule.kind in ("formula", "appraised"):
            return LATER
        if indicator.derived and indicator.derived in self.source.derived:
            return LATER
        entry = self.source.unit.facts.get(indicator.id)
        held = quarters_of(str(self.source.unit.year)) if OF_YEAR in cells else ()
        if entry is not None and entry.values is None and not set(entry.periods) <= set(held):
            return LATER  # from the figures of other periods, which the form does not hold
        if leaf.scored_by == "survey" and "conductor" not in cells:
            return PENDING
        return None

    def _adjusted(self, leaf: Leaf, raw: str, proofs: list[str]) -> str:
        """What the set's policy makes of the rule's points."""
        policy, shown = self.source.criteria.policy, raw
        if leaf.counts == "penalty":
            shown = f"IF(ISNUMBER({raw}),-{raw},{raw})"
        if policy.rounding.at == "leaf":
            digits = policy.rounding.digits
            scaled = f"ROUND({raw}*10^{digits},9)"
            rounded = {
                "half-up": f"ROUND({raw},{digits})",
                "down": f"TRUNC({scaled})/10^{digits}",
                "half-even": f"IF(ROUND(MOD({scaled},1),9)=0.5,2*ROUND({scaled}/2,0),ROUND({scaled},0))/10^{digits}",
            }[policy.rounding.mode]
            shown = f"IF(ISNUMBER({raw}),{'-' if leaf.counts == 'penalty' else ''}{rounded},{raw})"
        zero = policy.missing_evidence == "zero" and leaf.scored_by == "unit" and leaf.counts != "penalty"
        if zero and proofs and not self._proved_by_periods(leaf):
            shown = f"IF(AND(ISNUMBER({raw}),COUNTA({','.join(proofs)})=0),0,{shown})"
        return shown

    def _proved_by_periods(self, leaf: Leaf) -> bool:
        entries = [self.source.unit.facts.get(id_) for id_ in leaf.names.values()]
        return any(part.evidence for entry in entries if entry for part in entry.periods.values())

    def _not_arising(self, leaf: Leaf) -> str:
        way = leaf.not_arising or self.source.criteria.policy.not_arising
        if way == "exclude":
            return text(NOT_ARISING)
        return number(Decimal(0) if way == "zero" or leaf.counts == "penalty" else leaf.points)


def _by_quarters(measured: str, quarters: str) -> str:
    """Whether the year follows from its quarters, which is left to the engine."""
    return f'AND({measured}="",COUNTA({quarters})>0)'


def _height(words: str, width: float) -> float:
    return sum(height([(part, width)]) for part in words.split("\n")) if words else 0.0
