"""Users and keys."""

from __future__ import annotations

import re

from pod.model.caller import Role
from tests.web.ops.desk import (
    PASSWORD,
    Desk,
    said,
)
from tests.web.shop import OWNER


def test_an_administrator_adds_changes_and_removes_somebody(shop):
    admin = Desk(shop, Role.ADMIN)
    assert "bob is added." in admin.told(admin.post("/ops/people/users", name="bob", password=PASSWORD, role="viewer"))
    assert "bob has another role." in admin.told(admin.post("/ops/people/users/bob/role", role="operator"))
    assert "bob has a new password" in admin.told(
        admin.post("/ops/people/users/bob/password", password="another long one")
    )
    asked = said(admin.post("/ops/people/users/bob/remove", 200))
    assert "Remove bob?" in asked
    assert "bob is removed." in admin.told(admin.post("/ops/people/users/bob/remove", sure="yes"))
    assert "bob" not in [u.name for u in shop.services.accounts.people(OWNER).users]


def test_a_refused_user_keeps_what_was_typed_but_no_password(shop):
    admin = Desk(shop, Role.ADMIN)
    answer = admin.post("/ops/people/users", 422, name="two words", password="short", role="viewer")
    text = said(answer)
    assert "cannot be a user's name" in text
    assert "The password has 5 characters." in text
    assert 'name="name" required maxlength="50" autocomplete="off" value="two words"' in answer.text
    assert "short" not in answer.text


def test_a_role_that_is_none_is_refused(shop):
    admin = Desk(shop, Role.ADMIN)
    for role in ("owner", "system", "shopper", ""):
        assert "There is no role" in said(
            admin.post("/ops/people/users", 422, name="bob", password=PASSWORD, role=role)
        )
        assert "There is no role" in said(admin.post("/ops/people/keys", 422, name="till", role=role))


def test_the_last_administrator_cannot_be_lost_by_a_form(shop):
    admin = Desk(shop, Role.ADMIN)
    [me] = [u.name for u in shop.services.accounts.people(OWNER).users if u.role == Role.ADMIN]
    assert "only administrator" in said(admin.post(f"/ops/people/users/{me}/role", 409, role="viewer"))
    assert "only administrator" in said(admin.post(f"/ops/people/users/{me}/remove", 409, sure="yes"))


def test_a_key_is_shown_once_works_and_is_revoked(shop):
    admin = Desk(shop, Role.ADMIN)
    page = admin.post("/ops/people/keys", 200, name="the till", role="operator")
    [key] = re.findall(r"pod_[0-9a-f]{8}_[0-9a-f]{64}", page.text)
    program = {"Authorization": f"Bearer {key}"}
    assert shop.browser().get("/api/v1/orders", headers=program).status_code == 200
    later = admin.get("/ops/people")
    assert key not in later.text
    assert "Last used" in said(later)
    assert "is revoked." in admin.told(admin.post(f"/ops/people/keys/{key[4:12]}/revoke"))
    assert shop.browser().get("/api/v1/orders", headers=program).status_code == 401
    assert "a moment ago" in said(admin.post(f"/ops/people/keys/{key[4:12]}/revoke", 409))
