"""What `pod doctor` looks at. Nothing is changed, no account is charged."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pod import drawing, lettering
from pod.bootstrap import found_partners, found_providers
from pod.model.errors import PodError
from pod.paths import templates_dir
from pod.providers.embedded.packages import packages_ready
from pod.settings import Described, Settings, described
from pod.store.catalogue import FileCatalogue

_LOW_DISK_BYTES = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    state: str
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    settings: tuple[Described, ...]
    parts: tuple[Part, ...]
    problems: tuple[str, ...]


def examine(environ: Mapping[str, str]) -> Report:
    parts = tuple(_parts(environ))
    problems = [f"{p.name}: {p.detail}" for p in parts if p.state == "wrong"]
    return Report(described(environ), parts, tuple(problems))


def _parts(environ: Mapping[str, str]) -> Iterator[Part]:
    yield _settings(environ)
    data_dir = Path(environ.get("POD_DATA_DIR") or "var")
    yield _folder(data_dir)
    yield _motifs(Path(environ.get("POD_EMBEDDED_DATA_DIR") or data_dir))
    yield _products()
    yield Part("raster engines", "ok", ", ".join(drawing.engines()))
    yield Part("fonts", "ok", ", ".join(f.name for f in lettering.fonts()))
    yield Part("sqlite", "ok", sqlite3.sqlite_version)
    for kind, found in (("provider", found_providers(environ)), ("partner", found_partners(environ))):
        for adapter in found:
            yield Part(f"{kind} {adapter.name}", adapter.state, adapter.reason or adapter.summary)


def _settings(environ: Mapping[str, str]) -> Part:
    try:
        Settings.from_env(environ)
    except PodError as e:
        return Part("settings", "wrong", str(e))
    return Part("settings", "ok", "all values can be used")


def _folder(data_dir: Path) -> Part:
    nearest = next(p for p in (data_dir.absolute(), *data_dir.absolute().parents) if p.exists())
    if not os.access(nearest, os.W_OK):
        return Part(
            "data folder", "wrong", f"{nearest} cannot be written to. Give its owner the right, or set POD_DATA_DIR."
        )
    free = shutil.disk_usage(nearest).free
    if free < _LOW_DISK_BYTES:
        return Part("data folder", "wrong", f"{free / 1e9:.1f} GB free, 2.1 GB needed before new designs are taken.")
    return Part("data folder", "ok", f"{data_dir}, {free / 1e9:.0f} GB free")


def _motifs(data_dir: Path) -> Part:
    if packages_ready(data_dir):
        return Part("motif packages", "ok", str(data_dir))
    return Part(
        "motif packages", "wrong", "not fetched yet: run `pod setup`. Until then designs use built-in shapes only."
    )


def _products() -> Part:
    try:
        return Part("products", "ok", f"{len(FileCatalogue(templates_dir()).products())} products")
    except PodError as e:
        return Part("products", "wrong", str(e))
