"""The Dutch words of dossiers and of letters that came twice, by code."""

from collections.abc import Mapping

from service.concepts import ConceptKind
from service.records.dossiers import Alike, Tie
from service.records.work import FollowUpKind
from validators.report import Channel

TIES: Mapping[Tie, str] = {
    Tie.BSN: "hetzelfde BSN",
    Tie.RELATIENUMMER: "hetzelfde relatienummer",
    Tie.KENMERK: "hetzelfde kenmerk",
    Tie.NAME_AND_POSTCODE: "dezelfde naam en postcode",
}
ALIKE: Mapping[Alike, str] = {
    Alike.BYTES: "het bestand is hetzelfde",
    Alike.IMAGE: "het beeld is hetzelfde",
    Alike.TEXT: "de tekst is voor {percent} % gelijk",
}
BY: Mapping[Channel, str] = {
    Channel.POST: "per post",
    Channel.EMAIL: "per e-mail",
    Channel.PORTAAL: "via het portaal",
    Channel.BALIE: "aan de balie",
    Channel.FAX: "per fax",
}
TWO_WAYS = "Waarschijnlijk dezelfde brief, {one} en {other}"
SAME_WAY = "Waarschijnlijk dezelfde brief, meer dan één keer {one}"
SENT: Mapping[ConceptKind, str] = {
    ConceptKind.ONTVANGSTBEVESTIGING: "Ontvangstbevestiging",
    ConceptKind.HERSTELVERZUIM: "Verzoek om aan te vullen",
    ConceptKind.DOORZENDING: "Doorzending",
    ConceptKind.DOORZENDBERICHT: "Bericht over de doorzending",
}
FOLLOW_UPS: Mapping[FollowUpKind, str] = {
    FollowUpKind.HERSTEL: "Kwam binnen wat is gevraagd?",
}
ANSWERED = "binnengekomen op {day}"
LOOKED = "afgerond"
OPEN = "nog open"
DONE: Mapping[str, str] = {
    "geen": "Vastgelegd: dit is een andere brief. U kunt het terugdraaien.",
    "toch": "Teruggedraaid: de brieven staan weer als dubbele bij elkaar.",
}


def together(words: tuple[str, ...]) -> str:
    """Return words as one list.

    >>> together(("hetzelfde BSN", "hetzelfde kenmerk", "dezelfde naam"))
    'hetzelfde BSN, hetzelfde kenmerk en dezelfde naam'
    """
    return " en ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def reason_text(one: Channel, other: Channel) -> str:
    """Say how the same letter came twice."""
    if one is other:
        return SAME_WAY.format(one=BY[one])
    return TWO_WAYS.format(one=BY[one], other=BY[other])


def alike_text(alike: Alike, share: float) -> str:
    """Say in what two letters are the same."""
    return ALIKE[alike].format(percent=round(100 * share))
