"""A server for workers that is a fork of this process, instead of an interpreter of its own.

The server of multiprocessing begins with nothing: it imports once more what this process has
imported, by name, and nothing else can be got ready in it. A fork has all of that from its first
moment, and may do anything before it forks workers. It must be made while this process has one
thread: the locks of another would be copied as they stand.
"""

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import connection, forkserver, util

from service.adapters.box import shelter_sockets
from service.adapters.lifeline import end_with_parent

# What is set of multiprocessing below is its own business: newer versions are not known.
NEWEST = (3, 13)
SERVER = "_forkserver"


def start_forked_server(prepare: Callable[[], None]) -> bool:
    """Have the workers of this process forked from a copy of it that did `prepare` first.

    Tell whether that was done; where it cannot be, multiprocessing starts its own server with the
    first worker, as it does when this one dies.
    """
    server = getattr(forkserver, SERVER)
    if sys.version_info[:2] > NEWEST or sys.platform != "linux":
        return False
    if threading.active_count() > 1 or getattr(server, f"{SERVER}_pid") is not None:
        return False
    shelter_sockets()
    address = connection.arbitrary_address("AF_UNIX")  # type: ignore[attr-defined]
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        if not util.is_abstract_socket_namespace(address):
            os.chmod(address, 0o600)  # noqa: PTH101 - a socket, not a file
        listener.listen()
        alive_r, alive_w = os.pipe()  # this process and its workers hold the other end
        _flush()
        pid = os.fork()
        if pid == 0:
            os.close(alive_w)
            _serve(listener.detach(), alive_r, prepare)
        os.close(alive_r)
    setattr(server, f"{SERVER}_address", address)
    setattr(server, f"{SERVER}_alive_fd", alive_w)
    setattr(server, f"{SERVER}_pid", pid)
    return True


def _serve(listener: int, alive: int, prepare: Callable[[], None]) -> None:
    """Fork workers until nobody holds the other end of `alive`; it does not come back."""
    try:
        end_with_parent()
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process
        with suppress(Exception):  # then each worker does it, and says what went wrong
            prepare()
        signal.signal(signal.SIGINT, before)
        forkserver.main(listener, alive, [])
    finally:
        # What the parent would tidy up at its end is not ours.
        os._exit(0)


def _flush() -> None:
    """Write what waits to be written, which the copy would write again."""
    for each in (sys.stdout, sys.stderr):
        if each is not None:
            with suppress(OSError, ValueError):
                each.flush()
