"""The scorer on truths and reports made by hand."""

from typing import Any

import pytest

from benchmarks.scoring.calibration import bins, calibration_error
from benchmarks.scoring.cuts import compare_cuts, pair_up
from benchmarks.scoring.score import score
from benchmarks.scoring.scores import Scores
from benchmarks.scoring.tables import render
from benchmarks.scoring.tally import Rate
from benchmarks.scoring.targets import TARGETS, Target

Json = dict[str, Any]


def make_truth(elements: Json | None = None, **changes: Any) -> Json:
    letter = {
        "pages": [1],
        "text": "t",
        "layout": "l",
        "trap": "",
        "kind": ["bezwaar"],
        "kinds": ["bezwaar"],
        "profile": "awb",
        "required": {"awb": ["datum", "handtekening"]},
        "verdict": {"awb": ["compleet"]},
        "elements": elements or {"datum": {"status": ["aanwezig"], "values": ["2026-03-02"]}},
        "window": ["op_tijd"],
        "received": "2026-03-10",
    }
    return make_file([letter | changes])


def make_file(letters: list[Json]) -> Json:
    pages = max(page for letter in letters for page in letter["pages"])
    return {
        "file": "1.pdf",
        "set": "clean",
        "medium": "clean",
        "separator": "",
        "roles": ["brief"] * pages,
        "letters": letters,
    }


def make_report(**changes: Any) -> Json:
    report = {
        "document": {"file": "1.pdf", "first_page": 1, "pages": 1},
        "kind": "bezwaar",
        "kinds": ["bezwaar"],
        "profile": "awb",
        "verdict": "compleet",
        "elements": {
            "datum": {
                "status": "aanwezig",
                "value": "2026-03-02",
                "confidence": 0.9,
                "evidence": [],
            }
        },
        "submission_window": {"verdict": "op_tijd"},
        "missing": [],
        "uncertain": [],
        "warnings": [],
    }
    return report | changes


def found(status: str, value: Any = None, confidence: float = 0.9) -> Json:
    return {"status": status, "value": value, "confidence": confidence, "evidence": []}


def rate(scores: Scores, name: str, part: str = "clean") -> tuple[int, int]:
    counted = scores.tallies[part].rate(name)
    return counted.right, counted.of


def score_datum(status: list[str], given: Json) -> Scores:
    values = ["2026-03-02"] if "aanwezig" in status else []
    truth = make_truth({"datum": {"status": status, "values": values}})
    return score([truth], [make_report(elements={"datum": given})])


def test_a_right_reading_counts_for_precision_recall_and_value() -> None:
    scores = score([make_truth()], [make_report()])
    names = ("precision datum", "recall datum", "value datum", "sure datum")
    assert [rate(scores, name) for name in names] == [(1, 1)] * 4


def test_what_is_there_but_not_found_costs_recall_only() -> None:
    scores = score_datum(["aanwezig"], found("ontbreekt"))
    assert (rate(scores, "recall datum"), rate(scores, "precision datum")) == ((0, 1), (0, 0))


def test_what_is_not_there_but_found_costs_precision_only() -> None:
    scores = score_datum(["ontbreekt"], found("aanwezig", "2026-03-02"))
    assert (rate(scores, "recall datum"), rate(scores, "precision datum")) == ((0, 0), (0, 1))


def test_a_doubtful_reading_with_the_right_value_is_right_but_not_sure() -> None:
    scores = score_datum(["aanwezig"], found("onzeker", "2026-03-02"))
    assert (rate(scores, "value datum"), rate(scores, "sure datum")) == ((1, 1), (0, 1))


def test_a_wrong_value_said_to_be_there_is_counted_as_dangerous() -> None:
    scores = score_datum(["aanwezig"], found("aanwezig", "2026-02-03"))
    assert rate(scores, "wrong datum") == (1, 1)


def test_two_readings_share_precision() -> None:
    good = score_datum(["aanwezig"], found("aanwezig", "2026-03-02")).tallies["clean"]
    bad = score_datum(["ontbreekt"], found("aanwezig", "2026-03-02")).tallies["clean"]
    assert (good.rate("precision datum") + bad.rate("precision datum")).share == 0.5


def test_a_letter_with_a_defect_called_complete_is_a_false_complete() -> None:
    scores = score([make_truth(verdict={"awb": ["incompleet"]})], [make_report()])
    assert rate(scores, "false compleet") == (1, 1)


def test_a_complete_letter_is_no_case_for_false_complete() -> None:
    assert rate(score([make_truth()], [make_report()]), "false compleet") == (0, 0)


def test_asking_for_what_was_sent_is_a_false_incomplete() -> None:
    report = make_report(verdict="incompleet", missing=["datum"])
    scores = score([make_truth()], [report])
    assert rate(scores, "false incompleet") == (1, 1)
    assert rate(scores, "asked naam") == (0, 1)


def test_asking_for_what_lacks_is_no_false_incomplete() -> None:
    truth = make_truth(
        {"datum": {"status": ["ontbreekt"], "values": []}}, verdict={"awb": ["incompleet"]}
    )
    report = make_report(verdict="incompleet", missing=["datum"], elements={})
    assert rate(score([truth], [report]), "false incompleet") == (0, 1)


def test_what_is_said_to_be_missing_is_set_against_what_is() -> None:
    missing = found("ontbreekt")
    assert rate(score_datum(["aanwezig"], missing), "absent datum") == (0, 1)
    assert rate(score_datum(["ontbreekt"], missing), "asked for and missing") == (1, 1)
    assert rate(score_datum(["ontbreekt"], found("onzeker")), "missing and asked for") == (0, 1)
    assert rate(score_datum(["ontbreekt", "onzeker"], missing), "lacking datum") == (0, 0)


def test_a_person_for_a_clear_letter_costs_straight_through() -> None:
    report = make_report(verdict="handmatig")
    assert rate(score([make_truth()], [report]), "straight-through") == (0, 1)


def test_what_was_doubted_is_counted_of_letters_that_went_to_a_person_without_need() -> None:
    report = make_report(
        verdict="handmatig", uncertain=["naam"], warnings=[{"code": "soort_onzeker"}]
    )
    other = make_report(verdict="handmatig", uncertain=["naam"])
    scores = score([make_truth(), make_truth(verdict={"awb": ["handmatig"]})], [report, other])
    assert rate(scores, "doubt naam") == rate(scores, "doubt kind") == (1, 1)
    assert rate(scores, "doubt datum") == (0, 1)
    assert rate(scores, "only doubt naam") == (0, 1)


def test_the_only_doubt_of_a_letter_is_counted_by_itself() -> None:
    scores = score([make_truth()], [make_report(verdict="handmatig", uncertain=["naam"])])
    assert rate(scores, "only doubt naam") == (1, 1)


def test_a_letter_is_judged_by_the_profile_of_the_report() -> None:
    truth = make_truth(
        verdict={"awb": ["compleet"], "ciz": ["incompleet"]}, required={"awb": [], "ciz": ["datum"]}
    )
    assert rate(score([truth], [make_report(profile="ciz")]), "false compleet") == (1, 1)


def test_a_wrong_kind_is_not_scored_on_elements() -> None:
    scores = score([make_truth()], [make_report(kind="klacht")])
    assert (rate(scores, "kind"), rate(scores, "recall datum")) == ((0, 1), (0, 0))


def test_a_file_without_a_report_is_not_read() -> None:
    assert rate(score([make_truth()], []), "read at all") == (0, 1)


def test_sets_are_counted_apart_and_together() -> None:
    other = make_truth() | {"set": "office", "file": "2.pdf"}
    scores = score([make_truth(), other], [make_report()])
    parts = ("clean", "office", "all")
    assert [rate(scores, "read at all", part) for part in parts] == [(1, 1), (0, 1), (1, 2)]


def test_confidence_is_set_against_the_value() -> None:
    scores = score_datum(["aanwezig"], found("aanwezig", "2026-02-03", confidence=0.8))
    assert scores.confidences["clean", "datum"] == [(0.8, False)]


def test_a_found_element_that_is_not_there_is_a_wrong_confidence() -> None:
    scores = score_datum(["ontbreekt"], found("onzeker", "2026-03-02", confidence=0.4))
    assert scores.confidences["all", "datum"] == [(0.4, False)]


def test_what_was_not_found_states_no_confidence() -> None:
    assert not score_datum(["aanwezig"], found("ontbreekt")).confidences


def test_calibration_error_weighs_the_bins() -> None:
    pairs = [(0.95, True)] * 3 + [(0.15, True)]  # gaps of 0.05 and 0.85
    assert calibration_error(pairs) == pytest.approx((3 * 0.05 + 0.85) / 4)


def test_a_certain_reading_falls_in_the_last_bin() -> None:
    assert [(b.low, b.high, b.n) for b in bins([(1.0, True)])] == [(0.99, 1.0, 1)]


def two_letters() -> Json:
    letter = make_truth()["letters"][0]
    return make_file([letter | {"pages": [1, 2]}, letter | {"pages": [3]}])


def part(first: int, pages: int) -> Json:
    return make_report(document={"file": "1.pdf", "first_page": first, "pages": pages})


def test_a_batch_that_is_cut_right_is_exact_and_both_letters_are_scored() -> None:
    scores = score([two_letters()], [part(1, 2), part(3, 1)])
    assert (rate(scores, "several: exact"), rate(scores, "kind")) == ((1, 1), (2, 2))


def test_a_batch_left_whole_misses_its_cut() -> None:
    scores = score([two_letters()], [part(1, 3)])
    names = ("several: exact", "missed cuts", "wrong cuts", "kind")
    assert [rate(scores, name) for name in names] == [(0, 1), (1, 1), (0, 1), (0, 0)]


def test_doubt_about_a_missed_cut_is_noted() -> None:
    report = part(1, 3) | {"warnings": [{"code": "mogelijk_meer_brieven", "message": ""}]}
    assert rate(score([two_letters()], [report]), "several: not exact, doubt told") == (1, 1)


def test_one_letter_cut_in_two_is_a_wrong_cut() -> None:
    letter = make_truth()["letters"][0] | {"pages": [1, 2]}
    scores = score([make_file([letter])], [part(1, 1), part(2, 1)])
    assert (rate(scores, "one: left whole"), rate(scores, "wrong cuts")) == ((0, 1), (1, 1))


def test_a_separator_may_go_to_either_letter() -> None:
    assert compare_cuts([[1], [3]], [[1], [2, 3]], {1, 3}).exact


def test_each_part_is_paired_with_one_letter() -> None:
    assert pair_up([[1], [2, 3]], [[1, 2, 3]]) == [None, 0]


@pytest.mark.parametrize(
    ("right", "of", "mark"),
    [(500, 500, "reached"), (31, 31, "reached?"), (98, 100, "missed?"), (80, 100, "missed")],
)
def test_a_mark_says_whether_the_cases_prove_it(right: int, of: int, mark: str) -> None:
    assert Target("", (), (99, 99, 99, 99)).mark(Rate(right, of), 99) == mark


def test_a_rate_of_mistakes_is_reached_from_below() -> None:
    target = next(t for t in TARGETS if t.at_most)
    assert (target.mark(Rate(0, 2000), 0.5), target.mark(Rate(9, 100), 0.5)) == (
        "reached",
        "missed",
    )


def test_mistakes_are_rendered_only_when_asked() -> None:
    scores = score([make_truth()], [make_report(kind="klacht")])
    assert "Classes of mistakes" not in render(scores)
    assert "kind bezwaar read as klacht" in render(scores, mistakes=5)
