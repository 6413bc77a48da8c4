"""What a person reads about a concept: what to check first, and why it cannot be made or sent."""

WARNINGS = {
    "adres_onzeker": "Het adres is niet zeker gelezen. Kijk het na.",
    "geen_adres": "Er is geen adres. Zoek het op en vul het in.",
    "adres_onvolledig": "Het adres is niet volledig. Zoek op wat ontbreekt en vul het in.",
    "naam_onzeker": "De naam is niet zeker gelezen. Kijk haar na.",
    "geen_naam": "Er is geen naam. Zoek op wie de afzender is en vul de naam in.",
    "namens_ander": (
        "Iemand anders schrijft voor de cliënt. Kijk aan wie deze brief moet en of het adres "
        "van die persoon is (Awb 6:17)."
    ),
    "te_laat": "De brief van de afzender is te laat. Laat een jurist naar deze brief kijken.",
    "misschien_te_laat": (
        "De brief van de afzender is misschien te laat. Zoek op wanneer het besluit is verzonden "
        "en laat een jurist naar deze brief kijken."
    ),
    "ontvangst_aangenomen": (
        "De dag van ontvangst is niet bekend; in deze brief staat {day}. Kijk of dat klopt."
    ),
    "geen_ontvangst": "De dag van ontvangst is niet bekend. Zoek haar op en zet haar in de brief.",
    "soort_onzeker": "Het is niet zeker wat voor brief dit is. Kijk of deze brief erbij past.",
    "niet_gevraagd": (
        "Niet zeker gelezen, en daarom niet gevraagd: {elements}. Kijk in de brief en zeg of het "
        "er staat. Maak dit concept daarna opnieuw."
    ),
    "beslisdatum_aangenomen": (
        "De datum van de beslissing rust op een aangenomen verzenddatum van het besluit. Kijk na "
        "wanneer het besluit is verzonden."
    ),
    "dag_voorbij": (
        "Deze dagen zijn al voorbij en staan niet in de brief: {days}. Kijk wat u belooft."
    ),
    "verkeerd_loket": (
        "De brief lijkt voor een andere organisatie. Kijk of u hem moet doorsturen in plaats van "
        "deze brief te sturen."
    ),
    "geen_verzendadres": (
        "Het profiel zegt niet naar welk adres de aanvulling moet. Vul het in de brief in."
    ),
    "geen_telefoon": "Het profiel noemt geen telefoonnummer. Vul in de brief in wie te bellen is.",
    "geen_afzender": "Het profiel noemt geen organisatie. Vul in wie deze brief stuurt.",
    "geen_adres_instantie": (
        "Het postadres van {body} is niet bekend. Zoek het op en vul het in; kijk ook of het de "
        "juiste organisatie is."
    ),
    "zet_ontvangst_op_brief": (
        "Zet de dag van ontvangst op de brief voordat u hem doorstuurt (Awb 6:15 lid 1)."
    ),
    "vrije_dag": "{day} is een vrije dag. Kies liever een werkdag als laatste dag.",
    "korte_termijn": "{day} is eerder dan gebruikelijk. Geef de afzender liever meer tijd.",
}

# Why a concept cannot be made.
REFUSALS = {
    "fout": "Deze brief kon niet worden gelezen. Lees hem eerst; maak daarna de brief.",
    "overig": (
        "Dit is geen bezwaar en geen klacht. Kies eerst de soort brief, of stuur de brief door."
    ),
    "niets_te_vragen": (
        "Er ontbreekt niets waar u om moet vragen. Stuur een ontvangstbevestiging."
    ),
    "geen_instantie": (
        "Het is niet bekend naar wie deze brief moet. Kies eerst de organisatie die erover gaat."
    ),
    "eigen_instantie": (
        "Deze brief is voor {organisation} zelf. Kies een andere organisatie om naar te sturen."
    ),
    "onbekende_instantie": 'De organisatie "{body}" is niet bekend. Kies een andere.',
    "geen_bestuursorgaan": (
        "{body} is geen bestuursorgaan. Stuur de brief niet door zonder toestemming van de "
        "afzender; vertel de afzender waar hij terechtkan."
    ),
    "zelf_geen_bestuursorgaan": (
        "{organisation} is geen bestuursorgaan en mag de brief niet zonder toestemming "
        "doorsturen. Vertel de afzender waar hij terechtkan."
    ),
    "laatste_dag_voorbij": "De laatste dag ({day}) ligt niet na de datum van de brief. Kies later.",
}

# Why a letter cannot be sent as it is.
FAULTS = {
    "nog_invullen": (
        'In de brief staat nog "{words}". Vul dat in of haal het weg en stuur de brief daarna.'
    ),
    "geen_geadresseerde": "Er staat niet aan wie de brief gaat. Vul naam en adres in.",
    "leeg": "De brief heeft geen onderwerp of geen tekst. Vul dat in.",
    "laatste_dag_weg": (
        "De laatste dag ({day}) staat niet meer in de brief. Zet die datum terug, of maak het "
        "concept opnieuw met een andere laatste dag."
    ),
    "datum_voorbij": (
        "De brief heeft de datum van {day}. Maak het concept opnieuw, zodat alle datums kloppen."
    ),
    "teken": (
        "Dit kan niet worden afgedrukt: {characters}. Schrijf het anders en stuur de brief daarna."
    ),
}

# Why it cannot be said any more that a letter did not go out.
TOO_LATE_TO_RECALL = (
    "Dit kan alleen op de dag waarop de brief is vastgelegd, en niet als er al antwoord is. "
    "Stuur zo nodig een nieuwe brief."
)

FILL_IN_NAME = "naam"
FILL_IN_ADDRESS = "adres"
FILL_IN_BODY = "postadres van {body}"
FILL_IN_REPAIR = "waar de aanvulling heen moet"
FILL_IN_PHONE = "telefoonnummer"
FILL_IN_OFFICE = "naam van de organisatie"
SOMEONE = "de persoon voor wie u schrijft"
ANYONE = "Geachte heer of mevrouw,"
YOUR_LETTER = "uw brief van {day}"
PAGES = ("bladzijde", "bladzijden")
WEEKS = {6: "zes", 12: "twaalf"}
