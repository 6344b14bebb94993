"""Generated pages are what the code says today."""

import pytest

from tests.generated_docs import DOCS, PAGES, page


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_says_what_the_code_says(name):
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == page(name), "run `make docs` and look at what changed"
