"""What was refused is never repeated: a BSN in any place of a request stays out of the answer."""

import json
import urllib.parse

import pytest

from tests.web import KeyClient, Office, upload
from tests.zips import make_zip, pdf

BSN = "999990019"
DOTTED = "9999.90.019"


@pytest.fixture
def client(our_office: Office) -> KeyClient:
    return our_office.client()


def silent(answer: object) -> bool:
    said = answer.text + str(answer.headers)  # type: ignore[attr-defined]
    return BSN not in said and DOTTED not in said


FIELDS = ("profile", "received", "postmarked", "channel", "channels", "name", BSN)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("path", ["/v1/batches", "/v1/letters"])
def test_no_field_is_repeated(client: KeyClient, path: str, name: str) -> None:
    fields = {name: f"{BSN}-" + "x" * 300}
    answer = client.post(path, **upload(("a.pdf", pdf()), **fields))
    assert answer.status_code == 400
    assert silent(answer)


@pytest.mark.parametrize(
    "metadata",
    [
        {BSN: 1},
        {"files": [{"file": BSN, "received": BSN}]},
        {"files": [{"file": "a.pdf", BSN: BSN}]},
        {"files": BSN},
        {"received": {BSN: BSN}},
        {"channels": [BSN]},
        {"channel": BSN, "profile": BSN, "postmarked": BSN, "name": [BSN]},
        BSN,
    ],
)
def test_no_metadata_is_repeated(client: KeyClient, metadata: object) -> None:
    sent = upload(("a.pdf", pdf()), metadata=json.dumps(metadata))
    answer = client.post("/v1/batches", **sent)
    assert answer.status_code == 400
    assert silent(answer)


@pytest.mark.parametrize(
    "manifest",
    [
        f"file,received\na.pdf,{BSN}\n",
        f"file,{BSN}\na.pdf,1\n",
        f"file,profile\na.pdf,{BSN}\n",
        f"file,channel\na.pdf,{BSN}\n",
        f"file\n{BSN}.pdf\n",
        f"file\na.pdf,{BSN}\n",
        f"file\n{BSN}\n{BSN}\n",
    ],
)
def test_no_manifest_is_repeated(client: KeyClient, manifest: str) -> None:
    content = make_zip({f"{BSN}/manifest.csv": manifest.encode(), f"{BSN}/a.pdf": pdf()})
    answer = client.post("/v1/batches", **upload(("post.zip", content)))
    assert answer.status_code == 400
    assert silent(answer)


def test_no_name_of_a_refused_file_gives_a_number_away(client: KeyClient) -> None:
    files = upload((f"Jansen {BSN}.pdf", b""), (f"{DOTTED}.docx", b"MZ"), ("a.pdf", pdf()))
    answer = client.post("/v1/batches", **files)
    assert [each["file"] for each in answer.json["refused"]] == [
        "Jansen ***-**-019.pdf",
        "***-**-019.docx",
    ]
    assert silent(answer)
    assert silent(client.get(answer.headers["Location"]))


@pytest.mark.parametrize(
    "query",
    [
        f"limit={BSN}",
        f"cursor=-{BSN}",
        f"state={BSN}",
        f"verdict={BSN}",
        f"kind={BSN}",
        f"windowVerdict={BSN}",
        f"profile={BSN}",
        f"channel={BSN}",
        f"batchId={BSN}",
        f"receivedFrom={BSN}",
        f"lastDayTo={BSN}",
        f"{BSN}={BSN}",
    ],
)
def test_no_query_is_repeated(client: KeyClient, query: str) -> None:
    answer = client.get(f"/v1/letters?{query}")
    assert answer.status_code == 400
    assert silent(answer)


@pytest.mark.parametrize(
    "path", ["letters/{}", "letters/{}/report", "batches/{}", "keys/{}", "{}", "letters/{}/pages/1"]
)
def test_no_path_is_repeated(client: KeyClient, path: str) -> None:
    for written in (BSN, DOTTED, urllib.parse.quote(f"<{BSN}>")):
        answer = client.get("/v1/" + path.format(written))
        assert answer.status_code == 404
        assert silent(answer)


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": f"Bearer {BSN}"},
        {"Authorization": BSN},
        {"Accept": f"application/{BSN}"},
        {"Cookie": f"postkamer-sessie={BSN}"},
    ],
)
def test_no_header_is_repeated(client: KeyClient, headers: dict[str, str]) -> None:
    assert silent(client.get("/v1/letters", headers=headers))


def test_no_idempotency_key_is_repeated(client: KeyClient) -> None:
    for key in (f"{BSN}é", BSN, BSN):
        sent = upload(("a.pdf", pdf(key)), name=str(len(key)))
        assert silent(client.post("/v1/batches", headers={"Idempotency-Key": key}, **sent))


@pytest.mark.parametrize(
    "body",
    [
        {"name": BSN * 30, "scopes": [BSN]},
        {"name": {BSN: BSN}, "scopes": BSN},
        {"name": "x", "scopes": ["read"], "expiresAt": BSN, BSN: BSN},
        {"name": "x", "scopes": ["read"], "requestsPerMinute": f"-{BSN}"},
        {"name": "x", "scopes": ["read"], "replaces": BSN},
        [BSN],
    ],
)
def test_no_body_is_repeated(client: KeyClient, body: object) -> None:
    answer = client.post("/v1/keys", json=body)
    assert answer.status_code == 400
    assert silent(answer)


def test_no_broken_body_is_repeated(client: KeyClient) -> None:
    for kind in ("application/json", f"multipart/form-data; boundary={BSN}", f"text/{BSN}"):
        answer = client.post("/v1/batches", data=f'{{"{BSN}'.encode(), content_type=kind)
        assert silent(answer)
        answer = client.post("/v1/keys", data=f'{{"{BSN}'.encode(), content_type=kind)
        assert silent(answer)


def test_no_method_is_repeated(client: KeyClient) -> None:
    assert silent(client.open("/v1/letters", BSN))


def test_no_page_repeats_an_address(our_office: Office) -> None:
    browser = our_office.app.test_client()
    assert silent(browser.get(f"/{BSN}"))
    assert silent(browser.get(f"/uitnodiging/{BSN}"))
