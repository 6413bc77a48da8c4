"""Letters of many shapes with the people who should be found in them. All people are invented."""

from dataclasses import dataclass

ADDRESSEE = """Zorg en Zekerheid
t.a.v. afdeling Juridische Zaken
Postbus 400
2300 AK  LEIDEN
"""


@dataclass(frozen=True)
class Case:
    """A letter and what a careful reader would say about its people."""

    id: str
    text: str
    naam: str = ""
    rol: str = "client"
    adres: str = ""  # "postcode huisnummer", or "straat huisnummer" without a postcode
    contact: str = ""  # "naam / relatie"
    marks: frozenset[str] = frozenset()


CASES = (
    Case(
        "classic letter with sender block, recipient and typed name",
        f"""
Mevr. A.B. de Vries
Dorpsstraat 12
2311 AB  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Betreft: bezwaarschrift tegen uw besluit van 10 februari 2026

Geachte heer, mevrouw,

Hierbij maak ik bezwaar tegen uw besluit van 10 februari 2026.
Mijn huisarts dr. P. Zonneveld vindt dat ik meer zorg nodig heb.

Hoogachtend,



A.B. de Vries
""",
        naam="A.B. de Vries",
        adres="2311 AB 12",
        marks=frozenset({"afzenderblok", "onder_sluiting"}),
    ),
    Case(
        "sender block on the right",
        f"""
                                                   J.P. van den Berg
                                                   Kerkweg 4a
                                                   3511 KL Utrecht

{ADDRESSEE}

Datum: 3 maart 2026
Onderwerp: bezwaar

Geachte mevrouw, heer,

Ik ben het niet eens met uw besluit.

Met vriendelijke groet,


J.P. van den Berg
""",
        naam="J.P. van den Berg",
        adres="3511 KL 4a",
    ),
    Case(
        "recipient first, sender only at the end",
        f"""
{ADDRESSEE}
Utrecht, 3 maart 2026

Geachte heer/mevrouw,

Ik maak bezwaar tegen het besluit van 1 februari 2026 omdat het onjuist is.

Hoogachtend,


Fatima El Amrani
Lange Nieuwstraat 101-2
3512 PH Utrecht
06-12345678
""",
        naam="Fatima El Amrani",
        adres="3512 PH 101-2",
        marks=frozenset({"onder_sluiting"}),
    ),
    Case(
        "everything about the sender in one line",
        f"""
J. Bakker, Molenlaan 3, 1422 XN Uithoorn, tel. 0297-123456

{ADDRESSEE}
Geachte heer, mevrouw,

Ik dien een klacht in over de wachttijd.

Groet,
J. Bakker
""",
        naam="J. Bakker",
        adres="1422 XN 3",
    ),
    Case(
        "grid of labels in capitals with the values beside them",
        """
NAAM          K. ÖZTÜRK
ADRES         LAAN VAN NIEUW OOST-INDIË 14
POSTCODE      2593 BT
WOONPLAATS    'S-GRAVENHAGE

AAN           ZORG EN ZEKERHEID
T.A.V.        JURIDISCHE ZAKEN

DATUM         3 MAART 2026
ONDERWERP     BEZWAAR

Ik ben het niet eens met uw besluit van 4 februari 2026.

Hoogachtend,
""",
        naam="K. Öztürk",
        adres="2593 BT 14",
        marks=frozenset({"gelabeld"}),
    ),
    Case(
        "labels with the values below them",
        """
Naam
M. da Silva

Adres
Plein 1944 12

Postcode en woonplaats
6511 JK Nijmegen

Geachte heer, mevrouw,

Ik maak bezwaar.
""",
        naam="M. da Silva",
        adres="6511 JK 12",
    ),
    Case(
        "surname and initials on lines of their own",
        """
Achternaam:      Jansen
Tussenvoegsel:   van
Voorletters:     H.G.
Straat:          Beatrixlaan
Huisnummer:      7
Postcode:        4207 BD
Woonplaats:      Gorinchem

Ik heb een klacht over de zorg.
""",
        naam="H.G. van Jansen",
        adres="4207 BD 7",
    ),
    Case(
        "ondergetekende in running text",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Ondergetekende, Pieter 't Hart, wonende te (2312 CD) Leiden aan de Breestraat 12 bis, maakt
hierbij bezwaar tegen het besluit van 1 februari 2026, kenmerk ZK-26-1234.

Hoogachtend,
""",
        naam="Pieter 't Hart",
        adres="2312 CD 12 bis",
        marks=frozenset({"lopende_tekst"}),
    ),
    Case(
        "my name is, address in a sentence that runs over the line",
        """
Geachte heer, mevrouw,

Mijn naam is Małgorzata Kowalska en ik woon op de Boulevard Heuvelink
5, 6828 KG Arnhem. Ik wil een klacht indienen over uw medewerker.
Mevrouw Jansen van uw afdeling zei dat ik moest wachten.

Met vriendelijke groet,
Małgorzata Kowalska
""",
        naam="Małgorzata Kowalska",
        adres="6828 KG 5",
    ),
    Case(
        "e-mail header",
        """
Van: Sanne Willems <sanne.willems@voorbeeld.nl>
Aan: klachten@zorgenzekerheid.nl
Datum: 3 maart 2026 10:12
Onderwerp: klacht

Hallo, ik wacht al drie weken op antwoord. Dit vind ik niet netjes.

Groetjes Sanne
""",
        naam="Sanne Willems",
        contact="Sanne Willems / zelf",
    ),
    Case(
        "daughter writes for her mother and signs",
        f"""
B. Smit-de Wit
Ringdijk 8
1097 AH Amsterdam

{ADDRESSEE}
Geachte heer, mevrouw,

Namens mijn moeder, mevrouw A.C. de Wit-Pronk, geboren 4 mei 1938, maak ik bezwaar tegen uw
besluit van 10 februari 2026. Mijn moeder woont in De Rietvinck, Vinkenstraat 185, 1013 JR
Amsterdam.

Met vriendelijke groet,


B. Smit-de Wit (dochter)
""",
        naam="A.C. de Wit-Pronk",
        contact="B. Smit-de Wit / dochter",
    ),
    Case(
        "lawyer's letterhead, Inzake client / body",
        f"""
Van Dalen & Prins Advocaten
Herengracht 100
1015 BS Amsterdam

{ADDRESSEE}
Amsterdam, 3 maart 2026
Inzake: mevrouw S.R. Ramdin / Zorg en Zekerheid
Ons kenmerk: 20260077
Uw kenmerk: ZK-26-1234

Geachte heer, mevrouw,

Namens cliënte, mevrouw S.R. Ramdin, wonende te 2521 AA Den Haag aan de Hoefkade 33, dien ik
hierbij pro forma bezwaar in tegen uw besluit van 10 februari 2026.

Hoogachtend,


mr. P.Q. van Dalen
advocaat
""",
        naam="S.R. Ramdin",
        adres="2521 AA 33",
        contact="P.Q. van Dalen / advocaat",
    ),
    Case(
        "lawyer without the client's address",
        f"""
Prins Rechtsbijstand B.V.
Postbus 12
3500 AA Utrecht

{ADDRESSEE}
Geachte heer, mevrouw,

Als gemachtigde van de heer T. Nguyen maak ik bezwaar tegen uw besluit van 10 februari 2026.

Hoogachtend,


mr. E. Prins
""",
        naam="T. Nguyen",
        contact="E. Prins / gemachtigde",
    ),
    Case(
        "mentor in the first sentence",
        """
Mentorschap Rivierenland
t.n.v. O. de Groot
Waalkade 2
6511 XP Nijmegen

Geachte heer, mevrouw,

Hierbij maak ik, O. de Groot, mentor van de heer L. van 't Hof, bezwaar tegen uw besluit.

Hoogachtend,

O. de Groot
""",
        naam="L. van 't Hof",
        contact="O. de Groot / mentor",
    ),
    Case(
        "bewindvoerder with a signature line",
        """
Geachte heer, mevrouw,

In mijn hoedanigheid van bewindvoerder van mevrouw D. Martina teken ik bezwaar aan.

Hoogachtend,

R. Kaya
bewindvoerder
""",
        naam="D. Martina",
        contact="R. Kaya / bewindvoerder",
    ),
    Case(
        "parent for a child",
        """
Fam. Visser
Zuiderzeestraat 1
8011 AB Zwolle

Geachte heer, mevrouw,

Namens mijn zoon Tim Visser maak ik bezwaar tegen de afwijzing van zijn pgb.

Met vriendelijke groet,
Karin Visser
moeder van Tim Visser
""",
        naam="Tim Visser",
        adres="8011 AB 1",
        contact="Karin Visser / moeder",
    ),
    Case(
        "form with client and contact person",
        """
Gegevens cliënt
Naam: G. Hendriks
Adres: Stationsweg 9
Postcode en woonplaats: 7311 NZ Apeldoorn
Relatienummer: 1234567

Gegevens contactpersoon
Naam: Anja Hendriks
E-mail: anja.hendriks@voorbeeld.nl
Relatie: dochter

Geachte heer, mevrouw,

Ik heb een klacht over de service van het zorgkantoor.

Met vriendelijke groet,
Anja Hendriks
""",
        naam="G. Hendriks",
        adres="7311 NZ 9",
        contact="Anja Hendriks / dochter",
    ),
    Case(
        "client label, and the client signs",
        """
Cliënt: J. Mulder
BSN: 999990019
Adres: Havenkade 3 B, 1781 AC Den Helder

Ik maak bezwaar tegen uw besluit van 10 februari 2026 omdat ik de zorg niet kan missen.

Hoogachtend,

J. Mulder
""",
        naam="J. Mulder",
        adres="1781 AC 3 B",
    ),
    Case(
        "couple",
        f"""
J. en M. de Vries-Jansen
Oude Singel 88
2312 RE Leiden

{ADDRESSEE}
Geachte heer, mevrouw,

Wij maken bezwaar.

Hoogachtend,

J. de Vries           M. de Vries-Jansen
""",
        naam="J. de Vries-Jansen",
        adres="2312 RE 88",
    ),
    Case(
        "first name only",
        """
Hallo,

Ik vind dat jullie slecht zijn, niemand belt terug. Ik wil een klacht doen.

groetjes
Samira
""",
        naam="Samira",
        marks=frozenset({"alleen_voornaam"}),
    ),
    Case(
        "the person greeted is not the sender",
        f"""
{ADDRESSEE}
Geachte mevrouw De Jong,

U schreef mij op 4 februari 2026. De heer K. Bos van uw afdeling heeft mij gebeld.
Mijn arts, dr. H. Kuiper, vindt mij te ziek.

Hoogachtend,

Xhoi Berisha
""",
        naam="Xhoi Berisha",
    ),
    Case(
        "nobody gives a name",
        f"""
{ADDRESSEE}
Geachte mevrouw De Jong,

Ik maak bezwaar tegen uw besluit. Mevrouw Pieters van de thuiszorg zei dat dit fout is.

Hoogachtend,
""",
        naam="",
    ),
    Case(
        "care provider's address in the story",
        f"""
W. Dekker
Haarlemmerstraat 200
2312 GC Leiden

{ADDRESSEE}
Geachte heer, mevrouw,

Ik heb een klacht over Thuiszorg De Linde, locatie Parkweg 10, 2333 ZA Leiden. De
verpleegkundige, mevrouw T. Boersma, kwam steeds te laat.

Hoogachtend,
W. Dekker
""",
        naam="W. Dekker",
        adres="2312 GC 200",
    ),
    Case(
        "typed name and place before the date",
        """
Zorgkantoor VGZ
Postbus 30374
6803 AJ Arnhem

Bergen op Zoom, 3 maart 2026

Geachte heer, mevrouw,

Hierbij teken ik bezwaar aan tegen uw beslissing van 10 februari 2026.

Hoogachtend,

Mw. C. Wong A Kwai
Achter de Kerk 3
4611 AA Bergen op Zoom
""",
        naam="C. Wong A Kwai",
        adres="4611 AA 3",
    ),
    Case(
        "surname first after the label",
        """
Naam: Vries, J.P. de
Adres: Dorpsstraat 12
1234 AB Ergens

Geachte heer, mevrouw,

Ik maak bezwaar.
""",
        naam="J.P. de Vries",
        adres="1234 AB 12",
    ),
    Case(
        "lowercase without punctuation",
        """
naam jan de wit
adres dorpsstraat 5
1234 ab leiden

hallo ik ben het niet eens met uw brief
""",
        naam="Jan de Wit",
        adres="1234 AB 5",
    ),
    Case(
        "post box of a citizen",
        f"""
A. Post
Postbus 88
9700 AB Groningen

{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar.

Hoogachtend,
A. Post
""",
        naam="A. Post",
        adres="9700 AB 88",
    ),
    Case(
        "care of an institution",
        f"""
Dhr. R. de Boer
p/a Stichting De Brug
Kade t/o 5
1011 AA Amsterdam

{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar.

R. de Boer
""",
        naam="R. de Boer",
        adres="1011 AA t/o 5",
    ),
    Case(
        "no closing formula, name as the last line",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar tegen het besluit van 1 februari 2026.

Ik hoor graag van u.

Soeresh Baldewsingh
""",
        naam="Soeresh Baldewsingh",
    ),
    Case(
        "section with the data of the one who files",
        """
BEZWAARSCHRIFT

Gegevens indiener
Naam: E. Koster
Adres: Rozenstraat 77 hs
Woonplaats: 1016 NN Amsterdam
Geboortedatum: 1 januari 1950

Gegevens zorgaanbieder
Naam: B. Loos
Adres: Zorgweg 1
Postcode en plaats: 1000 AA Amsterdam

Ik ben het niet eens met uw besluit.

Handtekening:
""",
        naam="E. Koster",
        adres="1016 NN 77 hs",
    ),
    Case(
        "relative clause: my client who lives elsewhere",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Tot mij wendde zich mijn cliënt, de heer M. el Bouzidi, geboren op 3 april 1960, met het verzoek
om bezwaar te maken tegen uw besluit van 10 februari 2026.

Hoogachtend,


mw. mr. A. Zwart
Zwart Advocatuur
Singel 5
1012 VC Amsterdam
""",
        naam="M. el Bouzidi",
        contact="A. Zwart / gemachtigde",
    ),
    Case(
        "authorising one's daughter in the letter: the client still writes",
        f"""
Mevr. H. Timmer
Lijsterlaan 2
2352 AB Leiderdorp

{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar. Ik machtig mijn dochter, Ellen Timmer-Blok, om namens mij het woord te doen.

Hoogachtend,
H. Timmer
""",
        naam="H. Timmer",
        adres="2352 AB 2",
        contact="Ellen Timmer-Blok / dochter",
    ),
    Case(
        "signed on behalf of",
        f"""
Mw. J. Postma
Heerestraat 1
9711 LA Groningen

{ADDRESSEE}
Geachte heer, mevrouw,

Hierbij maak ik bezwaar tegen uw besluit.

Hoogachtend,

namens J. Postma,
S. Postma, zoon
""",
        naam="J. Postma",
        adres="9711 LA 1",
        contact="S. Postma / zoon",
    ),
    Case(
        "supporter writes for a named client without a block",
        """
Beste mensen,

Ik ben onafhankelijk cliëntondersteuner en schrijf u namens de heer Mohamed Ben Ali.
Hij is het niet eens met de indicatie.

Met vriendelijke groet,
Loes van Rijn
cliëntondersteuner MEE
loes@mee-voorbeeld.nl
""",
        naam="Mohamed Ben Ali",
        contact="Loes van Rijn / cliëntondersteuner",
    ),
    Case(
        "namens without the mother's name: her block on top",
        f"""
Mevr. T. Hoekstra-Bos
Wilhelminapark 6
8911 AB Leeuwarden

{ADDRESSEE}
Geachte heer, mevrouw,

Namens mijn moeder maak ik bezwaar tegen uw besluit van 10 februari 2026.

Met vriendelijke groet,
F. Hoekstra
""",
        naam="T. Hoekstra-Bos",
        adres="8911 AB 6",
        contact="F. Hoekstra / kind",
    ),
    Case(
        "OCR damage in postcode, initial and place",
        f"""
]. Mulder
Kerkstraat l2
3SO1 AB  UTRECBT

{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar.

Hoogachtend,

J. Mulder
""",
        naam="J. Mulder",
        adres="3501 AB 12",
    ),
    Case(
        "foreign address",
        f"""
P. Janssens
Kerkstraat 5
B-2000 Antwerpen
België

{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar.

Hoogachtend,
P. Janssens
""",
        naam="P. Janssens",
        adres="B-2000 5",
    ),
    Case(
        "titles around the name",
        """
drs. ing. W.F. Scholten MSc
Bergweg 3
6881 LM Velp

Geachte heer, mevrouw,

Ik maak bezwaar.

Hoogachtend,
drs. ing. W.F. Scholten MSc
""",
        naam="W.F. Scholten",
        adres="6881 LM 3",
    ),
    Case(
        "married name with e/v",
        """
Mevr. M. Jansen e/v de Vries
Bergweg 3
6881 LM Velp

Geachte heer, mevrouw,

Ik maak bezwaar.

Hoogachtend,
M. Jansen
""",
        naam="M. Jansen e/v de Vries",
        adres="6881 LM 3",
    ),
    Case(
        "date beside the name at the end, place and telephone below",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Ik dien een klacht in over een medewerker van het zorgkantoor.

Hoogachtend,

Datum: 3 maart 2026        Naam: Y. Demir
Tel: 06 1234 5678
Adres: Wijdesteeg 4, Gouda
""",
        naam="Y. Demir",
        adres="Wijdesteeg 4",
    ),
    Case(
        "direct debit is no authorisation and the bank's holder is the client",
        """
N. Smits
Veldweg 2
5211 AA 's-Hertogenbosch

Geachte heer, mevrouw,

Ik maak bezwaar. Hierbij machtig ik het CAK om de bijdrage af te schrijven van NL00BANK0123456789.

Hoogachtend,
N. Smits
""",
        naam="N. Smits",
        adres="5211 AA 2",
    ),
    Case(
        "partner in the story",
        """
Rob Terpstra
Veldweg 2
5211 AA Den Bosch

Geachte heer, mevrouw,

Mijn vrouw, Carla Terpstra, heeft u drie keer gebeld. Mijn zoon Bas hielp haar. Niemand belde terug.

Met vriendelijke groet,
Rob Terpstra
""",
        naam="Rob Terpstra",
        adres="5211 AA 2",
    ),
    Case(
        "complaint about the care for a mother",
        """
Ingrid Meijer
Kastanjelaan 40
3981 CA Bunnik

Geachte heer, mevrouw,

Ik heb een klacht over de zorg voor mijn moeder, mevrouw G. Meijer-Tol (geb. 12-3-1935), in
verpleeghuis De Wilgen, Parkweg 1, 3981 AA Bunnik.

Met vriendelijke groet,
Ingrid Meijer
""",
        naam="G. Meijer-Tol",
        adres="3981 CA 40",
        contact="Ingrid Meijer / kind",
    ),
    Case(
        "curator in capitals with a letterhead on the right",
        f"""
                                     BEWINDVOERDERSKANTOOR DE HAVEN
                                     Havenstraat 12
                                     1271 AE Huizen
                                     T 035-1234567

{ADDRESSEE}
Huizen, 3 maart 2026
Betreft: bezwaar namens de heer A.B. KRAMER, geboren 01-02-1961

Geachte heer, mevrouw,

Als curator van de heer A.B. Kramer maak ik bezwaar tegen uw besluit.

Hoogachtend,

F. Huisman
curator
""",
        naam="A.B. Kramer",
        contact="F. Huisman / curator",
    ),
    Case(
        "window envelope: recipient left, sender right at the same height",
        """
Zorgkantoor VGZ                              H.J. Timmermans
Postbus 30374                                Eikenlaan 15
6803 AJ Arnhem                               6711 NV Ede

Ede, 3 maart 2026

Geachte heer, mevrouw,

Ik maak bezwaar tegen uw besluit.

Hoogachtend,

H.J. Timmermans
""",
        naam="H.J. Timmermans",
        adres="6711 NV 15",
    ),
    Case(
        "closing and name on one line",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar tegen uw besluit.

Met vriendelijke groet, Desirée Maduro

Kerkplein 4, 3111 CS Schiedam
""",
        naam="Desirée Maduro",
        adres="3111 CS 4",
    ),
    Case(
        "bulleted personal data in the body",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar. Mijn gegevens zijn:

- Naam: O. Yilmaz
- Adres: Spoorlaan 12-A, 5038 CB Tilburg
- BSN: 999990019

Hoogachtend,
""",
        naam="O. Yilmaz",
        adres="5038 CB 12-A",
    ),
    Case(
        "sender's label with a street of several small words",
        """
Afzender: Mw. E. van der Meer-van Dijk
          Laan op Zuid 455
          3071 AA Rotterdam

Aan: CIZ, Postbus 2891, 3500 GW Utrecht

Betreft: bezwaar

Geachte heer, mevrouw,

Ik ben het niet eens met het indicatiebesluit.

Hoogachtend,
""",
        naam="E. van der Meer-van Dijk",
        adres="3071 AA 455",
    ),
    Case(
        "name in capitals under the signature",
        """
Geachte heer, mevrouw,

Ik maak bezwaar.

Hoogachtend,

JAN PIETER VAN DER VELDEN
BSN 999990019
""",
        naam="Jan Pieter van der Velden",
    ),
    Case(
        "two children write for their father",
        """
Geachte heer, mevrouw,

Wij schrijven u namens onze vader, de heer Q. Ouwehand, wonende te Katwijk aan Zee, Voorstraat 7.

Met vriendelijke groet,

Jaap Ouwehand
Neeltje Ouwehand
""",
        naam="Q. Ouwehand",
        adres="Voorstraat 7",
        contact="Jaap Ouwehand / kind",
    ),
    Case(
        "client's own reply that quotes the employee who signed",
        f"""
V. Sital
Prinsegracht 3
2512 EW Den Haag

{ADDRESSEE}
Geachte mevrouw Van Rijn,

Uw brief van 3 februari 2026 is ondertekend door B. Koopman, namens het zorgkantoor.

Hoogachtend,
V. Sital
""",
        naam="V. Sital",
        adres="2512 EW 3",
    ),
    Case(
        "town with an apostrophe, street with an ordinal, no space in the postcode",
        """
dhr Th. Zijlstra
1e Weteringdwarsstraat 21 II
1017TL amsterdam

Geachte heer, mevrouw,

Ik maak bezwaar.

Th. Zijlstra
""",
        naam="Th. Zijlstra",
        adres="1017 TL 21 II",
    ),
    Case(
        "dotted form lines",
        """
Naam: ........ P. Bos ........
Adres: ....... Kerkweg 9 .....
Postcode/woonplaats: 7941 AB Meppel

Ik maak bezwaar tegen het besluit van 1 februari 2026.
""",
        naam="P. Bos",
        adres="7941 AB 9",
    ),
    Case(
        "ik, naam, wonende",
        """
Geachte heer, mevrouw,

Hierbij maak ik, A.M. Schouten-Bax, wonende aan de Lange Geere 19 te 4331 LW Middelburg, bezwaar
tegen uw besluit van 10 februari 2026.

Hoogachtend,
""",
        naam="A.M. Schouten-Bax",
        adres="4331 LW 19",
    ),
    Case(
        "complaint grid with Van",
        """
Aan:       Zorg en Zekerheid
T.a.v.:    afdeling Klachten
Van:       mevrouw H. Blom-Visser
Datum:     3 maart 2026
Betreft:   klacht

Geachte heer, mevrouw,

Ik heb een klacht over uw medewerker.

Met vriendelijke groet,
""",
        naam="H. Blom-Visser",
    ),
    Case(
        "petition with Verzoeker and Verweerder",
        """
VERZOEKSCHRIFT

Verzoeker:    J.H. Terlouw, wonende te 2311 AB Leiden, Breestraat 4
Verweerder:   Zorgkantoor Zorg en Zekerheid, Haagse Schouwweg 12, 2332 KG Leiden

FEITEN
Op 3 maart 2026 kreeg ik een brief.
""",
        naam="J.H. Terlouw",
        adres="2311 AB 4",
    ),
    Case(
        "Afz. in one line",
        f"""
Afz.: R. Pol, Oosteinde 4, 8351 HB Wapserveen

{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar.

R. Pol
""",
        naam="R. Pol",
        adres="8351 HB 4",
    ),
    Case(
        "grid of date, name and signature at the end",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar.

Datum:            Naam:               Handtekening:
3 maart 2026      C. Haddad
""",
        naam="C. Haddad",
    ),
    Case(
        "closing, placeholder and name side by side",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar.

Hoogachtend,          (handtekening)          G. ter Horst
""",
        naam="G. ter Horst",
    ),
    Case(
        "lowercase name behind the greeting",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

ik ben het er niet mee eens

groeten jan de wit
""",
        naam="Jan de Wit",
    ),
    Case(
        "client and contact person as whole lines",
        """
Degene die de zorg krijgt: mevrouw G. Hendriks, Stationsweg 9, 7311 NZ Apeldoorn
Contactpersoon: Anja Hendriks (dochter), anja.hendriks@voorbeeld.nl, 06-12345678

Geachte heer, mevrouw,

Ik heb een klacht over het zorgkantoor.

Anja Hendriks
""",
        naam="G. Hendriks",
        adres="7311 NZ 9",
        contact="Anja Hendriks / dochter",
    ),
    Case(
        "letter in English",
        """
Dear Sir or Madam,

My name is John O'Neill and I live at Prins Bernhardplein 200, 1097 JB Amsterdam.
I object to your decision.

Yours sincerely,

John O'Neill
""",
        naam="John O'Neill",
        adres="1097 JB 200",
    ),
    Case(
        "surname first in capitals",
        """
Naam: DE VRIES, JAN
Adres: Hoofdstr. 12
Postcode: 9951AB  Plaats: WINSUM

Ik maak bezwaar.
""",
        naam="Jan de Vries",
        adres="9951 AB 12",
    ),
    Case(
        "both parents, client is the child",
        f"""
Peter Jansen
Flat De Eik 123
5611 EM Eindhoven

{ADDRESSEE}
Geachte heer, mevrouw,

Wij, Peter Jansen en Els Bakker, ouders van Tim Jansen, maken bezwaar.

Hoogachtend,

Peter Jansen                Els Bakker
""",
        naam="Tim Jansen",
        adres="5611 EM 123",
        contact="Peter Jansen / ouder",
    ),
    Case(
        "bereaved son",
        f"""
T. Koning
Noord 12
1723 KJ Noord-Scharwoude

{ADDRESSEE}
Geachte heer, mevrouw,

Mijn overleden vader, de heer C. Koning, geboren 3 mei 1930, ontving zorg van Stichting De Linde.
Ik dien als nabestaande een klacht in.

Hoogachtend,
T. Koning
""",
        naam="C. Koning",
        adres="1723 KJ 12",
        contact="T. Koning / kind",
    ),
    Case(
        "centred heading with d' in the name",
        f"""
                    Marijke d'Hont
             Postjesweg 12-huis, 1057 EA Amsterdam
                   tel. 020-6123456

{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar.

Marijke d'Hont
""",
        naam="Marijke d'Hont",
        adres="1057 EA 12-huis",
    ),
    Case(
        "Friesian neighbourhood number",
        """
Naam: J. Smit            Geb.datum: 1-1-1950
Adres: Wijk 4 nr. 12     Tel: 06-11223344
Woonplaats: 8321 AB Urk

Ik maak bezwaar tegen het besluit.
""",
        naam="J. Smit",
        adres="8321 AB 12",
    ),
    Case(
        "subject names the client, text only the surname",
        f"""
{ADDRESSEE}
Utrecht, 3 maart 2026

Betreft: mevrouw A. Dijkstra, geboren 1 februari 1944, BSN 999990019

Geachte heer, mevrouw,

Met deze brief maak ik bezwaar namens mijn tante, mevrouw Dijkstra.

Vriendelijke groet,
Wim Hofstra
neef
""",
        naam="A. Dijkstra",
        contact="Wim Hofstra / neef",
    ),
    Case(
        "mentor helped but the client writes",
        f"""
H. Bouma
Boulevard 1945 3
7511 AA Enschede

{ADDRESSEE}
Geachte heer Jansen,

Mijn mentor, mevrouw P. Kuipers, heeft mij geholpen met deze brief. Ik maak bezwaar.

Hoogachtend,
H. Bouma
""",
        naam="H. Bouma",
        adres="7511 AA 3",
        contact="P. Kuipers / mentor",
    ),
    Case(
        "nickname and spaced e-mail at the end",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Op 3 maart sprak ik uw medewerker de heer Van Dam. Hij was onbeleefd tegen mij.

Met vriendelijke groet,

A. (Ans) Pruijssers-van Lith
Grotestraat 14 boven
5931 CT Tegelen
06 - 12 34 56 78
ans.pruijssers @ voorbeeld . nl
""",
        naam="A. Pruijssers-van Lith",
        adres="5931 CT 14 boven",
        contact="A. Pruijssers-van Lith / zelf",
    ),
    Case(
        "address in two lines, client label",
        """
Mw. F. Achahbar
Damlaan 3, 2265 AA Leidschendam

CIZ
Postbus 2891
3500 GW Utrecht

Leidschendam, 3 maart 2026
Cliënt: F. Achahbar, besluitnummer 1234567

L.S.,

Ik ga niet akkoord met de indicatie.

Met hoogachting,

F. Achahbar
""",
        naam="F. Achahbar",
        adres="2265 AA 3",
    ),
    Case(
        "form with prefix behind the surname",
        """
Onderwerp: bezwaarschrift

Ik, ondergetekende:
Naam en voorletters: Boer, de, K.L.
Adres: Eikenlaan 3
PC + woonplaats: 3951 AA Maarn

maak bezwaar tegen het besluit van 2 februari 2026.

Plaats: Maarn      Datum: 3 maart 2026      Handtekening:
""",
        naam="K.L. de Boer",
        adres="3951 AA 3",
    ),
    Case(
        "law firm, surname in Inzake",
        f"""
De Jong & Partners Rechtshulp
Singel 100, 3311 SK Dordrecht  |  T 078-6123456  |  info@dejongrechtshulp.nl

{ADDRESSEE}
Dordrecht, 3 maart 2026
Inzake: Ramautar / zorgkantoor

Geachte heer, mevrouw,

Mijn cliënte mevrouw I. Ramautar heeft mij verzocht bezwaar te maken.

Hoogachtend,

Mr. B. de Jong
""",
        naam="I. Ramautar",
        adres="3311 SK 100",
        contact="B. de Jong / gemachtigde",
    ),
    Case(
        "child who gives a first name only",
        """
Beste klachtencommissie,

Mijn naam is Sem, ik ben 14 jaar en ik woon bij De Haven in Breda. Ik vind de begeleiding niet leuk.

groetjes Sem
""",
        naam="Sem",
    ),
    Case(
        "couple joined by an ampersand",
        f"""
J. van der Veen & A. van der Veen-Mulder
Kerkpad 1
9251 AB Burgum

{ADDRESSEE}
Geacht college,

Wij maken bezwaar.

Hoogachtend,

J. van der Veen      A. van der Veen-Mulder
""",
        naam="J. van der Veen",
        adres="9251 AB 1",
    ),
    Case(
        "name over the name of a home",
        f"""
Zuster Clara Verhagen
Klooster Maria Auxilium
Kloosterlaan 5
5235 BC 's-Hertogenbosch

{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar.

Zuster C. Verhagen
""",
        naam="Clara Verhagen",
        adres="5235 BC 5",
    ),
    Case(
        "spaced colons and Vertegenwoordigd door",
        """
Bezwaarmaker      : L.M.N. Groothuis
Geboortedatum     : 1 april 1960
Adres             : Zandweg 1-B
Postcode/plaats   : 7041 AA 's-Heerenberg
E-mailadres       : l.groothuis@voorbeeld.nl
Vertegenwoordigd door : mr. S. Peeters, advocaat te Arnhem

Geachte heer, mevrouw,

Bezwaarmaker kan zich niet vinden in het besluit.

Hoogachtend,

S. Peeters
""",
        naam="L.M.N. Groothuis",
        adres="7041 AA 1-B",
        contact="S. Peeters / advocaat",
    ),
    Case(
        "carer who objects for herself",
        f"""
B. Verkerk
Hoofdweg 3
9601 AA Hoogezand

{ADDRESSEE}
Geachte heer, mevrouw,

Ik zorg al tien jaar voor mijn man Henk Verkerk. Mijn zoon Tim Verkerk woont bij mij in huis.
Ik maak bezwaar tegen de afwijzing van mijn pgb.

Hoogachtend,
B. Verkerk
""",
        naam="B. Verkerk",
        adres="9601 AA 3",
    ),
    Case(
        "salutation with a name and a doctor in the text",
        f"""
Mevrouw J. Kok
Burgemeester Jansenlaan 12
2311 AB Leiden

{ADDRESSEE}
Geachte heer De Groot,

Graag reageer ik op uw brief. Dokter P. van Es heeft mij onderzocht.

Hoogachtend,

J. Kok
""",
        naam="J. Kok",
        adres="2311 AB 12",
    ),
    Case(
        "Afzender under the addressee",
        """
Aan de directie van Zorg en Zekerheid
Postbus 400
2300 AK Leiden

Afzender:
S. Lammers
Gasthuisstraat 2
4531 AA Terneuzen

Terneuzen, 3 maart 2026

Geachte directie,

Ik dien een klacht in.

S. Lammers
""",
        naam="S. Lammers",
        adres="4531 AA 2",
    ),
    Case(
        "everything in capitals",
        """
AAN HET COLLEGE VAN BURGEMEESTER EN WETHOUDERS
POSTBUS 9100
2300 PC LEIDEN

NAAM: A. TIMMERMANS
STRAAT: LANGE MARE 10
WOONPLAATS: 2312 GP LEIDEN
TELEFOON: 071-5123456

ONDERWERP: BEZWAAR

IK BEN HET NIET EENS MET HET BESLUIT VAN 1 FEBRUARI 2026.

HOOGACHTEND,

A. TIMMERMANS
""",
        naam="A. Timmermans",
        adres="2312 GP 10",
    ),
    Case(
        "mentor over, letterhead of a foundation with a postbus",
        f"""
Stichting Mentorschap Noord
Postbus 12
9400 AA Assen
mentorschap@noord.example

{ADDRESSEE}
Betreft: bezwaar de heer R. Veenstra, geb. 1-2-1950

Geachte heer, mevrouw,

Ondergetekende, mevrouw I. Kuiper, is door de kantonrechter
benoemd tot mentor over de heer R. Veenstra.

Hoogachtend,

I. Kuiper, mentor
""",
        naam="R. Veenstra",
        adres="9400 AA 12",
        contact="I. Kuiper / mentor",
    ),
    Case(
        "family name on top, first names below",
        f"""
Familie Hamers
Schoolstraat 9
6101 AA Echt

{ADDRESSEE}
Geachte heer, mevrouw,

Onze dochter Lisa krijgt geen begeleiding meer. Wij maken bezwaar.

Met vriendelijke groet,

Ron en Marly Hamers
""",
        naam="Ron Hamers",
        adres="6101 AA 9",
    ),
    Case(
        "father in a home, no block",
        """
Geachte klachtencommissie,

Mijn vader, de heer W. Pot, verblijft in Huize De Berk. Hij is gevallen en niemand kwam.

Met vriendelijke groet,

drs. E.M. Pot
Rijksweg 55, 1411 GE Naarden
e.pot@voorbeeld.nl
""",
        naam="W. Pot",
        adres="1411 GE 55",
        contact="E.M. Pot / kind",
    ),
    Case(
        "particulars under the name",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Hierbij teken ik bezwaar aan.

Hoogachtend,

mevr. Y. Ozdemir-Kaya,
geboren 3-4-1971,
Spoorstraat 4 hs,
5911 KB Venlo
""",
        naam="Y. Ozdemir-Kaya",
        adres="5911 KB 4 hs",
    ),
    Case(
        "postbus in a sentence",
        f"""
{ADDRESSEE}
Geachte heer, mevrouw,

Ik maak bezwaar. U kunt uw brief sturen naar: M. Haak, Postbus 77, 1000 AB Amsterdam.

Groeten,
M. Haak
""",
        naam="M. Haak",
        adres="1000 AB 77",
    ),
    Case(
        "labels with Mijn",
        """
Mijn naam: Abdel Karim Ben Haddou
Mijn adres: Krugerplein 12-3
Postcode: 1091 KX
Stad: Amsterdam

Ik wil klacht doen.

Abdel Karim Ben Haddou
""",
        naam="Abdel Karim Ben Haddou",
        adres="1091 KX 12-3",
    ),
    Case(
        "namens in the story and namens mijzelf",
        f"""
W. Haas
Kerkstraat 5
7001 AA Doetinchem

{ADDRESSEE}
Geachte heer, mevrouw,

In uw brief van 3 februari schrijft de heer Peters namens uw organisatie dat mijn pgb stopt.
Namens mijzelf en mijn vrouw maak ik bezwaar.

Hoogachtend,
W. Haas
""",
        naam="W. Haas",
        adres="7001 AA 5",
    ),
    Case(
        "a subject behind Inzake is nobody",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Inzake: onterechte rekening

Geachte heer, mevrouw,

Ik heb deze rekening al betaald en dien een klacht in.

Met vriendelijke groet,

K. Bosman
""",
        naam="K. Bosman",
        adres="2312 BC 8",
    ),
    Case(
        "a subject in capitals is nobody",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Inzake: Slechte Begeleiding

Geachte heer, mevrouw,

Ik dien een klacht in over de gang van zaken op de groep.

Met vriendelijke groet,

K. Bosman
""",
        naam="K. Bosman",
        adres="2312 BC 8",
    ),
    Case(
        "the one whom the complaint is about is not the client",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Betreft: klacht over mevrouw T. Ploeg

Geachte heer, mevrouw,

Zij was onbeleefd aan de telefoon en hing zomaar op.

Met vriendelijke groet,

K. Bosman
""",
        naam="K. Bosman",
        adres="2312 BC 8",
    ),
    Case(
        "curator who says so without the name",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Betreft: beroep op herziening inzake P.R. Stam, geboren 4 mei 1971

Geachte heer, mevrouw,

De rechter heeft mij benoemd tot curator van bovengenoemde. In die hoedanigheid maak ik bezwaar.

Met vriendelijke groet,

K. Bosman
""",
        naam="P.R. Stam",
        adres="2312 BC 8",
        contact="K. Bosman / curator",
    ),
    Case(
        "parents whose child has a birth date",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: weekendopvang

Geachte heer, mevrouw,

Onze zoon Tijn Bosman (7 juni 2015) mag niet meer komen. Wij maken bezwaar tegen uw besluit.

Met vriendelijke groet,

K. Bosman
""",
        naam="Tijn Bosman",
        adres="2312 BC 8",
        contact="K. Bosman / ouder",
    ),
    Case(
        "grandchild who does the post",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: uw brief

Geachte heer, mevrouw,

Ik doe de administratie voor mijn grootmoeder W. Terpstra. Wij maken bezwaar tegen uw besluit.

Met vriendelijke groet,

K. Bosman
""",
        naam="W. Terpstra",
        adres="2312 BC 8",
        contact="K. Bosman / kleinkind",
    ),
    Case(
        "goods under administration",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: vaststelling budget

Geachte heer, mevrouw,

Over de goederen van mevrouw E. Wolters is bewind ingesteld. Als bewindvoerder maak ik bezwaar.

Met vriendelijke groet,

K. Bosman
""",
        naam="E. Wolters",
        adres="2312 BC 8",
        contact="K. Bosman / bewindvoerder",
    ),
    Case(
        "somebody asked the lawyer to act",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

Ik bericht u dat de heer D. Hoekema mij heeft verzocht voor hem op te treden tegen uw besluit.

Met vriendelijke groet,

K. Bosman
""",
        naam="D. Hoekema",
        adres="2312 BC 8",
        contact="K. Bosman / gemachtigde",
    ),
    Case(
        "the number of somebody else",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

Ik maak bezwaar tegen uw besluit. Het burgerservicenummer van A. Kolff is 999990019.

Met vriendelijke groet,

K. Bosman
""",
        naam="A. Kolff",
        adres="2312 BC 8",
        contact="K. Bosman / ",
    ),
    Case(
        "name before the relation",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: zorg in de nacht

Geachte heer, mevrouw,

De laatste weken is H. Zwaan, mijn vader, niet verzorgd in de nacht. Ik dien een klacht in.

Met vriendelijke groet,

K. Bosman
""",
        naam="H. Zwaan",
        adres="2312 BC 8",
        contact="K. Bosman / kind",
    ),
    Case(
        "a friend of mine",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

Een vriend van mij, G. Loos, kan dit niet zelf regelen. Daarom schrijf ik u dit bezwaar.

Met vriendelijke groet,

K. Bosman
""",
        naam="G. Loos",
        adres="2312 BC 8",
        contact="K. Bosman / vriend",
    ),
    Case(
        "care for a partner, told in the subject",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Betreft: nachtzorg voor S. Duin

Geachte heer, mevrouw,

Mijn partner S. Duin en ik zijn het niet eens met uw brief.

Met vriendelijke groet,

K. Bosman
""",
        naam="S. Duin",
        adres="2312 BC 8",
        contact="K. Bosman / partner",
    ),
    Case(
        "a postcode behind the writer's name is nobody",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

Ondergetekende, K. Bosman, wonende te Molenweg 8, 2312 BC Leiden,
geboren 3 juni 1960, maakt bezwaar.

Met vriendelijke groet,

K. Bosman
""",
        naam="K. Bosman",
        adres="2312 BC 8",
    ),
    Case(
        "who lives in a home that is named first",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: klacht

Geachte heer, mevrouw,

In verpleeghuis De Linde woont mijn moeder, T. Koster. Zij krijgt te weinig hulp.

Met vriendelijke groet,

K. Bosman
""",
        naam="T. Koster",
        adres="2312 BC 8",
        contact="K. Bosman / kind",
    ),
    Case(
        "who waits for a place",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: klacht

Geachte heer, mevrouw,

Mijn partner W. Hendriks wacht al een jaar op een plek. Daarover klaag ik.

Met vriendelijke groet,

K. Bosman
""",
        naam="W. Hendriks",
        adres="2312 BC 8",
        contact="K. Bosman / partner",
    ),
    Case(
        "whose stay is assessed",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: klacht

Geachte heer, mevrouw,

Bij de beoordeling van mijn moeder, J. Verhagen, is veel misgegaan.

Met vriendelijke groet,

K. Bosman
""",
        naam="J. Verhagen",
        adres="2312 BC 8",
        contact="K. Bosman / kind",
    ),
    Case(
        "children who say whose they are",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

Wij, de kinderen van T. Molenaar, maken bezwaar tegen uw besluit.

Met vriendelijke groet,

K. Bosman
""",
        naam="T. Molenaar",
        adres="2312 BC 8",
        contact="K. Bosman / kind",
    ),
    Case(
        "a volunteer says with whom",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: klacht

Geachte heer, mevrouw,

Ik ben vrijwilliger bij mevrouw J. Aydin. Zij wil dat ik deze klacht schrijf.

Met vriendelijke groet,

K. Bosman
""",
        naam="J. Aydin",
        adres="2312 BC 8",
        contact="K. Bosman / ",
    ),
    Case(
        "a wife says what she is to him",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: klacht

Geachte heer, mevrouw,

Ik schrijf deze klacht namens A. Kok. Ik ben zijn vrouw en mantelzorger.

Met vriendelijke groet,

K. Bosman
""",
        naam="A. Kok",
        adres="2312 BC 8",
        contact="K. Bosman / partner",
    ),
    Case(
        "the father of a son is not the son",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

De vader van mijn zoon, E. Straver, woont sinds augustus in Canada. Ik maak bezwaar.

Met vriendelijke groet,

K. Bosman
""",
        naam="K. Bosman",
        adres="2312 BC 8",
    ),
    Case(
        "who sat beside the writer is a witness",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: klacht

Geachte heer, mevrouw,

Mijn man, H. Smit, zat naast mij toen uw consulent ging schreeuwen.

Met vriendelijke groet,

K. Bosman
""",
        naam="K. Bosman",
        adres="2312 BC 8",
    ),
    Case(
        "a wife who may be called is not the client",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: klacht

Geachte heer, mevrouw,

Ik wacht al weken op de taxi. Mijn vrouw heet D. Rensing en die mag u ook bellen.

Met vriendelijke groet,

K. Bosman
""",
        naam="K. Bosman",
        adres="2312 BC 8",
    ),
    Case(
        "a sentence later the uncle gets care",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: klacht

Geachte heer, mevrouw,

Ik maak mij zorgen over mijn oom S. Groen. Hij krijgt geen goede zorg.

Met vriendelijke groet,

K. Bosman
""",
        naam="S. Groen",
        adres="2312 BC 8",
        contact="K. Bosman / neef of nicht",
    ),
    Case(
        "who no longer gets a budget",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

U besloot dat mijn vrouw L. Kok geen pgb meer krijgt. Ik maak bezwaar.

Met vriendelijke groet,

K. Bosman
""",
        naam="L. Kok",
        adres="2312 BC 8",
        contact="K. Bosman / partner",
    ),
    Case(
        "a decision in her name",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

Ik maak bezwaar tegen het besluit ten name van mijn moeder, mevr. S. Aydin.

Met vriendelijke groet,

K. Bosman
""",
        naam="S. Aydin",
        adres="2312 BC 8",
        contact="K. Bosman / kind",
    ),
    Case(
        "a decision in his name, no kin",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

Het besluit op naam van B. Haddou is onjuist. Als zijn bewindvoerder maak ik bezwaar.

Met vriendelijke groet,

K. Bosman
""",
        naam="B. Haddou",
        adres="2312 BC 8",
        contact="K. Bosman / bewindvoerder",
    ),
    Case(
        "a decision about a brother",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

Uw besluit van 12 oktober 2026 over mijn broertje D. Nowak klopt niet. Wij maken bezwaar.

Met vriendelijke groet,

K. Bosman
""",
        naam="D. Nowak",
        adres="2312 BC 8",
        contact="K. Bosman / broer of zus",
    ),
    Case(
        "who is said to be a client",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: bezwaar

Geachte heer, mevrouw,

Mevrouw A. Lemmens is mijn cliënte. Tegen uw besluit maak ik namens haar bezwaar.

Met vriendelijke groet,

K. Bosman
""",
        naam="A. Lemmens",
        adres="2312 BC 8",
        contact="K. Bosman / gemachtigde",
    ),
    Case(
        "a son with an illness",
        f"""
K. Bosman
Molenweg 8
2312 BC  Leiden

{ADDRESSEE}
Leiden, 3 maart 2026

Onderwerp: klacht

Geachte heer, mevrouw,

Mijn zoon W. Koster (23) heeft het syndroom van Down. Hij wordt slecht geholpen.

Met vriendelijke groet,

K. Bosman
""",
        naam="W. Koster",
        adres="2312 BC 8",
        contact="K. Bosman / ouder",
    ),
)
