"""The channels that a process has open: opened with the first message, and anew when changed."""

import threading
from collections.abc import Mapping

from service.ports.channels import ChannelKind, ReportChannel
from service.records.deliveries import ChannelRecord
from service.settings import ConfigurationError


class ChannelCache:
    """Opened channels by id; may be used by several threads."""

    def __init__(self, kinds: Mapping[str, ChannelKind]) -> None:
        """Open channels of these kinds."""
        self._kinds = kinds
        self._lock = threading.Lock()
        self._opened: dict[str, tuple[str, ReportChannel]] = {}

    def of(self, record: ChannelRecord) -> ReportChannel:
        """Return the channel, opened anew when its settings have changed.

        Raises:
            ConfigurationError: when this installation lacks what the kind of channel needs.

        """
        with self._lock:
            settings, channel = self._opened.get(record.id, ("", None))
            if channel is None or settings != record.settings:
                # the one before is left to the threads that may be using it
                channel = self._kind(record.kind).open_channel(record.settings)
                self._opened[record.id] = (record.settings, channel)
            return channel

    def _kind(self, name: str) -> ChannelKind:
        if name not in self._kinds:
            message = f'Kanalen van de soort "{name}" kent deze versie van Postkamer niet.'
            raise ConfigurationError(message)
        return self._kinds[name]
