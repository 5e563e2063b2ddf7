"""What several queries say in the same words."""

from __future__ import annotations

MOST_WORDS = 8
"""Words of a search that SQLite looks for; the caller checks any more than that."""


def each_word(condition: str, place: int = 0) -> str:
    """That every word, ``:w0`` to ``:w7``, meets a condition, in which ``{0}`` is the word.

    After the first absent one, which is '', no other is asked for: a search for one letter walks
    through thousands of entries, and would spend its time on words that nobody typed.
    """
    found = condition.format(f":w{place}")
    if place == MOST_WORDS - 1:
        return found
    return f"{found} AND (:w{place + 1} = '' OR ({each_word(condition, place + 1)}))"


OBSERVATION = """
SELECT o.key, o.unit, o.indicator, o.kind, o.value, o.qualifier, o.numerator, o.denominator,
  o.period_start, o.period_end, o.compared_with, o.printed, o.source, o.paragraphs,
  o.published_on, o.published_exact, o.revises, o.note, o.note_en,
  (SELECT group_concat(p.present || p.name, char(31)) FROM
     (SELECT q.present, q.name FROM observation_part AS q
      WHERE q.observation = o.id ORDER BY q.position) AS p)
"""
"""A figure with its parts, as ``figure_rows.observation`` takes it."""

UNREVISED = """NOT EXISTS (
    SELECT 1 FROM observation AS r WHERE r.revises = {0}.key AND r.published_on <= :known_on)"""
"""The figure of this name that nothing replaced by ``:known_on``."""

UNIT = """
SELECT u.id, u.code, u.valid_from, u.valid_to, u.name, u.full_name, u.name_en, u.full_name_en,
  u.short, u.short_en, u.slug, u.kind, u.region, u.region_en,
  (SELECT p.code FROM unit AS p WHERE p.id = u.parent),
  (SELECT p.valid_from FROM unit AS p WHERE p.id = u.parent),
  (SELECT group_concat(h.code || '@' || coalesce(h.valid_from, ''), ' ') FROM
     (SELECT n.code, n.valid_from FROM unit_successor AS x
      CROSS JOIN unit AS n ON n.id = x.successor
      WHERE x.unit = u.id ORDER BY x.position) AS h)
FROM unit AS u
"""
"""A unit with its parent and its successors, as ``rows.unit`` takes it."""
