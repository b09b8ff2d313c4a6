"""Excel formulas that give the points of a leaf as the engine gives them.

A leaf has two hidden cells, ``measured`` (the fact as one number, or why there is none) and ``raw`` (what the rule
gives), and the one that is seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from parindex.reports.forms.basis import (
    INCOMPLETE,
    INVALID,
    LATER,
    NEVER,
    NO_DAY,
    NO_PREVIOUS,
    NUMERIC,
    Basis,
    number,
    text,
)
from parindex.reports.forms.measures import by_last_year
from parindex.reports.forms.rule_formulas import BODY, MEASURES, never


def measured_formula(basis: Basis) -> str:
    """The fact as one number; a text says why there is none, an empty one that nothing is reported."""
    cells = basis.cells
    match basis.indicator.measure:
        case "ratio":
            return _share(cells)
        case "survey":
            single = _single(cells["percent"])
            if answers := [cells[name] for name in cells if name.startswith("answer:")]:
                single = f"IF(COUNT({','.join(answers)})>0,1,{single})"
            return f"IF(COUNTA({cells['numerator']},{cells['denominator']})>0,{_share(cells)},{single})"
        case "date":
            never = f'IF({cells["answer"]}="Không",{text(NEVER)},IF({cells["answer"]}="Có",{text(NO_DAY)},""))'
            return f"IF(ISNUMBER({cells['date']}),{cells['date']},{never})"
        case "yes-no":
            return f'IF({cells["answer"]}="Có",1,IF({cells["answer"]}="Không",0,""))'
        case "checklist":
            return f'IF(COUNTA({",".join(cells.values())})=0,"",1)'
        case "reports" if basis.nothing_sent:
            return "1"
        case "reports":
            return f'IF(COUNTA({",".join(basis.reported)})=0,"",1)'
        case "count" if basis.excluded:
            left = f"({cells['count']}-SUM({','.join(basis.excluded)}))"
            return _single(cells["count"], f"IF({left}<0,{text(INVALID)},{left})")
        case measure:
            return _single(cells[measure])


def _share(cells: Mapping[str, str]) -> str:
    part, whole = cells["numerator"], cells["denominator"]
    good = f"IF(OR({whole}<=0,{part}>{whole},{part}<0),{text(INVALID)},{part}*100/{whole})"
    return f'IF(COUNTA({part},{whole})=0,"",IF(COUNT({part},{whole})<2,{text(INCOMPLETE)},{good}))'


def _single(cell: str, good: str = "") -> str:
    return f'IF(ISNUMBER({cell}),{good or cell},IF(ISBLANK({cell}),"",{text(INVALID)}))'


def raw_formula(basis: Basis, *, needs_previous: bool = False, target_of: Decimal | None = None) -> str:
    """What the rule gives: points, or a text where there are none.

    ``needs_previous``: the target is last year's value, which is not known; ``target_of`` is that value where it is.
    Where last year's figure is then typed, only a rule that compares with it goes on without the engine.
    """
    if (last := basis.last_year) and (needs_previous or target_of is not None):
        if by_last_year(basis.leaf.rule):
            then = raw_formula(basis)
        elif target_of is None:
            then = text(LATER)
        else:
            then = f"IF(ABS({last}-({number(target_of)}))<0.000000001,{raw_formula(basis)},{text(LATER)})"
        return f"IF(ISNUMBER({last}),{then},{text(NO_PREVIOUS if needs_previous else LATER)})"
    if needs_previous:
        return text(NO_PREVIOUS)
    rule, at = basis.leaf.rule, basis.measured
    if type(rule) not in BODY:
        body = text(LATER)
    elif basis.indicator.measure not in MEASURES.get(rule.kind, NUMERIC):
        body = text(INVALID)
    else:
        body = BODY[type(rule)](rule, basis)
    if basis.indicator.measure == "date":
        return f"IF({at}={text(NEVER)},{never(rule, basis)},IF(ISNUMBER({at}),{body},{at}))"
    return f"IF(ISNUMBER({at}),{body},{at})"


def last_year_formula(basis: Basis) -> str:
    """Last year's figure as one number, of the cells that are filled in for it; a text says why there is none."""
    return _share(basis.cells) if basis.indicator.measure == "ratio" else _single(next(iter(basis.cells.values())))
