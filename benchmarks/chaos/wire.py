"""A wire between two programs that can be cut, held up and made slow: a small TCP proxy."""

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

RESET = struct.pack("ii", 1, 0)  # SO_LINGER: whoever is at the other end hears of it at once
PIECE = 65_536


class Wire:
    """Listens on a port of its own and passes everything on to another port."""

    def __init__(self, target: int) -> None:
        """Listen; `target` is a port of this machine."""
        self._target = target
        self._open = threading.Event()
        self._open.set()
        self._is_cut = False
        self._delay_s = 0.0
        self._lock = threading.Lock()
        self._ends: set[socket.socket] = set()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Reset every connection and refuse new ones."""
        self._is_cut = True
        self._reset()

    def hold(self) -> None:
        """Pass nothing on; connections stay open, and new ones are taken."""
        self._open.clear()

    def slow_down(self, seconds: float) -> None:
        """Pass every piece on this much later."""
        self._delay_s = seconds

    def drop(self) -> None:
        """Reset what is connected now; new connections are well."""
        self._reset()

    def mend(self) -> None:
        """Pass everything on again."""
        self._is_cut = False
        self._delay_s = 0.0
        self._open.set()

    def close(self) -> None:
        """Stop listening."""
        self.cut()
        self._open.set()
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._server.accept()
                threading.Thread(target=self._join, args=(near,), daemon=True).start()

    def _join(self, near: socket.socket) -> None:
        self._open.wait()
        try:
            if self._is_cut:
                raise ConnectionRefusedError
            far = socket.create_connection(("127.0.0.1", self._target), 10)
            far.settimeout(None)
        except OSError:
            _reset(near)
            return
        with self._lock:
            self._ends |= {near, far}
        back = threading.Thread(target=self._pass_on, args=(far, near), daemon=True)
        back.start()
        self._pass_on(near, far)
        back.join()
        with self._lock:
            self._ends -= {near, far}
        for end in (near, far):
            end.close()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                self._open.wait()
                if self._delay_s:
                    time.sleep(self._delay_s)
                target.sendall(piece)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)

    def _reset(self) -> None:
        with self._lock:
            ends = tuple(self._ends)
        for end in ends:
            _reset(end)


def _reset(end: socket.socket) -> None:
    with suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        # shutting down wakes who reads here; closing is what sends the reset
        end.shutdown(socket.SHUT_RD)
        end.close()


@contextmanager
def wire(target: int) -> Iterator[Wire]:
    """Open a wire to a port of this machine."""
    opened = Wire(target)
    try:
        yield opened
    finally:
        opened.close()
