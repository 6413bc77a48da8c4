"""A letter that was really read and judged, in a post room, with a person who may correct it."""

import itertools
from functools import cache

from extractors.element import Hints, Reading
from extractors.extract import extract
from service.adapters.readings import pack, unpack
from service.adapters.store.tables import account
from service.adapters.warm import small_letter
from service.ports.reading import Assignment, Finished, Outcome
from service.records.letters import LetterRecord
from service.usecases.correct import Judge
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import receive
from tests.posts import OURS, FakeReader, PostRoom, envelope, incoming
from validators.assess import Source, assess
from validators.profile import catalogue_of, load_profile

WHO = "medewerker-1"


@cache
def reading() -> Reading:
    return extract(small_letter(), Hints())[0]


def judge(room: PostRoom) -> Judge:
    numbers = itertools.count(1)
    return Judge(
        room.store, room.clock, lambda: f"verbetering-{next(numbers)}", unpack, catalogue_of()
    )


def judged_letter(room: PostRoom) -> LetterRecord:
    """Return a letter that was read, with an account that may correct it."""
    with room.store.database.working() as connection:
        connection.execute(
            account.insert().values(
                id=WHO,
                organisation_id=OURS.id,
                email="m@voorbeeld.nl",
                name="M. de Werker",
                role="mailroom",
                created_at=room.clock.now(),
            )
        )

    def read(each: Assignment) -> Finished:
        report = assess(
            reading(),
            load_profile(each.profile or "awb"),
            source=Source(file=each.file, receipt=each.receipt),
            today=room.clock.today(),
            report_id="x",
        )
        return Finished((Outcome(report, reading=pack(reading())),))

    letter_id = receive([incoming()], envelope(), desk=room.desk).letters[0].id
    read_letter(letter_id, room=Room(room.store, FakeReader(read), room.clock, 3))
    with room.store.reading() as transaction:
        return transaction.letters.find(letter_id)
