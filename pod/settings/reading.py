"""From the environment, or from the file that ``…_FILE`` names, to a value: nothing is written, nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pod.model.errors import NotConfigured, PodError
from pod.settings.checks import folder
from pod.settings.variables import VARIABLES, Variable

_DATA = "<data>"
_PLAIN_IN_ADDRESS = "".join(chr(n) for n in range(32, 127) if chr(n) not in "?%")


def data_dir_of(environ: Mapping[str, str]) -> Path:
    """The data folder alone, also where other settings are wrong."""
    return folder(read_or_empty(environ, "POD_DATA_DIR") or VARIABLES[0].default)


def cmyk_profile_of(environ: Mapping[str, str]) -> str:
    """The press profile alone, as it is written, for commands that need no other setting."""
    return text_of(environ, "POD_CMYK_PROFILE")


def database_in(data_dir: Path, name: str) -> str:
    """The address of one more SQLite file."""
    return with_data(f"sqlite:///{_DATA}/{name}", data_dir)


def redacted(address: str) -> str:
    """An address without the password in it."""
    without = re.sub(r"://([^:/@]*):.*@", r"://\1:…@", address)
    return re.sub(r"(password|secret|token)=[^&\s]*", r"\1=…", without, flags=re.IGNORECASE)


def read_all(environ: Mapping[str, str]) -> tuple[dict[str, Any], list[tuple[str, PodError]]]:
    """Every value that can be used, and what is wrong with the others."""
    data_dir = data_dir_of(environ)
    read, problems = dict[str, Any](), list[tuple[str, PodError]]()
    for variable in VARIABLES:
        try:
            text = text_of(environ, variable.name) or with_data(variable.default, data_dir)
            read[variable.name] = _checked(variable, text)
        except PodError as e:
            problems.append((variable.name, e))
    return read, problems


def text_of(environ: Mapping[str, str], name: str) -> str:
    """The variable's value, or the content of the file that ``…_FILE`` names; both at once is one too many."""
    value, file_name = environ.get(name, ""), environ.get(f"{name}_FILE", "")
    if value and file_name:
        raise NotConfigured("setting_twice", f"{name} and {name}_FILE are both set.", "Set one of the two.")
    return _content(name, file_name) if file_name else value


def read_or_empty(environ: Mapping[str, str], name: str) -> str:
    try:
        return text_of(environ, name)
    except PodError:
        return ""


def with_data(text: str, data_dir: Path) -> str:
    """In a database's address, ? begins the options and % an encoded character."""
    folder = quote(str(data_dir), safe=_PLAIN_IN_ADDRESS) if text.startswith("sqlite:") else str(data_dir)
    return text.replace(_DATA, folder)


def _checked(variable: Variable, text: str) -> Any:
    try:
        return variable.check(text)
    except ValueError as e:
        shown = "this" if variable.secret else f"“{redacted(text)}”"
        raise NotConfigured("setting_wrong", f"{variable.name} cannot be {shown}.", str(e)) from e


def _content(name: str, file_name: str) -> str:
    try:
        text = Path(file_name).expanduser().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as e:
        why = e.strerror if isinstance(e, OSError) else "it is not text"
        raise NotConfigured(
            "setting_file",
            f"{name}_FILE names {file_name}, which cannot be read: {why}.",
            "Correct the path or its permissions.",
        ) from e
    if not text:
        raise NotConfigured(
            "setting_file", f"{name}_FILE names {file_name}, which is empty.", "Write the value into it."
        )
    return text
