"""`pod user`, `pod key`, `pod ledger`: who may do what, and what was spent. These work on the data folder itself.

A server may run meanwhile: SQLite has one writer at a time across processes (see `pod.store.engine`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer

from pod.bootstrap import Services, build
from pod.cli.output import JsonOption, note, print_json, say, table
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.errors import InputRefused
from pod.model.ledger import Cost, LedgerRow
from pod.settings import Settings

user = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The people who may sign in to operations.")

_LONGEST_LINE = 4096
TERMINAL = Caller(DEFAULT_TENANT, "cli", Role.ADMIN, "command")
_ROLES = (Role.VIEWER, Role.OPERATOR, Role.ADMIN)
_KEY_ROLES = (Role.METRICS, *_ROLES)

NameArgument = Annotated[str, typer.Argument(help="The name they sign in with.")]
RoleOption = Annotated[str, typer.Option(help="What they may do: viewer, operator or admin.")]


@user.command("list")
def list_users(as_json: JsonOption = False) -> None:
    """Everyone who may sign in."""
    with opened() as pod:
        found = pod.accounts.people(TERMINAL).users
    if as_json:
        print_json({"users": [{"name": u.name, "role": u.role} for u in found]})
        return
    table("Users", ("name", "role"), ((u.name, u.role) for u in found))


@user.command("add")
def add_user(name: NameArgument, role: RoleOption = Role.OPERATOR.value) -> None:
    """Lets a person sign in. The password is asked for, or read from standard input: never an argument."""
    wanted = _role(role)
    with opened() as pod:
        pod.accounts.refuse_name(name)
        pod.accounts.add_user(TERMINAL, name, _password(), wanted)
    say(f"{name} may sign in as {wanted.value}.")


@user.command("password")
def set_password(name: NameArgument) -> None:
    """Gives a person a new password and ends their sessions. It is asked for, or read from standard input."""
    with opened() as pod:
        pod.accounts.user(TERMINAL, name)
        pod.accounts.set_password(TERMINAL, name, _password())
    say(f"{name} has a new password; where {name} was signed in, that has ended.")


def key(
    name: Annotated[str, typer.Argument(help="What the key is for, so that it can be told from others.")],
    role: Annotated[
        str, typer.Option(help="What it may do: metrics, viewer, operator or admin.")
    ] = Role.OPERATOR.value,
) -> None:
    """Makes an API key for a program.

    It is printed this once: only its hash is kept.
    """
    wanted = _role(role, _KEY_ROLES)
    with opened() as pod:
        say(pod.accounts.add_api_key(TERMINAL, name, wanted))


def ledger(
    design: Annotated[str, typer.Option(help="Only this design's rows.")] = "",
    limit: Annotated[int, typer.Option(help="How many rows, the newest first.", min=1, max=1000)] = 50,
    costs: Annotated[bool, typer.Option("--costs", help="What each image service has cost so far, instead.")] = False,
    as_json: JsonOption = False,
) -> None:
    """What pictures have cost, a row for each."""
    with opened() as pod:
        found = pod.books.spending(TERMINAL, design_id=design, limit=limit)
    rows, spent, budget = found.rows.items, found.spent_today, found.daily_budget
    if as_json:
        per_accepted = str(found.per_accepted) if found.per_accepted else None
        print_json(
            {
                "spent_today": str(spent),
                "daily_budget": str(budget),
                "per_accepted_design": per_accepted,
                "costs": found.costs,
                "ledger": rows,
            }
        )
        return
    if costs:
        _show_costs(found.costs)
    else:
        _show_rows(rows)
    note(f"Spent or reserved today: {spent} of {budget}.")
    if found.per_accepted:
        note(f"An approved design has cost {found.per_accepted} so far, with all that came to nothing.")


def _show_rows(rows: Sequence[LedgerRow]) -> None:
    table(
        "Ledger",
        ("when", "design", "provider", "model", "state", "estimate", "actual"),
        (
            (f"{r.created_at:%Y-%m-%d %H:%M}", r.design_id, r.provider, r.model, r.state, r.estimate, r.actual or "")
            for r in rows
        ),
    )


def _show_costs(costs: Sequence[Cost]) -> None:
    table(
        "Costs so far",
        ("provider", "calls", "spent", "of that for nothing"),
        ((c.provider, c.calls, c.spent, c.in_vain) for c in costs),
    )


@contextmanager
def opened() -> Iterator[Services]:
    services = build(Settings.from_env(os.environ))
    try:
        yield services
    finally:
        services.close()


def _role(text: str, roles: Sequence[Role] = _ROLES) -> Role:
    if text not in roles:
        raise InputRefused("unknown_role", f"There is no role “{text}”.", f"Use {', '.join(roles)}.")
    return Role(text)


def _password() -> str:
    """Typed twice on a terminal; else the first line of standard input, for scripts."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return sys.stdin.readline(_LONGEST_LINE).rstrip("\r\n")
