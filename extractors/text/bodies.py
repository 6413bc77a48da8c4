"""Names of public bodies that people write to, beside the ones that have a profile.

"Waterschap Rivierenland" and "Inspectie Leefomgeving" are two words with capitals, as people are
called; read as a person the body would have signed the letter, or live at its own address.
"""

# A name begins with these; inside a line they are what a letter tells of.
BEGINS_BODY = (
    r"^\W*(?:aan\s)?(?:de\s|het\s)?(?:(?:rijks)?inspectie|provincie|ministerie|minister\svan|werkplein|"
    r"autoriteit|kamer\svan\skoophandel|raad\svoor\s(?:de\s)?(?:rechtsbijstand|kinderbescherming))\b"
)
# A whole word of a name, wherever it stands.
BODY_WORD = (
    r"\b(?:waterschap|hoogheemraadschap|wetterskip|omgevingsdienst|veiligheidsregio|rijksdienst|"
    r"naturalisatiedienst|gedeputeerde\sstaten|provinciale\sstaten|dagelijks\sbestuur|huurcommissie|"
    r"belastingsamenwerking|incassobureau|uitvoeringsorganisatie|dienst\suitvoering|kadaster|"
    r"cjib|cbr|rdw|rvo|duo)\b"
)
