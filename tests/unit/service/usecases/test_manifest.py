import datetime as dt

import pytest

from service.usecases.errors import UsageError
from service.usecases.manifest import MORE, Entry, parse_manifest
from validators.report import Channel


def parse(text: str) -> tuple[Entry, ...]:
    return parse_manifest(text, name="manifest.csv", profiles=("awb", "ciz"))


def test_a_line_gives_what_is_known_of_a_file() -> None:
    text = "file,received,postmarked,channel,profile\na.pdf,2026-11-20,2026-11-18,email,ciz\n"
    assert parse(text) == (
        Entry(2, "a.pdf", dt.date(2026, 11, 20), dt.date(2026, 11, 18), Channel.EMAIL, "ciz"),
    )


def test_what_is_left_empty_or_out_is_not_known() -> None:
    assert parse("file,received\na.pdf,\n") == (Entry(2, "a.pdf"),)


def test_a_dutch_spreadsheet_with_semicolons_is_read_too() -> None:
    (entry,) = parse("file;received\r\na.pdf;2026-11-20\r\n")
    assert entry.received == dt.date(2026, 11, 20)


def test_a_name_may_hold_the_separator_between_quotes() -> None:
    (entry,) = parse('file,received\n"Jansen, brief.pdf",2026-11-20\n')
    assert entry.file == "Jansen, brief.pdf"


def test_empty_lines_are_passed_over_and_counted() -> None:
    (entry,) = parse("file\n\n\na.pdf\n")
    assert entry.line == 4


def test_a_name_from_windows_is_the_same_file() -> None:
    (entry,) = parse("file\n.\\map\\a.pdf\n")
    assert entry.file == "map/a.pdf"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("file,ontvangen\n", 1, "ontvangen"),
        ("received\n2026-11-20\n", 1, "file"),
        ("", 1, "file"),
        ("file,file\n", 1, "twee keer"),
        ("file,received\na.pdf,20-11-2026\n", 2, "20-11-2026"),
        ("file,received\na.pdf,2026-02-30\n", 2, "2026-02-30"),
        ("file,received\na.pdf,0026-11-20\n", 2, "0026-11-20"),
        ("file,channel\na.pdf,duif\n", 2, "duif"),
        ("file,profile\na.pdf,uwv\n", 2, "uwv"),
        ("file,profile\nb.pdf,\na.pdf,uwv\n", 3, "uwv"),
        ("file,received\n,2026-11-20\n", 2, "naam"),
        ("file,received\na.pdf\na.pdf\n", 3, "regel 2"),
        ("file\na.pdf,2026-11-20\n", 2, "kolommen"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, word: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(text)
    assert f"manifest.csv, regel {line}:" in str(caught.value)
    assert word in str(caught.value)


def test_every_wrong_line_is_named_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        parse("file,received,channel\na.pdf,gisteren,duif\nb.pdf,2026-11-20,post\n,,fax\n")
    lines = str(caught.value).splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "manifest.csv, regel 2",
        "manifest.csv, regel 2",
        "manifest.csv, regel 4",
    ]


def test_of_very_many_mistakes_the_first_are_named_and_said_to_be_so() -> None:
    with pytest.raises(UsageError) as caught:
        parse("file,channel\n" + "".join(f"{number}.pdf,duif\n" for number in range(25)))
    *_, last_told, rest = str(caught.value).splitlines()
    assert (last_told.split(":")[0], rest) == ("manifest.csv, regel 21", MORE)
