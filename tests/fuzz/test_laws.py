"""Laws of the readers, over whatever Hypothesis thinks of."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.desk import read_day
from briefing.domain.plain_text import visible, width
from briefing.domain.spelling import fold, nfc, sort_key, tamed
from briefing.pages.line import spans, wrap_spans
from briefing.problems import Problem, ProblemsError, quoted
from briefing.settings import Settings, database_hint, load_settings
from briefing.workspace import csv_table, text_file, yaml_tree
from tests.fuzz.material import PIECES, TEXTS, WORDS
from tests.fuzz.plain import check_plain, check_told
from tests.fuzz.watch import limited

ROOT = Path("/workspace")

any_text = st.text(st.characters(), max_size=60)
"""Every code point, half characters among them."""
hostile_text = st.lists(st.one_of(st.sampled_from(TEXTS), any_text), max_size=4).map("".join)
hostile_bytes = st.lists(
    st.one_of(st.sampled_from(PIECES), st.binary(max_size=20)), max_size=12
).map(b"".join)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from(WORDS)),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.sampled_from(WORDS), inner)),
    max_leaves=6,
)
KEPT = Settings(root=ROOT, unit="37", compare=("37", "24"), database=ROOT / "data/briefing.db")


@given(hostile_text)
def test_what_is_shown_is_plain_and_shown_once(text: str) -> None:
    shown = visible(text)
    check_plain(shown)
    assert visible(shown) == shown
    check_plain(quoted(text))


@given(hostile_text)
def test_what_looks_like_markup_stays_as_it_is(text: str) -> None:
    lines = wrap_spans(spans(f"{text} [bold]đậm[/bold] [/x]"), 10_000_000)
    said = "".join(span.text for span in lines[0])
    assert said.endswith("[bold]đậm[/bold] [/x]")
    check_plain(said)


@given(hostile_text, st.integers(1, 90))
def test_wrapped_text_keeps_to_its_width_and_loses_only_blanks(text: str, cells: int) -> None:
    shown = visible(text)
    with limited():
        lines = ["".join(span.text for span in run) for run in wrap_spans(spans(text), cells)]
    assert all(width(line) <= max(cells, 2) for line in lines)
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")


@given(st.lists(st.sampled_from("a\u0300\u0327\u0345e \u1ebf\u0f71"), max_size=80).map("".join))
def test_marks_are_tamed_the_same_before_and_after_composing(text: str) -> None:
    assert tamed(tamed(text)) == tamed(text)
    assert nfc(nfc(text)) == nfc(text)
    with limited():
        long = text * 2000
        fold(long)
        sort_key(long)


@given(st.one_of(hostile_text, st.from_regex(r"[0-9]{1,30}[./-][0-9]{1,30}[./-][0-9]{1,30}")))
def test_a_typed_day_is_a_day_or_none(text: str) -> None:
    assert isinstance(read_day(text), date | None)


@given(st.dictionaries(st.sampled_from([*json.loads(KEPT.to_json()), "more"]), json_values))
def test_kept_settings_are_as_they_were_written_or_refused(changes: dict[str, object]) -> None:
    text = json.dumps(json.loads(KEPT.to_json()) | changes)
    try:
        found = Settings.from_json(text, ROOT)
    except ValueError:
        return
    assert Settings.from_json(found.to_json(), ROOT) == found
    assert type(found.unit) is str and all(type(code) is str for code in found.compare)
    assert 0 <= found.at_risk_share <= 1 and 0 <= found.due_soon_working_days <= 365


@given(hostile_bytes, hostile_bytes)
def test_the_hint_of_the_start_agrees_with_the_settings(
    tmp_path: Path, value: bytes, after: bytes
) -> None:
    content = b'unit: "37"\ndatabase: ' + value + b"\n" + after
    (tmp_path / "config.yaml").write_bytes(content)
    with limited():
        hint = database_hint(content)
        try:
            found = load_settings(tmp_path)
        except ProblemsError as error:
            check_told(error, {"config.yaml": content})
            return
    assert hint is None or tmp_path / hint == found.database


@settings(max_examples=300)
@given(hostile_bytes)
def test_any_bytes_are_a_tree_or_told_at_a_place_that_the_file_has(content: bytes) -> None:
    text = text_file.decode("x.yaml", content)
    problems: list[Problem] = []
    if isinstance(text, Problem):
        problems.append(text)
    else:
        with limited():
            tree = yaml_tree.parse("x.yaml", text, problems)
        assert (tree is None) <= bool(problems)
    if problems:
        check_told(ProblemsError(problems), {"x.yaml": content})


@settings(max_examples=300)
@given(hostile_bytes)
def test_any_bytes_are_a_table_or_told_at_a_place_that_the_file_has(content: bytes) -> None:
    content = b"id,name\na," + content
    text = text_file.decode("x.csv", content)
    problems: list[Problem] = []
    if isinstance(text, Problem):
        problems.append(text)
    else:
        table = csv_table.parse("x.csv", text, ("id", "name"), problems)
        for row in table.rows if table is not None else ():
            line, column = table.place(row, "name") if table is not None else (0, 0)
            assert line >= row.line and column >= 1
    if problems:
        check_told(ProblemsError(problems), {"x.csv": content})
