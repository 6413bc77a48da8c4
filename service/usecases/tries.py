"""How often something was begun that broke off: what breaks the code must not stop the rest."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from service.ports.errors import BusyError


class Tries:
    """Counts, for each thing by its key, the tries that broke on the thing itself."""

    def __init__(self, most: int = 3) -> None:
        """Begin; a thing is tried at most so often."""
        self._most = most
        self._counts: dict[str, int] = {}

    def count(self, key: str) -> int:
        """Return how often a thing was begun: what was begun less often goes first."""
        return self._counts.get(key, 0)

    def is_over(self, key: str) -> bool:
        """Tell whether a thing was tried often enough."""
        return self.count(key) >= self._most

    @contextmanager
    def counted(self, key: str) -> Iterator[None]:
        """Count a try before it begins; what the disk or the store is to blame for counts not."""
        self._counts[key] = self.count(key) + 1
        try:
            yield
        except (OSError, BusyError):
            self._counts[key] -= 1
            raise
        del self._counts[key]

    def forget_all_but(self, keys: Collection[str]) -> None:
        """Forget things that are not there any more."""
        for key in self._counts.keys() - set(keys):
            del self._counts[key]
