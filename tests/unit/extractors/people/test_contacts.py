from dataclasses import replace

import pytest

from extractors.document import Box, Line, Word
from extractors.people.contacts import find_emails, find_phones
from tests.factories import make_letter


def line_of(text: str) -> Line:
    """Return the text as one line, whatever its spaces."""
    words = tuple(word for line in make_letter(text).lines for word in line.words)
    return Line(words, 1)


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("E-mail: Jan.de-Vries@Voorbeeld.nl", "jan.de-vries@voorbeeld.nl"),
        ("jan@mail.voorbeeld.example", "jan@mail.voorbeeld.example"),
        ("jan(at)voorbeeld.nl", "jan@voorbeeld.nl"),
        ("jan @ voorbeeld . nl", "jan@voorbeeld.nl"),
        ("jan@voorbeeld,nl", "jan@voorbeeld.nl"),
        ("willem _smit@voorbeeld.nl", "willem_smit@voorbeeld.nl"),
        ("jan@voorbeeld.n1", "jan@voorbeeld.nl"),
        ("\ufb01en@voorbeeld.nl", "fien@voorbeeld.nl"),
        ("Jan de Vries <jan@voorbeeld.nl>", "jan@voorbeeld.nl"),
    ],
)
def test_email_is_read_and_repaired(text: str, email: str) -> None:
    assert [found.value for found in find_emails(line_of(text))] == [email]


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Tel. 071-5825888", "071-5825888"),
        ("06-12345678", "06-12345678"),
        ("06 - 12 34 56 78", "06 - 12 34 56 78"),
        ("+31 (0)6 12345678", "+31 (0)6 12345678"),
        ("0031 71 5825888", "0031 71 5825888"),
        ("(071) 582 58 88", "(071) 582 58 88"),
        ("Mobiel O6 12345678", "06 12345678"),
    ],
)
def test_phone_is_read_as_printed(text: str, phone: str) -> None:
    assert [found.value for found in find_phones(line_of(text))] == [phone]


@pytest.mark.parametrize(
    "text",
    [
        "BSN 999990019",
        "NL91 ABNA 0417 1643 00",
        "05-07-2026 12:54",
        "Kenmerk 0612345678",
        "relatienummer 0612345678",
        "fax 071-5825889",
        "0399 885139",
        "2026-12345678",
    ],
)
def test_other_numbers_are_no_phone(text: str) -> None:
    assert list(find_phones(line_of(text))) == []


def test_an_underscore_that_the_scanner_did_not_read_leaves_no_gap() -> None:
    words = [
        Word("anna", Box(70, 60, 92, 71), 0.9),
        Word("smit@voorbeeld.nl", Box(92.3, 60, 180, 71), 0.9),
    ]
    (found,) = find_emails(Line(tuple(words), 1))
    assert found.value == "anna_smit@voorbeeld.nl"


def test_a_dot_against_an_address_is_no_underscore() -> None:
    words = [
        Word("fam.", Box(70, 60, 92, 71), 0.9),
        Word("smit@voorbeeld.nl", Box(92.3, 60, 180, 71), 0.9),
    ]
    (found,) = find_emails(Line(tuple(words), 1))
    assert found.value == "fam.smit@voorbeeld.nl"


def test_a_word_before_an_address_is_no_part_of_it() -> None:
    words = [
        Word("mail", Box(70, 60, 92, 71), 0.9),
        Word("smit@voorbeeld.nl", Box(96, 60, 180, 71), 0.9),
    ]
    assert [found.value for found in find_emails(Line(tuple(words), 1))] == ["smit@voorbeeld.nl"]


def scanned(text: str, sure: float = 0.6) -> Line:
    line = line_of(text)
    return Line(tuple(replace(word, confidence=sure) for word in line.words), 1)


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("m_kwakkelsteinehotmail.com", "m_kwakkelstein@hotmail.com"),
        ("fatima_el_bouazziOgmailcom", "fatima_el_bouazzi@gmail.com"),
        ("e-mail: corriemulder©ziggo.nl", "corriemulder@ziggo.nl"),
        ("corriemuldergonline.nl", "corriemulder@online.nl"),
        ("corrie.mulder@enline.nl", "corrie.mulder@online.nl"),
        ("gerrit.nijhof@xsgall.nl", "gerrit.nijhof@xs4all.nl"),
        ("cor.van. wijngaarden@kpnmail.nl", "cor.van.wijngaarden@kpnmail.nl"),
        ("i zijlstra@live.nl", "i_zijlstra@live.nl"),
        ("d,zijlstra@live.nl", "d.zijlstra@live.nl"),
        ("h_zijlstra 40@live.nl", "h_zijlstra_40@live.nl"),
        ("bereiken via h_zijlstra 40@live.nl", "h_zijlstra_40@live.nl"),
        ("fam. zijlstra@live.nl", "fam.zijlstra@live.nl"),
        ("| jan, zijlstra@live.nl", "jan.zijlstra@live.nl"),
        ("| jan, jan.zijlstra@live.nl", "jan.zijlstra@live.nl"),
        ("bel of mail jan, zijlstra@live.nl", "zijlstra@live.nl"),
        ("zijlstr\u00ed.\u00ed@live.nl", "zijlstri.i@live.nl"),
    ],
)
def test_an_address_at_a_known_provider_is_known_by_it(text: str, email: str) -> None:
    assert [found.value for found in find_emails(scanned(text))] == [email]


@pytest.mark.parametrize(
    "text", ["www.home.nl", "https://planet.nl", "de site thuishome.nl", "het tehuisahome is.nl"]
)
def test_a_site_is_no_address(text: str) -> None:
    assert [*find_emails(scanned(text, 0.95)), *find_emails(line_of(text))] == []


def test_what_was_read_surely_is_nobodys_misread_provider() -> None:
    assert [found.value for found in find_emails(line_of("a@xsgall.nl"))] == ["a@xsgall.nl"]
    assert [found.value for found in find_emails(scanned("E zijlstra@live.nl"))] == [
        "zijlstra@live.nl"
    ]
