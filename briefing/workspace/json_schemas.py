"""JSON Schemas of the workspace's YAML files, from the models that read them: for editors.

An editor with a YAML language server completes keys and explains them by these. They allow no more
than a shape: what a reference means and whether a day was possible is told by ``briefing check``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from briefing.domain.value import value
from briefing.language import Language, translator
from briefing.workspace.models import catalogue, descriptions, frameworks, plans, units

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "data/.schema"
"""Where a workspace keeps its schemas; hidden, so that nobody takes them for data."""
MODELINE = "# yaml-language-server: $schema="
"""The line at the top of a YAML file by which editors find its schema."""

Json = dict[str, Any]
Describe = Callable[[str], str]
"""From a message id to what is shown."""


@value
class FileKind:
    """One kind of YAML file: what stands under its top keys, and which of them must be there."""

    name: str
    lists: tuple[tuple[str, type[BaseModel]], ...]
    block: tuple[tuple[str, type[BaseModel]], ...] = ()
    required: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The schema's file name."""
        return f"{self.name}.json"


def _catalogue(name: str, model: type[BaseModel]) -> FileKind:
    return FileKind(name, ((name, model),), required=(name,))


KINDS = (
    FileKind(
        "plan",
        (("targets", plans.TargetEntry), ("tasks", plans.TaskEntry)),
        (("plan", plans.PlanEntry),),
        ("plan",),
    ),
    _catalogue("pillars", catalogue.PillarEntry),
    _catalogue("indicators", catalogue.IndicatorEntry),
    _catalogue("sources", catalogue.SourceEntry),
    _catalogue("documents", catalogue.DocumentEntry),
    _catalogue("systems", catalogue.SystemEntry),
    _catalogue("difficulties", catalogue.DifficultyEntry),
    _catalogue("organisations", units.OrganisationEntry),
    FileKind(
        "framework",
        (("parts", frameworks.PartEntry),),
        (("framework", frameworks.FrameworkEntry),),
        ("framework",),
    ),
    _catalogue("assessments", frameworks.AssessmentEntry),
)
"""Every kind of YAML file under ``data/``."""
_KIND_OF_FOLDER = {
    "data/plans": "plan",
    "data/catalogue/frameworks": "framework",
    "data/assessments": "assessments",
}
"""Folders all of whose YAML files are of one kind, whatever their names."""


def kind_of(path: str) -> FileKind | None:
    """The kind of the file at ``path``, relative to the workspace; ``None`` for another file."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    found = next((kind for kind in KINDS if kind.name == _KIND_OF_FOLDER.get(folder)), None)
    if found is not None:
        return found
    found = next((kind for kind in KINDS[1:] if kind.name == stem), None)
    place = "data/units" if stem == "organisations" else "data/catalogue"
    return found if folder == place else None


def modeline(path: str) -> str:
    """The line that names the schema of the YAML file at ``path``; raises ``ValueError``."""
    kind = kind_of(path)
    if kind is None:
        raise ValueError(f"no schema for {path}")
    above = "../" * (path.count("/") - 1)
    return f"{MODELINE}{above}{FOLDER.removeprefix('data/')}/{kind.file}"


def texts(languages: Iterable[Language] = tuple(Language)) -> dict[str, str]:
    """Every schema as a file's text, by its path in a workspace, told in ``languages``."""
    speakers = [translator(language).gettext for language in languages]

    def describe(message: str) -> str:
        return "\n".join(gettext(message) for gettext in speakers)

    return {
        f"{FOLDER}/{kind.file}": json.dumps(schema(kind, describe), ensure_ascii=False, indent=2)
        + "\n"
        for kind in KINDS
    }


def schema(kind: FileKind, describe: Describe) -> Json:
    """The JSON Schema of a kind of file; ``describe`` puts the keys' meanings into words."""
    definitions: Json = {}
    properties: Json = {}
    for key, model in kind.block:
        properties[key] = _entry(model, definitions, describe)
    for key, model in kind.lists:
        items = _entry(model, definitions, describe)
        properties[key] = {"type": ["array", "null"], "items": items}
    return {
        "$schema": DIALECT,
        "title": f"briefing: {kind.name}",
        "type": "object",
        "properties": properties,
        "required": list(kind.required),
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _entry(model: type[BaseModel], definitions: Json, describe: Describe) -> Json:
    """A reference to the definition of ``model``, which is put into ``definitions`` with others."""
    found = model.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    parts = {model.__name__: found, **found.pop("$defs", {})}
    for name, part in parts.items():
        if name in definitions:
            continue
        definitions[name] = _told(name, part, describe)
    return {"$ref": f"#/$defs/{model.__name__}"}


def _told(name: str, part: Json, describe: Describe) -> Json:
    """A definition in the users' words instead of the program's."""
    part = _without_titles(part)
    if "properties" not in part:
        part.pop("description", None)
        return part
    part["description"] = describe(descriptions.ENTRIES[name])
    required = set(part.get("required", ()))
    properties = {}
    for key, found in part["properties"].items():
        own = found if key in required else _or_nothing(found)
        own.pop("default", None)
        properties[key] = {"description": describe(descriptions.of_key(name, key)), **own}
    part["properties"] = properties
    return part


def _or_nothing(found: Json) -> Json:
    """``found``, or left empty: whatever may be left out may be left empty."""
    own = {key: held for key, held in found.items() if key != "default"}
    if {"type": "null"} in own.get("anyOf", ()) or "null" in own.get("type", ()):
        return own
    return {"anyOf": [own, {"type": "null"}]}


def _without_titles(part: Json) -> Json:
    """``part`` without the titles that pydantic makes out of Python's names."""
    return {
        key: _inner(key, found)
        for key, found in part.items()
        if not (key == "title" and isinstance(found, str))
    }


def _inner(key: str, found: Any) -> Any:
    if key == "properties":
        return {name: _without_titles(each) for name, each in found.items()}
    if isinstance(found, dict):
        return _without_titles(found)
    if isinstance(found, list):
        return [_without_titles(each) if isinstance(each, dict) else each for each in found]
    return found


def keys_described() -> Iterator[tuple[str, str]]:
    """Every entry's name with each of its keys: what ``descriptions`` has to tell."""
    seen: set[type[BaseModel]] = set()
    for kind in KINDS:
        for _, model in (*kind.block, *kind.lists):
            definitions: Json = {}
            if model not in seen:
                seen.add(model)
                _entry(model, definitions, str)
                for name, part in definitions.items():
                    yield from ((name, key) for key in part.get("properties", ()))
