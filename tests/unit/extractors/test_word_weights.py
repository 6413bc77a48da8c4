"""Signs that no Dutch letter has are cut out of the weights of the second engine."""

from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
import pytest

from extractors.word_engine import WEIGHTS, weights_folder
from extractors.word_weights import UnknownWeightsError, alphabet_of, with_signs

if TYPE_CHECKING:
    from numpy.typing import NDArray


def whole() -> bytes:
    return (weights_folder() / WEIGHTS).read_bytes()


def chances(model: bytes) -> "NDArray[np.float32]":
    """Return what a network makes of a picture of grain: (steps, signs)."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 2  # a shape that is not as it is told would be warned of
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    grain = np.random.default_rng(7).uniform(-1, 1, (1, 3, 48, 96)).astype(np.float32)
    (found,) = session.run(None, {session.get_inputs()[0].name: grain})
    assert session.get_outputs()[0].shape[2] == found.shape[2]
    return np.asarray(found[0])


def test_what_is_left_is_as_likely_as_it_was_among_all() -> None:
    model = whole()
    alphabet = alphabet_of(model)
    kept = np.array([0, *(alphabet.index(sign) for sign in "aZ7@ş"), len(alphabet) - 1])
    before = chances(model)[:, kept]
    now = chances(with_signs(model, kept, len(alphabet)))
    assert now.shape == before.shape
    assert np.allclose(now, before / before.sum(axis=1, keepdims=True), atol=1e-5)


def test_the_alphabet_begins_with_nothing_and_ends_with_the_space() -> None:
    alphabet = alphabet_of(whole())
    assert (alphabet[0], alphabet[-1], alphabet.count("ş")) == ("", " ", 1)


def test_most_of_the_last_layer_is_gone() -> None:
    model = whole()
    known = len(alphabet_of(model))
    assert len(with_signs(model, np.arange(300), known)) < 0.65 * len(model)


@pytest.mark.parametrize(
    "model",
    [b"", b"no network", b"\x3a\xff", b"\x3a\x05\x0a", b"\x80", b"\x3b\x01"],
    ids=["empty", "text", "endless", "cut off", "half a number", "unknown kind"],
)
def test_what_is_no_network_is_told(model: bytes) -> None:
    with pytest.raises(UnknownWeightsError):
        alphabet_of(model)
    with pytest.raises(UnknownWeightsError):
        with_signs(model, np.arange(3), 5)


def test_a_network_with_another_last_layer_is_left_alone() -> None:
    model = whole()
    with pytest.raises(UnknownWeightsError):
        with_signs(model, np.arange(3), len(alphabet_of(model)) + 1)
