"""What earlier runs found, in SQLite: a unit whose files are unchanged is not scored again.

A hit needs the same surroundings (program, arguments, sets, plans) and the same digest of every file that the scoring
of the unit read, each taken from the bytes that were parsed. What is said about the disk is never kept.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct

from parindex.values.findings import Finding, Place
from parindex.values.steps import Datum

FORMAT = 2
"""Rises when the tables or what they hold change: an older file is then built anew."""

_TABLE = """
CREATE TABLE unit (
  path TEXT PRIMARY KEY, surroundings TEXT NOT NULL, reads TEXT NOT NULL, sealed INTEGER NOT NULL,
  id TEXT, year INTEGER, state TEXT NOT NULL, sheet TEXT, report TEXT, result TEXT, findings TEXT NOT NULL,
  documents TEXT, errors INTEGER NOT NULL, warnings INTEGER NOT NULL);
CREATE INDEX unsealed ON unit (sealed) WHERE sealed = 0;
"""


class Entry(Struct, frozen=True):
    """What one run found out about one file."""

    path: str
    state: str
    """``scored``, or why there is no result (``reports.ranking.view.Reason``)."""
    id: str | None = None
    year: int | None = None
    reads: Mapping[str, str] | None = None
    """Every file that belongs to this unit alone and was read, with its digest; ``None``: never a hit."""
    sheet: str | None = None
    """Digest of the score sheet that was written."""
    report: str | None = None
    """Digest of the Word report that was written."""
    result: str | None = None
    """The rows of a ranking, as ``batch_rows.pack_rows`` writes them."""
    findings: str = "[]"
    """As ``pack_findings`` writes them."""
    documents: str | None = None
    """The unit's documents as JSON, where some are files: they are looked at again at every hit."""
    errors: int = 0
    warnings: int = 0


_COLUMNS = (
    "path", "state", "id", "year", "reads", "sheet", "report", "result", "findings", "documents", "errors", "warnings",
)  # fmt: skip


class Cache:
    """Entries of this run and of earlier ones. One process writes; nothing is pickled."""

    def __init__(self, path: Path, surroundings: str, *, keep: bool = True) -> None:
        """``path`` is the file; a broken or old one is built anew. A run that does not ``keep`` anything only holds it,
        for two runs must not write the same outputs at once.

        Raises ``sqlite3.OperationalError`` where another run has the file, or the disk does not take it.
        """
        self._surroundings = surroundings
        self._file = _open(path)
        self._connection = self._file if keep else _create("")

    def kept(self, path: str) -> Entry | None:
        """What an earlier run found about a file in these surroundings. The caller compares ``reads``."""
        row = self._connection.execute(
            f"SELECT {', '.join(_COLUMNS)} FROM unit WHERE path = ? AND surroundings = ? AND sealed = 1",  # noqa: S608
            (path, self._surroundings),
        ).fetchone()
        return _entry(row) if row else None

    def put(self, entry: Entry) -> None:
        """Keep an entry. It cannot be a hit before it is sealed."""
        reads = json.dumps(dict(entry.reads)) if entry.reads is not None else ""
        values = {name: getattr(entry, name) for name in _COLUMNS} | {"reads": reads}
        names = ", ".join(("surroundings", "sealed", *_COLUMNS))
        # What may not be a hit stands in no surroundings.
        marks = [self._surroundings if entry.reads is not None else "", 0, *(values[name] for name in _COLUMNS)]
        self._connection.execute(
            f"INSERT OR REPLACE INTO unit ({names}) VALUES ({', '.join('?' * len(marks))})",  # noqa: S608
            marks,
        )

    def seal(self, *, valid: bool) -> None:
        """Make what was put since the last seal good for later runs, or not: the surroundings were disturbed."""
        if valid:
            self._connection.execute("UPDATE unit SET sealed = 1 WHERE sealed = 0 AND surroundings != ''")
        else:
            self._connection.execute("UPDATE unit SET surroundings = '' WHERE sealed = 0")
        self._connection.commit()

    def entries(self, paths: Iterable[str]) -> Iterator[Entry]:
        """What is known of the files, in their order, one by one."""
        for path in paths:
            row = self._connection.execute(
                f"SELECT {', '.join(_COLUMNS)} FROM unit WHERE path = ?",  # noqa: S608
                (path,),
            ).fetchone()
            if row:
                yield _entry(row)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._file.close()


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=1)
    try:
        _lock(connection)
        if connection.execute("PRAGMA user_version").fetchone() == (FORMAT,) and _is_whole(connection):
            return connection
    except sqlite3.Error as error:
        # In use by another run, or a disk that cannot be written: nothing is wrong with the file.
        if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            connection.close()
            raise
    connection.close()
    for leftover in (path, path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal")):
        leftover.unlink(missing_ok=True)
    return _create(path)


def _lock(connection: sqlite3.Connection) -> None:
    """Keep the file for this run alone until it is closed: two that write the same outputs would spoil both."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.commit()


def _is_whole(connection: sqlite3.Connection) -> bool:
    columns = [row[1] for row in connection.execute("PRAGMA table_info(unit)")]
    return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",) and set(_COLUMNS) <= set(columns)


def _create(path: Path | str) -> sqlite3.Connection:
    # An empty name is SQLite's own temporary file, which it takes away itself.
    connection = sqlite3.connect(path, timeout=1)
    if path:
        _lock(connection)
    connection.executescript(_TABLE)
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.commit()
    return connection


def _entry(row: tuple[Any, ...]) -> Entry:
    values = dict(zip(_COLUMNS, row, strict=True))
    return Entry(**values | {"reads": json.loads(values["reads"]) if values["reads"] else None})


_PACKED: tuple[tuple[type, str], ...] = ((bool, "b"), (int, "i"), (Decimal, "n"), (date, "d"), (str, "s"))
"""Kinds of data, the narrower first: true and false are numbers too."""


def pack_findings(findings: Iterable[Finding]) -> str:
    """Findings as JSON that keeps the type of every datum: 12.5 as a number prints 12,5, as text it does not."""
    return json.dumps(
        [
            {
                "code": each.code,
                "file": each.file,
                "route": each.route,
                "part": each.part,
                "data": {name: (_kind(datum), str(datum)) for name, datum in each.data.items()},
                "place": (each.place.line, each.place.column, each.place.end_column, each.place.text)
                if each.place
                else None,
            }
            for each in findings
        ],
        ensure_ascii=False,
    )


def unpack_findings(text: str) -> list[Finding]:
    """The findings that ``pack_findings`` wrote."""
    return [
        Finding(
            code=each["code"],
            file=each["file"],
            route=tuple(each["route"]),
            part=each["part"],
            data={name: _datum(*packed) for name, packed in each["data"].items()},
            place=Place(*each["place"]) if each["place"] else None,
        )
        for each in json.loads(text)
    ]


def _kind(datum: Datum) -> str:
    return next(letter for type_, letter in _PACKED if isinstance(datum, type_))


def _datum(kind: str, text: str) -> Datum:
    match kind:
        case "b":
            return text == "True"
        case "i":
            return int(text)
        case "n":
            return Decimal(text)
        case "d":
            return date.fromisoformat(text)
    return text
