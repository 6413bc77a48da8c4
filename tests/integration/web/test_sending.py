"""Sending letters over the API: a file is a letter or refused; all mistakes come at once."""

import io
import json

import pytest

from service.ports.reading import Finished, Outcome
from service.records.letters import LetterState
from service.records.people import Scope
from tests.mails import LETTER, attach, message
from tests.posts import FakeReader
from tests.unit.service.reports import make_report
from tests.web import Office, upload
from tests.zips import as_encrypted, make_zip, pdf, with_link, with_many_entries
from validators.report import Channel, ReceivedSource


def codes(answer: object) -> list[tuple[str | None, str]]:
    return [(each["field"], each["code"]) for each in answer.json["errors"]]  # type: ignore[attr-defined]


def kept(office: Office) -> list[str]:
    """Return what lies in the folder of originals, drafts included."""
    folder = office.folder / "blobs"
    return [path.name for path in folder.rglob("*") if path.is_file()]


def test_many_files_in_one_request_become_one_batch(our_office: Office) -> None:
    files = [(f"{number}.pdf", pdf(str(number))) for number in range(5)]
    answer = our_office.client().post("/v1/batches", **upload(*files, name="Post"))
    assert answer.status_code == 202
    assert [each["file"] for each in answer.json["letters"]] == [name for name, _ in files]
    assert answer.headers["Location"] == f"/v1/batches/{answer.json['id']}"


def test_a_zip_as_the_whole_request_is_a_batch(our_office: Office) -> None:
    content = make_zip({"a/b/1.pdf": pdf("1"), "a/2.pdf": pdf("2")})
    answer = our_office.client().post("/v1/batches", data=content, content_type="application/zip")
    assert [each["file"] for each in answer.json["letters"]] == ["a/b/1.pdf", "a/2.pdf"]


def test_letters_and_zips_may_come_together(our_office: Office) -> None:
    files = upload(("los.pdf", pdf()), ("post.zip", make_zip({"in.pdf": pdf("x")})))
    answer = our_office.client().post("/v1/batches", **files)
    assert [each["file"] for each in answer.json["letters"]] == ["los.pdf", "in.pdf"]


def test_a_message_becomes_the_letters_in_it_and_is_kept_with_them(our_office: Office) -> None:
    raw = attach(attach(message(LETTER)), b"x", "brief.docx", "application/msword").as_bytes()
    client = our_office.client()
    answer = client.post("/v1/batches", **upload(("post.eml", raw), ("los.pdf", pdf())))
    names = ["post.eml/bericht.pdf", "post.eml/bezwaar.pdf", "los.pdf"]
    assert [each["file"] for each in answer.json["letters"]] == names
    assert [each["file"] for each in answer.json["refused"]] == ["post.eml/brief.docx"]
    letter = client.get(f"/v1/letters/{answer.json['letters'][1]['id']}").json
    assert (letter["channel"], letter["receivedSource"]) == (Channel.EMAIL, ReceivedSource.MAIL)
    with our_office.room.store.reading() as transaction:
        record = transaction.letters.find(letter["id"])
    assert our_office.room.blobs.read(record.message_sha256 or "") == raw


def test_what_is_told_of_a_file_wins_over_the_manifest_and_that_over_the_batch(
    our_office: Office,
) -> None:
    manifest = b"file,channel,received\na.pdf,fax,2026-11-19\nb.pdf,fax,\n"
    content = make_zip({"manifest.csv": manifest, **{f"{n}.pdf": pdf(n) for n in "abc"}})
    metadata = json.dumps({"channel": "balie", "files": [{"file": "a.pdf", "channel": "email"}]})
    client = our_office.client()
    answer = client.post("/v1/batches", **upload(("post.zip", content), metadata=metadata))
    letters = [client.get(f"/v1/letters/{each['id']}").json for each in answer.json["letters"]]
    assert [each["channel"] for each in letters] == [Channel.EMAIL, Channel.FAX, Channel.BALIE]
    assert letters[0]["received"] == "2026-11-19"
    assert letters[0]["receivedSource"] == ReceivedSource.MANIFEST


def test_what_is_told_may_come_after_the_files(our_office: Office) -> None:
    data = {"files": [(io.BytesIO(pdf()), "a.pdf")], "received": "2026-11-20", "profile": "ciz"}
    client = our_office.client()
    answer = client.post("/v1/batches", data=data)
    letter = client.get(f"/v1/letters/{answer.json['letters'][0]['id']}").json
    assert (letter["received"], letter["profile"]) == ("2026-11-20", "ciz")
    assert letter["receivedSource"] == ReceivedSource.API


def test_refused_files_are_named_and_the_rest_goes_on(our_office: Office) -> None:
    hostile = make_zip({"../uit.pdf": pdf(), "goed.pdf": pdf("goed")})
    files = upload(
        ("goed.pdf", pdf()),
        ("leeg.pdf", b""),
        ("groot.pdf", pdf("x" * 1_000_001)),
        ("brief.docx", make_zip({"[Content_Types].xml": b"", "word/a.xml": b""})),
        ("programma.pdf", b"MZ\x90\x00"),
        ("link.zip", with_link()),
        ("slot.zip", as_encrypted(make_zip({"a.pdf": pdf()}))),
        ("dubbel.zip", make_zip({"in.zip": make_zip({"a.pdf": pdf()})})),
        ("bom.zip", make_zip({"bom.pdf": pdf("0" * 15_000_000)})),
        ("veel.zip", with_many_entries(60)),
        ("stuk.zip", b"PK\x03\x04" + bytes(100)),
        ("vijand.zip", hostile),
    )
    answer = our_office.with_parts().client().post("/v1/batches", **files)
    assert answer.status_code == 202
    assert [each["file"] for each in answer.json["letters"]] == ["goed.pdf", "goed.pdf"]
    assert [(each["file"], each["code"]) for each in answer.json["refused"]] == [
        ("leeg.pdf", "leeg_bestand"),
        ("groot.pdf", "te_groot"),
        ("brief.docx", "geen_document"),
        ("programma.pdf", "geen_document"),
        ("brief.pdf", "onveilig_pad"),
        ("a.pdf", "wachtwoord_nodig"),
        ("in.zip", "zip_in_zip"),
        ("bom.pdf", "te_groot"),
        ("veel.zip", "te_veel_bestanden"),
        ("stuk.zip", "beschadigd"),
        ("uit.pdf", "onveilig_pad"),
    ]
    batch = our_office.client().get(answer.headers["Location"])
    assert batch.json["refused"] == answer.json["refused"]


def test_a_batch_without_any_letter_is_refused_whole(our_office: Office) -> None:
    answer = our_office.client().post("/v1/batches", **upload(("a.pdf", b""), ("b.txt", b"x")))
    assert (answer.status_code, answer.json["code"]) == (400, "geen_brieven")
    assert codes(answer) == [("a.pdf", "leeg_bestand"), ("b.txt", "geen_document")]


def test_two_files_with_one_name_are_both_kept(our_office: Office) -> None:
    answer = our_office.client().post(
        "/v1/batches", **upload(("a.pdf", pdf("1")), ("a.pdf", pdf("2")))
    )
    assert [each["file"] for each in answer.json["letters"]] == ["a.pdf", "a.pdf"]
    assert len({each["id"] for each in answer.json["letters"]}) == 2


@pytest.mark.parametrize(
    ("sent", "kept_as"),
    [
        ("C:/post/brief.pdf", "post/brief.pdf"),
        ("../../etc/passwd.pdf", "etc/passwd.pdf"),
        ("brief\x07\u202efdp.pdf", "brieffdp.pdf"),
        ("a" * 400 + ".pdf", "a" * 214 + "…" + "a" * 36 + ".pdf"),
    ],
)
def test_odd_names_are_cleaned(our_office: Office, sent: str, kept_as: str) -> None:
    answer = our_office.client().post("/v1/letters", **upload((sent, pdf())))
    assert answer.json["file"] == kept_as


def test_all_mistakes_come_in_one_answer_with_field_and_remedy(our_office: Office) -> None:
    metadata = {
        "received": "2026-11-30",
        "postmarked": "vandaag",
        "channels": ["kanaal-van-niemand"],
        "files": [
            {"file": "niet-gestuurd.pdf", "profile": "zelfbedacht"},
            {"file": "a.pdf", "received": "2026-11-19", "postmarked": "2026-11-21", "kleur": 1},
        ],
    }
    manifest = b"file,received,channel\nb.pdf,gisteren,duif\nc.pdf,2026-11-19,post\n,,\n"
    files = (("a.pdf", pdf()), ("b.zip", make_zip({"manifest.csv": manifest, "b.pdf": pdf()})))
    sent = upload(*files, metadata=json.dumps(metadata))
    answer = our_office.client().post("/v1/batches", **sent, headers={"Idempotency-Key": "é"})
    assert codes(answer) == [
        ("Idempotency-Key", "verkeerd_teken"),
        ("postmarked", "geen_datum"),
        (None, "onbekend"),
        ("manifest.csv, regel 2", "geen_datum"),
        ("manifest.csv, regel 2", "geen_keuze"),
        ("manifest.csv, regel 3", "bestand_is_er_niet"),
        ("received", "in_de_toekomst"),
        ("files[0].profile", "onbekend_profiel"),
        ("files[1].postmarked", "poststempel_na_ontvangst"),
        ("channels[0]", "onbekend_kanaal"),
    ]
    assert all(len(each["message"]) > 20 for each in answer.json["errors"])
    assert kept(our_office) == []


def test_a_file_that_was_not_sent_is_told_with_the_other_mistakes(our_office: Office) -> None:
    told = {"received": "morgen", "files": [{"file": "niet-gestuurd.pdf"}]}
    sent = upload(("a.pdf", pdf()), metadata=json.dumps(told))
    answer = our_office.client().post("/v1/batches", **sent)
    found = [("received", "geen_datum"), ("files[0].file", "bestand_niet_meegestuurd")]
    assert codes(answer) == found


@pytest.mark.parametrize("files", [[{}, {"channel": "post"}], [{}, 1], [1, {}], [[], {"file": {}}]])
def test_mistakes_in_several_files_are_all_told(our_office: Office, files: list[object]) -> None:
    sent = upload(("a.pdf", pdf()), metadata=json.dumps({"received": "morgen", "files": files}))
    answer = our_office.client().post("/v1/batches", **sent)
    assert answer.status_code == 400
    assert {field.partition(".")[0] for field, _ in codes(answer)} == {
        "received",
        "files[0]",
        "files[1]",
    }


def test_of_a_manifest_that_is_wrong_everywhere_the_first_lines_are_named(
    our_office: Office,
) -> None:
    manifest = "file\n" + "".join(f"{number}.pdf\n" for number in range(30))
    content = make_zip({"manifest.csv": manifest.encode(), "a.pdf": pdf()})
    answer = our_office.client().post("/v1/batches", **upload(("post.zip", content)))
    lines = [field for field, _ in codes(answer)]
    assert lines == [f"manifest.csv, regel {line}" for line in range(2, 22)]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"received": ["2026-11-20", "2026-11-20"]}, [("received", "dubbel")]),
        (
            {"received": "2026-11-20", "metadata": '{"received":"2026-11-20"}'},
            [("received", "dubbel")],
        ),
        ({"metadata": '{"received":1,"received":2}'}, [("metadata", "dubbele_sleutel")]),
        ({"metadata": "{"}, [("metadata", "geen_json")]),
        ({"metadata": "[" * 100_000}, [("metadata", "geen_json")]),
        ({"metadata": "[]"}, [("metadata", "geen_object")]),
        ({"metadata": ["{}", "{}"]}, [("metadata", "dubbel")]),
        ({"kleur": "rood"}, [(None, "onbekend")]),
        ({"received": "", "name": ""}, [("received", "geen_datum"), ("name", "te_kort")]),
        ({"received": "1026-11-20"}, [("received", "geen_datum")]),  # would count as not known
        ({"postmarked": "0026-11-20"}, [("postmarked", "geen_datum")]),
        ({"channel": "duif"}, [("channel", "geen_keuze")]),
        ({"name": "x" * 201}, [("name", "te_lang")]),
        ({"profile": "x" * 6000}, [("profile", "klopt_niet")]),
    ],
)
def test_a_wrong_field_is_named(
    our_office: Office, fields: dict[str, object], found: list[tuple[str | None, str]]
) -> None:
    answer = our_office.client().post("/v1/batches", **upload(("a.pdf", pdf()), **fields))
    assert answer.status_code == 400
    assert codes(answer) == found


def test_a_mistake_in_a_manifest_is_named_by_line(our_office: Office) -> None:
    content = make_zip({"manifest.csv": b"file,received\na.pdf,gisteren\n", "a.pdf": pdf()})
    answer = our_office.client().post("/v1/batches", **upload(("post.zip", content)))
    assert codes(answer) == [("manifest.csv, regel 2", "geen_datum")]
    assert kept(our_office) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("a.pdf,2026-12-01,", "in_de_toekomst"),
        ("a.pdf,2026-11-20,2026-11-21", "poststempel_na_ontvangst"),
    ],
)
def test_a_manifest_that_cannot_be_true_is_refused(
    our_office: Office, line: str, code: str
) -> None:
    manifest = f"file,received,postmarked\n{line}\n".encode()
    content = make_zip({"manifest.csv": manifest, "a.pdf": pdf()})
    answer = our_office.client().post("/v1/batches", **upload(("post.zip", content)))
    assert codes(answer) == [("a.pdf", code)]


def test_a_request_without_a_file_is_refused(our_office: Office) -> None:
    answer = our_office.client().post(
        "/v1/batches", data={"name": "leeg"}, content_type="multipart/form-data"
    )
    assert codes(answer) == [("files", "geen_bestand")]


def test_a_single_letter_is_asked_for_in_the_field_where_it_belongs(our_office: Office) -> None:
    client = our_office.client()
    nothing = client.post("/v1/letters", data={"x": "y"}, content_type="multipart/form-data")
    unknown, missing = nothing.json["errors"]
    assert "alleen: file, metadata" in unknown["message"]
    assert (missing["field"], missing["code"]) == ("file", "geen_bestand")


def test_too_many_files_in_one_request_are_refused(our_office: Office) -> None:
    files = [(f"{number}.pdf", pdf()) for number in range(80)]
    answer = our_office.client().post("/v1/batches", **upload(*files))
    assert (answer.status_code, answer.json["code"]) == (413, "te_groot")
    assert kept(our_office) == []


def test_a_request_that_is_too_large_is_refused(our_office: Office) -> None:
    files = [(f"{number}.pdf", pdf("x" * 900_000)) for number in range(3)]
    answer = our_office.client().post("/v1/batches", **upload(*files))
    assert (answer.status_code, answer.json["code"]) == (413, "te_groot")
    assert "2000000" not in answer.text
    assert kept(our_office) == []


def test_a_key_may_have_a_smaller_limit(our_office: Office) -> None:
    client = our_office.client(Scope.UPLOAD, upload_mb=1)
    files = [(f"{number}.pdf", pdf("x" * 700_000)) for number in range(2)]
    assert client.post("/v1/batches", **upload(*files)).status_code == 413


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"--x\r\nContent-Dis", "multipart/form-data; boundary=x"),
        (b"--x\r\nno disposition\r\n\r\nabc\r\n--x--\r\n", "multipart/form-data; boundary=x"),
        (b"anything", "multipart/form-data"),
        (b"--x--\r\n"[:3], "multipart/form-data; boundary=x"),
        (
            b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n'
            b"%PDF-1.7 half",
            "multipart/form-data; boundary=x",
        ),
    ],
)
def test_a_broken_request_is_refused_and_leaves_nothing(
    our_office: Office, body: bytes, kind: str
) -> None:
    answer = our_office.client().post("/v1/batches", data=body, content_type=kind)
    assert (answer.status_code, answer.json["code"]) == (400, "kapot_verzoek")
    assert kept(our_office) == []


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "image/png", None])
def test_another_kind_of_content_is_refused(our_office: Office, kind: str | None) -> None:
    answer = our_office.client().post("/v1/batches", data=b"x", content_type=kind)
    assert (answer.status_code, answer.json["code"]) == (415, "verkeerde_soort")


def test_the_same_key_and_content_give_the_same_answer(our_office: Office) -> None:
    client, key = our_office.client(), {"Idempotency-Key": '"post-1"'}
    sent = [("a.pdf", pdf()), ("b.pdf", b"")]
    first = client.post("/v1/batches", **upload(*sent), headers=key)
    second = client.post("/v1/batches", **upload(*sent), headers=key)
    assert (first.status_code, first.json) == (second.status_code, second.json)
    assert len(client.get("/v1/letters").json["letters"]) == 1


def test_the_same_key_with_other_content_is_a_conflict(our_office: Office) -> None:
    client, key = our_office.client(), {"Idempotency-Key": "post-1"}
    client.post("/v1/batches", **upload(("a.pdf", pdf())), headers=key)
    answer = client.post("/v1/batches", **upload(("a.pdf", pdf("anders"))), headers=key)
    assert (answer.status_code, answer.json["code"]) == (409, "sleutel_hergebruikt")
    assert len(client.get("/v1/letters").json["letters"]) == 1
    assert len(kept(our_office)) == 1


@pytest.mark.parametrize("key", ["", " ", "é", "x" * 256, '""'])
def test_a_key_that_is_none_is_refused(our_office: Office, key: str) -> None:
    answer = our_office.client().post(
        "/v1/letters", **upload(("a.pdf", pdf())), headers={"Idempotency-Key": key}
    )
    assert codes(answer) == [("Idempotency-Key", "verkeerd_teken")]


def test_a_letter_that_is_not_waited_for_is_accepted(our_office: Office) -> None:
    answer = our_office.client().post("/v1/letters", **upload(("a.pdf", pdf())))
    assert (answer.status_code, answer.json["state"]) == (202, LetterState.RECEIVED)
    assert answer.json["report"] is None


def test_a_letter_that_is_waited_for_comes_with_its_report(our_office: Office) -> None:
    waits: list[float] = []

    def read_after_a_while(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            our_office.read_all()

    office = our_office.with_parts(pause=read_after_a_while)
    answer = office.client().post("/v1/letters?wait=30", **upload(("a.pdf", pdf())))
    assert (answer.status_code, answer.json["state"]) == (201, LetterState.DONE)
    assert answer.json["report"]["id"] == answer.json["id"]
    assert len(waits) == 3


def test_waiting_ends(our_office: Office) -> None:
    waits: list[float] = []
    office = our_office.with_parts(pause=waits.append)
    answer = office.client().post("/v1/letters?wait=2", **upload(("a.pdf", pdf())))
    assert answer.status_code == 202
    assert 1.5 < sum(waits) <= 2


def test_only_so_many_may_wait_at_once(our_office: Office) -> None:
    waits: list[float] = []
    office = our_office.with_parts(pause=waits.append)
    for _ in range(2):
        office.parts.waiting.acquire()
    answer = office.client().post("/v1/letters?wait=60", **upload(("a.pdf", pdf())))
    assert (answer.status_code, waits) == (202, [])


@pytest.mark.parametrize("wait", ["-1", "61", "lang"])
def test_a_wait_that_is_too_long_is_refused(our_office: Office, wait: str) -> None:
    answer = our_office.client().post(f"/v1/letters?wait={wait}", **upload(("a.pdf", pdf())))
    assert [field for field, _ in codes(answer)] == ["wait"]


def test_one_letter_is_one_letter(our_office: Office) -> None:
    client = our_office.client()
    two = client.post("/v1/letters", **upload(("a.pdf", pdf()), ("b.pdf", pdf())))
    archive = client.post("/v1/letters", **upload(("a.zip", make_zip({"a.pdf": pdf()}))))
    assert codes(two) == [("file", "een_bestand")]
    assert codes(archive) == [("a.zip", "zip_niet_hier")]


def test_a_scan_with_two_letters_links_them(our_office: Office) -> None:
    client = our_office.client()
    letter_id = client.post("/v1/letters", **upload(("a.pdf", pdf()))).json["id"]
    our_office.read_all(two_letters())
    first = client.get(f"/v1/letters/{letter_id}").json
    (other,) = first["parts"]
    second = client.get(f"/v1/letters/{other['id']}").json
    assert (other["part"], second["firstId"]) == (2, letter_id)
    assert second["parts"] == [{"id": letter_id, "part": 1}]


def two_letters() -> FakeReader:
    return FakeReader(lambda _: Finished(tuple(Outcome(make_report(part=part)) for part in (1, 2))))
