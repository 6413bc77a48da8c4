"""The letter's own date."""

import datetime as dt
from itertools import zip_longest

import pytest

from extractors.document import PageRole, TextSource
from extractors.element import STAMPED
from extractors.elements import datum
from tests.factories import HINTS, make_letter

BODY = "Geachte heer,\n\nIk heb een klacht over de wachttijd.\n\nHoogachtend,"


@pytest.mark.parametrize("line", ["Zwolle, 3 november", "DATUM: maandag 3 november"])
def test_a_day_without_a_year_is_given_as_it_is_written(line: str) -> None:
    (found,) = datum.find(make_letter(f"{line}\n\n{BODY}"), HINTS)
    assert found.value == "3 november"
    assert "zonder_jaar" in found.marks


def test_the_year_that_the_letter_names_elsewhere_is_the_letters_own() -> None:
    letter = make_letter(f"Zwolle, 3 november\n\n{BODY}\n\nBijlage: besluit van 1 oktober 2026")
    assert datum.find(letter, HINTS)[0].value == dt.date(2026, 11, 3)


def test_a_day_of_which_the_letter_only_tells_is_not_its_date() -> None:
    text = "Geachte heer,\n\nOp 6 oktober heb ik gebeld en niemand nam op.\n\nHoogachtend,"
    assert datum.find(make_letter(text), HINTS) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Iris de Wit, Oude Gracht 301 bis, 3511 PH Utrecht \u2014 16 november 2026\n\n"
        "Gemeente Utrecht\n\nHierbij mijn reactie op uw besluit van 26 oktober 2026.\n\nGroet,",
        "aan de gemeente apeldoorn 16 november 2026 ik ben mevrouw j kamphuis ik heb van u een\n"
        "brief gehad van 27 oktober 2026 daarin staat dat ik niets krijg ik maak bezwaar dank u",
    ],
)
def test_a_date_that_runs_on_from_a_place_may_be_the_letters(text: str) -> None:
    (found,) = datum.find(make_letter(text), HINTS)
    assert found.value == dt.date(2026, 11, 16)
    assert found.confidence <= 0.6
    assert datum.find(make_letter(f"Zwolle, 18 november 2026\n\n{text}"), HINTS)[0].value == (
        dt.date(2026, 11, 18)
    )


@pytest.mark.parametrize(
    "told",
    [
        "In Utrecht heb ik op 3 oktober 2026 gebeld en niemand nam op.",
        "Ik was in Utrecht 3 oktober 2026 en uw besluit van 16 oktober 2026 kwam later.",
        "De hulp in Utrecht 3 oktober kwam niet.",
    ],
)
def test_a_date_of_which_a_letter_tells_is_not_its_own_for_a_place_nearby(told: str) -> None:
    assert datum.find(make_letter(f"Geachte heer,\n\n{told}\n\nHoogachtend,"), HINTS) == ()


def test_what_a_later_page_quotes_is_not_the_date_of_the_letter() -> None:
    quoted = (
        "Baarlo, {}\n\nBeste Lian,\n\nKun jij opschrijven hoeveel tijd het kost?\n\nDat was het."
    )
    pages = [f"Baarlo, 5 november 2026\n\n{BODY}", quoted.format("15 oktober 2026")]
    roles = [PageRole.LETTER, PageRole.CONTINUATION]
    (found,) = datum.find(make_letter(pages, roles=roles), HINTS)
    assert found.value == dt.date(2026, 11, 5)
    # A later one is no quote, and where the first page has none there is no other.
    later = [pages[0], quoted.format("15 november 2026")]
    assert len(datum.find(make_letter(later, roles=roles), HINTS)) == 2
    (only,) = datum.find(make_letter([BODY, pages[1]], roles=roles), HINTS)
    assert only.value == dt.date(2026, 10, 15)


STAMPS = (
    "ONTVANGEN\n\n24-11-2026",
    "INGEKOMEN\n\n24 november 2026",
    "Ingekomen post\n\n24-11-2026",
)


@pytest.mark.parametrize("stamp", STAMPS)
def test_the_date_below_the_word_of_a_stamp_is_not_the_letters(stamp: str) -> None:
    (found,) = datum.find(make_letter(f"{stamp}\n\n3 november 2026\n\n{BODY}"), HINTS)
    assert found.value == dt.date(2026, 11, 3)


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_alone_leaves_it_to_a_person_whether_the_letter_is_dated(stamp: str) -> None:
    found = datum.find(make_letter(f"{stamp}\n\n{BODY}"), HINTS)
    assert all(each.confidence < 0.6 for each in found)
    assert all(STAMPED in each.marks for each in found)


def test_a_place_tells_that_the_date_below_a_stamp_is_the_letters() -> None:
    (found,) = datum.find(make_letter(f"INGEKOMEN\n\nZwolle, 3 november 2026\n\n{BODY}"), HINTS)
    assert found.confidence > 0.8


def test_the_word_of_a_stamp_with_a_date_says_nothing_of_the_date_beside_it() -> None:
    text = f"BINNENGEKOMEN{'':20}21-5-2026\n22 MEI 2026\n\n{BODY}"
    (found,) = datum.find(make_letter(text), HINTS)
    assert found.value == dt.date(2026, 5, 21)
    assert datum.find(make_letter(f"BINNENGEKOMEN{'':20}21-5-2026\n\n{BODY}"), HINTS) == ()


@pytest.mark.parametrize("label", ["Datum scan", "Datum van", "Registratiedatum"])
def test_of_a_date_behind_a_label_of_the_scanner_a_person_says_whose_it_is(label: str) -> None:
    (found,) = datum.find(make_letter(f"{label}: 3 november 2026\n\n{BODY}"), HINTS)
    assert found.confidence < 0.6
    assert STAMPED in found.marks
    both = f"{label}: 3 november 2026\n\nLeiden, 1 november 2026\n\n{BODY}"
    assert datum.find(make_letter(both), HINTS)[0].value == dt.date(2026, 11, 1)


def test_a_stamp_with_a_date_of_its_own_leaves_the_line_below_to_the_letter() -> None:
    stamp = "Binnengekomen:\n5 november 2026\nRegistratie"
    found = datum.find(make_letter(f"{stamp}\n\n3 november 2026\n\n{BODY}"), HINTS)
    assert found[0].value == dt.date(2026, 11, 3)
    assert found[0].confidence > 0.8


@pytest.mark.parametrize("word", ["POSTKAME", "POSTKAMER", "ONTVANGE", "DONTVANGEN"])
def test_a_stamp_that_came_down_on_the_senders_lines_does_not_date_the_letter(word: str) -> None:
    sender = f"J. Kwant\nDreef 3, 2312 AB Leiden, 06-12345678    {word}"
    stamped = " " * 45 + "24-11-2026"
    found = datum.find(make_letter(f"{sender}\n{stamped}\n\n3 november 2026\n\n{BODY}"), HINTS)
    assert [each.value for each in found] == [dt.date(2026, 11, 3)]


def test_of_two_dates_with_a_label_the_decisions_is_less_likely_the_letters() -> None:
    body = "Geachte heer,\n\nIk maak bezwaar tegen uw besluit van 21 oktober 2026.\n\nHoogachtend,"
    head = "Utrecht, 8 november 2026\nDatum: 21 oktober 2026\n\n"
    found = datum.find(make_letter(head + body), HINTS)
    assert found[0].value == dt.date(2026, 11, 8)
    assert all(each.confidence < found[0].confidence - 0.1 for each in found[1:])
    # When nothing else dates the letter, its label does.
    (only,) = datum.find(make_letter(head.partition("\n")[2] + body), HINTS)
    assert only.confidence > 0.8


def _values(text: str) -> list[object]:
    return [each.value for each in datum.find(make_letter(text), HINTS)]


SUBJECT = "Betreft: bezwaar namens mijn vrouw, mevrouw A. de Boer, tegen uw besluit 4471"


def test_the_day_of_a_decision_that_goes_on_below_the_subject_is_not_the_letters() -> None:
    text = f"{SUBJECT}\nvan 7 oktober 2026\n\nGeachte heer,\n\nZij heeft zorg nodig."
    assert _values(text) == []


def test_a_received_stamp_beside_the_label_is_not_the_date_of_the_letter() -> None:
    text = (
        "Datum                                   ONTVANGEN 09 NOV 2026\n6 november 2026\n\n\n"
        "Geachte heer,\n\nIk maak bezwaar."
    )
    assert _values(text)[:1] == [dt.date(2026, 11, 6)]


def test_dirt_before_a_date_below_its_label_takes_nothing_from_it() -> None:
    aside = "Telefoon\n0475 555 208\n\nUw kenmerk\nVZ.26.08.66\n\nDatum\n- 18 november 2026\n"
    story = "\n".join(["Ik maak bezwaar tegen het stoppen van mijn zorg."] * 8)
    letter = f"Geachte heer,\n\n{story}"
    rows = zip_longest(letter.split("\n"), f"\n\n{aside}".split("\n"), fillvalue="")
    text = "\n".join(f"{left:60}{right}" for left, right in rows)
    assert _values(text)[:1] == [dt.date(2026, 11, 18)]


@pytest.mark.parametrize(
    ("stamped", "source", "is_sure"),
    [
        ("20-06-2026", TextSource.OCR, False),
        ("20-09-2026", TextSource.OCR, True),
        ("20-06-2026", TextSource.TEXT, True),
    ],
)
def test_a_date_by_itself_soon_after_one_with_a_label_may_be_a_stamps(
    stamped: str, source: TextSource, is_sure: bool
) -> None:
    text = f"{stamped}\n\nA. Bakker\n\nDatum: 18-6-2026\n\n{BODY}"
    letter = make_letter(text, source=source)
    found = {each.value: each.confidence for each in datum.find(letter, HINTS)}
    assert found[dt.date(2026, 6, 18)] > 0.8
    day = dt.datetime.strptime(stamped, "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no zone
    assert (found[day] > datum.STAMPED_OVER) is is_sure


def test_a_day_and_an_hour_below_the_word_of_a_stamp_do_not_date_the_letter() -> None:
    text = f"Postkamer\n\n16-11-2026 10:42\nOntv.\n\n{BODY}\n\nA. Smit\nTer Aar, 13 november 2026"
    (found,) = datum.find(make_letter(text), HINTS)
    assert found.value == dt.date(2026, 11, 13)


@pytest.mark.parametrize(
    "head",
    [
        "Datum ontv.: 16-11-2026\nReg.nr.: 26.10312",
        "In te vullen door het zorgkantoor\nDatum: 16-11-2026",
        "2026-11-16 10:22:41 ZK0001887",
    ],
)
def test_what_a_mailroom_prints_on_a_letter_does_not_date_it(head: str) -> None:
    found = datum.find(make_letter(f"{head}\n\n{BODY}"), HINTS)
    assert all(STAMPED in each.marks and each.confidence < 0.6 for each in found)


def test_who_fills_in_a_form_dates_it_also_when_it_says_who_does() -> None:
    (found,) = datum.find(
        make_letter(f"Ingevuld door: A. Smit\nDatum: 16-11-2026\n\n{BODY}"), HINTS
    )
    assert found.confidence > 0.8


OFFICE = "Zorgkantoor Zorg en Zekerheid\nPostbus 428\n2300 AK Leiden"


def test_a_day_below_the_name_of_the_office_that_stands_elsewhere_too_may_be_a_stamp() -> None:
    pad = " " * 60
    stamp = f"{pad}Zorgkantoor\n{pad}Leiden, 16 november 2026"
    letter = make_letter(f"{OFFICE}\n\n{stamp}\n\n{BODY}", source=TextSource.OCR)
    (found,) = datum.find(letter, HINTS)
    assert STAMPED in found.marks
    (typed,) = datum.find(make_letter(f"{OFFICE}\n\n{stamp}\n\n{BODY}"), HINTS)
    assert STAMPED not in typed.marks
    letter = make_letter(f"{OFFICE}\nLeiden, 16 november 2026\n\n{BODY}", source=TextSource.OCR)
    assert STAMPED not in datum.find(letter, HINTS)[0].marks


@pytest.mark.parametrize(
    "subject",
    ["Betreft: bezwaarschrift van", "Onderwerp: mijn brief van", "Betr. klachtbrief d.d."],
)
def test_a_day_in_the_subject_is_offered_and_not_asked_for(subject: str) -> None:
    (found,) = datum.find(make_letter(f"{subject} 14 november 2026\n\n{BODY}"), HINTS)
    assert found.value == dt.date(2026, 11, 14)
    assert STAMPED in found.marks  # it may be an earlier letter's
    dated = datum.find(
        make_letter(f"Zwolle, 18 november 2026\n\n{subject} 14 november 2026\n\n{BODY}"), HINTS
    )
    assert [each.value for each in dated] == [dt.date(2026, 11, 18)]


def test_a_date_in_the_subject_after_the_decision_is_offered_to_a_person() -> None:
    text = (
        "Onderwerp: bezwaar tegen besluit Z-796-66941, 8 november 2026\n\nGeachte heer,\n\n"
        "Ik maak bezwaar tegen uw besluit van 22 oktober 2026.\n\nHoogachtend,"
    )
    (found,) = datum.find(make_letter(text), HINTS)
    assert (found.value, STAMPED in found.marks) == (dt.date(2026, 11, 8), True)
    assert datum.find(make_letter(text.replace("8 november", "8 oktober")), HINTS) == ()


@pytest.mark.parametrize(
    ("day", "source", "doubted"),
    [
        ("donderdag 22", TextSource.OCR, True),  # a Sunday
        ("zondag 22", TextSource.OCR, False),
        ("donderdag 22", TextSource.TEXT, False),  # people do mistake the day
    ],
)
def test_a_scanned_day_that_is_another_day_of_the_week_is_doubted(
    day: str, source: TextSource, *, doubted: bool
) -> None:
    letter = make_letter(f"Datum: {day} november 2026\n\n{BODY}", source=source)
    assert (STAMPED in datum.find(letter, HINTS)[0].marks) == doubted


def test_the_day_on_which_somebody_says_to_write_is_the_letters() -> None:
    text = BODY.replace("Ik heb", "Op deze dag, 3-11-2026, wend ik mij tot u. Ik heb")
    assert datum.find(make_letter(text), HINTS)[0].value == dt.date(2026, 11, 3)
