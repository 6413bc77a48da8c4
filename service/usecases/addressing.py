"""Who a letter is from and for: lines of addresses and the salutation.

The address block follows what PostNL asks: name, street and number, postcode and place with two
spaces between them, the place in capitals.
"""

from dataclasses import dataclass

from extractors.element import ElementId
from service.texts import concepts as texts
from validators.profile import Profile
from validators.profile_data import PostAddress
from validators.report import AddressValue, ContactValue, ElementState, Kind, Report, Status

TITLES = {
    "dhr": "heer",
    "dhr.": "heer",
    "heer": "heer",
    "mevr.": "mevrouw",
    "mevr": "mevrouw",
    "mw.": "mevrouw",
    "mw": "mevrouw",
    "mevrouw": "mevrouw",
}


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote the letter that came in: the client, or someone else for the client."""

    client: str  # empty when not known
    writer: str  # who gets the answer; the client's name when nobody else is known
    is_other: bool  # someone else writes for the client
    address: tuple[str, ...]


def sender_of(report: Report) -> Sender:
    """Return who gets the answer (to who acts for someone, Awb 6:17); doubt is for a person."""
    client = _text(report, ElementId.NAAM)
    contact = _contact(report)
    asked = any(each.code == "machtiging_vragen" for each in report.warnings)
    other = contact.naam if contact is not None else None
    return Sender(
        client=client,
        writer=other or client,
        is_other=contact is not None or asked,
        address=address_lines(_address(report)),
    )


def address_lines(address: AddressValue | None) -> tuple[str, ...]:
    """Return the lines of an address; what is not known is left out.

    >>> address_lines(AddressValue(straat="Zeestraat", huisnummer="5a", plaats="Noordwijk"))
    ('Zeestraat 5a', 'NOORDWIJK')
    """
    if address is None:
        return ()
    street = " ".join(filter(None, (address.straat, address.huisnummer)))
    place = "  ".join(filter(None, (address.postcode, (address.plaats or "").upper())))
    return tuple(filter(None, (street, place)))


def office_lines(address: PostAddress | None) -> tuple[str, ...]:
    """Return the lines of where an organisation receives its post, without its name."""
    if address is None:
        return ()
    place = f"{address.postcode}  {address.plaats.upper()}"
    return tuple(filter(None, (capital(address.afdeling), address.line, place)))


def office_address(profile: Profile, kind: Kind | None) -> PostAddress | None:
    """Return where an organisation receives letters of this kind, or else any letters."""
    own = profile.address_for(kind) if kind is not None else None
    return own or next(iter(profile.addresses), None)


def salutation(name: str) -> str:
    """Return how a letter begins, without guessing whether it is a man or a woman.

    >>> salutation("M.J. van der Meer")
    'Geachte heer of mevrouw Van der Meer,'
    >>> salutation("Rob Gerritsen")
    'Geachte Rob Gerritsen,'
    >>> salutation("mevr. S. Özdemir")
    'Geachte mevrouw Özdemir,'
    >>> salutation("")
    'Geachte heer of mevrouw,'
    """
    words = name.split()
    title = TITLES.get(words[0].casefold()) if words else None
    rest = words[1:] if title else words
    surname = [word for word in rest if not _is_initials(word)]
    if not surname:
        return texts.ANYONE
    if len(surname) == len(rest) and title is None:
        return f"Geachte {name},"
    return f"Geachte {title or 'heer of mevrouw'} {capital(' '.join(surname))},"


def _is_initials(word: str) -> bool:
    """Tell whether these are initials: capitals with a dot behind them ("A.P.M.", "Th.")."""
    return word.endswith(".") and word[0].isupper() and len(word) <= 3 * word.count(".") + 1


def capital(text: str) -> str:
    """Return the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _text(report: Report, element: ElementId) -> str:
    state = report.elements.get(element)
    usable = state is not None and state.status in {Status.AANWEZIG, Status.ONZEKER}
    return state.value if usable and state is not None and isinstance(state.value, str) else ""


def _contact(report: Report) -> ContactValue | None:
    """Return who writes for the client; who writes for himself is no one else."""
    state = report.elements.get(ElementId.CONTACTPERSOON)
    value = state.value if state is not None else None
    if not isinstance(value, ContactValue) or value.relatie in {None, "zelf"}:
        return None
    return value


def _address(report: Report) -> AddressValue | None:
    state: ElementState | None = report.elements.get(ElementId.ADRES)
    if state is None or state.status not in {Status.AANWEZIG, Status.ONZEKER}:
        return None
    return state.value if isinstance(state.value, AddressValue) else None
