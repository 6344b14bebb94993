"""Adapters declare their settings as a frozen dataclass; its variables are ``POD_<NAME>_<FIELD>``.

A field's metadata may give ``help``, ``default`` (where ``<data>`` is the data folder), ``secret`` and ``callback``: that
one is by itself the address at which Pod listens to the adapter's service.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from pod.model.errors import NotConfigured, PodError, Problems
from pod.settings.reading import data_dir_of, text_of, with_data
from pod.settings.variables import Variable


def adapter_settings(name: str, kind: type, environ: Mapping[str, str], callback_url: str = "") -> Any:
    """The adapter's settings dataclass from ``POD_<NAME>_<FIELD>``; `Problems` names every variable that is missing."""
    values, problems = dict[str, Any](), list[tuple[str, PodError]]()
    for field, variable in zip(dataclasses.fields(kind), adapter_variables(name, kind), strict=True):
        try:
            text = text_of(environ, variable.name) or with_data(variable.default, data_dir_of(environ))
            if field.metadata.get("callback"):
                text = text or callback_url
        except PodError as e:
            problems.append((variable.name, e))
            continue
        if text:
            values[field.name] = text
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            missing = NotConfigured(
                "setting_missing", f"{variable.name} is not set.", f"Set it, or {variable.name}_FILE."
            )
            problems.append((variable.name, missing))
    if problems:
        raise Problems("adapter_settings", f"{name} is not set up.", problems)
    return kind(**values)


def adapter_variables(name: str, kind: type) -> tuple[Variable, ...]:
    """The variables that an adapter's settings dataclass asks for."""
    return tuple(
        Variable(
            f"POD_{name}_{field.name}".upper(),
            field.metadata.get("default", ""),
            field.metadata.get("help", ""),
            secret=field.metadata.get("secret", False),
            unset="" if field.default is dataclasses.MISSING else str(field.default),
        )
        for field in dataclasses.fields(kind)
    )
