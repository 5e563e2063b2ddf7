"""The tables: one fact, one row. Text only; ``migrations`` runs it, ``docs/database.md`` tells it.

Every table is STRICT. Dates are ISO text, truth values 0 or 1, lists of numbers or codes are text
joined by ``"; "`` as in the folder's CSV files. ``batch`` is the file a row came from. References
are checked when a sync is committed, so that files can be applied in any order.
"""

from __future__ import annotations

from briefing.store.schema_catalogue import CATALOGUE
from briefing.store.schema_facts import FIGURES, PLANS

APPLICATION_ID = 0x62726966
"""``brif``: SQLite's header field by which a file is known to be this program's."""

SCHEMA_VERSION = 5
"""``user_version``; every migration adds one."""

OLDEST_SQLITE = (3, 37, 0)
"""The first SQLite that knows STRICT tables."""

HOUSEKEEPING = """
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  context TEXT NOT NULL,
  size INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE fingerprint (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE edit_log (
  id INTEGER PRIMARY KEY,
  record TEXT NOT NULL,
  ref TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT,
  new TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  why TEXT
) STRICT;
CREATE INDEX edit_log_ref ON edit_log (record, ref);
"""

SEARCH = """
CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  rank INTEGER NOT NULL,
  unit INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  title_en TEXT NOT NULL,
  detail TEXT NOT NULL,
  folded_title TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT;
CREATE INDEX search_entry_unit ON search_entry (unit);
"""

FIRST = (HOUSEKEEPING, CATALOGUE, PLANS, FIGURES, SEARCH)
"""The tables of schema version 1."""

MANY_UNITS = """
CREATE TABLE focus_unit (
  place INTEGER PRIMARY KEY,
  unit INTEGER NOT NULL UNIQUE REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX unit_kind ON unit (kind);
DROP INDEX observation_source;
CREATE INDEX observation_source ON observation (source, unit, published_on);
"""
"""What schema version 2 adds, for thousands of units: those with something to show, in the order
in which they are listed; the units of a kind; how much a source supports, told by the index alone.
"""

CHECKSUMS = """
CREATE TABLE seal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  crc INTEGER
) STRICT;

ALTER TABLE edit_log ADD COLUMN crc INTEGER NOT NULL DEFAULT 0;
"""
"""What schema version 3 adds; ``store.checksums`` tells what for."""

DEADLINES_AND_CLOSING = """
ALTER TABLE target ADD COLUMN due_from TEXT;
ALTER TABLE target ADD COLUMN due_kind TEXT
  CHECK (due_kind IN ('date', 'period', 'recurring', 'open_ended'));
ALTER TABLE target ADD COLUMN applies_to TEXT;
ALTER TABLE target ADD COLUMN closed_on TEXT;
ALTER TABLE task ADD COLUMN due_from TEXT;
ALTER TABLE task ADD COLUMN due_kind TEXT
  CHECK (due_kind IN ('date', 'period', 'recurring', 'open_ended'));
ALTER TABLE task ADD COLUMN closed_on TEXT;
ALTER TABLE plan ADD COLUMN closed_on TEXT;
ALTER TABLE extension ADD COLUMN due_written TEXT NOT NULL DEFAULT '';
CREATE INDEX target_applies ON target (applies_to, indicator) WHERE applies_to IS NOT NULL;
"""
"""What schema version 4 adds: how a deadline was meant, targets that every unit of a kind has, and
the day on which something was found gone from the folder.
"""

FRAMEWORKS = """
ALTER TABLE indicator ADD COLUMN external INTEGER NOT NULL DEFAULT 0
  CHECK (external IN (0, 1));

CREATE TABLE framework (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short TEXT NOT NULL,
  short_en TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('country', 'province', 'district', 'commune', 'organisation')),
  total REAL NOT NULL,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  indicator TEXT,
  ranks TEXT,
  pillars TEXT NOT NULL,
  first_year INTEGER,
  last_year INTEGER,
  note TEXT NOT NULL,
  note_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX framework_document ON framework (document);
CREATE INDEX framework_batch ON framework (batch);

CREATE TABLE framework_part (
  framework TEXT NOT NULL REFERENCES framework (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  part TEXT NOT NULL,
  within TEXT,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short TEXT NOT NULL,
  short_en TEXT NOT NULL,
  max_points REAL,
  indicator TEXT,
  ranks TEXT,
  pillar TEXT,
  components INTEGER,
  lead TEXT,
  due TEXT,
  evidence TEXT NOT NULL,
  PRIMARY KEY (framework, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment (
  id TEXT PRIMARY KEY,
  framework TEXT NOT NULL REFERENCES framework (id) DEFERRABLE INITIALLY DEFERRED,
  part TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  self_points REAL,
  appraised_points REAL,
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  published_on TEXT NOT NULL,
  evidence TEXT NOT NULL,
  lead TEXT,
  due TEXT,
  note TEXT NOT NULL,
  note_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX assessment_unit ON assessment (unit, framework);
CREATE INDEX assessment_framework ON assessment (framework, unit);
CREATE INDEX assessment_source ON assessment (source, framework);
CREATE INDEX assessment_batch ON assessment (batch);

ALTER TABLE unit ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE observation ADD COLUMN superseded_on TEXT;
UPDATE observation SET superseded_on = (
  SELECT min(r.published_on) FROM observation AS r WHERE r.revises = observation.key)
WHERE key IN (SELECT r.revises FROM observation AS r WHERE r.revises IS NOT NULL);
DROP INDEX observation_indicator;
CREATE INDEX observation_edition
  ON observation (indicator, period_end, period_start, unit, published_on, key, superseded_on,
    kind, value, qualifier);
"""
"""What schema version 5 adds: index frameworks and scores, indicators that others assess, and the
way to all units' figures of one period: an index that holds all that a ranking needs of them, so
that thousands are read from pages that lie together. ``superseded_on`` is the first day on which
a revision of a figure was published; ``store.newest`` keeps it. ``place`` is that of a unit among
all in the order of their names.
"""
