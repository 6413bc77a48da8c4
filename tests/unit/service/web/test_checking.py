"""What is wrong with what was sent: all of it at once, without repeating any."""

import pytest
from pydantic import BaseModel
from werkzeug.datastructures import MultiDict

from service.web import texts
from service.web.api import checking, models
from service.web.api.checking import checked, checked_query, parsed_json
from service.web.api.operations import OPERATIONS


def told(model: type[BaseModel], data: object) -> list[tuple[str | None, str]]:
    return [(each.field, each.code) for each in checked(model, data, where="body")[1]]


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({}, [("name", "ontbreekt"), ("scopes", "ontbreekt")]),
        ([], [("", "geen_object")]),
        ({"name": 1, "scopes": "read"}, [("name", "geen_tekst"), ("scopes", "geen_lijst")]),
        ({"name": "", "scopes": []}, [("name", "te_kort"), ("scopes", "te_weinig")]),
        ({"name": "x" * 201, "scopes": ["x"]}, [("name", "te_lang"), ("scopes[0]", "geen_keuze")]),
        ({"name": "x", "scopes": ["read"], "uploadMb": "veel"}, [("uploadMb", "geen_getal")]),
        ({"name": "x", "scopes": ["read"], "uploadMb": 0}, [("uploadMb", "te_klein")]),
        ({"name": "x", "scopes": ["read"], "uploadMb": 10**7}, [("uploadMb", "te_hoog")]),
        ({"name": "x", "scopes": ["read"], "upload_mb": 1}, [(None, "onbekend")]),
        ({"name": "x", "scopes": ["read"], "expiresAt": "nu"}, [("expiresAt", "geen_tijdstip")]),
        (
            {"name": "x", "scopes": ["read"], "expiresAt": "2026-11-23T10:00:00"},
            [("expiresAt", "geen_tijdstip")],
        ),
    ],
)
def test_each_mistake_has_its_field_and_code(
    data: object, faults: list[tuple[str | None, str]]
) -> None:
    assert told(models.KeyRequest, data) == faults


def test_an_unknown_member_is_answered_with_those_that_exist_there() -> None:
    _, faults = checked(models.Metadata, {"files": [{"file": "a", "x": 1}]}, where="body")
    assert faults[0].message.endswith("profile, received, postmarked, channel, file.")


def test_choices_are_listed() -> None:
    _, faults = checked(models.Facts, {"channel": "duif"}, where="body")
    assert "post, email, portaal, balie of fax" in faults[0].message


def test_a_key_that_comes_twice_in_a_query_is_named() -> None:
    _, faults = checked_query(models.ReportsQuery, MultiDict([("limit", "1"), ("limit", "2")]))
    assert [(each.field, each.code) for each in faults] == [("limit", "dubbel")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "geen_json"),
        ('{"a": NaN}', "geen_json"),
        ("[" * 100_000, "geen_json"),
        ('{"a": 1, "a": 2}', "dubbele_sleutel"),
        ('{"b": [{"a": 1, "a": 2}]}', "dubbele_sleutel"),
        (b"\xff\xfe\x00", "geen_json"),
    ],
)
def test_a_text_that_is_no_sound_json_is_named(text: str | bytes, code: str) -> None:
    assert [each.code for each in parsed_json(text)[1]] == [code]


def test_every_code_has_its_sentence() -> None:
    codes = {code for code, _ in checking._CODES.values()}  # noqa: SLF001
    assert codes <= set(texts.FAULTS)


def test_every_operation_has_a_name_of_its_own() -> None:
    names = [each.id for each in OPERATIONS]
    assert len(set(names)) == len(names)


def test_every_problem_of_an_operation_has_words() -> None:
    codes = {code for each in OPERATIONS for code in each.more_problems}
    assert codes <= set(texts.PROBLEMS)
