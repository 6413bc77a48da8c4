"""The table of desks: sound, complete, plain, and printed as the page says."""

import re
import tomllib
from pathlib import Path

import pytest

from extractors.desks.attacks import ADDRESSED, DECISIONS, PARTIES, PROVIDER
from extractors.desks.situations import ENOUGH
from scripts.loketten import page
from validators.claims import AGAINST_PROVIDER
from validators.loketten import Action, Loket, LoketError, load_table, members_of, parse_table
from validators.profile import catalogue_of, load_bodies, profile_ids
from validators.report import Intent
from validators.rules import RULES
from validators.texts.routing import ROUTING, brief_text

ROWS = list(load_table().loket.values())
# The page itself is what is tested.
PAGE = Path(__file__).parents[3] / "docs" / "loketten.md"
WORD_LIMIT = 26

GROUNDS = """
[grondslag]
doorzenden = {anders = ["Awb 2:3 lid 1"]}
informeren = {anders = ["Awb 2:3 lid 2"]}
zelf_sturen = {anders = []}
"""
ROW = """
[loket.proef]
competent = "ciz"
matter = "iets"
kinds = ["bezwaar"]
signals = ["besluit_indicatie"]
action = "doorzenden"
who = "het CIZ"
sender = "Wij hebben {brief} doorgestuurd."
"""

# Every body that the texts about complaints and objections name, by the row that is for it.
BODIES = {
    "zorg-en-zekerheid": "besluit_zorgkantoor",
    "vgz-zorgkantoor": "gedrag_zorgkantoor",
    "klachtenloket-zorg": "klachtenloket",
    "klachtenportaal-zorg": "klachtenportaal",
    "geschillencommissie": "geschil",
    "geschillencommissie-kpz": "geschil_kpz",
    "ciz": "indicatie",
    "gemeente": "wmo",
    "zorginstituut": "besluit_zorginstituut",
    "rechtbank": "beslissing_op_bezwaar",
    "clientondersteuner": "clientondersteuner",
    "veiligheidshuis": "veiligheidshuis",
    "ketenoverleg-wlz": "ketenoverleg",
    "cce": "cce",
    "juiste-loket": "juiste_loket",
    "expertteam-jeugd": "expertteam_jeugd",
    "vws": "vws",
    "akj": "jeugd_vertrouwenspersoon",
    "klachtenfunctionaris": "zorgaanbieder",
    "igj": "onveilige_zorg",
    "nationale-ombudsman": "ombudsman",
    "svb": "pgb_betaling",
    "cak": "eigen_bijdrage",
    "zorgverzekeraar": "zorgverzekering",
    "skgz": "zorgverzekering_geschil",
    "kcoz": "dwang",
}


def known_signals() -> set[str]:
    weighed = {f"besluit_{code}" for code in (*DECISIONS, ADDRESSED)}
    weighed |= {f"gedrag_{code}" for code in (*PARTIES, ADDRESSED, PROVIDER)}
    other = {"voorlopige_voorziening", "niet_tijdig_beslissen", "pgb"}
    return weighed | set(ENOUGH) | other | {AGAINST_PROVIDER}


def changed(old: str, new: str) -> str:
    return GROUNDS + ROW.replace(old, new)


@pytest.mark.parametrize("body", BODIES)
def test_body_has_its_row(body: str) -> None:
    competent = load_table().loket[BODIES[body]].competent
    assert body in {competent, *members_of(competent, catalogue_of())}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row_goes_by_signals_that_exist(row: Loket) -> None:
    assert {*row.signals, *row.beside, *row.requires} <= known_signals()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row_tells_of_a_warning_that_exists(row: Loket) -> None:
    assert row.warning is None or row.warning in {rule.CODE for rule in RULES}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_sentence_for_the_sender_is_plain(row: Loket) -> None:
    text = row.sender.format(brief=brief_text(row.kinds[0]), who=row.who)
    assert max(len(part.split()) for part in re.split(r"[.:;?] ", text)) <= WORD_LIMIT
    assert re.fullmatch(r"[A-Z].*\.", text)
    assert "ontvankelijk" not in text


@pytest.mark.parametrize("text", [row.mailroom for row in ROWS if row.mailroom])
def test_sentence_for_the_mailroom_is_plain(text: str) -> None:
    assert max(len(part.split()) for part in re.split(r"[.:;] ", text)) <= WORD_LIMIT


@pytest.mark.parametrize("text", ROUTING.values())
def test_sentence_for_every_desk_is_plain(text: str) -> None:
    assert max(len(part.split()) for part in re.split(r"[.:;] ", text)) <= WORD_LIMIT


def test_every_body_has_members_that_exist() -> None:
    members = {member for body in load_bodies().values() for member in body.members}
    assert members <= {*load_bodies(), *profile_ids()}


def test_every_kind_of_letter_has_an_article_for_forwarding() -> None:
    assert all(load_table().grondslag.doorzenden.of(intent) for intent in Intent)


def test_page_is_what_the_table_prints() -> None:
    assert PAGE.read_text(encoding="utf-8").splitlines() == list(page())


def test_page_shows_every_row() -> None:
    shown = PAGE.read_text(encoding="utf-8")
    assert all(f"| `{row.id}` |" in shown for row in ROWS)


def test_sound_table_is_read() -> None:
    assert parse_table(GROUNDS + ROW, file="x.toml").loket["proef"].action is Action.DOORZENDEN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (changed("matter =", "onderwerp ="), r"x\.toml: loket\.proef\.matter"),
        (changed("matter =", "onderwerp ="), r"loket\.proef\.onderwerp"),
        (changed('["bezwaar"]', '["bezware"]'), r"x\.toml: loket\.proef\.kinds"),
        (changed('"ciz"', '"cizz"'), r"x\.toml: loket\.proef.*no organisation 'cizz'"),
        (changed('"ciz"', '"skgz"'), r"loket\.proef.*'skgz' is private"),
        (changed("doorzenden", "weggooien"), r"x\.toml: loket\.proef\.action"),
        (GROUNDS + "[loket.proef]\nwarning = 3", r"loket\.proef\.warning"),
        (GROUNDS.replace("anders", "ander") + ROW, r"x\.toml: grondslag\.doorzenden\.ander"),
        ("[loket", r"x\.toml: not TOML"),
    ],
)
def test_mistake_names_file_and_key(text: str, words: str) -> None:
    with pytest.raises(LoketError, match=words):
        parse_table(text, file="x.toml")


def test_letter_that_stays_has_no_name_for_itself() -> None:
    text = changed('who = "het CIZ"', 'who = "het CIZ"\nwarning = "hulpvraag"')
    with pytest.raises(LoketError, match="sender"):
        parse_table(text, file="x.toml")


def test_no_row_stands_twice_for_the_same() -> None:
    told = [(row.kinds, row.signals, row.requires, row.warning) for row in ROWS]
    assert len(set(told)) == len(told)


def test_file_is_only_what_the_table_reads() -> None:
    text = Path(__file__).parents[3].joinpath("validators", "loketten.toml").read_text("utf-8")
    assert set(tomllib.loads(text)) == {"grondslag", "loket"}
