"""The Dutch words of the web service, by code. Each sentence about a problem says what to do.

No sentence repeats what was sent: it may hold someone's number or name.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What is said about one kind of problem."""

    status: int
    title: str
    detail: str


PROBLEMS = {
    "ongeldige_invoer": Words(
        400,
        "De invoer klopt niet",
        "Bij `errors` staat per veld wat er mis is en wat u kunt doen. Verbeter alles en stuur "
        "het verzoek opnieuw; er is niets opgeslagen.",
    ),
    "kapot_verzoek": Words(
        400,
        "Het verzoek is niet te lezen",
        "Het verzoek is onvolledig of niet goed opgebouwd, of de verbinding viel weg. "
        "Stuur het opnieuw; er is niets opgeslagen.",
    ),
    "geen_brieven": Words(
        400,
        "Er zit geen brief bij die kan worden aangenomen",
        "Bij `errors` staat per bestand waarom niet en wat u kunt doen. Er is niets opgeslagen.",
    ),
    "geen_sleutel": Words(
        401,
        "U bent niet aangemeld",
        "Stuur een geldige API-sleutel mee in de kop `Authorization: Bearer <sleutel>`. "
        "Is de sleutel verlopen of ingetrokken, vraag de beheerder om een nieuwe.",
    ),
    "mag_niet": Words(
        403,
        "Deze sleutel mag dit niet",
        "Vraag de beheerder om een sleutel met het recht `{scope}`.",
    ),
    "niet_gevonden": Words(
        404,
        "Dit bestaat niet",
        "Er is op dit adres niets te vinden, of het hoort niet bij uw organisatie. "
        "Controleer het adres; een schuine streep aan het eind hoort er niet.",
    ),
    "nog_geen_rapport": Words(
        404,
        "Er is nog geen rapport",
        "De brief wordt nog gelezen. Vraag het rapport later opnieuw op.",
    ),
    "geen_beeld": Words(
        404,
        "Van deze bladzijde kan geen beeld worden gemaakt",
        "Het bestand is beschadigd, beveiligd of te groot. Haal het bestand zelf op met /original.",
    ),
    "methode_bestaat_niet": Words(
        405,
        "Dit kan hier niet",
        "In de kop `Allow` staat welke methoden dit adres kent.",
    ),
    "vorm_bestaat_niet": Words(
        406,
        "Deze vorm is er niet",
        "Vraag met de kop `Accept` om {offered}.",
    ),
    "sleutel_hergebruikt": Words(
        409,
        "Deze Idempotency-Key is al gebruikt voor een andere zending",
        "Gebruik voor elke nieuwe zending een nieuwe sleutel. Dezelfde sleutel met precies "
        "dezelfde inhoud geeft hetzelfde antwoord als de eerste keer.",
    ),
    "hoort_bij_eerste": Words(
        409,
        "Deze brief zit met andere in een scan",
        "Het bestand kan alleen in zijn geheel worden vernietigd. "
        "Vernietig de eerste brief van de scan; bij deze brief staat welke dat is in `firstId`.",
    ),
    "kanaal_zonder_geheim": Words(
        409,
        "Dit kanaal heeft geen geheim",
        "Alleen een webhook ondertekent met een geheim; hier valt niets te vernieuwen.",
    ),
    "kanaal_is_weg": Words(
        409,
        "Het kanaal van deze bezorging is weggehaald",
        "Haal het rapport zelf op bij de brief, of maak een nieuw kanaal.",
    ),
    "te_groot": Words(
        413,
        "Het verzoek is te groot",
        "Stuur ten hoogste {max_mb} MB en {most} bestanden in een keer. Stuur de brieven in "
        "delen; er is niets opgeslagen.",
    ),
    "verkeerde_soort": Words(
        415,
        "Deze soort inhoud wordt niet aangenomen",
        "Stuur het verzoek met `Content-Type: {offered}`.",
    ),
    "te_vaak": Words(
        429,
        "Te veel verzoeken",
        "Wacht het aantal seconden dat in de kop `Retry-After` staat. Heeft u meer nodig, vraag "
        "de beheerder om de sleutel ruimer te maken.",
    ),
    "onverwachte_fout": Words(
        500,
        "Er ging iets mis in Postkamer",
        "Het is niet uw fout en er is niets half opgeslagen. Probeer het later opnieuw, en meld "
        "het aan de beheerder als het blijft gebeuren.",
    ),
    "geen_tijd": Words(
        503,
        "Postkamer kan dit nu niet doen",
        "De opslag is even bezet of niet bereikbaar. Probeer het opnieuw na het aantal seconden "
        "dat in de kop `Retry-After` staat; er is niets opgeslagen.",
    ),
    "schijf_vol": Words(
        507,
        "Er is geen ruimte meer",
        "De schijf van Postkamer is vol; er is niets opgeslagen. Waarschuw de beheerder en "
        "probeer het daarna opnieuw.",
    ),
}

# What only pages say.
PAGE_PROBLEMS = {
    "mag_niet_met_rol": Words(
        403,
        "Deze bladzijde is niet voor uw rol",
        "Vraag de beheerder of u hier bij mag.",
    ),
    "formulier_verlopen": Words(
        403,
        "Dit formulier is verlopen",
        "Ga terug, laad de bladzijde opnieuw en vul het formulier nog eens in.",
    ),
    "uitnodiging_werkt_niet": Words(
        404,
        "Deze uitnodiging werkt niet",
        "Zij is al gebruikt, verlopen of vervangen. Vraag de beheerder om een nieuwe.",
    ),
}

# What is wrong with one field, by code.
FAULTS = {
    "ontbreekt": "Dit veld ontbreekt. Geef het mee.",
    "onbekend": "Er is een veld meegegeven dat hier niet bestaat. Gebruik alleen: {known}.",
    "dubbel": "Dit veld staat er meer dan een keer. Geef het een keer mee.",
    "geen_datum": "Dit is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-20.",
    "geen_tijdstip": (
        "Dit is geen tijdstip met een tijdzone. Schrijf het zoals 2026-11-20T14:30:00+01:00."
    ),
    "geen_keuze": "Deze waarde bestaat niet. Kies uit: {known}.",
    "geen_getal": "Dit is geen geheel getal. Schrijf alleen cijfers.",
    "te_klein": "Dit getal is te klein. Het moet ten minste {least} zijn.",
    "te_hoog": "Dit getal is te groot. Het mag ten hoogste {most} zijn.",
    "te_kort": "Dit is te kort. Schrijf ten minste {least} tekens.",
    "te_lang": "Dit is te lang. Schrijf ten hoogste {most} tekens.",
    "te_veel": "Dit zijn er te veel. Geef er ten hoogste {most}.",
    "te_weinig": "Dit zijn er te weinig. Geef er ten minste {least}.",
    "geen_tekst": "Dit moet een tekst zijn. Zet het tussen aanhalingstekens.",
    "geen_lijst": "Dit moet een lijst zijn. Zet het tussen rechte haken.",
    "geen_object": "Dit moet een object zijn. Zet het tussen accolades.",
    "geen_json": "Dit is geen geldige JSON. Controleer komma's, haakjes en aanhalingstekens.",
    "dubbele_sleutel": "In deze JSON staat een sleutel twee keer. Haal er een weg.",
    "verkeerd_teken": "Hierin staan tekens die niet mogen. Gebruik letters, cijfers en - _ . : .",
    "klopt_niet": "Deze waarde klopt niet. Kijk in /v1/docs wat hier mag staan.",
    "in_de_toekomst": "Deze datum ligt in de toekomst. Geef de dag waarop het gebeurde.",
    "poststempel_na_ontvangst": (
        "Het poststempel is van na de ontvangst. Controleer beide datums; "
        "is het stempel onleesbaar, laat het dan weg."
    ),
    "onbekend_profiel": "Dit profiel bestaat niet. Kies uit: {known}.",
    "onbekend_kanaal": (
        "Dit bezorgkanaal bestaat niet bij uw organisatie. "
        "Vraag de beheerder welke kanalen er zijn, of laat het weg."
    ),
    "bestand_niet_meegestuurd": (
        "Er is geen bestand met deze naam meegestuurd. Schrijf de naam precies zoals die van het "
        "bestand, of haal de regel weg."
    ),
    "geen_bestand": "Er is geen bestand meegestuurd. Stuur ten minste een brief of ZIP mee.",
    "een_bestand": ("Stuur hier precies een brief. Meer brieven tegelijk kunnen naar /v1/batches."),
    "onbekende_sleutel": "Deze sleutel bestaat niet bij uw organisatie. Kijk op /v1/keys.",
    "naam_bestaat_al": "Deze naam is al in gebruik. Kies een andere.",
    "kanaalsoort_niet_hier": (
        "Deze soort kanaal maakt de beheerder van de installatie, met `postkamer channel add`. "
        "Kies uit: {known}."
    ),
    "instelling_niet_hier": (
        "Deze instelling noemt een bestand op de machine van Postkamer. Vraag de beheerder van de "
        "installatie om het kanaal te maken, met `postkamer channel add`."
    ),
    "in_het_verleden": "Dit tijdstip is al voorbij. Geef een tijdstip in de toekomst.",
    # what is wrong with a manifest
    "onbekende_kolom": (
        "Er is een kolom die niet bekend is. Gebruik alleen file, received, postmarked, channel "
        "en profile."
    ),
    "dubbele_kolom": "Een kolom staat er twee keer. Haal er een weg.",
    "kolom_file_ontbreekt": "De kolom file ontbreekt. Zet er de naam van het bestand in.",
    "te_veel_waarden": (
        "Er staan meer waarden dan kolommen. Zet een waarde met een scheidingsteken erin tussen "
        "aanhalingstekens."
    ),
    "naam_ontbreekt": "De naam van het bestand ontbreekt. Vul kolom file in.",
    "dubbele_naam": "Dit bestand staat er twee keer. Haal een van de twee regels weg.",
    "bestand_is_er_niet": (
        "Dit bestand staat niet in de ZIP. Verbeter de naam of haal de regel weg."
    ),
    "manifest_onleesbaar": "Het manifest is beschadigd of beveiligd. Zet het opnieuw in de ZIP.",
    "manifest_te_groot": "Het manifest is te groot. Verdeel de brieven over meer ZIP-bestanden.",
}

# What the description of the API says.
API_WORDS = {
    "title": "Postkamer",
    "text": (
        "Brieven aanbieden en rapporten ophalen. Postkamer leest bezwaarschriften en klachten, "
        "zegt wat er ontbreekt en of zij op tijd zijn. Wat is aangenomen (201 of 202) gaat niet "
        "meer verloren. Alle datums zijn jaar-maand-dag, alle tijden in UTC. Versies volgen "
        "Semantic Versioning; wat er veranderde staat in CHANGELOG.md."
    ),
    "version": "De volledige versie van de API.",
    "retry": "Na zo veel seconden heeft opnieuw proberen zin.",
    "location": "Waar het nieuwe te vinden is.",
    "link": "Waar de volgende bladzijde is (rel=next).",
    "security": (
        "Een API-sleutel van de beheerder: `Authorization: Bearer pk_...`. Bij elke bewerking "
        "staat welk recht nodig is. Een organisatie ziet alleen wat van haarzelf is."
    ),
    "idempotency": (
        "Een waarde die u zelf bedenkt en die bij deze ene zending hoort. Stuurt u dezelfde "
        "zending nog eens met dezelfde waarde, dan krijgt u hetzelfde antwoord en komt er niets "
        "dubbel binnen. Dezelfde waarde met andere inhoud geeft 409."
    ),
    "path_batchId": "De id van de zending.",
    "path_letterId": "De id van de brief.",
    "path_channelId": "De id van het kanaal.",
    "path_deliveryId": "De id van de bezorging.",
    "path_keyId": "De id van de sleutel.",
    "path_page": "Bladzijde van het bestand, vanaf 1; `.png` erachter mag.",
}
TAGS = {
    "brieven": "Brieven aanbieden, en wat ervan gelezen is ophalen.",
    "gebeurtenissen": "Horen wat er gebeurde.",
    "kanalen": "Waar rapporten heen gaan, en wat er niet aankwam.",
    "beheer": "Sleutels, organisatie en profielen.",
    "uitleg": "Wat de API over zichzelf vertelt.",
}
