"""`pod doctor`: every setting, every part, all that is wrong. It looks only: nothing is changed, no account is charged."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from pod import drawing, lettering
from pod.bootstrap import Found, SystemClock, found_partners, found_post, found_providers, wrong_providers
from pod.cli.output import EXIT_CODES, JsonOption, print_json, say, table
from pod.cli.setup import motif_folder
from pod.model.errors import NotConfigured, PodError, Problems
from pod.paths import templates_dir
from pod.providers.embedded.packages import BASE, packages_missing, packages_ready, packages_there
from pod.providers.embedded.typefaces import typefaces_ready
from pod.providers.models import sunset_warning
from pod.settings import Settings
from pod.settings.reading import data_dir_of
from pod.settings.shown import Described, described, unknown_variables
from pod.settings.variables import VARIABLES, Variable
from pod.store.catalogue import FileCatalogue
from pod.store.sql import SqlStore

_LOW_DISK_BYTES = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Part:
    """`state` is ok, look (works, and may not be what is meant), or wrong; an adapter's own is ready, not set up, broken."""

    name: str
    state: str
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    settings: tuple[Described, ...]
    parts: tuple[Part, ...]
    problems: tuple[str, ...]


def doctor(as_json: JsonOption = False) -> None:
    """Says everything that is wrong, at once.

    Lists every setting with its value and where it came from, and every part with its state. Changes nothing.
    """
    report = examine(os.environ)
    if as_json:
        print_json(report)
        if report.problems:
            raise typer.Exit(EXIT_CODES["configuration"])
        return
    table("Settings", ("variable", "value", "from"), ((s.name, s.value, s.source) for s in report.settings))
    say("")
    table("Parts", ("part", "state", "detail"), ((p.name, p.state, p.detail) for p in report.parts))
    say("")
    for problem in report.problems:
        say(f"wrong: {problem}")
    if report.problems:
        count = len(report.problems)
        told = "One thing is wrong." if count == 1 else f"{count} things are wrong."
        raise NotConfigured("doctor_found_problems", told, "Each line above says what to do.")
    say("Nothing is wrong.")


def examine(environ: Mapping[str, str]) -> Report:
    providers, partners, post = found_providers(environ), found_partners(environ), found_post(environ)
    variables = (*VARIABLES, *(v for adapter in (*providers, *partners, *post) for v in adapter.variables))
    parts = (
        *_settings(environ, providers),
        *_environment(environ, variables),
        *_own_parts(environ),
        *_adapters("provider", providers),
        *_adapters("partner", partners),
        *_accounts(providers, SystemClock().now().date()),
        *_partner_accounts(partners),
        *_carriers(post, environ),
    )
    problems = tuple(f"{p.name}: {p.detail}" for p in parts if p.state in ("wrong", "broken"))
    return Report(described(environ, variables), parts, problems)


def _settings(environ: Mapping[str, str], providers: Sequence[Found]) -> Iterator[Part]:
    """One part for each setting that cannot be used."""
    try:
        wrong = wrong_providers(providers, Settings.from_env(environ).providers)
    except Problems as e:
        wrong = list(e.problems)
    yield from (Part(name, "wrong", str(error)) for name, error in wrong)
    if not wrong:
        yield Part("settings", "ok", "all values can be used")


def _environment(environ: Mapping[str, str], variables: Sequence[Variable]) -> Iterator[Part]:
    yield from (Part("environment", "look", sentence) for sentence in unknown_variables(environ, variables))


def _own_parts(environ: Mapping[str, str]) -> Iterator[Part]:
    yield _folder(data_dir_of(environ))
    yield from _database(environ)
    yield from _erased_list(environ)
    yield _motifs(motif_folder(environ))
    yield _products()
    yield Part("raster engines", "ok", ", ".join(drawing.engines()))
    yield _fonts()
    yield Part("sqlite", "ok", sqlite3.sqlite_version)


def _fonts() -> Part:
    names = ", ".join(font.name for font in lettering.fonts())
    if typefaces_ready():
        return Part("fonts", "ok", names)
    return Part(
        "fonts", "look", f"{names}. Run `pod setup`: until then others stand in for blackletter and college letters."
    )


def _folder(data_dir: Path) -> Part:
    nearest = next(p for p in (data_dir, *data_dir.parents) if p.exists())
    if not nearest.is_dir():
        return Part("data folder", "wrong", f"{nearest} is a file. Remove it, or set POD_DATA_DIR to another folder.")
    if not os.access(nearest, os.W_OK):
        return Part(
            "data folder", "wrong", f"{nearest} cannot be written. Give its owner the right, or set POD_DATA_DIR."
        )
    free = shutil.disk_usage(nearest).free
    if free < _LOW_DISK_BYTES:
        return Part(
            "data folder", "wrong", f"{free / 1e9:.1f} GB free, {_LOW_DISK_BYTES / 1e9:.1f} GB needed. Make room."
        )
    return Part("data folder", "ok", f"{data_dir}, {free / 1e9:.0f} GB free")


def _database(environ: Mapping[str, str]) -> Iterator[Part]:
    try:
        store = SqlStore(Settings.from_env(environ).database_url, SystemClock())
    except Problems:
        yield Part("database", "look", "not asked while settings are wrong")
        return
    except PodError as e:
        yield Part("database", "wrong", str(e))
        return
    try:
        yield from _schema(store)
    except PodError as e:
        yield Part("database", "wrong", str(e))
    finally:
        store.close()


def _erased_list(environ: Mapping[str, str]) -> Iterator[Part]:
    try:
        settings = Settings.from_env(environ)
    except Problems:
        return
    path, name = settings.erased_list, "list of what was erased"
    nearest = next(p for p in (path, *path.parents) if p.exists())
    if not os.access(nearest, os.W_OK) or (nearest == path and not path.is_file()):
        yield Part(
            name, "wrong", f"{path} cannot be written, and so nothing is erased. Set POD_ERASED_LIST to another file."
        )
    elif settings.data_dir in path.parents:
        told = f"{path} lies in the data folder: a restore takes it back. Set POD_ERASED_LIST to a file outside of it."
        yield Part(name, "look", told)
    else:
        yield Part(name, "ok", str(path))


def _schema(store: SqlStore) -> Iterator[Part]:
    if store.database.absent:
        yield Part("database", "ok", "not there yet: the first start makes it")
        return
    store.check_schema()
    yield Part("database", "ok", store.database.version)
    with store.reading() as tx:
        for (provider, model), why in tx.health.dead().items():
            way_out = f"Set POD_{provider.upper()}_MODEL to another, or say `pod providers --again {provider}`."
            yield Part(f"model {model}", "look", f"{provider} does not ask it any more: {why} {way_out}")


def _motifs(folder: Path) -> Part:
    if packages_ready(folder):
        return Part("motif packages", "ok", str(folder))
    older = packages_there(folder) >= BASE
    return Part(
        "motif packages",
        "look" if older else "wrong",
        f"{'not all' if older else 'not'} fetched yet: run `pod setup`. {packages_missing(folder)}",
    )


def _products() -> Part:
    try:
        return Part("products", "ok", f"{len(FileCatalogue(templates_dir()).products())} products")
    except PodError as e:
        return Part("products", "wrong", str(e))


def _adapters(kind: str, found: Sequence[Found]) -> Iterator[Part]:
    yield from (Part(f"{kind} {a.name}", a.state, a.reason or a.summary) for a in found)


def _accounts(found: Sequence[Found], today: date) -> Iterator[Part]:
    """Whether the image services that are set up answer to their keys, which costs nothing, and how long their models live."""
    for name, provider in ((f.name, f.adapter) for f in found if f.adapter):
        warnings = (sunset_warning(model, today) for model in provider.models[:1])
        yield from (Part(f"model of {name}", "look", warning) for warning in warnings if warning)
        if not provider.capabilities.local_cpu:
            wrong = provider.check_key()
            yield Part(f"account at {name}", "wrong" if wrong else "ok", wrong or "answers to its key")


def _partner_accounts(found: Sequence[Found]) -> Iterator[Part]:
    """Whether the partners that are set up answer to their keys. Nothing is ordered."""
    for name, partner in ((f.name, f.adapter) for f in found if f.adapter):
        wrong = partner.check_account()
        yield Part(f"account at {name}", "wrong" if wrong else "ok", wrong or "answers")


def _carriers(found: Sequence[Found], environ: Mapping[str, str]) -> Iterator[Part]:
    """Whether what carries messages would take them; nothing is sent. One that was begun to be set up has to be whole."""
    for one in found:
        begun = any(v.name in environ or f"{v.name}_FILE" in environ for v in one.variables)
        wrong = one.adapter.check() if one.adapter else one.reason
        state = "wrong" if wrong and begun else one.state
        yield Part(f"messages by {one.name}", state, wrong or one.summary)
