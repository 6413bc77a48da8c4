"""The names of our packages are ours alone (docs/adr/0001-import-names.md)."""

import importlib.metadata
import importlib.util
from pathlib import Path

import pytest

PACKAGES = ("service", "validators", "extractors")
# Modules of the other distribution called validators: one of ours with such a name would be taken
# for theirs, or theirs for ours, without a word.
TAKEN = frozenset(
    [
        "between",
        "card",
        "country",
        "cron",
        "domain",
        "email",
        "encoding",
        "finance",
        "hashes",
        "hostname",
        "iban",
        "ip_address",
        "length",
        "mac_address",
        "slug",
        "uri",
        "url",
        "utils",
        "uuid",
    ]
)


@pytest.mark.parametrize("name", PACKAGES)
def test_no_other_distribution_claims_the_name(name: str) -> None:
    owners = set(importlib.metadata.packages_distributions().get(name, ()))
    assert owners <= {"postkamer"}


def test_validators_has_no_module_of_the_other_validators() -> None:
    spec = importlib.util.find_spec("validators")
    assert spec is not None
    folder = Path(str(spec.origin)).parent
    assert not {path.stem for path in folder.iterdir()} & TAKEN


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_holds_nothing_but_its_docstring(name: str) -> None:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    text = Path(str(spec.origin)).read_text(encoding="utf-8").strip()
    assert text.startswith('"""')
    assert text.endswith('"""')
    assert text.count('"""') == 2
