from tests.unit.validators.builders import make_assessed
from validators.rules.pagina_ontbreekt import check


def test_missing_page_gives_the_warning() -> None:
    assert check(make_assessed(missing_pages=True))


def test_whole_letter_gives_none() -> None:
    assert not check(make_assessed(missing_pages=False))
