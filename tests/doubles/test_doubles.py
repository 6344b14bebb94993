"""The doubles that other tests stand on keep the contracts of their ports, in each of their kinds."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import pytest

from fulfillment.base import Capability
from pod.providers.base import OutcomeKind
from tests.contracts.partner_contract import PartnerContract, an_order
from tests.contracts.provider_contract import ProviderContract
from tests.doubles.printshop import PARTNER, Printshop, PrintshopSettings
from tests.doubles.studio import PROVIDER, Studio, StudioSettings

KINDS = {
    "at once": {},
    "as a task": {"waits": True, "polls": 3},
    "can be looked up": {"finds_by_key": True},
    "takes a key once": {"idempotent": True},
}


@pytest.mark.parametrize("kind", KINDS)
class TestStudio(ProviderContract):
    gives = frozenset(OutcomeKind)

    @pytest.fixture
    def factory(self):
        return PROVIDER

    @pytest.fixture
    def provider(self, tmp_path, kind):
        return Studio(StudioSettings(str(tmp_path)), **KINDS[kind])

    @contextmanager
    def unreachable(self, provider):
        provider.away = True
        yield provider
        provider.away = False

    def provoked(self, provider, kind):
        provider.submits.append(kind)
        return provider


@pytest.mark.parametrize("capability", Capability)
class TestPrintshop(PartnerContract):
    @pytest.fixture(autouse=True)
    def _of_its_kind(self, capability):
        self.factory = replace(PARTNER, capability=capability)

    @pytest.fixture
    def partner(self, tmp_path, capability):
        return Printshop(PrintshopSettings(str(tmp_path / "shop")), capability=capability)

    def orders_there(self, partner, reference):
        return sum(order["reference"] == reference for order in partner.orders)

    def break_lookup(self, partner):
        partner.away = True


def test_a_print_shop_that_can_only_be_looked_up_prints_what_it_is_sent_twice(tmp_path):
    """The control of all that is tested with it: it is not the double that keeps an order from being doubled."""
    shop = Printshop(PrintshopSettings(str(tmp_path / "shop")), capability=Capability.LOOKUP_ONLY)
    order = an_order(tmp_path)
    for _ in range(2):
        shop.submit(order)
    assert shop.to_be_made == [order.reference] * 2
