"""Tell numbers that the words before them explain as something else than that of a decision."""

import re

from extractors.numbers.codes import is_born_on, is_year
from extractors.people.contacts import is_phone

# What numbers are called that are no reference: those of a client, and all others. The one list.
_OF_CLIENT = r"\b(?:relatie|klant|cli[eë]nt|cl|pati[eë]nt|lid|verzekerd|budgethouder)\w*"
_OF_OTHERS = (
    r"\b(?:bsn|burger\s?service|sofi|tel|mobiel|mob|fax|doorkies|geb|iban|giro|bank|postbus|kvk|"
    r"btw|rsin|svb|sv|agb|big|barcode|chip|stamboek|ticket|offerte|order|bestel|declaratie|"
    r"betaling|artikel|art|track|trace|zending|kenteken|serie|rit|stcrt|stb|ecli|awb|klacht|"
    r"meld|gespreks|leerling)\w*|\b\w*(?:polis|rekening|factuur)\w*|\bhuis(?=-?\s?n(?:umme)?r)|"
    r"\u20ac|\beur(?:o|\b)"
)
_WORDS = rf"(?:{_OF_CLIENT}|{_OF_OTHERS})"
_NUMBER = r"(?:nummers?|nrs?|no|code)"
_NAMED = re.compile(
    rf"(?:{_WORDS}|\bmijn\snummer\sbij)[\s.:()#-]*{_NUMBER}?[\s.:()#-]*"
    r"(?:\s?(?:bij|van)\s(?:de\s|het\s|mijn\s)?[\w&-]+(?:\s[\w&-]+)?)?"
    r"(?:\s(?:is|luidt|was))?[\s.:()#=-]*$",
    re.IGNORECASE,
)
# "Polis zorg 2004418": a word may stand between.
_ONE_BETWEEN = r"[\s.:()#-]*(?:\w+[\s.:]+)?$"
_NEAR = re.compile(_WORDS + _ONE_BETWEEN, re.IGNORECASE)
_NO_CLIENT = re.compile(rf"(?:{_OF_OTHERS}){_ONE_BETWEEN}", re.IGNORECASE)
_OWN = re.compile(r"\b(?:ons|onze|mijn)\b[\s.:()-]*(?:\w+[\s.:]+)?$", re.IGNORECASE)
_WHOLE = re.compile(rf"{_WORDS}-?\s?{_NUMBER}\b", re.IGNORECASE)
# "U kent mij onder nummer 118220".
_OF_SENDER = re.compile(
    r"\b(?:ken|kent|kennen)\s(?:mij|me|ons|haar|hem|u)\s(?:\w+\s){0,3}?"
    r"(?:onder|als|met|van)\b\W*(?:het\s|dit\s)?"
    rf"(?:\w*{_NUMBER})?[\s.:]*$",
    re.IGNORECASE,
)
# "Het vorige besluit (nummer 298 113 006)" is told by its number alone.
_EARLIER_ONE = re.compile(
    r"\b(?:vorige?|eerdere?|oude|toenmalige?)\s(?:\w+\s){0,2}?"
    r"(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|zaak|toekenning|bezwaar\w*|procedure|"
    r"indicatie|aanvraag)\b(?:(?!besluit|beschikking|beslissing|brief)[^.,;]){0,45}$",
    re.IGNORECASE,
)
# A court, the police, an insurer and who sends a bill number their own cases.
_AT_ANOTHER = re.compile(
    r"\b(?:vonnis|arrest|uitspraak|rechtbank|(?:kanton)?rechter|gerechtshof|deurwaarder|politie|aangifte|"
    r"svb|cak|uwv|belastingdienst|proces-?verbaal|facturen|factuur|verzekeraar|letselschade|tuchtcollege)\b[^.;]{0,30}$"
    r"|\b(?:raad van (?:beroep|state)|hoge raad|crvb|ecli)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
# A paper or a thing of somebody else: "zijn brief (HA/2026-31)", "de hond (stamboek NHSB 3187221)".
_OF_THING = re.compile(
    r"\b(?:\w*rekening(?:en)?|nota|declaraties?|aanmaning(?:en)?|offertes?|\w*overeenkomst|contract|tickets?|chipnummer|stamboek|"
    r"ambulance|bestelling|aangetekend\w*|aantekenen|track|merk|model|type)\b(?:[^.;]|(?<=\bn[or])\.){0,40}$",
    re.IGNORECASE,
)
_OF_ANOTHER_WRITER = re.compile(
    r"\b(?:(?:zijn|haar|hun|mijn|onze) (?:\w+ )?(?:brief|schrijven|bericht)|"
    r"(?:brief|schrijven|bericht) van (?:de |mijn |haar |zijn |onze )?"
    r"\w*(?:arts|loog|psychiater|therapeut|ziekenhuis|school|advocaat|wijkverpleging))\b[^.;]{0,40}$",
    re.IGNORECASE,
)

# Whoever else keeps files and registers: "de rechtbank heeft in een andere zaak (zaaknummer ...)".
_OTHER_BODY = re.compile(
    r"\b(?:rechtbank|\w*rechter|gerechtshof|hof|raad van state|crvb|\w*register|"
    r"kamer van koophandel|"
    r"politie|deurwaarder|incasso\w*|advoca\w+|\w*verzekeraar|ziekenhuis|umc|apotheek|\w*leverancier|"
    r"woningcorporatie|verhuurder|postnl|bank|belastingdienst|uwv|svb|cak|ombudsman|inspectie|"
    r"beroepsvereniging|bewindvoerder|curator|notaris)\b",
    re.IGNORECASE,
)
_OF_OFFICE = re.compile(
    r"\b(?:uw|jullie|\w*besl[iou]\w+|\w*beschikking\w*|brief|schrijven|bezwaar\w*|betreft|inzake|onderwerp|"
    r"afge(?:wezen|keurd)|afwijzing|geweigerd|weigering|toegekend|toekenning|teruggevorderd|"
    r"terugvordering|verlaagd|verlaging|ingetrokken|intrekking|gestopt|be[e\u00eb]indig\w*|indicatie)\b",
    re.IGNORECASE,
)
# A label that says whose number it is; what decisions are about; "het zaaknummer is".
_NAMES_DECISION = re.compile(r"kenmerk|besluit|beschikking|beslissing|brief|^(?:uw|jullie)\b")
_OF_CASE = re.compile(
    r"\b(?:u|zorgkantoor|gemeente|ciz|aanvraag|pgb|budget|wmo|wlz|jeugdwet|voorziening|vergoed\w*|"
    r"stop\w*|gekort|korting|bekend|geregistreerd|gaat (?:het )?(?:om|over)|zaak gaat)\b",
    re.IGNORECASE,
)
_THIS_NUMBER = re.compile(
    r"\b(?:het|dit|mijn|ons|onze|een)\s(?:\w+\s)?\w*(?:nummer|nr|dossier|zaak|ref\w*)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_LONG_LEAD = 4  # words
_SENTENCE_END = re.compile(r"(?<=[a-z\d)])[.!?]\s+(?=[A-Z])")
_ANY_END = re.compile(r"(?<=[a-z\d)]{3})[.!?]\s+")  # also before who writes without capitals
_PARCEL = re.compile(r"3S[A-Z]{2,6}\d{7,10}")  # what the post prints on a registered letter
_BY_ITSELF = frozenset(
    {"onder nummer", "met nummer"}
)  # what the number is of, the words before it say


def is_told_of_another(before: str, label: str, addressed: str) -> bool:
    """Tell whether the sentence up to a number is about another body's file or register.

    Only of a label that does not say whose number it is, in a sentence without any word for what
    the office decided or wrote. `addressed` are the words that say who is written to.
    """
    said = _SENTENCE_END.split(before)[-1]
    if label.startswith(("uw ", "jullie ")) or _OF_OFFICE.search(said):
        return False
    bodies = [match.group().casefold() for match in _OTHER_BODY.finditer(said)]
    is_other = any(body not in addressed.casefold() for body in bodies)
    return is_other or (label in _BY_ITSELF and is_explained(said))


def is_told_of_somebody(before: str, label: str) -> bool:
    """Tell whether a sentence that ends in a number tells of others, and nothing of the office.

    "De kantonrechter heeft de curatele uitgesproken onder zaaknummer ...", not "het zaaknummer is".
    """
    said = _ANY_END.split(before)[-1]
    if _NAMES_DECISION.search(label) or _OF_OFFICE.search(said) or _OF_CASE.search(said):
        return False
    return len(said.split()) >= _LONG_LEAD and not _THIS_NUMBER.search(said)


def is_named_otherwise(before: str) -> bool:
    """Tell whether the words right before a number name it as another one."""
    return _NAMED.search(before) is not None or is_of_sender(before)


def is_named_near(before: str) -> bool:
    """Tell whether a word for another number stands before it, be it with a word between."""
    return _NEAR.search(before) is not None


def is_no_client_number(before: str) -> bool:
    """Tell whether a word stands before a number by which offices call no number of a client."""
    return _NO_CLIENT.search(before) is not None


def is_own(before: str) -> bool:
    """Tell whether "ons" or "mijn" stands before a number, be it with a word between."""
    return _OWN.search(before) is not None


def is_of_sender(before: str) -> bool:
    """Tell the number by which the office knows the sender."""
    return _OF_SENDER.search(before) is not None


def is_of_earlier_one(before: str) -> bool:
    """Tell whether the words before a number are about a decision or case of before."""
    return _EARLIER_ONE.search(before) is not None


def without_others(sentence: str) -> str:
    """Return a sentence without the words for other numbers.

    >>> without_others("mijn telefoonnummer 0612345678 en kenmerk 26-118")
    'mijn   0612345678 en kenmerk 26-118'
    """
    return _WHOLE.sub(" ", sentence)


def is_at_another(before: str, addressed: str = "") -> bool:
    """Tell whether the words before a number are about a case at another body.

    `addressed` are the words that say who is written to.
    """
    at = _AT_ANOTHER.search(before)
    return at is not None and at.group().split()[0].casefold() not in addressed.casefold()


def is_of_another_writer(before: str) -> bool:
    """Tell whether the words before a number are about a letter that no office wrote."""
    return _OF_ANOTHER_WRITER.search(before) is not None


def is_explained(before: str) -> bool:
    """Tell whether the words before a number say in any way that it is another one."""
    checks = (is_named_otherwise, is_at_another, is_of_another_writer, _OF_THING.search)
    return any(check(before) for check in checks)


def is_no_code(printed: str) -> bool:
    """Tell a year, a birth date and a telephone number from a code, by their shape alone.

    >>> is_no_code("pgb 2025-2026"), is_no_code("12031940"), is_no_code("2026-0034")
    (True, True, False)
    """
    is_called = is_phone(printed) or is_service_number(printed)
    is_parcel = _PARCEL.fullmatch(printed) is not None
    return is_called or is_parcel or is_year(printed) or is_born_on(printed)


def is_service_number(printed: str) -> bool:
    """Tell the telephone number of a service, as every office has one.

    >>> is_service_number("0900-1234"), is_service_number("0901-1234")
    (True, False)
    """
    return re.fullmatch(r"0[89]00[\s-]?\d{4}(?:\d{3})?", printed) is not None


def letters_before(code: str) -> str:
    """Return the letters that a code begins with when they are a word by themselves.

    >>> letters_before("AGB 41-410228"), letters_before("ZK26/1188")
    ('AGB ', '')
    """
    found = re.match(r"[A-Za-z]{2,}[\s:-]+(?=\d)", code)
    return found.group() if found else ""
