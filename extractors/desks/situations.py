"""Circumstances that decide which desk a letter is for: coercion, a dispute, being stuck.

One sentence is seldom enough, so each is told only by so many sentences as `ENOUGH` asks. Threats
do not count: who will go to the dispute committee if nothing helps is not there yet. The words are
in the groups of the same names of the cue file `loketten.toml`.
"""

from collections.abc import Iterator, Mapping

from extractors.element import Signal, evidence_of
from extractors.story.passages import Body, Sentence

# In how many sentences it must be said; the heading counts as one.
ENOUGH: Mapping[str, int] = {
    "zaak_wmo_aanbieder": 1,
    "jeugd_verblijf": 2,
    "onvrijwillig": 2,
    "ernst": 2,
    "melding": 1,
    "geschil_zorg": 2,
    "kpz": 1,
    "klachtenportaal": 1,
    "klachtenloket": 1,
    "klacht_afgehandeld": 2,
    "heroverweging_verzekeraar": 1,
    "vovo_verzoek": 2,
    "wie_onbekend": 1,
    "twee_besluiten": 1,
    "nood_kiezen": 2,
    "nood_kastje_muur": 2,
    "nood_geen_plek": 2,
    "nood_gedrag": 2,
    "nood_jeugd": 2,
    "nood_veiligheid": 2,
    "nood_opgeschaald": 2,
}


def find_situations(body: Body, heading: Body) -> Iterator[Signal]:
    """Yield each circumstance that enough sentences tell, in the order of `ENOUGH`."""
    for code, enough in ENOUGH.items():
        said = [
            (part, sentence)
            for part in (body, heading)
            for sentence in part.holding(code)
            if not _is_threat(part, sentence)
        ]
        if len(said) >= enough:
            part, sentence = said[0]
            hits = part.analysis.cues(code, start=sentence.start, end=sentence.end)
            place = evidence_of(part.text.span(hits[0].start, hits[0].end))
            yield Signal(code, place, round(len(said) / (len(said) + 1), 2))


def _is_threat(part: Body, sentence: Sentence) -> bool:
    """Tell what will come later ("anders ga ik naar de geschillencommissie")."""
    return part.has(sentence, "dreiging")
