"""Read the street and house number of an address, or its postbus."""

import re
from dataclasses import dataclass

from extractors.text.gazetteer import is_first_name, is_place
from extractors.text.seldom import Seldom

_SMALL = (
    r"van|von|de|der|den|het|[\'\u2018\u2019]?[ts]|aan|op|ten|ter|te|in|bij|en|over|achter|"
    # As they speak in Limburg ("Op gen Hek") and in Friesland ("Fan de Dykswal", "Op 'e Terp").
    r"naar|la|le|du|v\.\s?d\.|v/d|gen|ge|onder|fan|oan|yn|[\'\u2018\u2019]e"
)
_CAPITAL = r"(?:[\'\u2018\u2019](?:[st]-|t)|[ld][\'\u2018\u2019])?[A-ZÀ-ÖØ-Ž][\w.\'\u2019/&-]*"
_STREET_END = re.compile(
    rf"(?:\d{{1,2}}e|[\'\u2018\u2019][st]|{_CAPITAL})"
    rf"(?:\s+(?:{_SMALL}|\d{{1,2}}e|\d{{4}}(?:[-/]\d{{4}})?|\d{{1,3}}\s+nr\.?|nr\.?|no\.?|nummer|{_CAPITAL}))*\s*,?\s*$"
)
_SUFFIX = (
    r"(?:straat|str\.?|weg|wg|laan|ln|plein|kade|gracht|singel|dijk|dreef|hof|hofje|park|pad|"
    r"steeg|baan|ring|boulevard|allee|wal|haven|markt|poort|kamp|veld|velden|akker|akkers|erf|gaarde|"
    r"brink|hoek|plantsoen|plaats|vaart|vest|zoom|weide|werf|passage|promenade|burg|borg|horst|"
    r"donk|laantje|pleintje|hage|oord|heuvel|stee|tuin|waard|rade|sluis|straße|strasse|"
    r"eiland|meent|gang|oever|rak|wijk|drift|kanaal|diep|kerkhof|landen)"
)
# "Soestdijkseweg Zuid", "Kanaaldijk O.Z."
_SIDE = re.compile(
    r"(?:noord|zuid|oost|west|midden)(?:zijde|einde|kant)?|[nzow]\.?\s?z\.?|[nzow]\.", re.IGNORECASE
)
STREET_WORD = re.compile(rf"(?:{_CAPITAL}|[a-z]+)?{_SUFFIX}$", re.IGNORECASE)
# Cheap test before a line without a postcode is looked at closely.
MAYBE_STREET = Seldom(
    re.compile(
        rf"{_SUFFIX}\s*,?\s*[\dli]|\b(?:adres|straat|wonende|woonachtig)\b.*\d", re.IGNORECASE
    )
)
# A street that was broken behind a small word: "Eerste Jacob van" / "Campenstraat".
_ENDS_SMALL = re.compile(
    rf"(?<![\w.])(?!(?:[A-Z]\.)+\s){_CAPITAL}\s+(?:{_SMALL})(?:\s+(?:{_SMALL}))?\s*\n$"
)
# Or before it, in a sentence: "H. Smit, Hertog Jan" / "van Brabantlaan 3".
_ENDS_OPEN = re.compile(rf"[,(]\s*{_CAPITAL}(?:\s+{_CAPITAL})?\s*\n$")
_OPENS_SMALL = re.compile(r"van(?:\s+de[rn]?)?\s+[A-ZÀ-Ž]")
_LOWER_STREET = re.compile(rf"(?:\b[a-z]+\s)?\b[a-z\'.]+{_SUFFIX}\s*$")
NUMBER = re.compile(
    r"(?<![\w./-])(?P<number>t[/.]?o\.?\s?\d{1,4}|\d[\dOo]{0,4}|[lI]\d{1,3})"
    r"(?P<addition>"
    r"(?:,?\s|-)(?:\d{1,2}|I{1,3})[\s-]?(?:hoog|hg)(?!\w)"
    r"|[\s-](?=[Il|1]*[Il|])[Il|1]{2,3}(?=\s*(?:\n|,|$))"
    r"|(?:-\d{1,3}){2}(?![-\d])"
    r"|\s?[-/\u2013]\s?(?:\d{1,4}|[A-Za-z]{1,2}\d{0,3}|hs|huis|bis|I{1,3}|IV)"
    r"|\s?(?:(?i:bis|hs|huis|rood|zwart|zw|rd)|I{2,3}|IV|hoog)(?:\s?[A-Z])?(?!\w)"
    r"|\s(?i:wit|achter|voor|boven|beneden|onder|links|rechts|bov|ben|bg|bgg|parterre|souterrain|ws|wb)"
    r"(?=\s*(?:\n|$|[,;(|*\u2013\u2022\u00b7]|-\s|[1-9]\d{3}\s?[A-Z]{2}\b))"
    r"|\s?[A-Za-z](?:[-/ ]?\d{1,3}|[-/][A-Za-z0-9]{1,2})?(?=$|[\s,.;)])"
    r"(?!\s?(?!(?:te|in)\s[A-Z'\u2018\u2019])[a-z])"
    r"|\s?t/?o\s?\d{1,4}"
    r"|\s\d{1,3}(?=\s*(?:\n|,))"
    r")?(?![\w@]|[-/.]\d)(?!\s?(?:januari|februari|maart|april|mei|jun|jul|aug|sep|okt|nov|dec|jaar|euro|%))"
)
BOX = re.compile(
    r"\b(?P<kind>Postbus|Post\s?bus|P\.?O\.? ?Box|Antwoordnummer)\s*:?\s*(?:nr\.?\s*)?"
    r"(?P<number>\d[\dO ]{0,6}\d|\d)(?![\d])",
    re.IGNORECASE,
)
# "Beatrixtaan", "Wilgen1aan": a scanned l; "Oceaan" and "Christiaan" are words of their own.
_LAAN = re.compile(r"(?<=[a-zë]{2})[t1|Ii]aan$")
_JOINED_T = re.compile(r"^[\'\u2018\u2019]t(?=[A-ZÀ-Ž])")
_PLEIN = re.compile(r"(?<=[a-zë]{2}p)[t1|Ii]ein$")
# "Vries, Hendrik de" and "Smit, W.A.J. van der": of who is named surname first.
_SURNAME_FIRST = re.compile(
    rf"{_CAPITAL}(?:[ -]{_CAPITAL})?,\s*(?:{_CAPITAL}\s+){{1,4}}(?:(?:{_SMALL})\s*)+"
)
# "le Oosterparkstraat 3" is the first of that name; only what begins a line or a part of it.
_FIRST = re.compile(r"(?:(?<=^)|(?<=[\n,;] )|(?<=[\n,;]))[lI|]e(?=\s[A-ZÀ-Ž][^\n,;@]*?\s\d)")
# "\u201ct Hof": a scan takes the sign before a t or an s for a quotation mark.
_QUOTED_T = re.compile(r"(?<![^\s,;(|-])[\u201c\u201d\u201e\"](?=t ?[A-ZÀ-Ž]|s-[A-ZÀ-Ž])")
# "Bosrand-126": the space before a number may hold a speck.
_DASHED = re.compile(r"(?<=[a-zë]{3})-(?=\d{1,3}[A-Za-z]?\s*(?:[\n,|]|$))")
# "lrenelaan", "llperveld", "lJsselkade", "lepenlaan": no Dutch word begins so.
_CAPITAL_I = re.compile(
    r"(?<![^\s,;(-])l(?=[bcdfghkmnpqrstvwxz][a-z]{2}|l[bcdfghklmnpqrstvwxz][a-z]|J[a-z]|epen[a-z])"
)
_NOT_STREET = re.compile(
    r"(?i)^(bijlagen?|artikel|art|lid|pagina|blad|kenmerk|bsn|telefoon|tel|mobiel|fax|zaak\w*|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"besluit|brief|datum|nummer|\w*nummer|nr|wlz|wmo|pgb|awb|euro|eur|circa|ca|ongeveer|om|op|"
    r"vv|vg|lg|ggz|zzp|zorgprofiel|profiel|week|jaar|uur|punt|versie|stuk|de|een|het|van|iban|"
    r"kvk|ons|uw|mijn|punt|regel|dossier\w*|zin|per|sinds|vanaf|tot|betreft|team|afdeling)\.?$"
)


@dataclass(frozen=True, slots=True)
class Street:
    """A street with its house number, or a postbus, with the offsets of both together."""

    name: str
    number: str
    start: int
    end: int
    is_box: bool = False


def street_before(string: str, end: int) -> Street | None:
    """Read the street and number, or the postbus, that stand nearest before `end`."""
    floor = max(0, end - 110)
    box = _last(BOX, string, floor, end)
    house = _house_before(string, floor, end)
    if box and _is_near(string[box.end() : end]) and not (house and house.start > box.end()):
        return Street("Postbus", box["number"].replace("O", "0"), box.start(), box.end(), True)
    return house


def _house_before(string: str, floor: int, end: int) -> Street | None:
    for number in reversed(list(NUMBER.finditer(string, floor, end))):
        if not _is_near(string[number.end() : end]):
            return None
        street = street_of(string, number)
        if street is not None:
            return street
    return None


def _last(pattern: re.Pattern[str], string: str, start: int, end: int) -> re.Match[str] | None:
    return max(pattern.finditer(string, start, end), key=lambda m: m.start(), default=None)


def _is_near(gap: str) -> bool:
    """Tell whether street and postcode belong together: one short line may stand between them."""
    return len(" ".join(gap.split())) <= 34 and gap.count("\n") <= 2 and "@" not in gap


def as_printed(string: str) -> str:
    """Put back what a scan took for something that looks like it, sign by sign.

    >>> as_printed("Zijlsinge! 30"), as_printed("le Jansstraat 4"), as_printed("lrenelaan 6")
    ('Zijlsingel 30', '1e Jansstraat 4', 'Irenelaan 6')
    >>> as_printed("Bosrand-12"), as_printed("lepenlaan 3")
    ('Bosrand 12', 'Iepenlaan 3')
    """
    string = re.sub(r"(?<=[a-z])!(?=[a-z]|\s\d)", "l", string)
    string = _FIRST.sub("1e", string)
    string = _DASHED.sub(" ", _QUOTED_T.sub("'", string))
    return _CAPITAL_I.sub("I", string)


def street_of(string: str, number: re.Match[str]) -> Street | None:
    """Read the street name that ends where the number begins."""
    begin = max(string.rfind(char, 0, number.start()) for char in "\n,;:(|@") + 1
    if not re.search(r"[^\W\d_]", string[begin : number.start()]):
        # The number stands at the start of a line or behind a comma: the name ends before that.
        begin = max(string.rfind(char, 0, max(begin - 1, 0)) for char in "\n;:(|@") + 1
    elif not string[begin].isspace() and _is_broken(string, begin):
        begin = max(string.rfind(char, 0, begin - 1) for char in "\n,;:(|@") + 1
    segment = string[begin : number.start()]
    match = _STREET_END.search(segment) or _LOWER_STREET.search(segment)
    if match is None:
        return None
    name, offset = _trimmed(match.group().rstrip(" ,\n\t"))
    if not name or _NOT_STREET.match(name) or name.count(" ") > 6:
        return None
    printed = " ".join(number.group().split())
    if re.fullmatch(r"1[89]\d\d \d+", printed):  # "Plein 1944 12"
        year, printed = printed.split()
        name = f"{name} {year}"
    return Street(
        _as_written(" ".join(name.split())),
        _house_number(printed),
        begin + match.start() + offset,
        number.end(),
    )


def _as_written(name: str) -> str:
    """Write "laan" and "plein" where a scan took the l for something else, and "'t" apart.

    >>> _as_written("Van Brabantiaan"), _as_written("Prins Christiaan")
    ('Van Brabantlaan', 'Prins Christiaan')
    >>> _as_written("'tHof")
    "'t Hof"
    """
    name = _JOINED_T.sub(r"\g<0> ", name)
    if is_first_name(name.split()[-1]):
        return name
    return _PLEIN.sub("lein", _LAAN.sub("laan", name))


def is_street_name(name: str) -> bool:
    """Tell a name that ends as streets do, with or without the side behind it.

    >>> is_street_name("Soestdijkseweg Zuid"), is_street_name("Jan Zuid")
    (True, False)
    """
    words = name.split()
    if len(words) > 1 and _SIDE.fullmatch(words[-1]):
        words.pop()
    return bool(STREET_WORD.match(words[-1]))


def _is_broken(string: str, begin: int) -> bool:
    """Tell whether a street that goes on at `begin` began on the line before."""
    before = string[:begin]
    if _SURNAME_FIRST.fullmatch(before[before.rfind("\n", 0, begin - 1) + 1 :]):
        return False
    opens_small = _OPENS_SMALL.match(string, begin) and _ENDS_OPEN.search(before)
    return bool(_ENDS_SMALL.search(before) or opens_small)


def _trimmed(name: str) -> tuple[str, int]:
    """Cut off a person's name before the street without a comma, and "nr." behind it."""
    name = re.sub(r"\s+(?:nr|no|nummer)\.?$", "", name, flags=re.IGNORECASE)
    words = [(m.group(), m.start()) for m in re.finditer(r"\S+", name)]
    if len(words) > 2 and re.fullmatch(r"(?:[A-Z]\.){1,4}|[A-Z]", words[0][0]):
        capital = [i for i, (word, _) in enumerate(words) if word[:1].isupper() and i]
        street = next((i for i in capital if STREET_WORD.match(words[i][0])), None)
        if street is not None and street != capital[0]:
            return name[words[street][1] :], words[street][1]
    # "BR Heerlen aan de Akerstraat": of the postcode before the place as well.
    town = re.match(r"(?:[A-Z]{2}\s+)?(.+?)\s+aan\s+(?:de|het)\s+", name)
    if town and is_place(town[1]):
        return name[town.end() :], town.end()
    if len(words) > 1 and re.match(r"(?i:wonende|adres|woonachtig)$|(aan|te|op)$", words[0][0]):
        return name[words[1][1] :], words[1][1]
    return name, 0


def _house_number(printed: str) -> str:
    """Repair digits that were read as letters; keep the addition as it was printed."""
    number = re.sub(r"^[lI](?=\d)", "1", printed.replace(",", ""))
    number = re.sub(r"(?<=\d)[Oo](?=\d|$)", "0", number)
    number = re.sub(r"(?<=[-/ ])(?=\S*[Il|])[Il1|]{2,3}$", lambda m: "I" * len(m[0]), number)
    number = re.sub(r"(?<=[-/ ])111$", "III", number)
    number = re.sub(r"(?<=[-/])l$", "I", number)
    return re.sub(r"\s*([-/\u2013])\s*", lambda m: m[1].replace("\u2013", "-"), number)


def street_after(string: str, start: int) -> Street | None:
    """Read the street behind the place: "te (2311 AB) Leiden aan de Breestraat 12"."""
    ahead = re.compile(r"[\s,)]*(?:aan|op)?\s*(?:de|het)?\s*").match(string, start)
    begin = ahead.end() if ahead else start
    number = NUMBER.search(string, begin, begin + 70)
    if number is None:
        return None
    name = string[begin : number.start()]
    if not re.fullmatch(r"[^\n,;:()\d]+\s|[^,;:()\d]+\s", name):
        return None
    street = street_of(string, number)
    return street if street and is_street_name(street.name) else None
