"""Find e-mail addresses and telephone numbers in lines, also when a scanner damaged them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from extractors.document import Line, Span, Text, Word, around

_CLEAN = re.compile(
    r"(?<![\w.@-])(?![_.-])[\w.+'-]*[\w+-]@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w-])"
)
_DAMAGED = re.compile(
    r"(?<![\w.@-])(?P<user>[A-Za-z0-9](?:[\w.+'-]*[\w+-])?(?:\s_[\w.+'-]+|_\s[\w.+'-]+)?)\s?"
    r"(?P<at>@®?|\(at\)|\[at\]|\(a\)|©|®|\s(?:at|apenstaartje)\s)\s?"
    r"(?P<host>[A-Za-z0-9-]+(?:\s?[.,]\s?[A-Za-z0-9-]+){0,3}?)"
    r"(?:\s?[.,\u201e]\s?|\s(?=(?:nl|com|net|org|eu|be)\s*$))(?P<top>nl|com|net|org|eu|be|de|info|email|online|biz|nu|fr|pl|tr|ma|co\.uk|uk|me|"
    r"amsterdam|frl|zorg|legal|chat|live|n1|c0m|corn)(?![\w-])",
    re.IGNORECASE,
)
# Whom people have their mail from; a scan that shows one of these with one sign wrong shows it.
PROVIDERS = (
    "gmail.com", "hotmail.com", "hotmail.nl", "outlook.com", "live.nl", "live.com", "ziggo.nl",
    "kpnmail.nl", "kpnplanet.nl", "planet.nl", "home.nl", "hetnet.nl", "xs4all.nl", "icloud.com",
    "yahoo.com", "upcmail.nl", "casema.nl", "chello.nl", "tele2.nl", "solcon.nl", "caiway.nl",
    "zeelandnet.nl", "quicknet.nl", "telfort.nl", "zonnet.nl", "hccnet.nl", "msn.com", "online.nl",
    "freedom.nl", "kliksafe.nl", "wanadoo.nl", "tiscali.nl", "versatel.nl", "protonmail.com",
)  # fmt: skip
_LONG = tuple(each for each in PROVIDERS if len(each.partition(".")[0]) >= 6)
_OTHERS = frozenset({"email.com", "mail.com", "ymail.com", "fmail.com", "gmx.com"})
# What stands for "@" when a scan shows none: a letter, or a sign, before the name of a provider.
_WITHOUT_AT = re.compile(
    r"(?<![\w.@/-])(?P<user>[A-Za-z0-9][\w.+-]{3,}?)(?P<at>[eaogOGQCd0869&\u20ac])"
    rf"(?P<host>{'|'.join(re.escape(name.partition('.')[0]) for name in PROVIDERS)})"
    r"\s?[.,]?\s?(?P<top>nl|com)(?![\w-])",
    re.IGNORECASE,
)
_AT = re.compile(r"[@\u00a9\u00ae]|[(\[][aA]|\s(?:at|apenstaartje)\s", re.IGNORECASE)
# Of the height of a line: a space is wider.
_TOUCHING = 0.12
# So sure is an address that every look saw alike; the engine by itself never is.
SEEN_ALIKE = 0.96
# Of a word that is less sure a sign may be another one.
SURE_SIGNS = 0.9
_USER = re.compile(r"[a-z][\w.+-]*")
# What stands before an e-mail address that was read in two: nothing, a label or a dividing sign.
_AT_START = re.compile(r"(?:.*[:|*\u2022\u00b7])?", re.IGNORECASE)
_FIRST_PART = re.compile(r"[a-z]{3,}(?:[._][a-z]+)*[.,]?|[a-z](?:[._][a-z]+)*[.,]?")
# What a sentence has no words like: "bereiken via h_quist 40@voorbeeld.nl".
_UNDERSCORED = re.compile(r"[a-z]+(?:_[a-z]+)+")
NO_FIRST_PART = frozenset(
    {"mail", "email", "via", "per", "naar", "van", "aan", "ook", "mijn", "e", "m", "t"}
)
_COMMA_IN_USER = re.compile(r"(?<=\w),(?=[\w.-]+@)")
# A figure that was read as a letter with an accent; addresses have none.
_SIXES = re.compile(r"(?<=[a-z])[\u00f3\u00e9\u00f2\u00f6]{1,2}(?=@)")
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
# A speck makes an accent of the dot of an i; addresses have none.
_DOTS = str.maketrans(dict.fromkeys("\u00ed\u00ec\u00ee\u0131", "i"))
_TOPS = {"n1": "nl", "c0m": "com", "corn": "com"}

_PHONE = re.compile(
    r"(?<![\w./-])(?P<number>"
    r"(?:(?:\+|00)\s?(?:31|32|49|90|48|212|597|599)[\s.-]?(?:\(0\))?|\(?[0O](?=\s?[1-9lI]))"
    r"[\s.()/\u2013-]{0,3}(?:[\dOlI][\s.()/\u2013-]{0,3}){8,10})(?![\w])"
)
# Letters that stand together are a word ("0637/WMO/55190"), but O, l and I may be figures.
_IN_WORDS = re.compile(r"(?![OlI]{2})[^\W\d_]{2}")
# Area codes and the prefixes of mobile and business numbers (Nummerplan telefonie).
_AREA = re.compile(
    r"0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|6[1-9]|8[24578]|800|900|"
    r"11[1-8]|16[1-8]|17[24]|18[0-7]|22[2-9]|25[125]|29[479]|31[3-8]|32[01]|34[1-8]|41[1-8]|"
    r"47[58]|48[15-8]|49[23579]|51[1-9]|52[1-9]|54[13-8]|56[126]|57[0-8]|59[1-9])"
)
_DATE = re.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d")
_PHONE_LABEL = re.compile(
    r"(?:\btel(?:efoon|efoonnummer|\.?\s?nr|\.?nummer)?|\bmob(?:iel)?|\bgsm|\bbel(?:len)?|\bbereikbaar|"
    r"\bT|\bM|\btelnr|\btelefonisch)\b[\s.:,]*(?:\w+\s){0,3}[\s.:(]*$",
    re.IGNORECASE,
)
_NOT_PHONE_LABEL = re.compile(
    r"(?:\b[A-Z]{2}\d\d\s?[A-Z]{4}|\bfax|\bbsn|burgerservicenummer|\biban|\bkenmerk|nummer\s+besluit|\w*zaaknummer|"
    r"dossier\w*|relatie\w*|cli[eë]nt\w*|polis\w*|\bkvk|rekening\w*|\bons\s+nummer|referentie|"
    r"besluitnummer|aanvraagnummer|\bF)[\s.:]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundContact:
    """An e-mail address or telephone number with its place."""

    value: str
    span: Span
    line: Line
    is_labelled: bool
    before: str  # what stands before it on its line
    was_repaired: bool = False


def find_emails(line: Line) -> Iterator[FoundContact]:
    """Yield the e-mail addresses in a line, repaired where letters were misread.

    "(at)" stands for "@", and a space that the scanner put beside a dot or "@" is dropped.
    """
    whole = _with_underscores(line)
    line = _joined_at_start(whole)
    plain = _with_dots(line)
    clean = list(_CLEAN.finditer(plain)) if "@" in plain else []
    for match in clean:
        value = match.group().translate(_LIGATURES).casefold()
        if any(word.confidence < 1.0 for word in line.words):  # a text layer has no doubt
            value = re.sub(r"(?<=\d)[ol](?=[\d@])", lambda m: "01"["ol".index(m[0])], value)
            value = _SIXES.sub(lambda m: "6" * len(m[0]), value.translate(_DOTS))
            value = _at_provider(value)
        was_joined = line is not whole or plain != line.text
        yield _email(line, match, value, was_joined=was_joined)
    for match in () if clean or not _AT.search(plain) else _DAMAGED.finditer(plain):
        host = re.sub(r"\s?[.,]\s?", ".", match["host"])
        top = match["top"].casefold()
        user = re.sub(r"\s", "", match["user"])
        value = f"{user}@{host}.{_TOPS.get(top, top)}".translate(_LIGATURES).casefold()
        yield _email(line, match, value, was_joined=line is not whole)
    if not _AT.search(plain):
        yield from _without_at(line)


def _without_at(line: Line) -> Iterator[FoundContact]:
    """Yield addresses at a known provider of which a scan took the "@" for something else.

    Only where the engine was not sure: "www.home.nl" and a word that ends so are no addresses.
    """
    for match in _WITHOUT_AT.finditer(line.text):
        span = Text.of((line,)).span(*match.span())
        if min(word.confidence for word in span.words) < SURE_SIGNS:
            value = f"{match['user']}@{match['host']}.{match['top']}".casefold()
            yield _email(line, match, value, was_joined=True)


def _at_provider(value: str) -> str:
    """Return the address with one misread sign in the name of a provider put right.

    >>> _at_provider("smit@xsgall.nl"), _at_provider("smit@ziggo.nl"), _at_provider("a@zorg.nl")
    ('smit@xs4all.nl', 'smit@ziggo.nl', 'a@zorg.nl')
    """
    user, _, host = value.rpartition("@")
    if host in PROVIDERS or host in _OTHERS:
        return value
    near = [each for each in _LONG if Levenshtein.distance(host, each) == 1]
    return f"{user}@{near[0]}" if len(near) == 1 else value


def _with_underscores(line: Line) -> Line:
    """Join what stands against an e-mail address: only an underscore leaves no room to read it.

    Tesseract gives "anna_smit@..." as two words without a gap between them.
    """
    if "@" not in line.text:
        return line
    words: list[Word] = []
    for word in line.words:
        left = words[-1] if words else None
        touches = left is not None and word.box.x0 - left.box.x1 < _TOUCHING * word.box.height
        if left is not None and touches and "@" in word.text[1:] and _USER.fullmatch(left.text):
            joint = "" if left.text.endswith(".") else "_"
            text = f"{left.text.rstrip('_')}{joint}{word.text.lstrip('_')}"
            sure = min(left.confidence, word.confidence)
            words[-1] = Word(text, around((left.box, word.box)), sure)
        else:
            words.append(word)
    return line if len(words) == len(line.words) else Line(tuple(words), line.page)


def _with_dots(line: Line) -> str:
    """Return the text with the dots of an address that a scan took for commas: "j,smit@..."."""
    if "@" not in line.text or all(word.confidence == 1.0 for word in line.words):
        return line.text
    return _COMMA_IN_USER.sub(".", line.text)


def _joined_at_start(line: Line) -> Line:
    """Join "fam. jansen@...", "fam, jansen@..." and "anna smit@..." where a scan parted them.

    Only what stands alone, or behind a label or a dividing sign: words before it are a sentence.
    """
    index = next((at for at, word in enumerate(line.words) if "@" in word.text[1:]), 0)
    if index == 0 or all(word.confidence == 1.0 for word in line.words):
        return line
    before = " ".join(word.text for word in line.words[: index - 1])
    left, word = line.words[index - 1], line.words[index]
    part = left.text.rstrip(",")
    is_part = _FIRST_PART.fullmatch(left.text) and part not in NO_FIRST_PART
    if part != left.text and word.text.startswith(part):  # "Anna: anna, anna@..."
        return line
    starts = _AT_START.fullmatch(before) and _USER.match(word.text)
    if not (is_part and starts) and not _UNDERSCORED.fullmatch(left.text):
        return line
    joint = "." if part != left.text else "" if left.text.endswith(".") else "_"
    sure = min(left.confidence, word.confidence)
    whole = Word(part + joint + word.text, around((left.box, word.box)), sure)
    return Line((*line.words[: index - 1], whole, *line.words[index + 1 :]), line.page)


def _email(line: Line, match: re.Match[str], value: str, *, was_joined: bool) -> FoundContact:
    text = Text.of((line,))
    before = text.string[: match.start()]
    return FoundContact(
        value,
        text.span(match.start(), match.end()),
        line,
        bool(re.search(r"(?i)\be?-?mail\w*[\s.:]*$", before)),
        before,
        was_joined or value != match.group().casefold(),
    )


def find_phones(line: Line) -> Iterator[FoundContact]:
    """Yield the telephone numbers in a line as they are printed, with single separators.

    A Dutch number has ten digits from 0, or nine behind +31; other long numbers are not phones.
    """
    for match in _PHONE.finditer(line.text):
        before = line.text[: match.start()]
        digits = phone_digits(match["number"])
        if not _is_phone(digits) or _DATE.match(match["number"]) or _NOT_PHONE_LABEL.search(before):
            continue
        value = _printed(match["number"])
        labelled = bool(_PHONE_LABEL.search(before))
        span = Text.of((line,)).span(match.start(), match.end())
        yield FoundContact(value, span, line, labelled, before, value != match["number"].strip())


def phone_digits(printed: str) -> str:
    """Return the digits of a number as one dials them within the country.

    >>> phone_digits("+31 (0)6 - 12 34 56 78")
    '0612345678'
    """
    digits = re.sub(r"\D", "", _unfolded(printed).replace("(0)", ""))
    international = re.match(r"\s*(?:\+|00)", printed)
    if international:
        digits = re.sub(r"^00", "", digits)
        return f"0{digits[2:]}" if digits.startswith("31") else f"00{digits}"
    return digits


def is_phone(printed: str) -> bool:
    """Tell whether a number can be a telephone number as it is printed.

    >>> is_phone("071-5825888"), is_phone("2026-88812"), is_phone("0637/WMO/55190")
    (True, False, False)
    >>> is_phone("06-4Ol12233")  # a nought and a one, as a scan reads them
    True
    """
    if _IN_WORDS.search(printed):
        return False
    return printed[:1] in {"0", "+", "("} and _is_phone(phone_digits(printed))


def _is_phone(digits: str) -> bool:
    if digits.startswith("00"):
        return 11 <= len(digits) <= 15
    return len(digits) == 10 and bool(_AREA.match(digits))


def _unfolded(printed: str) -> str:
    return printed.translate(str.maketrans("OlI", "011"))


def _printed(number: str) -> str:
    return re.sub(r"\s+", " ", _unfolded(number)).strip(" .-/\u2013")
