from collections import Counter

from benchmarks.kinds.short import BOTH, FOLDER, WRITERS


def test_every_file_of_short_letters_is_of_one_writer() -> None:
    written = Counter(file for files in WRITERS.values() for file in files)
    assert written == Counter(path.stem for path in FOLDER.glob("*.toml"))
    assert set(BOTH) <= set(written)


def test_writers_are_told_apart_when_one_is_held_out() -> None:
    assert not [writer for writer in WRITERS if "_" in writer]
