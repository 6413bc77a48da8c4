"""The feed and the deliveries under many hands at once, on both databases."""

import dataclasses
import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from service.adapters.store.tables import delivery, event
from service.records.deliveries import DeliveryState, EventType, Handover, Message
from service.records.letters import LetterRecord
from service.usecases.deliver import LOST_AFTER, deliver
from service.usecases.feed import Feed
from tests.expeditions import AWAY, SENDER, TAKEN, Office, office

WRITERS, EACH = 4, 25


@pytest.fixture(params=["sqlite", "postgresql"])
def ours(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    url = None
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql").new_database()
    with office(tmp_path, url=url) as opened:
        yield opened


def test_who_follows_the_cursor_sees_every_event_once_and_in_order(ours: Office) -> None:
    letter = ours.letter()
    feed = Feed(ours.room.store, SENDER)
    begin = feed.after(letter.organisation_id).cursor
    with ThreadPoolExecutor(WRITERS + 1) as threads:
        reading = threads.submit(follow, feed, letter, begin)
        writing = [threads.submit(write, ours, letter, writer) for writer in range(WRITERS)]
        for each in writing:
            each.result()
        seen = reading.result()
    assert len(seen) == len(set(seen)) == WRITERS * EACH
    for writer in range(WRITERS):
        own = [version for version in seen if version // 1000 == writer + 1]
        assert own == sorted(own)


def write(ours: Office, letter: LetterRecord, writer: int) -> None:
    for number in range(EACH):
        version = 1000 * (writer + 1) + number
        with ours.room.store.working() as transaction:
            told = dataclasses.replace(letter, report_version=version)
            transaction.events.add(told, EventType.REPORTED, now=ours.room.clock.now())


def follow(feed: Feed, letter: LetterRecord, cursor: int) -> list[int]:
    """Read as a receiver would, a few events at a time, until all are there."""
    seen: list[int] = []
    for _ in range(100_000):
        page = feed.after(letter.organisation_id, cursor, limit=7)
        seen += [each.reportversion for each in page.events]
        cursor = page.cursor
        if len(seen) >= WRITERS * EACH:
            break
    return seen


def test_a_number_of_the_feed_is_never_given_out_again(ours: Office) -> None:
    letter = ours.letter()
    last = Feed(ours.room.store, SENDER).after(letter.organisation_id).cursor
    with ours.room.store.database.working() as connection:
        connection.execute(delivery.delete())
        connection.execute(event.delete())
    again = ours.letter()
    assert Feed(ours.room.store, SENDER).after(again.organisation_id).cursor > last


def test_the_feed_comes_in_pages(ours: Office) -> None:
    letters = [ours.letter().id for _ in range(5)]
    feed = Feed(ours.room.store, SENDER)
    first = feed.after("zorgkantoor", limit=3)
    second = feed.after("zorgkantoor", first.cursor, limit=3)
    third = feed.after("zorgkantoor", second.cursor, limit=3)
    assert [each.subject for each in first.events + second.events] == letters
    assert [first.has_more, second.has_more, third.has_more] == [True, False, False]
    assert (third.events, third.cursor) == ((), second.cursor)


def test_another_organisation_sees_nothing_of_it(ours: Office) -> None:
    ours.letter()
    assert Feed(ours.room.store, SENDER).after("gemeente").events == ()


def test_many_workers_deliver_everything_once_and_in_order(ours: Office) -> None:
    letters = [ours.letter().id for _ in range(6)]
    for letter_id in letters * 2:
        ours.report(letter_id)
    chance = random.Random(4)  # noqa: S311 - a test that can be repeated
    tries = Counter[str]()

    def reluctant(message: Message) -> Handover:
        """Refuse a message none, one or two times: never as often as makes us give it up."""
        tries[message.id] += 1
        refusals = (letters.index(message.letter_id) + message.report_version) % 3
        return AWAY if tries[message.id] <= refusals else TAKEN

    ours.channel.answer = reluctant
    ids = [each.id for each in ours.deliveries()]
    with ThreadPoolExecutor(8) as threads:
        for _ in range(4):
            jobs = ids * 3
            chance.shuffle(jobs)
            list(threads.map(lambda each: deliver(each, expedition=ours.expedition), jobs))
            ours.room.clock.move(seconds=60)
    for _ in range(4):
        ours.pass_time(LOST_AFTER.total_seconds())
    assert set(ours.states()) == {DeliveryState.DELIVERED}
    for letter_id in letters:
        own = [version for id_, version in ours.channel.versions if id_ == letter_id]
        assert own == [1, 2, 3]


def test_who_waits_in_line_sees_that_the_first_has_ended(ours: Office) -> None:
    """A worker that finds an earlier delivery in hand waits for its outcome, not for a round."""
    letter = ours.letter()
    ours.report(letter.id)
    first, second = (each.id for each in ours.deliveries())
    with ThreadPoolExecutor(1) as threads:
        waiting = []

        def meanwhile(_: Message) -> Handover:
            if not waiting:
                waiting.append(threads.submit(deliver, second, expedition=ours.expedition))
            return TAKEN

        ours.channel.answer = meanwhile
        deliver(first, expedition=ours.expedition)
        waiting[0].result()
    ours.work()
    assert ours.channel.versions == [(letter.id, 1), (letter.id, 2)]


def test_the_tables_can_be_read_by_number(ours: Office) -> None:
    ours.letter()
    ours.letter()
    with ours.room.store.reading() as transaction:
        (first,) = transaction.deliveries.search(limit=1)
        (second,) = transaction.deliveries.search(after=first.number)
        assert transaction.deliveries.counts(first.channel_id) == {DeliveryState.WAITING: 2}
        assert transaction.deliveries.search(organisation_id="gemeente") == ()
        assert transaction.deliveries.search(state=DeliveryState.DELIVERED) == ()
    assert second.number > first.number
    with ours.room.store.database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(event)).scalar() == 2
