"""Every SQL text of the reading side, by name.

A test asks SQLite for the plan of each one and fails on a scan of ``observation``; a new query
belongs here, not beside its caller. ``CROSS JOIN`` fixes the order of a join.
"""

from __future__ import annotations

from briefing.store.query_parts import OBSERVATION as _OBSERVATION
from briefing.store.query_parts import UNIT as _UNIT
from briefing.store.query_parts import UNREVISED as _UNREVISED
from briefing.store.query_parts import each_word

UNIT = f"{_UNIT} WHERE u.id = :number"
UNIT_BY_KEY = f"{_UNIT} WHERE u.key = :key"
UNITS_BY_CODE = f"{_UNIT} WHERE u.code = :code"
UNITS_BY_NAME = f"""{_UNIT}
WHERE u.id IN (SELECT n.unit FROM unit_name AS n WHERE n.folded = :folded)
"""
CHILDREN = f"{_UNIT} WHERE u.parent = :number"
PREDECESSORS = f"""{_UNIT}
WHERE u.id IN (SELECT x.unit FROM unit_successor AS x WHERE x.successor = :number)
"""
UNITS_OF_KIND = f"{_UNIT} WHERE u.kind = :kind"
FOCUS_UNITS = f"""{_UNIT}
JOIN focus_unit AS f ON f.unit = u.id WHERE f.place <= :most ORDER BY f.place
"""
FOCUS_COUNT = "SELECT max(f.place) FROM focus_unit AS f"
HOW_MUCH_IS_KNOWN = """
SELECT CASE WHEN EXISTS (SELECT 1 FROM focus_unit AS f WHERE f.unit = :number) THEN 2
  ELSE EXISTS (SELECT 1 FROM newest AS n WHERE n.unit = :number) END
"""
# What others assess for many units counts only for a unit of which nothing else is known: neither
# figures nor plans, targets or tasks.
_OWN_FIRST = """
SELECT coalesce(max(CASE WHEN i.external = 0 THEN {0} END),
  CASE WHEN NOT EXISTS (SELECT 1 FROM focus_unit AS f WHERE f.unit = :number) THEN max({0}) END)
FROM newest AS n CROSS JOIN indicator AS i ON i.id = n.indicator WHERE n.unit = :number
"""
LATEST_DAY = _OWN_FIRST.format("n.latest_on")
LATEST_DAY_KNOWN = _OWN_FIRST.format(
    """CASE WHEN n.latest_on <= :known_on THEN n.latest_on ELSE
  (SELECT max(o.published_on) FROM observation AS o
   WHERE o.unit = n.unit AND o.indicator = n.indicator AND o.published_on <= :known_on) END"""
)
FIRST_DAY = "SELECT min(o.published_on) FROM observation AS o WHERE o.unit = :number"

PILLARS = """
SELECT p.id, p.kind, p.name, p.name_en, p.short, p.short_en, p.rank
FROM pillar AS p ORDER BY p.kind = 'foundation', p.rank, p.id
"""
INDICATORS = """
SELECT i.id, i.key, i.name, i.name_en, i.short, i.short_en, i.pillar, i.measure, i.better, i.noun,
  i.noun_en, i.decimals, i.definition, i.definition_en, i.freshness_days, i.rank_of, i.universe,
  i.complement_of, i.variant_of, i.external
FROM indicator AS i LEFT JOIN batch AS b ON b.id = i.batch
ORDER BY b.path IS NULL, b.path, i.position
"""
HOLIDAYS = "SELECT h.id, h.name, h.name_en, h.source FROM holiday AS h ORDER BY h.id"

_SOURCE = """
SELECT s.id, s.publisher, s.title, s.date, s.date_exact, s.address, s.paragraphs, s.note, s.note_en,
  s.title_en
FROM source AS s
"""
SOURCE = f"{_SOURCE} WHERE s.id = :id"
SOURCES = f"{_SOURCE} ORDER BY s.date DESC, s.id"

_DOCUMENT = """
SELECT d.id, d.number, d.type, d.issuer, d.issuer_en, d.date, d.subject, d.subject_en, d.note,
  d.note_en
FROM document AS d
"""
DOCUMENT = f"{_DOCUMENT} WHERE d.id = :id"
DOCUMENTS = f"{_DOCUMENT} ORDER BY d.id"
DOCUMENTS_CITED_BY = f"""{_DOCUMENT}
WHERE d.id IN (SELECT c.document FROM citation AS c WHERE c.source = :source)
"""
CITATIONS = """
SELECT c.source, c.paragraph FROM citation AS c WHERE c.document = :document ORDER BY c.position
"""

_NEWEST_FIRST = "{0}.period_end DESC, {0}.published_on DESC, {0}.period_start, {0}.key DESC"

# The newest-figure table answers when everything about the pair was known by then and the figure's
# period is over; else one seek walks the pair's figures from the newest back.
_AS_KNOWN = f"""{_OBSERVATION}
FROM {{0}} CROSS JOIN observation AS o ON o.id =
  CASE WHEN n.latest_on <= :known_on AND n.period_end <= :as_of THEN n.observation
  ELSE (
    SELECT x.id FROM observation AS x INDEXED BY observation_figure
    WHERE x.unit = n.unit AND x.indicator = n.indicator AND x.kind = 'value'
      AND x.period_end <= :as_of AND x.published_on <= :known_on
      AND {_UNREVISED.format("x")}
    ORDER BY {_NEWEST_FIRST.format("x")} LIMIT 1)
  END
"""
_OF_NEWEST = _AS_KNOWN.format("newest AS n")
NEWEST_OF_UNIT = f"{_OF_NEWEST} WHERE n.unit = :unit"
NEWEST_OF_PAIR = f"{_OF_NEWEST} WHERE n.unit = :unit AND n.indicator = :indicator"
_OF_UNITS = _AS_KNOWN.format("unit AS u CROSS JOIN newest AS n ON n.unit = u.id")
NEWEST_OF_KIND = f"{_OF_UNITS} WHERE u.kind = :kind AND n.indicator = :indicator"
NEWEST_BELOW = f"""{_OF_UNITS}
WHERE u.parent = :parent AND u.kind = :kind AND n.indicator = :indicator
"""
NEWEST_IN_TERM = f"""{_OBSERVATION} FROM observation AS o
WHERE o.unit = :unit AND o.indicator = :indicator AND o.kind = 'value'
  AND o.period_end <= :due AND o.published_on <= :known_on AND {_UNREVISED.format("o")}
ORDER BY {_NEWEST_FIRST.format("o")} LIMIT 1
"""
# Only a count out of a whole tells anything about the opposite part.
NEWEST_COUNT_IN_TERM = f"""{_OBSERVATION} FROM observation AS o
WHERE o.unit = :unit AND o.indicator = :indicator AND o.kind = 'value'
  AND o.period_end <= :due AND o.published_on <= :known_on AND {_UNREVISED.format("o")}
  AND o.denominator > 0 AND o.numerator BETWEEN 0 AND o.denominator
ORDER BY {_NEWEST_FIRST.format("o")} LIMIT 1
"""
STATED_OF_UNIT = f"""{_OBSERVATION} FROM observation AS o INDEXED BY observation_stated
WHERE o.unit = :unit AND o.kind <> 'value' AND o.period_end <= :as_of
  AND o.published_on <= :known_on AND {_UNREVISED.format("o")}
"""
PAIR = f"""{_OBSERVATION},
  NOT {_UNREVISED.format("o")}
FROM observation AS o
WHERE o.unit = :unit AND o.indicator = :indicator AND o.period_end <= :as_of
  AND o.published_on <= :known_on
ORDER BY {_NEWEST_FIRST.format("o")}
"""
REVISIONS_OF_PAIR = f"""{_OBSERVATION}
FROM observation AS x INDEXED BY observation_figure
CROSS JOIN observation AS o ON o.revises = x.key
WHERE x.unit = :unit AND x.indicator = :indicator AND o.published_on <= :known_on
ORDER BY o.published_on, o.key
"""
REVISIONS_OF = f"""{_OBSERVATION} FROM observation AS o
WHERE o.revises = :key AND o.published_on <= :known_on ORDER BY o.published_on, o.key
"""
OBSERVATION_BY_KEY = f"{_OBSERVATION} FROM observation AS o WHERE o.key = :key"
# Both in the order of an index, so that the first of thousands are found at once.
OBSERVATIONS_OF_SOURCE = f"""{_OBSERVATION} FROM observation AS o
WHERE o.source = :source AND o.published_on <= :known_on ORDER BY o.unit LIMIT :most
"""
OBSERVATIONS_OF_SOURCE_AND_UNIT = f"""{_OBSERVATION} FROM observation AS o
WHERE o.source = :source AND o.unit = :unit AND o.published_on <= :known_on LIMIT :most
"""
COUNT_OF_SOURCE = """
SELECT count(*) FROM observation AS o WHERE o.source = :source AND o.published_on <= :known_on
"""

PLAN = """
SELECT l.id, l.unit, l.document, l.title, l.title_en, l.note, l.note_en
FROM plan AS l WHERE l.id = :id
"""
_TARGET = """
SELECT t.id, t.plan, t.unit, t.indicator, t.pillar, t.title, t.title_en, t.goal, t.goal_op,
  t.goal_high, t.goal_words, t.goal_words_en, t.goal_printed, t.due, t.due_written, t.baseline,
  t.baseline_on, t.level, t.weight, t.lead, t.light, t.light_reason, t.light_by, t.light_on,
  t.source, t.paragraphs, t.known_on, t.note, t.note_en, t.due_written_en,
  t.due_from, t.due_kind, t.applies_to, t.closed_on,
  EXISTS (SELECT 1 FROM milestone AS m WHERE m.target = t.id),
  EXISTS (SELECT 1 FROM goal_change AS c WHERE c.target = t.id)
FROM target AS t
"""
_TARGET_ORDER = "ORDER BY t.plan, t.position"
# Known by then, and not yet gone from the folder.
_TARGET_HELD = "t.known_on <= :known_on AND (t.closed_on IS NULL OR t.closed_on > :known_on)"
TARGETS_OF_UNIT = f"{_TARGET} WHERE t.unit = :unit AND {_TARGET_HELD} {_TARGET_ORDER}"
TARGETS_ON_INDICATOR = f"""{_TARGET}
WHERE t.unit = :unit AND t.indicator = :indicator AND {_TARGET_HELD} {_TARGET_ORDER}
"""
# What a unit above gave to every unit of a kind by one rule: the nation to all, another unit to
# those below it. It reaches who was there between the day it became known and its due date.
_FROM_ABOVE = f"""{_TARGET}
CROSS JOIN unit AS s ON s.id = t.unit
WHERE t.applies_to = :kind AND {_TARGET_HELD} AND t.known_on <= :until
  AND (t.due IS NULL OR t.due >= :since) AND (s.kind = 'country' OR s.id IN (:above, :higher))
"""
TARGETS_FROM_ABOVE = f"{_FROM_ABOVE} {_TARGET_ORDER}"
TARGETS_FROM_ABOVE_ON_INDICATOR = f"""{_FROM_ABOVE} AND t.indicator = :indicator
{_TARGET_ORDER}
"""
CLOSED_ON_INDICATOR = f"""{_TARGET}
WHERE t.unit = :unit AND t.indicator = :indicator AND t.known_on <= :known_on
  AND t.closed_on <= :known_on {_TARGET_ORDER}
"""
TARGETS_OF_SOURCE = f"""{_TARGET}
WHERE t.source = :source AND {_TARGET_HELD} {_TARGET_ORDER}
"""
TARGETS_OF_DOCUMENT = f"""{_TARGET}
WHERE {_TARGET_HELD}
  AND (t.plan IN (SELECT l.id FROM plan AS l WHERE l.document = :document)
    OR t.id IN (SELECT c.target FROM goal_change AS c
      WHERE c.document = :document AND c.changed_on <= :known_on))
{_TARGET_ORDER}
"""
TARGET_KNOWN = "SELECT t.known_on FROM target AS t WHERE t.id = :id"
MILESTONES = """
SELECT m.target, m.due, m.value FROM json_each(:ids) AS j
CROSS JOIN milestone AS m ON m.target = j.value ORDER BY m.position
"""
GOAL_CHANGES = """
SELECT c.target, c.changed_on, c.before, c.after, c.document FROM json_each(:ids) AS j
CROSS JOIN goal_change AS c ON c.target = j.value ORDER BY c.position
"""
_TASK = """
SELECT k.id, k.plan, k.unit, k.pillar, k.title, k.title_en, k.lead, k.coordinating, k.given_to,
  k.given_to_en, k.units, k.done_units, k.output, k.output_en, k.due_written, k.due, k.state,
  k.done_on, k.difficulty, k.waiting_on, k.source, k.paragraphs, k.known_on, k.note, k.note_en,
  k.due_written_en, k.due_from, k.due_kind, k.closed_on,
  EXISTS (SELECT 1 FROM task_target AS x WHERE x.task = k.id),
  EXISTS (SELECT 1 FROM extension AS e WHERE e.task = k.id)
FROM task AS k
"""
_TASK_ORDER = "ORDER BY k.plan, k.position"
_TASK_HELD = "k.known_on <= :known_on AND (k.closed_on IS NULL OR k.closed_on > :known_on)"
TASKS_OF_UNIT = f"{_TASK} WHERE k.unit = :unit AND {_TASK_HELD} {_TASK_ORDER}"
TASKS_OF_TARGET = f"""{_TASK}
WHERE k.id IN (SELECT x.task FROM task_target AS x WHERE x.target = :target)
  AND {_TASK_HELD} {_TASK_ORDER}
"""
TASKS_OF_SOURCE = f"{_TASK} WHERE k.source = :source AND {_TASK_HELD} {_TASK_ORDER}"
TASKS_OF_DOCUMENT = f"""{_TASK}
WHERE k.plan IN (SELECT l.id FROM plan AS l WHERE l.document = :document)
  AND {_TASK_HELD} {_TASK_ORDER}
"""
TASK_KNOWN = "SELECT k.known_on FROM task AS k WHERE k.id = :id"
TASK_TARGETS = f"""
SELECT x.task, x.target FROM json_each(:ids) AS j CROSS JOIN task_target AS x ON x.task = j.value
CROSS JOIN target AS t ON t.id = x.target WHERE {_TARGET_HELD} ORDER BY x.position
"""
EXTENSIONS = """
SELECT e.task, e.granted_on, e.due, e.by, e.note, e.due_written FROM json_each(:ids) AS j
CROSS JOIN extension AS e ON e.task = j.value ORDER BY e.position
"""

_SYSTEM = """
SELECT s.id, s.name, s.name_en, s.kind, s.unit, s.run_by, s.state, s.figures, s.source,
  s.paragraphs, s.note, s.note_en
FROM system AS s
"""
SYSTEMS = f"{_SYSTEM} ORDER BY s.batch, s.position"
SYSTEMS_OF_UNIT = f"{_SYSTEM} WHERE s.unit = :unit ORDER BY s.position, s.id"
# What a source tells is known from the day of the source on.
_TOLD = "(SELECT x.date FROM source AS x WHERE x.id = {0}.source) <= :known_on"
SYSTEMS_KNOWN = f"""{_SYSTEM}
WHERE s.unit = :unit AND {_TOLD.format("s")} ORDER BY s.position, s.id
"""
SYSTEMS_OF_SOURCE = f"{_SYSTEM} WHERE s.source = :source ORDER BY s.position, s.id"
_DIFFICULTY = """
SELECT d.id, d.text, d.text_en, d.category, d.pillar, d.unit, d.source, d.paragraphs
FROM difficulty AS d
"""
DIFFICULTIES = f"{_DIFFICULTY} ORDER BY d.position, d.id"
DIFFICULTIES_OF_UNIT = f"{_DIFFICULTY} WHERE d.unit = :unit ORDER BY d.position, d.id"
DIFFICULTIES_KNOWN = f"""{_DIFFICULTY}
WHERE d.unit = :unit AND {_TOLD.format("d")} ORDER BY d.position, d.id
"""
DIFFICULTIES_OF_SOURCE = f"{_DIFFICULTY} WHERE d.source = :source ORDER BY d.position, d.id"

_BEGINS = each_word("(instr({{0}}, ' ' || {0}) OR instr({{0}}, {0}) = 1)")
_WHOLE = "instr(' ' || {0} || ' ', ' ' || :whole || ' ')"
# A title is part of its entry's text, so that the text alone is asked first; a whole word begins
# where a word begins. Places alone are sorted: texts are read of those that are told.
SEARCH = f"""
SELECT e.kind, e.ref, e.unit, e.title, e.title_en, e.detail, e.folded
FROM (
  SELECT e.id, e.rank, CASE
    WHEN instr(e.folded_title, :whole) = 1 THEN CASE
      WHEN e.folded_title = :whole THEN 0
      WHEN instr(e.folded_title, :whole || ' ') = 1 THEN 1 ELSE 2 END
    WHEN NOT ({_BEGINS.format("e.folded")}) THEN 7
    WHEN {_WHOLE.format("e.folded")} THEN
      CASE WHEN {_WHOLE.format("e.folded_title")} THEN 3 ELSE 4 END
    WHEN {_BEGINS.format("e.folded_title")} THEN 5 ELSE 6
    END AS place
  FROM search_entry AS e WHERE {each_word("instr(e.folded, {0})")}
  ORDER BY place, e.rank, e.id LIMIT :most) AS b
CROSS JOIN search_entry AS e ON e.id = b.id
ORDER BY b.place, b.rank, b.id
"""

STATE = """
SELECT s.crc, (SELECT m.value FROM meta AS m WHERE m.key = 'synced_at') FROM seal AS s
WHERE s.id = 1
"""
META = "SELECT m.value FROM meta AS m WHERE m.key = :key"
STATS = "SELECT f.path, f.size, f.mtime_ns FROM fingerprint AS f ORDER BY f.path"
LOG_OF = """
SELECT l.record, l.ref, l.field, l.old, l.new, l.at, l.by, l.why FROM edit_log AS l
WHERE l.record = :record AND l.ref = :ref ORDER BY l.id
"""
FILES = "SELECT b.path, b.sha256 FROM batch AS b ORDER BY b.path"
LAST_EDIT = "SELECT l.id FROM edit_log AS l WHERE l.id > 0 ORDER BY l.id DESC LIMIT 1"
EDITS_AFTER = """
SELECT l.record, l.ref, l.field, l.old IS NULL, l.new IS NULL FROM edit_log AS l
WHERE l.id > :entry ORDER BY l.id
"""

ALL = {name: text for name, text in tuple(globals().items()) if name.isupper() and name[0] != "_"}
"""Every query by its name."""
