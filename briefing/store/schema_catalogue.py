"""The tables of what figures are about: units, pillars, indicators, sources, documents."""

from __future__ import annotations

CATALOGUE = """
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  name TEXT NOT NULL,
  full_name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  full_name_en TEXT NOT NULL,
  short TEXT NOT NULL,
  short_en TEXT NOT NULL,
  slug TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('country', 'province', 'district', 'commune', 'organisation')),
  parent INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  province INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  region TEXT NOT NULL,
  region_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (code, valid_from)
) STRICT;
CREATE INDEX unit_slug ON unit (slug);
CREATE INDEX unit_parent ON unit (parent);
CREATE INDEX unit_province ON unit (province);
CREATE INDEX unit_batch ON unit (batch);

CREATE TABLE unit_name (
  folded TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (folded, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_name_unit ON unit_name (unit);

CREATE TABLE unit_successor (
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  successor INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (unit, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_successor_successor ON unit_successor (successor);

CREATE TABLE pillar (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('pillar', 'foundation')),
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short TEXT NOT NULL,
  short_en TEXT NOT NULL,
  rank INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX pillar_batch ON pillar (batch);

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short TEXT NOT NULL,
  short_en TEXT NOT NULL,
  pillar TEXT REFERENCES pillar (id) DEFERRABLE INITIALLY DEFERRED,
  measure TEXT NOT NULL
    CHECK (measure IN ('percent', 'count', 'rank', 'points', 'index', 'money')),
  better TEXT NOT NULL CHECK (better IN ('higher', 'lower', 'neither')),
  noun TEXT NOT NULL,
  noun_en TEXT NOT NULL,
  decimals INTEGER NOT NULL,
  definition TEXT NOT NULL,
  definition_en TEXT NOT NULL,
  freshness_days INTEGER,
  rank_of TEXT REFERENCES indicator (key) DEFERRABLE INITIALLY DEFERRED,
  universe INTEGER,
  complement_of TEXT REFERENCES indicator (key) DEFERRABLE INITIALLY DEFERRED,
  variant_of TEXT REFERENCES indicator (key) DEFERRABLE INITIALLY DEFERRED,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX indicator_pillar ON indicator (pillar);
CREATE INDEX indicator_rank_of ON indicator (rank_of) WHERE rank_of IS NOT NULL;
CREATE INDEX indicator_complement_of ON indicator (complement_of)
  WHERE complement_of IS NOT NULL;
CREATE INDEX indicator_variant_of ON indicator (variant_of) WHERE variant_of IS NOT NULL;
CREATE INDEX indicator_batch ON indicator (batch);

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  publisher TEXT NOT NULL,
  title TEXT NOT NULL,
  title_en TEXT NOT NULL,
  date TEXT NOT NULL,
  date_exact INTEGER NOT NULL CHECK (date_exact IN (0, 1)),
  address TEXT NOT NULL,
  paragraphs INTEGER,
  note TEXT NOT NULL,
  note_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX source_batch ON source (batch);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  type TEXT NOT NULL,
  issuer TEXT NOT NULL,
  issuer_en TEXT NOT NULL,
  date TEXT,
  subject TEXT NOT NULL,
  subject_en TEXT NOT NULL,
  note TEXT NOT NULL,
  note_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX document_batch ON document (batch);

CREATE TABLE citation (
  document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  paragraph INTEGER,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_source ON citation (source, paragraph);

CREATE TABLE holiday (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  source TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX holiday_batch ON holiday (batch);
"""
