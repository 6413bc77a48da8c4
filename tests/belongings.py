"""One of everything that an organisation has, with real ids, for who tries every address."""

import html
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from service.adapters.store.tables import correction, duplicate, job, letter, metadata
from service.ports.jobs import WhyDead, Work
from service.records.dossiers import Alike
from service.records.letters import LetterState
from service.records.people import Role
from tests.web import Browser, Office, browser, reading_reader, upload
from validators.profile import catalogue_of

PDF = b"%PDF-1.4 een brief"
URL = "https://ontvanger.example/haak"
# what changes by looking, whoever looks
RESTLESS = frozenset({"request_count", "pulse"})
RESTLESS_COLUMNS = frozenset({"last_used_at", "seen_at", "last_login_at"})


@dataclass
class Belongings:
    """The people of an organisation, and the ids of what it has, as addresses name them."""

    mailroom: Browser
    jurist: Browser
    beheerder: Browser
    ids: dict[str, str] = field(default_factory=dict)

    def people(self) -> Mapping[Role, Browser]:
        """Return who works there."""
        return {
            Role.MAILROOM: self.mailroom,
            Role.JURIST: self.jurist,
            Role.BEHEERDER: self.beheerder,
        }


def belongings_of(office: Office) -> Belongings:
    """Let an organisation have one of everything."""
    people = [browser(office, role=each) for each in (Role.MAILROOM, Role.JURIST, Role.BEHEERDER)]
    ours = Belongings(*people)
    _administration(office, ours)
    _letters(office, ours)
    _work(office, ours)
    return ours


def _administration(office: Office, ours: Belongings) -> None:
    admin, ids = ours.beheerder, ours.ids
    admin.post("/beheer/kanalen/toevoegen", naam="Zaaksysteem", url=URL, inhoud="verwijzing")
    admin.post("/beheer/sleutels/maken", naam="Scanstraat", recht="read")
    text = catalogue_of().texts["zorg-en-zekerheid"].replace("Zekerheid", "Zekerheid Nieuw")
    admin.post("/beheer/profielen/gebruiken", naam="zorg-en-zekerheid", tekst=text)
    organisation_id = admin.account.organisation_id
    with office.room.store.working() as transaction:
        now = office.room.clock.now()
        transaction.alerts.add("kanaal_weg", about="x", organisation_id=organisation_id, now=now)
        ids["alert_id"] = str(transaction.alerts.unseen(organisation_id)[0].id)
        ids["channel_id"] = ids["channelId"] = transaction.channels.all(organisation_id)[0].id
        ids["key_id"] = ids["keyId"] = transaction.keys.all(organisation_id)[0].id
        ids["sha256"] = transaction.profiles.versions(organisation_id)[0].sha256
    ids["account_id"] = ours.jurist.account.id


def _letters(office: Office, ours: Belongings) -> None:
    ids = ours.ids
    files = ((f"{number}.pdf", PDF + b"%d" % number) for number in range(3))
    sent = office.client().post("/v1/batches", **upload(*files))
    ids["batchId"] = sent.json["id"]
    first, other, dead = (each["id"] for each in sent.json["letters"])
    ids |= {"letter_id": first, "letterId": first, "other_id": other, "dead": dead}
    office.read_all(reading_reader(office.room))
    with office.room.store.working() as transaction:
        (delivery, *_) = transaction.deliveries.search(channel_id=ids["channel_id"])
        ids["delivery_id"] = ids["deliveryId"] = delivery.id
        transaction.connection.execute(
            letter.update().where(letter.c.id == dead).values(state=LetterState.STRANDED)
        )
        pair = {"letter_id": first, "other_id": other, "alike": Alike.TEXT, "likeness": 1.0}
        owner = {"organisation_id": ours.mailroom.account.organisation_id}
        transaction.connection.execute(duplicate.insert().values(**pair, **owner))
        transaction.jobs.put(Work.READ, dead)
        transaction.connection.execute(
            job.update().where(job.c.about == dead).values(is_dead=True, why_dead=WhyDead.FAILED)
        )


def _work(office: Office, ours: Belongings) -> None:
    ids, first = ours.ids, ours.ids["letter_id"]
    ours.mailroom.post(f"/brieven/{first}/elementen/naam", doe="ontbreekt")
    place = _begin(ours.mailroom, first, "herstelverzuim")
    sent = ours.mailroom.post(place, **_form_of(ours.mailroom, place), doe="verstuurd")
    assert sent.status_code == 303, sent.text
    ids["concept_id"] = _begin(ours.mailroom, first, "ontvangstbevestiging").rsplit("/", 1)[-1]
    with office.room.store.reading() as transaction:
        ids["sent_id"] = transaction.sent_letters.about(first)[0].id
        found = transaction.connection.execute(sa.select(correction.c.id)).scalars().all()
        ids["correction_id"] = found[0]


def _begin(clerk: Browser, letter_id: str, kind: str) -> str:
    answer = clerk.post(f"/brieven/{letter_id}/concepten", soort=kind)
    return answer.location.partition("?")[0]


def _form_of(clerk: Browser, place: str) -> dict[str, str]:
    """Return what the form of a letter back holds, with nothing left to fill in."""
    page = clerk.get(place).text
    form = page[page.index("blad-form") :]
    inputs = re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', form)
    areas = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S)
    held = {name: html.unescape(value) for name, value in [*inputs, *areas] if name != "csrf"}
    return {
        name: re.sub(r"\[VUL IN[^\]]*\]", "Dorpsstraat 1", value) for name, value in held.items()
    }


def rows_of(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Return all that is kept, without what changes by looking."""
    with office.room.store.database.reading() as connection:
        return {
            table.name: sorted(
                map(
                    tuple,
                    connection.execute(
                        sa.select(*(c for c in table.c if c.name not in RESTLESS_COLUMNS))
                    ),
                ),
                key=repr,
            )
            for table in metadata.sorted_tables
            if table.name not in RESTLESS
        }


@contextmanager
def undone(office: Office) -> Iterator[None]:
    """Put the database and the files back afterwards."""
    live, blobs = office.folder / "test.db", office.folder / "blobs"
    files = {path: path.read_bytes() for path in blobs.rglob("*") if path.is_file()}
    with closing(sqlite3.connect(":memory:")) as copy:
        _copy(live, copy)
        yield
        with closing(sqlite3.connect(live)) as back:
            copy.backup(back)
    for path, content in files.items():
        path.write_bytes(content)


def _copy(live: Path, copy: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(live)) as source:
        source.backup(copy)
