"""Accounts: sessions lapse by themselves and end when they must, and somebody is always left who can let others in."""

from __future__ import annotations

import stat
from datetime import timedelta

import pytest

from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.errors import Conflict, InputRefused, NotAllowed, NotFound, NotSignedIn, Problems

ADMIN = Caller(DEFAULT_TENANT, "user:admin", Role.ADMIN, "page 192.0.2.7")
OPERATOR = Caller(DEFAULT_TENANT, "user:ada", Role.OPERATOR)
PASSWORD, OTHER = "correct horse battery", "staple staple staple"


@pytest.fixture
def accounts(shop):
    shop.services.accounts.add_user(ADMIN, "ada", PASSWORD, Role.OPERATOR)
    return shop.services.accounts


def signed_in(accounts, name="ada", password=PASSWORD):
    return accounts.sign_in(name, password, "page 192.0.2.7")[0]


def test_a_session_that_was_never_used_lapses_as_one_that_was(shop, accounts):
    token = signed_in(accounts)
    shop.watch.ahead += timedelta(minutes=31)
    assert accounts.caller_for_session(token) is None


def test_use_keeps_a_session_and_watching_does_not(shop, accounts):
    used, watched = signed_in(accounts), signed_in(accounts)
    for _ in range(2):
        shop.watch.ahead += timedelta(minutes=20)
        live = [accounts.caller_for_session(used), accounts.caller_for_session(watched, watching=True)]
    assert [caller is not None for caller in live] == [True, False]


def test_no_session_outlives_twelve_hours_of_use(shop, accounts):
    token = signed_in(accounts)
    for _ in range(12 * 3):
        assert accounts.caller_for_session(token) is not None
        shop.watch.ahead += timedelta(minutes=20)
    assert accounts.caller_for_session(token) is None


def test_a_page_view_within_a_minute_writes_nothing(accounts, monkeypatch):
    token = signed_in(accounts)
    monkeypatch.setattr(accounts._tools.store, "writing", lambda: pytest.fail("wrote"))
    assert accounts.caller_for_session(token).actor == "user:ada"


def test_a_new_password_ends_every_session_of_the_user(accounts):
    token = signed_in(accounts)
    accounts.set_password(ADMIN, "ada", OTHER)
    assert accounts.caller_for_session(token) is None
    with pytest.raises(NotSignedIn):
        signed_in(accounts)
    assert signed_in(accounts, password=OTHER)


def test_somebody_changes_their_own_password_by_the_one_they_have(accounts):
    with pytest.raises(InputRefused, match="not your present password"):
        accounts.change_own_password(OPERATOR, "guessed wrongly", OTHER)
    accounts.change_own_password(OPERATOR, PASSWORD, OTHER)
    assert signed_in(accounts, password=OTHER)


def test_the_first_password_is_in_a_file_of_its_owner_until_it_is_changed(open_shop):
    shop = open_shop()
    accounts, file = shop.services.accounts, shop.services.settings.first_password_file
    password = accounts.ensure_first_admin()
    assert file.read_text().strip() == password
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert accounts.ensure_first_admin() is None
    accounts.set_password(ADMIN, "admin", OTHER)
    assert not file.exists()


def test_the_last_administrator_stays_one(accounts):
    accounts.add_user(ADMIN, "admin", PASSWORD, Role.ADMIN)
    for change in (
        lambda: accounts.set_role(ADMIN, "admin", Role.VIEWER),
        lambda: accounts.remove_user(ADMIN, "admin"),
    ):
        with pytest.raises(Conflict, match="only administrator"):
            change()
    accounts.set_role(ADMIN, "ada", Role.ADMIN)
    accounts.remove_user(ADMIN, "admin")
    assert [u.name for u in accounts.people(ADMIN).users] == ["ada"]


def test_another_role_counts_from_the_next_request_on(accounts):
    token = signed_in(accounts)
    accounts.set_role(ADMIN, "ada", Role.VIEWER)
    assert accounts.caller_for_session(token).role is Role.VIEWER


def test_a_removed_user_is_signed_out(accounts):
    token = signed_in(accounts)
    accounts.remove_user(ADMIN, "ada")
    assert accounts.caller_for_session(token) is None


@pytest.mark.parametrize(
    "verb",
    [
        lambda a: a.people(OPERATOR),
        lambda a: a.add_user(OPERATOR, "eve", PASSWORD, Role.ADMIN),
        lambda a: a.set_password(OPERATOR, "ada", OTHER),
        lambda a: a.set_role(OPERATOR, "ada", Role.ADMIN),
        lambda a: a.remove_user(OPERATOR, "ada"),
        lambda a: a.add_api_key(OPERATOR, "mine", Role.ADMIN),
        lambda a: a.revoke_api_key(OPERATOR, "00000000"),
    ],
)
def test_only_administrators_change_who_may_do_what(accounts, verb):
    with pytest.raises(NotAllowed, match="administrators"):
        verb(accounts)


def test_administrators_of_another_tenant_see_nobody_here(accounts):
    stranger = Caller("other", "user:zoe", Role.ADMIN)
    assert list(accounts.people(stranger).users) == []
    with pytest.raises(NotFound):
        accounts.set_password(stranger, "ada", OTHER)


@pytest.mark.parametrize("name", ["", "a b", "x" * 51, "ada\n", "<b>", "a/b"])
def test_a_name_that_is_none_is_refused(accounts, name):
    with pytest.raises(InputRefused, match="user's name"):
        accounts.add_user(ADMIN, name, PASSWORD, Role.VIEWER)


def test_everything_wrong_with_a_new_user_is_said_at_once(accounts):
    with pytest.raises(Problems) as refused:
        accounts.add_user(ADMIN, "a b", "short", Role.VIEWER)
    assert [where for where, _ in refused.value.problems] == ["name", "password"]


def test_the_longest_name_fits_everywhere_it_is_written(accounts):
    name = "ä" * 50
    accounts.add_user(ADMIN, name, PASSWORD, Role.OPERATOR)
    assert accounts.caller_for_session(signed_in(accounts, name)).actor == f"user:{name}"


def test_a_key_shows_its_use_and_is_refused_once_revoked(shop, accounts):
    text = accounts.add_api_key(ADMIN, "the till", Role.OPERATOR)
    assert accounts.caller_for_key(text, "api 192.0.2.9").origin == "api 192.0.2.9"
    [key] = accounts.people(ADMIN).keys
    assert (key.name, key.made_by) == ("the till", "user:admin")
    assert key.last_used_at is not None
    accounts.revoke_api_key(ADMIN, key.id)
    assert accounts.caller_for_key(text) is None
    assert [h.became for h in accounts.people(ADMIN).history if h.subject == f"key:{key.id}"] == ["operator", "revoked"]


def test_a_key_needs_a_name(accounts):
    with pytest.raises(InputRefused, match="needs a name"):
        accounts.add_api_key(ADMIN, " ", Role.VIEWER)
