"""Who may do what: users and API keys. For administrators."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.caller import Role
from pod.model.errors import InputRefused, PodError
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.frame import ops, tell
from pod.web.problems import STATUS

ROLES = (Role.VIEWER, Role.OPERATOR, Role.ADMIN)


@ops.get("/people")
@allow("admin")
def people() -> ResponseReturnValue:
    return _page()


def _page(form: str = "", error: PodError | None = None, key: str = "") -> ResponseReturnValue:
    """`error` stands at the form that it is about, with what was typed there; `key` is shown this once."""
    shown = services().accounts.people(caller())
    typed = request.form if error else {}
    page = render_template("ops/people.html", shown=shown, roles=ROLES, form=form, error=error, typed=typed, key=key)
    return page, STATUS[error.kind] if error else 200


@ops.post("/people/users")
@allow("admin")
def add_user() -> ResponseReturnValue:
    name = request.form.get("name", "").strip()
    try:
        services().accounts.add_user(caller(), name, request.form.get("password", ""), _role())
    except PodError as e:
        return _page("user", e)
    return _done("added", name)


@ops.post("/people/users/<name>/<any(password, role, remove):change>")
@allow("admin")
def change_user(name: str, change: str) -> ResponseReturnValue:
    accounts, me = services().accounts, caller()
    try:
        if change == "password":
            accounts.set_password(me, name, request.form.get("password", ""))
        elif change == "role":
            accounts.set_role(me, name, _role())
        elif request.form.get("sure") != "yes":
            return render_template("ops/remove_user.html", name=name)
        else:
            accounts.remove_user(me, name)
    except PodError as e:
        return _page(f"user:{name}", e)
    return _done(change, name)


@ops.post("/people/keys")
@allow("admin")
def add_key() -> ResponseReturnValue:
    try:
        return _page(key=services().accounts.add_api_key(caller(), request.form.get("name", ""), _role()))
    except PodError as e:
        return _page("key", e)


@ops.post("/people/keys/<key_id>/revoke")
@allow("admin")
def revoke_key(key_id: str) -> ResponseReturnValue:
    try:
        services().accounts.revoke_api_key(caller(), key_id)
    except PodError as e:
        return _page(f"key:{key_id}", e)
    return _done("revoked", key_id)


def _done(what: str, name: str) -> ResponseReturnValue:
    tell(f"ops_people.done.{what}", name=name)
    return redirect(url_for("ops.people"), 303)


def _role() -> Role:
    asked = request.form.get("role", "")
    if asked not in ROLES:
        raise InputRefused("unknown_role", f"There is no role “{asked[:20]}”.", f"Use {', '.join(ROLES)}.")
    return Role(asked)
