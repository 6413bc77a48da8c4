"""Short letters that were written to learn the kind from: a subject and a few sentences each.

Every file is of one writer, and the letters in those of `BOTH` object and complain.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.kinds.voices import set_voice
from extractors.document import Letter
from extractors.element import Hints

FOLDER = Path(__file__).parent / "letters"
# Who wrote which files. No underscore in a writer's name: see `learning.writer_of`.
WRITERS: dict[str, tuple[str, ...]] = {
    "first": ("beide", "bezwaar", "klacht", "langer", "naast_elkaar", "overig", "stemmen"),
    "second": ("balie", "budget", "gemeente", "jeugd", "ouderen", "post_van_derden", "twee_zaken"),
    "third": ("dubbel", "gemachtigd", "keukentafel", "kortweg", "modelbrief", "uitvoerig"),
    "fourth": (
        *("v_allebei", "v_hulp_van_een_computer", "v_keukentafel", "v_om_de_client"),
        *("v_regel_voor_regel", "v_zo_goed_als_het_gaat"),
    ),
    "fifth": ("w_beide", "w_formulieren", "w_mail", "w_modelbrief", "w_namens", "w_zorg"),
    "sixth": ("x_berusting", "x_elders", "x_kantoor", "x_lopend", "x_samen", "x_stil"),
    "seventh": (
        *("y_begeleid", "y_dubbelop", "y_erf", "y_galerij", "y_kinderstoel"),
        *("y_koffer_en_kamer", "y_trapleuning"),
    ),
    "eighth": (
        *("z_balie_en_toga", "z_beide", "z_bewind", "z_naasten"),
        *("z_praktijk", "z_sjabloon", "z_spreekuur", "z_weerwoord"),
    ),
    "ninth": (
        *("q_gezicht", "q_kinderen", "q_onderweg", "q_postbak"),
        *("q_samen", "q_tongval", "q_twijfel", "q_vakwerk"),
    ),
    "tenth": (
        *("t_en_ook", "t_geld", "t_gemeente", "t_gezin", "t_in_huis"),
        *("t_langdurige_zorg", "t_ochtendpost"),
    ),
    "eleventh": (
        *("a_briefhoofd", "a_dubbele_bodem", "a_lade", "a_schoenendoos"),
        *("a_schooltas", "a_stoep", "a_wachtkamer", "a_zolder"),
    ),
    "twelfth": ("b_bijzin", "b_drift", "b_randje", "b_tegelijk", "b_twee_kopjes"),
    "thirteenth": (
        *("c_aan_de_lijn", "c_duim", "c_en_nog_iets", "c_ingevuld"),
        *("c_kantlijn", "c_oud_ambtenaar", "c_zoals_gepraat"),
    ),
    "fourteenth": (
        *("d_beurs", "d_gang", "d_jong", "d_maat"),
        *("d_stoep", "d_tweespalt", "d_wielen"),
    ),
    "sixteenth": ("f_allebei", "f_duit", "f_hoe_het_ging", "f_mat"),
    "seventeenth": ("g_postmand", "g_tweeluik", "g_voordeur", "g_wachtrij", "g_woonkamer"),
    "eighteenth": (
        *("h_bezoekuur", "h_gelijk_op", "h_heg", "h_na_het_eten"),
        *("h_net_vel", "h_op_leeftijd", "h_voorbeeld", "h_witte_jas"),
    ),
    "nineteenth": (
        *("i_in_een_adem", "i_kasboek", "i_namens_client", "i_postbus"),
        *("i_rond_een_bezwaar", "i_rond_een_klacht", "i_wetskenner", "i_witte_jas"),
    ),
    "twentieth": (
        *("j_gedoe", "j_lang_en_kort", "j_rekensom", "j_schijn"),
        *("j_stapel", "j_twee_kanten", "j_verhaal", "j_verstopt"),
    ),
    "twentyfirst": (
        *("k_avond", "k_namens_moeder_en_vader", "k_schoolplein", "k_tafelkleed"),
        *("k_twee_zaken_in_een_envelop", "k_van_ver_en_dichtbij", "k_vanuit_het_werk", "k_woede"),
    ),
    "twentysecond": (
        *("l_ganzenveer", "l_gezegd_en_omgezet", "l_kinderhand", "l_klein_gezegd"),
        *("l_met_twee_monden", "l_schrijffouten", "l_streektaal", "l_tweede_taal"),
    ),
    "twentythird": (
        *("m_boos_besluit", "m_laat_staan", "m_lijkt_erop"),
        *("m_staart", "m_verdwaald", "m_verweven"),
    ),
    "twentyfourth": (
        *("n_alleen_dit", "n_een_lang_verhaal", "n_een_van_de_twee", "n_genummerd"),
        *("n_gewone_dag", "n_halverwege", "n_in_het_midden", "n_met_een_ps"),
        *("n_om_een_ding", "n_ook_dat", "n_rakelings", "n_restpost", "n_zij_aan_zij"),
    ),
    "twentyfifth": (
        *("o_aanvraag", "o_gevraagd", "o_melding"),
        *("o_twee_dingen", "o_vraag", "o_zijpad"),
    ),
    "twentysixth": (
        *("e_aanrecht", "e_brievenbus", "e_halte", "e_huishoudboekje"),
        *("e_kamer_twaalf", "e_kinderkamer", "e_twee_in_een", "e_werkweek"),
    ),
    "twentyseventh": (
        *("p_aangevinkt", "p_bladzijden", "p_gezin", "p_postzak"),
        *("p_steun", "p_toga_en_team", "p_tweeledig", "p_verzonden", "p_voorbeeldbrief"),
    ),
    "twentyeighth": (
        *("r_allebei", "r_formulier", "r_genoteerd", "r_getikt"),
        *("r_pen", "r_uitgeprint", "r_verkeerd_woord", "r_voor_een_ander"),
    ),
    "twentyninth": (
        *("s_beroepshalve", "s_in_een_brief", "s_mobiel", "s_proefbalie"),
        *("s_proefpost", "s_thuisfront", "s_toetsenbord", "s_twee_velletjes"),
    ),
    "thirtieth": (
        *("u_aanloop", "u_beroepshalve", "u_bijzaak", "u_briefkaart"),
        *("u_familie", "u_samengaan", "u_ziekbed", "u_zijlijn"),
    ),
    "thirtyfirst": (
        *("aa_brooddoos", "aa_dossier", "aa_naastenbank", "aa_rollen"),
        *("aa_samengaan", "aa_testset", "aa_valkuilen", "aa_werkoverleg"),
    ),
    "thirtysecond": (
        *("bb_een_dag", "bb_indicatie", "bb_kinderen", "bb_loket"),
        *("bb_ouders", "bb_samen", "bb_voorval", "bb_zorgkantoor"),
    ),
}
BOTH = (
    *("beide", "dubbel", "twee_zaken", "v_allebei", "w_beide", "x_samen", "y_dubbelop"),
    *("z_beide", "q_samen", "t_en_ook", "c_en_nog_iets", "d_tweespalt"),
    *("a_dubbele_bodem", "b_bijzin", "b_tegelijk", "b_twee_kopjes", "f_allebei", "g_tweeluik"),
    *("h_gelijk_op", "i_in_een_adem", "j_twee_kanten", "j_verstopt"),
    *("k_twee_zaken_in_een_envelop", "l_met_twee_monden", "m_staart", "m_verweven"),
    *("n_genummerd", "n_halverwege", "n_in_het_midden", "n_met_een_ps", "n_ook_dat"),
    *("n_zij_aan_zij", "o_twee_dingen", "e_twee_in_een", "p_tweeledig", "r_allebei"),
    *("s_in_een_brief", "u_samengaan", "aa_samengaan", "bb_samen"),
)


def read_short(hints: Hints) -> Iterator[tuple[str, str, Letter]]:
    """Yield an id, the kind and the letter of every one, in the order of the files."""
    for path in sorted(FOLDER.glob("*.toml")):
        for kind, letters in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for number, (subject, text) in enumerate(letters):
                voice = {"subject": subject, "text": text}
                yield f"{path.stem}-{kind}-{number}", kind, set_voice(voice, hints)


def writer_of_short(name: str) -> str:
    """Return who wrote the letter with this id.

    >>> writer_of_short("twee_zaken-bezwaar-12"), writer_of_short("bezwaar-bezwaar-3")
    ('second', 'first')
    >>> writer_of_short("v_om_de_client-klacht-3")
    'fourth'
    """
    (writer,) = (each for each, files in WRITERS.items() if _file(name) in files)
    return writer


def kinds_of_short(name: str, kind: str) -> tuple[str, ...]:
    """Return all that the letter with this id is; nothing when its kind is all there is.

    >>> kinds_of_short("twee_zaken-bezwaar-12", "bezwaar"), kinds_of_short("jeugd-klacht-3", "x")
    (('bezwaar', 'klacht'), ())
    """
    return ("bezwaar", "klacht") if kind == "bezwaar" and _file(name) in BOTH else ()


def _file(name: str) -> str:
    return name.rsplit("-", 2)[0]
