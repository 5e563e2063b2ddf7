"""The schemas that editors use: from the models, explained in two languages, not too strict."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefing.language import Language, Translator
from briefing.workspace import json_schemas, yaml_tree
from briefing.workspace.models import descriptions
from briefing.workspace.models.plans import PlanEntry, TargetEntry, TaskEntry

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "data").rglob("*.yaml")
    if json_schemas.kind_of(path.relative_to(ROOT).as_posix())
)


def as_an_editor_reads_it(text: str) -> Any:
    """The values of a YAML 1.2 reader: it knows no dates."""

    def read(found: object) -> object:
        if isinstance(found, dict):
            return {key: read(value) for key, value in found.items()}
        if isinstance(found, list):
            return [read(item) for item in found]
        return found.isoformat() if isinstance(found, date) else found

    tree = yaml_tree.parse("", text, [])
    assert tree is not None
    return read(yaml_tree.to_python(tree))


def schema_of(name: str) -> json_schemas.Json:
    kind = next(kind for kind in json_schemas.KINDS if kind.name == name)
    return json_schemas.schema(kind, str)


def test_every_schema_is_one() -> None:
    for kind in json_schemas.KINDS:
        Draft202012Validator.check_schema(json_schemas.schema(kind, str))


def test_every_key_is_explained_in_both_languages(vi: Translator, en: Translator) -> None:
    told = list(json_schemas.keys_described())
    assert len(told) > 100
    for entry, key in told:
        message = descriptions.of_key(entry, key)
        assert en.gettext(message) != message == vi.gettext(message), key


def test_nothing_is_explained_that_is_no_key() -> None:
    told = set(json_schemas.keys_described())
    names = {key for _, key in told} | {f"{entry}.{key}" for entry, key in told}
    assert set(descriptions.KEYS) <= names
    assert set(descriptions.ENTRIES) == {entry for entry, _ in told}


def test_both_languages_stand_in_a_shipped_schema(en: Translator) -> None:
    text = json_schemas.texts()["data/.schema/plan.json"]
    message = descriptions.KEYS["goal_high"]
    assert f"{message}\\n{en.gettext(message)}" in text
    assert en.gettext(message) not in json_schemas.texts([Language.VI])["data/.schema/plan.json"]


def test_the_shipped_schemas_are_those_of_the_models() -> None:
    for path, text in json_schemas.texts().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, "run: briefing schema"


@pytest.mark.parametrize("path", SHIPPED)
def test_a_shipped_file_names_its_schema_and_keeps_to_it(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    assert first == json_schemas.modeline(path)
    named = (ROOT / path).parent / first.removeprefix(json_schemas.MODELINE)
    assert named.resolve().is_file()
    kind = json_schemas.kind_of(path)
    assert kind is not None
    validator = Draft202012Validator(json_schemas.schema(kind, str))
    assert not [error.message for error in validator.iter_errors(as_an_editor_reads_it(text))]


@pytest.mark.parametrize(
    ("wrong", "in_place"),
    [
        ("duee: 2025", "due: 2025-12-31"),
        ("goal_op: more", 'goal_op: ">"'),
        ("goal: [1]", "goal: 85"),
        ("goal: many", "goal: 69,83"),
        ("id: so.khcn", "id: so_khcn"),
        ("weight: heavy", "weight:"),
        ("paragraphs: 8, 9", "paragraphs: [8, 9]"),
        ("level: sure", "level: committed"),
    ],
)
def test_an_editor_underlines_what_the_check_would_refuse(wrong: str, in_place: str) -> None:
    validator = Draft202012Validator(schema_of("plan"))

    def faults(line: str) -> list[str]:
        given = {"id": "a", "title": "A", "title_en": "A", "level": "committed"}
        entry = {**given, **as_an_editor_reads_it(line)}
        plan = {"id": "p", "document": None, "unit": "37", "title": "P", "title_en": "P"}
        found = validator.iter_errors({"plan": plan, "targets": [entry]})
        return [error.message for error in found]

    assert faults(wrong) and not faults(in_place)


def test_schemas_know_every_key_of_the_models() -> None:
    definitions = schema_of("plan")["$defs"]
    for model in (PlanEntry, TargetEntry, TaskEntry):
        keys = {field.alias or name for name, field in model.model_fields.items()}
        assert set(definitions[model.__name__]["properties"]) == keys


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("data/plans/a.yml", "../.schema/plan.json"),
        ("data/plans/a.yaml", "../.schema/plan.json"),
        ("data/catalogue/systems.yaml", "../.schema/systems.json"),
        ("data/units/organisations.yaml", "../.schema/organisations.json"),
    ],
)
def test_the_line_names_the_schema_from_the_files_own_folder(path: str, line: str) -> None:
    assert json_schemas.modeline(path) == f"# yaml-language-server: $schema={line}"


def test_other_files_have_no_schema() -> None:
    for path in ("config.yaml", "data/units/provinces.csv", "data/units/systems.yaml"):
        assert json_schemas.kind_of(path) is None
    with pytest.raises(ValueError, match="config"):
        json_schemas.modeline("config.yaml")
