"""Words that a plan gives as printed: terms, leads, coordinating agencies and funding of its tasks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from parindex.model.plan import Plan, Task

from .folding import Fault, fold, mend
from .sections import Section


def words_as_printed(plan: Plan) -> Iterator[tuple[Task, str]]:
    """Every cell that must stand in the task's own section; a duty of the body owes only its term.

    The lead of a duty of the body may be named by a heading above it, and deliverables may be shortened.
    """
    for task in plan.tasks:
        cells = [part.deadline.text for part in task.parts]
        if task.annex:
            for agencies in (task.lead, task.coordinate):
                cells += agencies if isinstance(agencies, list) else [agencies or ""]
            cells.append(task.funding or "")
        yield from ((task, cell) for cell in cells if cell)


def not_printed(plan: Plan, sections: dict[str, Section], faults: list[Fault]) -> tuple[int, list[str]]:
    """How many cells were looked for, and a problem for each that does not stand in its section."""
    looked, problems = 0, []
    for task, cell in words_as_printed(plan):
        section = sections.get(task.cite.section)
        if section is None:
            continue  # said already of the locator
        looked += 1
        if not _stands_in(mend(fold(cell), faults, plan.source), section):
            problems.append(f"{plan.id}: task {task.id}: {section.name}: «{cell}» is not printed there")
    return looked, problems


def _stands_in(cell: str, section: Section) -> bool:
    """Whole, or begun in one row and ended in another: a page break may cut a row of a table."""
    if cell in section.text:
        return True
    words = cell.split()
    pieces = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words)))
    return any(
        begin in one.text and end in other.text
        for begin, end in pieces
        for one, other in permutations(section.units, 2)
    )
