"""Shops that begin with an approved design, as the services' tests have them."""

from tests.services.conftest import (
    approved_template,
    bench,
    open_a_bench,
    open_a_shop,
    proofed_template,
    shop,
)

__all__ = ["approved_template", "bench", "open_a_bench", "open_a_shop", "proofed_template", "shop"]
