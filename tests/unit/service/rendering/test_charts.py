"""Charts: whole SVG without style or script, whatever the numbers and names are."""

from xml.etree import ElementTree as ET

import pytest

from service.rendering import charts
from service.rendering.charts import Series

NAME = '<script>alert("x")</script> & co'
DRAWN = {
    "columns": charts.columns(NAME, ["wk 1", NAME], [Series(NAME, "ok", [3, 4])]),
    "nothing": charts.columns(NAME, [], []),
    "zeroes": charts.columns(NAME, ["a"], [Series("b", "ok", [0])]),
    "line": charts.line(NAME, ["a", "b", "c"], [0.5, None, 1.0]),
    "bars": charts.bars(NAME, [(NAME, 4), ("b", 0)], tone="error"),
    "no bars": charts.bars(NAME, [], tone="error"),
    "spark": charts.spark(NAME, [0.1, None, 0.3], most=0.3),
    "flat": charts.spark(NAME, [0.0, 0.0], most=0.0),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_one_named_image_without_style_or_script(name: str) -> None:
    svg = ET.fromstring(DRAWN[name])  # noqa: S314 - our own
    assert (svg.get("role"), svg.get("aria-label")) == ("img", NAME)
    assert not [each for each in svg.iter() if each.tag in {"script", "style"}]
    assert not [each for each in svg.iter() if "style" in each.attrib]


def test_columns_are_as_high_as_their_numbers() -> None:
    drawn = ET.fromstring(charts.columns("a", ["b", "c"], [Series("d", "ok", [10, 5])]))  # noqa: S314
    high, low = (float(each.get("height", 0)) for each in drawn.iter("rect"))
    assert high == pytest.approx(2 * low, abs=0.2)


def test_parts_stand_on_top_of_each_other() -> None:
    series = [Series("a", "ok", [6]), Series("b", "error", [4])]
    drawn = ET.fromstring(charts.columns("c", ["d"], series))  # noqa: S314
    lower, upper = drawn.iter("rect")
    bottom = float(upper.get("y", 0)) + float(upper.get("height", 0))
    assert bottom == pytest.approx(float(lower.get("y", 0)), abs=0.2)


def test_a_line_has_a_gap_where_there_is_no_number() -> None:
    drawn = ET.fromstring(charts.line("a", ["b"] * 4, [0.1, 0.2, None, 0.4]))  # noqa: S314
    lines = [each for each in drawn.iter("line") if each.get("class") == "grafiek__lijn"]
    assert len(lines) == 1
