"""What nobody explained may be the element that was not found, and nothing else may."""

import pytest

from extractors.absence.unexplained import find_unexplained
from extractors.document import TextSource
from extractors.element import ElementId
from extractors.extract import FINDERS
from extractors.once import for_one_file
from tests.factories import HINTS, make_letter

LETTER = """J. Jansen
Kerkstraat 12
2312 AB Leiden

Zorgkantoor VGZ
Postbus 5040
6802 EA Arnhem

{date}

Onderwerp: mijn zorg

Geachte heer, mevrouw,

{story}

Hoogachtend,

{name}
"""
DATE = "Leiden, 9 november 2026"


def unexplained(
    story: str = "Ik wil dit niet.",
    *,
    date: str = DATE,
    name: str = "J. Jansen",
    source: TextSource = TextSource.TEXT,
) -> dict[ElementId, str]:
    """Return the text that may be each element of a letter."""
    letter = make_letter(LETTER.format(date=date, story=story, name=name), source=source)
    with for_one_file():
        found = {finder.ELEMENT: finder.find(letter, HINTS) for finder in FINDERS}
        return {element: each.text for element, each in find_unexplained(letter, found).items()}


def test_in_a_letter_of_which_all_is_explained_nothing_may_be_more() -> None:
    assert not set(unexplained()) - {ElementId.NAAM}


@pytest.mark.parametrize(
    "date",
    [
        "Leiden, 9~11-2026",
        "Leiden, 09112026",
        "Leiden, 9 nvrnb 2026",
        "Leiden, 9 nvm 2026",
        "9·11~2026",
    ],
)
def test_a_date_of_which_a_sign_or_letter_was_lost_may_be_the_letters(date: str) -> None:
    assert ElementId.DATUM in unexplained(date=date)


@pytest.mark.parametrize(
    ("line", "source", "is_cut"),
    [
        ("Datum brief: 26", TextSource.OCR, True),
        ("Datum: 26 -- 2026", TextSource.OCR, True),
        ("Datum: 26", TextSource.TEXT, False),
        ("Datum: 999990019", TextSource.OCR, False),
        ("Datum: 73128-VZJ", TextSource.OCR, False),
    ],
)
def test_what_is_left_of_a_date_behind_its_label_may_be_the_letters(
    line: str, source: TextSource, *, is_cut: bool
) -> None:
    assert (ElementId.DATUM in unexplained(date=line, source=source)) is is_cut


def test_the_last_day_behind_a_bare_when_may_be_the_letters() -> None:
    assert ElementId.DATUM in unexplained(date="Wanneer: 9 november 2026")
    later = "Op 12 november 2026 heb ik gebeld."
    assert ElementId.DATUM not in unexplained(later, date="Wanneer: 9 november 2026")


@pytest.mark.parametrize(
    "line",
    [
        "3. Waar gaat het om?",
        "al 26 jaar",
        "tel. 071 5825888",
        "kamer 12",
        "geb. 9~11-1950",
        "12/4",
    ],
)
def test_other_figures_are_no_damaged_date(line: str) -> None:
    assert ElementId.DATUM not in unexplained(date=line)


@pytest.mark.parametrize(
    "story",
    [
        "Van jullie kwam op 28 september een brief dat ik moet betalen.",
        "Ik ben het niet eens met het papier van 2 oktober 2026.",
        "Met de epistel van 1 oktober ben ik het oneens.",
        "Toch krijgt ze het lage tarief (uitkomst 14-8-26).",
        "Hiertegen bezwaar! Sinds 6-10-2026 weet ik dat.",
        "Ik wil dit niet, zie het epistel van 6~10-2026 dat u kent.",
        "Jullie sturen mij een factuur, gedateerd 6 oktober 2026, en die betaal ik niet.",
        "Wat er in uw rapport van 6 oktober 2026 staat klopt niet.",
        "En toen de klap, 9 november 2026: budget gestopt.",
        "Dat deelden ze mij mee op 6 oktober 2026.",
    ],
)
def test_a_date_that_may_be_the_decisions(story: str) -> None:
    assert ElementId.BESLUITDATUM in unexplained(story)


@pytest.mark.parametrize(
    "story",
    [
        "Ik heb op 8 oktober 2026 de hele map opgestuurd, en dat staat niet in uw brief.",
        "Op 12 oktober 2026 heb ik bij u geklaagd.",
        "De laatste keer was op 25-06-2026.",
        "Mijn vader (26 augustus 1947) is ziek.",
        "In het rapport van mijn arts van 6 oktober 2026 staat het.",
        "Mijn vader, geboren op 26 augustus 1947, is ziek.",
        "Dezelfde badkamer is in februari 2025 aangevraagd.",
    ],
)
def test_a_date_of_something_else_is_no_decisions(story: str) -> None:
    assert ElementId.BESLUITDATUM not in unexplained(story)


@pytest.mark.parametrize(
    ("story", "code"),
    [
        ("Het gaat om uw papier van 2 oktober (1.204.557.903), zei men.", "1.204.557.903"),
        ("Mijn zaak bij u, 26 40931, loopt nog.", "26 40931"),
    ],
)
def test_a_code_without_a_label_may_be_the_reference(story: str, code: str) -> None:
    assert code in unexplained(story)[ElementId.KENMERK]


@pytest.mark.parametrize(
    "story",
    [
        "Ik moet 41.000 euro betalen, en dat is 9.200 te veel.",
        "Ik woon op Havenstraat 4015 in Leiden, 2312 AB.",
        "Volgens artikel 3.3.3.1234 Wlz mag dit niet.",
        "In 2025/2026 was het anders.",
        "Mijn telefoon is 071-5825888 en mijn bsn is 999990019.",
        "Het duurt van 12.30 tot 14.45 uur.",
    ],
)
def test_other_numbers_are_no_reference(story: str) -> None:
    assert ElementId.KENMERK not in unexplained(story)


def test_a_number_with_letters_for_figures_may_be_a_bsn() -> None:
    found = unexplained("Zij heet Els (BSN 999 99c 019) en is ziek.")
    assert found[ElementId.BSN] == "999 99c 019"


@pytest.mark.parametrize("figures", ["9999", "999 99"])
def test_some_figures_behind_the_label_may_be_the_rest_of_a_bsn(figures: str) -> None:
    assert unexplained(f"BSN moeder: {figures}")[ElementId.BSN] == figures


def test_a_label_of_a_bsn_without_figures_hides_none() -> None:
    assert ElementId.BSN not in unexplained("Mijn BSN geef ik liever niet.")


@pytest.mark.parametrize("word", ["26BG69834", "D17600825", "wachtlijst", "zorgplans"])
def test_a_code_or_word_of_nine_signs_is_no_bsn(word: str) -> None:
    assert ElementId.BSN not in unexplained(f"Het gaat om {word} bij u.")


def test_a_name_that_was_misread_may_be_the_senders() -> None:
    assert ElementId.NAAM in unexplained(name="S.J. ult den Bogaard")


def test_a_capital_inside_a_sentence_may_name_a_provider() -> None:
    found = unexplained("De begeleiding die Kwintessa mij geeft komt te laat.")
    assert found[ElementId.ZORGAANBIEDER] == "Kwintessa"


@pytest.mark.parametrize(
    "story",
    [
        "Het verslag van mevrouw Erdoyan klopt niet.",
        "Ik woon in Leiden aan de Havenstraat 12 en ben boos.",
        "Ik klaag op grond van de Algemene wet bestuursrecht.",
        "Dat was in Augustus. Daarna hoorde ik niets.",
    ],
)
def test_persons_places_and_laws_are_no_provider(story: str) -> None:
    assert ElementId.ZORGAANBIEDER not in unexplained(story)


def test_a_code_that_may_be_a_number_of_the_sender_may_be_the_reference_too() -> None:
    letter = LETTER.replace("Onderwerp: mijn zorg", "03-11-2026 mevrouw Jansen - 999900018")
    made = make_letter(letter.format(date=DATE, story="Ik wil dit niet.", name="J. Jansen"))
    with for_one_file():
        found = {finder.ELEMENT: finder.find(made, HINTS) for finder in FINDERS}
        first = find_unexplained(made, found)
    assert [each.value for each in found[ElementId.BSN]] == ["999900018"]
    assert "999900018" in first[ElementId.KENMERK].text


NAMELESS = LETTER.replace("J. Jansen\nKerk", "Kerk", 1)


def unexplained_name(story: str = "Ik wil dit niet.", *, name: str = "", head: str = "") -> bool:
    """Tell whether somebody may be named in a letter without a name at its usual places."""
    text = NAMELESS.format(date=DATE, story=story, name=name)
    letter = make_letter(text.replace("Onderwerp: mijn zorg", f"Onderwerp: {head or 'mijn zorg'}"))
    with for_one_file():
        found = {finder.ELEMENT: finder.find(letter, HINTS) for finder in FINDERS}
        return bool(found[ElementId.NAAM]) or ElementId.NAAM in find_unexplained(letter, found)


@pytest.mark.parametrize(
    "story",
    [
        "Voor de goede orde: dit schrijft Volkert Okkerse zelf.",
        "Deze brief is opgesteld door Xiaoling Zhang.",
        "Met een groet van Marchien Hagedoorn.",
        "Wij zijn met zijn tweeën: Xiaoling Zhang, dat ben ik, en de hond.",
        "Mijn kleinzoon Djairo Wiebenga mag er niet meer heen.",
    ],
)
def test_who_is_said_to_write_may_be_the_sender(story: str) -> None:
    assert unexplained_name(story)


@pytest.mark.parametrize(
    "name",
    [
        *("volkert okkerse", "Oyelaran", "Opsteller: Wubbo Dros", "A.W, clobrowski"),
        *("G.P, ult 8ogaard", "Dhr. B.", "mevr. A.C.", "B. H."),
        *("1. ten Have", "1). ten Have"),  # "I. ten Have" and "I.J. ten Have", scanned
    ],
)
def test_what_stands_below_the_closing_may_be_a_name(name: str) -> None:
    assert unexplained_name(name=name)


@pytest.mark.parametrize(
    "line",
    [
        *("jolanda dinkelman", "rob mettes relatienr 605 881 23", "g.w. pastoors 4.402.117"),
        *("a van der wal", "goeiemorgen ik ben rob mettes", "van shirley ramdin voor ons kind"),
        *("het gaat om mijn vader cor stomphorst", "27 juli 2026, Volkert Okkerse"),
        *("Volkert Okkerse - Ossenmarkt 2 - 9712 NZ",),
    ],
)
def test_a_line_that_begins_as_people_without_capitals_write_may_name_the_sender(line: str) -> None:
    text = f"Zorgkantoor VGZ\n\nik ben het er niet mee eens en wil bezwaar maken.\n\n{line}\n"
    letter = make_letter(text)
    with for_one_file():
        found = {finder.ELEMENT: finder.find(letter, HINTS) for finder in FINDERS}
        assert found[ElementId.NAAM] or ElementId.NAAM in find_unexplained(letter, found)


@pytest.mark.parametrize(
    "line",
    [
        "p.s. de bijlage volgt",
        "ik ben heel erg boos",
        "van het zorgkantoor 3 brieven",
        "dat was 3 mei",
    ],
)
def test_what_begins_in_small_letters_is_no_name_by_that(line: str) -> None:
    text = f"Zorgkantoor VGZ\n\nik ben het er niet mee eens en wil bezwaar maken.\n\n{line}\n"
    letter = make_letter(text)
    with for_one_file():
        found = {finder.ELEMENT: finder.find(letter, HINTS) for finder in FINDERS}
        assert not found[ElementId.NAAM]
        assert ElementId.NAAM not in find_unexplained(letter, found)


def test_somebody_in_the_subject_may_be_the_sender() -> None:
    assert unexplained_name(head="bezwaarschrift Volkert Okkerse tegen besluit")


@pytest.mark.parametrize(
    "story",
    [
        "Mijn begeleidster Anneke Postma van het wijkteam kan dit bevestigen.",
        "Het onderzoek is gedaan door dhr. K. Bultena.",
        "Ik woon in de Willem Barentszstraat 4.",
    ],
)
def test_people_in_the_story_are_not_the_sender(story: str) -> None:
    assert not unexplained_name(story)


@pytest.mark.parametrize("name", ["een bezorgde moeder", "naam:", "w.g.", "Een inwoner van Leiden"])
def test_what_names_nobody_is_no_name(name: str) -> None:
    assert not unexplained_name(name=name)


def test_a_complaint_about_somebody_is_not_by_them() -> None:
    assert not unexplained_name(head="klacht over de heer P. Smit")


@pytest.mark.parametrize(
    "date",
    [
        "Leiden, 9/xi/'26",
        "9 11 26",
        "datum 20261109",
        "november 9th 2026",
        "78-04-2026",
        "30-10-26Z6",
        "81 rnei 202G",
    ],
)
def test_a_date_in_odd_or_misread_figures_may_be_the_letters(date: str) -> None:
    assert ElementId.DATUM in unexplained(date=date)


@pytest.mark.parametrize(
    "line", ["tel. 06 11 11 26 45", "Postbus 91126", "Relatienummer 20261109", "kamer 9 11"]
)
def test_figures_of_something_else_are_no_odd_date(line: str) -> None:
    assert ElementId.DATUM not in unexplained(date=line)


@pytest.mark.parametrize(
    "story",
    [
        "Ik schrijf dit op 9 november 2026.",
        "Deze brief is op 9 november 2026 op de post gedaan.",
        "Nu, op 9 november 2026, zit ik nog zonder.",
        "Op 9 november 2026 heb ik deze brief gepost.",
    ],
)
def test_the_day_on_which_somebody_says_to_write_may_be_the_letters(story: str) -> None:
    assert ElementId.DATUM in unexplained(story, date="Leiden")


@pytest.mark.parametrize(
    "story",
    [
        "Op 5 november 2026 belde ik nog eens.",
        "Uw schrijven van 27 maart 2026 bereikte ons eerst heden.",
        "Ik wil graag voor 23 november 2026 antwoord.",
        "Mijn brief van 3 september 2026 kreeg geen antwoord.",
    ],
)
def test_another_day_in_the_story_is_not_the_letters(story: str) -> None:
    assert ElementId.DATUM not in unexplained(story, date="Leiden")


@pytest.mark.parametrize(
    "decision",
    ["besluit van vorige week maandag", "brief van gisteren", "besluit dd 031026"],
)
def test_a_decision_of_a_day_that_must_be_worked_out_has_a_date(decision: str) -> None:
    assert ElementId.BESLUITDATUM in unexplained(f"Ik maak bezwaar tegen uw {decision}.")


@pytest.mark.parametrize(
    "story",
    [
        "Op 29-5 kwam de mededeling dat ik er geen recht op heb.",
        "Tegen die beslissing, verstuurd 27/10, kom ik in bezwaar.",
        "Het gaat om uw brief van 2.2, waar ik bezwaar tegen maak.",
    ],
)
def test_a_day_and_a_month_in_figures_may_be_the_decisions(story: str) -> None:
    assert ElementId.BESLUITDATUM in unexplained(story)


@pytest.mark.parametrize(
    "story",
    [
        "Ik ben op 29-5 gevallen.",
        "Uw medewerker kwam om 10.15 uur, tussen 9-11 was afgesproken.",
        "Op 3/4 heb ik u gebeld, u nam niet op.",
    ],
)
def test_a_day_in_figures_of_something_else_is_no_decisions(story: str) -> None:
    assert ElementId.BESLUITDATUM not in unexplained(story)


@pytest.mark.parametrize(
    "story",
    ["Vorige week ben ik weer gevallen.", "De brief van de huisarts van vorige week stuur ik mee."],
)
def test_what_happened_last_week_is_no_decision(story: str) -> None:
    assert ElementId.BESLUITDATUM not in unexplained(story)


def address_in(story: str = "Ik wil dit niet.", *, lines: str = "") -> bool:
    """Tell whether an address may stand in a letter that gives none above it."""
    text = LETTER.replace("Kerkstraat 12\n2312 AB Leiden", lines or "\n")
    letter = make_letter(text.format(date=DATE, story=story, name="J. Jansen"))
    with for_one_file():
        found = {finder.ELEMENT: finder.find(letter, HINTS) for finder in FINDERS}
        return ElementId.ADRES in find_unexplained(letter, found)


@pytest.mark.parametrize(
    "story",
    [
        "Post bereikt mij op nummer 12 aan de Kade te Leiden, postcode 2312 AB.",
        "Ik woon in de flat op nummer 12, postcode 2312 AB.",
    ],
)
def test_where_somebody_says_to_live_may_be_an_address(story: str) -> None:
    assert address_in(story)


@pytest.mark.parametrize("lines", ["De Hoeve 3\nEefde", "8osrand 1\n94G7 LI Asscn"])
def test_a_line_with_a_number_over_the_letter_may_be_an_address(lines: str) -> None:
    assert address_in(lines=lines)


@pytest.mark.parametrize(
    "story", ["Ik woon op de derde verdieping.", "Mijn huis heeft 3 trappen.", "Ik woon alleen."]
)
def test_a_story_about_a_house_is_no_address(story: str) -> None:
    assert not address_in(story)


@pytest.mark.parametrize(
    "story",
    [
        "Diezelfde middag zaten wij bij de leiding.",
        "Ons verzoek om uitleg bleef onbeantwoord.",
        "De vertrouwenspersoon heeft bemiddeld.",
    ],
)
def test_a_step_in_other_words_may_be_one(story: str) -> None:
    assert ElementId.ONDERNOMEN in unexplained(story)


@pytest.mark.parametrize(
    "story",
    [
        "Zij was erg bot.",
        "Ik wil een gesprek met de directie.",
        "De brieven die ik van u krijg zijn niet te begrijpen.",
    ],
)
def test_a_wish_an_insult_or_what_came_in_is_no_step(story: str) -> None:
    assert ElementId.ONDERNOMEN not in unexplained(story)


@pytest.mark.parametrize(("length", "may_tell"), [(6, False), (7, True)])
def test_of_a_long_story_nobody_is_asked_for_a_step_or_an_outcome(
    length: int, may_tell: bool
) -> None:
    days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    found = unexplained(" ".join(f"Op {day} zat ik zonder eten." for day in days[:length]))
    assert (ElementId.ONDERNOMEN in found) == (ElementId.RESULTAAT in found) == may_tell


@pytest.mark.parametrize("story", ["Bij VGZ ben ik 45127788.", "Bij u heet ik 4512 7788."])
def test_a_number_that_nothing_explains_may_be_the_clients(story: str) -> None:
    assert ElementId.RELATIENUMMER in unexplained(story)


@pytest.mark.parametrize(
    "story",
    ["Mijn polisnummer is 45127788.", "Bel 0612345678.", "Het kostte 1250 euro in 2026.",
     "Mijn BSN is 999990019."],
)  # fmt: skip
def test_other_numbers_are_not_the_clients(story: str) -> None:
    assert ElementId.RELATIENUMMER not in unexplained(story)


def test_a_date_of_which_a_stripe_took_the_month_may_be_the_decisions() -> None:
    assert ElementId.BESLUITDATUM in unexplained(
        "Ik bedoel het papier van 2          2026, nr. 118"
    )
    assert ElementId.BESLUITDATUM not in unexplained("Ik heb het nog 2 keer gevraagd in 2026.")


@pytest.mark.parametrize(
    ("stamp", "may_be"), [("ingek.\n8 JUL. 2026", False), ("8 JUL 2026", True)]
)
def test_a_date_in_the_hand_of_a_stamp_is_the_letters_only_without_the_word_of_one(
    stamp: str,
    may_be: bool,
) -> None:
    letter = make_letter(f"{stamp}\n\nGeachte heer,\n\nIk ben boos over de hulp.")
    with for_one_file():
        assert (ElementId.DATUM in find_unexplained(letter, {})) is may_be
