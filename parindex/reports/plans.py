"""Plans in a terminal: the list, one plan whole, and what plans ask side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from parindex.locale.formats import joined
from parindex.locale.plans import AGAINST, DOMAIN, LEVEL, demand_text, name_of, word
from parindex.locale.steps import Lang
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.reports.layout import Column, row, side, table
from parindex.scoring.demands import Demand

_LIST = (
    Column(("Mã", "Id")),
    Column(("Kế hoạch", "Plan"), ratio=1),
    Column(("Cấp", "Level")),
    Column(("Năm", "Year")),
    Column(("Chỉ tiêu", "Targets"), right=True),
    Column(("Nhiệm vụ", "Tasks"), right=True),
)


def plan_list(plans: Sequence[Plan], lang: Lang = "vi") -> RenderableType:
    """The plans with how many targets and tasks each has."""
    grid = table(_LIST, lang)
    for plan in plans:
        level = name_of(LEVEL, plan.level, lang)
        row(grid, plan.id, plan.title, level, str(plan.year), str(len(plan.targets)), str(len(plan.tasks)))
    return grid


def targets_table(
    demands: Sequence[Demand],
    indicators: Mapping[str, Indicator],
    plans: Sequence[str],
    lang: Lang = "vi",
) -> RenderableType:
    """The targets of each indicator under its name, by domain; ``plans`` are all that were looked at."""
    parts: list[RenderableType] = []
    by_indicator: dict[str, list[Demand]] = {}
    for demand in demands:
        by_indicator.setdefault(demand.indicator, []).append(demand)
    order = list(DOMAIN)
    places = {id_: order.index(each.domain) if each.domain in order else len(order) for id_, each in indicators.items()}
    domain = None
    for id_, asked in sorted(by_indicator.items(), key=lambda item: places.get(item[0], len(order))):
        indicator = indicators.get(id_)
        if len(by_indicator) > 1 and indicator is not None and indicator.domain != domain:
            domain = indicator.domain
            parts.append(Text(name_of(DOMAIN, domain, lang).upper(), style="bold cyan"))
        parts += _indicator(id_, indicator, asked, lang)
        if len(by_indicator) == 1:
            parts += _silent(asked, plans, lang)
        parts.append(Text())
    return Group(*parts[:-1])


def _indicator(id_: str, indicator: Indicator | None, asked: Sequence[Demand], lang: Lang) -> list[RenderableType]:
    for_unit = any(demand.applies is not None for demand in asked)
    columns = [Column(("Kế hoạch", "Plan"), width=18), Column(("Yêu cầu", "Demand"), ratio=1)]
    columns += [Column(("Với đơn vị", "For the unit"), width=20, wrap=True)] if for_unit else []
    columns.append(Column(("Mục", "Section"), width=12, wrap=True))
    grid = table(columns, lang, header=False)
    for demand in asked:
        words = Text(demand_text(demand.comparator, demand.value, demand.unit, lang))
        if notes := _notes(demand, lang):
            words.append(f" ({'; '.join(notes)})", style="dim")
        cells: list[str | Text] = [demand.plan, words, *([_standing(demand, lang)] if for_unit else []), demand.section]
        row(grid, *cells, style="bold" if demand.in_force else "")
    head = Text(id_, style="bold").append(f"  {indicator.name}" if indicator else "", style="not bold")
    return [head, grid]


def _silent(asked: Sequence[Demand], plans: Sequence[str], lang: Lang) -> list[RenderableType]:
    missing = [plan for plan in plans if plan not in {demand.plan for demand in asked}]
    return [no_target(missing, lang)] if missing else []


def no_target(plans: Sequence[str], lang: Lang = "vi") -> Text:
    """Names the plans that set no target."""
    return Text(f"{side(('Không đặt chỉ tiêu này', 'No target'), lang)}: {', '.join(plans)}", style="dim")


def _standing(demand: Demand, lang: Lang) -> str:
    """What the demand means for the unit: the one in force, one more that is laid on it, or for comparison."""
    if demand.in_force:
        return side(("đang áp dụng", "in force"), lang)
    given = ("cũng giao", "also laid on it") if demand.applies else ("tham khảo", "for comparison")
    against = f", {name_of(AGAINST, demand.against, lang)}" if demand.against else ""
    return side(given, lang) + against


def _notes(demand: Demand, lang: Lang) -> list[str]:
    levels = joined([name_of(LEVEL, level, lang) for level in demand.levels])
    notes = [word("levels", lang, levels=levels)] if demand.applies is None else []
    if demand.applies_to:
        notes.append(word("only", lang, names=", ".join(demand.applies_to)))
    if demand.binding == "aspiration":
        notes.append(word("aspiration", lang))
    if demand.of:
        notes.append(word("of", lang, indicator=demand.of))
    if demand.by:
        year, month, last = demand.by.split("-")
        notes.append(word("by", lang, day=f"{last}/{month}/{year}"))
    if demand.external:
        notes.append(word("external", lang, document=demand.external))
    if demand.qualifier:
        notes.append(demand.qualifier)
    if demand.also:
        notes.append(word("also", lang, sections=", ".join(demand.also)))
    return notes
