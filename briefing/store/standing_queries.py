"""The SQL of frameworks, scores, and all units' figures of one period; as in ``queries``."""

from __future__ import annotations

from briefing.store.query_parts import OBSERVATION as _OBSERVATION

# Periods of which anything was known, newest first: from one to the next by a seek each. Both days
# of a period go along as one text, its end before its start. Comparing both at once would walk
# through all figures of a period to its start.
_NEXT_PERIOD = """(
  SELECT x.period_end || ' ' || x.period_start
  FROM observation AS x INDEXED BY observation_edition
  WHERE x.indicator = :indicator AND {0}
  ORDER BY x.period_end DESC, x.period_start DESC LIMIT 1)"""
_SAME_END = "x.period_end = substr(f.period, 1, 10) AND x.period_start < substr(f.period, 12)"
_BEFORE = "x.period_end < substr(f.period, 1, 10)"
PERIODS = f"""
WITH RECURSIVE found (period) AS (
  SELECT {_NEXT_PERIOD.format("x.period_end <= :as_of")}
  UNION ALL
  SELECT coalesce({_NEXT_PERIOD.format(_SAME_END)}, {_NEXT_PERIOD.format(_BEFORE)})
  FROM found AS f WHERE f.period IS NOT NULL LIMIT 400)
SELECT substr(f.period, 12), substr(f.period, 1, 10) FROM found AS f
WHERE EXISTS (
  SELECT 1 FROM observation AS x INDEXED BY observation_edition
  WHERE x.indicator = :indicator AND x.period_end = substr(f.period, 1, 10)
    AND x.period_start = substr(f.period, 12) AND x.kind = 'value'
    AND x.published_on <= :known_on)
"""
# Nothing replaced the figure by then; the index tells that too, and no row is looked at.
_HOLDS = "({0}.superseded_on IS NULL OR {0}.superseded_on > :known_on)"
_FIGURES = f"""
SELECT o.unit, o.value, o.key, o.qualifier, o.published_on
FROM {{0}} INDEXED BY observation_edition{{1}}
WHERE o.indicator = :indicator AND o.period_end = :end AND o.period_start = :start
  AND o.kind = 'value' AND o.published_on <= :known_on AND {{2}} {_HOLDS.format("o")}
"""
# As the index has them: of one unit what became known last comes last.
_IN_ORDER = "ORDER BY o.unit, o.published_on, o.key"
# Of all thousands of a kind: from one figure to the next, whoever's they are; units are told apart
# by who asks. Of a few: from one unit to the next, a seek each.
EDITION_OF_MANY = _FIGURES.format("observation AS o", "", "") + _IN_ORDER
EDITION_OF_FEW = (
    _FIGURES.format(
        "unit AS u CROSS JOIN observation AS o",
        " ON o.unit = u.id",
        "u.kind = :kind AND (:parent IS NULL OR u.parent = :parent) AND",
    )
    + _IN_ORDER
)
FIGURE_OF_PERIOD = f"""
SELECT o.unit, o.value, o.key, o.qualifier, o.published_on
FROM observation AS o INDEXED BY observation_edition
WHERE o.indicator = :indicator AND o.period_end = :end AND o.period_start = :start
  AND o.unit = :unit AND o.kind = 'value' AND o.published_on <= :known_on
  AND {_HOLDS.format("o")}
ORDER BY o.published_on DESC, o.key DESC LIMIT 1
"""
# Of which periods there are figures, and where they lie: of each unit on each indicator one list of
# at most ``:most``, the newest first. A page shows few of them, and only those are read.
HELD_OF_PAIRS = f"""
SELECT u.value, i.value, (
  SELECT json_group_array(json_array(h.id, h.period_start, h.period_end)) FROM (
    SELECT x.id, x.period_start, x.period_end
    FROM observation AS x INDEXED BY observation_figure
    WHERE x.unit = u.value AND x.indicator = i.value AND x.kind = 'value'
      AND x.period_end <= :as_of AND x.published_on <= :known_on AND {_HOLDS.format("x")}
    ORDER BY x.period_end DESC, x.published_on DESC LIMIT :most) AS h)
FROM json_each(:units) AS u CROSS JOIN json_each(:indicators) AS i
"""
FIGURES_NUMBERED = f"""{_OBSERVATION}
FROM json_each(:numbers) AS k CROSS JOIN observation AS o ON o.id = k.value
"""
NOTES_OF_FIGURES = """
SELECT o.key, o.note, o.note_en
FROM json_each(:keys) AS k CROSS JOIN observation AS o ON o.key = k.value
WHERE o.note <> ''
"""
FIRST_OF_INDICATOR = """
SELECT min(o.published_on) FROM observation AS o INDEXED BY observation_edition
WHERE o.indicator = :indicator
"""
# Two units of a kind are enough: the count stops there.
IS_RANKABLE = """
SELECT count(*) FROM (
  SELECT 1 FROM newest AS n INDEXED BY newest_indicator CROSS JOIN unit AS u ON u.id = n.unit
  WHERE n.indicator = :indicator AND n.observation IS NOT NULL AND u.kind = :kind LIMIT 2)
"""
RANKABLE = """
SELECT i.id FROM indicator AS i
WHERE (SELECT count(*) FROM (
  SELECT 1 FROM newest AS n INDEXED BY newest_indicator CROSS JOIN unit AS u ON u.id = n.unit
  WHERE n.indicator = i.id AND n.observation IS NOT NULL AND u.kind = :kind LIMIT 2)) = 2
"""
ANY_OF_KIND = """
SELECT 1 FROM observation AS o INDEXED BY observation_edition
CROSS JOIN unit AS u ON u.id = o.unit
WHERE o.indicator = :indicator AND o.period_end = :end AND o.period_start = :start
  AND o.kind = 'value' AND o.published_on <= :known_on AND u.kind = :kind
  AND (:parent IS NULL OR u.parent = :parent) LIMIT 1
"""
# The number of the unit above instead of its key, and successors apart: few have any.
UNITS_TO_RANK = """
SELECT u.id, u.code, u.valid_from, u.valid_to, u.parent, u.name, u.full_name, u.name_en,
  u.full_name_en, u.slug, u.short, u.short_en, u.region, u.region_en
FROM unit AS u
WHERE u.kind = :kind AND (u.valid_from IS NULL OR u.valid_from <= :day)
  AND (u.valid_to IS NULL OR u.valid_to >= :day) AND (:parent IS NULL OR u.parent = :parent)
ORDER BY u.place
"""
# The texts of a unit in one piece, as ``LongUniverse.add`` takes them.
UNITS_PACKED = """
SELECT u.id, u.code, u.valid_from, u.valid_to, u.parent, u.region, length(u.name),
  length(CASE u.name_en WHEN '' THEN u.name ELSE u.name_en END),
  CAST(u.code || char(31) || u.name || char(31) || u.full_name || char(31) || u.name_en
    || char(31) || u.full_name_en || char(31) || u.slug || char(31) || u.short || char(31)
    || u.short_en || char(31) || u.region || char(31) || u.region_en AS BLOB)
FROM unit AS u
WHERE u.kind = :kind AND (u.valid_from IS NULL OR u.valid_from <= :day)
  AND (u.valid_to IS NULL OR u.valid_to >= :day)
ORDER BY u.place
"""
SUCCESSORS_OF_KIND = """
SELECT x.unit, n.code, n.valid_from
FROM unit AS u CROSS JOIN unit_successor AS x ON x.unit = u.id
CROSS JOIN unit AS n ON n.id = x.successor
WHERE u.kind = :kind ORDER BY x.unit, x.position
"""
NUMBERS_TO_RANK = """
SELECT u.id FROM unit AS u
WHERE u.kind = :kind AND (u.valid_from IS NULL OR u.valid_from <= :day)
  AND (u.valid_to IS NULL OR u.valid_to >= :day)
"""
CHANGES_OF_KIND = """
SELECT DISTINCT u.valid_from FROM unit AS u WHERE u.kind = :kind AND u.valid_from IS NOT NULL
UNION
SELECT DISTINCT date(u.valid_to, '+1 day') FROM unit AS u
WHERE u.kind = :kind AND u.valid_to IS NOT NULL
"""
UNITS_TO_COME = """
SELECT u.parent, u.valid_from, count(*) FROM unit AS u
WHERE u.kind = :kind AND u.valid_from > :day
GROUP BY u.parent, u.valid_from ORDER BY u.valid_from, u.parent
"""
NUMBERS_OF_KIND = "SELECT u.id FROM unit AS u WHERE u.kind = :kind"
HOW_MANY_TO_RANK = """
SELECT count(*) FROM unit AS u
WHERE u.kind = :kind AND (u.valid_from IS NULL OR u.valid_from <= :day)
  AND (u.valid_to IS NULL OR u.valid_to >= :day)
"""

FRAMEWORKS = """
SELECT f.id, f.name, f.name_en, f.short, f.short_en, f.kind, f.total, f.complete, f.document,
  f.indicator, f.ranks, f.pillars, f.first_year, f.last_year, f.note, f.note_en
FROM framework AS f ORDER BY f.first_year IS NULL, f.first_year, f.id
"""
FRAMEWORK_PARTS = """
SELECT p.part, p.within, p.code, p.name, p.name_en, p.short, p.short_en, p.max_points,
  p.indicator, p.ranks, p.pillar, p.components, p.lead, p.due, p.evidence
FROM framework_part AS p WHERE p.framework = :framework ORDER BY p.position
"""
ASSESSMENTS_OF_UNIT = """
SELECT a.id, a.framework, a.part, a.period_start, a.period_end, a.self_points,
  a.appraised_points, a.source, a.published_on, a.evidence, a.lead, a.due, a.note, a.note_en
FROM assessment AS a
WHERE a.unit = :unit AND a.framework = :framework AND a.period_end <= :as_of
  AND a.published_on <= :known_on ORDER BY a.period_end DESC, a.position
"""
# What is added up of many units, the last published first.
ASSESSMENTS_OF_UNITS = """
SELECT a.unit, a.part, a.period_start, a.period_end, a.self_points, a.appraised_points
FROM json_each(:units) AS u
CROSS JOIN assessment AS a INDEXED BY assessment_unit
  ON a.unit = u.value AND a.framework = :framework
WHERE a.period_end <= :as_of AND a.published_on <= :known_on
ORDER BY a.published_on DESC, a.position
"""
FRAMEWORKS_OF_DOCUMENT = """
SELECT f.id, f.name, f.name_en FROM framework AS f WHERE f.document = :document ORDER BY f.id
"""
FRAMEWORKS_OF_SOURCE = """
SELECT f.id, f.name, f.name_en FROM framework AS f
WHERE EXISTS (
  SELECT 1 FROM assessment AS a INDEXED BY assessment_source
  WHERE a.source = :source AND a.framework = f.id AND a.published_on <= :known_on)
ORDER BY f.id
"""
# The units that were scored on a framework: from one to the next by a seek.
_NEXT_UNIT = """(
  SELECT x.unit FROM assessment AS x INDEXED BY assessment_framework
  WHERE x.framework = :framework AND x.unit > {0} ORDER BY x.unit LIMIT 1)"""
SCORED_UNITS = f"""
WITH RECURSIVE found (unit) AS (
  SELECT {_NEXT_UNIT.format(0)}
  UNION ALL
  SELECT {_NEXT_UNIT.format("f.unit")} FROM found AS f WHERE f.unit IS NOT NULL LIMIT :seen)
SELECT f.unit FROM found AS f
WHERE EXISTS (
  SELECT 1 FROM assessment AS x INDEXED BY assessment_framework
  WHERE x.framework = :framework AND x.unit = f.unit AND x.period_end <= :as_of
    AND x.published_on <= :known_on)
LIMIT :most
"""

ALL = {name: text for name, text in tuple(globals().items()) if name.isupper() and name[0] != "_"}
"""Every query by its name."""
