"""A whole day through the real service, and nowhere a BSN, a name or a street that leaked.

Letters come through every door, things go wrong as they do, people work. Then everything that is
said or kept outside of the letters themselves is searched. What is invented here is rare enough
that no other text holds it by chance.
"""

import json
import os
import re
import signal
import subprocess
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.acceptance.conftest import COMMAND, PATIENCE_S
from tests.mails import attach, message
from tests.receivers import LOOPBACK, Receiver, receiver
from tests.servers import free_port, wait_until
from validators.numbers import bsn

ROOT = Path(__file__).parents[2]
NUMBER = re.compile(rb"(?<![0-9A-Za-z.])\d{9}(?![0-9A-Za-z])")
DOTTED = re.compile(rb"(?<![0-9A-Za-z.])\d{4}[. ]\d{2}[. ]\d{3}(?![0-9A-Za-z])")
SEARCHED = "999990019"
PASSWORD = "een lange zin als wachtwoord"  # noqa: S105 - of a service that lives for a minute
PEOPLE = (
    ("J. Quispelaar", "Zwaluwstaartlaan", SEARCHED),
    ("K. Ravensteijnder", "Boterbloemkade", "999990020"),
    ("L. Ijsselmondema", "Kievitsveldpad", "999990032"),
)
SAMPLES = ("02-bezwaar-zonder-handtekening.pdf", "18-bezwaar-zonder-adres.pdf")
LINES = (
    "{name}",
    "{street} 12",
    "3512 AB Utrecht",
    "BSN: {bsn}",
    "",
    "Utrecht, 9 november 2026",
    "",
    "Betreft: bezwaar tegen uw besluit van 5 oktober 2026",
    "",
    "Hierbij maak ik bezwaar tegen uw besluit van 5 oktober 2026, omdat mijn moeder",
    "dag en nacht toezicht nodig heeft.",
    "",
    "Met vriendelijke groet,",
    "{name}",
)


@dataclass
class Day:
    """What was said outside while a day went by, by the place where it was said."""

    folder: Path
    url: str = ""
    key: str = ""
    said: dict[str, bytes] = field(default_factory=dict)

    def hear(self, where: str, answer: httpx.Response, *, body: bool = True) -> httpx.Response:
        """Keep what an answer says; its body only where nobody may read of a person in it."""
        head = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
        spoken = f"{answer.request.method} {head}\n{answer.text if body else ''}"
        self.said[f"answer {len(self.said)}: {where}"] = spoken.encode()
        return answer


def drawn(person: tuple[str, str, str]) -> bytes:
    """Return the letter of a person as a PDF with text."""
    name, street, number = person
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for row, line in enumerate(LINES):
        canvas.drawString(72, 770 - 18 * row, line.format(name=name, street=street, bsn=number))
    canvas.save()
    return out.getvalue()


def sought() -> Mapping[str, bytes]:
    """Return everything that may stand nowhere, by what it is."""
    words = {each: each.encode() for person in PEOPLE for each in (person[0][3:], *person[1:])}
    for sample in SAMPLES:
        text = (ROOT / f"scripts/samples/texts/{sample[:2]}.toml").read_text()
        written = re.findall(r'^(?:naam|bsn) = "([^"]+)"|straat = "([^"]+)"', text, re.M)
        words |= {each: each.encode() for pair in written for each in pair if len(each) > 5}
    return words


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """Return what was said and kept when the day was over and everything had stopped."""
    ours = Day(tmp_path_factory.mktemp("dag"))
    with receiver() as haak:
        process = _start(ours)
        try:
            _live(ours, process, haak)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(PATIENCE_S)
            finally:
                process.kill()
    return ours


def _start(day: Day) -> "subprocess.Popen[bytes]":
    for name in ("scans", "tmp", "uit"):
        (day.folder / name).mkdir()
    config = day.folder / "postkamer.toml"
    config.write_text(
        f'data = "data"\nport = {free_port()}\nmetrics_port = {free_port()}\nworkers = 1\n'
        f'log_level = "debug"\nwebhook_networks = ["{LOOPBACK}"]\n'
        'channel_kinds = ["map", "webhook"]\n'
        'organisation_profile = "zorg-en-zekerheid"\n'
        '[[watch]]\nfolder = "scans"\nevery_seconds = 1\n'
    )
    log = (day.folder / "serve.log").open("wb")
    command = [*COMMAND, "serve", "--config", str(config)]
    process = subprocess.Popen(command, stdout=log, stderr=log, env=_environment(day))
    log.close()
    day.url = f"http://127.0.0.1:{tomllib.loads(config.read_text())['port']}"
    wait_until(lambda: _status(day, "/health/ready") == 200, what="ready", patience_s=PATIENCE_S)
    return process


def _environment(day: Day) -> dict[str, str]:
    given = {"TMPDIR": str(day.folder / "tmp")}
    return {**os.environ, **given}  # noqa: TID251 - for another process


def _status(day: Day, path: str) -> int:
    try:
        return httpx.get(day.url + path, timeout=10).status_code
    except httpx.HTTPError:
        return 0


def _command(day: Day, *arguments: str) -> str:
    config = ("--config", str(day.folder / "postkamer.toml"))
    done = subprocess.run(
        [*COMMAND, *arguments, *config],
        capture_output=True,
        check=False,
        timeout=PATIENCE_S,
        env=_environment(day),
    )
    day.said[f"command {' '.join(arguments[:2])}"] = done.stdout + done.stderr
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def _live(day: Day, process: "subprocess.Popen[bytes]", haak: Receiver) -> None:
    scopes = [part for each in ("upload", "read", "admin") for part in ("--scope", each)]
    day.key = _command(day, "key", "create", "proef", *scopes).split()[-1]
    _command(day, "channel", "add", "webhook", "Haak", f"url={haak.url}")
    _command(day, "channel", "add", "map", "Map", f"folder={day.folder / 'uit'}")
    with httpx.Client(base_url=day.url, timeout=PATIENCE_S) as api:
        api.headers["Authorization"] = f"Bearer {day.key}"
        letters = _send_over_the_api(day, api)
        _put_in_the_folder(day)
        _go_wrong(day, api)
        _kill_the_children(day, process)
        _wait_until_read(api, at_least=len(letters) + 2)
        _work_on_the_pages(day, letters[0])
        _look_around(day, api)
    wait_until(lambda: haak.requests, what="a webhook", patience_s=PATIENCE_S)
    for number, each in enumerate(haak.requests):
        day.said[f"webhook {number}"] = json.dumps(dict(each.headers)).encode() + each.body
    _command(day, "deliveries", "list")
    _command(day, "ledger", "check")


def _send_over_the_api(day: Day, api: httpx.Client) -> list[str]:
    files = [
        ("files", (f"{name} {number}.pdf", drawn((name, street, number))))
        for name, street, number in PEOPLE
    ]
    files += [("files", (each, (ROOT / "samples" / each).read_bytes())) for each in SAMPLES]
    mail = attach(message(f"Groeten van {PEOPLE[1][0]}, BSN {PEOPLE[1][2]}"), b"x", "a.docx", "a/b")
    files.append(("files", (f"{PEOPLE[1][0]}.eml", mail.as_bytes())))
    # the receipt names files, as the sender did: its body is for who sent them
    answer = day.hear("upload", api.post("/v1/batches", files=files), body=False)
    assert answer.status_code == 202, answer.text
    return [each["id"] for each in answer.json()["letters"]]


def _put_in_the_folder(day: Day) -> None:
    name, street, number = PEOPLE[2]
    content = drawn((name, street, number)) + b"%anders"
    (day.folder / "scans" / f"{name} {number}.pdf").write_bytes(content)


def _go_wrong(day: Day, api: httpx.Client) -> None:
    name, _, number = PEOPLE[0]
    pdf = {"files": ("a.pdf", drawn(PEOPLE[0]))}
    for field_name in ("profile", "received", number):
        day.hear("refused", api.post("/v1/letters", files=pdf, data={field_name: number}))
    broken = {"files": (f"{name} {number}.pdf", b"%PDF-1.4 " + number.encode())}
    day.hear("broken", api.post("/v1/batches", files=broken), body=False)
    day.hear("json", api.post("/v1/keys", json={"name": number, "scopes": [number]}))
    day.hear("query", api.get("/v1/letters", params={"batchId": number, number: name}))
    for path in (f"/v1/letters/{number}", f"/{number}", f"/brieven/{number}", f"/v1/{name}"):
        day.hear("not found", api.get(path))
        day.hear("method", api.put(path))
    day.hear(
        "key", httpx.get(f"{day.url}/v1/letters", headers={"Authorization": f"Bearer {number}"})
    )
    cookies = {"postkamer-sessie": number}
    day.hear("cookie", httpx.get(f"{day.url}/", cookies=cookies, params={"q": number}))
    day.hear("referer", httpx.get(f"{day.url}/inloggen", headers={"Referer": f"http://x/{number}"}))


def _kill_the_children(day: Day, process: "subprocess.Popen[bytes]") -> None:
    """Let reading break off as it does when memory runs out."""
    for task in Path(f"/proc/{process.pid}/task").glob("*/children"):
        for pid in task.read_text().split():
            called = Path(f"/proc/{pid}/cmdline").read_bytes()
            day.said[f"process {pid}"] = called + Path(f"/proc/{pid}/environ").read_bytes()
            os.kill(int(pid), signal.SIGKILL)
    wait_until(lambda: _status(day, "/health/ready") == 200, what="again", patience_s=PATIENCE_S)


def _wait_until_read(api: httpx.Client, *, at_least: int) -> None:
    def is_read() -> bool:
        try:
            found = api.get("/v1/letters", params={"limit": 100}).json()["letters"]
        except (httpx.HTTPError, KeyError):
            return False
        return len(found) >= at_least and all(each["reportVersion"] for each in found)

    wait_until(is_read, what="reports", patience_s=PATIENCE_S)


def _work_on_the_pages(day: Day, letter_id: str) -> None:
    log = (day.folder / "serve.log").read_text()
    invited = re.search(r"http\S+/uitnodiging/\S+", log)
    assert invited is not None
    with httpx.Client(base_url=day.url, timeout=PATIENCE_S) as page:
        held = {"name": "An de Vries", "email": "an@voorbeeld.nl", "password": PASSWORD}
        made = page.post(invited.group(), data={**held, "csrf": _token(page, invited.group())})
        assert made.status_code == 303, made.text
        token = _token(page, "/termijn")

        def send(path: str, **fields: str) -> httpx.Response:
            answer = page.post(path, data={"csrf": token, **fields})
            assert answer.status_code < 500, answer.text
            return day.hear(path.split("/")[1], answer, body=False)

        assert SEARCHED not in send("/zoeken", woorden=SEARCHED).headers["Location"]
        assert page.get(send("/dossiers", woorden=SEARCHED).headers["Location"]).status_code == 200
        day.hear("letter", page.get(f"/brieven/{letter_id}"), body=False)
        day.hear("picture", page.get(f"/brieven/{letter_id}/bladzijden/1.png"), body=False)
        send(f"/brieven/{letter_id}/bsn")
        send(f"/brieven/{letter_id}/elementen/bsn", doe="verbeterd", waarde=PEOPLE[1][2])
        send(f"/brieven/{letter_id}/elementen/bsn", doe="verbeterd", waarde="123456789")
        send(f"/brieven/{letter_id}/elementen/naam", doe="verbeterd", waarde=PEOPLE[1][0])
        place = send(f"/brieven/{letter_id}/concepten", soort="herstelverzuim")
        day.hear("concept", page.get(place.headers["Location"]), body=False)
        upload = {"files": (f"{PEOPLE[0][0]} {SEARCHED}.pdf", drawn(PEOPLE[0]) + b"%pagina")}
        day.hear("page", page.post("/aanbieden", data={"csrf": token}, files=upload), body=False)
        wrong = {"email": f"{SEARCHED}@voorbeeld.nl", "password": SEARCHED, "csrf": token}
        day.hear("login", page.post("/inloggen", data=wrong), body=False)
        for each in ("/meldingen", "/beheer", "/beheer/apart", "/overzicht/elementen.csv"):
            day.hear(each, page.get(each))


def _token(page: httpx.Client, path: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page.get(path).text)
    assert found is not None
    return found[1]


def _look_around(day: Day, api: httpx.Client) -> None:
    day.hear("events", api.get("/v1/events"))
    day.hear("deliveries", api.get("/v1/deliveries"))
    port = tomllib.loads((day.folder / "postkamer.toml").read_text())["metrics_port"]
    day.hear("metrics", httpx.get(f"http://127.0.0.1:{port}/metrics"))


def leaks(content: bytes, words: Mapping[str, bytes]) -> list[str]:
    """Return what stands in it that may not, masked so that a test does not tell it on."""
    found = [f"word {each[:3]}..." for each, written in words.items() if written in content]
    numbers = [each.decode() for each in (*NUMBER.findall(content), *DOTTED.findall(content))]
    return found + [f"number ...{each[-3:]}" for each in numbers if bsn.is_valid(each)]


def test_a_leak_would_be_found() -> None:
    words = sought()
    assert len(words) >= 12
    assert leaks(b'{"file": "Brief van J. Quispelaar"}', words)
    assert leaks(b"GET /999990019 404", {})
    assert leaks(b"bsn=9999.90.019", {})
    assert leaks(b"at 1764128672.999990019 s, id 3a999990019b", {}) == []


def test_nothing_that_was_said_holds_personal_data(day: Day) -> None:
    """Answers, events, figures, webhooks, what commands print and how processes are called."""
    words = sought()
    assert {key: found for key, said in day.said.items() if (found := leaks(said, words))} == {}


def test_no_log_of_any_process_holds_personal_data(day: Day) -> None:
    log = (day.folder / "serve.log").read_bytes()
    assert log.count(b"\n") > 20
    assert leaks(log, sought()) == []


def test_nothing_is_kept_that_can_be_read(day: Day) -> None:
    """The database, its journal, originals, pictures, drafts, counts: as raw bytes."""
    kept = [each for each in (day.folder / "data").rglob("*") if each.is_file()]
    assert len(kept) > 10
    words = sought()
    assert {each.name: found for each in kept if (found := leaks(each.read_bytes(), words))} == {}


def test_no_name_of_a_file_tells_who_wrote(day: Day) -> None:
    places = [*(day.folder / "data").rglob("*"), *(day.folder / "uit").rglob("*")]
    words = sought()
    assert [each for each in places if leaks(str(each).encode(), words)] == []


def test_temporary_folders_are_empty_afterwards(day: Day) -> None:
    left = [each for each in (day.folder / "tmp").rglob("*") if each.is_file()]
    assert {each.name: leaks(each.read_bytes(), sought()) for each in left} == {}
