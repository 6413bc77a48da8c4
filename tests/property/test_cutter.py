"""Words are cut as spaCy cuts them, without loading it."""

from hypothesis import example, given
from hypothesis import strategies as st

from extractors.language import load_words
from extractors.text.cutter import Cutter, exceptions, is_plain
from extractors.text.lean_spacy import Dutch, SpacyCutter
from extractors.text.spelling import fold

OWN = frozenset({"t.a.v.", "T.A.V.", "w.g."})
RULES, SPACY = Cutter(OWN), SpacyCutter(OWN)
SIGNS = [chr(code) for code in range(33, 0x2800) if is_plain(chr(code))]
WORDS = [
    "besluit",
    "Zorgkantoor",
    "UWV",
    "m",
    "km/u",
    "2026",
    "1.250,00",
    "06-12345678",
    "..",
    "US$",
]
ADDRESSES = ["jan@voorbeeld.nl", "https://www.ciz.nl/bezwaar?id=7", "10.0.0.1", "ciz.nl"]
PARTS = st.one_of(
    st.sampled_from(SIGNS),
    st.sampled_from(".,:;()'\"/-"),
    st.sampled_from(WORDS + ADDRESSES),
    st.sampled_from(sorted(exceptions() | OWN)),
)


@given(st.lists(PARTS, min_size=1, max_size=6).map("".join))
@example("(o.a.")
@example("art.3:46/t.a.v.);")
@example("besluit\u2026\u2026")
@example("regio.Zorg,nu")
@example(";):]nu")
@example("\u0130.\u015eerife.Y\u0131ld\u0131r\u0131m,\u00b7")
def test_a_chunk_is_cut_as_spacy_cuts_it(chunk: str) -> None:
    assert RULES.cut(chunk) == SPACY.cut(chunk)


def test_signs_of_other_scripts_are_left_to_spacy() -> None:
    assert not any(map(is_plain, ("20°c.", "\u2603", "\u65e5\u672c", "\u0434\u0430", "a\u0301")))


def test_the_exceptions_are_those_of_spacy() -> None:
    rules = Dutch.Defaults.tokenizer_exceptions
    plain = {word for word in rules if is_plain(word)}
    assert exceptions() == plain
    assert all(len(rules[word]) == 1 for word in plain)


def test_the_stop_words_are_those_of_spacy() -> None:
    assert load_words("stopwoorden") == {fold(word) for word in Dutch.Defaults.stop_words}
