"""The tables of a ranking in SQLite: filled unit by unit, ranked part by part, read by every output.

The same file is ``ranking.sqlite``. Numbers are stored as exact text; the views ``ranking`` and ``criterion_score``
give them as real numbers for analysis.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE criteria_set (id TEXT PRIMARY KEY, title TEXT, status TEXT, decision TEXT);
CREATE TABLE part (set_id TEXT, position INTEGER, code TEXT, name TEXT, max TEXT, PRIMARY KEY (set_id, code));
CREATE TABLE criterion (
  set_id TEXT, position INTEGER, code TEXT, name TEXT, domain TEXT, max TEXT, counts TEXT,
  PRIMARY KEY (set_id, code));
CREATE TABLE unit_group (number INTEGER PRIMARY KEY, name TEXT, set_id TEXT, units INTEGER, ties TEXT, rounding TEXT);
CREATE TABLE unit (
  number INTEGER PRIMARY KEY, id TEXT, name TEXT, type TEXT, parent TEXT, year INTEGER, period TEXT, set_id TEXT,
  synthetic INTEGER, group_name TEXT, group_number INTEGER, file TEXT, errors INTEGER, warnings INTEGER);
CREATE TABLE result (
  unit INTEGER, part TEXT, max TEXT, scorable TEXT, earned TEXT, appraised TEXT, survey TEXT, idx TEXT,
  class TEXT, next_class TEXT, short TEXT, gates TEXT, previous_index TEXT, published_place INTEGER,
  pending TEXT, missing TEXT, provisional INTEGER, rescaled INTEGER, computed_idx TEXT,
  PRIMARY KEY (unit, part)) WITHOUT ROWID;
CREATE TABLE score (unit INTEGER, code TEXT, final TEXT, status TEXT, PRIMARY KEY (unit, code)) WITHOUT ROWID;
CREATE TABLE place (
  group_number INTEGER, part TEXT, position INTEGER, unit INTEGER, place INTEGER, shared INTEGER, behind TEXT,
  change TEXT, previous_place INTEGER, climbed INTEGER, PRIMARY KEY (group_number, part, position)) WITHOUT ROWID;
CREATE TABLE summary (
  group_number INTEGER, part TEXT, units INTEGER, mean TEXT, highest TEXT, lowest TEXT,
  PRIMARY KEY (group_number, part));
CREATE TABLE class_share (
  group_number INTEGER, part TEXT, position INTEGER, name TEXT, units INTEGER, share TEXT,
  PRIMARY KEY (group_number, part, position));
CREATE TABLE apart (position INTEGER PRIMARY KEY, id TEXT, name TEXT, file TEXT, reason TEXT, words TEXT, idx TEXT);
CREATE VIEW ranking AS
  SELECT unit_group.name AS unit_group, place.part, place.place, unit.id, unit.name, unit.type, unit.period,
    CAST(result.idx AS REAL) AS "index", CAST(result.earned AS REAL) AS earned,
    CAST(result.appraised AS REAL) AS appraised, CAST(result.survey AS REAL) AS survey,
    CAST(result.scorable AS REAL) AS scorable, CAST(result.max AS REAL) AS max, result.class,
    CAST(place.behind AS REAL) AS behind, CAST(place.change AS REAL) AS change, place.previous_place, place.climbed,
    CAST(result.pending AS REAL) AS pending, CAST(result.missing AS REAL) AS missing,
    result.provisional, result.rescaled, unit.synthetic
  FROM place JOIN unit ON unit.number = place.unit
    JOIN result ON result.unit = place.unit AND result.part = place.part
    JOIN unit_group ON unit_group.number = place.group_number
  ORDER BY place.group_number, place.part, place.position;
CREATE VIEW criterion_score AS
  SELECT unit.id, unit.name, criterion.code, criterion.name AS criterion, CAST(score.final AS REAL) AS final,
    CAST(criterion.max AS REAL) AS max, criterion.counts, score.status
  FROM score JOIN unit ON unit.number = score.unit
    JOIN criterion ON criterion.set_id = unit.set_id AND criterion.code = score.code;
"""


def new_tables(path: Path) -> sqlite3.Connection:
    """Empty tables in a new file. It is renamed when it is whole, so a journal would protect nothing."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(SCHEMA)
    connection.execute("BEGIN")
    return connection
