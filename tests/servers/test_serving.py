"""A test server that is broken itself does not look like a service that has cut the line."""

from __future__ import annotations

import pytest

from tests.servers.serving import Call, HttpServer, Reply


class Broken(HttpServer):
    def respond(self, call: Call) -> Reply:
        return Reply(status=1 // 0)


def used(failing: Exception | None = None) -> None:
    with Broken() as server:
        with pytest.raises(ConnectionError):
            server.send(Call("GET", "/", {}, b""))
        if failing:
            raise failing


def test_what_goes_wrong_in_a_server_fails_its_test():
    with pytest.raises(ZeroDivisionError):
        used()


def test_what_has_failed_already_is_not_hidden_by_it():
    with pytest.raises(KeyError):
        used(KeyError("the test's own"))
