"""The feed: what happened to the letters of an organisation, for who comes to ask.

Its cursor only grows, and an event never appears behind a cursor that was handed out.
"""

from dataclasses import dataclass

from service.ports.store import Store
from service.usecases.cloudevents import CloudEvent, Sender

MOST = 1000  # events on one page


@dataclass(frozen=True, slots=True)
class Page:
    """Events in their order; `cursor` is what to ask after next time, also when there are none."""

    events: tuple[CloudEvent, ...]
    cursor: int
    has_more: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """The events of all organisations, each for itself."""

    store: Store
    sender: Sender

    def after(self, organisation_id: str, cursor: int = 0, limit: int = 100) -> Page:
        """Return what happened after the cursor; 0 begins with the oldest event that is kept."""
        limit = max(1, min(limit, MOST))
        with self.store.reading() as transaction:
            found = transaction.events.after(organisation_id, cursor, limit=limit + 1)
        events = found[:limit]
        return Page(
            events=tuple(CloudEvent.of(each, sender=self.sender) for each in events),
            cursor=events[-1].cursor if events else cursor,
            has_more=len(found) > limit,
        )
