"""Finds the address of a host and refuses those that lie inside a network or this computer.

A name is looked up once and the connection is made to what was looked at, so that a name that
changes its address in between (DNS rebinding) gains nothing.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterable

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
LookUp = Callable[[str, int], Iterable[str]]
# RFC 6052: the last 32 bits of such an address are one of IPv4.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Refused(Exception):  # noqa: N818 - an answer about the address, not a fault
    """Raised where an address is not asked, with the reason in words."""


def look_up(host: str, port: int) -> Iterable[str]:
    """The numeric addresses of a host, as the system finds them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(place[0]).partition("%")[0] for *_, place in found]


def address_of(host: str, port: int, *, allow_private: bool, look_up: LookUp = look_up) -> str:
    """Choose the numeric address to connect to.

    Args:
        host: A name or a numeric address.
        port: The port, for the look-up.
        allow_private: Whether addresses inside a network are fine.
        look_up: Finds the addresses of a name.

    Raises:
        Refused: The name is not known, or any of its addresses is private.
    """
    try:
        found = list(dict.fromkeys(look_up(host, port)))
    except (OSError, UnicodeError):
        found = []
    if not found:
        raise Refused("leads to a host that is not known")
    if not allow_private and not all(map(_is_public, found)):
        raise Refused("leads into a private network, where it was not asked")
    return found[0]


def _is_public(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast for one in (address, *_inside(address)))


def _inside(address: _Address) -> list[_Address]:
    """The IPv4 addresses that one of IPv6 stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    return [one for one in inner if one is not None]
