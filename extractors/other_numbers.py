"""Tell numbers that the words before them explain as something else than that of a decision."""

import re

from extractors.codes import is_born_on, is_year
from extractors.contacts import is_phone

# Of the sender, of people and firms around them, and of things.
_NAMED = re.compile(
    r"(?:bsn|burgerservice|tel|mobiel|relatie|klant|cli[eë]nt|polis|geb|iban|rekening|postbus|kvk|"
    r"factuur|sofi|\u20ac|eur|\b(?:ticket|big|agb|pati[eë]nt|chip|stamboek|offerte|order|bestel|"
    r"artikel|art|track|trace|zending|btw|rsin|giro|bank|lid|cl|kenteken|serie|rit|stcrt|stb|"
    r"svb|sv|ecli|awb|verzekerde|klacht|melding|mijn\snummer\sbij))\w*[\s.:()#-]*"
    r"(?:nummers?|nrs?|no|code)?[\s.:()#-]*"
    r"(?:\s?(?:bij|van)\s(?:de\s|het\s|mijn\s)?[\w&-]+(?:\s[\w&-]+)?)?(?:\s(?:is|luidt|was))?[\s.:()#=-]*$",
    re.IGNORECASE,
)
# A court, the police, an insurer and who sends a bill number their own cases.
_AT_ANOTHER = re.compile(
    r"\b(?:vonnis|arrest|uitspraak|rechtbank|(?:kanton)?rechter|gerechtshof|deurwaarder|politie|aangifte|"
    r"proces-?verbaal|facturen|factuur|verzekeraar|letselschade|tuchtcollege)\b[^.;]{0,30}$"
    r"|\b(?:raad van (?:beroep|state)|hoge raad|crvb|ecli)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
# A paper or a thing of somebody else: "zijn brief (HA/2026-31)", "de hond (stamboek NHSB 3187221)".
_OF_THING = re.compile(
    r"\b(?:\w*rekening(?:en)?|nota|offertes?|\w*overeenkomst|contract|tickets?|chipnummer|stamboek|"
    r"ambulance|bestelling|aangetekend\w*|track|merk|model|type)\b(?:[^.;]|(?<=\bn[or])\.){0,40}$",
    re.IGNORECASE,
)
_OF_ANOTHER_WRITER = re.compile(
    r"\b(?:(?:zijn|haar|hun|mijn|onze) (?:\w+ )?(?:brief|schrijven|bericht)|"
    r"(?:brief|schrijven|bericht) van (?:de |mijn |haar |zijn |onze )?"
    r"\w*(?:arts|loog|psychiater|therapeut|ziekenhuis|school|advocaat|wijkverpleging))\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def is_named_otherwise(before: str) -> bool:
    """Tell whether the words right before a number name it as another one."""
    return _NAMED.search(before) is not None


def is_at_another(before: str) -> bool:
    """Tell whether the words before a number are about a case at another body."""
    return _AT_ANOTHER.search(before) is not None


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
    return is_called or is_year(printed) or is_born_on(printed)


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
