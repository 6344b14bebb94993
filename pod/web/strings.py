"""Every word of the pages, in one catalogue: ``templates/web/strings.en.toml``. Templates and scripts hold none.

``t(key, n=2)`` in a template gives the sentence with its values put in. Scripts read the sentences they
need from the page: ``{{ strings_for("design") }}`` puts a section into a block of JSON, which no policy has to allow.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask
from markupsafe import Markup

from pod.paths import templates_dir

LANGUAGE = "en"


def install(app: Flask) -> None:
    """Adds the Jinja globals ``t``, ``strings_for`` and ``language``."""
    app.jinja_env.globals.update(t=text, strings_for=strings_for, language=LANGUAGE)


def text(key: str, **values: Any) -> str:
    """The sentence of `key` (``section.name``) with `values` in its ``{places}``. `KeyError` for a key that is not there."""
    return catalogue()[key].format_map(values)


def strings_for(section: str) -> Markup:
    """The sentences of a section by their short names, as a block of JSON with the id ``strings``."""
    safe = json.dumps(section_of(section), ensure_ascii=False).replace("<", "\\u003c")
    return Markup('<script type="application/json" id="strings">{}</script>').format(Markup(safe))  # noqa: S704


def section_of(name: str) -> dict[str, str]:
    """{short name: sentence} of a section."""
    start = f"{name}."
    return {key.removeprefix(start): said for key, said in catalogue().items() if key.startswith(start)}


@cache
def catalogue() -> Mapping[str, str]:
    """{``section.name``: sentence}."""
    with _file().open("rb") as file:
        return dict(_flat("", tomllib.load(file)))


def _file() -> Path:
    return templates_dir() / "web" / f"strings.{LANGUAGE}.toml"


def _flat(prefix: str, table: Mapping[str, Any]) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for name, value in table.items():
        flat += _flat(f"{prefix}{name}.", value) if isinstance(value, dict) else [(f"{prefix}{name}", str(value))]
    return flat
