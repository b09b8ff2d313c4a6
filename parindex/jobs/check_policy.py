"""What counts: the codes that are asked for, other severities, and accepted findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from msgspec import Struct

from parindex.checks.registry import REGISTRY
from parindex.files.document import Document
from parindex.model.checking import CheckException, CheckSettings
from parindex.values.findings import Finding, Severity


class Asked(Struct, frozen=True):
    """What the command line asks for; it comes on top of the project's settings."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Policy(Struct):
    """The settings of one repository, with the command line's."""

    settings: CheckSettings
    asked: Asked
    document: Document | None = None
    """The project's file, for what is said of the exceptions themselves."""
    _used: set[int] = set()

    def wants(self, code: str) -> bool:
        """Whether a code is asked for: by the longest beginning that is selected or ignored.

        ``--select W509`` wins over a project that ignores ``W5``, and ``--ignore W509`` over one that selects it.
        """
        for select, ignore in ((self.asked.select, self.asked.ignore), (self.settings.select, self.settings.ignore)):
            chosen, left_out = _longest(code, select), _longest(code, ignore)
            if chosen or left_out:
                return chosen > left_out
            if select:
                return False
        return True

    def severity(self, code: str) -> Severity:
        """The project's own, by the longest beginning of the code, else that of the registry."""
        longest = max((each for each in self.settings.severities if code.startswith(each)), key=len, default=None)
        return REGISTRY[code].severity if longest is None else self.settings.severities[longest]

    def accepted(self, finding: Finding, path: str) -> str | None:
        """The reason of the exception that a finding falls under; ``path`` is its file inside the repository."""
        reason = None
        for number, each in enumerate(self.settings.exceptions):
            if _matches(each, finding, path):
                self._used.add(number)
                reason = reason or each.reason
        return reason

    def unused(self, checked: Iterable[str], *, whole: bool) -> list[Finding]:
        """Exceptions that matched nothing (W590), as far as their files were checked; paths as in ``accepted``."""
        if self.document is None:
            return []
        paths = list(checked)
        return [
            self.document.finding("W590", ("checks", "exceptions", number), code=each.code, path=each.path)
            for number, each in enumerate(self.settings.exceptions)
            if number not in self._used and (whole or any(within(path, each.path) for path in paths))
        ]


def within(path: str, pattern: str) -> bool:
    """Whether a path matches a pattern or lies in the folder that it names."""
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"{pattern.rstrip('/')}/*")


def _matches(exception: CheckException, finding: Finding, path: str) -> bool:
    if not finding.code.startswith(exception.code) or not within(path, exception.path):
        return False
    return exception.line is None or (finding.place is not None and finding.place.line == exception.line)


def _longest(code: str, beginnings: Sequence[str]) -> int:
    return max((len(each) for each in beginnings if code.startswith(each)), default=0)
