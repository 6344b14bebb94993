"""Every setting: environment variable, default, meaning, check. Read once, all problems at once, nothing written.

Any setting, a secret above all, may also come from a file named by ``…_FILE``. Adapters read their own
``POD_<NAME>_…`` variables through `adapter_settings`, into the frozen dataclass that their module declares; a field's
metadata may give ``help``, ``default`` (where ``<data>`` is the data folder), ``secret`` and ``callback``: that one is by
itself the address at which Pod listens to the adapter's service.
"""

from __future__ import annotations

import dataclasses
import difflib
import hmac
import math
import os
import re
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pod.imaging.press import NO_PROFILE, read_press_profile
from pod.model.budget import Budgets
from pod.model.errors import InputRefused, NotConfigured, PodError, Problems
from pod.model.money import Money
from pod.services.router import ROUTES

_MIN_SECRET_BYTES = 32
_DATA = "<data>"
_PLAIN_IN_ADDRESS = "".join(chr(n) for n in range(32, 127) if chr(n) not in "?%")

Check = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Variable:
    """`default` may name ``<data>``; `unset` says what happens without a value where that is not a value itself.

    `check` turns the text into the value; its `ValueError` is the sentence that says what is allowed.
    """

    name: str
    default: str
    meaning: str
    check: Check = str
    secret: bool = False
    unset: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """One variable for `pod doctor`: the value in force, and where it came from. A secret's value is never shown."""

    name: str
    value: str
    source: str
    meaning: str


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _database_url(text: str) -> str:
    if not text.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError("Use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.")
    return text


def _files_dir(text: str) -> Path:
    if not text.startswith("file:") or text == "file:":
        raise ValueError("Use file:FOLDER.")
    return _folder(text.removeprefix("file:").removeprefix("//"))


def _secret(text: str) -> str:
    if text and len(text.encode()) < _MIN_SECRET_BYTES:
        raise ValueError(
            f"It has {len(text.encode())} bytes; {_MIN_SECRET_BYTES} are needed."
            " Make one: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        )
    return text


def _public_url(text: str) -> str:
    if not re.fullmatch(r"https?://[^/\s?#@]+/?", text):
        raise ValueError("Use an address such as https://shop.example, without a path.")
    return text.rstrip("/")


def _proxies(text: str) -> int:
    if not re.fullmatch(r"[0-9]", text):
        raise ValueError("Use a number from 0 to 9.")
    return int(text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _host_names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    if not all(re.fullmatch(r"\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*", name) for name in names):
        raise ValueError("Use names such as pod.internal, without scheme and port.")
    return names


def _count(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,6}", text):
        raise ValueError("Use a whole number from 1 to 9999999.")
    return int(text)


def _dollars(text: str) -> Money:
    try:
        amount = float(text)
    except ValueError:
        amount = math.nan
    if not 0 <= amount <= 1_000_000:
        raise ValueError("Use an amount in US dollars from 0 to 1000000, for example 12.50.")
    return Money(round(amount * 1_000_000))


def _dollars_or_none(text: str) -> Money | None:
    return _dollars(text) if text else None


def _press_profile(text: str) -> str:
    """A file's path, "none", or "" for the profile that comes with Pod."""
    if text in ("", NO_PROFILE):
        return text
    path = Path(text).expanduser().absolute()
    try:
        read_press_profile(path.read_bytes(), path.name)
    except OSError as e:
        raise ValueError(f"It cannot be read: {e.strerror}.") from e
    except InputRefused as e:
        raise ValueError(f"{e.message} {e.hint}") from e
    return str(path)


def _one_of(*allowed: str) -> Check:
    def check(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"Use one of: {', '.join(allowed)}.")
        return text

    return check


VARIABLES = (
    Variable("POD_DATA_DIR", "var", "Folder for the database, files and motif packages.", _folder),
    Variable("POD_DATABASE_URL", "sqlite:///<data>/pod.db", "SQLite file or PostgreSQL database.", _database_url),
    Variable("POD_FILES_URL", "file:<data>/files", "Where artwork and print files are kept.", _files_dir),
    Variable(
        "POD_SECRET_KEY",
        "",
        "Signs cookies and links; at least 32 bytes.",
        _secret,
        secret=True,
        unset="made on first start, kept in <data>/secret.key",
    ),
    Variable(
        "POD_PUBLIC_URL", "http://127.0.0.1:8080", "The address that customers see; links begin with it.", _public_url
    ),
    Variable(
        "POD_PROXIES",
        "0",
        "How many proxies of yours stand before Pod; their X-Forwarded-… headers are believed.",
        _proxies,
    ),
    Variable(
        "POD_HOSTS",
        "",
        "Other host names that Pod answers to, separated by commas; one with a leading dot stands for all under it.",
        _host_names,
        unset="none",
    ),
    Variable(
        "POD_DAILY_PER_VISITOR",
        "300",
        "How many uploads, designs and other work a shopper's address may ask for in a day.",
        _count,
    ),
    Variable(
        "POD_CMYK_PROFILE",
        "",
        "The press profile (.icc) of PDF/X and of CMYK files; `none` for neither.",
        _press_profile,
        unset="ISO Coated v2 300 % (FOGRA39), which comes with Pod",
    ),
    Variable("POD_PROVIDERS", "embedded", "Image providers in order of preference, separated by commas.", _names),
    Variable(
        "POD_DAILY_BUDGET",
        "0",
        "US dollars a tenant may spend on pictures in a day; 0 allows free providers only.",
        _dollars,
    ),
    Variable(
        "POD_DAILY_BUDGET_ALL",
        "",
        "US dollars that all tenants together may spend on pictures in a day.",
        _dollars_or_none,
        unset="no bound",
    ),
    Variable(
        "POD_DAILY_BUDGET_PER_PROVIDER",
        "",
        "US dollars that may be spent with one provider in a day, by all tenants together.",
        _dollars_or_none,
        unset="no bound",
    ),
    Variable(
        "POD_DAILY_BUDGET_PER_VISITOR",
        "",
        "US dollars that the pictures of one shopper's address may cost in a day; what came to nothing does not count.",
        _dollars_or_none,
        unset="no bound",
    ),
    Variable(
        "POD_DAILY_BUDGET_PER_CUSTOMER",
        "",
        "US dollars that the pictures of one customer, as your program names them, may cost in a day; counted likewise.",
        _dollars_or_none,
        unset="no bound",
    ),
    Variable(
        "POD_APPROVALS",
        "shopper",
        "Whose approval a design needs: shopper, shop or both.",
        _one_of("shopper", "shop", "both"),
    ),
    Variable(
        "POD_ON_UNKNOWN",
        "ask",
        "A paid picture whose answer was lost: ask (a person decides) or repeat.",
        _one_of("ask", "repeat"),
    ),
    Variable(
        "POD_ON_WRONG_SIZE",
        "keep",
        "A picture that comes smaller than asked for: keep it as what it is, upscale it by a service (Stability's), ask elsewhere,"
        " or refuse it.",
        _one_of("keep", "upscale", "elsewhere", "refuse"),
    ),
    Variable(
        "POD_ROUTE",
        "order",
        "Which provider is asked first: the first of POD_PROVIDERS (order), the cheapest (price) or the fastest of late (speed).",
        _one_of(*ROUTES),
    ),
    Variable(
        "POD_ROUTING",
        "",
        "A file of your own rules for which partner makes what; `fulfillment/routing.toml` shows the form.",
    ),
)

_FOR_TESTS = ("POD_FAIL_AT", "POD_FAIL_MARK")
"""Not settings: see `pod.failpoints`."""


@dataclass(frozen=True, slots=True)
class Settings:
    data_dir: Path
    database_url: str
    files_dir: Path
    secret_key: str = dataclasses.field(repr=False)
    public_url: str
    proxies: int
    hosts: tuple[str, ...]
    daily_per_visitor: int
    cmyk_profile: str
    providers: tuple[str, ...]
    daily_budget: Money
    daily_budget_all: Money | None
    daily_budget_per_provider: Money | None
    daily_budget_per_visitor: Money | None
    daily_budget_per_customer: Money | None
    approvals: str
    on_unknown: str
    on_wrong_size: str
    route: str
    routing: str
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
        read, problems = _read(environ)
        if problems:
            raise SettingsWrong(problems)
        return Settings(
            data_dir=read["POD_DATA_DIR"],
            database_url=read["POD_DATABASE_URL"],
            files_dir=read["POD_FILES_URL"],
            secret_key=read["POD_SECRET_KEY"],
            public_url=read["POD_PUBLIC_URL"],
            proxies=read["POD_PROXIES"],
            hosts=read["POD_HOSTS"],
            daily_per_visitor=read["POD_DAILY_PER_VISITOR"],
            cmyk_profile=read["POD_CMYK_PROFILE"],
            providers=read["POD_PROVIDERS"],
            daily_budget=read["POD_DAILY_BUDGET"],
            daily_budget_all=read["POD_DAILY_BUDGET_ALL"],
            daily_budget_per_provider=read["POD_DAILY_BUDGET_PER_PROVIDER"],
            daily_budget_per_visitor=read["POD_DAILY_BUDGET_PER_VISITOR"],
            daily_budget_per_customer=read["POD_DAILY_BUDGET_PER_CUSTOMER"],
            approvals=read["POD_APPROVALS"],
            on_unknown=read["POD_ON_UNKNOWN"],
            on_wrong_size=read["POD_ON_WRONG_SIZE"],
            route=read["POD_ROUTE"],
            routing=read["POD_ROUTING"],
            environ=environ,
        )

    @property
    def budgets(self) -> Budgets:
        return Budgets(
            self.daily_budget,
            self.daily_budget_all,
            self.daily_budget_per_provider,
            self.daily_budget_per_visitor,
            self.daily_budget_per_customer,
        )

    @property
    def takes_callbacks(self) -> bool:
        """Image services and partners call https addresses only."""
        return self.public_url.startswith("https://")

    def callback_address(self, provider: str) -> str:
        """Where an image service says that there is news of a task; "" where it cannot."""
        if not self.takes_callbacks:
            return ""
        return f"{self.public_url}/callbacks/{provider}/{self.callback_secret(provider)}"

    def callback_secret(self, provider: str) -> str:
        """The word in the address that nobody guesses: 128 bits, another one for each service."""
        return hmac.new(self.secret_key.encode(), f"callback:{provider}".encode(), "sha256").hexdigest()[:32]

    def webhook_address(self, partner: str) -> str:
        """Where a partner says that there is news of an order; "" where it cannot."""
        return f"{self.public_url}/webhooks/{partner}/{self.webhook_secret(partner)}" if self.takes_callbacks else ""

    def webhook_secret(self, partner: str) -> str:
        """As `callback_secret`, for a partner."""
        return hmac.new(self.secret_key.encode(), f"webhook:{partner}".encode(), "sha256").hexdigest()[:32]

    def with_kept_key(self) -> Settings:
        """With the key that was set, or else the one that the first start made in the data folder."""
        return self if self.secret_key else dataclasses.replace(self, secret_key=_kept_key(self.data_dir))


class SettingsWrong(Problems):
    """Wrong settings stop the start with the exit code for configuration, not for input."""

    kind = "configuration"

    def __init__(self, problems: Iterable[tuple[str, PodError]]) -> None:
        found = tuple(problems)
        cannot = "1 setting cannot be used." if len(found) == 1 else f"{len(found)} settings cannot be used."
        super().__init__("settings", cannot, found)


def data_dir_of(environ: Mapping[str, str]) -> Path:
    """The data folder alone, also where other settings are wrong."""
    return _folder(_read_or_empty(environ, "POD_DATA_DIR") or VARIABLES[0].default)


def cmyk_profile_of(environ: Mapping[str, str]) -> str:
    """The press profile alone, as it is written, for commands that need no other setting."""
    return _text(environ, "POD_CMYK_PROFILE")


def adapter_settings(name: str, kind: type, environ: Mapping[str, str], callback_url: str = "") -> Any:
    """The adapter's settings dataclass from ``POD_<NAME>_<FIELD>``; `Problems` names every variable that is missing."""
    values, problems = dict[str, Any](), list[tuple[str, PodError]]()
    for field, variable in zip(dataclasses.fields(kind), adapter_variables(name, kind), strict=True):
        try:
            text = _text(environ, variable.name) or _with_data(variable.default, data_dir_of(environ))
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


def described(environ: Mapping[str, str], variables: Iterable[Variable] = VARIABLES) -> tuple[Described, ...]:
    """Every variable with the value in force and where it came from; what cannot be used is shown as it stands."""
    data_dir = data_dir_of(environ)
    return tuple(_described(v, environ, data_dir) for v in variables)


def unknown_variables(environ: Mapping[str, str], variables: Iterable[Variable]) -> tuple[str, ...]:
    """A sentence for each ``POD_…`` of the environment that nothing reads: most often a slip of the pen."""
    known = {v.name for v in variables} | set(_FOR_TESTS)
    strange = (n for n in sorted(environ) if n.startswith("POD_") and n.removesuffix("_FILE") not in known)
    return tuple(_strange(name, known) for name in strange)


def redacted(address: str) -> str:
    """An address without the password in it."""
    without = re.sub(r"://([^:/@]*):.*@", r"://\1:…@", address)
    return re.sub(r"(password|secret|token)=[^&\s]*", r"\1=…", without, flags=re.IGNORECASE)


def _read(environ: Mapping[str, str]) -> tuple[dict[str, Any], list[tuple[str, PodError]]]:
    """Every value that can be used, and what is wrong with the others."""
    data_dir = data_dir_of(environ)
    read, problems = dict[str, Any](), list[tuple[str, PodError]]()
    for variable in VARIABLES:
        try:
            text = _text(environ, variable.name) or _with_data(variable.default, data_dir)
            read[variable.name] = _checked(variable, text)
        except PodError as e:
            problems.append((variable.name, e))
    return read, problems


def _checked(variable: Variable, text: str) -> Any:
    try:
        return variable.check(text)
    except ValueError as e:
        shown = "this" if variable.secret else f"“{redacted(text)}”"
        raise NotConfigured("setting_wrong", f"{variable.name} cannot be {shown}.", str(e)) from e


def _text(environ: Mapping[str, str], name: str) -> str:
    """The variable's value, or the content of the file that ``…_FILE`` names; both at once is one too many."""
    value, file_name = environ.get(name, ""), environ.get(f"{name}_FILE", "")
    if value and file_name:
        raise NotConfigured("setting_twice", f"{name} and {name}_FILE are both set.", "Set one of the two.")
    return _content(name, file_name) if file_name else value


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


def _read_or_empty(environ: Mapping[str, str], name: str) -> str:
    try:
        return _text(environ, name)
    except PodError:
        return ""


def database_in(folder: Path, name: str) -> str:
    """The address of one more SQLite file."""
    return _with_data(f"sqlite:///{_DATA}/{name}", folder)


def _with_data(text: str, data_dir: Path) -> str:
    """In a database's address, ? begins the options and % an encoded character."""
    folder = quote(str(data_dir), safe=_PLAIN_IN_ADDRESS) if text.startswith("sqlite:") else str(data_dir)
    return text.replace(_DATA, folder)


def _described(variable: Variable, environ: Mapping[str, str], data_dir: Path) -> Described:
    value = _read_or_empty(environ, variable.name)
    source = "default"
    if environ.get(f"{variable.name}_FILE"):
        source = f"file {environ[f'{variable.name}_FILE']}"
    elif environ.get(variable.name):
        source = "environment"
    shown = "(set)" if variable.secret and value else redacted(value)
    otherwise = _with_data(variable.default or variable.unset, data_dir) or "(not set)"
    return Described(variable.name, shown or otherwise, source, variable.meaning)


def _strange(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name.removesuffix("_FILE"), known, 1, cutoff=0.8)
    return f"{name} is read by nothing." + (f" Is {near[0]} meant?" if near else "")


def _kept_key(data_dir: Path) -> str:
    """In a file that only its owner can read. Published by a link: another process sees it whole or not at all."""
    path = data_dir / "secret.key"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _publish(path, secrets.token_hex(32))
        key = path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError as e:
        raise NotConfigured(
            "data_dir_not_writable",
            f"The data folder {data_dir} cannot be written: {e.strerror}.",
            "Set POD_DATA_DIR to a folder that this user may write.",
        ) from e
    if len(key.encode()) < _MIN_SECRET_BYTES:
        raise NotConfigured(
            "weak_secret",
            f"{path} has {len(key.encode())} bytes where the signing key has {_MIN_SECRET_BYTES} or more.",
            "Restore the file, or remove it: the next start makes a new key, and everyone signs in again.",
        )
    return key


def _publish(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(beside, path)
        except FileExistsError:
            return  # another process was first: its key is the key
    finally:
        beside.unlink(missing_ok=True)
