"""Showing letters and deliveries over the API, page by page, and destroying them."""

import hashlib
import json

import pytest

from service.ports.reading import Finished, Outcome
from service.records.letters import FinishedLetter, LetterState
from service.records.people import Scope
from tests.posts import THEIRS, FakeReader
from tests.unit.service.reports import make_report
from tests.web import FakePages, KeyClient, Office, upload
from tests.zips import pdf
from validators.report import Verdict


def send(client: KeyClient, count: int = 1, **fields: object) -> tuple[str, list[str]]:
    """Send letters and return the ids of the batch and of the letters."""
    files = [(f"{number}.pdf", pdf(str(number))) for number in range(count)]
    answer = client.post("/v1/batches", **upload(*files, **fields))
    return answer.json["id"], [each["id"] for each in answer.json["letters"]]


def test_a_batch_says_how_far_it_is(our_office: Office) -> None:
    client = our_office.client()
    batch_id, _ = send(client, 3, name="Post")
    before = client.get(f"/v1/batches/{batch_id}").json
    our_office.read_all()
    after = client.get(f"/v1/batches/{batch_id}").json
    assert (before["letters"], before["isComplete"], before["states"]["ontvangen"]) == (3, False, 3)
    assert (after["isComplete"], after["verdicts"]["compleet"]) == (True, 3)
    assert (after["name"], after["door"]) == ("Post", "api")


def test_reports_come_page_by_page_until_there_are_no_more(our_office: Office) -> None:
    client = our_office.client()
    batch_id, letters = send(client, 5)
    our_office.read_all()
    path, seen = f"/v1/batches/{batch_id}/reports?limit=2", []
    while path:
        answer = client.get(path)
        seen += [each["id"] for each in answer.json["reports"]]
        link = answer.headers.get("Link", "")
        assert bool(link) == (answer.json["next"] is not None)
        path = link.partition(">")[0].lstrip("<")
    assert seen == letters


@pytest.mark.parametrize("how", [{"Accept": "application/jsonl"}, None])
def test_reports_come_one_a_line_when_asked(our_office: Office, how: dict[str, str] | None) -> None:
    client = our_office.client()
    batch_id, letters = send(client, 2)
    our_office.read_all()
    query = "" if how else "?format=jsonl"
    answer = client.get(f"/v1/batches/{batch_id}/reports{query}", headers=how or {})
    assert answer.mimetype == "application/jsonl"
    assert [json.loads(line)["id"] for line in answer.text.splitlines()] == letters


def test_a_report_that_was_improved_comes_again_and_only_the_last_one(our_office: Office) -> None:
    client = our_office.client()
    batch_id, _ = send(client, 1)
    our_office.read_all()
    path = f"/v1/batches/{batch_id}/reports"
    assert [each["schema_version"] for each in client.get(path).json["reports"]] == ["1.0"]
    assert client.get(f"{path}?cursor=999").json == {"reports": [], "next": None}


def test_letters_come_newest_first_page_by_page(our_office: Office) -> None:
    client = our_office.client()
    _, letters = send(client, 5)
    first = client.get("/v1/letters?limit=3").json
    second = client.get(f"/v1/letters?limit=3&cursor={first['next']}").json
    found = [each["id"] for page in (first, second) for each in page["letters"]]
    assert found == letters[::-1]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("state=klaar", 2),
        ("state=ontvangen", 1),
        ("verdict=compleet", 1),
        ("verdict=incompleet", 1),
        ("kind=bezwaar", 2),
        ("windowVerdict=op_tijd", 2),
        ("windowVerdict=te_laat", 0),
        ("channel=fax", 1),
        ("profile=ciz", 1),
        ("receivedFrom=2026-11-20&receivedTo=2026-11-20", 1),
        ("receivedTo=2026-11-19", 0),
        ("lastDayFrom=2026-11-12&lastDayTo=2026-11-12", 2),
        ("lastDayFrom=2026-11-13", 0),
    ],
)
def test_letters_are_found_by_what_is_known_of_them(
    our_office: Office, query: str, count: int
) -> None:
    client = our_office.client()
    send(client)
    our_office.read_all()
    send(client, channel="fax", profile="ciz", received="2026-11-20")
    our_office.read_all(FakeReader(incomplete))
    send(client)
    assert len(client.get(f"/v1/letters?{query}").json["letters"]) == count


def incomplete(_: object) -> Finished:
    return Finished((Outcome(make_report(verdict=Verdict.INCOMPLEET)),))


def test_letters_of_one_batch_are_found(our_office: Office) -> None:
    client = our_office.client()
    batch_id, letters = send(client, 2)
    send(client)
    found = client.get(f"/v1/letters?batchId={batch_id}").json["letters"]
    assert {each["id"] for each in found} == set(letters)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("cursor=-1", "cursor"),
        ("cursor=99999999999999999999", "cursor"),
        ("state=weg", "state"),
        ("receivedFrom=20261120", "receivedFrom"),
        ("receivedFrom=1700000000", "receivedFrom"),
        ("profile=999990019", "profile"),
        ("batchId=999990019", "batchId"),
        ("received_from=2026-11-20", None),
        ("limit=1&limit=2", "limit"),
    ],
)
def test_a_wrong_question_is_refused(our_office: Office, query: str, field: str | None) -> None:
    answer = our_office.client().get(f"/v1/letters?{query}")
    assert answer.status_code == 400
    assert [(each["in"], each["field"]) for each in answer.json["errors"]] == [("query", field)]


def test_a_letter_has_no_report_until_it_was_read(our_office: Office) -> None:
    client = our_office.client()
    _, (letter_id,) = send(client)
    before = client.get(f"/v1/letters/{letter_id}/report")
    our_office.read_all()
    after = client.get(f"/v1/letters/{letter_id}/report")
    assert (before.status_code, before.json["code"]) == (404, "nog_geen_rapport")
    assert after.json == json.loads(make_report(file="0.pdf", id=letter_id).model_dump_json())


def test_the_original_comes_back_as_it_was(our_office: Office) -> None:
    client = our_office.client()
    _, (letter_id,) = send(client)
    answer = client.get(f"/v1/letters/{letter_id}/original")
    assert (answer.data, answer.mimetype) == (pdf("0"), "application/pdf")
    assert answer.headers["Content-Disposition"] == "attachment; filename=0.pdf"


def test_an_odd_name_cannot_change_the_headers(our_office: Office) -> None:
    client = our_office.client()
    sent = upload(('a";x\u00e9.pdf', pdf()))
    letter_id = client.post("/v1/letters", **sent).json["id"]
    header = client.get(f"/v1/letters/{letter_id}/original").headers["Content-Disposition"]
    assert header.startswith("attachment; filename=")
    assert "\n" not in header


@pytest.mark.parametrize("page", ["1", "1.png"])
def test_a_page_is_a_picture(our_office: Office, page: str) -> None:
    client = our_office.client()
    _, (letter_id,) = send(client)
    answer = client.get(f"/v1/letters/{letter_id}/pages/{page}")
    assert (answer.mimetype, answer.data[:4]) == ("image/png", b"\x89PNG")


@pytest.mark.parametrize("page", ["0", "2", "01", "-1", "1.jpg", "een", "9999999"])
def test_a_page_that_is_not_there_is_not_found(our_office: Office, page: str) -> None:
    client = our_office.client()
    _, (letter_id,) = send(client)
    assert client.get(f"/v1/letters/{letter_id}/pages/{page}").status_code == 404


def test_a_destroyed_letter_is_gone_with_everything_of_it(our_office: Office) -> None:
    client = our_office.client()
    batch_id, (letter_id, other_id) = send(client, 2)
    our_office.read_all()
    sha256 = client.get(f"/v1/letters/{letter_id}").json["sha256"]
    assert client.delete(f"/v1/letters/{letter_id}").status_code == 204
    for path in ("", "/report", "/original", "/pages/1"):
        assert client.get(f"/v1/letters/{letter_id}{path}").status_code == 404
    assert client.get(f"/v1/letters/{other_id}/original").status_code == 200
    assert client.get(f"/v1/batches/{batch_id}").json["letters"] == 1
    assert not our_office.room.blobs.has(sha256)
    assert isinstance(our_office.parts.pages, FakePages)
    assert set(our_office.parts.pages.forgotten) == {sha256}
    assert client.delete(f"/v1/letters/{letter_id}").status_code == 404


def test_bytes_that_another_letter_has_stay(our_office: Office) -> None:
    client = our_office.client()
    _, (letter_id,) = send(client)
    _, (same_id,) = send(client)
    client.delete(f"/v1/letters/{letter_id}")
    assert client.get(f"/v1/letters/{same_id}/original").status_code == 200


def test_a_letter_that_is_being_read_can_be_destroyed(our_office: Office) -> None:
    client = our_office.client()
    _, (letter_id,) = send(client)

    def destroyed_meanwhile(_: object) -> Finished:
        client.delete(f"/v1/letters/{letter_id}")
        return Finished((Outcome(make_report()),))

    our_office.read_all(FakeReader(destroyed_meanwhile))
    assert client.get(f"/v1/letters/{letter_id}").status_code == 404


def test_a_scan_is_destroyed_by_its_first_letter(our_office: Office) -> None:
    client = our_office.client()
    _, (first_id,) = send(client)
    both = Finished(tuple(Outcome(make_report(part=part)) for part in (1, 2)))
    our_office.read_all(FakeReader(lambda _: both))
    (second,) = client.get(f"/v1/letters/{first_id}").json["parts"]
    refused = client.delete(f"/v1/letters/{second['id']}")
    assert (refused.status_code, refused.json["code"]) == (409, "hoort_bij_eerste")
    assert client.delete(f"/v1/letters/{first_id}").status_code == 204
    assert client.get(f"/v1/letters/{second['id']}").status_code == 404


def test_events_come_in_order_and_go_on_where_one_was(our_office: Office) -> None:
    client = our_office.client(Scope.UPLOAD, Scope.READ)
    _, letters = send(client, 3)
    our_office.read_all()
    first = client.get("/v1/events?limit=2")
    assert first.mimetype == "application/cloudevents-batch+json"
    assert [each["subject"] for each in first.json] == letters[:2]
    second = client.get(first.headers["Link"].partition(">")[0].lstrip("<"))
    assert [each["subject"] for each in second.json] == letters[2:]
    nothing = client.get(second.headers["Link"].partition(">")[0].lstrip("<"))
    assert nothing.json == []
    assert nothing.headers["Link"] == second.headers["Link"]


def test_a_letter_that_stranded_has_its_state(our_office: Office) -> None:
    client, now = our_office.client(), our_office.room.clock.now()
    _, (letter_id,) = send(client)
    stranded = [FinishedLetter(make_report(verdict=Verdict.FOUT))]
    with our_office.room.store.accepting() as transaction:
        transaction.letters.finish(letter_id, stranded, now=now, is_stranded=True)
    letter = client.get(f"/v1/letters/{letter_id}").json
    assert (letter["state"], letter["verdict"]) == (LetterState.STRANDED, "fout")


def test_a_receipt_says_exactly_what_was_received(our_office: Office) -> None:
    client = our_office.client()
    sent = {f"{number}.pdf": pdf(str(number)) for number in range(3)}
    answer = client.post("/v1/batches", **upload(*sent.items(), ("leeg.pdf", b""))).json
    receipt = client.get(f"/v1/batches/{answer['id']}/receipt").json
    assert [
        (line["file"], line["size"], line["sha256"], line["letters"]) for line in receipt["files"]
    ] == [
        (name, len(data), hashlib.sha256(data).hexdigest(), [letter["id"]])
        for (name, data), letter in zip(sent.items(), answer["letters"], strict=True)
    ]
    assert {line["receivedAt"] for line in receipt["files"]} == {answer["receivedAt"]}
    assert [line["pages"] for line in receipt["files"]] == [None] * 3
    assert receipt["refused"] == answer["refused"]


def test_a_receipt_tells_of_the_letters_and_pages_that_a_file_held(our_office: Office) -> None:
    client = our_office.client()
    batch_id, (first_id, _) = send(client, 2)
    two = (FinishedLetter(make_report(), file_pages=5), FinishedLetter(make_report(), file_pages=5))
    with our_office.room.store.accepting() as transaction:
        transaction.letters.finish(first_id, two, now=our_office.room.clock.now())
    first, second = client.get(f"/v1/batches/{batch_id}/receipt").json["files"]
    assert (first["letters"][0], len(first["letters"]), first["pages"]) == (first_id, 2, 5)
    assert (len(second["letters"]), second["pages"]) == (1, None)


def test_a_receipt_is_not_shown_to_others(our_office: Office) -> None:
    batch_id, _ = send(our_office.client())
    stranger = our_office.client(organisation=THEIRS)
    assert stranger.get(f"/v1/batches/{batch_id}/receipt").status_code == 404
