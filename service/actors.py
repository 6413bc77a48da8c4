"""The work that is queued, as dramatiq knows it: a few lines that call a use case with an id.

Work may be done twice and may be ended at any point; the use cases see to that.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import dramatiq

from service.adapters.broker.outcomes import Outcomes, Patience, WorkFailedError
from service.ports.errors import AwayError, StoppedError
from service.ports.jobs import WhyDead, Work

log = logging.getLogger("postkamer.work")

# After the first minutes once an hour, for two days: a weekend without the disk of the originals
# or without the database must not put letters aside.
AWAY_S = (1.0, 5.0, 15.0, 60.0, 300.0, 900.0, *(3600.0,) * 48)
# A mistake in the code will be there the next time too.
FAILED_S = (1.0, 30.0, 300.0)
PATIENCE = {
    Work.READ: Patience(away_s=AWAY_S, failed_s=FAILED_S),
    Work.DELIVER: Patience(away_s=AWAY_S, failed_s=FAILED_S),
}

Place = Callable[[Exception], str]


@dataclass(frozen=True, slots=True)
class Handler:
    """What one kind of work is: doing it, and what to do when it is not tried any more."""

    do: Callable[[str], None]
    give_up: Callable[[str, WhyDead], None]


def declare(
    broker: dramatiq.Broker,
    handlers: Mapping[Work, Handler],
    *,
    place_of: Place,
    patience: Mapping[Work, Patience] = PATIENCE,
) -> None:
    """Make the work known to a broker; `place_of` says where an error was raised."""
    on_dead = {work: handler.give_up for work, handler in handlers.items()}
    broker.add_middleware(Outcomes(patience, on_dead))
    for work, handler in handlers.items():
        _declare(broker, work, handler, place_of)


def _declare(broker: dramatiq.Broker, work: Work, handler: Handler, place_of: Place) -> None:
    @dramatiq.actor(broker=broker, actor_name=work.value, queue_name=work.value)
    def do(about: str) -> None:
        try:
            handler.do(about)
        except StoppedError:
            raise WorkFailedError(is_stopped=True) from None
        except AwayError as error:
            log.warning("work_postponed", extra={**_what(work, about), "place": place_of(error)})
            raise WorkFailedError(is_away=True) from None
        except Exception as error:  # noqa: BLE001 - the border: one letter must not end the worker
            log.error(  # noqa: TRY400 - the message of an error may quote a letter
                "work_failed", extra={**_what(work, about), "place": place_of(error)}
            )
            raise WorkFailedError from None


def _what(work: Work, about: str) -> dict[str, str]:
    return {"work": work.value, "letter_id" if work is Work.READ else "delivery_id": about}
