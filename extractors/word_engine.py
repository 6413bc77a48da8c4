"""Reading one word by other means than Tesseract: a second engine that fails at other places.

A network of PP-OCRv6 (Apache-2.0) whose weights come in RapidOCR's package, so that nothing is ever
downloaded. It is run by itself: RapidOCR pads each word to a line, which takes twice the time, and
chooses among signs of all scripts. Nothing here knows what a word means.
"""

import importlib.util
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from extractors.document import PageImage
from extractors.ocr import EngineMissingError
from extractors.word_weights import UnknownWeightsError, alphabet_of, with_signs

if TYPE_CHECKING:
    import onnxruntime
    from numpy.typing import NDArray

PACKAGE: Final = "rapidocr"  # whose weights these are
WEIGHTS: Final = "PP-OCRv6_rec_small.onnx"
HEIGHT: Final = 48  # pixels, as the network was taught
LEAST_SIDE: Final = 8  # pixels: less is no print
NARROWEST, WIDEST = 48, 1600  # pixels at that height
STEP: Final = 8  # pixels: a sign takes one step of the network at least
_LATIN_END: Final = 0x180  # beyond Latin Extended-A: letters that no Dutch letter has
_OTHER_SIGNS: Final = frozenset(
    "\u2018\u2019\u201c\u201d\u2013\u2014\u20ac"
)  # quotes, dashes, euro


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine sees, and how sure it is of each sign (0..1)."""

    text: str = ""
    signs: tuple[float, ...] = ()
    is_opinion: bool = True  # without text: that nothing stands there

    @property
    def confidence(self) -> float:
        """Of the least sure sign; of nothing 0."""
        return min(self.signs, default=0.0)

    def of(self, text: str) -> "Reading":
        """Return what was read of a part of the text, with how sure its own signs are."""
        start = self.text.find(text)
        return Reading(text, self.signs[start : start + len(text)]) if start >= 0 else self


NO_OPINION: Final = Reading(is_opinion=False)


@dataclass(frozen=True, slots=True)
class _Network:
    """The network as it is loaded, with the Latin signs that it chooses from; the first is none."""

    session: "onnxruntime.InferenceSession"
    signs: list[str]

    @classmethod
    def of(cls, model: bytes) -> Self:
        import onnxruntime  # noqa: PLC0415 - 0.1 s and 60 MB, for scans alone

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it would keep what the widest word took
        options.log_severity_level = 4
        alphabet = alphabet_of(model)
        latin = [at for at, sign in enumerate(alphabet) if not sign or _used(sign)]
        model = with_signs(model, np.array(latin), len(alphabet))
        providers = ["CPUExecutionProvider"]
        session = onnxruntime.InferenceSession(model, options, providers=providers)
        session._model_bytes = None  # noqa: SLF001 - kept for other providers: 12 MB
        return cls(session, [alphabet[at] for at in latin])


class WordEngine:
    """The network inside the process, in one thread of the caller; loaded with the first word."""

    def __init__(self, weights: Path) -> None:
        """Take the file of the weights."""
        self._weights = weights
        self._lock = threading.Lock()
        self._is_lost = False  # it could not be loaded, and is not tried for each word again

    @property
    def version(self) -> str:
        """Name and version of the package and of the network."""
        return f"{PACKAGE} {version(PACKAGE)} / {self._weights.stem}"

    def get_ready(self) -> None:
        """Load the network ahead: processes that are forked from this one share it."""
        with suppress(*failures()):  # without memory for it there is no second opinion
            self._loaded()

    def read(self, image: PageImage) -> Reading:
        """Return what one word or line in a grey picture says, empty when nothing stands there.

        No opinion has it of what is no line, and when it fails, as it does without memory.
        """
        rows, columns = image.pixels.shape
        is_line = min(rows, columns) >= LEAST_SIDE and columns * HEIGHT <= rows * WIDEST
        if self._is_lost or not is_line:
            return NO_OPINION
        try:
            chances, signs = self._run(_prepared(image.pixels))
        except failures():
            return NO_OPINION
        return _spelled(chances, signs)

    def _run(self, picture: "NDArray[np.float32]") -> "tuple[NDArray[np.float32], list[str]]":
        """Return the chance of each sign at each step, (steps, signs), and the signs."""
        network = self._loaded()
        name = network.session.get_inputs()[0].name
        found = network.session.run(None, {name: picture})[0][0]
        return np.asarray(found, np.float32), network.signs

    def _loaded(self) -> "_Network":
        with self._lock:  # only for loading: a session may run in several threads
            try:
                return self._network
            except failures():
                self._is_lost = True
                raise

    @cached_property
    def _network(self) -> "_Network":
        return _Network.of(self._weights.read_bytes())


@cache
def load_word_engine() -> WordEngine:
    """Return the engine, one for all threads.

    Raises:
        EngineMissingError: when the package or its weights are not installed.

    """
    weights = weights_folder() / WEIGHTS
    if importlib.util.find_spec("onnxruntime") is None or not weights.is_file():
        raise EngineMissingError(PACKAGE)
    return WordEngine(weights)


def weights_folder() -> Path:
    """Return where RapidOCR's package keeps its weights, without loading the package.

    Raises:
        EngineMissingError: when it is not installed.

    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise EngineMissingError(PACKAGE)
    return Path(spec.origin).parent / "models"


def failures() -> tuple[type[Exception], ...]:
    """Return how the runtime of networks fails: its own errors are no kinds of Python's."""
    python = (RuntimeError, MemoryError, ValueError, OSError, ImportError, UnknownWeightsError)
    try:
        from onnxruntime.capi import onnxruntime_pybind11_state as state  # noqa: PLC0415
    except ImportError:  # there is not even the memory to load it
        return python
    return (*python, state.Fail, state.RuntimeException, state.InvalidProtobuf)


def _used(sign: str) -> bool:
    is_latin = len(sign) == 1 and ord(sign) < _LATIN_END and sign.isprintable()
    return is_latin or sign in _OTHER_SIGNS


def _prepared(pixels: "NDArray[np.uint8]") -> "NDArray[np.float32]":
    """Return the picture as the network takes it, (1, 3, height, width) from -1 to 1."""
    from PIL import Image  # noqa: PLC0415 - as above

    rows, columns = pixels.shape
    width = max(round(columns * HEIGHT / rows), 2 * STEP)
    small = Image.fromarray(pixels).resize((width, HEIGHT), Image.Resampling.BILINEAR)
    whole = np.zeros((HEIGHT, max(-(-width // STEP) * STEP, NARROWEST)), np.float32)
    whole[:, :width] = np.asarray(small, np.float32) / 127.5 - 1
    return np.repeat(whole[None, None], 3, axis=1)


def _spelled(chances: "NDArray[np.float32]", signs: list[str]) -> Reading:
    """Return the likeliest signs: what stays the same from step to step is one sign.

    Connectionist temporal classification, decoded step by step (Graves et al., 2006).
    """
    text: list[str] = []
    sure: list[float] = []
    before = 0
    for step, sign in zip(chances, chances.argmax(axis=1).tolist(), strict=True):
        chance = float(step[sign])
        if sign and sign != before:
            text.append(signs[sign])
            sure.append(chance)
        elif sign:
            sure[-1] = max(sure[-1], chance)
        before = sign
    return Reading("".join(text), tuple(sure))
