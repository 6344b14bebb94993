"""The shop that every test of the operations pages starts from."""

from __future__ import annotations

import shutil

import pytest

from pod.bootstrap import build
from pod.model.caller import Role
from pod.settings import Settings
from pod.web.app import create_app
from tests.servers.pod import CHECKOUT_DATA
from tests.web.ops.desk import (
    PASSWORD,
    Desk,
    approved_by_both,
)
from tests.web.shop import OWNER, Shop, Watch


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """The data folder of a shop with a user of every role and one design that customer and shop have approved."""
    folder = tmp_path_factory.mktemp("operations") / "data"
    environ = {"POD_DATA_DIR": str(folder), "POD_EMBEDDED_DATA_DIR": str(CHECKOUT_DATA), "POD_APPROVALS": "both"}
    services = build(Settings.from_env(environ))
    for role in (Role.VIEWER, Role.OPERATOR, Role.ADMIN):
        services.accounts.add_user(OWNER, role.value, PASSWORD, role)
    approved_by_both(Shop(services, create_app(services), Watch()))
    services.runner.drain()
    services.store.checkpoint()
    services.close()
    return folder


@pytest.fixture
def open_a_shop(open_shop, template, tmp_path):
    """Opens a shop that begins where the template ended; settings as keywords."""

    def opening(**environ):
        shutil.copytree(template, tmp_path / "data")
        return open_shop(**environ)

    return opening


@pytest.fixture
def shop(open_a_shop):
    return open_a_shop()


@pytest.fixture
def desk(shop):
    return Desk(shop)


@pytest.fixture
def both(open_a_shop):
    """A desk in a shop where customer and shop both have to say yes."""
    return Desk(open_a_shop(POD_APPROVALS="both"))
