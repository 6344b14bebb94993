"""The services' own published schemas, where there is a folder of them: what we send is held against them.

They are not ours to ship. `POD_TEST_SCHEMAS` names the folder; without it the tests that need it are skipped.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator


def published(pattern: str) -> dict[str, Any]:
    """The newest document of this name."""
    folder = os.environ.get("POD_TEST_SCHEMAS", "")
    files = sorted(Path(folder).glob(pattern)) if folder else []
    if not files:
        pytest.skip(f"no {pattern} in POD_TEST_SCHEMAS")
    read = json.loads if files[-1].suffix == ".json" else yaml.safe_load
    return read(files[-1].read_text(encoding="utf-8"))


def misfits(document: Mapping[str, Any], name: str, value: Any, *, in_path: str = "") -> list[str]:
    """What the schema `name` does not allow in `value`, fields that it does not know included.

    The field `in_path` stands in the request's path, and the schema asks for it all the same.
    """
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    errors = Draft202012Validator(schema).iter_errors(value)
    missing = f"'{in_path}' is a required property"
    wrong = [f"{e.json_path}: {e.message}" for e in errors if e.message != missing]
    return [*wrong, *_strangers(document, document["components"]["schemas"][name], value, name)]


def form_misfits(document: Mapping[str, Any], path: str, form: Mapping[str, Any]) -> list[str]:
    """What the schema of the form that is sent to a path does not allow in it, fields that it does not know included."""
    content = document["paths"][path]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]
    schema = {**content, "components": document["components"], "additionalProperties": False}
    return [f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(form)]


def answer_misfits(document: Mapping[str, Any], path: str, method: str, value: Any) -> list[str]:
    """What the schema of a good answer does not allow in `value`."""
    answer = document["paths"][path][method]["responses"]["200"]
    if "$ref" in answer:
        answer = document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    return schema_misfits(document, answer["content"]["application/json"]["schema"], value)


def schema_misfits(document: Mapping[str, Any], schema: Mapping[str, Any], value: Any) -> list[str]:
    whole = _with_null({**schema, "components": document["components"]})
    return [f"{e.json_path}: {e.message}" for e in Draft202012Validator(whole).iter_errors(value)]


def _with_null(schema: Any) -> Any:
    """OpenAPI 3.0 says ``nullable`` where JSON Schema has a list of types."""
    if isinstance(schema, list):
        return [_with_null(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: _with_null(one) for name, one in schema.items()}
    if inner.get("nullable") is True and isinstance(inner.get("type"), str):
        inner["type"] = [inner["type"], "null"]
    return inner


def _strangers(document: Mapping[str, Any], schema: Mapping[str, Any], value: Any, where: str) -> Iterator[str]:
    schema = _resolved(document, schema)
    if isinstance(value, list):
        for one in value:
            yield from _strangers(document, schema.get("items", {}), one, f"{where}[]")
    if isinstance(value, dict) and "additionalProperties" not in schema:
        for field, inner in value.items():
            if field not in schema.get("properties", {}):
                yield f"{where} has no field {field}"
            else:
                yield from _strangers(document, schema["properties"][field], inner, f"{where}.{field}")


def _resolved(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    for part in (schema, *schema.get("allOf", ())):
        if "$ref" in part:
            return _resolved(document, document["components"]["schemas"][part["$ref"].rpartition("/")[2]])
    return schema
