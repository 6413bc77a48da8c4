"""A text that only hands over its attachments is no letter; one that objects always is."""

import pytest

from extractors.pages.cover_note import is_cover_note

QUOTE = "Op ma 2 nov 2026 om 10:12 schreef Klantenservice <info@zk.example>:"
FORWARDED = (
    "Ter behandeling.\n\nGroet, Piet\n\nVan: Jan de Wit\nVerzonden: maandag 2 november 2026 10:11\n"
    "Aan: info\nOnderwerp: brief\n\nGeachte heer,\n\nMijn uren zijn minder geworden en ik red het "
    "niet meer alleen thuis.\n\nJan"
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Zie bijlage.",
        "Geachte heer, mevrouw,\n\nBijgaand treft u mijn bezwaarschrift aan.\n\nMet vriendelijke "
        "groet,\n\nJan de Wit\nDorpsstraat 1\n1234 AB Dorp\n06-12345678",
        "Hierbij stuur ik u mijn bezwaarschrift. Graag ontvang ik een bevestiging.\nGroet, Jan",
        "Hierbij dien ik mijn bezwaarschrift in (zie bijlage).\n\nVerzonden vanaf mijn iPhone",
        "Geachte mevrouw,\nIn de bijlage vindt u de klacht van mijn moeder met machtiging.\n"
        "Hoogachtend,\nMr. A. de Vries\n\nDeze e-mail is uitsluitend bestemd voor de "
        "geadresseerde. Indien u dit bericht ten onrechte ontvangt, verzoeken wij u het te wissen.",
        "Beste collega,\n\nTer behandeling.\n\nGroet,\nPiet",
        f"Hierbij nogmaals de bijlage.\n\n{QUOTE}\n> Wilt u die sturen omdat zij ontbrak?",
        "In de bijlage mijn bezwaarschrift tegen uw beschikking van 3 maart 2026, kenmerk 123.",
    ],
)
def test_a_text_that_only_hands_over_is_a_cover_note(text: str) -> None:
    assert is_cover_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij maak ik bezwaar tegen uw besluit van 3 maart 2026. Zie bijlage.",
        "Geachte heer,\n\nIk ben het niet eens met uw besluit.\n\nGroet, Jan",
        "Ik dien een klacht in over de thuiszorg. Foto's in de bijlage.",
        "Heb een klacht over de thuiszorg. Er verdwijnen spullen.\n\nGroet,\nBart",
        "Namens mijn moeder teken ik pro forma bezwaar aan, gronden volgen. Besluit bijgevoegd.",
        "Bijgaand mijn bezwaarschrift. Het besluit is onjuist omdat mijn man is overleden.",
        FORWARDED,
        "Mijn moeder krijgt te weinig uren zorg.",
        "Zie bijlage.\n\nGroet, Jan\n\nPS ik wil bezwaar maken",
        "Zie bijlage. " * 40,
    ],
)
def test_a_text_that_says_something_is_a_letter(text: str) -> None:
    assert not is_cover_note(text)


def test_what_a_reply_quotes_of_the_office_does_not_count() -> None:
    text = FORWARDED.replace("Ter behandeling.", "Hierbij de bijlage.")
    assert is_cover_note(text, subject="RE: brief")
    assert not is_cover_note(text, subject="FW: brief")
