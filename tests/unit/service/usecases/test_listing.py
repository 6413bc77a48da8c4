import datetime as dt

import pytest

from service.ports.errors import Trouble
from service.ports.reading import Found, Listing
from service.usecases.errors import UsageError
from service.usecases.listing import Plan, Wish, plan
from tests.fakes import FakeFiles, found
from validators.assess import Receipt
from validators.report import Channel, ReceivedSource

TODAY = dt.date(2026, 11, 20)
ASKED = Wish(Receipt(TODAY, ReceivedSource.OPTION), profile="awb", profiles=("awb", "ciz"))
MANIFEST = Found("post/manifest.csv", "manifest.csv")


def names(planned: Plan) -> list[str]:
    return [each.file for each in planned.assignments]


def with_manifest(text: str, *files: str) -> FakeFiles:
    return FakeFiles(
        {"post": Listing(found(*files), manifests=(MANIFEST,))},
        paths=frozenset(f"post/{name}" for name in files),
        texts={"post/manifest.csv": text},
    )


def test_files_come_in_order_of_their_names() -> None:
    files = FakeFiles({"post": Listing(found("b.pdf", "a/z.pdf", "C.pdf"))})
    assert names(plan(["post"], ASKED, files=files)) == ["C.pdf", "a/z.pdf", "b.pdf"]


def test_a_file_that_is_given_itself_has_its_own_name() -> None:
    files = FakeFiles(paths=frozenset({"post/in/a.pdf"}))
    assert names(plan(["post/in/a.pdf"], ASKED, files=files)) == ["a.pdf"]


def test_files_with_one_name_are_told_apart_by_their_folders() -> None:
    files = FakeFiles(
        {
            "x/in": Listing(found("1.pdf", folder="x/in")),
            "y/in": Listing(found("1.pdf", folder="y/in")),
        }
    )
    assert names(plan(["x/in", "y/in"], ASKED, files=files)) == ["x/in/1.pdf", "y/in/1.pdf"]


def test_a_file_that_is_given_twice_is_done_once() -> None:
    files = FakeFiles({"post": Listing(found("a.pdf", "b.pdf"))}, paths=frozenset({"post/a.pdf"}))
    assert names(plan(["post", "post/a.pdf"], ASKED, files=files)) == ["a.pdf", "b.pdf"]


def test_the_folder_for_the_output_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.abspath", lambda path: f"/{path}")
    files = FakeFiles({"post": Listing(found("a.pdf", "uit/a.pdf.txt", "uitgaand.pdf"))})
    planned = plan(["post"], ASKED, files=files, without=["/post/uit"])
    assert names(planned) == ["a.pdf", "uitgaand.pdf"]


def test_an_empty_folder_is_a_trouble_with_the_name_of_the_folder() -> None:
    planned = plan(["post"], ASKED, files=FakeFiles({"post": Listing(())}))
    (only,) = planned.assignments
    assert (only.file, only.trouble) == ("post", Trouble.LEGE_MAP)


def test_a_path_that_is_not_there_is_wrong_use() -> None:
    with pytest.raises(UsageError, match=r"nergens\.pdf bestaat niet"):
        plan(["nergens.pdf"], ASKED, files=FakeFiles())


def test_the_manifest_wins_over_the_options() -> None:
    text = "file,received,postmarked,channel,profile\na.pdf,2026-11-11,2026-11-10,email,ciz\n"
    (only,) = plan(["post"], ASKED, files=with_manifest(text, "a.pdf")).assignments
    assert only.profile == "ciz"
    assert only.receipt == Receipt(
        dt.date(2026, 11, 11), ReceivedSource.MANIFEST, dt.date(2026, 11, 10), Channel.EMAIL
    )


def test_what_the_manifest_does_not_tell_comes_from_the_options() -> None:
    (only,) = plan(["post"], ASKED, files=with_manifest("file\na.pdf\n", "a.pdf")).assignments
    assert (only.receipt, only.profile) == (ASKED.receipt, "awb")


def test_a_file_in_the_manifest_that_is_not_there_is_named_with_its_line() -> None:
    files = with_manifest("file\na.pdf\nb.pdf\n", "a.pdf")
    with pytest.raises(UsageError, match=r"manifest\.csv, regel 3: b\.pdf is er niet"):
        plan(["post"], ASKED, files=files)


@pytest.mark.parametrize("name", ["../a.pdf", "/a.pdf", "x/../../a.pdf"])
def test_a_manifest_names_only_files_in_its_folder(name: str) -> None:
    with pytest.raises(UsageError, match=r"regel 2: .* ligt buiten de map"):
        plan(["post"], ASKED, files=with_manifest(f"file\n{name}\n", "a.pdf"))


def test_the_nearest_manifest_wins() -> None:
    inner = Found("post/in/manifest.csv", "in/manifest.csv")
    files = FakeFiles(
        {"post": Listing(found("in/a.pdf"), manifests=(inner, MANIFEST))},
        paths=frozenset({"post/in/a.pdf"}),
        texts={
            "post/manifest.csv": "file,profile\nin/a.pdf,awb\n",
            "post/in/manifest.csv": "file,profile\na.pdf,ciz\n",
        },
    )
    (only,) = plan(["post"], ASKED, files=files).assignments
    assert only.profile == "ciz"


def test_a_day_that_has_yet_to_come_is_wrong_use() -> None:
    files = with_manifest("file\na.pdf\n", "a.pdf")
    for told, option in (
        (Receipt(TODAY + dt.timedelta(1)), "--received"),
        (Receipt(TODAY, postmarked=TODAY + dt.timedelta(1)), "--postmarked"),
    ):
        with pytest.raises(UsageError, match=f"{option}: 2026-11-21 ligt in de toekomst"):
            plan(["post"], Wish(told, today=TODAY), files=files)
    assert names(plan(["post"], Wish(Receipt(TODAY, postmarked=TODAY), today=TODAY), files=files))


def test_every_day_in_a_manifest_that_has_yet_to_come_is_named() -> None:
    text = "file,received\na.pdf,2026-11-21\nb.pdf,2026-11-20\nc.pdf,2027-11-20\n"
    with pytest.raises(UsageError) as caught:
        plan(
            ["post"],
            Wish(Receipt(), today=TODAY),
            files=with_manifest(text, "a.pdf", "b.pdf", "c.pdf"),
        )
    lines = [line.split(":")[0] for line in str(caught.value).splitlines()]
    assert lines == ["manifest.csv, regel 2", "manifest.csv, regel 4"]


def test_a_postmark_of_after_the_receipt_is_wrong_use() -> None:
    files = with_manifest("file\na.pdf\n", "a.pdf")
    told = Receipt(TODAY, postmarked=TODAY + dt.timedelta(1))
    with pytest.raises(UsageError, match="--postmarked: 2026-11-21 ligt na de ontvangst"):
        plan(["post"], Wish(told), files=files)


def test_every_postmark_of_after_the_receipt_is_named_by_line() -> None:
    text = (
        "file,received,postmarked\n"
        "a.pdf,2026-11-02,2026-11-03\nb.pdf,2026-11-03,2026-11-03\nc.pdf,,2026-11-21\n"
    )
    told = Wish(Receipt(TODAY), today=dt.date(2026, 11, 30))
    with pytest.raises(UsageError) as caught:
        plan(["post"], told, files=with_manifest(text, "a.pdf", "b.pdf", "c.pdf"))
    lines = [line.split(":")[0] for line in str(caught.value).splitlines()]
    assert lines == ["manifest.csv, regel 2", "manifest.csv, regel 4"]
