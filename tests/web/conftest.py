"""The shop that every web test starts from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from pod.bootstrap import Services, build
from pod.settings import Settings
from pod.web.app import create_app
from tests.servers.pod import CHECKOUT_DATA
from tests.web.shop import Shop, Watch


@pytest.fixture
def open_shop(tmp_path: Path) -> Iterator[Callable[..., Shop]]:
    """Opens a shop; settings as keywords."""
    opened: list[Services] = []

    def opening(**environ: str) -> Shop:
        watch = Watch()
        folders = {"POD_DATA_DIR": str(tmp_path / "data"), "POD_EMBEDDED_DATA_DIR": str(CHECKOUT_DATA)}
        services = build(Settings.from_env({**folders, **environ}), clock=watch)
        opened.append(services)
        return Shop(services, create_app(services), watch)

    yield opening
    for services in opened:
        services.close()


@pytest.fixture
def shop(open_shop: Callable[..., Shop]) -> Shop:
    return open_shop()


@pytest.fixture
def shopper(shop: Shop) -> FlaskClient:
    return shop.browser()
