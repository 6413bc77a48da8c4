"""BSN, kenmerk and relatienummer in the ways people write them."""

import pytest

from extractors.document import TextSource
from extractors.elements import bsn, kenmerk, relatienummer
from tests.factories import HINTS, make_letter


def body(sentence: str) -> str:
    return f"Geachte heer,\n\n{sentence}\n\nHoogachtend,\n\nA. Vos"


KENMERKEN = [
    ("bezwaar tegen uw besluit met kenmerk ZK-2026/00123 van 1 oktober 2026", "ZK-2026/00123"),
    ("uw besluit (kenmerk: WLZ 2026 004512) van 1 oktober 2026", "WLZ 2026 004512"),
    ("het besluit van 1 oktober 2026, kenmerk 2026-88812-AB, dat ik ontving", "2026-88812-AB"),
    ("Uw kenmerk: JZ/26.1234", "JZ/26.1234"),
    ("UW KENMERK        JZ/26.1234", "JZ/26.1234"),
    ("Zaaknummer: Z2026-00981", "Z2026-00981"),
    ("besluitnummer 70012345 d.d. 1 oktober 2026", "70012345"),
    ("uw beschikking met referentie PGB.26.77 is onjuist", "PGB.26.77"),
    ("beschikkingsnummer is 445566/2", "445566/2"),
    ("Betreft: bezwaar besluit kenrnerk BZ-55123", "BZ-55123"),
    ("Onze referentie: 4411\nUw referentie: ZK 8812", "ZK 8812"),
    ("dossiernr. 2026.4411", "2026.4411"),
    ("Betreft: bezwaar, PGB8463661", "PGB8463661"),
    ("bezwaar tegen uw besluit van 9 mrt. 2026, EN-4869-289. Zie hierna.", "EN-4869-289"),
    ("uw besluit van 23.03.2026 (wmo-2026-94889) is fout", "wmo-2026-94889"),
    ("uw besluit van 18 september 2026, 2661 7906 75, is fout", "2661 7906 75"),
    ("het besluit dat is geregistreerd onder CIZ4391958", "CIZ4391958"),
    ("Het kenmerk dat boven uw brief staat, is 2026-7788.", "2026-7788"),
    ("In de brief van 26 februari 2026 nr. UIT-202631629 staat dat.", "UIT-202631629"),
    ("Onderwerp: bezwaar 17663639", "17663639"),
    ("Bezwaarschrift inzake UIT-202665519", "UIT-202665519"),
    ("In de brief nr. B977156-26 staat dat ik geen hulp krijg.", "B977156-26"),
    ("Ik maak bezwaar tegen het besluit JZ/6890/KG van u.", "JZ/6890/KG"),
    ("Het kenmerk van uw brief is KMN20318.29.", "KMN20318.29"),
    ("U schreef mij af en het nummer is 88/RTW/2041, zie boven.", "88/RTW/2041"),
    ("Bezwaar tegen de hierboven bedoelde beslissing, genummerd VL77120.", "VL77120"),
    ("Boven de brief staat nummer Jgd26.11873.", "Jgd26.11873"),
    ("Mijn bezwaar gaat over de afwijzing op 3 mei 2026 (Jgd26.11874).", "Jgd26.11874"),
    ("Tegen uw besluit dd 2 oktober 2026 kenm. 26-77120 maak ik bezwaar.", "26-77120"),
    ("uw beschikking (referte 2026.09.883-K, dd. 16 september)", "2026.09.883-K"),
    ("Het gaat om zaak-ID 2026-118-WLZ van 1 oktober 2026.", "2026-118-WLZ"),
    ("Ik krijg geen scootmobiel. zaak 26-WMO-1180. dat is niet eerlijk", "26-WMO-1180"),
    ("Er staat bovenaan: 'Ons kenmerk: 2026-PGB-55120'. Dat klopt niet.", "2026-PGB-55120"),
    ("het genomen besluit d.d. 09-07-2026 (nr. 26MD 10903) niet", "26MD 10903"),
    ("De brief is van 7 mei 2026, bovenaan staat ZK-26/118342.", "ZK-26/118342"),
    ("Op de brief staat 81239944 en verder niets.", "81239944"),
    ("Het gaat om de beslissing (WMO26-1187 staat er bovenaan).", "WMO26-1187"),
    ("Nummer van die brief: INT/26/7719. Daarin staat nee.", "INT/26/7719"),
    ("Het pgb is ingetrokken (zie uw brief 568/818/192).", "568/818/192"),
    ("Over: indicatie 1102.77.26, 21 oktober", "1102.77.26"),
    ("de afwijzing, geregistreerd als 8567896/52, steunt nergens op", "8567896/52"),
]  # fmt: skip


def test_the_label_of_a_birth_date_below_a_number_is_no_part_of_it() -> None:
    letter = make_letter(f"{body('Ik maak bezwaar.')}\n\nRelatie-nr. 16-257500\nGeb. 17-04-1993")
    assert [each.value for each in relatienummer.find(letter, HINTS)] == ["16-257500"]


@pytest.mark.parametrize("label", ["Burger Service Nummer", "Burgerservicenummer", "BSN"])
def test_a_bsn_close_behind_its_label_is_read(label: str) -> None:
    (found,) = bsn.find(make_letter(f"{label}9999 90 019\n\n{body('Ik maak bezwaar.')}"), HINTS)
    assert found.value == "999990019"
    assert "gelabeld" in found.marks


def test_figures_in_brackets_behind_a_name_may_be_the_client_number() -> None:
    letter = make_letter(
        f"Betreft: bezwaar mw. A. Versteeg (30112245)\n\n{body('Ik maak bezwaar.')}"
    )
    (reference,), (client,) = kenmerk.find(letter, HINTS), relatienummer.find(letter, HINTS)
    assert reference.confidence < 0.6
    assert client.value == "30112245"
    assert client.confidence < 0.6


@pytest.mark.parametrize(
    ("subject", "numbers"),
    [
        ("Afgekeurde zorgbeschrijving, 38295150", ["38295150"]),
        ("Stoppen van mijn budget (38.295150)", ["38.295150"]),
        ("Onderwerp: stoppen van mijn budget, BH204696", ["BH204696"]),
        ("Bezwaar - 189/FHT/7069 - 36.138669", ["36.138669"]),
        ("Bezwaar - 189/FHT/7069", []),
        ("Afgekeurde zorgbeschrijving, zaak 38295150", []),
        ("Telefoon overdag - 0612345678", []),
        ("Afgekeurde zorgbeschrijving, 2026", []),
    ],
)
def test_figures_that_end_the_subject_may_be_the_client_number(
    subject: str, numbers: list[str]
) -> None:
    found = relatienummer.find(make_letter(f"{subject}\n\n{body('Ik maak bezwaar.')}"), HINTS)
    assert [each.value for each in found] == numbers
    assert all(each.confidence < 0.6 for each in found)


def test_a_number_in_brackets_behind_a_decision_is_its_kenmerk() -> None:
    (found,) = kenmerk.find(make_letter(body("Ik las uw besluit (30112245) met spijt.")), HINTS)
    assert found.confidence > 0.6


def test_a_thin_label_needs_a_number_of_an_office() -> None:
    (found,) = kenmerk.find(make_letter(body("Het is zaak 12345 al jaren.")), HINTS)
    assert found.confidence < 0.6


def test_a_code_that_was_hardly_read_is_no_noise() -> None:
    letter = make_letter(body("uw besluit van 18 september 2026 (nr. 26MD 10903)"), confidence=0.1)
    assert kenmerk.find(letter, HINTS)[0].confidence >= 0.3


def test_nine_figures_alone_under_the_label_are_as_sure_as_behind_it() -> None:
    (found,) = bsn.find(make_letter(f"BSN\n999990019\n\n{body('Ik maak bezwaar.')}"), HINTS)
    (other,) = bsn.find(make_letter(f"BSN\n999990019 van mij\n\n{body('Ik maak bezwaar.')}"), HINTS)
    assert other.confidence <= found.confidence
    assert found.confidence > 0.9


@pytest.mark.parametrize(("sentence", "value"), KENMERKEN)
def test_kenmerk_of_the_decision(sentence: str, value: str) -> None:
    found = kenmerk.find(make_letter(body(sentence)), HINTS)
    assert found[0].value == value
    assert found[0].confidence > 0.6


@pytest.mark.parametrize("sentence", ["Ons kenmerk: 2026.001 JV", "Mijn kenmerk: DJ/2026/1"])
def test_own_reference_of_the_sender_is_marked(sentence: str) -> None:
    found = kenmerk.find(make_letter(body(sentence)), HINTS)
    assert all("van_afzender" in each.marks for each in found)


@pytest.mark.parametrize("sentence", ["Zonder kenmerk kan ik niets vinden.", "Kenmerk: onbekend",
                                      "uw brief van 3 oktober 2026", "bezwaar op 03-10-2026",
                                      "Betreft: bezwaar pgb 2026"])  # fmt: skip
def test_words_are_no_kenmerk(sentence: str) -> None:
    assert kenmerk.find(make_letter(body(sentence)), HINTS) == ()


NUMBERS = [
    "BSN: 999990019", "BSN 9999.90.019", "burgerservicenummer 9999 90 019", "B.S.N.: 9999-90-019",
    "Mijn BSN is 999990019.", "BSN        999990019", "BSN-nummer: 999990019", "(BSN 999990019)",
    "BSN:\n999990019", "Burger service nummer: 999 990 019", "sofinummer 999990019",
    "Burgerservicenr.: 999990019", "Uw BSN: 999990019",
    "BSN van mijn moeder: 999990019", "BSN: 99999OO19", "BSN: 9 9 9 9 9 0 0 1 9",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NUMBERS)
def test_labelled_bsn(sentence: str) -> None:
    found = bsn.find(make_letter(body(sentence)), HINTS)
    assert found[0].value == "999990019"
    assert "gelabeld" in found[0].marks


@pytest.mark.parametrize(
    "sentence",
    ["Telefoon: 0612345678", "tel. 071-5825888", "IBAN NL91 ABNA 0417 1643 00",
     "polisnummer 123456782", "relatienummer 123456782", "tel 06 12 34 56 78",
     "kenmerk 2026-123456-01"],
)  # fmt: skip
def test_other_numbers_are_no_bsn(sentence: str) -> None:
    assert bsn.find(make_letter(body(sentence)), HINTS) == ()


@pytest.mark.parametrize("read", ["9999900019", "99990019"])
def test_a_figure_too_many_or_too_few_on_a_scan_leaves_the_choice_to_the_elfproef(
    read: str,
) -> None:
    letter = make_letter(body(f"BSN: {read}"), source=TextSource.OCR)
    repaired = [each for each in bsn.find(letter, HINTS) if "hersteld" in each.marks]
    assert "999990019" in {each.value for each in repaired}
    assert all(len(str(each.value)) == 9 for each in repaired)


def test_a_figure_too_many_in_typed_text_is_the_senders() -> None:
    (found,) = bsn.find(make_letter(body("BSN: 9999900019")), HINTS)
    assert (found.value, found.confidence <= 0.5) == ("9999900019", True)


def test_a_date_beside_the_number_is_no_part_of_it() -> None:
    found = bsn.find(make_letter(body("BSN: leeg, 12-5-2026 999.990.019")), HINTS)
    assert [each.value for each in found] == ["999990019"]


def test_bare_number_is_a_weak_candidate() -> None:
    (found,) = bsn.find(make_letter(body("Mijn nummer bij u, 999990019, staat erboven.")), HINTS)
    assert "gelabeld" not in found.marks
    assert found.confidence < 0.5


@pytest.mark.parametrize(
    ("sentence", "value"),
    [("Relatienummer: 12345678", "12345678"), ("Mijn relatienr. is 4455 6677.", "4455 6677"),
     ("Ons relatienr. bij u: 7120681.", "7120681"),
     ("Het relatienummer dat bovenaan uw brieven staat is 416.509.548.", "416.509.548"),
     ("Mijn vrouw is bij u ingeschreven onder 0044718-J.", "0044718-J"),
     ("ik sta bekend onder PV-33018", "PV-33018"),
     ("Zij heeft bij u nummer MZ 4470 118.", "MZ 4470 118"),
     ("Wij hebben bij jullie het nummer 447018.", "447018"),
     ("mijn nr is ZW 7719", "ZW 7719"),
     ("Onze relatienummers zijn 88.1140 en 88.1141.", "88.1140"),
     ("U kent mij onder 71.884103 (klantnummer).", "71.884103"),
     ("Mijn nummer bij u is KL420017.", "KL420017"),
     ("Cliëntnummer        C-99812", "C-99812"), ("klantnummer 778899 bij u", "778899"),
     ("KlantID: R368180", "R368180"), ("Klant-ID 7788992", "7788992")],
)  # fmt: skip
def test_relatienummer(sentence: str, value: str) -> None:
    assert relatienummer.find(make_letter(body(sentence)), HINTS)[0].value == value


def test_a_code_that_nothing_explains_may_be_the_kenmerk() -> None:
    (found,) = kenmerk.find(make_letter(body("Zie ook RTV-204415 voor wat ik bedoel.")), HINTS)
    assert (found.value, found.role, found.confidence < 0.5) == ("RTV-204415", "los", True)


def test_a_named_number_is_no_stray_code() -> None:
    text = "Mijn polisnummer AB204415 en relatienummer RL204416 staan op de pas."
    assert kenmerk.find(make_letter(body(text)), HINTS) == ()


@pytest.mark.parametrize(
    ("code", "is_doubted"),
    [("ss120-B-3", True), ("22026-0093117", True), ("Z2026-0093117", False), ("bz2026-117", False)],
)
def test_a_number_of_which_a_scan_misread_the_beginning_is_doubted(
    code: str, *, is_doubted: bool
) -> None:
    letter = make_letter(body(f"Kenmerk: {code}"), source=TextSource.OCR)
    assert (kenmerk.find(letter, HINTS)[0].confidence < 0.6) is is_doubted


def test_a_number_with_small_letters_in_a_text_is_as_it_was_typed() -> None:
    (found,) = kenmerk.find(make_letter(body("Kenmerk: ss120-B-3")), HINTS)
    assert found.confidence > 0.8


def test_figures_beside_the_word_for_a_case_are_offered_and_not_asked_for() -> None:
    found = kenmerk.find(make_letter(body("Het gaat om archief 2.004.118 bij u.")), HINTS)
    assert [(each.value, each.role, each.confidence < 0.5) for each in found] == [
        ("2.004.118", "los", True)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "In uw brief staat 24000 euro voor 2026.",
        "De brief noemt mijn polisnummer 88117720.",
        "Bel over de brief met 06-22114430.",
        "Het besluit ging naar 3512 AB Utrecht.",
    ],
)
def test_other_figures_are_no_number_of_a_case(sentence: str) -> None:
    assert kenmerk.find(make_letter(body(sentence)), HINTS) == ()


@pytest.mark.parametrize(
    "label",
    [
        "Referentie op de beslissing", "Kenmerk van de beslissing", "Nummer op het besluit",
        "Nummer dat op het besluit staat", "Referentie van uw brief",
    ],
)  # fmt: skip
def test_a_label_may_say_on_what_the_number_stands(label: str) -> None:
    text = f"{label:<40} IND/UW/5-7781\n\nGeachte heer,\n\nIk maak bezwaar.\n"
    found = kenmerk.find(make_letter(text), HINTS)
    assert found[0].value == "IND/UW/5-7781"
    assert found[0].confidence > 0.6


def test_a_label_at_the_end_of_a_full_subject_tells_of_the_number_below_it() -> None:
    subject = "Betreft: bezwaar tegen uw besluit over de zorg aan mevrouw A. de Boer (BSN"
    found = bsn.find(make_letter(f"{subject}\n999990019)\n\n{body('Dit klopt niet.')}"), HINTS)
    assert "gelabeld" in found[0].marks


def test_the_senders_own_number_may_be_called_so_the_other_way_round() -> None:
    text = f"Kenmerk ons: VR-26/0418\nUw kenmerk: 60.117.882\n\n{body('Dit klopt niet.')}"
    found = kenmerk.find(make_letter(text), HINTS)
    assert found[0].value == "60.117.882"
    assert all("van_afzender" in each.marks for each in found if each.value == "VR-26/0418")


@pytest.mark.parametrize(
    ("subject", "value"),
    [
        ("Onderwerp: Formele klacht - de heer W. Meeuwissen, cliëntnummer\nWB 60.117", "WB 60.117"),
        ("Onderwerp: Formele klacht - de heer W. Meeuwissen, cliëntnummer WB\n60.117", "WB 60.117"),
        ("Betreft: bezwaar tegen uw besluit, klantnummer moeder\n88-1107", "88-1107"),
    ],
)
def test_a_client_number_may_stand_below_the_subject(subject: str, value: str) -> None:
    letter = make_letter(f"{subject}\n\n{body('Ik ben het er niet mee eens.')}")
    assert [each.value for each in relatienummer.find(letter, HINTS)] == [value]


@pytest.mark.parametrize(
    "sentence",
    ["Het bedrijf staat ingeschreven onder KvK 12345678.", "De zaak is bekend onder 12345678."],
)
def test_what_is_known_under_a_number_may_be_no_client(sentence: str) -> None:
    assert not relatienummer.find(make_letter(body(sentence)), HINTS)


def test_whom_the_police_knows_is_hardly_a_client() -> None:
    letter = make_letter(body("Ik ben bij de politie bekend onder 4411223."))
    (found,) = relatienummer.find(letter, HINTS)
    assert found.confidence < 0.5


def test_a_bsn_beside_it_does_not_make_a_number_one_of_a_case() -> None:
    letter = make_letter(
        f"BSN 999990019 - registratienummer bij u 400281\n\n{body('Ik maak bezwaar.')}"
    )
    [found] = relatienummer.find(letter, HINTS)
    assert (found.value, found.confidence > 0.7) == ("400281", True)


@pytest.mark.parametrize("amount", ["70.000 euro", "\u20ac 70.000", "\u20ac70.000,-", "12.000 km"])
def test_an_amount_in_a_line_with_the_word_bezwaar_is_no_reference(amount: str) -> None:
    letter = make_letter(body(f"Ik maak bezwaar. Een nieuwe bus kost {amount}."))
    assert not kenmerk.find(letter, HINTS)
