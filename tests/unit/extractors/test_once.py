"""What several finders ask of a letter is done once, and forgotten with the file."""

from extractors.once import for_one_file, once


class _Counter:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, _text: list[str]) -> int:
        self.calls += 1
        return self.calls


def _counted() -> tuple[_Counter, list[str]]:
    return _Counter(), ["geacht"]


def test_the_same_object_is_worked_on_once() -> None:
    counter, letter = _counted()
    count = once(counter.__call__)
    with for_one_file():
        assert (count(letter), count(letter)) == (1, 1)


def test_an_equal_object_is_another_one() -> None:
    counter, letter = _counted()
    count = once(counter.__call__)
    with for_one_file():
        assert (count(letter), count(list(letter))) == (1, 2)


def test_nothing_is_remembered_when_the_file_is_done() -> None:
    counter, letter = _counted()
    count = once(counter.__call__)
    for _ in range(2):
        with for_one_file():
            count(letter)
    assert counter.calls == 2


def test_outside_of_a_file_nothing_is_remembered() -> None:
    counter, letter = _counted()
    count = once(counter.__call__)
    assert (count(letter), count(letter)) == (1, 2)


def test_an_equal_string_is_the_same() -> None:
    calls: list[str] = []
    read = once(calls.append)
    with for_one_file():
        for text in ("aan de directie", " ".join(["aan", "de", "directie"])):
            read(text)
    assert calls == ["aan de directie"]
