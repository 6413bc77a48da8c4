"""What was put aside: letters and work that went wrong too often, until a person decides."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.names import masked
from service.ports.errors import NotFoundError
from service.ports.jobs import DeadJob, Work
from service.records.letters import LetterRecord
from service.texts import figures as texts
from service.usecases import dead_letters
from service.web import sessions
from service.web.pages.beheer.frame import (
    back_to,
    for_administrators,
    shown,
    unsure,
    written_down,
)
from service.web.pages.beheer.words import STRANDED, WHY, WORK
from service.web.pages.page import viewer, viewer_actor

aside = Blueprint("apart", __name__, url_prefix="/beheer/apart")


@dataclass(frozen=True, slots=True)
class AsideLine:
    """Something that was put aside."""

    id: str
    what: str
    why: str
    since: str
    letter_id: str  # "" when it is about no letter that is here
    file: str


@aside.get("")
@for_administrators
def show() -> AnyResponse:
    """Show what was put aside."""
    return shown("apart", lines=tuple(_lines()))


@aside.post("/<about>/opnieuw")
@for_administrators
def retry(about: str) -> AnyResponse:
    """Try it again."""
    store, organisation_id = sessions.parts().desk.store, viewer().organisation_id
    by = viewer_actor()
    try:
        dead_letters.retry_letter(about, store=store, organisation_id=organisation_id, by=by)
    except NotFoundError:
        dead_letters.retry_job(about, store=store, organisation_id=organisation_id, by=by)
    written_down("aside_retried", about=about)
    return back_to(url_for("apart.show"), "weer_geprobeerd")


@aside.post("/<about>/rusten")
@for_administrators
def drop(about: str) -> AnyResponse:
    """Leave it, when one is sure."""
    question = unsure(
        "Postkamer probeert dit dan niet meer. De brief en zijn rapport blijven bewaard; in de "
        "werklijst staat de brief bij Zelf kijken.",
        button="Ja, laat het rusten",
        back=url_for("apart.show"),
    )
    if question is not None:
        return question
    desk, organisation_id, by = sessions.parts().desk, viewer().organisation_id, viewer_actor()
    try:
        dead_letters.drop_letter(about, store=desk.store, organisation_id=organisation_id, by=by)
    except NotFoundError:
        dead_letters.drop_job(
            about, store=desk.store, clock=desk.clock, organisation_id=organisation_id, by=by
        )
    written_down("aside_dropped", about=about)
    return back_to(url_for("apart.show"), "laten_rusten")


def _lines() -> Iterator[AsideLine]:
    """Yield dead work, and the letters that were put aside without any."""
    store, organisation_id = sessions.parts().desk.store, viewer().organisation_id
    jobs = dead_letters.dead_jobs(store=store, organisation_id=organisation_id)
    for job in jobs:
        yield _of_job(job)
    told = {job.about for job in jobs}
    for letter in dead_letters.stranded_letters(store=store, organisation_id=organisation_id):
        if letter.id not in told:
            yield _of_letter(letter)


def _of_job(job: DeadJob) -> AsideLine:
    file = letter_id = ""
    if job.work is Work.READ:
        with sessions.parts().desk.store.reading() as transaction:
            letter = transaction.letters.find(job.about)
        file, letter_id = masked(letter.file), letter.id
    why = f"{WHY[job.why]} ({texts.count(job.attempts, 'poging', 'pogingen')})"
    return AsideLine(job.id, WORK[job.work], why, texts.moment(job.queued_at), letter_id, file)


def _of_letter(letter: LetterRecord) -> AsideLine:
    since = texts.moment(letter.arrived_at)
    file = masked(letter.file)
    return AsideLine(letter.id, WORK[Work.READ], STRANDED, since, letter.id, file)
