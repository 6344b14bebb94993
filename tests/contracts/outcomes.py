"""What every failure of every image service has come to when it was played: the table in docs/providers.md.

`make docs` plays all of them and writes ``outcomes.json``; the contract holds each of its own runs against that.
"""

from __future__ import annotations

import importlib
import inspect
import json
import logging
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

import tests.providers
from tests.contracts.remote_contract import OUTCOMES, RemoteProviderContract
from tests.servers.imageservice import Mode


def contracts() -> Iterator[type[RemoteProviderContract]]:
    """The tests of every adapter behind HTTP, and of every dialect, found in their folder."""
    for name in sorted(m.name for m in pkgutil.iter_modules(tests.providers.__path__, "tests.providers.")):
        if not name.startswith("tests.providers.test_"):
            continue
        for _, found in inspect.getmembers(importlib.import_module(name), inspect.isclass):
            if issubclass(found, RemoteProviderContract) and found.__module__ == name:
                yield found


def played(contract: type[RemoteProviderContract]) -> Mapping[str, Mapping[str, str | int]]:
    return {mode.name: _played(contract(), mode) for mode in contract.server.MODES}


def _played(suite: RemoteProviderContract, mode: Mode) -> Mapping[str, str | int]:
    with suite.server() as service, TemporaryDirectory() as folder:
        suite.folder = Path(folder)
        _, row = suite.come_to(service, mode)
        service._gone.set()
        return row


def write() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    found = {contract.title(): played(contract) for contract in contracts()}
    OUTCOMES.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"{OUTCOMES.relative_to(Path.cwd())}: {sum(map(len, found.values()))} failures\n")


if __name__ == "__main__":
    write()
