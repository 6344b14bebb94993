"""The store on PostgreSQL: the same contract, on a real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pod.store.sql import SqlStore
from tests.contracts.store_addresses import StoreAddressesContract
from tests.contracts.store_batches import BatchesContract
from tests.contracts.store_claims import StoreClaimsContract
from tests.contracts.store_contract import HandClock, StoreContract, a_job
from tests.contracts.store_customers import StoreCustomersContract
from tests.contracts.store_erasures import StoreErasuresContract
from tests.contracts.store_messages import StoreMessagesContract
from tests.contracts.store_mockups import MockupsContract
from tests.contracts.store_ownprints import OwnPrintsContract
from tests.contracts.store_personal import PersonalContract
from tests.contracts.store_publications import PublicationsContract
from tests.contracts.store_routing import RoutingContract
from tests.contracts.store_turnouts import StoreTurnoutsContract
from tests.contracts.store_uploads import UploadsContract

pytestmark = pytest.mark.postgres


class TestPostgresStore(
    StoreContract,
    StoreMessagesContract,
    StoreAddressesContract,
    StoreClaimsContract,
    StoreCustomersContract,
    StoreErasuresContract,
    UploadsContract,
    MockupsContract,
    OwnPrintsContract,
    BatchesContract,
    RoutingContract,
    PublicationsContract,
    StoreTurnoutsContract,
    PersonalContract,
):
    @pytest.fixture
    def store(self, postgres_url: str, clock: HandClock) -> Iterator[SqlStore]:
        store = SqlStore(postgres_url, clock)
        store.migrate()
        yield store
        store.close()

    def test_a_worker_with_a_wrong_clock_steals_no_lease(self, store: SqlStore, clock: HandClock) -> None:
        self.enqueue(store, "k")
        assert self.claim(store) is not None
        clock.forward(365 * 24 * 3600)
        assert self.claim(store) is None

    def test_a_claim_passes_over_a_job_in_other_hands(self, store: SqlStore) -> None:
        self.enqueue(store, "a", "b")
        with store.writing() as first, store.writing() as second:
            one, two = (tx.jobs.claim(a_job("").lane, "w", 60) for tx in (first, second))
        assert one is not None
        assert two is not None
        assert {one.key, two.key} == {"a", "b"}
