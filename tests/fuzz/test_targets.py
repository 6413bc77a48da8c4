"""A short walk with every target, the same in every run; `python -m tests.fuzz` goes further."""

import pytest

from tests.fuzz.mutation import mutations
from tests.fuzz.seeds import found, seeds, sound
from tests.fuzz.targets import TARGETS

# How many; those that decode pictures and draw pages cost most.
RUNS = {"document": 4, "pdf": 20, "picture": 100, "address": 60}
USUAL = 150
FEW = 4


@pytest.mark.parametrize("name", TARGETS)
def test_sound_input_is_taken(name: str) -> None:
    for data in sound(name)[-FEW:]:
        TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.filterwarnings("ignore")  # about odd input, by the libraries that read it
def test_what_was_found_before_is_taken_or_refused(name: str) -> None:
    assert found(name)
    for data in found(name):
        TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.filterwarnings("ignore")
def test_broken_input_is_refused_in_our_own_words(name: str) -> None:
    for data in mutations(seeds(name), number=RUNS.get(name, USUAL), seed=1):
        TARGETS[name](data)
