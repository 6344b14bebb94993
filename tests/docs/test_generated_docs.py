"""Generated pages are what the code says today."""

import pytest

from tests.contracts.outcomes import contracts
from tests.generated_docs import DOCS, PAGES, page
from tests.servers.imageservice import services


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_says_what_the_code_says(name):
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == page(name), "run `make docs` and look at what changed"


def test_every_image_service_is_played_against_its_adapter():
    assert {contract.server for contract in contracts()} >= set(services())
