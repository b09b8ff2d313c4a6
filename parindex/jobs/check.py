"""Check repositories: every file that is ours, its evidence, and what the files say of each other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from parindex.checks.criteria.check import check_set
from parindex.checks.orphans import orphans
from parindex.checks.projects import check_deadlines, check_extended, check_left_out
from parindex.checks.registry import REGISTRY
from parindex.checks.sensitive import Signs, signs_in
from parindex.checks.sets import check_plan
from parindex.checks.settings import check_settings
from parindex.files.contents import Contents
from parindex.files.document import Document
from parindex.files.library import Library, data_folder
from parindex.files.load import load_model
from parindex.files.overlay import criteria_of
from parindex.files.project import refuse_outside
from parindex.files.repository import leads_out
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read
from parindex.jobs.check_policy import Asked, Policy
from parindex.jobs.check_selection import Selection
from parindex.jobs.check_targets import Scope, Target, display, scopes_of
from parindex.jobs.check_told import VERSION, renamed, rules, told
from parindex.jobs.check_unit import CheckedUnit, check_one, read_one
from parindex.model.checking import CheckSettings
from parindex.model.indicators import Indicators
from parindex.model.kinds import KINDS
from parindex.model.plan import Plan
from parindex.model.project import Project
from parindex.reports.findings.data import Listing, Told
from parindex.values.findings import Finding


class NothingToCheck(Exception):
    """No file of a known kind was found."""


class Options(Struct, frozen=True):
    """What the command line asks for."""

    asked: Asked = Asked()
    strict: bool = False
    full: bool = False
    changed_since: str | None = None
    lang: str = "vi"


class Outcome(Struct, frozen=True):
    """A check that was done."""

    listing: Listing
    missing: bool
    """Whether a path that was named is not there."""
    unchanged: int
    """Files that were left out because nothing of theirs changed."""


def run_check(paths: Sequence[Path], options: Options | None = None) -> Outcome:
    """Check files and folders. Broken files give findings and do not keep the others from being checked.

    Raises ``NothingToCheck``, and ``NoRevision`` when ``changed_since`` cannot be had.
    """
    options = options or Options()
    scopes, missing = scopes_of(paths)
    if not scopes and not missing:
        raise NothingToCheck
    found: list[Told] = []
    accepted: list[Told] = []
    files: list[str] = []
    unchanged = 0
    bare = Policy(CheckSettings(), options.asked)
    found += [told(finding, bare.severity(finding.code), options.lang) for finding in missing]
    for scope in scopes:
        with Contents(signs_in) as contents:
            run = _Run(scope, options, contents)
            findings = list(run.findings())
        files += run.files
        unchanged += run.unchanged
        for finding in _once(findings):
            if (reason := run.policy.accepted(finding, run.inside(finding.file))) is not None:
                accepted.append(told(finding, run.policy.severity(finding.code), options.lang, reason))
            elif run.policy.wants(finding.code):
                found.append(told(finding, run.policy.severity(finding.code), options.lang))
        found += [
            told(finding, run.policy.severity(finding.code), options.lang)
            for finding in run.policy.unused(map(run.inside, run.files), whole=scope.whole and not run.unchanged)
            if run.policy.wants(finding.code)
        ]
    listing = Listing(
        found=tuple(sorted(dict.fromkeys(found), key=_place)),
        accepted=tuple(sorted(dict.fromkeys(accepted), key=_place)),
        files=tuple(dict.fromkeys(files)),
        rules=rules(options.lang),
        version=VERSION,
        lang=options.lang,
        strict=options.strict,
        full=options.full,
    )
    return Outcome(listing, bool(missing), unchanged)


def _place(told: Told) -> tuple[str, int, int, str]:
    return told.file, told.line or 0, told.column or 0, told.code


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding once: a plan that is broken is told of by every unit that names it."""
    seen = set()
    for finding in findings:
        key = (finding.code, finding.file, finding.route, finding.part, finding.place, tuple(finding.data.items()))
        if key not in seen:
            seen.add(key)
            yield finding


class _Run:
    """The check of one repository."""

    def __init__(self, scope: Scope, options: Options, contents: Contents[Signs]) -> None:
        self.scope, self.contents = scope, contents
        project = scope.repository.project
        settings = project.checks if project is not None else CheckSettings()
        self.policy = Policy(settings, options.asked, _shown(scope.repository.document))
        self.library = Library(scope.root)
        self.selection = Selection(options.changed_since, scope.root, self.library)
        self.files: list[str] = []
        self.unchanged = 0
        self._checked: dict[Path, CheckedUnit] = {}
        # Thousands of findings are about a few files.
        self.inside = cache(self._inside)
        self._shown_name = cache(self._name_shown)

    def findings(self) -> Iterator[Finding]:
        """Everything, unsorted, with files named as they are shown."""
        yield from (self._named(finding) for finding in self._all())

    def _inside(self, file: str) -> str:
        """A file as the repository's settings name it."""
        path = _absolute(Path(file))
        return path.relative_to(self.scope.root).as_posix() if path.is_relative_to(self.scope.root) else file

    def _all(self) -> Iterator[Finding]:
        yield from self.scope.broken
        # The project's file last: what it says of its units is known by then.
        for target in sorted(self.scope.targets, key=lambda target: target.kind == "project"):
            if not self.selection.wants(target):
                self.unchanged += 1
                continue
            self.files.append(target.name)
            try:
                yield from self._target(target)
            except Unusable as problem:
                yield from problem.findings
        if self.files:
            yield from self.library.clashes
        if self.scope.whole:
            yield from self._orphans()

    def _target(self, target: Target) -> Iterator[Finding]:
        match target.kind:
            case "unit":
                if self.scope.repository.project is not None:
                    refuse_outside(target.path, self.scope.root)
                checked = self._checked[_absolute(target.path)] = check_one(
                    target.path, target.name, self.library, self.contents
                )
                yield from checked.findings
            case "project":
                yield from self._project(target)
            case "criteria":
                criteria, document = criteria_of(read(target.path, target.name), self.library.base)
                yield from check_set(criteria, document, self.library.indicators).findings
            case "plan":
                plan, document = load_model(target.path, Plan, target.name)
                yield from check_plan(plan, document, self.library.indicators)
            case "indicators":
                load_model(target.path, Indicators, target.name)
                _ = self.library.indicators
            case str() as kind if kind in KINDS:
                # What such a file says of a submission is judged by the commands for it.
                load_model(target.path, KINDS[kind], target.name)
            case _:
                yield from _unknown_kind(target)

    def _project(self, target: Target) -> Iterator[Finding]:
        project, document = load_model(target.path, Project, target.name)
        yield from check_settings(project.checks, document, REGISTRY)
        if not self.library.has("criteria", project.criteria):
            yield document.finding("E301", ("criteria",), **self.library.unknown("criteria", project.criteria))
        for number, id_ in enumerate(project.plans):
            if not self.library.has("plan", id_):
                yield document.finding("E302", ("plans", number), **self.library.unknown("plan", id_))
        yield from check_deadlines(project, document)
        if self.scope.whole and (project.left_out or project.extensions):
            ids = {id_ for id_, _ in self._units() if id_ is not None}
            yield from check_left_out(project, document, ids)
            yield from check_extended(project, document, ids)

    def _units(self) -> Iterator[tuple[str | None, frozenset[Path]]]:
        """Id and declared evidence of every unit of the repository, checked or not."""
        paths = self.scope.units or [target.path for target in self.scope.targets if target.kind == "unit"]
        for path in sorted(map(_absolute, paths)):
            if leads_out(path, self.scope.root):
                continue
            if path not in self._checked:
                self._checked[path] = read_one(path)
            yield self._checked[path].id, self._checked[path].evidence

    def _orphans(self) -> Iterator[Finding]:
        units = list(self._units())
        declared = frozenset(file for _, evidence in units for file in evidence)
        folders = frozenset(path.parent for path in self._checked)
        for path in orphans(declared, folders, self.scope.root):
            if self.selection.touched(path):
                yield Finding("W414", display(path))

    def _named(self, finding: Finding) -> Finding:
        """The finding with its file as it is shown."""
        return renamed(finding, self._shown_name(finding.file)) if finding.file else finding

    def _name_shown(self, file: str) -> str:
        """A file as it is shown: the library names its files from their own root."""
        if Path(file).exists():
            return display(Path(file))
        for root in (self.scope.root, data_folder()):
            if (path := root / file).exists():
                return display(path)
        return file


def _absolute(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))


def _shown(document: Document | None) -> Document | None:
    """The project's file under the name by which the check shows it."""
    return None if document is None else replace(document, name=display(Path(document.name)))


def _unknown_kind(target: Target) -> Iterator[Finding]:
    """A file that was named and is none of ours, or whose kind cannot be told."""
    document = read(target.path, target.name)
    if not isinstance(document.data, dict):
        yield document.finding("E235")
    elif isinstance(kind := document.data.get("kind"), str):
        yield document.finding("E233", ("kind",), value=kind, allowed=", ".join(KINDS))
    else:
        yield document.finding("E201", ("kind",), key="kind")


__all__ = ["NothingToCheck", "Options", "Outcome", "run_check"]
