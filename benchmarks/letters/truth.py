"""What a careful clerk would say of a letter; statuses are sets where clerks could differ."""

import re
from typing import Any

from benchmarks.letters import termijn
from benchmarks.letters.asked import PROFILES, required
from benchmarks.letters.compose import TODAY, Made
from benchmarks.letters.plan import Item
from benchmarks.letters.texts import Text
from benchmarks.letters.traps import RELATED

ANY = ["aanwezig", "ontbreekt", "onzeker"]
YES, NO, DOUBT = ["aanwezig"], ["ontbreekt"], ["onzeker"]
SIGN_STATUS = {
    "inkt": YES,
    "annotatie": YES,
    "certificaat": ["aanwezig", "onzeker"],  # nobody vouches for a throw-away certificate
    "plaatje": DOUBT,
    "paraaf": ["aanwezig", "onzeker"],
    "stempel": ["ontbreekt", "onzeker"],
    "getypt": NO,
    "leeg": NO,
    "wg": NO,
    "digitaal_tekst": NO,
    "schrift": NO,
    "leeg_vak": NO,
}

# Writers whose own life it is as well, and the words by which they say whose letter it is.
KIN = {"kind", "ouder", "partner"}
FOR_ANOTHER = re.compile(
    r"namens|machtig|vertegenwoordig|mentor|curator|bewindvoerder|behoeve van|"
    r"(?:bezwaar|klacht|schrijf|spreek)\w* (?:ik |wij )?(?:dit )?(?:voor|over) (?:mijn|onze|ons)\b",
    re.IGNORECASE,
)

Claim = dict[str, Any]


def claim(status: list[str], *values: Any) -> Claim:  # noqa: ANN401 - dates, names, addresses
    """Say which statuses are right and, when present, which values."""
    return {"status": status, "values": list(values)}


def number_claims(made: Made) -> dict[str, Claim]:
    """Return the claims on dates and numbers."""
    printed, facts, content = made.facts.printed, made.facts, made.content
    claims = {}
    day = printed.get("datum")
    right = ["ongeldig"] if made.wish.future else YES
    claims["datum"] = claim(right if day else NO, *(day or []))
    if content.month_only and content.has_date():
        claims["datum"] = claim(["onzeker", "ontbreekt"])
    for element in ("kenmerk", "besluitdatum"):
        own, enclosed = printed.get(element), printed.get(f"{element}_bijlage")
        if own:
            claims[element] = claim(YES, *own)
        else:
            claims[element] = claim(ANY if enclosed else NO, *(enclosed or []))
    bsn = printed.get("bsn")
    right = YES if facts.bsn_valid else ["ongeldig"]
    claims["bsn"] = claim(right if bsn else NO, *(bsn or []))
    number = printed.get("relatienummer")
    claims["relatienummer"] = claim(YES if number else NO, *(number or []))
    for element in ("email", "telefoon"):
        claims[element] = claim(YES if printed.get(element) else NO, *printed.get(element, []))
    return claims


def _says_for_whom(text: Text) -> bool:
    """Tell whether a text says that it is written for another.

    Of a parent who only tells of a child, one clerk takes down the child and another the parent.
    """
    said = f"{text.subject} {text.title} {text.body} {text.closing}"
    return text.writer not in KIN or bool(FOR_ANOTHER.search(said))


def person_claims(made: Made) -> dict[str, Claim]:
    """Return the claims on people, addresses and the signature."""
    facts, printed = made.facts, made.facts.printed
    names = printed.get("naam", [])
    if names and not _says_for_whom(facts.text):
        names = [*names, *printed.get("vertegenwoordiger", [])]
    claims = {"naam": claim(YES if names else ["ontbreekt", "onzeker"], *names)}
    homes = [
        home
        for home in dict.fromkeys((facts.home, facts.client_home))
        if home.postcode in printed.get("adres", [])
    ]
    shown = [
        {"straat": h.street, "huisnummer": h.number, "postcode": h.postcode, "plaats": h.place}
        for h in homes
    ]
    claims["adres"] = claim(YES if shown else ["ontbreekt", "onzeker"], *shown)
    claims["handtekening"] = claim(SIGN_STATUS[made.sign])
    mail = bool(printed.get("email"))
    if facts.text.writer == "zelf":
        claims["contactpersoon"] = claim(YES if mail else ["ontbreekt", "onzeker"])
    else:  # the relation of a neighbour or an adviser is seldom said in one word
        told = (
            YES if facts.text.writer not in {"ander", "ondersteuner"} else ["aanwezig", "onzeker"]
        )
        claims["contactpersoon"] = claim(told if mail else ANY)
    if facts.text.writer in RELATED and not facts.text.deceased:
        status = {"getekend": YES, "ongetekend": ["onzeker", "aanwezig", "ontbreekt"], "": NO}[
            made.authorisation
        ]
        if not made.authorisation and "machtig" in facts.text.body:
            status = ["ontbreekt", "onzeker"]
        claims["machtiging"] = claim(status)
    return claims


def bezwaar_claims(made: Made) -> dict[str, Claim]:
    """Return the claims that only an objection needs."""
    facts = made.facts
    named = made.decision_page or facts.printed.get("besluitdatum") or facts.printed.get("kenmerk")
    unnamed = (
        ["aanwezig", "onzeker"] if facts.text.decision == "uniek" else ["onzeker", "ontbreekt"]
    )
    grounds = {
        "echt": YES,
        "kaal": DOUBT,
        "pro_forma": NO,
        "bijlage": ["onzeker", "ontbreekt"],
    }[facts.text.grounds]
    return {
        "besluit": claim(YES if named else unnamed),
        "onderbouwing": claim(grounds),
    }


def klacht_claims(made: Made) -> dict[str, Claim]:
    """Return the claims that only a complaint needs."""
    text = made.facts.text
    soft = ["ontbreekt", "onzeker"]
    provider = made.facts.printed.get("zorgaanbieder", [])
    against = [text.against] if text.against else []
    if text.against == "zorgkantoor" and made.facts.org.to != "zk":
        against.append("overig")  # the same words, about another office
    return {
        "omschrijving": claim(YES if text.conduct == "echt" else soft),
        # "Wat een zooitje bij jullie": whoever is written to, or nobody in particular.
        "gericht_tegen": claim(YES, *against) if against else claim(ANY, "zorgkantoor", "overig"),
        "tijdspad": claim(YES if text.timeline else ANY),
        "ondernomen": claim(YES if text.steps else ANY),
        "resultaat": claim(YES if text.result else ANY),
        "zorgaanbieder": claim(YES if provider else soft, *provider),
    }


def element_claims(made: Made) -> dict[str, Claim]:
    """Return the claims on every element that counts for this kind of letter."""
    kind = made.facts.text.kind
    if kind == "overig" or made.wish.trap == "besluit_met_krabbels":
        return {}
    claims = number_claims(made) | person_claims(made)
    if kind == "bezwaar":
        claims |= bezwaar_claims(made)
    else:
        # a complaint may name letters and numbers that are no contested decision
        for element in ("besluitdatum", "kenmerk"):
            del claims[element]
        claims |= klacht_claims(made)
    if made.lost:
        return {element: cut_claim(made, element, claim) for element, claim in claims.items()}
    if made.wish.by_hand:
        return {element: hand_claim(claim) for element, claim in claims.items()}
    return claims


def cut_claim(made: Made, element: str, whole: Claim) -> Claim:
    """Return what can be said when a part of the letter is gone: nothing that was there lacks."""
    if element == "handtekening":
        return claim(DOUBT)
    if element in {"onderbouwing", "omschrijving"}:
        return claim(sorted({*whole["status"], "onzeker"}))
    shown = made.facts.shown.get("naam" if element == "naam" else element, [])
    if any("".join(text.split()) in made.lost for text in shown):
        return whole
    return claim(sorted({*whole["status"], "onzeker", "ontbreekt"}), *whole["values"])


def hand_claim(whole: Claim) -> Claim:
    """Return what may be said of handwriting: found, or not readable; never that it lacks."""
    return claim(sorted({*whole["status"], "onzeker"}), *whole["values"])


def verdicts(text: Text, claims: dict[str, Claim], asked: tuple[str, ...]) -> list[str]:
    """Return the document verdicts that could be defended."""
    if not claims:
        return ["handmatig"]
    if text.accepts:  # clerks would ask a colleague
        return ["compleet", "handmatig", "incompleet"]
    states = [set(claims[element]["status"]) for element in asked]
    bad = {"ontbreekt", "ongeldig"}
    out = set()
    if all("aanwezig" in state for state in states):
        out.add("compleet")
    if any(state & bad for state in states):
        out.add("incompleet")
    surely_bad = any(state <= bad for state in states)
    if not surely_bad and any("onzeker" in state for state in states):
        out.add("handmatig")
    return sorted(out)


def window_verdicts(made: Made, medium: str) -> list[str]:
    """Return the window verdicts that could be defended."""
    text = made.facts.text
    if text.kind == "klacht":
        return ["niet_van_toepassing"]
    if text.kind == "overig":
        return []
    printed = made.facts.printed
    own, known = printed.get("besluitdatum"), printed.get("besluitdatum_bijlage")
    decided = made.facts.dec_date if own or known else None
    postmark = made.postmark if made.postmark_legible else None
    received = made.received if made.in_manifest or made.stamp else TODAY
    by_post = made.channel == "post"
    out = {termijn.window(decided, received, post=by_post, postmark=postmark)}
    if medium in {"bad", "photo"}:  # a postmark may be lost in the scan
        out.add(termijn.window(decided, received, post=by_post))
    if "te_laat" in out:
        out.add("onbekend")  # only the date on the decision is known, dispatch may be later
    if not (made.in_manifest or made.stamp):
        out.add("onbekend")
        out.discard("te_laat")
    if not own and (known or made.lost):
        out.add("onbekend")
    if made.wish.by_hand or made.lost:
        out.add("onbekend")
    return sorted(out)


def letter_truth(made: Made, medium: str, pages: list[int]) -> dict[str, Any]:
    """Return the truth of one letter, on the given pages of its file."""
    text = made.facts.text
    claims = element_claims(made)
    asked = {p: required(text.kind, p, pgb=text.pgb) if claims else () for p in PROFILES}
    remarked = made.wish.trap == "besluit_met_krabbels"
    accepts = ("overig",) if made.wish.by_hand or remarked else ()
    return {
        "pages": pages,
        "text": text.id,
        "layout": made.layout.name,
        "font": made.style.font.name,
        "trap": made.wish.trap or text.trap,
        "writer": text.writer,
        "kind": list(dict.fromkeys((text.kind, *text.accepts, *accepts))),
        "kinds": sorted({text.kind, *text.kinds} - ({"overig"} if text.kinds else set())),
        "profile": made.profile,
        "sign": made.sign,
        "required": {profile: list(elements) for profile, elements in asked.items()},
        "elements": claims,
        "window": window_verdicts(made, medium) if claims else [],
        "verdict": {p: verdicts(text, claims, elements) for p, elements in asked.items()},
        "received": made.received.isoformat(),
    }


def file_truth(file: str, item: Item, mades: list[Made]) -> dict[str, Any]:
    """Return the whole truth of one file: its letters, and what each page is."""
    roles, letters = [], []
    for at, made in enumerate(mades):
        if at and item.separator not in {"", "geen"}:
            roles.append("scheiding")
        first = len(roles) + 1
        roles += made.roles
        letters.append(letter_truth(made, item.medium, list(range(first, len(roles) + 1))))
    return {
        "file": file,
        "set": item.set,
        "medium": item.medium,
        "split": mades[0].facts.split,
        "separator": item.separator,
        "roles": roles,
        "letters": letters,
    }
