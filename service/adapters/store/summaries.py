"""What a list shows of a letter, and the words by which it is found."""

import datetime as dt
import json
import unicodedata
from collections.abc import Iterator

from extractors.element import ElementId
from service.records.letters import Summary
from validators.report import AddressValue, Report, Status

# Elements by whose words or numbers people look for a letter.
SEARCHED = (
    ElementId.NAAM,
    ElementId.KENMERK,
    ElementId.BSN,
    ElementId.RELATIENUMMER,
    ElementId.EMAIL,
)


def summary_of(report: Report) -> bytes:
    """Return the summary of a report as JSON."""
    return json.dumps(
        {
            "sender": _text(report, ElementId.NAAM),
            "kenmerk": _text(report, ElementId.KENMERK),
            "missing": list(report.missing),
            "wrong": [each for each in report.missing if _is_wrong(report, each)],
            "uncertain": list(report.uncertain),
            "warnings": [warning.code for warning in report.warnings],
            "received": str(report.document.received or ""),
        },
        ensure_ascii=False,
    ).encode()


def read_summary(content: bytes) -> Summary:
    """Return the summary that was kept."""
    found = json.loads(content)
    return Summary(
        sender=found["sender"],
        kenmerk=found["kenmerk"],
        missing=tuple(found["missing"]),
        wrong=tuple(found.get("wrong", ())),  # summaries of before do not tell
        uncertain=tuple(found["uncertain"]),
        warnings=tuple(found["warnings"]),
        received=dt.date.fromisoformat(found["received"]) if found["received"] else None,
    )


def search_words(report: Report) -> frozenset[str]:
    """Return every word by which the letter can be found, in its plain form."""
    words = {word for element in SEARCHED for word in words_of(_text(report, element))}
    words |= {plain(_text(report, element)) for element in SEARCHED}
    address = report.elements.get(ElementId.ADRES)
    if address is not None and isinstance(address.value, AddressValue):
        words.add(plain(address.value.postcode or ""))
    return frozenset(words - {""})


def words_of(text: str) -> Iterator[str]:
    """Return the words of a text in their plain form; single letters find too much.

    >>> list(words_of("M.J. van der Meer-Özdemir"))
    ['van', 'der', 'meer', 'ozdemir']
    """
    spaced = "".join(char if char.isalnum() else " " for char in text)
    yield from (plain(word) for word in spaced.split() if len(word) > 1)


def plain(text: str) -> str:
    """Return the letters and figures of a text without accents, in small letters.

    >>> plain("WLZ-2026/0012")
    'wlz20260012'
    """
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in bare if char.isalnum())


def _is_wrong(report: Report, element: ElementId) -> bool:
    return report.elements[element].status is Status.ONGELDIG


def _text(report: Report, element: ElementId) -> str:
    state = report.elements.get(element)
    return state.value if state is not None and isinstance(state.value, str) else ""
