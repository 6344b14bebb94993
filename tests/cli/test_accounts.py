"""People and programs: added, given new passwords, never with a password on the command line."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from pod.bootstrap import build
from pod.model.caller import Role
from pod.model.errors import NotSignedIn
from pod.settings import Settings
from tests.terminal import environment

OLD, NEW = "correct horse battery", "staple battery horse"


@pytest.fixture
def accounts(environ, run):
    """The accounts of the data folder that commands work on, opened while they do: as by a running server."""
    services = build(Settings.from_env(environ))
    yield services.accounts
    services.close()


def test_a_user_is_added_with_a_password_from_standard_input(run, accounts):
    said = run("user", "add", "ada", stdin=f"{OLD}\n".encode())
    assert said.out == "ada may sign in as operator.\n"
    _, user = accounts.sign_in("ada", OLD)
    assert user.role == Role.OPERATOR.value
    assert run("user", "list", "--json").json == {"users": [{"name": "ada", "role": "operator"}]}


@pytest.mark.parametrize("role", ["viewer", "operator", "admin"])
def test_a_user_may_have_every_role_of_a_person(run, accounts, role):
    run("user", "add", "ada", "--role", role, stdin=OLD.encode())
    assert accounts.sign_in("ada", OLD)[1].role == role


def test_a_new_password_ends_what_the_old_one_began(run, accounts):
    run("user", "add", "ada", stdin=OLD.encode())
    token, _ = accounts.sign_in("ada", OLD)
    assert accounts.caller_for_session(token) is not None
    run("user", "password", "ada", stdin=NEW.encode())
    assert accounts.caller_for_session(token) is None
    with pytest.raises(NotSignedIn):
        accounts.sign_in("ada", OLD)
    assert accounts.sign_in("ada", NEW)


@pytest.mark.parametrize("typed", [b"", b"\n", b"short\n", b"\0\n"])
def test_a_weak_password_is_refused_and_nothing_changes(run, accounts, typed):
    assert "Use 12 to 256" in run("user", "add", "ada", stdin=typed, exit_code=3).errors
    assert run("user", "list", "--json").json == {"users": []}
    run("user", "add", "ada", stdin=OLD.encode())
    run("user", "password", "ada", stdin=typed, exit_code=3)
    assert accounts.sign_in("ada", OLD)


def test_a_name_that_is_there_is_refused_before_a_password_is_asked_for(run, accounts):
    run("user", "add", "ada", stdin=OLD.encode())
    said = run("user", "add", "ada", stdin=b"", exit_code=3)
    assert "There is a user ada already." in said.errors
    assert "set that user's password" in said.errors


def test_on_a_terminal_the_password_is_asked_for_twice_and_not_shown(environ, tmp_path, run):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "pod", "user", "add", "ada"],
        cwd=tmp_path, env=environment(**environ), stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = _answered(ours, [(b"Password: ", OLD), (b"Repeat for confirmation: ", OLD)])
    assert process.wait(timeout=60) == 0
    assert OLD.encode() not in shown
    assert b"ada may sign in" in shown
    assert run("user", "list", "--json").json["users"] == [{"name": "ada", "role": "operator"}]


def _answered(terminal: int, asked: list[tuple[bytes, str]]) -> bytes:
    """Everything that was shown, each question answered when it stands there."""
    shown, waiting = b"", list(asked)
    while True:
        try:
            shown += os.read(terminal, 4096)
        except OSError:
            return shown
        if waiting and shown.endswith(waiting[0][0]):
            os.write(terminal, f"{waiting.pop(0)[1]}\n".encode())


def test_a_key_is_shown_once_and_lets_a_program_in(run, accounts, tmp_path):
    key = run("key", "the shop", "--role", "viewer").out.strip()
    caller = accounts.caller_for_key(key)
    assert caller is not None
    assert caller.role is Role.VIEWER
    kept = [path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert kept
    assert not any(key.rsplit("_", 1)[1].encode() in data for data in kept)


def test_the_ledger_says_what_was_spent(run):
    assert run("ledger", "--json").json == {
        "spent_today": "0.00 USD",
        "daily_budget": "0.00 USD",
        "per_accepted_design": None,
        "costs": [],
        "ledger": [],
    }
    said = run("ledger", POD_DAILY_BUDGET="5")
    assert said.out.split() == ["when", "design", "provider", "model", "state", "estimate", "actual"]
    assert "0.00 USD of 5.00 USD" in said.errors
    assert run("ledger", "--costs").out.split() == ["provider", "calls", "spent", "of", "that", "for", "nothing"]


def test_the_first_admins_password_is_written_down_before_it_is_in_force(environ, tmp_path):
    services = build(Settings.from_env(environ))
    try:
        (Path(environ["POD_DATA_DIR"]) / "admin-password.txt").mkdir()
        with pytest.raises(Exception, match=r"admin-password\.txt cannot be written"):
            services.accounts.ensure_first_admin()
        (Path(environ["POD_DATA_DIR"]) / "admin-password.txt").rmdir()
        password = services.accounts.ensure_first_admin()
        assert (Path(environ["POD_DATA_DIR"]) / "admin-password.txt").read_text() == f"{password}\n"
        assert services.accounts.ensure_first_admin() is None
    finally:
        services.close()
