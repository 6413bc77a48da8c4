"""What each date is the date of, in the words of many writers."""

import pytest

from extractors.dates.date_roles import dates_of
from extractors.elements import datum
from tests.factories import HINTS, make_letter

# (sentence, {date: role}); a date that is left out may have any role but that of another.
SENTENCES = [
    ("Hierbij maak ik bezwaar tegen uw besluit van 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    (
        "Op 5 oktober 2026 ontving ik uw besluit van 1 oktober 2026.",
        {"2026-10-05": "ontvangen", "2026-10-01": "gedateerd"},
    ),
    (
        "Op 5 oktober 2026 nam ik kennis van uw besluit met dagtekening 1 oktober 2026 en "
        "verzenddatum 2 oktober 2026.",
        {"2026-10-05": "ontvangen", "2026-10-01": "gedateerd", "2026-10-02": "verzonden"},
    ),
    (
        "In uw brief van 1 oktober 2026 deelt u mee dat mijn budget stopt.",
        {"2026-10-01": "gedateerd"},
    ),
    ("Op 1 oktober 2026 heeft u mijn aanvraag afgewezen.", {"2026-10-01": "gedateerd"}),
    ("Ik kreeg een besluit van afgelopen 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    ("De zorg van afgelopen dinsdag 6 oktober 2026 was slecht.", {"2026-10-06": ""}),
    ("Het gaat om wat u op 1 oktober 2026 besloot.", {"2026-10-01": "gedateerd"}),
    ("Toen ik op 1 oktober 2026 besloot te verhuizen, belde u.", {"2026-10-01": ""}),
    ("Het gaat om de afwijzing die u mij op 1 oktober 2026 stuurde.", {"2026-10-01": "verzonden"}),
    (
        "U heeft mij op 1 oktober 2026 een besluit gestuurd over het stoppen van mijn hulp.",
        {"2026-10-01": "verzonden"},
    ),
    ("U hebt mij op 1 oktober 2026 een kopie van het besluit gestuurd.", {"2026-10-01": ""}),
    ("U heeft op 1 oktober 2026 mijn aanvraag (nr. 5510) afgewezen.", {"2026-10-01": "gedateerd"}),
    ("De op 1 oktober 2026 afgegeven indicatie is te laag.", {"2026-10-01": "gedateerd"}),
    ("U wees mijn aanvraag af. Dat deed u op 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    ("Ik kreeg uw besluit pas later. Dat was op 5 oktober 2026.", {"2026-10-05": "ontvangen"}),
    ("U zou mij bellen. Dat deed u op 5 oktober 2026.", {"2026-10-05": ""}),
    (
        "Op 13 oktober 2026 kreeg ik een telefoontje en daarna uw besluit van dezelfde datum.",
        {"2026-10-13": "gedateerd"},
    ),
    (
        "Op 15 oktober 2026 kreeg zij het te horen. De beschikking is van diezelfde dag.",
        {"2026-10-15": "gedateerd"},
    ),
    (
        "Het besluit is op 1 oktober 2026 aan mij verzonden en ik zag dat ik het op 6 oktober 2026 "
        "heb ontvangen.",
        {"2026-10-01": "verzonden", "2026-10-06": "ontvangen"},
    ),
    (
        "Onlangs (1 oktober 2026, G-26-0112) besloot u mijn vergoeding te halveren.",
        {"2026-10-01": "gedateerd"},
    ),
    ("Ik verhuisde (1 oktober 2026) en toen besloot u dat.", {"2026-10-01": ""}),
    (
        "Er kwam een besluit. Deze dateert van 15-10 maar is pas op 20 oktober 2026 gekomen.",
        {"2026-10-15": "gedateerd"},
    ),
    (
        "In de beschikking van half oktober (13-10, nummer ZK-26-4410) stopt u per 1 mei 2026.",
        {"2026-10-13": "gedateerd"},
    ),
    ("Ik maak bezwaar tegen SBB 2026 1182 van 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    ("Bezwaar AB-7781 / 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    (
        "Op 1 oktober 2026 besliste mevrouw Kramer van uw afdeling dat ik mijn hulp kwijtraak.",
        {"2026-10-01": "gedateerd"},
    ),
    (
        "In de brief die ik op 6 oktober 2026 kreeg (van 1 oktober 2026) staat dat het stopt.",
        {"2026-10-06": "ontvangen", "2026-10-01": "gedateerd"},
    ),
    ("Dat is op 6 april 2022 door de rechter beslist.", {"2022-04-06": "dossier"}),
    (
        "1 oktober 2026 lag er een envelop van u. Er zat een besluit in van dezelfde dag.",
        {"2026-10-01": "gedateerd"},
    ),
    ("ZZ-4451 van 1 oktober 2026 is niet goed.", {"2026-10-01": "gedateerd"}),
    ("Mijn factuur 26-4451 van 1 oktober 2026 is niet betaald.", {"2026-10-01": "aanvraag"}),
    (
        "Daartegen loopt al een bezwaar van mij, van 5 november 2026.",
        {"2026-11-05": "eigen_brief"},
    ),
    ("Hij belde over zijn brief van 21 september 2026.", {"2026-09-21": "eigen_brief"}),
    ("De vorige beschikking liep van 1 september 2025 tot nu.", {"2025-09-01": "ingang"}),
    (
        "Uw medewerker zei op 12 oktober 2026 dat ik bezwaar moest maken.",
        {"2026-10-12": "voorval"},
    ),
    (
        "Op 1 oktober dit jaar werd mij schriftelijk meegedeeld dat het na 1 mei 2026 stopt.",
        {"2026-10-01": "gedateerd"},
    ),
    (
        "De 1e oktober 2026 kreeg ik uw beschikking toegestuurd en de 6e oktober 2026 belde ik u.",
        {"2026-10-01": "ontvangen", "2026-10-06": "voorval"},
    ),
    ("U mailde mij de juiste brief, die van 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    ("Uw collega kwam op 28 september 2026 praten.", {"2026-09-28": "voorval"}),
    (
        "Later, op 1 oktober 2026, schreven jullie dat hij naar huis moest.",
        {"2026-10-01": "gedateerd"},
    ),
    (
        "U zou een nieuw besluit nemen. Dat heeft u op 1 oktober 2026 gedaan.",
        {"2026-10-01": "gedateerd"},
    ),
    (
        "Het CAK heeft mij laten weten (brief 27 oktober 2026) dat ik betaal.",
        {"2026-10-27": "dossier"},
    ),
    ("Jullie indicatie klopt niet. Hij is van 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    ("Mijn vader is ziek. Hij is van 3 mei 1999.", {"1999-05-03": ""}),
    ("Daarna heeft u mij d.d. 1 oktober 2026 bericht dat het stopt.", {"2026-10-01": "gedateerd"}),
    (
        "Daarna heeft u mij op 1 oktober 2026 telefonisch laten weten dat u belt.",
        {"2026-10-01": ""},
    ),
    (
        "Het besluit dat mij op 19 oktober 2026 bereikte en dat op 15 oktober 2026 is gedagtekend.",
        {"2026-10-19": "ontvangen", "2026-10-15": "gedateerd"},
    ),
    ("Maar op 1 oktober 2026 zei u opeens nee.", {"2026-10-01": "gedateerd"}),
    ("De papieren die ik u op 3 augustus 2026 stuurde zijn kwijt.", {"2026-08-03": "eigen_brief"}),
    ("Mijn aanvraag is op 1 oktober 2026 buiten behandeling gesteld.", {"2026-10-01": "gedateerd"}),
    ("Mijn aanvraag is na lang wachten afgewezen: 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    ("Toch volgde op 1 oktober 2026 een afwijzing.", {"2026-10-01": "gedateerd"}),
    ("Ik kreeg een brief van jullie van 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    ("Het rapport van de arts, de dato 21 september 2026, klopt niet.", {"2026-09-21": "dossier"}),
    ("Daarna kwam u op 1 oktober 2026 met een nieuw besluit.", {"2026-10-01": "gedateerd"}),
    ("Jullie schreven 1 oktober 2026 dat ik niets krijg.", {"2026-10-01": "gedateerd"}),
    (
        "Mijn hulp is door u op 1 oktober 2026 van 7 naar 3 uur gebracht.",
        {"2026-10-01": "gedateerd"},
    ),
    ("De papieren zijn door u op 1 september 2026 ontvangen.", {"2026-09-01": "ontvangen"}),
    ("Briefnummer BR2026-7712 van 1 oktober 2026 klopt niet.", {"2026-10-01": "gedateerd"}),
    (
        "Mijn aanvraag van 3 augustus 2026 is op 1 oktober 2026 afgewezen.",
        {"2026-08-03": "aanvraag", "2026-10-01": "gedateerd"},
    ),
    ("Op 3 augustus 2026 heb ik een pgb aangevraagd.", {"2026-08-03": "aanvraag"}),
    ("Mijn moeder, geboren op 12-03-1940, woont alleen.", {"1940-03-12": "geboorte"}),
    ("Mevrouw Jansen (geb. 12-03-1940) woont alleen.", {"1940-03-12": "geboorte"}),
    ("Op 12 oktober 2026 heb ik gebeld met uw medewerker.", {"2026-10-12": "voorval"}),
    (
        "Tijdens het telefoongesprek van 12 oktober 2026 kreeg ik geen antwoord.",
        {"2026-10-12": "voorval"},
    ),
    (
        "Dat staat in het besluit dat op 5 oktober 2026 is verstuurd en op 8 oktober 2026 bij mij "
        "in de bus viel.",
        {"2026-10-05": "verzonden", "2026-10-08": "ontvangen"},
    ),
    (
        "De facturen zijn op 12 december 2025 per post naar u verstuurd.",
        {"2025-12-12": "eigen_brief"},
    ),
    ("De stukken zijn aan u toegezonden op 12 oktober 2026.", {"2026-10-12": "eigen_brief"}),
    (
        "Ik heb gemaild en op 15 september 2026 heb ik een aangetekende brief gestuurd.",
        {"2026-09-15": "eigen_brief"},
    ),
    (
        "Op 5 oktober 2026 heb ik uw besluit ontvangen dat u per post hebt verstuurd.",
        {"2026-10-05": "ontvangen"},
    ),
    (
        "Wij hebben op 5 oktober 2026 een brief van u gekregen over ons kind.",
        {"2026-10-05": "ontvangen"},
    ),
    ("Ik heb uw brief op 5 oktober 2026 gekregen.", {"2026-10-05": "ontvangen"}),
    (
        "Besluit: geen vergoeding voor de dierenarts van mijn hond (31-07-2026).",
        {"2026-07-31": "gedateerd"},
    ),
    (
        "Besluit: afwijzing van mijn aanvraag van 3 juli 2026.",
        {"2026-07-03": "aanvraag"},
    ),
    ("Beschikkingsnr. 2026 0917 33 van 17 september 2026.", {"2026-09-17": "gedateerd"}),
    ("Het pgb stopt met ingang van 1 januari 2027.", {"2027-01-01": "ingang"}),
    ("U hebt het budget per 1 januari 2027 verlaagd.", {"2027-01-01": "ingang"}),
    ("De beschikking d.d. 01-10-2026 met kenmerk AB-12 is onjuist.", {"2026-10-01": "gedateerd"}),
    (
        "Ik ben het niet eens met de beslissing die u op 1 oktober 2026 hebt verzonden.",
        {"2026-10-01": "verzonden"},
    ),
    ("Het besluit is op 2 oktober 2026 aan mij uitgereikt.", {"2026-10-02": "bekendgemaakt"}),
    ("Mijn brief van 4 september 2026 is niet beantwoord.", {"2026-09-04": "eigen_brief"}),
    (
        "Uw besluiten van 1 oktober 2026 en 8 oktober 2026 kloppen niet.",
        {"2026-10-01": "gedateerd", "2026-10-08": "gedateerd"},
    ),
    (
        "Bij besluit van 1 oktober jl. (1 oktober 2026) heeft u de indicatie verlaagd.",
        {"2026-10-01": "gedateerd"},
    ),
    (
        "Mijn pgb wordt stopgezet per brief van donderdag 1 oktober 2026.",
        {"2026-10-01": "gedateerd"},
    ),
    (
        "Ik schrijf omdat jullie mijn aanvraag weigeren op vrijdag 2 oktober 2026.",
        {"2026-10-02": "gedateerd"},
    ),
    ("Uw brief, gedateerd 1 oktober 2026, heb ik gelezen.", {"2026-10-01": "gedateerd"}),
    ("Graag ontvang ik uiterlijk 1 december 2026 een reactie.", {"2026-12-01": "termijn"}),
    ("Zij kreeg op 3 mei 2026 een beroerte en werd opgenomen.", {}),
    (
        "Het CIZ heeft bij indicatiebesluit van 1 oktober 2026 zorgprofiel VV4 afgegeven.",
        {"2026-10-01": "gedateerd"},
    ),
    ("de afwijzing van mijn aanvraag voor een traplift, 1 oktober 2026", {}),
    (
        "U meldde mij op 1 oktober 2026 dat de huishoudelijke hulp ophoudt.",
        {"2026-10-01": "gedateerd"},
    ),
    (
        "De taxipas vervalt (schrijven 1 oktober 2026) en daar kan ik niet mee leven.",
        {"2026-10-01": "gedateerd"},
    ),
    ("Ik kreeg brief datum 1 oktober 2026 over mijn rolstoel.", {"2026-10-01": "gedateerd"}),
    ("Dat hebt u op 1 oktober 2026 nog eens schriftelijk bevestigd.", {"2026-10-01": "gedateerd"}),
    ("Wat u mij op 1 oktober 2026 hebt laten weten, klopt niet.", {"2026-10-01": "gedateerd"}),
    ("U hebt mij 1 oktober 2026 laten weten dat de lift niet komt.", {"2026-10-01": "gedateerd"}),
    ("U nam op 1 oktober 2026 een besluit over mijn pgb.", {"2026-10-01": "gedateerd"}),
    (
        "Mijn bezwaar gaat over het op 1 oktober 2026 afgegeven besluit.",
        {"2026-10-01": "gedateerd"},
    ),
    ("Uw indicatiestelling van 1 oktober 2026 deugt niet.", {"2026-10-01": "gedateerd"}),
    ("In jullie mail van 1 oktober 2026 zat de beslissing.", {"2026-10-01": "gedateerd"}),
    ("Daar draaide het om. Afgewezen, 1 oktober 2026.", {"2026-10-01": "gedateerd"}),
    ("Ik heb 5 oktober 2026 weer zo'n brief van jullie gehad.", {"2026-10-05": "ontvangen"}),
    ("Ik krijg brief van gemeente 5 oktober 2026.", {"2026-10-05": "ontvangen"}),
    ("Jullie antwoord kwam met de post van 5 oktober 2026.", {"2026-10-05": "ontvangen"}),
    (
        "Ik maak bezwaar tegen het volgende besluit:\n- soort besluit: afwijzing meerzorg\n"
        "- datum: 1 oktober 2026\n- kenmerk: 26-118342",
        {"2026-10-01": "gedateerd"},
    ),
]

# Of these no office decided anything on that day.
NOT_DECIDED = [
    "Ik heb u op 1 oktober 2026 laten weten dat ik ga verhuizen.",
    "Wij hebben u op 1 oktober 2026 bericht dat zij is opgenomen.",
    "Ik gaf u op 1 oktober 2026 een afwijzing van de verzekeraar.",
    "Mijn dochter heeft u op 1 oktober 2026 laten weten wat er was.",
]


@pytest.mark.parametrize(("sentence", "roles"), SENTENCES)
def test_words_beside_a_date_tell_its_role(sentence: str, roles: dict[str, str]) -> None:
    half = len(sentence) // 2
    cut = sentence.find(" ", half)  # letters break their lines anywhere
    letter = make_letter(
        f"Geachte heer,\n\n{sentence[:cut]}\n{sentence[cut + 1 :]}\n\nHoogachtend,\n\nA. Vos"
    )
    found = {str(dated.found.date): dated.role for dated in dates_of(letter)}
    assert {date: found.get(date) for date in roles} == roles


HEADINGS = [
    ("Leiden, vrijdag 13 november 2026 _ Betreft: bezwaar", "2026-11-13", "dagtekening"),
    ("Re: beschikking jeugdhulp, JZ-26-0903, gedateerd 22 oktober 2026", "2026-10-22", "gedateerd"),
    ("Betreft: mijn uren, gedateerd 3 november 2026", "2026-11-03", "dagtekening"),
    ("Leiden, 3 november 2026", "2026-11-03", "dagtekening"),
    ("'s-Gravenhage, 3-11-2026", "2026-11-03", "dagtekening"),
    ("Datum: 3 november 2026", "2026-11-03", "dagtekening"),
    ("Datum        3 november 2026", "2026-11-03", "dagtekening"),
    ("DATUM\n3 november 2026", "2026-11-03", "dagtekening"),
    ("3 november 2026", "2026-11-03", "dagtekening"),
    ("Leiden 3 november 2026", "2026-11-03", "dagtekening"),
    ("Dinsdag 3 november 2026", "2026-11-03", "dagtekening"),
    ("Alphen aan den Rijn, dinsdag 3 november 2026", "2026-11-03", "dagtekening"),
    ("Betreft: bezwaar tegen besluit d.d. 1 oktober 2026", "2026-10-01", "gedateerd"),
    ("Datum besluit: 1 oktober 2026", "2026-10-01", "gedateerd"),
    ("Datum besluit        1 oktober 2026", "2026-10-01", "gedateerd"),
    ("Besluit van:     01-10-2026", "2026-10-01", "gedateerd"),
    ("Uw brief van:    01-10-2026", "2026-10-01", "gedateerd"),
    ("Verzenddatum besluit: 01-10-2026", "2026-10-01", "verzonden"),
    ("Geboortedatum: 01-10-1950", "1950-10-01", "geboorte"),
    ("3 november 2026 om 21:07", "2026-11-03", "dagtekening"),
    ("di 3-11-2026 8:15 uur", "2026-11-03", "dagtekening"),
    ("Datum brief zorgkantoor: 3 november 2026", "2026-11-03", "gedateerd"),
    ("INGEKOMEN 12 NOV 2026", "2026-11-12", "stempel"),
]


@pytest.mark.parametrize("sentence", NOT_DECIDED)
def test_what_the_office_was_told_on_a_day_is_no_decision(sentence: str) -> None:
    letter = make_letter(f"Geachte heer,\n\n{sentence}\n\nHoogachtend,\n\nA. Vos")
    assert all(each.role != "gedateerd" for each in dates_of(letter))


@pytest.mark.parametrize(("heading", "date", "role"), HEADINGS)
def test_heading_dates(heading: str, date: str, role: str) -> None:
    letter = make_letter(
        f"J. Jansen\nKerkstraat 1\n2311 AB Leiden\n\n{heading}\n\nGeachte heer, mevrouw,\n\n"
        "Hierbij maak ik bezwaar.\n\nHoogachtend,\n\nJ. Jansen"
    )
    assert [(str(d.found.date), d.role) for d in dates_of(letter)] == [(date, role)]


def test_a_row_of_a_list_tells_of_its_own_day_alone() -> None:
    letter = make_letter(
        "Geachte heer,\n\nIk zet op een rij:\n12-05-2026 aanvraag ingediend\n"
        "04-06-2026 keukentafelgesprek\n30-09-2026 besluit: afgewezen\n"
        "- 05-10-2026 gebeld met mevrouw Tan\n\nHoogachtend,"
    )
    roles = {str(dated.found.date): dated.role for dated in dates_of(letter)}
    assert roles == {
        "2026-05-12": "aanvraag",
        "2026-06-04": "voorval",
        "2026-09-30": "gedateerd",
        "2026-10-05": "voorval",
    }


def test_eight_figures_are_a_date_behind_a_label_for_one_only() -> None:
    letter = make_letter(
        "Datum besluit: 12032026\nKenmerk: 11032026\n\nGeachte heer,\n\n"
        "Het gaat over 10032026 en meer."
    )
    assert [(str(d.found.date), d.role) for d in dates_of(letter)] == [("2026-03-12", "gedateerd")]


def test_date_under_the_closing_is_the_letters() -> None:
    letter = make_letter(
        "Geachte heer,\n\nIk maak bezwaar tegen uw besluit van 1 oktober 2026.\n\n"
        "Hoogachtend,\n\nJ. Jansen\nLeiden, 3 november 2026"
    )
    roles = {str(dated.found.date): dated.role for dated in dates_of(letter)}
    assert roles == {"2026-10-01": "gedateerd", "2026-11-03": "dagtekening"}


def test_a_number_above_a_date_is_no_part_of_it() -> None:
    letter = make_letter(
        "Geachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n\n"
        "Naam:          J. Jansen\nTelefoon:      071-5120000\nDatum:         03-11-2026"
    )
    assert [(str(d.found.date), d.role) for d in dates_of(letter)] == [
        ("2026-11-03", "dagtekening")
    ]


def test_a_date_without_a_year_lies_before_the_letter() -> None:
    letter = make_letter(
        "Leiden, 5 januari 2027\n\nGeachte heer,\n\nUw besluit van 12 december jl. klopt niet."
    )
    found = {dated.role: str(dated.found.date) for dated in dates_of(letter)}
    assert found == {"dagtekening": "2027-01-05", "gedateerd": "2026-12-12"}


def test_of_two_dates_in_a_stamp_the_earliest_may_be_the_letters() -> None:
    letter = make_letter("INGEKOMEN 3 november 2026\n6 november 2026\n\nGeachte heer,\n\nNee.")
    (found,) = datum.find(letter, HINTS)
    assert (str(found.value), found.confidence < 0.6) == ("2026-11-03", True)


@pytest.mark.parametrize("later", ["1 januari 2027", "1 januari 2029"])
def test_a_day_without_a_year_is_the_last_before_the_letter(later: str) -> None:
    letter = make_letter(
        "Leiden, 7 november 2026\n\nGeachte heer,\n\nUw besluit van 5 oktober klopt niet. "
        f"Bij besluit van 12 december gaf u hulp tot {later}.\n\nHoogachtend,"
    )
    found = {str(each.found.date) for each in dates_of(letter) if each.role == "gedateerd"}
    assert found == {"2026-10-05", "2025-12-12"}
