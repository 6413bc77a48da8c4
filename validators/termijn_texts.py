"""The Dutch words about terms, by code: steps, outcomes, what to do now, remarks and deadlines.

Plain words, and what to do next. Whether a late letter is still handled is for a person to decide.
"""

# The steps of the reasoning about a term: {0}, {1} are its dates, {detail} a name or a number.
STEPS: dict[str, str] = {
    "verzonden": "Het besluit is verzonden op {0}.",
    "bekendgemaakt": "Het besluit is uitgereikt of op een andere manier bekendgemaakt op {0}.",
    "gedateerd": (
        "Op het besluit staat {0}. De verzenddatum is niet bekend; aangenomen is dezelfde dag."
    ),
    "alleen_ontvangen": (
        "Het besluit is ontvangen op {0}. De termijn begint niet bij ontvangst maar bij verzending."
    ),
    "voorbijgegaan": (
        "{0} ({detail}) is niet het begin van de termijn, want een andere datum gaat voor."
    ),
    "eerste_dag": "De termijn begint op {0}, de dag daarna.",
    "zes_weken": "De termijn duurt zes weken en loopt zo tot en met {0}.",
    "weekend": "{0} is een {detail}, dus de termijn loopt door.",
    "feestdag": "{0} is een feestdag ({detail}), dus de termijn loopt door.",
    "kb_dag": (
        "{0} is door de regering aangewezen als vrije dag, dus de termijn loopt door. "
        "Bron: {detail}."
    ),
    "laatste_dag": "De laatste dag is {0}.",
    "ontvangen": "De brief is ontvangen op {0}.",
    "elders_ontvangen": (
        "Een andere organisatie ontving de brief op {0}. De eerste ontvangst telt."
    ),
    "ontvangst_aangenomen": "De dag van ontvangst is niet bekend; aangenomen is {0}.",
    "niet_per_post": "De brief kwam niet met de post, dus alleen de dag van ontvangst telt.",
    "storing": (
        "Op de laatste dag, {0}, was er een storing bij de digitale post. Die kan de termijn "
        "verlengen; hoeveel is hier niet nagegaan."
    ),
    "week_erna": (
        "Een brief die op tijd is gepost, mag nog een week later binnenkomen: tot en met {0}."
    ),
    "week_verlengd": (
        "{0} is een vrije dag. Of de week dan doorloopt tot en met {1}, staat niet vast."
    ),
    "poststempel": (
        "De poststempel is van {0}. Dat geldt als de dag van posten, tenzij iets anders blijkt."
    ),
    "poststempel_onmogelijk": (
        "De poststempel van {0} is later dan de ontvangst en bewijst dus niets."
    ),
    "geen_poststempel": "Er is geen leesbare poststempel bekend.",
    "vrije_dagen_ertussen": (
        "Tussen de laatste dag en de stempel zijn alleen vrije dagen ({0} tot en met {1}). "
        "De brief kan dus eerder in de bus zijn gedaan."
    ),
    "werkdagen_erna": (
        "Werkdagen na de laatste dag tot en met {0}: {detail}. Bij hoogstens 2 wordt aangenomen "
        "dat de brief op tijd is gepost."
    ),
}

# Where the reasoning ends: the row of the decision table, or why none can be relied on.
OUTCOMES: dict[str, str] = {
    "R0_geen_ontvangst": "Regel R0: zonder dag van ontvangst is er geen oordeel.",
    "R0_geen_besluitdatum": "Regel R0: zonder datum van het besluit is er geen oordeel.",
    "R0_alleen_ontvangst": (
        "Regel R0: de ontvangst van het besluit zegt niet wanneer de termijn begon."
    ),
    "R0_zwak": "Regel R0: de datum van het besluit is niet zeker gelezen, dus geen oordeel.",
    "R0_meerdere": "Regel R0: de datums geven een verschillend oordeel. Kies de juiste datum.",
    "R0_aangenomen": (
        "Regel R0: de dag van ontvangst is aangenomen, en dan heet een brief nooit te laat."
    ),
    "R0_verzending": (
        "Regel R0: de dag van verzending is aangenomen, en dan heet een brief nooit te laat."
    ),
    "R0_jaar": "Regel R0: het jaar van het besluit is geraden; dan heet een brief nooit te laat.",
    "R1": "Regel R1: ontvangen voordat de termijn begon, dus te vroeg.",
    "R2": "Regel R2: ontvangen binnen de termijn, dus op tijd.",
    "R3": "Regel R3: niet met de post en ontvangen na de laatste dag, dus te laat.",
    "R3_storing": "Regel R3: ontvangen na de laatste dag, maar misschien liep de termijn door.",
    "R4": "Regel R4: met de post, maar meer dan een week na de laatste dag ontvangen, dus te laat.",
    "R5": ("Regel R5: op tijd gepost en binnen een week na de laatste dag ontvangen, dus op tijd."),
    "R6": (
        "Regel R6: op tijd gepost, maar ontvangen toen de week misschien al voorbij was, "
        "dus geen oordeel."
    ),
    "R7": "Regel R7: gepost na de laatste dag, dus te laat.",
    "R7_onbekend": (
        "Regel R7: de stempel is van na de laatste dag, maar eerder posten is mogelijk, "
        "dus geen oordeel."
    ),
    "R8": (
        "Regel R8: zo kort na de laatste dag ontvangen dat op tijd posten wordt aangenomen. "
        "Dat volgt uit uitspraken van de Raad van State over PostNL; voor andere bezorgers is "
        "het niet zeker."
    ),
    "R9": (
        "Regel R9: zonder stempel moet de afzender aannemelijk maken dat de brief op tijd is "
        "gepost, dus nog geen oordeel."
    ),
    "zelfde_uitkomst": "Alle datums geven hetzelfde oordeel.",
    "klacht": "Voor een klacht geldt geen termijn van zes weken.",
    "niet_tijdig": "Tegen het uitblijven van een besluit geldt geen termijn van zes weken.",
    "overig": "Dit is geen bezwaar, dus er geldt geen termijn van zes weken.",
}

ASK_WHY = (
    "Vraag de afzender waarom de brief later kwam. Een jurist beslist of dat een goede reden is "
    "(Awb 6:11)."
)
HANDLE = "Neem de brief in behandeling."
# What to do now, by the code of the outcome.
NEXT: dict[str, str] = {
    "R0_geen_ontvangst": "Zoek op wanneer de brief is ontvangen.",
    "R0_geen_besluitdatum": "Zoek het besluit op en kijk wanneer het is verzonden.",
    "R0_alleen_ontvangst": "Zoek op wanneer het besluit is verzonden.",
    "R0_zwak": "Kijk in de brief of in het besluit welke datum er staat.",
    "R0_meerdere": "Zoek op tegen welk besluit het bezwaar gaat en wanneer dat is verzonden.",
    "R0_aangenomen": "Zoek op wanneer de brief is ontvangen.",
    "R0_verzending": "Zoek in de verzendadministratie op wanneer het besluit is verzonden.",
    "R0_jaar": "Zoek op in welk jaar het besluit is genomen en wanneer het is verzonden.",
    "R1": (
        "Neem de brief in behandeling; dat mag wachten tot de termijn begint. Was het besluit er "
        "nog niet, leg de brief dan voor aan een jurist."
    ),
    "R2": HANDLE,
    "R3": ASK_WHY,
    "R3_storing": "Zoek op hoe lang de storing duurde en laat een jurist beslissen.",
    "R4": ASK_WHY,
    "R5": "Neem de brief in behandeling. Bewaar de envelop met de stempel.",
    "R6": "Bewaar de envelop en laat een jurist beslissen.",
    "R7": ASK_WHY,
    "R7_onbekend": (
        "Bewaar de envelop, vraag wanneer de brief is gepost en laat een jurist beslissen."
    ),
    "R8": "Neem de brief in behandeling. Bewaar de envelop.",
    "R9": "Vraag de afzender om een bewijs van verzending en laat een jurist beslissen.",
    "zelfde_uitkomst": HANDLE,
    "klacht": "Behandel de klacht. Kijk hieronder voor welke dag.",
    "niet_tijdig": "Geef de brief vandaag door aan Juridische Zaken.",
    "overig": "Kijk zelf wat voor brief dit is.",
}

# What is odd about the dates that were given.
REMARKS: dict[str, str] = {
    "besluit_na_ontvangst": (
        "Het besluit is van {0}, na de ontvangst van de brief op {1}. Kijk of de datums kloppen."
    ),
    "besluit_lang_geleden": (
        "Het besluit is van {0}, meer dan een jaar voor de ontvangst. Kijk of het jaar klopt."
    ),
    "besluit_op_vrije_dag": (
        "{0} is een dag in het weekend of een feestdag. Dat mag, maar kijk of de datum klopt."
    ),
    "verzonden_voor_besluit": (
        "Het besluit is verzonden op {0}, eerder dan de datum die erop staat ({1}). "
        "Kijk welke datum klopt."
    ),
    "voor_de_awb": "Op {0} gold de Awb nog niet. Kijk of het jaar klopt.",
    "poststempel_na_ontvangst": (
        "De poststempel ({0}) is later dan de ontvangst ({1}). Kijk welke datum klopt."
    ),
    "poststempel_voor_besluit": (
        "De poststempel ({0}) is ouder dan het besluit ({1}). Kijk of de datums kloppen."
    ),
    "poststempel_telt_niet": (
        "De brief kwam niet met de post, dus de poststempel telt niet. Kijk of het kanaal klopt."
    ),
    "storing_telt_niet": (
        "Een storing op {0} maakt hier geen verschil: zij telt alleen voor digitale post en op "
        "de laatste dag."
    ),
    "elders_na_ontvangst": (
        "De andere organisatie ontving de brief op {0}, later dan hier ({1}). "
        "Kijk welke datum klopt."
    ),
    "in_de_toekomst": "{0} moet nog komen. Kijk of de datum klopt.",
    "eerste_van_meer": (
        "Er is meer dan één datum gegeven; de dagen hierna zijn gerekend vanaf {0}. "
        "Reken opnieuw als een andere datum de goede is."
    ),
    "hersteld_voor_verzoek": (
        "Het herstel kwam op {0}, voordat erom gevraagd was ({1}). Kijk of de datums kloppen."
    ),
    "gedraging_na_klacht": (
        "De klacht kwam op {0}, voor de gebeurtenis van {1}. Kijk of de datums kloppen."
    ),
    "gedraging_lang_geleden": (
        "De gebeurtenis van {0} is meer dan een jaar ouder dan de klacht van {1}. Behandelen hoeft "
        "niet, maar mag wel. Laat een jurist beslissen."
    ),
    "kb_dagen_onbekend": (
        "Van {detail} is niet bekend welke extra vrije dagen de regering heeft aangewezen. "
        "Reken de laatste dag zelf na."
    ),
}

# What must be said beside a day that follows.
NOTES: dict[str, str] = {
    "geen_wettelijke_termijn": (
        "De wet noemt hiervoor geen termijn; dit is wat organisaties gewoonlijk doen."
    ),
    "herstel_loopt": (
        "Het herstel is nog niet binnen. Gerekend is tot en met {0}; reken opnieuw als het komt."
    ),
    "herstel_op_tijd": "Het herstel kwam op {0} en is op tijd.",
    "herstel_na_termijn": (
        "Het herstel kwam op {0}, na de termijn. Kwam het met de post, kijk dan naar de stempel; "
        "een jurist beslist wat er volgt."
    ),
    "herstel_vrije_dag": (
        "De termijn eindigt op een vrije dag. Houd hem open tot en met {0} en laat een jurist "
        "beslissen."
    ),
    "opschorting": (
        "Tijdens het herstel stond de beslistermijn stil: {detail}, zonder de dag van het verzoek "
        "en de dag van het herstel."
    ),
    "opschorting_voor_begin": (
        "Om herstel is gevraagd op {0}, voordat de beslistermijn op {1} begon. Dagen daarvoor "
        "tellen niet mee in de vroegste datum."
    ),
    "opschorting_na_einde": (
        "Om herstel is gevraagd op {0}, toen de beslistermijn al voorbij was ({1}). "
        "Die stond dus niet meer stil."
    ),
    "latere_datum": (
        "Hoe de stilgelegde dagen worden geteld, staat niet vast: {0} is ook te verdedigen. "
        "Werk met de vroegste datum."
    ),
    "verdagen": "Verdagen kan één keer, schriftelijk en uiterlijk op {0}.",
    "verlengen": (
        "Verlengen kan één keer, als de zorgaanbieder dat uiterlijk op {0} schriftelijk laat weten."
    ),
    "alleen_met_instemming": (
        "Verder uitstel kan alleen als de afzender er schriftelijk mee instemt, en niemand anders "
        "er nadeel van heeft."
    ),
    "verdaging_atw": (
        "Schuift de eerste termijn ook op naar een werkdag, dan wordt het {0}; dat staat niet vast."
    ),
    "advies_geen_atw": (
        "De termijn is langer dan twaalf weken en schuift dus niet op naar een werkdag."
    ),
    "advies_compleet": (
        "Deze termijn loopt vanaf de dag dat het Zorginstituut alle stukken heeft."
    ),
    "dwangsom_bedrag": "Per dag: {detail}.",
    "dwangsom_bedrag_onzeker": (
        "Deze bedragen zijn gezien tot en met {0}. Ze worden geïndexeerd; zoek op wat nu geldt."
    ),
    "dwangsom_eerste_dag": (
        "Gerekend is vanaf de dag na de laatste dag om zonder dwangsom te beslissen. "
        "Of dat precies zo is, is niet nagegaan."
    ),
    "ingebrekestelling_te_vroeg": (
        "De ingebrekestelling kwam voor het einde van de beslistermijn ({0}) en heeft dan geen "
        "gevolg. Leg dit voor aan een jurist."
    ),
    "ingebrekestelling_onzeker": (
        "De beslistermijn eindigt op {0} of op {1}, dus of de ingebrekestelling te vroeg kwam, "
        "staat niet vast. Leg dit voor aan een jurist."
    ),
    "ingebrekestelling_op_tijd": "De beslistermijn was voorbij sinds {0}.",
    "ingebrekestelling_beslistermijn": (
        "Dit geldt alleen als de beslistermijn al voorbij was. Zoek dat op."
    ),
    "klacht_ouder_dan_een_jaar": ("De klacht kwam op {0}, meer dan een jaar na de gebeurtenis."),
    "klacht_binnen_een_jaar": "De klacht kwam op {0}, binnen een jaar.",
    "schrikkeldag": (
        "Een jaar na 29 februari eindigt op {0} of op {1}; dat staat niet vast. "
        "Houd de tweede dag aan voor de afzender."
    ),
    "klacht_doorgezonden": (
        "De klacht kwam op {0} eerst bij een andere organisatie. Gerekend is vanaf de ontvangst "
        "hier; of de eerste dag telt, is niet gevonden."
    ),
    "alleen_bij_weigering": "Alleen nodig als u de klacht niet in behandeling neemt.",
    "wkkgz_begin": (
        "De termijn begint als de zorgaanbieder de klacht heeft: {0}. Bij Klachtenportaal Zorg is "
        "dat de dag dat de klachtenfunctionaris hem schriftelijk inlicht."
    ),
    "werkdagen": "Geteld zijn dagen van maandag tot en met vrijdag die geen feestdag zijn.",
    "kb_dagen_later": (
        "Van {detail} zijn de extra vrije dagen nog niet bekend. Reken deze dag later na."
    ),
}

# What must or may be done by a day.
DEADLINES: dict[str, str] = {
    "ontvangstbevestiging": "Ontvangst bevestigen",
    "herstel": "Laatste dag voor herstel door de afzender",
    "beslissing_op_bezwaar": "Beslissen op het bezwaar",
    "beslissing_na_verdaging": "Beslissen op het bezwaar na verdaging",
    "afgesproken_uitstel": "Afgesproken uitstel loopt af",
    "advies_zorginstituut": "Advies van het Zorginstituut",
    "besluit_zonder_dwangsom": "Beslissen zonder dwangsom",
    "eerste_dwangsomdag": "Eerste dag met dwangsom",
    "laatste_dwangsomdag": "Laatste dag met dwangsom",
    "dwangsombesluit": "Besluit over de dwangsom",
    "klacht_indienen": "Klacht indienen over de gebeurtenis",
    "bericht_niet_in_behandeling": "Laten weten dat de klacht niet wordt behandeld",
    "afhandeling_klacht": "Klacht afhandelen",
    "afhandeling_na_verdaging": "Klacht afhandelen na verdaging",
    "verzoek_ombudsman": "Verzoek van de klager aan de ombudsman",
    "oordeel_zorgaanbieder": "Oordeel van de zorgaanbieder",
    "oordeel_na_verlenging": "Oordeel van de zorgaanbieder na verlenging",
    "geschil_voorleggen": "Geschil voorleggen door de klager",
    "uitspraak_geschil": "Uitspraak van de geschilleninstantie",
    "bevestiging_en_uitnodiging_hoorzitting": (
        "Ontvangst bevestigen en uitnodigen voor de hoorzitting"
    ),
    "eerste_contact": "Eerste contact met de klager",
    "streefdatum_afhandeling": "Klacht afgehandeld hebben",
}

LINES = STEPS | OUTCOMES | REMARKS | NOTES


def step_text(code: str, *dates: str, detail: str = "") -> str:
    """Return the sentence of a step, an outcome, a remark or a note, filled in."""
    return LINES[code].format(*dates, detail=detail)


def deadline_text(what: str) -> str:
    """Return in words what is to be done; a promise of an own profile gives its own words.

    >>> deadline_text("eerste_huisbezoek")
    'Eerste huisbezoek'
    """
    return DEADLINES.get(what, what.replace("_", " ").capitalize())
