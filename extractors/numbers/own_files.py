"""Tell the number under which an office of the sender files the case from that of the decision.

Lawyers, administrators and supporters number their own cases; who has no office copies what the
decision calls its own number.
"""

import re
from collections.abc import Mapping

from extractors.document import BlockRole, Letter, Line
from extractors.numbers.references import Reference
from extractors.parts import POSTCODE

_HEADS = frozenset({BlockRole.SENDER, BlockRole.LETTERHEAD})
_OFFICES = frozenset({"uw", "jullie"})  # whose number it is, says the label
_FIRM = re.compile(
    r"\b(?:advocat\w+|advocaten|B\.?V\.?|N\.?V\.?|stichting|vereniging|vakbond|rechtsbijstand|rechtshulp|"
    r"rechtswinkel|juridisch\w*|bewind\w+|mentorschap|kantoor|notaris\w*|mr\.|raads(?:man|vrouw|lieden)|"
    r"cli[eë]nten(?:raad|ondersteuning)|ouderenadvi\w+|KvK)(?!\w)",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"\b(?:curator|mentor|gemachtigde|advoca\w+|jurist\w*|adviseur\w*|begeleid(?:er|ster)|"
    r"maatschappelijk|werker|werkster|medewerk(?:er|ster)|behandeld door|directeur|teamleid\w+|"
    r"namens|inzake|postbus|\w*ondersteun\w*|zorgbelang|\w+zorg|zorg(?:groep|centrum)|www\.\S+)(?!\w)",
    re.IGNORECASE,
)
# Said in the text by who has clients.
_FOR_CLIENT = re.compile(
    r"\bnamens\s(?:mijn\s|onze\s)?cli[eë]nte?\b|\bals\s(?:advocaat|advocate|raads(?:man|vrouw))\s(?:van|namens)\b|"
    r"\b(?:tot|met)\s(?:mij|ons)\s(?:heeft\s|wendde\s)?(?:zich\s)?(?:gewend|wendde)\b",
    re.IGNORECASE,
)
_OF_TEXT = frozenset({BlockRole.BODY, BlockRole.ADDRESSEE, BlockRole.ATTACHMENTS, BlockRole.STAMP})
# Above the text a label by itself names the sender's own file: "Dossier: 2026.1187/FB".
_OWN_LINE = re.compile(
    r"\W*(?:zaak|dossier|ref|kenm|nummer|nr)(?!.*(?:besluit|beschikking|beslissing|brief))",
    re.IGNORECASE,
)
_OF_OFFICE = frozenset({"besluit", "besluitnummer", "beschikking", "beschikkingsnummer", "brief"})


def names_own_file(line: str) -> bool:
    """Tell a line above the text that gives a number by a label that says nothing of a decision."""
    return _OWN_LINE.match(line) is not None


def is_own_file(reference: Reference, heads: Mapping[int, Line]) -> bool:
    """Tell the number under which an office of the sender files the case from that of the decision.

    It stands by its label alone in the letterhead, or beside date and subject.
    """
    line = next((heads[id(word)] for word in reference.span.words if id(word) in heads), None)
    if line is None or reference.label.split()[0] in _OFFICES | _OF_OFFICE:
        return False
    return not reference.before or names_own_file(line.text)


def is_private(letter: Letter) -> bool:
    """Tell a letter of somebody with a house, and not of a firm or in a function."""
    around = [block for block in letter.blocks if block.role not in _OF_TEXT]
    text = "\n".join(block.text for block in around)
    lives = any(b.role is BlockRole.SENDER and POSTCODE.search(b.text) for b in around)
    return lives and not (_FIRM.search(text) or _FUNCTION.search(text))


def heads_of_firm(letter: Letter) -> Mapping[int, Line]:
    """Return the lines above the text by their words, when an office of the sender writes."""
    heads = [block for block in letter.blocks if block.role in _HEADS]
    acts = any(b.role is BlockRole.BODY and _FOR_CLIENT.search(b.text) for b in letter.blocks)
    if not (acts or any(_FIRM.search(block.text) for block in heads)):
        return {}
    above = [block for block in letter.blocks if block.role in _HEADS | {BlockRole.REFERENCE}]
    return {id(word): line for block in above for line in block.lines for word in line.words}
