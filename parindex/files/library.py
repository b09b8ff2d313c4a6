"""Criteria sets, plans, indicators and templates by id: those that are shipped, and a project's own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from difflib import get_close_matches
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from msgspec import json
from msgspec.structs import replace
from pydantic import BaseModel

from parindex.files.document import Document
from parindex.files.headings import heading
from parindex.files.kept import kept
from parindex.files.load import load_model, validate
from parindex.files.overlay import criteria_of
from parindex.files.repository import repository_root
from parindex.files.shipped import read_shipped
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator, Indicators
from parindex.model.plan import Plan
from parindex.values.findings import Finding
from parindex.values.steps import Datum

Kind = Literal["criteria", "plan", "template"]

FOLDERS: Mapping[Kind, str] = {"criteria": "criteria", "plan": "plans", "template": "templates"}
_PATTERNS: Mapping[Kind, str] = {"criteria": "*.yaml", "plan": "*.yaml", "template": "*.docx"}
UNKNOWN: Mapping[Kind, str] = {"criteria": "E301", "plan": "E302", "template": "E309"}

PACKAGE = Path(__file__).parents[1]
_INDICATORS = Path("criteria") / "indicators.yaml"

_Listed = tuple[str, str]
"""An id with the name of its file."""

M = TypeVar("M", bound=BaseModel)


@cache
def data_folder() -> Path:
    """The shipped data: inside the installed package, or the repository beside it during development."""
    installed = PACKAGE / "data"
    return installed if installed.is_dir() else PACKAGE.parent


class Library:
    """Finds what other files name by id. A file is read when it is first asked for, and once."""

    def __init__(self, *roots: Path) -> None:
        """``roots`` are a project's folders, with ``criteria/``, ``plans/`` and ``templates/`` of its own."""
        self.roots = (data_folder(), *(root for root in roots if root.resolve() != data_folder().resolve()))
        self._loaded: dict[tuple[Kind, str], tuple[BaseModel, Document]] = {}
        self._shipped = _shipped_now() if len(self.roots) > 1 else self

    @classmethod
    def around(cls, path: Path) -> Library:
        """The library as a file sees it: what is shipped, and what its own repository adds."""
        return cls(repository_root(path))

    def ids(self, kind: Kind) -> list[str]:
        """All known ids of a kind, in order."""
        return sorted(self._paths[kind])

    def has(self, kind: Kind, id_: str) -> bool:
        """Whether something of the kind has the id."""
        return id_ in self._paths[kind]

    def path(self, kind: Kind, id_: str) -> Path:
        """Its file; raises ``Unusable`` with E301, E302 or E309 when nothing has the id."""
        if id_ not in self._paths[kind]:
            raise Unusable([Finding(UNKNOWN[kind], "", data=self.unknown(kind, id_))])
        return self._paths[kind][id_]

    def unknown(self, kind: Kind, id_: str) -> dict[str, Datum]:
        """What a finding about an unknown id says: the id, those that are known, and a close match."""
        known = self.ids(kind)
        near = get_close_matches(id_, known, n=1, cutoff=0.5)
        data: dict[str, Datum] = {"id": id_, "known": ", ".join(known) or "–"}
        return data | {"close": near[0]} if near else data

    def criteria(self, id_: str) -> CriteriaSet:
        """The criteria set with an id; raises ``Unusable`` when it is unknown, or what is wrong in its file."""
        return self._load("criteria", id_, CriteriaSet)[0]

    def plan(self, id_: str) -> Plan:
        """The plan with an id; raises ``Unusable`` when it is unknown, or what is wrong in its file."""
        return self._load("plan", id_, Plan)[0]

    def other_plans(self, ids: Collection[str], year: int) -> list[Plan]:
        """The plans of a year that are not among ``ids``; those with faults are passed over."""
        plans = []
        for id_ in self.ids("plan"):
            if id_ not in ids:
                with suppress(Unusable):
                    plans.append(self.plan(id_))
        return [plan for plan in plans if plan.year == year]

    def document(self, kind: Literal["criteria", "plan"], id_: str) -> Document:
        """The file of a set or plan with its places."""
        model: type[BaseModel] = CriteriaSet if kind == "criteria" else Plan
        return self._load(kind, id_, model)[1]

    def template(self, id_: str) -> Path:
        """The Word template with an id, the name of its file without ``.docx``; raises ``Unusable`` (E309)."""
        return self.path("template", id_)

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The shared vocabulary with a project's own additions, by id; raises ``Unusable``.

        An id that stands twice, in one file or in two, is an error (E308).
        """
        return self._vocabulary[0]

    @property
    def indicator_documents(self) -> list[Document]:
        """The files of the vocabulary."""
        return self._vocabulary[1]

    @cached_property
    def _vocabulary(self) -> tuple[dict[str, Indicator], list[Document]]:
        found: dict[str, Indicator] = {}
        origin: dict[str, str] = {}
        clashes: list[Finding] = []
        documents: list[Document] = []
        for root in self.roots:
            path = root / _INDICATORS
            if not path.is_file() or (root != self.roots[0] and _is_copy(path, self.roots[0] / _INDICATORS)):
                continue
            model, document = (
                self._shipped._own_vocabulary
                if root == self.roots[0]
                else load_model(path, Indicators, self._name(path))
            )
            documents.append(document)
            for number, indicator in enumerate(model.indicators):
                if indicator.id in found:
                    wrong = document.finding(
                        "E308", ("indicators", number, "id"), id=indicator.id, other=origin[indicator.id]
                    )
                    clashes.append(wrong)
                else:
                    found[indicator.id], origin[indicator.id] = indicator, document.name
        if clashes:
            raise Unusable(clashes)
        return found, documents

    def _keeper(self, path: Path) -> Library:
        """The library that reads a file: what is shipped is read once in a process, not once for each repository."""
        return self._shipped if self._ships(path) else self

    def _ships(self, path: Path) -> bool:
        return path.parent.parent == self.roots[0]

    def _read(self, path: Path) -> Document:
        return (read_shipped if self._ships(path) else read)(path, self._name(path))

    @cached_property
    def _own_vocabulary(self) -> tuple[Indicators, Document]:
        document = self._read(self.roots[0] / _INDICATORS)
        return validate(document, Indicators), document

    @cached_property
    def clashes(self) -> list[Finding]:
        """Ids that two files have (E308): a project's id equal to a shipped one is an error."""
        return self._found[1]

    @property
    def _paths(self) -> Mapping[Kind, Mapping[str, Path]]:
        return self._found[0]

    @cached_property
    def _found(self) -> tuple[dict[Kind, dict[str, Path]], list[Finding]]:
        paths: dict[Kind, dict[str, Path]] = {kind: {} for kind in FOLDERS}
        clashes = []
        for root in self.roots:
            lists = self._shipped._lists if root == self.roots[0] else _lists(root)
            for kind, listed in lists.items():
                for id_, name in listed:
                    path = root / FOLDERS[kind] / name
                    if kind == "template":
                        paths[kind][id_] = path  # an office's own template takes the place of the shipped one
                    elif (other := paths[kind].setdefault(id_, path)) != path and not _is_copy(path, other):
                        document = heading(path)
                        if document is not None:  # it was there when it was listed
                            document = replace(document, name=self._name(path))
                            clashes.append(document.finding("E308", ("id",), **self._taken(id_, other)))
        return paths, clashes

    def _taken(self, id_: str, other: Path) -> dict[str, Datum]:
        """What is said of an id that another file has."""
        name = self._name(other)
        if not self._ships(other):
            return {"id": id_, "other": name}
        return {"id": id_, "other": f"{name} đi kèm chương trình", "other_en": f"{name} of the program"}

    def refuse_taken(self, kind: Kind, id_: str, path: Path) -> None:
        """Raises ``Unusable`` (E308) where another file than ``path`` has the id."""
        if self.has(kind, id_) and (other := self.path(kind, id_)).resolve() != path.resolve():
            raise Unusable([Finding("E308", file_name(path), data=self._taken(id_, other))])

    @cached_property
    def _lists(self) -> Mapping[Kind, list[_Listed]]:
        """What is shipped; kept as long as all its files are as they were."""
        root = self.roots[0]
        stamps = repr([_stamp(path) for path in files_in(root)]).encode()
        lists: Mapping[Kind, list[_Listed]]
        lists = json.decode(kept(root / FOLDERS["criteria"] / "ids.py", stamps, lambda: json.encode(_lists(root))))
        return lists

    def _name(self, path: Path) -> str:
        """A file as the score sheet and findings name it: from its root, the same on every machine."""
        root = next((root for root in self.roots if path.is_relative_to(root)), path.parent)
        return file_name(path.relative_to(root))

    def base(self, id_: str, chain: tuple[str, ...] = ()) -> tuple[CriteriaSet, Document]:
        """The set that the last of ``chain`` extends, with its file; raises ``Unusable``."""
        return self._load("criteria", id_, CriteriaSet, chain)

    def _load(self, kind: Kind, id_: str, model: type[M], chain: tuple[str, ...] = ()) -> tuple[M, Document]:
        for clash in self.clashes:
            if clash.data.get("id") == id_:
                raise Unusable([clash])
        path = self.path(kind, id_)
        if (keeper := self._keeper(path)) is not self:
            return keeper._load(kind, id_, model, chain)
        if (kind, id_) not in self._loaded:
            document = self._read(path)
            self._loaded[kind, id_] = (
                criteria_of(document, self.base, chain) if kind == "criteria" else (validate(document, model), document)
            )
        found, document = self._loaded[kind, id_]
        if not isinstance(found, model):  # pragma: no cover - one kind has one model
            raise TypeError(f"{id_} is no {model.__name__}")
        return found, document


def _is_copy(path: Path, other: Path) -> bool:
    """Whether two files are the same to the byte: a copy of a shipped file says nothing else than the file."""
    return path.stat().st_size == other.stat().st_size and path.read_bytes() == other.read_bytes()


def files_in(root: Path) -> list[Path]:
    """The files that a library sees in a root, in order: sets with the vocabulary, plans, templates."""
    return [path for kind, folder in FOLDERS.items() for path in sorted((root / folder).glob(_PATTERNS[kind]))]


def _stamp(path: Path) -> tuple[Path, int, int, int]:
    """What tells that a file was changed while the process runs."""
    try:
        status = path.stat()
    except OSError:  # gone since it was listed, or a link to nothing
        return path, 0, 0, 0
    return path, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _shipped_now() -> Library:
    return _shipped(data_folder(), tuple(map(_stamp, files_in(data_folder()))))


@lru_cache(maxsize=1)
def _shipped(root: Path, stamps: object) -> Library:
    """The library of what is shipped alone, as long as its files are as they were."""
    return Library()


def _lists(root: Path) -> dict[Kind, list[_Listed]]:
    """What lies in a root, by kind."""
    return {kind: _listed(root / folder, kind) for kind, folder in FOLDERS.items()}


def _listed(folder: Path, kind: Kind) -> list[_Listed]:
    """The ids in a folder with their files, in order; files of other kinds and broken ones are passed over."""
    paths = sorted(folder.glob(_PATTERNS[kind]))
    if kind == "template":
        return [(path.stem, path.name) for path in paths if not path.name.startswith("~$")]
    listed: list[_Listed] = []
    for path in paths:
        top = heading(path)
        id_ = top.data.get("id") if top is not None and top.data.get("kind") == kind else None
        if isinstance(id_, str):
            listed.append((id_, path.name))
    return listed
