"""`pod erase`: takes a customer's data out of the data folder. A server may run meanwhile."""

from __future__ import annotations

from typing import Annotated

import typer

from pod.cli.accounts import TERMINAL, opened
from pod.cli.output import JsonOption, note, print_json, say, table

CustomerOption = Annotated[
    str, typer.Option(help="Their mail address, their street with its postcode, or an order's number.")
]


def erase(customer: CustomerOption, as_json: JsonOption = False) -> None:
    """Erases what is known of a customer, and says where else it is.

    Address, mails, claims and the words of the history go. An order that is still on its way is erased when it has ended.
    """
    with opened() as pod:
        report = pod.erasing.erase(TERMINAL, customer)
    if as_json:
        print_json(report)
        return
    if not report.orders and not report.waiting:
        say("Nothing here is theirs.")
        return
    rows = ((o.external_ref, o.state, ", ".join(o.partners), o.prints_until) for o in report.orders)
    table("Orders", ("order", "state", "partners who have the address", "prints of own words kept until"), rows)
    for what, count in report.removed.items():
        note(f"{what}: {count}")
    if report.waiting:
        note(f"addresses of shops' orders that were not placed: {report.waiting}")
    if any(o.partners for o in report.orders):
        say("Ask these partners to erase it, too; and remember copies that were made, such as backups.")
