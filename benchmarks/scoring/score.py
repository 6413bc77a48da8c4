"""Compares every file with its reports."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.scoring.cuts import compare_cuts, pair_up
from benchmarks.scoring.match import is_right, postcode_right
from benchmarks.scoring.scores import Scores

Json = dict[str, Any]
ELEMENTS = (
    "datum",
    "naam",
    "adres",
    "bsn",
    "relatienummer",
    "besluit",
    "besluitdatum",
    "kenmerk",
    "onderbouwing",
    "omschrijving",
    "gericht_tegen",
    "tijdspad",
    "ondernomen",
    "resultaat",
    "zorgaanbieder",
    "contactpersoon",
    "machtiging",
    "email",
    "telefoon",
    "handtekening",
)
VALUED = (
    "datum",
    "besluitdatum",
    "bsn",
    "kenmerk",
    "relatienummer",
    "naam",
    "adres",
    "postcode",
    "email",
    "telefoon",
    "gericht_tegen",
    "zorgaanbieder",
)
MISSING: Json = {"status": "ontbreekt", "value": None}
# how bad a wrong status is
WEIGHTS = {"onzeker": 1, "ontbreekt": 5, "aanwezig": 6, "ongeldig": 6}
DOUBTS = ("kind", *ELEMENTS)  # for which a letter goes to a person
DOUBT_ABOUT_KIND = "soort_onzeker"
DOUBT_ABOUT_CUTS = "mogelijk_meer_brieven"


@dataclass(frozen=True, slots=True)
class Case:
    """One letter: what is true, what was reported."""

    truth: Json
    found: Json
    part: str  # the set that it belongs to
    where: str
    roles: list[str]

    @property
    def profile(self) -> str:
        """The profile by which the letter was judged."""
        reported = str(self.found["profile"])
        return reported if reported in self.truth["verdict"] else str(self.truth["profile"])

    @property
    def required(self) -> list[str]:
        """The elements that this profile asks for."""
        return list(self.truth["required"][self.profile])

    @property
    def verdicts(self) -> list[str]:
        """The document verdicts that can be defended under this profile."""
        return list(self.truth["verdict"][self.profile])


def score(truths: Iterable[Json], reports: Iterable[Json]) -> Scores:
    """Compare all files with their reports."""
    by_file: dict[str, list[Json]] = defaultdict(list)
    for report in reports:
        by_file[report["document"]["file"]].append(report)
    scores = Scores()
    for truth in truths:
        score_file(scores, truth, by_file.get(truth["file"], []))
    return scores


def score_file(scores: Scores, truth: Json, found: list[Json]) -> None:
    """Compare the cuts of one file, then each of its letters."""
    part, letters = truth["set"], truth["letters"]
    where = f"{truth['file']} {part}/{truth['medium']}"
    readable = [report for report in found if report["verdict"] != "fout"]
    scores.add(part, "read at all", bool(readable))
    if not readable:
        error = found[0].get("error") if found else "no report"
        scores.blame(12, "not read", where, f"fout: {error}")
        return
    parts = [pages_of(report) for report in readable]
    score_cuts(scores, truth, parts, readable)
    for letter, at in zip(letters, pair_up([x["pages"] for x in letters], parts), strict=True):
        if len(letters) > 1 and (at is None or not same_pages(truth, letter["pages"], parts[at])):
            continue  # what is wrong with the cut says nothing about the reading
        if at is not None:
            name = f"{where} {letter['text']}/{letter['layout']}/{letter['trap'] or '-'}"
            score_letter(scores, Case(letter, readable[at], part, name, truth["roles"]))


def pages_of(report: Json) -> list[int]:
    """Return the pages of the file that a report is about."""
    first = int(report["document"]["first_page"])
    return list(range(first, first + int(report["document"]["pages"])))


def content_pages(truth: Json) -> set[int]:
    """Return the pages with something on them."""
    return {n for n, role in enumerate(truth["roles"], 1) if role not in {"scheiding", "blanco"}}


def same_pages(truth: Json, letter: list[int], part: list[int]) -> bool:
    """Tell whether a part holds the letter's pages and no other letter's."""
    content = content_pages(truth)
    return set(letter) & content == set(part) & content


def score_cuts(scores: Scores, truth: Json, parts: list[list[int]], found: list[Json]) -> None:
    """Compare where the file was cut."""
    part = truth["set"]
    letters = [letter["pages"] for letter in truth["letters"]]
    cuts = compare_cuts(letters, parts, content_pages(truth))
    where = f"{truth['file']} {part}/{truth['medium']} separator {truth['separator'] or '-'}"
    if len(letters) > 1:
        scores.add(part, "several: exact", cuts.exact)
        doubted = any(w["code"] == DOUBT_ABOUT_CUTS for r in found for w in r["warnings"])
        if not cuts.exact:
            scores.add(part, "several: not exact, doubt told", doubted)
        if cuts.missed:
            scores.blame(
                3 if doubted else 8, "missed cut", where, f"{len(parts)} of {len(letters)}"
            )
    else:
        scores.add(part, "one: left whole", cuts.exact)
    for at in range(cuts.borders):
        scores.add(part, "missed cuts", at < cuts.missed)
    for at in range(cuts.inside):
        scores.add(part, "wrong cuts", at < cuts.wrong)
    if cuts.wrong:
        scores.blame(9, "wrong cut", where, f"{len(letters)} letters, {len(parts)} reports")


def score_letter(scores: Scores, case: Case) -> None:
    """Compare one report with its truth."""
    truth, found, part = case.truth, case.found, case.part
    kind_right = found["kind"] in truth["kind"]
    scores.add(part, "kind", kind_right)
    scores.add(part, "intents", set(truth["kinds"]) <= set(found["kinds"]) | {"overig"})
    if not kind_right:
        what = f"{found['kind']} {found['kinds']}, is {truth['kind']}"
        scores.blame(9, f"kind {truth['kind'][0]} read as {found['kind']}", case.where, what)
    scores.seconds.append(float((found.get("processing") or {}).get("seconds") or 0))
    if kind_right and found["kind"] != truth["kind"][0]:
        return  # defensible, but then other elements are asked
    score_verdict(scores, case)
    if not truth["elements"] or not kind_right:
        return
    score_window(scores, case)
    for element, claim in truth["elements"].items():
        given = found["elements"].get(element) or MISSING
        score_status(scores, case, element, given)
        score_value(scores, case, element, given)
        score_trust(scores, case, element, given)
        if given["status"] == "aanwezig" and "aanwezig" in claim["status"]:
            scores.add(part, "evidence on a right page", right_page(case, element, given))


def right_page(case: Case, element: str, given: Json) -> bool:
    """Tell whether the evidence stands on a page where this element may be read."""
    roles = {"brief"}
    if element in {"besluitdatum", "kenmerk", "besluit"}:
        roles.add("besluit")
    if element == "machtiging":
        roles.add("machtiging")
    pages = {int(proof["page"]) for proof in given.get("evidence") or []}
    allowed = {n for n in case.truth["pages"] if case.roles[n - 1] in roles}
    return bool(pages & allowed) or not pages


def score_status(scores: Scores, case: Case, element: str, given: Json) -> None:
    """Compare the status of one element."""
    part, status = case.part, given["status"]
    claim = case.truth["elements"][element]
    allowed = set(claim["status"])
    scores.add(part, f"status {element}", status in allowed)
    scores.add(part, f"onzeker {element}", status == "onzeker")
    if status == "aanwezig":
        scores.add(part, f"precision {element}", "aanwezig" in allowed)
    if allowed == {"aanwezig"}:
        scores.add(part, f"recall {element}", status == "aanwezig")
    score_absence(scores, case, element, status)
    if status not in allowed:
        weight = WEIGHTS[status] + 2 * (element in case.required)
        right = "/".join(sorted(allowed))
        read, printed = given.get("value"), claim["values"]
        what = f"{element}: {status}, is {right}; read {read!r}, printed {printed}"
        scores.blame(weight, f"{element} {status} for {right}", case.where, what)


def score_absence(scores: Scores, case: Case, element: str, status: str) -> None:
    """Count how often what is said to be missing is, and what is missing is said to be."""
    part, allowed = case.part, set(case.truth["elements"][element]["status"])
    asked = element in case.required
    if status == "ontbreekt":
        scores.add(part, f"absent {element}", "ontbreekt" in allowed)
        if asked:
            scores.add(part, "asked for and missing", "ontbreekt" in allowed)
    if allowed == {"ontbreekt"}:
        scores.add(part, f"lacking {element}", status == "ontbreekt")
        if asked:
            scores.add(part, "missing and asked for", status == "ontbreekt")


def is_printed(claim: Json) -> bool:
    """Tell whether the element stands on the page for certain, with a known value."""
    return bool(claim["values"]) and not set(claim["status"]) & {"ontbreekt"}


def score_value(scores: Scores, case: Case, element: str, given: Json) -> None:
    """Compare the value of an element that is on the page."""
    claim = case.truth["elements"][element]
    values, read = claim["values"], given.get("value")
    if not values or not set(claim["status"]) & {"aanwezig", "ongeldig"}:
        return
    right = is_right(element, read, values)
    if is_printed(claim):
        scores.add(case.part, f"value {element}", right)
        scores.add(case.part, f"sure {element}", right and given["status"] == "aanwezig")
        if element == "adres":
            scores.add(case.part, "value postcode", postcode_right(read, values))
    if given["status"] == "aanwezig":
        scores.add(case.part, f"wrong {element}", not right)
        if not right:
            what = f"{element}: value {read!r}, printed {values}"
            scores.blame(6, f"{element} wrong value", case.where, what)


def score_trust(scores: Scores, case: Case, element: str, given: Json) -> None:
    """Set the stated confidence of what was found against whether it is right.

    Where the truth knows the value, right is the value; elsewhere it is that the element is there.
    """
    if given["status"] not in {"aanwezig", "onzeker"} or given.get("value") is None:
        return
    claim = case.truth["elements"][element]
    present = set(claim["status"]) & {"aanwezig", "ongeldig"}
    right = is_right(element, given["value"], claim["values"]) if claim["values"] else bool(present)
    confidence = float(given.get("confidence") or 0)
    scores.trust(case.part, element, (confidence, bool(right and present)))


def score_window(scores: Scores, case: Case) -> None:
    """Compare the verdict on the term."""
    window = case.found.get("submission_window") or {}
    allowed = case.truth["window"]
    if not allowed:
        return
    right = window.get("verdict") in allowed
    scores.add(case.part, "window", right)
    if not right:
        dates = f"{window.get('rule')}, {window.get('decision_date')} -> {window.get('received')}"
        what = f"{window.get('verdict')} ({dates}), is {allowed} received {case.truth['received']}"
        scores.blame(4, f"window {window.get('verdict')}", case.where, what)


def score_verdict(scores: Scores, case: Case) -> None:
    """Compare the verdict on the document."""
    part, got, allowed = case.part, case.found["verdict"], case.verdicts
    claims = case.truth["elements"]
    if "compleet" not in allowed:
        scores.add(part, "false compleet", got == "compleet")
        if got == "compleet":
            scores.blame(10, "false compleet", case.where, f"compleet, is {allowed}")
    if not claims:
        scores.add(part, "no letter of ours: to a person", got == "handmatig")
        return
    scores.add(part, "verdict", got in allowed)
    if allowed != ["handmatig"]:
        scores.add(part, "straight-through", got != "handmatig")
        if got == "handmatig":
            score_doubts(scores, case)
    sent = [e for e in case.found["missing"] if e in claims and was_sent(claims[e])]
    scores.add(part, "false incompleet", got == "incompleet" and bool(sent))
    if got == "incompleet" and sent:
        what = f"asks for what was sent: {', '.join(sent)}"
        scores.blame(9, f"asked for {', '.join(sent)}", case.where, what)
        for element in ELEMENTS:
            scores.add(part, f"asked {element}", element in sent)


def score_doubts(scores: Scores, case: Case) -> None:
    """Count why a letter went to a person without need; the sorts of doubt are DOUBTS.

    A doubt that is the only one of its letter is counted once more: mending it alone would help.
    """
    about = set(case.found["uncertain"])
    if any(warning["code"] == DOUBT_ABOUT_KIND for warning in case.found["warnings"]):
        about.add("kind")
    for doubt in DOUBTS:
        scores.add(case.part, f"doubt {doubt}", doubt in about)
        scores.add(case.part, f"only doubt {doubt}", about == {doubt})


def was_sent(claim: Json) -> bool:
    """Tell whether asking for this element would be wrong."""
    return not set(claim["status"]) & {"ontbreekt", "ongeldig"}
