"""What `pod doctor` shows: every variable with the value in force, and names that nothing reads."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pod.settings.reading import data_dir_of, read_or_empty, redacted, with_data
from pod.settings.variables import VARIABLES, Variable

_FOR_TESTS = ("POD_FAIL_AT", "POD_FAIL_MARK")
"""Not settings: see `pod.failpoints`."""


@dataclass(frozen=True, slots=True)
class Described:
    """One variable for `pod doctor`: the value in force, and where it came from. A secret's value is never shown."""

    name: str
    value: str
    source: str
    meaning: str


def described(environ: Mapping[str, str], variables: Iterable[Variable] = VARIABLES) -> tuple[Described, ...]:
    """Every variable with the value in force and where it came from; what cannot be used is shown as it stands."""
    data_dir = data_dir_of(environ)
    return tuple(_described(v, environ, data_dir) for v in variables)


def unknown_variables(environ: Mapping[str, str], variables: Iterable[Variable]) -> tuple[str, ...]:
    """A sentence for each ``POD_…`` of the environment that nothing reads: most often a slip of the pen."""
    known = {v.name for v in variables} | set(_FOR_TESTS)
    strange = (n for n in sorted(environ) if n.startswith("POD_") and n.removesuffix("_FILE") not in known)
    return tuple(_strange(name, known) for name in strange)


def _described(variable: Variable, environ: Mapping[str, str], data_dir: Path) -> Described:
    value = read_or_empty(environ, variable.name)
    source = "default"
    if environ.get(f"{variable.name}_FILE"):
        source = f"file {environ[f'{variable.name}_FILE']}"
    elif environ.get(variable.name):
        source = "environment"
    shown = "(set)" if variable.secret and value else redacted(value)
    otherwise = with_data(variable.default or variable.unset, data_dir) or "(not set)"
    return Described(variable.name, shown or otherwise, source, variable.meaning)


def _strange(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name.removesuffix("_FILE"), known, 1, cutoff=0.8)
    return f"{name} is read by nothing." + (f" Is {near[0]} meant?" if near else "")
