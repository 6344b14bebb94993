"""Which addresses may be connected to: decided on the number that the resolver gave, never on the text of a URL."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

AddressRule = Callable[[str], bool]
"""Whether a connection to this IP address, as the resolver gave it, may be made."""

_NEVER = tuple(
    ipaddress.ip_network(n)
    for n in (
        "64:ff9b::/96",  # NAT64: leads to any IPv4 address, the cloud's metadata service too (RFC 6052)
        "64:ff9b:1::/48",  # NAT64, local use (RFC 8215)
        "2002::/16",  # 6to4: the same by another way (RFC 3056)
        "::/96",  # IPv4-compatible, deprecated (RFC 4291, 2.5.5.1)
        "::ffff:0:0:0/96",  # IPv4-translated: the same for stateless translators (RFC 7915)
        "fec0::/10",  # site-local, deprecated (RFC 3879)
        "3fff::/20",  # documentation (RFC 9637)
        "5f00::/16",  # segment routing inside a network (RFC 9602)
        "192.0.0.0/24",  # protocol assignments; some of it is called global (RFC 6890)
        "192.88.99.0/24",  # 6to4 relays, deprecated (RFC 7526)
    )
)
"""Networks that `ipaddress` of Python 3.11 calls global and that can lead inside."""


def is_public(address: str) -> bool:
    """The rule for addresses that strangers name: the public internet only."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    never = any(ip.version == network.version and ip in network for network in _NEVER)
    return ip.is_global and not ip.is_multicast and not never


def any_address(address: str) -> bool:  # noqa: ARG001 - a rule takes the address
    """The rule for addresses that the operator has configured."""
    return True


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
