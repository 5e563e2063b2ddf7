"""The views of DESIGN section 5: what people who open the file with other tools rely on.

Names and columns are pinned by tests and told in ``docs/database.md``. A row of a table may change
shape with the schema; a view may only gain columns, at its end.
"""

from __future__ import annotations

VIEWS = {
    "v_observations": """
SELECT o.key AS id, p.code AS province_code, p.name AS province, u.code AS unit_code,
  u.name AS unit, i.key AS indicator, i.name AS indicator_vi, i.name_en AS indicator_en,
  i.pillar AS pillar, o.kind AS kind, o.value AS value, i.measure AS measure,
  o.qualifier AS qualifier, o.numerator AS numerator, o.denominator AS denominator,
  o.period_start AS period_start, o.period_end AS period_end, o.published_on AS published_on,
  o.source AS source, o.paragraphs AS paragraph, o.note AS note,
  NOT EXISTS (SELECT 1 FROM observation AS r WHERE r.revises = o.key) AS current
FROM observation AS o
JOIN unit AS u ON u.id = o.unit
LEFT JOIN unit AS p ON p.id = u.province
JOIN indicator AS i ON i.id = o.indicator
""",
    # A goal that was changed is one row per goal it had; the last one is current, unless the
    # target is closed.
    "v_targets": """
WITH version (target, goal, document, current) AS (
  SELECT t.id, coalesce(
      (SELECT c.before FROM goal_change AS c WHERE c.target = t.id
       ORDER BY c.changed_on, c.position LIMIT 1),
      t.goal),
    NULL, NOT EXISTS (SELECT 1 FROM goal_change AS c WHERE c.target = t.id)
  FROM target AS t
  UNION ALL
  SELECT c.target, c.after, c.document,
    NOT EXISTS (
      SELECT 1 FROM goal_change AS n WHERE n.target = c.target
        AND (n.changed_on, n.position) > (c.changed_on, c.position))
  FROM goal_change AS c
)
SELECT t.plan AS plan, coalesce(w.number, d.number) AS document, t.id AS target,
  u.code AS unit_code, u.name AS unit, i.key AS indicator, coalesce(i.pillar, t.pillar) AS pillar,
  t.goal_op AS goal_op, v.goal AS goal, t.goal_high AS goal_high, t.goal_words AS goal_words,
  i.measure AS measure, t.due AS due, t.baseline AS baseline, t.baseline_on AS baseline_on,
  t.level AS level, t.weight AS weight, t.lead AS lead,
  v.current AND t.closed_on IS NULL AS current, t.closed_on AS closed_on,
  t.applies_to AS applies_to, t.due_from AS due_from, t.due_kind AS due_kind
FROM version AS v
JOIN target AS t ON t.id = v.target
JOIN plan AS l ON l.id = t.plan
JOIN unit AS u ON u.id = t.unit
LEFT JOIN indicator AS i ON i.id = t.indicator
LEFT JOIN document AS d ON d.id = l.document
LEFT JOIN document AS w ON w.id = v.document
""",
    "v_tasks": """
SELECT t.plan AS plan, d.number AS document, t.id AS task, u.code AS unit_code, u.name AS unit,
  t.title AS title, t.lead AS lead, t.coordinating AS coordinating,
  t.due_written AS due_written,
  coalesce(
    (SELECT e.due FROM extension AS e WHERE e.task = t.id
     ORDER BY e.granted_on DESC, e.position DESC LIMIT 1),
    t.due) AS due,
  t.done_on AS done_on, t.state AS state,
  coalesce(
    (SELECT group_concat(s.target, '; ') FROM
       (SELECT x.target FROM task_target AS x WHERE x.task = t.id ORDER BY x.position) AS s),
    '') AS targets,
  t.pillar AS pillar, t.closed_on AS closed_on, t.due_from AS due_from, t.due_kind AS due_kind
FROM task AS t
JOIN plan AS l ON l.id = t.plan
JOIN unit AS u ON u.id = t.unit
LEFT JOIN document AS d ON d.id = l.document
""",
    "v_systems": """
SELECT s.id AS system, s.name AS name, s.name_en AS name_en, s.kind AS kind,
  u.code AS unit_code, u.name AS unit, s.run_by AS run_by, s.state AS state,
  s.figures AS figures, s.source AS source, s.paragraphs AS paragraph, s.note AS note
FROM system AS s
JOIN unit AS u ON u.id = s.unit
""",
    "v_difficulties": """
SELECT d.id AS difficulty, d.text AS text, d.text_en AS text_en, d.category AS category,
  d.pillar AS pillar, u.code AS unit_code, u.name AS unit, d.source AS source,
  d.paragraphs AS paragraph
FROM difficulty AS d
JOIN unit AS u ON u.id = d.unit
""",
    "v_sources": """
SELECT s.id AS source, s.publisher AS publisher, s.title AS title, s.date AS date,
  s.date_exact AS date_exact, s.address AS address, s.paragraphs AS paragraphs, s.note AS note
FROM source AS s
WHERE s.batch <> 0
""",
    "v_documents": """
SELECT d.id AS document, d.number AS number, d.type AS type, d.issuer AS issuer, d.date AS date,
  d.subject AS subject, d.subject_en AS subject_en,
  coalesce(
    (SELECT group_concat(c.line, '; ') FROM
       (SELECT x.source || coalesce('#' || x.paragraph, '') AS line FROM citation AS x
        WHERE x.document = d.id ORDER BY x.position) AS c),
    '') AS cited,
  d.note AS note
FROM document AS d
WHERE d.batch <> 0
""",
    "v_units": """
SELECT u.key AS unit, u.code AS code, u.name AS name, u.name_en AS name_en, u.kind AS kind,
  p.key AS parent, u.valid_from AS valid_from, u.valid_to AS valid_to,
  coalesce(
    (SELECT group_concat(h.key, '; ') FROM
       (SELECT n.key FROM unit_successor AS x JOIN unit AS n ON n.id = x.successor
        WHERE x.unit = u.id ORDER BY x.position) AS h),
    '') AS successors
FROM unit AS u
LEFT JOIN unit AS p ON p.id = u.parent
WHERE u.batch <> 0
""",
    "v_log": """
SELECT l.record AS record, l.ref AS id, l.field AS field, l.old AS old, l.new AS new, l.at AS at,
  l.by AS by, l.why AS why
FROM edit_log AS l
""",
    # A framework whose parts nobody knows is one row without a part.
    "v_frameworks": """
SELECT f.id AS framework, f.name AS name, f.name_en AS name_en, f.kind AS kind, f.total AS total,
  f.complete AS complete, d.number AS document, f.first_year AS first_year,
  f.last_year AS last_year, p.part AS part, p.within AS within, p.code AS code,
  p.name AS part_name, p.name_en AS part_name_en, p.max_points AS max_points,
  p.indicator AS indicator, p.ranks AS rank, p.pillar AS pillar, p.components AS components,
  p.lead AS lead, p.due AS due, p.evidence AS evidence
FROM framework AS f
LEFT JOIN framework_part AS p ON p.framework = f.id
LEFT JOIN document AS d ON d.id = f.document
""",
    "v_assessments": """
SELECT a.id AS id, a.framework AS framework, a.part AS part, p.code AS code, p.name AS part_name,
  u.code AS unit_code, u.name AS unit, a.period_start AS period_start,
  a.period_end AS period_end, p.max_points AS max_points, a.self_points AS self_assessment,
  a.appraised_points AS appraised, a.evidence AS evidence, coalesce(a.lead, p.lead) AS lead,
  coalesce(a.due, p.due) AS due, a.source AS source, a.published_on AS published_on,
  a.note AS note,
  NOT EXISTS (
    SELECT 1 FROM assessment AS n
    WHERE n.unit = a.unit AND n.framework = a.framework AND n.part = a.part
      AND n.period_start = a.period_start AND n.period_end = a.period_end
      AND n.published_on > a.published_on) AS current
FROM assessment AS a
JOIN unit AS u ON u.id = a.unit
LEFT JOIN framework_part AS p ON p.framework = a.framework AND p.part = a.part
""",
}
"""The ``SELECT`` behind each view, by the view's name."""
