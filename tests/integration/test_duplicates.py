"""The same letter that came twice is found, and two letters of one template are two letters."""

import functools
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from benchmarks.letters import damage
from benchmarks.letters.compose import Order, compose
from benchmarks.letters.dice import Dice
from benchmarks.letters.organisations import draw_office
from benchmarks.letters.pages import draw_pages
from benchmarks.letters.photos import snap
from benchmarks.letters.texts import load_texts
from benchmarks.letters.wish import Wish
from extractors.extract import extract
from extractors.limits import DEFAULT_LIMITS
from extractors.ocr import OcrEngine
from extractors.readers.any_format import read
from service.adapters.readings import pack
from service.ports.errors import NotFoundError
from service.ports.reading import Assignment, Finished
from service.records.dossiers import Alike, Duplicate, Tie
from service.records.letters import Organisation
from service.records.people import Account, Role
from service.usecases.fingerprint import fingerprint_of
from service.usecases.pictures import no_pictures
from service.usecases.process import Tools, process
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import receive
from tests.needs import engine_or_skip
from tests.posts import OURS, THEIRS, FakeReader, PostRoom, envelope, incoming

WHOLE = Wish(whole=True, sign="inkt", layout="classic", hold=frozenset({"dec", "ken", "bsn"}))
TEXT = "bt-pgb-afwijzing-kort"


@pytest.fixture(scope="module")
def engine() -> OcrEngine:
    return engine_or_skip()


@pytest.fixture(scope="module", autouse=True)
def one_typeface() -> Iterator[None]:
    """Set made letters in the typeface that comes with the PDF writer."""
    with pytest.MonkeyPatch.context() as patch:
        from benchmarks.letters import enclosures, fonts  # noqa: PLC0415 - only to be patched
        from tests.letters import VERA  # noqa: PLC0415

        for module in (fonts, enclosures):
            patch.setattr(module, "usable", lambda *_args, **_kwargs: [VERA])
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("letters")


@functools.cache
def born_digital(folder: Path, seed: int = 12, text: str = TEXT) -> bytes:
    """Return a letter of a person as a PDF; another seed is another person."""
    chosen = next(each for each in load_texts("tune") if each.id == text)
    office = draw_office(Dice(1), "tune", ("zk",), "zorg-en-zekerheid")
    target = folder / f"{seed}-{text}.pdf"
    compose(Dice(seed), Order(chosen, "tune", "clean", WHOLE, office), target)
    return target.read_bytes()


@functools.cache
def on_paper(folder: Path, form: str, seed: int = 12) -> bytes:
    """Return the same letter from paper: scanned, copied and scanned, or photographed."""
    born_digital(folder, seed)
    pages, dice = draw_pages(folder / f"{seed}-{TEXT}.pdf"), Dice(3)
    made = [_on_paper(page, form, dice) for page in pages]
    target = folder / f"{seed}-{form}.pdf"
    images = [Image.fromarray(each) for each in made]
    images[0].save(target, "PDF", resolution=200, save_all=True, append_images=images[1:])
    return target.read_bytes()


def _on_paper(page: np.ndarray, form: str, dice: Dice) -> np.ndarray:
    if form == "foto":
        return cv2.cvtColor(snap(dice, page, shade=True), cv2.COLOR_BGR2RGB)
    small = cv2.resize(page, None, fx=0.667, fy=0.667, interpolation=cv2.INTER_AREA)
    grey = damage.grain(dice, damage.skew(small, 0.8), 8)
    return damage.photocopy(dice, grey) if form == "kopie" else grey


class Post:
    """A post room in which letters are really read."""

    def __init__(self, room: PostRoom, engine: OcrEngine) -> None:
        self.room = room
        self.tools = Tools(
            load=room.blobs.read,
            read=functools.partial(read, engine=engine, limits=DEFAULT_LIMITS),
            extract=extract,
            picture=no_pictures,
            versions={},
            pack=pack,
            fingerprint=fingerprint_of,
        )

    def bring(self, content: bytes, organisation: Organisation = OURS) -> str:
        """Take a letter in, read it and return its id."""
        taken = receive([incoming(content=content)], envelope(organisation), desk=self.room.desk)
        letter_id = taken.letters[0].id
        reader = FakeReader(self._read)
        read_letter(letter_id, room=Room(self.room.store, reader, self.room.clock, max_claims=3))
        return letter_id

    def _read(self, assignment: Assignment) -> Finished:
        return Finished(process(assignment, tools=self.tools, today=self.room.clock.today()))

    def duplicates(self, letter_id: str) -> tuple[Duplicate, ...]:
        with self.room.store.reading() as transaction:
            letter = transaction.letters.find(letter_id)
            return transaction.dossiers.duplicates(letter)

    def found(self, letter_id: str) -> dict[str, Alike]:
        return {each.letter.id: each.alike for each in self.duplicates(letter_id)}


@pytest.fixture
def post(room: PostRoom, engine: OcrEngine) -> Post:
    return Post(room, engine)


def test_the_same_file_twice_is_linked_on_both_letters(post: Post, folder: Path) -> None:
    first, second = (post.bring(born_digital(folder)) for _ in range(2))
    assert post.found(first) == {second: Alike.BYTES}
    assert post.found(second) == {first: Alike.BYTES}


@pytest.mark.parametrize("form", ["scan", "kopie", "foto"])
def test_the_same_letter_by_mail_and_on_paper_is_linked(
    post: Post, folder: Path, form: str
) -> None:
    by_mail, by_post = post.bring(born_digital(folder)), post.bring(on_paper(folder, form))
    assert post.found(by_mail) == {by_post: Alike.TEXT}
    assert post.duplicates(by_mail)[0].likeness > 0.5


def test_the_same_picture_in_another_file_is_linked(post: Post, folder: Path) -> None:
    scan = on_paper(folder, "scan")
    packed_again = scan.replace(b"%%EOF", b"% again\n%%EOF")
    first, second = post.bring(scan), post.bring(packed_again)
    assert post.found(second) == {first: Alike.IMAGE}


def test_letters_of_one_template_by_two_persons_are_two_letters(post: Post, folder: Path) -> None:
    first, second = post.bring(born_digital(folder)), post.bring(born_digital(folder, 77))
    third = post.bring(on_paper(folder, "scan", 77))
    assert post.found(first) == {}
    assert set(post.found(second)) == {third}


def test_another_letter_of_the_same_person_is_no_duplicate(post: Post, folder: Path) -> None:
    first = post.bring(born_digital(folder))
    other = next(each.id for each in load_texts("tune") if each.kind == "klacht")
    post.bring(born_digital(folder, 12, other))
    assert post.found(first) == {}


def test_letters_of_another_organisation_never_match(post: Post, folder: Path) -> None:
    ours = post.bring(born_digital(folder))
    theirs = post.bring(born_digital(folder), THEIRS)
    assert (post.found(ours), post.found(theirs)) == ({}, {})
    with post.room.store.reading() as transaction:
        letter = transaction.letters.find(ours)
        assert [each.letter.id for each in transaction.dossiers.related(letter)] == [ours]


def test_what_a_person_says_stays(post: Post, folder: Path) -> None:
    first, second = (post.bring(born_digital(folder)) for _ in range(2))
    account_id, now = _account(post), post.room.clock.now()
    with post.room.store.accepting() as transaction:
        letter = transaction.letters.find(first)
        transaction.dossiers.deny(letter, second, account_id=account_id, at=now)
        assert transaction.dossiers.link(letter) == 0
    assert [each.holds for each in post.duplicates(second)] == [False]
    with post.room.store.accepting() as transaction:
        transaction.dossiers.deny(letter, second, account_id=account_id, at=None)
        with pytest.raises(NotFoundError):
            transaction.dossiers.deny(letter, "nooit-gezien", account_id=account_id, at=None)
    assert [each.holds for each in post.duplicates(second)] == [True]


def test_letters_of_one_person_are_one_dossier(post: Post, folder: Path) -> None:
    by_mail, by_post = post.bring(born_digital(folder)), post.bring(on_paper(folder, "scan"))
    post.bring(born_digital(folder, 77))
    with post.room.store.reading() as transaction:
        related = transaction.dossiers.related(transaction.letters.find(by_post))
    assert [each.letter.id for each in related] == [by_mail, by_post]
    assert Tie.BSN in related[0].ties
    assert related[1].ties == ()


def test_a_letter_that_is_destroyed_leaves_nothing_to_compare(post: Post, folder: Path) -> None:
    first, second = (post.bring(born_digital(folder)) for _ in range(2))
    with post.room.store.accepting() as transaction:
        transaction.letters.destroy(first)
    assert post.found(second) == {}
    with post.room.store.database.reading() as connection:
        for table in ("dossier_key", "fingerprint", "duplicate"):
            query = f"SELECT count(*) FROM {table} WHERE letter_id = '{first}'"  # noqa: S608
            assert connection.exec_driver_sql(query).scalar() == 0


def _account(post: Post) -> str:
    account = Account(
        id="mens",
        organisation_id=OURS.id,
        email="m@voorbeeld.nl",
        name="M. de Werker",
        role=Role.MAILROOM,
        created_at=post.room.clock.now(),
    )
    with post.room.store.working() as transaction:
        transaction.accounts.add(account)
    return account.id
