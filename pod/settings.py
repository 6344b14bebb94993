"""Every setting: environment variable, default, meaning. Read once, all problems at once.

Any secret may also come from a file named by ``…_FILE``. Adapters read their own ``POD_<NAME>_…`` variables through
`adapter_settings`, into the frozen dataclass that their module declares.
"""

from __future__ import annotations

import dataclasses
import os
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pod.model.errors import InputRefused, NotConfigured, PodError, Problems
from pod.model.money import Money

_MIN_SECRET_BYTES = 32
_APPROVALS = ("shopper", "shop", "both")


@dataclass(frozen=True, slots=True)
class Variable:
    name: str
    default: str
    meaning: str
    secret: bool = False


VARIABLES = (
    Variable("POD_DATA_DIR", "var", "Folder for the database, files and motif packages."),
    Variable("POD_DATABASE_URL", "sqlite:///<data>/pod.db", "SQLite file or PostgreSQL database."),
    Variable("POD_FILES_URL", "file:<data>/files", "Where artwork and print files are kept."),
    Variable(
        "POD_SECRET_KEY",
        "made on first start, kept in <data>/secret.key",
        "Signs cookies and links; at least 32 bytes.",
        secret=True,
    ),
    Variable("POD_PUBLIC_URL", "http://127.0.0.1:8080", "The address that customers see; links begin with it."),
    Variable(
        "POD_PROXIES", "0", "How many proxies of yours stand before Pod; their X-Forwarded-… headers are believed."
    ),
    Variable("POD_PROVIDERS", "embedded", "Image providers in order of preference, separated by commas."),
    Variable(
        "POD_DAILY_BUDGET", "0", "US dollars a tenant may spend on pictures in a day; 0 allows free providers only."
    ),
    Variable("POD_APPROVALS", "shopper", "Whose approval a design needs: shopper, shop or both."),
    Variable("POD_ON_UNKNOWN", "ask", "A paid picture whose answer was lost: ask (a person decides) or repeat."),
    Variable("POD_EMBEDDED_DATA_DIR", "<data>", "Where the motif packages are."),
    Variable("POD_MANUAL_FOLDER", "<data>/handoff", "The hot folder of the manual partner."),
)


@dataclass(frozen=True, slots=True)
class Described:
    """One variable for `pod doctor`: a secret's value is never shown."""

    name: str
    value: str
    source: str
    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Settings:
    data_dir: Path
    database_url: str
    files_dir: Path
    secret_key: str = dataclasses.field(repr=False)
    public_url: str
    proxies: int
    providers: tuple[str, ...]
    daily_budget: Money
    approvals: str
    on_unknown: str
    embedded_data_dir: Path
    manual_folder: Path
    environ: Mapping[str, str] = dataclasses.field(repr=False)

    @property
    def first_password_file(self) -> Path:
        return self.data_dir / "admin-password.txt"

    @property
    def lock_file(self) -> Path:
        return self.data_dir / "runner.lock"

    @staticmethod
    def from_env(environ: Mapping[str, str]) -> Settings:
        """The settings of `environ`; `Problems` names every variable that cannot be used, with what is allowed."""
        reader = _Reader(environ)
        data_dir = Path(reader.text("POD_DATA_DIR")).absolute()
        settings = Settings(
            data_dir=data_dir,
            database_url=reader.checked("POD_DATABASE_URL", f"sqlite:///{data_dir / 'pod.db'}", _database_url),
            files_dir=Path(reader.checked("POD_FILES_URL", f"file:{data_dir / 'files'}", _file_url)),
            secret_key=reader.checked("POD_SECRET_KEY", "", _secret) or _kept_secret(data_dir, reader),
            public_url=reader.checked("POD_PUBLIC_URL", "http://127.0.0.1:8080", _public_url),
            proxies=reader.checked("POD_PROXIES", "0", _proxies),
            providers=tuple(p.strip() for p in reader.text("POD_PROVIDERS").split(",") if p.strip()),
            daily_budget=reader.checked("POD_DAILY_BUDGET", "0", _dollars),
            approvals=reader.checked("POD_APPROVALS", "shopper", _one_of(_APPROVALS)),
            on_unknown=reader.checked("POD_ON_UNKNOWN", "ask", _one_of(("ask", "repeat"))),
            embedded_data_dir=Path(environ.get("POD_EMBEDDED_DATA_DIR") or data_dir).absolute(),
            manual_folder=Path(environ.get("POD_MANUAL_FOLDER") or data_dir / "handoff").absolute(),
            environ=environ,
        )
        reader.refuse()
        return settings


def described(environ: Mapping[str, str]) -> tuple[Described, ...]:
    """Every variable with the value in force and where it came from."""
    return tuple(_described(v, environ) for v in VARIABLES)


def adapter_settings(name: str, kind: type, environ: Mapping[str, str]) -> Any:
    """The adapter's settings dataclass from ``POD_<NAME>_<FIELD>``; `Problems` names every variable that is missing."""
    values, problems = dict[str, Any](), list[tuple[str, PodError]]()
    for field in dataclasses.fields(kind):
        variable = f"POD_{name}_{field.name}".upper()
        try:
            text = _value(environ, variable)
        except PodError as e:
            problems.append((variable, e))
            continue
        if text:
            values[field.name] = text
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            problems.append(
                (variable, NotConfigured("setting_missing", f"{variable} is not set.", f"Set it, or {variable}_FILE."))
            )
    if problems:
        raise Problems("adapter_settings", f"{name} is not set up.", problems)
    return kind(**values)


class _Reader:
    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[tuple[str, PodError]] = []

    def text(self, name: str) -> str:
        default = next(v.default for v in VARIABLES if v.name == name)
        return self._take(name) or default

    def checked(self, name: str, default: str, check: Callable[[str], Any]) -> Any:
        text = self._take(name) or default
        try:
            return check(text)
        except (PodError, ValueError) as e:
            error = (
                e if isinstance(e, PodError) else NotConfigured("setting_wrong", f"{name} cannot be “{text}”.", str(e))
            )
            self.problems.append((name, error))
            return check(default) if default else ""

    def _take(self, name: str) -> str:
        try:
            return _value(self._environ, name)
        except PodError as e:
            self.problems.append((name, e))
            return ""

    def refuse(self) -> None:
        if self.problems:
            raise _SettingsWrong(self.problems)


class _SettingsWrong(Problems):
    """Wrong settings stop the start with the exit code for configuration, not for input."""

    kind = "configuration"

    def __init__(self, problems: list[tuple[str, PodError]]) -> None:
        super().__init__("settings", f"{len(problems)} settings cannot be used.", problems)


def _value(environ: Mapping[str, str], name: str) -> str:
    """The variable's value, or the content of the file that ``…_FILE`` names."""
    if environ.get(name):
        return environ[name]
    file_name = environ.get(f"{name}_FILE")
    if not file_name:
        return ""
    try:
        return Path(file_name).read_text(encoding="utf-8").strip()
    except OSError as e:
        raise NotConfigured(
            "setting_file",
            f"{name}_FILE names {file_name}, which cannot be read ({e.strerror}).",
            "Correct the path or its permissions.",
        ) from e


def _described(variable: Variable, environ: Mapping[str, str]) -> Described:
    if environ.get(variable.name):
        value, source = environ[variable.name], "environment"
    elif environ.get(f"{variable.name}_FILE"):
        value, source = environ[f"{variable.name}_FILE"], "file"
    else:
        value, source = variable.default, "default"
    if variable.secret and source != "default":
        value = "(set)"
    return Described(
        variable.name, re.sub(r"://([^:/@]+):[^@]+@", r"://\1:…@", value), source, variable.default, variable.meaning
    )


def _database_url(text: str) -> str:
    if not text.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError("Use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.")
    return text


def _file_url(text: str) -> str:
    if not text.startswith("file:"):
        raise ValueError("Use file:FOLDER.")
    return str(Path(text.removeprefix("file:").removeprefix("//")).absolute())


def _public_url(text: str) -> str:
    if not re.match(r"^https?://[^/\s]+", text):
        raise ValueError("Use an address such as https://shop.example.")
    return text.rstrip("/")


def _proxies(text: str) -> int:
    if not re.fullmatch(r"[0-9]", text):
        raise ValueError("Use a number from 0 to 9.")
    return int(text)


def _dollars(text: str) -> Money:
    amount = float(text)
    if not 0 <= amount <= 1_000_000:
        raise ValueError("Use an amount from 0 to 1000000.")
    return Money(round(amount * 1_000_000))


def _one_of(allowed: tuple[str, ...]) -> Callable[[str], str]:
    def check(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"Use one of: {', '.join(allowed)}.")
        return text

    return check


def _secret(text: str) -> str:
    if text and len(text.encode()) < _MIN_SECRET_BYTES:
        raise NotConfigured(
            "weak_secret",
            f"POD_SECRET_KEY has {len(text.encode())} bytes; {_MIN_SECRET_BYTES} are needed.",
            "Make one: python3 -c 'import secrets; print(secrets.token_hex(32))'",
        )
    return text


def _kept_secret(data_dir: Path, reader: _Reader) -> str:
    """The key made on the first start, in a file that only its owner can read."""
    path = data_dir / "secret.key"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(32))
        return path.read_text(encoding="ascii").strip()
    except OSError as e:
        where = "POD_DATA_DIR"
        reader.problems.append(
            (
                where,
                InputRefused(
                    "data_dir_not_writable",
                    f"{data_dir} cannot be written ({e.strerror}).",
                    f"Give its owner the right, or set {where}.",
                ),
            )
        )
        return ""
