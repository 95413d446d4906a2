"""How what is kept is read: the forms of each version, beside which today's code is held.

A release is rolled back by deploying the version before, which then reads what the newer one has
kept. No test can run code that is gone; what it reads stands in `tests/fixtures/forms/VERSION.json`
as JSON Schemas of its kept models. `python -m tests.kept_forms` writes those of this version, when
the next one begins.
"""

import json
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, Final

from pydantic.json_schema import JsonSchemaMode, models_json_schema

import functions.records
from shared_rules.records import Record

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "tests" / "fixtures" / "forms"
MOVED: Final = {"stopped_mail.Stopped": "messages.Unsubscribed"}
"""Models by what they are called today, and what the version before called them."""

_WORDS: Final = ("title", "description", "default", "examples")

Schema = dict[str, Any]


class Forms:
    """The schemas of the kept models of a version, by `module.Class`."""

    def __init__(self, models: dict[str, Schema], named: dict[str, Schema]) -> None:
        self.models = models
        self._named = named

    @classmethod
    def today(cls, mode: JsonSchemaMode) -> "Forms":
        """Of today's code: what it reads (`validation`), or writes (`serialization`)."""
        models = sorted(_kept_models(), key=_name)
        of_each, document = models_json_schema([(each, mode) for each in models])
        schemas = {_name(model): schema for (model, _), schema in of_each.items()}
        return cls(schemas, document["$defs"])

    @classmethod
    def of(cls, version: str) -> "Forms":
        """What a version reads."""
        said = json.loads((FOLDER / f"{version}.json").read_text())
        return cls(said["models"], said["$defs"])

    def written(self) -> str:
        """The file of these."""
        said = {"models": self.models, "$defs": self._named}
        return json.dumps(_bare(said), indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    def resolve(self, schema: Schema) -> Schema:
        """A schema itself, where it names one."""
        while name := schema.get("$ref"):
            schema = self._named[name.rpartition("/")[2]]
        return schema


def version() -> str:
    """The version that this code is, or becomes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return str(project["project"]["version"])


def unreadable(writes: Forms, reads: Forms) -> list[str]:
    """What a version writes and another cannot read: `module.Class.field 'value'`."""
    look = _Comparison(writes, reads)
    pairs = ((name, MOVED.get(name, name)) for name in writes.models)
    found = (
        look.faults(writes.models[name], reads.models[before], name)
        for name, before in pairs
        if before in reads.models
    )
    return sorted({fault for faults in found for fault in faults})


class _Comparison:
    """Whether whatever fits one schema fits another, of the parts of JSON Schema that ours have."""

    def __init__(self, writes: Forms, reads: Forms) -> None:
        self._writes = writes
        self._reads = reads
        self._above: list[tuple[str, str]] = []

    def faults(self, writes: Schema, reads: Schema, place: str) -> list[str]:
        names = (writes.get("$ref", ""), reads.get("$ref", ""))
        if names in self._above:  # a model within itself
            return []
        self._above.append(names if all(names) else ("", place))
        found = list(self._found(self._writes.resolve(writes), self._reads.resolve(reads), place))
        self._above.pop()
        return found

    def _found(self, writes: Schema, reads: Schema, place: str) -> Iterator[str]:
        if several := writes.get("anyOf", writes.get("oneOf")):
            for each in several:
                yield from self.faults(each, reads, place)
        elif several := reads.get("anyOf", reads.get("oneOf")):
            for each in _one_by_one(writes):
                yield from min((self.faults(each, one, place) for one in several), key=len)
        else:
            yield from self._plain(writes, reads, place)

    def _plain(self, writes: Schema, reads: Schema, place: str) -> Iterator[str]:
        taken, values = _values(reads), _values(writes)
        for part in ("type", "format"):
            if part in reads and reads[part] not in _wider(writes.get(part)):
                yield f"{place}: {writes.get(part)} for {reads[part]}"
                return
        if taken is None:
            yield from self._inner(writes, reads, place)
        elif values is None:
            yield f"{place}: any {writes.get('type')}"
        else:
            yield from (f"{place} {each!r}" for each in values if each not in taken)

    def _inner(self, writes: Schema, reads: Schema, place: str) -> Iterator[str]:
        yield from self._fields(writes, reads, place)
        for inner in ("items", "additionalProperties"):
            if isinstance(writes.get(inner), dict) and isinstance(reads.get(inner), dict):
                yield from self.faults(writes[inner], reads[inner], f"{place}[]")
        pairs = zip(writes.get("prefixItems", ()), reads.get("prefixItems", ()), strict=False)
        for number, (one, other) in enumerate(pairs):
            yield from self.faults(one, other, f"{place}[{number}]")

    def _fields(self, writes: Schema, reads: Schema, place: str) -> Iterator[str]:
        known = reads.get("properties", {})
        # What is computed is not kept (functions/records/kept.py).
        fields = {
            name: schema
            for name, schema in writes.get("properties", {}).items()
            if not schema.get("readOnly")
        }
        yield from (
            f"{place}.{name} is not written"
            for name in reads.get("required", ())
            if name not in fields
        )
        for name, schema in fields.items():
            if name in known:
                yield from self.faults(schema, known[name], f"{place}.{name}")
            elif reads.get("additionalProperties") is False:
                yield f"{place}.{name} is not known"


def _one_by_one(schema: Schema) -> list[Schema]:
    """A schema of several values as one of each: another of a union may take each."""
    return [{**schema, "enum": [each]} for each in schema.get("enum", ())] or [schema]


def _values(schema: Schema) -> list[Any] | None:
    if "const" in schema:
        return [schema["const"]]
    values: list[Any] | None = schema.get("enum")
    return values


def _wider(kind: str | None) -> tuple[str | None, ...]:
    return (kind, "number") if kind == "integer" else (kind,)


def _bare(schema: Any) -> Any:
    """A schema without its texts for people."""
    match schema:
        case dict():
            # A field may bear the name of such a text.
            return {
                name: _bare(each)
                for name, each in schema.items()
                if name not in _WORDS or isinstance(each, dict)
            }
        case list():
            return list(map(_bare, schema))
    return schema


def _kept_models() -> Iterator[type[Record]]:
    for module in walk_packages(functions.records.__path__, "functions.records."):
        for each in vars(import_module(module.name)).values():
            if (
                isinstance(each, type)
                and issubclass(each, Record)
                and each.__module__ == module.name
            ):
                yield each


def _name(model: type) -> str:
    return f"{model.__module__.removeprefix('functions.records.')}.{model.__qualname__}"


def main() -> None:
    """Write the forms of this version."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{version()}.json").write_text(Forms.today("validation").written())


if __name__ == "__main__":
    main()
