"""The shop's own pages under ``/ops``: the queue, designs, orders, shops, partners, messages, jobs, ledger, screening, people.

Behind a log-in.

Everything works as plain pages and forms. ``static/ops.js`` adds keys and looks for news; it decides nothing.
"""

from __future__ import annotations

from pod.web.pages.ops import (
    acts,
    cases,
    claims,
    gangs,
    lists,
    messages,
    names,
    partners,
    people,
    personal,
    publishing,
    refusals,
    screening,
    shops,
    signing_in,
    workshop,
)
from pod.web.pages.ops.frame import ops

refusals.install(ops)

__all__ = [
    "acts",
    "cases",
    "claims",
    "gangs",
    "lists",
    "messages",
    "names",
    "ops",
    "partners",
    "people",
    "personal",
    "publishing",
    "screening",
    "shops",
    "signing_in",
    "workshop",
]
