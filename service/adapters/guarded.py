"""Connections to addresses that others may choose: never to the inside of our own network.

A name is looked up once and the connection goes to the address that was looked at, so that a name
which changes its mind in between reaches nothing. An attempt as a whole has an end, however slowly
the other side drips its bytes.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import httpcore

from service.settings import ConfigurationError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)

# IPv6 addresses that carry an IPv4 address to a translator (RFC 6052, RFC 8215).
_TRANSLATED = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48")))


class RefusedAddressError(Exception):
    """A name that leads to nothing we may reach."""


class UnknownNameError(Exception):
    """A name that leads nowhere."""


class DistrustedError(Exception):
    """A certificate that is not trusted, or not for this name."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Which addresses may be reached: the public ones, and networks that were named."""

    networks: tuple[Network, ...] = ()

    @classmethod
    def of(cls, networks: Iterable[str]) -> Self:
        """Read networks such as 10.1.0.0/16 or one address.

        Raises:
            ConfigurationError: naming what is no network.

        """
        read = []
        for text in networks:
            try:
                read.append(ipaddress.ip_network(text))
            except ValueError as error:
                message = (
                    f'webhook_networks: "{text}" is geen netwerk. Schrijf het als 10.1.0.0/16.'
                )
                raise ConfigurationError(message) from error
        return cls(tuple(read))

    def may_reach(self, address: Address, *, is_encrypted: bool) -> bool:
        """Tell whether a connection may be made; one that is not encrypted only when named.

        >>> guard = Guard.of(["10.1.0.0/16"])
        >>> guard.may_reach(ipaddress.ip_address("10.1.2.3"), is_encrypted=False)
        True
        >>> guard.may_reach(ipaddress.ip_address("::ffff:127.0.0.1"), is_encrypted=True)
        False
        """
        inner = _inner(address)
        is_named = any(inner in network or address in network for network in self.networks)
        return is_named or (is_encrypted and _is_public(inner) and _is_public(address))


class GuardedBackend(httpcore.NetworkBackend):
    """Makes connections for one attempt that has to end within some seconds."""

    def __init__(self, guard: Guard, *, is_encrypted: bool, seconds: float) -> None:
        """Begin to count now."""
        self._guard = guard
        self._is_encrypted = is_encrypted
        self._deadline = _Deadline(seconds)
        self._plain = httpcore.SyncBackend()

    def connect_tcp(  # noqa: PLR0917 - as httpcore calls it
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that may be reached and answers.

        Raises:
            RefusedAddressError: when none may be reached.
            UnknownNameError: when there is none.

        """
        failure: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._plain.connect_tcp(
                    str(address), port, self._deadline.left(), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure or RefusedAddressError

    def _addresses(self, host: str, port: int) -> Sequence[Address]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise UnknownNameError from error
        addresses = dict.fromkeys(_address(each[4][0]) for each in found)
        return [
            each
            for each in addresses
            if self._guard.may_reach(each, is_encrypted=self._is_encrypted)
        ]


class _Deadline:
    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left.

        Raises:
            ReadTimeout: when there are none.

        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left


class _TimedStream(httpcore.NetworkStream):
    """A stream of which everything together must be done before the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left_s = self._deadline.left()
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, left_s)
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLCertVerificationError):
                raise DistrustedError from error
            raise
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _address(text: str | int) -> Address:
    """Read an address as the system gives it, without the name of an interface."""
    return ipaddress.ip_address(str(text).partition("%")[0])


def _inner(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 address stands for, or the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if any(address in network for network in _TRANSLATED):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped or any(address in network for network in _TRANSLATED):
            return True  # what it stands for is judged
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved
