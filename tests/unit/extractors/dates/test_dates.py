"""Dates as people write them and as scanners damage them."""

import datetime as dt

import pytest

from extractors.dates.dates import find_dates

WRITTEN = [
    ("3 maart 2026", "2026-03-03"),
    ("03-03-2026", "2026-03-03"),
    ("3-3-'26", "2026-03-03"),
    ("3/3/26", "2026-03-03"),
    ("03.03.2026", "2026-03-03"),
    ("10 - 11 - 2026", "2026-11-10"),
    ("2026-11 13", "2026-11-13"),
    ("2026-03-03", "2026-03-03"),
    ("3 mrt. 2026", "2026-03-03"),
    ("3-mrt-2026", "2026-03-03"),
    ("14 sept. 2025", "2025-09-14"),
    ("1e januari 2025", "2025-01-01"),
    ("de 2de mei 2026", "2026-05-02"),
    ("12maart 2026", "2026-03-12"),
    ("12 11 2026", "2026-11-12"),
    ("3 maart, 2026", "2026-03-03"),
    ("vijftien januari 2024", "2024-01-15"),
    ("eenendertig december 2025", "2025-12-31"),
    ("tweeëntwintig mei 2026", "2026-05-22"),
    ("vijftien januari tweeduizend vierentwintig", "2024-01-15"),
    ("3-III-2026", "2026-03-03"),
    ("23-II-2026", "2026-02-23"),
    ("3-lll-2026", "2026-03-03"),  # strokes are strokes, however they were read
    ("12-Vl-2026", "2026-06-12"),
    ("6 XI '26", "2026-11-06"),
    ("2026/03/09", "2026-03-09"),
    ("2026.03.09", "2026-03-09"),
    ("den 3den maart 2026", "2026-03-03"),
    ("3\u20113\u20112026", "2026-03-03"),  # a hyphen that keeps a date on one line
    ("03\u201403\u20142026", "2026-03-03"),
]
DAMAGED = [
    ("l2 oktober 2O26", "2026-10-12"),
    ("O3-O3-2026", "2026-03-03"),
    ("4 fehruari 2026", "2026-02-04"),
    ("4 decernber 2026", "2026-12-04"),
    ("3 rnaart 2026", "2026-03-03"),
    ("INGEKOMEN 12NOV2026", "2026-11-12"),
    ("1O 0ktober 2026", "2026-10-10"),
    ("Datum 1 18/11/2026", "2026-11-18"),  # a colon that stands apart
]
NO_DATES = [
    "Datum 1 8-11-2026",
    "06-12-34 56 78",
    "06-12345678",
    "ZK-2026-03-123",
    "2026/03/123",
    "2026.03.12.44",
    "2026/03/12/AB",
    "071-12 34 56",
    "2 keer 2026",
    "NL12 3456 7890",
    "31-31-2026",
    "om 12.30 uur",
    "artikel 6:9 lid 2",
    "In 2026 niet",
]


@pytest.mark.parametrize(("text", "date"), WRITTEN + DAMAGED)
def test_reads_a_date_in_a_sentence(text: str, date: str) -> None:
    assert [str(found.date) for found in find_dates(f"uw besluit van {text} is fout")] == [date]


@pytest.mark.parametrize("before", ["19 MEI. 2026", "19-5-2026", "Ingekomen 12:30"])
def test_a_date_right_behind_another_or_a_time_is_read(before: str) -> None:
    assert find_dates(f"{before} 18-5-2026")[-1].date == dt.date(2026, 5, 18)
    assert not find_dates("dossier 7 18-5-2026")


@pytest.mark.parametrize("text", ["Groningen,.19-VII-2026", "Groningen,.19-7-2026"])
def test_a_speck_between_place_and_date_hides_no_date(text: str) -> None:
    assert [each.date for each in find_dates(text)] == [dt.date(2026, 7, 19)]


def test_a_year_that_was_parted_at_the_end_of_a_line_is_one_year() -> None:
    assert [str(found.date) for found in find_dates("Leiden, 3 maart 20 26")] == ["2026-03-03"]


@pytest.mark.parametrize("text", ["besluit d.d. 24-10-2 026 heb ik", "24 oktober 202 6,"])
def test_a_year_that_dirt_parted_is_one_year(text: str) -> None:
    assert [str(found.date) for found in find_dates(text)] == ["2026-10-24"]


def test_a_number_behind_a_day_and_a_month_is_no_part_of_a_year() -> None:
    assert find_dates("op 24 oktober 202 6 dagen gewacht") == ()


def test_a_colon_of_another_column_that_looks_like_a_1_is_no_part_of_a_date() -> None:
    (found,) = find_dates("1 18/11/2026\n: bezwaar", default_year=None)
    assert found.date == dt.date(2026, 11, 18)


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(("text", "date"), DAMAGED[:2])
def test_repaired_figures_are_marked(text: str, date: str) -> None:
    assert find_dates(text)[0].marks == {"hersteld"}


def test_month_without_a_day_is_marked() -> None:
    (found,) = find_dates("ergens in maart 2026")
    assert (str(found.date), found.marks) == ("2026-03-01", {"zonder_dag"})


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("uw brief d.d. 3-9 jl. met nummer 12", "2026-09-03"),
        ("uw brief van 14/9 waarin u stopt", "2026-09-14"),
        ("uw besluit van vrijdag 2-10 is fout", "2026-10-02"),
        ("Op 28/9 kreeg ik een brief", "2026-09-28"),
        ("het bericht dat 1/10 jl. kwam", "2026-10-01"),
    ],
)
def test_a_day_and_a_month_in_figures_are_told_by_the_words_beside_them(
    text: str, date: str
) -> None:
    (found,) = find_dates(text, default_year=2026)
    assert str(found.date) == date
    assert "zonder_jaar" in found.marks
    assert not find_dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "zij krijgt 24/7 zorg",
        "een brief van 2-3 pagina's",
        "op 1/2 van het budget",
        "van 8-12 uur komt de zuster",
        "op 3-4 plaatsen is het lek",
        "uw besluit van 2-10%",
        "dossier 10/4 en brief 3-9",
        "uw brief van 3-9-441 is fout",
    ],
)
def test_other_figures_with_a_sign_between_are_no_day_and_month(text: str) -> None:
    assert not find_dates(text, default_year=2026)


def test_day_without_a_year_needs_a_year() -> None:
    assert find_dates("dinsdag 3 maart") == ()
    (found,) = find_dates("dinsdag 3 maart", default_year=2026)
    assert (str(found.date), found.marks) == ("2026-03-03", {"zonder_jaar"})


def test_offsets_point_at_the_date() -> None:
    text = "van 3 maart 2026 en 4-4-2026"
    found = [text[each.start : each.end] for each in find_dates(text)]
    assert found == ["3 maart 2026", "4-4-2026"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("31 november 2026", dt.date(2026, 11, 30)),
        ("29-02-2026", dt.date(2026, 2, 28)),
        ("30 februari 2024", dt.date(2024, 2, 29)),
    ],
)
def test_a_date_on_no_calendar_is_only_given_when_it_is_asked_for(text: str, last: dt.date) -> None:
    assert all("zonder_dag" in found.marks for found in find_dates(text))
    (found,) = find_dates(text, impossible=True)
    assert (found.date, found.marks) == (last, {"bestaat_niet"})


@pytest.mark.parametrize("text", ["31-13-2026", "00-11-2026", "31 maal 2026"])
def test_what_is_no_date_at_all_is_never_given(text: str) -> None:
    assert find_dates(text, impossible=True) == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("op 15 oktober 20\n26 naar mij", dt.date(2026, 10, 15)),
        ("3-3-20\n21 januari 2026", dt.date(2020, 3, 3)),
        ("0 7 1 1 2 0 2 6", dt.date(2026, 11, 7)),
        ("0 7 - 1 1 - 2 0 2 6", dt.date(2026, 11, 7)),
    ],
)
def test_a_year_over_two_lines_and_a_figure_in_each_box(text: str, date: dt.date) -> None:
    assert find_dates(text)[0].date == date


def test_a_longer_row_of_boxes_is_no_date() -> None:
    assert find_dates("9 0 7 1 1 2 0 2 6") == ()


@pytest.mark.parametrize(
    ("text", "date", "mark"),
    [
        ("vrijdag 138 november 2026", "2026-11-13", "hersteld"),
        ("138 november 2026", "2026-11-01", "zonder_dag"),
        ("maandag 138 november 2026", "2026-11-01", "zonder_dag"),  # neither 13, 18 nor 38
    ],
)
def test_a_figure_too_many_is_left_out_when_the_weekday_tells_which(
    text: str, date: str, mark: str
) -> None:
    (found,) = find_dates(text)
    assert (str(found.date), found.marks) == (date, {mark})
