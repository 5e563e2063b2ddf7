"""The tables of what was promised and what was reported: plans, targets, tasks, figures."""

from __future__ import annotations

PLANS = """
CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  title_en TEXT NOT NULL,
  note TEXT NOT NULL,
  note_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_unit ON plan (unit);
CREATE INDEX plan_document ON plan (document);
CREATE INDEX plan_batch ON plan (batch);

CREATE TABLE target (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  indicator INTEGER REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  pillar TEXT REFERENCES pillar (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  title_en TEXT NOT NULL,
  goal REAL,
  goal_op TEXT CHECK (goal_op IN ('≥', '>', '≤', '<', '=', 'range')),
  goal_high REAL,
  goal_words TEXT NOT NULL,
  goal_words_en TEXT NOT NULL,
  goal_printed INTEGER NOT NULL CHECK (goal_printed IN (0, 1)),
  due TEXT,
  due_written TEXT NOT NULL,
  due_written_en TEXT NOT NULL,
  baseline REAL,
  baseline_on TEXT,
  level TEXT NOT NULL CHECK (level IN ('assigned', 'committed', 'ambition')),
  weight REAL NOT NULL,
  lead TEXT,
  light TEXT CHECK (light IN ('green', 'amber', 'red')),
  light_reason TEXT,
  light_by TEXT,
  light_on TEXT,
  source TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  paragraphs TEXT NOT NULL,
  known_on TEXT NOT NULL,
  note TEXT NOT NULL,
  note_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX target_plan ON target (plan);
CREATE INDEX target_unit ON target (unit, indicator);
CREATE INDEX target_indicator ON target (indicator);
CREATE INDEX target_pillar ON target (pillar);
CREATE INDEX target_source ON target (source);
CREATE INDEX target_batch ON target (batch);

CREATE TABLE milestone (
  target TEXT NOT NULL REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  due TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (target, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal_change (
  target TEXT NOT NULL REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  changed_on TEXT NOT NULL,
  before REAL NOT NULL,
  after REAL NOT NULL,
  document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (target, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX goal_change_document ON goal_change (document);

CREATE TABLE task (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  pillar TEXT REFERENCES pillar (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  title_en TEXT NOT NULL,
  lead TEXT,
  coordinating TEXT NOT NULL,
  given_to TEXT NOT NULL,
  given_to_en TEXT NOT NULL,
  units TEXT NOT NULL,
  done_units TEXT NOT NULL,
  output TEXT NOT NULL,
  output_en TEXT NOT NULL,
  due_written TEXT NOT NULL,
  due_written_en TEXT NOT NULL,
  due TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'awaiting', 'done', 'paused', 'cancelled')),
  done_on TEXT,
  difficulty TEXT NOT NULL,
  waiting_on TEXT NOT NULL,
  source TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  paragraphs TEXT NOT NULL,
  known_on TEXT NOT NULL,
  note TEXT NOT NULL,
  note_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX task_plan ON task (plan);
CREATE INDEX task_unit ON task (unit);
CREATE INDEX task_pillar ON task (pillar);
CREATE INDEX task_source ON task (source);
CREATE INDEX task_batch ON task (batch);

CREATE TABLE task_target (
  task TEXT NOT NULL REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_target_target ON task_target (target);

CREATE TABLE extension (
  task TEXT NOT NULL REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  granted_on TEXT NOT NULL,
  due TEXT NOT NULL,
  by TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;
"""

FIGURES = """
CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  indicator INTEGER NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('value', 'change', 'excess')),
  value REAL NOT NULL,
  qualifier TEXT NOT NULL
    CHECK (qualifier IN ('exact', 'at_least', 'almost', 'about', 'estimate')),
  numerator REAL,
  denominator REAL,
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  compared_with TEXT,
  printed TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  paragraphs TEXT NOT NULL,
  published_on TEXT NOT NULL,
  published_exact INTEGER NOT NULL CHECK (published_exact IN (0, 1)),
  revises TEXT REFERENCES observation (key) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL,
  note_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX observation_figure
  ON observation (unit, indicator, period_end DESC, published_on DESC);
CREATE INDEX observation_stated ON observation (unit, indicator, period_end DESC)
  WHERE kind <> 'value';
CREATE INDEX observation_indicator ON observation (indicator);
CREATE INDEX observation_source ON observation (source, unit);
CREATE INDEX observation_revises ON observation (revises) WHERE revises IS NOT NULL;
CREATE INDEX observation_batch ON observation (batch);

CREATE TABLE observation_part (
  observation INTEGER NOT NULL REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  name TEXT NOT NULL,
  PRIMARY KEY (observation, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE newest (
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  indicator INTEGER NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  observation INTEGER REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED,
  period_end TEXT,
  latest_on TEXT NOT NULL,
  PRIMARY KEY (unit, indicator)
) STRICT, WITHOUT ROWID;
CREATE INDEX newest_indicator ON newest (indicator, unit);
CREATE INDEX newest_observation ON newest (observation);

CREATE TABLE system (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  run_by TEXT,
  state TEXT NOT NULL CHECK (state IN ('operating', 'pilot', 'planned', 'retired')),
  figures TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  paragraphs TEXT NOT NULL,
  note TEXT NOT NULL,
  note_en TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX system_unit ON system (unit);
CREATE INDEX system_source ON system (source);
CREATE INDEX system_batch ON system (batch);

CREATE TABLE difficulty (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  text_en TEXT NOT NULL,
  category TEXT NOT NULL,
  pillar TEXT REFERENCES pillar (id) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  paragraphs TEXT NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX difficulty_unit ON difficulty (unit);
CREATE INDEX difficulty_pillar ON difficulty (pillar);
CREATE INDEX difficulty_source ON difficulty (source);
CREATE INDEX difficulty_batch ON difficulty (batch);
"""
