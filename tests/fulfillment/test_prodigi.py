"""Prodigi: the contracts, against a server that was written from its documents; and what is its own."""

from __future__ import annotations

import pytest

from fulfillment.prodigi import PARTNER, Prodigi, ProdigiSettings
from tests.contracts.remote_partner_contract import (
    QUICK,
    TOKEN,
    RemotePartnerContract,
    Variant,
    own_catalogue,
)
from tests.servers.prodigi import ProdigiServer


class TestContract(RemotePartnerContract):
    factory = PARTNER
    variant = Variant("poster-12x16", "12x16", "white", "front", (360, 480))

    @pytest.fixture
    def server(self):
        with ProdigiServer(token=TOKEN, live=True) as server:
            yield server

    def adapter(self, server, folder, key=TOKEN, live="yes", more=""):
        row = {"theirs": '"GLOBAL-FAP-12X16"', "places": '{ front = "default" }'}
        settings = ProdigiSettings(
            api_key=key,
            base_url=f"{server.base_url}/v4.0",
            live=live,
            catalogue=own_catalogue(folder, self.variant, row, more),
        )
        return Prodigi(settings, QUICK)
