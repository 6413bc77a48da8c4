"""Archives: what a ZIP says about itself is not believed."""

import datetime as dt
import io
import zipfile

import pytest

from extractors.signatures import media_type_of
from service.usecases.archive import Meter, is_zip, unzip
from service.usecases.manifest import ManifestError
from service.usecases.receive import Facts, RefusedError
from tests.zips import as_encrypted, make_zip, pdf, with_link, with_many_entries
from validators.report import Channel, ReceivedSource

PROFILES = ("awb", "ciz")


def unpacked(
    content: bytes, *, most_files: int = 100, most_bytes: int = 50_000_000
) -> dict[str, bytes | str]:
    """Return by name the content of each letter, or the code with which it was refused."""
    found: dict[str, bytes | str] = {}
    meter = Meter(most_files, most_bytes)
    for each in unzip("post.zip", io.BytesIO(content), meter=meter, profiles=PROFILES):
        if each.refusal:
            found[each.file] = each.refusal.code
            continue
        try:
            with each.open() as source:
                found[each.file] = b"".join(iter(lambda: source.read(65536), b""))
        except RefusedError as error:
            found[each.file] = error.code
    return found


def told(content: bytes) -> dict[str, Facts]:
    meter = Meter(100, 1000)
    members = unzip("post.zip", io.BytesIO(content), meter=meter, profiles=PROFILES)
    return {each.file: each.facts for each in members}


def test_letters_in_nested_folders_come_out_in_order() -> None:
    content = make_zip({"b/1.pdf": pdf("1"), "a/b/c/2.pdf": pdf("2")})
    assert list(unpacked(content).items()) == [("b/1.pdf", pdf("1")), ("a/b/c/2.pdf", pdf("2"))]


def test_what_people_do_not_see_is_passed_over() -> None:
    content = make_zip({"__MACOSX/._a.pdf": b"x", ".DS_Store": b"x", "a.pdf": pdf()})
    assert list(unpacked(content)) == ["a.pdf"]


@pytest.mark.parametrize(
    "name", ["../a.pdf", "/etc/a.pdf", "a/../../b.pdf", "..\\a.pdf", "C:a.pdf"]
)
def test_a_path_that_leads_out_is_refused_and_the_rest_goes_on(name: str) -> None:
    found = unpacked(make_zip({name: pdf(), "goed.pdf": pdf()}))
    assert list(found.values()) == ["onveilig_pad", pdf()]
    assert not any(".." in name or name.startswith("/") for name in found)


def test_a_link_is_refused() -> None:
    assert unpacked(with_link()) == {"brief.pdf": "onveilig_pad"}


def test_a_locked_letter_is_refused() -> None:
    content = as_encrypted(make_zip({"a.pdf": pdf(), "b.pdf": pdf()}))
    assert unpacked(content) == {"a.pdf": "wachtwoord_nodig", "b.pdf": pdf()}


def test_a_zip_in_a_zip_is_refused() -> None:
    content = make_zip({"binnen.zip": make_zip({"a.pdf": pdf()}), "a.pdf": pdf()})
    assert unpacked(content) == {"binnen.zip": "zip_in_zip", "a.pdf": pdf()}


def test_a_bomb_stops_long_before_it_is_unpacked() -> None:
    content = make_zip({"bom.pdf": bytes(40_000_000), "goed.pdf": pdf()})
    assert unpacked(content) == {"bom.pdf": "zip_bom", "goed.pdf": pdf()}


def test_a_bomb_that_is_read_in_one_go_stops_as_early() -> None:
    meter = Meter(100, 500_000_000)
    content = io.BytesIO(make_zip({"bom.pdf": bytes(60_000_000)}))
    (bomb,) = unzip("post.zip", content, meter=meter, profiles=PROFILES)
    with pytest.raises(RefusedError, match="zip_bom"), bomb.open() as source:
        source.read()
    assert meter.bytes < 20_000_000


def test_all_letters_together_have_a_limit_too() -> None:
    content = make_zip({"a.pdf": bytes(600), "b.pdf": bytes(600)}, compress=False)
    assert unpacked(content, most_bytes=1000)["b.pdf"] == "zip_te_groot"


def test_a_long_list_is_refused_before_it_is_read() -> None:
    assert unpacked(with_many_entries(250)) == {"post.zip": "te_veel_bestanden"}


def test_one_letter_too_many_is_too_many() -> None:
    assert unpacked(with_many_entries(101)) == {"post.zip": "te_veel_bestanden"}


def test_all_archives_of_a_delivery_count_together() -> None:
    meter = Meter(3, 1000)
    content = make_zip({"a.pdf": pdf(), "b.pdf": pdf()})
    both = [
        [
            each.refusal and each.refusal.code
            for each in unzip(name, io.BytesIO(content), meter=meter, profiles=())
        ]
        for name in ("1.zip", "2.zip")
    ]
    assert both == [[None, None], ["te_veel_bestanden"]]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (make_zip({}), "lege_zip"),
        (make_zip({"map/": b"", ".verborgen": b""}), "lege_zip"),
        (make_zip({"a.pdf": pdf()})[:-30], "beschadigd"),
        (b"PK\x03\x04" + bytes(200), "beschadigd"),
        (make_zip({"word/a.xml": b"", "[Content_Types].xml": b""}), "geen_document"),
    ],
)
def test_a_zip_that_holds_no_letters_is_refused(content: bytes, code: str) -> None:
    assert unpacked(content) == {"post.zip": code}


def test_a_letter_that_does_not_match_its_checksum_is_refused() -> None:
    content = make_zip({"a.pdf": pdf("abcdef")}, compress=False).replace(b"abcdef", b"abcdeX", 1)
    assert unpacked(content) == {"a.pdf": "beschadigd"}


def test_two_letters_with_one_name_are_both_kept() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.pdf", pdf("1"))
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.pdf", pdf("2"))
    members = unzip("post.zip", io.BytesIO(out.getvalue()), meter=Meter(9, 9999), profiles=())
    assert [each.file for each in members] == ["a.pdf", "a.pdf"]


def test_a_manifest_tells_of_the_letters_below_its_folder() -> None:
    manifest = "file;received;postmarked;channel;profile\n1.pdf;2026-11-20;2026-11-18;fax;ciz\n"
    facts = told(make_zip({"a/Manifest.csv": manifest.encode(), "a/1.pdf": b"", "1.pdf": b""}))
    assert facts == {
        "a/1.pdf": Facts(
            "ciz",
            Channel.FAX,
            dt.date(2026, 11, 20),
            ReceivedSource.MANIFEST,
            dt.date(2026, 11, 18),
        ),
        "1.pdf": Facts(),
    }


@pytest.mark.parametrize(
    ("manifest", "code", "line"),
    [
        (b"file,received\na.pdf,morgen\n", "geen_datum", 2),
        (b"file,kleur\na.pdf,rood\n", "onbekende_kolom", 1),
        (b"file\n\nb.pdf\n", "bestand_is_er_niet", 3),
        (b"file,profile\na.pdf,niets\n", "onbekend_profiel", 2),
        (b"file\n" + b"a" * 5_000_001, "manifest_te_groot", 0),
    ],
)
def test_a_mistake_in_a_manifest_is_named_by_line(manifest: bytes, code: str, line: int) -> None:
    with pytest.raises(ManifestError) as caught:
        told(make_zip({"manifest.csv": manifest, "a.pdf": b""}))
    assert [(each.code, each.line) for each in caught.value.mistakes] == [(code, line)]


def test_office_documents_are_no_archives_of_letters() -> None:
    assert not is_zip(make_zip({"[Content_Types].xml": b"", "word/document.xml": b""}))
    assert is_zip(make_zip({"a.pdf": b""}))
    assert is_zip(make_zip({}))
    assert not is_zip(b"%PDF-1.7")


def test_a_file_without_a_name_does_not_break_the_others() -> None:
    content = make_zip({"x.pdf": pdf("1"), "b.pdf": pdf("2")}).replace(b"x.pdf", b"\x00.pdf")
    assert unpacked(content)["b.pdf"] == pdf("2")


def test_a_zip_that_packs_nothing_is_not_taken_for_its_first_letter() -> None:
    assert media_type_of(make_zip({"a.pdf": pdf("1"), "b.pdf": pdf("2")}, compress=False)) is None
    assert media_type_of(b"\r\njunk of a mail server\r\n" + pdf("1")) == "application/pdf"
