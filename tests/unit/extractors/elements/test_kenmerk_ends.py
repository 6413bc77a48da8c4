"""Where the reference of a decision ends, and which numbers are none."""

import pytest

from extractors.elements import kenmerk
from tests.factories import HINTS, make_letter

SENDER = "A. Vos\nKerkweg 3\n1234 AB Utrecht"
OFFICE = "Aan CIZ\nPostbus 1\n3500 GR Utrecht"
SURE = 0.6  # what the validators take for a fact


def in_text(sentence: str) -> str:
    return f"{SENDER}\n\nGeachte heer,\n\n{sentence}\n\nHoogachtend,\n\nA. Vos"


def in_head(line: str, *, sender: str = SENDER) -> str:
    told = "Ik ben het er niet mee eens."
    return f"{sender}\n\n{OFFICE}\n\n{line}\n\nGeachte heer,\n\n{told}\n\nHoogachtend,\n\nA. Vos"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Kenmerk: 12345-26 zzp", "12345-26"),
        ("Kenmerk: 12345-26 PGB 2026", "12345-26"),
        ("Kenmerk: 12345-26 2026", "12345-26"),
        ("Kenmerk: ZK26/1188 mw", "ZK26/1188"),
        ("Kenmerk: ZK26/1188 d.d.12-10-2026", "ZK26/1188"),
        ("Kenmerk: ZK26/1188 030-2311188", "ZK26/1188"),
        ("Kenmerk: ZK26/1188 999990019", "ZK26/1188"),
        ("Kenmerk: ZK26/1188 3511 AB Utrecht", "ZK26/1188"),
        ("Kenmerk: ZK26/1188 J. de Vries", "ZK26/1188"),
        ("Kenmerk: ZK26/1188 JdV", "ZK26/1188 JdV"),
        ("Kenmerk: ZK26/1188 - vM", "ZK26/1188 - vM"),
        ("Kenmerk: ZK26/1188 jdv", "ZK26/1188 jdv"),
        ("Betreft: besluit van 3 oktober 2026, UIT.26.118-wlz", "UIT.26.118-wlz"),
        ("Betreft: besluit d.d. 3 oktober 2026, z26-118445", "z26-118445"),
        ("Onderwerp: bezwaar beslissing 3 oktober 2026 RIV 2026/4418/P", "RIV 2026/4418/P"),
        ("Onderwerp: bezwaar beslissing 3 oktober 2026 PGB 2026/4418/P", "2026/4418/P"),
        ("uw kenmerk: SZW/B&B/2026-55107.01", "SZW/B&B/2026-55107.01"),
        ("Betreft: bezwaar besluit 3 oktober 2026, 26ink04321", "26ink04321"),
        ("Betreft: bezwaar tegen besluit, SG/MO/2026-8831/hv", "SG/MO/2026-8831/hv"),
    ],
)
def test_a_kenmerk_in_the_head_ends_where_something_else_begins(line: str, value: str) -> None:
    best = kenmerk.find(make_letter(in_head(line)), HINTS)[0]
    assert (best.value, best.confidence > SURE) == (value, True)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("uw besluit met kenmerk 26-118 3e verdieping", "26-118"),
        ("uw besluit kenmerk 8841/JK 14:30 uur", "8841/JK"),
        ("uw besluit kenmerk 8841/26 ZZP 4 te laag", "8841/26"),
        ("uw brief met kenmerk 26/118445 PGB 2026 klopt niet", "26/118445"),
        ("uw brief met kenmerk 26/118445. 24 uur zorg is nodig", "26/118445"),
        ("uw brief met kenmerk 26/118445 1.200 euro", "26/118445"),
        ("Kenmerk 12345-26 heb\nik op uw brief gezien", "12345-26"),
        ("uw besluit met kenmerk WLZ 2026 004512 klopt niet", "WLZ 2026 004512"),
        ("uw besluit met kenmerk wmo 26/0118 klopt niet", "wmo 26/0118"),
        ("uw besluit met kenmerk PGB/wlz 26/0118 klopt niet", "PGB/wlz 26/0118"),
        ("uw besluit met kenmerk 26 WMO 1180 klopt niet", "26 WMO 1180"),
        ("uw brief PB-26/0098123 JvD/ak d.d. 30 september 2026", "PB-26/0098123 JvD/ak"),
    ],
)
def test_a_kenmerk_in_a_sentence_ends_where_something_else_begins(
    sentence: str, value: str
) -> None:
    best = kenmerk.find(make_letter(in_text(sentence)), HINTS)[0]
    assert (best.value, best.confidence > SURE) == (value, True)


@pytest.mark.parametrize(
    "line",
    [
        "Betreft: bezwaar 2026",
        "Betreft: bezwaar pgb 2025-2026",
        "Betreft: terugvordering 31.204,50 euro",
        "Betreft: bezwaar J. Bos, 030-2311188",
        "Betreft: bezwaar J. Bos 12031940",
        "Betreft: bezwaar, polisnr. bij Menzis 12345678",
    ],
)
def test_a_subject_without_a_kenmerk_gives_none(line: str) -> None:
    assert kenmerk.find(make_letter(in_head(line)), HINTS) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Mijn polisnummer bij Menzis is 104.883.229.",
        "Hij heeft een registratie (BIG 49023388191).",
        "Ik stuurde mails met ticketnummer #448120.",
        "De hond (chipnummer 528210004411907) is zijn steun.",
        "De offerte 2026-0917-A van Liftbouw is te hoog.",
        "Mijn zorgaanbieder is De Linde (AGB 41-410228).",
        "De Centrale Raad van Beroep (ECLI:NL:CRVB:2021:1187, zaaknummer 19/3321 WLZ) besliste zo.",
        "Mijn dokter steunt mij, zie zijn brief (HA/2026-31).",
        "Het besluit kost mij 1200,50 per maand.",
        "Op de brief staat geen nummer, wel een telefoonnummer, 0900-1234.",
        "U kent mij onder nummer 118220.",
        "De SVB (kenmerk 300188.4420) heeft alles goedgekeurd.",
        "Betreft: bezwaar door 999990019",
        "Declaratienummer 77102883 is niet uitbetaald, zie uw besluit.",
        "Op de brief staat 071-5825888 en daar neemt niemand op.",
        "In uw brief staat 240.000 euro en bovenaan staat 12-05-2026.",
    ],
)
def test_numbers_of_others_are_no_kenmerk(sentence: str) -> None:
    assert kenmerk.find(make_letter(in_text(sentence)), HINTS) == ()


@pytest.mark.parametrize("line", ["Dossier: 2026.1187/FB", "Ref.: CR/2026/17", "Zaaknr. SR-11820"])
def test_a_number_by_itself_in_the_head_of_a_firm_may_be_its_own(line: str) -> None:
    firm = "Notariskantoor Brandsma\nKerkweg 3\n1234 AB Utrecht"
    of_firm = kenmerk.find(make_letter(in_head(line, sender=firm)), HINTS)
    of_citizen = kenmerk.find(make_letter(in_head(line)), HINTS)
    assert max((each.confidence for each in of_firm), default=0.0) < SURE
    assert of_citizen[0].confidence > SURE


def test_a_number_in_the_head_of_who_has_clients_may_be_its_own() -> None:
    text = "Dossier: 2026.1187/FB\n\nGeachte heer,\n\n{} maak ik bezwaar.\n\nGroet,\n\nA. Vos"
    own = kenmerk.find(make_letter(text.format("Namens cli\u00ebnte")), HINTS)
    other = kenmerk.find(make_letter(text.format("Hierbij")), HINTS)
    assert own[0].confidence < 0.6 < other[0].confidence


def test_the_number_of_a_case_of_before_gives_way_to_that_of_the_decision() -> None:
    text = "Mijn vorige bezwaar had kenmerk 25-08813. Nu gaat het om uw brief met kenmerk 26-11840."
    found = kenmerk.find(make_letter(in_text(text)), HINTS)
    assert [each.value for each in found if each.confidence > 0.6] == ["26-11840"]


def test_the_number_of_an_application_alone_is_doubted() -> None:
    (found,) = kenmerk.find(make_letter(in_text("Het nummer van mijn aanvraag is 55-1029.")), HINTS)
    assert found.confidence < 0.5


def test_a_word_that_holds_the_name_of_another_number_names_none() -> None:
    found = kenmerk.find(make_letter(in_text("Betreft: bezwaar vaststelling 2026-118822")), HINTS)
    assert [each.value for each in found] == ["2026-118822"]


def test_a_firm_that_names_its_own_number_means_the_offices_with_another_label() -> None:
    firm = "Notariskantoor Brandsma\nKerkweg 3\n1234 AB Utrecht"
    head = in_head("Ons kenmerk: 99902-PBC\nReferentie: LDC67192.23", sender=firm)
    best = kenmerk.find(make_letter(head), HINTS)[0]
    assert (best.value, best.confidence > SURE) == ("LDC67192.23", True)


def test_a_firm_that_names_the_decision_gives_its_number() -> None:
    firm = "Notariskantoor Brandsma\nKerkweg 3\n1234 AB Utrecht"
    line = "Betreft: bezwaar tegen besluit van 3 oktober 2026, kenmerk 26/118445"
    best = kenmerk.find(make_letter(in_head(line, sender=firm)), HINTS)[0]
    assert (best.value, best.confidence > SURE) == ("26/118445", True)


def test_the_number_of_an_application_gives_way_to_that_of_the_decision() -> None:
    told = (
        "Tegen uw besluit, geregistreerd onder nummer ADI-771902, maak ik bezwaar.\n\n"
        "In mei heb ik een aanvraag ingediend met nummer AV-5512093."
    )
    found = kenmerk.find(make_letter(in_text(told)), HINTS)
    assert found[0].value == "ADI-771902"
    assert found[0].confidence - found[1].confidence > 0.1


def test_the_number_of_the_file_gives_way_to_that_of_the_decision() -> None:
    told = "Betreft: bezwaar (dossiernr. 18.442, casemanager A. Rood; besluitnummer HK-2026-00561)"
    best = kenmerk.find(make_letter(in_head(told)), HINTS)[0]
    assert best.value == "HK-2026-00561"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Onderwerp: bezwaar met kenmerk BS2026/0443-\nAMS/12", "BS2026/0443-AMS/12"),
        ("Betreft: bezwaar tegen het besluit van mei,\nDSZW/2026.18894-OD", "DSZW/2026.18894-OD"),
    ],
)
def test_a_kenmerk_goes_on_over_the_end_of_a_line(line: str, value: str) -> None:
    best = kenmerk.find(make_letter(in_head(line)), HINTS)[0]
    assert (best.value, best.confidence > SURE) == (value, True)


def test_what_stands_below_a_whole_kenmerk_is_no_part_of_it() -> None:
    line = "Onderwerp: bezwaar met kenmerk BS2026/0443\nBIJLAGE 2"
    assert kenmerk.find(make_letter(in_head(line)), HINTS)[0].value == "BS2026/0443"


def test_a_number_in_the_column_beside_the_subject_is_not_below_it() -> None:
    text = (
        "A. Vos\nKade 3\n1234 AB Utrecht\n\n"
        "BSN                           Onderwerp: bezwaar\n999950265\n\n"
        "Geachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n\nA. Vos"
    )
    assert not any(each.value == "999950265" for each in kenmerk.find(make_letter(text), HINTS))


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Uw kenmerk: B&B 4411 98 20", "B&B 4411 98 20"),
        ('Rechtsboven staat "Kenmerk: 26/10/22/ptv".', "26/10/22/ptv"),
        ("nr.      REN 26 WMO 0417", "REN 26 WMO 0417"),
        ("CIZ-nr 40.77.1182", "40.77.1182"),
    ],
)
def test_what_is_sent_as_a_reference_is_found(line: str, value: str) -> None:
    text = f"{line}\n\nGeachte heer,\n\nIk maak bezwaar tegen uw besluit van 5 oktober 2026."
    assert [each.value for each in kenmerk.find(make_letter(text), HINTS)][:1] == [value]


@pytest.mark.parametrize("code", ["GO-WMO-26-88", "TKB26-2", "DTC-131"])
def test_a_short_code_in_brackets_behind_the_date_is_not_asked_for(code: str) -> None:
    text = in_text(f"Bij brief van 30 juli 2026 ({code}) wijst u mijn alarm af.")
    assert [each.value for each in kenmerk.find(make_letter(text), HINTS)] == [code]


@pytest.mark.parametrize("said", ["Wmo 2015", "VV05", "1.240 euro", "gegevens A tot en met Z1"])
def test_other_words_in_brackets_behind_the_date_are_no_code(said: str) -> None:
    text = in_text(f"Bij brief van 30 juli 2026 ({said}) wijst u mijn alarm af.")
    assert kenmerk.find(make_letter(text), HINTS) == ()
