"""Reading words from a grey picture: one protocol, two engines, the only door to Tesseract.

`TesserocrEngine` runs Tesseract inside the process; `PytesseractEngine` starts Debian's program
for each call. Both use one thread, the Dutch model, Sauvola thresholding and a wall-clock limit.
Nothing here turns, scales or cleans a picture, and nothing here knows what a word means.
"""

import shlex
import time
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from extractors.document import Box, PageImage, Word
from extractors.errors import DocumentError, TimeLimitError

if TYPE_CHECKING:
    from types import ModuleType

    import tesserocr

LANGUAGE: Final = "nld"
KNOWN_TESSDATA: Final = (
    Path("/usr/share/tesseract-ocr/5/tessdata"),  # Debian 12
    Path("/usr/share/tesseract-ocr/4.00/tessdata"),
    Path("/usr/share/tesseract-ocr/tessdata"),
    Path("/usr/share/tessdata"),
    Path("/usr/local/share/tessdata"),
    Path("/opt/homebrew/share/tessdata"),
)
# Sauvola finds the lines on unevenly lit pages; method 1 destroys pages with much white.
VARIABLES: Final = {"thresholding_method": "2"}
# The LSTM network alone: Debian's models have no other.
ENGINE_MODE: Final = 1
LEAST_SIDE: Final = 12  # pixels
TSV_COLUMNS: Final = 12
TSV_WORD: Final = "5"
_LOW_QUOTE: Final = "\u201a"  # what the engine sees in a low dot; nobody here types one


class Segmentation(IntEnum):
    """What the picture holds, in Tesseract's page segmentation modes."""

    PAGE = 3
    BLOCK = 6
    LINE = 7


class EngineMissingError(Exception):
    """A part of an engine that is not installed; `part` names it.

    `part` is "tesserocr" or "pytesseract" (the Python package), "tesseract" (the program),
    "nld" (the Dutch model) or the unknown engine name that was asked for.
    """

    def __init__(self, part: str) -> None:
        """Name the part that is missing."""
        super().__init__(f"{part} is not installed")
        self.part = part


class OcrEngine(Protocol):
    """Something that reads the words of an upright grey picture."""

    @property
    def version(self) -> str:
        """Name and version of the binding and of Tesseract itself."""
        ...

    def read(
        self,
        image: PageImage,
        *,
        timeout_s: float,
        segmentation: Segmentation = Segmentation.PAGE,
    ) -> tuple[Word, ...]:
        """Return the words in reading order, boxes in points of the picture.

        Raises:
            TimeLimitError: when it takes longer than `timeout_s`.
            DocumentError: when the engine fails on this picture.

        """
        ...


class TesserocrEngine:
    """Tesseract inside the process; several threads may read at the same time.

    An API object must not be shared, so a call takes one from the shelf and puts it back: there
    are never more than threads that read at once, and the model is not loaded for every file.
    """

    name: Final = "tesserocr"

    def __init__(self, tessdata: Path | None = None) -> None:
        """Look up the Dutch model.

        Raises:
            EngineMissingError: when the package or the model is absent.

        """
        self._module = _load_tesserocr()
        self._tessdata = find_tessdata(tessdata)
        self._shelf: list[tesserocr.PyTessBaseAPI] = []

    @property
    def version(self) -> str:
        """Name and version of the binding and of Tesseract itself."""
        tesseract = self._module.tesseract_version().split()[1]
        return f"tesserocr {_package_version('tesserocr')} / tesseract {tesseract}"

    def read(
        self,
        image: PageImage,
        *,
        timeout_s: float,
        segmentation: Segmentation = Segmentation.PAGE,
    ) -> tuple[Word, ...]:
        """Return the words in reading order, boxes in points of the picture."""
        if is_too_small(image):
            return ()
        api = self._take()
        try:
            table = self._recognise(api, image, timeout_s, segmentation)
        except RuntimeError as error:
            raise DocumentError("the OCR engine failed") from error
        finally:
            api.Clear()
            self._shelf.append(api)
        return words_of(table, scale=image.scale)

    def stock(self, number: int) -> None:
        """Load the model so many times ahead: what is on the shelf comes along with a fork."""
        while len(self._shelf) < number:
            self._shelf.append(self._open())

    def _take(self) -> "tesserocr.PyTessBaseAPI":
        try:
            return self._shelf.pop()
        except IndexError:
            return self._open()

    def _open(self) -> "tesserocr.PyTessBaseAPI":
        try:
            return self._module.PyTessBaseAPI(
                path=str(self._tessdata),
                lang=LANGUAGE,
                psm=Segmentation.PAGE,
                oem=ENGINE_MODE,
                variables={**VARIABLES, "debug_file": "/dev/null"},
            )
        except RuntimeError as error:  # the model is there but cannot be loaded
            raise EngineMissingError(LANGUAGE) from error

    def _recognise(
        self,
        api: "tesserocr.PyTessBaseAPI",
        image: PageImage,
        timeout_s: float,
        segmentation: Segmentation,
    ) -> str:
        rows, columns = image.pixels.shape
        end = time.monotonic() + timeout_s
        api.SetPageSegMode(segmentation)
        api.SetImageBytes(image.pixels.tobytes(), columns, rows, 1, columns)
        api.SetSourceResolution(_dpi(image))
        done = api.Recognize(max(int(timeout_s * 1000), 1))
        if time.monotonic() > end:
            raise TimeLimitError("the OCR engine took too long")
        if not done:
            raise DocumentError("the OCR engine gave up")
        return str(api.GetTSVText(0))


class PytesseractEngine:
    """Debian's tesseract program, one process for each call."""

    name: Final = "pytesseract"

    def __init__(self, tessdata: Path | None = None) -> None:
        """Look up the program and the Dutch model.

        Raises:
            EngineMissingError: when the package, the program or the model is absent.

        """
        self._module = _load_pytesseract()
        self._tessdata = find_tessdata(tessdata)
        try:
            self._tesseract = str(self._module.get_tesseract_version())
        except (self._module.TesseractNotFoundError, SystemExit, OSError) as error:
            raise EngineMissingError("tesseract") from error

    @property
    def version(self) -> str:
        """Name and version of the binding and of Tesseract itself."""
        return f"pytesseract {_package_version('pytesseract')} / tesseract {self._tesseract}"

    def read(
        self,
        image: PageImage,
        *,
        timeout_s: float,
        segmentation: Segmentation = Segmentation.PAGE,
    ) -> tuple[Word, ...]:
        """Return the words in reading order, boxes in points of the picture."""
        if is_too_small(image):
            return ()
        from PIL import Image  # noqa: PLC0415 - the other engine does without

        picture = Image.fromarray(image.pixels)
        picture.format = "BMP"  # pytesseract hands over PNG by default: 0.4 s more a page
        try:
            table = self._module.image_to_data(
                picture, config=self._options(image, segmentation), timeout=timeout_s
            )
        except (self._module.TesseractError, OSError, UnicodeDecodeError) as error:
            raise DocumentError("the OCR engine failed") from error
        except RuntimeError as error:  # how pytesseract tells that the time is over
            raise TimeLimitError("the OCR engine took too long") from error
        return words_of(table, scale=image.scale)

    def _options(self, image: PageImage, segmentation: Segmentation) -> str:
        variables = " ".join(f"-c {name}={value}" for name, value in VARIABLES.items())
        return (
            f"--tessdata-dir {shlex.quote(str(self._tessdata))} -l {LANGUAGE}"
            f" --psm {segmentation.value} --oem {ENGINE_MODE} --dpi {_dpi(image)} {variables}"
        )


# The faster one first: it is the default when both are installed.
ENGINES: Final = (TesserocrEngine, PytesseractEngine)


def engine_names() -> tuple[str, ...]:
    """Return the names that `load_engine` knows, the faster one first."""
    return tuple(engine.name for engine in ENGINES)


def load_engine(name: str | None = None, *, tessdata: Path | None = None) -> OcrEngine:
    """Return the engine with this name, or the fastest one that is installed.

    `tessdata` is the folder of the models when they are not at the usual places.

    Raises:
        EngineMissingError: when it, or with no name every one of them, misses a part.

    """
    wanted = [engine for engine in ENGINES if name in {None, engine.name}]
    if not wanted:
        raise EngineMissingError(name or "")
    missing: EngineMissingError | None = None
    for engine in wanted:
        try:
            return engine(tessdata)
        except EngineMissingError as error:
            missing = missing or error
    raise missing or EngineMissingError(name or "")


def get_ready(engine: OcrEngine, number: int) -> None:
    """Have an engine ready for so many threads, where it is one that keeps anything ready."""
    if isinstance(engine, TesserocrEngine):
        engine.stock(number)


def find_tessdata(tessdata: Path | None = None) -> Path:
    """Return the folder that holds the Dutch model: the given one, else the first known place.

    Raises:
        EngineMissingError: when no folder has it.

    """
    for folder in (tessdata,) if tessdata else KNOWN_TESSDATA:
        if (folder / f"{LANGUAGE}.traineddata").is_file():
            return folder
    raise EngineMissingError(LANGUAGE)


def is_too_small(image: PageImage) -> bool:
    """Tell whether no line of print fits in; Tesseract stumbles over such pictures."""
    rows, columns = image.pixels.shape
    return bool(rows < LEAST_SIDE or columns < LEAST_SIDE)


def words_of(table: str, *, scale: float) -> tuple[Word, ...]:
    """Turn Tesseract's table of tab-separated values into words, boxes in points.

    Raises:
        DocumentError: when it is no such table.

    """
    try:
        return tuple(_words(table, scale))
    except ValueError as error:
        raise DocumentError("the OCR engine gave no table of words") from error


def _words(table: str, scale: float) -> Iterator[Word]:
    for row in table.splitlines():
        cells = row.split("\t")
        if cells[0] == "level":
            continue
        if len(cells) != TSV_COLUMNS:
            raise ValueError("a row with another number of columns")
        text = cells[11].strip().replace(_LOW_QUOTE, ",")
        if cells[0] == TSV_WORD and text:
            left, top, width, height = (int(cell) for cell in cells[6:10])
            box = Box(left / scale, top / scale, (left + width) / scale, (top + height) / scale)
            yield Word(text, box, min(max(float(cells[10]) / 100, 0.0), 1.0))


def _dpi(image: PageImage) -> int:
    return min(max(round(image.scale * 72), 70), 2400)  # what Tesseract takes seriously


@cache
def _package_version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # frozen builds carry no metadata
        return "?"


def _load_tesserocr() -> "ModuleType":
    try:
        import tesserocr  # noqa: PLC0415 - absent on machines that have only the program
    except ImportError as error:
        raise EngineMissingError("tesserocr") from error
    # Leptonica would write about odd boxes straight to the error stream of this process.
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    module: ModuleType = tesserocr
    return module


def _load_pytesseract() -> "ModuleType":
    """Import pytesseract and see to it that its processes use one thread.

    Its children get the mapping that it imported from `os`; a copy with the one addition leaves
    the environment of this process alone. Left to itself each process spreads over all cores and
    two of them spin against each other: four times slower, and worse on a busy machine.
    """
    try:
        import pytesseract  # noqa: PLC0415 - absent on machines that have only tesserocr
    except ImportError as error:
        raise EngineMissingError("pytesseract") from error
    inner = pytesseract.pytesseract
    inner.environ = {**inner.environ, "OMP_THREAD_LIMIT": "1"}
    module: ModuleType = pytesseract
    return module
