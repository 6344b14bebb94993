"""Outgoing HTTP: one requests wrapper with time limits, guarded addresses, redaction and verdicts.

`Client` speaks with one configured service (a provider, a partner) and answers every call with a `Reply` whose verdict
says whether it may be repeated. `Fetcher` downloads a file whose address somebody else named.

Neither repeats anything, follows redirects, or reads proxies and passwords from the environment.
"""

from pod.http.addresses import AddressRule, any_address, is_loopback, is_public
from pod.http.client import Client, Part, Reply, Verdict
from pod.http.fetcher import Fetcher, Measured
from pod.http.lifting import Lifter
from pod.http.wire import Timeouts

__all__ = [
    "AddressRule",
    "Client",
    "Fetcher",
    "Lifter",
    "Measured",
    "Part",
    "Reply",
    "Timeouts",
    "Verdict",
    "any_address",
    "is_loopback",
    "is_public",
]
