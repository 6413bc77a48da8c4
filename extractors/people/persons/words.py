"""The small words and shapes that names of people are made of in the Netherlands."""

import re

from extractors.text.bodies import BEGINS_BODY, BODY_WORD

TITLE = re.compile(
    r"(de\s+(?:heer|heren)|dhr|d\s?hr|hr|heer|meneer|mevr?|mevrouw|mw|mej|mejuffrouw|juffrouw|familie|fam|"
    r"wed|weduwe|weduwnaar|mr|drs|dr|ing|ir|prof|bc|ds|zr|br|zuster|broeder|pater|dominee|sir|mrs|ms|echtpaar|jhr|jkvr|jonkheer|jonkvrouw|erven)\.?"
)
# The name behind it is a surname, however many words it has.
FAMILY = re.compile(r"(?i:familie|fam|echtpaar|erven)\.?")
DEGREE = re.compile(r"(msc|bsc|ba|ma|llm|ll\.m|mba|phd|ra|aa|rmb|b\.?sc|m\.?sc|jr|sr)\.?", re.I)
INITIALS = re.compile(
    # "1.C. Smit": a scanned I looks like a 1; "1. Smit" is an item of a list.
    r"(?:[1l|]\.(?=[A-Z]\.))?"
    r"(?:(?:IJ|Ij|Th|Ch|Chr|Ph|Fr|Joh|Wm|Jac|Tj|Sj|St|Kl|[A-ZÀ-ÖØ-ÞĄĆČĐĞŁŃŘŚŞŠȘȚŤŻŹŽİ])[.,]?-?){1,6}"
)
# Between the initials and the name; with a capital it is a name of its own ("J. de Graaf").
NOBLE = frozenset(
    {"baron", "barones", "graaf", "gravin", "ridder", "jonkheer", "jonkvrouw", "jhr.", "jkvr."}
)
PREFIXES = frozenset(
    {
        "van", "v", "von", "vd", "de", "d", "der", "den", "het", "'t", "t", "te", "ten", "ter",
        "in", "op", "uit", "tot", "aan", "bij", "onder", "over", "voor", "'s", "s", "el", "al",
        "ben", "bin", "ibn", "abu", "abou", "ait", "aït", "ould", "oulad", "bou", "zu", "zum",
        "zur", "la", "le", "les", "lo", "du", "da", "dos", "das", "do", "di", "del", "della",
        "dello", "des", "dal", "af", "san", "santa", "st", "mc", "mac", "y",
        "\u2019t", "\u2018t", "`t", "\u2019s",
    }
)  # fmt: skip
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019`.-](?=[^\W\d_])|[015](?=[^\W\d_])){1,}-?")
MARRIED = re.compile(r"(e[./]?v\.?|e\.v\.|geb\.?|geboren|wed\.?|weduwe|echtg\.?|echtgenote)", re.I)
AND = frozenset({"en", "&", "+", "e/o", "en/of"})
END = '.,;:!?)]}"\u201d|'

# Words with a capital that are never (part of) a person's name in a letter to an office.
NO_NAME = re.compile(
    r"(betreft|onderwerp|inzake|bezwaar\w*|klacht\w*|beroep\w*|kenmerk|referentie|datum|dagtekening|"
    r"bijlagen?|telefoon\w*|tel|mobiel|e-?mail\w*|geachte|beste|hoogachtend|postbus|antwoordnummer|"
    r"groet\w*|vriendelijke?|hartelijke?|getekend|handtekening|naam|adres|straat|postcode|"
    r"voorletters?|voornaa?m(?:en)?|achternaam|tussenvoegsels?|voorvoegsels?|straatnaam|"
    r"woonplaats|bsn|burgerservicenummer|\w*nummer|geboortedatum|geboren|pagina|blad|besluit\w*|"
    r"beschikking|aanvraag|zorg|pgb|wlz|wmo|ciz|svb|cak|uwv|awb|nederland|brief|aan|namens|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|hierbij|mijn|uw|ik|wij|u|het|dit|"
    r"deze|dat|die|er|als|met|voor|naar|om|omdat|ook|maar|niet|geen|een|is|was|heb|heeft|"
    r"persoonlijk|aangetekend|vertrouwelijk|spoed|cli[eë]nte?|verzekerde|budgethouder|moeder|vader|"
    r"zoon|dochter|partner|mentor|curator|bewindvoerder|advocaat|gemachtigde|volmacht\w*|"
    r"machtiging\w*|ondergetekende|afdeling|afd|team|per|via|fax|cc|ontvangen|ingekomen|"
    r"ondersteuner|cli[eë]ntondersteuner|mantelzorger|vertegenwoordiger|indiener|klager|pro|forma|"
    r"met|in|afwachting|hallo|dank|bedankt|verzonden|onderbouwing|gronden|toelichting|kopie|"
    r"afwijzing|zorgkantoor|gemeente|stichting|inmiddels|sinds|toen|vervolgens|daarom|"
    r"waar|wie|wat|waarom|gaat|laatste|slechte|service|waarschuwing|intrekking|huishoudelijke?|"
    r"persoonsgebonden?|budget|(?:huis)?hulp|verzorging|begeleiding|dagbesteding|verlaging|weigering|"
    r"wijziging|stopzetting|be[eë]indiging|verlenging|herindicatie|vergoeding|bejegening|wachttijd|"
    r"overlast|opvang|vervoer|vermindering|terugvordering|indicatie|verpleging|thuiszorg|"
    r"date|from|sent|subject|"
    r"wettelijk\w*|heer|mevrouw|dhr|mevr|hoogachting|directie|plaats|van:)",
    re.IGNORECASE,
)
# Only whether it is found is asked: a word may begin before what is sought in it.
ORGANISATION = re.compile(
    r"(?<=\w\w\s)(?:b\.?v|n\.?v|v\.?o\.?f)\.?(?=$|\s?[,)]|\s(?:te|in)\s)|"  # not "B.V. Smit"
    r"\b(stichting|vereniging|zorgkantoor|gemeente|kantoor|"
    r"afdeling|afd\.|college|commissie|centrum|bureau|ministerie|rechtbank|ziekenhuis|"
    r"wonen|verpleeghuis|woonzorg\w*|thuiszorg\w*|zorggroep|zorginstelling|maatschap|praktijk|"
    r"coöperatie|verzekeringen|verzekeraar|instituut|team|dienst|loket|meldpunt|groep|"
    r"(?:cli[eë]nt)?ondersteuning|cli[eë]ntenraad|partners|legal|juristen|&\s?zn)\b|"
    r"(advocaten|advocatuur|advocatenkantoor|rechtsbijstand|bewindvoering|bewindvoerders|"
    r"mentorschap\w*|mentoren|(?<=\w{3})(?:centrum|praktijk|team)|zorghuis|kliniek|hospice|makelaar\w*|rechtshulp)\b|"
    r"\b(zorg|welzijn|gemeente)\w*$|^ggz\b|"
    r"^(klooster|huize|residentie|serviceflat|flat|complex|verzorgingshuis|pension|camping|villa|"
    r"begijnhof|landgoed|woonboot|woonschip|boerderij|app(artement)?|kamer|gebouw|p/a)\b|"
    rf"{BEGINS_BODY}|{BODY_WORD}",
    re.IGNORECASE,
)
