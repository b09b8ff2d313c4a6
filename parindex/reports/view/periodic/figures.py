"""The figures of a period: against what the plans ask, and against the report before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from parindex.locale.formats import number
from parindex.locale.sections import section_name
from parindex.model.indicators import Indicator
from parindex.model.sheet import FactLine, Line, Sheet
from parindex.model.unit import Proof, Unit
from parindex.reports.view.data import Bar, Chart
from parindex.reports.view.periodic.data import FigureRow
from parindex.reports.view.words import DASH, Scores, few
from parindex.reports.working import bound_text, fact_text
from parindex.values.numbers import exact, rounded
from parindex.values.periods import quarters_of

_SCORES = Scores()
_MOST_BARS = 10


class Figure(Struct, frozen=True):
    """One indicator with its figure of the period."""

    fact: FactLine
    leaf: Line
    domain: str
    before: Decimal | None
    """In the report before; in the year's report, last year's where the unit gives it."""
    met: bool | None
    """``None`` where nothing is asked, or the year's amount cannot be judged before its end."""

    @property
    def value(self) -> Decimal:
        """The measured value."""
        return self.fact.value or Decimal(0)

    @property
    def change(self) -> Decimal | None:
        """Value less that before, exact."""
        if self.before is None:
            return None
        with exact():
            return self.value - self.before


def figures_of(sheet: Sheet, earlier: Sheet | None, indicators: Mapping[str, Indicator]) -> list[Figure]:
    """The indicators that have a number in the period, each once, in the order of the set.

    What is computed from tasks and inspections is left out before the end of the year: it is told on its own.
    """
    last = {fact.indicator: fact.value for leaf in earlier.leaves() for fact in leaf.facts} if earlier else {}
    whole = "-" not in sheet.period
    found: dict[str, Figure] = {}
    for leaf in sheet.leaves():
        for fact in leaf.facts:
            indicator = indicators.get(fact.indicator)
            if fact.value is None or indicator is None or fact.indicator in found:
                continue
            if indicator.derived and not whole:
                continue
            own = len(leaf.facts) == 1 and leaf.target is not None
            judged = own and (fact.percent or whole)
            earlier_value = fact.previous if whole else last.get(fact.indicator)
            met = leaf.met if judged else None
            found[fact.indicator] = Figure(fact, leaf, indicator.domain, earlier_value, met)
    return list(found.values())


def _shown(figure: Figure) -> FactLine:
    """The fact with two decimals, where those do not hide the distance to the target, and without its day."""
    near = rounded(figure.value, 2, "half-up")
    target = figure.leaf.target
    keep = target is not None and near == target.value
    return figure.fact.but(as_of=None, value=figure.value if keep else near)


def told(figure: Figure, against: str) -> str:
    """``Hồ sơ …: 570 / 587 hồ sơ = 97,1%, chưa đạt chỉ tiêu từ 98% trở lên (…); giảm 0,02 … so với quý I``."""
    words = f"{figure.fact.name}: {fact_text(_shown(figure))}"
    target = figure.leaf.target
    if figure.met is not None and target is not None:
        where = "ngưỡng tham chiếu"
        if target.cite is not None:
            where = f"{target.cite.title}, {section_name(target.cite.section)}"
        words += f", {'đạt' if figure.met else 'chưa đạt'} chỉ tiêu {_asked(figure)} ({where})"
    change = changed(figure)
    return f"{words}; {change} so với {against}" if change else words


def short_of(figure: Figure) -> str:
    """``Hồ sơ …: 97,1%, chỉ tiêu từ 98% trở lên``."""
    value = _shown(figure).value or Decimal(0)
    counts = "%" if figure.fact.percent else f" {figure.fact.counts or ''}".rstrip()
    return f"{figure.fact.name}: {number(value)}{counts}, chỉ tiêu {_asked(figure)}"


def _asked(figure: Figure) -> str:
    """The target in words; last year's value as a target with two decimals."""
    target = figure.leaf.target
    if target is None:
        return DASH
    if isinstance(target.value, Decimal):
        target = target.but(value=rounded(target.value, 2, "half-up"))
    return bound_text(target, figure.leaf)


def changed(figure: Figure) -> str:
    """``tăng 1,5 điểm phần trăm``; nothing where the figure before is not known."""
    change = figure.change
    if change is None:
        return ""
    near = rounded(abs(change), 2, "half-up")
    if not near:
        return "không thay đổi"
    unit = "điểm phần trăm" if figure.fact.percent else figure.fact.counts or ""
    return f"{'tăng' if change > 0 else 'giảm'} {number(near)} {unit}".rstrip()


def rows_of(figures: Sequence[Figure], domains: Mapping[str, str], unit: Unit, period: str) -> Iterator[FigureRow]:
    """The rows of the statistical annex, by domain in the order of ``domains``, with the period's own evidence."""
    count = 0
    for id_, name in domains.items():
        members = [figure for figure in figures if figure.domain == id_]
        if members:
            yield FigureRow("domain", "", name, "", "", "", "", "", "", "")
        for figure in members:
            count += 1
            yield _row(count, figure, _proofs(figure, unit, period))


def _proofs(figure: Figure, unit: Unit, period: str) -> str:
    """Numbers of the documents that prove the period's figure; of the year's, all that prove the criterion."""
    entry = unit.facts.get(figure.fact.indicator)
    proofs: Sequence[Proof] = figure.leaf.evidence
    if "-" in period and entry is not None:
        periods = dict.fromkeys((period, *quarters_of(period)))
        proofs = [proof for name in periods if name in entry.periods for proof in entry.periods[name].evidence]
    known = [unit.documents[proof.doc] for proof in proofs if proof.doc in unit.documents]
    return few(dict.fromkeys(document.number or document.title for document in known)) or DASH


def _row(count: int, figure: Figure, proofs: str) -> FigureRow:
    target = figure.leaf.target if len(figure.leaf.facts) == 1 else None
    change = figure.change
    near = None if change is None else rounded(change, 2, "half-up")
    return FigureRow(
        kind="figure",
        number=str(count),
        name=figure.fact.name,
        unit="%" if figure.fact.percent else figure.fact.counts or DASH,
        now=fact_text(_shown(figure)),
        before=DASH if figure.before is None else _value(figure, figure.before),
        change=DASH if near is None else f"{'+' if near > 0 else ''}{number(near)}",
        target=DASH if target is None else _asked(figure),
        verdict={True: "Đạt", False: "Chưa đạt", None: DASH}[figure.met],
        proof=proofs,
    )


def _value(figure: Figure, value: Decimal) -> str:
    near = number(rounded(value, 2, "half-up"))
    return f"{near}%" if figure.fact.percent else near


def chart_of(figures: Sequence[Figure], name: str) -> Chart | None:
    """Shares of the period against what plans ask; ``None`` with fewer than three."""
    bars = []
    for figure in figures:
        target = figure.leaf.target
        if target is None or target.cite is None or not isinstance(target.value, Decimal):
            continue
        if figure.met is None or not figure.fact.percent:
            continue
        bars.append(Bar(figure.fact.name, (_SCORES.figure(figure.value), _SCORES.figure(target.value))))
    if len(bars) < 3:
        return None
    return Chart(f"Kết quả {name} so với chỉ tiêu của kế hoạch (%)", ("Kết quả", "Chỉ tiêu"), tuple(bars[:_MOST_BARS]))
