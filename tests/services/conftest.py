"""The same shop as the web tests', asked without the web."""

from tests.web.conftest import open_shop, shop  # noqa: F401 - fixtures
