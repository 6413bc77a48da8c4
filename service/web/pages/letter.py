"""The page of one letter: the scan beside what was read, and what a person decides about it."""

import datetime as dt
import math
from uuid import UUID

from flask import Blueprint, Response, json, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from extractors.document import Box
from extractors.element import Address, Contact, ElementId, Evidence, Reading, Value
from extractors.signatures import HEAD_BYTES, media_type_of
from service.ports.errors import NoPictureError, NotFoundError
from service.records.audit import AuditQuery, Done, letter_deed
from service.records.letters import LetterRecord
from service.records.people import Role
from service.records.work import Act, WorkGroup
from service.usecases.accounts import IDLE
from service.usecases.correct import (
    KIND,
    Judge,
    Wish,
    WrongValueError,
    change_receipt,
    correct,
    undo,
)
from service.usecases.dossier import Dossier, confirmation, open_dossier
from service.web import sessions
from service.web.noting import note_letter
from service.web.pages import meanwhile
from service.web.pages.answers_view import answers_of
from service.web.pages.dossiers import links_of
from service.web.pages.letter_view import chosen_value, view_of
from service.web.pages.list_view import profile_name
from service.web.pages.page import (
    LONGEST_TEXT,
    catalogue,
    day_field,
    field,
    page,
    viewer,
    viewer_actor,
)
from service.web.pages.words import (
    CHANNELS,
    DONE,
    FUTURE,
    GROUPS,
    MEANWHILE,
    NOT_READ,
    PARTS,
    SOMEBODY,
    STAMP_AFTER,
    WRONG_VALUE,
    WRONG_VALUES,
)
from service.web.problems import ProblemError
from validators.assess import Receipt
from validators.report import Channel, ReceivedSource

letter = Blueprint("brief", __name__)
# From which group the next letter comes; from the others it is one that a person must look at.
FOLLOWED = frozenset(
    {
        *(WorkGroup.PERSON, WorkGroup.ASK, WorkGroup.COMPLETE),
        *(WorkGroup.WAITING, WorkGroup.APPROVAL),
    }
)
MOST_PLACES = 20


@letter.get("/brieven/<uuid:letter_id>")
@sessions.requires(Role.MAILROOM)
def show(letter_id: UUID) -> AnyResponse:
    """Show a letter."""
    dossier = _dossier(letter_id)
    _note(Done.LETTER_SEEN, dossier.letter)
    _draw_ahead(dossier)
    return letter_page(dossier)


@letter.get("/brieven/<uuid:letter_id>/bsn")
@sessions.requires(Role.MAILROOM)
def hide_bsn(letter_id: UUID) -> AnyResponse:
    """Go back to the letter, with the numbers masked."""
    return redirect(url_for("brief.show", letter_id=_record(letter_id).id))


@letter.post("/brieven/<uuid:letter_id>/bsn")
@sessions.requires(Role.MAILROOM)
def show_bsn(letter_id: UUID) -> AnyResponse:
    """Show the letter with its numbers, this once; who asked is written down."""
    dossier = _dossier(letter_id)
    _note(Done.BSN_SHOWN, dossier.letter)
    return letter_page(dossier, shows_bsn=True)


@letter.post("/brieven/<uuid:letter_id>/elementen/<about>")
@sessions.requires(Role.MAILROOM)
def decide(letter_id: UUID, about: str) -> AnyResponse:
    """Keep what a person establishes about an element or about the kind."""
    dossier = _dossier(letter_id)
    if about != KIND and about not in set(ElementId):
        raise NotFoundError
    held = dossier.held.get(about)
    is_own = held is not None and held.correction.account_id == viewer().id
    if meanwhile.is_other(meanwhile.held_seen(held)) and not is_own:
        who = held.by if held and held.by else SOMEBODY
        return letter_page(dossier, 409, faults={about: MEANWHILE.format(who=who)})
    try:
        wish = _wish(dossier, about)
        correct(dossier.letter, wish, account_id=viewer().id, judge=_judge())
    except WrongValueError:
        message = WRONG_VALUES.get(ElementId(about), WRONG_VALUE) if about != KIND else WRONG_VALUE
        return letter_page(dossier, 400, faults={about: message})
    return _back(letter_id, "vastgelegd", about)


@letter.post("/brieven/<uuid:letter_id>/ongedaan/<correction_id>")
@sessions.requires(Role.MAILROOM)
def take_back(letter_id: UUID, correction_id: str) -> AnyResponse:
    """Let a correction not hold any more."""
    dossier = _dossier(letter_id)
    about = next(
        (about for about, held in dossier.held.items() if held.correction.id == correction_id), ""
    )
    undo(dossier.letter, correction_id, account_id=viewer().id, judge=_judge())
    return _back(letter_id, "ongedaan", about)


@letter.post("/brieven/<uuid:letter_id>/ontvangst")
@sessions.requires(Role.MAILROOM)
def receipt(letter_id: UUID) -> AnyResponse:
    """Keep how and when the letter came in, and which organisation judges it."""
    dossier = _dossier(letter_id)
    if dossier.reading is None:
        return letter_page(dossier, 400, faults={"ontvangst": NOT_READ})
    is_other = meanwhile.is_other(meanwhile.receipt_seen(dossier.letter))
    if is_other and not _is_own_receipt(dossier.letter):
        return letter_page(dossier, 409, faults={"ontvangst": MEANWHILE.format(who=SOMEBODY)})
    faults: dict[str, str] = {}
    received, postmarked = day_field("ontvangen", faults), day_field("poststempel", faults)
    faults |= _faults_of_days(received, postmarked)
    if faults:
        return letter_page(dossier, 400, faults=faults)
    channel, profile = field("kanaal"), field("profiel")
    received, source = _told(dossier, received)
    wish = Receipt(
        received=received,
        source=source,
        postmarked=postmarked,
        channel=Channel(channel) if channel in set(Channel) else dossier.letter.channel,
    )
    known = profile if profile in catalogue().ids else dossier.letter.profile
    change_receipt(dossier.letter, wish, known, account_id=viewer().id, judge=_judge())
    return _back(letter_id, "ontvangst", "ontvangst")


@letter.post("/brieven/<uuid:letter_id>/afgehandeld")
@sessions.requires(Role.MAILROOM)
def handle(letter_id: UUID) -> AnyResponse:
    """Note that a person is done with the letter, and go on to the next one."""
    record, account = _record(letter_id), viewer()
    is_open = field("doe") == "open"
    with sessions.parts().desk.store.accepting() as transaction:
        is_done = transaction.work_list.handle(
            record.id,
            account_id=None if is_open else account.id,
            at=None if is_open else sessions.parts().desk.clock.now(),
        )
        if is_open or is_done:
            act = Done.REOPENED if is_open else Done.HANDLED
            transaction.audit.note(letter_deed(viewer_actor(), act, record))
    if is_open or not is_done:
        return _back(letter_id, "open" if is_open else "wachten_nog")
    return _following(record, "afgehandeld")


@letter.get("/brieven/<uuid:letter_id>/volgende")
@sessions.requires(Role.MAILROOM)
def show_next(letter_id: UUID) -> AnyResponse:
    """Go on to the next letter."""
    return _following(_record(letter_id), "")


@letter.get("/brieven/<uuid:letter_id>/bladzijden/<int:number>.png")
@sessions.requires(Role.MAILROOM)
def picture(letter_id: UUID, number: int) -> AnyResponse:
    """Return a page of the scan as a picture."""
    record = _record(letter_id)
    try:
        made = sessions.parts().pages.picture(record, number)
    except NoPictureError as error:
        raise ProblemError("geen_beeld") from error
    if not _is_open_with(record):
        _note(Done.PAGE_SEEN, record, bladzijde=str(number))
    return Response(made, content_type="image/png")


@letter.get("/brieven/<uuid:letter_id>/bladzijden/<int:number>/woorden")
@sessions.requires(Role.MAILROOM)
def words(letter_id: UUID, number: int) -> AnyResponse:
    """Return the words that were read in a box of the page, as a person drew it."""
    box = _box([request.args.get(name, "") for name in ("x0", "top", "x1", "bottom")])
    dossier = _dossier(letter_id)
    if box is None or dossier.reading is None:
        raise NotFoundError
    text = words_in(dossier.reading, number, box)
    return Response(json.dumps({"text": text}), content_type="application/json")


@letter.get("/brieven/<uuid:letter_id>/origineel")
@sessions.requires(Role.MAILROOM)
def original(letter_id: UUID) -> AnyResponse:
    """Return the file as it came in."""
    record = _record(letter_id)
    _note(Done.ORIGINAL_FETCHED, record)
    pieces = sessions.parts().desk.blobs.stream(record.sha256)
    first = next(pieces, b"")
    response = Response(
        (piece for group in ([first], pieces) for piece in group),
        content_type=media_type_of(first[:HEAD_BYTES]) or "application/octet-stream",
    )
    name = record.file.rsplit("/", 1)[-1]
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def words_in(reading: Reading, number: int, box: Box) -> str:
    """Return the words of a page whose middle lies in the box, line by line."""
    lines = [
        " ".join(word.text for word in line.words if box.contains(word.box))
        for each in reading.letter.pages
        if each.page.number == number
        for line in each.lines
    ]
    return "\n".join(line for line in lines if line)


def _note(act: Done, record: LetterRecord, **details: str) -> None:
    note_letter(sessions.parts().desk.store, viewer_actor(), act, record, **details)


def _is_own_receipt(record: LetterRecord) -> bool:
    """Tell whether it was this person who last changed how and when the letter came in."""
    changed = AuditQuery(act=Done.RECEIPT_CHANGED, about_id=record.id, limit=1)
    with sessions.parts().desk.store.reading() as transaction:
        return any(row.deed.by.id == viewer().id for row in transaction.audit.list(changed))


def _is_open_with(record: LetterRecord) -> bool:
    """Tell whether it is written down already that this person has the letter before them."""
    seen = AuditQuery(
        by=viewer().id,
        act=Done.LETTER_SEEN,
        about_id=record.id,
        since=sessions.parts().desk.clock.now() - IDLE,
        limit=1,
    )
    with sessions.parts().desk.store.reading() as transaction:
        return bool(transaction.audit.list(seen))


def _draw_ahead(dossier: Dossier) -> None:
    """Begin with the first page of this letter and of the one that comes next."""
    parts = sessions.parts()
    group = group_of_list() if group_of_list() in FOLLOWED else WorkGroup.PERSON
    ahead = [(dossier.letter, _first_page(dossier))]
    with parts.desk.store.reading() as transaction:
        following = transaction.work_list.following(dossier.letter, group)
        if following is not None:
            ahead.append((transaction.letters.find(following), 1))
    for record, number in ahead:
        parts.pages.prepare(record, number)


def _first_page(dossier: Dossier) -> int:
    document = dossier.report.document if dossier.report else None
    return (document.first_page if document else None) or 1


def _judge() -> Judge:
    return sessions.parts().judge


def _record(letter_id: UUID) -> LetterRecord:
    with sessions.parts().desk.store.reading() as transaction:
        return transaction.letters.find(str(letter_id), organisation_id=viewer().organisation_id)


def _dossier(letter_id: UUID) -> Dossier:
    return open_dossier(str(letter_id), viewer().organisation_id, judge=_judge())


def _wish(dossier: Dossier, about: str) -> Wish:
    """Return what the form establishes.

    Raises:
        WrongValueError: when it says nothing that can be so.

    """
    act = field("doe")
    if dossier.report is None or dossier.reading is None or act not in set(Act):
        raise WrongValueError(about)
    if act == Act.CONFIRMED:
        return confirmation(dossier.report, about)
    if act == Act.ABSENT and about != KIND:
        return Wish(about, Act.ABSENT)
    if about == KIND:
        return Wish(KIND, Act.CORRECTED, field("waarde"))
    return _corrected(dossier.reading, ElementId(about))


def _corrected(reading: Reading, element: ElementId) -> Wish:
    choice = field("keuze")
    if choice:
        found = reading.offered(element)
        if not choice.isdigit() or int(choice) >= len(found):
            raise WrongValueError(element)
        chosen = found[int(choice)]
        return Wish(element, Act.CORRECTED, chosen_value(chosen), chosen.evidence)
    return Wish(element, Act.CORRECTED, _value(element), _places())


def _value(element: ElementId) -> Value:
    if element in PARTS:
        parts = {name: field(name) for name in PARTS[element]}
        return Address(**parts) if element is ElementId.ADRES else Contact(**parts)
    written = field("waarde", most=LONGEST_TEXT)
    if element is ElementId.BSN:
        return "".join(char for char in written if char.isdigit())
    return written


def _places() -> tuple[Evidence, ...]:
    """Return where on the page the value stands, when it was drawn there."""
    places = []
    for written in request.form.getlist("plek")[:MOST_PLACES]:
        number, _, corners = written.partition(":")
        box = _box(corners.split(","))
        if box is not None and number.isdigit():
            places.append(Evidence(int(number), box, ""))
    return tuple(places)


def _box(corners: list[str]) -> Box | None:
    """Return a box of four numbers, None when it is none."""
    try:
        x0, top, x1, bottom = (float(each) for each in corners)
    except ValueError:
        return None
    if not all(math.isfinite(each) for each in (x0, top, x1, bottom)):
        return None
    return Box(min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom))


def _faults_of_days(received: dt.date | None, postmarked: dt.date | None) -> dict[str, str]:
    today = sessions.parts().desk.clock.today()
    days = {"ontvangen": received, "poststempel": postmarked}
    faults = {name: FUTURE for name, day in days.items() if day is not None and day > today}
    if not faults and received and postmarked and postmarked > received:
        faults["poststempel"] = STAMP_AFTER
    return faults


def _told(
    dossier: Dossier, received: dt.date | None
) -> tuple[dt.date | None, ReceivedSource | None]:
    """Return the day of receipt and who told it; the day that stands on the page still does."""
    document = dossier.report.document if dossier.report else None
    if document is not None and received == document.received:
        if document.received_source is ReceivedSource.STAMP:
            return None, None
        if received == dossier.letter.received:
            return received, dossier.letter.received_source
    return received, ReceivedSource.OPTION if received else None


def group_of_list() -> WorkGroup:
    """Return the group of the list in which the letter was chosen."""
    group = request.args.get("lijst", "")
    return WorkGroup(group) if group in set(WorkGroup) else WorkGroup.OPEN


def _back(letter_id: UUID, done: str, about: str = "") -> AnyResponse:
    address = url_for("brief.show", letter_id=letter_id, lijst=group_of_list(), gedaan=done)
    return redirect(f"{address}#element-{about}" if about else address, 303)


def _following(record: LetterRecord, done: str) -> AnyResponse:
    group = group_of_list() if group_of_list() in FOLLOWED else WorkGroup.PERSON
    with sessions.parts().desk.store.reading() as transaction:
        following = transaction.work_list.following(record, group)
    if following is None:
        return redirect(f"/?groep={group_of_list()}&gedaan=klaar", 303)
    address = url_for("brief.show", letter_id=following, lijst=group_of_list(), gedaan=done or None)
    return redirect(address, 303)


def letter_page(
    dossier: Dossier,
    status: int = 200,
    *,
    shows_bsn: bool = False,
    faults: dict[str, str] | None = None,
) -> Response:
    """Return the page of a letter."""
    today = sessions.parts().desk.clock.today()
    return page(
        "brief.html",
        status,
        letter=view_of(dossier, today=today, shows_bsn=shows_bsn),
        links=links_of(dossier.letter),
        faults=faults or {},
        group=group_of_list(),
        group_name=GROUPS[group_of_list()],
        answers=answers_of(dossier),
        done=DONE.get(request.args.get("gedaan", "")),
        channels=CHANNELS,
        profiles={each: profile_name(each) for each in catalogue().ids},
    )
