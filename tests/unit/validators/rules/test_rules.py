"""Each warning with a letter that earns it and the nearest letter that does not."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pytest

from extractors.document import Certificate
from extractors.element import Contact, Signal
from tests.unit.validators.builders import (
    BSN,
    DECIDED,
    RECEIVED,
    TODAY,
    complete,
    make_assessed,
    make_candidate,
    make_enclosed,
)
from validators.assess import Receipt
from validators.case import Assessed
from validators.report import ReceivedSource
from validators.rules import RULES

DAY = dt.timedelta(days=1)
LATE = Receipt(dt.date(2026, 11, 19), ReceivedSource.MANIFEST, dt.date(2026, 11, 16))


class Pair(NamedTuple):
    """What to build for a letter that earns the warning, and for one that does not."""

    due: Callable[[], Assessed]
    not_due: Callable[[], Assessed] = make_assessed


def case(**more: object) -> Callable[[], Assessed]:
    return lambda: make_assessed(**more)  # type: ignore[arg-type]


def found(changes: dict[str, object], **more: object) -> Callable[[], Assessed]:
    return lambda: make_assessed(complete(**changes), **more)  # type: ignore[arg-type]


def sealed(*, intact: bool) -> Callable[[], Assessed]:
    certificate = Certificate("A.", intact=intact, valid=True, covers_whole_file=True)
    return case(letter=make_enclosed(certificates=[certificate]))


NO_DATE: dict[str, object] = {"datum": ()}
DAUGHTER = make_candidate(Contact("B. Smit", "", "", "dochter"), role="vertegenwoordiger")
ENCLOSED_INK = make_candidate("inkt", role="inkt", marks=["op_bijlage"])
CLIENT_BSN = make_candidate(BSN, marks=["gelabeld"])

PAIRS = {
    "veiligheid": Pair(case(signals=["veiligheid"])),
    "spoed": Pair(case(signals=["spoed"])),
    "voorlopige_voorziening": Pair(case(signals=["voorlopige_voorziening"])),
    "ingebrekestelling": Pair(case(kinds=["bezwaar", "ingebrekestelling"])),
    "te_laat": Pair(
        found({"besluitdatum": make_candidate(DECIDED, role="verzonden")}, receipt=LATE),
        case(receipt=LATE),
    ),
    "verzenddatum_aangenomen": Pair(
        case(receipt=LATE),
        found({"besluitdatum": make_candidate(DECIDED, role="verzonden")}, receipt=LATE),
    ),
    "kb_dagen_onbekend": Pair(
        found(
            {"besluitdatum": make_candidate(dt.date(2028, 11, 20), role="gedateerd")},
            receipt=Receipt(dt.date(2028, 12, 1), ReceivedSource.OPTION),
            today=dt.date(2028, 12, 2),
        )
    ),
    "ontvangst_aangenomen": Pair(case(receipt=Receipt())),
    "verkeerd_loket": Pair(
        case(profile="ciz", addressees=(make_candidate("VGZ Zorgkantoor"),)),
        case(profile="ciz", addressees=(make_candidate("CIZ"),)),
    ),
    "beroep": Pair(case(kinds=["beroep"])),
    "intrekking": Pair(case(kinds=["intrekking"])),
    "hulpvraag": Pair(case(kinds=["hulpvraag"])),
    "ander_soort_document": Pair(case(kinds=["overig"]), case(kinds=["intrekking"])),
    "soort_onzeker": Pair(
        case(kinds=[Signal("bezwaar", (), 0.55)]), case(kinds=[Signal("overig", (), 0.4)])
    ),
    "ook_klacht": Pair(case(kinds=["bezwaar", "klacht"]), case(kinds=["klacht"])),
    "pro_forma": Pair(
        found({"onderbouwing": make_candidate("volgt", marks=["pro_forma"])}),
        case(signals=["pro_forma"], kinds=["klacht"]),
    ),
    "machtiging_vragen": Pair(
        found({"contactpersoon": DAUGHTER}), case(signals=["namens_ander", "advocaat"])
    ),
    "vertegenwoordiger_onbevoegd": Pair(
        case(profile="ciz", signals=["namens_ander", "bewindvoerder"]),
        case(profile="zorg-en-zekerheid", signals=["namens_ander", "bewindvoerder"]),
    ),
    "handtekening_alleen_op_bijlage": Pair(
        found({"handtekening": ENCLOSED_INK}),
        found({"handtekening": [make_candidate("inkt", role="inkt"), ENCLOSED_INK]}),
    ),
    "certificaat_gewijzigd": Pair(sealed(intact=False), sealed(intact=True)),
    "bsn_ongeldig": Pair(found({"bsn": make_candidate("999990018", marks=["gelabeld"])})),
    "ander_bsn": Pair(
        found({"bsn": [CLIENT_BSN, make_candidate("111222333", 0.5, marks=["gelabeld"])]}),
        found({"bsn": [CLIENT_BSN, make_candidate("111222333", 0.5)]}),
    ),
    "kenmerk_van_afzender": Pair(
        found({"kenmerk": make_candidate("AB/1", marks=["van_afzender"])}),
        found({"kenmerk": [make_candidate("AB/1", marks=["van_afzender"]), make_candidate("ZK")]}),
    ),
    "meerdere_besluiten": Pair(
        found({"besluitdatum": [make_candidate(DECIDED, role="gedateerd"),
                                make_candidate(DECIDED - DAY, 0.85, role="gedateerd")]}),
        found({"besluitdatum": [make_candidate(DECIDED, role="gedateerd"),
                                make_candidate(DECIDED + DAY, role="verzonden")]}),
    ),
    "datum_in_toekomst": Pair(found({"datum": make_candidate(TODAY + DAY)})),
    "datum_ontbreekt_of_vaag": Pair(found(NO_DATE), found(NO_DATE, kinds=["overig"])),
    "datum_voor_besluit": Pair(
        found({"datum": make_candidate(DECIDED - DAY)}), found({"datum": make_candidate(DECIDED)})
    ),
    "besluit_op_vrije_dag": Pair(
        found({"besluitdatum": make_candidate(dt.date(2026, 10, 4), role="gedateerd")})
    ),
    "poststempel_na_ontvangst": Pair(
        case(receipt=Receipt(RECEIVED, ReceivedSource.OPTION, RECEIVED + DAY)),
        case(receipt=Receipt(RECEIVED, ReceivedSource.OPTION, RECEIVED)),
    ),
    "geen_nederlands": Pair(case(signals=["vreemde_taal"])),
    "handgeschreven": Pair(case(handwritten=True)),
    "mogelijk_meer_brieven": Pair(case(letter=replace(make_enclosed(), may_hold_more=True))),
    "pagina_ontbreekt": Pair(case(missing_pages=True)),
    "slecht_leesbaar": Pair(case(legibility=0.5), case(legibility=0.9)),
}  # fmt: skip


def codes(assessed: Assessed) -> list[str]:
    return [notice.code for rule in RULES for notice in rule.check(assessed)]


def test_every_rule_has_its_pair() -> None:
    assert set(PAIRS) == {rule.CODE for rule in RULES}


def test_every_rule_has_the_name_of_its_code() -> None:
    assert all(rule.__name__.endswith(f".{rule.CODE}") for rule in RULES)


@pytest.mark.parametrize("code", PAIRS)
def test_warning_is_given_when_due(code: str) -> None:
    assert code in codes(PAIRS[code].due())


@pytest.mark.parametrize("code", PAIRS)
def test_warning_is_not_given_otherwise(code: str) -> None:
    assert code not in codes(PAIRS[code].not_due())


def test_complete_objection_earns_no_warning() -> None:
    assert codes(make_assessed()) == []


def test_letter_of_another_sort_is_named() -> None:
    assessed = make_assessed(kinds=["overig"], signals=["factuur"])
    messages = [notice.message for rule in RULES for notice in rule.check(assessed)]
    assert any("een rekening" in message for message in messages)


def test_mentor_covers_an_administrator() -> None:
    signals = ["namens_ander", "bewindvoerder", "mentor"]
    assert "vertegenwoordiger_onbevoegd" not in codes(make_assessed(profile="ciz", signals=signals))
