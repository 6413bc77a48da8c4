"""What becomes of work that went wrong: again later, back at once, or to the dead letters.

It is told to the consumer in the options of the message, and the consumer does it in the same step
that ends the claim: between "queued again" and "done" there is no moment at which work can be lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dramatiq import Broker, Message, MessageProxy, Middleware
from dramatiq.errors import Retry

from service.adapters.broker.envelope import about_of
from service.ports.jobs import WhyDead, Work

RETRIES, CRASHES = "retries", "crashes"
_AGAIN, _BACK, _WHY = "again_s", "is_put_back", "why_dead"

OnDead = Callable[[str, WhyDead], None]


class WorkFailedError(Retry):
    """Work that went wrong; a kind of error that dramatiq does not print with its message."""

    def __init__(self, *, is_away: bool = False, is_stopped: bool = False) -> None:
        """Say whether something was away, or this process is stopping."""
        super().__init__("away" if is_away else "stopped" if is_stopped else "failed")
        self.is_away = is_away
        self.is_stopped = is_stopped


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds to wait before each next try, before giving up."""

    away_s: tuple[float, ...]  # something is away and may come back
    failed_s: tuple[float, ...]  # anything else: it will hardly go better the next time

    def before_next(self, retries: int, *, is_away: bool) -> float | None:
        """Return how long to wait after so many retries; None is the end.

        >>> Patience((1, 60), (5,)).before_next(1, is_away=True)
        60
        >>> Patience((1, 60), (5,)).before_next(1, is_away=False) is None
        True
        """
        waits = self.away_s if is_away else self.failed_s
        return waits[retries] if retries < len(waits) else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What must be done with a message at the end of its claim."""

    again_s: float | None = None
    is_put_back: bool = False
    why_dead: WhyDead = WhyDead.UNREADABLE

    @classmethod
    def of(cls, message: MessageProxy) -> "Outcome":
        """Return what was decided on a message."""
        options: dict[str, Any] = message.options
        return cls(
            again_s=options.get(_AGAIN),
            is_put_back=options.get(_BACK, False),
            why_dead=WhyDead(options.get(_WHY, WhyDead.UNREADABLE)),
        )


def for_next_try(message: MessageProxy) -> "Message[None]":
    """Return a message as it must be queued again."""
    decided = {_AGAIN, _BACK, _WHY}
    options = {key: value for key, value in message.options.items() if key not in decided}
    return Message(
        queue_name=message.queue_name,
        actor_name=message.actor_name,
        args=message.args,
        kwargs=message.kwargs,
        options=options,
        message_id=message.message_id,
        message_timestamp=message.message_timestamp,
    )


def give_up(message: MessageProxy, why: WhyDead) -> None:
    """Decide that a message is not tried any more."""
    message.options[_WHY] = why.value
    message.fail()


class Outcomes(Middleware):
    """Decides after each try, and tells at the end that there will be no other."""

    def __init__(self, patience: Mapping[Work, Patience], on_dead: Mapping[Work, OnDead]) -> None:
        """Try as long as the patience for each kind of work lasts."""
        self._patience = patience
        self._on_dead = on_dead

    def after_process_message(
        self,
        broker: Broker,
        message: MessageProxy,
        *,
        result: object = None,
        exception: BaseException | None = None,
    ) -> None:
        """Decide what becomes of work that went wrong."""
        if exception is None:
            return
        if isinstance(exception, WorkFailedError) and exception.is_stopped:
            message.options[_BACK] = True
            return
        is_away = isinstance(exception, WorkFailedError) and exception.is_away
        retries = message.options.get(RETRIES, 0)
        patience = self._patience[Work(message.queue_name)]
        wait_s = patience.before_next(retries, is_away=is_away)
        if wait_s is None:
            give_up(message, WhyDead.AWAY if is_away else WhyDead.FAILED)
        else:
            message.options[RETRIES] = retries + 1
            message.options[_AGAIN] = wait_s

    def after_nack(self, broker: Broker, message: MessageProxy) -> None:
        """Tell that this work will not be done."""
        told = self._on_dead.get(Work(message.queue_name))
        if told is not None:
            told(about_of(for_next_try(message)), Outcome.of(message).why_dead)
